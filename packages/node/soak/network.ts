// One network of real processes that serves every point: a contract, rounds of it, and what must hold after each of them.
import { join, dirname } from 'node:path';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { memoryJournal, type ContractHandle, type SettledTask } from '@enigma/client';
import { generateSigningKey, type Hex } from '@enigma/crypto';
import { settledSplit, type EventOf } from '@enigma/protocol';
import {
  getJson,
  random,
  startNetwork,
  until,
  type Detours,
  type ProcessNetwork,
  type ProcessNode,
} from '../test/support/processes.ts';
import { receiptSlot } from '../src/receipts.ts';
import { plainRound, ROUNDS } from './contract.ts';
import { clientOf, fund, serve, servingLimitMs } from './serving.ts';
import { changedSlots, signedOf, unknownReceipts, type ReceiptOnChain, type SignedSlots } from './signed.ts';

const call = { gasLimit: 10_000_000n, gasPrice: 1_000n, tip: 1_000n, windowSeconds: 3_600 };

export interface Soak {
  readonly network: ProcessNetwork;
  /** Puts a death in the way, or a stop: of the one node, or of the first that comes along. */
  arm(point: string, node?: ProcessNode, how?: 'die' | 'stop'): void;
  /** Takes an unused death away; says whether it was used. */
  disarm(): boolean;
  /** Who is down. */
  dead(): ProcessNode | undefined;
  /** What the dead node has signed is noted, and it comes back. */
  revive(node: ProcessNode): Promise<void>;
  /** The node is killed and its disk taken away, all but its keys; with `backup`, an older disk is put in its place. What it signed need be remembered no more. */
  lose(node: ProcessNode, backup?: string): Promise<void>;
  /** The node is killed, and its disk copied; the copy's folder. */
  backUp(node: ProcessNode): Promise<string>;
  /** Every node answers, serves, and holds the state that the chain has. */
  healthy(): Promise<void>;
  contract(): Promise<void>;
  begin(): Promise<Round>;
  /** What is wrong with a round that is over. */
  judge(round: Round): Promise<readonly string[]>;
  /** Asks every node to stop, and reads what is on their disks. */
  finish(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export interface Round {
  readonly taskId: Hex;
  readonly expected: readonly number[];
  settled(): Promise<boolean>;
  opened(limitMs: number): Promise<SettledTask>;
  readonly before: Accounts;
}

interface Accounts {
  /** At which they stood so. */
  readonly block: bigint;
  readonly payer: bigint;
  readonly credits: readonly bigint[];
}

export interface SoakTerms {
  readonly detours?: Detours;
  /** Time between blocks while a committee sets up its keys, where not that of a soak in which nodes die meanwhile. */
  readonly setUpPauseMs?: number;
}

export async function startSoak(log: (text: string) => void, terms: SoakTerms = {}): Promise<Soak> {
  log('starting a chain and four nodes');
  // Nodes inherit it; the file's place is known once the folder is.
  const network = await startNetwork(4, (root) => ({ ENIGMA_FAIL_FILE: join(root, 'fail') }), terms.detours);
  try {
    return await soakOf(network, terms);
  } catch (error) {
    await network.stop();
    throw error;
  }
}

async function soakOf(network: ProcessNetwork, terms: SoakTerms): Promise<Soak> {
  const { funder, nodes } = network;
  const root = dirname(nodes[0]?.folder ?? '');
  const failFile = join(root, 'fail');
  const client = clientOf(network);
  await fund(network);

  let handle: ContractHandle | undefined;
  let sum = 0;
  let receipts: readonly ReceiptOnChain[] = [];
  const noted = new Map<number, SignedSlots>();
  let logged = 0;

  const refusals = (): number =>
    nodes.reduce((count, node) => count + [...network.log(node).matchAll(/ (sign\.refused|fork\.locked) /g)].length, 0);

  function note(node: ProcessNode): readonly string[] {
    const now = signedOf(node.folder);
    const wrong = changedSlots(noted.get(node.index) ?? new Map(), now);
    noted.set(node.index, now);
    return wrong;
  }

  const forgotten: string[] = [];
  const claimed = new Set<string>();

  async function kill(node: ProcessNode): Promise<void> {
    node.child.kill('SIGKILL');
    await until(() => node.ended !== undefined, `the end of node ${node.index}`, 30_000);
  }

  async function accounts(): Promise<Accounts> {
    const { number: block } = await funder.latest();
    return {
      block,
      payer: await funder.availableOf(funder.account, block),
      credits: await Promise.all(nodes.map(({ index }) => funder.creditOf(index, block))),
    };
  }

  /** What seats that a settlement left out have claimed since, by node: once for each receipt, which the contract sees to and this looks at. */
  async function claims(from: bigint, to: bigint): Promise<ReadonlyMap<number, bigint>> {
    const paid = new Map<number, bigint>();
    for (const { event } of from > to ? [] : await funder.events(from, to)) {
      if (event.name !== 'LateClaimed') continue;
      const { receiptDigest, seat, node, amount } = event as EventOf<'LateClaimed'>;
      const key = `${receiptDigest}/${seat}`;
      if (claimed.has(key)) forgotten.push(`node ${node} claimed its share twice`);
      claimed.add(key);
      paid.set(node, (paid.get(node) ?? 0n) + amount);
    }
    return paid;
  }

  async function eventsOf<N extends 'Settled' | 'Opened'>(name: N, from: bigint): Promise<readonly EventOf<N>[]> {
    const all = await funder.events(from, (await funder.latest()).number);
    return all.flatMap(({ event }) => (event.name === name ? [event as unknown as EventOf<N>] : []));
  }

  return {
    network,
    arm: (point, node, how = 'die') => writeFileSync(failFile, `${point}\n${node?.folder ?? ''}\n${how}`),
    disarm() {
      const used = !existsSync(failFile);
      rmSync(failFile, { force: true });
      return used;
    },
    dead: () => nodes.find((node) => node.ended !== undefined),
    async revive(node) {
      forgotten.push(...note(node).map((text) => `node ${node.index}: ${text}`));
      network.start(node);
    },
    async lose(node, backup) {
      await kill(node);
      const data = join(node.folder, 'data');
      rmSync(data, { recursive: true });
      if (backup !== undefined) return cpSync(backup, data, { recursive: true });
      noted.delete(node.index);
      receipts = receipts.map((one) => ({ ...one, signers: one.signers.filter((signer) => signer !== node.index) }));
    },
    async backUp(node) {
      await kill(node);
      const backup = join(node.folder, 'backup');
      cpSync(join(node.folder, 'data'), backup, { recursive: true });
      return backup;
    },
    async healthy() {
      await until(
        async () => {
          const head = handle && (await funder.headOf(handle.contractId));
          for (const node of nodes) {
            if (node.ended !== undefined) throw new Error(`node ${node.index} ended: ${node.ended}`);
            if ((await getJson(`${node.apiUrl}/ready`))?.status !== 200) return false;
            if (handle === undefined || head === undefined) continue;
            const state = await getJson(`${node.apiUrl}/state/${handle.contractId}`);
            if (state?.body['version'] !== String(head.version)) return false;
          }
          return true;
        },
        'all nodes to catch up and serve',
        servingLimitMs,
      );
    },
    async contract() {
      handle = await serve(network, client, ROUNDS, terms.setUpPauseMs);
      sum = 0;
    },
    async begin() {
      if (handle === undefined) throw new Error('a contract comes first');
      const running = handle;
      const choices = Array.from({ length: 2 }, () => (random(1)[0] ?? 0) % 5);
      const journal = memoryJournal();
      const entries = [];
      for (const choice of choices) {
        const sender = generateSigningKey(random);
        entries.push(await running.sealEntry({ values: { choice }, sender, nonce: 0n, journal }));
      }
      await running.append(entries);
      const before = await accounts();
      // The body stays with the nodes, so that the points of keeping one are passed.
      const sender = generateSigningKey(random);
      const created = await running.call('round', { ...call, sender, offChain: true });
      const expected = plainRound(sum, choices);
      sum = expected[5] ?? 0;
      return {
        taskId: created.taskId,
        expected,
        before,
        settled: async () =>
          (await eventsOf('Settled', created.blockNumber)).some(
            ({ firstSeq, contractId, count }) =>
              count === 1 && firstSeq === created.seq && contractId === running.contractId,
          ),
        opened: (limitMs) => running.waitForTask(created, { until: 'opened', timeoutMs: limitMs }),
      };
    },
    async judge(round) {
      if (handle === undefined) throw new Error('a contract comes first');
      const wrong: string[] = [];
      const task = await round.opened(servingLimitMs);
      const { value } = await handle.openOutput(task);
      const got = (value as readonly (bigint | number)[]).map(Number);
      if (got.join() !== round.expected.join()) wrong.push(`the result is ${got.join()}, not ${round.expected.join()}`);
      const settled = (await eventsOf('Settled', task.blockNumber)).filter(({ results }) =>
        results.some(({ taskId }) => taskId === round.taskId),
      );
      if (settled.length !== 1) wrong.push(`settled ${settled.length} times`);
      const signers = handle.committee.seats
        .filter(({ seat }) => ((task.bitmap >> seat) & 1) === 1)
        .map(({ node }) => node);
      receipts = [...receipts, { slot: receiptSlot(task.receipt), digest: task.receiptDigest, signers }];
      const { n } = handle.committee;
      const split = settledSplit(task.header, task.result.status, task.result.gasUsed, n, signers.length);
      const after = await accounts();
      const late = await claims(round.before.block + 1n, after.block);
      const escrow = call.gasLimit * call.gasPrice + call.tip;
      if (after.payer !== round.before.payer - escrow + split.refund)
        wrong.push('the payer did not get the remainder once');
      nodes.forEach(({ index }, at) => {
        const paid = (after.credits[at] ?? 0n) - (round.before.credits[at] ?? 0n);
        if (paid !== (signers.includes(index) ? split.perSeat : 0n) + (late.get(index) ?? 0n))
          wrong.push(`node ${index} got ${paid} for this task`);
      });
      const refused = refusals();
      if (refused !== logged) wrong.push(`${refused - logged} second signatures in a slot were asked for`);
      logged = refused;
      wrong.push(...forgotten.splice(0));
      return wrong;
    },
    async finish() {
      const wrong: string[] = [];
      for (const node of nodes) {
        node.child.kill('SIGTERM');
        const how = await until(
          () => (node.ended === undefined ? undefined : { ended: node.ended }),
          'SIGTERM',
          30_000,
        );
        if (how.ended !== 0) wrong.push(`node ${node.index} ended with ${how.ended} on SIGTERM`);
        wrong.push(...note(node).map((text) => `node ${node.index}: ${text}`));
        wrong.push(...unknownReceipts(node.index, noted.get(node.index) ?? new Map(), receipts));
      }
      return wrong;
    },
    stop: () => network.stop(),
  };
}
