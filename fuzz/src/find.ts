// Where rooms keep their decoders.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Decoder } from './decoder.ts';

/** The clone. */
export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

export interface Found {
  readonly file: string;
  readonly decoder: Decoder;
}

/** Every decoder that a room hands in, in order of names. */
export async function findDecoders(root: string = ROOT): Promise<readonly Found[]> {
  const files = globSync('{packages,apps}/*/fuzz/*.fuzz.ts', { cwd: root }).sort();
  const found: Found[] = [];
  for (const file of files) {
    const path = join(root, file);
    for (const decoder of await decodersOf(path)) found.push({ file: path, decoder });
  }
  const names = found.map(({ decoder }) => decoder.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`two decoders are called ${twice}`);
  return found.sort((a, b) => (a.decoder.name < b.decoder.name ? -1 : 1));
}

/** The one of that name; where none has it, those with it in theirs. */
export function namedIn(all: readonly Found[], name: string): readonly Found[] {
  const exact = all.filter(({ decoder }) => decoder.name === name);
  return exact.length > 0 ? exact : all.filter(({ decoder }) => decoder.name.includes(name));
}

export async function loadDecoder(file: string, name: string): Promise<Decoder> {
  const decoder = (await decodersOf(file)).find((one) => one.name === name);
  if (decoder === undefined) throw new Error(`${file} has no decoder ${name}`);
  return decoder;
}

async function decodersOf(file: string): Promise<readonly Decoder[]> {
  const { decoders } = (await import(pathToFileURL(file).href)) as { readonly decoders: readonly Decoder[] };
  return decoders;
}
