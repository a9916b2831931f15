//! A shop for lamps that sells by post.

use super::{Scene, Trade, agent, caller, result, tool};

pub(super) const TRADE: Trade = Trade {
    agent_name: "Lumenquist order line",
    assistant_id: "asst_lumenquist_orders",
    prefix: "LQ",
    greeting: &[agent(
        "Welcome to Lumenquist, lamps for long evenings. I'm the automated order line, and calls are recorded to improve the service. What can I do for you?",
    )],
    scenes: &[
        Scene {
            topic: "order_status",
            opening: &[caller(
                "Hi, I ordered a floor lamp almost two weeks ago and there's still no sign of it.",
            )],
            matter: &[
                tool(r#"track_order({"order": "{order}"})"#),
                result(
                    r#"{"state": "in_transit", "carrier": "Northway", "eta": "{day}", "parcels": {number}}"#,
                ),
                agent(
                    "Your order {order} left our warehouse in {number} parcels and is with the carrier Northway. They expect to deliver it on {day}.",
                ),
                caller("Why {number} parcels? I ordered one lamp."),
                agent(
                    "The foot is very heavy, so it travels separately, and the shade and the bulbs are packed on their own so that nothing breaks.",
                ),
                caller("Makes sense. But on {day} I'm not at home until {hour}."),
                agent(
                    "I can ask Northway to come in the evening, or to leave the parcels with a neighbour. Which is better?",
                ),
                caller("In the evening please, the neighbours are on holiday."),
                tool(
                    r#"set_delivery_window({"order": "{order}", "day": "{day}", "from": "{hour}"})"#,
                ),
                result(r#"{"confirmed": true}"#),
                agent(
                    "It's confirmed. They'll come on {day} after {hour}, and the driver rings half an hour before.",
                ),
                caller("And if one of the parcels doesn't arrive?"),
                agent(
                    "Then you call us, and we send the missing part at once and at our cost. You don't have to wait for the carrier's search.",
                ),
            ],
        },
        Scene {
            topic: "broken_on_arrival",
            opening: &[caller(
                "Hello, my lamp came today and the glass shade is cracked right across.",
            )],
            matter: &[
                agent(
                    "Oh no, I'm sorry to hear that. Was the box damaged as well, or only the glass inside?",
                ),
                caller("The box looked fine. I only saw it when I unpacked the shade."),
                agent(
                    "Thank you. I can send a new shade, or we take the whole lamp back and you get your {price} in return. What would you like?",
                ),
                caller("I like the lamp, I'd just want a shade in one piece."),
                tool(r#"check_stock({"part": "shade_opal_40", "order": "{order}"})"#),
                result(r#"{"in_stock": {number}, "ships": "{day}"}"#),
                agent(
                    "We have {number} of them left. A new one can leave on {day}, and it costs you nothing.",
                ),
                caller("Do I have to send the broken one back? I don't want to post broken glass."),
                agent(
                    "No, please don't. A photograph is enough, you'll get a message with a link where you can upload it.",
                ),
                tool(
                    r#"create_replacement({"order": "{order}", "part": "shade_opal_40", "reason": "cracked"})"#,
                ),
                result(r#"{"replacement": "R-{order}", "link_sent": true}"#),
                agent("The replacement has been created. Its number is R-{order}."),
                caller("And if the next one is cracked too?"),
                agent(
                    "Then you get your money back for the whole lamp, if you wish so. I've noted that in your record.",
                ),
            ],
        },
        Scene {
            topic: "invoice_question",
            opening: &[caller(
                "Good morning, I need an invoice with my company's name on it, not mine.",
            )],
            matter: &[
                agent(
                    "I can change that. What is the exact name that should be on the invoice for {order}?",
                ),
                caller("{last} and Daughters, Limited. With the address {street}."),
                agent(
                    "So, {last} and Daughters, Limited, {street}. Do you have a tax number that should be printed as well?",
                ),
                caller("I do, but not with me. Can I hand that in later?"),
                agent(
                    "You can, within thirty days. After that the month is closed and we can't change an invoice any more.",
                ),
                tool(
                    r#"reissue_invoice({"order": "{order}", "company": "{last} and Daughters Ltd", "street": "{street}"})"#,
                ),
                result(r#"{"invoice": "I-{order}", "total": "{price}"}"#),
                agent(
                    "The new invoice over {price} has the number I-{order}, and the old one is void.",
                ),
                caller(
                    "Is that with or without delivery? The first one had delivery as an extra line.",
                ),
                agent(
                    "It's with delivery. The line for delivery is still there, it's number {number} on the list.",
                ),
                caller("And the date, is that today or the day of the order?"),
                agent(
                    "The date of the invoice is today, and the day of the order is printed below it. Your bookkeeper needs both.",
                ),
            ],
        },
    ],
};
