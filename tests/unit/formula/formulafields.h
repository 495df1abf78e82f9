#pragma once

#include "model/schema.h"

namespace tieout::formula {

/// A field of a schema; a record when it has parts.
inline model::Field field(const char16_t* name, const char16_t* label, QList<model::Field> parts = {},
                          model::FieldType type = model::FieldType::Text)
{
    model::Field made;
    made.name = QString::fromUtf16(name);
    made.label = QString::fromUtf16(label);
    made.type = parts.isEmpty() ? type : model::FieldType::Record;
    made.fields = std::move(parts);
    return made;
}

} // namespace tieout::formula
