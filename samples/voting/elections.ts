// Elections in PrefLib's formats soi and soc (https://preflib.org/format): a header of `# NAME: value` lines, then `count: a,b,c` with the most preferred alternative first.

export interface Alternative {
  /** As the file numbers it, from 1. */
  readonly number: number;
  readonly name: string;
}

export interface Order {
  readonly count: number;
  /** Alternatives, most preferred first; in soi not necessarily all. */
  readonly ranking: readonly number[];
}

export interface Election {
  readonly title: string;
  readonly alternatives: readonly Alternative[];
  readonly orders: readonly Order[];
  readonly voters: number;
}

export type ElectionErrorCode =
  | 'NOT_AN_ELECTION'
  | 'BAD_HEADER'
  | 'BAD_COUNT'
  | 'BAD_RANKING'
  | 'OUT_OF_RANGE'
  | 'COUNTS_DIFFER';

/** What is wrong with a file, and in which line; line 0 speaks of the whole file. */
export class ElectionError extends Error {
  readonly code: ElectionErrorCode;
  readonly line: number;

  constructor(code: ElectionErrorCode, line: number, message: string) {
    super(line === 0 ? message : `line ${line}: ${message}`);
    this.name = 'ElectionError';
    this.code = code;
    this.line = line;
  }
}

/** A ballot has five bits and 0 is blank, so at most 31 alternatives. */
export const ALTERNATIVES_MIN = 2;
export const ALTERNATIVES_MAX = 31;
export const VOTERS_MAX = 100_000;
const TEXT_CHARS_MAX = 8_000_000;

interface Header {
  title: string;
  type: string;
  alternatives: number | undefined;
  voters: number | undefined;
  uniqueOrders: number | undefined;
  readonly names: Map<number, string>;
}

export function parseElection(text: string): Election {
  if (text.length > TEXT_CHARS_MAX)
    throw new ElectionError('OUT_OF_RANGE', 0, `the file is longer than ${TEXT_CHARS_MAX} characters`);
  const header: Header = {
    title: '',
    type: '',
    alternatives: undefined,
    voters: undefined,
    uniqueOrders: undefined,
    names: new Map(),
  };
  const orders: Order[] = [];
  let voters = 0;
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('#')) {
      readHeader(header, line, i + 1);
      continue;
    }
    const order = readOrder(header, line, i + 1);
    voters += order.count;
    if (voters > VOTERS_MAX) throw new ElectionError('OUT_OF_RANGE', i + 1, `more than ${VOTERS_MAX} voters`);
    orders.push(order);
  }
  return checked(header, orders, voters);
}

/** How many voters put each alternative first; every alternative has an entry. */
export function firstPreferences(election: Election): ReadonlyMap<number, number> {
  const votes = new Map(election.alternatives.map(({ number }) => [number, 0]));
  for (const { count, ranking } of election.orders) {
    const first = ranking[0];
    if (first !== undefined) votes.set(first, (votes.get(first) ?? 0) + count);
  }
  return votes;
}

/** One choice per voter, in the order of the file. */
export function ballotsOf(election: Election): readonly number[] {
  return election.orders.flatMap(({ count, ranking }) => Array.from({ length: count }, () => ranking[0] ?? 0));
}

function readHeader(header: Header, line: string, number: number): void {
  const found = /^#\s*([A-Z0-9 ]+?)\s*:\s*(.*)$/i.exec(line);
  if (found === null) return;
  const name = (found[1] as string).toUpperCase();
  const value = (found[2] as string).trim();
  if (name === 'TITLE') header.title = value;
  else if (name === 'DATA TYPE') header.type = readType(value, number);
  else if (name === 'NUMBER ALTERNATIVES') header.alternatives = readAlternatives(value, number);
  else if (name === 'NUMBER VOTERS') header.voters = readNumber(value, number, name);
  else if (name === 'NUMBER UNIQUE ORDERS') header.uniqueOrders = readNumber(value, number, name);
  else if (name.startsWith('ALTERNATIVE NAME ')) {
    const alternative = readNumber(name.slice('ALTERNATIVE NAME '.length), number, 'ALTERNATIVE NAME');
    if (header.names.has(alternative))
      throw new ElectionError('BAD_HEADER', number, `alternative ${alternative} is named twice`);
    header.names.set(alternative, value);
  }
}

function readType(value: string, line: number): string {
  const type = value.toLowerCase();
  if (type === 'soi' || type === 'soc') return type;
  throw new ElectionError(
    'NOT_AN_ELECTION',
    line,
    `data type ${JSON.stringify(value.slice(0, 20))} is not soi or soc (strict orders)`,
  );
}

function readNumber(text: string, line: number, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new ElectionError('BAD_HEADER', line, `${name} is not a number`);
  return Number(text);
}

function readAlternatives(value: string, line: number): number {
  const count = readNumber(value, line, 'NUMBER ALTERNATIVES');
  if (count >= ALTERNATIVES_MIN && count <= ALTERNATIVES_MAX) return count;
  throw new ElectionError(
    'OUT_OF_RANGE',
    line,
    `${count} alternatives: this contract counts ${ALTERNATIVES_MIN} to ${ALTERNATIVES_MAX}`,
  );
}

function readOrder(header: Header, line: string, number: number): Order {
  const most = header.alternatives;
  if (most === undefined)
    throw new ElectionError('NOT_AN_ELECTION', number, 'no "# NUMBER ALTERNATIVES:" line comes before the first order');
  const found = /^(\d{1,9})\s*:\s*(.+)$/.exec(line);
  if (found === null) throw new ElectionError('BAD_COUNT', number, 'not of the form "count: a,b,c"');
  const count = Number(found[1]);
  if (count < 1) throw new ElectionError('BAD_COUNT', number, 'a count of 0');
  const ranking = (found[2] as string).split(',').map((part) => part.trim());
  const wrong = ranking.find((part) => !/^\d{1,9}$/.test(part));
  if (wrong !== undefined)
    throw new ElectionError(
      'BAD_RANKING',
      number,
      `${JSON.stringify(wrong.slice(0, 20))} is not an alternative's number (ties are not strict orders)`,
    );
  const numbers = ranking.map(Number);
  const outside = numbers.find((one) => one < 1 || one > most);
  if (outside !== undefined)
    throw new ElectionError('BAD_RANKING', number, `there is no alternative ${outside}: there are ${most}`);
  if (new Set(numbers).size !== numbers.length)
    throw new ElectionError('BAD_RANKING', number, 'an alternative is ranked twice');
  if (header.type === 'soc' && numbers.length !== most)
    throw new ElectionError(
      'BAD_RANKING',
      number,
      `a complete order ranks ${most} alternatives, this one ${numbers.length}`,
    );
  return { count, ranking: numbers };
}

function checked(header: Header, orders: readonly Order[], voters: number): Election {
  const count = header.alternatives;
  if (count === undefined || orders.length === 0)
    throw new ElectionError(
      'NOT_AN_ELECTION',
      0,
      'the file has no alternatives or no orders: it is not a soi or soc file',
    );
  if (header.voters !== undefined && header.voters !== voters)
    throw new ElectionError(
      'COUNTS_DIFFER',
      0,
      `the header says ${header.voters} voters, the orders have ${voters}: lines are missing or altered`,
    );
  if (header.uniqueOrders !== undefined && header.uniqueOrders !== orders.length) {
    throw new ElectionError(
      'COUNTS_DIFFER',
      0,
      `the header says ${header.uniqueOrders} orders, the file has ${orders.length}: lines are missing or doubled`,
    );
  }
  const outside = [...header.names.keys()].find((number) => number < 1 || number > count);
  if (outside !== undefined)
    throw new ElectionError('BAD_HEADER', 0, `the header names alternative ${outside} of ${count}`);
  const alternatives = Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    name: header.names.get(i + 1) ?? `Alternative ${i + 1}`,
  }));
  return { title: header.title, alternatives, orders, voters };
}
