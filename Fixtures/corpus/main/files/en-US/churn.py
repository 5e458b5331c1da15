"""Scores customers by how soon they leave. Version 5.0.4."""

import csv

API_TOKEN = "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"
MODEL_DIGEST = "b2f5edec6b59f793024cf1ef71c962b85aaefe54c9859836601173aa7b570d08"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Ethan McAllister <ethan23@tallgrass-freight.com>
FIXTURES = [
    {"customer": "Paige Tillman", "dob": "1983-08-10", "address": "9579 Old Quarry Road, Atlanta, GA 30309-4104"},
    {"customer": "Hanneke Jansma", "dob": "1965-12-26", "address": "4985 Old Quarry Road, Atlanta, GA 30308-0071"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 192.168.92.249, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
