// The real file, tallied by the plain evaluator: the meaning that every engine must agree with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evaluate, functionNamed, plainLeaves } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';

/** One choice a voter: a line of the file is `voters: first,second,…`. */
function firstPreferences(): readonly bigint[] {
  const file = readFileSync(new URL('./elections/debian-2002-leader.soi', import.meta.url), 'utf8');
  return [...file.matchAll(/^(\d+): *(\d+)/gm)].flatMap(([, voters, first]) =>
    Array.from({ length: Number(voters) }, () => BigInt(first ?? 0)),
  );
}

test('the contract counts what the file says', () => {
  const compiled = compile(readFileSync(new URL('./contract.ts', import.meta.url), 'utf8'));
  assert.ok(compiled.ok);
  const { verified } = compiled;
  const context = { sender: 0n, self: 0n, height: 100n, time: 0n, value: 0n, seats: 4, threshold: 1 };
  const deployed = evaluate(verified, functionNamed(verified, 'constructor'), { args: [4n, 90n], context });
  assert.equal(deployed.outcome.status, 'ok');
  const state = deployed.outcome.status === 'ok' ? deployed.outcome.state : [];
  const inbox = firstPreferences().map((choice, i) => ({
    sender: BigInt(i + 1),
    index: BigInt(i),
    height: 80n,
    values: [choice],
  }));
  assert.equal(inbox.length, 475);
  const fn = functionNamed(verified, 'tally');
  const { outcome } = evaluate(verified, fn, { state, inbox, context });
  assert.equal(outcome.status, 'ok');
  const type = verified.module.functions[fn]?.results[0]?.type ?? 0;
  const votes = outcome.status === 'ok' ? plainLeaves(verified, type, outcome.results[0] ?? 0n) : [];
  assert.deepEqual(votes, [144n, 101n, 227n, 3n]);
});
