// n session machines in memory, with a scheduler that a seed drives: it reorders, delays and drops, and a test may rewrite messages.
import assert from 'node:assert/strict';
import {
  type Hex,
  type Random,
  concat,
  plainKernel,
  randomBelow,
  recoverAddress,
  seededRandom,
  sign,
  signingKeyOf,
  toHex,
  type SigningKey,
} from '@enigma/crypto';
import {
  type Accused,
  type CommitteeFacts,
  type MachineOptions,
  type MaterialKind,
  type SessionEvent,
  type SessionMachine,
  type SessionPorts,
  createSessionMachine,
  evidenceText,
  readEvidence,
  verifyEvidence,
} from '../src/session/index.ts';

export interface Letter {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

export interface NetworkOptions {
  readonly n: number;
  readonly T: number;
  readonly seed?: string;
  readonly machine?: MachineOptions | ((seat: number) => MachineOptions);
  /** Share of letters lost. */
  readonly drop?: number;
  /** What arrives instead; null loses it. */
  readonly rewrite?: (letter: Letter, network: Network) => Uint8Array | null;
}

interface Disk {
  readonly blobs: Map<string, Uint8Array>;
  readonly slots: Map<string, Hex>;
  readonly marks: Map<MaterialKind, bigint>;
}

export interface Network {
  readonly facts: readonly CommitteeFacts[];
  readonly machines: SessionMachine[];
  readonly events: SessionEvent[][];
  readonly disks: readonly Disk[];
  readonly keys: readonly SigningKey[];
  readonly down: Set<number>;
  readonly wire: Letter[];
  now: number;
  /** Runs until the condition holds or time is up; returns whether it holds. */
  until(condition: () => boolean, forMs?: number): boolean;
  restart(seat: number): void;
  of<K extends SessionEvent['type']>(seat: number, type: K): Extract<SessionEvent, { type: K }>[];
}

export function createNetwork(options: NetworkOptions): Network {
  const { n, T, seed = 'session', drop = 0, rewrite } = options;
  const random = seededRandom(seed);
  const keys = Array.from({ length: n }, () => signingKeyOf(random(32)));
  const disks: Disk[] = Array.from({ length: n }, () => ({ blobs: new Map(), slots: new Map(), marks: new Map() }));
  const randoms: Random[] = Array.from({ length: n }, (_, seat) =>
    seededRandom(concat(random(16), Uint8Array.of(seat))),
  );
  const ports = (seat: number): SessionPorts => {
    const disk = disks[seat] as Disk;
    return {
      sign(kind, slotKey, digest) {
        const slot = `${kind}/${slotKey}`;
        const before = disk.slots.get(slot);
        if (before !== undefined && before !== toHex(digest)) return { code: 'SLOT_TAKEN' };
        disk.slots.set(slot, toHex(digest));
        return sign(digest, (keys[seat] as SigningKey).privateKey);
      },
      verify: (by, digest, signature) => recoverAddress(digest, signature) === keys[by]?.address,
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
      random: randoms[seat] as Random,
      kernel: plainKernel,
      failpoint: () => undefined,
    };
  };
  const boots = Array.from({ length: n }, () => 1n);
  const facts = (seat: number): CommitteeFacts => ({
    chainId: 31337n,
    tasksAddress: `0x${'11'.repeat(20)}`,
    committeeId: `0x${'22'.repeat(32)}`,
    generation: 1,
    n,
    T,
    qHi: Math.ceil((n + T + 1) / 2),
    seat,
    boot: boots[seat] as bigint,
  });
  const optionsOf = (seat: number): MachineOptions =>
    typeof options.machine === 'function' ? options.machine(seat) : (options.machine ?? {});
  const network: Network = {
    facts: Array.from({ length: n }, (_, seat) => facts(seat)),
    machines: Array.from({ length: n }, (_, seat) => createSessionMachine(facts(seat), ports(seat), optionsOf(seat))),
    events: Array.from({ length: n }, () => []),
    disks,
    keys,
    down: new Set(),
    wire: [],
    now: 0,
    until(condition, forMs = 120_000) {
      const end = network.now + forMs;
      for (;;) {
        collect();
        if (condition()) return true;
        if (network.now > end) return false;
        step();
      }
    },
    restart(seat) {
      boots[seat] = (boots[seat] as bigint) + 1n;
      network.machines[seat] = createSessionMachine(facts(seat), ports(seat), optionsOf(seat));
    },
    of: (seat, type) => (network.events[seat] as SessionEvent[]).filter((event) => event.type === type) as never,
  };
  const collect = (): void => {
    for (const [from, machine] of network.machines.entries()) {
      for (const { to, bytes } of machine.outgoing())
        if (!network.down.has(from)) network.wire.push({ from, to, bytes });
      const events = machine.events();
      (network.events[from] as SessionEvent[]).push(...events);
      for (const event of events)
        if (event.type === 'blame' && optionsOf(from).checks === undefined) assertShows(network, event);
    }
  };
  const step = (): void => {
    if (network.wire.length === 0) {
      network.now += 100;
      for (const [seat, machine] of network.machines.entries()) if (!network.down.has(seat)) machine.tick(network.now);
      return;
    }
    // One of the oldest few: links keep no order among each other, nor here within one.
    const at = Number(randomBelow(BigInt(Math.min(network.wire.length, 24)), random));
    const [letter] = network.wire.splice(at, 1) as [Letter];
    if (drop > 0 && Number(randomBelow(1000n, random)) < drop * 1000) return;
    if (network.down.has(letter.to)) return;
    const bytes = rewrite ? rewrite(letter, network) : letter.bytes;
    if (bytes) network.machines[letter.to]?.receive(letter.from, bytes, network.now);
  };
  return network;
}

/** What a seat that looks at everything names another by, shows it to a stranger, and of nobody else. */
function assertShows(network: Network, { seat, reason, evidence }: Extract<SessionEvent, { type: 'blame' }>): void {
  const [facts] = network.facts as [CommitteeFacts];
  const accused: Accused = {
    domain: { chainId: facts.chainId, verifyingContract: facts.tasksAddress },
    n: facts.n,
    T: facts.T,
    signers: network.keys.map(({ address }) => address),
    seat,
  };
  const read = readEvidence(evidenceText({ accused, committeeId: facts.committeeId, evidence }));
  assert.deepEqual(read, { accused, committeeId: facts.committeeId, evidence });
  assert.deepEqual(verifyEvidence(accused, evidence), { ok: true, reason });
  assert.deepEqual(
    network.keys.map((_, other) => verifyEvidence({ ...accused, seat: other }, evidence).ok),
    network.keys.map((_, other) => other === seat),
  );
}

export function all(network: Network, each: (seat: number) => boolean): boolean {
  return network.machines.every((_, seat) => network.down.has(seat) || each(seat));
}
