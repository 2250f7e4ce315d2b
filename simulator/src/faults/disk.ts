// What befalls a node's disk: death in the middle of a write, a disk that is full for a while, a sync that fails, and what is found at the next start: a bit flipped, a file gone, an older folder put back.
// The node then goes on, or it refuses with the cause and its operator does what the message says: moves the folder away and starts with none.
import { StoreError } from '@enigma/node';
import type { Chance } from '../ballots.ts';
import { createDisk, type Disk, type FileName } from '../disk.ts';
import { Crash, type SimulatedNode, type World } from '../world.ts';
import { beginsAnew } from './operator.ts';
import { drawWhen, type Phases, type When } from './when.ts';

type Files = FileName | 'both';

export type DiskFault =
  /** Dies in the `write`-th write after that moment, before, between or after its transactions; again after each of its next starts. */
  | {
      readonly kind: 'torn';
      readonly node: number;
      readonly at: When;
      readonly write: number;
      readonly place: 'before' | 'between' | 'after';
      readonly times: number;
      readonly restartMs: number;
    }
  /** Every write is refused. */
  | { readonly kind: 'full'; readonly node: number; readonly at: When; readonly forMs: number }
  /** The sync of a write fails; whether the write is there at the next start nobody knows. */
  | {
      readonly kind: 'sync';
      readonly node: number;
      readonly at: When;
      readonly write: number;
      readonly kept: boolean;
      readonly restartMs: number;
    }
  | Loss;

/** The process ends, and its next start finds this; if that start is refused, or the first read is, its operator begins anew so much later, or never. */
export type Loss =
  | {
      readonly kind: 'flip';
      readonly node: number;
      readonly at: When;
      readonly what: 'signed' | 'mark' | 'blob';
      readonly pick: number;
      readonly anewMs: number | undefined;
    }
  | {
      readonly kind: 'gone';
      readonly node: number;
      readonly at: When;
      readonly files: Files;
      readonly anewMs: number | undefined;
    }
  | {
      readonly kind: 'older';
      readonly node: number;
      readonly taken: When;
      readonly at: When;
      readonly files: Files;
      readonly anewMs: number | undefined;
    };

const LOSSES: readonly DiskFault['kind'][] = ['flip', 'gone', 'older'];
const supervisorMs = 3_000;
const restartMs = 1_000;

export function isLoss(fault: DiskFault): fault is Loss {
  return LOSSES.includes(fault.kind);
}

/** At most one folder is lost in a run: two at once are more than a committee of four bears. */
export function drawDiskFaults(chance: Chance, n: number, mayLose: boolean): readonly DiskFault[] {
  const passing = Array.from({ length: chance.below(3) }, () => drawPassing(chance, n));
  const loses = passing.length === 0 || chance.once(2);
  const loss = drawLoss(chance, n);
  return loses && mayLose ? [...passing, loss] : passing;
}

function drawPassing(chance: Chance, n: number): DiskFault {
  const node = chance.below(n);
  const at = drawWhen(chance);
  // A tally writes some hundred times at each node.
  const write = 1 + chance.below(chance.once(2) ? 8 : 60);
  switch (chance.below(4)) {
    case 0:
      return { kind: 'full', node, at, forMs: 500 + chance.below(15_000) };
    case 1:
      return { kind: 'sync', node, at, write, kept: chance.once(2), restartMs: 500 + chance.below(4_000) };
    default: {
      const place = (['before', 'between', 'after'] as const)[chance.below(3)] ?? 'before';
      return { kind: 'torn', node, at, write, place, times: 1 + chance.below(3), restartMs: 300 + chance.below(4_000) };
    }
  }
}

function drawLoss(chance: Chance, n: number): Loss {
  const node = chance.below(n);
  const at = drawWhen(chance);
  const anewMs = chance.once(4) ? undefined : 2_000 + chance.below(10_000);
  const files = (['protection', 'state', 'both', 'both'] as const)[chance.below(4)] ?? 'both';
  const kind = chance.below(3);
  const what = (['signed', 'mark', 'blob', 'blob'] as const)[chance.below(4)] ?? 'blob';
  const taken: When = { phase: chance.once(2) ? 'start' : at.phase, ms: chance.below(at.ms + 1) };
  if (kind === 0) return { kind: 'flip', node, at, what, pick: chance.below(1000), anewMs };
  return kind === 1 ? { kind: 'gone', node, at, files, anewMs } : { kind: 'older', node, taken, at, files, anewMs };
}

export function armDisks(world: World, faults: readonly DiskFault[], phases: Phases): void {
  for (const fault of faults) {
    const node = world.nodes[fault.node];
    if (node === undefined) continue;
    let taken: Disk | undefined;
    // Start numbers tell a folder from before the node's last start; one that was copied and put back within the life of one process they do not.
    if (fault.kind === 'older')
      phases.at(fault.taken, () => {
        taken = node.store.snapshot();
        world.crash(node);
        world.start(node);
      });
    phases.at(fault.at, () => {
      world.schedule.note('fault', fault.kind);
      switch (fault.kind) {
        case 'torn':
          return tear(world, node, fault);
        case 'sync':
          return failSync(world, node, fault);
        case 'full':
          return fill(world, node, fault.forMs);
        default:
          return lose(world, node, fault, taken);
      }
    });
  }
}

function restartAfter({ schedule, start }: World, node: SimulatedNode, ms: number): void {
  schedule.after(ms, () => {
    if (node.node === undefined) start(node);
  });
}

function tear(
  world: World,
  node: SimulatedNode,
  { write, place, times, restartMs: away }: DiskFault & { readonly kind: 'torn' },
): void {
  let left = write;
  let deaths = 0;
  node.perform = (transactions) => {
    if (--left > 0) return transactions.forEach((run) => run());
    left = write;
    if (++deaths === times) node.perform = undefined;
    const done = place === 'before' ? 0 : place === 'between' ? 1 : transactions.length;
    transactions.slice(0, done).forEach((run) => run());
    restartAfter(world, node, away);
    throw new Crash(`in a write, ${place}`);
  };
}

function failSync(
  world: World,
  node: SimulatedNode,
  { write, kept, restartMs: away }: DiskFault & { readonly kind: 'sync' },
): void {
  let left = write;
  node.perform = (transactions) => {
    if (--left > 0) return transactions.forEach((run) => run());
    node.perform = undefined;
    if (kept) transactions[0]?.();
    restartAfter(world, node, away);
    throw new StoreError('STORE_FAILED', 'a sync failed');
  };
}

/** Whoever supervises the process starts it again and again. */
function fill(world: World, node: SimulatedNode, forMs: number): void {
  node.perform = () => {
    throw new StoreError('STORE_FULL', 'no room');
  };
  const supervise = (): void => {
    if (node.node === undefined) world.start(node);
    if (node.node === undefined || node.perform !== undefined) world.schedule.after(supervisorMs, supervise);
  };
  world.schedule.after(forMs, () => (node.perform = undefined));
  world.schedule.after(supervisorMs, supervise);
}

function lose(world: World, node: SimulatedNode, fault: Loss, taken: Disk | undefined): void {
  world.crash(node);
  const files: readonly FileName[] =
    fault.kind === 'flip' ? [] : fault.files === 'both' ? ['protection', 'state'] : [fault.files];
  if (fault.kind === 'flip') node.store.flip(fault.what, fault.pick);
  else for (const file of files) node.store.replace(file, fault.kind === 'older' ? taken : undefined);
  if (fault.kind === 'gone' && fault.files === 'both') node.store = createDisk();
  restartAfter(world, node, restartMs);
  if (fault.anewMs !== undefined) beginsAnew(world, node, fault.anewMs);
}
