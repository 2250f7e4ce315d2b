// While keys are made: different contributions to those who share a key, each properly signed; and silence for a while, though keys take every seat.
import { fromHex, hashOf, sign, toHex } from '@enigma/crypto';
import { digest, KEY_CONTRIBUTION } from '@enigma/protocol';
import { MESSAGE, PRELUDE_BYTES } from '../wiretap.ts';
import { always, never, phaseReader, tamper, type Attack } from './attack.ts';
import { otherThan } from './equivocate.ts';

/** type ‖ id ‖ attempt u16 ‖ count u16, then count × (set u32 ‖ bytes 32 ‖ signature 64). */
const ENTRY_AT = PRELUDE_BYTES + 1 + 32 + 2 + 2;
const SILENT_MS = 8_000;

export const equivocateKeys: Attack = {
  name: 'equivocate-keys',
  what: 'gives one holder of a key another contribution than the others, each signed',
  phases: ['keys'],
  settles: always,
  named: never,
  begin({ cheater, chance }) {
    const victim = chance.below(8);
    let told = false;
    return {
      arm(world) {
        const { config } = world.chain.state();
        const domain = { chainId: config.chainId, verifyingContract: config.tasks };
        tamper(world, cheater, (to, payload, message) => {
          if (message.channel !== 'session' || message.type !== MESSAGE.keyContribution) return [payload];
          // Keys of a first attempt alone: the next one is made as it should be.
          if (message.attempt > 0 || to !== otherThan(cheater, victim, world.nodes.length)) return [payload];
          const key = world.nodes[cheater]?.signer.privateKey;
          if (key === undefined || payload.length < ENTRY_AT + 100) return [payload];
          const copy = payload.slice();
          copy[ENTRY_AT + 4] = (copy[ENTRY_AT + 4] as number) ^ 1;
          const committeeId = toHex(payload.subarray(0, 32));
          const record = {
            committeeId,
            attempt: message.attempt,
            set: new DataView(copy.buffer).getUint32(ENTRY_AT),
            seat: world.chain.state().committees.get(committeeId)?.seats.indexOf(cheater) ?? -1,
            contributionHash: toHex(
              hashOf('enigma.session.key-contribution.v1', copy.subarray(ENTRY_AT + 4, ENTRY_AT + 36)),
            ),
          };
          copy.set(sign(fromHex(digest(domain, KEY_CONTRIBUTION, record)) ?? new Uint8Array(), key), ENTRY_AT + 36);
          told = true;
          return [copy];
        });
      },
      told: () => told,
    };
  },
};

export const silentKeys: Attack = {
  name: 'silent-keys',
  what: 'says nothing of keys and of the first state for eight seconds',
  phases: ['keys'],
  settles: always,
  named: never,
  begin({ cheater }) {
    let sinceMs: number | undefined;
    return {
      arm(world) {
        const phaseOf = phaseReader(world);
        tamper(world, cheater, (_to, payload, message) => {
          if (phaseOf(message) !== 'keys') return [payload];
          const nowMs = world.schedule.nowMs();
          sinceMs ??= nowMs;
          return nowMs - sinceMs < SILENT_MS ? [] : [payload];
        });
      },
      told: () => sinceMs !== undefined,
    };
  },
};
