// The real file, tallied by the plain evaluator: the meaning that every engine must agree with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evaluate, functionNamed, plainLeaves } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import { ballotsOf, ElectionError, firstPreferences, parseElection } from './elections.ts';

const text = readFileSync(new URL('./elections/debian-2002-leader.soi', import.meta.url), 'utf8');
const head = '# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 3\n';

test('the Debian election of 2002', () => {
  const election = parseElection(text);
  assert.equal(election.title, 'Debian 2002 Leader');
  assert.equal(election.voters, 475);
  assert.deepEqual(
    election.alternatives.map(({ name }) => name),
    ['Branden Robinson', 'Raphael Hertzog', 'Bdale Garbee', 'None Of The Above'],
  );
  assert.deepEqual(
    [...firstPreferences(election)],
    [
      [1, 144],
      [2, 101],
      [3, 227],
      [4, 3],
    ],
  );
});

test('the contract counts what the file says', () => {
  const compiled = compile(readFileSync(new URL('./contract.ts', import.meta.url), 'utf8'));
  assert.ok(compiled.ok);
  const { verified } = compiled;
  const context = { sender: 0n, self: 0n, height: 100n, time: 0n, seats: 4, threshold: 1 };
  const deployed = evaluate(verified, functionNamed(verified, 'constructor'), { args: [4n, 90n], context });
  assert.equal(deployed.outcome.status, 'ok');
  const state = deployed.outcome.status === 'ok' ? deployed.outcome.state : [];
  const ballots = ballotsOf(parseElection(text));
  const inbox = ballots.map((choice, i) => ({
    sender: BigInt(i + 1),
    index: BigInt(i),
    height: 80n,
    values: [BigInt(choice)],
  }));
  const fn = functionNamed(verified, 'tally');
  const { outcome } = evaluate(verified, fn, { state, inbox, context });
  assert.equal(outcome.status, 'ok');
  const type = verified.module.functions[fn]?.results[0]?.type ?? 0;
  const votes = outcome.status === 'ok' ? plainLeaves(verified, type, outcome.results[0] ?? 0n) : [];
  assert.deepEqual(votes, [144n, 101n, 227n, 3n]);
});

test('a damaged file is refused with its line', () => {
  const cases: readonly [string, string, number][] = [
    ['', 'NOT_AN_ELECTION', 0],
    ['hello', 'NOT_AN_ELECTION', 1],
    ['3: 1,2\n', 'NOT_AN_ELECTION', 1],
    [`${head}`, 'NOT_AN_ELECTION', 0],
    ['# DATA TYPE: toc\n', 'NOT_AN_ELECTION', 1],
    ['# NUMBER ALTERNATIVES: 32\n', 'OUT_OF_RANGE', 1],
    ['# NUMBER ALTERNATIVES: 1\n', 'OUT_OF_RANGE', 1],
    ['# NUMBER ALTERNATIVES: many\n', 'BAD_HEADER', 1],
    [`${head}5 1,2\n`, 'BAD_COUNT', 3],
    [`${head}-5: 1,2\n`, 'BAD_COUNT', 3],
    [`${head}0: 1\n`, 'BAD_COUNT', 3],
    [`${head}5: 1,2\n7: 1,4\n`, 'BAD_RANKING', 4],
    [`${head}5: 1,1\n`, 'BAD_RANKING', 3],
    [`${head}5: 1,{2,3}\n`, 'BAD_RANKING', 3],
    [`${head}5: 1,,2\n`, 'BAD_RANKING', 3],
    [`${head}999999: 1\n`, 'OUT_OF_RANGE', 3],
    ['# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 3\n5: 1,2\n', 'BAD_RANKING', 3],
    [`${head}# NUMBER VOTERS: 6\n5: 1,2\n`, 'COUNTS_DIFFER', 0],
    [text.replace('60: 3,1,2,4\n', ''), 'COUNTS_DIFFER', 0],
  ];
  for (const [given, code, line] of cases) {
    assert.throws(
      () => parseElection(given),
      (error) => error instanceof ElectionError && error.code === code && error.line === line,
      `${JSON.stringify(given.slice(0, 60))} should be ${code} in line ${line}`,
    );
  }
});

test('thousands of voters, blank lines, Windows line ends, unnamed alternatives', () => {
  const election = parseElection(`${head.replaceAll('\n', '\r\n')}\r\n4000: 2,1\r\n1:  3 \r\n`);
  assert.equal(ballotsOf(election).length, 4001);
  assert.deepEqual(
    [...firstPreferences(election)],
    [
      [1, 0],
      [2, 4000],
      [3, 1],
    ],
  );
  assert.equal(election.alternatives[2]?.name, 'Alternative 3');
});
