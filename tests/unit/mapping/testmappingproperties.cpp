#include "mapping/edit/rulefaults.h"
#include "mapping/mappingcheck.h"
#include "unit/mapping/editprobe.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::mapping;
using model::MappedField;
using model::MappingDocument;

namespace {

/// Documents as people and programs write them: members in any order, members that nobody knows, formulas
/// that work and formulas that do not.
class Author final
{
  public:
    enum class Formulas : quint8 { Good, Mixed };

    Author(quint32 seed, Formulas formulas)
        : m_random(seed)
        , m_formulas(formulas)
    {
    }

    Json document()
    {
        Json::Object members{{u"from"_s, Json(u"Deal"_s)}, {u"to"_s, Json(u"Invoice"_s)}};
        if (chance(3)) members.append({u"version"_s, Json(m_random.bounded(100))});
        if (chance(4)) members.append({u"group"_s, group()});
        members.append({u"fields"_s, rules(0)});
        return mixed(std::move(members));
    }

    int below(int bound) { return m_random.bounded(bound); }
    bool chance(int of) { return m_random.bounded(of) == 0; }
    QString note() { return u"note %1 “é” 😀"_s.arg(m_notes++); }
    QString formula()
    {
        static const QStringList kGood{
            u"=[Id]"_s,
            u"=ROUND([Amount] * 1.10, 2)"_s,
            u"=IF(ISBLANK([Account.Name]), \"none\", [Account.Name])"_s,
            u"=LOOKUP(\"Regions\", [Account.Country])"_s,
            u"=[#] & \"-\" & [..Id]"_s,
            u"=SUM([Lines.Price] * [Lines.Quantity])"_s,
            u"=TEXT([CloseDate] + 30, \"d mmm yyyy\")"_s,
            u"=LINKED(\"accounts-to-contacts\", [AccountId])"_s,
            u"=1/0"_s,
        };
        static const QStringList kBad{
            u"=ROUNT(1)"_s,  u"=[Id"_s,        u"=1 +"_s, u"=\"open"_s, u"=(((1)"_s,
            u"=[..Id]"_s,    u"=IF(1)"_s,      u"=)"_s,   u"=NOPE"_s,   u"=[]"_s,
            u"=[......X]"_s, u"=ROUND(,,,)"_s, u"=1 2"_s, u"=#N"_s,
        };
        const bool bad = m_formulas == Formulas::Mixed && chance(6);
        const QStringList& pool = bad ? kBad : kGood;
        return pool[below(int(pool.size()))];
    }

  private:
    Json group()
    {
        Json::Array totals;
        for (int i = below(3); i > 0; --i)
            totals.append(mixed({{u"name"_s, Json(u"Total %1"_s.arg(i))}, {u"formula"_s, Json(formula())}}));
        Json::Object members{{u"keys"_s, Json(Json::Array{Json(u"Id"_s), Json(u"Amount"_s)})},
                             {u"rows"_s, Json(u"Rows"_s)}};
        if (!totals.isEmpty()) members.append({u"aggregates"_s, Json(std::move(totals))});
        return mixed(std::move(members));
    }

    Json rules(int depth)
    {
        static const QStringList kNames{u"Date"_s, u"Contact.Name"_s, u"Ref'.1"_s, u"Total"_s,
                                        u"Due"_s,  u"Lines"_s,        u"Notes"_s,  u"Contact.Address.City"_s};
        Json::Array list;
        for (int i = below(6); i > 0; --i) {
            QString to = kNames[below(int(kNames.size()))];
            if (m_formulas == Formulas::Good || !chance(5)) to += QString::number(list.size());
            if (m_formulas == Formulas::Mixed && chance(25)) to = u"A..B"_s;
            list.append(rule(to, depth));
        }
        return Json(std::move(list));
    }

    Json rule(const QString& to, int depth)
    {
        Json::Object members{{u"to"_s, Json(to)}};
        if (depth < 3 && chance(4)) {
            members.append({u"each"_s, Json(chance(3) ? u"[.]"_s : u"[Lines]"_s)});
            members.append({u"fields"_s, rules(depth + 1)});
            if (chance(2)) members.append({u"filter"_s, Json(formula())});
            if (chance(3)) members.append({u"sort"_s, Json(formula())});
        } else if (!chance(6)) {
            members.append({u"formula"_s, Json(outer(depth, formula()))});
        }
        if (chance(4)) members.append({u"whenEmpty"_s, Json(chance(2) ? u"hold"_s : u"clear"_s)});
        if (chance(3)) members.append({u"note"_s, Json(note())});
        return mixed(std::move(members));
    }

    /// The record itself has nothing around it.
    QString outer(int depth, QString formula) const
    {
        return depth == 0 && m_formulas == Formulas::Good ? formula.replace(u"[..Id]"_s, u"[Id]"_s) : formula;
    }

    Json mixed(Json::Object members)
    {
        for (int i = chance(3) ? 2 : 0; i > 0; --i)
            members.append({u"x-%1"_s.arg(m_extras++), anything(0)});
        for (qsizetype i = members.size() - 1; i > 0; --i)
            members.swapItemsAt(i, below(int(i) + 1));
        return Json(std::move(members));
    }

    Json anything(int depth)
    {
        switch (below(depth < 3 ? 7 : 5)) {
        case 0:
            return Json();
        case 1:
            return Json(chance(2));
        case 2:
            return Json(Decimal::parse(chance(2) ? "-0.00100" : "12345678901234567890.50").value());
        case 3:
            return Json(u"\"\\/\t é 😀 =[Id]"_s);
        case 4:
            return Json(u""_s);
        case 5:
            return Json(Json::Array{anything(depth + 1), anything(depth + 1)});
        default:
            return Json(Json::Object{{u"to"_s, anything(depth + 1)}, {u"a"_s, anything(depth + 1)}});
        }
    }

    QRandomGenerator m_random;
    Formulas m_formulas;
    int m_notes = 0;
    int m_extras = 0;
};

/// The members that nobody knows, of each object of a document in reading order, as bytes.
QByteArrayList extrasIn(const Json& json)
{
    QByteArrayList found;
    const auto collect = [&found](const Json& object) {
        QByteArray line;
        for (const auto& [name, value] : object.toObject())
            if (name.startsWith(u"x-"_s)) line += name.toUtf8() + ':' + value.toBytes() + ' ';
        found.append(line);
    };
    const std::function<void(const Json&)> walk = [&](const Json& fields) {
        for (const Json& field : fields.toArray()) {
            collect(field);
            walk(field[u"fields"]);
        }
    };
    collect(json);
    collect(json[u"group"]);
    for (const Json& aggregate : json[u"group"][u"aggregates"].toArray())
        collect(aggregate);
    walk(json[u"fields"]);
    return found;
}

QStringList notesIn(const MappingDocument& document)
{
    QStringList notes;
    forEachRule(document, [&](const PlacedRule& placed) {
        if (!placed.rule.note.isEmpty()) notes.append(placed.rule.note);
    });
    notes.sort();
    return notes;
}

/// What hands do to a text: members misspelt and of the wrong kind, signs gone or too many.
QByteArray damaged(QByteArray text, Author& author)
{
    static const QList<std::pair<QByteArray, QByteArray>> kSlips{
        {"\"to\":", "\"too\":"},
        {":\"=", ":\""},
        {"\"hold\"", "\"maybe\""},
        {"\"note\":\"", "\"note\":7,\"old\":\""},
        {"\"each\":\"", "\"each\":[],\"was\":\""},
        {"\"fields\":[", "\"fields\":{},\"lines\":["},
        {"\"formula\":", "\"fields\":[],\"formula\":"},
        {"\"keys\":[", "\"keys\":[7,"},
        {"\"from\":", "\"format\":9,\"from\":"},
        {"{\"", "\""},
        {"]", ""},
        {",", ",,"},
    };
    for (int i = 1 + author.below(3); i > 0; --i) {
        const auto& [found, typed] = kSlips[author.below(int(kSlips.size()))];
        const qsizetype at = text.indexOf(found, author.below(int(text.size())));
        if (at >= 0) text.replace(at, found.size(), typed);
    }
    return text;
}

/// An edit that takes no rule away.
void editSomething(MappingDraft& draft, Author& author)
{
    const QStringList targets = draft.targets();
    if (targets.isEmpty()) return draft.setFormula(u"Date"_s, author.formula());
    const QString target = targets[author.below(int(targets.size()))];
    const MappedField* rule = draft.rule(target);
    const bool list = rule && !rule->each.isEmpty();
    switch (author.below(8)) {
    case 0:
        return draft.setFormula(target, author.formula());
    case 1:
        return draft.setFormula(target, {});
    case 2:
        return list ? draft.setFilter(target, author.formula())
                    : draft.map(u"Amount"_s, target, Joining::Text);
    case 3:
        return list ? draft.setSort(target, {}) : draft.map(u"Name"_s, target, Joining::Replace);
    case 4:
        return draft.setWhenEmpty(target, model::WhenEmpty::Leave);
    case 5:
        return list ? draft.setEach(target, u"[Products]"_s) : draft.setFormula(target + u"9"_s, u"=9"_s);
    case 6:
        return list ? draft.addBranch(target, u"[.]"_s)
                    : draft.map(u"Products.Code"_s, target, Joining::Text);
    default:
        return static_cast<void>(draft.replaceSource(u"Id"_s, u"Number"_s));
    }
}

/// A missing table and a formula that always fails hold records; the run goes on.
bool isRefused(const QList<RuleFinding>& findings)
{
    static const QStringList kHolds{u"lookup.no-table"_s, u"formula.division-by-zero"_s};
    return std::any_of(findings.begin(), findings.end(), [](const RuleFinding& found) {
        return found.finding.severity == formula::Finding::Severity::Error &&
               !kHolds.contains(found.finding.code);
    });
}

} // namespace

/// What holds of every mapping document, tried on thousands of random ones.
class TestMappingProperties : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aDocumentIsSavedWithEverythingThatNobodyKnows()
    {
        for (quint32 seed = 1; seed <= 3000; ++seed) {
            const Json json = Author(seed, Author::Formulas::Mixed).document();
            const auto read = model::mappingFromJson(Json::parse(json.toBytes()).value());
            QVERIFY2(read, qPrintable(u"%1: %2"_s.arg(seed).arg(read ? QString() : read.error().text)));
            const Json saved = Json::parse(model::toJson(*read).toPrettyBytes()).value();
            QCOMPARE(model::mappingFromJson(saved).value(), *read);
            QCOMPARE(model::toJson(model::mappingFromJson(saved).value()).toBytes(), saved.toBytes());
            QCOMPARE(extrasIn(saved), extrasIn(json));
            QVERIFY(model::mappingAsFarAsReadable(json).faults.isEmpty());
        }
    }

    void aSavedDocumentMapsAsBefore()
    {
        const model::Record record = recordFrom(
            "{'Id':'7','Amount':19.99,'CloseDate':'2026-01-31','AccountId':'001A','Account':{'Name':'Ü','"
            "Country'"
            ":'au'},'Lines':[{'Id':'l1','Price':1.5,'Quantity':2,'Lines':[{'Id':'m','Amount':3}]}]}");
        int mapped = 0;
        for (quint32 seed = 1; seed <= 1500; ++seed) {
            auto document = model::mappingFromJson(Author(seed, Author::Formulas::Good).document()).value();
            document.group.reset();
            const auto before = CompiledMapping::compile(document);
            QVERIFY2(before, qPrintable(before ? QString() : before.error().text));
            const auto after =
                CompiledMapping::compile(model::mappingFromJson(model::toJson(document)).value());
            QVERIFY(after.has_value());
            QCOMPARE(after->requiredSourcePaths(), before->requiredSourcePaths());
            QCOMPARE(after->lookupTables(), before->lookupTables());
            const MappedResult first = before->map(record, organisation());
            const MappedResult second = after->map(record, organisation());
            QCOMPARE(sent(second.target), sent(first.target));
            QCOMPARE(second.errors, first.errors);
            if (first.isComplete()) ++mapped;
        }
        QVERIFY(mapped > 200);
    }

    void whatTheCheckerFindsIsWhatARunRefuses()
    {
        int refused = 0;
        for (quint32 seed = 1; seed <= 4000; ++seed) {
            const auto document =
                model::mappingFromJson(Author(seed, Author::Formulas::Mixed).document()).value();
            const QList<Error> faults = CompiledMapping::faultsOf(document);
            const auto findings = checkMapping(document, nullptr, nullptr, {});
            if (isRefused(findings) == faults.isEmpty())
                QFAIL(qPrintable(u"seed %1: %2 faults\n%3"_s.arg(seed)
                                     .arg(faults.size())
                                     .arg(QString::fromUtf8(model::toJson(document).toPrettyBytes()))));
            QCOMPARE(CompiledMapping::compile(document).has_value(), faults.isEmpty());
            if (!faults.isEmpty()) ++refused;
        }
        QVERIFY(refused > 1000 && refused < 3500);
    }

    void editingLosesNoNote()
    {
        for (quint32 seed = 1; seed <= 150; ++seed) {
            Author author(seed, Author::Formulas::Good);
            MappingDraft draft;
            openOn(draft, model::mappingFromJson(author.document()).value());
            const QStringList notes = notesIn(draft.document());
            for (int i = 0; i < 40; ++i) {
                editSomething(draft, author);
                const auto saved = model::mappingFromJson(model::toJson(draft.document()));
                QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().text));
                QCOMPARE(*saved, draft.document());
                QCOMPARE(notesIn(*saved), notes);
            }
        }
    }

    void aDocumentBrokenByHandIsShownAsFarAsItCanBeRead()
    {
        int broken = 0;
        for (quint32 seed = 1; seed <= 3000; ++seed) {
            Author author(seed, Author::Formulas::Mixed);
            const QByteArray text = damaged(author.document().toBytes(), author);
            const auto json = Json::parse(text);
            if (!json) {
                QVERIFY(json.error().facts.value(0).toLongLong() <= text.size());
                continue;
            }
            const auto whole = model::mappingFromJson(*json);
            const model::BrokenMapping shown = model::mappingAsFarAsReadable(*json);
            QCOMPARE(shown.faults.isEmpty(), whole.has_value());
            for (const Error& fault : shown.faults)
                QVERIFY(!fault.facts.value(0).isEmpty() && !fault.facts.value(1).isEmpty());
            for (const RuleFinding& rule : faultyRules(shown.document, shown.faults))
                QVERIFY(ruleAt(shown.document, rule.target));
            static_cast<void>(checkMapping(shown.document, nullptr, nullptr, {}));
            if (!whole) ++broken;
        }
        QVERIFY(broken > 500);
    }
};

QTEST_GUILESS_MAIN(TestMappingProperties)
#include "testmappingproperties.moc"
