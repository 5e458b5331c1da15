"""Prints the scores of a set, for people who read them in a terminal and for the documentation."""

from .scoring import Score, total

TARGET_F1, TARGET_PRECISION = 0.95, 0.98
WITH_CHECKSUM = {"iban", "payment_card", "national_id", "vat_id", "imei", "crypto_wallet"}


def number(value):
    return "    –" if value is None else f"{value:5.3f}"


def show(labelled, values, words, peer):
    print(f"\n{labelled.name}: {len(labelled.texts)} texts, {labelled.label_count} labels")
    print(f"{'':24}{'labels':>7}  precision recall    F1   false missed | Presidio P    R    F1 | words alone F1")
    for kind in sorted(values.keys() | words.keys() | peer.keys()):
        score, word, other = values[kind], words[kind], peer.get(kind, Score())
        figures = f"{number(other.precision)} {number(other.recall)} {number(other.f1)}" if kind in peer else f"{'':17}"
        print(f"{kind:24}{score.found + score.missed:7}      {number(score.precision)}  {number(score.recall)} "
              f"{number(score.f1)}  {score.false:6} {score.missed:6} |     {figures} | {number(word.f1)}")
    summary(values, words, peer)


def summary(values, words, peer):
    every, word = total(values), total(words)
    print(f"micro-F1 {number(every.f1)} (precision {number(every.precision)}, recall {number(every.recall)}); "
          f"words alone {number(word.f1)}; target {TARGET_F1}")
    if peer:
        ours, theirs = total(values, peer.keys()), total(peer)
        print(f"on the {len(peer)} kinds that Presidio knows: micro-F1 {number(ours.f1)} against {number(theirs.f1)}")
    behind = [kind for kind, other in peer.items() if (values[kind].f1 or 0) < (other.f1 or 0)]
    imprecise = [kind for kind in sorted(WITH_CHECKSUM) if (values[kind].precision or 1) < TARGET_PRECISION]
    if behind:
        print(f"behind Presidio: {', '.join(sorted(behind))}")
    if imprecise:
        print(f"kinds with a checksum below {TARGET_PRECISION} precision: {', '.join(imprecise)}")


def show_markdown(labelled, values, words, peer):
    print(f"\n### `{labelled.name}`: {len(labelled.texts)} texts, {labelled.label_count} labels\n")
    print("| kind | labels | precision | recall | F1 | Presidio's F1 | words alone |\n| --- | --- | --- | --- | --- | --- | --- |")
    rows = [(kind, values[kind], peer.get(kind), words[kind]) for kind in sorted(values.keys() | peer.keys())]
    rows.append(("**all**", total(values), None, total(words)))
    for kind, score, other, word in rows:
        if not score.found + score.missed:
            continue
        theirs = number(other.f1).strip() if other else ""
        print(f"| {kind} | {score.found + score.missed} | {number(score.precision).strip()} | {number(score.recall).strip()} | "
              f"{number(score.f1).strip()} | {theirs} | {number(word.f1).strip()} |")
    if peer:
        ours, theirs = total(values, peer.keys()), total(peer)
        print(f"\nOn the kinds that Presidio knows: micro-F1 {number(ours.f1)} against {number(theirs.f1)}.")
