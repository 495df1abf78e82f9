#pragma once

#include <QString>
#include <QStringList>

namespace tieout::mapping {

/// Names one place of the target in a mapping document: "Date", "Contact.Name", "LineItems.TaxType". Where a
/// list is filled by several `each` rules laid end to end, "LineItems#2.TaxType" is the field of the second;
/// the first has no number. A key may name a place that no rule fills yet. Names are written as in
/// targetPath.
struct TargetKey {
    /// The field itself, without the numbers of lists: "LineItems.TaxType".
    [[nodiscard]] static QString fieldPath(const QString& key);
    /// The enclosing list or object; empty at the top.
    [[nodiscard]] static QString parent(const QString& key);
    /// `name` as the schema has it.
    [[nodiscard]] static QString child(const QString& key, const QString& name);
    /// From 0: which of the `each` rules of its list the last part names.
    [[nodiscard]] static int branch(const QString& key);
    [[nodiscard]] static QString withBranch(const QString& fieldPath, int branch);
    /// "LineItems#2", "TaxType"
    [[nodiscard]] static QStringList parts(const QString& key);
};

} // namespace tieout::mapping
