"""A client of the city's protocol, written from docs/protocol.md and /v1/openapi.json alone; Python's own library only.

It files the case of a residence permit from the counter to the holder's hand, as a station's program does, and prints one
JSON object that says what it saw. Configuration comes as JSON on standard input:
{ "address": ..., "token": ..., "station": ..., "stationName": ..., "device": ..., "at": ..., "clerk": {...}, "chief": {...}, "county": {...} }
and for a city that speaks TLS "authority", its certificate, and "code", an enrolment code.
"""

import copy
import gzip
import json
import sys
import tempfile
import urllib.error
import urllib.request
import uuid

from machine import Machine


class City:
    def __init__(self, address, token, trusted=None):
        self.address = address
        self.token = token
        self.trusted = trusted
        self.user_token = None

    def ask(self, method, path, body=None):
        """Status and JSON of an answer; a fault outside 2xx has a body of its own and is no exception here."""
        headers = {"accept": "application/json", "authorization": "Bearer " + self.token}
        if self.user_token is not None:
            headers["x-user-token"] = self.user_token
        data = None
        if body is not None:
            headers["content-type"] = "application/json"
            headers["content-encoding"] = "gzip"
            data = gzip.compress(json.dumps(body, ensure_ascii=False).encode("utf-8"))
        request = urllib.request.Request(self.address + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30, context=self.trusted) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as fault:
            return fault.code, json.loads(fault.read())


class Case:
    """One case and its actions; each is made on the version that the one before left."""

    def __init__(self, given, case_type):
        self.given = given
        self.case_type = case_type
        self.id = str(uuid.uuid4())
        self.version = 0

    def step(self, name, by, facts, records=None):
        action = {
            "id": str(uuid.uuid4()),
            "caseId": self.id,
            "caseType": self.case_type,
            "step": name,
            "facts": facts,
            "by": by,
            "station": self.given["station"],
            "device": self.given["device"],
            "at": self.given["at"],
            "base": {"case": self.version, "records": records or {}},
            "version": 1,
        }
        self.version += 1
        return action


def permit_case(given):
    case = Case(given, "residence-permit-application")
    day = given["at"][:10]
    decided = {"opinion": "同意", "stationName": given["stationName"], "withOpenQuestion": False}
    form = {
        "personName": "样外来",
        "nationality": "mainland",
        "citizenId": "150499199001010014",
        "sex": "1",
        "birthDate": "1990-01-01",
        "ethnicGroup": "01",
        "hukouPlace": {"region": "150429", "regionName": "内蒙古自治区赤峰市宁城县", "detail": "样例镇"},
        "residencePlace": {"region": "150430", "regionName": "内蒙古自治区赤峰市敖汉旗", "detail": "样例街"},
        "residesSince": "2025-06-01",
        "ground": "job",
        "groundProof": "shared",
        "applicantKind": "self",
        "identityChecked": True,
    }
    return [
        case.step(
            "accept",
            given["clerk"],
            {
                "form": form,
                "number": given["number"],
                "stationName": given["stationName"],
                "judged": {"day": day, "conclusion": "ready", "rules": {}, "instruments": {}},
            },
        ),
        case.step("approve", given["chief"], decided),
        case.step("approveCounty", given["county"], decided),
        case.step("issue", given["clerk"], {"form": {"permitNumber": "JZ1504300099"}, "stationName": given["stationName"]}),
        case.step("handOver", given["clerk"], {"receivedBy": "样外来", "signed": True}),
    ]


def fetch_all(city, station):
    after, actions = 0, []
    while True:
        status, page = city.ask("GET", f"/v1/actions?station={station}&after={after}&limit=2")
        assert status == 200, page
        actions += page["actions"]
        after = page["upTo"]
        if not page["more"]:
            return actions


def enrolled(given, folder):
    """A machine that the city knows, with the keys of three people on file and the clerk in front of it."""
    machine = Machine(given, folder)
    city = City(given["address"], given["token"], machine.trusted)
    machine.enrol(city, given["code"])
    machine.report_people(city, [given["clerk"], given["chief"], given["county"]], given["at"])
    machine.sit_down(city, given["clerk"])
    return city, machine


def message_of(given, machine, actions):
    message = {"station": given["station"], "device": given["device"], "actions": actions}
    if machine is None:
        return {"protocol": 1, **message}
    return {"protocol": 3, **message, "signatures": machine.signatures_of(actions)}


def file_case(given, city, machine):
    status, health = city.ask("GET", "/v1/health")
    assert status == 200 and health["status"] == "ready", health
    _, case_type = city.ask("GET", "/v1/case-types/residence-permit-application")

    actions = permit_case(given)
    message = message_of(given, machine, actions)
    _, first = city.ask("POST", "/v1/actions", message)
    _, again = city.ask("POST", "/v1/actions", message)

    bent = copy.deepcopy(actions[0])
    bent["facts"]["form"]["personName"] = "别人"
    too_young = permit_case(given)[0]
    too_young["facts"]["form"]["residesSince"] = given["at"][:10]
    _, refused = city.ask("POST", "/v1/actions", message_of(given, machine, [bent, too_young]))
    status, stranger = City(given["address"], "nobody", city.trusted).ask("POST", "/v1/actions", message)

    return {
        "steps": list(case_type["steps"]),
        "ids": [action["id"] for action in actions],
        "first": first["verdicts"],
        "again": again["verdicts"],
        "refused": refused["verdicts"],
        "stranger": [status, stranger],
        "fetched": [filed["action"] for filed in fetch_all(city, given["station"])],
        "sent": actions,
    }


def main():
    given = json.load(sys.stdin)
    if "authority" not in given:
        seen = file_case(given, City(given["address"], given["token"]), None)
    else:
        with tempfile.TemporaryDirectory() as folder:
            seen = file_case(given, *enrolled(given, folder))
    print(json.dumps(seen, ensure_ascii=False))


main()
