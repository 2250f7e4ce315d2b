// All properties, checked after every run.
import { signsOnFinalBlocks } from './anchors.ts';
import { honestNeverBlamed } from './blame.ts';
import { durableBeforeSent } from './durable.ts';
import { endsOnce } from './ends.ts';
import { openAfterFinal } from './finality.ts';
import { everyAccountExact } from './ledger.ts';
import { headsFirst } from './heads.ts';
import { lostWhereVoid } from './lost.ts';
import { materialOnce } from './material.ts';
import { moneyConserved } from './money.ts';
import type { Property } from './property.ts';
import { nobodySilent } from './silence.ts';
import { signOnce } from './signOnce.ts';
import { startEndsAttempts } from './starts.ts';

export const PROPERTIES: readonly Property[] = [
  honestNeverBlamed,
  endsOnce,
  moneyConserved,
  everyAccountExact,
  signOnce,
  materialOnce,
  openAfterFinal,
  signsOnFinalBlocks,
  durableBeforeSent,
  startEndsAttempts,
  nobodySilent,
  headsFirst,
  lostWhereVoid,
];
