// Finds 64-bit numbers in bytes, in every form in which somebody may have written them: raw in both byte orders, hex, decimal, base64 and base64url at each of their three alignments.
import { toHex, u64be, u64le } from '@enigma/crypto';

export interface Needle {
  readonly value: bigint;
  readonly form: string;
  readonly bytes: Uint8Array;
}

export interface Finder {
  /** Names of what is found, `<form> of <value's place in the list>`. */
  find(hay: Uint8Array): readonly string[];
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

export function formsOf(value: bigint): readonly Needle[] {
  const forms: [string, Uint8Array][] = [
    ['raw LE', u64le(value)],
    ['raw BE', u64be(value)],
    ['decimal', ascii(String(value))],
  ];
  for (const [order, raw] of [['LE', u64le(value)] as const, ['BE', u64be(value)] as const]) {
    const hex = toHex(raw).slice(2);
    forms.push([`hex ${order}`, ascii(hex)], [`HEX ${order}`, ascii(hex.toUpperCase())]);
    // The number may begin at any of three places in a group; only the characters that it alone decides are looked for.
    for (let lead = 0; lead < 3; lead++) {
      const text = btoa(String.fromCharCode(...new Uint8Array(lead), ...raw));
      const first = Math.ceil((8 * lead) / 6);
      const told = text.slice(first, Math.floor((8 * (lead + 8)) / 6));
      forms.push(
        [`base64 ${order}+${lead}`, ascii(told)],
        [`base64url ${order}+${lead}`, ascii(told.replaceAll('+', '-').replaceAll('/', '_'))],
      );
    }
  }
  return forms.map(([form, bytes]) => ({ value, form, bytes }));
}

export function createFinder(values: readonly bigint[]): Finder {
  const starts = new Uint8Array(1 << 24);
  const byStart = new Map<number, { readonly name: string; readonly bytes: Uint8Array }[]>();
  for (const [place, value] of values.entries()) {
    for (const { form, bytes } of formsOf(value)) {
      const start = startOf(bytes, 0);
      starts[start] = 1;
      byStart.set(start, [...(byStart.get(start) ?? []), { name: `${form} of ${place}`, bytes }]);
    }
  }
  return {
    find(hay) {
      const found: string[] = [];
      for (let at = 0; at + 8 <= hay.length; at++) {
        const start = startOf(hay, at);
        if (starts[start] === 0) continue;
        for (const { name, bytes } of byStart.get(start) ?? [])
          if (bytes.every((byte, k) => hay[at + k] === byte)) found.push(name);
      }
      return found;
    },
  };
}

function startOf(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
}
