// Byte-level vocabularies are written in an alphabet of 256 visible letters, one for each byte: the printable ones of
// Latin-1 stand for themselves, the other 68 (space, controls …) for U+0100 onwards, in order. A space is "Ġ".

const LETTER_OF_BYTE: readonly number[] = letters();
const BYTE_OF_LETTER = new Int16Array(0x180).fill(-1);
for (const [byte, letter] of LETTER_OF_BYTE.entries()) BYTE_OF_LETTER[letter] = byte;

function letters(): number[] {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const visible = (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
    return visible ? byte : next++;
  });
}

/** The letter that stands for a byte. */
export function letterOf(byte: number): string {
  return String.fromCharCode(LETTER_OF_BYTE[byte]!);
}

/** The word that stands for bytes. */
export function lettersOf(bytes: Uint8Array): string {
  let word = "";
  for (const byte of bytes) word += String.fromCharCode(LETTER_OF_BYTE[byte]!);
  return word;
}

/** The byte that a UTF-16 unit stands for, or -1. */
export function byteOf(unit: number): number {
  return unit < BYTE_OF_LETTER.length ? BYTE_OF_LETTER[unit]! : -1;
}
