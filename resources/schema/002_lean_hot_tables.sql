-- Hot tables grow at their end, in the order of time. What is looked up by a random id of another system (a
-- UUID) has a narrow index over the id's last ten characters; its hits are compared in full. The rows of a
-- journal batch are one document that is written once, their states one digit each.

CREATE TABLE journal_rows (
    batch INTEGER PRIMARY KEY,
    rows TEXT NOT NULL
);

INSERT INTO journal_rows (batch, rows)
    SELECT batch, json_group_array(json_array(source_id, source_version, external_key, target_id,
                                              CAST(content_hash AS TEXT)))
    FROM (SELECT * FROM journal_row ORDER BY batch, position) GROUP BY batch;

ALTER TABLE journal_batch ADD COLUMN states TEXT NOT NULL DEFAULT '';

UPDATE journal_batch SET states = COALESCE(
    (SELECT group_concat(state, '') FROM (SELECT state FROM journal_row WHERE batch = journal_batch.id ORDER BY position)),
    '');

DROP TABLE journal_row;

CREATE TABLE new_link (
    id INTEGER PRIMARY KEY,
    flow INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    target_id TEXT NOT NULL,
    target_number TEXT NOT NULL,
    source_version TEXT NOT NULL,
    target_version TEXT NOT NULL,
    source_hash INTEGER NOT NULL,
    linked_at INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    UNIQUE (flow, source_id)
);

INSERT INTO new_link (flow, source_id, target_id, target_number, source_version, target_version, source_hash,
                      linked_at, written_at)
    SELECT flow, source_id, target_id, target_number, source_version, target_version, source_hash, linked_at,
           written_at
    FROM link;

DROP TABLE link;

ALTER TABLE new_link RENAME TO link;

CREATE INDEX link_target ON link (flow, substr(target_id, -10));

CREATE TABLE new_target_record (
    number INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,
    id TEXT NOT NULL,
    external_key TEXT NOT NULL,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    usable INTEGER NOT NULL,
    keys TEXT NOT NULL
);

INSERT INTO new_target_record (scope, id, external_key, title, version, usable, keys)
    SELECT scope, id, external_key, title, version, usable, keys FROM target_record;

DROP TABLE target_record;

ALTER TABLE new_target_record RENAME TO target_record;

CREATE INDEX target_record_id ON target_record (scope, substr(id, -10));

-- record is the number of a target record.
CREATE TABLE new_target_key (
    scope INTEGER NOT NULL,
    key TEXT NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (scope, key, record)
) WITHOUT ROWID;

INSERT INTO new_target_key (scope, key, record)
    SELECT target_key.scope, target_key.key, target_record.number
    FROM target_record
    JOIN target_key ON target_key.scope = target_record.scope AND target_key.id = target_record.id;

DROP TABLE target_key;

ALTER TABLE new_target_key RENAME TO target_key;

DROP INDEX run_record_outcome;

-- Most records of a large run were created: they need no index. 1 is Updated.
CREATE INDEX run_record_attention ON run_record (outcome, id) WHERE outcome > 1;
