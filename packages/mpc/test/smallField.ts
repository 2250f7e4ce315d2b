// The engine over a small prime in place of p, for tests alone: what fails once in 2^107 runs over F_p fails once in twenty over F_251, and can be counted. The sources are read
// with the few lines changed that know p: the constant, the two that use that p's high word is all ones, and the kernel in WebAssembly, whose readable twin stands in. Whatever
// imports them afterwards (`await import`) runs over the small field; nothing of it can be reached from outside tests.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

type Change = readonly [said: string, instead: string];

function changesFor(p: number): Readonly<Record<string, readonly Change[]>> {
  return {
    'field.ts': [['2n ** 128n - 45n * 2n ** 40n + 1n;', `${p}n;`]],
    'vector.ts': [
      [
        'vector[2 * index] = (vector[2 * index] as bigint) - P_LOW;',
        'vector[2 * index] = elementAt(vector, index) % P;',
      ],
      [
        'if (halves[4 * i + 3] === 0xffff_ffff && halves[4 * i + 2] === 0xffff_ffff && (vector[2 * i] as bigint) >= P_LOW)',
        'if (elementAt(vector, i) >= P)',
      ],
    ],
    'wasmKernel.ts': [
      [
        'export const wasmKernel: FieldKernel = fused',
        "export { plainKernel as wasmKernel } from './kernel.ts';\nexport const unused: FieldKernel = fused",
      ],
    ],
  };
}

/** From here on modules are loaded as if p were this prime. */
export function overSmallField(p: number): void {
  const folder = new URL('../../crypto/src/', import.meta.url);
  const changed = new Map(
    Object.entries(changesFor(p)).map(([file, changes]) => {
      const url = new URL(file, folder);
      const source = changes.reduce(
        (text, [said, instead]) => {
          if (text.split(said).length !== 2) throw new Error(`${file} no longer says "${said}" once`);
          return text.replace(said, () => instead);
        },
        readFileSync(url, 'utf8'),
      );
      return [fileURLToPath(url), source];
    }),
  );
  registerHooks({
    load(url, context, next) {
      const source = url.startsWith('file:') ? changed.get(fileURLToPath(url)) : undefined;
      return source === undefined ? next(url, context) : { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}
