#pragma once

#include "base/json.h"
#include "model/run.h"
#include "store/database.h"

#include <QMap>

namespace tieout::store {

// How the repositories' values look in columns. Private to the store.

/// For lists of ids: "SELECT … IN (" + as many marks as needed + ")" in few different lengths, so that few
/// statements are compiled.
class IdQuery final
{
  public:
    IdQuery(QString head, QString tail)
        : m_head(std::move(head))
        , m_tail(std::move(tail))
    {
    }
    /// `lead` are the values before the list.
    [[nodiscard]] Result<void> read(Database& database, const QVariantList& lead, const QStringList& ids,
                                    const std::function<bool(const Database::Row&)>& row) const;
    /// Returns the rows changed.
    [[nodiscard]] Result<qint64> change(Database& database, const QVariantList& lead,
                                        const QStringList& ids) const;

  private:
    struct Piece {
        QString sql;
        QVariantList values;
    };
    [[nodiscard]] QList<Piece> pieces(const QVariantList& lead, const QStringList& ids) const;

    QString m_head;
    QString m_tail;
};

/// The ends of ids as the narrow indices keep them: substr(id, -10). Each once.
[[nodiscard]] QStringList idTails(const QStringList& ids);

[[nodiscard]] QVariant column(const std::optional<Instant>& instant);
[[nodiscard]] QVariant column(const std::optional<Decimal>& amount);
[[nodiscard]] inline QVariant column(Instant instant)
{
    return QVariant::fromValue<qint64>(msSinceEpoch(instant));
}
[[nodiscard]] inline QVariant column(quint64 hash)
{
    return QVariant::fromValue<qint64>(qint64(hash));
}
[[nodiscard]] QVariant column(const Json& json); ///< compact text
[[nodiscard]] QVariant column(const std::optional<Error>& error);

[[nodiscard]] Json jsonOf(const QStringList& texts);
[[nodiscard]] QStringList textsOf(const Json& json);
[[nodiscard]] Json jsonOf(const QMap<QString, Decimal>& amounts);
[[nodiscard]] QMap<QString, Decimal> amountsOf(const Json& json);

/// JSON text of a column. Error: LocalFault "store.damaged".
[[nodiscard]] Result<Json> jsonAt(const Database::Row& row, int column);
/// NULL is no error.
[[nodiscard]] Result<std::optional<Error>> errorAt(const Database::Row& row, int column);

/// [["field",before,after],…]
[[nodiscard]] QVariant column(const QList<model::FieldChange>& changes);
[[nodiscard]] Result<QList<model::FieldChange>> changesAt(const Database::Row& row, int column);

/// A number of an enumeration that has `count` values; the last one when it is out of range.
template<class Enum>
[[nodiscard]] Enum enumAt(const Database::Row& row, int column, Enum last)
{
    const qint64 number = row.integer(column);
    return number >= 0 && number < qint64(last) ? Enum(number) : last;
}

/// Reads rows with a function that may fail on one of them.
template<class T>
[[nodiscard]] Result<QList<T>> readRows(Database& database, const QString& sql, const QVariantList& values,
                                        const std::function<Result<T>(const Database::Row&)>& make)
{
    QList<T> rows;
    std::optional<Error> broken;
    auto read = database.query(sql, values, [&](const Database::Row& row) {
        auto made = make(row);
        if (made)
            rows.append(std::move(*made));
        else
            broken = std::move(made.error());
        return !broken;
    });
    if (!read) return fail(std::move(read.error()));
    if (broken) return fail(std::move(*broken));
    return rows;
}

template<class T>
[[nodiscard]] Result<std::optional<T>> readRow(Database& database, const QString& sql,
                                               const QVariantList& values,
                                               const std::function<Result<T>(const Database::Row&)>& make)
{
    auto rows = readRows<T>(database, sql, values, make);
    if (!rows) return fail(std::move(rows.error()));
    if (rows->isEmpty()) return std::optional<T>();
    return std::optional<T>(std::move(rows->first()));
}

/// The one number of a query; 0 when it has no row.
[[nodiscard]] Result<qint64> readNumber(Database& database, const QString& sql, const QVariantList& values);
/// Runs a statement whose number of changed rows does not matter.
[[nodiscard]] Result<void> run(Database& database, const QString& sql, const QVariantList& values);

} // namespace tieout::store
