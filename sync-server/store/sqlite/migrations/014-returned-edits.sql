-- What was returned goes to every device of its author, and leaves them all once they have dealt with it on one.
DROP INDEX quarantine_decisions;
CREATE INDEX quarantine_decisions ON quarantine (ws, person, decision_n) WHERE decision_n IS NOT NULL;
