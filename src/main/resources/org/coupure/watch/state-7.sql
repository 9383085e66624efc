-- What feeds and sitemaps say of the pages that wait to be read; authors and tags one a line.
CREATE TABLE item (
  key TEXT PRIMARY KEY, listing TEXT NOT NULL, title TEXT, authors TEXT NOT NULL, published INTEGER,
  modified INTEGER, language TEXT, tags TEXT NOT NULL, content TEXT);
PRAGMA user_version = 7;
