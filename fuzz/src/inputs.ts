// The inputs of a decoder: number i of a seed is always the same.
import { breakBytes } from './breakBytes.ts';
import { breakJson } from './breakJson.ts';
import { breakText } from './breakText.ts';
import { chanceOf } from './chance.ts';
import type { Decoder, Sample } from './decoder.ts';
import { INPUT_BYTES_MAX } from './limits.ts';

export interface Inputs {
  readonly samples: readonly Sample[];
  at(index: number): Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function inputsOf(of: Decoder, seed: string): Inputs {
  const samples = of.samples(chanceOf(`${seed}/${of.name}/samples`));
  if (samples.length === 0) throw new Error(`${of.name} has no samples`);
  const bytesMax = of.bytesMax ?? INPUT_BYTES_MAX;
  const texts = of.form === 'bytes' ? [] : samples.map(({ bytes }) => decoder.decode(bytes));
  const words = of.words ?? [];
  return {
    samples,
    at(index) {
      // First the samples as they are: a decoder that refuses those is given nothing to break.
      if (index < samples.length) return (samples[index] as Sample).bytes;
      const chance = chanceOf(`${seed}/${of.name}/${index}`);
      if (of.form === 'bytes') return breakBytes(chance.pick(samples), chance.pick(samples), chance, bytesMax);
      const [one, other] = [chance.pick(texts), chance.pick(texts)];
      const text = (of.form === 'json' ? breakJson : breakText)(one, other, chance, bytesMax, words);
      const bytes = encoder.encode(text);
      // Bytes that are no text at all.
      return chance.once(20) ? breakBytes({ bytes }, { bytes }, chance, bytesMax) : bytes;
    },
  };
}
