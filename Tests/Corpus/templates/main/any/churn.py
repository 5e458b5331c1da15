"""Scores customers by how soon they leave. Version <<version>>."""

import csv

API_TOKEN = "<<api_key>>"
MODEL_DIGEST = "<<sha256>>"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: <<name>> <<<email>>>
FIXTURES = [
    {"customer": "<<1:name>>", "dob": "<<1:dob_iso>>", "address": "<<1:address>>"},
    {"customer": "<<2:name>>", "dob": "<<2:dob_iso>>", "address": "<<2:address>>"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is <<ip>>, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
