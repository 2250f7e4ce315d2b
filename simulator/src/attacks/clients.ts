// Clients who misuse masks: one asks for them without end and never sends anything; all seats must go on, and each owner hears the same words of one mask however often he asks.
import { requestMasks } from '@enigma/client';
import { generateSigningKey, thresholdSets, type SigningKey } from '@enigma/crypto';
import { MASK_KIND, signerAt } from '@enigma/protocol';
import { portsOf } from '../clients.ts';
import type { World } from '../world.ts';
import { always, never, type Attack } from './attack.ts';

const EVERY_MS = 250;
const ASKS_MAX = 160;

export const maskExhauster: Attack = {
  name: 'mask-exhauster',
  what: 'asks for masks without end, under many names, some twice, and never sends anything',
  phases: ['inputs'],
  seatless: true,
  settles: always,
  named: never,
  begin({ chance }) {
    let answered = 0;
    const words = new Map<string, string>();
    const gained = new Set<string>();
    return {
      arm(world) {
        const keys = Array.from({ length: 8 }, () => generateSigningKey(world.schedule.random));
        let asks = 0;
        const ask = (): void => {
          if (asks++ >= ASKS_MAX) return;
          world.schedule.after(EVERY_MS, ask);
          const key = keys[chance.below(keys.length)] as SigningKey;
          const nonce = BigInt(chance.below(12));
          void masksOf(world, key, nonce)?.then(
            (said) => {
              answered++;
              const mask = `${key.address}/${nonce}`;
              if ((words.get(mask) ?? said) !== said) gained.add('one mask had other words when it was asked again');
              words.set(mask, said);
            },
            // Seats that are away, or say different words.
            () => undefined,
          );
        };
        world.schedule.after(EVERY_MS, ask);
      },
      told: () => answered > 0,
      gained: () => [...gained],
    };
  },
};

/** Of the contract that serves; undefined before there is one. */
function masksOf(world: World, key: SigningKey, nonce: bigint): Promise<string> | undefined {
  const state = world.chain.state();
  const serving = [...state.heads].find(([, { status }]) => status === 2);
  const committee = serving && state.committees.get(serving[1].committeeId);
  if (serving === undefined || committee === undefined) return undefined;
  const { n, T, qHi, qLo, committeeId, generation } = committee;
  const seats = committee.seats.map((node, seat) => ({
    seat,
    node,
    signer: signerAt(state, node, committee.openedEpoch),
    nodeSigner: state.nodes[node]?.signer ?? key.address,
    apiUrl: `sim://${node}`,
  }));
  const { config } = state;
  return requestMasks(
    portsOf(world),
    {
      domain: { chainId: config.chainId, verifyingContract: config.tasks },
      committee: { committeeId, generation, n, T, qHi, qLo, seats, sets: thresholdSets(n, T) },
      contractId: serving[0],
      kind: MASK_KIND.INBOX,
      nonce,
      widths: [5],
    },
    key,
  ).then(({ values }) => values.join());
}
