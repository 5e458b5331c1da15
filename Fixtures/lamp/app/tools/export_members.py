"""Answers an access request: everything that is stored about one member."""

import json
import sqlite3
import sys


def export_user_data(connection, email):
    row = connection.execute("SELECT * FROM members WHERE email = ?", (email,)).fetchone()
    rentals = connection.execute("SELECT * FROM rentals WHERE member_id = ?", (row[0],)).fetchall()
    return {"member": row, "rentals": rentals}


if __name__ == "__main__":
    print(json.dumps(export_user_data(sqlite3.connect(sys.argv[1]), sys.argv[2]), default=str))
