// A second-price auction among many bidders on a real network: bids sealed and relayed, one bidder gone before the end, the winner and the price told to an EVM contract, read back from the
// chain, and held against the same auction in clear. `npm run auction -- --help` says how.
import { randomFillSync, randomInt } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import {
  connect,
  fetchTransport,
  generateSigningKey,
  memoryJournal,
  payIn,
  type Ports,
  type SigningKey,
} from '@enigma/client';
import {
  AUCTION_RECORD_GAS,
  deployAuctionRecord,
  expectSettlement,
  openChainPort,
  readAuctionRecord,
  type RecordedAuction,
} from '@enigma/contracts';
import {
  postBids,
  sealBid,
  settleAuction,
  settleInClear,
  type Auction,
  type AuctionContract,
  type Outcome,
  type Settlement,
} from './app.ts';
import { enigma, openNetwork, passBlocks, type Network } from './network.ts';

const HELP = `A second-price auction on a real network, with its winner told to an EVM contract.

  --bidders N      how many bid, 3 to 60 (default 50)
  --tie WHERE      price: two bidders share the second highest bid (default); winner: two share the highest
  --network FILE   of a network that "enigma up" keeps up (default: one of its own, ended afterwards)
  --json           print one JSON document on standard output
`;
const CONTRACT = fileURLToPath(new URL('./contract.ts', import.meta.url));
/** The first account of every development chain: its key is public. */
const ACCOUNT = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
/** Blocks that the auction stays open; those that are left when all bids are in are made at once. */
const OPEN_BLOCKS = 240;
const TERMS = { gasLimit: 50_000_000n, gasPrice: 10n ** 12n, tip: 10n ** 18n, windowSeconds: 600 };
/** Bidders that seal at one time. */
const AT_ONCE = 12;

type Hex = `0x${string}`;
type Chain = Ports['chain'];

interface Options {
  readonly bidders: number;
  readonly tie: 'price' | 'winner';
  readonly network: string | undefined;
  readonly json: boolean;
}

interface Bidder {
  readonly key: SigningKey;
  readonly amount: bigint;
}

interface Bid {
  readonly bidder: Hex;
  readonly amount: bigint;
  /** Its place in the contract's inbox. */
  readonly index: bigint;
}

interface Ran {
  readonly contractId: Hex;
  readonly record: Hex;
  /** In the order of the chain. */
  readonly bids: readonly Bid[];
  readonly gone: Hex;
  readonly settlement: Settlement;
  readonly recorded: RecordedAuction | undefined;
}

class UsageError extends Error {}

const random = (bytes: number): Uint8Array => randomFillSync(new Uint8Array(bytes));

function optionsOf(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      bidders: { type: 'string', default: '50' },
      tie: { type: 'string', default: 'price' },
      network: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) throw new UsageError(HELP);
  const { bidders, tie, json } = values;
  if (!/^\d{1,2}$/.test(bidders) || Number(bidders) < 3 || Number(bidders) > 60)
    throw new UsageError(`--bidders is a number from 3 to 60.\n\n${HELP}`);
  if (tie !== 'price' && tie !== 'winner') throw new UsageError(`--tie is "price" or "winner".\n\n${HELP}`);
  const network = values.network === undefined ? undefined : resolve(values.network);
  return { bidders: Number(bidders), tie, network, json };
}

/** Amounts of this run, many of them equal. The first two bidders share the second highest, or the highest. */
function biddersOf(count: number, tie: Options['tie']): readonly Bidder[] {
  const shared = 1_000n + BigInt(randomInt(1_000));
  const amountOf = (i: number): bigint => {
    if (i < 2) return shared;
    if (i === 2 && tie === 'price') return shared + 1n + BigInt(randomInt(1_000));
    return BigInt(randomInt(40)) * 25n;
  };
  return Array.from({ length: count }, (_, i) => ({ amount: amountOf(i), key: generateSigningKey(random) }));
}

/** A bidder in a process of his own, which seals, sends and ends; his key goes with it. Answers with the bid's place. */
async function bidAndGo(network: Network, contractId: Hex, { key, amount }: Bidder): Promise<bigint> {
  const file = join(network.folder, 'gone.key');
  writeFileSync(file, Buffer.from(key.privateKey).toString('hex'), { mode: 0o600 });
  try {
    const { index } = await enigma(network, 'append', contractId, `amount=${amount}`, '--sender-key', file);
    return BigInt(String(index));
  } finally {
    rmSync(file);
  }
}

/** The first bidder shares the highest or second highest bid: winner or price hang on his bid, and nothing on him. */
async function bidAll(
  network: Network,
  auction: Auction,
  chain: Chain,
  [gone, ...others]: readonly Bidder[],
): Promise<readonly Bid[]> {
  if (gone === undefined) return [];
  const waiting = [...others];
  const sealed: Awaited<ReturnType<typeof sealBid>>[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      sealed.push(await sealBid(auction, next.key, next.amount, memoryJournal()));
  };
  const [index] = await Promise.all([
    bidAndGo(network, auction.contractId, gone),
    ...Array.from({ length: AT_ONCE }, work),
  ]);
  const places = new Map((await postBids(auction, chain, sealed)).map((one) => [one.sender, one.index]));
  places.set(gone.key.address, index);
  return [gone, ...others]
    .map(({ key, amount }) => ({ bidder: key.address, amount, index: places.get(key.address) ?? -1n }))
    .toSorted((a, b) => Number(a.index - b.index));
}

async function run(network: Network, options: Options, say: (line: string) => void): Promise<Ran> {
  const { rpcUrl, book } = network;
  const account = { rpcUrl, chainId: book.chainId, privateKey: ACCOUNT } as const;
  const chain = openChainPort({ rpcUrl, book, privateKey: ACCOUNT });
  const deployed = await enigma(network, 'deploy', CONTRACT, `+${OPEN_BLOCKS}`, 'true');
  const contractId = deployed['contractId'] as Hex;
  const auction = await connect({
    chain,
    transport: fetchTransport(fetch),
    random,
    nowMs: () => Date.now(),
    sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)),
  }).contract<AuctionContract>(contractId, { fromBlock: BigInt(book.deployedBlock) });
  const record = await deployAuctionRecord(account, { tasks: book.tasks, auction: contractId });
  say(`the auction ${contractId} serves; ${record} is to be told who wins`);

  const bidders = biddersOf(options.bidders, options.tie);
  const bids = await bidAll(network, auction, chain, bidders);
  const closes = (await auction.state()).fields['closes'] as bigint;
  const { number } = await chain.latest();
  if (number > closes)
    throw new Error(`the bids took until block ${number}, after the close at ${closes}: run it again`);
  say(`${bids.length} sealed bids on chain; the first bidder's process is gone, and his key with it`);
  await passBlocks(network, closes + 1n - number);

  await payIn(chain, book.bank, chain.account, TERMS.gasLimit * TERMS.gasPrice + TERMS.tip);
  const settlement = await settleAuction(
    auction,
    {
      ...TERMS,
      record: { target: record, gas: AUCTION_RECORD_GAS },
      expect: async (header) => {
        const expected = await expectSettlement(account, record, header);
        if (!expected.ok) throw new Error(`the record does not expect it: ${expected.refusal.name}`);
      },
    },
    (stage) => say(`settlement ${stage}`),
  );
  const gone = bidders[0]?.key.address ?? '0x';
  return { contractId, record, bids, gone, settlement, recorded: await readAuctionRecord(rpcUrl, record) };
}

/** What is wrong, if anything: three times the same auction, once in secret, once in the record, once in clear. */
function faultOf({ bids, settlement, recorded }: Ran): string | undefined {
  const inClear = settleInClear(bids);
  const same = (outcome: Outcome): boolean =>
    outcome.winner === inClear.winner && outcome.price === inClear.price && outcome.bidders === inClear.bidders;
  if (!same(settlement.outcome))
    return `the secret auction says ${textOf(settlement.outcome)}, in clear it is ${textOf(inClear)}`;
  if (settlement.callback.status !== 'done') return `the record was not told: ${settlement.callback.status}`;
  if (recorded === undefined || !same(recorded) || recorded.taskId !== settlement.settled.taskId)
    return 'the record holds another result than the one that was opened';
  return undefined;
}

function textOf({ winner, price, bidders }: Outcome): string {
  return `${winner} for ${price} among ${bidders}`;
}

function report(ran: Ran, seconds: number): string {
  const { bids, gone, record, recorded, settlement } = ran;
  const { outcome, settled, opened, callback } = settlement;
  const amountOf = (who: Hex): bigint | undefined => bids.find(({ bidder }) => bidder === who)?.amount;
  const sharing = bids.filter(({ amount }) => amount === amountOf(gone)).length;
  return [
    `Winner ${outcome.winner}, who bid ${amountOf(outcome.winner)} and pays ${outcome.price}, the second highest of ${outcome.bidders} bids`,
    `  ties      ${sharing} bid ${amountOf(gone)}; ${new Set(bids.map(({ amount }) => amount)).size} different amounts in all`,
    `  gone      ${gone}, who bid ${amountOf(gone)}: his process ended when his bid was on chain`,
    `  task      ${settled.taskId}, ${settled.result.gasUsed} gas`,
    `  receipt   ${settled.receiptDigest}, block ${settled.settledBlock}, signed by seats ${opened.proof.signers.join(', ')}`,
    `  record    ${record} holds ${recorded === undefined ? 'nothing' : textOf(recorded)}`,
    `  callback  ${callback.status}${'blockNumber' in callback ? `, block ${callback.blockNumber}` : ''}`,
    `The same auction in clear comes to the same. ${seconds.toFixed(1)} s.`,
  ].join('\n');
}

function documentOf(ran: Ran, seconds: number): string {
  const { settlement, ...rest } = ran;
  const { outcome, settled, opened, callback } = settlement;
  const { taskId, receiptDigest, settledBlock, result } = settled;
  const task = { taskId, receiptDigest, settledBlock, gasUsed: result.gasUsed, signers: opened.proof.signers };
  const document = { ...outcome, inClear: settleInClear(ran.bids), callback, task, ...rest, seconds };
  return JSON.stringify(document, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2);
}

async function main(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = optionsOf(args);
  } catch (error) {
    process.stderr.write(error instanceof UsageError ? error.message : `${String(error)}\n\n${HELP}`);
    return 2;
  }
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const say = (line: string): void => void process.stderr.write(`${seconds().toFixed(1).padStart(6)} s  ${line}\n`);
  const network = await openNetwork(options.network);
  try {
    say(`a network at ${network.rpcUrl}`);
    const ran = await run(network, options, say);
    const fault = faultOf(ran);
    console.log(options.json ? documentOf(ran, seconds()) : report(ran, seconds()));
    if (fault === undefined) return 0;
    process.stderr.write(`WRONG: ${fault}.\n`);
    return 1;
  } finally {
    await network.stop();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
