// A seat opens a wrong share, alike to everybody, and signs the same wrong vector when it is asked: it lies in what it computes.
import type { Exchange, Protocol } from '@enigma/mpc';
import { always, corrects, type Attack } from './attack.ts';

function lyingIn(
  kind: 'openField' | 'openBits',
  phase: 'pool' | 'tasks',
  told: () => void,
): (protocol: Protocol<unknown>, work: 'pool' | 'tasks', attempt: number) => Protocol<unknown> {
  return function* lie(protocol, work, attempt) {
    let done = work !== phase || attempt > 0;
    for (let answers: Parameters<typeof protocol.next>[0] = []; ;) {
      const state = protocol.next(answers);
      if (state.done) return state.value;
      const asks = done ? state.value : state.value.map((one) => wrong(one, kind));
      if (!done && asks.some((one, k) => one !== state.value[k])) {
        done = true;
        told();
      }
      answers = yield asks;
    }
  };
}

function wrong(exchange: Exchange, kind: 'openField' | 'openBits'): Exchange {
  if (exchange.kind !== kind) return exchange;
  if (exchange.kind === 'openField') {
    if (exchange.shares.length === 0) return exchange;
    const shares = exchange.shares.slice();
    shares[0] = (shares[0] as bigint) ^ 1n;
    return { ...exchange, shares };
  }
  if (exchange.kind !== 'openBits' || exchange.bits.length === 0) return exchange;
  const pieces = [...exchange.bits.pieces].map(([set, words]): [number, Uint32Array] => [
    set,
    words.map((word, k) => (k === 0 ? (word ^ 1) >>> 0 : word)),
  ]);
  return { ...exchange, bits: { ...exchange.bits, pieces: new Map(pieces) } };
}

function attack(name: string, what: string, kind: 'openField' | 'openBits'): Attack {
  return {
    name,
    what,
    phases: ['pool', 'tally'],
    settles: always,
    named: corrects,
    begin({ phase }) {
      let told = false;
      const work = phase === 'pool' ? 'pool' : 'tasks';
      return { machine: { twist: lyingIn(kind, work, () => (told = true)) }, arm: () => undefined, told: () => told };
    },
  };
}

export const wrongShare: Attack = attack(
  'wrong-share',
  'opens a wrong share in F_p, alike to all, and signs it',
  'openField',
);
export const wrongBits: Attack = attack(
  'wrong-bits',
  'opens wrong pieces of bits, alike to all, and signs them',
  'openBits',
);
