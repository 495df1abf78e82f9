#pragma once

#include "formula/check.h"
#include "formula/lexer.h"

#include <QList>

namespace tieout::formula {

/// The two ways to write one formula. Stored: English signs, API names. Displayed: the reader's signs and the
/// fields' labels, "[Account › Billing country]".
struct DisplayStyle {
    Notation notation; ///< the reader's; its field names are set by the functions below
    CheckScope scope;  ///< where the labels come from; without fields API names stay
};

/// The signs of a reader whose decimal sign this is.
[[nodiscard]] Notation notationFor(QChar decimalPoint);

/// A formula in its other form, with the places of both tied together. A value; copied freely.
class Translation final
{
  public:
    struct Stretch {
        Span from; ///< in the text that was given
        Span to;   ///< in `text()`
    };

    [[nodiscard]] const QString& text() const { return m_text; }
    /// Fields that no label or name fits (formula.unknown-field: name, nearest label), in places of the
    /// text that was given.
    [[nodiscard]] const QList<Finding>& findings() const { return m_findings; }
    /// The cursor's place in the other text. Inside of a piece that is written differently it is as far
    /// from the piece's start, at most at its end.
    [[nodiscard]] qint32 forward(qint32 cursor) const;
    [[nodiscard]] qint32 back(qint32 cursor) const;
    [[nodiscard]] Span forward(Span span) const;
    [[nodiscard]] Span back(Span span) const;

  private:
    friend class Translator;
    QString m_text;
    QList<Stretch> m_stretches; ///< the pieces that differ, in order
    QList<Finding> m_findings;
};

/// Piece by piece: blanks, broken pieces and the author's parentheses stay as they are, so a half-written
/// formula translates too. `toStored(toDisplay(f))` is f when f is written canonically; a field that is
/// unknown but for its case comes back as the one that it means.
[[nodiscard]] Translation toDisplay(const QString& stored, const DisplayStyle& style);
[[nodiscard]] Translation toStored(const QString& displayed, const DisplayStyle& style);

/// What is shown between [ and ] for a path: labels joined by " › ", "..Label" for a scope out. Fields of one
/// label are told apart by their API names, "Amount (Amount__c)"; unknown fields keep their names.
[[nodiscard]] QString displayedPath(const FieldPath& path, const CheckScope& scope);
/// The way back; labels or API names, case as it may be. `unknown` = index of the first name that no field
/// has, or -1.
struct ResolvedPath {
    FieldPath path;
    int unknown = -1;
    QString nearest; ///< label of the field that was most likely meant; may be empty
};
[[nodiscard]] std::optional<ResolvedPath> resolveDisplayedPath(QStringView inside, const CheckScope& scope);
/// The name of one field among its siblings on screen.
[[nodiscard]] QString displayedName(const model::Field& field, const QList<model::Field>& siblings);

} // namespace tieout::formula
