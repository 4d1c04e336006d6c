-- The seq at which the document was last written anew: whoever knows less gets it whole.
ALTER TABLE docs ADD COLUMN epoch_seq INTEGER NOT NULL DEFAULT 0;
