// What the Evidence contract says of what was signed: the chain's own judgement, over the committee and the keys of its own record.
import {
  type AnyStruct,
  CHECKPOINT,
  type Hex,
  KEY_CHECK,
  KEY_CONTRIBUTION,
  SIGNED_VECTOR,
  type Slot,
} from '@enigma/protocol';
import { bytesToHex, encodeFunctionData, numberToHex } from 'viem';
import { BadAnswer } from './answers.ts';
import { evidenceAbi } from './generated/evidence.ts';
import { rpcClient } from './rpc.ts';

/** In the order of the contract's enum; all but the last say why nothing is shown. */
export const EVIDENCE_VERDICTS: readonly EvidenceSaid[] = [
  'COMMITTEE',
  'MALFORMED',
  'BAD_SIGNATURE',
  'OTHER_SLOT',
  'SAME_RECORD',
  'TOO_FEW',
  'MISMATCH',
  'NOT_WRONG',
  'SHOWN',
];
export type EvidenceSaid =
  | 'COMMITTEE'
  | 'MALFORMED'
  | 'BAD_SIGNATURE'
  | 'OTHER_SLOT'
  | 'SAME_RECORD'
  | 'TOO_FEW'
  | 'MISMATCH'
  | 'NOT_WRONG'
  | 'SHOWN';

/** In the order of the contract's enum. */
const KINDS: readonly TwiceSigned[] = ['Checkpoint', 'SignedVector', 'KeyContribution', 'KeyCheck'];
const STRUCTS = {
  Checkpoint: CHECKPOINT,
  SignedVector: SIGNED_VECTOR,
  KeyContribution: KEY_CONTRIBUTION,
  KeyCheck: KEY_CHECK,
} as unknown as Readonly<Record<TwiceSigned, AnyStruct>>;

/** Records of which a seat signs one a slot. */
type TwiceSigned = 'Checkpoint' | 'SignedVector' | 'KeyContribution' | 'KeyCheck';

interface SignedOnce {
  readonly record: object;
  readonly signature: Hex;
}

/** Two records of one seat that claim one slot. */
export interface SignedTwice {
  readonly kind: 'equivocation';
  readonly name: TwiceSigned;
  readonly records: readonly [SignedOnce, SignedOnce];
}

/** One chunk of a seat's vector of a round, and the same chunk of others'. */
export interface ShownOpening {
  readonly kind: 'wrongOpening';
  readonly slot: Slot;
  readonly viewHash: Hex;
  readonly fieldLength: number;
  readonly pieceBytes: number;
  readonly set: number;
  readonly index: number;
  readonly shown: readonly {
    readonly seat: number;
    readonly chunk: Uint8Array;
    readonly proof: readonly Hex[];
    readonly signature: Hex;
  }[];
}

export interface EvidenceQuestion {
  readonly committeeId: Hex;
  readonly seat: number;
  readonly evidence: SignedTwice | ShownOpening;
}

/** Asked by eth_call: nobody pays, and nothing is kept of it. Rejects where no such contract stands there. */
export async function askEvidence(rpcUrl: string, judge: Hex, question: EvidenceQuestion): Promise<EvidenceSaid> {
  const { data } = await rpcClient(rpcUrl).call({ to: judge, data: encodeEvidence(question) });
  if (data === undefined || data.length !== 66) throw new BadAnswer('The endpoint’s answer is no verdict.');
  return evidenceSaid(BigInt(data));
}

export function encodeEvidence({ committeeId, seat, evidence }: EvidenceQuestion): Hex {
  return evidence.kind === 'equivocation'
    ? encodeFunctionData({
        abi: evidenceAbi,
        functionName: 'equivocation',
        args: [committeeId, seat, ...equivocationArgs(evidence)],
      })
    : encodeFunctionData({
        abi: evidenceAbi,
        functionName: 'wrongOpening',
        args: [committeeId, seat, wrongOpeningArg(evidence)],
      });
}

export function evidenceSaid(verdict: bigint): EvidenceSaid {
  const said = EVIDENCE_VERDICTS.find((_, k) => BigInt(k) === verdict);
  if (said === undefined) throw new BadAnswer('The endpoint’s answer is no verdict.');
  return said;
}

/** A record as the contract takes it. */
interface SignedWords {
  readonly members: readonly Hex[];
  readonly signature: Hex;
}

export function equivocationArgs({
  name,
  records,
}: SignedTwice): readonly [number, readonly [SignedWords, SignedWords]] {
  const [first, second] = records;
  const asWords = ({ record, signature }: SignedOnce): SignedWords => ({
    members: wordsOf(STRUCTS[name], record),
    signature,
  });
  return [KINDS.indexOf(name), [asWords(first), asWords(second)]];
}

/** An opening as the contract takes it. */
type OpeningArg = Omit<ShownOpening, 'kind' | 'shown'> & {
  readonly shown: readonly (Omit<ShownOpening['shown'][number], 'chunk'> & { readonly chunk: Hex })[];
};

export function wrongOpeningArg(opening: ShownOpening): OpeningArg {
  const { slot, viewHash, fieldLength, pieceBytes, set, index, shown } = opening;
  const told = shown.map(({ chunk, ...one }) => ({ ...one, chunk: bytesToHex(chunk) }));
  return { slot, viewHash, fieldLength, pieceBytes, set, index, shown: told };
}

/** One word a member, those of an inner record in their place. A number that is too large for its member is for the contract to refuse. */
function wordsOf({ fields }: AnyStruct, record: object): readonly Hex[] {
  return fields.flatMap(([name, type]) => {
    const member = (record as Readonly<Record<string, unknown>>)[name];
    if (typeof type !== 'string') return wordsOf(type as AnyStruct, member as object);
    return typeof member === 'number' ? numberToHex(member, { size: 32 }) : (member as Hex);
  });
}
