-- How many new pages of a source in a row gave nothing, over all runs.
ALTER TABLE source ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
PRAGMA user_version = 4;
