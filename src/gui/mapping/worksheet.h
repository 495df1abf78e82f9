#pragma once

#include "formula/completion.h"
#include "formula/display.h"
#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/rulescope.h"
#include "mapping/explain.h"
#include "mapping/runcontext.h"
#include "service/mappingbench.h"

#include <QObject>

namespace tieout::gui {

/// What an editor of one formula text must know: the fields in reach, the reader's signs, and the names that
/// can be completed. A value.
struct FormulaWorld {
    RuleScope scope;
    formula::Notation notation;
    QStringList tables;
    QHash<QString, QStringList> columns;
    QHash<QString, QStringList> keys;
    QList<formula::NamedThing> flows;
    QList<formula::NamedThing> settings;
};

/// A mapping being edited with everything that belongs to it: both schemas, tables, the sample record, and
/// what the draft makes of them now. The canvas, the table and the formula bar look at one worksheet and edit
/// its draft. Main thread; owned by the editor.
class Worksheet final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Worksheet)
  public:
    explicit Worksheet(QObject* parent = nullptr);

    /// Forgets the draft of before.
    void open(service::MappingBench bench, int targetColour);
    /// New tables, versions and schemas under the same draft.
    void refresh(service::MappingBench bench);
    void setSample(service::SampleRecord sample);
    /// Which line of lists the sample values are of, from 0.
    void setLine(int line);

    [[nodiscard]] mapping::MappingDraft& draft() { return m_draft; }
    [[nodiscard]] const mapping::MappingDraft& draft() const { return m_draft; }
    [[nodiscard]] const service::MappingBench& bench() const { return m_bench; }
    [[nodiscard]] const service::SampleRecord& sample() const { return m_sample; }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] const mapping::LookupTables& tables() const { return *m_context.tables; }
    [[nodiscard]] const std::shared_ptr<const CanvasContent>& content() const { return m_content; }

    [[nodiscard]] const mapping::TreeNode* target(const QString& key) const;
    [[nodiscard]] QString targetWords(const QString& key) const;
    /// Findings and the sample's fault at a target; errors first.
    [[nodiscard]] QList<mapping::RuleFinding> findings(const QString& target) const;
    [[nodiscard]] const mapping::LiveValue* value(const QString& target) const;
    [[nodiscard]] bool isMissing(const QString& target) const;
    [[nodiscard]] bool hasProblem(const QString& target) const;
    [[nodiscard]] int problems() const;
    /// How many lines the list around a target makes of the sample; -1 = it is in no list.
    [[nodiscard]] int linesAround(const QString& target) const;

    [[nodiscard]] RuleScope scope(const QString& target,
                                  mapping::RulePart part = mapping::RulePart::Formula) const;
    [[nodiscard]] FormulaWorld world(const QString& target,
                                     mapping::RulePart part = mapping::RulePart::Formula) const;
    /// A stored text as the reader sees it.
    [[nodiscard]] QString displayed(const QString& stored, const QString& target,
                                    mapping::RulePart part = mapping::RulePart::Formula) const;
    /// The steps from the sample to the value at `target`.
    [[nodiscard]] Result<mapping::Explanation> explain(const QString& target) const;
    [[nodiscard]] QString flowTitle(const QString& flow) const;
    void setFlowTitles(QHash<QString, QString> titles) { m_flowTitles = std::move(titles); }

  Q_SIGNALS:
    /// Everything is recomputed; nothing refers to earlier content.
    void refreshed();

  private:
    void setBench(service::MappingBench bench);
    void recompute();

    mapping::MappingDraft m_draft;
    service::MappingBench m_bench;
    service::SampleRecord m_sample;
    mapping::RunContext m_context;
    QHash<QString, QString> m_flowTitles;
    int m_line = 0;
    int m_colour = 0;
    bool m_readOnly = false;
    std::shared_ptr<const CanvasContent> m_content;
};

} // namespace tieout::gui
