#pragma once

#include "base/date.h"
#include "model/mapping.h"

namespace tieout::model {

/// One saved version of a mapping.
struct MappingVersion {
    int version = 0;
    QString author; ///< name of the person at the machine; empty = unknown
    Instant savedAt{};
    QString note;
    int restored = 0; ///< the earlier version that this one brought back; 0 = none
    bool operator==(const MappingVersion&) const = default;
};

/// One save of a lookup table: who, when, what.
struct LookupChange {
    enum class Kind : quint8 { Made, Changed, Removed };
    struct Edit { ///< of a row or of a setting
        QString name;
        QString before;
        QString after;
        bool operator==(const Edit&) const = default;
    };
    Kind kind = Kind::Changed;
    QString table;
    QString author; ///< empty = unknown
    Instant at{};
    QList<LookupTable::Row> added;
    QList<LookupTable::Row> removed;
    QList<Edit> changed;    ///< by key
    QList<Edit> settings;   ///< "whenMissing", "defaultValue", "keyLabel", "valueLabel"
    bool reordered = false; ///< the kept rows stand in another order

    [[nodiscard]] bool isEmpty() const
    {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && settings.isEmpty() && !reordered;
    }
    bool operator==(const LookupChange&) const = default;
};

/// What a save of `after` changes in `before`; kind, author and time are the caller's. Rows are the same by
/// key as written, equal keys in their order.
[[nodiscard]] LookupChange lookupChange(const LookupTable& before, const LookupTable& after);
[[nodiscard]] Json toJson(const LookupChange& change);
/// Author and time are columns of their own. Error: BadConfig "lookup.syntax".
[[nodiscard]] Result<LookupChange> lookupChangeFromJson(const Json& json);

} // namespace tieout::model
