-- What became of a refused edit, once: admitted, returned or discarded by a coordinator, settled by its author.
ALTER TABLE quarantine ADD COLUMN fate TEXT;
ALTER TABLE quarantine ADD COLUMN decided_by TEXT;
ALTER TABLE quarantine ADD COLUMN decided_at INTEGER;
-- Rises with every decision of a coordinator: how far a device knows of them.
ALTER TABLE quarantine ADD COLUMN decision_n INTEGER;
CREATE INDEX quarantine_by_person ON quarantine (ws, person) WHERE fate IS NULL;
CREATE INDEX quarantine_decisions ON quarantine (ws, device, decision_n) WHERE decision_n IS NOT NULL;
