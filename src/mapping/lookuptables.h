#pragma once

#include "formula/context.h"
#include "model/mapping.h"

#include <QHash>

#include <vector>

namespace tieout::mapping {

/// All lookup tables of a workspace, ready for fast questions. Immutable after construction, shared by
/// threads. Keys are compared without case and outer blanks; an exact row comes before any wildcard row, the
/// first of equal rows and of fitting wildcards counts. A blank key fits no wildcard.
class LookupTables final
{
  public:
    LookupTables() = default;
    explicit LookupTables(const QList<model::LookupTable>& tables);

    /// `column` is empty or the table's value label.
    [[nodiscard]] formula::LookupAnswer find(const QString& table, const QString& key,
                                             const QString& column = {}) const;
    [[nodiscard]] bool contains(const QString& table) const;
    [[nodiscard]] QStringList names() const;
    /// Keys that a table holds more than once; only the first row counts.
    [[nodiscard]] QStringList duplicateKeys(const QString& table) const;

  private:
    struct Pattern {
        QString key;
        int row = 0;
    };
    struct Table {
        model::LookupTable source;
        std::vector<model::Value> values; ///< by row; made once, so that answers share the text
        QHash<QString, int> rows;         ///< trimmed key as written
        QHash<QString, int> folded;       ///< trimmed key without case
        std::vector<Pattern> patterns;
        QStringList duplicates;
    };

    [[nodiscard]] static Table indexed(const model::LookupTable& table);
    [[nodiscard]] static int rowOf(const Table& table, const QString& key);
    [[nodiscard]] const Table* named(const QString& name) const;

    std::vector<Table> m_tables;
};

} // namespace tieout::mapping
