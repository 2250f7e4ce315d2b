// Elections in PrefLib's soi and soc format: what the file says, or the line at which it is damaged.
// A header line is `# KEY: value`; every other line is `count: a,b,c`, so many voters with this order of alternatives, best first.
import { alternativesMax, alternativesMin, votersMax } from './limits.ts';
import { CliError } from './errors.ts';

export interface Order {
  readonly voters: number;
  /** Alternatives from 1, best first; `soi` leaves some out. */
  readonly ranking: readonly number[];
}

export interface Election {
  readonly title: string;
  readonly format: 'soi' | 'soc';
  /** Name of alternative i + 1. */
  readonly names: readonly string[];
  readonly voters: number;
  readonly orders: readonly Order[];
}

interface Header {
  readonly fields: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly body: readonly { readonly text: string; readonly line: number }[];
}

export function parseElection(text: string, fileName: string): Election {
  const { fields, body } = split(text, fileName);
  const format = formatOf(
    fields.get('DATA TYPE')?.value ?? fileName.split('.').at(-1) ?? '',
    fileName,
    fields.get('DATA TYPE')?.line ?? 1,
  );
  const alternatives = numberOf(fields, 'NUMBER ALTERNATIVES', fileName, alternativesMin, alternativesMax);
  const voters = numberOf(fields, 'NUMBER VOTERS', fileName, 1, votersMax);
  const names = Array.from({ length: alternatives }, (_, i) => nameOf(fields, i + 1));
  const orders = body.map(({ text: line, line: number }) => orderOf(line, number, fileName, alternatives, format));
  const sum = orders.reduce((total, order) => total + order.voters, 0);
  const at = fields.get('NUMBER VOTERS')?.line ?? 1;
  if (sum !== voters) throw damaged(fileName, at, `the header says ${voters} voters and the orders have ${sum}`);
  const unique = fields.get('NUMBER UNIQUE ORDERS');
  if (unique !== undefined && unique.value !== String(orders.length)) {
    throw damaged(fileName, unique.line, `the header says ${unique.value} orders and the file has ${orders.length}`);
  }
  return { title: fields.get('TITLE')?.value ?? fileName, format, names, voters, orders };
}

/** Each voter's first preference, in the order of the file. */
export function firstPreferences(election: Election): readonly number[] {
  return election.orders.flatMap(({ voters, ranking }) => Array.from({ length: voters }, () => ranking[0] ?? 0));
}

/** The plain count, which the secret tally is held against. */
export function countFirst(election: Election): readonly number[] {
  const counts = election.names.map(() => 0);
  for (const { voters, ranking } of election.orders)
    counts[(ranking[0] ?? 0) - 1] = (counts[(ranking[0] ?? 0) - 1] ?? 0) + voters;
  return counts;
}

function split(text: string, fileName: string): Header {
  const fields = new Map<string, { value: string; line: number }>();
  const body: { text: string; line: number }[] = [];
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = i + 1;
    const trimmed = raw.trim();
    if (trimmed === '') continue;
    if (!trimmed.startsWith('#')) {
      body.push({ text: trimmed, line });
      continue;
    }
    // Not by one pattern: with blanks before, in and after the key it would try each way to part a long run of them.
    const colon = trimmed.indexOf(':');
    const key = trimmed.slice(1, Math.max(1, colon)).trim();
    if (!/^[A-Z0-9 ]+$/.test(key)) throw damaged(fileName, line, 'a header line is "# KEY: value"');
    const value = trimmed.slice(colon + 1).trim();
    if (fields.has(key)) throw damaged(fileName, line, `${key} is said twice`);
    fields.set(key, { value, line });
  }
  if (body.length === 0) throw damaged(fileName, text.split('\n').length, 'there is no order in it');
  return { fields, body };
}

function formatOf(name: string, fileName: string, line: number): 'soi' | 'soc' {
  if (name === 'soi' || name === 'soc') return name;
  throw damaged(fileName, line, `data type "${name}" is not soi or soc (orders with ties have no first preference)`);
}

function numberOf(fields: Header['fields'], key: string, fileName: string, least: number, most: number): number {
  const field = fields.get(key);
  if (field === undefined) throw damaged(fileName, 1, `the header lacks ${key}`);
  const value = Number(field.value);
  if (!/^\d+$/.test(field.value) || value < least || value > most) {
    throw damaged(
      fileName,
      field.line,
      `${key} is "${field.value.slice(0, 40)}", not a number from ${least} to ${most}`,
    );
  }
  return value;
}

/** Control characters would reach the terminal. */
function nameOf(fields: Header['fields'], alternative: number): string {
  const given = fields.get(`ALTERNATIVE NAME ${alternative}`)?.value ?? '';
  const clean = given.replaceAll(/\p{Cc}/gu, '');
  return clean === '' ? `alternative ${alternative}` : clean;
}

function orderOf(text: string, line: number, fileName: string, alternatives: number, format: 'soi' | 'soc'): Order {
  const parts = /^(\d{1,9})\s*:\s*(\d+(?:\s*,\s*\d+)*)$/.exec(text);
  if (parts === null) {
    throw damaged(
      fileName,
      line,
      text.includes('{')
        ? 'it has a tie, which soi and soc do not have'
        : `"${text.slice(0, 40)}" is not "count: a,b,c"`,
    );
  }
  const voters = Number(parts[1]);
  const ranking = (parts[2] ?? '').split(',').map(Number);
  if (voters < 1) throw damaged(fileName, line, 'an order has at least one voter');
  const wrong = ranking.find((one) => one < 1 || one > alternatives);
  if (wrong !== undefined)
    throw damaged(fileName, line, `there is no alternative ${wrong}: they go from 1 to ${alternatives}`);
  if (new Set(ranking).size !== ranking.length) throw damaged(fileName, line, 'an alternative is ranked twice');
  if (format === 'soc' && ranking.length !== alternatives)
    throw damaged(fileName, line, `soc ranks all ${alternatives} alternatives and this order ${ranking.length}`);
  return { voters, ranking };
}

function damaged(fileName: string, line: number, why: string): CliError {
  return new CliError(
    'ELECTION_INVALID',
    `${fileName}:${line}: ${why}.`,
    `Mend line ${line}, or fetch the file again (PrefLib, www.preflib.org, has it in format soi or soc).`,
    { file: fileName, line },
  );
}
