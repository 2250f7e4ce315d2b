// Checks that can be switched off at every node, each beside the attack that then succeeds. Nothing outside tests and the simulator can do this.
import { createEngine, makeAnds, makeDaBits, makeTriples, type Checks } from '@enigma/mpc';
import type { MachineOptions } from '@enigma/mpc/session';
import type { NodeChecks } from '@enigma/node';

export interface Defence {
  readonly name: string;
  readonly what: string;
  /** The attack that breaks a property once this is off. */
  readonly attack: string;
  readonly off?: Pick<MachineOptions, 'checks' | 'makeBatch'>;
  /** Checks of the node itself. */
  readonly node?: Partial<NodeChecks>;
}

function engineWithout(off: Partial<Checks>): MachineOptions['makeBatch'] {
  const checks: Checks = { products: true, andTriples: true, bucketSize: true, ...off };
  return (context, pool, count) => {
    const engine = createEngine(context, checks);
    if (pool === 'triple') return makeTriples(engine, count);
    return pool === 'and' ? makeAnds(engine, count) : makeDaBits(engine, count);
  };
}

export const DEFENCES: readonly Defence[] = [
  {
    name: 'openings',
    what: 'openings are taken from T+1 shares as they come, and views are not compared (the view alone would end the attempt)',
    attack: 'wrong-share',
    off: { checks: { openings: false, views: false } },
  },
  {
    name: 'views',
    what: 'frames and checkpoints do not prove that all saw the same: a king splits the committee, and the one who was told another sum is off the polynomial',
    attack: 'equivocate-sum',
    off: { checks: { views: false } },
  },
  {
    name: 'products',
    what: 'products of a batch are not verified',
    attack: 'wrong-product',
    off: { makeBatch: engineWithout({ products: false }) as NonNullable<MachineOptions['makeBatch']> },
  },
  {
    name: 'and-triples',
    what: 'AND triples are neither opened nor compared in buckets',
    attack: 'wrong-and',
    off: { makeBatch: engineWithout({ andTriples: false }) as NonNullable<MachineOptions['makeBatch']> },
  },
  {
    name: 'barriers',
    what: 'coins do not wait until all have shown the same view',
    attack: 'look-ahead',
    off: { checks: { barriers: false } },
  },
  {
    name: 'verdicts',
    what: 'a batch is used although the OK of a live seat is missing',
    attack: 'withheld-verdict',
    off: { checks: { verdicts: false } },
  },
  {
    name: 'ok-opens-nothing',
    what: 'who signed OK opens the seeds of a batch when another says FAIL',
    attack: 'false-fail',
    off: { checks: { okOpensNothing: false } },
  },
  {
    name: 'marks',
    what: 'a proposal may stand on positions that were burnt',
    attack: 'stale-ranges',
    off: { checks: { marks: false } },
  },
  {
    name: 'records',
    what: 'a seat that was away follows a record without its signatures',
    attack: 'forged-record',
    off: { checks: { records: false } },
  },
  {
    name: 'salts',
    what: 'leaves of the state have no salt',
    attack: 'guess-root',
    node: { salts: false },
  },
  {
    name: 'pieces',
    what: 'a piece of an output’s mask is taken as it is told',
    attack: 'wrong-piece',
    node: { pieces: false },
  },
];

export function defenceNamed(name: string): Defence | undefined {
  return DEFENCES.find((defence) => defence.name === name);
}
