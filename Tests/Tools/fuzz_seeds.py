#!/usr/bin/env python3
"""Writes small files from which a fuzzer can start: texts in many encodings, or SQLite databases.

Usage: fuzz_seeds.py texts|databases DIRECTORY
"""

import pathlib
import sqlite3
import sys

ENCODINGS = ["utf-8", "utf-8", "latin-1", "utf-16", "utf-32-be", "cp1252", "cp866", "utf-8-sig"]
TEXT = "Ann Lee <ann@example.org>\r\nJürgen, 1980-02-29\rDE89 3704 0044 0532 0130 00\n"

PLAIN = """CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT, note BLOB, size REAL);
  INSERT INTO people VALUES (1, 'ann@example.org', x'00ff27', 1.5), (7, NULL, 'é', -1e300);"""
STATEMENTS = {
    "plain": PLAIN,
    "keyed": "CREATE TABLE k (name TEXT PRIMARY KEY, mail) WITHOUT ROWID; INSERT INTO k VALUES ('a', 'x@y.org'), ('b', 2);",
    "wide": "CREATE TABLE w (a, b); INSERT INTO w VALUES (hex(zeroblob(40000)), zeroblob(30000)), ('x', 'y');",
    "computed": "CREATE TABLE g (a, b AS (a || '!'), c AS (a + 1) STORED); INSERT INTO g (a) VALUES (1), ('two');",
    "search": "CREATE VIRTUAL TABLE f USING fts5(mail); INSERT INTO f VALUES ('ann@example.org');",
    "odd": 'CREATE TABLE "a""b\nc" ("x y", "select"); INSERT INTO "a""b\nc" VALUES (1, 2); CREATE VIEW v AS SELECT 1;',
    "utf16": "PRAGMA encoding = 'UTF-16le';" + PLAIN,
    "many": "".join(f"CREATE TABLE t{n} (x); INSERT INTO t{n} VALUES ({n});" for n in range(20)),
}


def texts(directory):
    for choice in range(24):
        content = TEXT.encode(ENCODINGS[choice & 7], "replace")
        (directory / f"text{choice}").write_bytes(bytes([choice]) + content)
    (directory / "long").write_bytes(b"\2" + (TEXT * 600).encode("latin-1"))
    (directory / "line").write_bytes(b"\1" + ("é" * 20_000).encode())


def databases(directory):
    for name, statements in STATEMENTS.items():
        path = directory / f"{name}.db"
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA page_size = 512")
        connection.executescript(statements)
        connection.close()


{"texts": texts, "databases": databases}[sys.argv[1]](pathlib.Path(sys.argv[2]))
