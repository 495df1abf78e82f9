#pragma once

#include "connectors/files/fileshelf.h"

namespace tieout::connectors {

/// Which files have been read, kept as the reading position of a connection: a file is known by its content,
/// so that a new name or a copy is not read again. The latest 300 are remembered.
class FileCursor final
{
  public:
    struct Entry {
        QString name; ///< under which its rows are known
        qint64 size = 0;
        qint64 changedMs = 0;
        QString hash;
        qint64 line = -1; ///< last row handed out of a file under way; -1 = read to its end

        bool operator==(const Entry&) const = default;
    };

    /// Error: BadConfig "connector.cursor".
    [[nodiscard]] static Result<FileCursor> from(const QString& text);
    [[nodiscard]] QString toText() const;
    [[nodiscard]] const Entry* byHash(const QString& hash) const; ///< null when unknown
    [[nodiscard]] const Entry* byName(const QString& name) const; ///< the latest of that name
    /// The same name, size and time of change: not worth hashing again.
    [[nodiscard]] const Entry* untouched(const ShelfFile& file) const;
    void set(const Entry& entry);

  private:
    QList<Entry> m_entries;
};

} // namespace tieout::connectors
