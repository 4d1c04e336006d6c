-- What edits changed, for people. A row is one update's changes, or (part = a text's name) one sitting at a
-- text; at: when it began, by the server's clock. A document's first update has none: it speaks for itself.
CREATE TABLE history (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  seq INTEGER NOT NULL,
  part TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- The latest edit that was folded in.
  until INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  -- JSON list: whoever wrote in turns at one text is told of together.
  people TEXT NOT NULL,
  device TEXT NOT NULL,
  -- JSON list of RecordChange.
  changes TEXT NOT NULL,
  PRIMARY KEY (ws, doc, seq, part),
  FOREIGN KEY (ws, doc) REFERENCES docs
) STRICT, WITHOUT ROWID;

-- The end of the audit trail, kept apart from it: a trail that was cut short no longer reaches it.
ALTER TABLE workspaces ADD COLUMN audit_n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workspaces ADD COLUMN audit_hash BLOB;
UPDATE workspaces SET
  audit_n = coalesce((SELECT max(n) FROM audit WHERE audit.ws = workspaces.ws), 0),
  audit_hash = (SELECT hash FROM audit WHERE audit.ws = workspaces.ws ORDER BY n DESC LIMIT 1);
