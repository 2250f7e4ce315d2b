// What other nodes say: gossip, repairs and backups, bodies, start numbers, frames of a link. And its own records, which a disk may damage.
import { concat, toHex, vectorOf, vectorToBytes, type Hex } from '@enigma/crypto';
import {
  accepted,
  recordOf,
  REFUSED,
  sampleOf,
  type Chance,
  type Decoder,
  type Sample,
  type Verdict,
} from '@enigma/fuzz';
import { encodeRecord, RECEIPT, RESULT, type Receipt, type Result, type Struct } from '@enigma/protocol';
import { createRecovery, type Shown } from '../src/backup.ts';
import { createBodies } from '../src/bodies.ts';
import { BOOT, createBoots } from '../src/boots.ts';
import { decodeCandidate, encodeCandidate, type Candidate } from '../src/candidate.ts';
import type { CommitteeView } from '../src/committee.ts';
import { ALL_CHECKS } from '../src/defences.ts';
import { GOSSIP, type Gossip } from '../src/gossip.ts';
import { FrameReader } from '../src/host/frames.ts';
import { decodeGossip, encodeGossip } from '../src/journeys.ts';
import { openPositions, type Positions } from '../src/position.ts';
import { decodeRepair, encodeRepair, PUBLIC_STATE, SIGNED_LOSS, type RepairGossip } from '../src/repairGossip.ts';
import type { SeatHost } from '../src/seat.ts';
import { decodeState, encodeState, type ContractState } from '../src/state.ts';
import { createMemoryStore, type MemoryStore } from '../src/store.ts';

const FOLDER = 'packages/node/src';
const several = (count: number, make: (i: number) => Uint8Array): readonly Sample[] =>
  Array.from({ length: count }, (_, i) => ({ bytes: make(i) }));
const hexOf = (chance: Chance, length: number): Hex => toHex(chance.bytes(length));
/** Of a channel, which the link has read. */
const CHANNEL_BYTES = 1;

const gossip = GOSSIP.map(({ kind, struct }): Decoder => ({
  name: `node/gossip-${kind}`,
  form: 'bytes',
  covers: [`${FOLDER}/journeys.ts#decodeGossip`],
  every: 2,
  samples: (chance) =>
    Array.from({ length: 8 }, () => {
      const { bytes, seams = [] } = sampleOf(struct, chance, (record) =>
        encodeGossip({ kind, message: record } as Gossip).subarray(CHANNEL_BYTES),
      );
      return {
        bytes,
        seams: [{ at: 0, size: 1, counts: false }, ...seams.map((seam) => ({ ...seam, at: seam.at + 1 }))],
      };
    }),
  decode(bytes) {
    const read = decodeGossip(bytes);
    return read === undefined ? REFUSED : accepted(encodeGossip(read).subarray(CHANNEL_BYTES));
  },
}));

const element = (chance: Chance, count: number): Hex =>
  toHex(vectorToBytes(vectorOf(Array.from({ length: count }, () => chance.uint(100)))));

function shown(chance: Chance): Shown & { readonly keysId: Hex } {
  const count = chance.below(4);
  const sets = [2, 4, 8];
  return {
    keysId: hexOf(chance, 32),
    version: chance.uint(64),
    next: chance.uint(64),
    head: hexOf(chance, 32),
    secretRoot: hexOf(chance, 32),
    fields: [{ bytes: hexOf(chance, 4) }, { bytes: '0x' }],
    values: element(chance, count),
    hashes: sets.map((set) => ({ set, piece: hexOf(chance, 32), maskKey: hexOf(chance, 32) })),
    pieces: sets.map((set) => ({ set, salt: hexOf(chance, 32), values: element(chance, count) })),
    keys: sets.map((set) => ({ set, key: hexOf(chance, 16) })),
  };
}

function repairs(chance: Chance): RepairGossip {
  const record = (struct: unknown): never => recordOf(struct, chance).record as never;
  const keysId = hexOf(chance, 32);
  return chance.pick<() => RepairGossip>([
    () => ({ kind: 'loss', message: record(SIGNED_LOSS) }),
    () => ({ kind: 'want', message: { keysId } }),
    () => ({ kind: 'masks', message: { keysId, keys: [{ set: 3, key: hexOf(chance, 16) }] } }),
    () => ({ kind: 'state', message: record(PUBLIC_STATE) }),
    () => ({ kind: 'signature', message: { keysId, receiptDigest: keysId, signature: hexOf(chance, 64) } }),
    () => ({ kind: 'shown', message: shown(chance) }),
  ])();
}

const committee = {
  committeeId: `0x${'22'.repeat(32)}`,
  n: 3,
  T: 1,
  qHi: 3,
  qLo: 2,
  seats: [],
} as unknown as CommitteeView;
/** So that a backup is taken as soon as it is whole: what is checked by hashes of the others would be refused before it is read. */
const TRUSTING = {
  ...ALL_CHECKS,
  'backup.root': false,
  'backup.agree': false,
  'backup.piece': false,
  'backup.key': false,
};

const repair: Decoder = {
  name: 'node/repair',
  form: 'bytes',
  covers: [`${FOLDER}/repairGossip.ts#decodeRepair`],
  every: 2,
  // Values of a backup become numbers, whatever becomes of them.
  samples: (chance) => several(24, () => encodeRepair(repairs(chance)).subarray(CHANNEL_BYTES)),
  decode(bytes) {
    const read = decodeRepair(bytes);
    if (read === undefined) return REFUSED;
    if (read.kind === 'shown') {
      const recovery = createRecovery({ committee, seat: 0, checks: TRUSTING });
      recovery.take(1, read.message);
      recovery.take(2, read.message);
      recovery.recovered(read.message.secretRoot, read.message.keysId);
    }
    return accepted(encodeRepair(read).subarray(CHANNEL_BYTES));
  },
};

/** What a host lends to what is read here; nothing of it is asked for. */
const host = {
  store: createMemoryStore(),
  checks: ALL_CHECKS,
  contract: { tasks: new Map(), contractId: `0x${'33'.repeat(32)}` },
  committee,
  seat: 0,
  send: () => undefined,
  fault: () => {
    faults++;
  },
} as unknown as SeatHost;
let faults = 0;

const bodies: Decoder = {
  name: 'node/bodies',
  form: 'bytes',
  covers: [`${FOLDER}/bodies.ts#createBodies`],
  samples: (chance) =>
    several(10, () => {
      const told = [
        ['taskId', 'bytes32'],
        ['body', { bytesMax: 24_576 }],
      ];
      const kind = 1 + chance.below(2);
      const struct = { name: 'Body', fields: told.slice(0, kind) } as unknown as Struct<unknown>;
      return concat(Uint8Array.of(kind), encodeRecord(struct, recordOf(struct, chance).record));
    }),
  decode(bytes) {
    faults = 0;
    createBodies(host).receive(1, bytes, 0);
    return faults > 0 ? REFUSED : accepted();
  },
};

const signedBoot = { name: 'SignedBoot', fields: [...BOOT.fields, ['signature', { bytesMax: 64 }]] };

const boots: Decoder = {
  name: 'node/boots',
  form: 'bytes',
  covers: [`${FOLDER}/boots.ts#createBoots`],
  samples: (chance) =>
    several(8, () => sampleOf(signedBoot, chance, (record) => encodeRecord(signedBoot as never, record)).bytes),
  decode(bytes) {
    let refused = false;
    const own = createBoots({
      domain: { chainId: 1n, verifyingContract: `0x${'11'.repeat(20)}` },
      index: 0,
      store: createMemoryStore(),
      signer: {
        address: `0x${'44'.repeat(20)}`,
        taken: () => 0,
        sign: () => new Uint8Array(64),
        signOnce: () => new Uint8Array(64),
      },
      random: (length) => new Uint8Array(length),
      log: () => {
        refused = true;
      },
      signerOf: () => undefined,
      send: () => undefined,
      fault: () => {
        refused = true;
      },
    });
    own.receive(1, bytes);
    return refused ? REFUSED : accepted();
  },
};

/** Chunks of a link, as long as their first byte says; what is whole must be what came. */
const frames: Decoder = {
  name: 'node/frames',
  form: 'bytes',
  covers: [`${FOLDER}/host/frames.ts#FrameReader`],
  every: 2,
  // A frame that has begun has a mebibyte at once.
  allocatesMax: 1 << 22,
  samples: (chance) =>
    several(10, () => {
      const bodies = Array.from({ length: 1 + chance.below(4) }, () => chance.bytes(chance.below(60)));
      return concat(...bodies.flatMap((body) => [Uint8Array.of(0, 0, 0, body.length), body]));
    }),
  decode(bytes) {
    const reader = new FrameReader(4096);
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length;) {
      const size = 1 + ((bytes[at] as number) % 50);
      const given = reader.push(bytes.slice(at, at + size));
      if (given === 'oversize') return REFUSED;
      for (const frame of given) parts.push(Uint8Array.of(0, 0, frame.length >> 8, frame.length & 0xff), frame.slice());
      at += size;
    }
    const whole = concat(...parts);
    if (toHex(whole) !== toHex(bytes.slice(0, whole.length))) throw new Error('frames are not what came');
    return accepted();
  },
};

function state(chance: Chance): ContractState {
  return {
    version: chance.uint(64),
    fields: [chance.bytes(5), chance.bytes(0)],
    cursor: { next: chance.uint(64), head: hexOf(chance, 32) },
    shares: [chance.uint(120), 0n],
  };
}

function candidate(chance: Chance): Candidate {
  return {
    sessionId: hexOf(chance, 32),
    digest: hexOf(chance, 32),
    secretRoot: hexOf(chance, 32),
    receipt: recordOf(RECEIPT, chance).record as Receipt,
    tasks: [
      {
        result: recordOf(RESULT, chance).record as Result,
        publicBytes: '0x',
        events: '0x',
        masked: '0x55',
        pieces: [[{ set: 2, salt: hexOf(chance, 32), values: element(chance, 1) }]],
      },
    ],
    state: state(chance),
  };
}

/** Blobs of our own: their checksums are compared where they are read, so what is none of ours is an error of ours. It ends at once, and costs no memory. */
function own(
  name: string,
  form: 'json',
  covers: readonly string[],
  write: (chance: Chance) => Uint8Array,
  read: (bytes: Uint8Array) => unknown,
): Decoder {
  return {
    name,
    form,
    covers,
    every: 4,
    samples: (chance) => several(6, () => write(chance)),
    decode(bytes): Verdict {
      try {
        read(bytes);
        return accepted();
      } catch {
        return REFUSED;
      }
    },
  };
}

const POSITION = `committee/${committee.committeeId}/position`;
const positionsOn = (store: MemoryStore): Positions =>
  openPositions(
    store,
    committee.committeeId,
    () => undefined,
    () => new Set(),
  );

export const decoders: readonly Decoder[] = [
  ...gossip,
  repair,
  bodies,
  boots,
  frames,
  own(
    'node/own-state',
    'json',
    [`${FOLDER}/state.ts#decodeState`],
    (chance) => encodeState(state(chance)),
    decodeState,
  ),
  own(
    'node/own-candidate',
    'json',
    [`${FOLDER}/candidate.ts#decodeCandidate`],
    (chance) => encodeCandidate(candidate(chance)),
    decodeCandidate,
  ),
  own(
    'node/own-position',
    'json',
    [`${FOLDER}/position.ts#read`],
    (chance) => {
      const store = createMemoryStore();
      const next = {
        state: state(chance),
        nextSeq: chance.uint(64),
        secretRoot: hexOf(chance, 32),
        keysId: hexOf(chance, 32),
      };
      positionsOn(store).promote(next);
      return store.get(POSITION) as Uint8Array;
    },
    (bytes) => {
      const store = createMemoryStore();
      store.put(POSITION, bytes);
      positionsOn(store);
    },
  ),
];
