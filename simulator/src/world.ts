// A whole network in one process: the chain's rules, the real node code, links and voters, all from one seed. One file, though long: starts, deaths, keys and links of a node are one closure over one chain and schedule.
import { generateSealingKey, generateSigningKey, hashOf, toHex, utf8, type Hex, type SigningKey } from '@enigma/crypto';
import {
  answerRequest,
  ChainTrouble,
  createNode,
  FinalityBroken,
  RefusesToServe,
  StoreError,
  WrongFolder,
  type ApiAnswer,
  type ApiRequest,
  type Links,
  type Store,
  type Node,
  type NodeChecks,
  type NodeHost,
} from '@enigma/node';
import {
  createSimulatedChain,
  DEVELOPMENT_CONFIG,
  NODE_PROOF,
  ZERO_HASH,
  signRecord,
  type ChainCall,
  type ChainConfig,
  type ChainLog,
  type ChainPort,
  type ChainState,
  type NodeKeys,
  type SimulatedChain,
  type Submitted,
} from '@enigma/protocol';
import type { MachineOptions } from '@enigma/mpc/session';
import type { Twin } from './evm/twin.ts';
import { createNews, steadyMiner, type BlockMaker, type Miner } from './miner.ts';
import { createTurns, type Turns } from './turns.ts';
import { createDisk, type Disk, type Perform } from './disk.ts';
import { createNetwork, FAIR, type Network, type Weather } from './network.ts';
import { createSchedule, type Schedule } from './schedule.ts';

export interface WorldOptions {
  readonly seed: string;
  readonly nodes: number;
  readonly weather?: Weather;
  readonly blockMs?: number;
  readonly finalityBlocks?: number;
  /** Makes the blocks; by default one every `blockMs`, with all that waits. */
  readonly miner?: (chain: SimulatedChain, maker: BlockMaker) => Miner;
  /** The contracts on a real EVM, which make every block first. */
  readonly twin?: Twin;
  readonly log?: (line: string) => void;
  /** Checks switched off at every node, to show what they are for. */
  readonly machine?: MachineOptions | ((index: number) => MachineOptions);
  readonly checks?: Partial<NodeChecks>;
  /** Blocks after a deadline before nodes end a task, where not the default; 0 = never. */
  readonly expireBlocks?: number;
  /** Which contracts are there to be called back, and whether they take what they are told; without it none is. */
  readonly calleeTakes?: ChainConfig['calleeTakes'];
}

export interface SimulatedNode {
  readonly index: number;
  readonly owner: SigningKey;
  /** The present one of its folder. */
  signer: SigningKey;
  /** Hash of the TLS identity that it links under. */
  tls: Hex;
  /** Keys of its folder beside the present ones: earlier ones, and the next. */
  readonly otherKeys: { readonly signer: SigningKey; readonly tls: Hex }[];
  readonly secret: Uint8Array;
  readonly operator: Hex;
  store: Disk;
  node: Node | undefined;
  /** Why its process ended itself, with the cause that an operator reads; undefined once it runs again. */
  ended: Error | undefined;
  /** Keys of another node, where they were mixed up. */
  wrongSigner: SigningKey | undefined;
  /** What its own clock says. */
  clock: (nowMs: number) => number;
  /** Until when its machine stands still; frames wait for it. */
  pausedUntilMs: number;
  /** Takes what comes for its process. */
  hear: ((from: number, payload: Uint8Array) => void) | undefined;
  /** What a failing disk makes of the transactions of one call. */
  perform: Perform | undefined;
  /** Called at each failpoint; throws Crash to kill the node there. */
  failpoint: ((name: string) => void) | undefined;
  /** The chain as its endpoint tells it; read when it starts. */
  port: ChainPort;
  /** Of the process that runs. */
  turns: Turns | undefined;
  /** Which start this is, of all starts in this world; 0 before the first. */
  life: number;
}

/** Thrown through the node's code at a failpoint: the process is gone, its disk stays. */
export class Crash extends Error {}

export interface World {
  readonly schedule: Schedule;
  readonly chain: SimulatedChain;
  readonly network: Network;
  readonly nodes: readonly SimulatedNode[];
  readonly funder: ChainPort;
  /** Told of every signature that a node's sign-once store takes. */
  readonly signatures: ((node: number, slot: string, digest: Hex, signature: Uint8Array) => void)[];
  /** Told of every frame that a process hands to its links, before any adversary or weather has it: then its disk is as it is when the frame leaves. */
  readonly sends: ((process: SimulatedNode, to: number, payload: Uint8Array) => void)[];
  /** Told of every answer about a contract's heads that a process had of its endpoint, and at which block. */
  readonly heads: ((process: SimulatedNode, at: bigint) => void)[];
  /** Told of every answer of a node's API, before any adversary has it. */
  readonly replies: ((process: SimulatedNode, request: ApiRequest, answer: ApiAnswer) => void)[];
  /** Told after every block, with its events; a reorganisation may take them back, and tell others. */
  readonly blocks: ((logs: readonly ChainLog[]) => void)[];
  /** Told of the events of every block as it becomes final, once. */
  readonly finals: ((logs: readonly ChainLog[]) => void)[];
  /** Blocks that finality stays behind. */
  readonly finalityBlocks: number;
  /** What an adversary makes of the answers of his node's API. */
  apiTamper: ((node: number, request: ApiRequest, answer: ApiAnswer) => ApiAnswer) | undefined;
  /** Told of everything that a node writes to its disk. */
  readonly writes: ((node: number, name: string, bytes: Uint8Array) => void)[];
  /** Every body that went to an API and came from it. */
  readonly answers: string[];
  readonly logs: { readonly node: number; readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[];
  port(account: Hex): ChainPort;
  /** What the API of a node answers; undefined where there is no process, or it ended on that request. */
  ask(node: number, request: ApiRequest): ApiAnswer | undefined;
  /** The chain may take back, drop or delay what it was sent: whoever acts on it waits for finality, and sends again. */
  wary: boolean;
  /** From here on others make the blocks. */
  mineBy(make: NonNullable<WorldOptions['miner']>): void;
  /** The same, and the chain may do its worst. */
  harden(make: NonNullable<WorldOptions['miner']>): void;
  /** Submits and lets the world run until it is mined. */
  send(port: ChainPort, call: ChainCall): Promise<Submitted>;
  /** The block that one may act on: the latest, or of a chain that takes back the final one. */
  trusted(): ChainState;
  /** Sends until it holds there; false when the time is up. */
  ensure(
    port: ChainPort,
    call: ChainCall | (() => ChainCall),
    holds: (state: ChainState) => boolean,
    limitMs?: number,
  ): Promise<boolean>;
  crash(node: SimulatedNode): void;
  /** Its process ends itself, and says why. */
  end(node: SimulatedNode, why: Error): void;
  /** Opens its disk and runs; a node that refuses to has `ended`. */
  start(node: SimulatedNode): void;
  /** New keys into its folder, and what its owner is to send. */
  prepareRotation(node: SimulatedNode): { readonly signer: SigningKey; readonly call: ChainCall };
  /** The same, and sent, as often as it takes. Resolves when the block that one may act on has them. */
  rotate(node: SimulatedNode): Promise<SigningKey>;
  /** Where two processes run as one node: a peer's connection is with this one. */
  link(peer: number, to: SimulatedNode): void;
  /** Runs what a node does; what ends its process ends it. */
  guarded(node: SimulatedNode, run: () => void): void;
  run(done: () => boolean, limitMs: number): Promise<boolean>;
}

const supply = 10n ** 27n;
const stakeUnits = 100;
/** Blocks that finality stays behind, where nobody asks for more. */
export const FINALITY_BLOCKS = 2;
/** Between two steps of a node whose chain does not answer. */
const awayMs = 1_000;
/** Pause before whoever waits for a call sends it again. */
const resendMs = 8_000;

export async function createWorld(options: WorldOptions): Promise<World> {
  const schedule = createSchedule(options.seed);
  const blockMs = options.blockMs ?? 1000;
  const finalityBlocks = options.finalityBlocks ?? FINALITY_BLOCKS;
  const account = (name: string): Hex =>
    toHex(hashOf('enigma.simulation.account.v1', utf8(`${options.seed}/${name}`)).subarray(0, 20));
  const { twin } = options;
  const funderAddress = twin?.funder ?? account('funder');
  const startSeconds = Math.floor(schedule.nowMs() / 1000);
  const originSeconds = twin === undefined ? 0 : twin.genesisSeconds - startSeconds;
  const owners = Array.from({ length: options.nodes }, () => generateSigningKey(schedule.random));
  const chain = createSimulatedChain(
    {
      config:
        twin?.config ??
        (options.calleeTakes === undefined
          ? DEVELOPMENT_CONFIG
          : { ...DEVELOPMENT_CONFIG, calleeTakes: options.calleeTakes }),
      balances: new Map([[funderAddress, twin?.supply ?? supply]]),
      timestamp: originSeconds + startSeconds,
      finalityBlocks,
      autoMine: false,
      seed: toHex(hashOf('enigma.simulation.chain.v1', utf8(options.seed))),
    },
    { nowSeconds: () => originSeconds + Math.floor(schedule.nowMs() / 1000) },
  );
  const network = createNetwork(schedule, options.weather ?? FAIR);
  const logs: World['logs'] = [];
  const nodes: SimulatedNode[] = owners.map((owner, index) => ({
    index,
    owner,
    signer: generateSigningKey(schedule.random),
    tls: ZERO_HASH,
    otherKeys: [],
    secret: schedule.random(32),
    operator: account(`operator ${index}`),
    store: createDisk(),
    node: undefined,
    ended: undefined,
    wrongSigner: undefined,
    clock: (nowMs) => nowMs,
    pausedUntilMs: 0,
    perform: undefined,
    hear: undefined,
    failpoint: undefined,
    port: chain.port(account(`operator ${index}`)),
    turns: undefined,
    life: 0,
  }));

  const maker: BlockMaker = options.twin === undefined ? chain : await options.twin.begin(chain);
  let miner = steadyMiner(maker, blockMs);
  const news = createNews(chain);
  const mine = async (): Promise<void> => {
    await miner.mine();
    for (const { hash, logs } of news.blocks()) {
      schedule.note('block', hash);
      for (const see of world.blocks) see(logs);
    }
    for (const { logs } of news.finals()) for (const see of world.finals) see(logs);
    schedule.after(miner.pauseMs(), mine);
  };
  schedule.after(miner.pauseMs(), mine);

  /** A node goes on without a contract that met an error of ours; a run of the simulator does not. */
  function rethrow({ node }: SimulatedNode): void {
    const [failure] = node?.failures() ?? [];
    if (failure !== undefined) throw failure.error;
  }

  /** A Crash out of its code takes the node down; so does what it ends itself for. Any other error is one of ours, and the run's. */
  function down(simulated: SimulatedNode, error: unknown): void {
    if (error instanceof Crash) world.crash(simulated);
    else if (ENDS.some((kind) => error instanceof kind)) world.end(simulated, error as Error);
    else throw error;
  }

  /** By peer and index. */
  const routes = new Map<string, SimulatedNode>();

  function linkedTo(peer: number, index: number): SimulatedNode | undefined {
    return routes.get(`${peer}>${index}`) ?? nodes[index];
  }

  function linksOf(simulated: SimulatedNode): Links {
    const { index } = simulated;
    const links = network.links(index);
    return {
      ...links,
      send(to, payload) {
        for (const see of world.sends) see(simulated, to, payload);
        return linkedTo(to, index) === simulated && links.send(to, payload);
      },
      connected: () => links.connected().filter((peer) => linkedTo(peer, index) === simulated),
    };
  }

  function guarded(simulated: SimulatedNode, run: () => void): void {
    try {
      run();
      rethrow(simulated);
    } catch (error) {
      down(simulated, error);
    }
  }

  const world: World = {
    schedule,
    chain,
    network,
    nodes,
    logs,
    signatures: [],
    sends: [],
    heads: [],
    replies: [],
    writes: [],
    apiTamper: undefined,
    answers: [],
    blocks: [],
    finals: [],
    finalityBlocks,
    funder: chain.port(funderAddress),
    port: (address) => chain.port(address),
    ask(index, request) {
      const simulated = nodes[index];
      const running = simulated?.node;
      if (simulated === undefined || running === undefined) return undefined;
      let honest: ApiAnswer | undefined;
      guarded(simulated, () => (honest = answerRequest(running, request)));
      if (honest === undefined) return undefined;
      for (const see of world.replies) see(simulated, request, honest);
      return world.apiTamper?.(index, request, honest) ?? honest;
    },
    async send(port, call) {
      let answer: Submitted | undefined;
      void port.submit(call).then((submitted) => {
        answer = submitted;
      });
      await schedule.runUntil(() => answer !== undefined, 10 * blockMs);
      if (answer === undefined) throw new Error(`${call.name} was not mined`);
      return answer;
    },
    wary: options.miner !== undefined,
    mineBy(make) {
      miner = make(chain, maker);
    },
    harden(make) {
      world.mineBy(make);
      world.wary = true;
    },
    trusted: () => chain.state(world.wary ? chain.finalized().number : undefined),
    async ensure(port, call, holds, limitMs = 180_000) {
      const end = schedule.nowMs() + limitMs;
      const there = (): boolean => holds(world.trusted());
      while (!there() && schedule.nowMs() < end) {
        void port.submit(typeof call === 'function' ? call() : call).catch(() => undefined);
        // Not again while it stands in a block that may still become final.
        const seen = (): boolean => there() || (world.wary && holds(chain.state()));
        await schedule.runUntil(seen, resendMs);
        await schedule.runUntil(there, world.wary ? (finalityBlocks + 4) * blockMs : 0);
      }
      return there();
    },
    guarded,
    link(peer, to) {
      if (linkedTo(peer, to.index) === to) return;
      network.cut(peer, to.index, 0);
      routes.set(`${peer}>${to.index}`, to);
    },
    end(simulated, why) {
      simulated.ended = why;
      logs.push({ node: simulated.index, code: 'node.ended', facts: { why: why.message } });
      options.log?.(`${schedule.nowMs().toFixed(0)} node ${simulated.index} node.ended ${why.message}`);
      world.crash(simulated);
    },
    crash(simulated) {
      simulated.node = undefined;
      simulated.store = simulated.store.snapshot();
      if (nodes[simulated.index] === simulated) network.receiveAt(simulated.index, undefined);
      schedule.note('crash', simulated.index);
    },
    start(simulated) {
      simulated.ended = undefined;
      simulated.store.perform = (transactions) => (simulated.perform ?? runAll)(transactions);
      const make = (): void => startNode(simulated);
      guarded(simulated, make);
    },
    prepareRotation(simulated) {
      const signer = generateSigningKey(schedule.random);
      const proven = provenKeys(world, simulated, signer);
      simulated.otherKeys.push({ signer, tls: proven.keys.tlsSpkiHash });
      return { signer, call: { name: 'rotateKeys', ...proven } };
    },
    async rotate(simulated) {
      const { signer, call } = world.prepareRotation(simulated);
      const there = (state: ChainState): boolean => state.nodes[simulated.index]?.signer === signer.address;
      const owner = chain.port(simulated.owner.address);
      if (!(await world.ensure(owner, call, there))) throw new Error('no rotation');
      return signer;
    },
    run: (done, limitMs) => schedule.runUntil(done, limitMs),
  };

  /** Its endpoint, with the world looking on. */
  function heard(simulated: SimulatedNode): ChainPort {
    const { port, life } = simulated;
    return {
      ...port,
      async headOf(contractId, at) {
        const answer = await port.headOf(contractId, at);
        if (simulated.life === life && at !== undefined) for (const see of world.heads) see(simulated, at);
        return answer;
      },
    };
  }

  let lives = 0;

  function ownKeys(simulated: SimulatedNode): Pick<NodeHost, 'signerKeys' | 'rotated'> {
    return {
      signerKeys: () => [simulated.signer, ...simulated.otherKeys.map(({ signer }) => signer)],
      rotated(address) {
        const at = simulated.otherKeys.findIndex(({ signer }) => signer.address === address);
        const next = simulated.otherKeys[at];
        if (next === undefined) throw new Error('nobody prepared that key');
        const { signer, tls } = simulated;
        simulated.otherKeys[at] = { signer, tls };
        ({ signer: simulated.signer, tls: simulated.tls } = next);
        network.identify(simulated.index, simulated.tls);
      },
    };
  }

  function startNode(simulated: SimulatedNode): void {
    simulated.life = ++lives;
    simulated.store.expectSound();
    let node: Node | undefined;
    node = createNode({
      chain: heard(simulated),
      store: watched(world, simulated),
      links: linksOf(simulated),
      random: schedule.random,
      signerKey: simulated.wrongSigner ?? simulated.signer,
      ...(simulated.wrongSigner === undefined ? ownKeys(simulated) : {}),
      secret: simulated.secret,
      index: simulated.index,
      ...machineOf(options.machine, simulated.index),
      ...(options.checks === undefined ? {} : { checks: options.checks }),
      ...(options.expireBlocks === undefined ? {} : { expireBlocks: () => options.expireBlocks ?? 0 }),
      failpoint(name) {
        if (simulated.node === node || node === undefined) simulated.failpoint?.(name);
      },
      log(code, facts = {}) {
        logs.push({ node: simulated.index, code, facts });
        options.log?.(
          `${schedule.nowMs().toFixed(0)} node ${simulated.index} ${code} ${Object.entries(facts)
            .map(([key, value]) => `${key}=${String(value)}`)
            .join(' ')}`,
        );
      },
    });
    const running = node;
    simulated.node = running;
    simulated.hear = (from, payload) => {
      if (simulated.node !== running) return;
      const waitMs = simulated.pausedUntilMs - schedule.nowMs();
      if (waitMs > 0) return schedule.after(waitMs, () => simulated.hear?.(from, payload));
      guarded(simulated, () => running.receive(from, payload, simulated.clock(schedule.nowMs())));
    };
    const { index } = simulated;
    if (nodes[index] === simulated)
      network.receiveAt(index, (from, payload) => linkedTo(from, index)?.hear?.(from, payload));
    const turns = createTurns(schedule, () => simulated.node === running);
    simulated.turns = turns;
    const step = (): Promise<void> => turns.run(stepOnce);
    const stepOnce = async (): Promise<void> => {
      if (simulated.node !== running) return;
      const standsMs = simulated.pausedUntilMs - schedule.nowMs();
      if (standsMs > 0) return schedule.after(standsMs, step);
      let away = false;
      try {
        await running.step(simulated.clock(schedule.nowMs()));
        rethrow(simulated);
      } catch (error) {
        // As host/run.ts does: the chain's silence is no reason to end.
        if (!(error instanceof ChainTrouble)) return down(simulated, error);
        away = true;
      }
      schedule.after(away ? awayMs : running.pauseMs(), step);
    };
    schedule.after(running.pauseMs() * schedule.chance(), step);
  }

  await register(world);
  if (options.miner !== undefined) {
    // Who is there, nobody takes back.
    await world.run(() => false, (finalityBlocks + 1) * blockMs);
    miner = options.miner(chain, maker);
  }
  for (const simulated of nodes) world.start(simulated);
  return world;
}

/** What a node ends itself for. */
const ENDS = [FinalityBroken, StoreError, RefusesToServe, WrongFolder] as const;

const runAll: Perform = (transactions) => transactions.forEach((run) => run());

function machineOf(machine: WorldOptions['machine'], index: number): { machine?: MachineOptions } {
  if (machine === undefined) return {};
  return { machine: typeof machine === 'function' ? machine(index) : machine };
}

/** The node's disk, with the world looking on. */
function watched(world: World, { index, store }: SimulatedNode): Store {
  return {
    ...store,
    putSigned(slot, digest, signature) {
      store.putSigned(slot, digest, signature);
      for (const see of world.signatures) see(index, slot, digest, signature);
    },
    put(name, bytes) {
      store.put(name, bytes);
      for (const see of world.writes) see(index, name, bytes);
    },
  };
}

/** Gives every owner his stake and the chain his node's record; nodes are drawable from the epoch after. */
async function register(world: World): Promise<void> {
  const { chain, funder, nodes } = world;
  const { config } = chain.state();
  const all = (calls: readonly [ChainPort, ChainCall][]): Promise<readonly Submitted[]> => together(world, calls);
  expectOk(await all([[funder, { name: 'approve', spender: config.bank, amount: 10n ** 26n }]]));
  const stake = BigInt(stakeUnits) * config.unitTokens;
  expectOk(await all(nodes.map((node) => [funder, { name: 'deposit', to: node.owner.address, amount: stake }])));
  expectOk(
    await all(
      nodes.map((node) => {
        const proven = provenKeys(world, node, node.signer);
        node.tls = proven.keys.tlsSpkiHash;
        world.network.identify(node.index, node.tls);
        return [chain.port(node.owner.address), { name: 'register', ...proven, units: stakeUnits }] as [
          ChainPort,
          ChainCall,
        ];
      }),
    ),
  );
  expectOk(await all([[funder, { name: 'advance' }]]));
}

function provenKeys(
  { chain, schedule }: World,
  node: SimulatedNode,
  signer: SigningKey,
): { keys: NodeKeys; proof: Hex } {
  const { config } = chain.state();
  const domain = { chainId: config.chainId, verifyingContract: config.tasks };
  const facts = {
    sealingKey: toHex(generateSealingKey(schedule.random).publicKey),
    tlsSpkiHash: toHex(schedule.random(32)),
    payout: node.owner.address,
    operator: node.operator,
  };
  const urls = { peerUrl: `tls://node-${node.index}:1`, apiUrl: `sim://${node.index}` };
  const proof = signRecord(domain, NODE_PROOF, { owner: node.owner.address, ...facts }, signer.privateKey);
  return { keys: { signer: signer.address, ...facts, ...urls }, proof };
}

async function together(world: World, calls: readonly [ChainPort, ChainCall][]): Promise<readonly Submitted[]> {
  const answers: Submitted[] = [];
  for (const [at, [port, call]] of calls.entries()) void port.submit(call).then((answer) => (answers[at] = answer));
  await world.run(() => calls.every((_, at) => answers[at] !== undefined), 60_000);
  return answers;
}

export function expectOk(answers: readonly Submitted[]): void {
  for (const answer of answers)
    if (!answer.ok) throw new Error(`the chain refused: ${answer.refusal.name}(${answer.refusal.args.join(', ')})`);
}
