-- Documents that are no records have no number, and there are many of them.
DROP INDEX docs_by_ref;
CREATE UNIQUE INDEX docs_by_ref ON docs (ws, ref) WHERE ref <> '';
