#!/usr/bin/env python3
"""Push subscribers from the shop database to the newsletter provider, nightly.

Usage: newsletter_sync.py [--dry-run] [--since 2025-03-01]

Only people with a confirmed opt-in are sent. Unsubscribes win over everything.
"""
from __future__ import annotations

import argparse
import csv
import hashlib
import logging
import os
import sys
from dataclasses import dataclass
from datetime import date, datetime

import mailchimp_marketing
import pymysql

__version__ = "1.9.2.17"
log = logging.getLogger("newsletter")

# Never send to these: bounced hard, or asked us in writing.
SUPPRESSED = {
    "gwen.tr@example.org",
    "mael.guivarch@example.net",
    "no-reply@brightwater.example",
}


@dataclass(frozen=True)
class Subscriber:
    customer_id: int
    email: str
    first_name: str
    last_name: str
    birthday: date | None
    language: str
    interests: tuple[str, ...]
    opted_in_at: datetime
    opt_in_ip: str

    @property
    def member_hash(self) -> str:
        return hashlib.md5(self.email.lower().encode()).hexdigest()

    def merge_fields(self) -> dict[str, str]:
        fields = {"FNAME": self.first_name, "LNAME": self.last_name, "LANG": self.language}
        if self.birthday is not None:
            fields["BIRTHDAY"] = self.birthday.strftime("%m/%d")
        return fields


def subscribers(connection: pymysql.Connection, since: date) -> list[Subscriber]:
    query = """
        SELECT c.customer_id, c.email, c.first_name, c.last_name, c.date_of_birth,
               c.language, n.interests, n.confirmed_at, n.confirmed_ip
          FROM newsletter n JOIN customers c USING (customer_id)
         WHERE n.confirmed_at >= %s AND n.unsubscribed_at IS NULL
    """
    with connection.cursor() as cursor:
        cursor.execute(query, (since,))
        return [
            Subscriber(*row[:6], tuple((row[6] or "").split("|")), *row[7:])
            for row in cursor.fetchall()
            if row[1].lower() not in SUPPRESSED
        ]


def push(client: mailchimp_marketing.Client, list_id: str, people: list[Subscriber]) -> int:
    sent = 0
    for person in people:
        body = {
            "email_address": person.email,
            "status_if_new": "subscribed",
            "merge_fields": person.merge_fields(),
            "tags": list(person.interests),
            "ip_opt": person.opt_in_ip,
        }
        try:
            client.lists.set_list_member(list_id, person.member_hash, body)
            sent += 1
        except mailchimp_marketing.ApiClientError as error:
            log.warning("customer %d not sent: %s", person.customer_id, error.text)
    return sent


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--since", type=date.fromisoformat, default=date.today())
    options = parser.parse_args(arguments)

    connection = pymysql.connect(
        host=os.environ["DB_HOST"], user=os.environ["DB_USER"],
        password=os.environ["DB_PASSWORD"], database=os.environ["DB_NAME"],
    )
    people = subscribers(connection, options.since)
    if options.dry_run:
        out = csv.writer(sys.stdout)
        out.writerows((p.customer_id, p.email, p.language) for p in people)
        return 0

    client = mailchimp_marketing.Client({"api_key": os.environ["MAILCHIMP_API_KEY"]})
    sent = push(client, os.environ["MAILCHIMP_LIST_ID"], people)
    log.info("%d of %d sent", sent, len(people))
    return 0 if sent == len(people) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
