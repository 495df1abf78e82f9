#pragma once

#include "formula/check.h"
#include "formula/lexer.h"

#include <QHash>

namespace tieout::formula {

/// A sync or setting that a formula can name, with the words the user knows it by.
struct NamedThing {
    QString name;
    QString label; ///< may be empty
};

/// What completion knows of the surroundings. Borrowed by the calls only.
struct CompletionWorld {
    Notation notation;                   ///< of the text; `names` says whether fields are written with labels
    CheckScope scope;                    ///< the fields in reach
    QStringList tables;                  ///< lookup tables: first argument of LOOKUP
    QHash<QString, QStringList> columns; ///< of a table: third argument of LOOKUP
    QHash<QString, QStringList> keys;    ///< of a table, for constant keys; may be empty
    QList<NamedThing> flows;             ///< first argument of LINKED
    QList<NamedThing> settings;          ///< argument of ORG
    int most = 50;                       ///< candidates
};

struct Candidate {
    enum class Kind : quint8 { Field, LineNumber, Function, Word, Table, Column, Key, Flow, Setting, Unit };
    Kind kind = Kind::Field;
    QString insert;    ///< replaces Completion::replace, in the text's own notation
    qint32 cursor = 0; ///< where the cursor goes, from the start of `insert`
    QString label;     ///< "Account › Billing country", "ROUND", "Region to tax rate"
    QString detail;    ///< a field's API path, a function's signature, a flow's name
    Span matched;      ///< the part of `label` that fits what was typed; empty when only near
    model::FieldType type = model::FieldType::Text; ///< of a Field
    FieldPath path;                                 ///< of a Field
    bool hasParts = false; ///< a Field with fields of its own; with "." or " › " behind it, they follow
};

struct Completion {
    Span replace;
    QString typed;
    QList<Candidate> candidates; ///< best first
};

/// What could stand at the cursor: fields and functions where a value goes, tables in LOOKUP, flows in
/// LINKED, settings in ORG, units in DATEDIF. Nothing behind a value and inside other texts. Prefix before
/// word start before inside of the name before near misses. Takes any text, broken ones too.
[[nodiscard]] Completion completeAt(const QString& text, qint32 cursor, const CompletionWorld& world);

/// The call around the cursor.
struct SignatureHelp {
    QString function;       ///< "ROUND"; empty = the cursor is in no call of a known function
    QString signature;      ///< "ROUND(number; places)", with the text's separator
    QList<Span> parameters; ///< their places in `signature`, brackets of optional ones included
    int active = -1;        ///< index of the parameter under the cursor; -1 = more arguments than it takes
    Span call;              ///< the function's name in the text

    [[nodiscard]] bool isNull() const { return function.isEmpty(); }
};
[[nodiscard]] SignatureHelp signatureAt(const QString& text, qint32 cursor, Notation notation = {});

} // namespace tieout::formula
