#pragma once

#include "model/schema.h"
#include "model/value.h"

#include <QList>
#include <QStringList>

namespace tieout::model {

/// Which records of an object to look at, outside any sync.
struct SampleRequest {
    QString object;
    QStringList fields; ///< empty = all
    QStringList ids;    ///< when set: exactly these
    int limit = 50;
};

/// Records as a person looks at them, with the fields that name their columns.
struct RecordSample {
    struct Item {
        QString id;
        QString link; ///< opens the record in the system's own site; empty = none
        Record record;
    };
    ObjectSchema schema;
    QList<Item> items;
    bool more = false; ///< the system has further ones
};

} // namespace tieout::model
