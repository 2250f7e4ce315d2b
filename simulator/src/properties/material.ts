// No position of one-time material is promised twice: over all proposals that an honest node ever signed, in any session, attempt or proposal, ranges of one kind are disjoint under the same keys. And none is used twice by
// whomever: over all proposals under which any honest node ever sent a round, ranges of one kind of one committee are disjoint, whoever took part.
import { toHex } from '@enigma/crypto';
import { MESSAGE, rangesOfProposal, readPayload, type RangeFacts } from '../wiretap.ts';
import type { Property } from './property.ts';

export const materialOnce: Property = {
  name: 'material used once',
  watch: ({ world, cheaters }) => {
    /** By proposer's bytes: session/attempt/proposal → its ranges. */
    const proposals = new Map<string, readonly RangeFacts[]>();
    /** By keys and by proposal, once an honest node has sent a round of it. */
    const used = new Map<string, Map<string, readonly RangeFacts[]>>();
    const promised = new Map<number, Map<string, readonly RangeFacts[]>>();
    const promise = (node: number, place: string): void => {
      const ranges = proposals.get(place);
      if (ranges === undefined || cheaters.has(node)) return;
      const of = promised.get(node) ?? new Map<string, readonly RangeFacts[]>();
      promised.set(node, of.set(place, ranges));
    };
    world.network.taps.push((from, _to, payload) => {
      const message = readPayload(payload);
      if (message?.channel !== 'session') return;
      // A repair makes new keys, whose material begins anew; the id before each message says which.
      const place = `${toHex(payload.subarray(0, 32))}/${message.sessionId}/${message.attempt}/${message.proposal}`;
      if (message.type === MESSAGE.proposal) {
        const read = rangesOfProposal(payload);
        if (read !== undefined && !proposals.has(place)) proposals.set(place, read.ranges);
        promise(from, place);
      } else if (message.type === MESSAGE.openSignature) promise(from, place);
      else if (message.type === MESSAGE.frame && !cheaters.has(from)) {
        const keys = toHex(payload.subarray(0, 32));
        const ranges = proposals.get(place);
        if (ranges !== undefined) used.set(keys, (used.get(keys) ?? new Map()).set(place, ranges));
      }
    });
    return () =>
      [
        ...[...promised].flatMap(([node, places]) => overlaps(places).map((what) => `node ${node}: ${what}`)),
        ...[...used.values()].flatMap((places) => overlaps(places).map((what) => `used twice: ${what}`)),
      ].slice(0, 5);
  },
};

/** Of places `<id of the keys>/<session>/…`. */
function overlaps(places: ReadonlyMap<string, readonly RangeFacts[]>): readonly string[] {
  const taken = [...places].flatMap(([place, ranges]) =>
    ranges.map((range) => ({ keys: place.slice(0, 66), place: place.slice(67, 77), ...range })),
  );
  taken.sort(
    (a, b) => a.keys.localeCompare(b.keys) || a.kind - b.kind || (a.start < b.start ? -1 : a.start > b.start ? 1 : 0),
  );
  return taken.flatMap((one, at) => {
    const next = taken[at + 1];
    return next?.keys === one.keys && next.kind === one.kind && next.start < one.start + one.length
      ? [`kind ${one.kind} at ${next.start} in ${one.place}… and ${next.place}…`]
      : [];
  });
}
