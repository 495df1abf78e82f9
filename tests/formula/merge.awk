# Puts the answers of the sheet beside the formulas of the corpus; what stands behind the value (a known difference
# and the value here) stays. Input: the answers as tab-separated text, then one file of the corpus.

function unquoted(text) {
    if (text !~ /^"/) return text
    text = substr(text, 2, length(text) - 2)
    gsub(/""/, "\"", text)
    return text
}

function errorName(code) {
    if (code == 32767) return "#N/A"
    if (code == 532) return "#DIV/0!"
    if (code == 503) return "#NUM!"
    if (code == 519) return "#VALUE!"
    if (code == 524) return "#REF!"
    if (code == 525) return "#NAME?"
    return "Err:" code
}

# The day with this number; 1 = 31 December 1899. Years from March on, so that leap days come last.
function day(number,    era, inEra, year, inYear, month) {
    number += 693899
    era = int(number / 146097)
    inEra = number - era * 146097
    year = int((inEra - int(inEra / 1460) + int(inEra / 36524) - int(inEra / 146096)) / 365)
    inYear = inEra - (365 * year + int(year / 4) - int(year / 100))
    month = int((5 * inYear + 2) / 153)
    year += era * 400 + (month > 9)
    return sprintf("%04d-%02d-%02d", year, month > 9 ? month - 9 : month + 3, inYear - int((153 * month + 2) / 5) + 1)
}

BEGIN { FS = OFS = "\t" }

answers == FILENAME { kind[++read] = unquoted($1); value[read] = unquoted($2); next }

/^#/ || $0 == "" { print; next }

{
    taken++
    type = kind[first + taken]
    answer = value[first + taken]
    if (type == "error") answer = errorName(answer)
    if (type == "boolean") answer = answer == "1" ? "TRUE" : "FALSE"
    if (type == "number" && $2 == "date") {
        type = "date"
        answer = day(answer)
    }
    print $1, type, answer, $4, $5
}
