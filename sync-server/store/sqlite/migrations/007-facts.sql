-- What was decided about a record: written in answer to commands, never changed. n counts within the record.
CREATE TABLE facts (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  n INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  uid TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- JSON of the command, without what it was decided upon.
  said TEXT NOT NULL,
  person TEXT NOT NULL,
  device TEXT NOT NULL,
  hlc TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (ws, doc, n),
  FOREIGN KEY (ws, doc) REFERENCES docs
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX facts_by_uid ON facts (ws, doc, uid);

-- The number of the record's last fact, so that a pull looks for facts only where there are some.
ALTER TABLE docs ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;

-- All that is left of a record that was purged.
CREATE TABLE tombs (
  ws TEXT NOT NULL REFERENCES workspaces,
  doc TEXT NOT NULL,
  seq INTEGER NOT NULL,
  uid TEXT NOT NULL,
  person TEXT NOT NULL,
  device TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (ws, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX tombs_by_seq ON tombs (ws, seq);

-- Set for rows that hold words about one record: a purge erases their payload and salt.
ALTER TABLE audit ADD COLUMN doc TEXT;
CREATE INDEX audit_by_doc ON audit (ws, doc) WHERE doc IS NOT NULL;
