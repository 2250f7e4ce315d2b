// A false history for a seat that was away: it is lost when the task's session has begun, and comes back when the next attempt goes on without it; what the cheater then hands it of the session's
// record is not what was signed.
import { MESSAGE, PRELUDE_BYTES } from '../wiretap.ts';
import { corrects, flipped, never, sessionKinds, tamper, type Attack } from './attack.ts';

/** type ‖ session ‖ total ‖ offset ‖ length, then the bytes. */
const PART_AT = PRELUDE_BYTES + 1 + 32 + 12;

export const forgedRecord: Attack = {
  name: 'forged-record',
  what: 'hands a seat that was away another record of the session than the one that was signed',
  phases: ['tally'],
  settles: corrects,
  named: never,
  begin({ cheater, n }) {
    let told = false;
    let gained = (): readonly string[] => [];
    let away: 'no' | 'yes' | 'back' = 'no';
    return {
      arm(world) {
        const kindOf = sessionKinds(world);
        const victim = world.nodes[(cheater + 1) % n];
        gained = () =>
          world.logs
            .filter(({ node, code }) => node === victim?.index && code === 'receipt.superseded')
            .map(({ node }) => `node ${node} took another history for the one that was signed`);
        tamper(world, cheater, (to, payload, message) => {
          if (message.channel !== 'session' || victim === undefined) return [payload];
          const begun =
            message.type === MESSAGE.frame &&
            kindOf(message.sessionId) === 'tasks' &&
            (message.round ?? 0) > 2 &&
            world.chain.state().tasks.size > 0;
          if (begun && away === 'no') {
            away = 'yes';
            world.schedule.after(0, () => world.crash(victim));
          } else if (begun && away === 'yes' && message.attempt > 0) {
            away = 'back';
            world.schedule.after(0, () => world.start(victim));
          }
          if (message.type !== MESSAGE.recordPart || to !== victim.index || payload.length < PART_AT + 2)
            return [payload];
          const at = lastOpening(payload.subarray(PART_AT));
          if (at === undefined) return [payload];
          told = true;
          return [flipped(payload, PART_AT + at)];
        });
      },
      told: () => told,
      gained: () => gained(),
    };
  },
};

/** SessionOpen, signatures, count, then count × (kind ‖ length ‖ bytes): where the last opened values are, which are what the result is read from. */
function lastOpening(record: Uint8Array): number | undefined {
  const view = new DataView(record.buffer, record.byteOffset, record.length);
  const rangesAt = 32 + 2 + 2 + 32 + 4;
  if (record.length < rangesAt + 2) return undefined;
  const signaturesAt = rangesAt + 2 + 17 * view.getUint16(rangesAt);
  if (record.length < signaturesAt + 2) return undefined;
  let at = signaturesAt + 2 + 65 * view.getUint16(signaturesAt) + 4;
  let found: number | undefined;
  while (at + 5 <= record.length) {
    const length = view.getUint32(at + 1);
    if (record[at] === OPENINGS && length > 0 && at + 5 + length <= record.length) found = at + 5;
    at += 5 + length;
  }
  return found;
}

const OPENINGS = 0;
