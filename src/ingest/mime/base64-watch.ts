/** Watches base64 go by, because decoders skip what they do not know and so hide that a part is damaged or cut. */
export interface Base64Watch {
  see(chunk: Uint8Array): void;
  /** Whether something other than base64 was in it, or its length cannot be that of whole bytes. */
  isDamaged(): boolean;
}

const other = 0;
const digit = 1;
const pad = 2;
const blank = 3;
const kinds = kindsOfBytes();

export function watchBase64(): Base64Watch {
  let characters = 0;
  let padding = 0;
  let strange = 0;
  return {
    see(chunk) {
      for (const byte of chunk) {
        const kind = kinds[byte];
        if (kind === digit) characters += 1;
        else if (kind === pad) padding += 1;
        else if (kind === other) strange += 1;
      }
    },
    isDamaged() {
      // Left-out padding is common and harmless; a single leftover character cannot be a byte.
      return (
        strange > 0 ||
        padding > 2 ||
        characters % 4 === 1 ||
        (padding > 0 && (characters + padding) % 4 !== 0)
      );
    },
  };
}

function kindsOfBytes(): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
    table[character.charCodeAt(0)] = digit;
  }
  table['='.charCodeAt(0)] = pad;
  for (const character of ' \t\r\n') table[character.charCodeAt(0)] = blank;
  return table;
}
