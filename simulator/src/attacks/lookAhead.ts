// Look-ahead: keeps its empty frame of a barrier back and hopes to see the coin shares of the others first, so that it may choose what it stands for after it knows the coin.
import { FRAME_BODY_AT, MESSAGE, readPayload } from '../wiretap.ts';
import { always, never, sessionKinds, tamper, type Attack } from './attack.ts';

const heldMs = 150;

export const lookAhead: Attack = {
  name: 'look-ahead',
  what: 'holds its frame of each barrier back until it has seen what the others send after it',
  phases: ['pool'],
  settles: always,
  named: never,
  begin({ cheater, colluders }) {
    /** Held: receiver/session/attempt/proposal/round. */
    const held = new Set<string>();
    /** On their way: what is sent again after a loss is no longer kept back. */
    const released = new Set<string>();
    const gained: string[] = [];
    let told = false;
    return {
      arm(world) {
        const kindOf = sessionKinds(world);
        const placeOf = (session: { sessionId: string; attempt: number; proposal: number }, round: number): string =>
          `${session.sessionId}/${session.attempt}/${session.proposal}/${round}`;
        tamper(world, cheater, (to, payload, message) => {
          if (
            message.channel !== 'session' ||
            message.type !== MESSAGE.frame ||
            message.round === undefined ||
            payload.length > FRAME_BODY_AT ||
            kindOf(message.sessionId) !== 'pool'
          )
            return [payload];
          const place = `${to}/${placeOf(message, message.round)}`;
          if (released.has(place)) return [payload];
          told = true;
          held.add(place);
          world.schedule.after(heldMs, () => {
            held.delete(place);
            released.add(place);
            world.network.inject(cheater, to, payload);
          });
          return [];
        });
        world.network.arrivals.push((from, to, payload) => {
          if (to !== cheater || colluders.has(from)) return;
          const message = readPayload(payload);
          if (message?.channel !== 'session' || message.type !== MESSAGE.frame || message.round === undefined) return;
          if (held.has(`${from}/${placeOf(message, message.round - 1)}`))
            gained.push(
              `node ${from} sent round ${message.round} to the cheater before it had the cheater’s frame of round ${message.round - 1}`,
            );
        });
      },
      told: () => told,
      gained: () => gained.slice(0, 3),
    };
  },
};
