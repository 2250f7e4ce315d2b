// Hash-guessing: every checkpoint shows a root over its seat's shares. Where few states are possible, each is tried; a salt that nobody else knows makes every try miss.
import { seatRootOf, chunkLeafHash } from '@enigma/protocol';
import { toHex, type Hex } from '@enigma/crypto';
import { MESSAGE, PRELUDE_BYTES, readPayload } from '../wiretap.ts';
import { always, never, type Attack } from './attack.ts';

/** The checkpoint's record begins after by ‖ index; its leaf root after phase ‖ live ‖ view ‖ sent root. */
const BY_AT = PRELUDE_BYTES + 41;
const LEAF_AT = BY_AT + 72;
const versionsTried = 4n;

export const guessRoot: Attack = {
  name: 'guess-root',
  what: 'tries which state stands behind the root that a seat signs',
  phases: ['tally'],
  settles: always,
  named: never,
  begin({ cheater, colluders, n }) {
    const gained = new Set<string>();
    let told = false;
    return {
      arm(world) {
        world.network.arrivals.push((from, to, payload) => {
          const message = to === cheater && !colluders.has(from) ? readPayload(payload) : undefined;
          if (message?.channel !== 'session' || message.type !== MESSAGE.checkpoint) return;
          told = true;
          const committeeId = toHex(payload.subarray(0, 32));
          const root = toHex(payload.subarray(LEAF_AT, LEAF_AT + 32));
          for (let seat = 0; seat < n; seat++)
            for (let version = 0n; version < versionsTried; version++)
              if (rootOf(committeeId, seat, version) === root)
                gained.add(`the state of seat ${seat} at version ${version} was read off its root`);
        });
      },
      told: () => told,
      gained: () => [...gained].slice(0, 3),
    };
  },
};

/** This contract keeps nothing secret between tasks: its one possible chunk is empty. */
function rootOf(committeeId: Hex, seat: number, version: bigint): Hex {
  return seatRootOf([chunkLeafHash({ committeeId, seat, version, salt: new Uint8Array(32), chunk: new Uint8Array() })]);
}
