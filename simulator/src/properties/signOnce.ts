// One slot, one digest: no honest node signs two things in one slot, before or after a restart, whether one looks into its store or at what it sends. Frames of one round to one
// peer are the same bytes however often they are asked for.
import { sha256, toHex } from '@enigma/crypto';
import { MESSAGE, PRELUDE_BYTES, rangesOfProposal, readPayload } from '../wiretap.ts';
import type { Property } from './property.ts';

export const signOnce: Property = {
  name: 'sign once',
  watch: ({ world, cheaters }) => {
    const said = new Map<string, string>();
    const broken: string[] = [];
    const note = (slot: string, what: string): void => {
      const before = said.get(slot);
      if (before === undefined) said.set(slot, what);
      else if (before !== what) broken.push(slot);
    };
    /** What a cheater signed is passed on by the honest as evidence. */
    const isCheaters = (seat: number): boolean =>
      [...world.chain.state().committees.values()].some(({ seats }) => cheaters.has(seats[seat] as number));
    world.signatures.push((node, slot, digest) => {
      // Start numbers are what two starts of one folder are told apart by: they are signed twice where somebody copied it.
      if (!cheaters.has(node) && !slot.startsWith('boot/')) note(`store of node ${node}: ${slot}`, digest);
    });
    world.network.taps.push((from, to, payload) => {
      if (cheaters.has(from)) return;
      const message = readPayload(payload);
      if (message?.channel !== 'session') return;
      const place = `${message.sessionId}/${message.attempt}/${message.proposal}`;
      if (message.type === MESSAGE.frame) note(`frame ${from}>${to} ${place}/${message.round}`, toHex(sha256(payload)));
      else if (message.type === MESSAGE.proposal)
        note(`proposal of ${from} ${place}`, toHex(rangesOfProposal(payload)?.bytes ?? new Uint8Array()));
      else if (message.type === MESSAGE.checkpoint) {
        // by u8, index u16, then the record; relayed ones are another seat's.
        const at = PRELUDE_BYTES + 41;
        const by = payload[at] as number;
        if (isCheaters(by)) return;
        const index = ((payload[at + 1] as number) << 8) | (payload[at + 2] as number);
        note(
          `checkpoint by seat ${by} sent by ${from} ${message.sessionId}/${message.attempt}/${index}`,
          toHex(payload.subarray(at + 3, at + 8 + 4 * 32)),
        );
      }
    });
    return () => broken.slice(0, 5);
  },
};
