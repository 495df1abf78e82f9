#include "sandbox/cin7/wire.h"

namespace tieout::sandbox::cin7 {

const Json& memberOf(const Json& object, QStringView name)
{
    static const Json kNone;
    for (const auto& [key, value] : object.toObject()) {
        if (name.compare(key, Qt::CaseInsensitive) == 0) return value;
    }
    return kNone;
}

bool hasMember(const Json& object, QStringView name)
{
    const Json::Object& members = object.toObject();
    return std::any_of(members.begin(), members.end(), [name](const Json::Member& member) {
        return name.compare(member.first, Qt::CaseInsensitive) == 0;
    });
}

bool isBlank(const Json& value)
{
    return value.isNull() || (value.isText() && value.toText().trimmed().isEmpty());
}

std::optional<Decimal> amountOf(const Json& value)
{
    if (value.isNumber()) return value.toDecimal();
    if (!value.isText()) return {};
    const auto parsed = Decimal::parse(QStringView(value.toText()));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

Decimal amountOrZero(const Json& value)
{
    return amountOf(value).value_or(Decimal());
}

Decimal plus(const Decimal& left, const Decimal& right)
{
    return left.plus(right).value_or(left);
}

Decimal minus(const Decimal& left, const Decimal& right)
{
    return left.minus(right).value_or(left);
}

Decimal times(const Decimal& left, const Decimal& right)
{
    return left.times(right).value_or(left);
}

Decimal share(const Decimal& amount, const Decimal& percent)
{
    return times(amount, percent).dividedBy(Decimal(100)).value_or(Decimal()).rounded(2);
}

Decimal taxWithin(const Decimal& total, const Decimal& percent)
{
    return times(total, percent).dividedBy(plus(Decimal(100), percent)).value_or(Decimal()).rounded(2);
}

Response titlePage(int status, const QByteArray& title)
{
    return pageReply(status, "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" +
                                 title + "</h1></body></html>");
}

} // namespace tieout::sandbox::cin7
