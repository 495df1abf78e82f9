#include "connectors/rest/reading/answerscan.h"

#include <simdjson.h>

namespace tieout::connectors {

namespace od = simdjson::ondemand;
using simdjson::error_code;

namespace {

/// The value as the manifest would write it; nothing for an empty one.
std::optional<QString> plainText(od::value value)
{
    od::json_type type;
    if (value.type().get(type) != simdjson::SUCCESS) return std::nullopt;
    switch (type) {
    case od::json_type::array: {
        bool isEmpty = true;
        od::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS) return std::nullopt;
        if (array.is_empty().get(isEmpty) != simdjson::SUCCESS || isEmpty) return std::nullopt;
        return QStringLiteral("[]");
    }
    case od::json_type::object:
        return QStringLiteral("{}");
    case od::json_type::boolean: {
        bool flag = false;
        if (value.get_bool().get(flag) != simdjson::SUCCESS) return std::nullopt;
        return flag ? QStringLiteral("true") : QStringLiteral("false");
    }
    case od::json_type::string: {
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS) return std::nullopt;
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    case od::json_type::number: {
        const std::string_view token = value.raw_json_token();
        return QString::fromLatin1(token.data(), qsizetype(token.size())).trimmed();
    }
    default:
        return std::nullopt;
    }
}

bool fits(od::document& document, const ErrorBodySpec::Failed& condition)
{
    od::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS) return false;
    const QList<QByteArray> parts = condition.member.toUtf8().split('.');
    od::value value;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::string_view name(parts.at(i).constData(), size_t(parts.at(i).size()));
        if (i > 0 && value.get_object().get(object) != simdjson::SUCCESS) return false;
        if (object.find_field_unordered(name).get(value) != simdjson::SUCCESS) return false;
    }
    const std::optional<QString> text = plainText(value);
    if (!condition.values.isEmpty()) return text && condition.values.contains(*text);
    return text && !text->isEmpty() && *text != u"false";
}

} // namespace

bool saysFailed(const QByteArray& body, const QList<ErrorBodySpec::Failed>& conditions)
{
    if (conditions.isEmpty()) return false;
    QByteArray padded = body;
    const qsizetype size = padded.size();
    padded.reserve(size + qsizetype(simdjson::SIMDJSON_PADDING));
    od::parser parser;
    for (const ErrorBodySpec::Failed& condition : conditions) {
        od::document document;
        const error_code error =
            parser.iterate(padded.constData(), size_t(size), size_t(padded.capacity())).get(document);
        if (error == simdjson::SUCCESS && fits(document, condition)) return true;
    }
    return false;
}

} // namespace tieout::connectors
