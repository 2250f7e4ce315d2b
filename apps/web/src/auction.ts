// What is done from the auction's page: a bid sealed here and appended by the network's development account, the settlement with a record to be told, and that record read.
import { connect, memoryJournal, type ContractHandle, type Hex, type TaskRecord } from '@enigma/client';
import {
  AUCTION_RECORD_GAS,
  deployAuctionRecord,
  expectSettlement,
  readAuctionRecord,
  type RecordedAuction,
} from '@enigma/contracts';
import { useEffect, useState } from 'react';
import { payFor, payTerms } from './call.ts';
import type { Connection } from './network.ts';

const SERVING_TIMEOUT_MS = 60_000;

/** A bid of this visit. Its amount is not kept. */
export interface OwnBid {
  readonly nonce: bigint;
  readonly index: bigint;
  readonly height: bigint;
}

/** They live as long as the visit's key, which alone can replace them. */
const own = new Map<Hex, readonly OwnBid[]>();
/** Counted up before a bid is sealed: one that was not sent has used its mask all the same. */
const nonces = new Map<Hex, bigint>();
const journal = memoryJournal();

export function ownBids(contractId: Hex): readonly OwnBid[] {
  return own.get(contractId) ?? [];
}

function contractOf({ ports, facts }: Connection, contractId: Hex): Promise<ContractHandle> {
  return connect(ports).contract(contractId, {
    timeoutMs: SERVING_TIMEOUT_MS,
    fromBlock: BigInt(facts.book.deployedBlock),
  });
}

/** Of one bidder the bid with the highest nonce counts. */
export async function placeBid(connection: Connection, contractId: Hex, amount: bigint): Promise<void> {
  const auction = await contractOf(connection, contractId);
  const nonce = nonces.get(contractId) ?? 0n;
  nonces.set(contractId, nonce + 1n);
  const sealed = await auction.sealEntry({ values: { amount }, sender: connection.caller, nonce, journal });
  const { inclusions } = await auction.append([sealed]);
  const [place] = inclusions;
  if (place === undefined) throw new Error('appended, and not found');
  own.set(contractId, [...ownBids(contractId), { nonce, index: place.index, height: place.height }]);
}

/** A record for this auction, told which task to expect before the task is there; then the task, which calls it back. */
export async function settle(connection: Connection, contractId: Hex): Promise<void> {
  const { ports, facts } = connection;
  const { rpcUrl, book, payer } = facts;
  const account = { rpcUrl, chainId: book.chainId, privateKey: payer };
  const auction = await contractOf(connection, contractId);
  const record = await deployAuctionRecord(account, { tasks: book.tasks, auction: contractId });
  const call = await auction.sealCall('settle', {
    ...payTerms(auction.deployed.contract.price),
    callback: { target: record, gas: AUCTION_RECORD_GAS },
  });
  const expected = await expectSettlement(account, record, call.header);
  if (!expected.ok) throw new Error(`the record does not expect it: ${expected.refusal.name}`);
  await payFor(ports.chain, book.bank, call);
  await auction.sendCall(call);
}

export async function tellAgain(connection: Connection, { contractId, taskId }: TaskRecord): Promise<void> {
  await (await contractOf(connection, contractId)).retryCallback(taskId);
}

export type RecordState =
  | { readonly kind: 'reading' | 'empty' | 'unreadable' }
  | { readonly kind: 'told'; readonly recorded: RecordedAuction };

/** What stands in the record that a settlement tells, read anew each time that it was told. */
export function useRecord({ header, told }: TaskRecord, { facts }: Connection): RecordState {
  const [state, setState] = useState<RecordState>({ kind: 'reading' });
  const { callback } = header;
  const toldAt = told?.block;
  useEffect(() => {
    let left = false;
    readAuctionRecord(facts.rpcUrl, callback)
      .then((recorded): RecordState => (recorded === undefined ? { kind: 'empty' } : { kind: 'told', recorded }))
      // Whoever settled may have named any contract.
      .catch((): RecordState => ({ kind: 'unreadable' }))
      .then((next) => !left && setState(next))
      .catch(() => undefined);
    return () => void (left = true);
  }, [facts, callback, toldAt]);
  return state;
}
