// Whose every token is, kept by a book of its own from the events of final blocks and from who sent what: at the end each account, each node's credit, the pot and all that is locked must be the chain's, to
// the unit. It shares nothing with the rules that moved them.
import type { Hex } from '@enigma/crypto';
import { contractAccountOf, type ChainEvent, type EventOf, type Result, type Task } from '@enigma/protocol';
import type { World } from '../world.ts';
import type { Property } from './property.ts';

const BASE_GAS = 1000n;
const OK = 1;
const NO_GRANT = 5;

interface Open {
  readonly header: Task;
  /** Of the opener, once settled. */
  held: bigint;
}

interface Book {
  readonly available: Map<Hex, bigint>;
  readonly credit: Map<number, bigint>;
  readonly committees: Map<Hex, EventOf<'CommitteeOpened'>>;
  readonly tasks: Map<Hex, Open>;
  stake: bigint;
  pot: bigint;
  escrow: bigint;
}

export const everyAccountExact: Property = {
  name: 'every account exact',
  watch:
    ({ world }) =>
    () => {
      const book: Book = {
        available: new Map(),
        credit: new Map(),
        committees: new Map(),
        tasks: new Map(),
        stake: 0n,
        pot: 0n,
        escrow: 0n,
      };
      const unit = world.chain.state().config.unitTokens;
      const { number } = world.chain.finalized();
      for (const { event, txHash } of world.chain.events(0n, number))
        post(book, event, unit, () => world.chain.senderOf(txHash));
      return differences(world, book, number);
    },
};

function add<K>(map: Map<K, bigint>, key: K, amount: bigint): void {
  map.set(key, (map.get(key) ?? 0n) + amount);
}

const payerOf = ({ payer, sender }: Task): Hex => (BigInt(payer) === 0n ? sender : payer);
const lockedBy = ({ gasLimit, gasPrice, tip, value }: Task): bigint => gasLimit * gasPrice + tip + value;

function post(book: Book, event: ChainEvent, unit: bigint, sender: () => Hex): void {
  switch (event.name) {
    case 'Deposited':
      return add(book.available, event.to, event.amount);
    case 'Withdrawn':
      return add(book.available, event.from, -event.amount);
    case 'NodeRegistered':
      book.stake += BigInt(event.units) * unit;
      return add(book.available, event.owner, -BigInt(event.units) * unit);
    case 'CreditClaimed':
    case 'LateClaimed':
      if (event.name === 'LateClaimed') book.escrow -= event.amount;
      return add(book.credit, event.node, event.name === 'LateClaimed' ? event.amount : -event.amount);
    case 'LateSwept':
      book.escrow -= event.amount;
      book.pot += event.amount;
      return;
    case 'CommitteeOpened':
      book.committees.set(event.committeeId, event);
      return;
    case 'TaskCreated':
      book.tasks.set(event.taskId, { header: event.header, held: 0n });
      book.escrow += lockedBy(event.header);
      // What a schedule starts is paid by its contract's own account, which its payer names.
      return add(book.available, payerOf(event.header), -lockedBy(event.header));
    case 'Settled':
      for (const result of event.results) settle(book, event, result, sender());
      return;
    case 'Opened': {
      const task = book.tasks.get(event.taskId);
      if (task === undefined) return;
      book.escrow -= task.held;
      add(book.available, sender(), task.held);
      task.held = 0n;
      return;
    }
    case 'Expired': {
      const task = book.tasks.get(event.taskId);
      if (task === undefined) return;
      book.escrow -= lockedBy(task.header);
      add(book.available, payerOf(task.header), event.refund);
      book.pot += lockedBy(task.header) - event.refund;
      return;
    }
    case 'DepositsReturned':
      add(book.available, contractAccountOf(event.contractId), -event.amount);
      return add(book.available, event.to, event.amount);
    default:
  }
}

/** A fee in n equal parts, a tip in quarters: three to who settles, one to who opens; what does not divide is the pot's. */
function settle(book: Book, { receipt, bitmap }: EventOf<'Settled'>, result: Result, submitter: Hex): void {
  const task = book.tasks.get(result.taskId);
  const committee = book.committees.get(receipt.committeeId);
  if (task === undefined || committee === undefined) return;
  const { header } = task;
  const fee = (result.status === NO_GRANT ? BASE_GAS : result.gasUsed) * header.gasPrice;
  const share = fee / BigInt(committee.n);
  const signed = committee.seats.filter((_, seat) => ((bitmap >>> seat) & 1) === 1);
  for (const node of signed) add(book.credit, node, share);
  const late = share * BigInt(committee.n - signed.length);
  const quarter = header.tip / 4n;
  const most = (header.tip * 3n) / 4n;
  const succeeded = result.status === OK;
  task.held = succeeded ? quarter : 0n;
  add(book.available, submitter, most);
  const back = header.gasLimit * header.gasPrice - fee + (succeeded ? 0n : quarter);
  add(book.available, payerOf(header), back);
  add(book.available, succeeded ? contractAccountOf(header.contractId) : payerOf(header), header.value);
  book.pot += fee - share * BigInt(committee.n) + (header.tip - most - quarter);
  book.escrow += late + task.held - lockedBy(header);
}

function differences(world: World, book: Book, at: bigint): readonly string[] {
  const state = world.chain.state(at);
  const broken: string[] = [];
  const compare = (what: string, is: bigint, must: bigint): void => {
    if (is !== must) broken.push(`${what}: the chain has ${is}, the book ${must}`);
  };
  for (const account of new Set([...state.available.keys(), ...book.available.keys()]))
    compare(account, state.available.get(account) ?? 0n, book.available.get(account) ?? 0n);
  for (const node of new Set([...state.credit.keys(), ...book.credit.keys()]))
    compare(`node ${node}`, state.credit.get(node) ?? 0n, book.credit.get(node) ?? 0n);
  compare('stake', state.stake + state.pending, book.stake);
  compare('pot', state.pot, book.pot);
  compare('escrow', state.escrow, book.escrow);
  return broken.slice(0, 5);
}
