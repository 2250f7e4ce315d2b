// The checks of a Solidity source, and the source with a switch in each. All mutants are compiled in one build, which takes a minute or two: in a block whose coinbase is the
// number of a check, that check does not hold. Nothing of it is in the sources themselves.
import type { Mutant, Planted } from './table.ts';
import { blanked, closing, type Found, named, operands, type Site } from './sites.ts';

/** What an `if` does that refuses. */
const REFUSES = /^(revert\b|return (0|false|address\(0\)|\(false|ORDER_|\(ORDER_|status ==|Verdict\.(?!Shown)))/;
const MODIFIERS = ['unlocked', 'onlyTasks', 'onlyStake'];

interface Body {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export function soliditySites(file: string, text: string): readonly Site[] {
  const code = blanked(text);
  const room = (file.split('/').at(-1) as string).replace('.sol', '');
  const bodies = functionsOf(code);
  const placeOf = (at: number): string => {
    const inside = bodies.filter(({ from, to }) => from <= at && at < to);
    return `${room}.${inside.at(-1)?.name ?? ''}`;
  };
  const found: Found[] = [];
  for (const match of code.matchAll(/\bif\s*\(/g)) {
    const open = match.index + match[0].length - 1;
    const close = closing(code, open);
    if (!REFUSES.test(code.slice(close).replace(/^[\s{]+/, ''))) continue;
    for (const [from, to] of operands(code, open + 1, close - 1))
      found.push({ kind: 'condition', from, to, place: placeOf(from) });
  }
  for (const match of code.matchAll(/\bassert\(/g)) {
    const open = match.index + match[0].length - 1;
    found.push({ kind: 'assertion', from: open + 1, to: closing(code, open) - 1, place: placeOf(open) });
  }
  for (const match of code.matchAll(/\bif (\w+) \{ revert\(0, 0\) \}/g)) {
    const from = match.index + 3;
    found.push({ kind: 'assembly', from, to: from + (match[1] as string).length, place: placeOf(from) });
  }
  for (const { name, from, to } of bodies) {
    const head = code.slice(from, Math.max(from, code.indexOf('{', from)));
    if (to <= from || name.startsWith('modifier ')) continue;
    for (const modifier of MODIFIERS) {
      const at = new RegExp(`\\b${modifier}\\b`).exec(head)?.index;
      if (at !== undefined)
        found.push({ kind: 'modifier', from: from + at, to: from + at + modifier.length, place: `${room}.${name}` });
    }
  }
  return named(file, text, found);
}

/** Functions, constructors and modifiers with a body. */
function functionsOf(code: string): readonly Body[] {
  return [...code.matchAll(/\b(?:function (\w+)|(constructor)|modifier (\w+))\s*\(/g)].map((match) => {
    const [, called, built, modifier] = match;
    const name = called ?? built ?? `modifier ${modifier ?? ''}`;
    const rest = code.slice(match.index);
    const open = /[{;]/.exec(rest)?.index ?? 0;
    const bodyless = rest[open] !== '{';
    return { name, from: match.index, to: bodyless ? match.index : closing(code, match.index + open) };
  });
}

/** The source with a switch in each check; `numbers` says which coinbase takes out which. */
export function switched(
  text: string,
  sites: readonly Site[],
  byHand: readonly Mutant[],
  numbers: ReadonlyMap<string, number>,
  off: string,
): string {
  const changes = [...sites, ...byHand.map((mutant) => plantedAt(text, mutant))];
  let out = text;
  for (const change of changes.toSorted((a, b) => b.from - a.from)) {
    const number = numbers.get(change.name) as number;
    const said = text.slice(change.from, change.to);
    const ask = `Off.out(${number})`;
    const instead = {
      condition: `(!${ask} && (${said}))`,
      assertion: `(${ask} || (${said}))`,
      modifier: `${said}Unless(${ask})`,
      assembly: 'and(iszero(iszero(wide)), iszero(off_))'.replace('wide', said),
      // Solidity's checks are conditions and assertions: no call is one.
      call: said,
      planted: 'instead' in change ? change.instead.replaceAll('OFF', ask) : '',
    }[change.kind];
    out = out.slice(0, change.from) + instead + out.slice(change.to);
    if (change.kind !== 'assembly') continue;
    const block = out.lastIndexOf('assembly', change.from);
    out = `${out.slice(0, block)}bool off_ = ${ask};\n        ${out.slice(block)}`;
  }
  const doubled = out.replaceAll(
    /modifier (\w+)\(\) \{([^}]*?)_;\s*\}/g,
    (whole: string, name: string, check: string) =>
      `${whole}\n    modifier ${name}Unless(bool off_) { if (!off_) {${check}} _; }`,
  );
  return doubled.replace(/(pragma solidity [^;]*;)/, `$1\nimport {Off} from "${off}";`);
}

function plantedAt(
  text: string,
  { name, planted }: Mutant,
): {
  readonly name: string;
  readonly kind: 'planted';
  readonly from: number;
  readonly to: number;
  readonly instead: string;
} {
  const { said, instead } = planted as Planted;
  const from = text.indexOf(said);
  return { name, kind: 'planted', from, to: from + said.length, instead };
}

/** The switch itself. Its cast makes a reader of the block pass for pure, so that pure functions can have one. */
export const OFF_SOURCE = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

library Off {
    function out(uint256 which) internal pure returns (bool) {
        function(uint256) internal view returns (bool) asks = _at;
        function(uint256) internal pure returns (bool) ask;
        assembly ("memory-safe") { ask := asks }
        return ask(which);
    }

    function _at(uint256 which) private view returns (bool off) {
        assembly ("memory-safe") { off := eq(coinbase(), which) }
    }
}
`;
