#include "sandbox/salesforce/fragment.h"

#include "base/decimal.h"

#include <cstring>

namespace tieout::sandbox::salesforce {

namespace {

template<class Out>
void quote(Out& out, QStringView text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    const QByteArray utf8 = text.toUtf8();
    out.push_back('"');
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out.append("\\\"");
            break;
        case '\\':
            out.append("\\\\");
            break;
        case '\n':
            out.append("\\n");
            break;
        case '\r':
            out.append("\\r");
            break;
        case '\t':
            out.append("\\t");
            break;
        default:
            if (uchar(c) < 0x20) {
                out.append("\\u00");
                out.push_back(kHex[uchar(c) >> 4]);
                out.push_back(kHex[uchar(c) & 15]);
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
}

void twoDigits(char* out, unsigned value)
{
    out[0] = char('0' + value / 10 % 10);
    out[1] = char('0' + value % 10);
}

} // namespace

std::string textFragment(QStringView text)
{
    std::string out;
    out.reserve(size_t(text.size()) + 2);
    quote(out, text);
    return out;
}

void appendQuoted(QByteArray& out, QStringView text)
{
    quote(out, text);
}

std::string boolFragment(bool value)
{
    return value ? "true" : "false";
}

std::string numberFragment(const Decimal& value)
{
    return value.toByteArray().toStdString();
}

std::string dateFragment(Date date)
{
    return textFragment(formatDate(date));
}

QString fragmentText(std::string_view fragment)
{
    if (fragment.size() < 2 || fragment.front() != '"')
        return QString::fromLatin1(fragment.data(), qsizetype(fragment.size()));
    if (fragment.find('\\') == std::string_view::npos)
        return QString::fromUtf8(fragment.data() + 1, qsizetype(fragment.size()) - 2);
    return fragmentJson(fragment).toText();
}

Decimal fragmentNumber(std::string_view fragment)
{
    return Decimal::parse(fragment).value_or(Decimal());
}

Json fragmentJson(std::string_view fragment)
{
    if (fragment.empty()) return {};
    return Json::parse(QByteArrayView(fragment.data(), qsizetype(fragment.size()))).value_or(Json());
}

void writeStamp(char* out, qint64 msSinceEpoch)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(msSinceEpoch)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const auto ms = unsigned((time - day).count());
    std::memcpy(out, "0000-00-00T00:00:00.000+0000", 28);
    const auto year = unsigned(int(date.year()));
    twoDigits(out, year / 100);
    twoDigits(out + 2, year % 100);
    twoDigits(out + 5, unsigned(date.month()));
    twoDigits(out + 8, unsigned(date.day()));
    twoDigits(out + 11, ms / 3'600'000);
    twoDigits(out + 14, ms / 60'000 % 60);
    twoDigits(out + 17, ms / 1'000 % 60);
    out[20] = char('0' + ms / 100 % 10);
    twoDigits(out + 21, ms % 100);
}

std::string stampFragment(qint64 msSinceEpoch)
{
    std::string out(30, '"');
    writeStamp(out.data() + 1, msSinceEpoch);
    return out;
}

} // namespace tieout::sandbox::salesforce
