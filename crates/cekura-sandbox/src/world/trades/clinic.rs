//! The reception of a dental practice.

use super::{Scene, Trade, agent, caller, result, tool};

pub(super) const TRADE: Trade = Trade {
    agent_name: "Saltcliff dental reception",
    assistant_id: "asst_saltcliff_reception",
    prefix: "SC",
    greeting: &[agent(
        "Saltcliff dental practice, this is the reception's assistant. If this is an emergency, please say so at once. Otherwise, how can I help you?",
    )],
    scenes: &[
        Scene {
            topic: "new_appointment",
            opening: &[caller(
                "Good morning. I'd like to come in for a check-up, it's been a while.",
            )],
            matter: &[
                agent(
                    "With pleasure. Have you got any pain at the moment, or is it only the yearly check-up?",
                ),
                caller("No pain. A filling feels a bit rough, but that's all."),
                agent(
                    "Then I'll plan {number}0 minutes, so that the doctor can polish it right away. Do mornings or afternoons suit you better?",
                ),
                caller("Afternoons. I work until {hour} most days."),
                tool(r#"free_times({"minutes": {number}0, "part_of_day": "afternoon"})"#),
                result(r#"{"times": ["{day} 16:20", "{other_day} 17:00"]}"#),
                agent("I can offer {day} at twenty past four, or {other_day} at five."),
                caller("{other_day} at five sounds good. Is that with Doctor Arnason?"),
                agent(
                    "On that day it would be Doctor Bellweather. Doctor Arnason is here on {day}.",
                ),
                caller("Then I'd rather take {day}. I've known her since I was small."),
                tool(
                    r#"book_time({"reference": "{order}", "time": "{day} 16:20", "doctor": "Arnason"})"#,
                ),
                result(r#"{"booked": true}"#),
                agent(
                    "You're booked with Doctor Arnason on {day} at twenty past four. Please come ten minutes early for the form.",
                ),
                caller("Which form is that? I filled in so many last time."),
                agent("Only the one about medicines. It has to be renewed every year."),
            ],
        },
        Scene {
            topic: "cancellation",
            opening: &[caller(
                "Hello, I have to cancel my appointment, my little one has a fever.",
            )],
            matter: &[
                agent(
                    "Oh, I hope it's nothing serious. Your appointment is on {day} at {hour}. Shall I cancel it, or move it?",
                ),
                caller("Is there a fee when I cancel so late?"),
                agent(
                    "Within twenty-four hours there is normally a fee of {price}. For a sick child we don't charge it.",
                ),
                caller("That's kind. Then please move it, maybe to {other_day}?"),
                tool(r#"move_time({"reference": "{order}", "to": "{other_day}"})"#),
                result(r#"{"moved": true, "time": "{hour}"}"#),
                agent(
                    "It worked. You're now down for {other_day} at {hour}, with the same doctor.",
                ),
                caller("Will I still get the reminder? I rely on those."),
                agent("Yes, you get a text message the day before, to {phone}."),
                caller(
                    "Perfect. And could the second appointment, the one for cleaning, stay where it is?",
                ),
                agent("It stays. That one is in {number} weeks, and I haven't touched it."),
            ],
        },
        Scene {
            topic: "toothache",
            opening: &[caller(
                "Hi, I've had a bad toothache since last night. Can I come in today?",
            )],
            matter: &[
                agent(
                    "I'm sorry, that sounds unpleasant. On a scale from one to ten, how strong is the pain right now?",
                ),
                caller("About {number}, but it was worse in the night. It throbs."),
                agent("Is your cheek swollen, do you have a fever, or is it hard to swallow?"),
                caller("A little swollen, yes. No fever, and I can swallow."),
                tool(r#"triage({"pain": {number}, "swelling": true, "fever": false})"#),
                result(r#"{"urgency": "same_day", "slot": "{hour}"}"#),
                agent(
                    "With a swelling you should be seen today. There is a time at {hour}. Can you make that?",
                ),
                caller("I can. Should I take something until then?"),
                agent(
                    "I can't give medical advice, but please don't take anything that thins the blood, and tell the doctor what you have taken already.",
                ),
                caller("I had one tablet at six in the morning."),
                tool(
                    r#"book_emergency({"reference": "{order}", "time": "{hour}", "note": "one tablet at 06:00"})"#,
                ),
                result(r#"{"booked": true}"#),
                agent(
                    "I've noted that. You're booked for {hour}. If you get a fever or can't breathe well, call the emergency number at once.",
                ),
                caller("Understood, thanks."),
            ],
        },
    ],
};
