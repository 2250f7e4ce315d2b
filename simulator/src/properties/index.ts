// All properties, checked after every run.
import { signsOnFinalBlocks } from './anchors.ts';
import { honestNeverBlamed } from './blame.ts';
import { endsOnce } from './ends.ts';
import { openAfterFinal } from './finality.ts';
import { everyAccountExact } from './ledger.ts';
import { materialOnce } from './material.ts';
import { moneyConserved } from './money.ts';
import type { Property } from './property.ts';
import { signOnce } from './signOnce.ts';

export const PROPERTIES: readonly Property[] = [
  honestNeverBlamed,
  endsOnce,
  moneyConserved,
  everyAccountExact,
  signOnce,
  materialOnce,
  openAfterFinal,
  signsOnFinalBlocks,
];
