// The fused kernel against the integers on millions of products (`FUSED_PRODUCTS=40000000` for more), and when it is taken. Its proof is
// fusedRanges.test.ts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type FieldVector,
  P,
  equalVectors,
  fromUniform,
  integerKernel,
  lengthOf,
  prf,
  seededRandom,
  sliceOf,
  utf8,
  vectorOf,
  wasmKernel,
} from '../src/index.ts';
import { fusedModule, integerModule } from '../src/internal/kernelModules.ts';
import { fusedModule as assembled } from '../scripts/fused/module.ts';

const products = Number(process.env['FUSED_PRODUCTS'] ?? 1 << 21);
const random = seededRandom('fused kernel');
const known = WebAssembly.validate(assembled());
const absent = known ? false : 'this engine does not know relaxed SIMD';

/** Limbs of 44, 44 and 40 bits, each next to an end, to a half, to one word's end, or anywhere. */
function adversarial(count: number): FieldVector {
  const limb = (bits: bigint): bigint => {
    const [kind = 0, near = 0, ...rest] = random(8);
    const ends = [0n, 2n ** bits, 2n ** (bits - 1n), 2n ** 32n, 2n ** 20n];
    const end = ends[kind % 8] ?? rest.reduce((sum, byte) => 256n * sum + BigInt(byte), 0n);
    return (((end + BigInt(near % 5) - 2n) % 2n ** bits) + 2n ** bits) % 2n ** bits;
  };
  const nearP = Array.from({ length: 64 }, (_, i) => P - 1n - BigInt(i >> 1) * 2n ** BigInt(i));
  const others = Array.from({ length: count - 64 }, () => (limb(44n) + (limb(44n) << 44n) + (limb(40n) << 88n)) % P);
  return vectorOf([...nearP, ...others]);
}

/** The same elements, from another one on. */
function rotated(vector: FieldVector, by: number): FieldVector {
  const result = vector.slice();
  result.set(sliceOf(vector, by, lengthOf(vector)));
  result.set(sliceOf(vector, 0, by), 2 * (lengthOf(vector) - by));
  return result;
}

function compare(a: FieldVector, b: FieldVector, c: FieldVector, s: bigint): void {
  const pairs = [
    [wasmKernel.mul(a, b), integerKernel.mul(a, b)],
    [wasmKernel.mulAdd(a, b, c), integerKernel.mulAdd(a, b, c)],
    [wasmKernel.line(a, b, s), integerKernel.line(a, b, s)],
    [wasmKernel.scale(a, s), integerKernel.scale(a, s)],
    [wasmKernel.combine([s, 1n, (P - s) % P], [a, b, c]), integerKernel.combine([s, 1n, (P - s) % P], [a, b, c])],
  ] as const;
  pairs.forEach(([fast, slow], i) => assert.ok(equalVectors(fast, slow), `operation ${i}`));
  assert.equal(wasmKernel.dot(a, b), integerKernel.dot(a, b));
}

describe('the fused kernel equals the integers', { skip: absent }, () => {
  test('on products of limbs at their ends', () => {
    assert.equal(wasmKernel.name, 'fused');
    const pool = adversarial(4096);
    for (let done = 0, by = 1; done < products; done += lengthOf(pool), by = (by + 1) % lengthOf(pool)) {
      const b = rotated(pool, by);
      compare(pool, b, rotated(pool, (by * 7) % lengthOf(pool)), (b[0] as bigint) + ((b[1] as bigint) << 64n));
    }
  });

  test('on uniform products', () => {
    const count = 1 << 14;
    const uniform = (): FieldVector => fromUniform(prf(random(16), utf8('fused'), 16 * count));
    for (let done = 0; done < products; done += count) {
      const s = uniform();
      compare(uniform(), uniform(), s, (s[0] as bigint) + ((s[1] as bigint) << 64n));
    }
  });
});

describe('the fused module is taken only where it is exact', { skip: absent }, () => {
  const memory = new WebAssembly.Memory({ initial: 4 });
  const integer = integerModule(memory);

  test('as it is', () => {
    assert.ok(fusedModule(memory, integer) !== undefined);
    assert.ok(new Uint8Array(memory.buffer).every((byte) => byte === 0));
  });

  test('not where the engine does not know an instruction', () => {
    const { validate } = WebAssembly;
    WebAssembly.validate = () => false;
    try {
      assert.equal(fusedModule(memory, integer), undefined);
    } finally {
      WebAssembly.validate = validate;
    }
  });

  test('not where a product is rounded before the sum', () => {
    const unfused = assembled(false);
    assert.ok(WebAssembly.validate(unfused));
    assert.equal(fusedModule(memory, integer, unfused), undefined);
  });

  test('not where a result is not that of the integers, whichever operation', () => {
    // 45, 16, 2^-44 and where columns start, as the module's functions have them: each place by itself.
    const bytes = assembled();
    let places = 0;
    for (const value of [45, -16, 2 ** -44, 1.5 * 2 ** 96]) {
      const pattern = new Uint8Array(Float64Array.of(value).buffer);
      for (let at = 0; at + 8 <= bytes.length; at++) {
        if (pattern.some((byte, i) => bytes[at + i] !== byte)) continue;
        const spoiled = bytes.slice();
        spoiled[at + 6] = (spoiled[at + 6] as number) ^ 1;
        assert.ok(WebAssembly.validate(spoiled));
        assert.equal(fusedModule(memory, integer, spoiled), undefined, `${value} at byte ${at}`);
        places += 1;
      }
    }
    assert.ok(places >= 6 * 4, `${places} places`);
  });
});
