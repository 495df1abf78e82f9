#pragma once

#include "base/decimal.h"
#include "connectors/exchange.h"
#include "model/value.h"

/// Records and rows in one line, as the tests of connectors write them down.
namespace tieout::support {

using Members = QList<std::pair<QString, model::Value>>;

[[nodiscard]] inline model::Value number(const char* text)
{
    return model::Value(*Decimal::parse(std::string_view(text)));
}

[[nodiscard]] inline model::Record recordOf(const Members& members)
{
    QStringList names;
    for (const auto& [name, value] : members)
        names << name;
    model::Record record(std::make_shared<model::Shape>(names));
    for (int i = 0; i < members.size(); ++i)
        record.set(i, members.at(i).second);
    return record;
}

/// A new record.
[[nodiscard]] inline connectors::WriteRow rowOf(const QString& key, const Members& members)
{
    connectors::WriteRow row;
    row.key = key;
    row.target = recordOf(members);
    return row;
}

/// One that is there already.
[[nodiscard]] inline connectors::WriteRow changeOf(const QString& id, const Members& members = {})
{
    connectors::WriteRow row = rowOf({}, members);
    row.targetId = id;
    return row;
}

} // namespace tieout::support
