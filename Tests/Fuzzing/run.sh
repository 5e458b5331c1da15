#!/usr/bin/env bash
# Builds the fuzz program and runs each target (or those named) for a number of seconds.
# Prints one line a target: executions, coverage, size of the corpus, faults.
#   Tests/Fuzzing/run.sh SECONDS [TARGET…]
set -uo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-60}
shift || true
targets=("$@")
[ "${#targets[@]}" -gt 0 ] ||
  targets=(yaml syntax compile json plan ruleset selection envelope verify fixer format migrate config
    archive word workbook openDocument mail difference match files database records)

scratch=.build-fuzz
RUNBOOK_FUZZING=1 swift build -c release --scratch-path "$scratch" --product fuzz \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -O -Xswiftc -use-ld=lld 2>&1 |
  grep -E 'error:|Compiling|Build' | tail -n 3
program=$scratch/release/fuzz
[ -x "$program" ] || exit 1

# Each of the fixtures' plans together with the next one.
plan_pairs() {
  local previous="" file
  mkdir -p "$scratch/pairs"
  while read -r file; do
    [ -z "$previous" ] || cat "$previous" "$file" >"$scratch/pairs/$(basename "$file")"
    previous=$file
  done < <(find Fixtures/plan -name '*.plan.json' -size -24k | sort)
  find "$scratch/pairs" -type f
}

# The fixtures that a target can start from, besides its own corpus.
seeds() {
  case $1 in
  yaml | syntax | compile | fixer | format) find Fixtures runbooks -name '*.yaml' -type f -size -64k ;;
  json | plan | verify) find Fixtures -name '*.json' -size -64k ;;
  migrate) find Fixtures/migrate Fixtures/ok -name '*.yaml' -size -64k ;;
  config) find Fixtures -type f \( -name '.wct.yaml' -o -name '*polic*.yaml' -o -name '*.json' \) -size -16k ;;
  difference) plan_pairs ;;
  ruleset) find Sources/Rulesets/BuiltIn Fixtures -name '*.yaml' -size -200k ;;
  records) find Fixtures runbooks -type f \( -name '*organisation*.yaml' -o -name '*accepted*.yaml' \) ;;
  files)
    mkdir -p "$scratch/texts"
    python3 -B Tests/Tools/fuzz_seeds.py texts "$scratch/texts"
    find "$scratch/texts" -type f ;;
  database)
    mkdir -p "$scratch/databases"
    python3 -B Tests/Tools/fuzz_seeds.py databases "$scratch/databases"
    find "$scratch/databases" -type f ;;
  archive | mail)
    mkdir -p "$scratch/documents"
    python3 -B Tests/Tools/document_cases.py "$scratch/documents" >/dev/null
    if [ "$1" = mail ]; then find "$scratch/documents" -name '*.eml' -o -name '*.mbox'; else
      find "$scratch/documents" -size -64k \( -name '*.zip' -o -name '*.tar' -o -name '*gz' -o -name '*x' -o -name '*.odt' \)
    fi ;;
  esac
}

status=0
for target in "${targets[@]}"; do
  work=$scratch/corpus/$target
  faults=$scratch/faults/$target
  mkdir -p "$work" "$faults" "Tests/Fuzzing/Corpus/$target"
  while read -r file; do cp "$file" "$work/$(echo "$file" | tr / _)"; done < <(seeds "$target")
  "$program" "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -dict=Tests/Fuzzing/runbook.dict -artifact_prefix="$faults/" -print_final_stats=1 \
    "$work" "Tests/Fuzzing/Corpus/$target" >"$scratch/$target.log" 2>&1
  result=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$scratch/$target.log")
  coverage=$(grep -oE 'cov: [0-9]+' "$scratch/$target.log" | tail -n 1)
  echo "$target: ${runs:-?} executions, ${coverage:-cov: ?}, $(ls "$work" | wc -l) inputs, exit $result"
  if [ "$result" -ne 0 ]; then
    status=1
    tail -n 30 "$scratch/$target.log"
    ls "$faults"
  fi
done
exit $status
