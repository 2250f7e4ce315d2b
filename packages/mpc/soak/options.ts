// What the soaks of this room are told: options or a usage that says which there are, and how far they are.
import { calledWith, refuse, wholeNumber } from '@enigma/fuzz/commandLine';

export interface SoakOptions {
  readonly games: number;
  readonly first: number;
  readonly only: string;
  readonly json: boolean;
}

/** Ends the process where help is asked for (0) or an option is none (2). */
export function soakOptions(usage: string, games: number): SoakOptions {
  const values = calledWith(usage, {
    games: { type: 'string', default: String(games) },
    first: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') process.exit(values);
  const [count, first] = [wholeNumber(values.games, 1), wholeNumber(values.first, 0)];
  if (count !== undefined && first !== undefined) return { games: count, first, only: values.only, json: values.json };
  process.exit(refuse(usage, '--games and --first are whole numbers, and there is at least one game.'));
}

/** Says how far it is, where somebody looks. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text === '' ? '' : `  … ${text}`}`);
}

/** The last word: how many rows were off. None at all is no success. */
export function conclude(rows: number, off: number, json: boolean): void {
  if (rows === 0) console.error('nothing has that in its name');
  else (json ? console.error : console.log)(`${off} off their rate`);
  process.exitCode = rows === 0 ? 2 : off === 0 ? 0 : 1;
}
