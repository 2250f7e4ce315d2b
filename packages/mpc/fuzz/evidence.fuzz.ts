// Evidence files, which anybody may hand to anybody: read, and judged.
import { inSet, signingKeyOf, thresholdSets, toHex, utf8, type Hex } from '@enigma/crypto';
import { CHECKPOINT, SIGNED_VECTOR, signRecord, type Checkpoint } from '@enigma/protocol';
import { accepted, REFUSED, type Chance, type Decoder } from '@enigma/fuzz';
import { chunkPlace, chunkProof, hashOfVector } from '../src/session/vectorTree.ts';
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

/** Zeros that all have signed, but for a seat or two that signed something else. */
function wrong(chance: Chance): EvidenceFile {
  const [n, T] = COMMITTEES[chance.below(COMMITTEES.length)]!;
  const slot = { sessionId: zero, attempt: 0, phase: 0, round: chance.below(9), position: 0 };
  const [fieldLength, pieceBytes] = [chance.below(3), 4 * chance.below(3)];
  const set = fieldLength > 0 && chance.below(2) === 0 ? 0 : (thresholdSets(n, T).at(-1) as number);
  const liars = new Set([2, chance.below(n)]);
  const held = thresholdSets(n, T).filter((one) => !inSet(one, 0)).length;
  const shown = Array.from({ length: set === 0 ? 2 * T + 2 : T + 2 }, (_, seat) => {
    const place = { n, T, seat, fieldLength, pieceBytes };
    const body = new Uint8Array(16 * fieldLength + held * pieceBytes);
    if (liars.has(seat)) body.fill(1);
    const record = { slot, viewHash: zero, vectorHash: toHex(hashOfVector(place, body)) };
    const at = chunkPlace(place, set, 0);
    return {
      seat,
      chunk: at ? body.slice(at.offset, at.offset + at.bytes) : body,
      proof: at ? chunkProof(place, body, at).map(toHex) : [],
      signature: signRecord(domain, SIGNED_VECTOR, record, keys[seat]!.privateKey),
    };
  });
  const sizes = { fieldLength, pieceBytes, set, index: 0 };
  return inFile(accusedOf(n, T), { kind: 'wrongOpening', slot, viewHash: zero, ...sizes, shown });
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
    const read = readEvidence(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    if (read === undefined) return REFUSED;
    verifyEvidence(read.accused, read.evidence);
    return accepted(utf8(evidenceText(read)));
  },
};

export const decoders: readonly Decoder[] = [evidence];
