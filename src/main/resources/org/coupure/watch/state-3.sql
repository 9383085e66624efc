-- The texts of the last days, by which near-equal ones find each other.
CREATE TABLE recent (
  delivered INTEGER NOT NULL,
  simhash INTEGER NOT NULL,
  story TEXT NOT NULL        -- the id of the record that had such a text first
);
CREATE INDEX recent_delivered ON recent (delivered);
PRAGMA user_version = 3;
