#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace tieout::connectors {

/// A place in a text file, both from 1; 0 = unknown.
struct TextPlace {
    int line = 0;
    int column = 0;
    bool operator==(const TextPlace&) const = default;
};

/// Where each member and item of a JSON text stands, by its path ("$.objects.Invoices.fields[2]"). Made for a
/// text that parses; of another one it knows what stands before the fault. Pure.
class JsonPlaces final
{
  public:
    explicit JsonPlaces(const QByteArray& text);

    /// Of the path, or of the nearest part of it that is there.
    [[nodiscard]] TextPlace of(QString path) const;
    [[nodiscard]] TextPlace ofByte(qsizetype byte) const;

  private:
    class Scanner;
    QHash<QString, qsizetype> m_bytes;
    QByteArray m_text;
};

} // namespace tieout::connectors
