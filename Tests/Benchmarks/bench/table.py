"""The figures as a table for people and as JSON for programs."""

from dataclasses import asdict, dataclass
from typing import Optional


@dataclass
class Row:
    """One figure. `target` is met when the figure is at most (`at_most`) or at least the target."""

    name: str
    figure: float
    unit: str
    peer: str = ""
    target: Optional[float] = None
    at_most: bool = True
    digits: int = 2

    @property
    def is_met(self):
        if self.target is None:
            return None
        return self.figure <= self.target if self.at_most else self.figure >= self.target

    @property
    def stand(self):
        if self.target is None:
            return ""
        return "met" if self.is_met else "missed"

    @property
    def target_text(self):
        if self.target is None:
            return ""
        return f"{'≤' if self.at_most else '≥'} {self.target:,g} {self.unit}"

    @property
    def figure_text(self):
        return f"{self.figure:,.{self.digits}f} {self.unit}"

    def json(self):
        return {**asdict(self), "is_met": self.is_met}


def show(rows):
    """Prints the table."""
    lines = [("measured", "figure", "target", "", "measured against")]
    lines += [(row.name, row.figure_text, row.target_text, row.stand, row.peer) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    for number, line in enumerate(lines):
        cells = [line[0].ljust(widths[0]), line[1].rjust(widths[1]), line[2].rjust(widths[2])]
        cells += [line[3].ljust(widths[3]), line[4]]
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths[:4]) + "  " + "-" * 16)
