// Evidence files, which anybody may hand to anybody: read, and judged.
import { plainKernel, signingKeyOf, toHex, utf8, type Hex } from '@enigma/crypto';
import { CHECKPOINT, signRecord, type Checkpoint } from '@enigma/protocol';
import { accepted, REFUSED, type Chance, type Decoder } from '@enigma/fuzz';
import { evidenceText, readEvidence, verifyEvidence, type Accused, type Evidence } from '../src/session/index.ts';

const FOLDER = 'packages/mpc/src/session';
const domain = { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` } as const;
const zero: Hex = `0x${'00'.repeat(32)}`;
const keys = Array.from({ length: 4 }, (_, seat) => signingKeyOf(new Uint8Array(32).fill(seat + 1)));
const accused: Accused = { domain, n: 4, T: 1, signers: keys.map(({ address }) => address), seat: 2 };

function twice(chance: Chance): Evidence {
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
  return { kind: 'equivocation', name: 'Checkpoint', records: [signed(), signed()] };
}

function wrong(chance: Chance): Evidence {
  const slot = { sessionId: zero, attempt: 0, phase: 0, round: chance.below(9), position: 0 };
  const vectors = keys.map(() => ({ body: toHex(chance.bytes(28)), signature: toHex(chance.bytes(64)) }));
  return { kind: 'wrongOpening', slot, viewHash: zero, fieldLength: 1, pieceBytes: 4, vectors };
}

const evidence: Decoder = {
  name: 'mpc/evidence',
  form: 'json',
  covers: [`${FOLDER}/evidenceFile.ts#readEvidence`, `${FOLDER}/evidence.ts#verifyEvidence`],
  every: 20,
  allocatesMax: 1 << 22,
  samples: (chance) =>
    [twice, wrong].map((make) => ({
      bytes: utf8(evidenceText({ accused, committeeId: zero, evidence: make(chance) })),
    })),
  decode(bytes) {
    const read = readEvidence(new TextDecoder().decode(bytes));
    if (read === undefined) return REFUSED;
    verifyEvidence(read.accused, read.evidence, plainKernel);
    return accepted(utf8(evidenceText(read)));
  },
};

export const decoders: readonly Decoder[] = [evidence];
