-- How many new pages of a source in a row gave nothing, over all runs.
ALTER TABLE source ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
-- When the listing was had last; `fetched` is when it was asked for.
ALTER TABLE listing ADD COLUMN answered INTEGER;
PRAGMA user_version = 4;
