// Real node code over the simulated chain, memory links and a clock that the test moves: no sockets, no disk, no waiting.
import { argsToBytes, type Value } from '@enigma/bytecode';
import { compile, type Compiled } from '@enigma/compiler';
import {
  fromHex,
  generateSealingKey,
  generateSigningKey,
  isRefusal,
  keccak256,
  open,
  seededRandom,
  setsHeldBy,
  toHex,
  utf8,
  type Hex,
  type Random,
  type SigningKey,
} from '@enigma/crypto';
import {
  API_PATH,
  contractAccountOf,
  createSimulatedChain,
  decodeMaskPieces,
  deltaOf,
  digest,
  MASK_KIND,
  MASK_REQUEST,
  MASK_SEAL_INFO,
  maskAnswerContext,
  NODE_PROOF,
  signEntry,
  signRecord,
  signVoucher,
  widthsHashOf,
  ZERO_HASH,
  type ChainCall,
  type ChainPort,
  type Contract,
  type EventOf,
  type InboxTerms,
  type MaskAnswerBody,
  type MaskRequest,
  type MaskRequestBody,
  type NodeKeys,
  type SimulatedChain,
  type Submitted,
} from '@enigma/protocol';
import type { MachineOptions } from '@enigma/mpc/session';
import {
  answerRequest,
  createMemoryStore,
  createNode,
  type ApiAnswer,
  type MemoryStore,
  type Node,
  type NodeChecks,
} from '../../src/index.ts';

export const VOTING = `
export class Voting extends Contract {
  readonly candidates: u8;
  readonly closes: u64;
  ballots = inbox<{ choice: Secret<Range<0, 31>> }>();
  constructor(candidates: u8, closes: u64) {
    super();
    this.candidates = candidates;
    this.closes = closes;
  }
  @atBlock("closes") tally() {
    const votes = zeros<u32>(this.candidates);
    for (const ballot of this.ballots.upTo(this.closes).lastBySender())
      for (let c = 0; c < this.candidates; c++) if (ballot.choice === c + 1) votes[c]++;
    return votes.map((n) => reveal(n, "votes of each candidate"));
  }
}
`;

/** Thrown through the node at a failpoint: the process is gone, its store stays. */
export class Crash extends Error {}

export interface TestNode {
  readonly index: number;
  readonly signer: SigningKey;
  readonly operator: Hex;
  readonly owner: SigningKey;
  store: MemoryStore;
  node: Node | undefined;
  /** What its step last threw. */
  ended: unknown;
  chain: ChainPort;
  failpoint: (name: string) => void;
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
      operator,
      owner: generateSigningKey(random),
      store: createMemoryStore(),
      node: undefined,
      ended: undefined,
      chain: chain.port(operator),
      failpoint: () => undefined,
      logs: [],
      sent: [],
    };
  });
  const secrets = nodes.map(() => random(32));

  function guarded(one: TestNode, run: () => void): void {
    try {
      run();
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
        secret: secrets[at] as Uint8Array,
        index: at,
        machine: options.machine ?? SMALL,
        ...(options.checks === undefined ? {} : { checks: options.checks }),
        failpoint: (name) => one.failpoint(name),
        log: (code, facts = {}) => void one.logs.push({ code, facts }),
      });
      return one;
    },
    crash(at) {
      const one = nodes[at] as TestNode;
      one.node = undefined;
      one.store = one.store.snapshot();
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
  const { chain, funder, nodes, random } = world;
  const { config } = chain.state();
  const domain = { chainId: config.chainId, verifyingContract: config.tasks };
  await sendOk(world, { name: 'approve', spender: config.bank, amount: 10n ** 26n });
  for (const one of nodes) {
    await sendOk(world, { name: 'deposit', to: one.owner.address, amount: 100n * config.unitTokens });
    const keys = {
      signer: one.signer.address,
      sealingKey: toHex(generateSealingKey(random).publicKey),
      tlsSpkiHash: toHex(random(32)),
      payout: one.owner.address,
      operator: one.operator,
      peerUrl: `tls://node-${one.index}:1`,
      apiUrl: `sim://${one.index}`,
    } as NodeKeys;
    const proof = signRecord(
      domain,
      NODE_PROOF,
      {
        owner: one.owner.address,
        sealingKey: keys.sealingKey,
        tlsSpkiHash: keys.tlsSpkiHash,
        payout: keys.payout,
        operator: keys.operator,
      },
      one.signer.privateKey,
    );
    await sendOk(world, { name: 'register', keys, proof, units: 100 }, chain.port(one.owner.address));
  }
  await sendOk(world, { name: 'advance' });
  void funder;
}

export async function sendOk(world: World, call: ChainCall, from?: ChainPort): Promise<Submitted & { ok: true }> {
  const answer = await world.send(call, from);
  if (!answer.ok)
    throw new Error(`the chain refused ${call.name}: ${answer.refusal.name}(${answer.refusal.args.join(', ')})`);
  return answer;
}

export interface Election {
  readonly compiled: Compiled;
  readonly contractId: Hex;
  readonly closes: bigint;
  readonly terms: InboxTerms;
  readonly admission: SigningKey;
  readonly fn: Hex;
}

export interface DeployOptions {
  readonly source?: string;
  readonly args?: readonly bigint[];
  readonly openBlocks?: number;
  readonly gasLimit?: bigint;
  readonly windowSeconds?: number;
  /** Changes the record that is deployed. */
  readonly change?: (contract: Contract) => Contract;
  /** Arguments of the constructor as deployed, in place of the right ones. */
  readonly initArgs?: Uint8Array;
  readonly code?: (code: Uint8Array) => Uint8Array;
  readonly serve?: boolean;
}

/** Deploys an election, opens its committee and waits for GENESIS. */
export async function openElection(world: World, options: DeployOptions = {}): Promise<Election> {
  const { chain, funder, random } = world;
  const source = options.source ?? VOTING;
  const compiled = compile(source);
  if (!compiled.ok)
    throw new Error(`the contract does not compile: ${compiled.diagnostics.map((one) => one.message).join('; ')}`);
  const { config } = chain.state();
  const admission = generateSigningKey(random);
  const closes = chain.latest().number + BigInt(options.openBlocks ?? 30);
  const { module } = compiled.verified;
  const ctor = module.functions.findIndex((fn) => fn.kind === 'ctor');
  const args: readonly Value<never>[] = [...(options.args ?? [4n]), closes];
  const initArgs = options.initArgs ?? argsToBytes(module, ctor, args);
  const fn = module.functions.find((one) => one.kind === 'scheduled')?.selector ?? '0x00000000';
  const code = options.code?.(compiled.bytes) ?? compiled.bytes;
  const base: Contract = {
    codeHash: toHex(keccak256(code)),
    policyHash: compiled.policyHash,
    sourceHash: toHex(keccak256(utf8(source))),
    initHash: toHex(keccak256(initArgs)),
    owner: funder.account,
    mode: 0,
    n: 4,
    T: 1,
    flags: 0,
    tenure: 1000,
    openMode: 0,
    price: 1n,
    priceClass: 0,
    cell: 0,
    admission: admission.address,
    appendFee: 0n,
    schedules: [
      {
        fn,
        height: closes,
        gasLimit: options.gasLimit ?? 10_000_000n,
        gasPrice: 1n,
        tip: 1000n,
        windowSeconds: options.windowSeconds ?? 600,
      },
    ],
  };
  const contract = options.change?.(base) ?? base;
  const { events } = await sendOk(world, {
    name: 'deploy',
    contract,
    salt: toHex(random(32)),
    code: toHex(code),
    initArgs: toHex(initArgs),
  });
  const { contractId } = events.find(
    (event): event is EventOf<'ContractDeployed'> => event.name === 'ContractDeployed',
  ) as EventOf<'ContractDeployed'>;
  await sendOk(world, { name: 'advance' });
  await sendOk(world, { name: 'advance' });
  await sendOk(world, { name: 'openCommittee', contractId });
  await sendOk(world, { name: 'deposit', to: contractAccountOf(contractId), amount: 20_000_000n });
  if (options.serve !== false && !(await world.until(() => chain.state().heads.get(contractId)?.status === 2)))
    throw new Error('no GENESIS in two minutes');
  const terms: InboxTerms = {
    domain: { chainId: config.chainId, verifyingContract: config.tasks },
    contractId,
    committeeId: chain.state().heads.get(contractId)?.committeeId ?? ZERO_HASH,
    period: 0,
    policyHash: compiled.policyHash,
    admission: admission.address,
    widths: [5],
  };
  return { compiled, contractId, closes, terms, admission, fn };
}

export function maskRequest(
  world: World,
  election: Election,
  voter: SigningKey,
  nonce: bigint,
  signer: SigningKey = voter,
): {
  readonly body: MaskRequestBody;
  readonly record: MaskRequest;
  readonly requestKey: ReturnType<typeof generateSealingKey>;
} {
  const requestKey = generateSealingKey(world.random);
  const { terms } = election;
  const record: MaskRequest = {
    committeeId: terms.committeeId,
    period: 0,
    contractId: terms.contractId,
    sender: voter.address,
    kind: MASK_KIND.INBOX,
    nonce,
    widthsHash: widthsHashOf(terms.widths),
    requestKey: toHex(requestKey.publicKey),
  };
  const body = {
    ...record,
    nonce: String(nonce),
    widths: terms.widths,
    signature: signRecord(terms.domain, MASK_REQUEST, record, signer.privateKey),
  };
  return { body, record, requestKey };
}

export function ask(node: Node, method: string, path: string, body?: unknown): ApiAnswer {
  return answerRequest(node, {
    method,
    path,
    body: body instanceof Uint8Array ? body : utf8(body === undefined ? '' : JSON.stringify(body)),
  });
}

/** Words of one voter's mask by T-set, as this node tells them; none where it refuses. */
export function wordsFrom(
  world: World,
  election: Election,
  at: number,
  asked: ReturnType<typeof maskRequest>,
): ReadonlyMap<number, bigint> {
  const { terms } = election;
  const node = world.nodes[at]?.node;
  if (node === undefined) return new Map();
  const answer = ask(node, 'POST', API_PATH.mask, asked.body);
  if (answer.status !== 200) return new Map();
  const { seat, sealed } = answer.body as MaskAnswerBody;
  const opened = open(
    asked.requestKey,
    MASK_SEAL_INFO,
    maskAnswerContext(digest(terms.domain, MASK_REQUEST, asked.record), seat),
    fromHex(sealed) ?? new Uint8Array(),
  );
  if (isRefusal(opened)) throw new Error('a mask does not open');
  const pieces = decodeMaskPieces(opened, setsHeldBy(4, 1, seat), terms.widths);
  if (!pieces.ok) throw new Error('a mask does not decode');
  return new Map(pieces.value.map((piece) => [piece.set, piece.words[0] ?? 0n]));
}

export function sealBallot(
  world: World,
  election: Election,
  voter: SigningKey,
  choice: number,
  nonce = 0n,
): Uint8Array {
  const asked = maskRequest(world, election, voter, nonce);
  const words = new Map(world.nodes.flatMap((one) => [...wordsFrom(world, election, one.index, asked)]));
  if (words.size !== 4) throw new Error('not every word of the mask is told');
  const { terms } = election;
  const voucher = signVoucher(terms.domain, terms.contractId, voter.address, election.admission.privateKey);
  return signEntry(
    terms,
    { sender: voter.address, nonce, deltas: [deltaOf(BigInt(choice), [...words.values()], 5)], voucher },
    voter.privateKey,
  );
}

export async function vote(world: World, election: Election, choices: readonly number[]): Promise<void> {
  const bodies = choices.map((choice) => toHex(sealBallot(world, election, generateSigningKey(world.random), choice)));
  await sendOk(world, { name: 'append', contractId: election.contractId, bodies });
}

/** Waits for the close and triggers; the task's id. */
export async function trigger(world: World, election: Election): Promise<Hex> {
  await world.until(() => world.chain.latest().number > election.closes, 600_000);
  const { events } = await sendOk(world, {
    name: 'trigger',
    contractId: election.contractId,
    fn: election.fn,
    height: election.closes,
  });
  return (events.find((event) => event.name === 'TaskCreated') as EventOf<'TaskCreated'>).taskId;
}

/** Every event of the chain so far with this name. */
export async function eventsOf<N extends EventOf<'Settled'>['name'] | EventOf<'Opened'>['name']>(
  world: World,
  name: N,
): Promise<readonly EventOf<N>[]> {
  const logs = await world.funder.events(0n, world.chain.latest().number);
  return logs.flatMap(({ event }) => (event.name === name ? [event as unknown as EventOf<N>] : []));
}

/** The votes by alternative once the output stands in clear, or undefined. */
export async function opened(world: World, limitMs = 120_000): Promise<readonly number[] | undefined> {
  let outputs: readonly EventOf<'Opened'>[] = [];
  const end = world.nowMs + limitMs;
  while (outputs.length === 0 && world.nowMs < end) {
    await world.until(() => false, 1_000);
    outputs = await eventsOf(world, 'Opened');
  }
  const bytes = fromHex(outputs.at(-1)?.output ?? '0x');
  if (bytes === undefined || bytes.length < 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: view.getUint32(0, true) }, (_, at) => view.getUint32(4 + 4 * at, true));
}
