#include "connectors/files/bytesource.h"

#include <QStringDecoder>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kChunk = 256 * 1024;

tl::unexpected<Error> unreadable(const QString& name, const QIODevice& device)
{
    return fail(ErrorKind::LocalFault, u"file.unreadable"_s, device.errorString(),
                {name, device.errorString()});
}

class PlainBytes final : public ByteSource
{
  public:
    PlainBytes(QIODevice& device, QString name)
        : m_device(device)
        , m_name(std::move(name))
    {
        if (m_device.peek(3) == QByteArrayLiteral("\xEF\xBB\xBF")) m_device.skip(3);
    }
    Result<qint64> read(char* into, qint64 most) override
    {
        const qint64 got = m_device.read(into, most);
        if (got < 0) return unreadable(m_name, m_device);
        return got;
    }

  private:
    QIODevice& m_device;
    QString m_name;
};

/// UTF-16 in, UTF-8 out, piece by piece.
class WideBytes final : public ByteSource
{
  public:
    WideBytes(QIODevice& device, TextEncoding encoding, QString name)
        : m_device(device)
        , m_name(std::move(name))
        , m_decoder(encoding == TextEncoding::Utf16Le ? QStringConverter::Utf16LE : QStringConverter::Utf16BE)
    {
        const QByteArray mark = m_device.peek(2);
        if (mark == QByteArrayLiteral("\xFF\xFE") || mark == QByteArrayLiteral("\xFE\xFF")) m_device.skip(2);
    }
    Result<qint64> read(char* into, qint64 most) override
    {
        while (m_at == m_ready.size()) {
            const QByteArray piece = m_device.read(kChunk);
            if (piece.isEmpty()) return atEnd();
            m_odd ^= piece.size() & 1;
            const QString text = m_decoder.decode(piece);
            if (m_decoder.hasError()) return damaged();
            m_ready = text.toUtf8();
            m_at = 0;
        }
        const qint64 count = std::min(most, qint64(m_ready.size() - m_at));
        std::copy_n(m_ready.constData() + m_at, count, into);
        m_at += count;
        return count;
    }

  private:
    [[nodiscard]] Result<qint64> atEnd() const
    {
        if (!m_device.atEnd()) return unreadable(m_name, m_device);
        if (m_odd) return damaged();
        return 0;
    }
    [[nodiscard]] tl::unexpected<Error> damaged() const
    {
        return fail(ErrorKind::BadConfig, u"file.encoding"_s, u"not UTF-16"_s, {m_name, u"UTF-16"_s});
    }

    QIODevice& m_device;
    QString m_name;
    QStringDecoder m_decoder;
    QByteArray m_ready;
    qsizetype m_at = 0;
    qsizetype m_odd = 0;
};

} // namespace

std::unique_ptr<ByteSource> bytesOf(QIODevice& device, TextEncoding encoding, const QString& name)
{
    if (encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be)
        return std::make_unique<WideBytes>(device, encoding, name);
    return std::make_unique<PlainBytes>(device, name);
}

} // namespace tieout::connectors
