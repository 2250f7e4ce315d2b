// One election in that world: deploy, seal, append, trigger, and what stands in clear at the end.
import { argsToBytes, type Value } from '@enigma/bytecode';
import { compile, type Compiled } from '@enigma/compiler';
import {
  fromHex,
  generateSealingKey,
  generateSigningKey,
  isRefusal,
  keccak256,
  open,
  setsHeldBy,
  toHex,
  utf8,
  type Hex,
  type SigningKey,
} from '@enigma/crypto';
import {
  API_PATH,
  contractAccountOf,
  decodeMaskPieces,
  deltaOf,
  digest,
  MASK_KIND,
  MASK_REQUEST,
  MASK_SEAL_INFO,
  maskAnswerContext,
  signEntry,
  signRecord,
  signVoucher,
  widthsHashOf,
  ZERO_HASH,
  type Contract,
  type EventOf,
  type InboxTerms,
  type MaskAnswerBody,
  type MaskRequest,
  type MaskRequestBody,
} from '@enigma/protocol';
import { answerRequest, type ApiAnswer, type Node } from '../../src/index.ts';
import { type World, sendOk } from './world.ts';

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
