"""Scores customers by how soon they leave. Version 8.37.15."""

import csv

API_TOKEN = "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"
MODEL_DIGEST = "6b783f4f253e63739e6c23c044a5ce749674780bc3b48b6d400b1e91a1a53ead"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Pieter Mulder <mulder85@tarnside-clinic.org.uk>
FIXTURES = [
    {"customer": "Oliver Marsden", "dob": "1951-02-12", "address": "144 Mill Street, Manchester M90 6GF"},
    {"customer": "Callum MacKinnon", "dob": "1995-07-25", "address": "168 Mill Street, Bristol BS8 4RD"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 198.51.100.175, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
