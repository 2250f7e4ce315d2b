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
import { answerRequest } from '@enigma/node';
import {
  contractAccountOf,
  deltaOf,
  entryBytes,
  MASK_KIND,
  RECEIPT_KIND,
  signEntry,
  signVoucher,
  ZERO_ADDRESS,
  ZERO_HASH,
  type Contract,
  type EventOf,
  type InboxTerms,
  type Task,
} from '@enigma/protocol';
import type { Ballot, BallotPlan } from './ballots.ts';
import { expectOk, type World } from './world.ts';

/** How often, and how long apart, a voter asks for a mask while seats are away. */
const MASK_ASKS_MAX = 40;
const MASK_ASK_MS = 1000;

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

/** Keys take every seat of a committee: one that is away for long while they are made leaves it void, and its contract waits to be opened anew. */
export class NotServed extends Error {}

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
  const closes = chain.latest().number + BigInt(options.openBlocks ?? 40);
  const { module } = compiled.verified;
  const ctor = module.functions.findIndex((fn) => fn.kind === 'ctor');
  const args: Value<never>[] = [BigInt(options.candidates), closes];
  const initArgs = argsToBytes(module, ctor, args);
  const tally = module.functions.find((fn) => fn.kind === 'scheduled');
  if (tally === undefined) throw new Error('the contract schedules nothing');
  const schedules = [
    {
      fn: tally.selector,
      height: closes,
      gasLimit: 10_000_000n,
      gasPrice: 1n,
      tip: 1000n,
      windowSeconds: options.windowSeconds ?? 600,
    },
  ];
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
    schedules,
  };
  const deployed = await world.send(funder, {
    name: 'deploy',
    contract,
    salt: ZERO_HASH,
    code: toHex(compiled.bytes),
    initArgs: toHex(initArgs),
  });
  expectOk([deployed]);
  if (!deployed.ok) throw new Error('unreachable');
  const { contractId } = deployed.events.find(
    (event): event is EventOf<'ContractDeployed'> => event.name === 'ContractDeployed',
  ) as EventOf<'ContractDeployed'>;
  expectOk([
    await world.send(funder, { name: 'advance' }),
    await world.send(funder, { name: 'advance' }),
    await world.send(funder, { name: 'openCommittee', contractId }),
    await world.send(funder, { name: 'deposit', to: contractAccountOf(contractId), amount: 20_000_000n }),
  ]);
  const serving = (): boolean => chain.state().heads.get(contractId)?.status === 2;
  if (!(await world.run(serving, 120_000))) throw new NotServed('no GENESIS in two minutes');
  const head = chain.state().heads.get(contractId);
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
  const committee = world.chain.state().committees.get(terms.committeeId);
  if (committee === undefined) throw new Error('no committee');
  const seats = committee.seats.map((index, seat) => ({
    seat,
    node: index,
    signer: world.nodes[index]?.signer.address ?? ZERO_ADDRESS,
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
  const node = world.nodes[Number(index)]?.node;
  if (node === undefined || path === undefined) throw new Error('unreachable');
  const request = { method: 'POST', path, body: utf8(text) };
  const honest = answerRequest(node, request);
  const answer = world.apiTamper?.(Number(index), request, honest) ?? honest;
  world.answers.push(text, JSON.stringify(answer.body));
  return {
    status: answer.status,
    headers: answer.signature === undefined ? {} : { 'x-enigma-signature': answer.signature },
    text: JSON.stringify(answer.body),
  };
}

/** Seals every ballot of the plan and appends them in its order, in a few calls. Returns the plan as it went: what could not be sealed, or came after the close, does not count. */
export async function vote(world: World, election: Election, plan: BallotPlan): Promise<BallotPlan> {
  const { random } = world.schedule;
  const keys = Array.from({ length: plan.voters }, () => generateSigningKey(random));
  const cast: Ballot[] = [];
  const bodies: { readonly at: number; readonly body: Hex }[] = [];
  for (const ballot of plan.ballots) {
    const { voter, choice, nonce, spoilt } = ballot;
    const body = await sealUnlessDisputed(world, election, keys[voter] as SigningKey, choice, nonce);
    if (body === undefined) {
      cast.push({ ...ballot, spoilt: 'unsealed' });
      continue;
    }
    if (spoilt === 'bit')
      body[40 + ((body[41] as number) % 60)] = (body[40 + ((body[41] as number) % 60)] as number) ^ 4;
    if (spoilt === 'sender') body.set(random(20));
    bodies.push({
      at: cast.length,
      body: toHex(
        spoilt === 'noise' ? random(body.length) : spoilt === 'cut' ? body.subarray(0, body.length - 1) : body,
      ),
    });
    cast.push(ballot);
  }
  const size = Math.max(1, Math.ceil(bodies.length / 3));
  for (let at = 0; at < bodies.length; at += size) {
    const part = bodies.slice(at, at + size);
    let sent = await append(world, election, part);
    if (!sent.ok) {
      // The chain itself refuses a wrong length: the relayer leaves those out.
      const right = part.filter(({ body }) => (body.length - 2) / 2 === entryBytes(election.terms));
      if (right.length === 0) continue;
      sent = await append(world, election, right);
    }
    if (!sent.ok) throw new Error(`an append was refused: ${sent.refusal.name}`);
    if (sent.blockNumber > election.closes)
      for (const late of part) cast[late.at] = { ...(cast[late.at] as Ballot), spoilt: 'late' };
  }
  return { ...plan, ballots: cast };
}

/** A voter asks again while too few seats are there. Where no more than T + 1 seats know a word, one liar among them can deny it: nothing is sent then. Any other failure is the run's. */
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
      const outvoted = committee !== undefined && committee.n >= 3 * committee.T + 1;
      if (!outvoted && isClientError(error, 'MASKS_DISPUTED')) return undefined;
      if (asked === MASK_ASKS_MAX || !isClientError(error, 'NODES_UNREACHABLE')) throw error;
      await world.run(() => false, MASK_ASK_MS);
    }
  }
}

function append(
  world: World,
  { contractId }: Election,
  bodies: readonly { readonly body: Hex }[],
): ReturnType<World['send']> {
  return world.send(world.funder, { name: 'append', contractId, bodies: bodies.map(({ body }) => body) });
}

export type Ending =
  | { readonly kind: 'opened'; readonly votes: readonly number[] }
  | { readonly kind: 'expired' }
  /** Settled and paid, and too few seats vouch that it is final: with n = 2T + 1 one that is silent for ever holds the opening back. */
  | { readonly kind: 'unopened' }
  | { readonly kind: 'hanging' };

/** Triggers once the height is past and waits for the end: the opened output, or the deadline and with it the refund. */
export async function tally(
  world: World,
  election: Election,
  limitMs: number,
  triggered: () => void = () => undefined,
): Promise<Ending> {
  const { contractId, closes } = election;
  let output: Hex | undefined;
  let header: Task | undefined;
  let settled = false;
  world.blocks.push((logs) => {
    for (const { event } of logs) {
      if (event.name === 'Opened') output = event.output;
      if (event.name === 'TaskCreated') header = event.header;
      if (event.name === 'Settled' && event.receipt.kind === RECEIPT_KIND.TASKS) settled = true;
    }
  });
  await world.run(() => world.chain.latest().number > closes, 600_000);
  const fn = election.compiled.verified.module.functions.find((one) => one.kind === 'scheduled')?.selector ?? '0x';
  expectOk([await world.send(world.funder, { name: 'trigger', contractId, fn, height: closes })]);
  triggered();
  if (await world.run(() => output !== undefined, limitMs))
    return { kind: 'opened', votes: decodeVotes(fromHex(output ?? '0x') ?? new Uint8Array()) };
  if (header === undefined) return { kind: 'hanging' };
  const { deadline } = header;
  await world.run(() => output !== undefined || world.chain.latest().timestamp > deadline + 2, 3_600_000);
  const expired = await world.send(world.funder, { name: 'expire', headers: [header] });
  if (output !== undefined) return { kind: 'opened', votes: decodeVotes(fromHex(output) ?? new Uint8Array()) };
  return { kind: expired.ok ? 'expired' : settled ? 'unopened' : 'hanging' };
}

/** A vector of u32: count, then values, little endian. */
function decodeVotes(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: view.getUint32(0, true) }, (_, at) => view.getUint32(4 + 4 * at, true));
}
