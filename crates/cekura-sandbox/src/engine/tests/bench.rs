use std::time::Duration;

use http::{HeaderMap, header};
use serde_json::Value;

use super::contract::contract;
use crate::contract::{Contract, Found};
use crate::credits::Credits;
use crate::engine::{Engine, Handlers};
use crate::quirks::Quirks;
use crate::request::{Asked, Call, Scope};
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::World;

pub(super) const NO_HANDLERS: Handlers = Handlers {
    is_modelled: |_| false,
    exists: |_, _, _| true,
    adjust: |_, _, _| {},
};

/// An engine with a world and a state.
pub(super) struct Bench {
    pub(super) engine: Engine<'static>,
    pub(super) contract: &'static Contract,
    pub(super) world: World,
    pub(super) state: State,
    pub(super) now: Timestamp,
}

impl Bench {
    pub(super) fn new() -> Self {
        let contract: &Contract = Box::leak(Box::new(Contract::new(contract())));
        let now = Timestamp::from_seconds(1_772_442_000);
        let credits = Credits::from_hundredths(250);
        Self {
            engine: Engine::new(contract, NO_HANDLERS),
            contract,
            world: World::new(7, now, 4, 10),
            state: State::new(Quirks::default(), credits, Duration::ZERO),
            now,
        }
    }

    pub(super) fn send(&mut self, scope: Scope, method: &str, path: &str, body: &Value) -> Reply {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let Found::Operation(operation, parameters) = self.contract.find(method, path) else {
            panic!("{method} {path}");
        };
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let query: Vec<(String, String)> =
            pairs.map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "here".parse().unwrap());
        let asked = Asked {
            number: 1,
            operation,
            path: &parameters,
            query: &query,
            headers: &headers,
            path_text: path,
            body: &[],
            late: Duration::ZERO,
            part: None,
        };
        let call = Call {
            asked: &asked,
            body,
            scope,
            world: &self.world,
            now: self.now,
            job_time: Duration::from_secs(4),
            url: "",
        };
        let (Ok(reply) | Err(reply)) = self.engine.answer(&mut self.state, &call);
        if reply.status.is_success() && !reply.body.is_empty() {
            let value = serde_json::from_slice(&reply.body).unwrap();
            assert_eq!(
                self.contract.check_reply(operation, &value),
                [],
                "{method} {path}: {value}"
            );
        }
        reply
    }

    pub(super) fn json(&mut self, method: &str, path: &str, body: &Value) -> Value {
        let reply = self.send(Scope::Organization, method, path, body);
        assert!(reply.status.is_success(), "{method} {path}: {reply:?}");
        serde_json::from_slice(&reply.body).unwrap_or_default()
    }

    pub(super) fn get(&mut self, path: &str) -> Value {
        self.json("GET", path, &Value::Null)
    }

    pub(super) fn status(&mut self, method: &str, path: &str) -> u16 {
        self.send(Scope::Organization, method, path, &Value::Null)
            .status
            .as_u16()
    }
}
