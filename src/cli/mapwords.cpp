#include "cli/mapwords.h"

#include "cli/output.h"
#include "cli/session.h"
#include "model/plainrecord.h"

#include <QLocale>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using formula::Finding;
using mapping::RuleFinding;
using mapping::RulePart;

namespace {

QString partName(RulePart part)
{
    switch (part) {
    case RulePart::Target:
        return u"target"_s;
    case RulePart::Formula:
        return u"formula"_s;
    case RulePart::Each:
        return u"each"_s;
    case RulePart::Filter:
        return u"filter"_s;
    case RulePart::Sort:
        return u"sort"_s;
    case RulePart::Group:
        return u"group"_s;
    }
    return {};
}

Json textsJson(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.append(Json(text));
    return list;
}

Json placeJson(const formula::Span& at)
{
    return Json::object({{u"start"_s, int(at.start)}, {u"length"_s, int(at.length)}});
}

Json faultJson(const formula::Fault& fault)
{
    return Json::object({{u"error"_s, formula::faultText(fault.kind)},
                         {u"code"_s, fault.code},
                         {u"facts"_s, textsJson(fault.facts)},
                         {u"at"_s, placeJson(fault.at)},
                         {u"message"_s, messageFor(fault.code, fault.facts)}});
}

} // namespace

Json findingJson(const RuleFinding& rule)
{
    const Finding& finding = rule.finding;
    const bool error = finding.severity == Finding::Severity::Error;
    return Json::object({{u"level"_s, error ? u"error"_s : u"warning"_s},
                         {u"target"_s, rule.target},
                         {u"part"_s, partName(rule.part)},
                         {u"code"_s, finding.code},
                         {u"facts"_s, textsJson(finding.facts)},
                         {u"at"_s, placeJson(finding.at)},
                         {u"message"_s, messageFor(finding.code, finding.facts)}});
}

QString findingText(const RuleFinding& rule)
{
    const bool error = rule.finding.severity == Finding::Severity::Error;
    QString place = rule.target;
    //: %1 is a field, %2 counts the characters of its formula
    if (const formula::Span at = rule.finding.at; at.start > 0 || at.length > 0)
        place = say("%1, character %2").arg(place, QLocale().toString(at.start + 1));
    if (!place.isEmpty()) place += u": "_s;
    return u"%1  %2%3\n"_s.arg(error ? say("wrong") : say("advice"), place,
                               messageFor(rule.finding.code, rule.finding.facts));
}

Json refusedJson(qint64 line, const Error& error)
{
    return Json::object({{u"line"_s, line},
                         {u"errors"_s, Json::array({Json::object({{u"code"_s, error.code},
                                                                  {u"facts"_s, textsJson(error.facts)},
                                                                  {u"message"_s, messageFor(error)}})})}});
}

Json heldJson(qint64 line, const mapping::MappedResult& result)
{
    Json errors = Json::array();
    for (const mapping::FieldError& error : result.errors) {
        Json one = faultJson(error.fault);
        one.set(u"message"_s, messageFor(mapping::toError(error))); // some name the field
        one.set(u"field"_s, error.field);
        one.set(u"formula"_s, error.formula);
        errors.append(one);
    }
    return Json::object({{u"line"_s, line}, {u"errors"_s, errors}});
}

Json explanationJson(const mapping::Explanation& explained)
{
    Json steps = Json::array();
    for (const formula::TraceStep& step : explained.steps) {
        Json one =
            step.fault ? faultJson(*step.fault) : Json::object({{u"value"_s, model::plainJson(step.value)}});
        one.set(u"expression"_s, step.expression);
        one.set(u"at"_s, placeJson(step.at));
        steps.append(one);
    }
    Json json = Json::object({{u"target"_s, explained.target}, {u"formula"_s, explained.formula}});
    if (explained.fault)
        json.set(u"fault"_s, faultJson(*explained.fault));
    else
        json.set(u"value"_s, model::plainJson(explained.value));
    json.set(u"steps"_s, steps);
    Json lookups = Json::array();
    for (const mapping::LookupUse& use : explained.lookups) {
        Json one = Json::object({{u"table"_s, use.table}, {u"key"_s, use.key}});
        if (use.answer.row >= 0) one.set(u"row"_s, Json(use.answer.row + 1)); // as people count
        lookups.append(one);
    }
    if (lookups.size() > 0) json.set(u"lookups"_s, lookups);
    return json;
}

QString explanationText(const mapping::Explanation& explained)
{
    QString text = explained.target + u"  "_s + explained.formula + u'\n';
    for (const formula::TraceStep& step : explained.steps) {
        const QString value = step.fault ? formula::faultText(step.fault->kind) + u' ' +
                                               messageFor(step.fault->code, step.fault->facts)
                                         : step.value.toPlainText();
        text += u"  %1  →  %2\n"_s.arg(step.expression, value);
    }
    return text;
}

} // namespace tieout::cli
