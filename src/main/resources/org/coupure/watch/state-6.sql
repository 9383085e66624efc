-- What each output has: 64 bits of the hash of place, record and text.
CREATE TABLE delivery (key INTEGER PRIMARY KEY);
-- What was delivered before deliveries were noted, to all outputs that there were.
CREATE TABLE delivered_earlier (
  id TEXT NOT NULL, text_hash TEXT NOT NULL, PRIMARY KEY (id, text_hash)) WITHOUT ROWID;
INSERT OR IGNORE INTO delivered_earlier SELECT id, text_hash FROM record;
CREATE TABLE known_output (name TEXT PRIMARY KEY, earlier INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 6;
