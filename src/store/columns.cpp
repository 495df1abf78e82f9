#include "store/columns.h"

#include "model/errorjson.h"

#include <array>

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

/// Lengths of id lists; a shorter list is filled up with its last id. Measured: from 50 ids on a row costs
/// the same.
constexpr std::array<qsizetype, 4> kListLengths{1, 8, 50, 400};

qsizetype listLength(qsizetype ids)
{
    for (const qsizetype length : kListLengths) {
        if (ids <= length) return length;
    }
    return kListLengths.back();
}

/// SQLite counts characters, QString UTF-16 units.
QString tailOf(const QString& id)
{
    constexpr int kCharacters = 10;
    qsizetype from = id.size();
    for (int taken = 0; taken < kCharacters && from > 0; ++taken) {
        --from;
        if (from > 0 && id.at(from).isLowSurrogate() && id.at(from - 1).isHighSurrogate()) --from;
    }
    return id.mid(from);
}

QString text(const QByteArray& utf8)
{
    return QString::fromUtf8(utf8);
}

void write(JsonWriter& writer, const model::Value& value)
{
    switch (value.kind()) {
    case model::Value::Kind::Blank:
        writer.null();
        return;
    case model::Value::Kind::Boolean:
        writer.value(*value.boolean());
        return;
    case model::Value::Kind::Number:
        writer.value(*value.number());
        return;
    case model::Value::Kind::Text:
        writer.value(QStringView(*value.text()));
        return;
    case model::Value::Kind::Date:
    case model::Value::Kind::Instant:
    case model::Value::Kind::List:
    case model::Value::Kind::Record:
        writer.json(model::toJson(value));
        return;
    }
}

} // namespace

QList<IdQuery::Piece> IdQuery::pieces(const QVariantList& lead, const QStringList& ids) const
{
    QList<Piece> pieces;
    for (qsizetype from = 0; from < ids.size();) {
        const qsizetype length = listLength(ids.size() - from);
        const qsizetype taken = std::min(length, ids.size() - from);
        Piece piece;
        piece.sql = m_head + u'?' + u",?"_s.repeated(length - 1) + m_tail;
        piece.values.reserve(lead.size() + length);
        piece.values = lead;
        for (qsizetype i = 0; i < length; ++i)
            piece.values.append(ids.at(from + std::min(i, taken - 1)));
        pieces.append(std::move(piece));
        from += taken;
    }
    return pieces;
}

Result<void> IdQuery::read(Database& database, const QVariantList& lead, const QStringList& ids,
                           const std::function<bool(const Database::Row&)>& row) const
{
    for (const Piece& piece : pieces(lead, ids)) {
        if (auto done = database.query(piece.sql, piece.values, row); !done) return done;
    }
    return {};
}

Result<qint64> IdQuery::change(Database& database, const QVariantList& lead, const QStringList& ids) const
{
    qint64 changed = 0;
    for (const Piece& piece : pieces(lead, ids)) {
        const auto done = database.execute(piece.sql, piece.values);
        if (!done) return done;
        changed += *done;
    }
    return changed;
}

QStringList idTails(const QStringList& ids)
{
    QStringList tails;
    tails.reserve(ids.size());
    for (const QString& id : ids)
        tails.append(tailOf(id));
    tails.removeDuplicates();
    return tails;
}

QVariant column(const std::optional<Instant>& instant)
{
    return instant ? column(*instant) : QVariant();
}

QVariant column(const std::optional<Decimal>& amount)
{
    return amount ? QVariant(amount->toString()) : QVariant();
}

QVariant column(const Json& json)
{
    return text(json.toBytes());
}

QVariant column(const std::optional<Error>& error)
{
    return error ? column(model::toJson(*error)) : QVariant();
}

Json jsonOf(const QStringList& texts)
{
    Json::Array items;
    for (const QString& item : texts)
        items.append(Json(item));
    return Json(std::move(items));
}

QStringList textsOf(const Json& json)
{
    QStringList texts;
    for (const Json& item : json.toArray())
        texts.append(item.toText());
    return texts;
}

Json jsonOf(const QMap<QString, Decimal>& amounts)
{
    Json::Object members;
    for (auto amount = amounts.cbegin(); amount != amounts.cend(); ++amount)
        members.append({amount.key(), Json(amount.value().toString())});
    return Json(std::move(members));
}

QMap<QString, Decimal> amountsOf(const Json& json)
{
    QMap<QString, Decimal> amounts;
    for (const auto& [currency, digits] : json.toObject()) {
        const QString kept = digits.toText();
        if (const auto amount = Decimal::parse(QStringView(kept))) amounts.insert(currency, *amount);
    }
    return amounts;
}

Result<Json> jsonAt(const Database::Row& row, int column)
{
    auto parsed = Json::parse(row.bytes(column));
    if (!parsed) return fail(ErrorKind::LocalFault, u"store.damaged"_s, parsed.error().text);
    return parsed;
}

Result<std::optional<Error>> errorAt(const Database::Row& row, int column)
{
    if (row.isNull(column)) return std::optional<Error>();
    auto json = jsonAt(row, column);
    if (!json) return fail(std::move(json.error()));
    return std::optional<Error>(model::errorFromJson(*json));
}

QVariant column(const QList<model::FieldChange>& changes)
{
    if (changes.isEmpty()) return u"[]"_s; // nearly all records of a bulk load
    JsonWriter writer;
    writer.beginArray();
    for (const model::FieldChange& change : changes) {
        writer.beginArray();
        writer.value(QStringView(change.field));
        write(writer, change.before);
        write(writer, change.after);
        writer.endArray();
    }
    writer.endArray();
    return text(writer.take());
}

Result<QList<model::FieldChange>> changesAt(const Database::Row& row, int column)
{
    const auto json = jsonAt(row, column);
    if (!json) return fail(json.error());
    QList<model::FieldChange> changes;
    for (const Json& item : json->toArray()) {
        model::FieldChange change;
        change.field = item.at(0).toText();
        change.before = model::fromJson(item.at(1));
        change.after = model::fromJson(item.at(2));
        changes.append(std::move(change));
    }
    return changes;
}

Result<qint64> readNumber(Database& database, const QString& sql, const QVariantList& values)
{
    qint64 number = 0;
    auto read = database.query(sql, values, [&number](const Database::Row& row) {
        number = row.integer(0);
        return false;
    });
    if (!read) return fail(std::move(read.error()));
    return number;
}

Result<void> run(Database& database, const QString& sql, const QVariantList& values)
{
    if (auto done = database.execute(sql, values); !done) return fail(std::move(done.error()));
    return {};
}

} // namespace tieout::store
