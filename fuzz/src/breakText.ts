// Ways to break text: lines, numbers, and runs of one character, which is what slow patterns stumble over.
import type { Chance } from './chance.ts';

type Break = (text: string, other: string, chance: Chance, charsMax: number) => string;

export function breakText(
  text: string,
  other: string,
  chance: Chance,
  charsMax: number,
  words: readonly string[],
): string {
  let now = text;
  for (let left = 1 + chance.below(chance.once(3) ? 4 : 1); left > 0; left--) {
    const word = words.length > 0 && chance.once(8);
    now = word ? inserted(now, chance.pick(words), chance) : chance.pick(BREAKS)(now, other, chance, charsMax);
    now = now.slice(0, charsMax);
  }
  return now;
}

const STRANGE: readonly string[] = [
  '',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\ud800',
  '\u00a0',
  'ß',
  '٣',
  '𝟜',
  '\r',
  '\n',
  '\t',
  '0x',
  '0X',
  '-',
  '+',
  '.',
  '1e9',
  '-0',
  'NaN',
  'Infinity',
  '0x10',
  '00',
  '1_000',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '/../',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '#',
  ':',
  ',',
  '=',
];

const replace: Break = (text, _, chance) => {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + chance.pick(STRANGE) + text.slice(at + 1);
};
const insert: Break = (text, _, chance) => inserted(text, chance.pick(STRANGE), chance);
const drop: Break = (text, _, chance) => {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + 1 + chance.below(8));
};
const truncate: Break = (text, _, chance) => text.slice(0, chance.below(text.length + 1));
const splice: Break = (text, other, chance) =>
  text.slice(0, chance.below(text.length + 1)) + other.slice(chance.below(other.length + 1));
/** A run of what stands at one place: long now and then. */
const run: Break = (text, _, chance, charsMax) => {
  const at = chance.below(text.length + 1);
  const what = chance.once(3) ? chance.pick(STRANGE) : text.slice(at, at + 1);
  const times = chance.once(4) ? Math.floor(charsMax / Math.max(1, what.length)) : 1 + chance.below(60);
  return text.slice(0, at) + what.repeat(Math.max(0, times)) + text.slice(at);
};
const lines: Break = (text, _, chance) => {
  const all = text.split('\n');
  const [a, b] = [chance.below(all.length), chance.below(all.length)];
  const kind = chance.below(3);
  if (kind === 0) all.splice(a, 1);
  else if (kind === 1) all.splice(b, 0, all[a] as string);
  else [all[a], all[b]] = [all[b] as string, all[a] as string];
  return all.join('\n');
};
/** One of its numbers becomes another. */
const number: Break = (text, _, chance) => {
  const found = [...text.matchAll(/\d+/g)];
  if (found.length === 0) return replace(text, text, chance, text.length);
  const one = chance.pick(found);
  const given = BigInt(one[0].slice(0, 60));
  const value = chance.pick([
    `${given + 1n}`,
    `${given - 1n}`,
    '0',
    '4294967295',
    '4294967296',
    '9007199254740993',
    '18446744073709551616',
    '9'.repeat(400),
    `0${one[0]}`,
    `${one[0]}.5`,
    `-${one[0]}`,
  ]);
  return text.slice(0, one.index) + value + text.slice(one.index + one[0].length);
};
const upper: Break = (text) => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());

const BREAKS: readonly Break[] = [
  replace,
  replace,
  insert,
  insert,
  drop,
  truncate,
  splice,
  run,
  run,
  lines,
  number,
  number,
  upper,
];

function inserted(text: string, what: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}
