// Where a source refuses something. Each place is a check that somebody may lean on, so each is taken out once and a test must notice; `|| b` is a check of its own.

/** How a check is taken out. */
export type SiteKind =
  /** An operand of the condition of an `if` that refuses: never true. */
  | 'condition'
  /** What an assertion holds: always true. */
  | 'assertion'
  /** A function's modifier: not applied. */
  | 'modifier'
  /** A call that asks and refuses by itself: not made. */
  | 'call'
  /** An `if` in assembly, whose condition is one word. */
  | 'assembly';

export interface Site {
  /** `Bank._take: have < amount`: the function and the check's own text, so that a table of names is read beside the source. */
  readonly name: string;
  /** From the root of the workspace. */
  readonly file: string;
  readonly kind: SiteKind;
  /** Offsets of the check's text. */
  readonly from: number;
  readonly to: number;
}

/** A check as it is found, before it has its name. */
export interface Found {
  readonly kind: SiteKind;
  readonly from: number;
  readonly to: number;
  /** File and function. */
  readonly place: string;
}

/** Names what was found. A second check of the same words in one function gets its number. */
export function named(file: string, text: string, found: readonly Found[]): readonly Site[] {
  const counts = new Map<string, number>();
  return found
    .toSorted((a, b) => a.from - b.from)
    .map(({ place, ...site }) => {
      const words = `${place}: ${text.slice(site.from, site.to).replaceAll(/\s+/g, ' ')}`;
      const count = (counts.get(words) ?? 0) + 1;
      counts.set(words, count);
      return { ...site, file, name: count === 1 ? words : `${words} #${count}` };
    });
}

/** The text with comments and string literals blanked, each offset as it was. */
export function blanked(text: string): string {
  return text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"/g, (part) =>
    part.replaceAll(/[^\n]/g, (sign, at: number) =>
      part.startsWith('"') && at % (part.length - 1) === 0 ? sign : ' ',
    ),
  );
}

/** The offset behind the bracket that closes the one at `open`. */
export function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if ('([{'.includes(text[at] as string)) depth++;
    else if (')]}'.includes(text[at] as string) && --depth === 0) return at + 1;
  }
  throw new RangeError('a bracket that nobody closes');
}

/** The operands of a condition that are joined by `||` at its top, without their blanks. */
export function operands(text: string, from: number, to: number): readonly (readonly [from: number, to: number])[] {
  const parts: [number, number][] = [];
  let depth = 0;
  let begun = from;
  for (let at = from; at <= to; at++) {
    const sign = text[at] as string;
    if (at < to && '([{'.includes(sign)) depth++;
    else if (at < to && ')]}'.includes(sign)) depth--;
    if (at !== to && (depth !== 0 || text.slice(at, at + 2) !== '||')) continue;
    const part = text.slice(begun, at);
    parts.push([begun + part.length - part.trimStart().length, begun + part.trimEnd().length]);
    begun = at + 2;
    at++;
  }
  return parts;
}
