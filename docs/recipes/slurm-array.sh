#!/bin/sh
#SBATCH --job-name=cekura
#SBATCH --array=0-7
#SBATCH --time=04:00:00
#SBATCH --mem=256M
#SBATCH --requeue
# A campaign as a Slurm array: eight tasks, each with its part of the plan. The array must have no gaps.
#
# In a folder on the shared filesystem that holds plan.json, shard.sh, merge.sh and this file, with the key in
# CEKURA_API_KEY:
#
#   job=$(sbatch --parsable slurm-array.sh)
#   sbatch --dependency="afterany:$job" --export=ALL,CAMPAIGN="$PWD" --wrap='sh merge.sh'
#
# A task that is requeued goes on with its journal where that was handed over, and sends nothing where it is lost.
set -u
umask 077

CAMPAIGN=${CAMPAIGN:-$SLURM_SUBMIT_DIR}
WORK=${WORK:-${SLURM_TMPDIR:-${TMPDIR:-/tmp}}}/cekura-${SLURM_ARRAY_JOB_ID:-0}
export CAMPAIGN WORK
exec sh "$CAMPAIGN/shard.sh"
