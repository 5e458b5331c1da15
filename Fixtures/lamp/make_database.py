#!/usr/bin/env python3
"""Makes the SQLite database of the fixture from database.sql.

Usage: make_database.py FILE
"""

import pathlib
import sqlite3
import sys


def main():
    target = pathlib.Path(sys.argv[1])
    target.unlink(missing_ok=True)
    script = pathlib.Path(__file__).with_name("database.sql").read_text(encoding="utf-8")
    with sqlite3.connect(target) as connection:
        connection.executescript(script)
    connection.close()


if __name__ == "__main__":
    main()
