-- The workspace, version 1. Instants are milliseconds since 1970 UTC, amounts decimal text, hashes signed 64-bit
-- integers, lists and documents JSON text; enumerations are the numbers of the enums in model/ and store/.

-- Words that every row of a hot table carries (a flow's id, a target object), kept once.
CREATE TABLE word (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);

CREATE TABLE connection (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    system TEXT NOT NULL,
    organisation TEXT NOT NULL,
    tenant_id TEXT NOT NULL,
    authorised_by TEXT NOT NULL,
    scopes TEXT NOT NULL,
    settings TEXT NOT NULL,
    practice INTEGER NOT NULL,
    writable INTEGER NOT NULL,
    state INTEGER NOT NULL,
    state_text TEXT NOT NULL,
    authorised_at INTEGER,
    renew_by INTEGER,
    colour INTEGER NOT NULL
);

CREATE TABLE flow (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    saved_at INTEGER NOT NULL
);

CREATE TABLE flow_version (
    flow TEXT NOT NULL,
    version INTEGER NOT NULL,
    mappings TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (flow, version)
);

CREATE TABLE lookup_table (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    saved_at INTEGER NOT NULL
);

-- Which records are the same. flow is a word.
CREATE TABLE link (
    flow INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    target_id TEXT NOT NULL,
    target_number TEXT NOT NULL,
    source_version TEXT NOT NULL,
    target_version TEXT NOT NULL,
    source_hash INTEGER NOT NULL,
    linked_at INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (flow, source_id)
) WITHOUT ROWID;

CREATE INDEX link_target ON link (flow, target_id);

-- The write journal. open_rows counts the rows whose fate is not known, so that the rows need no index.
CREATE TABLE journal_batch (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    flow INTEGER NOT NULL,
    connection TEXT NOT NULL,
    object TEXT NOT NULL,
    creates INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    open_rows INTEGER NOT NULL
);

CREATE INDEX journal_batch_open ON journal_batch (flow, id) WHERE open_rows > 0;

CREATE TABLE journal_row (
    batch INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    source_version TEXT NOT NULL,
    external_key TEXT NOT NULL,
    target_id TEXT NOT NULL,
    content_hash INTEGER NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (batch, position)
) WITHOUT ROWID;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    flow_title TEXT NOT NULL,
    mapping_version INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    started_by INTEGER NOT NULL,
    state INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    records_read INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    held INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    read_calls INTEGER NOT NULL,
    write_calls INTEGER NOT NULL,
    related TEXT NOT NULL,
    totals TEXT NOT NULL,
    fault TEXT,
    warnings TEXT NOT NULL
);

CREATE INDEX run_flow ON run (flow, id);

CREATE INDEX run_started ON run (started_at);

-- id is the run's number times 2^32 plus the record's place in it: rows are only ever appended, and a run's
-- records are one range of the table.
CREATE TABLE run_record (
    id INTEGER PRIMARY KEY,
    flow INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    title TEXT NOT NULL,
    party TEXT NOT NULL,
    target_id TEXT NOT NULL,
    target_number TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount TEXT,
    changes TEXT NOT NULL,
    reason TEXT
);

CREATE INDEX run_record_outcome ON run_record (outcome, id);

-- One row per flow and source record; states 0 and 1 (open, retrying) are the ones people see.
CREATE TABLE problem (
    id INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    source_id TEXT NOT NULL,
    state INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    cause_key TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount TEXT,
    failures INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    next_try INTEGER,
    last_run INTEGER NOT NULL,
    written INTEGER NOT NULL,
    flow_title TEXT NOT NULL,
    source_title TEXT NOT NULL,
    source_link TEXT NOT NULL,
    target_id TEXT NOT NULL,
    target_number TEXT NOT NULL,
    target_link TEXT NOT NULL,
    note TEXT NOT NULL,
    state_at INTEGER NOT NULL,
    error TEXT NOT NULL,
    words TEXT NOT NULL,
    technical TEXT NOT NULL,
    UNIQUE (flow, source_id)
);

CREATE INDEX problem_open_flow ON problem (flow, id) WHERE state IN (0, 1);

CREATE INDEX problem_open_cause ON problem (cause_key, id) WHERE state IN (0, 1);

CREATE INDEX problem_due ON problem (flow, next_try) WHERE state IN (0, 1) AND next_try IS NOT NULL;

-- Full text over title, number and message; the triggers keep it equal to the table in the same transaction.
CREATE VIRTUAL TABLE problem_search USING fts5 (
    words, content = 'problem', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER problem_search_insert AFTER INSERT ON problem BEGIN
    INSERT INTO problem_search (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER problem_search_update AFTER UPDATE OF words ON problem WHEN old.words <> new.words BEGIN
    INSERT INTO problem_search (problem_search, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO problem_search (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER problem_search_delete AFTER DELETE ON problem BEGIN
    INSERT INTO problem_search (problem_search, rowid, words) VALUES ('delete', old.id, old.words);
END;

CREATE TABLE cursor (
    flow TEXT NOT NULL,
    connection TEXT NOT NULL,
    object TEXT NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (flow, connection, object)
);

CREATE TABLE document (
    connection TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (connection, name)
);

-- What matching knows of a target object's records. scope is a word: connection and object.
CREATE TABLE target_record (
    scope INTEGER NOT NULL,
    id TEXT NOT NULL,
    external_key TEXT NOT NULL,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    usable INTEGER NOT NULL,
    keys TEXT NOT NULL,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE target_key (
    scope INTEGER NOT NULL,
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (scope, key, id)
) WITHOUT ROWID;

CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    ends_at INTEGER NOT NULL
);

CREATE TABLE schedule (
    flow TEXT NOT NULL PRIMARY KEY,
    last_due INTEGER NOT NULL
);
