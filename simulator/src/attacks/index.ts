// The table of attacks.
import type { Attack } from './attack.ts';
import { ackingLiar } from './bodies.ts';
import { maskExhauster } from './clients.ts';
import { equivocateCheckpoint, equivocateShare, equivocateSum } from './equivocate.ts';
import { guessRoot } from './guessRoot.ts';
import { malformed, oversize, replay } from './junk.ts';
import { equivocateKeys, silentKeys } from './keys.ts';
import { lookAhead } from './lookAhead.ts';
import { wrongMasks } from './masks.ts';
import { otherResult } from './otherResult.ts';
import { poisonHead } from './poison.ts';
import { forgedRecord } from './records.ts';
import { forgedSignature, lateSignature, withheldFinal, withheldSignature, wrongPiece } from './receipts.ts';
import { silentForGood, silentRound } from './silence.ts';
import { staleRanges } from './staleRanges.ts';
import { falseFail, withheldVerdict } from './verdicts.ts';
import { wrongAnd, wrongProduct } from './wrongProduct.ts';
import { wrongBits, wrongShare } from './wrongShare.ts';

export { ATTACK_PHASES, type Attack, type Armed, type AttackPhase } from './attack.ts';

export const ATTACKS: readonly Attack[] = [
  wrongShare,
  wrongBits,
  equivocateShare,
  equivocateSum,
  equivocateCheckpoint,
  wrongAnd,
  wrongProduct,
  lookAhead,
  silentRound,
  silentForGood,
  replay,
  malformed,
  oversize,
  wrongMasks,
  wrongPiece,
  forgedSignature,
  withheldSignature,
  lateSignature,
  withheldFinal,
  equivocateKeys,
  silentKeys,
  otherResult,
  poisonHead,
  ackingLiar,
  maskExhauster,
];

/** Not drawn by a seed, so that seeds keep what they stand for; by name alone. */
export const ASKED_ATTACKS: readonly Attack[] = [withheldVerdict, falseFail, staleRanges, forgedRecord, guessRoot];

export function attackNamed(name: string): Attack | undefined {
  return [...ATTACKS, ...ASKED_ATTACKS].find((attack) => attack.name === name);
}
