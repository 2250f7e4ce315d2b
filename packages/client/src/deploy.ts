// Deployment: hashes and schedules are recomputed from the code, then the chain is watched until the contract's committee has settled its first state.
import {
  argsToBytes,
  checkOpenMode,
  evaluate,
  initialState,
  loadModule,
  openModeOf,
  policyTermsOf,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { keccak256, toHex, type Hex } from '@enigma/crypto';
import {
  CONTRACT_STATUS,
  MODE,
  OPEN_MODE,
  ZERO_ADDRESS,
  ZERO_HASH,
  contractAccountOf,
  setCount,
  SETS_MAX,
  type Contract,
  type Schedule,
} from '@enigma/protocol';
import { refused } from './chainRefusal.ts';
import { ALL_CHECKS, checksOf, type ClientChecks } from './defences.ts';
import { ClientError, LyingRpc } from './errors.ts';
import { endedAt } from './giveUp.ts';
import { payIn } from './payIn.ts';
import { checkAborted, until, type Ports, type WaitOptions } from './ports.ts';
import { guarded, isVoid, lost, readCommittee, readContract, type CommitteeFacts, type Deployed } from './reading.ts';
import { toValue } from './values.ts';

/** What each run of a scheduled function may cost and how long it may take. */
export interface ScheduleTerms {
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
  readonly windowSeconds: number;
}

export interface DeployTerms {
  /** What a compiler gave. Hashes, if given, must be those of the bytes. */
  readonly program: { readonly bytes: Uint8Array; readonly codeHash?: Hex; readonly policyHash?: Hex };
  readonly args: readonly unknown[];
  readonly n: number;
  readonly T: number;
  /** Epochs. */
  readonly tenure: number;
  /** 32 bytes: another salt, another contract. */
  readonly salt: Hex;
  /** Floor of the gas price of its tasks. */
  readonly price: bigint;
  /** Address that admits senders to the inbox; open to all by default. */
  readonly admission?: Hex;
  readonly appendFee?: bigint;
  readonly sourceHash?: Hex;
  /** Default: the deploying account. */
  readonly owner?: Hex;
  /** Default: what the code needs. */
  readonly openMode?: 'afterSettle' | 'beforeSettle';
  /** By function name; for every scheduled function. */
  readonly schedules?: Readonly<Record<string, ScheduleTerms>>;
}

export type DeployStage = 'submitted' | 'deployed' | 'drawn' | 'serving';

export interface DeployOptions extends WaitOptions {
  readonly onProgress?: (progress: {
    readonly stage: DeployStage;
    readonly contractId?: Hex;
    readonly committeeId?: Hex;
    readonly gasUsed?: bigint;
  }) => void;
}

export interface PreparedProgram {
  readonly verified: Verified;
  readonly args: readonly Value<never>[];
  readonly initArgs: Uint8Array;
}

/** The program that is deployed, verified; and its constructor's arguments in their types. */
export function prepareProgram(terms: Pick<DeployTerms, 'program' | 'args'>): PreparedProgram {
  return readProgram(terms, ALL_CHECKS);
}

function readProgram(terms: Pick<DeployTerms, 'program' | 'args'>, checks: ClientChecks): PreparedProgram {
  const loaded = loadModule(terms.program.bytes);
  if (!loaded.ok)
    throw new ClientError(
      'BAD_PROGRAM',
      `The verifier refuses the code: ${loaded.code}.`,
      { why: loaded.code, ...loaded.facts },
      'Compile it again with this version’s compiler.',
    );
  const verified = loaded.value;
  const { codeHash, policyHash } = checks['program.hash'] ? terms.program : {};
  if (codeHash !== undefined && codeHash !== verified.codeHash)
    throw otherBytes('codeHash', codeHash, verified.codeHash);
  const own = policyTermsOf(verified).policyHash;
  if (policyHash !== undefined && policyHash !== own) throw otherBytes('policyHash', policyHash, own);
  const ctor = constructorOf(verified);
  const params = ctor < 0 ? [] : (verified.module.functions[ctor]?.params ?? []);
  if (params.length !== terms.args.length) {
    throw new ClientError(
      'BAD_ARGUMENT',
      `The constructor takes ${params.length} arguments, not ${terms.args.length}.`,
      { need: params.length, have: terms.args.length },
      `Give: ${params.map((param) => param.name).join(', ') || 'none'}.`,
    );
  }
  const args = params.map((param, i) => toValue(verified.module.types, param.type, terms.args[i], param.name));
  return { verified, args, initArgs: ctor < 0 ? new Uint8Array() : argsToBytes(verified.module, ctor, args) };
}

function otherBytes(field: string, claimed: Hex, have: Hex): ClientError {
  return new ClientError(
    'BAD_PROGRAM',
    `The code has another ${field} than was said.`,
    { field, claimed, have },
    'Compile it again, and do not trust where these bytes came from.',
  );
}

function constructorOf(verified: Verified): number {
  return verified.module.functions.findIndex((fn) => fn.kind === 'ctor');
}

/** The heights that the constructor writes into the fields that schedules name. */
export function schedulesOf(
  verified: Verified,
  args: readonly Value<never>[],
  terms: Readonly<Record<string, ScheduleTerms>>,
): readonly Schedule[] {
  const scheduled = verified.module.functions.filter((fn) => fn.kind === 'scheduled');
  const unknown = Object.keys(terms).find((name) => !scheduled.some((fn) => fn.name === name));
  if (unknown !== undefined)
    throw new ClientError(
      'NO_FUNCTION',
      `The contract has no scheduled function ${unknown}.`,
      { name: unknown },
      `It has: ${scheduled.map((fn) => fn.name).join(', ') || 'none'}.`,
    );
  const state = stateAfterConstructor(verified, args);
  return scheduled.map((fn) => {
    const given = terms[fn.name];
    if (given === undefined)
      throw new ClientError(
        'BAD_ARGUMENT',
        `The scheduled function ${fn.name} has no gas terms.`,
        { name: fn.name },
        `Give schedules.${fn.name} with gasLimit, gasPrice, tip and windowSeconds.`,
      );
    const height = state[fn.atBlock ?? -1];
    if (typeof height !== 'bigint') throw new Error('a schedule’s field is a public u64');
    return { fn: fn.selector, height, ...given };
  });
}

function stateAfterConstructor(verified: Verified, args: readonly Value<never>[]): readonly Value<bigint>[] {
  const ctor = constructorOf(verified);
  if (ctor < 0) return initialState(verified);
  const context = { sender: 0n, self: 0n, height: 0n, time: 0n, value: 0n, seats: 0, threshold: 0 };
  const { outcome } = evaluate(verified, ctor, { args, context });
  if (outcome.status === 'ok') return outcome.state;
  throw new ClientError(
    'BAD_ARGUMENT',
    'The constructor stops on these arguments.',
    { status: outcome.status },
    'Give arguments that it accepts.',
  );
}

/** Deploys and waits until the contract serves. Anyone's committee opening counts, so two deployers do not get into each other's way. */
export async function deployContract(
  ports: Ports,
  terms: DeployTerms,
  options: DeployOptions = {},
): Promise<{ readonly deployed: Deployed; readonly committee: CommitteeFacts }> {
  const { chain } = ports;
  const checks = checksOf(ports);
  const { verified, args, initArgs } = readProgram(terms, checks);
  if (setCount(terms.n, terms.T) > SETS_MAX)
    throw new ClientError(
      'BAD_ARGUMENT',
      `A committee of (${terms.n},${terms.T}) has more keys than nodes serve: ${SETS_MAX} sets of T seats at most.`,
      { n: terms.n, T: terms.T },
      'Choose fewer seats, or a lower T: (9,4), (10,4), (12,3) and (22,2) are served.',
    );
  const openMode = terms.openMode ?? openModeOf(verified);
  const allowed = checkOpenMode(verified, openMode);
  if (!allowed.ok)
    throw new ClientError(
      'BAD_PROGRAM',
      'The code opens values while it runs, so it cannot open after settlement.',
      { why: allowed.code },
      'Deploy it with openMode beforeSettle.',
    );
  const contract: Contract = {
    codeHash: verified.codeHash,
    policyHash: policyTermsOf(verified).policyHash,
    sourceHash: terms.sourceHash ?? ZERO_HASH,
    initHash: toHex(keccak256(initArgs)),
    owner: terms.owner ?? chain.account,
    mode: MODE.MPC,
    n: terms.n,
    T: terms.T,
    flags: 0,
    tenure: terms.tenure,
    openMode: openMode === 'afterSettle' ? OPEN_MODE.AFTER_SETTLE : OPEN_MODE.BEFORE_SETTLE,
    price: terms.price,
    priceClass: 0,
    cell: 0,
    admission: terms.admission ?? ZERO_ADDRESS,
    appendFee: terms.appendFee ?? 0n,
    schedules: schedulesOf(verified, args, terms.schedules ?? {}),
  };
  checkAborted(options.signal);
  options.onProgress?.({ stage: 'submitted' });
  const submitted = await guarded(() =>
    chain.submit({
      name: 'deploy',
      contract,
      salt: terms.salt,
      code: toHex(terms.program.bytes),
      initArgs: toHex(initArgs),
    }),
  );
  if (!submitted.ok) throw refused('deploy', submitted.refusal);
  const event = submitted.events.find((one) => one.name === 'ContractDeployed');
  if (event?.name !== 'ContractDeployed') throw new LyingRpc('a deployment without its event');
  const deployed = await readContract(ports, event.contractId, submitted.blockNumber);
  if (
    checks['deploy.same'] &&
    (deployed.deployer !== chain.account ||
      deployed.salt !== terms.salt ||
      deployed.contract.codeHash !== contract.codeHash ||
      deployed.contract.initHash !== contract.initHash)
  ) {
    throw new LyingRpc('the chain shows another deployment than was sent');
  }
  options.onProgress?.({ stage: 'deployed', contractId: deployed.contractId, gasUsed: submitted.gasUsed });
  return { deployed, committee: await awaitServing(ports, deployed, options) };
}

/** Opens the committee as soon as it can be drawn, and waits for GENESIS. */
export async function awaitServing(
  ports: Ports,
  deployed: Deployed,
  options: DeployOptions = {},
): Promise<CommitteeFacts> {
  const { chain } = ports;
  const { contractId } = deployed;
  let drawn = false;
  return until(ports, options, 'first state of the contract', async () => {
    const head = await guarded(() => chain.headOf(contractId));
    if (head === undefined) throw new LyingRpc('a deployed contract has no head');
    if (head.status === CONTRACT_STATUS.LOST) throw lost(contractId);
    if (head.committeeId === ZERO_HASH) {
      const epoch = await guarded(() => chain.epoch());
      if (epoch > deployed.registeredEpoch) await openCommittee(ports, contractId);
      return undefined;
    }
    if (!drawn) options.onProgress?.({ stage: 'drawn', contractId, committeeId: head.committeeId });
    drawn = true;
    if (head.status === CONTRACT_STATUS.NEW) {
      const until = await endedAt(ports, contractId);
      if (until !== undefined) throw isVoid(contractId, until);
      return undefined;
    }
    const committee = await readCommittee(ports, deployed);
    options.onProgress?.({ stage: 'serving', contractId, committeeId: head.committeeId });
    return committee;
  });
}

/** Refusals that a later block or somebody else's opening mends. */
const PASSING = ['NotDrawable', 'UnknownSeed', 'SeedBlockGone', 'EpochNotCurrent', 'WrongCommittee', 'NotServing'];

async function openCommittee(ports: Ports, contractId: Hex): Promise<void> {
  const submitted = await guarded(() => ports.chain.submit({ name: 'openCommittee', contractId }));
  if (!submitted.ok && !PASSING.includes(submitted.refusal.name)) throw refused('openCommittee', submitted.refusal);
}

/** Fills the account from which a contract's scheduled tasks are paid. `bank` = the contract that takes the allowance. */
export async function fundContract(ports: Ports, contractId: Hex, amount: bigint, bank: Hex): Promise<void> {
  await payIn(ports.chain, bank, contractAccountOf(contractId), amount);
}
