// The table of attacks.
import type { Attack } from './attack.ts';
import { equivocateCheckpoint, equivocateShare, equivocateSum } from './equivocate.ts';
import { malformed, oversize, replay } from './junk.ts';
import { lookAhead } from './lookAhead.ts';
import { wrongMasks } from './masks.ts';
import { forgedSignature, lateSignature, withheldSignature, wrongPiece } from './receipts.ts';
import { silentForGood, silentRound } from './silence.ts';
import { wrongAnd, wrongProduct } from './wrongProduct.ts';
import { wrongBits, wrongShare } from './wrongShare.ts';

export type { Attack, Armed } from './attack.ts';

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
];

export function attackNamed(name: string): Attack | undefined {
  return ATTACKS.find((attack) => attack.name === name);
}
