-- Decisions of people about matches, approved previews, notes that are owed to the ledger.

-- What a person said about a record that matching did not dare to decide. Used ones stay: who, when.
CREATE TABLE match_decision (
    flow TEXT NOT NULL,
    source_id TEXT NOT NULL,
    asked_flow TEXT NOT NULL,
    asked_source TEXT NOT NULL,
    kind INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    target_title TEXT NOT NULL,
    offered TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    used_at INTEGER,
    used_run INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (flow, source_id)
) WITHOUT ROWID;

CREATE INDEX match_decision_asked ON match_decision (asked_flow, asked_source);

-- One per preview, until the next complete preview of the same sync. run is the preview's number.
CREATE TABLE plan (
    run INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    basis TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0,
    approved_by TEXT NOT NULL DEFAULT '',
    approved_at INTEGER,
    written_by INTEGER NOT NULL DEFAULT 0,
    written_at INTEGER
);

CREATE INDEX plan_flow ON plan (flow);

-- What the preview would have written. flow is a word; content is compressed.
CREATE TABLE plan_row (
    run INTEGER NOT NULL,
    flow INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    state INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    source_version TEXT NOT NULL,
    content_hash INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    target_version TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (run, flow, source_id)
) WITHOUT ROWID;

-- Linked records that left the rule of their sync (a deal that is no longer won) and have not come back.
CREATE TABLE lapse (
    flow TEXT NOT NULL,
    source_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    since INTEGER NOT NULL,
    source_version TEXT NOT NULL,
    PRIMARY KEY (flow, source_id)
) WITHOUT ROWID;

-- History notes: due, under way, ended. A row is durable before its bytes leave, as in the write journal.
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    source_id TEXT NOT NULL,
    source_title TEXT NOT NULL,
    object TEXT NOT NULL,
    target_id TEXT NOT NULL,
    target_number TEXT NOT NULL,
    details TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    state INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER
);

CREATE INDEX note_open ON note (flow, id) WHERE state IN (0, 1, 4);

ALTER TABLE run ADD COLUMN updated_totals TEXT NOT NULL DEFAULT '{}';

ALTER TABLE run ADD COLUMN approved_preview INTEGER NOT NULL DEFAULT 0;
