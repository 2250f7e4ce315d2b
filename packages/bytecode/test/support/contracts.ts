// Generated contracts: integers of every width, bools, addresses, records, arrays, maps and state that lives from call to call; in the builder and, beside it, in plain
// TypeScript over BigInt. The twin knows nothing of regions, labels, limbs or bytes: where the two differ, one of them is wrong. Engines try themselves on the same programs.
import {
  contextNumbers,
  moduleBuilder,
  scalarRefs,
  type BuiltValue,
  type Module,
  type RegionBuilder,
  type TypeRef,
} from '@enigma/bytecode';
import type { Dice } from './random.ts';

const { bool, u8, u32, address } = scalarRefs;

export interface Kind {
  readonly type: TypeRef;
  readonly bits: number;
  readonly signed: boolean;
}

export const kinds: readonly Kind[] = ([8, 16, 32, 64] as const).flatMap((bits) => [
  { type: scalarRefs[`u${bits}`], bits, signed: false },
  { type: scalarRefs[`i${bits}`], bits, signed: true },
]);

export function wrapTo({ bits, signed }: Kind, value: bigint): bigint {
  return signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

/** What the twin keeps between calls. */
export interface Twin {
  box: bigint;
  best: { who: bigint; x: bigint };
  list: bigint[];
  kept: Map<bigint, bigint>;
}

export interface Call {
  readonly a: bigint;
  readonly b: bigint;
  /** Public. */
  readonly n: bigint;
  readonly flag: bigint;
  readonly who: bigint;
  readonly sender: bigint;
}

export interface Generated {
  readonly module: Module;
  readonly kind: Kind;
  /** What `f` must give: an integer, a bool, an address, all revealed; and what it leaves in the twin's state. */
  expected(twin: Twin, call: Call): readonly bigint[];
}

export const emptyTwin = (): Twin => ({ box: 0n, best: { who: 0n, x: 0n }, list: [], kept: new Map() });

interface World {
  readonly twin: Twin;
  readonly call: Call;
  readonly slots: bigint[];
}

type Sort = 'int' | 'bool' | 'address';
type Action = (world: World) => void;

interface Known {
  readonly sort: Sort;
  readonly built: BuiltValue;
  readonly secret: boolean;
  readonly slot: number;
}

/** f(a, b secret, n public, flag, who secret): some statements, then one value of each sort revealed. */
export function contract(random: Dice): Generated {
  const kind = kinds[random.below(kinds.length)] as Kind;
  const m = moduleBuilder();
  const pair = m.recordType([
    { name: 'who', type: address },
    { name: 'x', type: kind.type },
  ]);
  const fields: Fields = {
    box: m.field('box', 'state', kind.type, 's'),
    best: m.field('best', 'state', pair, 's'),
    list: m.field('list', 'state', m.vectorType(kind.type), 's'),
    kept: m.field('kept', 'map', m.mapType(u8, kind.type, 's'), 'p'),
    pair,
  };
  const sites = ['an integer', 'a bit', 'an address'].map((reason) => m.release('reveal', reason));
  let run: (world: World) => readonly bigint[] = () => [];
  const secretOf = (name: string, type: TypeRef): { name: string; type: TypeRef; label: 's' } => ({
    name,
    type,
    label: 's',
  });
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [
        secretOf('a', kind.type),
        secretOf('b', kind.type),
        { name: 'n', type: kind.type, label: 'p' },
        secretOf('flag', bool),
        secretOf('who', address),
      ],
      results: [kind.type, bool, address].map((type) => ({ type, label: 'p' })),
    },
    (region, params) => {
      const growing = new Growing(kind, fields, random);
      const inputs: readonly (readonly [keyof Call, Sort, boolean])[] = [
        ['a', 'int', true],
        ['b', 'int', true],
        ['n', 'int', false],
        ['flag', 'bool', true],
        ['who', 'address', true],
      ];
      const scope: Known[] = [];
      const actions: Action[] = [];
      inputs.forEach(([name, sort, secret], i) => {
        const known = growing.known(sort, params[i] as BuiltValue, secret);
        scope.push(known);
        actions.push((world) => void (world.slots[known.slot] = world.call[name]));
      });
      const sender = growing.known('address', region.emit('ctx', [], [contextNumbers.sender]), false);
      scope.push(sender);
      actions.push((world) => void (world.slots[sender.slot] = world.call.sender));
      actions.push(...growing.statements(region, scope, 5 + random.below(10), 0));
      const last = (['int', 'bool', 'address'] as const).map(
        (sort) => scope.findLast((value) => value.sort === sort && value.secret) as Known,
      );
      run = (world) => {
        for (const action of actions) action(world);
        return last.map(({ slot }) => world.slots[slot] as bigint);
      };
      return last.map(({ built }, i) => region.reveal(sites[i]!, built));
    },
  );
  return { module: m.finish(), kind, expected: (twin, call) => run({ twin, call, slots: [] }) };
}

interface Fields {
  readonly box: { readonly kind: 'field'; readonly index: number };
  readonly best: { readonly kind: 'field'; readonly index: number };
  readonly list: { readonly kind: 'field'; readonly index: number };
  readonly kept: { readonly kind: 'field'; readonly index: number };
  readonly pair: TypeRef;
}

class Growing {
  readonly #kind: Kind;
  readonly #fields: Fields;
  readonly #random: Dice;
  #slots = 0;

  constructor(kind: Kind, fields: Fields, random: Dice) {
    this.#kind = kind;
    this.#fields = fields;
    this.#random = random;
  }

  known(sort: Sort, built: BuiltValue, secret: boolean): Known {
    return { sort, built, secret, slot: this.#slots++ };
  }

  statements(r: RegionBuilder, scope: Known[], count: number, depth: number): Action[] {
    const actions: Action[] = [];
    for (let i = 0; i < count; i++) actions.push(this.#statement(r, scope, depth));
    return actions;
  }

  #pick(scope: readonly Known[], sort: Sort): Known {
    const fitting = scope.filter((value) => value.sort === sort);
    return fitting[this.#random.below(fitting.length)] as Known;
  }

  /** Adds a value to the scope and says how the twin makes it. */
  #add(
    scope: Known[],
    sort: Sort,
    built: BuiltValue,
    from: readonly Known[],
    make: (values: bigint[], world: World) => bigint,
    secret: boolean = from.some((value) => value.secret),
  ): Action {
    const known = this.known(sort, built, secret);
    scope.push(known);
    return (world) =>
      void (world.slots[known.slot] = make(
        from.map(({ slot }) => world.slots[slot] as bigint),
        world,
      ));
  }

  #classified(r: RegionBuilder, value: Known): BuiltValue {
    return value.secret ? value.built : r.emit('classify', [value.built]);
  }

  #statement(r: RegionBuilder, scope: Known[], depth: number): Action {
    const random = this.#random;
    const kind = random.below(depth < 2 ? 18 : 16);
    if (kind < 9) return this.#pure(r, scope, kind);
    if (kind < 16) return this.#stateful(r, scope, kind - 9);
    return kind === 16 ? this.#branch(r, scope, depth) : this.#loop(r, scope, depth);
  }

  #pure(r: RegionBuilder, scope: Known[], which: number): Action {
    const [a, b] = [this.#pick(scope, 'int'), this.#pick(scope, 'int')];
    const [c, d] = [this.#pick(scope, 'bool'), this.#pick(scope, 'bool')];
    const [v, w] = [this.#pick(scope, 'address'), this.#pick(scope, 'address')];
    const wrap = (value: bigint): bigint => wrapTo(this.#kind, value);
    switch (which) {
      case 0: {
        const op = (['add', 'sub', 'mul', 'min', 'max'] as const)[this.#random.below(5)]!;
        const rows = {
          add: (x: bigint, y: bigint) => wrap(x + y),
          sub: (x: bigint, y: bigint) => wrap(x - y),
          mul: (x: bigint, y: bigint) => wrap(x * y),
          min: (x: bigint, y: bigint) => (x < y ? x : y),
          max: (x: bigint, y: bigint) => (x > y ? x : y),
        };
        return this.#add(scope, 'int', r.emit(op, [a.built, b.built]), [a, b], ([x, y]) => rows[op](x!, y!));
      }
      case 1:
        return this.#add(scope, 'bool', r.emit('lt', [a.built, b.built]), [a, b], ([x, y]) => (x! < y! ? 1n : 0n));
      case 2:
        return this.#add(scope, 'bool', r.emit('eq', [a.built, b.built]), [a, b], ([x, y]) => (x === y ? 1n : 0n));
      case 3: {
        const op = (['and', 'or', 'xor'] as const)[this.#random.below(3)]!;
        const rows = {
          and: (x: bigint, y: bigint) => x & y,
          or: (x: bigint, y: bigint) => x | y,
          xor: (x: bigint, y: bigint) => x ^ y,
        };
        return this.#add(scope, 'bool', r.emit(op, [c.built, d.built]), [c, d], ([x, y]) => rows[op](x!, y!));
      }
      case 4:
        return this.#add(scope, 'bool', r.emit('not', [c.built]), [c], ([x]) => 1n - x!);
      case 5:
        return this.#add(scope, 'int', r.emit('select', [c.built, a.built, b.built]), [c, a, b], ([x, y, z]) =>
          x === 1n ? y! : z!,
        );
      case 6: {
        const through = kinds[this.#random.below(kinds.length)] as Kind;
        const built = r.cast(this.#kind.type, r.cast(through.type, a.built));
        return this.#add(scope, 'int', built, [a], ([x]) => wrap(wrapTo(through, x!)));
      }
      case 7:
        return this.#add(scope, 'address', r.emit('select', [c.built, v.built, w.built]), [c, v, w], ([x, y, z]) =>
          x === 1n ? y! : z!,
        );
      default:
        return this.#add(scope, 'bool', r.emit('addr.eq', [v.built, w.built]), [v, w], ([x, y]) => (x === y ? 1n : 0n));
    }
  }

  #stateful(r: RegionBuilder, scope: Known[], which: number): Action {
    const { box, best, list, kept, pair } = this.#fields;
    const [a, b] = [this.#pick(scope, 'int'), this.#pick(scope, 'int')];
    const key = this.#random.below(3);
    const at = r.constant(u8, key);
    switch (which) {
      case 0:
        r.set(box, this.#classified(r, a));
        return this.#add(
          scope,
          'int',
          r.emit('add', [r.get(box), b.built]),
          [a, b],
          ([x, y], { twin }) => {
            twin.box = x!;
            return wrapTo(this.#kind, x! + y!);
          },
          true,
        );
      case 1:
        return this.#add(scope, 'int', r.get(box), [], (_, { twin }) => twin.box, true);
      case 2:
        return this.#betterPair(r, scope, a, best, pair);
      case 3:
        r.emit('arr.push', [this.#classified(r, a)], [list.index]);
        return (world) => void world.twin.list.push(world.slots[a.slot] as bigint);
      case 4:
        return this.#add(
          scope,
          'int',
          r.emit('sum', [r.get(list)]),
          [],
          (_, { twin }) =>
            wrapTo(
              this.#kind,
              twin.list.reduce((x, y) => x + y, 0n),
            ),
          true,
        );
      case 5:
        r.emit('map.set', [at, this.#classified(r, a)], [kept.index]);
        return (world) => void world.twin.kept.set(BigInt(key), world.slots[a.slot] as bigint);
      default:
        if (this.#random.below(4) === 0) {
          r.emit('map.del', [at], [kept.index]);
          return ({ twin }) => void twin.kept.delete(BigInt(key));
        }
        return this.#add(
          scope,
          'int',
          r.emit('map.get', [at], [kept.index]),
          [],
          (_, { twin }) => twin.kept.get(BigInt(key)) ?? 0n,
          true,
        );
    }
  }

  /** The best of a state record and a new one: a whole record chosen, its members read. */
  #betterPair(r: RegionBuilder, scope: Known[], a: Known, best: Fields['best'], pair: TypeRef): Action {
    const who = this.#pick(scope, 'address');
    const before = r.get(best);
    const more = r.emit('lt', [r.member(before, 1), a.built]);
    const made = r.record(pair, [this.#classified(r, who), this.#classified(r, a)]);
    const chosen = r.emit('select', [more, made, before]);
    r.set(best, chosen);
    const first = this.#add(
      scope,
      'address',
      r.member(chosen, 0),
      [a, who],
      ([x, w], { twin }) => {
        if (twin.best.x < x!) twin.best = { who: w!, x: x! };
        return twin.best.who;
      },
      true,
    );
    const second = this.#add(scope, 'int', r.member(chosen, 1), [], (_, { twin }) => twin.best.x, true);
    return (world) => {
      first(world);
      second(world);
    };
  }

  /** A public condition: one side runs, with all it does to the state. */
  #branch(r: RegionBuilder, scope: Known[], depth: number): Action {
    const n = scope.find((value) => value.sort === 'int' && !value.secret) as Known;
    const limit = wrapTo(this.#kind, BigInt(this.#random.below(200)));
    const sides: { actions: Action[]; last: Known }[] = [];
    const side = (inner: RegionBuilder): readonly BuiltValue[] => {
      const own = [...scope];
      const actions = this.statements(inner, own, 1 + this.#random.below(3), depth + 1);
      const last = own.findLast((value) => value.sort === 'int' && value.secret) as Known;
      sides.push({ actions, last });
      return [last.built];
    };
    const [result] = r.if(r.emit('lt', [n.built, r.constant(this.#kind.type, limit)]), side, side);
    return this.#add(
      scope,
      'int',
      result!,
      [n],
      ([value], world) => {
        const { actions, last } = sides[value! < limit ? 0 : 1]!;
        for (const action of actions) action(world);
        return world.slots[last.slot] as bigint;
      },
      true,
    );
  }

  #loop(r: RegionBuilder, scope: Known[], depth: number): Action {
    const trips = this.#random.below(4);
    const start = scope.findLast((value) => value.sort === 'int' && value.secret) as Known;
    let actions: Action[] = [];
    let carried = start;
    let index = start;
    let last = start;
    const [result] = r.for(
      r.constant(u32, trips),
      [{ initial: start.built, declared: { type: this.#kind.type, label: 's' } }],
      (inner, at, [value]) => {
        carried = this.known('int', value!, true);
        index = this.known('int', inner.cast(this.#kind.type, at), false);
        const own = [...scope, carried, index];
        actions = this.statements(inner, own, 1 + this.#random.below(4), depth + 1);
        last = own.findLast((one) => one.sort === 'int' && one.secret) as Known;
        return [last.built];
      },
    );
    return this.#add(
      scope,
      'int',
      result!,
      [start],
      ([value], world) => {
        let now = value!;
        for (let i = 0; i < trips; i++) {
          world.slots[carried.slot] = now;
          world.slots[index.slot] = BigInt(i);
          for (const action of actions) action(world);
          now = world.slots[last.slot] as bigint;
        }
        return now;
      },
      true,
    );
  }
}
