-- What sites reserve by /.well-known/tdmrep.json; an empty text where there is none.
CREATE TABLE tdm (
  origin TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  expires INTEGER NOT NULL
) WITHOUT ROWID;
PRAGMA user_version = 2;
