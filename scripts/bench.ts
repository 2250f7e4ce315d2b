// Runs the benchmarks: every `*.bench.ts` is a process of its own that prints one JSON object a line, a row each. Figures of
// different runs or machines say little; so a file measures the fast way and its slow twin in the same run, in one row.

import { availableParallelism, cpus } from 'node:os';
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { run } from './run.ts';

/** A measurement. Where it has both `slow` and `fast` as rates in one unit, their ratio is added. */
type Row = Readonly<Record<string, string | number | boolean>>;
type Bench = {
  readonly file: string;
  readonly seconds: number;
  readonly failed: boolean;
  readonly rows: readonly Row[];
};

const HELP = `usage: npm run bench -- [PART OF A BENCHMARK FILE'S PATH…] [--json]

Runs each */bench/*.bench.ts in a process of its own and prints a table for each. A row measures the fast way and its
slow twin in the same run. Without a part of a path all are run, which takes minutes.

  --json   one JSON document on stdout
  --list   the files that would run`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit();
}
const files = globSync(['packages/*/bench/*.bench.ts', 'apps/*/bench/*.bench.ts', 'simulator/bench/*.bench.ts'])
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))
  .sort();

if (values.list) {
  for (const file of files) console.log(file);
  process.exit();
}
const benches: Bench[] = [];
for (const file of files) benches.push(await measure(file));
const machine = { node: process.version, cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: availableParallelism() };
if (values.json) {
  console.log(JSON.stringify({ machine, benches }, null, 2));
} else {
  console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}`);
  for (const bench of benches) print(bench);
}
if (files.length === 0) console.error(`no benchmark matches ${positionals.join(' ')}`);
process.exitCode = files.length === 0 || benches.some(({ failed }) => failed) ? 1 : 0;

async function measure(file: string): Promise<Bench> {
  console.error(`— ${file}`);
  const start = performance.now();
  const { status, output } = await run(process.execPath, ['--expose-gc', file]);
  const rows = output.split('\n').flatMap(rowOf);
  const failed = status !== 0 || rows.length === 0;
  if (failed) console.error(output);
  return { file, seconds: (performance.now() - start) / 1000, failed, rows };
}

/** A line that is no JSON object is talk. */
function rowOf(line: string): readonly Row[] {
  if (!line.startsWith('{')) return [];
  const row = JSON.parse(line) as Row;
  const { fast, slow } = row;
  return [typeof fast === 'number' && typeof slow === 'number' ? { ...row, ratio: fast / slow } : row];
}

function print({ file, seconds, rows }: Bench): void {
  console.log(`\n${file} (${seconds.toFixed(1)} s)`);
  // Rows with the same columns make one table.
  for (const columns of new Set(rows.map((row) => Object.keys(row).join('\t')))) {
    const names = columns.split('\t');
    const body = rows.filter((row) => Object.keys(row).join('\t') === columns);
    const lines = [names, ...body.map((row) => names.map((name) => cell(row[name])))];
    const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
    for (const line of lines)
      console.log(`  ${line.map((text, column) => text.padStart(widths[column] ?? 0)).join('  ')}`);
  }
}

function cell(value: string | number | boolean | undefined): string {
  return typeof value === 'number' ? value.toLocaleString('en', { maximumSignificantDigits: 4 }) : String(value ?? '');
}
