// What nobody asked for: old frames again, frames larger than any, bytes of no form. All beside the true ones.
import { always, never, phaseReader, tamper, type Attack, type AttackPhase } from './attack.ts';
import { FRAME_BODY_AT, MESSAGE, PRELUDE_BYTES } from '../wiretap.ts';

export const replay: Attack = {
  name: 'replay',
  what: 'sends frames of earlier rounds, attempts and sessions again, to anybody',
  phases: ['keys', 'pool', 'tally', 'settle', 'open'],
  settles: always,
  named: never,
  begin({ cheater, chance, phase }) {
    const old: Uint8Array[] = [];
    let told = false;
    return {
      arm(world) {
        const phaseOf = phaseReader(world);
        tamper(world, cheater, (to, payload, message) => {
          if (payload.length < 1 << 16 && (old.length < 300 || chance.once(10)))
            old[old.length < 300 ? old.length : chance.below(300)] = payload.slice();
          if (!chance.once(6) || old.length < 10 || !strikes(phase, phaseOf(message))) return [payload];
          told = true;
          const again = old[chance.below(old.length)] as Uint8Array;
          const other = chance.below(world.nodes.length);
          if (other !== cheater) world.network.inject(cheater, other, again);
          return [again, payload, again]
            .slice(0, 2 + chance.below(2))
            .filter((frame) => frame !== undefined && to >= 0);
        });
      },
      told: () => told,
    };
  },
};

export const malformed: Attack = {
  name: 'malformed',
  what: 'sends noise, cut frames and frames with flipped bits beside its own, in first attempts',
  phases: ['keys', 'pool', 'tally', 'settle', 'open'],
  settles: always,
  named: never,
  begin({ cheater, chance, phase }) {
    let left = 10;
    return {
      arm(world) {
        const phaseOf = phaseReader(world);
        // Of messages that are few, one in so many.
        const one = phase === undefined || phase === 'pool' || phase === 'tally' ? 40 : 3;
        tamper(world, cheater, (_to, payload, message) => {
          if (left === 0 || !chance.once(one) || (message.channel === 'session' && message.attempt > 0))
            return [payload];
          if (!strikes(phase, phaseOf(message))) return [payload];
          left--;
          const junk = payload.slice();
          switch (chance.below(4)) {
            case 0:
              junk.set(world.schedule.random(junk.length - PRELUDE_BYTES), PRELUDE_BYTES);
              return [junk, payload];
            case 1:
              return [payload.subarray(0, PRELUDE_BYTES + chance.below(payload.length - PRELUDE_BYTES)), payload];
            case 2: {
              const at = PRELUDE_BYTES + chance.below(junk.length - PRELUDE_BYTES);
              junk[at] = (junk[at] as number) ^ (1 << chance.below(8));
              return [junk, payload];
            }
            default:
              return [payload, new Uint8Array(chance.below(64)), payload];
          }
        });
      },
      told: () => left < 10,
    };
  },
};

export const oversize: Attack = {
  name: 'oversize',
  what: 'sends one message above the limit, and one frame longer than its round has values',
  phases: ['pool', 'tally'],
  settles: always,
  named: never,
  begin({ cheater, chance, phase }) {
    const skip = 20 + chance.below(40);
    let seen = 0;
    return {
      arm(world) {
        const phaseOf = phaseReader(world);
        tamper(world, cheater, (_to, payload, message) => {
          if (
            message.channel !== 'session' ||
            message.type !== MESSAGE.frame ||
            message.attempt > 0 ||
            payload.length < FRAME_BODY_AT ||
            !strikes(phase, phaseOf(message))
          )
            return [payload];
          if (++seen === skip) {
            const huge = new Uint8Array((1 << 26) + 64 + PRELUDE_BYTES);
            huge.set(payload);
            return [huge, payload];
          }
          if (seen !== skip + 5) return [payload];
          const long = new Uint8Array(payload.length + (1 << 16));
          long.set(payload);
          return [long, payload];
        });
      },
      told: () => seen >= skip,
    };
  },
};

/** Whether it is to strike here; without a phase everywhere. */
function strikes(phase: AttackPhase | undefined, here: AttackPhase | undefined): boolean {
  return phase === undefined || phase === here;
}
