#pragma once

#include "formula/evaluator.h"
#include "mapping/mappedresult.h"
#include "mapping/refusal.h"
#include "model/mapping.h"
#include "model/schema.h"

#include <QHash>
#include <QSet>

namespace tieout::mapping {

/// The source as the rules of a grouped mapping see it: keys, aggregates, and the rows as a list.
[[nodiscard]] model::ObjectSchema groupedSchema(const model::ObjectSchema& rows,
                                                const model::Grouping& group);

/// One row as a group of its own, for samples.
[[nodiscard]] model::Record groupOf(const model::Record& row, const model::Grouping& group);

/// A group of these keys and rows; missing keys are blank.
[[nodiscard]] model::Record groupWith(const model::Grouping& group, const QList<model::Value>& keys,
                                      const model::ValueList& rows);

/// The row fields that paths into groups mean: "Rows[].Amount" and "Rows.Amount" → "Amount"; aggregates mean
/// none.
[[nodiscard]] QStringList rowPaths(const QStringList& groupPaths, const model::Grouping& group);

/// The aggregates of a grouping, compiled. Immutable, shared by threads.
class Aggregates final
{
  public:
    /// Faults: "mapping.formula", as CompiledMapping::compile.
    [[nodiscard]] static Collected<Aggregates> compile(const model::Grouping& group);
    [[nodiscard]] bool isEmpty() const { return m_programs.empty(); }
    [[nodiscard]] const QStringList& sourcePaths() const { return m_paths; } ///< into the group
    /// Fills them in their order; one may read those before it. A fault is an error of the field of that
    /// name.
    [[nodiscard]] model::Record filled(const model::Record& group, const formula::EvaluationContext& context,
                                       QList<FieldError>& errors) const;

  private:
    QStringList m_names;
    std::vector<formula::Program> m_programs;
    QStringList m_paths;
};

enum class RowOrder : quint8 {
    AnyOrder, ///< all rows are held until the end
    ByKey,    ///< rows of a group follow each other: only one group is held
};

struct GroupLimits {
    qsizetype rows = 200'000;     ///< held at once
    qsizetype groups = 1'000'000; ///< of a source in order: keys are remembered to notice one that comes back
};

/// Makes groups of a stream of rows. Keys are equal when their values are, outer blanks of texts aside.
/// Memory is bounded by GroupLimits whatever the source sends. One thread.
class RowGrouper final
{
  public:
    RowGrouper(const model::Grouping& group, RowOrder order, GroupLimits limits = {});
    /// The groups that this row ends. Errors: RowRejected "group.blank-key" (keys): this row only, go on;
    /// BadConfig "group.too-many-rows" (limit) | "group.not-in-order" (key) | "group.too-many-groups"
    /// (limit): the stream cannot be grouped, what was given out before stands.
    [[nodiscard]] Result<QList<model::Record>> add(const model::Record& row);
    /// The group of the last row taken, counted from 0 in the order of finish(); -1 before any.
    [[nodiscard]] qsizetype placeOfLast() const { return m_place; }
    /// The groups that are still open, in the order of their first rows.
    [[nodiscard]] QList<model::Record> finish();

  private:
    struct Open {
        QList<model::Value> keys;
        model::ValueList rows;
    };
    [[nodiscard]] model::Record made(Open open) const;

    model::Grouping m_group;
    RowOrder m_order;
    GroupLimits m_limits;
    model::ShapePtr m_shape;
    std::vector<Open> m_open;
    QHash<QByteArray, size_t> m_places; ///< by key
    QSet<QByteArray> m_given;           ///< digests of the keys given out
    QByteArray m_last;
    qsizetype m_held = 0;
    qsizetype m_place = -1;
};

} // namespace tieout::mapping
