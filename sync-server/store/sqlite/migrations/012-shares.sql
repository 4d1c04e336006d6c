-- With whom a record is shared: read off the facts as they are written, and never changed otherwise.
CREATE TABLE shares (
  ws TEXT NOT NULL,
  doc TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (ws, person, doc),
  FOREIGN KEY (ws, doc) REFERENCES docs
) STRICT, WITHOUT ROWID;
CREATE INDEX shares_by_doc ON shares (ws, doc);

INSERT INTO shares (ws, doc, person)
SELECT ws, doc, said ->> '$.person' FROM facts AS last
WHERE kind = 'share' AND NOT EXISTS (
  SELECT 1 FROM facts
  WHERE facts.ws = last.ws AND facts.doc = last.doc AND facts.n > last.n
    AND facts.kind IN ('share', 'unshare') AND facts.said ->> '$.person' = last.said ->> '$.person'
);

CREATE TRIGGER share_document AFTER INSERT ON facts WHEN NEW.kind = 'share'
BEGIN
  INSERT OR IGNORE INTO shares (ws, doc, person) VALUES (NEW.ws, NEW.doc, NEW.said ->> '$.person');
END;

-- Whoever had a private record only because it was shared with them forgets it.
CREATE TRIGGER unshare_document AFTER INSERT ON facts WHEN NEW.kind = 'unshare'
BEGIN
  DELETE FROM shares
  WHERE ws = NEW.ws AND doc = NEW.doc AND person = NEW.said ->> '$.person';
  INSERT OR REPLACE INTO hidings (ws, doc, seq) VALUES (NEW.ws, NEW.doc, NEW.seq);
END;
