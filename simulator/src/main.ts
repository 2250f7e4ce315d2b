// `npm run simulate`: seeds one after another, each a whole election under its own trouble; stops with 1 when a property breaks, and says how to see it again.
import { cpus } from 'node:os';
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ASKED_ATTACKS, ATTACKS, attackNamed } from './attacks/index.ts';
import { DEFENCES } from './defences.ts';
import { FAULT_KINDS, type FaultKind } from './faults/index.ts';
import { PROPERTIES } from './properties/index.ts';
import type { Report } from './worker.ts';

const HELP = `npm run simulate -- [--seeds N] [--from K] [--attack NAME] [--defence-off NAME] [--faults KIND,KIND] [--workers W] [--json] [--trace]

Runs N elections (default 20), with seeds K, K+1, … (default 0): real node code, the chain's rules, links with their own delays, crashes and one cheating node, as the seed says.
Exit code 1 if a property breaks; the seed is printed with the command that replays it.

  --attack NAME        every seed has this attack, in a committee of (4,1)
  --defence-off NAME   a check is off at every node, and the attack that it answers is on: this is meant to break
  --calls              every seed calls an everyday contract, and none holds an election
  --evm                beside the rules the contracts themselves, each block on anvil first; what differs is a broken property
  --faults KIND,KIND   every seed has faults of these kinds: ${FAULT_KINDS.join(', ')}
  --workers W          processes side by side; default: processors
  --trace              print what the nodes log (one seed: --seeds 1)
  --json               one JSON document on stdout; progress on stderr either way
  --list               attacks, defences and properties
`;

/** A seed makes much that lives for a moment: with V8's own 16 MiB collecting it takes twice as long. */
const maxYoungGenerationSizeMb = 128;

interface Options {
  readonly seeds: number;
  readonly from: number;
  readonly attack: string | undefined;
  readonly defenceOff: string | undefined;
  readonly faults: readonly FaultKind[];
  readonly calls: boolean | undefined;
  readonly evm: boolean;
  readonly workers: number;
  readonly json: boolean;
  readonly trace: boolean;
}

async function main(): Promise<number> {
  const options = read();
  if (typeof options === 'number') return options;
  const { seeds, from, json } = options;
  // Workers find what was compiled in a run before: half of their start.
  const { directory } = enableCompileCache();
  if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] = directory;
  const startedMs = performance.now();
  const reports = await runAll(options, (report, done) => {
    const line = describe(report, options);
    if (line !== undefined) process.stderr.write(`${line}\n`);
    if (done % 10 === 0 || done === seeds)
      process.stderr.write(
        `${done} of ${seeds} seeds, ${((1000 * done) / (performance.now() - startedMs)).toFixed(1)}/s\n`,
      );
  });
  const broken = reports.filter((report) => report.violations.length > 0);
  const seconds = (performance.now() - startedMs) / 1000;
  const count = (what: (report: Report) => boolean): number => reports.filter(what).length;
  const summary = {
    seeds,
    from,
    seconds: Number(seconds.toFixed(2)),
    seedsPerSecond: Number((seeds / seconds).toFixed(2)),
    opened: count((one) => one.ending === 'opened'),
    expired: count((one) => one.ending === 'expired'),
    crashes: count((one) => one.crashed),
    halted: count((one) => one.ending === 'halted'),
    lies: count((one) => one.told),
    aborts: reports.reduce((sum, one) => sum + one.aborts, 0),
    violations: broken.map(({ seed, violations }) => ({ seed, replay: replayOf(seed, options), violations })),
    reports,
  };
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    const { opened, expired, halted, crashes, lies, aborts, seedsPerSecond } = summary;
    process.stdout.write(
      `${seeds} seeds from ${from}: ${opened} opened with the right result, ${expired} expired, ${halted} halted by a chain that replaced a final block; ${crashes} crashes, ${lies} lies told, ${aborts} aborts seen; ${seedsPerSecond} seeds/s\n`,
    );
    process.stdout.write(broken.length === 0 ? 'no property broke\n' : `${broken.length} seeds broke a property\n`);
  }
  return broken.length === 0 ? 0 : 1;
}

function read(): Options | number {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        seeds: { type: 'string', default: '20' },
        from: { type: 'string', default: '0' },
        attack: { type: 'string' },
        'defence-off': { type: 'string' },
        faults: { type: 'string', default: '' },
        calls: { type: 'boolean' },
        evm: { type: 'boolean', default: false },
        workers: { type: 'string' },
        json: { type: 'boolean', default: false },
        trace: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.list) {
    const rows = (title: string, list: readonly { readonly name: string; readonly what?: string }[]): string =>
      `${title}\n${list.map(({ name, what }) => `  ${name.padEnd(24)}${what ?? ''}`).join('\n')}\n`;
    process.stdout.write(
      rows('attacks', ATTACKS) +
        rows('attacks that no seed draws, by name alone', ASKED_ATTACKS) +
        rows(
          'defences (with the attack that each answers)',
          DEFENCES.map(({ name, what, attack }) => ({ name, what: `${what} [${attack}]` })),
        ) +
        rows('properties', PROPERTIES),
    );
    return 0;
  }
  const seeds = Number(values.seeds);
  const from = Number(values.from);
  const workers = Number(values.workers ?? Math.max(1, cpus().length));
  if (![seeds, from, workers].every((one) => Number.isSafeInteger(one) && one >= 0) || seeds < 1 || workers < 1)
    return refuse('--seeds, --from and --workers are whole numbers.');
  if (values.attack !== undefined && attackNamed(values.attack) === undefined)
    return refuse(`There is no attack "${values.attack}"; see --list.`);
  const defenceOff = values['defence-off'];
  if (defenceOff !== undefined && !DEFENCES.some(({ name }) => name === defenceOff))
    return refuse(`There is no defence "${defenceOff}"; see --list.`);
  const faults = FAULT_KINDS.filter((kind) => values.faults.split(',').includes(kind));
  if (values.faults !== '' && faults.length !== values.faults.split(',').length)
    return refuse(`Kinds of faults are ${FAULT_KINDS.join(', ')}.`);
  return {
    seeds,
    from,
    faults,
    calls: values.calls,
    evm: values.evm,
    attack: values.attack,
    defenceOff,
    workers: Math.min(workers, seeds),
    json: values.json,
    trace: values.trace,
  };
}

function refuse(why: string): number {
  process.stderr.write(`${why}\n\n${HELP}`);
  return 2;
}

/** Deals seeds out to workers; reports in the order of seeds. */
async function runAll(options: Options, told: (report: Report, done: number) => void): Promise<readonly Report[]> {
  const { seeds, from, attack, defenceOff, faults, calls, evm, trace } = options;
  const reports: Report[] = [];
  let next = 0;
  let done = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { attack, defenceOff, faults, calls, evm, trace },
        resourceLimits: { maxYoungGenerationSizeMb },
      });
      const deal = (): void => {
        if (next < seeds) worker.postMessage(from + next++);
        else void worker.terminate().then(() => resolve());
      };
      // What a worker writes itself is lost where it ends.
      worker.on('message', (report: Report | string) => {
        if (typeof report === 'string') return void process.stderr.write(`${report}\n`);
        reports.push(report);
        told(report, ++done);
        deal();
      });
      worker.on('error', reject);
      deal();
    });
  await Promise.all(Array.from({ length: options.workers }, one));
  return reports.sort((a, b) => Number(a.seed) - Number(b.seed));
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
