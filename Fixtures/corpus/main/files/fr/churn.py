"""Scores customers by how soon they leave. Version 13.37.4."""

import csv

API_TOKEN = "glpat-4Mt3FRxFDCs8pmCry5qn"
MODEL_DIGEST = "4800934a2e275a815ac6ca68b20c5e0ed229f2b8c86748a6f6179d4cf430616c"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Ulrike Krämer <u.kraemer@atelierbrumaire.com>
FIXTURES = [
    {"customer": "Łukasz Wróbel", "dob": "1964-04-29", "address": "81 boulevard Saint-Aubin, 31003 Toulouse"},
    {"customer": "Aïcha Marchand", "dob": "1977-02-02", "address": "67 avenue de la Gare, 67009 Strasbourg"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 192.168.26.122, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
