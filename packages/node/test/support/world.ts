// Real node code over the simulated chain, memory links and a clock that the test moves: no sockets, no disk, no waiting.
import {
  generateSealingKey,
  generateSigningKey,
  seededRandom,
  toHex,
  type Hex,
  type Random,
  type SigningKey,
} from '@enigma/crypto';
import {
  createSimulatedChain,
  NODE_PROOF,
  signRecord,
  type ChainCall,
  type ChainPort,
  type NodeKeys,
  type SimulatedChain,
  type Submitted,
} from '@enigma/protocol';
import type { MachineOptions } from '@enigma/mpc/session';
import { createMemoryStore, createNode, type MemoryStore, type Node, type NodeChecks } from '../../src/index.ts';

export class Crash extends Error {}

export interface TestNode {
  readonly index: number;
  /** The present one of its folder. */
  signer: SigningKey;
  /** Signing keys of its folder beside the present one: earlier ones, and the next. */
  readonly others: SigningKey[];
  readonly operator: Hex;
  readonly owner: SigningKey;
  store: MemoryStore;
  node: Node | undefined;
  /** What its step last threw. */
  ended: unknown;
  chain: ChainPort;
  failpoint: (name: string) => void;
  /** Told of every line before it is kept; what it throws is an error of ours at that place. */
  onLog: (code: string, facts: Readonly<Record<string, unknown>>) => void;
  readonly logs: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[];
  /** Every frame it sent. */
  readonly sent: { readonly to: number; readonly payload: Uint8Array }[];
}

export interface World {
  readonly chain: SimulatedChain;
  readonly nodes: readonly TestNode[];
  readonly random: Random;
  readonly funder: ChainPort;
  nowMs: number;
  /** False where a frame is lost. */
  passes: (from: number, to: number, payload: Uint8Array) => boolean;
  start(at: number): TestNode;
  crash(at: number): void;
  /** New keys into its folder, and the transaction of its owner; returns the new one. Nobody waits for anything. */
  rotate(at: number): SigningKey;
  send(call: ChainCall, from?: ChainPort): Promise<Submitted>;
  /** Steps everything until `done`, or `limitMs` of the world's time are over; returns whether it is done. */
  until(done: () => boolean, limitMs?: number): Promise<boolean>;
  logged(code: string, at?: number): number;
}

/** Small batches: a test is not about how many triples a pool holds. */
export const SMALL: MachineOptions = { batchItems: { triple: 64, and: 1 << 14, daBit: 512 } };
const stepMs = 50;

export async function createWorld(options: {
  readonly seed: string;
  readonly nodes?: number;
  readonly finalityBlocks?: number;
  readonly machine?: MachineOptions;
  readonly checks?: Partial<NodeChecks>;
  /** A contract that stands still after an error of ours does not end its node, as for real; elsewhere it does, so that no test passes over such an error. */
  readonly contained?: boolean;
}): Promise<World> {
  const random = seededRandom(`node test ${options.seed}`);
  const funderAddress = toHex(random(20));
  const chain = createSimulatedChain(
    {
      balances: new Map([[funderAddress, 10n ** 27n]]),
      timestamp: 1_000,
      finalityBlocks: options.finalityBlocks ?? 2,
      autoMine: false,
      seed: toHex(random(32)),
    },
    { nowSeconds: () => Math.floor(world.nowMs / 1000) },
  );
  const frames: { readonly from: number; readonly to: number; readonly payload: Uint8Array }[] = [];
  const nodes = Array.from({ length: options.nodes ?? 4 }, (_, index): TestNode => {
    const operator = toHex(random(20));
    return {
      index,
      signer: generateSigningKey(random),
      others: [],
      operator,
      owner: generateSigningKey(random),
      store: createMemoryStore(),
      node: undefined,
      ended: undefined,
      chain: chain.port(operator),
      failpoint: () => undefined,
      onLog: () => undefined,
      logs: [],
      sent: [],
    };
  });
  const secrets = nodes.map(() => random(32));

  /** An error of ours that the node has contained. */
  function rethrow({ node }: TestNode): void {
    const [failure] = node?.failures() ?? [];
    if (failure !== undefined && options.contained !== true) throw failure.error;
  }

  function guarded(one: TestNode, run: () => void): void {
    try {
      run();
      rethrow(one);
    } catch (error) {
      one.ended = error;
      world.crash(one.index);
    }
  }

  async function step(): Promise<void> {
    world.nowMs += stepMs;
    if (world.nowMs % 1000 === 0) chain.mine();
    for (const one of nodes) {
      try {
        await one.node?.step(world.nowMs);
        rethrow(one);
      } catch (error) {
        one.ended = error;
        if ((error as { code?: string }).code !== 'CHAIN_UNREACHABLE') world.crash(one.index);
      }
    }
    for (let count = 0; frames.length > 0 && count < 100_000; count++) {
      const { from, to, payload } = frames.shift() as (typeof frames)[number];
      const target = nodes[to];
      if (target?.node !== undefined) guarded(target, () => target.node?.receive(from, payload, world.nowMs));
    }
  }

  const world: World = {
    chain,
    nodes,
    random,
    funder: chain.port(funderAddress),
    nowMs: 1_000_000,
    passes: () => true,
    start(at) {
      const one = nodes[at] as TestNode;
      let bytesOut = 0;
      one.ended = undefined;
      one.node = createNode({
        chain: one.chain,
        store: one.store,
        links: {
          know: () => undefined,
          send(to, payload) {
            if (nodes[to]?.node === undefined) return false;
            bytesOut += payload.length;
            one.sent.push({ to, payload });
            if (world.passes(at, to, payload)) frames.push({ from: at, to, payload });
            return true;
          },
          connected: () =>
            nodes.filter((other) => other.node !== undefined && other !== one).map((other) => other.index),
          stats: () => ({ bytesIn: 0, bytesOut }),
        },
        random,
        signerKey: one.signer,
        signerKeys: () => [one.signer, ...one.others],
        rotated(signer) {
          const next = one.others.find(({ address }) => address === signer);
          if (next === undefined) throw new Error('nobody prepared that key');
          one.others.splice(one.others.indexOf(next), 1, one.signer);
          one.signer = next;
        },
        secret: secrets[at] as Uint8Array,
        index: at,
        machine: options.machine ?? SMALL,
        ...(options.checks === undefined ? {} : { checks: options.checks }),
        failpoint: (name) => one.failpoint(name),
        log(code, facts = {}) {
          one.onLog(code, facts);
          one.logs.push({ code, facts });
        },
      });
      return one;
    },
    crash(at) {
      const one = nodes[at] as TestNode;
      one.node = undefined;
      one.store = one.store.snapshot();
    },
    rotate(at) {
      const one = nodes[at] as TestNode;
      const next = generateSigningKey(random);
      one.others.push(next);
      const call = { name: 'rotateKeys', ...provenKeys(world, one, next) } as const;
      void chain.port(one.owner.address).submit(call);
      return next;
    },
    async send(call, from = world.funder) {
      let answer: Submitted | undefined;
      void from.submit(call).then((submitted) => (answer = submitted));
      await world.until(() => answer !== undefined, 5_000);
      if (answer === undefined) throw new Error(`${call.name} was not mined`);
      return answer;
    },
    async until(done, limitMs = 120_000) {
      const end = world.nowMs + limitMs;
      while (!done()) {
        if (world.nowMs >= end) return false;
        await step();
        // Promises of submitted calls.
        await Promise.resolve();
      }
      return true;
    },
    logged: (code, at) =>
      (at === undefined ? nodes : [nodes[at] as TestNode]).reduce(
        (sum, one) => sum + one.logs.filter((line) => line.code === code).length,
        0,
      ),
  };
  await register(world);
  for (const one of nodes) world.start(one.index);
  return world;
}

async function register(world: World): Promise<void> {
  const { chain, funder, nodes } = world;
  const { config } = chain.state();
  await sendOk(world, { name: 'approve', spender: config.bank, amount: 10n ** 26n });
  for (const one of nodes) {
    await sendOk(world, { name: 'deposit', to: one.owner.address, amount: 100n * config.unitTokens });
    const call = { name: 'register', ...provenKeys(world, one, one.signer), units: 100 } as const;
    await sendOk(world, call, chain.port(one.owner.address));
  }
  await sendOk(world, { name: 'advance' });
  void funder;
}

function provenKeys({ chain, random }: World, one: TestNode, signer: SigningKey): { keys: NodeKeys; proof: Hex } {
  const { config } = chain.state();
  const domain = { chainId: config.chainId, verifyingContract: config.tasks };
  const facts = {
    sealingKey: toHex(generateSealingKey(random).publicKey),
    tlsSpkiHash: toHex(random(32)),
    payout: one.owner.address,
    operator: one.operator,
  };
  const keys = {
    signer: signer.address,
    ...facts,
    peerUrl: `tls://node-${one.index}:1`,
    apiUrl: `sim://${one.index}`,
  };
  return { keys, proof: signRecord(domain, NODE_PROOF, { owner: one.owner.address, ...facts }, signer.privateKey) };
}

export async function sendOk(world: World, call: ChainCall, from?: ChainPort): Promise<Submitted & { ok: true }> {
  const answer = await world.send(call, from);
  if (!answer.ok)
    throw new Error(`the chain refused ${call.name}: ${answer.refusal.name}(${answer.refusal.args.join(', ')})`);
  return answer;
}
