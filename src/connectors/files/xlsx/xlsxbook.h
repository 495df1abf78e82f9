#pragma once

#include "connectors/files/xlsx/sharedstrings.h"

#include <QHash>

namespace tieout::connectors {

/// What a number format makes of a number.
enum class CellLook : quint8 { Plain, Date, DateTime, Time };

/// A spreadsheet's table of contents: sheets, texts, styles, calendar. One thread; owned by its reader.
class XlsxBook final
{
  public:
    struct Sheet {
        QString name;
        QString part;
        bool hidden = false;
    };

    [[nodiscard]] static Result<std::unique_ptr<XlsxBook>> open(std::unique_ptr<QIODevice> device,
                                                                QString name, XlsxLimits limits = {});
    [[nodiscard]] const QList<Sheet>& sheets() const { return m_sheets; }
    /// By name; the first visible one for an empty name. Error: BadConfig "file.xlsx-sheet" {file, sheet}.
    [[nodiscard]] Result<Sheet> sheet(const QString& name) const;
    [[nodiscard]] CellLook look(qsizetype style) const;
    [[nodiscard]] bool from1904() const { return m_from1904; }
    [[nodiscard]] const SharedStrings& strings() const { return m_strings; }
    [[nodiscard]] const XlsxPackage& package() const { return *m_package; }

  private:
    explicit XlsxBook(std::unique_ptr<XlsxPackage> package);
    using Relations = QHash<QString, QString>; ///< id → part
    [[nodiscard]] Result<Relations> relations(const QString& part, QHash<QString, QString>& byType) const;
    [[nodiscard]] Result<void> readBook();
    [[nodiscard]] Result<void> readSheets(const QString& part, const Relations& relations);
    [[nodiscard]] Result<void> readStyles(const QString& part);

    std::unique_ptr<XlsxPackage> m_package;
    QList<Sheet> m_sheets;
    std::vector<CellLook> m_looks;
    SharedStrings m_strings;
    bool m_from1904 = false;
};

/// What a format code shows: "yyyy\-mm\-dd", "[h]:mm", "#,##0.00".
[[nodiscard]] CellLook lookOfFormat(QStringView code);

} // namespace tieout::connectors
