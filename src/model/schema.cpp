#include "model/schema.h"

namespace tieout::model {

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
