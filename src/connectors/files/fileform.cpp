#include "connectors/files/fileform.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FormField;

namespace {

FormField line(const QString& name, const QString& label, FormField::Kind kind, const QString& hint)
{
    FormField field;
    field.name = name;
    field.label = label;
    field.kind = kind;
    field.hint = hint;
    return field;
}

FormField choice(const QString& name, const QString& label, const QString& hint,
                 QList<FormField::Option> options)
{
    FormField field = line(name, label, FormField::Kind::Choice, hint);
    field.fallback = options.first().value;
    field.options = std::move(options);
    return field;
}

FormField advanced(FormField field)
{
    field.optional = true;
    field.advanced = true;
    return field;
}

FormField only(FormField field, const QString& kind)
{
    field.dependsOn = u"kind"_s;
    field.dependsValues = {kind};
    return field;
}

QList<FormField> formatLines()
{
    const FormField::Option found{u"auto"_s, u"Find out"_s};
    return {
        choice(u"dates"_s, u"Dates"_s, u"Needed when 03/04/2026 could be March or April."_s,
               {found,
                {u"dmy"_s, u"Day first (31/12/2026)"_s},
                {u"mdy"_s, u"Month first (12/31/2026)"_s},
                {u"ymd"_s, u"Year first (2026-12-31)"_s}}),
        choice(u"decimals"_s, u"Decimals"_s, u"Needed when 1.234 could be a thousand or a fraction."_s,
               {found, {u"point"_s, u"1,234.56"_s}, {u"comma"_s, u"1.234,56 or 1 234,56"_s}}),
        choice(u"encoding"_s, u"Characters"_s, u"Of text files."_s,
               {found,
                {u"utf-8"_s, u"UTF-8"_s},
                {u"windows-1252"_s, u"Windows (Western)"_s},
                {u"latin-1"_s, u"Latin-1"_s},
                {u"utf-16le"_s, u"UTF-16 LE"_s},
                {u"utf-16be"_s, u"UTF-16 BE"_s}}),
        line(u"delimiter"_s, u"Separator"_s, FormField::Kind::Text,
             u"Of text files: a character, or comma, semicolon, tab, pipe."_s),
        choice(u"quote"_s, u"Quotes"_s, u"Around text that holds the separator."_s,
               {{u"double"_s, u"\"text\""_s}, {u"single"_s, u"'text'"_s}, {u"none"_s, u"None"_s}}),
        line(u"headerRow"_s, u"Row with the headings"_s, FormField::Kind::Text,
             u"Its number, or none. Empty: found out."_s),
        line(u"sheet"_s, u"Sheet"_s, FormField::Kind::Text,
             u"Of a spreadsheet. Empty: the first visible one."_s),
        line(u"types"_s, u"Kinds of columns"_s, FormField::Kind::Text,
             u"Only those to correct: Account=text, Paid=date."_s),
    };
}

} // namespace

QList<FormField> fileForm()
{
    QList<FormField> form;
    form += choice(u"kind"_s, u"What to connect"_s, {},
                   {{u"file"_s, u"One file"_s}, {u"folder"_s, u"A folder that is watched"_s}});
    // Both lines are the setting "path"; the kind shows one of them.
    form += only(line(u"path"_s, u"File"_s, FormField::Kind::File, u"CSV, TSV or XLSX."_s), u"file"_s);
    form += only(line(u"path"_s, u"Folder"_s, FormField::Kind::Folder,
                      u"New files are read; finished ones are moved to its folder “done”."_s),
                 u"folder"_s);
    FormField pattern = only(line(u"pattern"_s, u"Which files"_s, FormField::Kind::Text, {}), u"folder"_s);
    pattern.fallback = u"*.csv *.tsv *.txt *.xlsx"_s;
    pattern.optional = true;
    form += pattern;
    FormField keys =
        line(u"keyColumns"_s, u"Columns that name a row"_s, FormField::Kind::Text,
             u"For example the invoice number. Empty: a row is known by its place in the file."_s);
    keys.optional = true;
    form += keys;
    for (const FormField& field : formatLines())
        form += advanced(field);
    form += advanced(only(choice(u"moveDone"_s, u"Finished files"_s, {},
                                 {{u"yes"_s, u"Move to “done”"_s}, {u"no"_s, u"Leave where they are"_s}}),
                          u"folder"_s));
    form += advanced(
        only(line(u"columns"_s, u"Columns of a new file"_s, FormField::Kind::Text,
                  u"For a file that is written first by Tieout: Number=text, Date=date, Total=money."_s),
             u"file"_s));
    form += advanced(choice(u"byteOrderMark"_s, u"Written CSV opens right in Excel"_s, {},
                            {{u"yes"_s, u"Yes"_s}, {u"no"_s, u"No"_s}}));
    return form;
}

} // namespace tieout::connectors
