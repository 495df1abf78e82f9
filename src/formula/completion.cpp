#include "formula/completion.h"

#include "formula/completionplace.h"
#include "formula/display.h"
#include "formula/fieldpath.h"
#include "formula/functions.h"
#include "formula/print.h"
#include "formula/ranking.h"
#include "formula/signature.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Field;

namespace {

constexpr int kMostLevels = 3;            ///< records inside records that are offered without being asked for
constexpr qsizetype kMostFields = 20'000; ///< fields looked at; more would be slow to type beside
constexpr int kBeforeFields = -1;         ///< what the argument at hand is made for comes first
constexpr QChar kArrow = u'›';

/// Collects candidates with their ranks.
class CandidateList final
{
  public:
    /// `misspelt`: near names are taken too.
    explicit CandidateList(bool misspelt)
        : m_misspelt(misspelt)
    {
    }

    /// `names`: any of them may fit what was typed; the first is the label.
    void offer(Candidate candidate, const QString& typed, const QStringList& names, int penalty = 0)
    {
        std::optional<Match> best;
        for (const QString& name : names) {
            auto match = m_misspelt ? nearMatch(typed, name) : matchName(typed, name);
            if (match && &name != &names.first()) match->at = {};
            if (match && (!best || *match < *best)) best = match;
        }
        if (!best) return;
        candidate.matched = best->at;
        m_ranked.push_back({*best, penalty, std::move(candidate)});
    }

    QList<Candidate> best(int most)
    {
        std::stable_sort(m_ranked.begin(), m_ranked.end(), [](const Ranked& a, const Ranked& b) {
            if (a.match.grade != b.match.grade) return a.match.grade < b.match.grade;
            const bool misspelt = a.match.grade == Match::Grade::Near;
            if (misspelt && a.match.apart != b.match.apart) return a.match.apart < b.match.apart;
            if (a.penalty != b.penalty) return a.penalty < b.penalty;
            if (a.match.apart != b.match.apart) return a.match.apart < b.match.apart;
            return a.candidate.label.compare(b.candidate.label, Qt::CaseInsensitive) < 0;
        });
        QList<Candidate> found;
        for (Ranked& ranked : m_ranked) {
            if (int(found.size()) >= most) break;
            found.append(std::move(ranked.candidate));
        }
        return found;
    }

  private:
    struct Ranked {
        Match match;
        int penalty;
        Candidate candidate;
    };
    std::vector<Ranked> m_ranked;
    bool m_misspelt;
};

/// Finds the fields that a half-written name may mean.
class FieldOffers final
{
  public:
    FieldOffers(const CompletionWorld& world, CandidateList& list)
        : m_world(world)
        , m_list(list)
    {
    }

    /// Inside of [ ]: what is typed may go through records, "Account › Bil".
    void forTyped(const QString& typed)
    {
        QString rest = typed;
        const CheckScope* scope = &m_world.scope;
        FieldPath start;
        while (rest.startsWith(u".."_s) && scope) {
            rest = rest.mid(2);
            scope = scope->outer;
            ++start.up;
        }
        if (!scope || !scope->fields) return;
        const QList<Field>* fields = descend(rest, *scope, start);
        m_typed = rest.trimmed();
        if (fields) collect(*fields, start, start.names.size());
        if (start.names.isEmpty()) lineNumber(start.up);
    }

    /// Where a value goes: all fields in reach.
    void forWord(const QString& typed)
    {
        m_typed = typed;
        const CheckScope* scope = &m_world.scope;
        for (FieldPath start; scope; ++start.up, scope = scope->outer) {
            if (scope->fields) collect(*scope->fields, start, 0);
        }
    }

  private:
    [[nodiscard]] bool labels() const { return m_world.notation.names == Notation::Names::Labels; }

    /// Follows the finished names of what was typed; `rest` keeps the last, unfinished one.
    const QList<Field>* descend(QString& rest, const CheckScope& scope, FieldPath& start) const
    {
        const QList<Field>* fields = scope.fields;
        const qsizetype cut = lastCut(rest);
        if (cut < 0) return fields;
        const QString before = rest.left(cut);
        rest = rest.mid(cut + 1);
        const CheckScope here{fields, nullptr};
        const auto resolved = resolveDisplayedPath(before, here);
        if (!resolved || resolved->unknown >= 0 || resolved->path.what != FieldPath::What::Field)
            return nullptr;
        start.names = resolved->path.names;
        const Field* record = findField(*fields, start.names);
        return record ? &record->fields : nullptr;
    }

    /// The last arrow, or the last point when what stands before it names a field.
    [[nodiscard]] qsizetype lastCut(const QString& typed) const
    {
        const qsizetype arrow = typed.lastIndexOf(kArrow);
        const qsizetype point = typed.lastIndexOf(u'.');
        if (point <= arrow) return arrow;
        if (!labels()) return point;
        const CheckScope here{m_world.scope.fields, nullptr};
        const auto before = resolveDisplayedPath(QStringView(typed).left(point), here);
        return before && before->unknown < 0 ? point : arrow;
    }

    void lineNumber(int up)
    {
        if (!m_world.scope.outer) return;
        Candidate candidate;
        candidate.kind = Candidate::Kind::LineNumber;
        candidate.label = QString(up * 2, u'.') + u'#';
        candidate.insert = u'[' + candidate.label + u']';
        candidate.cursor = qint32(candidate.insert.size());
        m_list.offer(candidate, m_typed, {u"#"_s}, kMostLevels + 1);
    }

    void collect(const QList<Field>& fields, const FieldPath& path, qsizetype from)
    {
        for (const Field& field : fields) {
            if (++m_seen > kMostFields) return;
            FieldPath own = path;
            own.names.append(field.name);
            offer(field, own, from);
            const bool deeper = !field.fields.isEmpty() && own.names.size() - from < kMostLevels;
            // Without a letter typed only the nearest fields are a help.
            if (deeper && !m_typed.isEmpty()) collect(field.fields, own, from);
        }
    }

    void offer(const Field& field, const FieldPath& path, qsizetype from)
    {
        Candidate candidate;
        candidate.label = field.label.isEmpty() ? field.name : field.label;
        candidate.detail = fieldPathText(path);
        candidate.path = path;
        candidate.type = field.type;
        candidate.hasParts = !field.fields.isEmpty();
        const QStringList names{candidate.label, field.name, candidate.detail};
        // The way to a field counts only where it is written out.
        const int penalty = int(path.names.size() - from) - 1 + path.up;
        m_list.offer(std::move(candidate), m_typed, names, penalty);
    }

    const CompletionWorld& m_world;
    CandidateList& m_list;
    QString m_typed;
    qsizetype m_seen = 0;
};

void offerFunctions(const CompletionWorld& world, const CursorPlace& place, CandidateList& list)
{
    const QStringList names = functionNames() + QStringList{u"TRUE"_s, u"FALSE"_s};
    for (const QString& name : names) {
        const FunctionInfo* function = findFunction(name);
        Candidate candidate;
        candidate.kind = function ? Candidate::Kind::Function : Candidate::Kind::Word;
        candidate.label = name;
        candidate.detail = function ? shownSignature(*function, world.notation) : QString();
        const bool empty = function && function->most == 0;
        candidate.insert = name;
        if (function && !place.closed) candidate.insert += empty ? u"()"_s : u"("_s;
        candidate.cursor = qint32(candidate.insert.size());
        list.offer(candidate, place.typed, {name}, kMostLevels);
    }
}

void offerTexts(Candidate::Kind kind, const QStringList& names, const CursorPlace& place, CandidateList& list)
{
    for (const QString& name : names) {
        Candidate candidate;
        candidate.kind = kind;
        candidate.label = name;
        candidate.insert = quoted(name);
        candidate.cursor = qint32(candidate.insert.size());
        list.offer(candidate, place.typed, {name}, kBeforeFields);
    }
}

void offerThings(Candidate::Kind kind, const QList<NamedThing>& things, const CursorPlace& place,
                 CandidateList& list)
{
    for (const NamedThing& thing : things) {
        Candidate candidate;
        candidate.kind = kind;
        candidate.label = thing.label.isEmpty() ? thing.name : thing.label;
        candidate.detail = thing.name;
        candidate.insert = quoted(thing.name);
        candidate.cursor = qint32(candidate.insert.size());
        list.offer(candidate, place.typed, {candidate.label, thing.name}, kBeforeFields);
    }
}

/// Constants that the argument at hand is known to take: names of tables, flows, settings, units.
void offerConstants(const CompletionWorld& world, const CursorPlace& place, CandidateList& list)
{
    static const QStringList kUnits{u"Y"_s, u"M"_s, u"D"_s, u"MD"_s, u"YM"_s, u"YD"_s};
    if (place.calls.isEmpty()) return;
    const OpenCall& call = place.calls.last();
    const qsizetype index = call.arguments.size() - 1;
    const QString table =
        call.arguments.first().kind == TokenKind::Text ? call.arguments.first().text : QString();
    if (call.function == "LOOKUP"_L1 && index == 0)
        offerTexts(Candidate::Kind::Table, world.tables, place, list);
    else if (call.function == "LOOKUP"_L1 && index == 1 && place.expects == CursorPlace::Expects::Constant)
        offerTexts(Candidate::Kind::Key, world.keys.value(table), place, list);
    else if (call.function == "LOOKUP"_L1 && index == 2)
        offerTexts(Candidate::Kind::Column, world.columns.value(table), place, list);
    else if (call.function == "LINKED"_L1 && index == 0)
        offerThings(Candidate::Kind::Flow, world.flows, place, list);
    else if (call.function == "ORG"_L1 && index == 0)
        offerThings(Candidate::Kind::Setting, world.settings, place, list);
    else if (call.function == "DATEDIF"_L1 && index == 2)
        offerTexts(Candidate::Kind::Unit, kUnits, place, list);
}

/// Names on screen cost a look at all siblings, so only the best fields get theirs.
void finish(Candidate& candidate, const CompletionWorld& world)
{
    if (candidate.kind != Candidate::Kind::Field) return;
    const QString own = candidate.label;
    candidate.label = displayedPath(candidate.path, world.scope);
    const bool labels = world.notation.names == Notation::Names::Labels;
    candidate.insert = u'[' + (labels ? candidate.label : candidate.detail) + u']';
    candidate.cursor = qint32(candidate.insert.size());
    const qsizetype at = candidate.label.lastIndexOf(own);
    candidate.matched.start += qint32(std::max<qsizetype>(0, at));
    if (at < 0) candidate.matched = {};
}

QList<Candidate> candidates(const CompletionWorld& world, const CursorPlace& place, bool misspelt)
{
    CandidateList list(misspelt);
    FieldOffers fields(world, list);
    if (place.expects == CursorPlace::Expects::Field) fields.forTyped(place.typed);
    if (place.expects == CursorPlace::Expects::Constant) offerConstants(world, place, list);
    if (place.expects == CursorPlace::Expects::Value) {
        offerConstants(world, place, list);
        fields.forWord(place.typed);
        offerFunctions(world, place, list);
    }
    return list.best(std::max(0, world.most));
}

} // namespace

Completion completeAt(const QString& text, qint32 cursor, const CompletionWorld& world)
{
    const CursorPlace place = placeOf(text, cursor, world.notation);
    Completion completion{place.token, place.typed, candidates(world, place, false)};
    if (completion.candidates.isEmpty()) completion.candidates = candidates(world, place, true);
    for (Candidate& candidate : completion.candidates)
        finish(candidate, world);
    return completion;
}

SignatureHelp signatureAt(const QString& text, qint32 cursor, Notation notation)
{
    const CursorPlace place = placeOf(text, cursor, notation);
    for (qsizetype i = place.calls.size() - 1; i >= 0; --i) {
        const OpenCall& call = place.calls[i];
        const FunctionInfo* function = findFunction(call.function);
        if (!function) continue;
        SignatureHelp help;
        help.function = call.function;
        help.call = call.nameAt;
        help.signature = shownSignature(*function, notation);
        help.parameters = parameterSpans(help.signature, notation.separator);
        help.active = activeParameter(*function, int(call.arguments.size()) - 1, int(help.parameters.size()));
        return help;
    }
    return {};
}

} // namespace tieout::formula
