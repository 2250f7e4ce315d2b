// A committee of four machines on disks in memory, whose signatures are hashes: what is broken here is how bytes are read, and a curve would take all of the time.
import { concat, equalBytes, keccak256, plainKernel, seededRandom, toHex, u8, type Hex } from '@enigma/crypto';
import {
  createSessionMachine,
  type CommitteeFacts,
  type MaterialKind,
  type SessionMachine,
  type SessionPorts,
  type Work,
} from '../src/session/index.ts';
import { ALL_CHECKS, type Seat } from '../src/session/seat.ts';

export const N = 4;
export const T = 1;

export interface Letter {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

export interface Disk {
  readonly blobs: Map<string, Uint8Array>;
  readonly slots: Map<string, Hex>;
  readonly marks: Map<MaterialKind, bigint>;
}

export function copyOf({ blobs, slots, marks }: Disk): Disk {
  return { blobs: new Map(blobs), slots: new Map(slots), marks: new Map(marks) };
}

export const factsOf = (seat: number): CommitteeFacts => ({
  chainId: 31337n,
  tasksAddress: `0x${'11'.repeat(20)}`,
  committeeId: `0x${'22'.repeat(32)}`,
  generation: 1,
  n: N,
  T,
  qHi: 3,
  seat,
  boot: 1n,
});

/** 64 bytes that only this seat's port makes, as far as these tests go. */
export function tagOf(seat: number, digest: Uint8Array): Uint8Array {
  const half = keccak256(concat(u8(seat), digest));
  return concat(half, half);
}

export function portsOf(seat: number, disk: Disk, seed: string): SessionPorts {
  return {
    sign(kind, slotKey, digest) {
      const slot = `${kind}/${slotKey}`;
      const before = disk.slots.get(slot);
      if (before !== undefined && before !== toHex(digest)) return { code: 'SLOT_TAKEN' };
      disk.slots.set(slot, toHex(digest));
      return tagOf(seat, digest);
    },
    verify: (by, digest, signature) => equalBytes(signature, tagOf(by, digest)),
    burn(ranges) {
      for (const { kind, start, length } of ranges) {
        const end = start + length;
        if (end > (disk.marks.get(kind) ?? 0n)) disk.marks.set(kind, end);
      }
    },
    marks: () => new Map(disk.marks),
    store: (name, bytes) => void (bytes === null ? disk.blobs.delete(name) : disk.blobs.set(name, bytes.slice())),
    load: (name) => disk.blobs.get(name)?.slice(),
    names: (prefix) => [...disk.blobs.keys()].filter((name) => name.startsWith(prefix)),
    random: seededRandom(`${seed}/${seat}`),
    kernel: plainKernel,
    failpoint: () => undefined,
  };
}

export function machineOf(seat: number, disk: Disk, seed: string): SessionMachine {
  return createSessionMachine(factsOf(seat), portsOf(seat, disk, seed));
}

/** A seat for what is read without a machine. */
export function seatOf(): Seat {
  return {
    facts: factsOf(0),
    ports: portsOf(0, { blobs: new Map(), slots: new Map(), marks: new Map() }, 'seat'),
    timings: {} as Seat['timings'],
    checks: ALL_CHECKS,
    out: [],
    events: [],
    named: new Set(),
    served: new Map(),
    heard: new Map(),
  };
}

const STEPS_MAX = 20_000;

/** Hands letters on in their order until nobody has one and the condition holds; returns all of them. */
export function run(machines: readonly SessionMachine[], until: () => boolean): readonly Letter[] {
  const letters: Letter[] = [];
  let now = 0;
  for (let handed = 0, steps = 0; steps < STEPS_MAX; steps++) {
    for (const [from, machine] of machines.entries())
      for (const { to, bytes } of machine.outgoing()) letters.push({ from, to, bytes: bytes.slice() });
    const next = letters[handed];
    if (next !== undefined) {
      handed++;
      machines[next.to]?.receive(next.from, next.bytes, now);
    } else if (until()) return letters;
    else {
      now += 100;
      for (const machine of machines) machine.tick(now);
    }
  }
  throw new Error('the committee does not come to its end');
}

export function request(machines: readonly SessionMachine[], work: Work): void {
  for (const machine of machines) machine.request(work, 0);
}
