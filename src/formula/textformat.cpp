#include "formula/textformat.h"

#include "formula/arithmetic.h"
#include "formula/coerce.h"

#include <QLocale>

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

/// One piece of a picture: a run of one letter or sign, or literal text.
struct Piece {
    QChar sign; ///< null for literal text
    QString text;
};

std::optional<QList<Piece>> pieces(QStringView picture)
{
    QList<Piece> found;
    for (qsizetype i = 0; i < picture.size(); ++i) {
        const QChar c = picture[i];
        if (c == u'"') {
            const qsizetype close = picture.indexOf(u'"', i + 1);
            if (close < 0) return std::nullopt;
            found.append({QChar(), picture.mid(i + 1, close - i - 1).toString()});
            i = close;
        } else if (c == u'\\') {
            found.append({QChar(), picture.mid(++i, 1).toString()});
        } else if (!found.isEmpty() && found.last().sign == c) {
            found.last().text += c;
        } else {
            found.append({c, QString(c)});
        }
    }
    return found;
}

QList<QStringView> sections(QStringView picture)
{
    QList<QStringView> found;
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < picture.size(); ++i) {
        if (picture[i] == u'"') quoted = !quoted;
        if (picture[i] != u';' || quoted) continue;
        found.append(picture.mid(start, i - start));
        start = i + 1;
    }
    found.append(picture.mid(start));
    return found;
}

/// What a number picture asks for.
struct NumberPicture {
    QString before;
    QString after;
    int wholeDigits = 0;
    int leastPlaces = 0;
    int mostPlaces = 0;
    int percents = 0;
    bool grouped = false;
    bool anyDigit = false;
};

std::optional<NumberPicture> numberPicture(QStringView section)
{
    const auto parts = pieces(section);
    if (!parts) return std::nullopt;
    NumberPicture picture;
    bool behindPoint = false;
    for (const Piece& piece : *parts) {
        const int size = int(piece.text.size());
        if (piece.sign == u'0' || piece.sign == u'#' || piece.sign == u'?') {
            picture.anyDigit = true;
            const bool zeros = piece.sign == u'0';
            if (behindPoint) {
                picture.mostPlaces += size;
                picture.leastPlaces = zeros ? picture.mostPlaces : picture.leastPlaces;
            } else if (zeros) {
                picture.wholeDigits += size;
            }
        } else if (piece.sign == u'.' && size == 1 && !behindPoint) {
            behindPoint = true;
        } else if (piece.sign == u',' && picture.anyDigit && !behindPoint) {
            picture.grouped = true;
        } else if (piece.sign.isLetter()) {
            return std::nullopt;
        } else {
            picture.percents += piece.sign == u'%' ? size : 0;
            (picture.anyDigit ? picture.after : picture.before) += piece.text;
        }
    }
    return picture;
}

QString grouped(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return digits;
}

QString written(const Decimal& magnitude, const NumberPicture& picture)
{
    if (!picture.anyDigit) return picture.before + picture.after;
    const QString plain = magnitude.rounded(picture.mostPlaces).toString();
    const qsizetype point = plain.indexOf(u'.');
    QString whole = point < 0 ? plain : plain.left(point);
    QString places = point < 0 ? QString() : plain.mid(point + 1);
    if (whole == "0"_L1 && picture.wholeDigits == 0) whole.clear();
    whole = whole.rightJustified(picture.wholeDigits, u'0');
    while (places.size() > picture.leastPlaces && places.endsWith(u'0'))
        places.chop(1);
    const bool showPoint = picture.mostPlaces > 0;
    return picture.before + (picture.grouped ? grouped(whole) : whole) + (showPoint ? u"."_s : QString()) +
           places + picture.after;
}

std::optional<QString> formatNumber(const Decimal& number, const QString& text)
{
    const QList<QStringView> choices = sections(text);
    const bool zeroSection = number.isZero() && choices.size() > 2;
    const bool minusSection = number.isNegative() && choices.size() > 1;
    const auto picture = numberPicture(choices[zeroSection ? 2 : minusSection ? 1 : 0]);
    if (!picture) return std::nullopt;
    Decimal scaled = number;
    for (int i = 0; i < picture->percents; ++i) {
        const auto times = scaled.times(Decimal(100));
        if (!times) return std::nullopt;
        scaled = *times;
    }
    const bool minus = number.isNegative() && !minusSection &&
                       !roundedTo(scaled, picture->mostPlaces, Rounding::HalfAwayFromZero).isZero();
    return (minus ? u"-"_s : QString()) + written(scaled.abs(), *picture);
}

QString padded(int number, qsizetype width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// One letter run of a date picture; `minutes`: this m stands for minutes.
std::optional<QString> dateField(const Piece& piece, const QDateTime& moment, bool minutes, bool halfDay)
{
    const qsizetype size = piece.text.size();
    const QDate date = moment.date();
    const QTime time = moment.time();
    const QLocale english = QLocale::c();
    switch (piece.sign.toLower().unicode()) {
    case u'y':
        return size > 2 ? padded(date.year(), 4) : padded(date.year() % 100, 2);
    case u'm':
        if (minutes) return padded(time.minute(), std::min<qsizetype>(size, 2));
        if (size > 2)
            return english.monthName(date.month(), size == 3 ? QLocale::ShortFormat : QLocale::LongFormat);
        return padded(date.month(), size);
    case u'd':
        if (size > 2)
            return english.dayName(date.dayOfWeek(), size == 3 ? QLocale::ShortFormat : QLocale::LongFormat);
        return padded(date.day(), size);
    case u'h':
        return padded(halfDay ? (time.hour() + 11) % 12 + 1 : time.hour(), std::min<qsizetype>(size, 2));
    case u's':
        return padded(time.second(), std::min<qsizetype>(size, 2));
    default:
        return piece.sign.isLetter() ? std::nullopt : std::optional(piece.text);
    }
}

bool isMinutes(const QList<Piece>& parts, qsizetype at)
{
    const auto letterAt = [&](qsizetype index) { return parts[index].sign.toLower(); };
    for (qsizetype i = at - 1; i >= 0; --i) {
        if (parts[i].sign.isLetter()) return letterAt(i) == u'h';
    }
    for (qsizetype i = at + 1; i < parts.size(); ++i) {
        if (parts[i].sign.isLetter()) return letterAt(i) == u's';
    }
    return false;
}

std::optional<QString> formatMoment(const QDateTime& moment, const QString& text)
{
    QString picture = text;
    const bool halfDay = picture.contains("AM/PM"_L1, Qt::CaseInsensitive);
    if (halfDay)
        picture.replace("AM/PM"_L1, moment.time().hour() < 12 ? "\"AM\""_L1 : "\"PM\""_L1,
                        Qt::CaseInsensitive);
    const auto parts = pieces(picture);
    if (!parts) return std::nullopt;
    QString out;
    for (qsizetype i = 0; i < parts->size(); ++i) {
        const Piece& piece = parts->at(i);
        if (piece.sign.isNull()) {
            out += piece.text;
            continue;
        }
        const auto field = dateField(piece, moment, isMinutes(*parts, i), halfDay);
        if (!field) return std::nullopt;
        out += *field;
    }
    return out;
}

} // namespace

std::optional<QString> formatValue(const Value& value, const QString& picture, const QTimeZone& zone)
{
    if (value.list() || value.record()) return std::nullopt;
    const bool general = picture.compare("General"_L1, Qt::CaseInsensitive) == 0 || picture == "@"_L1;
    if (general || value.boolean()) return toText(value);
    if (const Date* date = value.date())
        return formatMoment(QDateTime(*date, QTime(0, 0), QTimeZone::utc()), picture);
    if (const Instant* instant = value.instant())
        return formatMoment(QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*instant), zone), picture);
    if (const auto number = toNumber(value)) return formatNumber(*number, picture);
    if (const auto date = toDate(value, zone))
        return formatMoment(QDateTime(*date, QTime(0, 0), QTimeZone::utc()), picture);
    return toText(value);
}

} // namespace tieout::formula
