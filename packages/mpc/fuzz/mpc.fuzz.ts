// What sessions read without a machine: records, checkpoints, hellos, seeds, bits; and their own blobs, which a disk may damage.
import { concat, readBE, u16be } from '@enigma/crypto';
import { SESSION_OPEN, CHECKPOINT, type Checkpoint } from '@enigma/protocol';
import { accepted, recordOf, REFUSED, type Chance, type Decoder, type Sample } from '@enigma/fuzz';
import { bitsFromBytes, bitsToBytes, clearTail } from '../src/bits.ts';
import { decodeFieldOpening, decodePiece, isMismatch } from '../src/openings.ts';
import { plainKernel, Refusal, vectorFromBytes } from '@enigma/crypto';
import { decodeCheckpoint, encodeSignedCheckpoint, type SignedCheckpoint } from '../src/session/checkpoints.ts';
import {
  SEED_KINDS,
  createKeyring,
  decodeSeeds,
  encodeSeeds,
  loadKeyring,
  saveKeyring,
  setSeedBytes,
  setSeedsFromBytes,
  takeStep,
  type SessionSeeds,
} from '../src/session/keyring.ts';
import {
  readHello,
  readSignedOpen,
  writeHello,
  writeSignedOpen,
  type HelloFacts,
  type SignedOpen,
} from '../src/session/opening.ts';
import { addBatch, loadPools } from '../src/session/pools.ts';
import { loadProofs, storeProofs } from '../src/session/promise.ts';
import { decodeRecord, encodeRecord, readCheckpoints } from '../src/session/record.ts';
import { placeOf, splitFrame } from '../src/session/frame.ts';
import { bytesOf, digestOf } from '../src/session/seat.ts';
import { Reader, Writer } from '../src/session/wire.ts';
import { N, portsOf, seatOf, T, tagOf, type Disk } from './committee.ts';

const FOLDER = 'packages/mpc/src/session';
const several = (count: number, make: () => Uint8Array): readonly Sample[] =>
  Array.from({ length: count }, () => ({ bytes: make() }));

const bits: Decoder = {
  name: 'mpc/bits',
  form: 'bytes',
  covers: ['packages/mpc/src/bits.ts#bitsFromBytes'],
  samples: (chance) =>
    several(10, () => {
      const length = chance.below(200);
      const words = clearTail(
        Uint32Array.from({ length: Math.ceil(length / 32) }, () => chance.word()),
        length,
      );
      return concat(u16be(length), bitsToBytes(words));
    }),
  decode(bytes) {
    const length = Number(readBE(bytes.subarray(0, 2)));
    const words = bitsFromBytes(bytes.subarray(2), length);
    return words === undefined || bytes.length < 2 ? REFUSED : accepted(concat(u16be(length), bitsToBytes(words)));
  },
};

function signedOpen(chance: Chance): SignedOpen {
  const { record } = recordOf(SESSION_OPEN, chance);
  const open = record as SignedOpen['open'];
  return {
    open,
    signatures: Array.from({ length: chance.below(4) }, (_, seat) => ({
      seat,
      signature: tagOf(seat, digestOf(seatOf(), SESSION_OPEN, open)),
    })),
  };
}

const proposal: Decoder = {
  name: 'mpc/signed-open',
  form: 'bytes',
  covers: [
    `${FOLDER}/opening.ts#readSignedOpen`,
    `${FOLDER}/opening.ts#readOpen`,
    `${FOLDER}/opening.ts#readSignatures`,
  ],
  samples: (chance) => several(10, () => writeSignedOpen(new Writer(), signedOpen(chance)).done()),
  decode(bytes) {
    const r = new Reader(bytes);
    const read = readSignedOpen(r);
    return r.done() ? accepted(writeSignedOpen(new Writer(), read).done()) : REFUSED;
  },
};

const hello: Decoder = {
  name: 'mpc/hello',
  form: 'bytes',
  covers: [`${FOLDER}/opening.ts#readHello`],
  samples: (chance) =>
    several(10, () => {
      const facts: HelloFacts = {
        seat: chance.below(4),
        boot: chance.uint(64),
        marks: new Map(([1, 2, 3, 4, 5] as const).map((kind) => [kind, chance.uint(64)])),
        signature: chance.bytes(64),
        proofs: Array.from({ length: chance.below(3) }, () => signedOpen(chance)),
      };
      return writeHello(new Writer(), facts).done();
    }),
  decode(bytes) {
    const r = new Reader(bytes);
    const read = readHello(r);
    return r.done() ? accepted(writeHello(new Writer(), read).done()) : REFUSED;
  },
};

function checkpoint(chance: Chance): SignedCheckpoint {
  const record = recordOf(CHECKPOINT, chance).record as Checkpoint;
  const by = chance.below(N);
  return {
    by,
    proposal: chance.below(4),
    round: chance.below(100),
    record,
    signature: tagOf(by, digestOf(seatOf(), CHECKPOINT, record)),
    leaves: Array.from({ length: chance.below(N + 1) }, () => chance.bytes(32)),
  };
}

const checkpoints: Decoder = {
  name: 'mpc/checkpoint',
  form: 'bytes',
  covers: [`${FOLDER}/checkpoints.ts#decodeCheckpoint`],
  samples: (chance) =>
    several(10, () => {
      const one = checkpoint(chance);
      return encodeSignedCheckpoint(bytesOf(one.record.sessionId), one);
    }),
  decode(bytes) {
    const read = decodeCheckpoint(seatOf(), bytes);
    return read === undefined ? REFUSED : accepted(encodeSignedCheckpoint(bytesOf(read.record.sessionId), read));
  },
};

const listOfCheckpoints: Decoder = {
  name: 'mpc/checkpoints',
  form: 'bytes',
  covers: [`${FOLDER}/record.ts#readCheckpoints`],
  samples: (chance) =>
    several(8, () => checkpointsBytes(Array.from({ length: chance.below(4) }, () => checkpoint(chance)))),
  decode(bytes) {
    const read = readCheckpoints(seatOf(), bytes);
    return read === undefined ? REFUSED : accepted(checkpointsBytes(read));
  },
};

function checkpointsBytes(list: readonly SignedCheckpoint[]): Uint8Array {
  return new Writer()
    .list(list, (w, one) => w.bytes(encodeSignedCheckpoint(bytesOf(one.record.sessionId), one)))
    .done();
}

const record: Decoder = {
  name: 'mpc/session-record',
  form: 'bytes',
  covers: [`${FOLDER}/record.ts#decodeRecord`],
  samples: (chance) =>
    several(10, () =>
      encodeRecord({
        signedOpen: signedOpen(chance),
        rounds: Array.from({ length: chance.below(6) }, () => ({
          kind: chance.pick(['openings', 'sums', 'echo', 'checkpoint', 'confirm'] as const),
          bytes: chance.bytes(chance.below(80)),
        })),
      }),
    ),
  decode(bytes) {
    const read = decodeRecord(bytes);
    return read === undefined ? REFUSED : accepted(encodeRecord(read));
  },
};

const frame: Decoder = {
  name: 'mpc/frame',
  form: 'bytes',
  covers: [`${FOLDER}/frame.ts#placeOf`, `${FOLDER}/frame.ts#splitFrame`],
  samples: (chance) => several(6, () => chance.bytes(90 + chance.below(60))),
  decode(bytes) {
    const place = placeOf(bytes);
    const read = splitFrame(bytes);
    return read === undefined || place === undefined ? REFUSED : accepted(concat(read.header, read.view, read.body));
  },
};

function seeds(chance: Chance): SessionSeeds {
  return {
    sets: new Map([1, 2, 4].map((set) => [set, SEED_KINDS.map(() => chance.bytes(16))])),
    pairs: new Map([1, 2, 3].map((seat) => [seat, chance.bytes(16)])),
  };
}

const seedBytes: Decoder = {
  name: 'mpc/seeds',
  form: 'bytes',
  covers: [`${FOLDER}/keyring.ts#decodeSeeds`],
  samples: (chance) => several(8, () => encodeSeeds(seeds(chance))),
  decode: (bytes) => {
    const read = decodeSeeds(bytes);
    return read === undefined ? REFUSED : accepted(encodeSeeds(read));
  },
};

const setSeeds: Decoder = {
  name: 'mpc/set-seeds',
  form: 'bytes',
  covers: [`${FOLDER}/keyring.ts#setSeedsFromBytes`],
  samples: (chance) => several(4, () => setSeedBytes(SEED_KINDS.map(() => chance.bytes(16)))),
  decode(bytes) {
    const read = setSeedsFromBytes(bytes);
    return read === undefined ? REFUSED : accepted(setSeedBytes(read));
  },
};

/** Answers of all seats to one opening, one behind the other: as a field vector, and as pieces. */
const answers: Decoder = {
  name: 'mpc/opening-answers',
  form: 'bytes',
  covers: ['packages/mpc/src/openings.ts#decodeFieldOpening', 'packages/mpc/src/openings.ts#decodePiece'],
  every: 20,
  bytesMax: 4096,
  samples: (chance) => several(6, () => new Uint8Array(N * 32).fill(chance.below(3))),
  decode(bytes) {
    const size = Math.floor(bytes.length / N / 16) * 16;
    const parts = Array.from({ length: N }, (_, seat) => bytes.subarray(seat * size, (seat + 1) * size));
    const pieces = decodePiece(T, new Map(parts.map((part, seat) => [seat, part])));
    const vectors = parts.map((part) => vectorFromBytes(part));
    if (vectors.some((one) => one instanceof Refusal)) return REFUSED;
    const decoded = decodeFieldOpening(
      N,
      T,
      plainKernel,
      new Map(vectors.map((one, seat) => [seat, one as Exclude<typeof one, Refusal>])),
    );
    return isMismatch(pieces) || isMismatch(decoded) ? REFUSED : accepted();
  },
};

/** A blob of our own: the store compares its checksum, and what is read from it is whole or ends the start with these words. */
function ownBlob(
  name: string,
  blob: string,
  covers: readonly string[],
  write: (disk: Disk, chance: Chance) => void,
  read: (disk: Disk) => void,
): Decoder {
  return {
    name,
    form: 'bytes',
    covers,
    samples: (chance) =>
      several(6, () => {
        const disk = emptyDisk();
        write(disk, chance);
        return disk.blobs.get(blob) as Uint8Array;
      }),
    decode(bytes) {
      const disk = emptyDisk();
      disk.blobs.set(blob, bytes);
      try {
        read(disk);
        return accepted();
      } catch (error) {
        if (error instanceof Error && /on disk (is|are) damaged$/.test(error.message)) return REFUSED;
        throw error;
      }
    },
  };
}

const emptyDisk = (): Disk => ({ blobs: new Map(), slots: new Map(), marks: new Map() });
const SEAT = { ...seatOf() };

const keyring = ownBlob(
  'mpc/keyring',
  'keys',
  [`${FOLDER}/keyring.ts#loadKeyring`],
  (disk, chance) => {
    const ring = createKeyring(
      new Map([
        [2, chance.bytes(16)],
        [4, chance.bytes(16)],
      ]),
      new Map([[1, chance.bytes(16)]]),
    );
    takeStep(ring, 'pool', chance.below(3));
    saveKeyring(ring, portsOf(0, disk, 'keyring'));
  },
  (disk) => void loadKeyring(portsOf(0, disk, 'keyring')),
);

const pools = ownBlob(
  'mpc/pools',
  'pools',
  [`${FOLDER}/pools.ts#loadPools`],
  (disk, chance) => {
    const ports = portsOf(0, disk, 'pools');
    const all = loadPools(ports);
    for (let batch = 0; batch < 1 + chance.below(4); batch++)
      addBatch(all, ports, {
        pool: chance.pick(['triple', 'and', 'daBit'] as const),
        batch,
        count: chance.word(),
        state: 'usable',
      });
  },
  (disk) => void loadPools(portsOf(0, disk, 'pools')),
);

const proofs = ownBlob(
  'mpc/proofs',
  'proofs',
  [`${FOLDER}/promise.ts#loadProofs`],
  (disk, chance) => storeProofs({ ...SEAT, ports: portsOf(0, disk, 'proofs') }, new Map([[1, signedOpen(chance)]])),
  (disk) => void loadProofs({ ...SEAT, ports: portsOf(0, disk, 'proofs') }),
);

export const decoders: readonly Decoder[] = [
  bits,
  proposal,
  hello,
  checkpoints,
  listOfCheckpoints,
  record,
  frame,
  seedBytes,
  setSeeds,
  answers,
  keyring,
  pools,
  proofs,
];
