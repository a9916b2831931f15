//! Large bodies of white space, plain and gzipped.

use bytes::Bytes;

const MEBIBYTE: usize = 1 << 20;

/// `mebibytes` MiB of spaces.
pub(crate) fn spaces(mebibytes: usize) -> Bytes {
    vec![b' '; mebibytes * MEBIBYTE].into()
}

/// The same spaces as a gzip file of about 1/158 of the size.
///
/// The deflate stream holds one space and then copies of what came before it, in the fixed code of RFC 1951.
pub(crate) fn gzip_of_spaces(mebibytes: usize) -> Bytes {
    let size = mebibytes.max(1) * MEBIBYTE;
    let mut bits = Bits::default();
    bits.push(0b011, 3); // the last block, fixed code
    bits.push_code(0x30 + u32::from(b' '), 8);
    let mut rest = size - 1;
    while rest >= 258 {
        bits.push_code(0b1100_0101, 8); // copy 258 bytes …
        bits.push_code(0, 5); // … from one byte back
        rest -= 258;
    }
    for _ in 0..rest {
        bits.push_code(0x30 + u32::from(b' '), 8);
    }
    bits.push_code(0, 7); // end of block
    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    file.append(&mut bits.finish());
    file.extend(crc32_of_spaces(size).to_le_bytes());
    file.extend((size as u32).to_le_bytes());
    file.into()
}

/// Bits, the lowest first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, bits: u32, count: u32) {
        self.held |= bits << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// Codes are sent from their highest bit.
    fn push_code(&mut self, code: u32, count: u32) {
        self.push(code.reverse_bits() >> (32 - count), count);
    }

    fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.held as u8);
        }
        self.bytes
    }
}

fn crc32_of_spaces(size: usize) -> u32 {
    let mut table = [0_u32; 256];
    for (n, entry) in table.iter_mut().enumerate() {
        *entry = (0..8).fold(n as u32, |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        });
    }
    let step = |crc: u32| (crc >> 8) ^ table[((crc ^ u32::from(b' ')) & 0xff) as usize];
    !(0..size).fold(u32::MAX, |crc, _| step(crc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bomb_is_small_and_well_formed() {
        let file = gzip_of_spaces(4);
        assert!(file.len() < 4 * MEBIBYTE / 100, "{} bytes", file.len());
        assert_eq!(&file[..3], [0x1f, 0x8b, 8]);
        let size = u32::from_le_bytes(file[file.len() - 4..].try_into().unwrap());
        assert_eq!(size as usize, 4 * MEBIBYTE);
    }

    #[test]
    fn the_checksum_is_the_usual_one() {
        // CRC-32 of eight spaces, as any other implementation gives it.
        assert_eq!(crc32_of_spaces(8), 0xa311_4325);
    }
}
