// Decoders that are wrong, each in one way, beside one that is right: what the fuzzer must find.
import type { Decoder, Verdict } from '../src/decoder.ts';

const SIZED = 4;

/** length u32 ‖ so many bytes. */
function sized(name: string, decode: (bytes: Uint8Array, length: number) => Verdict | Promise<Verdict>): Decoder {
  return {
    name,
    form: 'bytes',
    covers: [],
    samples: (chance) =>
      Array.from({ length: 8 }, () => {
        const body = chance.bytes(chance.below(40));
        const bytes = new Uint8Array(SIZED + body.length);
        new DataView(bytes.buffer).setUint32(0, body.length);
        bytes.set(body, SIZED);
        return { bytes, seams: [{ at: 0, size: SIZED, counts: true }] };
      }),
    decode(bytes) {
      if (bytes.length < SIZED) return { taken: false };
      return decode(bytes, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
    },
  };
}

const whole = (bytes: Uint8Array, length: number): Verdict =>
  bytes.length === SIZED + length ? { taken: true, again: bytes.slice() } : { taken: false };

const right = sized('planted/right', whole);

const throws = sized('planted/throws', (bytes, length) => {
  if (length > bytes.length) throw new TypeError('cannot read what is not there');
  return whole(bytes, length);
});

const rejects = sized('planted/rejects', async (bytes, length) => {
  await Promise.resolve();
  if (length > bytes.length) throw new TypeError('cannot read what is not there');
  return whole(bytes, length);
});

const hangs = sized('planted/hangs', (bytes, length) => {
  for (let at = SIZED; at !== SIZED + length; at++) if (at > bytes.length) at--;
  return whole(bytes, length);
});

/** Ends, but after time that grows with the square of a number in the input. */
const slow = sized('planted/slow', (bytes, length) => {
  let sum = 0;
  for (let i = 0; i < Math.min(length, 70_000); i++) for (let k = 0; k < Math.min(length, 70_000); k++) sum += i ^ k;
  return sum === -1 ? { taken: false } : whole(bytes, length);
});

const allocates = sized('planted/allocates', (bytes, length) => {
  const body = new Uint8Array(Math.min(length, 1 << 28));
  return body.length === 0 ? { taken: false } : whole(bytes, length);
});

/** The same on the heap, a little at a time. */
const collects = sized('planted/collects', (bytes, length) => {
  const list: { readonly at: number }[] = [];
  for (let at = 0; at < Math.min(length, 300_000); at++) list.push({ at });
  return list.length === 7 ? { taken: false } : whole(bytes, length);
});

const dies = sized('planted/dies', (bytes, length) => {
  const kept: unknown[] = [];
  while (length > 1 << 20) kept.push(Array.from({ length: 1 << 16 }, () => ({ kept })));
  return whole(bytes, length);
});

/** Takes trailing bytes, which its encoder would not write. */
const twoEncodings = sized('planted/twoEncodings', (bytes, length) =>
  bytes.length < SIZED + length ? { taken: false } : { taken: true, again: bytes.slice(0, SIZED + length) },
);

export const decoders: readonly Decoder[] = [
  right,
  throws,
  rejects,
  hangs,
  slow,
  allocates,
  collects,
  dies,
  twoEncodings,
];
