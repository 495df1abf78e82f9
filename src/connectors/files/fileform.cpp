#include "connectors/files/fileform.h"

#include "connectors/marked.h"

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
    const FormField::Option found{u"auto"_s, marked("Find out")};
    return {
        choice(u"dates"_s, marked("Dates"), marked("Needed when 03/04/2026 could be March or April."),
               {found,
                {u"dmy"_s, marked("Day first (31/12/2026)")},
                {u"mdy"_s, marked("Month first (12/31/2026)")},
                {u"ymd"_s, marked("Year first (2026-12-31)")}}),
        choice(u"decimals"_s, marked("Decimals"),
               marked("Needed when 1.234 could be a thousand or a fraction."),
               {found, {u"point"_s, u"1,234.56"_s}, {u"comma"_s, u"1.234,56 or 1 234,56"_s}}),
        choice(u"encoding"_s, marked("Characters"), marked("Of text files."),
               {found,
                {u"utf-8"_s, marked("UTF-8")},
                {u"windows-1252"_s, marked("Windows (Western)")},
                {u"latin-1"_s, marked("Latin-1")},
                {u"utf-16le"_s, marked("UTF-16 LE")},
                {u"utf-16be"_s, marked("UTF-16 BE")}}),
        line(u"delimiter"_s, marked("Separator"), FormField::Kind::Text,
             marked("Of text files: a character, or comma, semicolon, tab, pipe.")),
        choice(u"quote"_s, marked("Quotes"), marked("Around text that holds the separator."),
               {{u"double"_s, u"\"text\""_s}, {u"single"_s, u"'text'"_s}, {u"none"_s, marked("None")}}),
        line(u"headerRow"_s, marked("Row with the headings"), FormField::Kind::Text,
             marked("Its number, or none. Empty: found out.")),
        line(u"sheet"_s, marked("Sheet"), FormField::Kind::Text,
             marked("Of a spreadsheet. Empty: the first visible one.")),
        line(u"types"_s, marked("Kinds of columns"), FormField::Kind::Text,
             marked("Only those to correct: Account=text, Paid=date.")),
    };
}

} // namespace

QList<FormField> fileForm()
{
    QList<FormField> form;
    form += choice(u"kind"_s, marked("What to connect"), {},
                   {{u"file"_s, marked("One file")}, {u"folder"_s, marked("A folder that is watched")}});
    // Both lines are the setting "path"; the kind shows one of them.
    form +=
        only(line(u"path"_s, marked("File"), FormField::Kind::File, marked("CSV, TSV or XLSX.")), u"file"_s);
    form += only(line(u"path"_s, marked("Folder"), FormField::Kind::Folder,
                      marked("New files are read; finished ones are moved to its folder “done”.")),
                 u"folder"_s);
    FormField pattern =
        only(line(u"pattern"_s, marked("Which files"), FormField::Kind::Text, {}), u"folder"_s);
    pattern.fallback = u"*.csv *.tsv *.txt *.xlsx"_s;
    pattern.optional = true;
    form += pattern;
    FormField keys =
        line(u"keyColumns"_s, marked("Columns that name a row"), FormField::Kind::Text,
             marked("For example the invoice number. Empty: a row is known by its place in the file."));
    keys.optional = true;
    form += keys;
    for (const FormField& field : formatLines())
        form += advanced(field);
    form += advanced(
        only(choice(u"moveDone"_s, marked("Finished files"), {},
                    {{u"yes"_s, marked("Move to “done”")}, {u"no"_s, marked("Leave where they are")}}),
             u"folder"_s));
    form += advanced(
        only(line(u"columns"_s, marked("Columns of a new file"), FormField::Kind::Text,
                  marked("For a file that is written first by Tieout: Number=text, Date=date, Total=money.")),
             u"file"_s));
    form += advanced(choice(u"byteOrderMark"_s, marked("Written CSV opens right in Excel"), {},
                            {{u"yes"_s, marked("Yes")}, {u"no"_s, marked("No")}}));
    return form;
}

} // namespace tieout::connectors
