#include "cli/problemcommands.h"

#include "cli/output.h"
#include "cli/runcommands.h"
#include "model/decision.h"
#include "model/errorjson.h"
#include "wording/filewords.h"
#include "wording/sentences.h"

namespace tieout::cli {

using namespace Qt::StringLiterals;

namespace {

/// Candidates have a member of their own for machines.
Error withoutData(Error error)
{
    error.facts.removeIf(model::isData);
    return error;
}

Json candidatesJson(const model::Problem& problem)
{
    Json list = Json::array();
    const auto candidates = model::candidatesOf(problem.error);
    for (const auto& candidate : candidates)
        list.append(Json::object({{u"id"_s, candidate.id},
                                  {u"title"_s, candidate.title},
                                  {u"email"_s, candidate.email},
                                  {u"number"_s, candidate.number},
                                  {u"takenBy"_s, candidate.takenBy}}));
    return list;
}

QString candidateText(const model::Candidate& candidate)
{
    QStringList parts{candidate.title};
    for (const QString& detail : {candidate.email, candidate.number})
        if (!detail.isEmpty()) parts += detail;
    if (!candidate.takenBy.isEmpty()) parts += say("belongs to %1 already").arg(candidate.takenBy);
    return parts.join(u" · "_s);
}

QString decisionText(const model::Decision& decision)
{
    const QString who = decision.decidedBy.isEmpty() ? say("somebody") : decision.decidedBy;
    const QString when = localTime(decision.decidedAt);
    return decision.kind == model::Decision::Kind::MakeNew
               ? say("%1 said on %2: make a new one.").arg(who, when)
               : say("%1 said on %2: it is “%3”.").arg(who, when, decision.targetTitle);
}

/// "Problem 7 asks which one “Big deal” belongs to:", its choices, and what to type.
QString questionText(const model::Problem& problem, const service::MatchQuestion& question)
{
    QString text = u'\n' + say("Problem %1 asks which one is meant for “%2”:\n")
                               .arg(QString::number(problem.id), problem.sourceTitle);
    for (qsizetype i = 0; i < question.choices.size(); ++i) {
        const auto& choice = question.choices[i];
        text += u"  %1  %2\n"_s.arg(QString::number(i + 1), candidateText(choice.candidate));
    }
    if (question.decision) return text + u"  "_s + decisionText(*question.decision) + u'\n';
    return text + say("  It is one of them: tieoutctl decide %1 --use NUMBER\n").arg(problem.id) +
           say("  It is none of them: tieoutctl decide %1 --new\n").arg(problem.id);
}

/// The candidate that a person typed: its place in the list, or its id. Empty when there is none such.
QString chosenId(const service::MatchQuestion& question, const QString& typed)
{
    bool isPlace = false;
    const int place = typed.toInt(&isPlace);
    if (isPlace && place >= 1 && place <= question.choices.size())
        return question.choices[place - 1].candidate.id;
    for (const auto& choice : question.choices)
        if (choice.candidate.id == typed) return typed;
    return {};
}

Task<int> takeBack(Session session, qint64 problem)
{
    const Result<void> back = co_await session.bench.takeBackDecision(problem);
    if (!back) co_return refuse(back.error(), session);
    session.invocation.json ? printJson(Json::object({{u"problem"_s, problem}, {u"takenBack"_s, true}}))
                            : print(say("Taken back. It is asked again.\n"));
    co_return kAllGood;
}

} // namespace

Task<int> listProblems(Session session)
{
    model::ProblemFilter filter;
    filter.flow = session.invocation.arguments.value(0);
    const Result<QList<model::Problem>> problems =
        co_await session.bench.problems(filter, 0, session.limit());
    if (!problems) co_return refuse(problems.error(), session);
    const Result<qint64> count = co_await session.bench.countProblems(filter);
    if (!count) co_return refuse(count.error(), session);
    QString questions;
    Json list = Json::array();
    Table table({say("Problem"), say("Record"), say("Result"), say("What happened"), say("Next try")}, {0});
    for (const auto& problem : *problems) {
        const auto sentence = wording::sentenceFor(problem.error, session.bench.writtenObject(problem.flow));
        Json json = Json::object({{u"problem"_s, problem.id},
                                  {u"flow"_s, problem.flow},
                                  {u"source"_s, problem.sourceId},
                                  {u"title"_s, problem.sourceTitle},
                                  {u"outcome"_s, model::outcomeName(problem.outcome)},
                                  {u"error"_s, model::toJson(withoutData(problem.error))},
                                  {u"what"_s, sentence.what},
                                  {u"why"_s, sentence.why},
                                  {u"fix"_s, sentence.fix},
                                  {u"failures"_s, problem.failures}});
        if (const auto candidates = candidatesJson(problem); candidates.size() > 0)
            json.set(u"candidates"_s, candidates);
        json.set(u"nextTry"_s, problem.nextTry ? Json(formatInstant(*problem.nextTry)) : Json());
        list.append(json);
        table.add({QString::number(problem.id), problem.sourceTitle, wording::outcomeWord(problem.outcome),
                   sentence.why.isEmpty() ? sentence.what : sentence.why, localTime(problem.nextTry)});
        if (session.invocation.json || model::candidatesOf(problem.error).isEmpty()) continue;
        const Result<service::MatchQuestion> question = co_await session.bench.matchQuestion(problem.id);
        if (!question) co_return refuse(question.error(), session);
        questions += questionText(problem, *question);
    }
    if (session.invocation.json)
        printJson(Json::object({{u"open"_s, *count}, {u"problems"_s, list}}));
    else
        print(table.toText() + say("%1 open\n").arg(*count) + questions);
    co_return kAllGood;
}

Task<int> retry(Session session)
{
    const Result<model::RunReport> report =
        co_await session.bench.retryProblem(session.invocation.arguments.value(0).toLongLong());
    if (!report) co_return refuse(report.error(), session);
    session.invocation.json ? printJson(reportJson(*report)) : print(runText(*report));
    if (report->fault && !session.invocation.json) printError(*report->fault, false);
    co_return codeOf(*report);
}

Task<int> decide(Session session)
{
    const auto& options = session.invocation.options;
    const qint64 problem = session.invocation.arguments.value(0).toLongLong();
    const bool asNew = options.contains(u"new"_s), back = options.contains(u"take-back"_s);
    if (int(options.contains(u"use"_s)) + int(asNew) + int(back) != 1)
        co_return refuseWords(say("Write: tieoutctl decide PROBLEM --use CANDIDATE, --new or --take-back"));
    if (back) {
        const int code = co_await takeBack(session, problem);
        co_return code;
    }
    const Result<service::MatchQuestion> question = co_await session.bench.matchQuestion(problem);
    if (!question) co_return refuse(question.error(), session);
    const QString typed = options.value(u"use"_s);
    const QString candidate = asNew ? QString() : chosenId(*question, typed);
    if (!asNew && candidate.isEmpty() && question->isOpen())
        co_return refuse(errorOf(ErrorKind::BadConfig, u"decision.not-offered"_s, {}, {typed}), session);
    const Result<std::optional<model::RunReport>> report = co_await session.bench.decide(problem, candidate);
    if (!report) co_return refuse(report.error(), session);
    if (!*report) {
        session.invocation.json ? printJson(Json::object({{u"problem"_s, problem}, {u"waits"_s, true}}))
                                : print(say("Kept. The sync is running; its next run uses it.\n"));
        co_return kAllGood;
    }
    session.invocation.json ? printJson(reportJson(**report)) : print(runText(**report));
    if ((*report)->fault && !session.invocation.json) printError(*(*report)->fault, false);
    co_return codeOf(**report);
}

} // namespace tieout::cli
