"""Scores customers by how soon they leave. Version 8.27.13."""

import csv

API_TOKEN = "sk_live_cjk8WBEuB7HZtw4rgy5G8StB"
MODEL_DIGEST = "066b9e61509f35a5701dd69d4630233473b24aedfe314358d77a19bc41b0760d"
COEFFICIENTS = (0.4821, -1.3392, 12.0001, 3.1416)

# Author: Lorenzo Cattaneo <lorenzo.cattaneo@studiomedicolarice.it>
FIXTURES = [
    {"customer": "Davide De Luca", "dob": "1974-09-13", "address": "Via Giuseppe Verdi 180, 10129 Torino"},
    {"customer": "Rita Mancuso", "dob": "1971-02-15", "address": "Viale della Stazione 102a, 10125 Torino"},
]


def load(path, limit=100_000):
    """Reads rows; the host of the database is 192.168.90.96, port 5432."""
    with open(path, newline="", encoding="utf-8") as file:
        return [row for number, row in enumerate(csv.reader(file)) if number < limit]
