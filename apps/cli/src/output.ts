// What people and programs see. The result goes to standard output, everything else to standard error; colour and a line that moves only on a
// terminal that wants them.
import { styleText } from 'node:util';
import { CliError } from './errors.ts';

export interface Output {
  readonly json: boolean;
  /** A new stage of the work. */
  phase(title: string): void;
  /** Something that is done, with what it took since the last `done` or `phase`. */
  done(text: string): void;
  /** Where the present work stands: shown on a terminal only, in one line that the next one overwrites. */
  progress(text: string): void;
  note(text: string): void;
  /** The one result of the command: the document under `--json`, else the text. */
  result(document: unknown, text: string): void;
  /** One of many results: a line of JSON under `--json`, else the text. */
  event(document: unknown, text: string): void;
  failure(error: unknown): void;
}

type Style = Parameters<typeof styleText>[0];

export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export function createOutput(json: boolean, { stdout, stderr }: Streams = process): Output {
  const moving = stderr.isTTY && process.env['TERM'] !== 'dumb';
  let since = performance.now();
  let line = false;
  // A program that reads line by line reads the last one so too.
  let lines = false;
  const paint = (style: Style, text: string): string => styleText(style, text, { stream: stderr });
  const clear = (): void => {
    if (line) stderr.write('\r\u001b[2K');
    line = false;
  };
  const write = (text: string): void => {
    clear();
    stderr.write(`${text}\n`);
  };
  return {
    json,
    phase(title) {
      since = performance.now();
      write(paint('bold', title));
    },
    done(text) {
      const seconds = (performance.now() - since) / 1000;
      since = performance.now();
      write(`  ${paint('green', '✓')} ${text} ${paint('dim', `${seconds.toFixed(1)} s`)}`);
    },
    progress(text) {
      if (!moving) return;
      clear();
      stderr.write(`  ${paint('dim', '…')} ${text.slice(0, Math.max(20, (stderr.columns ?? 80) - 6))}`);
      line = true;
    },
    note: (text) => write(paint('dim', text)),
    result(document, text) {
      clear();
      stdout.write(json ? `${toJson(document)}\n` : text.endsWith('\n') ? text : `${text}\n`);
    },
    event(document, text) {
      clear();
      lines = true;
      stdout.write(`${json ? toLine(document) : text}\n`);
    },
    failure(error) {
      const { code, message, next, facts } = describe(error);
      write(`${paint('red', `${code}:`)} ${message}`);
      if (next !== undefined) write(`  ${paint('bold', 'next:')} ${next}`);
      if (!json) return;
      const document = { error: { code, message, next: next ?? null, ...facts } };
      stdout.write(`${lines ? toLine(document) : toJson(document)}\n`);
    },
  };
}

/** Big integers travel as decimal text. */
export function toJson(document: unknown): string {
  return JSON.stringify(document, decimal, 2);
}

function toLine(document: unknown): string {
  return JSON.stringify(document, decimal);
}

function decimal(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

export interface Described {
  readonly code: string;
  readonly message: string;
  readonly next?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export function describe(error: unknown): Described {
  if (error instanceof CliError)
    return { code: error.code, message: error.message, next: error.next, facts: error.facts };
  if (!(error instanceof Error)) return { code: 'INTERNAL', message: String(error) };
  // Errors of the other rooms carry a code, and most of them the next step.
  const { code, next, nextStep } = error as { code?: unknown; next?: unknown; nextStep?: unknown };
  const advice = typeof next === 'string' ? next : typeof nextStep === 'string' ? nextStep : undefined;
  // Some say the next step in their message as well.
  const whole =
    advice !== undefined && error.message.endsWith(advice)
      ? error.message.slice(0, -advice.length).trimEnd()
      : error.message;
  const message = whole.split('\n', 1)[0] ?? '';
  if (typeof code === 'string') return { code, message, ...(advice === undefined ? {} : { next: advice }) };
  return {
    code: 'INTERNAL',
    message: error.stack ?? error.message,
    next: 'This is a fault of ours: please report it with the lines above.',
  };
}
