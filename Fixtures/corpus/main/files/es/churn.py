"""Scores customers by how soon they leave. Version 13.3.19."""

import csv

API_TOKEN = "xoxb-326718980708-240232206173-rgPj3GBirQNYUhfSQ4SFDGPi"
MODEL_DIGEST = "c54239d6e97ef9e922db9e81fdc786cc67633896459889ab21c50de73794f05e"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Rocío Santacruz Mora <rocio97@clinicasanroque-norte.es>
FIXTURES = [
    {"customer": "Gonzalo Castellanos", "dob": "1942-04-11", "address": "Plaza Mayor, 33, 48003 Bilbao"},
    {"customer": "Andrés Quiroga López", "dob": "1977-12-27", "address": "Carrer de la Lluna, 23, 15008 A Coruña"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 198.51.100.213, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
