// What the demo found out, as a document for programs and as a page for people. No secret has a way in: everything here is public on the chain, or
// a count that a node tells of itself.
import type { ContractHandle, NodeReport, OpenedOutput, SettledTask } from '@enigma/client';
import type { Cast } from '../ballots.ts';
import { GAS_KINDS, type GasBill, type GasKind, type Money } from '../bill.ts';
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
/** Letters of a name that a line has room for. */
const NAME = 40;

export function demoText(result: DemoResult): string {
  const parts = [resultLines, provenance, moneyLines, gasLines, nodeLines, goOn];
  return parts.map((part) => part(result).join('\n')).join('\n\n');
}

function resultLines({ election, votes }: DemoResult): readonly string[] {
  const most = Math.max(...votes, 1);
  const names = election.names.map((name) => (name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name));
  const width = Math.max(...names.map((name) => name.length));
  const rows = names
    .map((name, i) => ({ name, number: i + 1, count: votes[i] ?? 0 }))
    .toSorted((a, b) => b.count - a.count || a.number - b.number)
    .map(({ name, number, count }) => {
      const bar = '█'.repeat(Math.round((BAR * count) / most));
      return `  ${String(number).padStart(2)}  ${name.padEnd(width)}  ${bar.padEnd(BAR)}  ${String(count).padStart(6)}  ${((100 * count) / election.voters).toFixed(1).padStart(5)} %`;
    });
  return ['', `${election.title}: ${election.voters} secret ballots, counted without being seen`, '', ...rows];
}

function provenance({ settled, handle, opened, cast, closes, file }: DemoResult): readonly string[] {
  const nodes = (seats: readonly number[]): string =>
    seats.map((seat) => `seat ${seat} (node ${handle.committee.seats[seat]?.node ?? '?'})`).join(', ');
  const { n, T, seats } = handle.committee;
  return [
    'Where it comes from',
    `  task       ${settled.taskId}`,
    `  receipt    ${settled.receiptDigest}, settled in block ${settled.settledBlock}`,
    `  contract   ${handle.contractId}`,
    `  computed   by ${seats.length} nodes, each in a seat of the committee; any ${T} of ${n} learn nothing, any ${T + 1} could read all`,
    `  signed     by ${nodes(opened.proof.signers)}`,
    `  opened     with pieces from ${nodes(opened.openedBy)}`,
    `  on chain   ${opened.onChain ? 'the nodes published the same output' : 'the nodes had not published the output when this was written; the receipt binds them to it'}`,
    `  ballots    ${cast.entries} from ${cast.senders.size} keys, ${cast.transactions} transactions, blocks ${cast.firstHeight} to ${cast.lastHeight}; closed at block ${closes}`,
    `  file       ${file}`,
  ];
}

function moneyLines({ money, deposit, stakePerNode, handle }: DemoResult): readonly string[] {
  return [
    'Money, in tokens of this network',
    `  stake      ${tokens(stakePerNode)} by each node`,
    `  deposit    ${tokens(deposit)} into the contract’s account, of which ${tokens(money.escrow)} were set aside for this task`,
    `  pay        ${tokens(money.perSeat)} for each of the ${money.paidSeats.length} seats of ${handle.committee.n} that signed: ${grouped(money.gasUsed)} units of computing, at ${tokens(money.gasPrice)} a unit`,
    `  tip        ${tokens(money.tipToSubmitter)} to the node that settled, ${tokens(money.tipToOpener)} to the one that published the output`,
    `  remainder  ${tokens(money.refund)} back to the contract’s account; ${tokens(money.reserved)} kept for seats that did not sign; ${tokens(money.toPot)} to the pot`,
  ];
}

const GAS_NAMES: Readonly<Record<GasKind, string>> = {
  deploy: 'register the contract',
  openCommittee: 'open the committee',
  genesis: 'settle the first state',
  append: 'append the ballots',
  trigger: 'trigger the tally',
  settle: 'settle the receipt',
  open: 'publish the output',
};

function gasLines({ gas }: DemoResult): readonly string[] {
  const width = Math.max(...Object.values(GAS_NAMES).map((name) => name.length));
  const row = (name: string, transactions: number, used: number): string =>
    `  ${name.padEnd(width)}  ${String(transactions).padStart(3)} ${transactions === 1 ? 'transaction ' : 'transactions'}  ${grouped(used).padStart(10)} gas`;
  const transactions = GAS_KINDS.reduce((sum, kind) => sum + gas[kind].transactions, 0);
  return [
    'EVM gas, by what a transaction was for',
    ...GAS_KINDS.map((kind) => row(GAS_NAMES[kind], gas[kind].transactions, gas[kind].gas)),
    row('in all', transactions, gas.total),
  ];
}

function nodeLines({ reports, opened }: DemoResult): readonly string[] {
  const rows = reports.map(({ seat, node, info, task }) => {
    const traffic =
      info === undefined
        ? 'no answer'
        : `${bytesText(info.bytesIn).padStart(7)} in ${bytesText(info.bytesOut).padStart(8)} out`;
    const work =
      task === undefined
        ? ''
        : `  ${grouped(task.openings).padStart(7)} openings  ${grouped(task.rounds).padStart(3)} rounds  ${grouped(task.maskedEntries).padStart(6)} masked entries`;
    return `  node ${node}, seat ${seat}  ${traffic}${work}${opened.proof.signers.includes(seat) ? '  signed' : ''}`;
  });
  return [
    'What each node saw: its traffic since it started, and its work on this tally. An opening is a number that the',
    'seats show each other and a masked entry is a ballot as the chain has it: each looks random without the masks',
    'that hide it, and no node has those whole.',
    ...rows,
  ];
}

function goOn({ seconds: took }: DemoResult): readonly string[] {
  return [
    `Done in ${took.toFixed(1)} s; every process has ended. To go on:`,
    '  npm start -- --election FILE                         another election (PrefLib soi or soc)',
    '  npm start -- --json                                  the same as one JSON document',
    '  npm run enigma -- report samples/voting/contract.ts  what the contract releases, and its cost',
    '  npm run enigma -- new NAME                           a contract of your own: docs/guide/first-contract.md',
    '  npm run enigma -- up                                 a network that stays',
  ];
}
