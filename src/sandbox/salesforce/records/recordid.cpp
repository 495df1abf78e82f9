#include "sandbox/salesforce/records/recordid.h"

#include <cstring>

namespace tieout::sandbox::salesforce {

namespace {

constexpr char kDigits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr char kChecks[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

bool isIdCharacter(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

} // namespace

std::optional<RecordId> RecordId::parse(QStringView id)
{
    if (id.size() != 15 && id.size() != 18) return {};
    RecordId parsed;
    for (qsizetype i = 0; i < id.size(); ++i) {
        const char16_t c = id[i].unicode();
        if (!isIdCharacter(c)) return {};
        if (i < 15) parsed.text[size_t(i)] = char(c);
    }
    return parsed;
}

RecordId RecordId::make(std::string_view prefix, quint64 number)
{
    RecordId made;
    made.text.fill('0');
    std::copy_n(prefix.begin(), 3, made.text.begin());
    // Two characters of their own keep generated ids apart from those that arrive with loaded records.
    made.text[3] = 'P';
    made.text[4] = 'c';
    for (size_t i = 14; i > 4 && number > 0; --i) {
        made.text[i] = kDigits[number % 62];
        number /= 62;
    }
    return made;
}

void RecordId::writeTo(char* out) const
{
    std::memcpy(out, text.data(), 15);
    for (size_t block = 0; block < 3; ++block) {
        unsigned bits = 0;
        for (size_t i = 0; i < 5; ++i) {
            const char c = text[block * 5 + i];
            bits |= unsigned(c >= 'A' && c <= 'Z') << i;
        }
        out[15 + block] = kChecks[bits];
    }
}

QString RecordId::toString() const
{
    char full[18];
    writeTo(full);
    return QString::fromLatin1(full, 18);
}

} // namespace tieout::sandbox::salesforce
