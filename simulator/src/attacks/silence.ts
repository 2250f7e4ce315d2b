// Silence: in one attempt from some round on, or for good.
import { MESSAGE } from '../wiretap.ts';
import { always, corrects, never, sessionKinds, tamper, type Attack } from './attack.ts';

export const silentRound: Attack = {
  name: 'silent-round',
  what: 'says nothing any more from some round of the first attempt on',
  phases: ['pool', 'tally'],
  settles: always,
  named: never,
  begin({ cheater, chance, phase }) {
    const from = chance.below(12);
    const drawn = chance.once(2) ? 'pool' : 'tasks';
    const kind = phase === undefined ? drawn : phase === 'pool' ? 'pool' : 'tasks';
    let told: string | undefined;
    return {
      arm(world) {
        const kindOf = sessionKinds(world);
        tamper(world, cheater, (_to, payload, message) => {
          if (
            message.channel !== 'session' ||
            message.attempt > 0 ||
            message.round === undefined ||
            message.round < from ||
            kindOf(message.sessionId) !== kind
          )
            return [payload];
          if (message.type !== MESSAGE.frame && message.type !== MESSAGE.checkpoint) return [payload];
          told ??= message.sessionId;
          return message.sessionId === told ? [] : [payload];
        });
      },
      told: () => told !== undefined,
    };
  },
};

export const silentForGood: Attack = {
  name: 'silent',
  what: 'says nothing at all from some block after GENESIS on',
  phases: ['tally'],
  settles: corrects,
  named: never,
  begin({ cheater, chance }) {
    const from = BigInt(chance.below(20));
    let since: bigint | undefined;
    return {
      arm(world) {
        const others = world.network.tamper;
        world.network.tamper = (sender, to, payload) => {
          if (sender !== cheater) return others?.(sender, to, payload) ?? [payload];
          const latest = world.chain.latest().number;
          if (since === undefined && [...world.chain.state().heads.values()].some((head) => head.status === 2))
            since = latest;
          return since !== undefined && latest >= since + from ? [] : [payload];
        };
      },
      told: () => since !== undefined,
    };
  },
};
