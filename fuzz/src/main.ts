// `npm run fuzz`: broken inputs for every decoder, from one seed; the first fault of each is shortened and printed with the command that shows it again.
import { calledWith, refuse, wholeNumber } from './commandLine.ts';
import { findDecoders, namedIn, type Found } from './find.ts';
import { createHunter, type Hunter } from './hunt.ts';
import { hexOf, type Fault } from './judge.ts';
import { HANG_AGAIN_MS, SEED, SHRINK_HANGS, SHRINK_TRIES, SOAK_INPUTS } from './limits.ts';
import { shrink } from './shrink.ts';

const HELP = `npm run fuzz -- [--decoder NAME] [--inputs N] [--seed S] [--from K] [--workers W] [--whole] [--json] [--list]

Gives each decoder N broken inputs (default ${SOAK_INPUTS}) that follow from the seed (default "${SEED}"): valid encodings, changed. None may throw out of the decoder, hang,
allocate more than its length allows, or be taken where it is another spelling of what it stands for. Exit code 1 if one does.

  --decoder NAME   the one of that name, or those with NAME in theirs
  --whole          N inputs also where one is dear (a signature, a file, a machine): those get their share of N else, as in the tests
  --from K         begin at input K: the inputs are numbered, and each is made without the others
  --input HEX      one decoder, these bytes
  --workers W      threads side by side (default 1)
  --json           one JSON document on stdout; progress on stderr either way
  --list           the decoders, and what each is there to break
`;

interface Options {
  readonly inputs: number;
  readonly from: number;
  readonly seed: string;
  readonly workers: number;
  readonly whole: boolean;
  readonly json: boolean;
}

interface Report {
  readonly decoder: string;
  readonly inputs: number;
  readonly taken: number;
  readonly refused: number;
  readonly seconds: number;
  readonly fault?: Fault & {
    readonly index: number;
    readonly hex: string;
    readonly shortened: string;
    readonly replay: string;
  };
}

async function main(): Promise<number> {
  const values = calledWith(HELP, {
    decoder: { type: 'string', default: '' },
    inputs: { type: 'string', default: String(SOAK_INPUTS) },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: SEED },
    workers: { type: 'string', default: '1' },
    input: { type: 'string' },
    whole: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  const all = await findDecoders();
  const found = namedIn(all, values.decoder);
  if (values.list) {
    for (const { decoder } of found)
      process.stdout.write(`${decoder.name}\n${decoder.covers.map((one) => `  ${one}\n`).join('')}`);
    return 0;
  }
  if (found.length === 0) return refuse(HELP, `no decoder has "${values.decoder}" in its name`);
  const [inputs, from] = [wholeNumber(values.inputs, 1), wholeNumber(values.from, 0)];
  const workers = wholeNumber(values.workers, 1, 64);
  if (inputs === undefined || from === undefined || workers === undefined)
    return refuse(HELP, '--inputs, --from and --workers are whole numbers');
  if (values.input !== undefined) return one(found, values.input);
  return many(found, { inputs, from, workers, seed: values.seed, whole: values.whole, json: values.json });
}

/** The bytes that an earlier run printed. */
async function one(found: readonly Found[], hex: string): Promise<number> {
  const exact = found[0];
  if (found.length !== 1 || exact === undefined) return refuse(HELP, '--input goes with the whole name of one decoder');
  const input = Uint8Array.from(Buffer.from(hex.replace(/^0x/, ''), 'hex'));
  const hunter = createHunter();
  const fault = await hunter.try(exact, input);
  await hunter.close();
  process.stdout.write(fault === undefined ? 'no fault\n' : `${fault.kind}: ${fault.what}\n`);
  return fault === undefined ? 0 : 1;
}

async function many(found: readonly Found[], options: Options): Promise<number> {
  const started = performance.now();
  process.stderr.write(
    `seed ${options.seed}, inputs ${options.from} to ${options.from + options.inputs - 1} of ${found.length} decoders, Node.js ${process.version}\n`,
  );
  const waiting = [...found];
  const reports: Report[] = [];
  const lane = async (): Promise<void> => {
    const hunter = createHunter();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const report = await hunted(hunter, next, options);
      reports.push(report);
      clearLine();
      process.stderr.write(`${line(report)}\n`);
    }
    await hunter.close();
  };
  await Promise.all(Array.from({ length: options.workers }, lane));
  reports.sort((a, b) => (a.decoder < b.decoder ? -1 : 1));
  const faults = reports.filter((report) => report.fault !== undefined);
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  const total = reports.reduce((sum, report) => sum + report.inputs, 0);
  if (options.json) {
    const { seed, from, inputs } = options;
    process.stdout.write(`${JSON.stringify({ seed, from, inputs, seconds, node: process.version, reports })}\n`);
  } else {
    process.stdout.write(
      `${total} inputs for ${reports.length} decoders in ${seconds} s: ${faults.length === 0 ? 'no fault' : `${faults.length} faults`}\n`,
    );
    for (const { decoder, fault } of faults)
      if (fault !== undefined)
        process.stdout.write(
          `\n${decoder}, input ${fault.index}: ${fault.kind}, ${fault.what}\n  ${fault.shortened}\n  ${fault.replay}\n`,
        );
  }
  return faults.length === 0 ? 0 : 1;
}

async function hunted(hunter: Hunter, found: Found, options: Options): Promise<Report> {
  const { name, every = 1 } = found.decoder;
  const { seed, from, whole } = options;
  const inputs = whole ? options.inputs : Math.ceil(options.inputs / every);
  const started = performance.now();
  let done = 0;
  const range = { seed, from, to: from + inputs };
  const { taken, refused, fault } = await hunter.hunt(found, range, (count) => {
    done += count;
    progress(`${name} ${done} of ${inputs}`);
  });
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  const report = { decoder: name, inputs: taken + refused, taken, refused, seconds };
  if (fault === undefined) return report;
  const { kind, what, index, input } = fault;
  const hangs = kind === 'hangs' || kind === 'dies';
  const { input: short } = await shrink(
    input,
    async (smaller) => (await hunter.try(found, smaller, hangs ? HANG_AGAIN_MS : undefined))?.kind === kind,
    hangs ? SHRINK_HANGS : SHRINK_TRIES,
  );
  const shortened = `0x${hexOf(short)}`;
  const replay = `npm run fuzz -- --decoder ${name} --input ${shortened.length < 4000 ? shortened : `0x…  # too long: --seed ${seed} --from ${index} --inputs 1`}`;
  return { ...report, fault: { kind, what, index, hex: `0x${hexOf(input)}`, shortened, replay } };
}

function line({ decoder, inputs, taken, seconds, fault }: Report): string {
  const rate = seconds > 0 ? `, ${Math.round(inputs / seconds)}/s` : '';
  return `${fault === undefined ? '✓' : '✗'} ${decoder} ${inputs} inputs, ${taken} taken, ${seconds} s${rate}`;
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K  … ${text}`);
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

process.exitCode = await main();
