// Runs the benchmarks: every `*.bench.ts` is a process of its own that prints one JSON line per measurement. Figures of
// different runs or machines say little; so a file measures the fast way and its slow twin, and the ratio is what counts.

import { availableParallelism, cpus } from 'node:os';
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { run } from './run.ts';

/** What a benchmark prints, a line each; `slow` names the measurement of the same file that this one is compared with. */
type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly slow?: string;
};
type Row = Measurement & { readonly file: string; readonly ratio?: number };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const files = globSync(['packages/*/bench/*.bench.ts', 'apps/*/bench/*.bench.ts', 'simulator/bench/*.bench.ts'])
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))
  .sort();

const rows: Row[] = [];
let failed = 0;
for (const file of files) {
  console.error(`— ${file}`);
  const { status, output } = await run(process.execPath, ['--expose-gc', file]);
  const measured = output.split('\n').flatMap(measurementOf);
  if (status !== 0 || measured.length === 0) {
    failed += 1;
    console.error(output);
  }
  rows.push(...measured.map((one) => ({ ...one, file, ...ratioOf(one, measured) })));
}
const machine = { node: process.version, cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: availableParallelism() };
if (values.json) console.log(JSON.stringify({ machine, rows }, null, 2));
else print(rows);
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0;

/** A line that is no measurement is talk. */
function measurementOf(line: string): readonly Measurement[] {
  if (!line.startsWith('{')) return [];
  const parsed = JSON.parse(line) as Partial<Measurement>;
  const { name, value, unit, slow } = parsed;
  if (name === undefined || value === undefined || unit === undefined) return [];
  return [{ name, value, unit, ...(slow === undefined ? {} : { slow }) }];
}

/** How many times better than the slow twin: units that count time (s, ms, µs, ns) are better when smaller. */
function ratioOf(one: Measurement, all: readonly Measurement[]): { readonly ratio?: number } {
  const slow = all.find(({ name }) => name === one.slow);
  if (slow === undefined) return {};
  return { ratio: /^(s|ms|µs|ns)$/.test(one.unit) ? slow.value / one.value : one.value / slow.value };
}

function print(all: readonly Row[]): void {
  console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}`);
  const width = Math.max(0, ...all.map(({ name }) => name.length));
  let file = '';
  for (const row of all) {
    if (row.file !== file) console.log(`\n${(file = row.file)}`);
    const value = row.value.toLocaleString('en', { maximumSignificantDigits: 4 });
    const ratio = row.ratio === undefined ? '' : `  ${row.ratio.toFixed(1)} × ${row.slow}`;
    console.log(`  ${row.name.padEnd(width)}  ${value.padStart(12)} ${row.unit}${ratio}`);
  }
}
