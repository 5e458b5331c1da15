#!/usr/bin/env python3
"""Makes a random SQLite database and tells what the connector must read from it.

Usage: sqlite_model.py FILE SEED ROWS

Writes FILE, and prints the items as JSON: [[source, table, column, content], ...]. ROWS is a number or 'all'. Values
are read back with Python's own sqlite3 and printed with `str`.
"""

import json
import pathlib
import random
import sqlite3
import struct
import sys

NAMES = ["plain", "two words", 'quo"te', "apo'strophe", "semi;colon", "Ünïcode", "select", "per%cent", "_", "ba`ck"]
TYPES = ["INTEGER", "TEXT", "REAL", "BLOB", "", "BOOLEAN", "DATE"]


def value(dice):
    kind = dice.randrange(12)
    if kind == 0:
        return None
    if kind == 1:
        return dice.randrange(-(2**63), 2**63)
    if kind == 2:
        return dice.choice([0, 1, -1, 42])
    if kind == 3:
        return struct.unpack("<d", dice.randbytes(8))[0]
    if kind == 4:
        return dice.choice([0.1, 1e16, 1e15, 123456789.125, 1e-5, 0.0001, -0.0, 5e-324, 1.7e308, 2.0**54, 3.0, 1e22])
    if kind == 5:
        return dice.randbytes(dice.randrange(9))
    if kind == 6:
        return dice.choice([b"it's", b'"', b"'\"", b"\\\t\n\r\x00\x7f\xff"])
    if kind == 7:
        return dice.choice(["", " ", "\t\n", "\x1f\x85\xa0", "\u200b"])
    return "".join(dice.choice("ab é日😀\n'\"") for _ in range(dice.randrange(8)))


def make(path, dice):
    connection = sqlite3.connect(path)
    for name in dice.sample(NAMES, dice.randrange(1, 5)):
        columns = dice.sample(NAMES, dice.randrange(1, 5))
        quoted = ['"%s" %s' % (column.replace('"', '""'), dice.choice(TYPES)) for column in columns]
        table = name.replace('"', '""')
        tail = ""
        if dice.randrange(4) == 0:
            quoted = ["id INTEGER PRIMARY KEY"] + quoted
            tail = dice.choice(["", " WITHOUT ROWID"])
            columns = ["id"] + columns
        connection.execute('CREATE TABLE "%s" (%s)%s' % (table, ", ".join(quoted), tail))
        for row in range(dice.randrange(14)):
            values = [value(dice) for _ in columns]
            if columns[0] == "id":
                values[0] = 100 - row
            marks = ", ".join("?" * len(columns))
            connection.execute('INSERT INTO "%s" VALUES (%s)' % (table, marks), values)
        if dice.randrange(3) == 0:
            connection.execute('CREATE VIEW "view of %s" AS SELECT * FROM "%s"' % (table, table))
    connection.commit()
    connection.close()


def read(path, rows):
    connection = sqlite3.connect(path)
    stem = pathlib.Path(path).stem
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    items = []
    for name in names:
        query = connection.execute('SELECT * FROM "%s"' % name.replace('"', '""'))
        columns = [description[0] for description in query.description]
        for number, row in enumerate(query, 1):
            if rows != "all" and number > int(rows):
                break
            for column, cell in zip(columns, row):
                if cell is None or not str(cell).strip():
                    continue
                source = f"sqlite_database_({stem})_table_({name})_column_({column})_row_({number})"
                items.append([source, name, column, f"{column}: {cell}"])
    return items


def main():
    path, seed, rows = sys.argv[1:]
    make(path, random.Random(int(seed)))
    print(json.dumps(read(path, rows)))


if __name__ == "__main__":
    main()
