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

/// [Red] shows nothing, [$EUR-407] its currency; [h] and conditions are not known.
std::optional<QString> bracketed(QStringView inside)
{
    if (inside.startsWith(u'$')) return inside.mid(1, inside.indexOf(u'-') - 1).toString();
    static const QStringList kColours{u"black"_s, u"blue"_s,    u"cyan"_s,  u"green"_s,
                                      u"red"_s,   u"magenta"_s, u"white"_s, u"yellow"_s};
    return kColours.contains(inside.toString().toLower()) ? std::optional(QString()) : std::nullopt;
}

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
        } else if (c == u'_') { // as wide as the next sign
            found.append({QChar(), u" "_s});
            ++i;
        } else if (c == u'*') { // fills a cell's width; there is no cell
            ++i;
        } else if (c == u'[') {
            const qsizetype close = picture.indexOf(u']', i + 1);
            if (close < 0) return std::nullopt;
            const auto shown = bracketed(picture.mid(i + 1, close - i - 1));
            if (!shown) return std::nullopt;
            found.append({QChar(), *shown});
            i = close;
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

/// A place for one digit (0, # or ?), or literal text.
struct Slot {
    QChar sign;
    QString text;
};

/// What a number picture asks for.
struct NumberPicture {
    QList<Slot> whole;  ///< up to the point
    QList<Slot> places; ///< behind it
    int leastPlaces = 0;
    int mostPlaces = 0;
    int percents = 0;
    int thousands = 0; ///< commas behind the last digit: each divides by a thousand
    bool point = false;
    bool grouped = false;
    bool anyDigit = false;
};

bool isDigitSign(QChar sign)
{
    return sign == u'0' || sign == u'#' || sign == u'?';
}

/// Is there a place for a digit from `at` on, before the point?
bool digitFollows(const QList<Piece>& parts, qsizetype at)
{
    for (qsizetype i = at; i < parts.size() && parts[i].sign != u'.'; ++i) {
        if (isDigitSign(parts[i].sign)) return true;
    }
    return false;
}

/// "0,00" and "#.##0,00": written for a decimal comma, which would group here.
bool hasDecimalComma(const QList<Piece>& parts, qsizetype comma, bool pointBefore)
{
    const Piece* next = comma + 1 < parts.size() ? &parts[comma + 1] : nullptr;
    if (!next || !isDigitSign(next->sign)) return false;
    if (pointBefore) return true;
    const bool ends =
        comma + 2 >= parts.size() || !(isDigitSign(parts[comma + 2].sign) || parts[comma + 2].sign == u'.' ||
                                       parts[comma + 2].sign == u',');
    return ends && next->text == "00"_L1;
}

void addDigits(NumberPicture& picture, const Piece& piece)
{
    picture.anyDigit = true;
    for (QChar sign : piece.text)
        (picture.point ? picture.places : picture.whole).append({sign, {}});
    if (!picture.point) return;
    picture.mostPlaces += int(piece.text.size());
    if (piece.sign == u'0') picture.leastPlaces = picture.mostPlaces;
}

std::optional<NumberPicture> numberPicture(QStringView section)
{
    const auto parts = pieces(section);
    if (!parts) return std::nullopt;
    NumberPicture picture;
    for (qsizetype i = 0; i < parts->size(); ++i) {
        const Piece& piece = parts->at(i);
        if (isDigitSign(piece.sign)) {
            addDigits(picture, piece);
        } else if (piece.sign == u'.' && piece.text.size() == 1 && !picture.point) {
            picture.point = true;
        } else if (piece.sign == u',' && picture.anyDigit) {
            if (hasDecimalComma(*parts, i, picture.point)) return std::nullopt;
            if (!digitFollows(*parts, i))
                picture.thousands += int(piece.text.size());
            else
                picture.grouped = picture.grouped || !picture.point;
        } else if (piece.sign.isLetter() || piece.sign == u'/') { // no exponents, no fractions
            return std::nullopt;
        } else {
            picture.percents += piece.sign == u'%' ? int(piece.text.size()) : 0;
            (picture.point ? picture.places : picture.whole).append({QChar(), piece.text});
        }
    }
    return picture;
}

/// Digits from the right into their places; the leftmost place takes all that are left.
QString writtenWhole(const QString& digits, const NumberPicture& picture)
{
    QString text;
    qsizetype next = digits.size();
    int taken = 0;
    const auto put = [&](QChar digit) {
        if (picture.grouped && taken > 0 && taken % 3 == 0) text.prepend(u',');
        text.prepend(digit);
        ++taken;
    };
    const auto isPlace = [](const Slot& slot) { return !slot.sign.isNull(); };
    const auto first = std::find_if(picture.whole.begin(), picture.whole.end(), isPlace);
    for (qsizetype i = picture.whole.size() - 1; i >= 0; --i) {
        const Slot& slot = picture.whole[i];
        if (slot.sign.isNull())
            text.prepend(slot.text);
        else if (next > 0)
            put(digits[--next]);
        else if (slot.sign == u'0')
            put(u'0');
        else if (slot.sign == u'?')
            text.prepend(u' ');
        while (i == std::distance(picture.whole.begin(), first) && next > 0)
            put(digits[--next]);
    }
    // ".00": no place before the point, but digits.
    while (first == picture.whole.end() && next > 0)
        text.prepend(digits[--next]);
    return text;
}

QString writtenPlaces(const QString& digits, const NumberPicture& picture)
{
    qsizetype needed = digits.size();
    while (needed > picture.leastPlaces && digits[needed - 1] == u'0')
        --needed;
    QString text;
    qsizetype next = 0;
    for (const Slot& slot : picture.places) {
        if (slot.sign.isNull())
            text += slot.text;
        else if (next++ < needed)
            text += digits[next - 1];
        else if (slot.sign == u'?')
            text += u' ';
    }
    return text;
}

QString written(const Decimal& magnitude, const NumberPicture& picture)
{
    const QString plain = magnitude.rounded(picture.mostPlaces).toString();
    const qsizetype point = plain.indexOf(u'.');
    QString whole = point < 0 ? plain : plain.left(point);
    const QString places = point < 0 ? QString() : plain.mid(point + 1);
    if (whole == "0"_L1 || !picture.anyDigit) whole.clear();
    return writtenWhole(whole, picture) + (picture.point ? u"."_s : QString()) +
           writtenPlaces(places.leftJustified(picture.mostPlaces, u'0'), picture);
}

/// A hundred times for each %, a thousandth for each comma behind the digits.
std::optional<Decimal> scaled(Decimal number, const NumberPicture& picture)
{
    for (int i = 0; i < picture.percents + picture.thousands; ++i) {
        const auto next = number.times(i < picture.percents ? Decimal(100) : Decimal::fromScaled(1, 3));
        if (!next) return std::nullopt;
        number = *next;
    }
    return number;
}

std::optional<QString> formatNumber(const Decimal& number, const QString& text)
{
    const QList<QStringView> choices = sections(text);
    const bool zeroSection = number.isZero() && choices.size() > 2;
    const bool minusSection = number.isNegative() && choices.size() > 1;
    const auto picture = numberPicture(choices[zeroSection ? 2 : minusSection ? 1 : 0]);
    if (!picture) return std::nullopt;
    const auto value = scaled(number, *picture);
    if (!value) return std::nullopt;
    const bool minus = number.isNegative() && !minusSection &&
                       !roundedTo(*value, picture->mostPlaces, Rounding::HalfAwayFromZero).isZero();
    return (minus ? u"-"_s : QString()) + written(value->abs(), *picture);
}

/// A text has the fourth section, or any picture with @, which stands for it.
QString formatText(const QString& text, const QString& picture)
{
    const QList<QStringView> choices = sections(picture);
    const QStringView section = choices.size() > 3 ? choices[3] : choices.last();
    const auto parts = pieces(section);
    const bool meant = parts && std::any_of(parts->begin(), parts->end(),
                                            [](const Piece& piece) { return piece.sign == u'@'; });
    if (!meant) return choices.size() > 3 && parts ? QString() : text;
    QString shown;
    for (const Piece& piece : *parts) {
        for (qsizetype i = 0; piece.sign == u'@' && i < piece.text.size(); ++i)
            shown += text;
        if (piece.sign != u'@') shown += piece.text;
    }
    return shown;
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
            return english.monthName(date.month(), size == 3 ? QLocale::ShortFormat : QLocale::LongFormat)
                .left(size == 5 ? 1 : -1);
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
        // As in yyyy-mm-ddThh:mm:ssZ. A place for a digit belongs to a number.
        if (piece.text == "T"_L1 || piece.text == "Z"_L1) return piece.text;
        return piece.sign.isLetter() || isDigitSign(piece.sign) ? std::nullopt : std::optional(piece.text);
    }
}

bool isDateLetter(QChar sign)
{
    return QStringView(u"ymdhs").contains(sign.toLower());
}

/// ss.000: is the run of zeros at this place a fraction of seconds?
bool isFraction(const QList<Piece>& parts, qsizetype at)
{
    return at > 1 && parts[at].sign == u'0' && parts[at - 1].sign == u'.' &&
           parts[at - 2].sign.toLower() == u's';
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
        if (isFraction(*parts, i)) {
            out += padded(moment.time().msec(), 3)
                       .leftJustified(piece.text.size(), u'0')
                       .left(piece.text.size());
            continue;
        }
        const auto field = dateField(piece, moment, isMinutes(*parts, i), halfDay);
        if (!field) return std::nullopt;
        out += *field;
    }
    return out;
}

} // namespace

bool isDatePicture(const QString& picture)
{
    const auto parts = pieces(picture);
    return parts && std::any_of(parts->begin(), parts->end(),
                                [](const Piece& piece) { return isDateLetter(piece.sign); });
}

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
    return value.text() ? formatText(*value.text(), picture) : toText(value);
}

} // namespace tieout::formula
