// The contracts against the protocol's pure rules, on a chain of their own: random calls of a whole life of nodes, a contract and its tasks. For rules.test.ts, and for the soak that does it for hours.
// One file, though long: the calls are drawn from one list and close over one network's books.
import assert from 'node:assert/strict';
import {
  ACK,
  apply,
  type CallContext,
  type ChainCall,
  type ChainEvent,
  type ChainPort,
  type ChainState,
  contractAccountOf,
  digest,
  encodeAcks,
  READ_SEQ,
  RECEIPT_KIND,
  genesisState,
  type Hex,
  type LateReceipt,
  NODE_PROOF,
  OPENING,
  PERMIT,
  RECEIPT,
  type Receipt,
  type Result,
  signerAt,
  signRecord,
  statusOf,
  TASK,
  type Task,
} from '@enigma/protocol';
import { keccak256, numberToHex, toBytes } from 'viem';
import { type Anvil, startAnvil } from '../src/host/anvil.ts';
import { type AddressBook, deployAll, DEVELOPMENT_TERMS, openChainPort } from '../src/index.ts';
import {
  addressOf,
  CODE,
  contractTerms,
  fundedKey,
  INIT,
  keyOf,
  receiptOf,
  resultOf,
  resultsRootOf,
  TALLY,
  taskOf,
  ZERO,
} from './network.ts';

const NODES = 5;
/** create, createMany, bodies, late shares, retries, settle, open, expire, reads: how often each comes. */
const USUAL = [0, 0, 1, 2, 2, 3, 4, 5, 5, 5, 6, 6, 6, 7, 8, 8];
const READ: Hex = '0xff345678';
const WALLET: Hex = `0x${'3a'.repeat(20)}`;
const WORD: Hex = `0x${'77'.repeat(32)}`;
/**
 * Answers isValidSignature's magic where the signature's first word (calldata from byte 100) is WORD, and takes callbacks:
 * CALLDATALOAD(100) = WORD ? return the magic : stop, unless it is asked with another selector.
 */
const WALLET_CODE: Hex = `0x6064357f${WORD.slice(2)}14602957005b631626ba7e60e01b5f5260205ff3`;
/** More than it uses. */
const WALLET_GAS = 100;
/** Their facts are times and heights of the block asked about, which an estimate does not fix. */
const TIMED = ['BodyLate', 'DeadlineOutOfRange', 'NotDue', 'NotWithdrawable', 'GraceNotOver', 'AlreadyAdvanced'];

export interface Arena {
  readonly url: string;
  readonly book: AddressBook;
  /** The chain as it was after the contracts were deployed. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export async function openArena(): Promise<Arena> {
  const anvil: Anvil = await startAnvil({ accounts: NODES + 4 });
  try {
    const book = await deployAll({ rpcUrl: anvil.url, privateKey: fundedKey(0) });
    await rpcTo(anvil.url, 'anvil_setCode', [WALLET, WALLET_CODE]);
    let fresh = await rpcTo(anvil.url, 'evm_snapshot', []);
    return {
      url: anvil.url,
      book,
      async reset() {
        await rpcTo(anvil.url, 'evm_revert', [fresh]);
        fresh = await rpcTo(anvil.url, 'evm_snapshot', []);
      },
      stop: () => anvil.stop(),
    };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

async function rpcTo(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return ((await answer.json()) as { result: unknown }).result;
}

export interface Round {
  readonly seed: number;
  /** Calls beside those that set everything up. */
  readonly calls: number;
  /** One call of so many is broken in one of its facts; none where 0. */
  readonly broken: number;
}

export interface Compared {
  readonly calls: number;
  /** How often a call was taken, and how often which refusal was given. */
  readonly seen: ReadonlyMap<string, number>;
}

/** The rules and the contracts said different things. */
export class Differs extends Error {
  readonly calls: number;
  readonly last: unknown;
  constructor(cause: unknown, calls: number, last: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.calls = calls;
    this.last = last;
  }
}

/** Every call of one seed on both; throws Differs at the first that they do not agree on. */
export async function compareRound({ url, book }: Arena, { seed, calls, broken }: Round): Promise<Compared> {
  const random = generator(seed);
  const ports: readonly ChainPort[] = Array.from({ length: NODES + 3 }, (_, i) =>
    openChainPort({ rpcUrl: url, book, privateKey: fundedKey(i) }),
  );
  const port = (i: number): ChainPort => ports[i] as ChainPort;
  const rpc = (method: string, params: readonly unknown[]): Promise<unknown> => rpcTo(url, method, params);
  const seen = new Map<string, number>();
  const hashes = new Map<bigint, Hex>();
  let compared = 0;
  let breaking = 0;
  let last: unknown;

  const { unitTokens, unitsMax, supply, tenureGraceEpochs, ...times } = DEVELOPMENT_TERMS;
  const { chainId, tasks, bank, token } = book;
  const siblings = [token, book.stake, book.committees, book.registry, book.randomness, book.remedies];
  const config = {
    chainId: BigInt(chainId),
    tasks,
    bank,
    unitTokens,
    unitsMax,
    graceEpochs: tenureGraceEpochs,
    times,
    token,
    siblings,
    // The wallet of these tests says yes to one word, and its callee takes everything that it has the gas for.
    walletAccepts: (account: Hex, _digest: Hex, signature: Hex) => account === WALLET && signature === WORD,
    calleeTakes: (target: Hex, _taskId: Hex, _output: Hex, gas: number) => target === WALLET && gas >= WALLET_GAS,
  };
  let state: ChainState = genesisState(config, new Map([[port(0).account, supply]]));

  const mined = async (number: bigint): Promise<CallContext['block']> => {
    const block = (await rpc('eth_getBlockByNumber', [numberToHex(number), false])) as { timestamp: Hex; mixHash: Hex };
    for (let n = number - 6n; n < number; n++)
      if (n >= 0n && !hashes.has(n)) hashes.set(n, (await port(0).block(n))?.hash ?? ZERO);
    return { number, timestamp: Number(block.timestamp), prevrandao: block.mixHash, hashOf: (n) => hashes.get(n) };
  };

  /** The call on both; returns its events, or undefined where both refuse it. */
  const both = async (from: number, meant: ChainCall): Promise<readonly ChainEvent[] | undefined> => {
    const call = breaking > 0 && random(breaking) === 0 ? brokenCall(meant, random) : meant;
    compared++;
    last = { from, call };
    const submitted = await port(from).submit(call);
    const account = port(from).account;
    if (submitted.ok) {
      const block = await mined(submitted.blockNumber);
      const applied = apply(state, { from: account, block }, call);
      assert.ok(applied.ok, `${call.name}: the rules refuse it with ${applied.ok ? '' : applied.refusal.name}`);
      state = applied.state;
      assert.deepEqual(submitted.events, applied.events, call.name);
      seen.set(call.name, (seen.get(call.name) ?? 0) + 1);
      return submitted.events;
    }
    const { refusal } = submitted;
    const latest = await port(0).latest();
    // An estimate is made for the latest block or for the next one.
    const block = await mined(latest.number);
    const asked = [0, 1].map((i) => {
      const at = { ...block, number: block.number + BigInt(i), timestamp: block.timestamp + i };
      return apply(state, { from: account, block: at }, call);
    });
    const same = asked.find((applied) => !applied.ok && applied.refusal.name === refusal.name);
    assert.ok(
      same !== undefined && !same.ok,
      `${call.name}: the contracts refuse it with ${refusal.name}(${refusal.args.join()})`,
    );
    if (!TIMED.includes(refusal.name))
      assert.deepEqual(refusal.args.map(String), same.refusal.args.map(String), refusal.name);
    seen.set(refusal.name, (seen.get(refusal.name) ?? 0) + 1);
    return undefined;
  };

  const play = async (): Promise<void> => {
    const owner = port(0).account;
    const domain = { chainId: BigInt(book.chainId), verifyingContract: book.tasks };
    await both(0, { name: 'deposit', to: owner, amount: 5n });
    await both(0, { name: 'approve', spender: book.bank, amount: 10n ** 27n });
    for (let i = 0; i < NODES; i++) {
      const node = port(3 + i);
      await both(0, { name: 'deposit', to: node.account, amount: 10n ** 23n });
      const keys = {
        signer: addressOf(keyOf(`signer ${i}`)),
        sealingKey: keyOf(`sealing ${i}`),
        tlsSpkiHash: keyOf(`tls ${i}`),
        payout: node.account,
        operator: node.account,
        peerUrl: `enigma://node${i}`,
        apiUrl: `http://node${i}`,
      };
      const proof = signRecord(domain, NODE_PROOF, { owner: node.account, ...keys }, toBytes(keyOf(`signer ${i}`)));
      await both(3 + i, { name: 'register', keys, units: 3 + i, proof: i === 2 ? ZERO : proof });
      if (i === 2) await both(3 + i, { name: 'register', keys, units: 3 + i, proof });
    }
    await both(3, { name: 'addStake', units: 0 });
    const permitted = BigInt((await port(0).latest()).timestamp + 3600);
    for (const nonce of [0n, 0n]) {
      const permit = { owner: port(3).account, spender: book.bank, value: 1n, nonce, deadline: permitted };
      const permitSig = signRecord({ ...domain, verifyingContract: book.token }, PERMIT, permit, toBytes(fundedKey(3)));
      // The first is good, but the account has no token; the second is spent.
      await both(3, { name: 'depositWithPermit', to: port(3).account, amount: 1n, deadline: permitted, permitSig });
      await both(0, { name: 'transferToken', to: port(3).account, amount: 1n });
    }
    await both(0, { name: 'advance' });
    const height = (await port(0).latest()).number + 40n;
    const schedules = [{ fn: TALLY, height, gasLimit: 5000n, gasPrice: 3n, tip: 13n, windowSeconds: 600 }];
    const contract = contractTerms(owner, { schedules, appendFee: 2n });
    await both(0, { name: 'deploy', contract: { ...contract, mode: 1 }, salt: ZERO, code: CODE, initArgs: INIT });
    await both(0, { name: 'deploy', contract, salt: ZERO, code: '0xc0df', initArgs: INIT });
    const deployed = await both(0, { name: 'deploy', contract, salt: ZERO, code: CODE, initArgs: INIT });
    const contractId = named(deployed, 'ContractDeployed').contractId;
    await both(0, { name: 'openCommittee', contractId });
    await both(0, { name: 'advance' });
    await rpc('anvil_mine', ['0x1']);
    const { committeeId, seats } = named(await both(1, { name: 'openCommittee', contractId }), 'CommitteeOpened');
    const signed = (bitmap: number, sign: (key: Uint8Array) => Hex): Hex =>
      `0x${seats
        .filter((_, seat) => ((bitmap >> seat) & 1) === 1)
        .map((node) => sign(toBytes(keyOf(`signer ${node}`))).slice(2))
        .join('')}`;
    const settle = (
      receipt: Receipt,
      bitmap: number,
      headers: readonly Task[],
      results: readonly Result[],
    ): ChainCall => ({
      name: 'settle',
      receipt,
      headers,
      results,
      masked: headers.map(() => '0x55'),
      bitmap,
      sigs: signed(bitmap, (key) => signRecord(domain, RECEIPT, receipt, key)),
    });
    const genesis = receiptOf({ contractId, committeeId, kind: 0, newRoot: keccak256('0x01') });
    await both(0, settle(genesis, 0b0011, [], []));
    await both(0, settle(genesis, 0b1101, [], []));
    const repair = { ...genesis, kind: 2, prevRoot: genesis.newRoot, newRoot: keccak256('0x02') };
    await both(0, settle({ ...repair, kind: 3 }, 0b1101, [], []));
    await both(0, settle({ ...repair, count: 1 }, 0b1101, [], []));
    await both(0, settle(repair, 0b0011, [], []));
    await both(0, settle(repair, 0b1101, [], []));
    await both(0, settle(repair, 0b1101, [], []));
    await both(0, { name: 'deposit', to: contractAccountOf(contractId), amount: 50_000n });
    for (const i of [1, 2]) await both(0, { name: 'deposit', to: port(i).account, amount: 400_000n });

    const headers = new Map<bigint, { header: Task; taskId: Hex }>();
    let opened: LateReceipt | undefined;
    const actions: readonly (() => Promise<void>)[] = [
      async () => {
        const sender = 1 + random(2);
        const { timestamp } = await port(0).latest();
        const header = taskOf({
          contractId,
          fn: random(4) === 0 ? READ : TALLY,
          sender: port(sender).account,
          bodyHash: keccak256('0xb0d1'),
          nonce: BigInt(random(40)),
          gasLimit: BigInt(900 + random(5000)),
          gasPrice: BigInt(random(5)),
          tip: BigInt(random(30)),
          deadline: timestamp + 20 + random(100),
          value: BigInt(random(3) * 1000),
          ...(random(4) === 0 ? { callback: random(2) === 0 ? WALLET : book.bank, callbackGas: 60_000 } : {}),
        });
        const body = random(2) === 0 ? '0x' : '0xb0d1';
        const from = random(6) === 0 ? 3 - sender : sender;
        const created = await both(from, { name: 'create', header, body, senderSig: '0x', payerSig: '0x' });
        if (created !== undefined) keep(named(created, 'TaskCreated'));
      },
      async () => {
        const { timestamp } = await port(0).latest();
        const orders = Array.from({ length: 3 }, () => {
          const header = taskOf({
            contractId: random(9) === 0 ? ZERO : contractId,
            fn: random(3) === 0 ? READ : TALLY,
            sender: random(4) === 0 ? WALLET : port(1 + random(2)).account,
            payer: random(2) === 0 ? port(1).account : port(2).account,
            bodyHash: keccak256('0xb0d1'),
            nonce: BigInt(random(40)),
            gasLimit: BigInt(950 + random(3000)),
            gasPrice: BigInt(random(5)),
            value: BigInt(random(3) * 1000),
            deadline: timestamp + (random(9) === 0 ? -1 : 20 + random(100)),
            ...(random(4) === 0 ? { callback: random(2) === 0 ? WALLET : book.bank, callbackGas: 60_000 } : {}),
          });
          const sign = (by: number): Hex => signRecord(domain, TASK, header, toBytes(fundedKey(by)));
          const body: Hex = random(4) === 0 ? '0x00' : random(2) === 0 ? '0xb0d1' : '0x';
          return { header, body, senderSig: header.sender === WALLET ? WORD : sign(1 + random(2)), payerSig: sign(2) };
        });
        const created = await both(1, { name: 'createMany', orders });
        for (const event of created ?? []) {
          seen.set(event.name, (seen.get(event.name) ?? 0) + 1);
          if (event.name === 'TaskCreated') keep(event);
        }
      },
      async () => {
        const head = state.heads.get(contractId);
        const task = headers.get((head?.doneSeq ?? 0n) + BigInt(random(2)));
        if (task === undefined) return;
        const { header, taskId } = task;
        if (random(2) === 0) {
          await both(0, { name: 'postBody', header, body: random(5) === 0 ? '0x' : '0xb0d1' });
          return;
        }
        const bitmap = random(4) === 0 ? 0b0001 : 0b0110;
        const ack = { taskId, bodyHash: header.bodyHash };
        const sigs = signed(bitmap, (key) => signRecord(domain, ACK, ack, key));
        await both(0, { name: 'ackBodies', headers: [header], acks: [encodeAcks({ bitmap, sigs })] });
      },
      async () => {
        if (opened === undefined) return;
        const seat = random(5);
        const { receipt } = opened;
        const sig = signed(1 << seat, (key) => signRecord(domain, RECEIPT, receipt, key));
        if (random(8) !== 0) await both(0, { name: 'claimLate', ...opened, seat, sig });
        else await both(0, { name: 'sweepLate', ...opened });
      },
      async () => {
        const task = opened?.headers[0];
        if (task !== undefined) await both(0, { name: 'retryCallback', header: task, output: '0x0a0b' });
      },
      async () => {
        const head = state.heads.get(contractId);
        const count = Math.min(1 + random(2), Number((head?.nextSeq ?? 0n) - (head?.doneSeq ?? 0n)));
        const due = Array.from({ length: Math.max(1, count) }, (_, i) =>
          headers.get((head?.doneSeq ?? 0n) + BigInt(i)),
        );
        if (head === undefined || due.includes(undefined)) return;
        const known = due.filter((task) => task !== undefined);
        const results = known.map(({ header, taskId }) =>
          resultOf(taskId, '0x55', {
            status: random(3) !== 0 ? 1 : 1 + random(5),
            gasUsed: BigInt(random(Number(header.gasLimit) + 40)),
          }),
        );
        const receipt = receiptOf({
          contractId,
          committeeId,
          firstSeq: head.doneSeq + (random(8) === 0 ? 1n : 0n),
          count: results.length,
          prevRoot: head.stateRoot,
          newRoot: keccak256(numberToHex(random(2 ** 30))),
          resultsRoot: resultsRootOf(results),
        });
        const bitmap = random(60) === 0 ? 0b0110 : ([0b0111, 0b1011, 0b1111][random(3)] as number);
        const settled = await both(
          random(3),
          settle(
            receipt,
            bitmap,
            known.map(({ header }) => header),
            results,
          ),
        );
        if (settled !== undefined) opened = { receipt, headers: known.map(({ header }) => header), results };
      },
      async () => {
        if (opened === undefined) return;
        const index = random(opened.results.length);
        const output: Hex = '0x0a0b';
        const opening = {
          receiptDigest: digest(domain, RECEIPT, opened.receipt),
          index,
          outputHash: keccak256(output),
        };
        const bitmap = random(6) === 0 ? 0b0100 : 0b0101;
        await both(random(3), {
          name: 'open',
          header: opened.headers[index] as Task,
          index,
          output,
          receipt: opened.receipt,
          results: opened.results,
          bitmap,
          sigs: signed(bitmap, (key) => signRecord(domain, OPENING, opening, key)),
        });
      },
      async () => {
        const head = headers.get(state.heads.get(contractId)?.doneSeq ?? 0n);
        if (head === undefined) return;
        if (random(3) === 0) await rpc('evm_increaseTime', [130]).then(() => rpc('anvil_mine', ['0x1']));
        await both(random(3), { name: 'expire', headers: [head.header] });
      },
      async () => {
        // Of the reads any, and neighbours, whatever has become of them.
        const nextRead = state.heads.get(contractId)?.nextRead ?? READ_SEQ;
        const firstSeq = READ_SEQ + BigInt(random(Number(nextRead - READ_SEQ) + 1));
        const chosen = [0n, 1n, 2n].slice(0, 1 + random(3)).map((i) => headers.get(firstSeq + i));
        const known = chosen.filter((task) => task !== undefined);
        if (known.length === 0) return;
        if (random(5) === 0) {
          await both(random(3), { name: 'expire', headers: known.map(({ header }) => header) });
          return;
        }
        const results = known.map(({ taskId }) => resultOf(taskId, '0x55', { gasUsed: BigInt(random(900)) }));
        // A state of long ago does; another state after it does not.
        const prevRoot = keccak256(numberToHex(random(2 ** 30)));
        const receipt = receiptOf({
          contractId,
          committeeId,
          kind: random(9) === 0 ? RECEIPT_KIND.TASKS : RECEIPT_KIND.READS,
          firstSeq: random(9) === 0 ? firstSeq - READ_SEQ : firstSeq,
          count: results.length,
          prevRoot,
          newRoot: random(9) === 0 ? ZERO : prevRoot,
          resultsRoot: resultsRootOf(results),
        });
        const bitmap = random(9) === 0 ? 0b0110 : 0b1011;
        const given = known.map(({ header }) => header);
        const settled = await both(random(3), settle(receipt, bitmap, given, results));
        if (settled === undefined) return;
        seen.set('reads', (seen.get('reads') ?? 0) + 1);
        opened = { receipt, headers: given, results };
      },
      async () => {
        const bodies = Array.from({ length: 1 + random(3) }, () => `0x${'ab'.repeat(90 + random(30))}` as Hex);
        await both(1 + random(2), { name: 'append', contractId, bodies });
      },
      async () => {
        const created = await both(random(3), {
          name: 'trigger',
          contractId,
          fn: TALLY,
          height: height + BigInt(random(2)),
        });
        if (created !== undefined) keep(named(created, 'TaskCreated'));
      },
      () => both(3 + random(NODES), { name: 'addStake', units: random(3) }).then(nothing),
      () => both(3 + random(NODES), { name: 'requestExit', units: random(3) }).then(nothing),
      () => both(2 + random(NODES), { name: 'completeExit' }).then(nothing),
      () =>
        both(3 + random(NODES), {
          name: 'setUrls',
          peerUrl: `enigma://${random(9)}`,
          apiUrl: 'x'.repeat(250 + random(9)),
        }).then(nothing),
      () => both(random(3), { name: 'claimCredit', node: random(NODES + 1) }).then(nothing),
      () => both(1 + random(2), { name: 'withdraw', to: owner, amount: BigInt(random(1000)) }).then(nothing),
      () => both(1 + random(2), { name: 'cancelNonces', word: 0n, mask: 1n << BigInt(random(40)) }).then(nothing),
      () => both(random(3), { name: 'advance' }).then(nothing),
      () => both(random(3), { name: 'forceLeave', contractId }).then(nothing),
      () => both(random(3), { name: 'declareLost', receipt: genesis, bitmap: 0, sigs: '0x' }).then(nothing),
      () => both(random(3), { name: 'returnDeposits', contractId }).then(nothing),
      // Of nodes that sit in the committee too, which goes on signing with the keys of its draw.
      async () => {
        const i = random(NODES);
        const key = keyOf(`signer ${i} again ${random(3)}`);
        const payout = port(3 + i).account;
        const keys = {
          signer: addressOf(key),
          sealingKey: keyOf(`sealing ${random(9)}`),
          tlsSpkiHash: keyOf(`tls ${random(9)}`),
          payout,
          operator: random(9) === 0 ? addressOf(key) : payout,
          peerUrl: `enigma://node${i}`,
          apiUrl: 'x'.repeat(random(9) === 0 ? 257 : 9),
        };
        const proof = signRecord(domain, NODE_PROOF, { owner: payout, ...keys }, toBytes(key));
        const from = random(9) === 0 ? random(NODES + 3) : 3 + i;
        await both(from, { name: 'rotateKeys', keys, proof: random(9) === 0 ? ZERO : proof });
        const epoch = random(state.epoch + 2);
        assert.equal(await port(0).signerAt(i, epoch), signerAt(state, i, epoch));
      },
    ];
    const keep = (event: { seq: bigint; header: Task; taskId: Hex }): void => void headers.set(event.seq, event);
    breaking = broken;
    for (let i = 0; i < calls; i++) {
      // The first are the life of a task; they come most of the time.
      const usual = USUAL[random(USUAL.length)] as number;
      await actions[random(4) !== 0 ? usual : random(actions.length)]?.();
    }
    breaking = 0;
    await both(1, { name: 'append', contractId, bodies: [] });

    for (const i of [0, 1, 2])
      assert.equal(await port(0).availableOf(port(i).account), state.available.get(port(i).account) ?? 0n);
    for (let i = 0; i < NODES; i++) assert.equal(await port(0).creditOf(i), state.credit.get(i) ?? 0n);
    assert.deepEqual(await port(0).headOf(contractId), state.heads.get(contractId));
    for (const { taskId } of headers.values()) {
      assert.equal(await port(0).taskStatusOf(taskId), statusOf(state.tasks.get(taskId)));
      assert.equal(await port(0).owedCallbackOf(taskId), state.owed.get(taskId));
    }
    for (const i of [1, 2])
      assert.equal(await port(0).noncesOf(port(i).account, 0n), state.nonces.get(`${port(i).account}:0`) ?? 0n);
  };
  try {
    await play();
  } catch (error) {
    throw new Differs(error, compared, last);
  }
  return { calls: compared, seen };
}

/** The same call with one of its facts another of its kind: one more or less, nothing, or a digit changed. */
function brokenCall(call: ChainCall, random: (n: number) => number): ChainCall {
  const leaves = leavesIn(call);
  if (leaves === 0) return call;
  const target = random(leaves);
  let at = 0;
  const walk = (value: unknown, key: string): unknown => {
    if (key === 'name') return value;
    if (Array.isArray(value)) return value.map((one) => walk(one, ''));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
    return isLeaf(value) && at++ === target ? another(value, random) : value;
  };
  return walk(call, '') as ChainCall;
}

function isLeaf(value: unknown): value is number | bigint | Hex {
  return (
    typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && /^0x[0-9a-f]+$/.test(value))
  );
}

function leavesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + leavesIn(one), 0);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [name, one]) => sum + (name === 'name' ? 0 : leavesIn(one)), 0);
  return isLeaf(value) ? 1 : 0;
}

function another(value: number | bigint | Hex, random: (n: number) => number): number | bigint | Hex {
  if (typeof value === 'number') return [value + 1, Math.max(0, value - 1), 0, 1][random(4)] as number;
  if (typeof value === 'bigint') return [value + 1n, value > 0n ? value - 1n : 1n, 0n, 2n * value][random(4)] as bigint;
  const place = 2 + random(value.length - 2);
  const digit = ((Number.parseInt(value[place] as string, 16) + 1 + random(15)) % 16).toString(16);
  return `${value.slice(0, place)}${digit}${value.slice(place + 1)}` as Hex;
}

function nothing(): void {}

function named<N extends ChainEvent['name']>(
  events: readonly ChainEvent[] | undefined,
  name: N,
): Extract<ChainEvent, { name: N }> {
  const found = events?.find((event) => event.name === name);
  assert.ok(found, `no ${name}`);
  return found as Extract<ChainEvent, { name: N }>;
}
/** Numbers below `n` from a seed (Park and Miller's generator). */
function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = Number((BigInt(state) * 48_271n) % 2_147_483_647n);
    return state % n;
  };
}
