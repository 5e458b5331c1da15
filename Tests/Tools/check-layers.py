#!/usr/bin/env python3
"""Checks that targets depend on each other only in the direction of the design.

Reads `swift package describe --type json`. Exits with 1 and the offending path when a rule is broken.
"""

import json
import subprocess
import sys

# Who must never reach whom, however many targets lie between.
FORBIDDEN = {
    "wct-exec": {"RunbookSyntax", "RunbookCompiler", "YAMLReader", "CLibYAML", "Rulesets"},
    "CanonicalJSON": {"*"},
    "SystemFiles": {"*"},
    "ParallelWork": {"*"},
    "TextMatching": {"*", "-CPCRE2"},
    "DocumentExtraction": {"*", "-CZlib", "-CExpat", "-SystemFiles"},
    "Diagnostics": {"YAMLReader", "RunbookSyntax", "RunbookCompiler", "ComponentKit"},
    "YAMLReader": {"RunbookSyntax", "RunbookCompiler", "ComponentKit", "ExecutionPlan"},
    "RunbookSyntax": {"RunbookCompiler", "ComponentKit", "ExecutionPlan"},
    "ComponentKit": {"ExecutionPlan", "RunbookSyntax", "RunbookCompiler", "PlanMachine", "Diagnostics"},
    "ExecutionPlan": {"YAMLReader", "RunbookSyntax", "RunbookCompiler", "PlanMachine", "RunStore"},
    "RunbookCompiler": {"StandardManifests", "StandardComponents", "PlanMachine", "RunStore"},
    "StandardManifests": {"StandardComponents", "ExecutionPlan", "RunbookCompiler"},
    "StandardComponents": {"ExecutionPlan", "PlanMachine", "RunStore", "RunbookCompiler", "YAMLReader"},
    "RequestDispatch": {"ExecutionPlan", "PlanMachine", "RunStore", "StandardComponents", "RunbookCompiler"},
    "RunHistory": {"PlanMachine", "RunStore", "RunbookCompiler", "YAMLReader"},
    "PlanMachine": {"RunStore", "RunbookCompiler", "YAMLReader", "StandardComponents"},
    "RunStore": {"RunbookCompiler", "YAMLReader", "StandardComponents"},
    "SourceEdits": {"YAMLReader", "RunbookSyntax", "RunbookCompiler"},
    "FlowPolicies": {"RunbookCompiler", "ExecutionPlan"},
    "WorkspaceConfiguration": {"RunbookCompiler", "ExecutionPlan"},
    "DiagnosticFilters": {"RunbookSyntax", "RunbookCompiler", "ComponentKit"},
    "RunbookChecking": {"StandardManifests", "StandardComponents", "PlanMachine", "RunStore"},
    "RunbookFormatter": {"RunbookCompiler", "ComponentKit"},
    "RunbookMigration": {"RunbookCompiler", "ExecutionPlan"},
    "LanguageSchema": {"RunbookCompiler", "ExecutionPlan", "StandardManifests"},
    "PlanSelection": {"RunbookSyntax", "RunbookCompiler", "YAMLReader", "PlanMachine", "RunStore"},
    "PlanListings": {"RunbookSyntax", "RunbookCompiler", "YAMLReader", "PlanMachine", "RunStore"},
    "RunbookGraphs": {"RunbookSyntax", "RunbookCompiler", "YAMLReader"},
    "PlanDifferences": {"RunbookSyntax", "RunbookCompiler", "YAMLReader", "PlanMachine", "RunStore"},
    "GitRevisions": {"*", "-SystemFiles"},
    "RunbookTemplates": {"RunbookSyntax", "RunbookCompiler", "StandardManifests"},
    "FindingReports": {"PlanMachine", "RunStore", "RunbookCompiler", "YAMLReader", "StandardComponents"},
    "OrganisationFiles": {"RunbookCompiler", "ComponentKit", "ExecutionPlan", "RunHistory", "FindingReports"},
    "Reports": {"PlanMachine", "RunStore", "RunbookCompiler", "StandardComponents"},
}


def package_targets():
    output = subprocess.run(
        ["swift", "package", "describe", "--type", "json"], check=True, capture_output=True, text=True
    ).stdout
    targets = json.loads(output[output.index("{"):])["targets"]
    return {target["name"]: set(target.get("target_dependencies", [])) for target in targets}


def find_path(dependencies, start, goal):
    """The shortest chain of dependencies from start to goal, or None."""
    queue, seen = [[start]], {start}
    while queue:
        path = queue.pop(0)
        for name in sorted(dependencies.get(path[-1], ())):
            if name == goal:
                return path + [name]
            if name not in seen:
                seen.add(name)
                queue.append(path + [name])
    return None


def main():
    dependencies = package_targets()
    broken = []
    for start, goals in FORBIDDEN.items():
        if start not in dependencies:
            broken.append(f"there is no target {start}")
            continue
        if "*" in goals:
            allowed = {goal[1:] for goal in goals if goal.startswith("-")}
            goals = set(dependencies) - allowed - {start}
        for goal in sorted(goals):
            path = find_path(dependencies, start, goal)
            if path:
                broken.append(" -> ".join(path))
    for line in broken:
        print(f"layers: {line}", file=sys.stderr)
    if broken:
        return 1
    print(f"layers: {len(dependencies)} targets, {len(FORBIDDEN)} rules, none broken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
