// Builds kernels/field.ts (AssemblyScript) into src/internal/fieldKernel.generated.ts and the sequence of scripts/fused into
// src/internal/fusedKernel.generated.ts; with --check it only compares, so that what is committed is what the sources give. Base64 inside a module, because that loads synchronously and alike in Node and in any bundler.
import asc from 'assemblyscript/asc';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fusedModule } from './fused/module.ts';

const KERNEL_BYTES_MAX = 24576;
const folder = fileURLToPath(new URL('../kernels/', import.meta.url));

let binary = new Uint8Array(0);
const options = [
  'field.ts',
  '--outFile',
  'field.wasm',
  '--runtime',
  'stub',
  '--noExportMemory',
  '--importMemory',
  '--memoryBase',
  '0',
];
const messages: string[] = [];
const { error } = await asc.main([...options, '-O3', '--converge', '--noAssert', '--baseDir', folder], {
  writeFile(name, contents) {
    if (name === 'field.wasm') binary = contents as Uint8Array<ArrayBuffer>;
  },
  stderr: { write: (text: string | Uint8Array) => void messages.push(String(text)) },
});
if (error) throw new Error(`${error.message}\n${messages.join('')}`);
check('fieldKernel', 'FIELD_KERNEL_BASE64', 'kernels/field.ts', binary);
check('fusedKernel', 'FUSED_KERNEL_BASE64', 'scripts/fused', fusedModule());

function check(file: string, name: string, source: string, bytes: Uint8Array): void {
  if (bytes.length === 0 || bytes.length > KERNEL_BYTES_MAX) throw new Error(`${file} has ${bytes.length} bytes`);
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,120}/g) ?? [];
  const text = `// Generated from ${source} by scripts/build-kernel.ts: ${bytes.length} bytes. Do not edit.
export const ${name}: string = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
  const target = new URL(`../src/internal/${file}.generated.ts`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(
      `src/internal/${file}.generated.ts is not what ${source} gives: run \`npm run pnpm -- --filter @enigma/crypto build:kernel\`.`,
    );
    process.exitCode = 1;
  }
  console.log(`${file}: ${bytes.length} bytes`);
}
