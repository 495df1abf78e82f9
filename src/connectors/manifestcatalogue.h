#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// The systems this program knows. Made once by each program or test; the manifests are shared and never
/// change.
class ManifestCatalogue final
{
  public:
    /// Without any system yet: reading the manifests takes its time and is another thread's work.
    [[nodiscard]] static ManifestCatalogue unread() { return ManifestCatalogue(Content::None); }
    /// The built-in manifests. A built-in file that does not parse is left out and noted in faults().
    ManifestCatalogue();

    /// Null when unknown.
    [[nodiscard]] std::shared_ptr<const Manifest> find(const QString& system) const;
    [[nodiscard]] QStringList systems() const; ///< ids, sorted
    /// Files that were left out: BadConfig "manifest.syntax" | "manifest.too-large" | "manifest.twice"
    /// (facts: file, id); LocalFault "file.read" (facts: file).
    [[nodiscard]] const QList<Error>& faults() const { return m_faults; }
    /// Adds a manifest that a user dropped in; replaces a built-in one of the same id. Error:
    /// parseManifest's.
    [[nodiscard]] Result<void> add(const QByteArray& bytes, const QString& name);
    /// Adds every *.json of a folder, in the order of their names; a missing folder has none. Broken ones are
    /// noted in faults() and left out.
    void addFolder(const QString& folder);

    /// The schema of manifests, and a built-in manifest, as they are in the program.
    [[nodiscard]] static QByteArray schemaText();
    [[nodiscard]] static QByteArray builtIn(const QString& system);

  private:
    enum class Content : quint8 { None };
    explicit ManifestCatalogue(Content) {}

    QMap<QString, std::shared_ptr<const Manifest>> m_manifests;
    QList<Error> m_faults;
};

/// Where a user's own manifests live.
[[nodiscard]] QString userConnectorsFolder();

} // namespace tieout::connectors
