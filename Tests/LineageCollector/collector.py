#!/usr/bin/env python3
"""A collector of OpenLineage events for tests, on the loopback interface.

It listens on a port of the system's choice, prints `port N`, and appends to the file of argument 1 one line of JSON for each
event that it takes: the path, the Authorization header, the Content-Type and the event. Argument 2 is a list of statuses to
answer the first requests with, in JSON, such as [503, 503]; what is not answered with 201 is not taken.
"""

import http.server
import json
import sys

FILE, STATUSES = sys.argv[1], json.loads(sys.argv[2]) if len(sys.argv) > 2 else []


class Collector(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = STATUSES.pop(0) if STATUSES else 201
        if status == 201:
            taken = {
                "path": self.path,
                "authorization": self.headers.get("Authorization"),
                "type": self.headers.get("Content-Type"),
                "event": json.loads(body),
            }
            with open(FILE, "a") as file:
                file.write(json.dumps(taken) + "\n")
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Collector)
print(f"port {server.server_port}", flush=True)
server.serve_forever()
