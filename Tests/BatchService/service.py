#!/usr/bin/env python3
"""A small batch service for tests, on the loopback interface: the protocol of docs/batches.md, and every way to break it.

It listens on a port of the system's choice (or WCT_PORT) and prints `port N`, then one line of JSON for each thing that
happens, so that tests wait for events and never for time. What it is to do wrong comes from a file that it reads before
each request (argument 1), a JSON object:

  mode        "answer" (200 at once), "pend" (202, then GET answers), "never" (202, GET stays pending)
  fail        how many requests to fail with `status` first: {"PUT": 2, "GET": 1}
  status      the HTTP status of a failure (500)
  garbage     how many replies of each method are not JSON: {"GET": 1}
  lose        how many GETs find the job forgotten, after which it is
  partial     how many requests of a batch get no answer, the first time it is answered
  partial_always  how many requests of each batch get no answer, ever
  token       the one token that is taken
  partly      with "pend": PUT already answers so many
  twice       every answer is given twice, the second time another one
  strange     an answer to a request that was never asked
  echo        the text of the Authorization header comes back in errors and answers
  redirect    where PUT is redirected to
  hold        PUT and GET wait until the file named so exists: {"PUT": "path"}
  unhelpful   answers without a verdict
  large       bytes of padding in each reply
  cost        what each request costs
  cancel      the status that DELETE answers with (204)

State is kept in the file of argument 2, so that the service can be restarted without losing anything.
"""

import http.server
import json
import os
import sys
import threading
import time

CONTROL, STATE = sys.argv[1], sys.argv[2]
lock = threading.Lock()


def control():
    try:
        with open(CONTROL) as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def state():
    try:
        with open(STATE) as file:
            return json.load(file)
    except FileNotFoundError:
        return {"batches": {}, "received": {}, "used": {}, "puts": 0, "gets": 0, "deleted": []}


def save(value):
    with open(STATE + ".new", "w") as file:
        json.dump(value, file)
    os.replace(STATE + ".new", STATE)


def tell(event, **members):
    print(json.dumps({"event": event, **members}), flush=True)


def verdict(request):
    """Findings in a file of invented data are none."""
    source = request["content"]["finding"]["metadata"]["source"]
    if "invented" in source:
        return {"verdict": "remove", "reason": "the data are invented"}
    return {"verdict": "keep", "reason": "it looks like the real thing"}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def reply(self, status, body, headers=()):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        tell("replied", method=self.command, status=status)

    def budgeted(self, rules, memory, key, method):
        """Whether a rule of so many times applies once more."""
        count = rules.get(key, {}).get(method, 0) if isinstance(rules.get(key), dict) else rules.get(key, 0)
        used = memory["used"].get(key + method, 0)
        if used >= count:
            return False
        memory["used"][key + method] = used + 1
        save(memory)
        return True

    def begin(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else b""
        tell("asked", method=self.command, path=self.path, bytes=len(body))
        rules = control()
        held = rules.get("hold", {}).get(self.command)
        while held and not os.path.exists(held):
            time.sleep(0.01)
        return rules, body

    def misbehaves(self, rules, memory):
        said = {"error": "out of order"}
        if rules.get("echo"):
            said = {"error": "you sent " + (self.headers.get("Authorization") or "nothing")}
        if rules.get("token") and self.headers.get("Authorization") != "Bearer " + rules["token"]:
            self.reply(401, {"error": "who are you"})
            return True
        if rules.get("redirect") and self.command == "PUT":
            self.reply(307, b"", [("Location", rules["redirect"])])
            return True
        if self.budgeted(rules, memory, "fail", self.command):
            self.reply(rules.get("status", 500), said)
            return True
        if self.budgeted(rules, memory, "garbage", self.command):
            self.reply(200, b"<html>not what you want</html>")
            return True
        return False

    def answers(self, rules, batch, requests):
        given = []
        for request in requests:
            content = {"opinion": "hm"} if rules.get("unhelpful") else verdict(request)
            given.append({"id": request["id"], "content": content})
            if rules.get("twice"):
                given.append({"id": request["id"], "content": {"verdict": "remove", "reason": "second thoughts"}})
        if rules.get("strange"):
            given.append({"id": "nobody-asked", "content": {"verdict": "remove"}})
        if rules.get("large"):
            given.append({"id": "padding", "content": {"text": "x" * rules["large"]}})
        reply = {"status": "done", "answers": given}
        if "cost" in rules:
            reply["cost"] = rules["cost"] * len(batch["requests"])
        return reply

    def do_PUT(self):
        rules, body = self.begin()
        with lock:
            memory = state()
            memory["puts"] += 1
            save(memory)
            if self.misbehaves(rules, memory):
                return
            try:
                batch = json.loads(body)
            except ValueError:
                return self.reply(400, {"error": "not JSON"})
            name = self.path.rsplit("/", 1)[1]
            if name not in memory["batches"]:
                memory["batches"][name] = batch
                for request in batch["requests"]:
                    memory["received"][request["id"]] = memory["received"].get(request["id"], 0) + 1
                save(memory)
                tell("received", batch=name, kind=batch["kind"], requests=len(batch["requests"]))
            if rules.get("mode", "answer") != "answer":
                reply = {"status": "pending", "job": "job-" + name[:8]}
                if rules.get("partly"):
                    reply["answers"] = self.answers(rules, batch, batch["requests"][: rules["partly"]])["answers"]
                return self.reply(202, reply)
            self.conclude(rules, memory, batch)

    def conclude(self, rules, memory, batch):
        requests = batch["requests"]
        if rules.get("partial") and self.budgeted({"partial": 1}, memory, "partial", ""):
            requests = requests[rules["partial"] :]
        requests = requests[rules.get("partial_always", 0) :]
        self.reply(200, self.answers(rules, batch, requests))

    def do_GET(self):
        rules, _ = self.begin()
        with lock:
            memory = state()
            memory["gets"] += 1
            save(memory)
            if self.misbehaves(rules, memory):
                return
            name = self.path.rsplit("/", 1)[1]
            if self.budgeted(rules, memory, "lose", "GET"):
                memory["batches"].pop(name, None)
                save(memory)
            batch = memory["batches"].get(name)
            if batch is None:
                return self.reply(404, {"error": "no such batch"})
            if rules.get("mode") == "never":
                return self.reply(200, {"status": "pending"})
            self.conclude(rules, memory, batch)

    def do_DELETE(self):
        rules, _ = self.begin()
        with lock:
            memory = state()
            memory["deleted"].append(self.path.rsplit("/", 1)[1])
            save(memory)
            if self.misbehaves(rules, memory):
                return
            self.reply(rules.get("cancel", 204), b"")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


server = Server(("127.0.0.1", int(os.environ.get("WCT_PORT", "0"))), Handler)
print(f"port {server.server_address[1]}", flush=True)
server.serve_forever()
