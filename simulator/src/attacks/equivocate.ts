// Different things to different seats: a share, a king's sum, a signed checkpoint.
import { CHECKPOINT, digest } from '@enigma/protocol';
import { fromHex, sign, toHex } from '@enigma/crypto';
import { FRAME_BODY_AT, MESSAGE, PRELUDE_BYTES } from '../wiretap.ts';
import { always, flipped, never, sessionKinds, tamper, type Attack } from './attack.ts';

export const equivocateShare: Attack = {
  name: 'equivocate-share',
  what: 'opens a wrong share to one seat and the right one to the others',
  phases: ['pool', 'tally'],
  settles: always,
  named: never,
  begin({ cheater, chance, phase }) {
    const skip = chance.below(3);
    const victim = chance.below(8);
    const kind = phase === 'pool' ? 'pool' : 'tasks';
    let round: string | undefined;
    let seen = 0;
    return {
      arm(world) {
        const kindOf = sessionKinds(world);
        tamper(world, cheater, (to, payload, message) => {
          if (
            message.channel !== 'session' ||
            message.type !== MESSAGE.frame ||
            message.attempt > 0 ||
            kindOf(message.sessionId) !== kind
          )
            return [payload];
          if (payload.length < FRAME_BODY_AT + 16 || to !== otherThan(cheater, victim, world.nodes.length))
            return [payload];
          const here = `${message.sessionId}/${message.round}`;
          if (round === undefined && seen++ >= skip) round = here;
          // Asked again it says the same.
          return [here === round ? flipped(payload, FRAME_BODY_AT) : payload];
        });
      },
      told: () => round !== undefined,
    };
  },
};

export const equivocateSum: Attack = {
  name: 'equivocate-sum',
  what: 'as a king, tells one seat another sum than the others',
  phases: ['pool'],
  settles: always,
  named: never,
  begin({ cheater, chance }) {
    const victim = chance.below(8);
    let told: string | undefined;
    return {
      arm(world) {
        const kindOf = sessionKinds(world);
        tamper(world, cheater, (to, payload, message) => {
          const round =
            message.channel === 'session' &&
            message.type === MESSAGE.frame &&
            message.attempt === 0 &&
            kindOf(message.sessionId) === 'pool'
              ? message.round
              : undefined;
          // The first step of a batch has a product: terms in round 0, sums in round 1.
          if (
            message.channel !== 'session' ||
            round !== 1 ||
            payload.length < FRAME_BODY_AT + 16 ||
            to !== otherThan(cheater, victim, world.nodes.length)
          )
            return [payload];
          told ??= message.sessionId;
          return [message.sessionId === told ? flipped(payload, FRAME_BODY_AT) : payload];
        });
      },
      told: () => told !== undefined,
    };
  },
};

export const equivocateCheckpoint: Attack = {
  name: 'equivocate-checkpoint',
  what: 'signs two checkpoints with different roots, one for one seat, one for the others',
  phases: ['tally'],
  settles: always,
  named: always,
  begin({ cheater, chance }) {
    const victim = chance.below(8);
    let told: string | undefined;
    return {
      arm(world) {
        const kindOf = sessionKinds(world);
        const { config } = world.chain.state();
        tamper(world, cheater, (to, payload, message) => {
          if (
            message.channel !== 'session' ||
            message.type !== MESSAGE.checkpoint ||
            message.attempt > 0 ||
            kindOf(message.sessionId) !== 'tasks'
          )
            return [payload];
          const serving = [...world.chain.state().heads.values()].some((head) => head.status === 2);
          if (!serving || to !== otherThan(cheater, victim, world.nodes.length)) return [payload];
          told ??= message.sessionId;
          if (told !== message.sessionId) return [payload];
          const copy = flipped(payload, leafRootAt);
          const view = new DataView(copy.buffer);
          const at = PRELUDE_BYTES + 41;
          const word = (from: number): `0x${string}` => toHex(copy.subarray(from, from + 32));
          const record = {
            sessionId: message.sessionId,
            attempt: message.attempt,
            index: view.getUint16(at + 1),
            phase: copy[at + 3] as number,
            live: view.getUint32(at + 4),
            viewHash: word(at + 8),
            sentRoot: word(at + 40),
            leafRoot: word(at + 72),
            batchCommitment: word(at + 104),
          };
          const signer = world.nodes[cheater]?.signer;
          if (signer === undefined) return [payload];
          copy.set(
            sign(
              fromHex(digest({ chainId: config.chainId, verifyingContract: config.tasks }, CHECKPOINT, record)) ??
                new Uint8Array(),
              signer.privateKey,
            ),
            at + 136,
          );
          return [copy];
        });
      },
      told: () => told !== undefined,
    };
  },
};

const leafRootAt = PRELUDE_BYTES + 41 + 72;

/** One of the other nodes. */
export function otherThan(cheater: number, drawn: number, nodes: number): number {
  return (cheater + 1 + (drawn % (nodes - 1))) % nodes;
}
