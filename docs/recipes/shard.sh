#!/bin/sh
# One worker of a campaign: begins its part of the plan or goes on with it, and hands its journal over.
#
#   CAMPAIGN   a folder that all workers and merge.sh share
#   PLAN       the plan [$CAMPAIGN/plan.json]
#   WORK       a folder on a local disk, for the journal while it is in use [$TMPDIR, else /tmp]
#   RATE       requests a second for this worker: the service's limit divided by the number of workers [no limit]
#
# Which part is meant is read from the engine's variables, as `cekura campaign run --shard auto` reads them. The key
# is in CEKURA_API_KEY. Ends as `cekura campaign run` does: 0 done, 100 canary, 101 incomplete.
set -u
# Journals and reports hold what customers said: they are for this user alone.
umask 077

: "${CAMPAIGN:?the folder that all workers share}"
plan=${PLAN:-$CAMPAIGN/plan.json}
work=${WORK:-${TMPDIR:-/tmp}}
part=${CEKURA_SHARD_INDEX:-${JOB_COMPLETION_INDEX:-${SLURM_ARRAY_TASK_ID:?no variable says which part is meant}}}
local=$work/shard-$part.db
shared=$CAMPAIGN/journals/shard-$part.tar
mkdir -p "$work" "$CAMPAIGN/journals" "$CAMPAIGN/begun" || exit 1

# A journal in use has to be on a local disk, so it is handed over when the work ends. Its last commits may still be in
# the -wal file beside it, and the .sent file tells whether it has lost any: they travel together, and the package gets
# its name only when it is whole.
hand_over() {
    if [ ! -f "$local" ] && [ ! -f "$work/shard-$part.sent" ]; then
        # Without a journal nothing was sent.
        rmdir "$CAMPAIGN/begun/$part"
        return
    fi
    set -- "shard-$part.db"
    for beside in "shard-$part.db-wal" "shard-$part.sent"; do
        if [ -f "$work/$beside" ]; then set -- "$@" "$beside"; fi
    done
    tar -cf "$shared.part" -C "$work" "$@" && mv "$shared.part" "$shared"
}

# TERM to this script is TERM to the program, which waits for the responses to requests in flight and stores them.
work_on() {
    trap 'kill -TERM "$child" 2>/dev/null' TERM
    trap : INT
    cekura campaign "$@" ${RATE:+--rate "$RATE"} &
    child=$!
    wait "$child"
    status=$?
    while kill -0 "$child" 2>/dev/null; do
        wait "$child"
        status=$?
    done
    hand_over || exit 1
    exit "$status"
}

if [ -f "$local" ]; then
    work_on resume "$local"
elif [ -f "$shared" ]; then
    tar -xf "$shared" -C "$work" || exit 1
    work_on resume "$local"
elif mkdir "$CAMPAIGN/begun/$part" 2>/dev/null; then
    work_on run --plan "$plan" --shard auto --journal "$local" --yes
else
    echo "part $part was begun elsewhere, and its journal is lost: what it sent is not known, so nothing is sent." >&2
    echo "If nothing of it was evaluated, or paying again is right: rmdir $CAMPAIGN/begun/$part" >&2
    exit 101
fi
