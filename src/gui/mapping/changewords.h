#pragma once

#include "gui/widgets/tokens.h"
#include "mapping/compare.h"
#include "model/schema.h"

#include <QLocale>

#include <memory>

namespace tieout::mapping {
class MappingDraft;
}

namespace tieout::gui {

/// Differences of two mapping documents as people read them: fields by their labels, formulas in the reader's
/// form. Schemas that are not known leave API names as words. Main thread.
class ChangeWords final
{
  public:
    ChangeWords();
    ~ChangeWords();
    Q_DISABLE_COPY_MOVE(ChangeWords)

    void setSchemas(model::ObjectSchema source, model::ObjectSchema target);
    void setDocuments(const model::MappingDocument& before, const model::MappingDocument& after);
    void setLocale(const QLocale& locale) { m_locale = locale; }

    /// "Line items · Tax rate".
    [[nodiscard]] QString field(const QString& targetKey) const;
    struct Line {
        QString field;
        QString what; ///< "Formula changed"
        Tone tone = Tone::Plain;
        QString before;
        QString after;
    };
    [[nodiscard]] Line line(const mapping::DocumentChange& change) const;

  private:
    enum class Side : quint8 { Before, After };
    [[nodiscard]] QString formula(const QString& stored, const mapping::DocumentChange& change,
                                  Side side) const;
    [[nodiscard]] QString content(const mapping::DocumentChange& change, Side side) const;
    [[nodiscard]] QString grouping(const mapping::DocumentChange& change, Side side) const;

    model::ObjectSchema m_source;
    model::ObjectSchema m_target;
    QLocale m_locale;
    std::unique_ptr<mapping::MappingDraft> m_before; ///< for the scopes of formulas
    std::unique_ptr<mapping::MappingDraft> m_after;
};

} // namespace tieout::gui
