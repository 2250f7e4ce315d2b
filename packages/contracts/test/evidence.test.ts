// The contract's judgement of evidence against mpc's: the same verdict, and the same reason where nothing is shown. Longer: npm run soak:evidence.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EVIDENCE_VERDICTS } from '../src/index.ts';
import { type Judges, startJudges } from './evidenceJudges.ts';

const CASES = 600;

describe('evidence', () => {
  let judges: Judges;
  before(async () => {
    judges = await startJudges();
  });
  after(() => judges.stop());

  it('is judged alike by the contract and by whoever reads a file', async () => {
    const seen = new Map<string, number>();
    for (let from = 0; from < CASES; from += 50) {
      for (const { number, told, ours, chains } of await judges.judge(1, from, from + 50)) {
        assert.equal(chains, ours, `case ${number} of seed 1: ${told.evidence.kind}, ${told.changes.join(', ')}`);
        if (told.changes.length === 0) assert.equal(ours, 'SHOWN', `case ${number}: nothing was done to it`);
        seen.set(ours, (seen.get(ours) ?? 0) + 1);
      }
    }
    for (const verdict of EVIDENCE_VERDICTS) assert.ok((seen.get(verdict) ?? 0) > 3, `${verdict} came up too seldom`);
  });
});
