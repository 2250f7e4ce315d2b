// `npm run simulate`: seeds one after another, each a whole network under its own trouble; stops with 1 when a property breaks, and says how to see it again.
import { enableCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { literalOf, scenarioOfLiteral } from './literal.ts';
import { readOptions, type Options } from './options.ts';
import { openProgress } from './progress.ts';
import { run } from './run.ts';
import type { Scenario } from './scenario.ts';
import { shrink } from './shrink.ts';
import { cellsOf, isSound, jobsOfTable, tableText } from './table.ts';
import { scenarioOf, type Job, type Report } from './worker.ts';

/** A seed makes much that lives for a moment: with V8's own 16 MiB collecting it takes twice as long. */
const maxYoungGenerationSizeMb = 128;
/** Lines of the log that stand under a shrunk scenario. */
const shortTraceLines = 40;

async function main(): Promise<number> {
  const options = readOptions();
  if (typeof options === 'number') return options;
  if (options.scenario !== undefined) return runOne(scenarioOfLiteral(options.scenario), options);
  // Workers find what was compiled in a run before: half of their start.
  const { directory } = enableCompileCache();
  if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] = directory;
  if (options.table) return runTable(options);
  const { seeds, from, json } = options;
  const progress = openProgress(questionOf(options), from, options.progress);
  const first = progress.totals().next;
  const reports: Report[] = [];
  await runAll(options, first, (report) => {
    progress.take(report);
    if (json) reports.push(report);
    const line = describe(report, options);
    if (line !== undefined) process.stderr.write(`${line}\n`);
    const { next, seconds, broken } = progress.totals();
    const done = next - from;
    if (done % 10 === 0 || done === seeds)
      process.stderr.write(`${done} of ${seeds} seeds, ${broken.length} broken, ${(done / seconds).toFixed(1)}/s\n`);
  });
  const totals = progress.totals();
  const { opened, expired, halted, lost, crashes, lies, aborts, events, broken, versions } = totals;
  const seconds = Number(totals.seconds.toFixed(2));
  const seedsPerSecond = Number((seeds / totals.seconds).toFixed(2));
  const violations = broken.map((one) => ({ ...one, replay: replayOf(one.seed, options) }));
  if (json) {
    reports.sort((a, b) => Number(a.seed) - Number(b.seed));
    const counts = { opened, expired, halted, lost, crashes, lies, aborts, events };
    process.stdout.write(
      `${JSON.stringify({ seeds, from, seconds, seedsPerSecond, ...counts, versions, violations, reports })}\n`,
    );
  } else {
    process.stdout.write(
      `${seeds} seeds from ${from}: ${opened} opened with the right result, ${expired} expired, ${halted} halted by a chain that replaced a final block, ${lost} given up whose committee could not begin; ${crashes} crashes, ${lies} lies told, ${aborts} aborts seen; ${seedsPerSecond} seeds/s, ${Math.round(events / totals.seconds)} events/s\n`,
    );
    process.stdout.write(broken.length === 0 ? 'no property broke\n' : `${broken.length} seeds broke a property\n`);
  }
  if (options.shrink)
    for (const { seed, violations: found } of broken) await shrunk(scenarioOf(seed, options), found[0]?.property ?? '');
  return broken.length === 0 ? 0 : 1;
}

/** What is run, without how. */
function questionOf({ seeds, from, attack, defenceOff, faults, calls, evm }: Options): string {
  return JSON.stringify({ seeds, from, attack, defenceOff, faults, calls, evm });
}

async function runOne(scenario: Scenario, { trace, shrink: smaller }: Options): Promise<number> {
  const log = trace ? (line: string): void => void process.stderr.write(`${line}\n`) : undefined;
  const { ending, violations } = await run(scenario, log);
  process.stdout.write(`${ending}\n`);
  for (const { property, what } of violations) process.stdout.write(`  ${property}: ${what}\n`);
  const [first] = violations;
  if (smaller && first !== undefined) await shrunk(scenario, first.property);
  return violations.length === 0 ? 0 : 1;
}

/** Prints the smallest scenario that still breaks it, the end of its log, and how to run it again. */
async function shrunk(scenario: Scenario, property: string): Promise<void> {
  const breaks = async (one: Scenario): Promise<boolean> =>
    (await run(one)).violations.some((violation) => violation.property === property);
  process.stderr.write(`making seed ${scenario.seed} smaller, which broke "${property}" …\n`);
  const { scenario: smallest, runs } = await shrink(scenario, breaks);
  const lines: string[] = [];
  const { violations } = await run(smallest, (line) => void lines.push(line));
  process.stdout.write(
    [
      `seed ${scenario.seed}, after ${runs} runs:`,
      ...lines.slice(-shortTraceLines).map((line) => `  ${line.slice(0, 200)}`),
      ...violations.map(({ property: broken, what }) => `  ${broken}: ${what}`),
      `npm run simulate -- --scenario '${literalOf(smallest)}' --trace`,
      '',
    ].join('\n'),
  );
}

/** Every behaviour in each of its places. */
async function runTable(options: Options): Promise<number> {
  const { runs, from, attack, json } = options;
  const jobs = jobsOfTable(runs, from, attack);
  const reports: Report[] = [];
  let done = 0;
  await deal(
    options,
    jobs.length,
    (at) => jobs[at]?.job ?? 0,
    (report, at) => {
      reports[at] = report;
      for (const { property, what } of report.violations)
        process.stderr.write(`${JSON.stringify(jobs[at]?.wanted)} seed ${report.seed}: ${property}: ${what}\n`);
      if (++done % 20 === 0 || done === jobs.length) process.stderr.write(`${done} of ${jobs.length} runs\n`);
    },
  );
  const cells = cellsOf(jobs, reports);
  process.stdout.write(json ? `${JSON.stringify(cells)}\n` : tableText(cells));
  return isSound(cells) ? 0 : 1;
}

/** Deals seeds out to workers. */
async function runAll(options: Options, first: number, told: (report: Report) => void): Promise<void> {
  const { seeds, from } = options;
  await deal(options, from + seeds - first, (at) => first + at, told);
}

/** Deals so many jobs out to workers. */
async function deal(
  options: Options,
  count: number,
  jobAt: (at: number) => Job,
  told: (report: Report, at: number) => void,
): Promise<void> {
  const { attack, defenceOff, faults, calls, evm, trace } = options;
  let next = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { attack, defenceOff, faults, calls, evm, trace },
        resourceLimits: { maxYoungGenerationSizeMb },
      });
      let at = -1;
      const dealOne = (): void => {
        at = next++;
        if (at < count) worker.postMessage(jobAt(at));
        else void worker.terminate().then(() => resolve());
      };
      // What a worker writes itself is lost where it ends.
      worker.on('message', (report: Report | string) => {
        if (typeof report === 'string') return void process.stderr.write(`${report}\n`);
        told(report, at);
        dealOne();
      });
      worker.on('error', reject);
      dealOne();
    });
  await Promise.all(Array.from({ length: options.workers }, one));
}

function replayOf(seed: string, { attack, defenceOff, faults, calls, evm }: Options): string {
  return `npm run simulate -- --seeds 1 --from ${seed}${attack === undefined ? '' : ` --attack ${attack}`}${defenceOff === undefined ? '' : ` --defence-off ${defenceOff}`}${faults.length === 0 ? '' : ` --faults ${faults.join()}`}${calls === true ? ' --calls' : ''}${evm ? ' --evm' : ''} --trace`;
}

function describe(report: Report, options: Options): string | undefined {
  if (report.violations.length === 0) return undefined;
  const { seed, n, T, attack, crash, chain, endpoint, called, lies, weather, faults, violations } = report;
  return [
    `seed ${seed} broke: (${n},${T}), ${called === undefined ? '' : `calls of a ${called}, `}${weather} weather${attack === undefined ? '' : `, ${attack}`}${crash === undefined ? '' : `, ${crash}`}`,
    ...Object.values(faults)
      .flat()
      .map((fault) => `  ${JSON.stringify(fault)}`),
    ...(endpoint === undefined ? [] : [`  endpoint ${JSON.stringify(endpoint)}: ${lies.join('; ')}`]),
    ...(chain === undefined ? [] : [`  chain ${JSON.stringify(chain)}`]),
    ...violations.map(({ property, what }) => `  ${property}: ${what}`),
    `  replay: ${replayOf(seed, options)}`,
  ].join('\n');
}

process.exitCode = await main();
