#include "connectors/files/numbertext.h"

namespace tieout::connectors {

namespace {

constexpr std::string_view kCurrencies[] = {"$", "\xE2\x82\xAC" /* € */, "\xC2\xA3" /* £ */,
                                            "\xC2\xA5" /* ¥ */};
constexpr std::string_view kMinus = "\xE2\x88\x92";
/// Marks that group thousands besides the point and the comma: blank, no-break blanks, apostrophes.
constexpr std::string_view kGroups[] = {" ", "'", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x99"};

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool takeStart(std::string_view& text, std::string_view start)
{
    if (text.substr(0, start.size()) != start) return false;
    text.remove_prefix(start.size());
    return true;
}

bool takeEnd(std::string_view& text, std::string_view end)
{
    if (text.size() < end.size() || text.substr(text.size() - end.size()) != end) return false;
    text.remove_suffix(end.size());
    return true;
}

} // namespace

PlainNumber::PlainNumber(std::string_view text, DecimalMark mark)
{
    constexpr size_t kLongest = 200;
    text = trimmed(text);
    if (text.empty() || text.size() > kLongest) return;
    const std::string_view body = withoutSigns(text);
    if (m_negative) (void)put('-');
    m_isNumber = takeBody(body, mark == DecimalMark::Comma ? ',' : '.');
}

/// Takes off what stands around the digits: a sign on either side, brackets, one currency sign.
std::string_view PlainNumber::withoutSigns(std::string_view text)
{
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        m_negative = true;
        text = trimmed(text.substr(1, text.size() - 2));
    }
    bool signTaken = m_negative;
    bool currencyTaken = false;
    for (bool more = true; more && !text.empty();) {
        more = false;
        if (!signTaken && (takeStart(text, "-") || takeStart(text, kMinus))) {
            m_negative = signTaken = more = true;
        } else if (!signTaken && takeStart(text, "+")) {
            signTaken = more = true;
        } else if (!signTaken && takeEnd(text, "-")) {
            m_negative = signTaken = more = true;
        }
        for (const std::string_view currency : kCurrencies) {
            if (!currencyTaken && (takeStart(text, currency) || takeEnd(text, currency)))
                currencyTaken = more = true;
        }
        if (more) text = trimmed(text);
    }
    return text;
}

bool PlainNumber::put(char character)
{
    if (m_size == m_text.size()) {
        m_tooLong = true;
        return true; // goes on to learn whether it is a number at all
    }
    m_text[m_size++] = character;
    return true;
}

/// The whole part with its groups: "1,234,567", "12,34,567", "1234567".
bool PlainNumber::takeGroups(std::string_view& body, char mark)
{
    const char other = mark == '.' ? ',' : '.';
    std::string_view group;
    int inGroup = 0;
    int groups = 0;
    while (!body.empty()) {
        if (isDigit(body.front())) {
            (void)put(body.front());
            body.remove_prefix(1);
            ++inGroup;
            continue;
        }
        std::string_view separator;
        if (body.front() == other) separator = body.substr(0, 1);
        for (const std::string_view known : kGroups) {
            if (body.substr(0, known.size()) == known) separator = body.substr(0, known.size());
        }
        if (separator.empty()) break;
        if (!group.empty() && separator != group) return false;
        const bool fits = groups == 0 ? inGroup >= 1 && inGroup <= 3 : inGroup == 2 || inGroup == 3;
        if (!fits) return false;
        if (separator.front() == other) m_hasMark = true;
        group = separator;
        ++groups;
        inGroup = 0;
        body.remove_prefix(separator.size());
    }
    return groups == 0 || inGroup == 3;
}

bool PlainNumber::takeExponent(std::string_view body)
{
    if (body.front() != 'e' && body.front() != 'E') return false;
    (void)put('e');
    body.remove_prefix(1);
    if (!body.empty() && (body.front() == '-' || body.front() == '+')) {
        (void)put(body.front());
        body.remove_prefix(1);
    }
    if (body.empty() || body.size() > 4) return false;
    for (const char digit : body) {
        if (!isDigit(digit)) return false;
        (void)put(digit);
    }
    return true;
}

bool PlainNumber::takeBody(std::string_view body, char mark)
{
    if (body.empty()) return false;
    m_leadingZero = body.size() > 1 && body[0] == '0' && isDigit(body[1]);
    const size_t before = m_size;
    if (!isDigit(body.front()) && body.front() != mark) return false;
    if (!takeGroups(body, mark)) return false;
    bool anyDigit = m_size > before;
    if (!body.empty() && body.front() == mark) {
        m_hasMark = true;
        (void)put('.');
        body.remove_prefix(1);
        while (!body.empty() && isDigit(body.front())) {
            (void)put(body.front());
            body.remove_prefix(1);
            anyDigit = true;
        }
    }
    return anyDigit && (body.empty() || takeExponent(body));
}

NumberShape numberShape(std::string_view text)
{
    NumberShape shape;
    const PlainNumber point(text, DecimalMark::Point);
    const PlainNumber comma(text, DecimalMark::Comma);
    shape.asPoint = point.isNumber();
    shape.asComma = comma.isNumber();
    shape.isNumber = shape.asPoint || shape.asComma;
    if (!shape.isNumber) return shape;
    const PlainNumber& any = shape.asPoint ? point : comma;
    shape.leadingZero = any.hasLeadingZero();
    const auto parsed = any.isTooLong() ? Result<Decimal>(fail(Error{})) : Decimal::parse(any.text());
    shape.tooLong = !parsed;
    shape.sameBoth = !point.hasMark() && !comma.hasMark();
    return shape;
}

} // namespace tieout::connectors
