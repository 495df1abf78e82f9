#include "connectors/sql/sqlvalue.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

Result<std::optional<QString>> refused(const QString& code, const SqlColumn& column, QStringList facts,
                                       const QString& text)
{
    facts.prepend(plainLabel(column.name));
    return fail(ErrorKind::RowRejected, code, text + u" in column "_s + column.name, facts);
}

Value plainText(QString text)
{
    text.remove(QChar(0));
    if (text.size() > kMostCharacters) {
        text.truncate(kMostCharacters);
        if (text.back().isHighSurrogate()) text.chop(1);
        text += u" … [cut: the cell is longer than %1 characters]"_s.arg(kMostCharacters);
    }
    return text.isEmpty() ? Value() : Value(std::move(text));
}

/// "2026-11-21 10:00:00.123+00" in ISO form; PostgreSQL writes the zone without minutes.
QString isoTime(QString text)
{
    if (text.size() > 10 && text[10] == u' ') text[10] = u'T';
    const qsizetype sign = std::max(text.lastIndexOf(u'+'), text.lastIndexOf(u'-'));
    if (sign > 10 && text.size() - sign == 3) text += u":00"_s;
    return text;
}

bool isTime(const QString& iso)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?$"_s);
    return form.match(iso).hasMatch();
}

std::optional<Instant> instantOf(const QString& iso, const QByteArray& zone)
{
    const auto utc = parseInstant(iso);
    if (!utc || zone == "UTC") return utc ? std::optional<Instant>(*utc) : std::nullopt;
    // The clock's reading, first taken as UTC, then moved by the zone's offset at that moment.
    const QDateTime reading = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*utc), Qt::UTC);
    const QDateTime there(reading.date(), reading.time(), QTimeZone(zone));
    if (!there.isValid()) return {};
    return instantFromMs(there.toMSecsSinceEpoch());
}

QString clockReading(Instant instant, const QByteArray& zone)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(instant), QTimeZone(zone));
    return there.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
}

Value numberCell(const QString& text)
{
    const auto number = Decimal::parse(QStringView(text));
    return number ? Value(*number) : plainText(text);
}

Value booleanCell(const QString& text)
{
    if (text == u"true" || text == u"t" || text == u"1") return Value(true);
    if (text == u"false" || text == u"f" || text == u"0") return Value(false);
    return plainText(text);
}

/// A text column's characters as PostgreSQL, MySQL and SQLite can hold them.
bool sound(const QString& text)
{
    return !text.contains(QChar(0)) && text.isValidUtf16();
}

qsizetype charactersOf(const QString& text)
{
    const auto low = [](QChar c) { return c.isLowSurrogate(); };
    return text.size() - std::count_if(text.begin(), text.end(), low);
}

Result<std::optional<QString>> numberText(const Decimal& given, const SqlColumn& column)
{
    const Decimal number = column.scale >= 0 && given.scale() > column.scale ? given.normalized() : given;
    if (column.kind == ColumnKind::Number && column.scale >= 0 && number.scale() > column.scale)
        return refused(u"check.decimals"_s, column, {QString::number(column.scale)},
                       u"more decimals than the column keeps"_s);
    // As the column prints it, so that a key reads the same as it was written.
    const bool padded = column.kind == ColumnKind::Number && column.scale > number.scale();
    const QString text = (padded ? number.rounded(column.scale) : number).toString();
    if (column.kind == ColumnKind::Number && column.precision > 0 && column.scale >= 0) {
        const qsizetype point = text.indexOf(u'.');
        qsizetype whole = point < 0 ? text.size() : point;
        if (text.startsWith(u'-')) --whole;
        if (whole == 1 && text.contains(u"0."_s)) whole = 0;
        if (whole > column.precision - column.scale && !number.isZero())
            return refused(u"sql.digits"_s, column, {text}, u"too many digits"_s);
    }
    return std::optional<QString>(text);
}

Result<std::optional<QString>> timeText(Instant instant, const SqlColumn& column, const QByteArray& zone)
{
    if (column.kind == ColumnKind::Date) // whose day it is depends on a zone: the mapping must say
        return refused(u"sql.unfit"_s, column, {formatInstant(instant)}, u"a point in time for a day"_s);
    if (column.kind != ColumnKind::LocalTime) return std::optional<QString>(formatInstant(instant));
    if (zone.isEmpty())
        return refused(u"sql.local-time"_s, column, {}, u"a point in time for a time without zone"_s);
    return std::optional<QString>(clockReading(instant, zone));
}

Result<std::optional<QString>> textText(const QString& text, const SqlColumn& column)
{
    if (!sound(text)) return refused(u"sql.broken-text"_s, column, {}, u"NUL or half a character"_s);
    if (column.kind == ColumnKind::Text && column.maxLength > 0) {
        const qsizetype length = charactersOf(text);
        if (length > column.maxLength)
            return refused(u"check.too-long"_s, column,
                           {QString::number(column.maxLength), QString::number(length)}, u"too long"_s);
    }
    const bool numeric = column.kind == ColumnKind::Number || column.kind == ColumnKind::Approximate;
    if (numeric) {
        const auto number = Decimal::parse(QStringView(text));
        if (number) return numberText(*number, column);
        if (number.error().code != u"decimal.overflow")
            return refused(u"sql.unfit"_s, column, {text.left(80)}, u"no number"_s);
    }
    return std::optional<QString>(text);
}

} // namespace

Value sqlCell(const QString& text, const SqlColumn& column, const QByteArray& localZone)
{
    switch (column.kind) {
    case ColumnKind::Number:
    case ColumnKind::Approximate:
        return numberCell(text);
    case ColumnKind::Boolean:
        return booleanCell(text);
    case ColumnKind::Date: {
        if (text.startsWith(u"0000-00-00"_s)) return {}; // MySQL's way to say nothing
        const auto date = parseDate(QStringView(text).left(10));
        const bool midnight = text.size() == 10 || text.mid(11).startsWith(u"00:00:00"_s);
        return date && midnight ? Value(*date) : plainText(text);
    }
    case ColumnKind::Instant: {
        const auto instant = parseInstant(isoTime(text));
        return instant ? Value(*instant) : plainText(text);
    }
    case ColumnKind::LocalTime: {
        if (text.startsWith(u"0000-00-00"_s)) return {};
        const QString iso = isoTime(text);
        if (!isTime(iso)) return plainText(text);
        if (localZone.isEmpty()) return Value(iso);
        const auto instant = instantOf(iso, localZone);
        return instant ? Value(*instant) : Value(iso);
    }
    default:
        return plainText(text);
    }
}

std::optional<Error> cellFault(const QString& text, const Value& value, const SqlColumn& column)
{
    if (!value.isText()) return {};
    if (text.size() > kMostCharacters)
        return refused(u"sql.cell-too-large"_s, column, {QString::number(kMostCharacters)}, u"too large"_s)
            .error();
    bool wrong = column.kind == ColumnKind::Boolean || column.kind == ColumnKind::Date ||
                 column.kind == ColumnKind::Instant;
    if (column.kind == ColumnKind::Number || column.kind == ColumnKind::Approximate) {
        const auto number = Decimal::parse(QStringView(text));
        wrong = !number && number.error().code != u"decimal.overflow"; // more digits than any ledger takes
    }
    if (!wrong || text.endsWith(u"infinity"_s)) return {};
    return refused(u"sql.cell"_s, column, {text.left(80)}, u"unreadable"_s).error();
}

Result<std::optional<QString>> sqlText(const Value& value, const SqlColumn& column,
                                       const QByteArray& localZone)
{
    const bool text = column.kind == ColumnKind::Text || column.kind == ColumnKind::Enum;
    switch (value.kind()) {
    case Value::Kind::Blank:
        return std::optional<QString>();
    case Value::Kind::Boolean:
        return std::optional<QString>(text ? value.toPlainText() : QString(*value.boolean() ? u'1' : u'0'));
    case Value::Kind::Number:
        return text ? textText(value.toPlainText(), column) : numberText(*value.number(), column);
    case Value::Kind::Text:
        return textText(*value.text(), column);
    case Value::Kind::Date:
        return text ? textText(value.toPlainText(), column)
                    : Result<std::optional<QString>>(std::optional<QString>(formatDate(*value.date())));
    case Value::Kind::Instant:
        return text ? textText(value.toPlainText(), column) : timeText(*value.instant(), column, localZone);
    case Value::Kind::List:
    case Value::Kind::Record:
        break;
    }
    return refused(u"sql.unfit"_s, column, {u"a list"_s}, u"a list or record"_s);
}

bool fitsColumn(const QString& text, const SqlColumn& column)
{
    static const QRegularExpression uuid(u"^\\{?[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\\}?$"_s);
    if (!sound(text)) return false;
    switch (column.kind) {
    case ColumnKind::Number: {
        const auto number = Decimal::parse(QStringView(text));
        return number && (column.scale != 0 || number->isInteger());
    }
    case ColumnKind::Date:
        return parseDate(text).has_value();
    case ColumnKind::Instant:
        return parseInstant(isoTime(text)).has_value();
    case ColumnKind::LocalTime:
        return isTime(isoTime(text));
    case ColumnKind::Enum:
        return column.values.isEmpty() || column.values.contains(text);
    default:
        return (column.type != u"uuid" && column.type != u"uniqueidentifier") || uuid.match(text).hasMatch();
    }
}

Result<QString> overlapped(const QString& stamp, const SqlColumn& column, qint64 overlap,
                           const QByteArray& localZone)
{
    const auto unfit = [&] {
        return fail(ErrorKind::BadConfig, u"connector.cursor"_s, u"no position: "_s + stamp.left(80),
                    {stamp.left(80)});
    };
    if (stamp.isEmpty()) return stamp;
    if (column.kind == ColumnKind::Number || column.kind == ColumnKind::Approximate) {
        const auto number = Decimal::parse(QStringView(stamp));
        if (!number) return unfit();
        const auto earlier = number->minus(Decimal(overlap));
        return earlier ? Result<QString>(earlier->toString()) : unfit();
    }
    if (column.kind == ColumnKind::Date) {
        const auto date = parseDate(QStringView(stamp).left(10));
        if (!date) return unfit();
        return formatDate(date->addDays(-((overlap + 86'399) / 86'400)));
    }
    if (column.kind != ColumnKind::Instant && column.kind != ColumnKind::LocalTime) return stamp;
    QString text = stamp;
    if (column.kind == ColumnKind::LocalTime && text.endsWith(u'Z') && !localZone.isEmpty()) {
        const auto instant = parseInstant(text);
        if (!instant) return unfit();
        const auto reading = sqlText(model::Value(*instant), column, localZone);
        if (!reading || !*reading) return unfit();
        text = **reading;
    }
    // The form of the stamp is kept: where times are texts they are compared as such.
    if (text.size() < 19) return unfit();
    QString first = text.left(19);
    first[10] = u'T';
    const QDateTime time = QDateTime::fromString(first + u'Z', Qt::ISODate);
    if (!time.isValid()) return unfit();
    QString earlier = time.addSecs(-overlap).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    earlier[10] = text[10];
    return earlier + text.mid(19);
}

} // namespace tieout::connectors
