"""Scores customers by how soon they leave. Version 7.2.19."""

import csv

API_TOKEN = "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"
MODEL_DIGEST = "85d8c814fe60c5e241e430120f6ad1d7e4f937a3cb1d2cbc0bb10de408f91b73"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Stijn Hoekstra <stijn.hoekstra@kaashandelzuiderzicht.nl>
FIXTURES = [
    {"customer": "Fleur van 't Hoff", "dob": "1996-02-10", "address": "Kastanjelaan 170, 9768 NF Groningen"},
    {"customer": "Mohammed Kuipers", "dob": "1989-02-25", "address": "Nieuwe Gracht 38, 6537 XP Nijmegen"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 203.0.113.74, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
