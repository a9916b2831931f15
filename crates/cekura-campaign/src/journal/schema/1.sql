-- Metadata: the plan without its call logs, the settings, the shard.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each call log and round. Round 0 is the campaign, the others measure noise.
CREATE TABLE tasks (
    round    INTEGER NOT NULL,
    log      INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    -- The position in the submit order: a hash, so that the first call logs are a random sample.
    submit_order    INTEGER NOT NULL,
    agent    INTEGER,
    -- When the call was, in seconds since 1970.
    time     INTEGER,
    -- When its state before was read, in seconds since 1970.
    read     INTEGER,
    -- Metric evaluations that one evaluation comes to, and what they cost: estimated, until a result shows them.
    metrics  INTEGER,
    cost     REAL,
    counted  INTEGER NOT NULL DEFAULT 0,
    -- The part of a refused batch that was split, to find the refused call log.
    split_group     INTEGER,
    batch    INTEGER,
    -- The request with unknown outcome that the current one repeats.
    repeats  INTEGER,
    -- How many requests with it were or may have been carried out, over all sessions.
    sends    INTEGER NOT NULL DEFAULT 0,
    -- How many of those were sent again because an earlier one seemed to have left it untouched.
    resends  INTEGER NOT NULL DEFAULT 0,
    -- How often it was refused as being in another evaluation.
    busy_retries  INTEGER NOT NULL DEFAULT 0,
    evidence TEXT,
    certainty TEXT,
    reason   TEXT,
    PRIMARY KEY (round, log)
) STRICT, WITHOUT ROWID;
CREATE INDEX tasks_by_order ON tasks (round, state, submit_order);
CREATE INDEX tasks_by_time ON tasks (round, state, ifnull(time, -1), log);
CREATE INDEX tasks_by_batch ON tasks (batch);
CREATE INDEX tasks_by_split_group ON tasks (round, state, split_group, submit_order);

-- What all requests that were or may have been carried out come to. One row, kept by the triggers below and by nothing else.
CREATE TABLE totals (
    evaluations        INTEGER NOT NULL,
    metric_evaluations INTEGER NOT NULL,
    credits            REAL NOT NULL,
    -- Evaluations whose metrics no result has shown yet.
    estimated          INTEGER NOT NULL
) STRICT;
INSERT INTO totals VALUES (0, 0, 0.0, 0);
CREATE TRIGGER tasks_added AFTER INSERT ON tasks WHEN new.sends > 0 BEGIN
    UPDATE totals SET
        evaluations = evaluations + new.sends,
        metric_evaluations = metric_evaluations + new.sends * ifnull(new.metrics, 0),
        credits = credits + new.sends * ifnull(new.cost, 0.0),
        estimated = estimated + new.sends * (1 - new.counted);
END;
CREATE TRIGGER tasks_changed AFTER UPDATE OF sends, metrics, cost, counted ON tasks WHEN old.sends > 0 OR new.sends > 0 BEGIN
    UPDATE totals SET
        evaluations = evaluations + new.sends - old.sends,
        metric_evaluations = metric_evaluations + new.sends * ifnull(new.metrics, 0) - old.sends * ifnull(old.metrics, 0),
        credits = credits + new.sends * ifnull(new.cost, 0.0) - old.sends * ifnull(old.cost, 0.0),
        estimated = estimated + new.sends * (1 - new.counted) - old.sends * (1 - old.counted);
END;

-- Call logs as they were before and after, without what an evaluation does not touch; and how one was at an earlier read
-- before, if somebody else has changed it since.
CREATE TABLE documents (
    round INTEGER NOT NULL,
    log   INTEGER NOT NULL,
    side  INTEGER NOT NULL,
    -- Whether it is an entry of the list, without explanations, or the whole call log.
    listed INTEGER NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (round, log, side)
) STRICT;

-- How far the watch over an accepted call log has come.
CREATE TABLE watches (
    round   INTEGER NOT NULL,
    log     INTEGER NOT NULL,
    seen    TEXT NOT NULL,
    session INTEGER NOT NULL,
    polled  INTEGER NOT NULL,
    PRIMARY KEY (round, log)
) STRICT, WITHOUT ROWID;

-- One row for each paid request: written before it is sent, completed when its outcome is known.
CREATE TABLE batches (
    id         INTEGER PRIMARY KEY,
    round      INTEGER NOT NULL,
    agent      INTEGER,
    size       INTEGER NOT NULL,
    state      INTEGER NOT NULL,
    intended   TEXT NOT NULL,
    ended      TEXT,
    attempts   INTEGER,
    status     INTEGER,
    request_id TEXT,
    -- What came instead of acceptance: 0 nothing usable, 1 a refusal, 2 a refusal because of an evaluation under way; and its text.
    answer      INTEGER,
    answer_text TEXT
) STRICT;
CREATE INDEX batches_by_state ON batches (state);

-- One row for each metric of each evaluated call log.
CREATE TABLE verdicts (
    round         INTEGER NOT NULL,
    log           INTEGER NOT NULL,
    nth           INTEGER NOT NULL,
    metric        INTEGER,
    name          TEXT NOT NULL,
    kind          TEXT,
    change        INTEGER NOT NULL,
    before_passed INTEGER,
    before_score  REAL,
    before_value  TEXT,
    before_why    TEXT,
    after_passed  INTEGER,
    after_score   REAL,
    after_value   TEXT,
    after_why     TEXT,
    human         INTEGER,
    PRIMARY KEY (round, log, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdicts_by_change ON verdicts (round, change, log);

-- The outcome of the whole call, and what a report may quote from it.
CREATE TABLE calls (
    round   INTEGER NOT NULL,
    log     INTEGER NOT NULL,
    before  INTEGER,
    after   INTEGER,
    human   INTEGER,
    number  TEXT,
    excerpt TEXT,
    PRIMARY KEY (round, log)
) STRICT, WITHOUT ROWID;

-- Fingerprints of the metrics' definitions.
CREATE TABLE definitions (
    metric INTEGER PRIMARY KEY,
    before TEXT,
    after  TEXT
) STRICT;
