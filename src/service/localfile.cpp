#include "service/localfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace tieout::service {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 180; // in any script, within the 255 bytes of most file systems' names
constexpr qsizetype kLongestEnding = 16;
constexpr qsizetype kMostBytes = 240;

bool isDevice(const QString& name)
{
    static const QStringList kDevices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s};
    const QString base = name.section(u'.', 0, 0).trimmed().toUpper();
    const bool numbered =
        base.size() == 4 && base[3].isDigit() && (base.startsWith("COM"_L1) || base.startsWith("LPT"_L1));
    return kDevices.contains(base) || numbered;
}

/// Shortened in front of its ending.
QString shortened(QString name)
{
    const qsizetype point = name.lastIndexOf(u'.');
    const QString ending = point > 0 && name.size() - point <= kLongestEnding ? name.mid(point) : QString();
    QString base = name.chopped(ending.size()).left(kLongestName);
    while ((base + ending).toUtf8().size() > kMostBytes) {
        base.chop(1);
        if (!base.isEmpty() && base.back().isHighSurrogate()) base.chop(1);
    }
    return base + ending;
}

tl::unexpected<Error> localFault(const QString& code, const QStringList& facts)
{
    return fail(ErrorKind::LocalFault, code, facts.join(u": "), facts);
}

} // namespace

QString localFileName(const QString& name)
{
    static constexpr QStringView kForbidden = u"<>:\"|?*";
    QString plain;
    for (const QChar c : name.section(u'/', -1).section(u'\\', -1)) {
        // Marks that turn the direction of writing make “fdp.exe” look like “exe.pdf”.
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) continue;
        plain += kForbidden.contains(c) ? QChar(u'_') : c;
    }
    plain = shortened(plain.trimmed());
    while (plain.endsWith(u'.') || plain.endsWith(u' '))
        plain.chop(1);
    if (plain.startsWith(u'.')) plain[0] = u'_'; // not hidden
    if (isDevice(plain)) plain.prepend(u'_');
    return plain.isEmpty() ? u"file"_s : plain;
}

Result<QString> placeFor(const QString& path, const QString& name, OnDisk existing)
{
    const bool isFolder = QFileInfo(path).isDir();
    const QString place = isFolder ? QDir(path).filePath(localFileName(name)) : path;
    const QFileInfo info(place);
    if (!info.dir().exists()) return localFault(u"save.no-folder"_s, {QDir::toNativeSeparators(info.path())});
    const bool taken = info.exists() || info.isSymLink();
    if (info.isDir() || (taken && existing == OnDisk::Keep))
        return localFault(u"save.exists"_s, {QDir::toNativeSeparators(place)});
    return place;
}

Result<void> keepFile(const QString& path, const QByteArray& bytes, OnDisk existing)
{
    const auto failed = [&path](const QString& reason) {
        return localFault(u"save.failed"_s, {QDir::toNativeSeparators(path), reason});
    };
    if (existing == OnDisk::Overwrite) {
        QSaveFile file(path);
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        if (!written) return failed(file.errorString());
        return {};
    }
    // Made by this call or not at all: what another program put there in between stays.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        if (file.exists()) return localFault(u"save.exists"_s, {QDir::toNativeSeparators(path)});
        return failed(file.errorString());
    }
    const bool written = file.write(bytes) == bytes.size() && file.flush();
    const QString reason = file.errorString();
    file.close();
    if (written) return {};
    file.remove();
    return failed(reason);
}

Result<QByteArray> readWhole(const QString& path, qint64 most)
{
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return localFault(u"add.unreadable"_s, {shown, file.errorString()});
    const auto tooLarge = [&](qint64 bytes) {
        return fail(ErrorKind::RowRejected, u"connector.file-too-large"_s, u"too large"_s,
                    {QFileInfo(path).fileName(), QString::number(bytes), QString::number(most)});
    };
    if (file.size() > most) return tooLarge(file.size());
    QByteArray bytes = file.read(most + 1); // it may grow meanwhile, or be a device
    if (bytes.size() > most) return tooLarge(bytes.size());
    if (file.error() != QFileDevice::NoError)
        return localFault(u"add.unreadable"_s, {shown, file.errorString()});
    return bytes;
}

} // namespace tieout::service
