import { getRandomValues } from 'node:crypto';
import { V7Generator } from 'uuidv7';

/** Asking for random numbers takes longer than making ids of them, so that many are fetched. */
const randoms = new Uint32Array(1_024);
let used = randoms.length;

const generator = new V7Generator({
  nextUint32() {
    if (used === randoms.length) {
      getRandomValues(randoms);
      used = 0;
    }
    used += 1;
    return randoms[used - 1] as number;
  },
});

/** A new UUIDv7 (RFC 9562): sortable by time of creation. */
export function createId(): string {
  return write(generator.generate().bytes);
}

const DIGITS = Buffer.from('0123456789abcdef');
const written = Buffer.from('00000000-0000-0000-0000-000000000000');
/** Where each byte's two digits stand. */
const PLACES = Array.from(written.toString().matchAll(/00/g), ({ index }) => index);

/** The package puts the text together digit by digit, which takes three times as long. */
function write(bytes: Uint8Array): string {
  for (let index = 0; index < PLACES.length; index += 1) {
    const byte = bytes[index] as number;
    const place = PLACES[index] as number;
    written[place] = DIGITS[byte >> 4] as number;
    written[place + 1] = DIGITS[byte & 15] as number;
  }
  return written.toString('latin1');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** Ids of requests: unique over processes and restarts, and cheap, since every read gets one. */
export function createRequestIds(): () => string {
  const process = createId().slice(-12);
  let count = 0;
  return () => {
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}
