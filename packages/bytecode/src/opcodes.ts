/**
 * The ninety opcodes as a table: number, immediates, operands, what must be public, the label of the result. Decoder, verifier, disassembler and cost read this
 * table; none of them has a list of its own. A number never changes its meaning; those with `since: 0` are reserved and refused by the decoder.
 *
 * What a row says about operands:
 * - `operands` is the fixed number, or the least number when `variadic`;
 * - `mustBePublic` lists operand positions (of the fixed ones) whose value must be public through and through; "all" means every operand. A secret there is
 *   refused with the row's `refusal`: conditions and traps E-ABORT, lengths, counts, indices and keys E-SHAPE, recipients E-READER.
 */

/** type: a TypeRef. constant, field, release, error, function: table indices. member: index in a record. context, filter, fold: see the tables below. rounds: at most so many. */
export type ImmediateKind =
  | 'type'
  | 'constant'
  | 'field'
  | 'release'
  | 'error'
  | 'function'
  | 'member'
  | 'context'
  | 'filter'
  | 'fold'
  | 'rounds';

/** join: s if an operand is. public, secret: always. declared: by field, function signature, carried list or yield. none: no result. */
export type ResultLabel = 'join' | 'public' | 'secret' | 'declared' | 'none';

export interface OpcodeRow {
  readonly number: number;
  /** First format version that runs it; 0: reserved. */
  readonly since: number;
  readonly immediates: readonly ImmediateKind[];
  readonly operands: number;
  readonly variadic: boolean;
  readonly mustBePublic: readonly number[] | 'all';
  readonly refusal: 'E-ABORT' | 'E-SHAPE' | 'E-READER' | 'E-FLOW' | 'none';
  readonly label: ResultLabel;
  readonly regions: number;
  /** Ends the task with a code when its public operands are outside its domain. */
  readonly traps: boolean;
  /** Writes state, consumes entries, releases or draws from the tape: not inside `each` where marked "state", not in a view. */
  readonly effect: 'none' | 'state' | 'release' | 'draw';
}

interface Shape {
  readonly immediates?: readonly ImmediateKind[];
  readonly operands?: number;
  readonly variadic?: boolean;
  readonly mustBePublic?: readonly number[] | 'all';
  readonly refusal?: OpcodeRow['refusal'];
  readonly label?: ResultLabel;
  readonly regions?: number;
  readonly traps?: boolean;
  readonly effect?: OpcodeRow['effect'];
}

function row(number: number, shape: Shape): OpcodeRow {
  return {
    number,
    since: 1,
    immediates: shape.immediates ?? [],
    operands: shape.operands ?? 0,
    variadic: shape.variadic ?? false,
    mustBePublic: shape.mustBePublic ?? [],
    refusal: shape.refusal ?? 'none',
    label: shape.label ?? 'join',
    regions: shape.regions ?? 0,
    traps: shape.traps ?? false,
    effect: shape.effect ?? 'none',
  };
}

function reserved(number: number): OpcodeRow {
  return { ...row(number, {}), since: 0 };
}

/** Trapping arithmetic: a trap shows its operands, so they must be public. */
function trapping(number: number, shape: Shape): OpcodeRow {
  return row(number, { ...shape, mustBePublic: 'all', refusal: 'E-ABORT', label: 'public', traps: true });
}

/** Map opcodes: which key is touched is seen by everyone, so the first operand is public. */
function keyed(number: number, shape: Shape): OpcodeRow {
  return row(number, { ...shape, immediates: ['field'], mustBePublic: [0], refusal: 'E-SHAPE' });
}

export type OpName =
  // values
  | 'const'
  | 'classify'
  | 'rec.make'
  | 'rec.get'
  | 'vec.make'
  | 'vec.fill'
  | 'len'
  // trapping, public only
  | 'add.t'
  | 'sub.t'
  | 'mul.t'
  | 'div.t'
  | 'rem.t'
  | 'cast.t'
  // total integers
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'rem'
  | 'muldiv'
  | 'isqrt'
  | 'min'
  | 'max'
  // compare, logic
  | 'eq'
  | 'lt'
  | 'not'
  | 'and'
  | 'or'
  | 'xor'
  | 'select'
  // bits, casts
  | 'shl'
  | 'shr'
  | 'bits'
  | 'frombits'
  | 'cast'
  | 'lut'
  // fixed point
  | 'fmul'
  | 'fdiv'
  | 'fdot'
  // vectors
  | 'at'
  | 'put'
  | 'slice'
  | 'concat'
  | 'gather'
  | 'oat'
  | 'oput'
  | 'onehot'
  | 'sum'
  | 'dot'
  | 'matmul'
  | 'prefix'
  | 'reduce'
  | 'argmax'
  | 'sort'
  | 'permute'
  | 'compact'
  // random
  | 'rand.bits'
  | 'rand.below'
  | 'rand.perm'
  | 'rand.dlap'
  // identity, context
  | 'addr.const'
  | 'addr.eq'
  | 'addr.bytes'
  | 'ctx'
  // state
  | 'st.get'
  | 'st.set'
  | 'map.get'
  | 'map.set'
  | 'map.has'
  | 'map.del'
  | 'map.size'
  | 'map.key'
  | 'arr.push'
  | 'arr.pop'
  // control
  | 'if'
  | 'for'
  | 'while'
  | 'each'
  | 'fold'
  | 'call'
  | 'yield'
  | 'trap'
  // release, effects
  | 'admit'
  | 'reveal'
  | 'send'
  | 'cohort'
  | 'emit'
  | 'pay'
  | 'message'
  | 'keccak'
  | 'inbox.take';

export const opcodes: Readonly<Record<OpName, OpcodeRow>> = {
  const: row(1, { immediates: ['constant'], label: 'public' }),
  classify: row(2, { operands: 1, label: 'secret' }),
  /** Operands: the members in order. */
  'rec.make': row(3, { immediates: ['type'], variadic: true }),
  'rec.get': row(4, { immediates: ['member'], operands: 1 }),
  /** The immediate is the vector type, so that an empty one has a type. */
  'vec.make': row(5, { immediates: ['type'], variadic: true }),
  /** (value, count) → vector of the immediate type. */
  'vec.fill': row(6, { immediates: ['type'], operands: 2, mustBePublic: [1], refusal: 'E-SHAPE', traps: true }),
  /** → u32. The length of a secret vector is public. */
  len: row(7, { operands: 1, label: 'public' }),

  'add.t': trapping(8, { operands: 2 }),
  'sub.t': trapping(9, { operands: 2 }),
  'mul.t': trapping(10, { operands: 2 }),
  'div.t': trapping(11, { operands: 2 }),
  'rem.t': trapping(12, { operands: 2 }),
  'cast.t': trapping(13, { immediates: ['type'], operands: 1 }),

  add: row(14, { operands: 2 }),
  sub: row(15, { operands: 2 }),
  mul: row(16, { operands: 2 }),
  /** Toward zero; by zero both are zero. */
  div: row(17, { operands: 2 }),
  rem: row(18, { operands: 2 }),
  /** (a, b, c) → a·b/c of the exact product. Of public operands alone it traps as `div.t` does; else mod 2^w, and 0 where c is. */
  muldiv: row(19, { operands: 3, traps: true }),
  /** ⌊√x⌋ of an unsigned integer. */
  isqrt: row(20, { operands: 1 }),
  min: row(21, { operands: 2 }),
  max: row(22, { operands: 2 }),

  /** Scalars of one type but address (`addr.eq`). */
  eq: row(23, { operands: 2 }),
  lt: row(24, { operands: 2 }),
  /** On booleans, and on integers bit by bit; `and`, `or` and `xor` of two of one type. */
  not: row(25, { operands: 1 }),
  and: row(26, { operands: 2 }),
  or: row(27, { operands: 2 }),
  xor: row(28, { operands: 2 }),
  /** (condition, whenTrue, whenFalse), any one type; vectors of equal length, else the task traps (lengths are public). */
  select: row(29, { operands: 3, traps: true }),

  /** (value, amount u8). A public amount of at least the width traps; a secret one is total: all bits have left. `shr` copies the sign of a signed type. */
  shl: row(30, { operands: 2, traps: true }),
  shr: row(31, { operands: 2, traps: true }),
  /** Integer → vector of its bits as booleans, lowest first. */
  bits: row(32, { operands: 1 }),
  /** Vector of booleans, lowest first → integer of the immediate type; bits that are missing are zero, those above its width are dropped. */
  frombits: row(33, { immediates: ['type'], operands: 1 }),
  /** Total: bool, range or integer → integer, mod 2^w. */
  cast: row(34, { immediates: ['type'], operands: 1 }),
  /** (public vector of integers or booleans, unsigned index) → the element there, zero outside. */
  lut: row(35, { operands: 2, mustBePublic: [0], refusal: 'E-SHAPE' }),

  fmul: reserved(36),
  fdiv: reserved(37),
  fdot: reserved(38),

  at: row(39, { operands: 2, mustBePublic: [1], refusal: 'E-SHAPE', traps: true }),
  /** (vector, index, value) → a new vector. */
  put: row(40, { operands: 3, mustBePublic: [1], refusal: 'E-SHAPE', traps: true }),
  /** (vector, start, count) → those elements, of the immediate vector type; the task traps unless all of them are there. */
  slice: row(41, { immediates: ['type'], operands: 3, mustBePublic: [1, 2], refusal: 'E-SHAPE', traps: true }),
  /** (…vectors) → their elements one behind the other, of the immediate vector type. */
  concat: row(42, { immediates: ['type'], variadic: true, traps: true }),
  /** (vector, indices) → the elements at those places, each as often as it is named, of the immediate vector type. */
  gather: row(43, { immediates: ['type'], operands: 2, mustBePublic: [1], refusal: 'E-SHAPE', traps: true }),
  /** (vector, index) → the element there, the zero of its type where the index is outside. The index may be secret. */
  oat: row(44, { operands: 2 }),
  /** (vector, index, value) → a new vector, the same one where the index is outside. The index may be secret. */
  oput: row(45, { operands: 3 }),
  /** (index, count) → so many bools, of the immediate vector type: set at the index and nowhere else. The index may be secret. */
  onehot: row(46, { immediates: ['type'], operands: 2, mustBePublic: [1], refusal: 'E-SHAPE', traps: true }),
  /** Vector of integers → integer, mod 2^w; empty → 0. */
  sum: row(47, { operands: 1 }),
  /** (vector, vector of the same length) → the sum of their products, mod 2^w; empty → 0. */
  dot: row(48, { operands: 2, traps: true }),
  /** (rows of k, k rows) → the product of two matrices, mod 2^w, of the immediate type: a vector of vectors. Of k = 0 every row is empty. */
  matmul: row(49, { immediates: ['type'], operands: 2, traps: true }),
  /** (vector): of each element and all before it what `fold` with the same named opcode gives; a vector of the same type. */
  prefix: row(50, { immediates: ['fold'], operands: 1 }),
  reduce: reserved(51),
  /** Vector of integers → u32: where the largest stands, the first of equals; empty → 0. */
  argmax: row(52, { operands: 1 }),
  /** (vector, keys) → the vector's elements in ascending order of their keys, those of equal keys in their order; the task traps unless there are as many. */
  sort: row(53, { operands: 2, traps: true }),
  /** (vector, permutation) → what stood in place p[i] in place i. The permutation is what a `rand.perm` of the same function gave; the task traps unless it has as many places. */
  permute: row(54, { operands: 2, traps: true }),
  /** (vector, bools of the same length) → the elements that are kept, in their order, then zeros of their type: as many as before. */
  compact: row(55, { operands: 2, traps: true }),

  /** → the immediate type, bool or an integer: all its bits uniform. */
  'rand.bits': row(56, { immediates: ['type'], label: 'secret', effect: 'draw' }),
  /** (n u32) → u32, uniform below n; the task traps where n is 0. */
  'rand.below': row(57, {
    operands: 1,
    mustBePublic: [0],
    refusal: 'E-SHAPE',
    label: 'secret',
    traps: true,
    effect: 'draw',
  }),
  /** (count) → 0 … count − 1 in a uniform order, as the immediate vector of u32. */
  'rand.perm': row(58, {
    immediates: ['type'],
    operands: 1,
    mustBePublic: [0],
    refusal: 'E-SHAPE',
    label: 'secret',
    traps: true,
    effect: 'draw',
  }),
  'rand.dlap': reserved(59),

  'addr.const': reserved(60),
  'addr.eq': row(61, { operands: 2 }),
  'addr.bytes': reserved(62),
  ctx: row(63, { immediates: ['context'], label: 'public' }),

  'st.get': row(64, { immediates: ['field'], label: 'declared' }),
  'st.set': row(65, { immediates: ['field'], operands: 1, label: 'none', effect: 'state' }),
  /** (key) → the value there, the zero of its type where there is none. */
  'map.get': keyed(66, { operands: 1, label: 'declared' }),
  /** (key, value): a new key goes behind all others, a known one stays where it is. */
  'map.set': keyed(67, { operands: 2, label: 'none', effect: 'state', traps: true }),
  'map.has': keyed(68, { operands: 1, label: 'public' }),
  /** (key): the others keep their order; nothing where there is none. */
  'map.del': keyed(69, { operands: 1, label: 'none', effect: 'state' }),
  /** → u32. */
  'map.size': row(70, { immediates: ['field'], label: 'public' }),
  /** (index) → the key at that place. */
  'map.key': keyed(71, { operands: 1, label: 'public', traps: true }),
  /** (element) goes to the end of a field's vector. */
  'arr.push': row(72, { immediates: ['field'], operands: 1, label: 'none', effect: 'state', traps: true }),
  /** → what was the last element of a field's vector. */
  'arr.pop': row(73, { immediates: ['field'], label: 'declared', effect: 'state', traps: true }),

  /** (condition): two regions without parameters that yield the same types. */
  if: row(74, { operands: 1, mustBePublic: [0], refusal: 'E-FLOW', label: 'declared', regions: 2 }),
  /** (count, …initial carried): region (index of the count's type, …carried) yields the next carried; results: the last carried. */
  for: row(75, { operands: 1, variadic: true, mustBePublic: [0], refusal: 'E-SHAPE', label: 'declared', regions: 1 }),
  /**
   * (condition, …initial carried), at most as many rounds as the immediate says: region (…carried) yields (condition, …next carried); results: the last carried.
   * It ends before a round when the condition is false, and after the last round whatever it is.
   */
  while: row(76, {
    immediates: ['rounds'],
    operands: 1,
    variadic: true,
    mustBePublic: [0],
    refusal: 'E-FLOW',
    label: 'declared',
    regions: 1,
  }),
  /** (count, …vectors of that length): region (index of the count's type, …elements) yields what becomes vectors. Nothing carried: parallel by construction. */
  each: row(77, {
    operands: 1,
    variadic: true,
    mustBePublic: [0],
    refusal: 'E-SHAPE',
    label: 'declared',
    regions: 1,
    traps: true,
  }),
  /**
   * Immediate `general` (0): (vector, …initial carried), region (index u32, element, …carried) yields the next carried: sequential.
   * Any other immediate: (vector) and no region: the named associative opcode over the elements, its neutral element when empty.
   */
  fold: row(78, { immediates: ['fold'], operands: 1, variadic: true, label: 'declared', regions: 1 }),
  /** Of an internal function; the graph of calls has no circle. */
  call: row(79, { immediates: ['function'], variadic: true, label: 'declared' }),
  yield: row(80, { variadic: true, label: 'none' }),
  /** (condition, …facts): ends the task with the error's code and facts unless the condition holds. */
  trap: row(81, {
    immediates: ['error'],
    operands: 1,
    variadic: true,
    mustBePublic: 'all',
    refusal: 'E-ABORT',
    label: 'none',
    traps: true,
  }),

  admit: reserved(82),
  /** Any secret value → the same, public; to everyone. */
  reveal: row(83, { immediates: ['release'], operands: 1, label: 'public', effect: 'release' }),
  /** (recipient, value): in this version the recipient is `ctx sender` of a task that a person sent. */
  send: row(84, {
    immediates: ['release'],
    operands: 2,
    mustBePublic: [0],
    refusal: 'E-READER',
    label: 'none',
    effect: 'release',
  }),
  cohort: reserved(85),
  /** (…facts): tells the public facts under the entry's text, if the task ends well. */
  emit: row(86, {
    immediates: ['error'],
    variadic: true,
    mustBePublic: 'all',
    refusal: 'E-SHAPE',
    label: 'none',
    effect: 'state',
  }),
  pay: reserved(87),
  message: reserved(88),
  keccak: reserved(89),
  /**
   * (height u64) → vector of the immediate type, which must be a record {sender: address p, index: u64 p, entry: the field's record s}. Takes the accepted
   * entries from the cursor up to that height and moves the cursor behind them; the filter then chooses among them by public data alone.
   */
  'inbox.take': row(90, {
    immediates: ['field', 'type', 'filter'],
    operands: 1,
    mustBePublic: [0],
    refusal: 'E-SHAPE',
    label: 'public',
    effect: 'state',
  }),
};

export const opNames: readonly OpName[] = Object.keys(opcodes) as OpName[];

const byNumber: ReadonlyMap<number, OpName> = new Map(opNames.map((name) => [opcodes[name].number, name]));

export function opByNumber(number: number): OpName | undefined {
  return byNumber.get(number);
}

/** Immediate of `ctx`. value is what the call pays, in the token's smallest unit; task (7) is reserved with the type it needs. */
export const contextNumbers: {
  readonly sender: 0;
  readonly self: 1;
  readonly height: 2;
  readonly time: 3;
  readonly value: 4;
  readonly seats: 5;
  readonly threshold: 6;
} = {
  sender: 0,
  self: 1,
  height: 2,
  time: 3,
  value: 4,
  seats: 5,
  threshold: 6,
};

export type ContextName = keyof typeof contextNumbers;

/** Third immediate of `inbox.take`. lastBySender keeps, of each sender, the accepted entry with the highest nonce, in the order of their indices. */
export const filterNumbers: { readonly all: 0; readonly lastBySender: 1 } = { all: 0, lastBySender: 1 };

export type FilterName = keyof typeof filterNumbers;

/** Immediate of `fold`: 0 general, else the number of the associative opcode. */
export const foldOps: readonly OpName[] = ['add', 'mul', 'min', 'max', 'and', 'or', 'xor'];
