-- Times are milliseconds since 1970 in UTC.
CREATE TABLE page (
  key TEXT PRIMARY KEY,      -- what makes two addresses one page
  address TEXT NOT NULL,     -- what the server is asked for
  host TEXT NOT NULL,
  source TEXT NOT NULL,
  found INTEGER NOT NULL,
  due INTEGER,               -- when to visit; null for never
  fetched INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  outcome TEXT,
  detail TEXT,
  etag TEXT,
  modified TEXT,             -- the header Last-Modified as sent
  record TEXT                -- the key of the record it gave
) WITHOUT ROWID;
CREATE INDEX page_due ON page (due) WHERE due IS NOT NULL;
CREATE INDEX page_host ON page (host, due) WHERE due IS NOT NULL;
CREATE TABLE record (
  key TEXT PRIMARY KEY,      -- the key of the article's own address
  id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  revision INTEGER NOT NULL, -- 1 for the first text
  host TEXT NOT NULL,
  delivered INTEGER NOT NULL -- when it was delivered first
) WITHOUT ROWID;
CREATE INDEX record_text ON record (text_hash, delivered);
CREATE TABLE outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  target TEXT NOT NULL,
  place TEXT NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE listing (
  address TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  etag TEXT,
  modified TEXT,
  stamp INTEGER,             -- the last change that the sitemap index told of it
  outcome TEXT NOT NULL,
  fetched INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE source (
  name TEXT PRIMARY KEY,
  due INTEGER,
  last_run INTEGER,
  last_new INTEGER,
  failures INTEGER NOT NULL,
  mood TEXT NOT NULL,
  trouble TEXT,
  mood_since INTEGER
) WITHOUT ROWID;
CREATE TABLE tally (
  source TEXT NOT NULL,
  outcome TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (source, outcome)
) WITHOUT ROWID;
CREATE TABLE host (
  name TEXT PRIMARY KEY,
  not_before INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  since INTEGER,
  trouble TEXT
) WITHOUT ROWID;
CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE archive (
  number INTEGER PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  length INTEGER NOT NULL
);
CREATE TABLE secured (one INTEGER PRIMARY KEY, number INTEGER);
PRAGMA user_version = 1;
