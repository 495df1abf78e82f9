#include "formula/check.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

const Field* findField(const QList<Field>& fields, const QStringList& names, bool* list)
{
    const QList<Field>* level = &fields;
    const Field* found = nullptr;
    bool crossed = false;
    for (const QString& name : names) {
        const auto named =
            std::find_if(level->begin(), level->end(), [&](const Field& f) { return f.name == name; });
        if (named == level->end()) return nullptr;
        found = &*named;
        crossed = crossed || found->type == FieldType::List;
        level = &found->fields;
    }
    if (list) *list = crossed;
    return found;
}

quint16 kindsOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Enum:
    case FieldType::Id:
        return StaticType::Text;
    case FieldType::Number:
    case FieldType::Money:
        return StaticType::Number;
    case FieldType::Boolean:
        return StaticType::Boolean;
    case FieldType::Date:
        return StaticType::Date;
    case FieldType::Instant:
        return StaticType::Instant;
    case FieldType::Record:
        return StaticType::Record;
    case FieldType::List:
        return StaticType::List;
    }
    return StaticType::Anything;
}

QString kindWords(quint16 kinds)
{
    static constexpr std::pair<quint16, const char16_t*> kWords[] = {
        {StaticType::Number, u"number"}, {StaticType::Text, u"text"},       {StaticType::Boolean, u"boolean"},
        {StaticType::Date, u"date"},     {StaticType::Instant, u"instant"}, {StaticType::List, u"list"},
        {StaticType::Record, u"record"},
    };
    QStringList words;
    for (const auto& [kind, word] : kWords) {
        if (kinds & kind) words.append(QString::fromUtf16(word));
    }
    return words.join(u" or "_s);
}

} // namespace tieout::formula
