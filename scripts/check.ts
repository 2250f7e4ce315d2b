// Runs the checks of the workspace, each named and timed; the last line is `N passed, N failed`.

import { parseArgs } from 'node:util';
import { STEPS, TEST_STEPS, type Outcome, type Step, type StepContext } from './steps.ts';

const USAGE = `usage: npm run check -- [STEP…] [--without STEP,STEP] [--json]
       npm test -- [PART OF A TEST FILE'S PATH…]

${STEPS.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}`;

type Result = Outcome & { readonly name: string; readonly seconds: number };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

// With --json standard output carries the document alone.
const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(text);

if (values.help) {
  console.log(USAGE);
} else {
  const chosen = choose(positionals, values.without.split(',').filter(Boolean));
  if (typeof chosen === 'string') {
    console.error(`${chosen}\n${USAGE}`);
    process.exitCode = 2;
  } else {
    const results: Result[] = [];
    const testFilter = positionals[0] === 'test' ? positionals.slice(1) : [];
    const begun = new Map<Step, Promise<Kept>>();
    for (const step of chosen) {
      for (const other of chosen) if (other.beside === step.name) begun.set(other, kept(other, testFilter));
      const early = await begun.get(step);
      if (early !== undefined) say(early.text);
      results.push(early?.result ?? (await timed(step, { show: say, testFilter })));
    }
    conclude(results);
  }
}

/** The steps to run, or what is wrong with the request. */
function choose(names: readonly string[], without: readonly string[]): readonly Step[] | string {
  const wanted = names[0] === 'test' ? TEST_STEPS : names;
  const unknown = [...wanted, ...without].find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) return `no step is called ${unknown}`;
  return STEPS.filter(({ name }) => (wanted.length === 0 || wanted.includes(name)) && !without.includes(name));
}

type Kept = { readonly result: Result; readonly text: string };

/** A step that runs beside another: what it says is kept for its turn. */
async function kept(step: Step, testFilter: readonly string[]): Promise<Kept> {
  const pieces: string[] = [];
  const result = await timed(step, { show: (text) => void pieces.push(text), testFilter });
  return { result, text: pieces.join('') };
}

async function timed(step: Step, context: StepContext): Promise<Result> {
  const { show } = context;
  show(`— ${step.name}: ${step.about}\n`);
  const start = performance.now();
  const outcome = await step.run(context);
  const seconds = (performance.now() - start) / 1000;
  if (outcome.failed > 0) show(outcome.output);
  const mark = outcome.skipped !== undefined ? `– (${outcome.skipped})` : outcome.failed > 0 ? '✗' : '✓';
  show(`${mark} ${step.name} ${seconds.toFixed(1)} s\n`);
  return { ...outcome, name: step.name, seconds };
}

function conclude(results: readonly Result[]): void {
  const passed = results.reduce((total, result) => total + result.passed, 0);
  const failed = results.reduce((total, result) => total + result.failed, 0);
  if (values.json) {
    const steps = results.map(({ output: _output, ...rest }) => rest);
    console.log(JSON.stringify({ passed, failed, steps }, null, 2));
  }
  const broken = results.filter((result) => result.failed > 0);
  for (const { failures } of broken) if (failures) say(`${failures}\n`);
  if (broken.length > 0) say(`failing: ${broken.map(({ name }) => name).join(', ')}\n`);
  say(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
