CREATE TABLE interactions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    session TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    intents TEXT NOT NULL,
    outcome TEXT NOT NULL,
    decision TEXT NOT NULL,
    plan TEXT,
    execution TEXT
) STRICT;

CREATE TABLE learning_data (
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    weight REAL NOT NULL,
    since INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (person, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_preferences (
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE system_state (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL,
    updated INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE executions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    plan TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    begun INTEGER NOT NULL,
    built TEXT,
    ended INTEGER,
    state TEXT NOT NULL DEFAULT 'running',
    verified INTEGER NOT NULL DEFAULT 0,
    report TEXT
) STRICT;

CREATE TABLE execution_log (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    execution TEXT NOT NULL REFERENCES executions (id) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;
