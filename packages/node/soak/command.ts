// What the commands of the soaks have in common: options, progress on standard error, one document or lines on standard output, and an end that cleans up, whoever asks for it.
import { loadavg } from 'node:os';
import { calledWith } from '@enigma/fuzz/commandLine';

export interface Outcome {
  readonly report: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** What did not hold. */
  readonly wrong: readonly string[];
}

export interface Context {
  note(text: string): void;
  /** Done when the command is interrupted, the last first. */
  onStop(clean: () => Promise<unknown>): void;
  goesOn(): boolean;
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Runs a soak as a command; its exit code: 0 where all held, 1 where not, 2 where it was called wrongly, 130 where it was interrupted. */
export async function command(
  help: string,
  options: Parameters<typeof calledWith>[1],
  run: (values: Values, context: Context) => Promise<Outcome>,
): Promise<number> {
  const values = calledWith(help, { ...options, json: { type: 'boolean', default: false } }) as Values | number;
  if (typeof values === 'number') return values;
  const began = performance.now();
  const clean: (() => Promise<unknown>)[] = [];
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopped) return;
      stopped = true;
      process.stderr.write('stopping …\n');
      void (async () => {
        for (const one of clean.toReversed()) await one().catch(() => undefined);
        process.exit(130);
      })();
    });
  const context: Context = {
    note: (text) => void process.stderr.write(`${seconds(began).padStart(6)} s  ${text}\n`),
    onStop: (one) => void clean.push(one),
    goesOn: () => !stopped,
  };
  try {
    const { report, lines, wrong } = await run(values, context);
    if (stopped) return 130;
    const machine = { seconds: Number(seconds(began)), loadAverage: loadavg().map((one) => Number(one.toFixed(1))) };
    if (values['json'] === true) console.log(JSON.stringify({ ...report, wrong, ...machine, node: process.version }));
    else {
      for (const line of [...lines, ...wrong.map((text) => `WRONG ${text}`)]) console.log(line);
      console.log(`${machine.seconds} s, load average ${machine.loadAverage.join(' ')}, Node.js ${process.version}`);
    }
    return wrong.length === 0 ? 0 : 1;
  } catch (error) {
    if (!stopped) console.error(error);
    return stopped ? 130 : 1;
  }
}

/** A number above zero. */
export function positive(values: Values, name: string): number {
  const value = Number(values[name]);
  if (!(value > 0)) throw new Error(`--${name} is a number above zero`);
  return value;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
