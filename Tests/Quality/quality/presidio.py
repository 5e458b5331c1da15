"""The peer: the pattern recognisers of Microsoft Presidio, without a language model, in an environment of their own."""

import json
import os
import pathlib
import subprocess
import sys

from .engine import Report
from .scoring import by_kind

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "wct-bench" / "presidio"
SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "presidio_recognisers.py"

#: What Presidio calls the kinds that both know.
ENTITIES = {
    "EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "IBAN_CODE": "iban", "CREDIT_CARD": "payment_card",
    "IP_ADDRESS": "ip_address", "MAC_ADDRESS": "mac_address", "CRYPTO": "crypto_wallet", "IT_VAT_CODE": "vat_id",
    "DE_VAT_ID": "vat_id",
    "US_PASSPORT": "passport", "IT_PASSPORT": "passport", "UK_PASSPORT": "passport", "DE_PASSPORT": "passport",
    "ES_PASSPORT": "passport", "US_DRIVER_LICENSE": "driving_licence", "IT_DRIVER_LICENSE": "driving_licence",
    "DE_FUEHRERSCHEIN": "driving_licence", "UK_DRIVING_LICENCE": "driving_licence",
    "UK_VEHICLE_REGISTRATION": "licence_plate", "DE_KFZ": "licence_plate",
    "US_SSN": "national_id", "UK_NHS": "national_id", "UK_NINO": "national_id", "ES_NIF": "national_id",
    "ES_NIE": "national_id", "IT_FISCAL_CODE": "national_id", "PL_PESEL": "national_id",
    "FI_PERSONAL_IDENTITY_CODE": "national_id", "SE_PERSONNUMMER": "national_id", "DE_TAX_ID": "national_id",
    "DE_SOCIAL_SECURITY": "national_id",
}
#: Results below these scores are left out; a kind is shown at the one at which it does best.
THRESHOLDS = (0.0, 0.1, 0.3, 0.5)


def program():
    """The Python that has Presidio; None where it can't be had. Installed once."""
    python = CACHE / "bin" / "python"
    probe = [python, "-c", "import presidio_analyzer"]
    steps = [[sys.executable, "-m", "venv", CACHE],
             [CACHE / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "presidio-analyzer"]]
    try:
        if python.exists() and subprocess.run(probe, capture_output=True).returncode == 0:
            return python
        if all(subprocess.run(step, capture_output=True, timeout=900).returncode == 0 for step in steps):
            return python
    except (OSError, subprocess.TimeoutExpired):
        pass
    print("presidio-analyzer can't be installed with pip: it is left out", file=sys.stderr)
    return None


def run(python, labelled, directory):
    """By threshold, the reports by file."""
    texts = directory / "presidio.json"
    texts.write_text(json.dumps(labelled.texts), encoding="utf-8")
    done = subprocess.run([python, SCRIPT, texts], capture_output=True, text=True)
    if done.returncode:
        print(f"presidio failed: {done.stderr[-600:]}", file=sys.stderr)
        return None
    found = json.loads(done.stdout)
    return {threshold: {file: [Report(start, end, ENTITIES[entity]) for entity, start, end, score in results
                               if entity in ENTITIES and score > threshold] for file, results in found.items()}
            for threshold in THRESHOLDS}


def best(labelled, reports):
    """By kind, the score at the threshold at which its F1 is highest."""
    best = {}
    for said in (reports or {}).values():
        for kind, score in by_kind(labelled, said).items():
            if kind not in best or (score.f1 or 0) > (best[kind].f1 or 0):
                best[kind] = score
    return {kind: score for kind, score in best.items() if kind in ENTITIES.values()}
