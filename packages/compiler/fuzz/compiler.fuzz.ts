// Source of anybody: a program, or diagnostics, whatever TypeScript's parser and checker make of it. And the paths in it, which say what is read of a disk.
import { readFileSync } from 'node:fs';
import { accepted, REFUSED, type Decoder } from '@enigma/fuzz';
import { loadModule } from '@enigma/bytecode';
import { compile, renderDiagnostic } from '../src/index.ts';
import { importedPath } from '../src/sources.ts';

const SAMPLES = ['voting', 'millionaires', 'offers', 'readings'];

const FILES: Readonly<Record<string, string>> = {
  'most.ts':
    "import { LIMIT } from './lib/limit.ts';\nexport function most(x: Secret<u8>): Secret<u8> { return min(x, LIMIT); }\n",
  'lib/limit.ts': 'export const LIMIT = 9;\n',
};
const IMPORTING = `import { most } from './most.ts';
export class Most extends Contract { run(x: Secret<u8>): u8 { return reveal(most(x), "most"); } }
`;

const COMPONENTS = `class Inner { list: u8[] = []; add(n: u8) { this.list.push(n); } }
class Token {
  private kept = map<u8, KeyedMap<Address, Secret<u64>>>();
  inner: Inner;
  constructor(n: u8) { this.inner = new Inner(); this.inner.add(n); }
  take(at: u8, who: Address, x: Secret<u64>): Secret<u64> {
    const own = this.kept.get(at);
    const had = own.get(who);
    if (x > had) return 0;
    own.set(who, had - x);
    return x;
  }
}
export class Bank extends Contract {
  a = new Token(1);
  b = new Token(2);
  run(x: Secret<u64>): u64 { const y = this.a.take(1, this.ctx.sender, x); return reveal(wrapping(y + this.b.take(2, NOBODY, x)), 'both'); }
}
`;

const source: Decoder = {
  name: 'compiler/source',
  form: 'text',
  covers: ['packages/compiler/src/compile.ts#compile'],
  every: 1000,
  // TypeScript's checker goes over long expressions again and again.
  bytesMax: 4096,
  allocatesMax: 1 << 30,
  words: [
    "import { most } from './most.ts';\n",
    'most(',
    'reveal(',
    'Secret<u8>',
    '@atBlock(',
    'for (const x of ',
    'inbox<',
    'view(',
    'new Token(',
    'KeyedMap<',
    'u64',
    'send(',
    'this.',
  ],
  samples: () => [
    ...SAMPLES.map((name) => ({
      bytes: readFileSync(new URL(`../../../samples/${name}/contract.ts`, import.meta.url)),
    })).filter(({ bytes }) => bytes.length < 4096),
    { bytes: Buffer.from(IMPORTING) },
    { bytes: Buffer.from(COMPONENTS) },
  ],
  decode(bytes) {
    const text = new TextDecoder().decode(bytes);
    const compiled = compile(text, { read: (path) => FILES[path] });
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

const ABOVE = 2;

const imports: Decoder = {
  name: 'compiler/imports',
  form: 'text',
  covers: ['packages/compiler/src/sources.ts#importedPath'],
  words: ['../', './', '..', '/', '.ts', '.d.ts', '\0', '\\', '%2e', 'file:'],
  samples: () =>
    ['./stats.ts', '../stats.ts', '../../shared/lib/stats-1_0.v2.ts'].map((path) => ({ bytes: Buffer.from(path) })),
  decode(bytes) {
    const target = importedPath('lib/own.ts', new TextDecoder().decode(bytes), ABOVE);
    if ('no' in target) return REFUSED;
    // Steps up stand in front and are few; what follows is plain names.
    const [, up = ''] = /^((?:\.\.\/)*)(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.ts$/.exec(target.path) ?? [];
    if (!target.path.endsWith('.ts') || up.length > 3 * ABOVE || target.path.slice(up.length).split('/').includes('..'))
      throw new Error(`leads to ${target.path}`);
    return accepted();
  },
};

export const decoders: readonly Decoder[] = [source, imports];
