// One inbox entry, sealed: values hidden under the sender's mask, signed by the sender, admitted by a voucher where the contract asks one.
import { toHex, type Hex, type SigningKey } from '@enigma/crypto';
import {
  deltaOf,
  encodeDeltas,
  MASK_KIND,
  signEntry,
  signVoucher,
  VOUCHER,
  verifyRecord,
  ZERO_ADDRESS,
} from '@enigma/protocol';
import { keccakHex } from '@enigma/protocol';
import { checksOf } from './defences.ts';
import { ClientError, type LyingNode } from './errors.ts';
import type { Journal } from './journal.ts';
import { requestMasks } from './masks.ts';
import { domainOf, type Ports } from './ports.ts';
import { inboxTermsOf, type CommitteeFacts, type Deployed } from './reading.ts';
import { entryWords } from './values.ts';

export interface EntryTerms {
  /** The secret members of an entry by name. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly sender: SigningKey;
  /** Of one sender the highest nonce counts, so a later entry has a higher one. */
  readonly nonce: bigint;
  /** Admission's signature over this contract and sender; for a contract that asks one. */
  readonly voucher?: Hex;
  readonly journal: Journal;
  readonly signal?: AbortSignal;
}

export interface SealedEntry {
  readonly sender: Hex;
  readonly nonce: bigint;
  /** What a relayer appends. It tells nobody the values. */
  readonly body: Hex;
  /** Seats that answered wrongly and were outvoted. */
  readonly liars: readonly LyingNode[];
}

export async function sealEntry(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  entry: EntryTerms,
): Promise<SealedEntry> {
  const terms = inboxTermsOf(ports.chain, deployed, committee.committeeId);
  const words = entryWords(deployed.verified, entry.values);
  const { sender, nonce } = entry;
  if (nonce < 0n || nonce >= 1n << 64n)
    throw new ClientError(
      'BAD_ARGUMENT',
      'A nonce is an unsigned 64-bit integer.',
      { field: 'nonce' },
      'Count entries from 0.',
    );
  const voucher = checkVoucher(ports, deployed, sender.address, entry.voucher);
  const { domain, contractId, widths } = terms;
  const masks = await requestMasks(
    ports,
    { domain, committee, contractId, kind: MASK_KIND.INBOX, nonce, widths },
    sender,
    entry.signal === undefined ? {} : { signal: entry.signal },
  );
  const deltas = words.map((word, i) => deltaOf(word, [masks.values[i] as bigint], widths[i] as number));
  const record = { maskId: masks.maskId, valuesHash: keccakHex(encodeDeltas(deltas, widths)) };
  const standing = await entry.journal.put(record);
  if (checksOf(ports)['mask.once'] && standing.valuesHash !== record.valuesHash) {
    throw new ClientError(
      'MASK_USED',
      `Nonce ${nonce} of this sender already hides another entry.`,
      { contractId, nonce },
      'Use the next nonce: the entry with the highest one counts.',
    );
  }
  const body = signEntry(
    terms,
    { sender: sender.address, nonce, deltas, ...(voucher === undefined ? {} : { voucher }) },
    sender.privateKey,
  );
  return { sender: sender.address, nonce, body: toHex(body), liars: masks.liars };
}

/** Admission's leave for one sender, given by whoever holds the contract's admission key. */
export function admit(ports: Ports, deployed: Deployed, sender: Hex, admission: SigningKey): Hex {
  const expected = deployed.contract.admission;
  if (admission.address !== expected) {
    throw new ClientError(
      'WRONG_KEY',
      'This is not the contract’s admission key.',
      { expected, given: admission.address },
      'Sign with the key that was named at deployment.',
    );
  }
  return signVoucher(domainOf(ports.chain), deployed.contractId, sender, admission.privateKey);
}

function checkVoucher(ports: Ports, deployed: Deployed, sender: Hex, voucher: Hex | undefined): Hex | undefined {
  const { admission } = deployed.contract;
  if (admission === ZERO_ADDRESS) return undefined;
  if (!checksOf(ports).voucher) return voucher;
  const facts = { contractId: deployed.contractId, sender, admission };
  if (voucher === undefined)
    throw new ClientError(
      'NEEDS_VOUCHER',
      'This contract takes entries of admitted senders alone.',
      facts,
      'Ask the contract’s admission for a voucher.',
    );
  if (!verifyRecord(domainOf(ports.chain), VOUCHER, { contractId: deployed.contractId, sender }, voucher, admission)) {
    throw new ClientError(
      'NEEDS_VOUCHER',
      'The voucher is not admission’s, or for another sender or contract.',
      facts,
      'Ask the contract’s admission for a voucher.',
    );
  }
  return voucher;
}
