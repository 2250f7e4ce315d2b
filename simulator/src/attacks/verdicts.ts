// Lies about a pool batch: no verdict at all, or a FAIL after everybody, the liar too, has found it right.
import { fromHex, sign, toHex } from '@enigma/crypto';
import { BATCH_VERDICT, digest, VERDICT } from '@enigma/protocol';
import { MESSAGE, PRELUDE_BYTES, readPayload } from '../wiretap.ts';
import type { World } from '../world.ts';
import { corrects, never, tamper, type Attack } from './attack.ts';

/** type ‖ session ‖ attempt ‖ count, then count × (by ‖ verdict ‖ view hash ‖ signature). */
const LIST_AT = PRELUDE_BYTES + 1 + 32 + 2;
const ENTRY_BYTES = 1 + 1 + 32 + 64;

interface Entry {
  readonly at: number;
  readonly by: number;
  readonly verdict: number;
}

function entriesOf(payload: Uint8Array): readonly Entry[] {
  const count = ((payload[LIST_AT] ?? 0) << 8) | (payload[LIST_AT + 1] ?? 0);
  return Array.from({ length: count }, (_, k) => {
    const at = LIST_AT + 2 + k * ENTRY_BYTES;
    return { at, by: payload[at] as number, verdict: payload[at + 1] as number };
  });
}

function seatOf(world: World, node: number): number {
  return [...world.chain.state().committees.values()].at(-1)?.seats.indexOf(node) ?? -1;
}

/** The verdicts of the first batch that the cheater has one for are rewritten; and what `watch` saw is gained. */
function attack(
  name: string,
  what: string,
  rewrite: (world: World, cheater: number, payload: Uint8Array, own: Entry | undefined) => readonly Uint8Array[],
  watch: (world: World, cheater: number, about: () => string | undefined) => () => readonly string[],
): Attack {
  return {
    name,
    what,
    phases: ['pool'],
    // Where every seat is needed, one that holds another batch to be usable than the others stops all.
    settles: corrects,
    named: never,
    begin({ cheater }) {
      let told: string | undefined;
      let gained = (): readonly string[] => [];
      return {
        arm(world) {
          gained = watch(world, cheater, () => told);
          tamper(world, cheater, (_to, payload, message) => {
            if (message.channel !== 'session' || message.type !== MESSAGE.verdict) return [payload];
            told ??= message.sessionId;
            if (told !== message.sessionId) return [payload];
            const seat = seatOf(world, cheater);
            return rewrite(
              world,
              cheater,
              payload,
              entriesOf(payload).find(({ by }) => by === seat),
            );
          });
        },
        told: () => told !== undefined,
        gained: () => gained(),
      };
    },
  };
}

export const withheldVerdict: Attack = attack(
  'withheld-verdict',
  'tells nobody its verdict on one batch',
  (_world, _cheater, payload, own) => (own === undefined ? [payload] : []),
  (world, cheater, about) => () =>
    world.logs
      .filter(
        ({ node, code, facts }) => node !== cheater && code === 'session.batchReady' && facts['sessionId'] === about(),
      )
      .map(({ node }) => `node ${node} uses a batch without the cheater’s OK`),
);

export const falseFail: Attack = attack(
  'false-fail',
  'signs FAIL for a batch that is right, when the others have signed OK',
  (world, cheater, payload, own) => {
    const key = world.nodes[cheater]?.signer.privateKey;
    if (own === undefined || key === undefined) return [payload];
    const { config } = world.chain.state();
    const copy = payload.slice();
    const record = {
      sessionId: toHex(payload.subarray(PRELUDE_BYTES + 1, PRELUDE_BYTES + 33)),
      attempt: ((payload[LIST_AT - 2] as number) << 8) | (payload[LIST_AT - 1] as number),
      verdict: VERDICT.FAIL,
      viewHash: toHex(payload.subarray(own.at + 2, own.at + 34)),
    };
    const domain = { chainId: config.chainId, verifyingContract: config.tasks };
    copy[own.at + 1] = VERDICT.FAIL;
    copy.set(sign(fromHex(digest(domain, BATCH_VERDICT, record)) ?? new Uint8Array(), key), own.at + 34);
    return [copy];
  },
  (world, cheater) => {
    /** Honest nodes that signed OK: node/session. */
    const right = new Set<string>();
    const shown = new Set<string>();
    world.network.taps.push((from, _to, payload) => {
      const message = from === cheater ? undefined : readPayload(payload);
      if (message?.channel !== 'session') return;
      const place = `${from}/${message.sessionId}`;
      if (message.type === MESSAGE.seeds) shown.add(place);
      if (message.type !== MESSAGE.verdict) return;
      const own = entriesOf(payload).find(({ by }) => by === seatOf(world, from));
      if (own?.verdict === VERDICT.OK) right.add(place);
    });
    return () =>
      [...shown]
        .filter((place) => right.has(place))
        .map((place) => `node ${place.slice(0, 12)}… signed OK and opened its seeds`);
  },
);
