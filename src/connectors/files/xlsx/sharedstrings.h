#pragma once

#include "connectors/files/xlsx/xmlwalk.h"

#include <QTemporaryFile>

#include <memory>
#include <optional>

#include <vector>

namespace tieout::connectors {

/// The texts that a spreadsheet's cells share. Kept as UTF-8 in one piece; a large book's texts lie in a
/// temporary file that the system may page out. One thread.
class SharedStrings final
{
  public:
    SharedStrings() = default;
    Q_DISABLE_COPY_MOVE(SharedStrings)
    /// Error: BadConfig "file.xlsx-bomb" | "file.xlsx-broken", LocalFault "file.disk-full".
    [[nodiscard]] Result<void> load(const XlsxPackage& package, const QString& part);
    [[nodiscard]] qsizetype count() const { return qsizetype(m_starts.size()) - 1; }
    /// nullopt: the book names a text that it has not.
    [[nodiscard]] std::optional<QString> at(qsizetype index) const;

  private:
    [[nodiscard]] Result<void> append(const XlsxPackage& package, const QString& text);
    [[nodiscard]] Result<void> spill(const XlsxPackage& package);
    [[nodiscard]] Result<void> seal(const XlsxPackage& package);

    std::vector<quint32> m_starts{0};
    QByteArray m_bytes; ///< all of them, or those not yet in the file
    std::unique_ptr<QTemporaryFile> m_file;
    const char* m_mapped = nullptr;
    qint64 m_total = 0;
};

/// Spreadsheets write characters that XML has not as "_x000D_".
[[nodiscard]] QString unescapedText(QString text);

} // namespace tieout::connectors
