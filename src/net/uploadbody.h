#pragma once

#include <QByteArray>
#include <QIODevice>

namespace tieout::net {

/// A request body that can be read once. QNetworkAccessManager silently sends a POST again when a kept-alive
/// connection closes before the answer; it must rewind the body for that, and this one refuses: the exchange
/// then ends with ContentReSendError, which means "outcome unknown". Owned by the exchange, same thread.
class UploadBody final : public QIODevice
{
  public:
    explicit UploadBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool seek(qint64) override { return false; }
    [[nodiscard]] bool reset() override { return false; }
    [[nodiscard]] bool atEnd() const override { return m_taken >= m_bytes.size(); }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_taken; }
    [[nodiscard]] qint64 taken() const { return m_taken; }

  protected:
    qint64 readData(char* data, qint64 limit) override
    {
        if (atEnd()) return -1;
        const qint64 count = qMin(limit, bytesAvailable());
        memcpy(data, m_bytes.constData() + m_taken, size_t(count));
        m_taken += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

  private:
    QByteArray m_bytes;
    qint64 m_taken = 0;
};

} // namespace tieout::net
