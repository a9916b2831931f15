//! Every spelling of a secret, and what is none.

use super::*;

const KEY: &str = r#"ck_Live_9"f2\A+/=&z"#;

fn spelled(letter: impl Fn(char) -> String) -> String {
    KEY.chars().map(letter).collect()
}

fn code(text: &str) -> String {
    let bytes = text.as_bytes();
    let padded = [bytes, &[0; 3]].concat();
    let mut code = base64(&padded, 0);
    code.truncate((bytes.len() * 8).div_ceil(6));
    String::from_utf8(code).unwrap()
}

/// Everything that a reader would know again.
fn spellings() -> Vec<String> {
    let quoted = serde_json::to_string(KEY).unwrap();
    let twice = serde_json::to_string(&quoted).unwrap();
    let mut all = vec![
        KEY.to_owned(),
        KEY.to_uppercase(),
        KEY.to_lowercase(),
        quoted[1..quoted.len() - 1].to_owned(),
        twice[3..twice.len() - 3].to_owned(),
        spelled(|c| format!("\\u{:04x}", c as u32)),
        spelled(|c| format!("\\u{:04X}", c as u32)),
        spelled(|c| format!("\\\\u{:04x}", c as u32)),
        spelled(|c| format!("\\x{:02x}", c as u32)),
        spelled(|c| format!("%{:02x}", c as u32)),
        spelled(|c| format!("%{:02X}", c as u32)),
        spelled(|c| format!("%25{:02X}", c as u32)),
        spelled(|c| {
            if c.is_alphanumeric() {
                c.into()
            } else {
                format!("%{:02x}", c as u32)
            }
        }),
        spelled(|c| format!("&#{};", c as u32)),
        spelled(|c| format!("&#x{:x};", c as u32)),
        KEY.replace('&', "&amp;").replace('"', "&quot;"),
    ];
    for between in [
        "\0",
        "\u{7}",
        "\u{1b}",
        "\u{1b}[31m",
        "\u{9b}1;2m",
        "\u{202e}",
        "\u{200b}",
        "\u{ad}",
        "\u{feff}",
        " ",
        "\n",
        "\r\n\t",
        "\u{85}",
        "\u{a0}",
        "\u{2028}\u{3000}",
    ] {
        all.push(spelled(|c| format!("{c}{between}")).trim_end().to_owned());
    }
    for before in ["", "a", "ab", "abc"] {
        let plain = code(&format!("{before}{KEY}"));
        all.push(plain.replace('+', "-").replace('/', "_"));
        all.push(plain.replace('+', "%2B").replace('/', "%2f"));
        all.push(plain);
    }
    all
}

#[test]
fn no_spelling_of_the_secret_is_left() {
    for spelling in spellings() {
        for (before, after) in [("", ""), ("you sent ", " to us"), ("key=<", ">;")] {
            let text = format!("{before}{spelling}{after}");
            let clean = redact(&text, KEY);
            assert_eq!(clean, format!("{before}{REDACTED}{after}"), "{text:?}");
        }
        let thrice = format!("{spelling}, {spelling}; {spelling}");
        assert_eq!(
            redact(&thrice, KEY).matches(REDACTED).count(),
            3,
            "{thrice:?}"
        );
    }
}

#[test]
fn base64_that_is_broken_into_lines_loses_what_the_secret_is_in() {
    let lines: String = code(KEY).chars().map(|c| format!("{c}\n")).collect();
    let clean = redact(&lines, KEY);
    let rest = clean.strip_prefix(REDACTED).unwrap();
    assert!(rest.trim().len() <= 1, "{clean}");
}

#[test]
fn everything_else_stays_as_it_is() {
    for text in [
        "",
        "ck_Live_",
        "ck_Live_9 and so on",
        "a\u{1b}[31mred\u{7}\u{202e}b\r\n",
        "100 % \\u00 &amp; &; % %2 %zz \\",
        "Grüße, 東京 🚲",
        &code("a secret of somebody else, and a long one"),
    ] {
        let Cow::Borrowed(same) = redact(text, KEY) else {
            panic!("{text:?}")
        };
        assert_eq!(same, text);
    }
}

#[test]
fn a_part_at_a_cut_goes_with_it_from_four_letters_on() {
    for spelling in [
        KEY.to_owned(),
        spelled(|c| format!("%{:02x}", c as u32)),
        code(KEY),
    ] {
        for end in 1..spelling.len() {
            let text = format!("sent: {}", &spelling[..end]);
            let clean = redact_cut(&text, KEY);
            let shown = clean.strip_prefix("sent: ").unwrap();
            assert!(
                shown == REDACTED || spelling.starts_with(shown) && shown.len() < 15,
                "{clean}"
            );
        }
    }
    assert_eq!(redact_cut("ck_L", KEY), REDACTED);
    assert_eq!(redact_cut("ck_", KEY), "ck_");
    assert_eq!(redact("ck_Live_9", KEY), "ck_Live_9", "nothing was cut");
}

#[test]
fn a_long_text_takes_one_pass() {
    let text = "c \\%25&".repeat(100_000);
    assert_eq!(redact(&text, "ccccccccccccccccc"), text);
}
