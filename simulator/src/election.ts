// One election in a simulated world, from deployment to the opened result: what every seed runs, whatever it has to suffer on the way.
import { argsToBytes, type Value } from '@enigma/bytecode';
import { compile, type Compiled } from '@enigma/compiler';
import { generateSealingKey, generateSigningKey, isRefusal, keccak256, open, thresholdSets, toHex, fromHex, utf8, setsHeldBy, type Hex, type SigningKey } from '@enigma/crypto';
import { answerRequest } from '@enigma/node';
import { API_PATH, contractAccountOf, decodeMaskPieces, deltaOf, digest, MASK_KIND, MASK_REQUEST, MASK_SEAL_INFO, maskAnswerContext, signEntry, signRecord, signVoucher, widthsHashOf, ZERO_HASH, type Contract, type EventOf, type InboxTerms, type MaskAnswerBody, type MaskRequest, type MaskRequestBody } from '@enigma/protocol';
import { expectOk, type World } from './world.ts';

export interface ElectionOptions {
  readonly source: string;
  readonly n: number;
  readonly T: number;
  readonly candidates: number;
  /** One ballot per voter; 0 is blank. */
  readonly ballots: readonly number[];
  /** Blocks from deployment to the close. */
  readonly openBlocks?: number;
}

export interface Election {
  readonly compiled: Compiled;
  readonly contractId: Hex;
  readonly closes: bigint;
  readonly terms: InboxTerms;
  readonly admission: SigningKey;
}

/** Deploys, opens the committee, waits for GENESIS and pays in for the tally. */
export async function openElection(world: World, options: ElectionOptions): Promise<Election> {
  const { funder, chain, schedule } = world;
  const compiled = compile(options.source);
  if (!compiled.ok) throw new Error(`the contract does not compile: ${compiled.diagnostics.map((one) => one.message).join('; ')}`);
  const { config } = chain.state();
  const admission = generateSigningKey(schedule.random);
  const closes = chain.latest().number + BigInt(options.openBlocks ?? 40);
  const { module } = compiled.verified;
  const ctor = module.functions.findIndex((fn) => fn.kind === 'ctor');
  const args: Value<never>[] = [BigInt(options.candidates), closes];
  const initArgs = argsToBytes(module, ctor, args);
  const tally = module.functions.find((fn) => fn.kind === 'scheduled');
  if (tally === undefined) throw new Error('the contract schedules nothing');
  const schedules = [{ fn: tally.selector, height: closes, gasLimit: 10_000_000n, gasPrice: 1n, tip: 1000n, windowSeconds: 600 }];
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
  const deployed = await world.send(funder, { name: 'deploy', contract, salt: ZERO_HASH, code: toHex(compiled.bytes), initArgs: toHex(initArgs) });
  expectOk([deployed]);
  if (!deployed.ok) throw new Error('unreachable');
  const { contractId } = deployed.events.find((event): event is EventOf<'ContractDeployed'> => event.name === 'ContractDeployed') as EventOf<'ContractDeployed'>;
  expectOk([
    await world.send(funder, { name: 'advance' }),
    await world.send(funder, { name: 'advance' }),
    await world.send(funder, { name: 'openCommittee', contractId }),
    await world.send(funder, { name: 'deposit', to: contractAccountOf(contractId), amount: 20_000_000n }),
  ]);
  const serving = (): boolean => chain.state().heads.get(contractId)?.status === 2;
  if (!(await world.run(serving, 120_000))) throw new Error('no GENESIS in two minutes');
  const head = chain.state().heads.get(contractId);
  const terms: InboxTerms = {
    domain: { chainId: config.chainId, verifyingContract: config.tasks },
    contractId,
    committeeId: head?.committeeId ?? ZERO_HASH,
    period: 0,
    policyHash: compiled.policyHash,
    admission: admission.address,
    widths: [5],
  };
  return { compiled, contractId, closes, terms, admission };
}

/** One sealed ballot: masks from the seats, δ, voucher, signature. */
export function sealBallot(world: World, election: Election, voter: SigningKey, choice: number, nonce: bigint): Uint8Array {
  const { terms } = election;
  const committee = world.chain.state().committees.get(terms.committeeId);
  if (committee === undefined) throw new Error('no committee');
  const requestKey = generateSealingKey(world.schedule.random);
  const request: MaskRequest = {
    committeeId: terms.committeeId,
    period: 0,
    contractId: terms.contractId,
    sender: voter.address,
    kind: MASK_KIND.INBOX,
    nonce,
    widthsHash: widthsHashOf(terms.widths),
    requestKey: toHex(requestKey.publicKey),
  };
  const body: MaskRequestBody = { ...request, nonce: String(nonce), widths: terms.widths, signature: signRecord(terms.domain, MASK_REQUEST, request, voter.privateKey) };
  const requestDigest = digest(terms.domain, MASK_REQUEST, request);
  const words = new Map<number, bigint>();
  for (const [seat, index] of committee.seats.entries()) {
    const node = world.nodes[index]?.node;
    if (node === undefined) continue;
    const answer = answerRequest(node, { method: 'POST', path: API_PATH.mask, body: utf8(JSON.stringify(body)) });
    if (answer.status !== 200) throw new Error(`seat ${seat} gives no mask: ${JSON.stringify(answer.body)}`);
    const sealed = fromHex((answer.body as MaskAnswerBody).sealed) ?? new Uint8Array();
    const opened = open(requestKey, MASK_SEAL_INFO, maskAnswerContext(requestDigest, seat), sealed);
    if (isRefusal(opened)) throw new Error('a mask does not open');
    const pieces = decodeMaskPieces(opened, setsHeldBy(committee.n, committee.T, seat), terms.widths);
    if (!pieces.ok) throw new Error('a mask does not decode');
    for (const piece of pieces.value) words.set(piece.set, piece.words[0] ?? 0n);
  }
  if (words.size !== thresholdSets(committee.n, committee.T).length) throw new Error('not every mask word is known');
  const delta = deltaOf(BigInt(choice), [...words.values()], terms.widths[0] ?? 0);
  const voucher = signVoucher(terms.domain, terms.contractId, voter.address, election.admission.privateKey);
  return signEntry(terms, { sender: voter.address, nonce, deltas: [delta], voucher }, voter.privateKey);
}

export async function vote(world: World, election: Election, ballots: readonly number[]): Promise<void> {
  const bodies = ballots.map((choice) => toHex(sealBallot(world, election, generateSigningKey(world.schedule.random), choice, 0n)));
  for (let at = 0; at < bodies.length; at += 60) {
    expectOk([await world.send(world.funder, { name: 'append', contractId: election.contractId, bodies: bodies.slice(at, at + 60) })]);
  }
}

/** Triggers once the height is past and waits for the opened output: the votes by alternative, or undefined when it did not come in time. */
export async function tally(world: World, election: Election, limitMs: number): Promise<readonly number[] | undefined> {
  await world.run(() => world.chain.latest().number > election.closes, 600_000);
  const fn = election.compiled.verified.module.functions.find((one) => one.kind === 'scheduled')?.selector ?? '0x';
  expectOk([await world.send(world.funder, { name: 'trigger', contractId: election.contractId, fn, height: election.closes })]);
  let output: Hex | undefined;
  let read = election.closes;
  const look = async (): Promise<void> => {
    const latest = world.chain.latest().number;
    for (const { event } of await world.funder.events(read, latest)) if (event.name === 'Opened') output = event.output;
    read = latest;
    if (output === undefined) world.schedule.after(500, look);
  };
  world.schedule.after(0, look);
  if (!(await world.run(() => output !== undefined, limitMs))) return undefined;
  return decodeVotes(fromHex(output ?? '0x') ?? new Uint8Array());
}

/** A vector of u32: count, then values, little endian. */
function decodeVotes(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: view.getUint32(0, true) }, (_, at) => view.getUint32(4 + 4 * at, true));
}

