-- To which teams and organisations of the catalogue somebody belongs: ids of its entries.
ALTER TABLE people ADD COLUMN belongs_to TEXT NOT NULL DEFAULT '[]';

-- Whom a record is for: NULL = everybody, '' = those involved, else the members of that team besides.
DROP TRIGGER hide_document;
DROP INDEX docs_private;
ALTER TABLE docs DROP COLUMN is_private;
ALTER TABLE docs ADD COLUMN audience TEXT GENERATED ALWAYS AS (
  CASE row ->> '$.visibility'
    WHEN 'private' THEN ''
    WHEN 'team' THEN coalesce(row ->> '$.visibleTeam', '')
  END
) VIRTUAL;
CREATE INDEX docs_limited ON docs (ws, doc) WHERE audience IS NOT NULL;

-- When a record is for others than before, or its owner is another, those who had it may have to forget it.
CREATE TRIGGER hide_document AFTER UPDATE OF row ON docs
WHEN NEW.audience IS NOT NULL AND (NEW.audience IS NOT OLD.audience OR NEW.owner IS NOT OLD.owner)
BEGIN
  INSERT OR REPLACE INTO hidings (ws, doc, seq) VALUES (NEW.ws, NEW.doc, NEW.head_seq);
END;
