// What befalls links: connections that break and lose their tail, partitions that heal, also of one direction, a node whose links come and go, and a seat that is slow just inside the time-outs.
import type { Chance } from '../ballots.ts';
import type { World } from '../world.ts';
import { drawWhen, type Phases, type When } from './when.ts';

export type NetworkFault =
  /** The connection of two nodes breaks; one of them may not notice for a while. */
  | {
      readonly kind: 'cut';
      readonly between: readonly [number, number];
      readonly at: When;
      readonly downMs: number;
      readonly blindMs: number;
    }
  /** All links of a node break, again and again. */
  | {
      readonly kind: 'flap';
      readonly node: number;
      readonly at: When;
      readonly times: number;
      readonly everyMs: number;
      readonly downMs: number;
    }
  /** Nothing passes between `side` and the others, or nothing from it alone. Then TCP brings what it kept, or the connections break and it is lost. */
  | {
      readonly kind: 'partition';
      readonly side: readonly number[];
      readonly oneWay: boolean;
      readonly at: When;
      readonly forMs: number;
      readonly breaks: boolean;
    }
  /** What a node sends takes so much longer. */
  | {
      readonly kind: 'slow';
      readonly node: number;
      readonly at: When;
      readonly forMs: number;
      readonly lagMs: number;
    };

/** Just inside: the wait before a hello is missed (1,500 ms), a proposal's (5,000) and a round's in the simulator (6,000), there and back. */
const LAGS_MS: readonly number[] = [300, 700, 1_400, 2_400, 2_900, 4_900];

export function drawNetworkFaults(chance: Chance, n: number): readonly NetworkFault[] {
  const count = 1 + chance.below(3);
  return Array.from({ length: count }, () => drawOne(chance, n));
}

function drawOne(chance: Chance, n: number): NetworkFault {
  const at = drawWhen(chance);
  const node = chance.below(n);
  const other = (node + 1 + chance.below(n - 1)) % n;
  switch (chance.below(4)) {
    case 0:
      return {
        kind: 'cut',
        between: [node, other],
        at,
        downMs: 100 + chance.below(chance.once(3) ? 20_000 : 3_000),
        blindMs: chance.once(2) ? 100 + chance.below(15_000) : 0,
      };
    case 1:
      return {
        kind: 'flap',
        node,
        at,
        times: 2 + chance.below(6),
        everyMs: 300 + chance.below(4_000),
        downMs: 100 + chance.below(900),
      };
    case 2:
      return {
        kind: 'partition',
        side: chance.once(3) ? [node, other] : [node],
        oneWay: chance.once(2),
        at,
        forMs: 500 + chance.below(chance.once(3) ? 30_000 : 8_000),
        breaks: chance.once(2),
      };
    default:
      return { kind: 'slow', node, at, forMs: 5_000 + chance.below(60_000), lagMs: LAGS_MS[chance.below(6)] ?? 300 };
  }
}

export function armNetwork(world: World, faults: readonly NetworkFault[], phases: Phases): void {
  const { network, schedule, nodes } = world;
  const others = (node: number): number[] => nodes.map(({ index }) => index).filter((index) => index !== node);
  for (const fault of faults) {
    phases.at(fault.at, () => {
      schedule.note('fault', fault.kind);
      switch (fault.kind) {
        case 'cut': {
          const [a, b] = fault.between;
          return network.cut(a, b, fault.downMs, fault.blindMs > 0 ? a : undefined, fault.blindMs);
        }
        case 'flap':
          for (let time = 0; time < fault.times; time++)
            schedule.after(time * fault.everyMs, () => {
              for (const other of others(fault.node)) network.cut(fault.node, other, fault.downMs);
            });
          return undefined;
        case 'partition':
          return partition(world, fault);
        case 'slow':
          network.lag(fault.node, fault.lagMs);
          return schedule.after(fault.forMs, () => network.lag(fault.node, 0));
        default:
          return fault satisfies never;
      }
    });
  }
}

function partition(
  { network, schedule, nodes }: World,
  { side, oneWay, forMs, breaks }: NetworkFault & { readonly kind: 'partition' },
): void {
  const pairs = side.flatMap((from) =>
    nodes.filter(({ index }) => !side.includes(index)).map(({ index: to }): [number, number] => [from, to]),
  );
  const held = oneWay ? pairs : [...pairs, ...pairs.map(([a, b]): [number, number] => [b, a])];
  for (const [from, to] of held) network.hold(from, to);
  schedule.after(forMs, () => {
    if (breaks) for (const [a, b] of pairs) network.cut(a, b, 200);
    for (const [from, to] of held) network.release(from, to);
  });
}
