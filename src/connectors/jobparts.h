#pragma once

#include "connectors/manifestparts.h"

#include <optional>

namespace tieout::connectors {

// The vocabulary of jobs as values: many rows, written or read as one text that the system works off in its
// own time.

/// How a job's state is asked for, and what its words mean.
struct JobStateSpec {
    RequestSpec request;
    QString field;
    QStringList open;      ///< it waits for its rows
    QStringList working;   ///< it is being worked off
    QStringList done;      ///< every row has its verdict
    QStringList failed;    ///< given up: some rows were not worked off
    QString message;       ///< why it was given up
    QString processed;     ///< member with the number of rows worked off
    QString refused;       ///< of these, the refused ones
    int first = 2;         ///< seconds before the second look; doubled from look to look
    int longest = 30;      ///< seconds between two looks
    int patience = 10'800; ///< seconds after which the next run goes on waiting
};

/// Jobs that take rows.
struct IngestSpec {
    RequestSpec open;
    QString id; ///< member of the answer to `open`
    RequestSpec upload;
    RequestSpec close;
    RequestSpec abort;
    JobStateSpec state;
    RequestSpec written; ///< results: the rows that were saved
    RequestSpec refused;
    RequestSpec unsent;
    QString idColumn;
    QString errorColumn;
    QRegularExpression error; ///< of a cell of errorColumn: groups code, message, fields
    QString empty;            ///< what empties a field; an empty cell leaves it
};

/// Jobs that give rows.
struct QueryJobSpec {
    RequestSpec open;
    QString id;
    QString put; ///< dotted place of the query in the body of `open`
    JobStateSpec state;
    RequestSpec results;
    QString putSize;
    int size = 0;
    QString putNext;     ///< parameter of the next page's place
    QString nextHeader;  ///< header of a page that names the place of the next
    QString lastWord;    ///< its value on the last page
    QString countHeader; ///< rows of a page
};

struct JobsSpec {
    std::optional<IngestSpec> ingest;
    std::optional<QueryJobSpec> query;
};

/// When a write travels as a job.
struct WriteJobSpec {
    int above = 0; ///< rows; as many or fewer go in calls
    int rows = 0;  ///< most of one job
    int bytes = 0; ///< most of one text
    Json open;     ///< further members of the body that opens it
    QString key;   ///< column that tells the rows apart: the id, or our key
};

/// When a read becomes a job.
struct ReadJobSpec {
    int above = 0; ///< records that the first page announces
    Json open;
};

} // namespace tieout::connectors
