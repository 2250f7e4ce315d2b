// A task at the head of the queue that never comes to an end: the cheater opens each of its attempts and falls silent in it. Where a seat can be spared an attempt goes without it; where none can, the task
// expires, and the queue must go on behind it.
import type { CallPlan } from '../calls/plan.ts';
import { MESSAGE } from '../wiretap.ts';
import type { World } from '../world.ts';
import { corrects, never, phaseReader, tamper, type Attack } from './attack.ts';

/** So that the others still have time when the head has none. */
const HEAD_SECONDS = 150;

function shortHead(plan: CallPlan): CallPlan {
  const first = plan.acts.findIndex(({ fn, garbled, poor }) => fn.read !== true && !garbled && !poor);
  const acts = plan.acts.map((act, at) =>
    at === first ? { ...act, windowSeconds: HEAD_SECONDS, together: false } : { ...act, waits: false },
  );
  return { ...plan, acts };
}

interface Heads {
  poisoned?: string;
}

/** Colluders poison the same one. */
const agreed = new WeakMap<World, Heads>();

function headsOf(world: World): Heads {
  const heads = agreed.get(world) ?? {};
  agreed.set(world, heads);
  return heads;
}

export const poisonHead: Attack = {
  name: 'poison-head',
  what: 'opens every attempt at one task and says nothing in any of them',
  phases: ['tally'],
  calls: shortHead,
  settles: corrects,
  named: never,
  begin({ cheater, chance }) {
    const from = chance.below(4);
    let heads: Heads = {};
    let stands = (): readonly string[] => [];
    return {
      arm(world) {
        heads = headsOf(world);
        const phaseOf = phaseReader(world);
        tamper(world, cheater, (_to, payload, message) => {
          if (message.channel !== 'session' || message.type !== MESSAGE.frame || phaseOf(message) !== 'tally')
            return [payload];
          if ((message.round ?? 0) < from) return [payload];
          heads.poisoned ??= message.sessionId;
          return message.sessionId === heads.poisoned ? [] : [payload];
        });
        stands = () => {
          const logs = world.chain.events(0n, world.chain.finalized().number);
          const expired = logs.flatMap(({ event }) => (event.name === 'Expired' ? [event.seq] : []));
          // Reads have an order of their own, and some little time.
          const queue = expired.filter((seq) => seq < 2n ** 32n);
          return queue.length > 1 ? [`tasks ${queue.join()} expired behind one that always aborts`] : [];
        };
      },
      told: () => heads.poisoned !== undefined,
      gained: () => stands(),
    };
  },
};
