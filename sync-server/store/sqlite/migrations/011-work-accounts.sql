-- One account is one person's in a workspace; it may be linked in several.
CREATE TABLE work_accounts (
  ws TEXT NOT NULL,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT NOT NULL,
  linked_at INTEGER NOT NULL,
  PRIMARY KEY (ws, issuer, subject),
  FOREIGN KEY (ws, person) REFERENCES people
) STRICT, WITHOUT ROWID;
CREATE INDEX work_accounts_by_subject ON work_accounts (issuer, subject);
