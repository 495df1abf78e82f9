#pragma once

#include "formula/highlight.h"
#include "gui/mapping/worksheet.h"

#include <QPlainTextEdit>
#include <QPointer>
#include <QTextLayout>

#include <optional>
#include <vector>

namespace tieout::gui {

class FormulaHints;

/// A place of a stored formula that something is said about.
struct FormulaMark {
    formula::Span at;
    bool isError = true; ///< false: a warning
    bool operator==(const FormulaMark&) const = default;
};

/// A formula as in Excel: the reader's labels and signs in colours, completion, signature help, each
/// fault under its token. Takes and gives the stored form. Undo belongs to the draft that its owner edits.
class FormulaEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormulaEdit)
  public:
    explicit FormulaEdit(const QString& name, QWidget* parent = nullptr);
    ~FormulaEdit() override;

    /// Comes before the text.
    void setWorld(FormulaWorld world);
    /// The same text again changes nothing, the cursor's place included.
    void setStored(const QString& formula);
    [[nodiscard]] QString stored() const;
    /// Places of the stored text, underlined.
    void setMarks(const QList<FormulaMark>& stored);
    void setMaximumLines(int lines);
    /// A field of a form, with an edge.
    void setFramed();
    /// In a table cell: no frame, one line, Tab ends the editing.
    void setInCell();
    [[nodiscard]] bool isCompleting() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void edited();
    void accepted();
    void cancelled();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

  private:
    enum class Asked : quint8 { ByTyping, ByKey };
    void textTyped();
    void complete(Asked asked);
    [[nodiscard]] formula::Completion candidatesAt(const QString& text, qint32 cursor) const;
    void take(int candidate);
    /// How one character looks.
    struct Look {
        std::optional<formula::PieceKind> kind;
        bool paired = false; ///< a parenthesis at the cursor or its partner
        enum class Mark : quint8 { None, Warning, Error } mark = Mark::None;
        bool operator==(const Look&) const = default;
    };
    void colour();
    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const std::vector<Look>& looks, int start,
                                                            int length) const;
    void fitHeight();
    [[nodiscard]] bool hintKey(QKeyEvent* event);
    [[nodiscard]] formula::DisplayStyle style() const;
    [[nodiscard]] formula::Notation labels() const;
    void showHints();

    FormulaWorld m_world;
    QPointer<FormulaHints> m_hints; ///< a child of the window
    formula::Completion m_completion;
    QList<FormulaMark> m_marks; ///< of the shown text
    bool m_setting = false;     ///< the text is set from outside
    bool m_chosen = false;      ///< the list was asked for or moved in: Enter takes from it
    bool m_inCell = false;
    int m_lines = 6;
    int m_frame = 0; ///< pixels above and below the text
};

} // namespace tieout::gui
