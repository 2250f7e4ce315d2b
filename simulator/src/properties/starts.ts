// A start ends the attempts of the one before: what a process took part in, no later process of its node takes part in. Its coins and masks would be used twice otherwise.
import { toHex } from '@enigma/crypto';
import { MESSAGE, readPayload } from '../wiretap.ts';
import type { Property } from './property.ts';

/** A checkpoint that is passed on is another's. */
const TAKES_PART: readonly number[] = [MESSAGE.proposal, MESSAGE.openSignature, MESSAGE.frame];

export const startEndsAttempts: Property = {
  name: 'a start ends its attempts',
  watch: ({ world, cheaters }) => {
    /** Node, keys, session and attempt → the process that takes part. */
    const lives = new Map<string, number>();
    const broken = new Set<string>();
    world.sends.push(({ index, life }, _to, payload) => {
      if (cheaters.has(index)) return;
      const message = readPayload(payload);
      if (message?.channel !== 'session' || !TAKES_PART.includes(message.type)) return;
      const { sessionId, attempt } = message;
      const place = `${index}/${toHex(payload.subarray(0, 32))}/${sessionId}/${attempt}`;
      const known = lives.get(place);
      if (known === undefined) lives.set(place, life);
      else if (known !== life)
        broken.add(`node ${index} took part in attempt ${attempt} of ${sessionId.slice(0, 10)} again after a start`);
    });
    return () => [...broken].slice(0, 5);
  },
};
