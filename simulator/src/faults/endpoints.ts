// An endpoint that lies to one node, each node's its own: events forged, left out or out of order, a head of long ago, other heads than the chain's, garbage, answers that take their time or never come.
// The node believes nothing else, so it must find out, or come back; and sign nothing on it.
import type { Block, ChainLog, ChainPort, EventName } from '@enigma/protocol';
import type { Chance } from '../ballots.ts';
import type { SimulatedNode, World } from '../world.ts';
import { FORGED, forge } from './lies.ts';
import type { Phase, Phases, When } from './when.ts';

export const LIES = ['forge', 'withhold', 'reorder', 'old', 'heads', 'garbage', 'slow', 'fickle'] as const;
export type Lie = (typeof LIES)[number];

export interface EndpointFault {
  readonly node: number;
  readonly lie: Lie;
  /** Of which event it lies. */
  readonly event: EventName;
  readonly at: When;
  /** Milliseconds until it tells the truth; undefined = never again. */
  readonly forMs: number | undefined;
  /** Of the lies that it draws. */
  readonly label: number;
  /** While it lies about events it does not say what the heads are, by which they would be found out. */
  readonly headless?: boolean;
}

/** These are plainly no answers: the node must be back once they end. The others may stall a contract until the node is started again. */
const PASSING: readonly Lie[] = ['old', 'garbage', 'slow', 'reorder'];
const PHASES: readonly Phase[] = ['start', 'served', 'triggered'];
/** As HTTP clients give up. */
const TIMEOUT_MS = 10_000;
const SLOW_MS = 400;

export function drawEndpointFault(chance: Chance, n: number): EndpointFault {
  const lie = LIES[chance.below(LIES.length)] ?? 'forge';
  const phase = PHASES[chance.below(PHASES.length)] ?? 'start';
  return {
    node: chance.below(n),
    lie,
    event: FORGED[chance.below(FORGED.length)] ?? 'Settled',
    at: { phase, ms: chance.below(4000) },
    forMs: chance.once(2) ? 2000 + chance.below(20_000) : undefined,
    label: chance.below(2 ** 31),
    headless: chance.once(2),
  };
}

/** A block with one of its facts missing, as a server may answer; of anything else, whose form its decoder has, no part can be missing. */
function spoilt(answer: unknown, chance: Chance): unknown {
  if (typeof answer !== 'object' || answer === null || !('parentHash' in answer)) throw new TypeError('no such answer');
  const names = Object.keys(answer);
  return { ...answer, [names[chance.below(names.length)] ?? '']: undefined };
}

/** Whether a node with this endpoint must be up and follow in the end. */
export function mustFollow({ lie, forMs }: EndpointFault): boolean {
  return PASSING.includes(lie) && (forMs !== undefined || lie === 'slow');
}

export interface LyingEndpoint {
  readonly port: ChainPort;
  /** Lies told so far, each once. */
  readonly told: ReadonlySet<string>;
}

/** The node reads the chain through it from here on, as after a restart with another endpoint in its configuration. */
export function armEndpoint(world: World, fault: EndpointFault, phases: Phases, chance: Chance): LyingEndpoint {
  const node = world.nodes[fault.node] as SimulatedNode;
  const endpoint = lyingEndpoint(fault, node, world, phases, chance);
  node.port = endpoint.port;
  world.crash(node);
  world.start(node);
  return endpoint;
}

function lyingEndpoint(
  fault: EndpointFault,
  node: SimulatedNode,
  { schedule }: World,
  phases: Phases,
  chance: Chance,
): LyingEndpoint {
  const { port } = node;
  const told = new Set<string>();
  const lies = new Map<string, ChainLog | undefined>();
  let lying = false;
  let frozen: { readonly latest: Block; readonly finalized: Block } | undefined;
  phases.at(fault.at, () => {
    lying = true;
    if (fault.forMs !== undefined) schedule.after(fault.forMs, () => void (lying = false));
  });

  /** An event that was once told a certain way is told that way for as long as it lies; a fickle one tells it anew. */
  function said(log: ChainLog): ChainLog | undefined {
    if (log.event.name !== fault.event) return log;
    const key = `${log.blockHash}/${log.logIndex}`;
    if (fault.lie !== 'fickle' && lies.has(key)) return lies.get(key);
    if (fault.lie === 'fickle' && chance.once(2)) return log;
    const { log: forged, what } = forge(log, chance);
    const result = fault.lie === 'withhold' ? undefined : forged;
    told.add(fault.lie === 'withhold' ? `${log.event.name} withheld` : what);
    lies.set(key, result);
    return result;
  }

  function tellEvents(logs: readonly ChainLog[]): readonly ChainLog[] {
    switch (fault.lie) {
      case 'forge':
      case 'fickle':
      case 'withhold':
        return logs.map(said).filter((log) => log !== undefined);
      case 'reorder':
        if (logs.length > 1) told.add('events out of order');
        return logs.toReversed();
      default:
        return logs;
    }
  }

  /** Before any answer: it may take its time, or be none. */
  async function answer<T>(ask: () => Promise<T>): Promise<T> {
    if (lying && fault.lie === 'slow') {
      told.add('answers late');
      const never = chance.once(40);
      await node.turns?.wait(never ? TIMEOUT_MS : chance.below(SLOW_MS));
      if (never) throw new Error('no answer in time');
    }
    if (lying && fault.lie === 'garbage' && chance.once(3)) {
      told.add('garbage');
      const truth = await ask();
      if (chance.once(2) || truth === undefined) throw new TypeError('Unexpected token < in JSON');
      return spoilt(truth, chance) as T;
    }
    return ask();
  }

  async function head(which: 'latest' | 'finalized'): Promise<Block> {
    if (!lying || fault.lie !== 'old') {
      frozen = undefined;
      return port[which]();
    }
    frozen ??= { latest: await port.latest(), finalized: await port.finalized() };
    told.add('an old head');
    return frozen[which];
  }

  return {
    told,
    port: {
      ...port,
      latest: () => answer(() => head('latest')),
      finalized: () => answer(() => head('finalized')),
      block: (number) => answer(() => port.block(number)),
      events: (from, to) =>
        answer(async () => {
          const logs = await port.events(from, to);
          return lying ? tellEvents(logs) : logs;
        }),
      headOf: (id, at) =>
        answer(async () => {
          if (lying && fault.headless === true) {
            told.add('no heads');
            throw new Error('no answer');
          }
          const truth = await port.headOf(id, at);
          if (!lying || fault.lie !== 'heads' || truth === undefined) return truth;
          told.add('another head');
          return chance.once(2) ? undefined : { ...truth, nextSeq: truth.nextSeq + 1n };
        }),
      inboxOf: (id, at) => answer(() => port.inboxOf(id, at)),
    },
  };
}
