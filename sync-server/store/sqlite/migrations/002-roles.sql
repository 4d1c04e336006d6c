-- A person holds several roles (JSON list); who was a member is a contributor. An administrator did all
-- there was to do, and goes on to.
ALTER TABLE people ADD COLUMN roles TEXT NOT NULL DEFAULT '["contributor"]';
UPDATE people SET roles = '["coordinator","approver","admin"]' WHERE role = 'admin';
ALTER TABLE people DROP COLUMN role;
-- Set when an administrator removed the person; the name stays with what they wrote.
ALTER TABLE people ADD COLUMN removed_at INTEGER;

-- JSON list of the roles that a joining person gets; NULL = one more device of whoever made the link.
ALTER TABLE invitations ADD COLUMN roles TEXT;
UPDATE invitations SET roles = '["contributor"]' WHERE kind = 'member';
UPDATE invitations SET roles = '["coordinator","approver","admin"]' WHERE kind = 'admin';
ALTER TABLE invitations DROP COLUMN kind;

-- Devices fetch the list of people anew.
UPDATE workspaces SET people_version = people_version + 1;
