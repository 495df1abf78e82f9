#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// The systems this program knows. Made once by each program or test; the manifests are shared and never
/// change.
class ManifestCatalogue final
{
  public:
    /// The built-in manifests. A built-in file that does not parse is left out and noted in faults().
    ManifestCatalogue();

    /// Null when unknown.
    [[nodiscard]] std::shared_ptr<const Manifest> find(const QString& system) const;
    [[nodiscard]] QStringList systems() const; ///< ids, sorted
    [[nodiscard]] const QList<Error>& faults() const { return m_faults; }
    /// Adds a manifest that a user dropped in; replaces a built-in one of the same id. Error:
    /// parseManifest's.
    [[nodiscard]] Result<void> add(const QByteArray& bytes, const QString& name);

  private:
    QMap<QString, std::shared_ptr<const Manifest>> m_manifests;
    QList<Error> m_faults;
};

} // namespace tieout::connectors
