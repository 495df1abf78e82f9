#pragma once

#include "connectors/files/filesniffer.h"

#include <QHash>

namespace tieout::connectors {

/// How rows of one file are known: by their key columns, or by the file's name and their line.
class RowIdentity final
{
  public:
    /// Error: BadConfig "file.column-missing" {file, column}.
    [[nodiscard]] static Result<RowIdentity> of(const FileLayout& layout, const QStringList& keyColumns,
                                                const QString& idName);
    /// A blank key gives the line's id and a fault.
    [[nodiscard]] QString idOf(const TableReader& row, std::optional<Error>* fault) const;
    [[nodiscard]] bool byKey() const { return !m_columns.isEmpty(); }

  private:
    QList<int> m_columns;
    QStringList m_labels;
    QString m_idName;
};

/// Turns rows of one file into records of the asked shape. Remembers keys, so that a second row of one key is
/// a fault instead of an overwrite. One thread.
class RowRecords final
{
  public:
    struct Plan {
        model::ShapePtr shape;
        QStringList optional; ///< fields that a file may lack
        QStringList keyColumns;
    };
    struct Made {
        model::Record record;
        std::optional<Error> fault;
    };

    /// Error: BadConfig "file.column-missing".
    [[nodiscard]] static Result<RowRecords> of(const Plan& plan, const FileLayout& layout,
                                               const QString& file, const QString& idName);
    [[nodiscard]] Made make(const TableReader& row);
    [[nodiscard]] QString idOf(const TableReader& row) const;

  private:
    enum class Meta : quint8 { None, Id, Number, Version, File };
    struct Slot {
        int column = -1;
        Meta meta = Meta::None;
        model::FieldType type = model::FieldType::Text;
    };
    explicit RowRecords(RowIdentity identity)
        : m_identity(std::move(identity))
    {
    }
    [[nodiscard]] model::Value metaValue(Meta meta, const TableReader& row, const QString& id) const;
    void checkWidth(const TableReader& row, std::optional<Error>& fault) const;
    void checkKey(const QString& id, qint64 line, std::optional<Error>& fault);

    RowIdentity m_identity;
    model::ShapePtr m_shape;
    QString m_file;
    QList<Slot> m_slots;
    QStringList m_labels;
    bool m_hasHeader = false;
    bool m_checksWidth = false;
    QHash<quint64, quint32> m_keys; ///< hash of the key → line
};

} // namespace tieout::connectors
