"""Calls the sandbox as a program on the vendor's Python library does. Arguments: address, key, agent, call log, metric."""

import sys

from cekura import Cekura

address, key, agent, call_log, metric = sys.argv[1:]
agent, call_log, metric = int(agent), int(call_log), int(metric)
cekura = Cekura(api_key=key, base_url=address)


def entries(found):
    return found["results"] if isinstance(found, dict) else found


assert any(found["id"] == call_log for found in entries(cekura.calls.list(agent_id=agent, page_size=200)))
assert cekura.calls.get(id=call_log)["id"] == call_log
sent = cekura.calls.send(
    agent=agent,
    call_id="harbor-from-python-1",
    transcript_type="cekura",
    transcript_json=[{"role": "Main Agent", "content": "Harbor Hotel.", "start_time": 0.2, "end_time": 1.4}],
    call_ended_reason="customer-hung-up",
)
assert sent["call_id"] == "harbor-from-python-1"
assert cekura.calls.evaluate_metrics(agent_id=agent, call_logs=[call_log], metrics=[metric])
assert cekura.metrics.get(id=metric)["id"] == metric
assert any(found["id"] == metric for found in entries(cekura.metrics.list(agent_id=agent)))
assert cekura.agents.get(id=agent)["id"] == agent
assert any(found["id"] == agent for found in entries(cekura.agents.list()))
other = next(found["id"] for found in entries(cekura.calls.list(agent_id=agent)) if found["id"] != call_log)
assert cekura.calls.rerun_evaluation(agent_id=agent, call_logs=[other])
print("all calls passed")
