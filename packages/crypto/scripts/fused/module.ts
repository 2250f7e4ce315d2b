// The functions of the fused kernel: loops over pairs of elements around the sequence (sequence.ts). Same parameters as the functions of
// the same name in kernels/field.ts, but that
//   an odd last element is paired with whatever lies behind it, and the place behind the result is written: the caller leaves room for
//   one element more, and for `dot` sets it to 0;
//   `combine` takes at most COMBINATION_MAX vectors, and ROWS_BYTES for each of scratch after its parameters.
// Loops of one product are in two stages: while pair i is folded, carried and stored, pair i + 1 is loaded and multiplied.
import { FunctionBuilder, type Value, assemble } from './assembler.ts';
import {
  type Columns,
  DOT_BLOCK,
  type Limbs,
  type Rows,
  addByRows,
  addProduct,
  addToWords,
  differenceOf,
  finish,
  finishDot,
  firstByRows,
  firstProduct,
  floatsOf,
  limbsOf,
  noProducts,
  reduceOne,
  reduceRow,
  reduceRows,
  rowsOf,
} from './sequence.ts';

const PAIR_BYTES = 32;
/** A coefficient as rows of limbs, each limb in both lanes. */
export const ROWS_BYTES = 9 * 16;

/** `fused` false is for tests of the self-test alone. */
export function fusedModule(fused = true): Uint8Array<ArrayBuffer> {
  return assemble({
    mul: elementwise(fused, 2, (f, [a, b]) => ({ r: reduceOne(f, firstProduct(f, read(f, a), read(f, b))) })),
    mulAdd: elementwise(fused, 3, (f, [a, b, c]) => ({
      r: reduceOne(f, firstProduct(f, read(f, a), read(f, b))),
      addend: words(f, c),
    })),
    scale: elementwise(fused, 1, (f, [a], s) => ({ r: reduceRow(f, firstByRows(f, read(f, a), s)) })),
    fold: elementwise(fused, 2, (f, [low, high], s) => {
      const addend = words(f, low);
      const step = differenceOf(f, read(f, high), floatsOf(f, addend));
      return { r: reduceRow(f, firstByRows(f, step, s)), addend };
    }),
    dot: dot(fused),
    combine: combine(fused),
    multiplyAdd: multiplyAdd(fused),
  });
}

interface Unfinished {
  readonly r: Limbs<Value>;
  readonly addend?: Limbs<Value>;
}
type Pointers = readonly [number, number, number];

function words(f: FunctionBuilder, pointer: number): Limbs<Value> {
  const [low, high] = f.transpose(f.load(pointer, 0), f.load(pointer, 16));
  return limbsOf(f, low, high);
}

function read(f: FunctionBuilder, pointer: number): Limbs<Value> {
  return floatsOf(f, words(f, pointer));
}

function write(f: FunctionBuilder, pointer: number, [low, high]: readonly [Value, Value]): void {
  const [first, second] = f.transpose(low, high);
  f.store(pointer, 0, first);
  f.store(pointer, 16, second);
}

/** One element in both lanes. */
function readScalar(f: FunctionBuilder, pointer: number): Limbs<Value> {
  return floatsOf(f, limbsOf(f, f.loadBoth(pointer, 0), f.loadBoth(pointer, 8)));
}

function kept(f: FunctionBuilder, values: readonly Value[]): Value[] {
  return values.map((value) => {
    const variable = f.variable();
    f.copy(variable, value);
    return variable;
  });
}

/** (out, operands…, n), or (out, operands…, scalar, n) where `first` takes a scalar. */
function elementwise(
  fused: boolean,
  operands: number,
  first: (f: FunctionBuilder, pointers: Pointers, s: Rows<Value>) => Unfinished,
): FunctionBuilder {
  const scalar = first.length > 2;
  const f = new FunctionBuilder(operands + (scalar ? 3 : 2), fused);
  const out = 0;
  const pointers = [1, 2, 3] as const;
  const n = operands + (scalar ? 2 : 1);
  const head = f.steps(() => (scalar ? rowsOf(f, readScalar(f, operands + 1)).map((row) => kept(f, row)) : []));
  f.write(head.list);
  const s = head.result as unknown as Rows<Value>;

  const r = [f.variable(), f.variable(), f.variable()] as const;
  let addend: Limbs<Value> | undefined;
  const load = f.steps(() => {
    const unfinished = first(f, pointers, s);
    if (unfinished.addend !== undefined) addend = [f.variable(), f.variable(), f.variable()];
    return unfinished;
  });
  const keep = f.steps(() => {
    r.forEach((variable, k) => f.copy(variable, load.result.r[k] as Value));
    addend?.forEach((variable, k) => f.copy(variable, load.result.addend?.[k] as Value));
  });
  const store = f.steps(() => write(f, out, finish(f, r, addend)));
  const pairs = f.integer();
  const advance = (): void => {
    for (let k = 1; k <= operands; k++) f.addTo(k, k, PAIR_BYTES);
  };

  // The first stage runs once more than the second: what it reads behind the operands is not used.
  f.half(pairs, n);
  f.write(load.list, keep.list);
  f.while(pairs, () => {
    advance();
    f.writeMixed(store.list, load.list, keep.list);
    f.addTo(out, out, PAIR_BYTES);
    f.addTo(pairs, pairs, -1);
  });
  return f;
}

/** (out, a, b, n): Σ a_i·b_i; columns are gathered every DOT_BLOCK pairs. */
function dot(fused: boolean): FunctionBuilder {
  const f = new FunctionBuilder(4, fused);
  const [out, a, b, n] = [0, 1, 2, 3];
  const [pairs, block] = [f.integer(), f.integer()];
  const sums = Array.from({ length: 5 }, () => f.variable());
  const columns = columnVariables(f, 5);
  const zero = f.word(0n);
  f.write(f.steps(() => sums.forEach((sum) => f.copy(sum, zero))).list);
  const next = f.steps(() => [read(f, a), read(f, b)] as const);
  const [x, y] = next.result.map(() => [f.variable(), f.variable(), f.variable()] as const) as [
    Limbs<Value>,
    Limbs<Value>,
  ];
  const keep = f.steps(() =>
    [x, y].forEach((to, i) => to.forEach((limb, k) => f.copy(limb, next.result[i]?.[k] as Value))),
  );
  const add = f.steps(() => assign(f, columns, addProduct(f, columns, x, y)));
  f.half(pairs, n);
  f.write(next.list, keep.list);
  f.while(pairs, () => {
    f.write(f.steps(() => assign(f, columns, noProducts(f))).list);
    f.least(block, pairs, DOT_BLOCK);
    f.combineTo(pairs, pairs, block, -1);
    f.while(block, () => {
      f.addTo(a, a, PAIR_BYTES);
      f.addTo(b, b, PAIR_BYTES);
      f.writeMixed(add.list, next.list, keep.list);
      f.addTo(block, block, -1);
    });
    f.write(f.steps(() => addToWords(f, sums, columns).forEach((sum, k) => f.copy(sums[k] as Value, sum))).list);
  });
  f.write(
    f.steps(() => {
      const [low, high] = finishDot(f, sums);
      f.store(out, 0, f.transpose(low, high)[0]);
    }).list,
  );
  return f;
}

/** (out, coefficients, vectors, m, n, scratch): out_i = Σ_{k<m} coefficients_k · vectors_{k·n + i}, 1 ≤ m ≤ COMBINATION_MAX. */
function combine(fused: boolean): FunctionBuilder {
  const f = new FunctionBuilder(6, fused);
  const [out, coefficients, vectors, m, n, scratch] = [0, 1, 2, 3, 4, 5];
  const [count, to, at, pairs, stride] = [f.integer(), f.integer(), f.integer(), f.integer(), f.integer()];
  // The coefficients as rows of limbs.
  f.addTo(count, m, 0);
  f.addTo(to, scratch, 0);
  f.while(count, () => {
    f.write(
      f.steps(() => {
        const rows = rowsOf(f, readScalar(f, coefficients));
        rows.flat().forEach((limb, k) => f.store(to, 16 * k, limb));
      }).list,
    );
    f.addTo(coefficients, coefficients, 16);
    f.addTo(to, to, ROWS_BYTES);
    f.addTo(count, count, -1);
  });
  f.sixteenfold(stride, n);
  f.half(pairs, n);
  const columns = columnVariables(f, 3);
  const row = (k: number): Limbs<Value> => [f.load(to, 48 * k), f.load(to, 48 * k + 16), f.load(to, 48 * k + 32)];
  const coefficient = (): Rows<Value> => [row(0), row(1), row(2)];
  f.while(pairs, () => {
    f.addTo(count, m, -1);
    f.addTo(to, scratch, 0);
    f.addTo(at, vectors, 0);
    f.write(f.steps(() => assign(f, columns, firstByRows(f, read(f, at), coefficient()))).list);
    f.while(count, () => {
      f.combineTo(at, at, stride, 1);
      f.addTo(to, to, ROWS_BYTES);
      f.write(f.steps(() => assign(f, columns, addByRows(f, columns, read(f, at), coefficient()))).list);
      f.addTo(count, count, -1);
    });
    f.write(f.steps(() => write(f, out, finish(f, reduceRows(f, columns)))).list);
    f.addTo(vectors, vectors, PAIR_BYTES);
    f.addTo(out, out, PAIR_BYTES);
    f.addTo(pairs, pairs, -1);
  });
  return f;
}

/** (out, a, b, c): one multiply-add of two float64 each, so that the start can see whether it is fused. */
function multiplyAdd(fused: boolean): FunctionBuilder {
  const f = new FunctionBuilder(4, fused);
  f.write(f.steps(() => f.store(0, 0, f.multiplyAdd(f.load(1, 0), f.load(2, 0), f.load(3, 0)))).list);
  return f;
}

function columnVariables(f: FunctionBuilder, count: number): Columns<Value> {
  const some = (): Value[] => Array.from({ length: count }, () => f.variable());
  return { highs: some(), lows: some() };
}

function assign(f: FunctionBuilder, to: Columns<Value>, from: Columns<Value>): void {
  for (const part of ['highs', 'lows'] as const) to[part].forEach((v, k) => f.copy(v, from[part][k] as Value));
}
