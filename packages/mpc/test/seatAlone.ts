// One seat of a committee without a network: the test plays all others and signs for them. A signature is a hash under the seat's number, so that a file of cheats takes milliseconds.
import {
  type Hex,
  type Random,
  concat,
  equalBytes,
  hashOf,
  plainKernel,
  seededRandom,
  setsHeldBy,
  toHex,
  u8,
} from '@enigma/crypto';
import type { Struct } from '@enigma/protocol';
import { TIMINGS } from '../src/session/limits.ts';
import { type Keyring, createKeyring } from '../src/session/keyring.ts';
import type { MaterialKind, SessionPorts } from '../src/session/ports.ts';
import { ALL_CHECKS, type Seat, digestOf } from '../src/session/seat.ts';
import { type Session, type Shared, createSession } from '../src/session/session.ts';
import { type Writer, Reader } from '../src/session/wire.ts';
import type { CommitteeFacts, PoolWork, SessionEvent, TasksWork } from '../src/session/work.ts';

export interface Alone {
  readonly seat: Seat;
  readonly shared: Shared;
  readonly blobs: Map<string, Uint8Array>;
  readonly marks: Map<MaterialKind, bigint>;
  /** What this seat has signed: kind and slot. */
  readonly slots: Map<string, Hex>;
  /** Kinds that its sign-once store refuses from now on. */
  readonly taken: Set<string>;
  ring: Keyring | undefined;
  /** The faults since the last call, as `seat code`. */
  faults(): string[];
  events<K extends SessionEvent['type']>(type: K): Extract<SessionEvent, { type: K }>[];
  /** The types of what it has sent since the last call. */
  sent(): number[];
  signature<T>(by: number, struct: Struct<T>, record: T): Uint8Array;
  session(work: TasksWork | PoolWork): Session;
}

export interface AloneOptions {
  readonly n?: number;
  readonly T?: number;
  readonly self?: number;
  readonly makeBatch?: Shared['makeBatch'];
}

export function factsOf({ n = 4, T = 1, self = 0 }: AloneOptions = {}): CommitteeFacts {
  return {
    chainId: 31337n,
    tasksAddress: `0x${'11'.repeat(20)}`,
    committeeId: `0x${'22'.repeat(32)}`,
    generation: 1,
    n,
    T,
    qHi: Math.ceil((n + T + 1) / 2),
    seat: self,
    boot: 1n,
  };
}

export function signatureOf(by: number, digest: Uint8Array): Uint8Array {
  return concat(...[0, 1].map((half) => hashOf('a test signature', u8(by), u8(half), digest)));
}

export function alone(options: AloneOptions = {}): Alone {
  const facts = factsOf(options);
  const { n, T, seat: self } = facts;
  const [blobs, marks] = [new Map<string, Uint8Array>(), new Map<MaterialKind, bigint>()];
  const [slots, taken] = [new Map<string, Hex>(), new Set<string>()];
  const random: Random = seededRandom(`alone/${self}`);
  const ports: SessionPorts = {
    sign(kind, slotKey, digest) {
      const slot = `${kind}/${slotKey}`;
      const before = slots.get(slot);
      if (taken.has(kind) || (before !== undefined && before !== toHex(digest))) return { code: 'SLOT_TAKEN' };
      slots.set(slot, toHex(digest));
      return signatureOf(self, digest);
    },
    verify: (by, digest, signature) => equalBytes(signature, signatureOf(by, digest)),
    burn(ranges) {
      for (const { kind, start, length } of ranges)
        if (start + length > (marks.get(kind) ?? 0n)) marks.set(kind, start + length);
    },
    marks: () => new Map(marks),
    store: (name, bytes) => void (bytes === null ? blobs.delete(name) : blobs.set(name, bytes.slice())),
    load: (name) => blobs.get(name)?.slice(),
    names: (prefix) => [...blobs.keys()].filter((name) => name.startsWith(prefix)),
    random,
    kernel: plainKernel,
    failpoint: () => undefined,
  };
  const seat: Seat = {
    facts,
    ports,
    timings: TIMINGS,
    checks: ALL_CHECKS,
    out: [],
    events: [],
    named: new Set(),
    served: new Map(),
    heard: new Map(),
  };
  const key = (name: string): Uint8Array => hashOf('a test key', new TextEncoder().encode(name));
  const kit: Alone = {
    seat,
    blobs,
    marks,
    slots,
    taken,
    ring: createKeyring(
      new Map(setsHeldBy(n, T, self).map((set) => [set, key(`set ${set}`)])),
      new Map(
        Array.from({ length: n }, (_, other) => other)
          .filter((other) => other !== self)
          .map((other) => [other, key(`pair ${Math.min(self, other)} ${Math.max(self, other)}`)]),
      ),
    ),
    shared: {
      seat,
      pools: { entries: [] },
      ring: () => kit.ring,
      proofs: new Map(),
      blamed: new Set(),
      sessions: new Map(),
      lacking: new Map(),
      uses: new Map(),
      born: 0,
      makeBatch:
        options.makeBatch ??
        (() => {
          throw new Error('no batch is made here');
        }),
      twist: (protocol) => protocol,
    },
    faults: () =>
      seat.events.splice(0).flatMap((event) => (event.type === 'peerFault' ? [`${event.seat} ${event.code}`] : [])),
    events: (type) => seat.events.filter((event) => event.type === type) as never,
    sent: () => seat.out.splice(0).map(({ bytes }) => bytes[0] as number),
    signature: (by, struct, record) => signatureOf(by, digestOf(seat, struct, record)),
    session(work) {
      const session = createSession(kit.shared, work);
      kit.shared.sessions.set(session.id, session);
      return session;
    },
  };
  return kit;
}

/** What a handler is given of a message: the bytes behind its type and session. */
export function readerOf(w: Writer): Reader {
  return new Reader(w.done());
}
