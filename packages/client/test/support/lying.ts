// How a lie is told: an otherwise honest network, and what of it a cheat alters.
import { compile } from '@enigma/compiler';
import { fromHex, keccak256, toHex, type Hex } from '@enigma/crypto';
import {
  digest,
  RECEIPT,
  type ChainEvent,
  type ChainLog,
  type ChainPort,
  type EventFacts,
  type EventName,
  type EventOf,
  type Receipt,
} from '@enigma/protocol';
import { withChecks, type ClientChecks } from '../../src/defences.ts';
import { connect, requestMasks, type Answer, type Ports, type Request, type SettledTask } from '../../src/index.ts';
import { start, startTallied, type Voting, type VotingContract } from './election.ts';
import { keyOf, votingProgram, type Network } from './network.ts';

/** Whether the cheat succeeded. */
export type Cheat = (checks: ClientChecks) => Promise<boolean>;

export interface Fixture {
  readonly network: Network;
  readonly voting: Voting;
}

let open: Promise<Fixture> | undefined;
let tallied: Promise<Fixture & { readonly task: SettledTask<'tally'> }> | undefined;
export const another: Hex = `0x${'ab'.repeat(32)}`;

/** A contract that serves; nobody votes or triggers on it. */
export function serving(): Promise<Fixture> {
  open ??= start();
  return open;
}

/** One election, tallied and final. Cheats of its nodes are taken back after use. */
export function settled(): Promise<Fixture & { readonly task: SettledTask<'tally'> }> {
  tallied ??= startTallied();
  return tallied;
}

export async function succeeds(run: () => Promise<boolean | void>): Promise<boolean> {
  try {
    return (await run()) ?? true;
  } catch {
    return false;
  }
}

/** The contract read through other ports, under these checks. */
export function through(
  { network, voting }: Fixture,
  checks: ClientChecks,
  change: Partial<Ports> = {},
): Promise<Voting> {
  const ports: Ports = { ...network.ports, ...change };
  return connect(withChecks(ports, checks)).contract<VotingContract>(voting.contractId);
}

/** An RPC that alters the events of one name. */
export function altering<N extends EventName>(
  { network }: Fixture,
  name: N,
  change: (facts: EventOf<N>, log: ChainLog) => EventFacts[N],
): ChainPort {
  const { chain } = network.ports;
  return {
    ...chain,
    events: async (from, to) =>
      (await chain.events(from, to)).map((log) =>
        log.event.name === name
          ? { ...log, event: { ...change(log.event as unknown as EventOf<N>, log), name } as unknown as ChainEvent }
          : log,
      ),
  };
}

export function reading<N extends EventName>(name: N, change: (facts: EventOf<N>) => EventFacts[N]): Cheat {
  return async (checks) => {
    const fixture = await serving();
    return succeeds(() => through(fixture, checks, { chain: altering(fixture, name, change) }).then(() => true));
  };
}

/** The settlement of the tally as the client takes it from an RPC that changes it. */
export function settlement(
  change: (event: EventOf<'Settled'>, fixture: Fixture) => EventFacts['Settled'],
  taken: (task: SettledTask, honest: SettledTask) => boolean,
): Cheat {
  return async (checks) => {
    const fixture = await settled();
    const chain = altering(fixture, 'Settled', (event) => (event.count === 0 ? event : change(event, fixture)));
    return succeeds(async () => {
      const voting = await through(fixture, checks, { chain });
      return taken(await voting.waitForTask(fixture.task.taskId), fixture.task);
    });
  };
}

/** Another receipt, under its own right digest. */
export function resigned(
  event: EventOf<'Settled'>,
  { network }: Fixture,
  change: Partial<Receipt>,
): EventFacts['Settled'] {
  const receipt = { ...event.receipt, ...change };
  const { firstSeq } = receipt;
  return { ...event, firstSeq, receipt, receiptDigest: digest(network.domain, RECEIPT, receipt) };
}

/** A transport that changes what one path answers. */
export function carrying(
  { network }: Fixture,
  path: string,
  change: (answer: Answer, url: string) => Answer,
): Ports['transport'] {
  return async (url: string, request: Request) => {
    const answer = await network.ports.transport(url, request);
    return url.includes(path) ? change(answer, url) : answer;
  };
}

export async function cheating<T>({ network }: Fixture, cheats: Network['cheats'], run: () => Promise<T>): Promise<T> {
  network.cheats = cheats;
  try {
    return await run();
  } finally {
    network.cheats = {};
  }
}

export function flipped(hex: Hex): Hex {
  const bytes = fromHex(hex) ?? new Uint8Array();
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return toHex(bytes);
}

export async function masksUnder({ network, voting }: Fixture, checks: ClientChecks, voter: string) {
  const terms = { domain: network.domain, committee: voting.committee, contractId: voting.contractId };
  return requestMasks(withChecks(network.ports, checks), { ...terms, kind: 2, nonce: 0n, widths: [5] }, keyOf(voter));
}

/** A contract that its deployer really deployed: its record differs from its code. */
export async function misdeployed(
  checks: ClientChecks,
  source: string | undefined,
  change: Partial<Voting['deployed']['contract']>,
): Promise<boolean> {
  const { network, voting } = await start();
  const compiled = source === undefined ? votingProgram() : compile(source);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join());
  const initArgs = source === undefined ? voting.deployed.initArgs : new Uint8Array();
  const contract = {
    ...voting.deployed.contract,
    codeHash: compiled.codeHash,
    policyHash: compiled.policyHash,
    initHash: toHex(keccak256(initArgs)),
    schedules: source === undefined ? voting.deployed.contract.schedules : [],
    ...change,
  };
  const submitted = await network.ports.chain.submit({
    name: 'deploy',
    contract,
    salt: another,
    code: toHex(compiled.bytes),
    initArgs: toHex(initArgs),
  });
  if (!submitted.ok) throw new Error(submitted.refusal.name);
  const event = submitted.events.find((one): one is EventOf<'ContractDeployed'> => one.name === 'ContractDeployed');
  const contractId = event?.contractId ?? another;
  return succeeds(() =>
    connect(withChecks(network.ports, checks))
      .contract(contractId, { timeoutMs: 60_000 })
      .then(() => true),
  );
}
