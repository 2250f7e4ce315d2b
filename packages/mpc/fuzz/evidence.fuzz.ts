// Evidence files, which anybody may hand to anybody: read, and judged.
import { plainKernel, signingKeyOf, thresholdSets, toHex, utf8, type Hex } from '@enigma/crypto';
import { CHECKPOINT, SIGNED_VECTOR, signRecord, type Checkpoint } from '@enigma/protocol';
import { accepted, REFUSED, type Chance, type Decoder } from '@enigma/fuzz';
import { hashOfVector } from '../src/session/evidence.ts';
import {
  evidenceText,
  readEvidence,
  verifyEvidence,
  type Accused,
  type Evidence,
  type EvidenceFile,
} from '../src/session/index.ts';

const FOLDER = 'packages/mpc/src/session';
const domain = { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` } as const;
const zero: Hex = `0x${'00'.repeat(32)}`;
const keys = Array.from({ length: 10 }, (_, seat) => signingKeyOf(new Uint8Array(32).fill(seat + 1)));
const COMMITTEES = [
  [4, 1],
  [5, 1],
  [7, 2],
  [10, 3],
] as const;

function accusedOf(n: number, T: number): Accused {
  return { domain, n, T, signers: keys.slice(0, n).map(({ address }) => address), seat: 2 };
}

const inFile = (accused: Accused, evidence: Evidence): EvidenceFile => ({ accused, committeeId: zero, evidence });

function twice(chance: Chance): EvidenceFile {
  const signed = () => {
    const viewHash = toHex(chance.bytes(32));
    const record: Checkpoint = {
      sessionId: zero,
      attempt: 0,
      index: 0,
      phase: 1,
      live: 15,
      viewHash,
      sentRoot: zero,
      leafRoot: zero,
      batchCommitment: zero,
    };
    return { record, signature: signRecord(domain, CHECKPOINT, record, keys[2]!.privateKey) };
  };
  return inFile(accusedOf(4, 1), { kind: 'equivocation', name: 'Checkpoint', records: [signed(), signed()] });
}

/** Signed by all, so that it is decoded: zeros, but for a seat or two. */
function wrong(chance: Chance): EvidenceFile {
  const [n, T] = COMMITTEES[chance.below(COMMITTEES.length)]!;
  const slot = { sessionId: zero, attempt: 0, phase: 0, round: chance.below(9), position: 0 };
  const [fieldLength, pieceBytes] = [chance.below(3), 4 * chance.below(3)];
  const held = (thresholdSets(n, T).length * (n - T)) / n;
  const liars = new Set([2, chance.below(n)]);
  const vectors = Array.from({ length: n }, (_, seat) => {
    const body = new Uint8Array(16 * fieldLength + held * pieceBytes);
    if (liars.has(seat) && body.length > 0) body[chance.below(body.length)] = 1;
    const vectorHash = toHex(hashOfVector({ n, T, seat, fieldLength, pieceBytes }, body));
    const record = { slot, viewHash: zero, vectorHash };
    return { body, signature: signRecord(domain, SIGNED_VECTOR, record, keys[seat]!.privateKey) };
  });
  return inFile(accusedOf(n, T), { kind: 'wrongOpening', slot, viewHash: zero, fieldLength, pieceBytes, vectors });
}

const evidence: Decoder = {
  name: 'mpc/evidence',
  form: 'json',
  covers: [`${FOLDER}/evidenceFile.ts#readEvidence`, `${FOLDER}/evidence.ts#verifyEvidence`],
  every: 20,
  // Ten signers are recovered, a megabyte of big integers each.
  allocatesMax: 1 << 24,
  samples: (chance) => [twice, wrong].map((make) => ({ bytes: utf8(evidenceText(make(chance))) })),
  decode(bytes) {
    const read = readEvidence(new TextDecoder().decode(bytes));
    if (read === undefined) return REFUSED;
    verifyEvidence(read.accused, read.evidence, plainKernel);
    return accepted(utf8(evidenceText(read)));
  },
};

export const decoders: readonly Decoder[] = [evidence];
