// An election, as an application holds it: deploy, seal each ballot on its voter's machine, let a relayer append them, let a keeper trigger the tally, open and verify.
import type {
  Client,
  ContractAbi,
  ContractHandle,
  CreatedTask,
  DeployOptions,
  Inclusion,
  Journal,
  OpenedOutput,
  Ports,
  ScheduleTerms,
  SealedEntry,
  SettledTask,
} from '@enigma/client';

/** The contract in TypeScript: what `ContractClient<typeof Voting>` of the compiler says. */
export interface VotingContract {
  readonly functions: { readonly tally: { readonly args: readonly []; readonly result: readonly number[] } };
  readonly entry: { readonly choice: number };
}

export type Voting = ContractHandle<VotingContract>;
type Chain = Ports['chain'];
type Key = Parameters<Voting['admit']>[1];

export interface ElectionTerms {
  readonly program: { readonly bytes: Uint8Array; readonly abi?: ContractAbi };
  readonly candidates: number;
  /** The block after which no ballot counts. */
  readonly closes: bigint;
  readonly committee: { readonly n: number; readonly T: number };
  readonly salt: `0x${string}`;
  /** Address of the key that admits voters. */
  readonly admission: `0x${string}`;
  readonly tally: ScheduleTerms;
}

export async function openElection(client: Client, terms: ElectionTerms, options: DeployOptions = {}): Promise<Voting> {
  const { program, candidates, closes, committee, salt, admission, tally } = terms;
  return client.deploy<VotingContract>(
    {
      program,
      args: [candidates, closes],
      ...committee,
      tenure: 1000,
      salt,
      admission,
      price: tally.gasPrice,
      schedules: { tally },
    },
    program.abi === undefined ? options : { ...options, abi: program.abi },
  );
}

/** What happens on a voter's machine: 0 is blank. Nobody but the voter ever holds the choice. */
export async function castBallot(
  voting: Voting,
  voter: Key,
  choice: number,
  voucher: `0x${string}`,
  journal: Journal,
): Promise<SealedEntry> {
  return voting.sealEntry({ values: { choice }, sender: voter, nonce: 0n, voucher, journal });
}

/** What a relayer does, with its own account; the voters look for their ballots themselves. */
export async function postBallots(
  voting: Voting,
  relayer: Chain,
  ballots: readonly SealedEntry[],
  onProgress?: (appended: number) => void,
): Promise<readonly Inclusion[]> {
  const { inclusions } = await voting.append(ballots, {
    relayer,
    onProgress: ({ appended }) => onProgress?.(appended),
  });
  return inclusions;
}

export interface Tally {
  readonly task: CreatedTask<'tally'>;
  readonly settled: SettledTask<'tally'>;
  readonly opened: OpenedOutput<readonly number[]>;
  /** Votes of each candidate, from 1. */
  readonly votes: ReadonlyMap<number, number>;
}

/** A keeper triggers once the height has passed; anyone waits, opens and verifies. */
export async function tallyVotes(voting: Voting, keeper: Chain, onProgress?: (stage: string) => void): Promise<Tally> {
  const task = await voting.trigger('tally', { keeper });
  const settled = await voting.waitForTask(task, { onProgress: ({ stage }) => onProgress?.(stage) });
  const opened = await voting.openOutput(settled);
  return { task, settled, opened, votes: new Map(opened.value.map((votes, i) => [i + 1, votes])) };
}
