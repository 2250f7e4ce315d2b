// The same source on an engine without relaxed SIMD (Node 20 without a flag): integers are taken.
import assert from 'node:assert/strict';
import { test } from 'node:test';

WebAssembly.validate = () => false;
const { P, integerKernel, plainKernel, vectorOf, wasmKernel } = await import('../src/index.ts');

test('the kernel is that of integers', () => {
  assert.equal(wasmKernel, integerKernel);
  assert.equal(wasmKernel.name, 'wasm');
  const a = vectorOf(Array.from({ length: 40 }, (_, i) => P - 1n - BigInt(i) ** 20n));
  assert.deepEqual(wasmKernel.mulAdd(a, a, a), plainKernel.mulAdd(a, a, a));
});
