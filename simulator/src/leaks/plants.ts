// One planted value for each medium, none of them an input: each must be found where it was planted, or the search was worth nothing there.
import { concat, u32be, u64be, utf8 } from '@enigma/crypto';

export const MEDIA = ['disk', 'writes', 'log', 'http', 'links', 'chain'] as const;
export type Medium = (typeof MEDIA)[number];

/** What a node is asked to give away, in decimal. */
export interface PlantOrder {
  readonly log: string;
  readonly disk: string;
  readonly links: string;
}

/** Where a plant must be found: what a node gives its database comes to its disk. */
export const FOUND_IN: readonly (readonly [
  plant: 'disk' | 'log' | 'http' | 'links' | 'chain',
  media: readonly Medium[],
])[] = [
  ['disk', ['disk', 'writes']],
  ['log', ['log']],
  ['http', ['http']],
  ['links', ['links']],
  ['chain', ['chain']],
];

export function plantedLine(value: string): string {
  return `1010 ballot.read value=${value} seq=0`;
}

/** A frame of a link that no room understands, with the value in it, raw. */
export function plantedFrame(value: string): Uint8Array {
  const payload = concat(utf8('planted'), u64be(BigInt(value)), utf8('.'));
  return concat(u32be(payload.length), payload);
}
