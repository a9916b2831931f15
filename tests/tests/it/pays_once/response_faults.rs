//! All faults that lose or damage the response to a paid request.

use std::time::Duration;

use cekura_sandbox::Fault;

use super::calls::MAX_BODY;

/// What the response proves about the work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shows {
    /// Nothing about the work.
    Nothing,
    /// The work was accepted, and the body is lost.
    Acceptance,
}

/// A fault of the response to a paid request.
#[derive(Debug)]
pub(super) struct ResponseFault {
    pub(super) fault: Fault,
    /// Whether the work is done all the same.
    pub(super) done: bool,
    pub(super) shows: Shows,
}

impl ResponseFault {
    pub(super) fn name(&self) -> String {
        self.fault.to_string()
    }
}

/// The rows of the reliability table that leave the outcome open, each with the work done and with it not done; and the
/// successes whose body is lost. Redirects lead to `elsewhere`.
pub(super) fn response_faults(elsewhere: &str) -> Vec<ResponseFault> {
    let mut faults: Vec<Fault> = [500, 501, 502, 503, 504, 408, 520, 599]
        .map(Fault::status)
        .into();
    faults.push(Fault::status(503).with_header("Retry-After", "1"));
    faults.extend([
        Fault::hang(),
        Fault::reset(),
        Fault::login_page(),
        Fault::empty(),
        // White space above the limit does not show that the service sent it.
        Fault::oversize(2),
        Fault::gzip_bomb(8),
    ]);
    faults.extend(
        [301, 302, 303, 307, 308]
            .map(|status| Fault::redirect(status, format!("{elsewhere}/sign-in/?next=/"))),
    );
    let both_ways = faults.into_iter().flat_map(|fault| {
        [
            (fault.clone().before_work(), false),
            (fault.after_work(), true),
        ]
    });
    let lost = both_ways.map(|(fault, done)| ResponseFault {
        fault,
        done,
        shows: Shows::Nothing,
    });

    let slow = Duration::from_secs(3_600);
    let accepted = [
        Fault::truncate(0),
        Fault::truncate(1),
        Fault::truncate(300),
        Fault::slow_body(40, slow),
        Fault::garbage().after_work(),
        over_the_cap().after_work(),
    ];
    let accepted = accepted.map(|fault| ResponseFault {
        fault,
        done: true,
        shows: Shows::Acceptance,
    });
    lost.chain(accepted).collect()
}

/// The beginning of a list of call logs that is larger than the client accepts.
fn over_the_cap() -> Fault {
    let entry = r#"{"id": 5001, "status": "evaluating"},"#;
    let list = entry.repeat(MAX_BODY / entry.len() + 1);
    Fault::status(200).with_body(format!("[{list}{{}}]"))
}
