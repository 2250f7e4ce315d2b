// Lanes as WebAssembly: each step is recorded with the values that it reads, and written out when a function is complete. Values are
// locals, given back after their last use; constants are set once at the head of the function, as V8 would make them anew otherwise.
import type { Lanes } from './lanes.ts';

/** A value of a recorded step, or a constant or variable of the function. */
export interface Value {
  readonly id: number;
}

interface Step {
  readonly reads: readonly Value[];
  /** The instruction after its operands; what it leaves goes to `gives`. */
  readonly code: readonly number[];
  readonly gives?: Value;
}

const I32 = 0x7f;
const V128 = 0x7b;
const op = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  i32Const: 0x41,
  i32Eqz: 0x45,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32LeU: 0x4d,
  i32Shl: 0x74,
  i32ShrU: 0x76,
  select: 0x1b,
} as const;
const simd = {
  load: 0x00,
  splat64: 0x0a,
  store: 0x0b,
  const: 0x0c,
  shuffle: 0x0d,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  dotI16: 0xba,
  shl: 0xcb,
  shrU: 0xcd,
  add: 0xce,
  sub: 0xd1,
  lessThan: 0xd8,
  floatAdd: 0xf0,
  floatSub: 0xf1,
  floatMul: 0xf2,
  relaxedMultiplyAdd: 0x107,
} as const;
const LOW_WORDS = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const HIGH_WORDS = LOW_WORDS.map((byte) => byte + 8);
const SWAPPED = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const byte = rest & 127;
    if (rest >> 6 === 0 || rest >> 6 === -1) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

const sized = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const vector = (code: number, ...immediates: number[]): number[] => [0xfd, ...unsigned(code), ...immediates];
const text = (name: string): number[] => sized([...Buffer.from(name)].map((byte) => [byte]));

function bytesOf(value: bigint): number[] {
  return Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
}

function bitsOf(value: number): bigint {
  return new BigUint64Array(Float64Array.of(value).buffer)[0] as bigint;
}

/** One function under construction: (i32 …) → nothing. `lanes` records into the list that is open. */
export class FunctionBuilder implements Lanes<Value> {
  readonly #parameters: number;
  readonly #fused: boolean;
  readonly #constants = new Map<bigint, Value>();
  readonly #fixed = new Map<Value, number>();
  readonly #types: number[] = [];
  readonly #free: number[] = [];
  readonly #body: number[] = [];
  #next = 0;
  #open: Step[] = [];

  /** `fused` false makes a product and a sum of each multiply-add, which the self-test at the start must refuse. */
  constructor(parameters: number, fused: boolean) {
    this.#parameters = parameters;
    this.#fused = fused;
  }

  // Control: parameters and integer locals are numbers of locals.

  integer(): number {
    return this.#local(I32);
  }

  /** A v128 that lives to the end of the function. */
  variable(): Value {
    const value = this.#value();
    this.#fixed.set(value, this.#local(V128));
    return value;
  }

  /** What `record` records, to be written with `write`. */
  steps<T>(record: () => T): { readonly list: readonly Step[]; readonly result: T } {
    const outer = this.#open;
    this.#open = [];
    const result = record();
    const list = this.#open;
    this.#open = outer;
    return { list, result };
  }

  /** Writes lists one after another; a value lives within one call. */
  write(...lists: (readonly Step[])[]): void {
    this.#emit(lists.flat());
  }

  /** Two chains mixed in proportion to their lengths, then the rest: V8 does not reorder, and one chain alone leaves the units idle. */
  writeMixed(one: readonly Step[], other: readonly Step[], rest: readonly Step[]): void {
    const placed = [one, other].flatMap((list, which) =>
      list.map((step, i) => ({ step, which, at: (i + 0.5) / list.length })),
    );
    placed.sort((a, b) => a.at - b.at || a.which - b.which);
    this.#emit([...placed.map(({ step }) => step), ...rest]);
  }

  #emit(order: readonly Step[]): void {
    const last = new Map<Value, number>();
    order.forEach((step, i) => step.reads.forEach((value) => last.set(value, i)));
    const locals = new Map<Value, number>();
    order.forEach((step, i) => {
      for (const value of step.reads) {
        const local = this.#fixed.get(value) ?? locals.get(value);
        if (local === undefined) throw new Error('a step reads what no step before it gives');
        this.#body.push(op.localGet, ...unsigned(local));
      }
      for (const value of new Set(step.reads)) {
        const local = locals.get(value);
        if (local !== undefined && last.get(value) === i) {
          this.#free.push(local);
          locals.delete(value);
        }
      }
      this.#body.push(...step.code);
      if (step.gives === undefined) return;
      const fixed = this.#fixed.get(step.gives);
      const local = fixed ?? this.#free.pop() ?? this.#local(V128);
      this.#body.push(op.localSet, ...unsigned(local));
      if (fixed !== undefined) return;
      if (last.has(step.gives)) locals.set(step.gives, local);
      else this.#free.push(local);
    });
  }

  /** Runs `body` while `counter` is not 0; the body must lower it. */
  while(counter: number, body: () => void): void {
    this.#body.push(op.block, 0x40, op.localGet, ...unsigned(counter), op.i32Eqz, op.branchIf, 0, op.loop, 0x40);
    body();
    this.#body.push(op.localGet, ...unsigned(counter), op.branchIf, 0, op.end, op.end);
  }

  /** target = source + step */
  addTo(target: number, source: number, step: number): void {
    this.#body.push(op.localGet, ...unsigned(source), op.i32Const, ...signed(step), op.i32Add);
    this.#body.push(op.localSet, ...unsigned(target));
  }

  /** target = source + by, or source − by */
  combineTo(target: number, source: number, by: number, sign: 1 | -1): void {
    this.#body.push(op.localGet, ...unsigned(source), op.localGet, ...unsigned(by), sign === 1 ? op.i32Add : op.i32Sub);
    this.#body.push(op.localSet, ...unsigned(target));
  }

  /** target = ⌈source/2⌉ */
  half(target: number, source: number): void {
    this.#body.push(op.localGet, ...unsigned(source), op.i32Const, 1, op.i32Add, op.i32Const, 1, op.i32ShrU);
    this.#body.push(op.localSet, ...unsigned(target));
  }

  /** target = 16·source */
  sixteenfold(target: number, source: number): void {
    this.#body.push(op.localGet, ...unsigned(source), op.i32Const, 4, op.i32Shl, op.localSet, ...unsigned(target));
  }

  /** target = min(source, most) */
  least(target: number, source: number, most: number): void {
    const [get, bound] = [
      [op.localGet, ...unsigned(source)],
      [op.i32Const, ...signed(most)],
    ];
    this.#body.push(...get, ...bound, ...get, ...bound, op.i32LeU, op.select, op.localSet, ...unsigned(target));
  }

  /** The function's bytes as the code section has them. */
  bytes(): number[] {
    const constants = [...this.#constants].flatMap(([word, value]) => [
      ...vector(simd.const, ...bytesOf(word & WORD), ...bytesOf(word >> 64n)),
      op.localSet,
      ...unsigned(this.#fixed.get(value) as number),
    ]);
    const locals = sized(this.#types.map((type) => [1, type]));
    const body = [...locals, ...constants, ...this.#body, op.end];
    return [...unsigned(body.length), ...body];
  }

  type(): number[] {
    return [0x60, ...sized(Array.from({ length: this.#parameters }, () => [I32])), 0];
  }

  // Memory.

  load(pointer: number, offset: number): Value {
    return this.#atAddress(pointer, vector(simd.load, 4, ...unsigned(offset)));
  }

  /** The same 64 bits in both lanes. */
  loadBoth(pointer: number, offset: number): Value {
    return this.#atAddress(pointer, vector(simd.splat64, 3, ...unsigned(offset)));
  }

  store(pointer: number, offset: number, value: Value): void {
    const address = this.#pointer(pointer);
    this.#open.push({ reads: [address, value], code: vector(simd.store, 4, ...unsigned(offset)) });
  }

  copy(to: Value, from: Value): void {
    this.#open.push({ reads: [from], code: [], gives: to });
  }

  /** Two elements (low word, high word) to their low words and their high words, and back: the same step. */
  transpose(a: Value, b: Value): readonly [Value, Value] {
    return [
      this.#step([a, b], vector(simd.shuffle, ...LOW_WORDS)),
      this.#step([a, b], vector(simd.shuffle, ...HIGH_WORDS)),
    ];
  }
  // Lanes.

  number(value: number): Value {
    return this.word(bitsOf(value));
  }
  word(value: bigint): Value {
    return this.#constant((value << 64n) | value);
  }
  plus(a: Value, b: Value): Value {
    return this.#step([a, b], vector(simd.floatAdd));
  }
  minus(a: Value, b: Value): Value {
    return this.#step([a, b], vector(simd.floatSub));
  }
  plusTimes(c: Value, factor: number, b: Value): Value {
    return this.multiplyAdd(b, this.number(factor), c);
  }
  split(x: Value, y: Value, before: Value, base: Value): readonly [Value, Value] {
    const high = this.multiplyAdd(x, y, before);
    return [high, this.multiplyAdd(x, y, this.minus(base, high))];
  }
  gather(high: Value, low: Value): Value {
    return this.multiplyAdd(high, this.number(2 ** -44), low);
  }
  round(a: Value): readonly [Value, Value] {
    const start = this.number(1.5 * 2 ** 96);
    const multiple = this.minus(this.plus(a, start), start);
    return [multiple, this.minus(a, multiple)];
  }
  toFloat(a: Value): Value {
    const exponent = this.number(2 ** 52);
    return this.minus(this.#step([a, exponent], vector(simd.or)), exponent);
  }
  bits(a: Value): Value {
    return a;
  }
  and(a: Value, mask: bigint): Value {
    return this.#step([a, this.word(mask)], vector(simd.and));
  }
  or(a: Value, b: Value): Value {
    return this.#step([a, b], vector(simd.or));
  }
  shiftLeft(a: Value, places: number): Value {
    return this.#step([a], [op.i32Const, ...signed(places), ...vector(simd.shl)]);
  }
  shiftRight(a: Value, places: number): Value {
    return this.#step([a], [op.i32Const, ...signed(places), ...vector(simd.shrU)]);
  }
  sum(a: Value, b: Value): Value {
    return this.#step([a, b], vector(simd.add));
  }
  sumModulo(a: Value, b: Value): Value {
    return this.sum(a, b);
  }
  difference(a: Value, b: Value): Value {
    return this.#step([a, b], vector(simd.sub));
  }
  differenceModulo(a: Value, b: Value): Value {
    return this.difference(a, b);
  }
  timesWrap(q: Value): Value {
    // 45·q by a product of 16-bit halves, all but the lowest against 0
    const times45 = this.#step([q, this.word(45n)], vector(simd.dotI16));
    return this.difference(this.shiftLeft(times45, 40), q);
  }
  addCarry(a: Value, b: Value): readonly [Value, Value] {
    const sum = this.sum(a, b);
    return [sum, this.shiftRight(this.#step([a, sum], vector(simd.andNot)), 63)];
  }
  subtractBorrow(a: Value, b: Value): readonly [Value, Value] {
    const difference = this.difference(a, b);
    return [difference, this.shiftRight(this.#step([difference, a], vector(simd.andNot)), 63)];
  }
  unlessCarry(a: Value, sum: Value, value: bigint): Value {
    const carried = this.#step([this.#step([a, sum], vector(simd.andNot)), this.word(0n)], vector(simd.lessThan));
    return this.#step([this.word(value), carried], vector(simd.andNot));
  }
  swapped(a: Value): Value {
    return this.#step([a, a], vector(simd.shuffle, ...SWAPPED));
  }

  /** x·y + c */
  multiplyAdd(x: Value, y: Value, c: Value): Value {
    if (this.#fused) return this.#step([x, y, c], vector(simd.relaxedMultiplyAdd));
    return this.plus(this.#step([x, y], vector(simd.floatMul)), c);
  }

  // Inside.

  #step(reads: readonly Value[], code: readonly number[]): Value {
    const gives = this.#value();
    this.#open.push({ reads, code, gives });
    return gives;
  }

  #atAddress(pointer: number, code: readonly number[]): Value {
    return this.#step([this.#pointer(pointer)], code);
  }

  readonly #pointers = new Map<number, Value>();
  #pointer(local: number): Value {
    const known = this.#pointers.get(local);
    if (known !== undefined) return known;
    const value = this.#value();
    this.#pointers.set(local, value);
    this.#fixed.set(value, local);
    return value;
  }

  #constant(word: bigint): Value {
    const known = this.#constants.get(word);
    if (known !== undefined) return known;
    const value = this.variable();
    this.#constants.set(word, value);
    return value;
  }

  #value(): Value {
    return { id: this.#next++ };
  }

  #local(type: number): number {
    this.#types.push(type);
    return this.#parameters + this.#types.length - 1;
  }
}

const WORD = 0xffff_ffff_ffff_ffffn;

/** A module that imports `env.memory` and exports these functions. */
export function assemble(functions: Readonly<Record<string, FunctionBuilder>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(functions);
  const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];
  return Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    0x01,
    0x00,
    0x00,
    0x00,
    ...section(1, sized(entries.map(([, builder]) => builder.type()))),
    ...section(2, sized([[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, sized(entries.map((_, i) => unsigned(i)))),
    ...section(7, sized(entries.map(([name], i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, sized(entries.map(([, builder]) => builder.bytes()))),
  ]);
}
