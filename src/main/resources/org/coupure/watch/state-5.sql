-- Which sources list a page: it belongs to each of them.
CREATE TABLE listed (
  key TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
CREATE INDEX listed_source ON listed (source);
INSERT INTO listed SELECT key, source FROM page;
-- Each source has its own validators, so that a feed of two sources is read for both.
ALTER TABLE listing RENAME TO listing_of_one;
CREATE TABLE listing (
  address TEXT NOT NULL,
  source TEXT NOT NULL,
  etag TEXT,
  modified TEXT,
  stamp INTEGER,
  outcome TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  answered INTEGER,
  PRIMARY KEY (address, source)
) WITHOUT ROWID;
INSERT INTO listing (address, source, etag, modified, stamp, outcome, fetched, answered)
  SELECT address, source, etag, modified, stamp, outcome, fetched, answered FROM listing_of_one;
DROP TABLE listing_of_one;
-- How many records matched each subject.
CREATE TABLE subject_tally (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 5;
