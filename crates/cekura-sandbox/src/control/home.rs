//! The start page: what this is, and an example request.

use crate::errors::escape;
use crate::shared::Shared;

pub(super) fn page(shared: &Shared) -> String {
    let url = shared.url();
    let key = &shared.keys.admin;
    let agent = &shared.world.agents[0];
    let ids = shared.world.call_log_ids();
    let id = ids.start;
    let curl = format!(
        "curl --request POST \\\n  --url {url}/observability/v1/call-logs/rerun_evaluation/ \\\n  \
         --header 'Content-Type: application/json' \\\n  --header 'X-CEKURA-API-KEY: {key}' \\\n  \
         --data '{{\"agent_id\": {}, \"call_logs\": [{id}]}}'",
        agent.id
    );
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Cekura sandbox</title></head>\n<body>\n\
         <h1>Cekura sandbox</h1>\n\
         <p>This is a stand-in for the Cekura API on your own computer. It has {agents} agents and {count} call logs that \
         are generated from the seed {seed}. It evaluates them on request and records the cost. All data is lost when it stops. \
         Nothing here reaches a real account, and the key below is valid only here.</p>\n\
         <p>The key: <code>{key}</code></p>\n<pre>{curl}</pre>\n\
         <p>The routes that show and control its state are listed under <a href=\"/__sandbox/\">/__sandbox/</a>.</p>\n</body>\n</html>\n",
        agents = shared.world.agents.len(),
        count = ids.end - ids.start,
        seed = shared.world.seed,
        key = escape(key),
        curl = escape(&curl),
    )
}
