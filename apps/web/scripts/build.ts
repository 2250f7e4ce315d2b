// Builds the page when its sources have changed since, and prints the folder that holds it. Sources are known by their hash; a folder is there whole or not at all, so that two
// builds at once do not meet.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const builds = join(room, 'dist', 'site');
const SOURCES = [
  'pnpm-lock.yaml',
  'apps/web/{index.html,package.json,tsconfig.json}',
  'apps/web/{src,scripts}/**/*.*',
  // What the page bundles of ours.
  'packages/{client,contracts,protocol,bytecode,crypto}/{package.json,src/**/*.ts}',
];
/** Builds that stay: one may still be served while the next one is made. */
const KEPT = 3;

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: root }).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function buildInto(folder: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: room,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: true,
      // A data: URL would need a wider policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // One page, one file; it is read from this machine.
      chunkSizeWarningLimit: 1000,
    },
  });
}

const name = sourceHash();
const folder = join(builds, name);
if (!existsSync(folder)) {
  mkdirSync(builds, { recursive: true });
  const making = `${folder}.${process.pid}`;
  try {
    await buildInto(making);
    renameSync(making, folder);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  const older = readdirSync(builds).filter((one) => one !== name && !one.includes('.'));
  for (const one of older.slice(KEPT - 1)) rmSync(join(builds, one), { recursive: true, force: true });
}
console.log(folder);
