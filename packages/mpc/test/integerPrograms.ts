// Generated programs over secret integers: straight lines of a few operations on operands of all types, from clients, from state and public. Many of them
// stand side by side in one function, so that one run of the engine tries them all; what each must give is the plain evaluator's to say.
import {
  type BuiltValue,
  type InboxEntry,
  type ModuleBuilder,
  type RegionBuilder,
  type Scalar,
  type Tape,
  type TypeRef,
  type Value,
  type Verified,
  evaluate,
  moduleBuilder,
  plainLeaves,
  scalarRefs,
  secret,
  vector,
  verifyModule,
} from '@enigma/bytecode';

export const INTEGERS = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64'] as const;
export type IntegerName = (typeof INTEGERS)[number];
export type ScalarType = IntegerName | 'bool';
export const SCALARS: readonly ScalarType[] = [...INTEGERS, 'bool'];

export const widthOfName = (name: ScalarType): number => (name === 'bool' ? 1 : Number(name.slice(1)));
export const isSigned = (name: ScalarType): boolean => name.startsWith('i');

export function wrapName(name: ScalarType, value: bigint): bigint {
  return isSigned(name) ? BigInt.asIntN(widthOfName(name), value) : BigInt.asUintN(widthOfName(name), value);
}

/** xorshift32 */
export function dice(seed: number): (bound: number) => number {
  let state = seed | 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

export type Source = 'client' | 'state';

export interface Programs {
  readonly module: Verified;
  /** Secret values by type and source, in the order of the vectors that hold them. */
  readonly inputs: Readonly<Record<Source, Readonly<Record<ScalarType, readonly bigint[]>>>>;
  /** What the evaluator gives, and which program it is of. */
  readonly expected: readonly { readonly type: ScalarType; readonly value: bigint; readonly program: number }[];
  /** Each program as text. */
  readonly texts: readonly string[];
  /** What they draw, from its beginning. */
  readonly tape: (() => Tape) | undefined;
}

export const context = { sender: 7n, self: 9n, height: 100n, time: 1000n, value: 0n, seats: 4, threshold: 1 };

export interface Known {
  readonly built: BuiltValue;
  readonly name: string;
  readonly isSecret: boolean;
}

/** One program: appends to the scope and says which values to look at. */
export type Line = (author: Author) => readonly { readonly type: ScalarType; readonly value: Known }[];

export interface Author {
  /** For types that are no scalars. */
  readonly b: ModuleBuilder;
  readonly r: RegionBuilder;
  readonly roll: (bound: number) => number;
  input(type: ScalarType, source: Source, value: bigint): Known;
  constant(type: ScalarType, value: bigint): Known;
  emit(op: Parameters<RegionBuilder['emit']>[0], operands: readonly Known[]): Known;
  cast(type: ScalarType, value: Known): Known;
  vectorOf(type: ScalarType): TypeRef;
  say(text: string): void;
}

/** Programs one behind the other, in one function `f`. */
export function programsOf(lines: readonly Line[], seed = 1, tape?: () => Tape): Programs {
  const b = moduleBuilder();
  const roll = dice(seed);
  const vectors = Object.fromEntries(SCALARS.map((name) => [name, b.vectorType(scalarRefs[name])])) as Record<
    ScalarType,
    TypeRef
  >;
  const fields = SCALARS.map((name) => b.field(`state_${name}`, 'state', vectors[name], 's'));
  // A client's value is an entry with one leaf of each type, of which it uses one.
  const entry = b.recordType(SCALARS.map((name) => ({ name, type: scalarRefs[name] })));
  const inbox = b.field('entries', 'inbox', entry, 's');
  const releases = SCALARS.map((name) => b.release('reveal', `values of type ${name}`));
  const values = (): Record<ScalarType, bigint[]> =>
    Object.fromEntries(SCALARS.map((name) => [name, [] as bigint[]])) as Record<ScalarType, bigint[]>;
  const inputs = { client: values(), state: values() };
  const outputs = new Map<ScalarType, { built: BuiltValue; program: number }[]>(SCALARS.map((name) => [name, []]));
  const texts: string[] = [];
  b.function(
    {
      name: 'f',
      kind: 'call',
      results: SCALARS.map((name) => ({ type: vectors[name], label: 'p' as const })),
    },
    (r) => {
      const entries = r.take(inbox, b.taken(entry), r.constant(scalarRefs.u64, 50), 'all');
      const state = fields.map((field) => r.get(field));
      let text: string[] = [];
      let count = 0;
      const author: Author = {
        b,
        r,
        roll,
        input(type, source, value) {
          const place = inputs[source][type].push(value) - 1;
          const which = SCALARS.indexOf(type);
          const at = (list: BuiltValue): BuiltValue => r.emit('at', [list, r.constant(scalarRefs.u32, place)]);
          text.push(`v${count} = ${source} ${type} ${value}`);
          const built = source === 'state' ? at(state[which] as BuiltValue) : r.member(r.member(at(entries), 2), which);
          return { built, name: `v${count++}`, isSecret: true };
        },
        constant: (type, value) => ({
          built: r.constant(scalarRefs[type], value),
          name: `${type} ${value}`,
          isSecret: false,
        }),
        emit(op, operands) {
          text.push(`v${count} = ${op} ${operands.map(({ name }) => name).join(', ')}`);
          return {
            built: r.emit(
              op,
              operands.map(({ built }) => built),
            ),
            name: `v${count++}`,
            isSecret: operands.some(({ isSecret }) => isSecret),
          };
        },
        cast(type, value) {
          text.push(`v${count} = ${type} ${value.name}`);
          return { built: r.cast(scalarRefs[type], value.built), name: `v${count++}`, isSecret: value.isSecret };
        },
        vectorOf: (type) => vectors[type],
        say: (line) => void text.push(line),
      };
      for (const [program, line] of lines.entries()) {
        text = [];
        count = 0;
        for (const { type, value } of line(author)) {
          text.push(`reveal ${value.name}`);
          (outputs.get(type) as { built: BuiltValue; program: number }[]).push({ built: value.built, program });
        }
        texts.push(text.join('; '));
      }
      return SCALARS.map((name, k) => {
        const shown = (outputs.get(name) ?? []).map(({ built }) => built);
        // At least one secret, so that there is something to release.
        const none = r.emit('classify', [r.constant(scalarRefs[name], 0)]);
        return r.reveal(releases[k] as never, r.vector(vectors[name], [none, ...shown]));
      });
    },
  );
  const outcome = verifyModule(b.finish());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome, (_, v) => (typeof v === 'bigint' ? String(v) : v)));
  const module = outcome.value;
  const run = evaluate(module, 0, {
    state: [...SCALARS.map((name) => vector(inputs.state[name].map((value) => secret(value)))), 0n],
    inbox: entriesOf(inputs.client, (value) => secret(value)),
    context,
    ...(tape ? { tape: tape() } : {}),
  }).outcome;
  if (run.status !== 'ok') throw new Error(`the evaluator ends with ${run.status}`);
  const expected = SCALARS.flatMap((name, k) => {
    const type = module.module.functions[0]?.results[k]?.type as TypeRef;
    const [, ...shown] = plainLeaves(module, type, run.results[k] as Value<bigint>);
    return shown.map((value, i) => ({ type: name, value, program: outputs.get(name)?.[i]?.program as number }));
  });
  return { module, inputs, expected, texts, tape };
}

/** Entry k holds the k-th value of each type. */
export function entriesOf<S>(
  client: Readonly<Record<ScalarType, readonly bigint[]>>,
  leaf: (value: bigint, entry: number, position: number) => Scalar<S>,
): InboxEntry<S>[] {
  const count = Math.max(...SCALARS.map((name) => client[name].length));
  return Array.from({ length: count }, (_, k) => ({
    sender: BigInt(k + 1),
    index: BigInt(k),
    height: 1n,
    values: SCALARS.map((name, position) => leaf(client[name][k] ?? 0n, k, position)),
  }));
}

/** Values where carries, signs and limbs turn, and others. */
export function valueOf(type: ScalarType, roll: (bound: number) => number): bigint {
  const bits = widthOfName(type);
  const half = 1n << BigInt(bits - 1);
  const around = [0n, 1n, half, 2n * half, 1n << BigInt(bits >> 1), (1n << BigInt(bits >> 1)) * half];
  const pick = around[roll(around.length)] as bigint;
  const random = (BigInt(roll(2 ** 31)) << 40n) ^ (BigInt(roll(2 ** 31)) << 20n) ^ BigInt(roll(2 ** 31));
  return wrapName(type, roll(2) === 0 ? random : pick + BigInt(roll(5)) - 2n);
}

const NUMBERS = ['add', 'sub', 'mul', 'min', 'max', 'select', 'eq', 'lt', 'cast', 'sum', 'fold'] as const;
const QUOTIENTS = ['div', 'rem', 'div', 'rem', 'div', 'rem', 'muldiv', 'isqrt'] as const;
const BITWISE = ['and', 'or', 'xor', 'not', 'shl', 'shr'] as const;
const BITS = ['and', 'or', 'xor', 'not', 'select', 'eq', 'cast'] as const;

/** A program of `length` operations; types change by casts alone, so that what is made is used. */
export function randomLine(length: number): Line {
  return (author) => {
    const { roll } = author;
    const some = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
    const known = new Map<ScalarType, Known[]>(SCALARS.map((name) => [name, []]));
    const add = (type: ScalarType, value: Known): void => void (known.get(type) as Known[]).push(value);
    let type: ScalarType = some(INTEGERS);
    const start = (of: ScalarType): void => add(of, author.input(of, some(['client', 'state']), valueOf(of, roll)));
    for (let k = 0; k < 2; k++) start(type);
    start('bool');
    const operand = (of: ScalarType): Known => {
      const list = known.get(of) as Known[];
      if (roll(6) === 0) return author.constant(of, valueOf(of, roll));
      if (list.length === 0 || roll(8) === 0) start(of);
      return roll(2) === 0 ? (list.at(-1) as Known) : some(list);
    };
    // An operation on public values alone is another matter.
    const last = (of: ScalarType): Known => (known.get(of) as Known[]).at(-1) as Known;
    for (let k = 0; k < length; k++) {
      if (roll(4) === 0) {
        const op = some(BITS);
        if (op === 'not') add('bool', author.emit('not', [last('bool')]));
        else if (op === 'cast') add(type, author.cast(type, last('bool')));
        else if (op === 'select') add('bool', author.emit('select', [last('bool'), operand('bool'), operand('bool')]));
        else
          add(
            'bool',
            author.emit(op, roll(2) === 0 ? [last('bool'), operand('bool')] : [operand('bool'), last('bool')]),
          );
        continue;
      }
      // Long circuits are rare: one of them takes as long as a hundred others.
      const op = roll(160) === 0 ? some(QUOTIENTS) : some([...NUMBERS, ...BITWISE]);
      if (op === 'muldiv') {
        add(type, author.emit('muldiv', [last(type), operand(type), operand(type)]));
        continue;
      }
      if (op === 'isqrt') {
        if (!isSigned(type)) add(type, author.emit('isqrt', [last(type)]));
        continue;
      }
      if (op === 'not') {
        add(type, author.emit('not', [last(type)]));
        continue;
      }
      if (op === 'shl' || op === 'shr') {
        // A public amount of the width or more would end the task.
        const known = author.constant('u8', BigInt(roll(widthOfName(type))));
        const amount = roll(2) === 0 ? known : author.cast('u8', last(type));
        add(type, author.emit(op, [last(type), amount]));
        continue;
      }
      const pair = roll(2) === 0 ? [last(type), operand(type)] : [operand(type), last(type)];
      if (op === 'eq' || op === 'lt') add('bool', author.emit(op, pair));
      else if (op === 'select') add(type, author.emit('select', [last('bool'), operand(type), operand(type)]));
      else if (op === 'cast') {
        const to = some(INTEGERS);
        if (to === type) continue;
        add(to, author.cast(to, last(type)));
        type = to;
      } else if (op === 'sum' || op === 'fold') {
        const list = Array.from({ length: 1 + roll(4) }, () => operand(type));
        const { r } = author;
        const made = r.vector(
          author.vectorOf(type),
          [last(type), ...list].map(({ built }) => built),
        );
        const fold = some(['add', 'mul', 'min', 'max'] as const);
        author.say(`${op} ${fold} ${[last(type), ...list].map(({ name }) => name).join(', ')}`);
        const built = op === 'sum' ? r.emit('sum', [made]) : r.foldWith(fold, made);
        add(type, { built, name: op, isSecret: true });
      } else add(type, author.emit(op, pair));
    }
    return [
      { type, value: last(type) },
      { type: 'bool', value: last('bool') },
    ];
  };
}
