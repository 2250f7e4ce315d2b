// Builds kernels/field.ts (AssemblyScript) into src/internal/fieldKernel.generated.ts; with --check it only compares, so that what is
// committed is what the source gives. Base64 inside a module, because that loads synchronously and alike in Node and in any bundler.
import asc from 'assemblyscript/asc';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const KERNEL_BYTES_MAX = 8192;
const folder = fileURLToPath(new URL('../kernels/', import.meta.url));
const target = fileURLToPath(new URL('../src/internal/fieldKernel.generated.ts', import.meta.url));

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
if (binary.length === 0 || binary.length > KERNEL_BYTES_MAX) throw new Error(`the kernel has ${binary.length} bytes`);

const lines =
  Buffer.from(binary)
    .toString('base64')
    .match(/.{1,120}/g) ?? [];
const text = `// Generated from kernels/field.ts by scripts/build-kernel.ts: ${binary.length} bytes. Do not edit.
export const FIELD_KERNEL_BASE64: string = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(
    'src/internal/fieldKernel.generated.ts is not what kernels/field.ts gives: run `npm run pnpm -- --filter @enigma/crypto build:kernel`.',
  );
  process.exitCode = 1;
}
console.log(`field kernel: ${binary.length} bytes`);
