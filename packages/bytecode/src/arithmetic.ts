// The meaning of scalar opcodes on plain integers: trapping forms for public values, total forms for both.
import { scalarRefs, type TypeRef } from './module.ts';
import type { OpName } from './opcodes.ts';
import { trap } from './trap.ts';
import { boundsOf, integerOf, wrap, type Types } from './types.ts';

export type TotalOp = 'add' | 'sub' | 'mul' | 'div' | 'rem' | 'min' | 'max';
export type CompareOp = 'eq' | 'lt';
/** On booleans, and on integers bit by bit. */
export type LogicOp = 'and' | 'or' | 'xor';
export type ShiftOp = 'shl' | 'shr';

/** Exact, then mod 2^w, two's complement for signed types. */
export function total(op: TotalOp, type: TypeRef, a: bigint, b: bigint): bigint {
  switch (op) {
    case 'add':
      return wrap(type, a + b);
    case 'sub':
      return wrap(type, a - b);
    case 'mul':
      return wrap(type, a * b);
    // Toward zero, the remainder with the dividend's sign; by zero both are zero, and MIN / −1 wraps to MIN.
    case 'div':
      return b === 0n ? 0n : wrap(type, a / b);
    case 'rem':
      return b === 0n ? 0n : a % b;
    case 'min':
      return a < b ? a : b;
    case 'max':
      return a > b ? a : b;
  }
}

/** a·b exactly, divided by c toward zero, mod 2^w; 0 where c is. */
export function multiplyDivide(type: TypeRef, a: bigint, b: bigint, c: bigint): bigint {
  return c === 0n ? 0n : wrap(type, (a * b) / c);
}

/** ⌊√a⌋ by Newton's steps from above, which fall until they are there. */
export function squareRoot(a: bigint): bigint {
  if (a < 2n) return a;
  let root = 1n << BigInt((a.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Exact; ends the task when the result does not fit. BigInt's division rounds toward zero and its remainder has the dividend's sign, as the language's do. */
export function trapping(types: Types, op: OpName, type: TypeRef, a: bigint, b: bigint): bigint {
  if ((op === 'div.t' || op === 'rem.t') && b === 0n) trap('divisionByZero');
  // MIN / −1 does not fit; MIN % −1 would be 0, but traps with it, so that the two agree about their domain.
  if (op === 'rem.t' && integerOf(type)?.signed && b === -1n) fit(types, type, -a);
  return fit(types, type, exact(op, a, b));
}

function exact(op: OpName, a: bigint, b: bigint): bigint {
  switch (op) {
    case 'add.t':
      return a + b;
    case 'sub.t':
      return a - b;
    case 'mul.t':
      return a * b;
    case 'div.t':
      return a / b;
    case 'rem.t':
      return a % b;
    default:
      throw new Error(`${op} is no trapping arithmetic`);
  }
}

/** The value, if it is one of the type; else the task ends. */
export function fit(types: Types, type: TypeRef, value: bigint): bigint {
  const [least, most] = boundsOf(types, type);
  return value < least || value > most ? trap('overflow') : value;
}

export function compare(op: CompareOp, a: bigint, b: bigint): bigint {
  return (op === 'eq' ? a === b : a < b) ? 1n : 0n;
}

export function logic(op: LogicOp, a: bigint, b: bigint): bigint {
  if (op === 'and') return a & b;
  return op === 'or' ? a | b : a ^ b;
}

/** Every bit the other way round. */
export function complement(type: TypeRef, a: bigint): bigint {
  return type === scalarRefs.bool ? 1n - a : wrap(type, ~a);
}

/** By any amount: what passes the ends is gone, and `shr` fills with the sign of a signed type. */
export function shift(op: ShiftOp, type: TypeRef, a: bigint, amount: bigint): bigint {
  return op === 'shl' ? wrap(type, a << amount) : a >> amount;
}

/** Bits of a number in the type's width, lowest first. */
export function bitsIn(width: number, a: bigint): readonly bigint[] {
  return Array.from({ length: width }, (_, place) => (a >> BigInt(place)) & 1n);
}

/** The number of the type with these bits, lowest first. */
export function ofBits(type: TypeRef, bits: readonly bigint[]): bigint {
  return wrap(
    type,
    bits.reduce((sum, bit, place) => sum | (bit << BigInt(place)), 0n),
  );
}

/** Neutral element of an associative opcode over a type. */
export function neutral(types: Types, op: TotalOp | LogicOp, type: TypeRef): bigint {
  const [least, most] = boundsOf(types, type);
  switch (op) {
    case 'mul':
    case 'and':
      return 1n;
    case 'min':
      return most;
    case 'max':
      return least;
    default:
      return 0n;
  }
}
