// A false history for a seat that was away: it is lost in the moment when the task's session has ended and nothing of that is on its disk yet, and when it is back the cheaters are the first to answer it. What they
// then hand it of the session's record is not what was signed.
import { Crash } from '../world.ts';
import { MESSAGE, PRELUDE_BYTES } from '../wiretap.ts';
import { always, flipped, never, tamper, type Attack } from './attack.ts';

/** type ‖ session ‖ total ‖ offset ‖ length, then the bytes. */
const PART_AT = PRELUDE_BYTES + 1 + 32 + 12;
const awayMs = 500;
/** What the others send is so much slower than what the cheaters do, for so long after it is back. */
const othersLagMs = 400;
const lagMs = 10_000;

export const forgedRecord: Attack = {
  name: 'forged-record',
  what: 'hands a seat that was away another record of the session than the one that was signed',
  phases: ['tally'],
  settles: always,
  named: never,
  begin({ cheater, colluders, n }) {
    let told = false;
    let gained = (): readonly string[] => [];
    const leads = !colluders.has((cheater + n - 1) % n);
    const victimAt = Array.from({ length: n }, (_, k) => (cheater + 1 + k) % n).find((index) => !colluders.has(index));
    return {
      arm(world) {
        const victim = world.nodes.find(({ index }) => index === victimAt);
        if (victim === undefined) return;
        gained = () =>
          world.logs
            .filter(({ node, code }) => node === victim.index && code === 'receipt.superseded')
            .map(({ node }) => `node ${node} took another history for the one that was signed`);
        const lag = (ms: number): void => {
          for (const { index } of world.nodes)
            if (index !== victim.index && !colluders.has(index)) world.network.lag(index, ms);
        };
        const before = victim.failpoint;
        let away = false;
        const dies = (name: string): void => {
          before?.(name);
          if (away || name !== 'session.record.a' || world.chain.state().tasks.size === 0) return;
          away = true;
          world.schedule.after(awayMs, () => {
            world.start(victim);
            lag(othersLagMs);
            world.schedule.after(lagMs, () => lag(0));
          });
          throw new Crash(name);
        };
        if (leads) victim.failpoint = dies;
        tamper(world, cheater, (to, payload, message) => {
          const isPart = message.channel === 'session' && message.type === MESSAGE.recordPart;
          if (!isPart || to !== victim.index || payload.length < PART_AT + 2) return [payload];
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
