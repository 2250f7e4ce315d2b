// Measures what each operation costs as a whole transaction at (4,1), or at the sizes that a row names, in the steady state: every account and every seat
// has had money before. Writes docs/gas.md; `--check` measures again and fails where a row moved by more than 2 %.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startNetwork } from '../test/network.ts';
import { measure, type Row, WALK_ROW } from './measure-gas.ts';

const PAGE = fileURLToPath(new URL('../../../docs/gas.md', import.meta.url));
const TOLERANCE = 0.02;
const WALK_GAS_MAX = 6_000_000;

const network = await startNetwork(16);
let rows: readonly Row[];
try {
  rows = await measure(network);
} finally {
  await network.anvil.stop();
}
const walk = rows.find(({ name }) => name === WALK_ROW)?.gas ?? Number.POSITIVE_INFINITY;
if (walk > WALK_GAS_MAX) fail([`${WALK_ROW}: ${walk}, ${WALK_GAS_MAX} are the limit`]);
if (process.argv.includes('--check')) compare();
else writeFileSync(PAGE, page());

function compare(): void {
  const text = readFileSync(PAGE, 'utf8');
  const known = new Map(
    [...text.matchAll(/^\| ([^|]+) \| ([\d,]+) \| [^|]+ \|$/gm)].map(([, name, gas]) => [name, number(gas)]),
  );
  const moved = rows.flatMap(({ name, gas }) => {
    const before = known.get(name);
    if (before === undefined) return [`${name}: not in docs/gas.md`];
    return Math.abs(gas - before) > TOLERANCE * before ? [`${name}: ${before} before, ${gas} now`] : [];
  });
  if (moved.length > 0) fail([...moved, 'run: pnpm run gas (in packages/contracts)']);
  console.log(`gas: ${rows.length} rows within ${TOLERANCE * 100} %`);
}

function page(): string {
  const lines = rows.map(({ name, gas, target }) => `| ${name} | ${gas.toLocaleString('en-US')} | ${target} |`);
  return `# Gas

Whole transactions at (4,1) where no other is named, steady state, solc 0.8.37 via-IR, anvil, osaka. Written by \`pnpm run gas\` in
\`packages/contracts\`; the check measures again and fails where a row moved by more than ${TOLERANCE * 100} %.

| operation | gas | target |
|---|---|---|
${lines.join('\n')}

Where the rows end that are above their target: what each costs before any computation, from traces of these transactions.
Transaction is 21,000 and calldata; calls are contracts entered cold, 2,600 each, and signatures recovered, 3,000 each.

| operation | transaction | words | calls | log | floor | target |
|---|---|---|---|---|---|---|
| settle, single, nothing masked | 30,584 | 62,600 | 17,200 | 6,245 | 116,629 | 110k |
| settle, single | 41,340 | 62,600 | 17,200 | 11,365 | 132,505 | 110k |
| open | 35,284 | 18,500 | 14,100 | 2,917 | 70,801 | 65k |
| expire | 23,916 | 20,000 | 2,700 | 2,268 | 48,884 | 45k |
| claim a late share | 31,516 | 16,300 | 13,900 | 1,893 | 63,609 | 50k |
| open committee | 21,576 | 125,700 | 11,012 | 6,876 | 165,164 | 125k |

The words are the records themselves. A settlement writes root, counters and chain of receipts of its head and reads its
committee's id (17,100), writes one task word (5,000) and six balances (three seats, the submitter's tip, the payer's rest, the
pot: 30,000), and reads the committee and three keys (10,500). An opening writes task and opener (10,000); an expiry head,
task, payer, and, where no seat is liable, the pot; a late share task and seat. A draw makes three new words (66,300), marks
four seats and the inbox (25,000), and reads the tree along each path. The log is what nodes read: the whole receipt, each
result with its masked output, all seats and standbys.

In a batch of 16 the words, calls and signatures of the receipt are shared: a task costs its own word read (2,100), 272 bytes
of calldata (1,900), 111 bytes of log (900), hashing (600), checks and shares (2,900). Only the first task's word is written:
that the others are settled their seqs say, and by which receipt its results.

Evidence is judged in views, which cost nothing when they are asked by \`eth_call\`. The rows are what they cost as transactions, so what
a contract would pay, about, that asks and then fines: two checkpoints; of a round of 2^20 elements and pieces of 128 KiB a chunk of
1,024 bytes, its path and a signature of each of 2T + 2 seats, or of a piece T + 2. Of a share in (4,1)
and (7,2) and a piece in (4,1) calldata at EIP-7623's floor is dearer than all that is done with it: there the row is that floor.

An appended ballot is ${160 + 1} bytes: calldata at EIP-7623's floor of 40 gas a byte is nearly all of its price.
`;
}

function number(text: string | undefined): number {
  return Number((text ?? '').replaceAll(',', ''));
}

function fail(lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}
