// Acknowledgements as the contracts take them: a bitmap of seats (4 bytes, big endian) and a signature of each over Ack,
// lowest seat first.
import { concat, fromHex, type Hex, toHex, uintBE } from '@enigma/crypto';
import { hexBytes } from './abi.ts';
import { digest, type Domain, signerOf } from './eip712.ts';
import { seatsOf } from './quorum.ts';
import { ACK, type Ack } from './records.ts';

export interface Acks {
  readonly bitmap: number;
  /** 64 bytes per set bit. */
  readonly sigs: Hex;
}

export function encodeAcks({ bitmap, sigs }: Acks): Hex {
  return toHex(concat(uintBE(bitmap, 4), hexBytes(sigs)));
}

/** Undefined for anything that is not so long as its bitmap says. Takes anybody's bytes. */
export function decodeAcks(hex: Hex): Acks | undefined {
  const bytes = fromHex(hex);
  if (bytes === undefined || bytes.length < 4) return undefined;
  const bitmap = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (bytes.length !== 4 + 64 * seatsOf(bitmap).length) return undefined;
  return { bitmap, sigs: toHex(bytes.subarray(4)) };
}

/** Joins what single seats signed; `signerOfSeat` says whose key a seat has, and what is not its own is left out. */
export function joinAcks(
  domain: Domain,
  ack: Ack,
  signatures: ReadonlyMap<number, Hex>,
  signerOfSeat: (seat: number) => Hex | undefined,
): Acks {
  const hash = digest(domain, ACK, ack);
  const good = [...signatures].filter(([seat, sig]) => {
    const signer = signerOf(hash, sig);
    return signer !== undefined && signer === signerOfSeat(seat);
  });
  good.sort(([a], [b]) => a - b);
  const bitmap = good.reduce((sum, [seat]) => (sum | (1 << seat)) >>> 0, 0);
  return { bitmap, sigs: toHex(concat(...good.map(([, sig]) => hexBytes(sig)))) };
}
