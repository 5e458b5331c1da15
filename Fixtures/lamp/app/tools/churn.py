"""Guesses which members will leave: a churn score for each, for the win-back campaign."""

import csv

from sklearn.linear_model import LogisticRegression


def train_model(rows, labels):
    """Fits a propensity model on training data of last year's members."""
    model = LogisticRegression()
    model.fit(rows, labels)
    return model


def write_scores(path, members, model):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["member_id", "email", "churn_score"])
        for member in members:
            writer.writerow([member["id"], member["email"], model.predict_proba([member["features"]])[0][1]])
