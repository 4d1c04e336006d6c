-- Workspace in every primary key: nothing is ever found by an id alone.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- seq: the last number given to a commit; documents: how many there are, so that no pull counts them.
CREATE TABLE workspaces (
  ws TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  documents INTEGER NOT NULL DEFAULT 0,
  people_version INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
  ws TEXT NOT NULL REFERENCES workspaces,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (ws, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE docs (
  ws TEXT NOT NULL REFERENCES workspaces,
  doc TEXT NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 0,
  ref TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  head_seq INTEGER NOT NULL,
  since_snapshot INTEGER NOT NULL,
  proj_version INTEGER NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (ws, doc)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX docs_by_head ON docs (ws, head_seq);
CREATE UNIQUE INDEX docs_by_ref ON docs (ws, ref);

-- Apart from docs, so that an edit does not write the snapshot again.
CREATE TABLE snapshots (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (ws, doc),
  FOREIGN KEY (ws, doc) REFERENCES docs
) STRICT;

CREATE TABLE updates (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  seq INTEGER NOT NULL,
  uid TEXT NOT NULL,
  person TEXT NOT NULL,
  device TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (ws, doc, seq),
  FOREIGN KEY (ws, doc) REFERENCES docs DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX updates_by_uid ON updates (ws, doc, uid);

CREATE TABLE client_ids (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  client_id INTEGER NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (ws, doc, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  uid TEXT NOT NULL,
  person TEXT NOT NULL,
  device TEXT NOT NULL,
  actor TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  -- JSON: [[clientId, from, to], …]
  ranges TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (ws, doc, uid)
) STRICT;
CREATE INDEX quarantine_by_age ON quarantine (received_at);

-- hash = SHA-256(previous hash ‖ SHA-256(salt ‖ payload)): payload and salt may go, the chain stays provable.
CREATE TABLE audit (
  ws TEXT NOT NULL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT,
  salt BLOB,
  payload_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (ws, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  ws TEXT NOT NULL REFERENCES workspaces,
  person TEXT NOT NULL,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL,
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (ws, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  ws TEXT NOT NULL,
  device TEXT NOT NULL,
  person TEXT NOT NULL,
  public_key BLOB NOT NULL,
  joined_at INTEGER NOT NULL,
  -- Set when the person signed the device out: its key opens no session until it joins again.
  signed_out_at INTEGER,
  PRIMARY KEY (ws, device),
  FOREIGN KEY (ws, person) REFERENCES people
) STRICT, WITHOUT ROWID;

CREATE TABLE actors (
  ws TEXT NOT NULL,
  actor TEXT NOT NULL,
  person TEXT NOT NULL,
  bound_by TEXT NOT NULL,
  bound_at INTEGER NOT NULL,
  PRIMARY KEY (ws, actor),
  FOREIGN KEY (ws, person) REFERENCES people,
  FOREIGN KEY (ws, bound_by) REFERENCES devices (ws, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  ws TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (ws, token_hash),
  FOREIGN KEY (ws, device) REFERENCES devices,
  FOREIGN KEY (ws, actor) REFERENCES actors
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
  ws TEXT NOT NULL REFERENCES workspaces,
  token_hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  made_by TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  spent_at INTEGER,
  PRIMARY KEY (ws, token_hash)
) STRICT, WITHOUT ROWID;
