// After the computation: a wrong piece of an output mask; a receipt's signature forged, late or withheld.
import { GOSSIP, PRELUDE_BYTES, type GossipMessage } from '../wiretap.ts';
import { always, flipped, never, quorumWithout, tamper, type Attack } from './attack.ts';
import type { World } from '../world.ts';

type Rewrite = (world: World, to: number, payload: Uint8Array, cheater: number) => readonly Uint8Array[];

function attack(name: string, what: string, kind: number, settles: Attack['settles'], rewrite: Rewrite): Attack {
  return {
    name,
    what,
    phases: [kind === GOSSIP.receipt ? 'settle' : 'open'],
    settles,
    named: never,
    begin({ cheater }) {
      let told = false;
      return {
        arm(world) {
          tamper(world, cheater, (to, payload, message) => {
            if (message.channel !== 'gossip' || (message satisfies GossipMessage).kind !== kind) return [payload];
            told = true;
            return rewrite(world, to, payload, cheater);
          });
        },
        told: () => told,
      };
    },
  };
}

/** 16 bytes, little endian. */
const ELEMENT_BYTES = 16;

function raised(payload: Uint8Array, at: number): Uint8Array {
  const other = payload.slice();
  other[at] = ((other[at] ?? 0) + 1) % 256;
  return other;
}

export const wrongPiece: Attack = attack(
  'wrong-piece',
  'shows a wrong piece of the output’s mask',
  GOSSIP.piece,
  always,
  // One more in the last element, to everybody alike: two who believe it agree on the wrong output.
  (_world, _to, payload) => [raised(payload, payload.length - ELEMENT_BYTES)],
);

export const forgedSignature: Attack = attack(
  'forged-signature',
  'sends signatures under receipts that are none',
  GOSSIP.receipt,
  quorumWithout,
  (_world, _to, payload) => [
    // receipt digest 32, length 4, then the signature.
    flipped(payload, PRELUDE_BYTES + 1 + 32 + 4 + 7),
  ],
);

export const withheldSignature: Attack = attack(
  'withheld-signature',
  'never tells the others its signature under a receipt',
  GOSSIP.receipt,
  quorumWithout,
  () => [],
);

export const withheldFinal: Attack = attack(
  'withheld-final',
  'never says that a receipt is final',
  GOSSIP.final,
  quorumWithout,
  () => [],
);

export const lateSignature: Attack = attack(
  'late-signature',
  'sends its signature under a receipt four blocks late',
  GOSSIP.receipt,
  always,
  (world, to, payload, cheater) => {
    world.schedule.after(4_000, () => world.network.inject(cheater, to, payload));
    return [];
  },
);
