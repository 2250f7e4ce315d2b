// One small election on a network in memory, at the stage that a test starts from.
import {
  connect,
  memoryJournal,
  type ContractHandle,
  type Journal,
  type Ports,
  type SealedEntry,
  type SettledTask,
} from '../../src/index.ts';
import { keyOf, startNetwork, votingProgram, type Network } from './network.ts';

export interface VotingContract {
  readonly functions: { readonly tally: { readonly args: readonly []; readonly result: readonly number[] } };
  readonly entry: { readonly choice: number };
}

export type Voting = ContractHandle<VotingContract>;

export const admission = keyOf('admission');
export const program = votingProgram();

export async function deployed(network: Network, ports: Ports = network.ports): Promise<Voting> {
  const closes = network.chain.latest().number + 40n;
  const voting = await connect(ports).deploy<VotingContract>({
    program,
    args: [4, closes],
    n: 4,
    T: 1,
    tenure: 100,
    salt: `0x${'01'.repeat(32)}`,
    price: 1n,
    admission: admission.address,
    schedules: { tally: { gasLimit: 1_000_000n, gasPrice: 1n, tip: 100n, windowSeconds: 600 } },
  });
  await voting.fund(2_000_000n, network.chain.state().config.bank);
  return voting;
}

/** The same contract, read through other ports. */
export async function readThrough(network: Network, voting: Voting, change: Partial<Ports>): Promise<Voting> {
  return connect({ ...network.ports, ...change }).contract<VotingContract>(voting.contractId);
}

export async function ballot(
  voting: Voting,
  voter: number,
  choice: number,
  journal: Journal = memoryJournal(),
  nonce = 0n,
): Promise<SealedEntry> {
  const sender = keyOf(`voter${voter}`);
  return voting.sealEntry({
    values: { choice },
    sender,
    nonce,
    voucher: voting.admit(sender.address, admission),
    journal,
  });
}

export const CHOICES = [1, 3, 3, 0, 4];
export const VOTES = [1, 0, 2, 1];

export async function cast(network: Network, voting: Voting): Promise<readonly SealedEntry[]> {
  const entries: SealedEntry[] = [];
  for (const [i, choice] of CHOICES.entries()) entries.push(await ballot(voting, i, choice));
  await voting.append(entries, { relayer: network.port(keyOf('relayer')) });
  return entries;
}

export async function tallied(network: Network, voting: Voting): Promise<SettledTask<'tally'>> {
  await cast(network, voting);
  const task = await voting.trigger('tally', { keeper: network.port(keyOf('keeper')) });
  return voting.waitForTask(task);
}

export async function start(): Promise<{ readonly network: Network; readonly voting: Voting }> {
  const network = await startNetwork();
  return { network, voting: await deployed(network) };
}

export async function startTallied(): Promise<{
  readonly network: Network;
  readonly voting: Voting;
  readonly task: SettledTask<'tally'>;
}> {
  const { network, voting } = await start();
  return { network, voting, task: await tallied(network, voting) };
}
