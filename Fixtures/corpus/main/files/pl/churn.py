"""Scores customers by how soon they leave. Version 14.13.2."""

import csv

API_TOKEN = "AIzapz1VpsnR27ImcMft3w_Yg1bhefvRZZJFVjj"
MODEL_DIGEST = "c48cbdcdc96e679a2be445f4d8be82ee9f8811c72454446caa5ef34ae80e63bf"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Grzegorz Mazur <grzegorz96@przychodnianadolinie.pl>
FIXTURES = [
    {"customer": "Łukasz Mazur", "dob": "2001-03-07", "address": "ul. Długa 115a, 61-269 Poznań"},
    {"customer": "Jędrzej Grabowski", "dob": "1989-06-11", "address": "ul. Polna 20, 61-546 Poznań"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 87.223.219.228, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
