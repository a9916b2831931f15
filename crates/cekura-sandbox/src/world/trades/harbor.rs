//! The front desk of a hotel by the water.

use super::{Scene, Trade, agent, caller, result, tool};

pub(super) const TRADE: Trade = Trade {
    agent_name: "Harbor House front desk",
    assistant_id: "asst_harbor_frontdesk",
    prefix: "HB",
    greeting: &[agent(
        "Good day, this is the front desk of Harbor House, you're speaking with the assistant. This call may be recorded. How can I help you?",
    )],
    scenes: &[
        Scene {
            topic: "booking_change",
            opening: &[caller(
                "Hello. I have a room booked with you, and I'm afraid I have to move it to another day.",
            )],
            matter: &[
                agent(
                    "You have a double room with a view of the pier, arriving on {day}, for {number} nights. Which day would suit you instead?",
                ),
                caller(
                    "Could I come on {other_day}? The length of the stay is the same, {number} nights.",
                ),
                agent("Let me see what is free from {other_day}."),
                tool(
                    r#"check_rooms({"arrival": "{other_day}", "nights": {number}, "type": "double_pier"})"#,
                ),
                result(r#"{"free": 3, "price_per_night": "{price}"}"#),
                agent(
                    "There are three rooms of that kind left. The price is {price} a night, which is the same as before, and there is no fee as you're more than two days ahead.",
                ),
                caller("Wonderful. Does breakfast still come with it?"),
                agent(
                    "It does, from seven to half past ten in the winter garden. Shall I make the change?",
                ),
                caller("Yes please, go ahead."),
                tool(r#"move_booking({"reference": "{order}", "arrival": "{other_day}"})"#),
                result(r#"{"moved": true, "reference": "{order}"}"#),
                agent(
                    "Your stay now begins on {other_day}. You can check in from three in the afternoon.",
                ),
                caller("And what if my train is late? I may arrive close to midnight."),
                agent(
                    "That's no trouble, the night porter is here. I've put a note on the booking, so that the room is kept for you.",
                ),
            ],
        },
        Scene {
            topic: "late_checkout",
            opening: &[caller(
                "Hi, I'm staying in the house at the moment and I'd like to keep my room a little longer on the last day.",
            )],
            matter: &[
                agent(
                    "I can check that. Until what time would you like to keep the room on {day}?",
                ),
                caller(
                    "My ferry leaves at {hour}, so until about two hours before that would be ideal.",
                ),
                tool(
                    r#"late_checkout({"reference": "{order}", "day": "{day}", "until": "14:00"})"#,
                ),
                result(r#"{"possible": true, "fee": "{price}"}"#),
                agent(
                    "You can keep the room until two in the afternoon. There would be a fee of {price} for that. Is that all right for you?",
                ),
                caller(
                    "That's rather a lot for three hours. Is there nothing you can do about it?",
                ),
                agent(
                    "I understand. Members of our guest club pay half, and joining is free. I could put you down right now if you like.",
                ),
                caller(
                    "Half is better. What do I sign up for, exactly? I don't want a letter every week.",
                ),
                agent(
                    "You get one message a season, and you can leave the club at any time. Nothing else is connected with it.",
                ),
                caller("All right then, put me down."),
                tool(r#"join_guest_club({"reference": "{order}", "phone": "{phone}"})"#),
                result(r#"{"member": true, "discount": 0.5}"#),
                agent(
                    "You're a member now, and the late departure is booked at half the price. Your key card works until two.",
                ),
                caller("And can I leave my bags with you afterwards?"),
                agent(
                    "Certainly, the luggage room is next to the stairs and is watched until ten in the evening.",
                ),
            ],
        },
        Scene {
            topic: "noise_complaint",
            opening: &[caller(
                "Good evening. I have to complain, the room above mine has been loud for hours.",
            )],
            matter: &[
                agent(
                    "I'm very sorry about that, and thank you for telling us. How long has it been going on?",
                ),
                caller(
                    "Since about {hour}. It sounds as if they were moving furniture, and the children can't sleep.",
                ),
                agent(
                    "That is not how an evening with us should be. I can send the night manager up, or I can move you to a quieter room. What would you prefer?",
                ),
                caller(
                    "We are {number} people with all our luggage. Moving at this hour would be a nightmare.",
                ),
                agent("I understand. Then I'll ask the night manager to go there at once."),
                tool(
                    r#"page_night_manager({"reason": "noise", "reference": "{order}", "urgent": true})"#,
                ),
                result(r#"{"accepted": true, "minutes": 5}"#),
                agent(
                    "He's on his way and will be there within five minutes. Would you like him to call you afterwards?",
                ),
                caller("A short call, yes. And I'd expect something off the bill for tonight."),
                agent(
                    "I can't decide on refunds myself, but I've noted your wish, and the duty manager will ring you before noon tomorrow.",
                ),
                caller("Before noon. I'll hold you to that."),
                agent(
                    "You may. If it's still loud in fifteen minutes, please call again and I'll find you the quiet room on the courtyard side.",
                ),
            ],
        },
    ],
};
