#pragma once

#include "mapping/edit/joining.h"
#include "mapping/edit/ruleplace.h"
#include "mapping/edit/targetkey.h"

#include <QObject>

#include <optional>

namespace tieout::mapping {

/// One step of the undo list. The window makes its words: "Undo: map Close date to Date".
struct Edit {
    enum class Kind : quint8 {
        Map,         ///< facts: source path, target
        Combine,     ///< source path, target
        Formula,     ///< target
        Each,        ///< target list; also filter, sort and the source of a list
        Group,       ///< (none): rows → one document
        WhenEmpty,   ///< target
        Note,        ///< target
        Remove,      ///< target, number of rules
        Pair,        ///< source group, target group, number of rules
        Suggestions, ///< number of rules
        Paste,       ///< number of rules
        Move,        ///< target, new target (a ghost's rules taken to another field); "source": of the source
        Restore,     ///< version
    };
    Kind kind = Kind::Formula;
    QStringList facts;
    bool operator==(const Edit&) const = default;
};

/// A rule to make: a formula for a target.
struct ProposedRule {
    QString target; ///< a TargetKey
    QString formula;
    QString each; ///< for a list: its source; then `formula` is empty
    bool operator==(const ProposedRule&) const = default;
};

/// A mapping document while a person works on it: every edit is one named step that can be taken back;
/// undoing all gives back the very document that was opened. The canvas, the table and the formula bar share
/// one draft. Never touches a schema: what is sensible is the caller's to ask. Main thread; no I/O.
class MappingDraft final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingDraft)
  public:
    explicit MappingDraft(QObject* parent = nullptr);

    /// Forgets all steps.
    void open(model::MappingDocument document);
    /// Which places are lists: FieldTree::lists() of both sides; stays over `open`. Without it only the lists
    /// that the document's own `each` rules name are known, and a wire to a field of any other makes no
    /// `each`.
    void setLists(const QStringList& source, const QStringList& target);
    [[nodiscard]] const model::MappingDocument& document() const { return m_now.document; }
    /// Differs from what was opened or last marked as saved.
    [[nodiscard]] bool isModified() const;
    void markSaved();

    /// The rule at a place; null when there is none. Valid until the next edit.
    [[nodiscard]] const model::MappedField* rule(const QString& target) const;
    /// Every place with a rule or a note, in document order, lists before their fields.
    [[nodiscard]] QStringList targets() const;

    [[nodiscard]] std::optional<Edit> undoable() const;
    [[nodiscard]] std::optional<Edit> redoable() const;
    [[nodiscard]] QList<Edit> history() const; ///< oldest first, without what was undone
    void undo();
    void redo();

    /// Draws a wire. `source` is a path from the record: "Account.Name", "Products.Quantity" for a field of a
    /// list's items; the reference is written as seen from the target's scope ("[Quantity]" inside an each
    /// over [Products], "[..Account.Name]" from inside it). A list onto a list makes or changes its `each`. A
    /// line's field onto a field of a target list without `each` makes the each too. Combine joins to what is
    /// there:
    /// "=[First] & " " & [Last]" for text; numbers add when `numbers`.
    void map(const QString& source, const QString& target, Joining joining);
    /// Text with or without its "="; an empty text takes the formula away (a rule with a note stays as a
    /// note). Steps at the same place merge while typing goes on; any other edit or settle() ends that.
    void setFormula(const QString& target, const QString& formula);
    void settle();
    void setEach(const QString& list, const QString& each);
    void addBranch(const QString& list, const QString& each); ///< another `each` laid end to end
    void setFilter(const QString& list, const QString& formula);
    void setSort(const QString& list, const QString& formula);
    void setWhenEmpty(const QString& target, model::WhenEmpty whenEmpty);
    void setNote(const QString& target, const QString& note);
    void setGroup(const std::optional<model::Grouping>& group);
    void remove(const QStringList& targets);
    void move(const QString& target, const QString& newTarget);
    /// Another source field takes a lost one's place everywhere, as withSource. False when nothing names it.
    bool replaceSource(const QString& lost, const QString& found);
    void add(const QList<ProposedRule>& rules, Edit as);
    /// Rules as a text for the clipboard (JSON), and back; `into` is a list or empty for the top. Paste
    /// replaces rules for the same fields. Error: BadConfig "mapping.paste" when the text holds no rules.
    [[nodiscard]] QString copied(const QStringList& targets) const;
    [[nodiscard]] Result<void> paste(const QString& text, const QString& into);
    void restore(model::MappingDocument document, int version);

  Q_SIGNALS:
    void changed();

  private:
    struct State {
        model::MappingDocument document;
        Edit edit; ///< what led here
    };
    [[nodiscard]] const model::MappingDocument& base(const QString& typing) const;
    /// Equal `typing` of two edits in a row makes one step of them; empty = a step of its own.
    void commit(model::MappingDocument document, Edit edit, const QString& typing = {});

    State m_now;
    QList<State> m_before;
    QList<State> m_after;
    model::MappingDocument m_saved;
    QString m_typing;
    ListPlaces m_lists;
};

} // namespace tieout::mapping
