# Writes a flat OpenDocument sheet: the record on sheet Rec, the formulas on sheet F, and on sheet Out for each
# the kind of its value and its value as text. Input: record.tsv, then the corpus.

function xml(text) {
    gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/>/, "\\&gt;", text); gsub(/"/, "\\&quot;", text)
    return text
}

function cell(type, value) {
    if (type == "number") return "<table:table-cell office:value-type=\"float\" office:value=\"" value "\"/>"
    if (type == "date") return "<table:table-cell office:value-type=\"date\" office:date-value=\"" value "\"/>"
    if (type == "boolean")
        return "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"" tolower(value) "\"/>"
    if (type == "text")
        return "<table:table-cell office:value-type=\"string\"><text:p>" xml(value) "</text:p></table:table-cell>"
    return "<table:table-cell/>"
}

function computed(formula, attributes) {
    return "<table:table-cell table:formula=\"" xml("msoxl:" formula) "\"" attributes "/>"
}

# The places of fields instead of their names, errors as they are understood there; texts are left alone.
function placed(formula,    out, inText, i, c, close_, name) {
    out = ""; inText = 0; lists = 0
    for (i = 1; i <= length(formula); i++) {
        c = substr(formula, i, 1)
        if (c == "\"") inText = !inText
        if (c == "#" && !inText && substr(formula, i, 4) == "#N/A") { out = out "NA()"; i += 3; continue }
        if (c == "#" && !inText && substr(formula, i, 7) == "#DIV/0!") { out = out "(1/0)"; i += 6; continue }
        if (c != "[" || inText) { out = out c; continue }
        close_ = index(substr(formula, i), "]")
        name = substr(formula, i + 1, close_ - 2)
        if (!(name in place)) { print "no field " name > "/dev/stderr"; exit 1 }
        out = out place[name]
        if (place[name] ~ /:/) lists = 1
        i += close_ - 1
    }
    return out
}

# Functions younger than the file format carry a prefix there.
function prefixed(formula,    names, count, i) {
    count = split("XOR IFS SWITCH IFNA CONCAT TEXTJOIN MAXIFS MINIFS DAYS UNICHAR UNICODE NUMBERVALUE ISOWEEKNUM " \
                  "CEILING.MATH FLOOR.MATH", names, " ")
    for (i = 1; i <= count; i++) formula = withPrefix(formula, names[i])
    return formula
}

function withPrefix(formula, name,    out, at, before) {
    out = ""
    while ((at = index(formula, name "(")) > 0) {
        before = at > 1 ? substr(formula, at - 1, 1) : ""
        out = out substr(formula, 1, at - 1) (before ~ /[A-Za-z0-9_.]/ ? "" : "_xlfn.") name "("
        formula = substr(formula, at + length(name) + 1)
    }
    return out formula
}

BEGIN {
    FS = "\t"
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    print "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
          " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"" \
          " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:msoxl=\"http://schemas.microsoft.com/office/excel/formula\"" \
          " office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
    print "<office:body><office:spreadsheet>"
    print "<table:calculation-settings table:case-sensitive=\"false\" table:use-regular-expressions=\"false\"" \
          " table:use-wildcards=\"true\" table:automatic-find-labels=\"false\">" \
          "<table:null-date table:date-value=\"1899-12-30\"/></table:calculation-settings>"
    print "<table:table table:name=\"Rec\">"
}

/^#/ { next }

FILENAME ~ /record.tsv$/ {
    row++
    split($2, type, " ")
    line = ""
    for (i = 3; i <= NF; i++) line = line cell(type[1], $i)
    if (line == "") line = "<table:table-cell/>"
    print "<table:table-row>" line "</table:table-row>"
    last = substr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", NF - 2, 1)
    place[$1] = type[2] == "list" ? "Rec!$A$" row ":$" last "$" row : "Rec!$A$" row
    next
}

!onFormulas { print "</table:table><table:table table:name=\"F\">"; onFormulas = 1 }

$0 != "" {
    number++
    formula = prefixed(placed($1))
    matrix = lists ? " table:number-matrix-columns-spanned=\"1\" table:number-matrix-rows-spanned=\"1\"" : ""
    print "<table:table-row>" computed(formula, matrix) "</table:table-row>"
}

END {
    print "</table:table><table:table table:name=\"Out\">"
    for (i = 1; i <= number; i++) {
        a = "F!A" i
        kind = "=IF(ISERROR(" a "),\"error\",IF(ISLOGICAL(" a "),\"boolean\",IF(ISTEXT(" a "),\"text\",\"number\")))"
        plain = "SUBSTITUTE(SUBSTITUTE(" a "&\"\",CHAR(10),\"\\n\"),CHAR(9),\"\\t\")"
        words = "=IF(ISERROR(" a "),ERRORTYPE(" a ")&\"\"," plain ")"
        print "<table:table-row>" computed(kind, "") computed(words, "") "</table:table-row>"
    }
    print "</table:table></office:spreadsheet></office:body></office:document>"
}
