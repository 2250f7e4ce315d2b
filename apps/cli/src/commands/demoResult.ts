// What the demo found out, as a document for programs and as a page for people. No secret has a way in: everything here is public on the chain, or
// a count that a node tells of itself.
import type { ContractHandle, NodeReport, OpenedOutput, SettledTask } from '@enigma/client';
import type { Cast } from '../ballots.ts';
import { GAS_KINDS, type GasBill, type Money } from '../bill.ts';
import type { Election } from '../election.ts';
import { bytesText, grouped, tokens } from '../money.ts';

export interface DemoResult {
  readonly file: string;
  readonly seconds: number;
  readonly election: Election;
  readonly handle: ContractHandle;
  readonly cast: Cast;
  readonly closes: bigint;
  /** Of alternative i + 1. */
  readonly votes: readonly number[];
  readonly settled: SettledTask;
  readonly opened: OpenedOutput;
  readonly gas: GasBill;
  readonly money: Money;
  readonly reports: readonly NodeReport[];
  readonly deposit: bigint;
  readonly stakePerNode: bigint;
}

const seconds = (value: number): number => Math.round(value * 10) / 10;

export function demoDocument(result: DemoResult): unknown {
  const { election, handle, cast, settled, opened, money, reports } = result;
  const { committee } = handle;
  const { receipt } = settled;
  return {
    tally: Object.fromEntries(result.votes.map((votes, i) => [String(i + 1), votes])),
    taskId: settled.taskId,
    receipt: {
      digest: settled.receiptDigest,
      ...receipt,
      block: settled.settledBlock,
      transaction: settled.settledTx,
      signers: opened.proof.signers,
      openedBy: opened.openedBy,
      openedOnChain: opened.onChain,
    },
    seconds: seconds(result.seconds),
    gas: result.gas,
    election: {
      title: election.title,
      file: result.file,
      voters: election.voters,
      alternatives: Object.fromEntries(election.names.map((name, i) => [String(i + 1), name])),
    },
    contract: {
      contractId: handle.contractId,
      codeHash: handle.deployed.contract.codeHash,
      policyHash: handle.deployed.contract.policyHash,
      closes: result.closes,
    },
    committee: { committeeId: committee.committeeId, n: committee.n, T: committee.T },
    ballots: {
      entries: cast.entries,
      keys: cast.senders.size,
      transactions: cast.transactions,
      firstBlock: cast.firstHeight,
      lastBlock: cast.lastHeight,
    },
    money: { stakePerNode: result.stakePerNode, deposit: result.deposit, ...money },
    nodes: committee.seats.map(({ seat, node, signer }) => {
      const report = reports.find((one) => one.seat === seat);
      return {
        seat,
        node,
        signer,
        signed: opened.proof.signers.includes(seat),
        pay: money.paidSeats.includes(seat) ? money.perSeat : 0n,
        bytesIn: report?.info?.bytesIn ?? null,
        bytesOut: report?.info?.bytesOut ?? null,
        attempts: report?.task === undefined ? null : report.task.attempt + 1,
        rounds: report?.task?.rounds ?? null,
        openings: report?.task?.openings ?? null,
        maskedEntries: report?.task?.maskedEntries ?? null,
      };
    }),
  };
}

const BAR = 40;

export function demoText(result: DemoResult): string {
  return [
    ...resultLines(result),
    '',
    ...provenance(result),
    '',
    ...moneyLines(result),
    '',
    ...gasLines(result),
    '',
    ...nodeLines(result),
    '',
    ...goOn(result),
  ].join('\n');
}

function resultLines({ election, votes, file }: DemoResult): readonly string[] {
  const most = Math.max(...votes, 1);
  const width = Math.max(...election.names.map((name) => name.length));
  const rows = election.names
    .map((name, i) => ({ name, number: i + 1, count: votes[i] ?? 0 }))
    .toSorted((a, b) => b.count - a.count || a.number - b.number)
    .map(({ name, number, count }) => {
      const bar = '█'.repeat(Math.round((BAR * count) / most));
      return `  ${String(number).padStart(2)}  ${name.padEnd(width)}  ${bar.padEnd(BAR)}  ${String(count).padStart(6)}  ${((100 * count) / election.voters).toFixed(1).padStart(5)} %`;
    });
  return [
    '',
    `${election.title}: ${election.voters} secret ballots, counted without being seen (${file})`,
    '',
    ...rows,
  ];
}

function provenance({ settled, handle, opened, cast, closes }: DemoResult): readonly string[] {
  const nodes = (seats: readonly number[]): string =>
    seats.map((seat) => `seat ${seat} (node ${handle.committee.seats[seat]?.node ?? '?'})`).join(', ');
  const { n, T, seats } = handle.committee;
  return [
    `  task       ${settled.taskId}`,
    `  receipt    ${settled.receiptDigest}, block ${settled.settledBlock}`,
    `  contract   ${handle.contractId}`,
    `  computed   by ${seats.length} nodes, threshold ${T}: any ${T} of ${n} learn nothing, any ${T + 1} could read`,
    `  signed     by ${nodes(opened.proof.signers)}`,
    `  opened     with pieces from ${nodes(opened.openedBy)}; the same output stands on chain: ${opened.onChain ? 'yes' : 'not yet'}`,
    `  ballots    ${cast.entries} from ${cast.senders.size} keys, ${cast.transactions} transactions, blocks ${cast.firstHeight}–${cast.lastHeight}, closed at ${closes}`,
  ];
}

function moneyLines({ money, deposit, stakePerNode, handle }: DemoResult): readonly string[] {
  return [
    `  stake      ${tokens(stakePerNode)} tokens per node`,
    `  deposit    ${tokens(deposit)} tokens into the contract’s account; escrow of the task ${tokens(money.escrow)}`,
    `  pay        ${tokens(money.perSeat)} tokens for each of ${money.paidSeats.length} of ${handle.committee.n} seats (${grouped(money.gasUsed)} gas at ${money.gasPrice})`,
    `  tip        ${tokens(money.tipToSubmitter)} to who settled, ${tokens(money.tipToOpener)} to who opened`,
    `  remainder  ${tokens(money.refund)} back to the contract’s account, ${tokens(money.toPot)} to the pot`,
  ];
}

function gasLines({ gas }: DemoResult): readonly string[] {
  const rows = GAS_KINDS.map(
    (kind) =>
      `  ${kind.padEnd(14)} ${String(gas[kind].transactions).padStart(3)} tx ${grouped(gas[kind].gas).padStart(12)} gas`,
  );
  return [...rows, `  ${'in all'.padEnd(14)} ${' '.repeat(6)} ${grouped(gas.total).padStart(12)} gas`];
}

function nodeLines({ reports, opened }: DemoResult): readonly string[] {
  return reports.map(({ seat, node, info, task }) => {
    const traffic =
      info === undefined
        ? 'no answer'
        : `${bytesText(info.bytesIn).padStart(8)} in  ${bytesText(info.bytesOut).padStart(8)} out`;
    const work =
      task === undefined
        ? ''
        : `  ${grouped(task.openings)} openings  ${grouped(task.rounds)} rounds  ${grouped(task.maskedEntries)} masked entries`;
    return `  node ${node} seat ${seat}  ${traffic}${work}${opened.proof.signers.includes(seat) ? '  signed' : ''}`;
  });
}

function goOn({ seconds: took }: DemoResult): readonly string[] {
  return [
    `Done in ${took.toFixed(1)} s. The network is gone again; nothing is left behind. To go on:`,
    '  npm start -- --election FILE                        another election (PrefLib soi or soc)',
    '  npm start -- --json                                 the same as one JSON document',
    '  npm run enigma -- report samples/voting/contract.ts what the contract releases, and its cost',
    '  npm run enigma -- up                                a network that stays, to deploy to',
  ];
}
