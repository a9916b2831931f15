#!/bin/sh
# Joins the journals of all workers into one report. Ends as `cekura campaign merge` does: 0 all is well, 100 the gate
# failed, 101 call logs without a result, 2 a worker's journal is missing.
#
#   CAMPAIGN   the folder that shard.sh handed the journals over to; the reports are written there
#   WORK       a folder on a local disk [$TMPDIR, else /tmp]
#
# The gate is $CAMPAIGN/cekura-gate.toml, if there is one.
set -u
# Journals and reports hold what customers said: they are for this user alone.
umask 077

: "${CAMPAIGN:?the folder that all workers share}"
work=${WORK:-${TMPDIR:-/tmp}}/merge-$$
mkdir -p "$work" || exit 1
trap 'rm -rf "$work"' EXIT

# Network filesystems are no place to open journals.
for package in "$CAMPAIGN"/journals/shard-*.tar; do
    tar -xf "$package" -C "$work" || exit 1
done
if [ -f "$CAMPAIGN/cekura-gate.toml" ]; then
    set -- --gate "$CAMPAIGN/cekura-gate.toml"
else
    set --
fi
cekura campaign merge --out "$work/whole.db" "$@" \
    --report-html "$CAMPAIGN/report.html" \
    --report-json "$CAMPAIGN/report.json" \
    --report-junit "$CAMPAIGN/gate.xml" \
    "$work"/shard-*.db
status=$?
if [ -f "$work/whole.db" ]; then cp "$work/whole.db" "$CAMPAIGN/whole.db"; fi
exit "$status"
