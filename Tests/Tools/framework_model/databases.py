# Random SQLite databases, and what the connector must read from one.
# Usage: python3 -m framework_model.databases FILE SEED ROWS
# Writes FILE, and prints the items as JSON: [[source, table, column, content], ...]. ROWS is a number or 'all'.
import json
import random
import sqlite3
import struct
import sys

from . import cells

NAMES = ["plain", "two words", 'quo"te', "apo'strophe", "semi;colon", "Ünïcode", "select", "per%cent",
         "_", "ba`ck"]
TYPES = ["INTEGER", "TEXT", "REAL", "BLOB", "", "BOOLEAN", "DATE"]
NUMBERS = [0.1, 1e16, 1e15, 123456789.125, 1e-5, 0.0001, -0.0, 5e-324, 1.7e308, 2.0**54, 3.0, 1e22,
           float("inf"), 1.5e-7]
BYTES = [b"it's", b'"', b"'\"", b"\\\t\n\r\x00\x7f\xff", b""]
BLANKS = ["", " ", "\t\n", "\x1f\x85\xa0", "\u200b", "\x1c"]


def value(dice, texts):
    """A cell of any kind; `texts` makes one more text."""
    kind = dice.randrange(9)
    made = [
        lambda: None, lambda: dice.randrange(-(2**63), 2**63), lambda: dice.choice([0, 1, -1, 42, True]),
        lambda: struct.unpack("<d", dice.randbytes(8))[0], lambda: dice.choice(NUMBERS),
        lambda: dice.randbytes(dice.randrange(9)), lambda: dice.choice(BYTES), lambda: dice.choice(BLANKS),
        lambda: texts(dice)]
    return made[kind]()


def short(dice):
    return "".join(dice.choice("ab é日😀\n'\"") for _ in range(dice.randrange(8)))


def make(path, dice, texts=short):
    with sqlite3.connect(path) as database:
        for name in dice.sample(NAMES, dice.randrange(1, 5)):
            table(database, name, dice, texts)


def table(database, name, dice, texts):
    columns = dice.sample(NAMES, dice.randrange(1, 5))
    declared = [f"{quoted(column)} {dice.choice(TYPES)}" for column in columns]
    has_key, tail = dice.randrange(4) == 0, ""
    if has_key:
        declared = ["id INTEGER PRIMARY KEY", *declared]
        tail = dice.choice(["", " WITHOUT ROWID"])
    database.execute(f"CREATE TABLE {quoted(name)} ({', '.join(declared)}){tail}")
    for row in range(dice.randrange(14)):
        # Keys that fall: the natural order is theirs.
        values = [100 - row] * has_key + [value(dice, texts) for _ in columns]
        marks = ", ".join("?" * len(values))
        database.execute(f"INSERT INTO {quoted(name)} VALUES ({marks})", values)
    if dice.randrange(3) == 0:
        database.execute(f"CREATE VIEW {quoted('view of ' + name)} AS SELECT * FROM {quoted(name)}")


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def main():
    path, seed, rows = sys.argv[1:]
    make(path, random.Random(int(seed)))
    limit = -1 if rows == "all" else int(rows)
    items = cells.content(".", {"database_path": path, "max_rows_per_table": limit})["data"]
    print(json.dumps([
        [item["metadata"]["source"], item["metadata"]["table_name"], item["metadata"]["column_name"],
         item["content"]] for item in items]))


if __name__ == "__main__":
    main()
