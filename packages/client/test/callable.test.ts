// What a form asks for is read from the code: names, types, bounds, and which arguments are secret.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compile } from '@enigma/compiler';
import { callablesOf, deployedWith, prepareProgram, type CallableFunction, type Deployed } from '../src/index.ts';

function callables(sample: string, args: readonly unknown[]): readonly CallableFunction[] {
  const compiled = compile(readFileSync(new URL(`../../../samples/${sample}/contract.ts`, import.meta.url), 'utf8'));
  assert.ok(compiled.ok);
  const { verified } = prepareProgram({ program: compiled, args });
  // In the order of the code, which is that of the selectors.
  return [...callablesOf({ verified } as Deployed)].sort((a, b) => a.name.localeCompare(b.name));
}

test('millionaires join with a secret worth, and ask without arguments', () => {
  const worth = { name: 'worth', type: 'u64', kind: 'integer', secret: true, bounds: [0n, 2n ** 64n - 1n] };
  assert.deepEqual(callables('millionaires', []), [
    { name: 'join', params: [worth], isRead: false, answersCaller: false },
    { name: 'richest', params: [], isRead: false, answersCaller: false },
  ]);
});

test('what is only read says so', () => {
  const reads = callables('offers', []).map(({ name, isRead }) => [name, isRead]);
  assert.deepEqual(reads, [
    ['mine', true],
    ['offer', false],
    ['winner', true],
  ]);
});

test('a contract says what it was deployed with, unless that is nothing of its constructor', () => {
  const compiled = compile(
    readFileSync(new URL('../../../samples/sealed-bid-auction/contract.ts', import.meta.url), 'utf8'),
  );
  assert.ok(compiled.ok);
  const { verified, initArgs } = prepareProgram({ program: compiled, args: [2n ** 40n, true] });
  assert.deepEqual(deployedWith({ verified, initArgs }), { closes: 2n ** 40n, secondPrice: true });
  assert.equal(deployedWith({ verified, initArgs: initArgs.subarray(1) }), undefined);
});

test('what is scheduled, and not called, is none', () => {
  assert.deepEqual(callables('voting', [4, 100n]), []);
});
