// Wrong terms of the products in a batch: the seat computes them wrong and sends what it computed, so that no frame contradicts another and every item of the batch comes out wrong,
// alike at all seats, unless the batch itself is checked.
import type { Exchange, Protocol } from '@enigma/mpc';
import { always, never, type Attack } from './attack.ts';

function lyingIn(
  kind: 'sumField' | 'sumBits',
  lied: { told: boolean },
  bit: number,
): (protocol: Protocol<unknown>, work: 'pool' | 'tasks', attempt: number) => Protocol<unknown> {
  return function* lie(protocol, work) {
    // The products themselves are the first sums of a batch; those after belong to its verification. One batch is enough.
    let done = work !== 'pool' || lied.told;
    for (let answers: Parameters<typeof protocol.next>[0] = []; ;) {
      const state = protocol.next(answers);
      if (state.done) return state.value;
      const asks = done ? state.value : state.value.map((one) => wrong(one, kind, bit));
      if (asks.some((one, k) => one !== state.value[k])) lied.told = true;
      done ||= state.value.some((one) => one.kind === 'sumField' || one.kind === 'sumBits');
      answers = yield asks;
    }
  };
}

/** Each colluder another bit, or what two add to a sum of bits would be nothing. */
function wrong(exchange: Exchange, kind: 'sumField' | 'sumBits', bit: number): Exchange {
  if (exchange.kind !== kind || exchange.terms === null) return exchange;
  if (exchange.kind === 'sumField')
    return { ...exchange, terms: exchange.terms.map((word, k) => (k % 2 === 0 ? word ^ 1n : word)) };
  if (exchange.kind !== 'sumBits') return exchange;
  const { length, words } = exchange.terms;
  // Above the length bits stay zero: the last word is left as it is.
  return {
    ...exchange,
    terms: { length, words: words.map((word, k) => (k < words.length - 1 ? (word ^ bit) >>> 0 : word)) },
  };
}

function attack(name: string, what: string, kind: 'sumField' | 'sumBits'): Attack {
  return {
    name,
    what,
    phases: ['pool'],
    settles: always,
    named: never,
    begin({ cheater }) {
      const lied = { told: false };
      let burnt = (): boolean => true;
      return {
        machine: { twist: lyingIn(kind, lied, 1 << (cheater % 31)) },
        arm(world) {
          // Where something else ended its attempt the batch never came to be.
          burnt = () => world.logs.some(({ code }) => code === 'session.batchFailed' || code === 'session.aborted');
        },
        told: () => lied.told,
        gained: () => (lied.told && !burnt() ? ['the wrong batch was not burnt'] : []),
      };
    },
  };
}

export const wrongAnd: Attack = attack('wrong-and', 'computes wrong terms for a batch of AND triples', 'sumBits');
export const wrongProduct: Attack = attack(
  'wrong-product',
  'computes wrong terms for the products of a batch of daBits',
  'sumField',
);
