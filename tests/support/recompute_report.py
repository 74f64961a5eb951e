#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out the figures of an incident's report a second time, from nothing but the exported journal, and compares.

    recompute_report.py JOURNAL REPORT

JOURNAL has the lines of `tocsin journal`, REPORT is what `tocsin report --format json` wrote. Shares no line with the program: it
goes by models/store/README.md. Prints each difference and ends with 1 when there is one.
"""

import datetime
import json
import sys

ORDER = ["started", "detected", "acknowledged", "mitigated", "resolved"]
BAD = ("down", "degraded")
GOOD = ("ok", "maintenance", "pending")


def millis(text):
    moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return round(moment.timestamp() * 1000)


def rfc3339(ms):
    moment = datetime.datetime.fromtimestamp(ms // 1000, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + ".%03dZ" % (ms % 1000)


class Figures:
    def __init__(self, events, incident):
        events = sorted({e["id"]: e for e in events}.values(), key=lambda e: (e["wall_ms"], e["counter"], e["id"]))
        self.own = [e for e in events if e["subject"] == "incident/" + incident]
        self.declared = next(e for e in self.own if e["kind"] == "incident.declared")
        self.read_scope()
        subjects = {"service/" + s for s in self.services} | {"alert/%s/%s" % key for key in self.alerts}
        self.seen = [e for e in events if e["subject"] in subjects or any(
            e["subject"].startswith("check/" + s + "/") for s in self.services)]
        self.find_beginning()
        self.find_times()

    def read_scope(self):
        self.alerts, named = {}, []
        for event in self.own:
            payload = event["payload"]
            if event["kind"] in ("incident.declared", "incident.linked"):
                for alert in payload.get("alerts", []):
                    self.alerts.setdefault((alert["source"], alert["id"]), alert)
                named += [s for s in payload.get("services", []) if s not in named]
            elif event["kind"] == "incident.unlinked":
                for alert in payload.get("alerts", []):
                    self.alerts.pop((alert["source"], alert["id"]), None)
                named = [s for s in named if s not in payload.get("services", [])]
        self.services = named + [s for s in dict.fromkeys(a["service"] for a in self.alerts.values()) if s and s not in named]

    def find_beginning(self):
        declared = self.declared["wall_ms"]
        begins, notices = [declared], [declared]
        for alert in self.alerts.values():
            if alert.get("started"):
                begins.append(millis(alert["started"]))
                notices.append(millis(alert["started"]))
        trouble = {}
        for event in self.seen:
            if event["kind"] != "state.changed" or event["wall_ms"] > declared:
                continue
            to = event["payload"]["to"]
            if to in GOOD:
                trouble.pop(event["subject"], None)
            elif to in BAD:
                trouble.setdefault(event["subject"], event)
        for event in trouble.values():
            since = event["payload"].get("since")
            begins.append(min(event["wall_ms"], millis(since)) if since else event["wall_ms"])
            notices.append(event["wall_ms"])
        self.began, noticed = min(begins), min(notices)
        closed = [e["wall_ms"] for e in self.own if e["kind"] == "incident.status"]
        last = next((e for e in reversed(self.own) if e["kind"] == "incident.status"), None)
        end = closed[-1] if last and last["payload"]["status"] == "closed" else None
        self.seen = [e for e in self.seen if e["wall_ms"] >= noticed and (end is None or e["wall_ms"] <= end)]

    def find_times(self):
        declared = self.declared["wall_ms"]
        is_bad = lambda e: e["kind"] == "alert.fired" or (e["kind"] == "state.changed" and e["payload"]["to"] in BAD)
        first = lambda test: min([declared] + [e["wall_ms"] for e in self.seen if test(e)][:1])
        self.times = {"started": self.began, "detected": first(is_bad),
                      "acknowledged": first(lambda e: e["kind"] == "ack.confirmed")}
        for event in self.own:
            if event["kind"] != "incident.status":
                continue
            rank = ["investigating", "identified", "monitoring", "resolved", "closed"].index(event["payload"]["status"])
            for name, least in (("mitigated", 2), ("resolved", 3)):
                if rank < least:
                    self.times.pop(name, None)
                else:
                    self.times.setdefault(name, event["wall_ms"])
        by_hand = {}
        for event in self.own:
            if event["kind"] == "incident.milestone":
                by_hand[event["payload"]["milestone"]] = event["payload"].get("at")
        self.times.update({name: millis(at) for name, at in by_hand.items() if at})
        latest = 0
        for name in ORDER:
            if name in self.times:
                self.times[name] = latest = max(latest, self.times[name])

    def impact(self, until):
        result = {}
        for service in self.services:
            down = degraded = 0
            state, since = None, self.times["started"]
            changes = [(e["wall_ms"], e["payload"]["to"]) for e in self.seen
                       if e["subject"] == "service/" + service and e["kind"] == "state.changed"]
            for at, to in changes + [(until, None)]:
                length = max(0, min(at, until) - max(since, self.times["started"]))
                down += length if state == "down" else 0
                degraded += length if state == "degraded" else 0
                state, since = to, at
            result[service] = (down // 1000, degraded // 1000)
        return result


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        events = [json.loads(line) for line in file if line.strip()]
    with open(sys.argv[2], encoding="utf-8") as file:
        report = json.load(file)
    figures = Figures(events, report["id"])
    differences = []

    def compare(what, told, found):
        if told != found:
            differences.append(f"{what}: the report says {told}, the journal {found}")

    until = millis(report["until"])
    for name, told in report["milestones"].items():
        at = figures.times.get(name)
        compare(name, told["at"], rfc3339(at) if at is not None else None)
        compare(name + " after", told["after_s"], (at - figures.times["started"]) // 1000 if at is not None else None)
        missed = at is not None and told["objective_s"] is not None and at - figures.times["started"] > told["objective_s"] * 1000
        compare(name + " missed", told["missed"], missed)
    compare("length", report["length_s"], (until - figures.times["started"]) // 1000)
    compare("impact", {i["service"]: (i["down_s"], i["degraded_s"]) for i in report["impact"]}, figures.impact(until))
    compare("alerts", sorted((a["source"], a["id"]) for a in report["alerts"]), sorted(figures.alerts))
    compare("acts", sum(1 for e in report["timeline"] if e["subject"].startswith("incident/")),
            sum(1 for e in figures.own if e["kind"] not in ("incident.pinned", "incident.unpinned")))
    if "resolved" in figures.times:
        compare("until", report["until"], rfc3339(figures.times["resolved"]))
    print("\n".join(differences) or "Every figure is the same")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
