#!/usr/bin/env bash
# Speed and memory of the main job, both programs on this machine: run.sh BUILD-FOLDER [RESULT.json]
# run.sh BUILD-FOLDER mapping measures mappings alone.
# Writes one JSON object; the limits stand beside the figures (docs/benchmarks.md says what they mean).
set -euo pipefail
build=$1
mapping() { # parse → map → serialise on one core; compile and check
  cmake --build "$build" --target mappingbench >/dev/null
  "$build/bin/mappingbench" 100000 2>/dev/null
}
if [ "${2:-}" = mapping ]; then
  mapping
  exit
fi
result=${2:-$build/bench.json}
work=$(mktemp -d)
trap 'kill $sandbox 2>/dev/null || true; rm -rf "$work"' EXIT
sandbox=

# The first of that name: the counts of the run stand before those of its parents.
number() { printf '%s' "$1" | grep -o "\"$2\":[0-9.]*" | head -n 1 | cut -d: -f2; }
counted() { printf '%s' "$1" | sed -n "s/.*\"calls\":{[^}]*\"$2\":\([0-9]*\).*/\1/p"; }

main_job() { # deals → sets $first and $second, the reports of two runs
  local deals=$1 folder=$work/$1
  "$build/bin/tieout-sandbox" --seed 7 --deals "$deals" --port-base 0 --no-limits >"$work/line" &
  sandbox=$!
  until [ -s "$work/line" ]; do kill -0 $sandbox; sleep 0.2; done
  local xero salesforce
  xero=$(sed -n 's/.*"xero":"\([^"]*\)".*/\1/p' "$work/line")
  salesforce=$(sed -n 's/.*"salesforce":"\([^"]*\)".*/\1/p' "$work/line")
  local ctl="$build/bin/tieoutctl --workspace $folder --json"
  $ctl init >/dev/null
  $ctl connect salesforce --practice "$salesforce" >/dev/null
  $ctl connect xero --practice "$xero" >/dev/null
  $ctl flow add closed-won-to-invoice >/dev/null
  first=$($ctl sync closed-won-to-invoice) || [ $? = 3 ]
  second=$($ctl sync closed-won-to-invoice) || [ $? = 3 ]
  kill $sandbox
  wait $sandbox 2>/dev/null || true
  rm -f "$work/line"
  rm -rf "$folder"
}

report() { # deals
  local read created held ms
  read=$(number "$first" read)
  created=$(number "$first" created)
  held=$(number "$first" held)
  ms=$(number "$first" durationMs)
  printf '    {"deals":%s,"read":%s,"created":%s,"held":%s,"durationMs":%s,"recordsPerSecond":%s,"peakRssMb":%s,' \
    "$1" "$read" "$created" "$held" "$ms" "$((read * 1000 / (ms > 0 ? ms : 1)))" "$(number "$first" peakRssMb)"
  printf '"readCalls":%s,"writeCalls":%s,"secondRun":{"durationMs":%s,"readCalls":%s,"writeCalls":%s}}' \
    "$(counted "$first" read)" "$(counted "$first" write)" "$(number "$second" durationMs)" \
    "$(counted "$second" read)" "$(counted "$second" write)"
}

{
  printf '{\n  "limits": {"recordsPerSecond": 10000, "peakRssMb": 150, "secondRunReadCalls": 3, "secondRunWriteCalls": 0, "csvRecordsMbPerSecond": 150, "xlsxCellsPerSecond": 300000, "mappingRecordsPerSecond": 60000, "compileAndCheck300RulesMs": 20, "canvasOpenMs": 300, "canvasFrameMs": 16},\n'
  printf '  "machine": {"cores": %s},\n  "mainJob": [\n' "$(getconf _NPROCESSORS_ONLN)"
  separator=
  for deals in ${TIEOUT_BENCH_DEALS:-10000 100000 200000}; do
    main_job "$deals"
    printf '%s' "$separator"
    report "$deals"
    separator=$',\n'
  done
  printf '\n  ],\n  "files": '
  cmake --build "$build" --target filebench >/dev/null
  "$build/bin/filebench"
  # Reading 100,000 records through a manifest: 30,000 a second and more, at most 120 MB.
  printf ',\n  "manifestRead": '
  cmake --build "$build" --target readbench >/dev/null
  "$build/bin/readbench" "$build/bin" 100000
  printf ',\n  "mapping": '
  mapping
  printf ',\n  "canvas": '
  cmake --build "$build" --target canvasbench >/dev/null
  QT_QPA_PLATFORM=offscreen "$build/bin/canvasbench" 2>/dev/null
  # Limit of PostgreSQL: 60,000 upserts a second, memory flat.
  printf ',\n  "databases": [\n'
  cmake --build "$build" --target sqlbench >/dev/null
  "$build/bin/sqlbench" | sed 's/^/    /; $!s/$/,/'
  printf '  ]\n'
  printf '}\n'
} >"$result.part"
mv "$result.part" "$result"
cat "$result"
