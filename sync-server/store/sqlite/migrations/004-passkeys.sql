-- id: the credential's, unique by nature; who signs in says nothing else of themselves.
CREATE TABLE passkeys (
  ws TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, person) REFERENCES people
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_by_person ON passkeys (ws, person);
