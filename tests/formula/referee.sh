#!/bin/sh
# Asks LibreOffice Calc for the value of every formula of the corpus and writes it there. Needs soffice
# (Debian: libreoffice-calc-nogui); the tests read what is stored.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

LC_ALL=C.UTF-8 awk -f sheet.awk record.tsv corpus/*.tsv > "$work/corpus.fods"
# Tab, ", UTF-8, all texts quoted, raw values, third sheet.
soffice "-env:UserInstallation=file://$work/profile" --headless \
  --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1,,1033,true,false,false,false,false,3' \
  --outdir "$work" "$work/corpus.fods" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
set -- "$work"/corpus-*.csv

first=0
for file in corpus/*.tsv; do
  LC_ALL=C.UTF-8 awk -v answers="$1" -v first="$first" -f merge.awk "$1" "$file" > "$work/merged"
  first=$((first + $(grep -cv -e '^#' -e '^$' "$file")))
  cat "$work/merged" > "$file"
done
echo "$first formulas computed by $(soffice --version | head -1)"
