#include "cli/formulacommands.h"

#include "base/json.h"
#include "cli/inputlines.h"
#include "cli/output.h"
#include "formula/check.h"
#include "formula/evaluator.h"
#include "formula/parser.h"
#include "mapping/runcontext.h"

#include <QFile>

#include <cstdio>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using formula::Finding;
using formula::Span;
using model::Field;
using model::FieldType;
using model::Record;
using model::Value;
using model::ValueList;

namespace {

/// A line of nothing but brackets needs eighty times its size.
constexpr qint64 kLongestLine = 32 * 1024 * 1024;
constexpr qsizetype kMostKept = 256;      ///< compiled formulas
constexpr qsizetype kItemsLookedAt = 100; ///< of a list, to learn its fields

/// A formula ready to run, or what is wrong with it.
struct Prepared {
    QList<Finding> findings;
    std::shared_ptr<const formula::Ast> ast;
    std::shared_ptr<const formula::Program> program;
};

Prepared prepared(const QString& text)
{
    formula::Reading reading = formula::readThrough(text);
    Prepared made;
    made.findings = std::move(reading.findings);
    if (!made.findings.isEmpty()) return made;
    made.ast = std::make_shared<const formula::Ast>(std::move(reading.ast));
    made.program = std::make_shared<const formula::Program>(formula::compile(*made.ast));
    return made;
}

QString kindWord(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Blank:
        return u"blank"_s;
    case Value::Kind::Boolean:
        return u"boolean"_s;
    case Value::Kind::Number:
        return u"number"_s;
    case Value::Kind::Text:
        return u"text"_s;
    case Value::Kind::Date:
        return u"date"_s;
    case Value::Kind::Instant:
        return u"instant"_s;
    case Value::Kind::List:
        return u"list"_s;
    case Value::Kind::Record:
        return u"record"_s;
    }
    return {};
}

/// Dates as "2026-11-21": the type stands beside the value.
Json plainJson(const Value& value)
{
    if (const ValueList* items = value.list()) {
        Json list = Json::array();
        for (const Value& item : *items)
            list.append(plainJson(item));
        return list;
    }
    if (const Record* record = value.record()) {
        Json object = Json::object({});
        for (int slot = 0; !record->isNull() && slot < record->shape()->size(); ++slot)
            object.set(record->shape()->names()[slot], plainJson(record->at(slot)));
        return object;
    }
    if (const Decimal* number = value.number()) return Json(number->normalized());
    if (const bool* truth = value.boolean()) return Json(*truth);
    return value.isBlank() ? Json() : Json(formula::toText(value));
}

FieldType typeOf(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Boolean:
        return FieldType::Boolean;
    case Value::Kind::Number:
        return FieldType::Number;
    case Value::Kind::Date:
        return FieldType::Date;
    case Value::Kind::Instant:
        return FieldType::Instant;
    case Value::Kind::List:
        return FieldType::List;
    case Value::Kind::Record:
        return FieldType::Record;
    default:
        return FieldType::Text;
    }
}

/// The fields that a record has, as a schema would name them.
void learnFields(const Record& record, QList<Field>& fields)
{
    if (record.isNull()) return;
    for (int slot = 0; slot < record.shape()->size(); ++slot) {
        const QString& name = record.shape()->names()[slot];
        auto known =
            std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
        if (known == fields.end()) {
            Field field;
            field.name = name;
            field.type = typeOf(record.at(slot));
            known = fields.insert(fields.end(), field);
        }
        if (const Record* inner = record.at(slot).record()) learnFields(*inner, known->fields);
        const ValueList* items = record.at(slot).list();
        for (qsizetype i = 0; items && i < std::min(items->size(), kItemsLookedAt); ++i) {
            if (const Record* item = items->at(i).record()) learnFields(*item, known->fields);
        }
    }
}

/// What formulas ask besides the record; each member of the line may be missing.
mapping::RunContext contextOf(const Json& line)
{
    mapping::RunContext context;
    QList<model::LookupTable> tables;
    for (const auto& [name, rows] : line[u"tables"].toObject()) {
        model::LookupTable table;
        table.name = name;
        for (const auto& [key, value] : rows.toObject())
            table.rows.append({key, formula::toText(model::fromJson(value))});
        tables.append(table);
    }
    context.tables = std::make_shared<const mapping::LookupTables>(tables);
    for (const auto& [name, value] : line[u"settings"].toObject())
        context.settings.insert(name, model::fromJson(value));
    context.links = [links = line[u"links"]](const QString& flow, const QString& key) {
        const Json& id = links[flow][key];
        return id.isText() ? std::optional(id.toText()) : std::nullopt;
    };
    const auto now = parseInstant(line[u"now"].toText());
    context.startedAt = now ? *now : instantFromMs(QDateTime::currentMSecsSinceEpoch());
    const QTimeZone zone(line[u"zone"].toText().toUtf8());
    if (zone.isValid()) context.organisationZone = zone;
    return context;
}

/// Characters are counted as people see them in an editor: a pair of surrogates is one.
int characterAt(const QString& text, qint32 offset)
{
    return int(QStringView(text).left(offset).toUcs4().size()) + 1;
}

Json placed(const QString& text, Span at, const QString& code, const QStringList& facts)
{
    const int start = characterAt(text, at.start);
    return Json::object({{u"at"_s, start},
                         {u"length"_s, characterAt(text, at.end()) - start},
                         {u"code"_s, code},
                         {u"message"_s, messageFor(code, facts)}});
}

/// {"error":…,"at":…,"message":…}; of a text that cannot be read all that is wrong with it.
Json unreadable(const QString& text, const QList<Finding>& findings)
{
    const Finding& first = findings.first();
    Json answer = Json::object({{u"error"_s, u"#ERROR!"_s}});
    const Json place = placed(text, first.at, first.code, first.facts);
    for (const auto& [name, value] : place.toObject())
        answer.set(name, value);
    Json more = Json::array();
    for (const Finding& finding : findings.mid(1))
        more.append(placed(text, finding.at, finding.code, finding.facts));
    if (more.size() > 0) answer.set(u"more"_s, more);
    return answer;
}

Json failed(const QString& text, const formula::Fault& fault)
{
    Json answer = Json::object({{u"error"_s, formula::faultText(fault.kind)}});
    const Json place = placed(text, fault.at, fault.code, fault.facts);
    for (const auto& [name, value] : place.toObject())
        answer.set(name, value);
    return answer;
}

/// Fields that the record does not have are blank; a misspelt one should not pass unseen.
Json warningsOf(const QString& text, const Prepared& formula, const Record& record)
{
    Json warnings = Json::array();
    QList<Field> fields;
    learnFields(record, fields);
    const formula::CheckScope scope{&fields, nullptr};
    for (const Finding& finding : formula::check(*formula.ast, scope).findings) {
        if (finding.code == "formula.unknown-field"_L1)
            warnings.append(placed(text, finding.at, finding.code, finding.facts));
    }
    return warnings;
}

/// A line that holds no formula; the first fact is the byte where reading stopped.
Json unread(const QString& code, const QStringList& facts)
{
    return Json::object({{u"error"_s, u"#ERROR!"_s},
                         {u"at"_s, facts.value(0).toInt() + 1},
                         {u"code"_s, code},
                         {u"message"_s, messageFor(code, facts)}});
}

/// Answers line after line; keeps the formulas that come again and again.
class FormulaDesk final
{
  public:
    Json answer(const QByteArray& line)
    {
        const auto json = Json::parse(line);
        if (!json) return unread(u"cli.bad-line"_s, json.error().facts);
        if (!(*json)[u"formula"].isText()) return unread(u"cli.no-formula"_s, {});
        const QString text = (*json)[u"formula"].toText();
        const Prepared& formula = preparedOf(text);
        if (!formula.program) return unreadable(text, formula.findings);
        const Value value = model::fromJson((*json)[u"record"]);
        const Record record = value.record() ? *value.record() : Record();
        const mapping::RunContext context = contextOf(*json);
        formula::Evaluator evaluator(context);
        const formula::Outcome outcome = evaluator.evaluate(*formula.program, formula::Scope{&record});
        Json answer = outcome.fault ? failed(text, *outcome.fault)
                                    : Json::object({{u"value"_s, plainJson(outcome.value)},
                                                    {u"type"_s, kindWord(outcome.value.kind())}});
        const Json warnings = warningsOf(text, formula, record);
        if (warnings.size() > 0) answer.set(u"warnings"_s, warnings);
        return answer;
    }

  private:
    const Prepared& preparedOf(const QString& text)
    {
        if (m_prepared.size() >= kMostKept) m_prepared.clear();
        auto known = m_prepared.find(text);
        if (known == m_prepared.end()) known = m_prepared.insert(text, prepared(text));
        return *known;
    }

    QHash<QString, Prepared> m_prepared;
};

} // namespace

int computeFormulas()
{
    InputLines lines(kLongestLine);
    QFile output;
    if (!lines.isOpen() || !output.open(stdout, QIODevice::WriteOnly)) return kFault;
    FormulaDesk desk;
    bool good = true;
    for (QByteArray line = lines.next(); !lines.isAtEnd(); line = lines.next()) {
        const QByteArray content = line.trimmed();
        if (content.isEmpty() && !lines.wasTooLong()) continue;
        const Json answer = lines.wasTooLong() ? unread(u"cli.long-line"_s, {}) : desk.answer(content);
        good = good && answer[u"error"].isNull();
        // Each answer leaves before the next line is awaited: the other side may be a program that asks back.
        output.write(answer.toBytes() + '\n');
        output.flush();
    }
    return good ? kAllGood : kRecordsNeedAttention;
}

} // namespace tieout::cli
