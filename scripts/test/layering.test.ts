// Each rule of the layering check must first catch a planted violation.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { layeringViolations, type Manifest } from '../layering.ts';
import { ROOMS } from '../layering-table.ts';

const DOOR: Manifest = { exports: ['.'], dependencies: [], devDependencies: [] };
const REASONS = '- `@noble/hashes`: … - `jiff-mpc`: …';
const MANIFESTS: Readonly<Record<string, Manifest>> = {
  ...Object.fromEntries(Object.keys(ROOMS).map((name) => [name, DOOR])),
  mpc: { ...DOOR, devDependencies: ['jiff-mpc'] },
};

function rulesBroken(path: string, text: string): readonly string[] {
  return layeringViolations([{ path, text }], MANIFESTS, REASONS).map((violation) => violation.rule);
}

const PLANTED: readonly (readonly [title: string, path: string, text: string, rule: string])[] = [
  [
    'an edge upwards',
    'packages/crypto/src/a.ts',
    `import { t } from '@enigma/protocol';`,
    'crypto may not import protocol',
  ],
  ['a type-only edge', 'packages/mpc/src/a.ts', `import type { T } from '@enigma/node';`, 'mpc may not import node'],
  ['a re-export', 'packages/protocol/src/a.ts', `export * from '@enigma/mpc';`, 'protocol may not import mpc'],
  [
    'a dynamic import',
    'packages/client/src/a.ts',
    `await import('@enigma/compiler');`,
    'client may not import compiler',
  ],
  ['a path past a door', 'packages/mpc/src/a.ts', `import '@enigma/crypto/src/field.ts';`, 'import past a door'],
  [
    'a relative escape',
    'packages/mpc/src/a.ts',
    `import '../../crypto/src/field.ts';`,
    'a relative import stays in its room',
  ],
  ['an unlisted package', 'packages/protocol/src/a.ts', `import 'viem';`, 'package not listed for protocol'],
  ['a test tool in a source', 'packages/mpc/src/a.ts', `import 'fast-check';`, 'package not listed for mpc'],
  ['a node: module in a pure room', 'packages/mpc/src/a.ts', `import 'node:fs';`, 'no node: module in this room'],
  ['a socket outside host/', 'packages/node/src/a.ts', `import 'node:net';`, 'node: modules only in src/host'],
  [
    'the simulator in a test',
    'packages/node/test/a.test.ts',
    `import '@enigma/simulator';`,
    'nobody imports simulator',
  ],
  [
    'bytecode in a page',
    'apps/web/src/a.tsx',
    `import { policyOf } from '@enigma/bytecode';`,
    'web may not import bytecode',
  ],
  ['a node: module in a page', 'apps/web/src/a.tsx', `import 'node:fs';`, 'no node: module in this room'],
  ['ambient randomness', 'packages/mpc/src/a.ts', `const r = Math.random();`, 'pure room'],
  ['an ambient clock', 'packages/protocol/src/a.ts', `const t = new Date();`, 'pure room'],
  ['the network', 'packages/compiler/src/a.ts', `export const r = () => fetch('http://x');`, 'pure room'],
  ['globalThis as a detour', 'packages/crypto/src/a.ts', `globalThis.setTimeout(f, 1);`, 'pure room'],
];

void describe('layering', () => {
  for (const [title, path, text, rule] of PLANTED) {
    void test(`refuses ${title}`, () => {
      assert.deepEqual(rulesBroken(path, text), [rule]);
    });
  }

  void test('accepts what the table allows', () => {
    assert.deepEqual(rulesBroken('packages/mpc/src/a.ts', `import { P } from '@enigma/crypto'; import './b.ts';`), []);
    assert.deepEqual(rulesBroken('packages/mpc/test/a.test.ts', `import 'node:fs'; import 'fast-check';`), []);
    assert.deepEqual(rulesBroken('packages/mpc/bench/a.bench.ts', `import 'jiff-mpc';`), []);
    assert.deepEqual(rulesBroken('packages/node/src/host/a.ts', `import 'node:net'; console.log(Date.now());`), []);
    assert.deepEqual(rulesBroken('packages/mpc/src/a.ts', `const process = (x: number) => x; process(1);`), []);
    assert.deepEqual(rulesBroken('packages/mpc/src/a.ts', `const text = "import 'viem'"; // fetch()`), []);
    assert.deepEqual(
      rulesBroken('packages/mpc/src/a.ts', `const iso = (ms: number) => new Date(ms).toISOString();`),
      [],
    );
  });

  void test('names a dependency that no source imports, and a room that the table does not know', () => {
    const idle = layeringViolations([], { crypto: { ...DOOR, dependencies: ['@noble/hashes'] } }, REASONS);
    assert.deepEqual(idle, [
      { path: 'packages/crypto/package.json', found: '@noble/hashes', rule: 'declared and never imported' },
    ]);
    assert.equal(layeringViolations([], { attic: DOOR }, REASONS)[0]?.rule, 'room not in the table');
  });

  void test('asks a reason for each dependency', () => {
    const rules = layeringViolations([], { mpc: { ...DOOR, devDependencies: ['left-pad'] } }, REASONS);
    assert.deepEqual(rules, [{ path: 'DEPENDENCIES.md', found: 'left-pad', rule: 'dependency without a reason' }]);
  });

  void test('the command exits 1 on a planted file, 0 without it, and 1 when it reads nothing', () => {
    const root = mkdtempSync(join(tmpdir(), 'layering-'));
    const status = (): number | null =>
      spawnSync(process.execPath, [join(import.meta.dirname, '..', 'layering.ts'), '--root', root]).status;
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    try {
      assert.equal(status(), 1);
      write('packages/crypto/src/field.ts', 'export const P = 3n;\n');
      assert.equal(status(), 0);
      write('apps/web/src/Page.tsx', `import '@enigma/node';\n`);
      assert.equal(status(), 1);
      rmSync(join(root, 'apps'), { recursive: true });
      write('packages/crypto/src/bad.ts', `import '@enigma/protocol';\n`);
      assert.equal(status(), 1);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
