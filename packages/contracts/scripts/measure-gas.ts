// The operations whose gas is a gate, each run once to warm its slots and once to be measured.
import {
  type ChainCall,
  type ChainPort,
  contractAccountOf,
  digest,
  type Hex,
  RECEIPT,
  type Result,
  signRecord,
  TASK,
  type Task,
} from '@enigma/protocol';
import { concat, keccak256, numberToHex, size, slice, toBytes } from 'viem';
import { askEvidence, encodeEvidence } from '../src/evidence.ts';
import { LIES, shownLie } from '../test/evidenceCases.ts';
import {
  addressOf,
  CODE,
  contractTerms,
  eventIn,
  fundedKey,
  INIT,
  keyOf,
  type Network,
  openingSignatures,
  receiptOf,
  resultOf,
  resultsRootOf,
  seatSignatures,
  serve,
  type Serving,
  startedCommittee,
  TALLY,
  taskIdOf,
  taskOf,
  ZERO,
} from '../test/network.ts';

export interface Row {
  readonly name: string;
  /** The design's target, for the reader. */
  readonly target: string;
  readonly gas: number;
}

const BALLOTS = 475;
const BALLOT_BYTES = 161;
const BALLOTS_PER_APPEND = 60;
const RELAYED = 16;
export const WALK_ROW: string = `${BALLOTS} ballots: append, trigger, settle, open`;
/** Thirty-one counters for everyone: a block's head, 16 bytes an element, four commitments of 32 bytes. */
const MASKED: Hex = noise(1, 25 + 31 * 16 + 4 * 32);
const OUTPUT: Hex = noise(2, 31 * 4);
const BITMAP = 0b0111;
const BATCH = 16;
/** Somebody whose code stops at once. */
const CALLEE: Hex = `0x${'ca'.repeat(20)}`;
/** Of the mapping of seeds in DevRandomness. */
const SEEDS_SLOT = 1;

interface Meter {
  readonly network: Network;
  readonly serving: Serving;
  readonly submitter: ChainPort;
  readonly rows: Row[];
}

export async function measure(network: Network): Promise<readonly Row[]> {
  const { owner } = network;
  const rows: Row[] = [];
  await owner.latest();
  await network.ok(owner, { name: 'deposit', to: owner.account, amount: 10n ** 20n });
  const height = (await owner.latest()).number + 60n;
  const schedule = { fn: TALLY, height, gasLimit: 1_000_000n, gasPrice: 2n, tip: 400n, windowSeconds: 3600 };
  const serving = await serve(network, { schedules: [schedule, { ...schedule, height: height + 1n }] });
  const submitter = network.port(fundedKey(1));
  const meter = { network, serving, submitter, rows };
  await network.ok(owner, { name: 'deposit', to: submitter.account, amount: 1n });
  await network.ok(owner, { name: 'deposit', to: contractAccountOf(serving.contractId), amount: 10n ** 12n });

  await staking(meter);
  await drawing(meter);
  let walk = await appending(meter);
  await network.mine(Number(height + 2n - (await owner.latest()).number));
  await scheduled(meter, height, 0n, false);
  walk += await scheduled(meter, height + 1n, 1n, true);
  rows.push({ name: WALK_ROW, target: '6M', gas: walk });
  await creating(meter, 2n);
  await expiring(meter, 2n + BigInt(BATCH));
  await relaying(meter);
  await late(meter, 3n + BigInt(BATCH + 2 * RELAYED));
  await judging(meter);
  return rows;
}

async function run(
  { network, rows }: Meter,
  name: string,
  target: string,
  call: ChainCall,
  port: ChainPort,
  parts = 1,
): Promise<number> {
  const { gasUsed } = await network.ok(port, call);
  rows.push({ name, target, gas: Math.round(Number(gasUsed) / parts) });
  return Number(gasUsed);
}

async function staking(meter: Meter): Promise<void> {
  const { network, rows } = meter;
  const last = network.port(fundedKey(4 + network.signerKeys.length - 1));
  const logs = await last.events(0n, (await last.latest()).number);
  const registered = logs.filter(({ event }) => event.name === 'NodeRegistered').at(-1);
  const receipt = (await network.rpc('eth_getTransactionReceipt', [registered?.txHash])) as { gasUsed: string };
  rows.push({ name: 'register, urls included', target: '330k', gas: Number(receipt.gasUsed) });
  await network.ok(network.owner, { name: 'deposit', to: last.account, amount: 10n ** 23n });
  // Both versions of the path must have been written once.
  await network.ok(last, { name: 'requestExit', units: 2 });
  await network.ok(network.owner, { name: 'advance' });
  await run(meter, 'add stake', '150k', { name: 'addStake', units: 1 }, last);
  await network.ok(network.owner, { name: 'advance' });
  await run(meter, 'request exit', '150k', { name: 'requestExit', units: 1 }, last);
}

/** A draw's gas hangs on how often a node comes again, so the seed is written into the clock's storage. */
async function drawing({ network, rows }: Meter): Promise<void> {
  const { owner, book } = network;
  const contract = contractTerms(owner.account);
  const salt: Hex = `0x${'01'.repeat(32)}`;
  const deployed = await network.ok(owner, { name: 'deploy', contract, salt, code: CODE, initArgs: INIT });
  const { contractId } = eventIn(deployed, 'ContractDeployed');
  const { epoch } = eventIn(await network.ok(owner, { name: 'advance' }), 'EpochAdvanced');
  const slot = keccak256(concat([numberToHex(epoch, { size: 32 }), numberToHex(SEEDS_SLOT, { size: 32 })]));
  await network.rpc('anvil_setStorageAt', [book.randomness, slot, keccak256('0x05')]);
  await network.mine(1);
  const { gasUsed } = await network.ok(owner, { name: 'openCommittee', contractId });
  rows.push({ name: 'open committee, with 4 standbys, of 16 nodes', target: '125k', gas: Number(gasUsed) });
}

async function appending(meter: Meter): Promise<number> {
  const { network, submitter, serving, rows } = meter;
  const append = (first: number, count: number, bytes: number): ChainCall => ({
    name: 'append',
    contractId: serving.contractId,
    bodies: Array.from({ length: count }, (_, i) => noise(first + i, bytes)),
  });
  await network.ok(submitter, append(0, 1, BALLOT_BYTES));
  let sum = 0;
  for (let first = 0; first < BALLOTS; first += BALLOTS_PER_APPEND) {
    const count = Math.min(BALLOTS_PER_APPEND, BALLOTS - first);
    const { gasUsed } = await network.ok(submitter, append(first, count, BALLOT_BYTES));
    if (first === 0) {
      rows.push({ name: `append ${count} ballots of ${BALLOT_BYTES} bytes`, target: '–', gas: Number(gasUsed) });
      rows.push({ name: 'the same, for each ballot', target: '–', gas: Math.round(Number(gasUsed) / count) });
    }
    sum += Number(gasUsed);
  }
  await run(meter, 'append 64 bodies of 256 bytes, for each', '11.5k', append(0, 64, 256), submitter, 64);
  return sum;
}

/** Trigger, settle, open of one scheduled task. */
async function scheduled(meter: Meter, height: bigint, seq: bigint, measured: boolean): Promise<number> {
  const { network, submitter, serving } = meter;
  const used = async (name: string, target: string, call: ChainCall): Promise<number> =>
    measured ? run(meter, name, target, call, submitter) : Number((await network.ok(submitter, call)).gasUsed);
  const { contractId, seats } = serving;
  let sum = await used('trigger', '–', { name: 'trigger', contractId, fn: TALLY, height });
  const logs = await submitter.events(0n, (await submitter.latest()).number);
  const created = logs
    .map(({ event }) => event)
    .filter((event) => event.name === 'TaskCreated')
    .at(-1);
  if (created?.name !== 'TaskCreated') throw new Error('the trigger created no task');
  const result = resultOf(created.taskId, MASKED, { gasUsed: 700_001n });
  const receipt = nextReceipt(meter, seq, [result]);
  // Every seat has credit before a late one claims its share.
  const bitmap = measured ? BITMAP : 0b1111;
  const sigs = seatSignatures(network, seats, bitmap, receipt);
  const parts = { receipt, results: [result], bitmap };
  const headers = [created.header];
  sum += await used('settle, single, 3 signatures', '110k', {
    name: 'settle',
    ...parts,
    headers,
    masked: [MASKED],
    sigs,
  });
  const settled = (await submitter.events(0n, (await submitter.latest()).number)).at(-1)?.event;
  if (settled?.name !== 'Settled') throw new Error('nothing was settled');
  const opening = { receiptDigest: settled.receiptDigest, index: 0, outputHash: keccak256(OUTPUT) };
  sum += await used('open, 2 signatures', '65k', {
    name: 'open',
    ...parts,
    header: created.header,
    index: 0,
    output: OUTPUT,
    bitmap: 0b0011,
    sigs: openingSignatures(network, seats, 0b0011, opening),
  });
  return sum;
}

async function creating(meter: Meter, firstSeq: bigint): Promise<void> {
  const { network, serving, submitter } = meter;
  const { owner } = network;
  const { timestamp } = await owner.latest();
  const headers: Task[] = [];
  for (let i = 0; i < BATCH; i++) {
    const body = i === 2 ? noise(i, 256) : i === 3 ? noise(i, 1024) : '0x';
    const header = taskOf({
      contractId: serving.contractId,
      bodyHash: keccak256(i === 2 || i === 3 ? body : noise(i, 99)),
      sender: owner.account,
      nonce: BigInt(i),
      gasLimit: 1_000_000n,
      deadline: timestamp + 3600,
    });
    const call: ChainCall = { name: 'create', header, body, senderSig: '0x', payerSig: '0x' };
    if (i === 1) await run(meter, 'create, direct, no body', '75k', call, owner);
    else if (i === 2) await run(meter, 'create, body of 256 bytes', '80k', call, owner);
    else if (i === 3) await run(meter, 'create, body of 1,024 bytes', '92k', call, owner);
    else await network.ok(owner, call);
    headers.push(header);
  }
  const results = headers.map((header) => resultOf(taskIdOf(network, header), '0x', { gasUsed: 700_001n }));
  const receipt = nextReceipt(meter, firstSeq, results);
  const sigs = seatSignatures(network, serving.seats, BITMAP, receipt);
  const call: ChainCall = {
    name: 'settle',
    receipt,
    headers,
    results,
    masked: headers.map(() => '0x'),
    bitmap: BITMAP,
    sigs,
  };
  await run(meter, `settle, ${BATCH} tasks, for each`, '18k', call, submitter, BATCH);
  const index = 5;
  const opening = { receiptDigest: digest(network.domain, RECEIPT, receipt), index, outputHash: keccak256(OUTPUT) };
  const opens: ChainCall = {
    name: 'open',
    header: headers[index] as Task,
    index,
    output: OUTPUT,
    receipt,
    results,
    bitmap: 0b0011,
    sigs: openingSignatures(network, serving.seats, 0b0011, opening),
  };
  await run(meter, `open, one of ${BATCH} tasks`, '–', opens, submitter);
}

async function expiring(meter: Meter, seq: bigint): Promise<void> {
  const { network, serving, submitter } = meter;
  const { owner } = network;
  const { timestamp } = await owner.latest();
  const header = taskOf({
    contractId: serving.contractId,
    sender: owner.account,
    nonce: 200n + seq,
    deadline: timestamp + 60,
  });
  await network.ok(owner, { name: 'create', header, body: '0x', senderSig: '0x', payerSig: '0x' });
  await network.rpc('evm_increaseTime', [100]);
  await network.mine(1);
  await run(meter, 'expire', '45k', { name: 'expire', headers: [header] }, submitter);
}

/** Orders of sixteen senders who have sent before, paid for by the relayer; then the same, paid for by each. */
async function relaying({ network, serving, submitter, rows }: Meter): Promise<void> {
  const keys = Array.from({ length: RELAYED }, (_, i) => keyOf(`sender ${i}`));
  for (const port of [submitter.account, ...keys.map(addressOf)])
    await network.ok(network.owner, { name: 'deposit', to: port, amount: 10n ** 9n });
  const { timestamp } = await submitter.latest();
  const orders = (round: number, own: boolean): ChainCall => ({
    name: 'createMany',
    orders: keys.map((key, i) => {
      const header = taskOf({
        contractId: serving.contractId,
        bodyHash: keccak256(noise(i, 99)),
        sender: addressOf(key),
        payer: own ? addressOf(key) : submitter.account,
        nonce: BigInt(round),
        gasLimit: 1_000_000n,
        deadline: timestamp + 120,
      });
      const senderSig = signRecord(network.domain, TASK, header, toBytes(key));
      return { header, body: '0x' as const, senderSig, payerSig: '0x' as const };
    }),
  });
  const first = await network.ok(submitter, orders(0, false));
  rows.push({
    name: `create, relayed, ${RELAYED} new senders, for each`,
    target: '67k',
    gas: Math.round(Number(first.gasUsed) / RELAYED),
  });
  const made = await network.ok(submitter, orders(1, false));
  rows.push({
    name: `create, relayed, ${RELAYED} senders, for each`,
    target: '50k',
    gas: Math.round(Number(made.gasUsed) / RELAYED),
  });
  const events = [...first.events, ...made.events].filter((event) => event.name === 'TaskCreated');
  if (events.length !== 2 * RELAYED) throw new Error(`${events.length} orders were taken`);
  await network.rpc('evm_increaseTime', [200]);
  await network.mine(1);
  await network.ok(submitter, { name: 'expire', headers: events.map(({ header }) => header) });
}

/** One task settled by three of four seats and opened to a callback of no effect; then the fourth claims its share. */
async function late(meter: Meter, seq: bigint): Promise<void> {
  const { network, serving, submitter } = meter;
  const { owner } = network;
  await network.rpc('anvil_setCode', [CALLEE, '0x00']);
  const { timestamp } = await owner.latest();
  const header = taskOf({
    contractId: serving.contractId,
    sender: owner.account,
    nonce: 255n,
    gasLimit: 1_000_000n,
    deadline: timestamp + 3600,
    callback: CALLEE,
    callbackGas: 50_000,
  });
  await network.ok(owner, { name: 'create', header, body: '0x', senderSig: '0x', payerSig: '0x' });
  const result = resultOf(taskIdOf(network, header), '0x', { gasUsed: 700_001n });
  const head = await owner.headOf(serving.contractId);
  const receipt = { ...nextReceipt(meter, seq, [result]), prevRoot: head?.stateRoot ?? ZERO };
  const parts = { receipt, headers: [header], results: [result] };
  const sigs = seatSignatures(network, serving.seats, BITMAP, receipt);
  await run(
    meter,
    'settle, single, 3 signatures, nothing masked',
    '110k',
    {
      name: 'settle',
      ...parts,
      masked: ['0x'],
      bitmap: BITMAP,
      sigs,
    },
    submitter,
  );
  const receiptDigest = digest(network.domain, RECEIPT, receipt);
  const opening = { receiptDigest, index: 0, outputHash: keccak256(OUTPUT) };
  await run(
    meter,
    'open, 2 signatures, callback told',
    '–',
    {
      name: 'open',
      header,
      index: 0,
      output: OUTPUT,
      receipt,
      results: [result],
      bitmap: 0b0011,
      sigs: openingSignatures(network, serving.seats, 0b0011, opening),
    },
    submitter,
  );
  const sig = seatSignatures(network, serving.seats, 0b1000, receipt);
  await run(meter, 'claim a late share', '50k', { name: 'claimLate', ...parts, seat: 3, sig }, submitter);
}

function nextReceipt({ serving }: Meter, firstSeq: bigint, results: readonly Result[]): ReturnType<typeof receiptOf> {
  const { contractId, committeeId, root } = serving;
  const rootAt = (seq: bigint): Hex => (seq === 0n ? root : keccak256(numberToHex(seq)));
  return receiptOf({
    contractId,
    committeeId,
    firstSeq,
    count: results.length,
    anchor: keccak256('0x05'),
    prevRoot: rootAt(firstSeq),
    newRoot: rootAt(firstSeq + BigInt(results.length)),
    resultsRoot: resultsRootOf(results),
  });
}

/** Bytes without zeros to speak of, as ciphertexts are. */
function noise(seed: number, bytes: number): Hex {
  const parts: Hex[] = [];
  for (let i = 0; 32 * i < bytes; i++)
    parts.push(keccak256(concat([numberToHex(seed, { size: 4 }), numberToHex(i, { size: 4 }), ZERO])));
  const all = concat(parts);
  return size(all) === bytes ? all : slice(all, 0, bytes);
}

/** Evidence as a transaction, though it costs nobody anything when it is asked by eth_call: what a contract would pay that asks it. */
async function judging({ network, rows }: Meter): Promise<void> {
  const { book, domain } = network;
  for (const [n, T] of [
    [4, 1],
    [7, 2],
    [10, 3],
  ] as const) {
    const { committee } = await startedCommittee(network, { n, T }, numberToHex(n, { size: 32 }));
    const { committeeId, seats } = committee;
    const signers = seats.map((node) => {
      const key = network.signerKeys[node] ?? ZERO;
      return { address: addressOf(key), privateKey: toBytes(key) };
    });
    for (const kind of LIES) {
      const evidence = shownLie(kind, { domain, signers }, T);
      const question = { committeeId, seat: 2, evidence };
      const said = await askEvidence(network.anvil.url, book.evidence, question);
      if (said !== 'SHOWN') throw new Error(`${kind} at (${n},${T}) is judged ${said}`);
      const transaction = { from: network.owner.account, to: book.evidence, data: encodeEvidence(question) };
      const hash = await network.rpc('eth_sendTransaction', [{ ...transaction, gas: numberToHex(16_000_000) }]);
      await network.mine(1);
      const receipt = (await network.rpc('eth_getTransactionReceipt', [hash])) as { gasUsed: string };
      rows.push({ name: `judge evidence, ${LIE_NAMES[kind]}, (${n},${T})`, target: '–', gas: Number(receipt.gasUsed) });
    }
  }
}

const LIE_NAMES = { records: 'two records', share: 'a share', piece: 'a piece' } as const;
