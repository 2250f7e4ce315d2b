// Bytes of anybody: 20,000 random or mutated modules must give a module or a refusal, and what passes must have one byte string and run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  costOf,
  disassemble,
  encodeModule,
  evaluate,
  initialState,
  loadModule,
  policyOf,
  secret,
  zeroOf,
  mapLeaves,
  type Verified,
} from '@enigma/bytecode';
import { context } from './support/run.ts';
import { program } from './support/programs.ts';
import { dice, type Dice } from './support/random.ts';
import { carriedVotingModule, votingModule } from './support/voting.ts';

const CASES = 20_000;

function mutate(bytes: Uint8Array, random: Dice): Uint8Array {
  const out = [...bytes];
  for (let changes = 1 + random.below(3); changes > 0; changes--) {
    const at = random.below(out.length);
    const kind = random.below(4);
    if (kind === 0) out[at] = random.below(256);
    else if (kind === 1) out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
    else if (kind === 2) out.splice(at, 1 + random.below(3));
    else out.splice(at, 0, random.below(256));
  }
  return Uint8Array.from(out);
}

/** Runs every function from outside on zeros: whatever verifies must end in an outcome, never in an assertion of ours. */
function runAll(module: Verified): void {
  module.module.functions.forEach((fn, index) => {
    if (fn.kind === 'internal') return;
    const args = fn.params.map(({ type, label }) =>
      mapLeaves<bigint, bigint>(module.module.types, type, zeroOf(module.module.types, type), ({ scalar }) =>
        label === 's' ? secret(scalar as bigint) : scalar,
      ),
    );
    const state = initialState(module);
    assert.ok(['ok', 'revert', 'badInput'].includes(evaluate(module, index, { args, state, context }).outcome.status));
    assert.ok(costOf(module, index).ok);
  });
  assert.ok(policyOf(module).bytes.length > 0);
  assert.ok(disassemble(module).length > 0);
}

test(`${CASES} random and mutated modules`, () => {
  const random = dice(20260601);
  const seeds = [
    votingModule(),
    carriedVotingModule(),
    ...Array.from({ length: 20 }, (_, i) => program(dice(i + 1)).module),
  ].map(encodeModule);
  let accepted = 0;
  for (let i = 0; i < CASES; i++) {
    const bytes =
      i % 10 === 0
        ? Uint8Array.from({ length: random.below(200) }, () => random.below(256))
        : mutate(seeds[random.below(seeds.length)] as Uint8Array, random);
    const outcome = loadModule(bytes);
    if (!outcome.ok) {
      assert.match(outcome.code, /^E-/);
      continue;
    }
    accepted += 1;
    assert.deepEqual(encodeModule(outcome.value.module), bytes);
    if (accepted % 4 === 0) runAll(outcome.value);
  }
  assert.ok(accepted > 50, `only ${accepted} mutants survived: the fuzz reaches nothing behind the decoder`);
});

test('every prefix of a module is refused', () => {
  const bytes = encodeModule(votingModule());
  for (let length = 0; length < bytes.length; length++) assert.equal(loadModule(bytes.subarray(0, length)).ok, false);
});
