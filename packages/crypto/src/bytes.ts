// Byte strings: hex, joining, fixed-width integers, comparison. Engine bytes are little endian, chain records big endian.

export type Hex = `0x${string}`;

/** Lower-case hex with 0x. */
export function toHex(bytes: Uint8Array): Hex {
  if (native.toHex) return `0x${native.toHex.call(bytes)}`;
  let text = '';
  for (const byte of bytes) text += HEX_OF_BYTE[byte];
  return `0x${text}`;
}

/** The bytes of `0x…` in either case, or undefined where it is no hex of whole bytes. */
export function fromHex(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0 || !hex.startsWith('0x')) return undefined;
  const bytes = new Uint8Array((hex.length - 2) / 2);
  if (native.setFromHex) return readNatively(bytes, hex);
  for (let i = 0; i < bytes.length; i++) {
    const high = VALUE_OF_DIGIT[hex.charCodeAt(2 + 2 * i)] ?? NO_DIGIT;
    const low = VALUE_OF_DIGIT[hex.charCodeAt(3 + 2 * i)] ?? NO_DIGIT;
    if (high === NO_DIGIT || low === NO_DIGIT) return undefined;
    bytes[i] = 16 * high + low;
  }
  return bytes;
}

function readNatively(bytes: Uint8Array, hex: string): Uint8Array | undefined {
  try {
    native.setFromHex?.call(bytes, hex.slice(2));
    return bytes;
  } catch {
    return undefined;
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return concatAll(parts);
}

/** Of a list as long as somebody else made it: as arguments, a hundred thousand parts are more than a stack holds. */
export function concatAll(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Equality in time that depends on the lengths alone. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

/** Lexicographic order, as for sorting; shorter first where one is a prefix of the other. Not constant time. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** `value` in `width` bytes, least significant first; a value that does not fit is the caller's mistake. */
export function uintLE(value: bigint | number, width: number): Uint8Array {
  let rest = BigInt(value);
  if (rest < 0n || rest >> BigInt(8 * width) !== 0n) throw new RangeError(`does not fit ${width} bytes`);
  const bytes = new Uint8Array(width);
  for (let i = 0; i < width; i++) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

/** `value` in `width` bytes, most significant first. */
export function uintBE(value: bigint | number, width: number): Uint8Array {
  return uintLE(value, width).reverse();
}

export function u8(value: number): Uint8Array {
  return fixed(1, value, (view) => view.setUint8(0, value));
}

export function u16le(value: number): Uint8Array {
  return fixed(2, value, (view) => view.setUint16(0, value, true));
}

export function u32le(value: number): Uint8Array {
  return fixed(4, value, (view) => view.setUint32(0, value, true));
}

export function u16be(value: number): Uint8Array {
  return fixed(2, value, (view) => view.setUint16(0, value));
}

export function u32be(value: number): Uint8Array {
  return fixed(4, value, (view) => view.setUint32(0, value));
}

export function u64le(value: bigint): Uint8Array {
  return uintLE(value, 8);
}

export function u64be(value: bigint): Uint8Array {
  return uintBE(value, 8);
}

/** The unsigned integer of all of `bytes`, least significant first. */
export function readLE(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number);
  return value;
}

/** The unsigned integer of all of `bytes`, most significant first. */
export function readBE(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function fixed(width: number, value: number, write: (view: DataView) => void): Uint8Array {
  if (!(Number.isInteger(value) && value >= 0 && value < 256 ** width))
    throw new RangeError(`does not fit ${width} bytes`);
  const bytes = new Uint8Array(width);
  write(new DataView(bytes.buffer));
  return bytes;
}

const encoder = new TextEncoder();
/** ECMAScript 2026 has hex of its own (Node.js 25, Chromium 140). */
const native = Uint8Array.prototype as {
  readonly toHex?: () => string;
  readonly setFromHex?: (hex: string) => unknown;
};
const NO_DIGIT = 0xff;
/** By character code below 128. */
const VALUE_OF_DIGIT: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[0-9a-fA-F]/.test(character) ? Number.parseInt(character, 16) : NO_DIGIT;
});
const HEX_OF_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
