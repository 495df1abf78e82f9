#pragma once

#include "base/json.h"
#include "model/schema.h"
#include "model/value.h"

namespace tieout::model {

/// A record as people and scripts write it: dates and instants as ISO texts, numbers with every digit, nested
/// records as objects, lists as arrays. Blank members are left out.
[[nodiscard]] Json plainJson(const Value& value);

/// The same, straight into a writer.
void writePlain(JsonWriter& writer, const Value& value);

/// A record as it was written by hand: what to set, and which fields to empty (members that are null).
struct PlainRecord {
    Record record;
    QStringList clear;
};

/// The way back, by the types of `fields`. Error: RowRejected "record.field-unknown" (facts: name) |
/// "record.field-type" (facts: label, what was given, type) | "record.field-read-only" (facts: label);
/// BadConfig "record.syntax" when it is no object.
[[nodiscard]] Result<PlainRecord> recordFromPlain(const QList<Field>& fields, const Json& json);

/// Typed text as a value of a field: "12.50", "2026-11-21", "true".
/// Empty text is blank. Error: RowRejected "record.field-type" (facts: label, text, type).
[[nodiscard]] Result<Value> valueFromText(const Field& field, const QString& text);

} // namespace tieout::model
