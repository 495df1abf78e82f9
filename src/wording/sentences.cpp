#include "wording/sentences.h"

#include "model/decision.h"
#include "wording/factwords.h"
#include "wording/say.h"
#include "wording/sentencetable.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tieout::wording {
namespace {

const SentenceEntry* entryOf(const QString& code, const QString& object = {})
{
    static const QHash<QByteArray, const SentenceEntry*> byCode = [] {
        QHash<QByteArray, const SentenceEntry*> all;
        for (const auto group :
             {decisionSentences(), entrySentences(), fileSentences(), recordSentences(), formulaSentences(),
              systemSentences(), machineSentences(), databaseSentences(), connectorSentences(),
              timeSentences(), stockSentences(), salesforceSentences(), ledgerSentences(), mappingSentences(),
              lookupSentences()}) {
            for (const SentenceEntry& entry : group)
                all.insert(entry.code, &entry);
        }
        return all;
    }();
    if (!object.isEmpty()) {
        if (const SentenceEntry* own = byCode.value(code.toUtf8() + '@' + object.toUtf8())) return own;
    }
    return byCode.value(code.toUtf8());
}

/// Facts in place of %1 … %4; a fact that did not come is said to be unknown rather than left as a mark.
QString withFacts(QString text, const QStringList& facts)
{
    // Backwards and by hand: a fact may hold a "%2" of its own.
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool mark =
            text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        if (!mark) {
            result += text[i];
            continue;
        }
        const int index = text[++i].digitValue() - 1;
        result += index < facts.size() && !facts[index].isEmpty() ? facts[index] : say("(unknown)");
    }
    return result;
}

/// Codes of connected systems: their texts are the system's own words.
bool comesFromSystem(const QString& code)
{
    return code.startsWith(u"xero."_s) || code.startsWith(u"salesforce."_s) ||
           code.startsWith(u"harvest."_s) || code.startsWith(u"tray."_s) || code.startsWith(u"cin7omni."_s) ||
           code.startsWith(u"cin7core."_s) || code == u"target.warning"_s;
}

QString ownWords(const Error& error)
{
    const QString system = error.code.startsWith(u"xero."_s)         ? u"Xero"_s
                           : error.code.startsWith(u"salesforce."_s) ? u"Salesforce"_s
                                                                     : say("The other system");
    if (error.text.trimmed().isEmpty()) return {};
    //: %1 is a system, %2 what it answered
    return say("%1 says: “%2”").arg(system, error.text.trimmed());
}

/// A rule that cannot be read or carried out is no matter of settings.
bool isOfMapping(const Error& error)
{
    if (error.code.startsWith(u"formula."_s)) return true;
    return error.kind == ErrorKind::BadConfig &&
           (error.code.startsWith(u"mapping."_s) || error.code.startsWith(u"target."_s));
}

Sentence byKind(ErrorKind kind)
{
    Sentence s;
    const auto set = [&s](const char* title, const char* why, const char* fix, Remedy remedy) {
        s.title = say(title);
        s.why = say(why);
        s.fix = say(fix);
        s.remedy = remedy;
    };
    switch (kind) {
    case ErrorKind::Cancelled:
        set(T("Stopped"), T("It was stopped before it ended."), "", Remedy::Retry);
        break;
    case ErrorKind::Retry:
        set(T("The other system did not answer"), T("The connection was interrupted or the system was busy."),
            T("Nothing to do: it is tried again."), Remedy::Retry);
        break;
    case ErrorKind::RateLimited:
        set(T("The system asks to wait"), T("It allows only so many calls in a given time."),
            T("Nothing to do: the sync goes on when calls are free again."), Remedy::None);
        break;
    case ErrorKind::NeedsLogin:
        set(T("The sign-in has ended"), T("The system no longer accepts the sign-in of this connection."),
            T("Sign in again; waiting syncs go on by themselves."), Remedy::SignIn);
        break;
    case ErrorKind::BadConfig:
        set(T("A setting does not fit"),
            T("The settings of the sync or of the connection do not allow this."),
            T("Open the sync and look at its steps; the technical details name the setting."),
            Remedy::OpenSync);
        break;
    case ErrorKind::RowRejected:
        set(T("The record was refused"), T("Something in this record is not accepted."),
            T("Correct the record in its own system, then press Retry."), Remedy::Retry);
        break;
    case ErrorKind::Conflict:
        set(T("A person must decide"),
            T("There is more than one possible answer, and guessing could damage the books."),
            T("Look at both records, make them agree, then press Retry."), Remedy::Retry);
        break;
    case ErrorKind::Uncertain:
        set(T("It is not known yet whether it was written"),
            T("The answer did not arrive after the record was sent."),
            T("Nothing to do: the next run looks it up before anything is sent again."), Remedy::Retry);
        break;
    case ErrorKind::RemoteFault:
        set(T("The other system gave an answer that makes no sense"),
            T("Its answer was incomplete or not in the agreed form."),
            T("Press Retry. If it stays, show the technical details to that system's support."),
            Remedy::Retry);
        break;
    case ErrorKind::LocalFault:
        set(T("This computer could not do it"), T("The disk, the keychain or the workspace refused."),
            T("Look at the free space and the rights of the workspace folder, then press Retry."),
            Remedy::Retry);
        break;
    case ErrorKind::Bug:
        set(T("Tieout made a mistake"), T("This should not have happened. Nothing else was touched."),
            T("Press Retry. If it stays, send us the technical details."), Remedy::Retry);
        break;
    }
    return s;
}

/// What the parser of formulas found and what it wanted, in words.
QStringList expectation(const QStringList& facts)
{
    const QString found = facts.value(0);
    const QString wanted = facts.value(1);
    return {found.isEmpty() ? say("The end") : say("“%1”").arg(found),
            wanted == u"value"_s      ? say("a value")
            : wanted == u"operator"_s ? say("a sign such as + or &")
            : wanted == u")"_s        ? say("a closing parenthesis")
                                      : wanted};
}

/// A name that was misspelt: the nearest one is the way out.
void offerNearest(Sentence& sentence, const Error& error)
{
    if (error.code == u"mapping.formula" && error.cause) return offerNearest(sentence, *error.cause);
    const QString nearest = error.facts.value(1);
    const bool name = error.code == u"target.unknown"_s || error.code == u"formula.unknown-field"_s ||
                      error.code == u"formula.unknown-function"_s || error.code == u"formula.unknown-name"_s;
    if (!name || nearest.isEmpty()) return;
    sentence.fix = say("Did you mean “%1”?").replace(u"%1"_s, nearest);
}

/// What is wrong with a formula, without the point: "There is no function “FOO”". It is told by the cause.
QString reasonOf(const Error& formula)
{
    if (!formula.cause) return formula.facts.value(formula.facts.size() - 1);
    QString reason = sentenceFor(*formula.cause).what;
    while (reason.endsWith(u'.'))
        reason.chop(1);
    return reason;
}

/// Of one rule: the field and what is wrong. Of several: how many, the first in words, the other fields.
QStringList ofRules(const Error& error)
{
    if (error.code == u"mapping.formula") return {error.facts.value(0), reasonOf(error)};
    return {error.facts.value(0), reasonOf(error), error.facts.value(1)};
}

/// The facts as the sentence uses them.
QStringList factsOf(const Error& error)
{
    constexpr int kNamed = 4;
    QStringList facts = error.facts;
    facts.removeIf(model::isData);
    // Parts of a key are kept apart by a mark that is not for reading.
    facts.replaceInStrings(QString(QChar(0x1f)), u", "_s);
    if (error.code == u"formula.expected") return expectation(facts);
    if (error.code.endsWith(u".wrong-kind"_s))
        return {kindsInWords(facts.value(0)), kindsInWords(facts.value(1))};
    if (error.code == u"mapping.formula" || error.code == u"mapping.faults") return ofRules(error);
    if (facts.size() > 1 && (error.code.endsWith(u".syntax"_s) || error.code == u"mapping.damaged-rule"))
        return {placeInWords(facts[0]), reasonInWords(facts[1])};
    if (error.code != u"match.several" || facts.isEmpty()) return facts;
    QStringList named;
    for (const QString& title : facts.first(std::min<qsizetype>(kNamed, facts.size())))
        named += say("“%1”").arg(title);
    const QString more = facts.size() > kNamed ? u" …"_s : QString();
    return {named.join(u", "_s) + more, QString::number(facts.size())};
}

/// The record itself is fine: another one must be there first, and that one has the error.
void sayWhoseItIs(Sentence& sentence, ErrorKind kind, const QString& object)
{
    const bool contact = object == u"Contacts";
    const bool waits = kind == ErrorKind::Retry || kind == ErrorKind::Uncertain;
    const char* text = contact && waits ? T("The contact for this record is not "
                                            "there yet: %1")
                       : contact        ? T("The contact for this record needs you first: %1")
                       : waits          ? T("A record that this one needs is not there yet: %1")
                                        : T("A record that this one needs has to be put right "
                                                     "first: %1");
    sentence.what = say(text).replace(u"%1"_s, sentence.what);
}

QString nextOf(const Error& error)
{
    if (error.code.startsWith(u"note."_s)) return {};
    if (error.code.startsWith(u"plan."_s))
        return error.kind == ErrorKind::Conflict ? say("The next preview or ordinary sync reads it again.")
                                                 : QString();
    switch (error.kind) {
    case ErrorKind::Retry:
    case ErrorKind::RemoteFault:
        return say("It is tried again by itself, with growing waits.");
    case ErrorKind::RateLimited:
        return say("It goes on by itself.");
    case ErrorKind::NeedsLogin:
        return say("The connection waits until somebody signs in.");
    case ErrorKind::RowRejected:
    case ErrorKind::Conflict:
        return say("It waits for you, and is planned again when the record, "
                   "the mapping or a lookup table changes.");
    case ErrorKind::Uncertain:
        return say("The next run looks it up first. It is never sent twice.");
    default:
        return {};
    }
}

} // namespace

Sentence sentenceFor(const Error& error, const QString& object)
{
    Sentence sentence = byKind(error.kind);
    const QString about = error.context.object.isEmpty() ? object : error.context.object;
    const SentenceEntry* entry = entryOf(error.code, about);
    const QStringList facts = factsOf(error);
    const QString words = comesFromSystem(error.code) ? ownWords(error) : QString();
    if (entry) {
        sentence.title = withFacts(say(entry->title), facts);
        const bool ownWhy = *entry->why || !words.isEmpty() || isOfMapping(error);
        if (ownWhy) sentence.why = withFacts(say(entry->why), facts);
        if (*entry->fix) sentence.fix = withFacts(say(entry->fix), facts);
        sentence.remedy = entry->remedy;
        offerNearest(sentence, error);
    } else if (error.code.startsWith(u"rule."_s)) {
        sentence.title = say("Left out by a rule of this sync");
        sentence.why = say("The rule is listed on the sync's From step.");
        sentence.fix.clear();
    } else if (words.isEmpty() && !facts.isEmpty()) {
        sentence.why += u' ' + facts.join(u" · "_s);
    }
    if (!words.isEmpty()) sentence.why = sentence.why.isEmpty() ? words : words + u'\n' + sentence.why;
    sentence.what = entry && entry->what ? withFacts(say(entry->what), facts) : sentence.title;
    static const QString kEnds = u".?…"_s;
    if (sentence.what.isEmpty() || !kEnds.contains(sentence.what.back())) sentence.what += u'.';
    sentence.next = nextOf(error);
    if (!object.isEmpty() && about != object) sayWhoseItIs(sentence, error.kind, about);
    return sentence;
}

bool hasSentence(const QString& code)
{
    return entryOf(code) != nullptr || (code.startsWith(u"rule."_s) && code.size() > 5);
}

} // namespace tieout::wording
