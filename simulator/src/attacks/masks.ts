// Wrong words of a mask for a client, properly sealed and signed: what T+1 seats say alike counts.
import { fromHex, seal, setsHeldBy, toHex } from '@enigma/crypto';
import {
  API_PATH,
  digest,
  encodeMaskPieces,
  MASK_REQUEST,
  MASK_SEAL_INFO,
  maskAnswerContext,
  signMaskAnswer,
  widthsHashOf,
  type MaskAnswerBody,
  type MaskRequestBody,
} from '@enigma/protocol';
import { corrects, never, type Attack } from './attack.ts';

export const wrongMasks: Attack = {
  name: 'wrong-masks',
  what: 'tells clients other words of their masks',
  phases: ['inputs'],
  // Of 2T + 1 seats only T + 1 know a word: one of them who lies denies it to the voter, who then sends nothing.
  settles: corrects,
  named: never,
  begin({ n, T, cheater, chance }) {
    let told = false;
    return {
      arm(world) {
        const { config } = world.chain.state();
        const domain = { chainId: config.chainId, verifyingContract: config.tasks };
        const others = world.apiTamper;
        world.apiTamper = (node, request, answer) => {
          if (node !== cheater) return others?.(node, request, answer) ?? answer;
          if (request.path !== API_PATH.mask || answer.status !== 200) return answer;
          const {
            widths,
            signature: _,
            ...facts
          } = JSON.parse(new TextDecoder().decode(request.body)) as MaskRequestBody;
          const { seat } = answer.body as MaskAnswerBody;
          const requestDigest = digest(domain, MASK_REQUEST, {
            ...facts,
            nonce: BigInt(facts.nonce),
            widthsHash: widthsHashOf(widths),
          });
          const words = setsHeldBy(n, T, seat).map((set) => ({
            set,
            words: widths.map((width) => BigInt(chance.below(2 ** Math.min(width, 30)))),
          }));
          const sealed = seal(
            fromHex(facts.requestKey) ?? new Uint8Array(),
            MASK_SEAL_INFO,
            maskAnswerContext(requestDigest, seat),
            encodeMaskPieces(words, widths),
            world.schedule.random,
          );
          const key = world.nodes[cheater]?.signer.privateKey;
          if (!(sealed instanceof Uint8Array) || key === undefined) return answer;
          told = true;
          return {
            ...answer,
            body: { seat, sealed: toHex(sealed), signature: signMaskAnswer(domain, requestDigest, seat, sealed, key) },
          };
        };
      },
      told: () => told,
    };
  },
};
