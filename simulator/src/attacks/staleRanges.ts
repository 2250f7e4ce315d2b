// A proposer who lets the committee use material twice: it ends attempts by its silence until it is its turn to propose, and then proposes the positions of an attempt before, properly signed.
import { fromHex, sign, toHex, type Hex } from '@enigma/crypto';
import { digest, SESSION_OPEN } from '@enigma/protocol';
import { MESSAGE, PRELUDE_BYTES, rangesOfProposal, type RangeFacts } from '../wiretap.ts';
import { never, sessionKinds, tamper, type Attack } from './attack.ts';

const OPEN_AT = PRELUDE_BYTES + 33;
const RANGE_BYTES = 17;
/** Kinds of ranges that are positions in a pool; those above are steps of a key chain, which are judged otherwise. */
const POOL_KINDS = [1, 2, 3];

export const staleRanges: Attack = {
  name: 'stale-ranges',
  what: 'proposes material that an earlier attempt has burnt',
  phases: ['tally'],
  settles: never,
  named: never,
  begin({ cheater }) {
    let place: string | undefined;
    return {
      arm(world) {
        const kindOf = sessionKinds(world);
        /** By session: ranges of the first proposal for it that anybody sent. */
        const first = new Map<Hex, readonly RangeFacts[]>();
        world.network.taps.push((_from, _to, payload) => {
          const read = payload[PRELUDE_BYTES] === MESSAGE.proposal ? rangesOfProposal(payload) : undefined;
          const sessionId = toHex(payload.subarray(PRELUDE_BYTES + 1, OPEN_AT));
          if (read === undefined || first.has(sessionId) || kindOf(sessionId) === 'pool') return;
          if (read.ranges.some((range) => POOL_KINDS.includes(range.kind))) first.set(sessionId, read.ranges);
        });
        tamper(world, cheater, (_to, payload, message) => {
          if (message.channel !== 'session') return [payload];
          const burnt = first.get(message.sessionId);
          if (burnt === undefined) return [payload];
          if (message.type === MESSAGE.frame && place === undefined) return [];
          if (message.type !== MESSAGE.proposal || message.attempt === 0) return [payload];
          const here = `${message.sessionId}/${message.attempt}/${message.proposal}`;
          const key = world.nodes[cheater]?.signer.privateKey;
          place ??= here;
          // The same to everybody.
          if (place !== here || key === undefined) return [payload];
          return [reproposed(key, world.chain.state().config, payload, burnt) ?? payload];
        });
      },
      told: () => place !== undefined,
    };
  },
};

/** The same proposal over the burnt positions, with the proposer's signature under it. */
function reproposed(
  key: Uint8Array,
  config: { readonly chainId: bigint; readonly tasks: Hex },
  payload: Uint8Array,
  burnt: readonly RangeFacts[],
): Uint8Array | undefined {
  const read = rangesOfProposal(payload);
  if (read === undefined) return undefined;
  const ranges = read.ranges.map(
    (range) => (POOL_KINDS.includes(range.kind) && burnt.find((one) => one.kind === range.kind)) || range,
  );
  const copy = payload.slice();
  const view = new DataView(copy.buffer);
  const rangesAt = OPEN_AT + read.bytes.length - RANGE_BYTES * ranges.length;
  ranges.forEach((range, k) => {
    view.setBigUint64(rangesAt + RANGE_BYTES * k + 1, range.start);
    view.setBigUint64(rangesAt + RANGE_BYTES * k + 9, range.length);
  });
  const record = {
    sessionId: toHex(payload.subarray(OPEN_AT, OPEN_AT + 32)),
    attempt: view.getUint16(OPEN_AT + 32),
    proposal: view.getUint16(OPEN_AT + 34),
    abortsHash: toHex(payload.subarray(OPEN_AT + 36, OPEN_AT + 68)),
    live: read.live,
    ranges: ranges.map(({ kind, start, length }) => ({ kind, start, length })),
  };
  const domain = { chainId: config.chainId, verifyingContract: config.tasks };
  copy.set(sign(fromHex(digest(domain, SESSION_OPEN, record)) ?? new Uint8Array(), key), OPEN_AT + read.bytes.length);
  return copy;
}
