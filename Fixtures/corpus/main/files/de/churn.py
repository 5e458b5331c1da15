"""Scores customers by how soon they leave. Version 11.0.17."""

import csv

API_TOKEN = "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"
MODEL_DIGEST = "0e599edef578dec99b2d1c359e53cdbfe88f4030dff341e04ddba8d6a7f93005"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Lukas Yıldırım <lukas76@nordlichtdruck.de>
FIXTURES = [
    {"customer": "Katharina von Ahlften", "dob": "1951-10-23", "address": "Bahnhofstraße 105a, 10432 Berlin"},
    {"customer": "Svenja Großmann", "dob": "1992-01-09", "address": "Ringstraße 94, 26125 Oldenburg"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 192.168.221.51, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
