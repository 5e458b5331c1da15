# Random cases of whole runbooks: sources, detectors on them, classifiers on those.
# Knows the builder of runbooks; knows nothing of how the program is run.
import os

from . import rulesets, words
from .. import databases, detectors

ENDINGS = [".txt", ".md", ".php", ".js", ".vue", ".ts", ".tsx", ".PHP", ".log", ".phtml", ".mjs", ".jsx",
           ".cts", ".php5", ".inc", "", ".JS"]
INDICATOR = {"personal_data": "gdpr_personal_data", "data_subject": "gdpr_data_subject",
             "processing_purpose": "gdpr_processing_purpose",
             "service_integration": "gdpr_service_integration",
             "data_collection": "gdpr_data_collection"}
ENCODINGS = ["latin-1", "utf-8", "ascii", "utf-16", "cp1252", "UTF8", "utf_8_sig", "L1", "iso8859-15", "windows-1251",
             "koi8-r", "KOI8_U", "cp437", "mac_roman", "utf-16-le", "UTF-16BE", "utf_32", "iso-8859-7", "cp1257",
             "latin2", "850"]
CONTEXTS = ["small", "medium", "large", "full"]


def add(random, workshop, number, expressions):
    """One case, with some of these expressions: a few sources with the same words, one ruleset, and what is made of them."""
    literals = list(dict.fromkeys(words.word(random) for _ in range(random.randrange(2, 8))))
    values = random.sample(expressions, 3)
    kind = random.choice(list(INDICATOR))
    uri = workshop.ruleset(f"r{number:05d}", rulesets.detection(random, kind, literals, values),
                           nested=random.random() < 0.3)
    sources = [source(random, workshop, f"c{number:05d}s{i}", literals)
               for i in range(random.choice([1, 1, 2]))]
    if kind in ("service_integration", "data_collection") or (
            random.random() < 0.4 and workshop.given(sources)):
        sources = [workshop.code(sources, **code(random))]
    elif len(sources) > 1 and random.random() < 0.3:
        sources = [workshop.merge(sources)]
    detected = workshop.detect(kind, sources, properties(random, kind, uri))
    every = [detected]
    if random.random() < 0.2:
        every.append(workshop.detect(kind, sources, properties(random, kind, uri)))
    if random.random() < 0.5:
        classify(random, workshop, number, kind, every)
    for identifier in [*sources, *every]:
        workshop.artifacts[identifier] |= about(random)


def about(random):
    made = {key: random.choice(["x", "Ünï", "two\nlines"]) for key in ("name", "description", "contact")
            if random.random() < 0.2}
    if random.random() < 0.1:
        made["output"] = False
    if random.random() < 0.1:
        made["optional"] = True
    return made


def classify(random, workshop, number, kind, detected):
    """`detected` are one artifact or two, whose findings come one behind the other."""
    target = INDICATOR[kind]
    uri = workshop.ruleset(f"g{number:05d}", rulesets.classification(random, target))
    workshop.classify(target, detected, uri)


def code(random):
    return random.choice([{}, {}, {"language": "php"}, {"max_file_size": 200}])


def properties(random, kind, uri):
    matching = {"ruleset": uri}
    if random.random() < 0.8:
        matching["evidence_context_size"] = random.choice(CONTEXTS)
    if random.random() < 0.7:
        matching["maximum_evidence_count"] = random.choice([1, 2, 3, 5, 20])
    if random.random() < 0.7:
        matching["evidence_proximity_threshold"] = random.choice([50, 51, 99, 100, 200, 1000])
    made = {"pattern_matching": matching}
    if kind in detectors.VALIDATED and random.random() < 0.3:
        made["llm_validation"] = random.choice([
            {"llm_validation_mode": "conservative"}, {"sampling_size": 9, "enable_llm_validation": False},
            {"llm_validation_mode": "aggressive", "llm_batch_size": 30}])
    if kind != "personal_data" and random.random() < 0.7:
        made["source_code_context_window"] = random.choice(CONTEXTS)
    return made


def source(random, workshop, name, literals):
    style = random.randrange(6)
    if style == 0:
        return database(random, workshop, name, literals)
    if style == 1:
        path = f"{name}/one{random.choice(ENDINGS)}"
        workshop.file(path, data(random, literals))
        return workshop.files(path=random.choice([path, f"./{path}", f"{name}//one" + path[len(name) + 4:]]))
    for index in range(random.randrange(1, 4)):
        folder = random.choice(["", "deep/", "deep/er/", "a.b/"])
        workshop.file(f"{name}/{folder}f{index}{random.choice(ENDINGS)}", data(random, literals))
    if random.random() < 0.2:
        links(workshop, name)
    return workshop.files(path=random.choice([name, f"{name}/", f"./{name}"]), **choice(random))


def links(workshop, name):
    """Links to a file, to a directory, back up, and to nothing."""
    workshop.file(f"{name}.aside/in.php", "email ssn")
    for link, target in (("to_file.php", f"../{name}.aside/in.php"), ("to_folder", f"../{name}.aside"),
                         ("up", ".."), ("to_nothing", "nowhere")):
        os.symlink(target, workshop.directory / name / link)



def choice(random):
    made = {}
    if random.random() < 0.2:
        made["exclude_patterns"] = random.choice([["*.log"], ["deep/"], [], ["*", "!f0*"]])
    if random.random() < 0.2:
        made["include_patterns"] = random.choice([["**/*.php"], ["*"], ["f*"], ["*.js", "*.ts", "*.vue"]])
    if random.random() < 0.2:
        made["max_files"] = random.choice([1, 2, 50])
    if random.random() < 0.3:
        made["errors"] = random.choice(["replace", "ignore", "strict"])
    if random.random() < 0.25:
        made["encoding"] = random.choice(ENCODINGS)
    return made


def data(random, literals):
    made = words.text(random, literals).encode("utf-8", "surrogatepass")
    if random.random() < 0.1:
        made = b"\xef\xbb\xbf" + made
    if random.random() < 0.08:
        at = random.randrange(len(made) + 1)
        made = made[:at] + random.choice([b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f"]) + made[at:]
    return made


def database(random, workshop, name, literals):
    databases.make(workshop.directory / f"{name}.db", random,
                   lambda dice: words.text(dice, literals).replace("\x00", ""))
    limit = {} if random.random() < 0.5 else {"max_rows_per_table": random.choice([1, 3, 100])}
    return workshop.database(database_path=f"{name}.db", **limit)
