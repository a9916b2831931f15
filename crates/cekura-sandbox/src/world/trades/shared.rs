//! Scenes that happen in every trade: who is calling, small detours, goodbye.

use super::{Line, agent, caller, result, tool};

/// The agent makes sure who is calling. A call that skips this has broken the script.
pub(in crate::world) const IDENTIFY: &[Line] = &[
    agent(
        "Of course. May I have your full name and the phone number that we have on file, please?",
    ),
    caller("Sure, it's {first} {last}, and the number is {phone}."),
    tool(r#"find_customer({"last_name": "{last}", "phone": "{phone}"})"#),
    result(r#"{"found": true, "customer": "{first} {last}", "reference": "{order}"}"#),
    agent("Thank you, I have your record in front of me. The reference is {order}."),
];

/// The line is bad, or the caller is.
pub(in crate::world) const DELAYS: [&[Line]; 3] = [
    &[
        caller("Sorry, could you say that again? There is a lot of wind where I'm standing."),
        agent(
            "No problem at all. I said that I have your record open. Is it easier to hear me now?",
        ),
        caller("Much better, yes. I moved behind the bus shelter."),
    ],
    &[
        caller("Hold on a second, somebody is at my door."),
        agent("Take your time, I'll stay on the line."),
        caller("Right, I'm back. It was the neighbour with a parcel. Where were we?"),
        agent("We had just found your reference, {order}."),
    ],
    &[
        caller("Am I talking to a person or to a machine, by the way?"),
        agent(
            "You're talking to an automated assistant. I can handle most requests myself, and I can pass you to a colleague whenever you like.",
        ),
        caller("Fine with me, as long as it gets sorted."),
    ],
];

/// A side question before the end.
pub(in crate::world) const DETOURS: [&[Line]; 4] = [
    &[
        caller("While I have you, what are your opening hours at the weekend?"),
        agent(
            "On Saturdays we're open from nine in the morning until five, and on Sundays we're closed.",
        ),
        caller("And on public holidays?"),
        agent(
            "On public holidays we keep Sunday hours, so we're closed then too. You can still write to us and we answer the next working day.",
        ),
        caller("Good to know."),
    ],
    &[
        caller("I also paid twice last time, I think. Can you see that?"),
        agent("Let me check the payments under {order}."),
        tool(r#"list_payments({"reference": "{order}", "limit": 5})"#),
        result(
            r#"{"payments": [{"amount": "{price}", "state": "settled"}, {"amount": "{price}", "state": "refunded"}]}"#,
        ),
        agent(
            "I see two payments of {price}. The second one has been refunded already, it should be back on your card within four working days.",
        ),
        caller("Oh, then I simply didn't look closely enough. Thank you."),
    ],
    &[
        caller("Could you send all of that to me in writing? I forget everything these days."),
        agent(
            "Gladly. Shall I use the mobile number that you called from, or the e-mail address in your record?",
        ),
        caller("A text message to this number is perfect."),
        tool(r#"send_summary({"channel": "sms", "to": "{phone}", "reference": "{order}"})"#),
        result(r#"{"queued": true}"#),
        agent("Done. The message is on its way, and it has the reference {order} at the top."),
    ],
    &[
        caller("One more thing. My address has changed, I live at {street} now."),
        agent(
            "Congratulations on the move. Is that {street}, and does the post code stay the same?",
        ),
        caller("Yes, the same post code, it's just around the corner from the old flat."),
        tool(r#"update_address({"reference": "{order}", "street": "{street}"})"#),
        result(r#"{"updated": true}"#),
        agent("Your record now says {street}. Bills and letters will go there from today."),
    ],
];

/// Summing up and goodbye.
pub(in crate::world) const CLOSING: &[Line] = &[
    agent("Everything is noted under {order}. Is there anything else that I can do for you?"),
    caller("No, that was all. You've been very helpful."),
    agent("It was a pleasure, {first}. Have a good day."),
    caller("You too, bye."),
];
