#pragma once

#include "base/error.h"
#include "model/lookupuse.h"
#include "model/mappinghistory.h"
#include "model/run.h"
#include "model/schema.h"
#include "model/value.h"

#include <QHash>

#include <optional>

namespace tieout::service {

/// One side of a mapping as the system describes it now; `fault` tells why that is not known now, the schema
/// is then the last known one or empty.
struct MappingSide {
    model::ObjectSchema schema; ///< with nested parents and lists
    QString connection;
    QString title; ///< "Salesforce · Practice Ltd"
    std::optional<Error> fault;
};

/// A real record to try a mapping on.
struct SampleChoice {
    QString id;
    QString title;
    bool operator==(const SampleChoice&) const = default;
};

/// Everything that a map editor needs to open.
struct MappingBench {
    QString flow; ///< the sync, or the flow that makes records for one
    QString title;
    bool parent = false;
    model::MappingDocument document; ///< `version` is the current one; a save that is based on it names it
    QList<Error> faults; ///< the kept document cannot be read in full: show what there is, read-only
    MappingSide source;
    MappingSide target;
    QString totalField; ///< target field with the document's total; empty = no money
    QString currencyField;
    QList<model::LookupTable> lookups;
    QHash<QString, model::Value> settings; ///< for ORG()
    QString zone;                          ///< IANA, of the target's organisation
    QStringList linkable;                  ///< flows that LINKED() may ask
    QList<model::MappingVersion> versions; ///< newest first
    QList<SampleChoice> samples; ///< records of the last runs, the newest first; empty before the first run
};

/// A source record with every field of the schema that costs no call of its own.
struct SampleRecord {
    SampleChoice choice;
    QString link; ///< opens the record in the system's own site; empty = none
    model::Record record;
    /// What LINKED answers for this record's own keys as the kept mapping asks: flow → key → id.
    QHash<QString, QHash<QString, QString>> links;
};

/// A version as it was saved; faults as in MappingBench.
struct KeptMapping {
    model::MappingVersion version;
    model::MappingDocument document;
    QList<Error> faults;
};

/// Rows read from a file, and what a person should know before they are saved.
struct LookupFile {
    QList<model::LookupTable::Row> rows;
    bool headed = false;    ///< the first row looks like headings
    QStringList duplicates; ///< keys that occur more than once
    qint64 skipped = 0;     ///< rows without a key
    int columns = 2;        ///< of the file; the first two are taken
};

/// Records that wait because of a table: what a person can try again at once.
struct HeldForTable {
    struct Sync {
        QString flow;
        QString title;
        qint64 records = 0;
        bool operator==(const Sync&) const = default;
    };
    QList<Sync> syncs;
    QStringList missing; ///< keys without a row, each once, the first 200
};

} // namespace tieout::service
