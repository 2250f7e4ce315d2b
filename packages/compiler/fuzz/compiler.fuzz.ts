// Source of anybody: a program, or diagnostics, whatever TypeScript's parser and checker make of it.
import { readFileSync } from 'node:fs';
import { accepted, REFUSED, type Decoder } from '@enigma/fuzz';
import { loadModule } from '@enigma/bytecode';
import { compile, renderDiagnostic } from '../src/index.ts';

const SAMPLES = ['voting', 'millionaires', 'offers', 'readings'];

const source: Decoder = {
  name: 'compiler/source',
  form: 'text',
  covers: ['packages/compiler/src/compile.ts#compile'],
  every: 1000,
  // TypeScript's checker goes over long expressions again and again.
  bytesMax: 4096,
  allocatesMax: 1 << 30,
  words: ['reveal(', 'Secret<u8>', '@atBlock(', 'for (const x of ', 'inbox<', 'view(', 'u64', 'send(', 'this.'],
  samples: () =>
    SAMPLES.map((name) => ({
      bytes: readFileSync(new URL(`../../../samples/${name}/contract.ts`, import.meta.url)),
    })).filter(({ bytes }) => bytes.length < 4096),
  decode(bytes) {
    const text = new TextDecoder().decode(bytes);
    const compiled = compile(text);
    if (!compiled.ok) {
      // `internal` is an error of ours that compile has caught.
      const ours = compiled.diagnostics.find(({ hint }) => hint?.includes('report the contract') === true);
      if (ours !== undefined) throw new Error(ours.message);
      for (const one of compiled.diagnostics) renderDiagnostic(one, 'contract.ts');
      return REFUSED;
    }
    if (!loadModule(compiled.bytes).ok) throw new Error('what was compiled is refused');
    return accepted();
  },
};

export const decoders: readonly Decoder[] = [source];
