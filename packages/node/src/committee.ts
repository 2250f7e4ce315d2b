// What a committee is to this node: who sits where, by which key each seat signs, and the one domain everything is signed under.
import { fromHex, signedBy, type Hex } from '@enigma/crypto';
import { quorumHigh, type Domain } from '@enigma/protocol';
import { signerAt, type ChainView, type ContractView } from './view.ts';

export interface SeatView {
  readonly seat: number;
  /** Index in the chain's node records. */
  readonly node: number;
  /** The node's key in the epoch of the draw: for the committee's whole tenure. */
  readonly signer: Hex;
  readonly apiUrl: string;
  readonly peerUrl: string;
  readonly tlsSpkiHash: Hex;
}

export interface CommitteeView {
  readonly committeeId: Hex;
  readonly contractId: Hex;
  readonly generation: number;
  readonly n: number;
  readonly T: number;
  /** Signatures that settle at any time. */
  readonly qHi: number;
  readonly seats: readonly SeatView[];
  readonly blockNumber: bigint;
}

/** The sitting committee of a contract, or undefined before it is drawn and while the key of a seat is not known. Its event was checked: every seat's node has a record. */
export function committeeOf(view: ChainView, contract: ContractView): CommitteeView | undefined {
  const opened = contract.committee;
  if (opened === undefined) return undefined;
  const signers = opened.seats.map((node) => signerAt(view, node, opened.epochDrawn));
  if (signers.includes(undefined)) return undefined;
  return {
    committeeId: opened.committeeId,
    contractId: contract.contractId,
    generation: opened.generation,
    n: opened.n,
    T: opened.T,
    qHi: quorumHigh(opened.n, opened.T),
    blockNumber: opened.blockNumber,
    seats: opened.seats.map((node, seat) => {
      const record = view.nodes.get(node);
      if (record === undefined) throw new Error(`an unchecked event seats node ${node}`);
      const { apiUrl, peerUrl, tlsSpkiHash } = record.keys;
      return { seat, node, signer: signers[seat] as Hex, apiUrl, peerUrl, tlsSpkiHash };
    }),
  };
}

/** Whether `signature` is that seat's over the digest. Takes a peer's bytes. */
export function signedBySeat(
  committee: CommitteeView,
  seat: number,
  digest: Hex,
  signature: Uint8Array | Hex,
): boolean {
  const expected = committee.seats[seat]?.signer;
  const bytes = typeof signature === 'string' ? fromHex(signature) : signature;
  if (expected === undefined || bytes === undefined) return false;
  return signedBy(fromHex(digest) as Uint8Array, bytes, expected.toLowerCase() as Hex);
}

export type { Domain };
