#include "wording/filewords.h"

#include "base/date.h"
#include "wording/say.h"
#include "wording/sentences.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::wording {
namespace {

using Sureness = FileFinding::Sureness;

constexpr int kSure = 90;

struct Word {
    const char* value;
    const char* words;
};

constexpr Word kWords[] = {
    {"comma", T("Comma")},        {"semicolon", T("Semicolon")}, {"tab", T("Tab")},
    {"pipe", T("Vertical bar")},  {"space", T("Space")},         {"utf-8", T("UTF-8")},
    {"utf-16le", T("UTF-16 LE")}, {"utf-16be", T("UTF-16 BE")},  {"windows-1252", T("Windows (Western)")},
    {"latin-1", T("Latin-1")},    {"dmy", T("Day first")},       {"mdy", T("Month first")},
    {"ymd", T("Year first")},
};

QString inWords(const QString& value)
{
    for (const Word& word : kWords)
        if (value == QLatin1StringView(word.value)) return say(word.words);
    return value;
}

Sureness surenessOf(const model::FileGuess& guess)
{
    if (guess.told) return Sureness::Told;
    if (guess.confidence == 0) return Sureness::Asked;
    return guess.confidence >= kSure ? Sureness::Sure : Sureness::Likely;
}

FileFinding finding(const QString& setting, const QString& label, const model::FileGuess& guess)
{
    FileFinding made{setting, label, inWords(guess.value), guess.example, guess.shown, surenessOf(guess)};
    if (made.sureness == Sureness::Asked) made.value.clear();
    return made;
}

QString longDate(const QString& iso)
{
    const auto date = parseDate(iso);
    return date ? QLocale().toString(*date, say("d MMMM yyyy")) : iso;
}

FileFinding sheetOf(const model::FileSniff& sniff)
{
    FileFinding sheet{u"sheet"_s, say("Sheet"), sniff.sheet, {}, {}, {}};
    if (sniff.sheets.size() > 1) sheet.sureness = Sureness::Likely;
    return sheet;
}

/// Of a text file: what is shown is read as it is shown.
QList<FileFinding> formOf(const model::FileSniff& sniff)
{
    FileFinding encoding = finding(u"encoding"_s, say("Characters"), sniff.encoding);
    encoding.read.clear();
    FileFinding delimiter = finding(u"delimiter"_s, say("Separator"), sniff.delimiter);
    delimiter.written = sniff.delimiter.shown;
    delimiter.read.clear();
    return {encoding, delimiter};
}

FileFinding headerOf(const model::FileSniff& sniff)
{
    FileFinding header = finding(u"headerRow"_s, say("Headings"), sniff.header);
    header.value = sniff.header.value == "none"_L1 ? say("none") : say("row %1").arg(sniff.header.value);
    header.written.clear();
    header.read.clear();
    return header;
}

FileFinding decimalsOf(const model::FileSniff& sniff)
{
    FileFinding decimals = finding(u"decimals"_s, say("Decimals"), sniff.decimals);
    if (decimals.sureness == Sureness::Asked) return decimals;
    decimals.value = sniff.decimals.value == "comma"_L1 ? say("after a comma") : say("after a point");
    return decimals;
}

} // namespace

QList<FileFinding> findingsOf(const model::FileSniff& sniff)
{
    QList<FileFinding> findings;
    if (sniff.spreadsheet)
        findings += sheetOf(sniff);
    else
        findings += formOf(sniff);
    findings += headerOf(sniff);
    if (!sniff.decimals.example.isEmpty()) findings += decimalsOf(sniff);
    if (sniff.dates.example.isEmpty()) return findings;
    FileFinding dates = finding(u"dates"_s, say("Dates"), sniff.dates);
    dates.read = longDate(dates.read);
    findings += dates;
    return findings;
}

QString surenessWord(Sureness sureness)
{
    switch (sureness) {
    case Sureness::Told:
        return say("as you said");
    case Sureness::Sure:
        return say("found");
    case Sureness::Likely:
        return say("probably");
    case Sureness::Asked:
        return say("please say");
    }
    return {};
}

QString columnKind(model::FieldType type)
{
    switch (type) {
    case model::FieldType::Number:
        return say("number");
    case model::FieldType::Money:
        return say("amount");
    case model::FieldType::Date:
        return say("date");
    case model::FieldType::Instant:
        return say("date and time");
    case model::FieldType::Boolean:
        return say("yes or no");
    default:
        return say("text");
    }
}

QString outcomeWord(model::Outcome outcome)
{
    switch (outcome) {
    case model::Outcome::Created:
        return say("created");
    case model::Outcome::Updated:
        return say("changed");
    case model::Outcome::Unchanged:
        return say("unchanged");
    case model::Outcome::Skipped:
        return say("left out");
    case model::Outcome::Held:
        return say("held");
    case model::Outcome::Failed:
        return say("failed");
    case model::Outcome::Uncertain:
        return say("being checked");
    }
    return {};
}

QString outcomeInFile(std::optional<model::Outcome> outcome)
{
    return outcome ? outcomeWord(*outcome) : say("ended earlier");
}

QString reasonInFile(const Error& error)
{
    const Sentence sentence = sentenceFor(error);
    QStringList parts;
    for (const QString& part : {sentence.what, sentence.why, sentence.fix})
        if (!part.isEmpty() && !parts.contains(part)) parts += part;
    return parts.join(u' ');
}

} // namespace tieout::wording
