# What the results file says of a whole run: its status, what failed and was skipped, and whose each output is.
# Knows nothing of the contents of outputs.

PERSONAL = ("name", "description", "contact")


def expected(workshop):
    """The results without times, ids, contents and the wording of errors."""
    failed = [i for i in workshop.artifacts if ends(workshop, i) == "failed"]
    skipped = [i for i in workshop.artifacts if ends(workshop, i) == "skipped"]
    made = [i for i in workshop.artifacts if ends(workshop, i) == "succeeded"]
    grave = [i for i in failed if not workshop.artifacts[i].get("optional")]
    return {
        "format_version": "2.0.0",
        "status": "failed" if grave else "partial" if failed or skipped else "completed",
        "runbook": workshop.about | {"contact": workshop.about.get("contact")},
        "summary": {"total": len(workshop.artifacts), "succeeded": len(made), "failed": len(failed),
                    "skipped": len(skipped), "pending": 0},
        "outputs": {i: entry(workshop, i) for i in made if workshop.artifacts[i]["output"]},
        "errors": failed, "skipped": skipped, "pending": [],
    }


def ends(workshop, identifier):
    """How the artifact ends: it fails itself, or what it is made of is missing."""
    if workshop.expected[identifier][1] is not None:
        return "succeeded"
    given = workshop.inputs(identifier)
    return "skipped" if any(ends(workshop, i) != "succeeded" for i in given) else "failed"


def entry(workshop, identifier):
    artifact = workshop.artifacts[identifier]
    schema = {"name": workshop.expected[identifier][0], "version": "1.0.0"}
    return {key: artifact.get(key) for key in PERSONAL} | {"output_schema": schema}


def found(results):
    """The same of a results file."""
    keys = ("format_version", "runbook", "summary", "pending")
    outputs = {o["artifact_id"]: {k: o[k] for k in (*PERSONAL, "output_schema")}
               for o in results["outputs"]}
    return {key: results[key] for key in keys} | {
        "status": results["run"]["status"], "outputs": outputs,
        "errors": sorted(e["artifact_id"] for e in results["errors"]),
        "skipped": sorted(results["skipped"])}
