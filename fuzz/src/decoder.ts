// A decoder as the fuzzer sees it, and what it may say of an input.
import type { Chance } from './chance.ts';

export interface Sample {
  readonly bytes: Uint8Array;
  /** Where fields begin, so that whole ones can be doubled, dropped and exchanged; and which of them are lengths or counts. */
  readonly seams?: readonly Seam[];
}

export interface Seam {
  readonly at: number;
  readonly size: number;
  readonly counts: boolean;
}

/** Taken, with the bytes that it encodes to again where there is one encoding; or refused, in a way that the decoder promises. */
export type Verdict = { readonly taken: false } | { readonly taken: true; readonly again?: Uint8Array };

export const REFUSED: Verdict = { taken: false };

export function accepted(again?: Uint8Array): Verdict {
  return again === undefined ? { taken: true } : { taken: true, again };
}

export interface Decoder {
  /** room/what. */
  readonly name: string;
  /** What the input is: it decides in which ways it is broken. */
  readonly form: 'bytes' | 'text' | 'json';
  /** The functions that it is there to break, `path#name` from the root of the clone. */
  readonly covers: readonly string[];
  /** Valid inputs, made by the real encoders. */
  readonly samples: (chance: Chance) => readonly Sample[];
  /** Must return for any bytes. Only what the decoder promises to throw may be caught here. */
  readonly decode: (bytes: Uint8Array) => Verdict | Promise<Verdict>;
  /** One input of so many in the tests, where an input is dear: signatures, files, whole machines. 1 if absent. */
  readonly every?: number;
  /** Longest input. */
  readonly bytesMax?: number;
  /** Bytes that one input may make the decoder allocate beside `ALLOCATED_PER_BYTE` times its own length. */
  readonly allocatesMax?: number;
  /** Words of the format, put in now and then. */
  readonly words?: readonly string[];
  /** Of decoders that take any input at all, or none that is made here. */
  readonly takesAll?: boolean;
  readonly takesNone?: boolean;
}
