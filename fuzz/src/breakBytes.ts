// Ways to break bytes. All of them keep most of a valid input, so that what is wrong lies deep.
import type { Chance } from './chance.ts';
import type { Sample, Seam } from './decoder.ts';

type Break = (sample: Sample, other: Sample, chance: Chance, bytesMax: number) => Uint8Array;

/** The sample after one to four of them. Once a field has moved, its seams are no longer where they were, which is as good. */
export function breakBytes(sample: Sample, other: Sample, chance: Chance, bytesMax: number): Uint8Array {
  let now = sample;
  for (let left = 1 + chance.below(chance.once(3) ? 4 : 1); left > 0; left--) {
    const bytes = chance.pick(BREAKS)(now, other, chance, bytesMax);
    now = { ...sample, bytes: bytes.length > bytesMax ? bytes.subarray(0, bytesMax) : bytes };
  }
  return now.bytes;
}

const flipBit: Break = ({ bytes }, _, chance) =>
  changed(bytes, (copy) => {
    const at = chance.below(copy.length);
    copy[at] = (copy[at] as number) ^ (1 << chance.below(8));
  });

const setByte: Break = ({ bytes }, _, chance) =>
  changed(bytes, (copy) => void (copy[chance.below(copy.length)] = chance.word() >>> 24));

const fill: Break = (sample, _, chance) => {
  const { at, size } = stretch(sample, chance);
  return changed(sample.bytes, (copy) => copy.fill(chance.pick([0, 0xff, 0x80, 0x7f]), at, at + size));
};

const truncate: Break = ({ bytes }, _, chance) => bytes.slice(0, chance.below(bytes.length + 1));

const extend: Break = ({ bytes }, _, chance) =>
  joined(bytes, chance.once(2) ? new Uint8Array(1 + chance.below(40)) : chance.bytes(1 + chance.below(40)));

const splice: Break = (sample, other, chance) => {
  const from = cut(sample, chance);
  return joined(sample.bytes.subarray(0, from), other.bytes.subarray(cut(other, chance)));
};

const putIn: Break = (sample, other, chance) => {
  const at = cut(sample, chance);
  const { at: start, size } = stretch(other, chance);
  return joined(sample.bytes.subarray(0, at), other.bytes.subarray(start, start + size), sample.bytes.subarray(at));
};

const drop: Break = (sample, _, chance) => {
  const { at, size } = stretch(sample, chance);
  return joined(sample.bytes.subarray(0, at), sample.bytes.subarray(at + size));
};

const double: Break = (sample, _, chance, bytesMax) => {
  const { at, size } = stretch(sample, chance);
  const part = sample.bytes.subarray(at, at + size);
  const times = chance.once(8) ? Math.floor(bytesMax / Math.max(1, size)) : 1;
  const parts = Array.from({ length: Math.min(times, 1 + chance.below(2000)) }, () => part);
  return joined(sample.bytes.subarray(0, at + size), ...parts, sample.bytes.subarray(at + size));
};

const exchange: Break = (sample, _, chance) => {
  const [a, b] = [stretch(sample, chance), stretch(sample, chance)].sort((x, y) => x.at - y.at) as [Place, Place];
  const { bytes } = sample;
  if (a.at + a.size > b.at) return flipBit(sample, sample, chance, 0);
  return joined(
    bytes.subarray(0, a.at),
    bytes.subarray(b.at, b.at + b.size),
    bytes.subarray(a.at + a.size, b.at),
    bytes.subarray(a.at, a.at + a.size),
    bytes.subarray(b.at + b.size),
  );
};

/** A number where there may be a length or a count: extremes, and what is one off. */
const number: Break = (sample, _, chance) => {
  const { bytes, seams = [] } = sample;
  const counts = seams.filter((seam) => seam.counts && seam.at + seam.size <= bytes.length);
  const seam: Seam | undefined = counts.length > 0 && !chance.once(3) ? chance.pick(counts) : undefined;
  const size = seam?.size ?? chance.pick([1, 2, 4, 8]);
  if (bytes.length < size) return bytes;
  const at = seam?.at ?? chance.below(bytes.length - size + 1);
  const little = seam === undefined && chance.once(2);
  return changed(bytes, (copy) => {
    const place = copy.subarray(at, at + size);
    const before = read(little ? place.slice().reverse() : place);
    const value = BigInt.asUintN(8 * size, chance.pick(NUMBERS)(before, bytes.length - at - size, 8 * size));
    for (let i = 0; i < size; i++) place[little ? i : size - 1 - i] = Number((value >> BigInt(8 * i)) & 0xffn);
  });
};

const NUMBERS: readonly ((before: bigint, left: number, bits: number) => bigint)[] = [
  () => -1n,
  () => 0n,
  () => 1n,
  (before) => before + 1n,
  (before) => before - 1n,
  (before) => 2n * before,
  (_, left) => BigInt(left),
  (_, left) => BigInt(left) + 1n,
  (_, left) => BigInt(left) - 1n,
  (_, __, bits) => 1n << BigInt(bits - 1),
  (_, __, bits) => (1n << BigInt(bits - 1)) - 1n,
  (_, __, bits) => 1n << BigInt(bits >> 1),
  (_, left) => BigInt(left >> 4),
];

/** LEB128 and the like: a longer spelling of the same number. */
const respell: Break = ({ bytes }, _, chance) => {
  if (bytes.length === 0) return bytes;
  const at = chance.below(bytes.length);
  const byte = bytes[at] as number;
  const tail = chance.once(2) ? [0] : [0x80, 0];
  return joined(bytes.subarray(0, at), Uint8Array.of(byte | 0x80, ...tail), bytes.subarray(at + 1));
};

const noise: Break = (_, __, chance) => chance.bytes(chance.below(200));

const BREAKS: readonly Break[] = [
  flipBit,
  flipBit,
  setByte,
  setByte,
  fill,
  truncate,
  truncate,
  extend,
  splice,
  splice,
  putIn,
  drop,
  double,
  exchange,
  number,
  number,
  number,
  respell,
  noise,
];

interface Place {
  readonly at: number;
  readonly size: number;
}

/** A whole field where some are known, else anything. */
function stretch({ bytes, seams = [] }: Sample, chance: Chance): Place {
  if (seams.length > 0 && !chance.once(3)) {
    const first = chance.below(seams.length);
    const last = Math.min(seams.length - 1, first + (chance.once(3) ? chance.below(6) : 0));
    const { at } = seams[first] as Seam;
    const end = (seams[last] as Seam).at + (seams[last] as Seam).size;
    if (end <= bytes.length) return { at, size: end - at };
  }
  const at = chance.below(bytes.length + 1);
  return { at, size: chance.below(Math.min(bytes.length - at, chance.once(4) ? bytes.length : 40) + 1) };
}

function cut({ bytes, seams = [] }: Sample, chance: Chance): number {
  const seam = seams.length > 0 && !chance.once(3) ? chance.pick(seams).at : bytes.length + 1;
  return seam <= bytes.length ? seam : chance.below(bytes.length + 1);
}

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => unknown): Uint8Array {
  const copy = bytes.slice();
  if (copy.length > 0) change(copy);
  return copy;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function read(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}
