"""Scores customers by how soon they leave. Version 6.34.0."""

import csv

API_TOKEN = "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"
MODEL_DIGEST = "c00a4df0770420e5f70247357a360b2779cb78d22217246859f026df85b6a14a"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Viktor Ekblad <ekblad70@halvorsen-quist.se>
FIXTURES = [
    {"customer": "Linnéa Hallgren", "dob": "1970-06-28", "address": "Norra Hamngatan 185, 905 09 Umeå"},
    {"customer": "Kerstin Dahlström", "dob": "1987-11-25", "address": "Björkvägen 151, 588 86 Linköping"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 198.51.100.13, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
