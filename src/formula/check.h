#pragma once

#include "formula/ast.h"
#include "model/schema.h"

namespace tieout::formula {

struct Reading;

/// What is known of a value before there is one: the kinds it can have, as bits.
struct StaticType {
    enum Kind : quint16 {
        Nothing = 0,
        Number = 1,
        Text = 2,
        Boolean = 4,
        Date = 8,
        Instant = 16,
        List = 32,
        Record = 64,
        Anything = 127,
    };
    quint16 kinds = Anything;
    bool mayBeBlank = true;
    bool mayFail = true;      ///< an error value is possible for some record of the schema
    quint16 items = Anything; ///< the kinds of a list's items
    QString list = {};        ///< which list of the record has as many items; empty = none is known

    [[nodiscard]] bool can(quint16 some) const { return (kinds & some) != 0; }
    [[nodiscard]] bool isList() const { return kinds == List; }
    /// The kinds of one value, or of the items of a list.
    [[nodiscard]] quint16 single() const
    {
        return quint16((kinds & ~quint16(List)) | (can(List) ? items : quint16(Nothing)));
    }
    bool operator==(const StaticType&) const = default;
};

/// The fields that a formula can name: of a record, or of an item with the scope around it.
struct CheckScope {
    const QList<model::Field>* fields = nullptr; ///< null = unknown, nothing is checked
    const CheckScope* outer = nullptr;
};

struct CheckResult {
    QList<Finding> findings; ///< in reading order
    StaticType type;

    [[nodiscard]] bool hasErrors() const;
};

/// Checks names, numbers of arguments and kinds of values. Codes and facts:
/// Errors: formula.unknown-field (name, nearest or empty) · formula.no-outer · formula.no-parts (name) ·
/// formula.unknown-function (name, nearest) · formula.unknown-name (name, nearest) · formula.argument-count
/// (name, given, signature) · formula.wrong-kind (expected, found; words: number, text, date, boolean, list).
/// Warnings: formula.may-be-blank (name): a blank here makes the formula fail.
[[nodiscard]] CheckResult check(const Ast& ast, const CheckScope& scope);

/// What the parser and the checker find in a text, in reading order. Of a text that is no formula the checker
/// says only which names are not known: the rest would be guesses.
[[nodiscard]] CheckResult checkReading(const Reading& reading, const CheckScope& scope);

/// The field a path names, through records and lists; null when unknown. `list`: a list is crossed or meant.
[[nodiscard]] const model::Field* findField(const QList<model::Field>& fields, const QStringList& names,
                                            bool* list = nullptr);
/// The kinds of value that a field of this type holds.
[[nodiscard]] quint16 kindsOf(model::FieldType type);
/// "number", "text or date"
[[nodiscard]] QString kindWords(quint16 kinds);

} // namespace tieout::formula
