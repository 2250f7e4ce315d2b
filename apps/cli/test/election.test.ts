import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countFirst, firstPreferences, parseElection } from '../src/election.ts';
import { CliError } from '../src/errors.ts';
import { readElection, sampleElection } from '../src/files.ts';

const HEAD = [
  '# TITLE: Lunch',
  '# DATA TYPE: soi',
  '# NUMBER ALTERNATIVES: 3',
  '# NUMBER VOTERS: 5',
  '# NUMBER UNIQUE ORDERS: 2',
  '# ALTERNATIVE NAME 1: Soup',
];
const file = (...lines: readonly string[]): string => [...HEAD, ...lines].join('\n');

function refusal(text: string): { line: unknown; message: string } {
  try {
    parseElection(text, 'lunch.soi');
  } catch (error) {
    assert.ok(error instanceof CliError);
    assert.equal(error.code, 'ELECTION_INVALID');
    assert.ok(error.next.length > 0);
    return { line: error.facts['line'], message: error.message };
  }
  throw new Error('it was accepted');
}

describe('an election file', () => {
  it('gives the real election its 475 first preferences', () => {
    const election = readElection(sampleElection);
    assert.deepEqual(countFirst(election), [144, 101, 227, 3]);
    assert.equal(firstPreferences(election).length, 475);
  });

  it('is read with names, weights and incomplete orders', () => {
    const election = parseElection(file('3: 2,1', '2: 1'), 'lunch.soi');
    assert.deepEqual(countFirst(election), [2, 3, 0]);
    assert.deepEqual(election.names, ['Soup', 'alternative 2', 'alternative 3']);
  });

  it('names the line at which it is damaged', () => {
    const cases: readonly (readonly [string, number, RegExp])[] = [
      [file('3: 2,1', 'two: 1'), 8, /is not "count: a,b,c"/],
      [file('3: 2,4', '2: 1'), 7, /no alternative 4/],
      [file('3: 2,2', '2: 1'), 7, /ranked twice/],
      [file('3: 2,{1,3}', '2: 1'), 7, /tie/],
      [file('0: 2', '5: 1'), 7, /at least one voter/],
      [file('3: 2,1', '1: 1'), 4, /says 5 voters and the orders have 4/],
      [file('5: 2,1'), 5, /says 2 orders and the file has 1/],
      [file('3: 2,1', '# NUMBER VOTERS: 5', '2: 1'), 8, /said twice/],
      [file('3: 2,1', '2: 1').replace('ALTERNATIVES: 3', 'ALTERNATIVES: 32'), 3, /2 to 31/],
      [file('3: 2,1', '2: 1').replace('TYPE: soi', 'TYPE: toc'), 2, /not soi or soc/],
      [file('3: 2,1', '2: 1').replace('TYPE: soi', 'TYPE: soc'), 7, /ranks all 3/],
      [HEAD.join('\n'), 6, /no order/],
    ];
    for (const [text, line, why] of cases) {
      const found = refusal(text);
      assert.match(found.message, why);
      assert.equal(found.line, line, found.message);
      assert.ok(found.message.startsWith(`lunch.soi:${line}:`));
    }
  });

  it('is refused by a named error or read whole, whatever its bytes', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom(...HEAD, '3: 2,1', '2: 1', '5: 3,2,1'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        try {
          const election = parseElection(lines.join('\n'), 'x.soi');
          assert.equal(firstPreferences(election).length, election.voters);
        } catch (error) {
          assert.ok(error instanceof CliError && error.code === 'ELECTION_INVALID');
        }
      }),
      { seed: 20021, numRuns: 500 },
    );
  });
});
