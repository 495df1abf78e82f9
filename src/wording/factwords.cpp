#include "wording/factwords.h"

#include "wording/say.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tieout::wording {
namespace {

struct Word {
    const char16_t* fact; ///< or how it begins
    const char* text;
};

constexpr Word kKinds[] = {
    {u"number", T("number")},          {u"text", T("text")},
    {u"boolean", T("yes or no")},      {u"date", T("date")},
    {u"instant", T("date with time")}, {u"list", T("list")},
    {u"record", T("record")},
};

constexpr Word kReasons[] = {
    {u"is missing", T("it is missing")},
    {u"must not be empty", T("it is empty")},
    {u"must be a text", T("a text belongs there")},
    {u"must be a list", T("a list belongs there")},
    {u"must hold texts only", T("only texts belong into that list")},
    {u"must be an object", T("something in { } belongs there")},
    {u"must be a whole number", T("a whole number belongs there")},
    {u"must be true or false", T("true or false belongs there")},
    {u"must start with \"=\"", T("a formula starts with “=”")},
    {u"needs \"each\"", T("only a list has lines, and “each” is missing")},
    {u"cannot stand beside \"each\"", T("a list has lines and no formula of its own")},
    {u"unknown word", T("that word is not known there")},
    {u"is not a known member", T("nothing of that name belongs there")},
};

} // namespace

QString placeInWords(const QString& path)
{
    return path == u"$" ? say("its beginning") : path;
}

QString kindsInWords(const QString& kinds)
{
    QStringList words;
    for (const QString& kind : kinds.split(u" or "_s)) {
        words += kind;
        for (const Word& word : kKinds)
            if (kind == QStringView(word.fact)) words.last() = say(word.text);
    }
    //: between two kinds of values: number or text
    return words.join(say(" or "));
}

QString reasonInWords(const QString& reason)
{
    if (reason.endsWith(u"\" stands twice"_s))
        return say("“%1” stands there twice").arg(reason.section(u'"', 1, -2));
    for (const Word& word : kReasons)
        if (reason.startsWith(QStringView(word.fact))) return say(word.text);
    return reason;
}

} // namespace tieout::wording
