#include "model/flow.h"

#include "model/objectreader.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

const QString kCode = u"flow.syntax"_s;
constexpr int kMostParents = 3; ///< levels of flows inside flows

constexpr Words<MatchStrength, 2> kStrengths{{
    {MatchStrength::Strong, u"strong"},
    {MatchStrength::Weak, u"weak"},
}};

constexpr std::array kNormalisers{u"exact", u"text", u"email", u"domain", u"digits"};
constexpr std::array kConflictRules{u"ask", u"source", u"target"};
constexpr std::array kLockDateRules{u"hold", u"draft", u"next-open-day"};

template<std::size_t Count>
void checkWord(ObjectReader& reader, const QString& name, const QString& word,
               const std::array<const char16_t*, Count>& known)
{
    const bool right = std::any_of(known.begin(), known.end(),
                                   [&](const char16_t* choice) { return QStringView(choice) == word; });
    if (!right) reader.reject(name, u"unknown word \"%1\""_s.arg(word.left(40)));
}

template<class Value>
Result<Value> finished(ObjectReader& reader, Value value)
{
    reader.refuseRest();
    if (reader.error()) return fail(*reader.error());
    return value;
}

Result<FlowEnd> endFromJson(const Json& json, const QString& path)
{
    FlowEnd end;
    ObjectReader reader(json, kCode, path);
    reader.text(u"system"_s, end.system);
    reader.text(u"connection"_s, end.connection);
    reader.text(u"object"_s, end.object);
    reader.require(u"object"_s, end.object);
    return finished(reader, std::move(end));
}

Json endToJson(const FlowEnd& end)
{
    ObjectWriter writer;
    writer.text(u"system"_s, end.system);
    writer.text(u"connection"_s, end.connection);
    writer.text(u"object"_s, end.object);
    return writer.take();
}

Result<SkipRule> skipFromJson(const Json& json, const QString& path)
{
    SkipRule rule;
    ObjectReader reader(json, kCode, path);
    reader.text(u"name"_s, rule.name);
    reader.text(u"label"_s, rule.label);
    reader.text(u"formula"_s, rule.formula);
    reader.flag(u"holdWhenLinked"_s, rule.holdWhenLinked);
    reader.text(u"backNote"_s, rule.backNote);
    reader.require(u"name"_s, rule.name);
    if (!rule.formula.startsWith(u'=')) reader.reject(u"formula"_s, u"must start with \"=\""_s);
    return finished(reader, std::move(rule));
}

Json skipToJson(const SkipRule& rule)
{
    ObjectWriter writer;
    writer.text(u"name"_s, rule.name);
    writer.text(u"label"_s, rule.label);
    writer.text(u"formula"_s, rule.formula);
    writer.flag(u"holdWhenLinked"_s, rule.holdWhenLinked, false);
    writer.text(u"backNote"_s, rule.backNote);
    return writer.take();
}

Result<MatchRule> matchFromJson(const Json& json, const QString& path)
{
    MatchRule rule;
    ObjectReader reader(json, kCode, path);
    reader.texts(u"fields"_s, rule.fields);
    rule.normalise = u"exact"_s;
    reader.text(u"normalise"_s, rule.normalise);
    checkWord(reader, u"normalise"_s, rule.normalise, kNormalisers);
    reader.word(u"strength"_s, rule.strength, kStrengths);
    if (rule.fields.isEmpty()) reader.reject(u"fields"_s, u"is missing"_s);
    return finished(reader, std::move(rule));
}

Json matchToJson(const MatchRule& rule)
{
    ObjectWriter writer;
    writer.texts(u"fields"_s, rule.fields);
    writer.text(u"normalise"_s, rule.normalise, u"exact"_s);
    writer.text(u"strength"_s, wordFor(kStrengths, rule.strength), u"strong"_s);
    return writer.take();
}

Result<FlowRules> rulesFromJson(const Json& json, const QString& path)
{
    FlowRules rules;
    ObjectReader reader(json, kCode, path);
    reader.text(u"status"_s, rules.status);
    reader.number(u"maxRecords"_s, rules.maxRecords, 0, std::numeric_limits<int>::max());
    reader.text(u"maxAmount"_s, rules.maxAmount);
    reader.text(u"onConflict"_s, rules.onConflict);
    reader.text(u"lockDate"_s, rules.lockDate);
    if (!rules.maxAmount.isEmpty() && !Decimal::parse(rules.maxAmount)) {
        reader.reject(u"maxAmount"_s, u"must be an amount as text"_s);
    }
    checkWord(reader, u"onConflict"_s, rules.onConflict, kConflictRules);
    checkWord(reader, u"lockDate"_s, rules.lockDate, kLockDateRules);
    return finished(reader, std::move(rules));
}

Json rulesToJson(const FlowRules& rules)
{
    const FlowRules standard;
    ObjectWriter writer;
    writer.text(u"status"_s, rules.status);
    writer.number(u"maxRecords"_s, rules.maxRecords, 0);
    writer.text(u"maxAmount"_s, rules.maxAmount);
    writer.text(u"onConflict"_s, rules.onConflict, standard.onConflict);
    writer.text(u"lockDate"_s, rules.lockDate, standard.lockDate);
    return writer.take();
}

/// A document inside the flow: its own error keeps its code and gets the outer path in front.
template<class Read>
auto nested(Read read)
{
    return [read](const Json& json, const QString& path) {
        auto result = read(json);
        if (result) return result;
        Error& error = result.error();
        error.text = path + u": "_s + error.text;
        if (!error.facts.isEmpty()) error.facts[0] = path + u'.' + error.facts[0];
        return result;
    };
}

void readIdentity(ObjectReader& reader, Flow& flow)
{
    reader.text(u"id"_s, flow.id);
    reader.text(u"template"_s, flow.templateId);
    if (flow.id.isEmpty()) flow.id = flow.templateId;
    reader.require(u"id"_s, flow.id);
    reader.text(u"title"_s, flow.title);
    reader.text(u"outcome"_s, flow.outcome);
}

void readRecordFields(ObjectReader& reader, Flow& flow)
{
    reader.text(u"sourceKey"_s, flow.sourceKey);
    reader.text(u"sourceVersion"_s, flow.sourceVersion);
    reader.text(u"sourceTitle"_s, flow.sourceTitle);
    reader.text(u"sourceParty"_s, flow.sourceParty);
    reader.text(u"externalKey"_s, flow.externalKey);
    reader.text(u"totalField"_s, flow.totalField);
    reader.text(u"currencyField"_s, flow.currencyField);
    reader.texts(u"optionalFields"_s, flow.optionalFields);
    reader.require(u"sourceKey"_s, flow.sourceKey);
}

void readFlow(ObjectReader& reader, Flow& flow, int depth);

Result<Flow> parentFromJson(const Json& json, const QString& path, const Flow& child, int depth)
{
    Flow parent;
    // It reads the same source record through the same connections.
    parent.from = child.from;
    parent.to.system = child.to.system;
    parent.to.connection = child.to.connection;
    parent.enabled = true;
    ObjectReader reader(json, kCode, path);
    if (depth > kMostParents)
        reader.reject({}, u"parents are nested too deep"_s);
    else
        readFlow(reader, parent, depth);
    return finished(reader, std::move(parent));
}

void readEnd(ObjectReader& reader, const QString& name, FlowEnd& target)
{
    const FlowEnd standard = target;
    reader.object(name, target, endFromJson);
    if (target.system.isEmpty()) target.system = standard.system;
    if (target.connection.isEmpty()) target.connection = standard.connection;
    if (!reader.error() && target.object.isEmpty()) reader.reject(name, u"is missing"_s);
}

void readFlow(ObjectReader& reader, Flow& flow, int depth)
{
    readIdentity(reader, flow);
    readEnd(reader, u"from"_s, flow.from);
    readEnd(reader, u"to"_s, flow.to);
    readRecordFields(reader, flow);
    reader.list(u"skip"_s, flow.skip, skipFromJson);
    reader.list(u"match"_s, flow.match, matchFromJson);
    if (!reader.has(u"mapping"_s)) reader.reject(u"mapping"_s, u"is missing"_s);
    reader.object(u"mapping"_s, flow.mapping, nested(mappingFromJson));
    if (flow.mapping.from.isEmpty()) flow.mapping.from = flow.from.object;
    if (flow.mapping.to.isEmpty()) flow.mapping.to = flow.to.object;
    reader.object(u"rules"_s, flow.rules, rulesFromJson);
    reader.object(u"schedule"_s, flow.schedule, nested(scheduleFromJson));
    reader.list(u"parents"_s, flow.parents, [&](const Json& json, const QString& path) {
        return parentFromJson(json, path, flow, depth + 1);
    });
    reader.flag(u"enabled"_s, flow.enabled);
    reader.number(u"previewedVersion"_s, flow.previewedVersion, 0, std::numeric_limits<int>::max());
}

} // namespace

bool Flow::isReadable() const
{
    return unreadableMapping.isNull() && std::all_of(parents.begin(), parents.end(),
                                                     [](const Flow& parent) { return parent.isReadable(); });
}

bool Flow::operator==(const Flow&) const = default;

Result<Flow> flowFromJson(const Json& json)
{
    Flow flow;
    ObjectReader reader(json, kCode, {});
    readFlow(reader, flow, 0);
    return finished(reader, std::move(flow));
}

Result<FlowTemplate> flowTemplateFromJson(const Json& json)
{
    FlowTemplate result;
    ObjectReader reader(json, kCode, {});
    readFlow(reader, result.flow, 0);
    reader.list(u"lookups"_s, result.lookups, nested(lookupFromJson));
    if (result.flow.templateId.isEmpty()) reader.reject(u"template"_s, u"is missing"_s);
    (void)reader.take(u"$schema"_s); // for editors
    return finished(reader, std::move(result));
}

Json toJson(const Flow& flow)
{
    const Flow standard;
    ObjectWriter writer;
    writer.text(u"id"_s, flow.id);
    writer.text(u"template"_s, flow.templateId);
    writer.text(u"title"_s, flow.title);
    writer.text(u"outcome"_s, flow.outcome);
    writer.put(u"from"_s, endToJson(flow.from));
    writer.put(u"to"_s, endToJson(flow.to));
    writer.text(u"sourceKey"_s, flow.sourceKey);
    writer.text(u"sourceVersion"_s, flow.sourceVersion);
    writer.text(u"sourceTitle"_s, flow.sourceTitle);
    writer.text(u"sourceParty"_s, flow.sourceParty);
    writer.text(u"externalKey"_s, flow.externalKey);
    writer.text(u"totalField"_s, flow.totalField);
    writer.text(u"currencyField"_s, flow.currencyField);
    writer.list(u"skip"_s, flow.skip, skipToJson);
    writer.list(u"match"_s, flow.match, matchToJson);
    writer.put(u"mapping"_s, toJson(flow.mapping));
    if (flow.rules != standard.rules) writer.put(u"rules"_s, rulesToJson(flow.rules));
    if (flow.schedule != standard.schedule) writer.put(u"schedule"_s, toJson(flow.schedule));
    writer.list(u"parents"_s, flow.parents, [](const Flow& parent) { return toJson(parent); });
    writer.texts(u"optionalFields"_s, flow.optionalFields);
    writer.flag(u"enabled"_s, flow.enabled, true);
    writer.number(u"previewedVersion"_s, flow.previewedVersion, 0);
    return writer.take();
}

} // namespace tieout::model
