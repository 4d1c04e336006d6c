-- Links with uses, roles and a label; kind says what the link is for, person whose further device it lets in.
CREATE TABLE invitations_next (
  ws TEXT NOT NULL REFERENCES workspaces,
  id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  -- JSON list
  roles TEXT NOT NULL,
  label TEXT NOT NULL,
  made_by TEXT,
  person TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  uses_left INTEGER NOT NULL,
  revoked_at INTEGER,
  PRIMARY KEY (ws, id)
) STRICT, WITHOUT ROWID;

INSERT INTO invitations_next
SELECT ws, lower(hex(randomblob(16))), token_hash,
  CASE WHEN made_by IS NULL THEN 'firstAdministrator' WHEN roles IS NULL THEN 'ownDevice' ELSE 'person' END,
  ifnull(roles, '[]'),
  '', made_by, CASE WHEN roles IS NULL THEN made_by END,
  created_at, expires_at, 1, CASE WHEN spent_at IS NULL THEN 1 ELSE 0 END, NULL
FROM invitations;

DROP TABLE invitations;
ALTER TABLE invitations_next RENAME TO invitations;

-- name: '' = not known; last_seen_at is some minutes coarse.
ALTER TABLE devices ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE devices ADD COLUMN last_seen_at INTEGER NOT NULL DEFAULT 0;
UPDATE devices SET last_seen_at = joined_at;
CREATE INDEX devices_by_person ON devices (ws, person);
