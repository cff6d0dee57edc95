/**
 * Uuencode as a transfer encoding (POSIX uuencode, historical algorithm): old fax gateways and accounting programs still
 * send it. Lines before "begin" and after "end" are none of the file's.
 */
import { Transform, type TransformCallback } from 'node:stream';

/** The names under which it goes. */
export function isUuencode(encoding: string | false): boolean {
  return encoding !== false && /^(x-)?(uuencode|uue)$/.test(encoding);
}

/** No line is longer: a length, and 63 bytes in groups of three that take four characters each. What is longer is cut. */
const lineMax = 1000;

/** Decodes the text written to it; damaged lines give what can be had of them, as all decoders do. */
export function createUudecoder(): Transform {
  let state: 'before' | 'inside' | 'after' = 'before';
  let rest = '';
  const decode = (line: string): Buffer | null => {
    if (state === 'before' && /^begin [0-7]{3,4} /.test(line)) state = 'inside';
    else if (state === 'inside' && line.startsWith('end')) state = 'after';
    else if (state === 'inside') return decodeLine(line);
    return null;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      const lines = (rest + chunk.toString('latin1')).split(/\r?\n/);
      rest = (lines.pop() ?? '').slice(0, lineMax);
      for (const line of lines) {
        const bytes = decode(line);
        if (bytes) this.push(bytes);
      }
      done();
    },
    flush(done) {
      const bytes = decode(rest.replace(/\r$/, ''));
      if (bytes) this.push(bytes);
      done();
    },
  });
}

function decodeLine(line: string): Buffer {
  const length = sextet(line, 0);
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let group = 0; group * 3 < length; group++) {
    const at = 1 + group * 4;
    const bits =
      (sextet(line, at) << 18) |
      (sextet(line, at + 1) << 12) |
      (sextet(line, at + 2) << 6) |
      sextet(line, at + 3);
    bytes.writeUIntBE(bits, group * 3, 3);
  }
  return bytes.subarray(0, length);
}

/** Space and backtick are both 0; trailing spaces are often lost on the way. */
function sextet(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return Number.isNaN(code) ? 0 : (code - 32) & 0x3f;
}
