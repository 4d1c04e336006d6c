-- Who may read a record follows from its row; the columns are computed from it and never stored.
ALTER TABLE docs ADD COLUMN created_by TEXT GENERATED ALWAYS AS (row ->> '$.createdBy') VIRTUAL;
ALTER TABLE docs ADD COLUMN owner TEXT GENERATED ALWAYS AS (row ->> '$.owner') VIRTUAL;
ALTER TABLE docs ADD COLUMN is_private INTEGER
  GENERATED ALWAYS AS (coalesce(row ->> '$.visibility' = 'private', 0)) VIRTUAL;
CREATE INDEX docs_by_author ON docs (ws, created_by);
CREATE INDEX docs_private ON docs (ws, doc) WHERE is_private = 1;

-- When a record that others had was made private: their devices forget it.
CREATE TABLE hidings (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (ws, doc),
  FOREIGN KEY (ws, doc) REFERENCES docs ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX hidings_by_seq ON hidings (ws, seq);
CREATE TRIGGER hide_document AFTER UPDATE OF row ON docs WHEN NEW.is_private = 1 AND OLD.is_private = 0
BEGIN
  INSERT OR REPLACE INTO hidings (ws, doc, seq) VALUES (NEW.ws, NEW.doc, NEW.head_seq);
END;
