#include "model/schema.h"

#include "model/words.h"

namespace tieout::model {

namespace {

constexpr Words<FieldType, 10> kFieldTypes{{{FieldType::Text, u"text"},
                                            {FieldType::Number, u"number"},
                                            {FieldType::Money, u"money"},
                                            {FieldType::Boolean, u"boolean"},
                                            {FieldType::Date, u"date"},
                                            {FieldType::Instant, u"instant"},
                                            {FieldType::Enum, u"enum"},
                                            {FieldType::Id, u"id"},
                                            {FieldType::Record, u"record"},
                                            {FieldType::List, u"list"}}};

} // namespace

QString fieldTypeName(FieldType type)
{
    return wordFor(kFieldTypes, type);
}

std::optional<FieldType> fieldTypeFromName(QStringView name)
{
    return valueFor(kFieldTypes, name);
}

bool Field::operator==(const Field&) const = default;

const Field* ObjectSchema::find(QStringView dotted) const
{
    const QList<Field>* level = &fields;
    for (;;) {
        const qsizetype dot = dotted.indexOf(u'.');
        const QStringView first = dot < 0 ? dotted : dotted.first(dot);
        const Field* found = nullptr;
        for (const Field& field : *level) {
            if (field.name == dotted) return &field;
            if (field.name == first) found = &field;
        }
        if (!found || dot < 0) return nullptr;
        level = &found->fields;
        dotted = dotted.sliced(dot + 1);
    }
}

} // namespace tieout::model
