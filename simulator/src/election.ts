// One election in a simulated world, from deployment to the opened result: what every seed runs, whatever it has to suffer on the way.
import { argsToBytes, type Value } from '@enigma/bytecode';
import { isClientError, requestMasks, type Answer } from '@enigma/client';
import { compile, type Compiled } from '@enigma/compiler';
import {
  fromHex,
  generateSigningKey,
  keccak256,
  thresholdSets,
  toHex,
  utf8,
  type Hex,
  type SigningKey,
} from '@enigma/crypto';
import {
  contractAccountOf,
  deltaOf,
  MASK_KIND,
  RECEIPT_KIND,
  signEntry,
  signerAt,
  signVoucher,
  ZERO_ADDRESS,
  ZERO_HASH,
  CONTRACT_STATUS,
  type ChainCall,
  type ChainLog,
  type ChainState,
  type Contract,
  type DeployedContract,
  type InboxTerms,
  type Task,
} from '@enigma/protocol';
import type { Ballot, BallotPlan } from './ballots.ts';
import { canNotBegin, giveUp } from './givenUp.ts';
import { expectOk, type World } from './world.ts';

/** How often, and how long apart, a voter asks for a mask while seats are away. */
const MASK_ASKS_MAX = 150;
const MASK_ASK_MS = 1000;

/** A chain that drops, starves and censors needs to be asked for long. */
const SURELY_MS = 900_000;

export interface ElectionOptions {
  readonly source: string;
  readonly n: number;
  readonly T: number;
  /** The constructor's first argument; the second is the block of the close. */
  readonly candidates: number;
  /** Widths of an entry's values; the ballot's own by default. */
  readonly widths?: readonly number[];
  /** Blocks from deployment to the close. */
  readonly openBlocks?: number;
  /** From trigger to deadline. */
  readonly windowSeconds?: number;
}

export interface Election {
  readonly compiled: Compiled;
  readonly contractId: Hex;
  readonly closes: bigint;
  readonly terms: InboxTerms;
  readonly admission: SigningKey;
}

const compiledOnce = new Map<string, ReturnType<typeof compile>>();

/** The same source gives the same bytes; a run of many seeds compiles it once. */
function compiledOf(source: string): ReturnType<typeof compile> {
  const known = compiledOnce.get(source) ?? compile(source);
  compiledOnce.set(source, known);
  return known;
}

/** Deploys, opens the committee, waits for GENESIS and pays in for the tally. */
export async function openElection(world: World, options: ElectionOptions): Promise<Election> {
  const { funder, chain, schedule } = world;
  const compiled = compiledOf(options.source);
  if (!compiled.ok)
    throw new Error(`the contract does not compile: ${compiled.diagnostics.map((one) => one.message).join('; ')}`);
  const { config } = chain.state();
  const admission = generateSigningKey(schedule.random);
  const { module } = compiled.verified;
  const ctor = module.functions.findIndex((fn) => fn.kind === 'ctor');
  const tally = module.functions.find((fn) => fn.kind === 'scheduled');
  if (tally === undefined) throw new Error('the contract schedules nothing');
  /** Sent again, it closes later. */
  const deploy = (): ChainCall => {
    const closing = chain.latest().number + BigInt(options.openBlocks ?? 40);
    const args: Value<never>[] = [BigInt(options.candidates), closing];
    const initArgs = argsToBytes(module, ctor, args);
    const schedule = {
      fn: tally.selector,
      height: closing,
      gasLimit: 10_000_000n,
      gasPrice: 1n,
      tip: 1000n,
      windowSeconds: options.windowSeconds ?? 600,
    };
    const contract: Contract = {
      codeHash: compiled.codeHash,
      policyHash: compiled.policyHash,
      sourceHash: toHex(keccak256(utf8(options.source))),
      initHash: toHex(keccak256(initArgs)),
      owner: funder.account,
      mode: 0,
      n: options.n,
      T: options.T,
      flags: 0,
      tenure: 1000,
      openMode: 0,
      price: 1n,
      priceClass: 0,
      cell: 0,
      admission: admission.address,
      appendFee: 0n,
      schedules: [schedule],
    };
    return { name: 'deploy', contract, salt: ZERO_HASH, code: toHex(compiled.bytes), initArgs: toHex(initArgs) };
  };
  const ours = (state: ChainState): readonly [Hex, DeployedContract] | undefined =>
    [...state.contracts].find(([, { codeHash }]) => codeHash === compiled.codeHash);
  await surely(world, deploy, (state) => ours(state) !== undefined);
  const [contractId, { registeredEpoch, schedules }] = ours(world.trusted()) as readonly [Hex, DeployedContract];
  const closes = schedules[0]?.height ?? 0n;
  for (const later of [1, 2])
    await surely(world, { name: 'advance' }, (state) => state.epoch >= registeredEpoch + later);
  await surely(
    world,
    { name: 'openCommittee', contractId },
    (state) => state.heads.get(contractId)?.committeeId !== ZERO_HASH,
  );
  const account = contractAccountOf(contractId);
  await surely(world, { name: 'deposit', to: account, amount: 20_000_000n }, (state) => state.available.has(account));
  const serving = (): boolean => world.trusted().heads.get(contractId)?.status === CONTRACT_STATUS.SERVING;
  await world.run(() => serving() || canNotBegin(world, contractId), SURELY_MS);
  if (!serving()) await giveUp(world, contractId);
  const head = world.trusted().heads.get(contractId);
  const terms: InboxTerms = {
    domain: { chainId: config.chainId, verifyingContract: config.tasks },
    contractId,
    committeeId: head?.committeeId ?? ZERO_HASH,
    period: 0,
    policyHash: compiled.policyHash,
    admission: admission.address,
    widths: options.widths ?? [5],
  };
  return { compiled, contractId, closes, terms, admission };
}

/** One sealed ballot by the client's own code: masks from the seats, δ, voucher, signature. */
export async function sealBallot(
  world: World,
  election: Election,
  voter: SigningKey,
  choice: number | bigint,
  nonce: bigint,
): Promise<Uint8Array> {
  const { terms } = election;
  const state = world.chain.state();
  const committee = state.committees.get(terms.committeeId);
  if (committee === undefined) throw new Error('no committee');
  const seats = committee.seats.map((index, seat) => ({
    seat,
    node: index,
    signer: signerAt(state, index, committee.openedEpoch),
    nodeSigner: state.nodes[index]?.signer ?? ZERO_ADDRESS,
    apiUrl: `sim://${index}`,
  }));
  const { n, T, qHi, qLo, committeeId, generation } = committee;
  const masks = await requestMasks(
    {
      chain: world.funder,
      random: world.schedule.random,
      nowMs: () => world.schedule.nowMs(),
      sleep: () => Promise.resolve(),
      transport: async (url, request) => askNode(world, url, request.body ?? ''),
    },
    {
      domain: terms.domain,
      committee: { committeeId, generation, n, T, qHi, qLo, seats, sets: thresholdSets(n, T) },
      contractId: terms.contractId,
      kind: MASK_KIND.INBOX,
      nonce,
      widths: terms.widths,
    },
    voter,
  );
  const delta = deltaOf(BigInt(choice), masks.values, terms.widths[0] ?? 0);
  const voucher = signVoucher(terms.domain, terms.contractId, voter.address, election.admission.privateKey);
  return signEntry(terms, { sender: voter.address, nonce, deltas: [delta], voucher }, voter.privateKey);
}

/** A POST to `sim://<node>/path`. */
function askNode(world: World, url: string, text: string): Answer {
  const [, index, path] = /^sim:\/\/(\d+)(\/.*)$/.exec(url) ?? [];
  const answer = path === undefined ? undefined : world.ask(Number(index), { method: 'POST', path, body: utf8(text) });
  if (answer === undefined) throw new Error('unreachable');
  world.answers.push(text, JSON.stringify(answer.body));
  return {
    status: answer.status,
    headers: answer.signature === undefined ? {} : { 'x-enigma-signature': answer.signature },
    text: JSON.stringify(answer.body),
  };
}

/** Ballots by the bodies in which they were sent. */
export type Sealed = ReadonlyMap<Hex, Ballot>;

export interface Votes {
  readonly sealed: Sealed;
  /** A sound ballot that its voter keeps until the close is past. */
  readonly late: Hex | undefined;
}

/** The first voter's newest ballot: were it taken, it would count. */
async function stuffed(
  world: World,
  election: Election,
  voter: SigningKey,
  sealed: Map<Hex, Ballot>,
): Promise<Hex | undefined> {
  const ballot: Ballot = { voter: 0, choice: 1, nonce: 1000n, spoilt: 'no' };
  const body = await sealUnlessDisputed(world, election, voter, ballot.choice, ballot.nonce);
  if (body !== undefined) sealed.set(toHex(body), ballot);
  return body && toHex(body);
}

/** Seals every ballot of the plan and appends them in its order, in a few calls. */
export async function vote(world: World, election: Election, plan: BallotPlan): Promise<Votes> {
  const { random } = world.schedule;
  const keys = Array.from({ length: plan.voters }, () => generateSigningKey(random));
  const sealed = new Map<Hex, Ballot>();
  for (const ballot of plan.ballots) {
    const { voter, choice, nonce, spoilt } = ballot;
    const body = await sealUnlessDisputed(world, election, keys[voter] as SigningKey, choice, nonce);
    if (body === undefined || spoilt === 'unsent') continue;
    if (spoilt === 'bit')
      body[40 + ((body[41] as number) % 60)] = (body[40 + ((body[41] as number) % 60)] as number) ^ 4;
    if (spoilt === 'sender') body.set(random(20));
    const sent = spoilt === 'noise' ? random(body.length) : spoilt === 'cut' ? body.subarray(0, body.length - 1) : body;
    sealed.set(toHex(sent), ballot);
  }
  const bodies = [...sealed.keys()];
  keepEarly(world, election);
  const size = Math.max(1, Math.ceil(bodies.length / 3));
  for (let at = 0; at < bodies.length; at += size) await append(world, election, bodies.slice(at, at + size));
  const late = await stuffed(world, election, keys[0] as SigningKey, sealed);
  return { sealed, late };
}

/** A keeper who does not wait: before the close, and for a close of his own choosing. None of it may make a task. */
function keepEarly(world: World, { contractId, closes, compiled }: Election): void {
  const stranger = world.port(`0x${'5e'.repeat(20)}`);
  const fn = scheduledOf(compiled.verified);
  for (const height of [closes, 1n, closes + 1n])
    void stranger.submit({ name: 'trigger', contractId, fn, height }).catch(() => undefined);
}

function scheduledOf({ module }: Compiled['verified']): Hex {
  return module.functions.find((one) => one.kind === 'scheduled')?.selector ?? '0x';
}

/** The plan as it went: what stands in the contract's inbox by the close, as final blocks have it. What was never sealed, or came after the close, does not count. */
export function cast(world: World, { contractId, closes }: Election, plan: BallotPlan, sealed: Sealed): BallotPlan {
  const ballots: Ballot[] = [];
  for (const { event } of world.chain.events(0n, world.chain.finalized().number)) {
    if (event.name !== 'InputsAppended' || event.contractId !== contractId || event.height > closes) continue;
    for (const body of event.bodies) {
      const ballot = sealed.get(body);
      if (ballot !== undefined) ballots.push(ballot);
    }
  }
  return { ...plan, ballots };
}

/** A voter asks again while too few seats are there. Where no more than T + 1 seats that are there know a word, one liar among them can deny it: nothing is sent then. Any other failure is the run's. */
async function sealUnlessDisputed(
  world: World,
  election: Election,
  voter: SigningKey,
  choice: number,
  nonce: bigint,
): Promise<Uint8Array | undefined> {
  for (let asked = 1; ; asked++) {
    try {
      return await sealBallot(world, election, voter, choice, nonce);
    } catch (error) {
      const committee = world.chain.state().committees.get(election.terms.committeeId);
      const there = committee?.seats.filter((index) => world.nodes[index]?.node !== undefined) ?? [];
      const outvoted = committee !== undefined && there.length >= 3 * committee.T + 1;
      if (!outvoted && isClientError(error, 'MASKS_DISPUTED')) return undefined;
      // A liar beside a seat that is away leaves too few, until that one is back.
      const again = isClientError(error, 'NODES_UNREACHABLE') || isClientError(error, 'LYING_NODE');
      if (asked === MASK_ASKS_MAX || !again) throw error;
      await world.run(() => false, MASK_ASK_MS);
    }
  }
}

/** Sends until they stand in the inbox, or for so long as a relayer bothers. */
async function append(world: World, { contractId }: Election, bodies: readonly Hex[]): Promise<void> {
  const call: ChainCall = { name: 'append', contractId, bodies };
  if (!world.wary) return expectOk([await world.send(world.funder, call)]);
  const { chain } = world;
  const from = chain.latest().number;
  const holds = (): boolean =>
    chain
      .events(from, chain.finalized().number)
      .some(({ event }) => event.name === 'InputsAppended' && event.bodies.includes(bodies[0] as Hex));
  await world.ensure(world.funder, call, holds, 30_000);
}

async function surely(
  world: World,
  call: ChainCall | (() => ChainCall),
  holds: (state: ChainState) => boolean,
): Promise<void> {
  if (!(await world.ensure(world.funder, call, holds, SURELY_MS)))
    throw new Error(
      `${typeof call === 'function' ? call().name : call.name} had no effect in ${SURELY_MS / 60_000} minutes`,
    );
}

export type Ending =
  | { readonly kind: 'opened'; readonly votes: readonly number[] }
  | { readonly kind: 'expired' }
  /** The chain replaced a final block: every node has ended itself, and says so. */
  | { readonly kind: 'halted' }
  /** Settled and paid, and too few seats vouch that it is final: with n = 2T + 1 one that is silent for ever holds the opening back. */
  | { readonly kind: 'unopened' }
  | { readonly kind: 'hanging' };

/** Triggers once the height is past and waits for the end: the opened output, or the deadline and with it the refund. */
export async function tally(
  world: World,
  election: Election,
  limitMs: number,
  triggered: () => void = () => undefined,
  late?: Hex,
): Promise<Ending> {
  const { contractId, closes } = election;
  let output: Hex | undefined;
  let header: Task | undefined;
  let settled = false;
  const look = (logs: readonly ChainLog[]): void => {
    for (const { event } of logs) {
      if (event.name === 'Opened') output = event.output;
      if (event.name === 'TaskCreated') header = event.header;
      if (event.name === 'Settled' && event.receipt.kind === RECEIPT_KIND.TASKS) settled = true;
    }
  };
  // A keeper who was early may have been held back until the close was past.
  look(world.chain.events(0n, (world.wary ? world.chain.finalized() : world.chain.latest()).number));
  (world.wary ? world.finals : world.blocks).push(look);
  await world.run(() => world.chain.latest().number > closes, 600_000);
  if (late !== undefined)
    void world.funder.submit({ name: 'append', contractId, bodies: [late] }).catch(() => undefined);
  const fn = scheduledOf(election.compiled.verified);
  await surely(world, { name: 'trigger', contractId, fn, height: closes }, ({ tasks }) => tasks.size > 0);
  triggered();
  const halted = (): boolean => world.nodes.every(({ ended }) => ended !== undefined);
  await world.run(() => output !== undefined || halted(), limitMs);
  if (output !== undefined) return { kind: 'opened', votes: decodeVotes(fromHex(output) ?? new Uint8Array()) };
  if (halted()) return { kind: 'halted' };
  if (header === undefined) return { kind: 'hanging' };
  const { deadline } = header;
  await world.run(() => output !== undefined || world.chain.latest().timestamp > deadline + 2, 3_600_000);
  const isOver = (state: ChainState): boolean => [...state.tasks.values()].every(({ status }) => status !== 'created');
  await world.ensure(world.funder, { name: 'expire', headers: [header] }, isOver, 60_000);
  if (output !== undefined) return { kind: 'opened', votes: decodeVotes(fromHex(output) ?? new Uint8Array()) };
  const expired = [...world.trusted().tasks.values()].some(({ status }) => status === 'expired');
  return { kind: expired ? 'expired' : settled ? 'unopened' : 'hanging' };
}

/** A vector of u32: count, then values, little endian. */
function decodeVotes(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: view.getUint32(0, true) }, (_, at) => view.getUint32(4 + 4 * at, true));
}
