/**
 * What each opcode costs, gas version 3. Units do not know the committee: an opened field element, an AND gate, a round and a local step are counted alike for
 * every (n, T); what a unit is worth to a seat of a larger committee is the price class's business. So gas is a function of bytecode and public sizes alone.
 * Rows are upper bounds on what the engine of this version does per scalar of width w at committees with up to ten sets of T seats, which (3,1), (4,1) and (5,2)
 * are; packages/mpc/test/price.test.ts compares them with it.
 */
import type { OpName } from './opcodes.ts';

export interface Work {
  /** Field elements opened, the two of a multiplication and the one of a daBit included. */
  readonly opened: number;
  /** AND gates on shared bits. */
  readonly ands: number;
  readonly rounds: number;
}

/** Gas per unit. A step is one instruction or one element made, charged by 64 like ANDs, so that public loops are not free. */
export const gasPrices: {
  readonly base: 1000n;
  readonly opened: 4n;
  readonly andWord: 16n;
  readonly round: 50n;
  readonly stepWord: 1n;
} = {
  base: 1000n,
  opened: 4n,
  andWord: 16n,
  round: 50n,
  stepWord: 1n,
};

const free: Work = { opened: 0, ands: 0, rounds: 0 };

/**
 * In which form the engine may hold a secret integer when an instruction needs it. plain: within its type. sum: a sum that was not reduced, to which more can be
 * added for nothing. bits: its bits alone. loose: a product, or a value of another type, unreduced; or any of these.
 */
export type Form = (typeof FORM)[keyof typeof FORM];
export const FORM = { plain: 0, sum: 1, loose: 2, bits: 3 } as const;

/** The form that takes at least the work of both, whatever it is needed for. */
export function atMostForm(a: Form, b: Form): Form {
  if (a === b) return a;
  if (a === FORM.bits || b === FORM.bits) return FORM.loose;
  return a > b ? a : b;
}

function levels(width: number): number {
  return Math.ceil(Math.log2(Math.max(2, width)));
}

/** Two integers of this width have a product below the wall of 65 bits; wider ones are kept and multiplied in halves of it. */
const HALF = 32;

/** Width of what a shift goes by. */
const AMOUNT_BITS = 8;

/** Work done at once. */
function beside(...works: readonly Work[]): Work {
  return {
    opened: works.reduce((sum, { opened }) => sum + opened, 0),
    ands: works.reduce((sum, { ands }) => sum + ands, 0),
    rounds: Math.max(...works.map(({ rounds }) => rounds)),
  };
}

function after(...works: readonly Work[]): Work {
  return { ...beside(...works), rounds: works.reduce((sum, { rounds }) => sum + rounds, 0) };
}

/** A field element mod 2^width: one masked opening, the carry out of the low bits, and five bits into the field. */
function reduction(width: number): Work {
  return { opened: 6, ands: 12 * width, rounds: levels(width) + 13 };
}

/** One after another. */
function halvings(count: number): Work {
  return after(...Array.from({ length: count }, () => reduction(HALF)));
}

/** An operand as a field element within its type, or as bits, whichever is asked for. */
function prepared(width: number, form: Form): Work {
  if (form === FORM.plain) return free;
  if (form === FORM.bits) return broughtIn(width);
  if (width <= HALF) {
    const { opened, rounds } = reduction(width);
    return form === FORM.sum ? reduction(width) : { opened: Math.max(opened, width), ands: 15 * width, rounds };
  }
  // Halves are cut to 32 bits and joined; a sum has yet to be split into them.
  const joined = after(halvings(form === FORM.sum ? 5 : 3), reduction(width));
  return { ...joined, opened: Math.max(joined.opened, width) };
}

/** Bits into the field, by a daBit each. */
function broughtIn(width: number): Work {
  return { opened: width, ands: 0, rounds: 1 };
}

/** An operand as bits, which a client's value has already. */
function asBits(width: number, form: Form): Work {
  if (form === FORM.bits) return free;
  return after(prepared(width, form), { opened: 1, ands: 16 * width, rounds: levels(width) + 8 });
}

/** An operand of a sum or product of halves. */
function inHalves(form: Form): Work {
  if (form === FORM.bits) return after(broughtIn(2 * HALF), halvings(1));
  const cut = halvings(form === FORM.plain ? 1 : 3);
  return form === FORM.loose ? { ...cut, opened: 2 * HALF } : cut;
}

/** An order of two values in the field by a masked opening; or by their bits, where one of two secrets has nothing else and the other's have to be made. */
function order(width: number, secrets: number): Work {
  if (secrets < 2) return { opened: 1, ands: 12 * width, rounds: levels(width) + 6 };
  return { opened: 1, ands: 18 * width, rounds: 2 * levels(width) + 8 };
}

function equality(width: number, secrets: number): Work {
  if (secrets < 2) return { opened: 1, ands: 10 * width, rounds: levels(width) + 5 };
  return { opened: 1, ands: 16 * width, rounds: 2 * levels(width) + 7 };
}

/** A choice by a bit in the field and a product, or bit by bit, and then what was chosen comes into the field when that is needed. */
function choice(width: number): Work {
  if (width === 1) return { opened: 3, ands: 1, rounds: 2 };
  return { opened: 3 + width, ands: 16 * width, rounds: levels(width) + 10 };
}

function product(width: number, forms: readonly Form[]): Work {
  if (width <= HALF)
    return after(beside(...forms.map((form) => prepared(width, form))), { opened: 2, ands: 0, rounds: 1 });
  return after(beside(...forms.map(inHalves)), { opened: 6, ands: 0, rounds: 1 });
}

/**
 * What each summand needs before it is added. A sum to which something is added waits for nothing: no program adds so many values that they reach the wall. Of
 * two sums each may be as large as both were before, so that a value added to itself again and again does reach it, and both may have to be reduced.
 */
export function summandWorks(width: number, forms: readonly Form[]): readonly Work[] {
  const sums = forms.filter((form) => form === FORM.sum).length;
  if (width <= HALF) return forms.map((form) => (form === FORM.sum && sums === 1 ? free : prepared(width, form)));
  if (forms.every((form) => form === FORM.plain || form === FORM.bits))
    return forms.map((form) => prepared(width, form));
  return forms.map((form) => (form === FORM.sum && sums === 1 ? { ...inHalves(form), rounds: 0 } : inHalves(form)));
}

/** Rows of opcodes on secret scalars of width w, whose forms are given; public operands are not among them. */
export function workOf(op: OpName, width: number, forms: readonly Form[]): Work {
  const operands = beside(free, ...forms.map((form) => prepared(width, form)));
  const inBits = beside(free, ...forms.map((form) => asBits(width, form)));
  switch (op) {
    case 'add':
    case 'sub':
      return beside(...summandWorks(width, forms));
    case 'mul':
      return product(width, forms);
    case 'eq':
      return after(operands, equality(width, forms.length));
    case 'addr.eq':
      // Three limbs side by side, and two ANDs that join them.
      return after(beside(...[64, 64, 32].map((limb) => equality(limb, forms.length))), {
        opened: 0,
        ands: 2,
        rounds: 2,
      });
    case 'lt':
      return after(operands, order(width, forms.length));
    case 'min':
    case 'max':
      return after(operands, order(width, forms.length), choice(width));
    // A bit of the state is a field element, which is opened masked like any other.
    case 'and':
    case 'or':
      if (width === 1) return { opened: 2, ands: 1, rounds: 2 };
      return after(inBits, { opened: 0, ands: forms.length < 2 ? 0 : width, rounds: forms.length < 2 ? 0 : 1 });
    case 'xor':
      return width === 1 ? { opened: 2, ands: 0, rounds: 1 } : inBits;
    case 'not':
      return width === 1 ? { opened: 1, ands: 0, rounds: 1 } : inBits;
    case 'select':
      return after(operands, choice(width));
    default:
      return free;
  }
}

/** In which form the result is. */
export function formOf(op: OpName, forms: readonly Form[]): Form {
  switch (op) {
    case 'add':
    case 'sub':
    case 'sum':
      return FORM.sum;
    case 'mul':
    case 'div':
    case 'rem':
    case 'muldiv':
      return FORM.loose;
    case 'and':
    case 'or':
    case 'xor':
    case 'not':
    case 'shl':
    case 'shr':
    case 'isqrt':
      return FORM.bits;
    case 'min':
    case 'max':
    case 'select':
      if (forms.length > 0 && forms.every((form) => form === FORM.bits)) return FORM.bits;
      return forms.some((form) => form !== FORM.plain) ? FORM.loose : FORM.plain;
    default:
      return FORM.plain;
  }
}

/** By a public amount in bits alone; by a secret one a choice of all places for each bit of it that counts, and one for all bits above. */
export function shiftWork(width: number, form: Form | undefined, amount: Form | undefined): Work {
  const value = form === undefined ? free : asBits(width, form);
  if (amount === undefined) return value;
  const stages = levels(width);
  const chosen: Work = { opened: 0, ands: (stages + 1) * width + 8, rounds: stages + 1 };
  return after(beside(value, asBits(AMOUNT_BITS, amount)), chosen);
}

/** A key of a sort, which is compared by its bits. */
export function sortKeyWork(width: number, form: Form): Work {
  return asBits(width, form);
}

/**
 * A quarter of an exchange of two elements with so many leaves: whether they are exchanged comes into the field, and a product moves a field's leaves, an AND those of a bool. The ANDs of
 * the order and of the keys themselves are one a bit, a quarter of the four that they are.
 */
export function exchangeWork(fields: number, bits: number): Work {
  return { opened: Math.ceil((fields === 0 ? 0 : 1 + 2 * fields) / 4), ands: Math.ceil(bits / 4), rounds: 0 };
}

/** Sets of T seats, each of which has a shuffle that only seats outside it know: as many as a committee of this price may have. */
const SETS_MAX = 10;

/** A switch of each set's network, on one leaf: a product. */
export const shuffleWork: Work = { opened: 2 * SETS_MAX, ands: 0, rounds: 0 };

/** For each doubling of the places: a network is 2⌈log₂ n⌉ − 1 deep. */
export const shuffleRounds: number = 2 * SETS_MAX;

/** A layer of exchanges: an order of keys and places, by bits, and a choice. A vector has at most 2^20 places. */
export function exchangeRounds(width: number): number {
  return levels(width + 20) + 2;
}

/** A number below a bound: three limbs of 32 bits, side by side, and three products that are cut to their upper parts, one after the other. */
export function belowWork(): Work {
  return after(beside(...Array.from({ length: 3 }, () => halvings(1))), halvings(3));
}

/**
 * By a secret, in bits: a step takes two bits of the dividend and makes three subtractions of what has come so far and never passes the divisor's width; a signed
 * one turns what is negative before and after.
 */
function longDivision(dividend: number, width: number): Work {
  const steps = dividend / 2;
  const gates = dividend > width ? 6.5 * width : 4 * width;
  return {
    opened: 0,
    ands: Math.ceil((steps * gates * (levels(width) + 2)) / 3) + 6 * width * levels(width),
    rounds: steps * (levels(width) + 2) + 5 * levels(width) + 4,
  };
}

/** Quotient and remainder; by a public number by one masked opening, and of a signed type by the dividend's sign. */
export function divisionWork(width: number, form: Form | undefined, divisor: Form | undefined, signed: boolean): Work {
  if (divisor !== undefined)
    return after(beside(asBits(width, form ?? FORM.bits), asBits(width, divisor)), longDivision(width, width));
  const value = form ?? FORM.plain;
  const sign = signed ? after(order(width, 1), { opened: 1, ands: 0, rounds: 1 }) : free;
  return after(prepared(width, value), sign, maskedQuotient(width));
}

/** By a public number of at most so many bits, of a value in the field. */
function maskedQuotient(width: number): Work {
  return { opened: 6, ands: 40 * width, rounds: 2 * levels(width) + 12 };
}

/** Of what is known of a divisor: that it is public, and below 2^32. */
export type Divisor = 'secret' | 'public' | 'limb';

/**
 * An exact product of twice the width, divided. By a public number and below the wall it is one of numbers twice as wide; past it, by one of a limb, five quotients of
 * limbs, three of them one after the other.
 */
export function productDivisionWork(
  width: number,
  forms: readonly (Form | undefined)[],
  divisor: Divisor,
  signed: boolean,
): Work {
  if (divisor !== 'secret' && width <= HALF) {
    const operands = beside(free, ...forms.flatMap((form) => (form === undefined ? [] : [prepared(width, form)])));
    const bits: Work = { opened: 1 + width, ands: 30 * width, rounds: levels(2 * width) + 8 };
    return after(
      operands,
      { opened: 2, ands: 0, rounds: 1 },
      divisionWork(2 * width, FORM.plain, undefined, signed),
      bits,
    );
  }
  if (divisor === 'limb' && !signed) {
    const limbs = forms.flatMap((form) => (form === undefined ? [] : [after(prepared(width, form), halvings(2))]));
    const quotients = after(
      beside(...[1, 2, 3].map(() => maskedQuotient(HALF))),
      maskedQuotient(HALF),
      maskedQuotient(HALF),
    );
    return after(beside(free, ...limbs), { opened: 8, ands: 0, rounds: 1 }, quotients);
  }
  const operands = beside(free, ...forms.flatMap((form) => (form === undefined ? [] : [asBits(width, form)])));
  const product: Work = { opened: 0, ands: 3 * width * width, rounds: 3 * levels(width) + 4 };
  return after(operands, product, longDivision(2 * width, width));
}

/** Two bits of the operand a digit, each one subtraction of what the root has so far. */
export function rootWork(width: number, form: Form): Work {
  const digits = width / 2;
  return after(asBits(width, form), {
    opened: 0,
    ands: Math.ceil((digits * digits * (levels(width) + 2)) / 2) + 4 * width,
    rounds: digits * (levels(width) + 1),
  });
}

/** Its bits as booleans. */
export function bitsWork(width: number, form: Form): Work {
  return asBits(width, form);
}

/** Of so many booleans, each of which may be in the field. */
export function joinedBitsWork(width: number): Work {
  return { opened: width, ands: 0, rounds: 1 };
}

/** A secret place of a table in bits, and whether it is inside: beside what each entry takes. */
export function placeWork(placeWidth: number, width: number, form: Form): Work {
  return after(asBits(placeWidth, form), { opened: 0, ands: placeWidth + width, rounds: levels(placeWidth) + 2 });
}

/** Monomials of the lower and of the upper bits of the place, and a product of each upper one with each bit of the entries, parted where that is least. */
export function tableGates(entries: number, width: number): number {
  const used = levels(entries);
  const gates = Array.from({ length: used }, (_, k) => 2 ** (k + 1) + 2 ** (used - k - 1) * (1 + width));
  return Math.min(...gates);
}

/** One entry of a table whose length is no constant: monomials of all bits of the place, of which there are less than twice as many as entries. */
export const entryWork: Work = { opened: 0, ands: 2, rounds: 0 };

/** One element of a vector that is added up. */
export function summandWork(width: number, form: Form): Work {
  if (width <= HALF) return form === FORM.sum ? free : prepared(width, form);
  return inHalves(form);
}

/**
 * A product of two vectors, by element: products are added up as far as the wall goes, and what that makes is reduced. Of narrow numbers within their types no sum reaches it. Where one side is
 * public only the other has a form.
 */
export function dotWork(width: number, forms: readonly Form[]): Work {
  const made = forms.length === 1 ? scaledWork(width, forms[0] as Form) : product(width, forms);
  if (width < HALF && forms.every((form) => form === FORM.plain)) return made;
  if (width <= HALF) return after(made, reduction(width));
  return after(made, beside(reduction(HALF), reduction(HALF)), { opened: 0, ands: 0, rounds: reduction(width).rounds });
}

/** One meeting of a tournament: the larger goes on, and with it where it stood. */
export function meetingWork(width: number, form: Form): Work {
  return beside(workOf('max', width, [form, form]), { opened: 3, ands: 0, rounds: 0 });
}

/** An element of running sums: what `sum` takes of it, and what is no longer within its type is reduced first, for its sums go out one by one. */
export function runningWork(width: number, form: Form): Work {
  return width <= HALF ? prepared(width, form) : summandWork(width, form);
}

/** Of each element how many before it are left out, as bits: the bit it has, and a masked opening. */
export function distanceWork(): Work {
  return { opened: 3, ands: 1, rounds: 20 };
}

/** For each bit of a distance: it is made, kept only of what is kept, and goes on as far as the lower ones say. */
export const distanceBitWork: Work = { opened: 1, ands: 16, rounds: 1 };
export const movedBitWork: Work = { opened: 0, ands: 1, rounds: 0 };

/** A leaf that is kept or not, and then each time it may move. */
export function keptOrNotWork(width: number, form: Form): Work {
  return after(prepared(width, form), moveWork(width));
}

export function moveWork(width: number): Work {
  return { opened: width === 1 ? 3 : 2, ands: width === 1 ? 1 : 0, rounds: 1 };
}

/** The bits of a secret index, and whether those above the places are unset; then flags by products of flags, in a tree over the bits. */
export function indexWork(width: number, form: Form): Work {
  const bits: Work = { opened: 1, ands: 15 * width, rounds: levels(width) + 7 };
  return after(prepared(width, form), bits, { opened: 0, ands: width, rounds: levels(width) + 5 });
}

/** Each place's flag. */
export const flagWork: Work = { opened: 0, ands: 2, rounds: 0 };

/** A place's element by its flag: the flag comes into the field, and a product, or of two bits an AND. */
export function pickWork(width: number, form: Form): Work {
  const chosen = width === 1 ? { opened: 4, ands: 1, rounds: 2 } : { opened: 3, ands: 0, rounds: 2 };
  return after(prepared(width, form), chosen);
}

/** What is put into one of the places. */
export function putWork(width: number, form: Form): Work {
  return width === 1 ? { opened: 1, ands: 0, rounds: 1 } : prepared(width, form);
}

/** A product with a public number: local below the wall, else as one of halves. */
export function scaledWork(width: number, form: Form): Work {
  if (width <= HALF) return prepared(width, form);
  return after(prepared(width, form), inHalves(FORM.plain));
}

/** Between two public values: the bit times their difference, so only the bit has to come into the field. */
export function knownSelectWork(): Work {
  return { opened: 1, ands: 0, rounds: 1 };
}

/** A bit into the field by a daBit; a wider integer into a narrower type, or one of another sign, by its bits; into one that has all its numbers as it is. */
export function castWork(fromWidth: number, toWidth: number, form: Form, keeps: boolean): Work {
  if (fromWidth === 1) return { opened: 1, ands: 0, rounds: 1 };
  if (form === FORM.bits) return free;
  if (keeps) return prepared(fromWidth, form);
  const bits = { opened: 1 + toWidth, ands: 15 * fromWidth, rounds: levels(fromWidth) + 7 };
  return toWidth < fromWidth ? bits : after(prepared(fromWidth, form), bits);
}

/** A client's masked value: adders over the mask's parts, for bits and for the field element; a range narrower than its width is compared once more. */
export function inputWork(width: number, narrow: boolean): Work {
  return {
    opened: 4,
    ands: (narrow ? 31 : 27) * width,
    rounds: levels(width) + 11 + (narrow ? levels(width) + 2 : 0),
  };
}

/** What is kept has its type's bounds, and what is kept of a bit is a field element. */
export function keptWork(width: number, form: Form): Work {
  return width === 1 ? { opened: 1, ands: 0, rounds: 1 } : prepared(width, form);
}

/** A released scalar: as an unsigned number of its width, masked, opened. */
export function outputWork(width: number, form: Form): Work {
  const { opened, ands, rounds } = reduction(width);
  return after(
    prepared(width, form),
    { opened: Math.max(opened, width), ands, rounds },
    { opened: 1, ands: 0, rounds: 1 },
  );
}
