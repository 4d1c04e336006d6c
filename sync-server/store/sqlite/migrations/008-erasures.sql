-- What was erased on purpose: done again to a backup that takes this database's place. No names, only ids.
CREATE TABLE erasures (
  ws TEXT NOT NULL,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- NULL = the server's command line.
  made_by TEXT,
  PRIMARY KEY (ws, person)
) STRICT, WITHOUT ROWID;
