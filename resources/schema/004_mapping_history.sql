-- Who saved a version of a mapping, and why; who changed what in a lookup table.

ALTER TABLE flow_version ADD COLUMN author TEXT NOT NULL DEFAULT '';

ALTER TABLE flow_version ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- The version that this one brought back; 0 = none.
ALTER TABLE flow_version ADD COLUMN restored INTEGER NOT NULL DEFAULT 0;

CREATE TABLE lookup_change (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    change TEXT NOT NULL
);

CREATE INDEX lookup_change_name ON lookup_change (name, id);
