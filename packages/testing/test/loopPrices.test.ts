// What natural loops cost, as gas before the pass bounded each thing that a loop carries on its own, and since: a price is no less than what the engine's plan
// takes, and a contract that runs here can be paid for on a network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  costOf,
  functionNamed,
  gasOf,
  initialState,
  mapLeaves,
  secret,
  sizesOf,
  valueOf,
  type Value,
} from '@enigma/bytecode';
import { compile, renderDiagnostic } from '@enigma/compiler';
import { planTasks, type SecretInput, type TaskInputs } from '@enigma/mpc';

interface Program {
  readonly name: string;
  readonly fields?: string;
  /** Of eight sealed numbers `a`, and `b` and `n` beside them. */
  readonly body: string;
  readonly result?: string;
  /** Gas as it was priced, and as it is. */
  readonly before: bigint;
  readonly after: bigint;
}

const programs: readonly Program[] = [
  {
    name: 'a running sum beside the array of its sums',
    body: 'const d = zeros<u32>(8); let sum: Secret<u32> = 0; for (let i = 0; i < 8; i++) { sum = wrapping(sum + a[i]); d[i] = sum; }',
    result: 'max(d[3], d[7])',
    before: 140_287n,
    after: 9_216n,
  },
  {
    name: 'an array alone',
    body: 'const d = zeros<u32>(8); for (let i = 0; i < 8; i++) d[i] = max(a[i], 5);',
    result: 'max(d[3], d[7])',
    before: 11_180n,
    after: 11_180n,
  },
  {
    name: 'a counter beside a histogram',
    body: 'const h = zeros<u32>(8); let seen: u32 = 0; for (let i = 0; i < 8; i++) { h[a[i]] = wrapping(h[a[i]] + 1); seen++; } for (let k = 0; k < seen; k++) h[k] = wrapping(h[k] * h[k]);',
    result: 'h[3]',
    before: 23_075_861_790n,
    after: 91_349n,
  },
  {
    name: 'an array that is spread into a longer one',
    body: 'let d: Secret<u32>[] = []; for (let i = 0; i < 8; i++) d = [...d, max(a[i], 3)];',
    result: 'd[0]',
    before: 140_185n,
    after: 9_114n,
  },
  {
    name: 'an array that another is joined to',
    body: 'let d: Secret<u32>[] = []; for (let i = 0; i < 8; i++) d = d.concat([a[i]]);',
    result: 'd[0]',
    before: 135_940n,
    after: 4_869n,
  },
  {
    name: 'a loop under a secret condition',
    body: 'const d = zeros<u32>(8); let sum: Secret<u32> = 0; if (b) for (let i = 0; i < 8; i++) { sum = wrapping(sum + a[i]); d[i] = sum; }',
    result: 'max(d[0], d[7])',
    before: 407_006_065n,
    after: 14_226n,
  },
  {
    name: 'rows that follow one another',
    body: 'let p = zeros<u32>(8); let q = zeros<u32>(8); let rows: u32 = 0; for (let i = 0; i < 8; i++) { const t = zeros<u32>(8); for (let k = 1; k < 8; k++) t[k] = max(p[k - 1], wrapping(q[k] + a[i])); p = [...q]; q = [...t]; rows++; }',
    result: 'q[7]',
    before: 95_582n,
    after: 95_582n,
  },
  {
    name: 'an array that grows in a loop in a loop',
    body: 'let d: Secret<u32>[] = []; let sum: Secret<u32> = 0; for (let i = 0; i < 8; i++) for (let k = 0; k < 8; k++) { sum = wrapping(sum + a[i]); d = [...d, sum]; }',
    result: 'd[0]',
    before: 1_054_480n,
    after: 5_976n,
  },
  {
    name: 'a field that is an array beside one that is a number',
    fields: 'private d: Secret<u32>[] = zeros<u32>(8); private sum: Secret<u32> = 0;',
    body: 'for (let i = 0; i < 8; i++) { this.sum = wrapping(this.sum + a[i]); this.d[i] = max(this.sum, 9); }',
    before: 2_080_668_384n,
    after: 31_456n,
  },
  {
    name: 'a field that is pushed to in a loop in a loop',
    fields: 'private d: Secret<u32>[] = []; private sum: Secret<u32> = 0;',
    body: 'for (let i = 0; i < 8; i++) for (let k = 0; k < 3; k++) { this.sum = wrapping(this.sum + a[i]); this.d.push(this.sum); }',
    result: 'this.d[0]',
    before: 404_870n,
    after: 11_663n,
  },
  {
    name: 'an array that grows by another that grows',
    body: 'let p: Secret<u32>[] = []; let q: Secret<u32>[] = []; for (const x of a) { p = [...p, x]; q = [...q, ...p]; }',
    result: 'q[0]',
    before: 398_085n,
    after: 4_880n,
  },
  {
    name: 'an array that is what another was, and shorter only at first',
    body: 'let p: Secret<u32>[] = [a[0], a[1], a[2], a[3], a[4]]; let q: Secret<u32>[] = [a[0]]; let most: Secret<u32> = 0; for (let i = 0; i < 20; i++) { for (const x of p) most = max(most, x); p = [...q]; q = [...q, a[1]]; }',
    result: 'most',
    before: 46_790_451_312n,
    after: 1_156_641n,
  },
  {
    name: 'a public condition',
    body: 'let d: Secret<u32>[] = []; let kept: u32 = 0; for (const x of a) if (n > 3) { d = [...d, max(x, 1)]; kept++; }',
    result: 'd[0]',
    before: 140_187n,
    after: 9_116n,
  },
  {
    name: 'neighbours that change places',
    body: 'const d = [...a]; let sum: Secret<u32> = 0; for (let i = 0; i < 8; i++) for (let k = 0; k < 7; k++) { const low = min(d[k], d[k + 1]); d[k + 1] = max(d[k], d[k + 1]); d[k] = low; sum = wrapping(sum + low); }',
    result: 'sum',
    before: 168_670n,
    after: 168_670n,
  },
  {
    name: 'two arrays and what is best so far',
    body: 'let best: Secret<u32> = 0; const d = zeros<u32>(8); const e = zeros<u8>(8); for (let i = 0; i < 8; i++) { if (a[i] > best) best = a[i]; d[i] = best; if (a[i] > 3) e[i] = 1; }',
    result: 'wrapping(d[7] + u32(e[1]))',
    before: 287_622n,
    after: 25_480n,
  },
];

for (const { name, fields = '', body, result, before, after } of programs)
  test(`${name}: ${before.toLocaleString('en')} gas before, ${after.toLocaleString('en')} since`, () => {
    const end = result === undefined ? '' : ` return reveal(${result}, 'the outcome');`;
    const compiled = compile(
      `export class C extends Contract {\n${fields}\nf(a: FixedArray<Secret<u32>, 8>, b: Secret<bool>, n: u32)${result === undefined ? '' : ': u32'} { ${body}${end} }\n}\n`,
    );
    if (!compiled.ok)
      assert.fail(compiled.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, 'c.ts')).join('\n'));
    const { verified } = compiled;
    const fn = functionNamed(verified, 'f');
    const { types, functions } = verified.module;
    let position = 0;
    const inputs: TaskInputs = {
      module: verified,
      fn,
      args: (functions[fn]?.params ?? []).map(({ type, label }): Value<SecretInput> => {
        if (label === 'p') return 8n;
        const zeros =
          type === functions[fn]?.params[0]?.type
            ? { kind: 'vector' as const, elements: new Array<bigint>(8).fill(0n) }
            : 0n;
        return mapLeaves<never, SecretInput>(types, type, zeros, () =>
          secret({ maskId: new Uint8Array(32), position: position++, delta: 0n }),
        );
      }),
      state: initialState(verified).map((value, i) =>
        mapLeaves<never, SecretInput>(types, verified.module.fields[i]!.type, value as Value<never>, () =>
          secret({ share: 0n }),
        ),
      ),
      inbox: [],
      context: { sender: 1n, self: 2n, height: 10n, time: 0n, value: 0n, seats: 3, threshold: 1 },
      openMode: compiled.openMode,
    };
    const cost = costOf(verified, fn);
    assert.ok(cost.ok);
    const sizes = sizesOf(verified, fn, inputs);
    const plan = planTasks({ n: 5, T: 2 }, [inputs]);
    const { opened, ands, rounds } = cost.value;
    assert.deepEqual(
      [plan.elements + plan.daBits, plan.ands, plan.rounds - 1].map((use, k) => {
        const price = valueOf([opened, ands, rounds][k]!, sizes);
        return BigInt(use) <= price ? 'covered' : `${use} for ${price}`;
      }),
      ['covered', 'covered', 'covered'],
    );
    assert.equal(gasOf(cost.value, sizes), after);
  });
