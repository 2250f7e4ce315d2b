// Each rule over what others wrote, with a planted fault that it must find; over the workspace as it stands none is found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { manifestsHere } from '../supply.ts';
import { closureOf, parseLock } from '../supply/lock.ts';
import {
  type Installed,
  auditOf,
  licenceFaults,
  lockFaults,
  reasonFaults,
  scriptFaults,
  shipped,
  toolsFaults,
} from '../supply/rules.ts';

const text = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const HASH = `sha512-${'a'.repeat(86)}==`;
const LOCK = `lockfileVersion: '9.0'

importers:

  packages/a:
    dependencies:
      '@x/one':
        specifier: 1.0.0
        version: 1.0.0(two@2.0.0)
    devDependencies:
      dev:
        specifier: 3.0.0
        version: 3.0.0

packages:

  '@x/one@1.0.0':
    resolution: {integrity: ${HASH}}
    engines: {node: '>=18'}

  dev@3.0.0:
    resolution: {integrity: ${HASH}}

  two@2.0.0:
    resolution: {integrity: ${HASH}}

snapshots:

  '@x/one@1.0.0(two@2.0.0)':
    dependencies:
      two: 2.0.0
    transitivePeerDependencies:
      - three

  dev@3.0.0: {}

  two@2.0.0: {}
`;
const MANIFESTS = new Map([['packages/a', { dependencies: { '@x/one': '1.0.0' }, devDependencies: { dev: '3.0.0' } }]]);

function installed(changes: Readonly<Record<string, Partial<Installed>>> = {}): ReadonlyMap<string, Installed> {
  const usual: Installed = { license: 'MIT', runsOnInstall: false };
  return new Map(['@x/one@1.0.0', 'two@2.0.0', 'dev@3.0.0'].map((id) => [id, { ...usual, ...changes[id] }]));
}

void test('the lock: another version, a range, a missing hash, an unresolved need, what nobody asked for', () => {
  const faults = (lock: string, manifests = MANIFESTS): string => lockFaults(parseLock(lock), manifests).join('\n');
  assert.equal(faults(LOCK), '');
  const asks = (one: string): typeof MANIFESTS =>
    new Map([['packages/a', { dependencies: { '@x/one': one }, devDependencies: { dev: '3.0.0' } }]]);
  assert.match(faults(LOCK, asks('1.0.1')), /1\.0\.1 is not what the lock has/);
  assert.match(faults(LOCK.replace('specifier: 1.0.0', 'specifier: ^1.0.0'), asks('^1.0.0')), /no exact version/);
  assert.match(
    faults(LOCK.replace(`{integrity: ${HASH}}\n\nsnap`, '{tarball: https://a/b}\n\nsnap')),
    /two@2.0.0: without/,
  );
  assert.match(faults(LOCK.replace('\n  two@2.0.0:\n    res', '\n  owt@2.0.0:\n    res')), /two@2.0.0 is not resolved/);
  assert.match(
    faults(LOCK, new Map([['packages/a', { dependencies: { '@x/one': '1.0.0' } }]] as never)),
    /dev is in the lock alone/,
  );
  assert.match(faults(LOCK, new Map([...MANIFESTS, ['packages/b', {}]] as never)), /packages\/b: not in the lock/);
  assert.throws(() => parseLock(`${LOCK}\nwhat is this`), /another shape/);
  const tools = { packages: { '': {}, 'node_modules/a': { integrity: HASH } } };
  assert.deepEqual(toolsFaults(tools), []);
  assert.equal(toolsFaults({ packages: { ...tools.packages, b: { hasInstallScript: true } } }).length, 2);
});

void test('install scripts: one that nobody answered, a yes, a runner that would run them', () => {
  const settings = 'packages:\n  - a\nallowBuilds:\n  two: false\n';
  const runner = text('tools/run.mjs');
  const builds = installed({ 'two@2.0.0': { runsOnInstall: true } });
  assert.deepEqual(scriptFaults(builds, settings, runner), []);
  assert.match(scriptFaults(builds, settings.replace('two', 'other'), runner).join(), /two@2.0.0: an install script/);
  assert.match(
    scriptFaults(builds, settings.replace('false', 'true'), runner).join(),
    /two: its install script may run/,
  );
  assert.equal(scriptFaults(builds, `${settings}dangerouslyAllowAllBuilds: true\n`, runner).length, 1);
  assert.equal(scriptFaults(builds, settings, runner.replaceAll("'--frozen-lockfile',", '')).length, 1);
  assert.equal(scriptFaults(builds, settings, runner.replaceAll("'--ignore-scripts',", '')).length, 1);
});

void test('licences: of what ships alone, however deep, and none that is not told', () => {
  const lock = parseLock(LOCK);
  assert.deepEqual([...shipped(lock)], ['@x/one@1.0.0', 'two@2.0.0']);
  assert.deepEqual(licenceFaults(lock, installed({ 'dev@3.0.0': { license: 'GPL-3.0' } })), []);
  assert.deepEqual(licenceFaults(lock, installed({ 'two@2.0.0': { license: '(GPL-3.0 OR MIT)' } })), []);
  assert.match(
    licenceFaults(lock, installed({ 'two@2.0.0': { license: 'GPL-3.0' } })).join(),
    /two@2.0.0: licence GPL/,
  );
  assert.match(licenceFaults(lock, installed({ 'two@2.0.0': { license: '' } })).join(), /not told/);
  assert.match(licenceFaults(lock, new Map()).join(), /not installed/);
});

void test('reasons: a dependency without a line, and one with a line that says nothing', () => {
  const reasons = '| `@x/one` | a | does what we cannot |\n- `dev`: builds the whole thing\n';
  assert.deepEqual(reasonFaults(MANIFESTS, reasons), []);
  assert.match(reasonFaults(MANIFESTS, reasons.replace('`dev`', 'dev')).join(), /^dev:/);
  assert.match(reasonFaults(MANIFESTS, reasons.replace('does what we cannot', 'good')).join(), /^@x\/one:/);
});

void test('known weaknesses are faults, and a registry that keeps no list is said, not failed', () => {
  const one = { '1': { module_name: 'two', severity: 'high', title: 'reads what it should not' } };
  assert.deepEqual(auditOf(JSON.stringify({ advisories: one })), {
    kind: 'asked',
    faults: ['two: high, reads what it should not'],
  });
  assert.deepEqual(auditOf(JSON.stringify({ advisories: {} })), { kind: 'asked', faults: [] });
  const refused = { error: { code: 'ERR_PNPM_AUDIT_BAD_RESPONSE', message: 'responded with 405' } };
  assert.deepEqual(auditOf(JSON.stringify(refused)), { kind: 'unasked', why: 'responded with 405' });
  assert.equal(auditOf('spawn pnpm ENOENT').kind, 'unasked');
});

void test('the workspace as it stands keeps to the lock, and what ships is a part of it', () => {
  const lock = parseLock(text('pnpm-lock.yaml'));
  assert.deepEqual(lockFaults(lock, manifestsHere()), []);
  assert.deepEqual(reasonFaults(manifestsHere(), text('DEPENDENCIES.md')), []);
  const all = closureOf(lock, [...lock.needs.keys()]);
  assert.ok(shipped(lock).size > 30 && shipped(lock).size < all.size);
});
