-- Who was erased has no name: what stands for one is the screen's to say, in its language.
UPDATE people SET display_name = ''
WHERE (ws, person) IN (SELECT ws, person FROM erasures);
UPDATE workspaces SET people_version = people_version + 1, seq = seq + 1
WHERE ws IN (SELECT ws FROM erasures);
