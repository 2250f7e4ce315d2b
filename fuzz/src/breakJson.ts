// Ways to break JSON by its tree: other types, other numbers, names that objects have anyway, doubled and nested parts. What is no JSON at all comes from breakText.
import type { Chance } from './chance.ts';
import { breakText } from './breakText.ts';

/** JSON with places for what `JSON.stringify` would never write. */
type Tree =
  | null
  | boolean
  | number
  | string
  | { readonly raw: string }
  | Tree[]
  | { readonly entries: [name: string, value: Tree][] };

export function breakJson(
  text: string,
  other: string,
  chance: Chance,
  charsMax: number,
  words: readonly string[],
): string {
  if (chance.once(6)) return breakText(text, other, chance, charsMax, words);
  let tree = treeOf(text);
  const donor = treeOf(other);
  if (tree === undefined) return breakText(text, other, chance, charsMax, words);
  for (let left = 1 + chance.below(chance.once(3) ? 4 : 1); left > 0; left--)
    tree = broken(tree, donor ?? null, chance, words);
  return written(tree).slice(0, charsMax);
}

function treeOf(text: string): Tree | undefined {
  try {
    return grown(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function grown(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value === 'object' && value !== null)
    return { entries: Object.entries(value).map(([name, one]) => [name, grown(one)]) };
  return value as Tree;
}

function written(tree: Tree): string {
  if (tree === null || typeof tree !== 'object') return JSON.stringify(tree);
  if (Array.isArray(tree)) return `[${tree.map(written).join()}]`;
  if ('raw' in tree) return tree.raw;
  return `{${tree.entries.map(([name, value]) => `${JSON.stringify(name)}:${written(value)}`).join()}}`;
}

/** The tree with one of its parts, any alike, broken. */
function broken(tree: Tree, donor: Tree, chance: Chance, words: readonly string[]): Tree {
  const target = chance.below(sizeOf(tree));
  let at = 0;
  const walk = (one: Tree): Tree => {
    if (at++ === target) return changed(one, donor, chance, words);
    if (Array.isArray(one)) return one.map(walk);
    if (one !== null && typeof one === 'object' && 'entries' in one)
      return { entries: one.entries.map(([name, value]) => [name, walk(value)]) };
    return one;
  };
  return walk(tree);
}

function sizeOf(tree: Tree): number {
  if (Array.isArray(tree)) return tree.reduce<number>((sum, one) => sum + sizeOf(one), 1);
  if (tree !== null && typeof tree === 'object' && 'entries' in tree)
    return tree.entries.reduce((sum, [, one]) => sum + sizeOf(one), 1);
  return 1;
}

function partOf(tree: Tree, chance: Chance): Tree {
  if (chance.once(3)) return tree;
  if (Array.isArray(tree)) return tree.length === 0 ? tree : partOf(chance.pick(tree), chance);
  if (tree !== null && typeof tree === 'object' && 'entries' in tree)
    return tree.entries.length === 0 ? tree : partOf(chance.pick(tree.entries)[1], chance);
  return tree;
}

const OTHERS: readonly Tree[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  { raw: '-0' },
  { raw: '1e999' },
  { raw: '-1e999' },
  { raw: '1e-999' },
  { raw: '9'.repeat(300) },
  { raw: 'NaN' },
  { raw: '0x10' },
  { raw: '01' },
  { raw: '"\\ud800"' },
  { raw: '"\\u0000"' },
  '',
  '0x',
  '0',
  '0x00',
  '0xzz',
  '__proto__',
  [],
  { entries: [] },
  [[]],
  [null],
  { entries: [['length', 4294967295]] },
  { entries: [['__proto__', null]] },
  { raw: `${'['.repeat(5000)}${']'.repeat(5000)}` },
  { raw: `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}` },
];
const NAMES = ['__proto__', 'constructor', 'toString', 'valueOf', 'length', 'then', 'toJSON', ''];

function changed(one: Tree, donor: Tree, chance: Chance, words: readonly string[]): Tree {
  const kind = chance.below(8);
  if (kind < 2) return chance.pick(OTHERS);
  if (kind === 2) return partOf(donor, chance);
  if (typeof one === 'string') return breakText(one, one, chance, 20_000, words);
  if (typeof one === 'number') return chance.pick([one + 1, one - 1, -one, one / 2, one * 2 ** 32, String(one)]);
  if (Array.isArray(one)) return listChanged(one, donor, chance);
  if (one !== null && typeof one === 'object' && 'entries' in one) return objectChanged(one.entries, donor, chance);
  return chance.pick(OTHERS);
}

function listChanged(list: readonly Tree[], donor: Tree, chance: Chance): Tree {
  const copy = [...list];
  const at = chance.below(copy.length + 1);
  switch (chance.below(4)) {
    case 0:
      copy.splice(at, 1);
      return copy;
    case 1:
      return copy.toReversed();
    case 2:
      return Array.from({ length: 1 + chance.below(chance.once(4) ? 3000 : 3) }, () => copy).flat();
    default:
      copy.splice(at, 0, partOf(donor, chance));
      return copy;
  }
}

function objectChanged(entries: readonly (readonly [string, Tree])[], donor: Tree, chance: Chance): Tree {
  const copy = entries.map(([name, value]): [string, Tree] => [name, value]);
  const at = chance.below(copy.length);
  switch (chance.below(5)) {
    case 0:
      copy.splice(at, 1);
      break;
    case 1:
      copy.push([chance.pick(NAMES), partOf(donor, chance)]);
      break;
    case 2:
      // The same name twice: the last counts.
      if (copy[at] !== undefined) copy.push([copy[at][0], partOf(donor, chance)]);
      break;
    case 3:
      if (copy[at] !== undefined) copy[at][0] = chance.pick(NAMES);
      break;
    default: {
      const other = chance.below(copy.length);
      const [a, b] = [copy[at], copy[other]];
      if (a !== undefined && b !== undefined) [a[1], b[1]] = [b[1], a[1]];
    }
  }
  return { entries: copy };
}
