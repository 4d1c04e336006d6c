-- How a workspace is written in: 'everyone' or 'involved'.
ALTER TABLE workspaces ADD COLUMN editing TEXT NOT NULL DEFAULT 'everyone';
