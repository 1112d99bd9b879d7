"""A machine of a station, written from docs/protocol.md alone; Python's own library, and OpenSSL's command for keys.

It makes its keys, enrols over TLS with a code that is good once, reports the keys of the people who work at it, and signs
what they do. Keys lie in a folder that the caller gives.
"""

import hashlib
import json
import ssl
import subprocess
from pathlib import Path


def openssl(*words, folder):
    return subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True).stdout


def text_of(value):
    """JSON without spaces, the names of each object in order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class SigningKey:
    """An Ed25519 key in a file."""

    def __init__(self, folder, name):
        self.folder = folder
        self.file = name + ".pem"
        openssl("genpkey", "-algorithm", "ed25519", "-out", self.file, folder=folder)
        written = openssl("pkey", "-in", self.file, "-pubout", "-outform", "DER", folder=folder)
        public = written[-32:]
        self.public = public.hex()
        self.id = hashlib.sha256(public).hexdigest()[:12]

    def sign(self, *words):
        message = Path(self.folder, "message")
        message.write_text(text_of(words), encoding="utf-8")
        sign = ["pkeyutl", "-sign", "-rawin", "-inkey", self.file, "-in", "message"]
        return openssl(*sign, folder=self.folder).hex()


class Machine:
    """What one machine holds: its certificate for the line, its key, and the keys of its people."""

    def __init__(self, given, folder):
        self.station = given["station"]
        self.device = given["device"]
        self.folder = folder
        self.key = SigningKey(folder, "machine")
        self.people = {}
        self.trusted = ssl.create_default_context(cadata=given["authority"])
        self.trusted.minimum_version = ssl.TLSVersion.TLSv1_3

    def enrol(self, city, code):
        """Comes to the city for the first time; from then on the connection shows the certificate."""
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "line.pem"]
        request = openssl("req", "-new", *curve, "-subj", f"/CN={self.device}", folder=self.folder)
        challenge = self.challenge_of(city)
        here = [self.station, self.device]
        signature = self.key.sign("hukou-desk-possession", challenge, *here, self.key.public)
        enrolment = {
            "station": self.station,
            "device": self.device,
            "code": code,
            "request": request.decode(),
            "publicKey": self.key.public,
            "possession": {"challenge": challenge, "signature": signature},
        }
        status, certified = city.ask("POST", "/v1/enrolments", enrolment)
        assert status == 200, certified
        Path(self.folder, "line.crt").write_text(certified["certificate"], encoding="ascii")
        self.trusted.load_cert_chain(Path(self.folder, "line.crt"), Path(self.folder, "line.pem"))

    def report_people(self, city, people, since):
        """Makes a key for each, and has the city put them on file."""
        keys = [self.vouched_key(person, since) for person in people]
        report = {"station": self.station, "device": self.device, "machineKey": self.key.id, "keys": keys}
        status, answer = city.ask("POST", "/v1/user-keys", report)
        assert status == 200 and all(key["outcome"] == "on-file" for key in answer["keys"]), answer

    def vouched_key(self, person, since):
        key = SigningKey(self.folder, person["userId"])
        self.people[person["userId"]] = key
        whose = [self.station, self.device, person["userId"], person["policeNumber"], person["role"]]
        told = [key.id, "ed25519", *whose, key.public, since]
        names = ["keyId", "algorithm", "station", "device", "userId", "policeNumber", "role", "publicKey", "from"]
        return {
            **dict(zip(names, told)),
            "possession": key.sign("hukou-desk-author-key-possession", *told),
            "vouched": self.key.sign("hukou-desk-author-key-vouched", *told),
        }

    def sit_down(self, city, person):
        """Shows that this person sits at the machine now; every later question says so."""
        key = self.people[person["userId"]]
        challenge = self.challenge_of(city)
        signature = key.sign("hukou-desk-presence", challenge, self.station, self.device, key.id)
        asked = {
            "station": self.station,
            "device": self.device,
            "keyId": key.id,
            "presence": {"challenge": challenge, "signature": signature},
        }
        status, answer = city.ask("POST", "/v1/user-tokens", asked)
        assert status == 200, answer
        city.user_token = answer["token"]

    def signatures_of(self, actions):
        return [self.signature_of(action) for action in actions]

    def signature_of(self, action):
        key = self.people[action["by"]["userId"]]
        digest = hashlib.sha256(text_of(action).encode("utf-8")).hexdigest()
        return {"id": action["id"], "keyId": key.id, "signature": key.sign("hukou-desk-action", digest)}

    def challenge_of(self, city):
        status, fresh = city.ask("GET", "/v1/challenges")
        assert status == 200, fresh
        return fresh["challenge"]
