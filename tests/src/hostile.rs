//! A server whose replies fill the memory of their reader. Memory is measured on Linux only.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;

/// The memory limit of a program for any reply, in KiB.
pub const LIMIT: u64 = 96 << 10;

/// How many requests are answered with each size in turn.
pub const REQUESTS: usize = 4;

/// The sizes of the replies: too small to be weighed, some that may be decoded, just below the limit for bodies.
pub const SIZES: [usize; 8] = [
    60 << 10,
    250 << 10,
    420 << 10,
    800 << 10,
    1_500 << 10,
    3 << 20,
    6 << 20,
    (16 << 20) - 4096,
];

/// One way to fill memory.
#[derive(Clone, Copy, Debug)]
pub struct Reply {
    /// What it is.
    pub name: &'static str,
    status: u16,
    gzip: bool,
    endless: bool,
    /// The field of a call log that is filled; none for the list that the reply is or has.
    field: Option<(&'static str, &'static str)>,
    /// What is repeated; `#` becomes a number.
    unit: &'static [u8],
}

const fn list(name: &'static str, unit: &'static str) -> Reply {
    Reply {
        name,
        status: 200,
        gzip: false,
        endless: false,
        field: None,
        unit: unit.as_bytes(),
    }
}

const fn field(
    name: &'static str,
    before: &'static str,
    unit: &'static [u8],
    after: &'static str,
) -> Reply {
    Reply {
        field: Some((before, after)),
        unit,
        ..list(name, "")
    }
}

/// All ways.
pub const REPLIES: [Reply; 27] = [
    list("empty entries", "{},"),
    list("entries that are null", "null,"),
    list("small entries", r#"{"id":1},"#),
    list(
        "entries with lists",
        r#"{"metrics":[{}],"transcript_object":[{}]},"#,
    ),
    field(
        "empty metrics",
        r#""evaluation":{"metrics":["#,
        b"{},",
        "{}]}",
    ),
    field(
        "metrics with a field",
        r#""evaluation":{"metrics":["#,
        br#"{"x":0},"#,
        "{}]}",
    ),
    field("empty turns", r#""transcript_object":["#, b"{},", "{}]"),
    field(
        "turns that are numbers",
        r#""transcript_object":["#,
        b"0,",
        "0]",
    ),
    field("many unknown fields", "", br#""u#":0,"#, r#""z":0"#),
    field(
        "small unknown objects",
        r#""unknown":["#,
        br#"{"a":0},"#,
        "0]",
    ),
    field("small unknown lists", r#""unknown":["#, b"[0],", "0]"),
    field("unknown numbers", r#""unknown":["#, b"0,", "0]"),
    field("small unknown texts", r#""unknown":["#, br#""a","#, "0]"),
    field(
        "objects where text belongs",
        r#""topic":["#,
        br#"{"a":0},"#,
        "0]",
    ),
    field(
        "objects where numbers belong",
        r#""agent":["#,
        br#"{"a":0},"#,
        "0]",
    ),
    field(
        "lists inside text",
        r#""critical_categories":"["#,
        b"{},",
        r#"{}]""#,
    ),
    field(
        "a long text",
        r#""transcript":""#,
        b"All our lines are busy. ",
        r#"""#,
    ),
    field(
        "a text of escapes",
        r#""transcript":""#,
        br"\n\u0041",
        r#"""#,
    ),
    field("half characters", r#""transcript":""#, br"\ud83d", r#"""#),
    field(
        "bytes that are no UTF-8",
        r#""transcript":""#,
        b"\xff",
        r#"""#,
    ),
    field("control characters", r#""transcript":""#, b"\x01", r#"""#),
    field("words that are no JSON", r#""unknown":["#, b"NaN,", "0]"),
    field("deep lists", r#""unknown":"#, b"[", ""),
    field("deep objects", r#""unknown":"#, br#"{"a":"#, "0"),
    Reply {
        gzip: true,
        endless: true,
        ..list("compressed entries without end", "{},")
    },
    Reply {
        endless: true,
        ..list("entries without end", r#"{"id":1},"#)
    },
    Reply {
        status: 500,
        endless: true,
        ..list("an error of messages without end", r#""no","#)
    },
];

impl Reply {
    /// Answers every request in this way, on a free port, until the process ends. Returns the address.
    ///
    /// # Panics
    /// If no port is free.
    #[must_use]
    pub fn serve(self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        thread::spawn(move || {
            for (n, stream) in listener.incoming().enumerate() {
                let size = match self.endless {
                    true => usize::MAX,
                    false => SIZES[n / REQUESTS % SIZES.len()],
                };
                // Whoever has enough of a reply hangs up.
                let _ = stream.and_then(|stream| self.answer(stream, size));
            }
        });
        url
    }

    fn answer(self, mut stream: TcpStream, size: usize) -> io::Result<()> {
        let target = receive(&stream)?;
        let encoding = if self.gzip {
            "content-encoding: gzip\r\n"
        } else {
            ""
        };
        write!(
            stream,
            "HTTP/1.1 {} -\r\ncontent-type: application/json\r\n{encoding}connection: close\r\n\r\n",
            self.status
        )?;
        let (before, after) = self.around(&target);
        if self.gzip {
            let mut packed = GzEncoder::new(&mut stream, Compression::fast());
            self.fill(&mut packed, &before, &after, size)?;
            packed.finish()?;
        } else {
            self.fill(&mut stream, &before, &after, size)?;
        }
        stream.flush()
    }

    /// What stands around the units in the reply to a request for `target`.
    fn around(self, target: &str) -> (String, String) {
        let list = match target.split('?').next().unwrap_or_default() {
            "/observability/v2/call-logs/" => (r#"{"results":["#, "]}"),
            path if path.starts_with("/observability/v2/call-logs/") => ("", ""),
            "/test_framework/billing/info/" => ("", ""),
            _ => ("[", "]"),
        };
        let log = r#"{"id":5001,"status":"success","credits_remaining":"1.0","#;
        match (self.field, list.0) {
            (None, "") => (format!(r#"{log}"transcript_object":["#), "0]}".to_owned()),
            (None, _) => (list.0.to_owned(), format!("{{}}{}", list.1)),
            (Some((before, after)), _) => (
                format!("{}{log}{before}", list.0),
                format!("{after}}}{}", list.1),
            ),
        }
    }

    fn fill(self, out: &mut impl Write, before: &str, after: &str, size: usize) -> io::Result<()> {
        out.write_all(before.as_bytes())?;
        let numbered = self.unit.iter().position(|byte| *byte == b'#');
        let (mut part, mut left, mut n) = (self.unit.repeat((64 << 10) / self.unit.len()), size, 0);
        while left > 0 {
            if let Some(at) = numbered {
                part.clear();
                while part.len() < 64 << 10 {
                    part.extend_from_slice(&self.unit[..at]);
                    write!(part, "{n}")?;
                    part.extend_from_slice(&self.unit[at + 1..]);
                    n += 1;
                }
            }
            out.write_all(&part)?;
            left = left.saturating_sub(part.len());
        }
        out.write_all(after.as_bytes())
    }
}

/// Reads a whole request, and returns its target.
fn receive(stream: &TcpStream) -> io::Result<String> {
    let mut reader = BufReader::new(stream);
    let (mut line, mut target, mut length) = (String::new(), String::new(), 0);
    while reader.read_line(&mut line)? > 2 {
        let lower = line.to_ascii_lowercase();
        if target.is_empty() {
            target = line.split(' ').nth(1).unwrap_or_default().to_owned();
        } else if let Some(value) = lower.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    reader.read_exact(&mut vec![0; length])?;
    Ok(target)
}

/// Returns the peak memory of a process so far, in KiB. `None` when it has ended, and on other systems than Linux.
#[must_use]
pub fn peak(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
