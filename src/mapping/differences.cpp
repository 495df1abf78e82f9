#include "mapping/differences.h"

#include "mapping/mappedresult.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::FieldChange;
using model::Record;
using model::Value;
using model::ValueList;

namespace {

void compareRecords(const Record& before, const Record& after, const QString& prefix,
                    QList<FieldChange>& changes);

void compareLists(const ValueList& before, const ValueList& after, const QString& path,
                  QList<FieldChange>& changes)
{
    const qsizetype longest = std::max(before.size(), after.size());
    for (qsizetype i = 0; i < longest; ++i) {
        const Value left = i < before.size() ? before[i] : Value();
        const Value right = i < after.size() ? after[i] : Value();
        const QString line = u"%1[%2]"_s.arg(path).arg(i + 1);
        if (left.record() && right.record())
            compareRecords(*left.record(), *right.record(), line + u'.', changes);
        else if (!sameContent(left, right))
            changes.append({line, left, right});
    }
}

void compareRecords(const Record& before, const Record& after, const QString& prefix,
                    QList<FieldChange>& changes)
{
    const int size = after.shape() ? after.shape()->size() : 0;
    for (int slot = 0; slot < size; ++slot) {
        const Value& right = after.at(slot);
        if (right.isBlank()) continue;
        const QString& name = after.shape()->names().at(slot);
        const Value& left = before.value(name);
        const QString path = prefix + name;
        if (right.record())
            compareRecords(left.record() ? *left.record() : Record(), *right.record(), path + u'.', changes);
        else if (right.list())
            compareLists(left.list() ? *left.list() : ValueList(), *right.list(), path, changes);
        else if (!sameContent(left, right))
            changes.append({path, left, clearsField(right) ? Value() : right});
    }
}

std::optional<Decimal> asNumber(const Value& value)
{
    if (value.number()) return *value.number();
    const auto parsed = value.text() ? Decimal::parse(QStringView(*value.text())) : Decimal();
    return value.text() && parsed ? std::optional(*parsed) : std::nullopt;
}

void appendSpread(QList<FieldChange>& all, const FieldChange& change)
{
    const Record* before = change.before.record();
    const Record* after = change.after.record();
    if (!before && !after) {
        all += change;
        return;
    }
    QStringList names;
    for (const Record* side : {after, before}) {
        if (!side || side->isNull()) continue;
        for (const QString& name : side->shape()->names()) {
            if (!names.contains(name)) names += name;
        }
    }
    for (const QString& name : names) {
        const Value was = before ? before->value(name) : Value();
        const Value is = after ? after->value(name) : Value();
        if (!(was == is)) appendSpread(all, {change.field + u'.' + name, was, is});
    }
}

} // namespace

bool sameContent(const Value& before, const Value& after)
{
    const bool leftEmpty = before.isBlank() || clearsField(before);
    const bool rightEmpty = after.isBlank() || clearsField(after);
    if (leftEmpty || rightEmpty) return leftEmpty && rightEmpty;
    if (before.kind() == after.kind() && !before.list() && !before.record()) return before == after;
    if (before.isNumber() || after.isNumber()) {
        const auto left = asNumber(before);
        const auto right = asNumber(after);
        return left && right && *left == *right;
    }
    if (before.isText() || after.isText()) return before.toPlainText() == after.toPlainText();
    QList<FieldChange> changes;
    if (before.list() && after.list())
        compareLists(*before.list(), *after.list(), {}, changes);
    else if (before.record() && after.record())
        compareRecords(*before.record(), *after.record(), {}, changes);
    else
        return before == after;
    return changes.isEmpty();
}

QList<FieldChange> differences(const Record& before, const Record& after)
{
    QList<FieldChange> changes;
    compareRecords(before, after, {}, changes);
    return changes;
}

QList<FieldChange> byField(const QList<FieldChange>& changes)
{
    QList<FieldChange> all;
    for (const FieldChange& change : changes)
        appendSpread(all, change);
    return all;
}

} // namespace tieout::mapping
