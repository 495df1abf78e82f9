#include "connectors/rest/reading/answerenvelope.h"

namespace tieout::connectors {

using model::FieldType;
using model::Value;

FieldType memberType(size_t member)
{
    if (member == Envelope::Next) return FieldType::Text;
    return member == Envelope::Done || member == Envelope::More ? FieldType::Boolean : FieldType::Number;
}

void keepMember(DecodedPage& page, size_t member, const Value& value)
{
    const auto number = [&]() -> std::optional<qint64> {
        return value.number() ? value.number()->toInteger() : std::nullopt;
    };
    switch (member) {
    case Envelope::Total:
        page.total = number();
        break;
    case Envelope::PageCount:
        page.pageCount = number();
        break;
    case Envelope::PageSize:
        page.pageSize = number();
        break;
    case Envelope::Next:
        page.next = value.isBlank() ? QString() : value.toPlainText();
        break;
    case Envelope::Done:
        if (value.boolean()) page.done = *value.boolean();
        break;
    case Envelope::More:
        if (value.boolean()) page.more = *value.boolean();
        break;
    default:
        break;
    }
}

} // namespace tieout::connectors
