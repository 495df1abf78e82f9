#include "connectors/files/xlsx/xlsxpackage.h"

#include "connectors/files/xlsx/xmlpart.h"

#include <QHash>

#include <zip.h>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// libzip's way to read a QIODevice: no file name crosses to it, whatever characters it has.
struct DeviceSource {
    QIODevice* device = nullptr;
    zip_error_t error{};
};

zip_int64_t statOf(const DeviceSource& source, void* data, zip_uint64_t length)
{
    if (length < sizeof(zip_stat_t)) return -1;
    auto* stat = static_cast<zip_stat_t*>(data);
    zip_stat_init(stat);
    stat->size = zip_uint64_t(source.device->size());
    stat->valid |= ZIP_STAT_SIZE;
    return sizeof(zip_stat_t);
}

zip_int64_t seek(DeviceSource& source, void* data, zip_uint64_t length)
{
    const auto offset = zip_source_seek_compute_offset(
        zip_uint64_t(source.device->pos()), zip_uint64_t(source.device->size()), data, length, &source.error);
    return offset >= 0 && source.device->seek(offset) ? 0 : -1;
}

zip_int64_t readDevice(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command)
{
    auto& source = *static_cast<DeviceSource*>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN:
        return source.device->seek(0) ? 0 : -1;
    case ZIP_SOURCE_READ:
        return source.device->read(static_cast<char*>(data), qint64(length));
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_STAT:
        return statOf(source, data, length);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&source.error, data, length);
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_SEEK:
        return seek(source, data, length);
    case ZIP_SOURCE_TELL:
        return source.device->pos();
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_SEEKABLE;
    default:
        zip_error_set(&source.error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

/// The old binary format and an encrypted new one share their container; only the names inside differ.
tl::unexpected<Error> refuseContainer(QIODevice& device, const QString& name)
{
    constexpr qint64 kMost = 64LL * 1024 * 1024;
    constexpr char16_t kStream[] = u"EncryptedPackage";
    const QByteArray wanted(reinterpret_cast<const char*>(kStream), qsizetype(sizeof kStream) - 2);
    device.seek(0);
    QByteArray window;
    for (qint64 read = 0; read < kMost;) {
        const QByteArray piece = device.read(1024 * 1024);
        if (piece.isEmpty()) break;
        read += piece.size();
        window = window.right(wanted.size()) + piece;
        if (window.contains(wanted))
            return fail(ErrorKind::BadConfig, u"file.xlsx-password"_s, u"encrypted"_s, {name});
    }
    return fail(ErrorKind::BadConfig, u"file.xls-old"_s, u"OLE container"_s, {name});
}

} // namespace

struct XlsxPackage::Zip {
    DeviceSource source;
    zip_t* archive = nullptr;
    QHash<QString, zip_uint64_t> parts; ///< by lower-case name: the format's names ignore case

    ~Zip()
    {
        if (archive) zip_discard(archive);
    }
};

XlsxPackage::XlsxPackage(std::unique_ptr<QIODevice> device, QString name, XlsxLimits limits)
    : m_device(std::move(device))
    , m_name(std::move(name))
    , m_limits(limits)
    , m_zip(std::make_unique<Zip>())
{
}

XlsxPackage::~XlsxPackage() = default;

tl::unexpected<Error> XlsxPackage::broken(const QString& what) const
{
    return fail(ErrorKind::BadConfig, u"file.xlsx-broken"_s, what, {m_name});
}

Result<std::unique_ptr<XlsxPackage>> XlsxPackage::open(std::unique_ptr<QIODevice> device, QString name,
                                                       XlsxLimits limits)
{
    const QByteArray head = device->peek(8);
    if (head == QByteArrayLiteral("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refuseContainer(*device, name);
    std::unique_ptr<XlsxPackage> package(new XlsxPackage(std::move(device), std::move(name), limits));
    if (Result<void> opened = package->openZip(); !opened) return tl::unexpected(opened.error());
    if (Result<void> good = package->checkNames(); !good) return tl::unexpected(good.error());
    if (package->has(u"xl/workbook.bin"_s))
        return fail(ErrorKind::BadConfig, u"file.xlsx-binary"_s, u"xlsb"_s, {package->m_name});
    return package;
}

Result<void> XlsxPackage::openZip()
{
    zip_error_t error{};
    zip_error_init(&error);
    m_zip->source.device = m_device.get();
    zip_error_init(&m_zip->source.error);
    zip_source_t* source = zip_source_function_create(readDevice, &m_zip->source, &error);
    m_zip->archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!m_zip->archive) {
        const QString text = QString::fromUtf8(zip_error_strerror(&error));
        if (source) zip_source_free(source);
        zip_error_fini(&error);
        return broken(text);
    }
    zip_error_fini(&error);
    return {};
}

Result<void> XlsxPackage::checkNames()
{
    const zip_int64_t count = zip_get_num_entries(m_zip->archive, 0);
    if (count > m_limits.parts)
        return fail(ErrorKind::BadConfig, u"file.xlsx-bomb"_s, u"%1 parts"_s.arg(count), {m_name});
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(m_zip->archive, zip_uint64_t(i), 0, &stat) != 0 || !stat.name)
            return broken(u"an entry without a name"_s);
        const QString path = QString::fromUtf8(stat.name).replace(u'\\', u'/');
        if (path.startsWith(u'/') || path.contains(u':') || path.split(u'/').contains(u".."_s))
            return fail(ErrorKind::BadConfig, u"file.xlsx-path"_s, path, {m_name});
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return fail(ErrorKind::BadConfig, u"file.xlsx-password"_s, u"encrypted zip"_s, {m_name});
        if (m_zip->parts.contains(path.toLower())) return broken(u"two parts of one name: "_s + path);
        m_zip->parts.insert(path.toLower(), zip_uint64_t(i));
    }
    return {};
}

bool XlsxPackage::has(const QString& part) const
{
    return m_zip->parts.contains(part.toLower());
}

Result<std::unique_ptr<QIODevice>> XlsxPackage::part(const QString& path) const
{
    const auto entry = m_zip->parts.constFind(path.toLower());
    if (entry == m_zip->parts.cend()) return broken(u"no part "_s + path);
    zip_file_t* file = zip_fopen_index(m_zip->archive, *entry, 0);
    if (!file) return broken(QString::fromUtf8(zip_strerror(m_zip->archive)));
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_stat_index(m_zip->archive, *entry, 0, &stat);
    const qint64 folded = (stat.valid & ZIP_STAT_COMP_SIZE) ? qint64(stat.comp_size) : 0;
    const qint64 byRatio =
        std::max(m_limits.free, std::min(folded, m_limits.part / m_limits.ratio) * m_limits.ratio);
    auto device = std::make_unique<XmlPart>(file, std::min(m_limits.part, byRatio));
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return std::unique_ptr<QIODevice>(std::move(device));
}

QString partPath(const QString& base, const QString& target)
{
    QString path = target;
    path.replace(u'\\', u'/');
    if (path.startsWith(u'/')) {
        path = path.mid(1);
    } else {
        const qsizetype folder = base.lastIndexOf(u'/');
        path = base.left(folder + 1) + path;
    }
    QStringList parts;
    for (const QString& step : path.split(u'/', Qt::SkipEmptyParts)) {
        if (step == u"."_s) continue;
        if (step != u".."_s) {
            parts += step;
            continue;
        }
        if (parts.isEmpty()) return {};
        parts.removeLast();
    }
    return parts.join(u'/');
}

} // namespace tieout::connectors
