// Wrong terms of the products in a batch: every item of it comes out wrong, alike at all seats, unless the batch is checked.
import { FRAME_BODY_AT, MESSAGE } from '../wiretap.ts';
import { corrects, never, sessionKinds, tamper, type Attack } from './attack.ts';

/** `which`: the first batch of a walk holds AND triples, the second daBits. */
function attack(name: string, what: string, which: number): Attack {
  return {
    name,
    what,
    settles: corrects,
    named: never,
    begin({ cheater }) {
      const batches: string[] = [];
      let told = false;
      return {
        arm(world) {
          const kindOf = sessionKinds(world);
          tamper(world, cheater, (_to, payload, message) => {
            if (message.channel !== 'session' || message.type !== MESSAGE.frame || message.round !== 0 || kindOf(message.sessionId) !== 'pool') return [payload];
            if (!batches.includes(message.sessionId)) batches.push(message.sessionId);
            if (batches.indexOf(message.sessionId) !== which || payload.length < FRAME_BODY_AT + 16) return [payload];
            const copy = payload.slice();
            for (let at = FRAME_BODY_AT; at < copy.length - 16; at += 16) copy[at] = (copy[at] as number) ^ 0xff;
            told = true;
            return [copy];
          });
        },
        told: () => told,
      };
    },
  };
}

export const wrongAnd: Attack = attack('wrong-and', 'sends wrong terms for a batch of AND triples', 0);
export const wrongProduct: Attack = attack('wrong-product', 'sends wrong terms for the products of a batch of daBits', 1);
