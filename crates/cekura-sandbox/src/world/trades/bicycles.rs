//! A workshop for bicycles.

use super::{Scene, Trade, agent, caller, result, tool};

pub(super) const TRADE: Trade = Trade {
    agent_name: "Tidewheel workshop",
    assistant_id: "asst_tidewheel_workshop",
    prefix: "TW",
    greeting: &[agent(
        "Tidewheel bicycles, the workshop's assistant speaking. We record calls so that nothing gets lost. What's the matter with your bicycle?",
    )],
    scenes: &[
        Scene {
            topic: "repair_appointment",
            opening: &[caller(
                "Hi, my brakes squeal terribly and the gears jump. I'd like to bring the bike in.",
            )],
            matter: &[
                agent(
                    "That sounds like worn pads and a stretched chain. When did you have it serviced last?",
                ),
                caller("Honestly? Must be {number} years ago, before I moved."),
                agent(
                    "Then I'd suggest the large inspection. It costs {price} including the small parts, and takes one working day.",
                ),
                caller("And what if you find something bigger?"),
                agent(
                    "We call before we do anything that costs more than you agreed to. What day suits you?",
                ),
                caller("{day} would be good, in the morning before work."),
                tool(r#"find_slot({"day": "{day}", "service": "large_inspection"})"#),
                result(r#"{"slots": ["07:45", "{hour}"]}"#),
                agent("On {day} I have a quarter to eight, or {hour}. Which one may I book?"),
                caller("A quarter to eight, please."),
                tool(r#"book_slot({"reference": "{order}", "day": "{day}", "time": "07:45"})"#),
                result(r#"{"booked": true}"#),
                agent(
                    "It's booked. Please bring the key of the lock, otherwise we can't take the wheel out.",
                ),
                caller("Do you have something to ride in the meantime?"),
                agent(
                    "We have four bicycles to lend, they're free for the day as long as there is one left. I've put your name on one.",
                ),
            ],
        },
        Scene {
            topic: "repair_status",
            opening: &[caller(
                "Hello, I brought my bike to you last week, is it ready by now?",
            )],
            matter: &[
                tool(r#"repair_status({"reference": "{order}"})"#),
                result(r#"{"state": "waiting_for_part", "part": "rear_hub", "eta": "{day}"}"#),
                agent(
                    "Not yet, I'm sorry. We're waiting for the rear hub, and the supplier has promised it for {day}.",
                ),
                caller("You said it would take two days. I've been taking the bus for a week now."),
                agent(
                    "I understand that this is annoying. We could fit a hub of another make that's on the shelf. It would cost {price} more.",
                ),
                caller("Is it any better? Or am I paying for your supplier's delay?"),
                agent(
                    "It's a little lighter, but you wouldn't feel a difference. As the delay is on our side, I can ask the master to let you have it at the old price.",
                ),
                caller("Please do ask."),
                tool(
                    r#"ask_workshop({"reference": "{order}", "question": "other hub at the agreed price"})"#,
                ),
                result(r#"{"answer": "yes", "ready": "{other_day}"}"#),
                agent(
                    "She says yes. You pay what we agreed on, and the bicycle is ready on {other_day} from {hour}.",
                ),
                caller("That's decent. I'll pick it up then."),
            ],
        },
        Scene {
            topic: "stolen_bicycle",
            opening: &[caller(
                "Hi, my bicycle was stolen last night and the insurance wants the frame number. Do you have it?",
            )],
            matter: &[
                agent(
                    "I'm sorry to hear that. If you bought it here or had it repaired here, the number is in our records.",
                ),
                caller("I bought it from you {number} years ago, a blue one with a basket."),
                tool(r#"frame_number({"reference": "{order}"})"#),
                result(r#"{"frame": "TW{number}48821", "price": "{price}", "colour": "blue"}"#),
                agent(
                    "Here it is. The frame number is T W {number} 4 8 8 2 1, and the price on the bill was {price}.",
                ),
                caller("Could I get the bill again too? They want to see what it was worth."),
                agent("Yes, I can send a copy of the bill with a stamp. Where should it go?"),
                caller("To {street}, on paper. The insurance is a bit old-fashioned."),
                tool(r#"send_copy({"reference": "{order}", "to": "{street}", "stamped": true})"#),
                result(r#"{"posted": "{day}"}"#),
                agent(
                    "It goes out on {day}. And if the bicycle turns up in a workshop, we'll see it, as the number is marked as stolen with us from now on.",
                ),
                caller("That gives me a little hope, at least."),
            ],
        },
    ],
};
