// Generated programs: straight secret and public arithmetic with loops, in the builder and, beside it, in plain TypeScript. The twin knows nothing of regions,
// labels or bytes; where the two differ, one of them is wrong.
import { moduleBuilder, scalarRefs, type BuiltValue, type Module, type RegionBuilder } from '@enigma/bytecode';
import type { Dice } from './random.ts';

const { bool, u8, u32, i16 } = scalarRefs;
const kinds = [
  { type: u8, bits: 8, signed: false },
  { type: u32, bits: 32, signed: false },
  { type: i16, bits: 16, signed: true },
] as const;
export type Kind = (typeof kinds)[number];

interface Known {
  readonly built: BuiltValue;
  /** Plain value for given arguments. */
  readonly twin: (args: Scope) => bigint;
  readonly secret: boolean;
}

/** What the twin sees: the arguments, and the index and carried value of the open loop. */
export interface Scope {
  readonly args: readonly bigint[];
  readonly index: bigint;
  readonly carried: bigint;
}

export interface Program {
  readonly module: Module;
  readonly kind: Kind;
  /** Trips of its loop. */
  readonly trips: number;
  /** The result that the function must have. */
  readonly expected: (args: readonly bigint[]) => bigint;
}

export function wrapped(kind: Kind, value: bigint): bigint {
  return kind.signed ? BigInt.asIntN(kind.bits, value) : BigInt.asUintN(kind.bits, value);
}

/** f(a secret, b secret, n public): some values, a loop that carries one secret, one result revealed. */
export function program(random: Dice): Program {
  const kind = kinds[random.below(kinds.length)] as Kind;
  let trips = random.below(5);
  const m = moduleBuilder();
  const site = m.release('reveal', 'the result');
  let final: (args: readonly bigint[]) => bigint = () => 0n;
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [
        { name: 'a', type: kind.type, label: 's' },
        { name: 'b', type: kind.type, label: 's' },
        { name: 'n', type: kind.type, label: 'p' },
      ],
      results: [{ type: kind.type, label: 'p' }],
    },
    (r, params) => {
      const scope = params.map((built, i): Known => ({ built, twin: ({ args }) => args[i] as bigint, secret: i < 2 }));
      grow(r, scope, kind, 1 + random.below(6), random);
      const start = scope.findLast((value) => value.secret) as Known;
      const body: Known[] = [];
      let next: Known = start;
      const round = (loop: RegionBuilder, index: BuiltValue, carried: BuiltValue): BuiltValue => {
        body.push(
          ...scope,
          { built: carried, twin: (at) => at.carried, secret: true },
          { built: loop.cast(kind.type, index), twin: (at) => at.index, secret: false },
        );
        grow(loop, body, kind, 1 + random.below(6), random);
        next = body.findLast((value) => value.secret) as Known;
        return next.built;
      };
      const secret = { initial: start.built, declared: { type: kind.type, label: 's' } } as const;
      // Counted; or as long as a condition holds, which the stated maximum ends first in one of three.
      const counts = random.below(2) === 0;
      const max = random.below(3) === 0 ? Math.max(1, trips - 1) : trips + 1;
      if (!counts) trips = Math.min(trips, max);
      const limit = r.constant(u8, counts ? trips : max > trips ? trips : 200);
      const first = r.constant(u8, 0);
      const [after] = counts
        ? r.for(limit, [secret], (loop, index, [carried]) => [round(loop, index, carried!)])
        : r
            .while(
              max,
              r.emit('lt', [first, limit]),
              [{ initial: first, declared: { type: u8, label: 'p' } }, secret],
              (loop, [index, carried]) => {
                const value = round(loop, index!, carried!);
                const following = loop.emit('add.t', [index!, loop.constant(u8, 1)]);
                return [loop.emit('lt', [following, limit]), [following, value]];
              },
            )
            .slice(1);
      final = (args) => {
        let value = start.twin({ args, index: 0n, carried: 0n });
        for (let i = 0; i < trips; i++) value = next.twin({ args, index: BigInt(i), carried: value });
        return value;
      };
      return [r.reveal(site, after!)];
    },
  );
  return { module: m.finish(), kind, trips, expected: (args) => final(args) };
}

function grow(r: RegionBuilder, scope: Known[], kind: Kind, count: number, random: Dice): void {
  for (let i = 0; i < count; i++) {
    const pick = (): Known => scope[random.below(scope.length)] as Known;
    const [a, b, c] = [pick(), pick(), pick()];
    const secret = a.secret || b.secret;
    const made = (built: BuiltValue, twin: Known['twin'], label = secret): void =>
      void scope.push({ built, twin, secret: label });
    switch (random.below(8)) {
      case 0:
        made(r.emit('add', [a.built, b.built]), (at) => wrapped(kind, a.twin(at) + b.twin(at)));
        break;
      case 1:
        made(r.emit('sub', [a.built, b.built]), (at) => wrapped(kind, a.twin(at) - b.twin(at)));
        break;
      case 2:
        made(r.emit('mul', [a.built, b.built]), (at) => wrapped(kind, a.twin(at) * b.twin(at)));
        break;
      case 3:
        made(r.emit('min', [a.built, b.built]), (at) => (a.twin(at) < b.twin(at) ? a.twin(at) : b.twin(at)));
        break;
      case 4: {
        const less = r.emit('lt', [a.built, b.built]);
        made(
          r.emit('select', [less, b.built, c.built]),
          (at) => (a.twin(at) < b.twin(at) ? b.twin(at) : c.twin(at)),
          secret || c.secret,
        );
        break;
      }
      case 5: {
        const same = r.emit('xor', [r.emit('eq', [a.built, b.built]), r.constant(bool, 1)]);
        made(r.cast(kind.type, same), (at) => (a.twin(at) === b.twin(at) ? 0n : 1n));
        break;
      }
      case 6: {
        const value = BigInt(random.below(100));
        made(r.constant(kind.type, value), () => value, false);
        break;
      }
      default:
        made(r.cast(kind.type, r.cast(u8, a.built)), (at) => wrapped(kind, BigInt.asUintN(8, a.twin(at))), a.secret);
    }
  }
}
