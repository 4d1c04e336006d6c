-- Refused edits that their person has made again, each once: two devices that are apart may both do it.
CREATE TABLE applied_again (
  ws TEXT NOT NULL,
  person TEXT NOT NULL,
  uid TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (ws, person, uid)
) STRICT, WITHOUT ROWID;
