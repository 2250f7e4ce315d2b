// What befalls processes: deaths at any moment and at named points again and again, machines that lose power or stand still, clocks that are wrong, leap or stand, a second process on a copy of the folder,
// and keys or folders that were mixed up.
import { failpointNames } from '@enigma/node';
import type { Chance } from '../ballots.ts';
import { createDisk } from '../disk.ts';
import { Crash, type SimulatedNode, type World } from '../world.ts';
import { beginsAnew } from './operator.ts';
import { drawWhen, type Phases, type When } from './when.ts';

export type ProcessFault =
  /** Dies, and comes back, so many times; without power its peers notice late. */
  | {
      readonly kind: 'deaths';
      readonly node: number;
      readonly at: When;
      readonly times: number;
      readonly everyMs: number;
      readonly awayMs: number;
      readonly power: boolean;
    }
  /** Dies at a named point, and again when it passes it after its start. */
  | {
      readonly kind: 'point';
      readonly node: number;
      readonly at: When;
      readonly failpoint: string;
      readonly times: number;
      readonly awayMs: number;
    }
  /** The machine stands still, and then goes on as if nothing had been; its clock shows the time that passed, or not. */
  | {
      readonly kind: 'pause';
      readonly node: number;
      readonly at: When;
      readonly forMs: number;
      readonly clockStands: boolean;
    }
  /** The clock leaps by so much, forward or back. */
  | { readonly kind: 'leap'; readonly node: number; readonly at: When; readonly byMs: number }
  /** The clock stands, and the process runs. */
  | { readonly kind: 'frozen clock'; readonly node: number; readonly at: When; readonly forMs: number }
  /** After a restart, a process on a copy of the folder as it was before: both count the same start. Peers are linked now to one, now to the other. */
  | {
      readonly kind: 'twin';
      readonly node: number;
      readonly at: When;
      readonly forMs: number;
      readonly everyMs: number;
    }
  /** Its owner rotates its keys. */
  | { readonly kind: 'rotation'; readonly node: number; readonly at: When }
  /** The machine is put back to what it was so long before, with its folder: a virtual machine's snapshot, or a backup taken from the running process. */
  | { readonly kind: 'rewind'; readonly node: number; readonly at: When; readonly backMs: number }
  /** Somebody starts the node's keys elsewhere, with an empty folder, beside it. */
  | {
      readonly kind: 'clone';
      readonly node: number;
      readonly at: When;
      readonly forMs: number;
      readonly everyMs: number;
    }
  /** It is started with another node's folder, or another node's signer key; put right later. */
  | {
      readonly kind: 'mixed up';
      readonly node: number;
      readonly at: When;
      readonly what: 'folder' | 'signer' | 'signer without folder';
      readonly other: number;
      readonly forMs: number;
    };

const tenMinutes = 600_000;
/** A start itself is killed too; keys need all seats in time. */
const POINTS = failpointNames().filter((name) => !/^(body|key|repair)\./.test(name));

export function drawProcessFaults(chance: Chance, n: number, mayCopy: boolean): readonly ProcessFault[] {
  const drawn = Array.from({ length: 1 + chance.below(2) }, () => drawOne(chance, n));
  const copies = drawn.filter(losesFolder);
  return drawn.filter((one) => !losesFolder(one) || (mayCopy && one === copies[0]));
}

function drawOne(chance: Chance, n: number): ProcessFault {
  const at = drawWhen(chance);
  const node = chance.below(n);
  const other = (node + 1 + chance.below(n - 1)) % n;
  const times = 1 + chance.below(4);
  switch (chance.below(9)) {
    case 0: {
      const awayMs = 200 + chance.below(3_000);
      const everyMs = awayMs + 500 + chance.below(8_000);
      return { kind: 'deaths', node, at, times, everyMs, awayMs, power: chance.once(2) };
    }
    case 1: {
      const failpoint = POINTS[chance.below(POINTS.length)] ?? 'round.send.c';
      return { kind: 'point', node, at, failpoint, times, awayMs: 200 + chance.below(4_000) };
    }
    case 2:
      return { kind: 'pause', node, at, forMs: 500 + chance.below(15_000), clockStands: chance.once(2) };
    case 3:
      return { kind: 'leap', node, at, byMs: chance.below(2 * tenMinutes) - tenMinutes };
    case 4:
      return { kind: 'frozen clock', node, at, forMs: 1_000 + chance.below(30_000) };
    case 5:
      return { kind: 'twin', node, at, forMs: 3_000 + chance.below(10_000), everyMs: 300 + chance.below(3_000) };
    case 6: {
      // Long enough before the end that it is put back while there is something to sign.
      const from: When = { phase: 'start', ms: 8_000 + chance.below(8_000) };
      return { kind: 'rewind', node, at: from, backMs: 8_000 + chance.below(6_000) };
    }
    case 7:
      return { kind: 'clone', node, at, forMs: 3_000 + chance.below(6_000), everyMs: 300 + chance.below(3_000) };
    default: {
      const what = (['folder', 'signer', 'signer without folder'] as const)[chance.below(3)] ?? 'folder';
      return { kind: 'mixed up', node, at, what, other, forMs: 1_000 + chance.below(8_000) };
    }
  }
}

export function armProcesses(world: World, faults: readonly ProcessFault[], phases: Phases): void {
  for (const fault of faults) {
    const node = world.nodes[fault.node];
    if (node === undefined) continue;
    phases.at(fault.at, () => {
      world.schedule.note('fault', fault.kind);
      strike(world, node, fault);
    });
  }
}

function strike(world: World, node: SimulatedNode, fault: ProcessFault): void {
  const { schedule, network } = world;
  switch (fault.kind) {
    case 'deaths':
      for (let time = 0; time < fault.times; time++)
        schedule.after(time * fault.everyMs, () => {
          if (node.node === undefined) return;
          if (fault.power) network.ghost(node.index, fault.awayMs);
          world.crash(node);
          restart(world, node, fault.awayMs);
        });
      return;
    case 'point':
      return dieAt(world, node, fault);
    case 'pause': {
      node.pausedUntilMs = schedule.nowMs() + fault.forMs;
      if (!fault.clockStands) return;
      const { clock } = node;
      const stood = clock(schedule.nowMs());
      node.clock = (nowMs) => Math.max(stood, clock(nowMs) - fault.forMs);
      return;
    }
    case 'leap': {
      const { clock } = node;
      node.clock = (nowMs) => clock(nowMs) + fault.byMs;
      return;
    }
    case 'frozen clock': {
      const { clock } = node;
      const stands = clock(schedule.nowMs());
      const until = schedule.nowMs() + fault.forMs;
      node.clock = (nowMs) => (nowMs < until ? stands : clock(nowMs));
      return;
    }
    case 'twin':
      return twin(world, node, fault);
    case 'rotation': {
      const { signer, call } = world.prepareRotation(node);
      schedule.note('rotation', signer.address);
      void world.port(node.owner.address).submit(call);
      return;
    }
    case 'rewind':
      return rewind(world, node, fault.backMs);
    case 'clone':
      return clone(world, node, fault);
    case 'mixed up':
      return mixUp(world, node, fault);
    default:
      return fault satisfies never;
  }
}

function restart(world: World, node: SimulatedNode, ms: number): void {
  world.schedule.after(ms, () => {
    if (node.node === undefined) world.start(node);
  });
}

function dieAt(
  world: World,
  node: SimulatedNode,
  { failpoint, times, awayMs }: ProcessFault & { readonly kind: 'point' },
): void {
  const before = node.failpoint;
  let left = times;
  node.failpoint = (name) => {
    before?.(name);
    if (name !== failpoint || left-- <= 0) return;
    restart(world, node, awayMs);
    throw new Crash(name);
  };
}

/** Whether its folder may be refused for good by it. */
export function losesFolder({ kind }: ProcessFault): boolean {
  return kind === 'twin' || kind === 'rewind' || kind === 'clone';
}

/** What it signed after its last number was said, five seconds at most, a folder from before cannot be told by: that is not promised, and not done here. */
function rewind(world: World, node: SimulatedNode, backMs: number): void {
  const { schedule } = world;
  if (node.node === undefined) return;
  const taken = node.store.snapshot();
  schedule.after(backMs, () => {
    if (node.node === undefined) return;
    const { store } = node;
    const untold = store.mark('boot') === taken.mark('boot');
    if (untold && store.files.protection.signed.size !== taken.files.protection.signed.size) return;
    world.crash(node);
    node.store = taken;
    restart(world, node, 300);
    beginsAnew(world, node, 3_000);
  });
}

/** The copy's process has the same keys, address and place; each peer is linked to whichever of the two dialled last. */
function twin(world: World, node: SimulatedNode, { forMs, everyMs }: ProcessFault & { readonly kind: 'twin' }): void {
  if (node.node === undefined) return;
  world.crash(node);
  const copy = copyOf(node, node.store.snapshot());
  world.start(node);
  beside(world, node, copy, forMs, everyMs);
}

function clone(world: World, node: SimulatedNode, { forMs, everyMs }: ProcessFault & { readonly kind: 'clone' }): void {
  if (node.node !== undefined) beside(world, node, copyOf(node, createDisk()), forMs, everyMs);
}

function copyOf(node: SimulatedNode, store: SimulatedNode['store']): SimulatedNode {
  return { ...node, store, node: undefined, failpoint: undefined, perform: undefined };
}

/** Runs the copy for so long; peers are linked now to one, now to the other. */
function beside(world: World, node: SimulatedNode, copy: SimulatedNode, forMs: number, everyMs: number): void {
  const { schedule } = world;
  world.start(copy);
  const others = world.nodes.filter(({ index }) => index !== node.index);
  const end = schedule.nowMs() + forMs;
  const redial = (): void => {
    const over = schedule.nowMs() >= end || node.node === undefined || copy.node === undefined;
    if (over && copy.node !== undefined) world.crash(copy);
    for (const { index } of others) world.link(index, !over && schedule.chance() < 0.5 ? copy : node);
    if (!over) schedule.after(everyMs, redial);
  };
  redial();
  // One of the two refuses, for good; if it is not the copy, its folder is taken away.
  beginsAnew(world, node, forMs);
}

function mixUp(
  world: World,
  node: SimulatedNode,
  { what, other, forMs }: ProcessFault & { readonly kind: 'mixed up' },
): void {
  const theirs = world.nodes[other];
  if (theirs === undefined || node.node === undefined) return;
  world.crash(node);
  const own = node.store;
  if (what === 'folder') node.store = theirs.store.snapshot();
  else node.wrongSigner = theirs.signer;
  if (what === 'signer without folder') node.store = createDisk();
  restart(world, node, 300);
  world.schedule.after(forMs, () => {
    if (node.node !== undefined) world.crash(node);
    node.store = own;
    node.wrongSigner = undefined;
    world.start(node);
  });
}
