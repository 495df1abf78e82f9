#pragma once

#include "base/result.h"

#include <QIODevice>

#include <memory>

namespace tieout::connectors {

/// What a spreadsheet may unfold to at most; beyond, it is refused as a zip bomb.
struct XlsxLimits {
    qint64 parts = 10'000;                  ///< entries of the package
    qint64 part = 4LL * 1024 * 1024 * 1024; ///< bytes of one part, unfolded
    qint64 free = 32LL * 1024 * 1024;       ///< up to here the ratio is not looked at
    qint64 ratio = 400;                     ///< unfolded to folded
    qint64 strings = 8'000'000;             ///< shared texts
    qint64 stringBytes = 2LL * 1024 * 1024 * 1024;
    int cellCharacters = 32'767;
};

/// The zip file of a spreadsheet, opened for reading. Parts are read as streams that end with an error when
/// they unfold beyond the limits; nothing is ever unpacked to disk. One thread; owned by its reader. Errors
/// are of kind BadConfig: "file.xls-old", "file.xlsx-password", "file.xlsx-broken", "file.xlsx-path",
/// "file.xlsx-bomb", "file.xlsx-binary".
class XlsxPackage final
{
  public:
    ~XlsxPackage();
    Q_DISABLE_COPY_MOVE(XlsxPackage)

    /// `device` is open, can seek, and becomes the package's own.
    [[nodiscard]] static Result<std::unique_ptr<XlsxPackage>> open(std::unique_ptr<QIODevice> device,
                                                                   QString name, XlsxLimits limits = {});
    [[nodiscard]] bool has(const QString& part) const;
    /// The part as a sequential device of XML text; must not outlive the package.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> part(const QString& path) const;
    [[nodiscard]] const XlsxLimits& limits() const { return m_limits; }
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] tl::unexpected<Error> broken(const QString& what) const;

  private:
    XlsxPackage(std::unique_ptr<QIODevice> device, QString name, XlsxLimits limits);
    [[nodiscard]] Result<void> openZip();
    [[nodiscard]] Result<void> checkNames();

    struct Zip;
    std::unique_ptr<QIODevice> m_device;
    QString m_name;
    XlsxLimits m_limits;
    std::unique_ptr<Zip> m_zip;
};

/// A part of a spreadsheet's package with the name in `base`'s relations made whole: "xl/workbook.xml" and
/// "worksheets/sheet1.xml" give "xl/worksheets/sheet1.xml". Empty when it leaves the package.
[[nodiscard]] QString partPath(const QString& base, const QString& target);

} // namespace tieout::connectors
