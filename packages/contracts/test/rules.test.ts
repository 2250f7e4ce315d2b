// The contracts against the protocol's pure rules: the same calls in the same blocks must give the same events, the same
// refusals and the same books. So the simulator's chain is the one that runs. Longer: npm run soak:rules.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Arena, compareRound, openArena } from './differential.ts';

const CALLS = 420;

describe('the contracts and the rules', () => {
  let arena: Arena;
  before(async () => {
    arena = await openArena();
  });
  after(() => arena.stop());

  it('agree on every call', async () => {
    const { seen } = await compareRound(arena, { seed: 20_261_124, calls: CALLS, broken: 0 });
    for (const name of [
      'create',
      'createMany',
      'settle',
      'open',
      'reads',
      'expire',
      'append',
      'QuorumNotMet',
      'BadSignature',
      'ackBodies',
      'postBody',
      'claimLate',
      'OrderSkipped',
      'BadCallback',
      'depositWithPermit',
      'rotateKeys',
    ]) {
      assert.ok(seen.has(name), `${name} never came up in ${[...seen.keys()].join()}`);
    }
  });

  it('agree on calls of which one fact is wrong', async () => {
    await arena.reset();
    const { seen } = await compareRound(arena, { seed: 6, calls: 120, broken: 2 });
    assert.ok([...seen.keys()].filter((name) => /^[A-Z]/.test(name)).length > 8, [...seen.keys()].join());
  });
});
