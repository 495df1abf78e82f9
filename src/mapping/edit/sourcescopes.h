#pragma once

#include "formula/ast.h"

#include <QStringList>

namespace tieout::mapping {

/// Where the formulas of one level of a mapping document stand: in the record, or in an item of a list inside
/// it. Translates between references as written there and keys of the source tree ("Products.Quantity").
class SourceScopes final
{
  public:
    /// In the record.
    SourceScopes() = default;
    /// In an item of `each`, a formula of this level.
    [[nodiscard]] SourceScopes inside(const QString& each) const;
    /// "[Quantity]", "[..Account.Name]": through the innermost scope that leads there.
    [[nodiscard]] QString reference(const QString& sourceKey) const;
    /// The keys that a reference means; of an item the list itself, of the record an empty key. None when the
    /// scope hands on computed items. Several when an `each` joins lists.
    [[nodiscard]] QStringList keysOf(const formula::FieldPath& path) const;
    /// The key of the list whose items are here; empty in the record or when computed.
    [[nodiscard]] QString list() const;
    /// The formula as it must be written in `other` to mean the same. As it is when it does not parse.
    [[nodiscard]] QString rewritten(const QString& formula, const SourceScopes& other) const;
    bool operator==(const SourceScopes&) const = default;

  private:
    using Names = QStringList;
    QList<QList<Names>> m_scopes{{Names()}}; ///< the starts of each scope, the record first
};

} // namespace tieout::mapping
