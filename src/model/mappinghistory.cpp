#include "model/mappinghistory.h"

#include "model/objectreader.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

using Row = LookupTable::Row;
using Edit = LookupChange::Edit;
using Kind = LookupChange::Kind;

constexpr Words<Kind, 3> kKinds{{
    {Kind::Made, u"made"},
    {Kind::Changed, u"changed"},
    {Kind::Removed, u"removed"},
}};

void changedSetting(LookupChange& change, const QString& name, const QString& before, const QString& after)
{
    if (before != after) change.settings.append({name, before, after});
}

QString missingWord(const LookupTable& table)
{
    return table.whenMissing == LookupTable::WhenMissing::Default ? u"default"_s : u"hold"_s;
}

Json rowsToJson(const QList<Row>& rows)
{
    Json::Array array;
    for (const Row& row : rows)
        array.append(Json::array({Json(row.key), Json(row.value)}));
    return Json(std::move(array));
}

Json editsToJson(const QList<Edit>& edits)
{
    Json::Array array;
    for (const Edit& edit : edits)
        array.append(Json::array({Json(edit.name), Json(edit.before), Json(edit.after)}));
    return Json(std::move(array));
}

/// Arrays of so many texts; nothing when one is something else.
std::optional<QList<QStringList>> textsOf(const Json& json, qsizetype width)
{
    QList<QStringList> lists;
    for (const Json& item : json.toArray()) {
        if (item.size() != width) return {};
        QStringList texts;
        for (const Json& text : item.toArray()) {
            if (!text.isText()) return {};
            texts += text.toText();
        }
        lists += texts;
    }
    return lists;
}

} // namespace

LookupChange lookupChange(const LookupTable& before, const LookupTable& after)
{
    LookupChange change;
    change.table = after.name;
    QHash<QString, QList<qsizetype>> places; ///< of `before`, by key
    for (qsizetype i = 0; i < before.rows.size(); ++i)
        places[before.rows[i].key] += i;
    qsizetype last = -1;
    for (const Row& row : after.rows) {
        const auto known = places.find(row.key);
        if (known == places.end() || known->isEmpty()) {
            change.added += row;
            continue;
        }
        const qsizetype place = known->takeFirst();
        change.reordered |= place < last;
        last = place;
        const QString& value = before.rows[place].value;
        if (value != row.value) change.changed.append({row.key, value, row.value});
    }
    QList<qsizetype> gone;
    for (const auto& left : std::as_const(places))
        gone += left;
    std::sort(gone.begin(), gone.end());
    for (const qsizetype place : std::as_const(gone))
        change.removed += before.rows[place];
    changedSetting(change, u"keyLabel"_s, before.keyLabel, after.keyLabel);
    changedSetting(change, u"valueLabel"_s, before.valueLabel, after.valueLabel);
    changedSetting(change, u"whenMissing"_s, missingWord(before), missingWord(after));
    changedSetting(change, u"defaultValue"_s, before.defaultValue, after.defaultValue);
    return change;
}

Json toJson(const LookupChange& change)
{
    ObjectWriter writer;
    writer.text(u"kind"_s, wordFor(kKinds, change.kind));
    if (!change.added.isEmpty()) writer.put(u"added"_s, rowsToJson(change.added));
    if (!change.removed.isEmpty()) writer.put(u"removed"_s, rowsToJson(change.removed));
    if (!change.changed.isEmpty()) writer.put(u"changed"_s, editsToJson(change.changed));
    if (!change.settings.isEmpty()) writer.put(u"settings"_s, editsToJson(change.settings));
    writer.flag(u"reordered"_s, change.reordered, false);
    return writer.take();
}

Result<LookupChange> lookupChangeFromJson(const Json& json)
{
    LookupChange change;
    ObjectReader reader(json, u"lookup.syntax"_s, {});
    reader.word(u"kind"_s, change.kind, kKinds);
    reader.flag(u"reordered"_s, change.reordered);
    const std::pair<QString, QList<Row>*> rows[] = {{u"added"_s, &change.added},
                                                    {u"removed"_s, &change.removed}};
    for (const auto& [name, target] : rows) {
        const auto lists = textsOf(reader.take(name), 2);
        if (!lists) reader.reject(name, u"must hold pairs of texts"_s);
        for (const QStringList& texts : lists.value_or(QList<QStringList>()))
            target->append({texts[0], texts[1]});
    }
    const std::pair<QString, QList<Edit>*> edits[] = {{u"changed"_s, &change.changed},
                                                      {u"settings"_s, &change.settings}};
    for (const auto& [name, target] : edits) {
        const auto lists = textsOf(reader.take(name), 3);
        if (!lists) reader.reject(name, u"must hold three texts each"_s);
        for (const QStringList& texts : lists.value_or(QList<QStringList>()))
            target->append({texts[0], texts[1], texts[2]});
    }
    if (reader.error()) return fail(*reader.error());
    return change;
}

} // namespace tieout::model
