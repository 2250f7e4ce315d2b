// Claims that are none, keys that nobody may have, words of one liar, and a seat that goes on with what a repair has replaced.
import {
  concat,
  fromHex,
  generateSigningKey,
  inSet,
  seededRandom,
  setsHeldBy,
  toHex,
  vectorOf,
  vectorToBytes,
  type Hex,
} from '@enigma/crypto';
import { maskKeyHash, pieceHash } from '@enigma/mpc';
import {
  keysIdOf,
  publicRootOf,
  signRecord,
  stateRootOf,
  ZERO_HASH,
  type Domain,
  type LossParts,
} from '@enigma/protocol';
import { createRecovery, type Shown } from '../../src/backup.ts';
import type { CommitteeView } from '../../src/committee.ts';
import { createMemoryStore, noFailpoints, type NodeCheck, type NodeChecks } from '../../src/index.ts';
import { CHANNEL } from '../../src/gossip.ts';
import { claimsMax } from '../../src/limits.ts';
import { createLosses, type Losses } from '../../src/losses.ts';
import { createMaskVote } from '../../src/maskVote.ts';
import { decodeRepair, encodeRepair, LOSS, type SignedLoss } from '../../src/repairGossip.ts';
import { createSigner } from '../../src/signer.ts';
import { loseDisk, repaired } from '../support/repair.ts';
import type { Cheat } from './cheat.ts';
import { answersTo, starts, withChecks } from './protection.ts';

const keys = [0, 1, 2, 3].map((at) => generateSigningKey(seededRandom(`losses ${at}`)));
const domain: Domain = { chainId: 1n, verifyingContract: `0x${'11'.repeat(20)}` };
const committeeId: Hex = `0x${'22'.repeat(32)}`;
const committee = {
  committeeId,
  n: 4,
  T: 1,
  seats: keys.map((key, seat) => ({ seat, node: seat, signer: key.address })),
} as unknown as CommitteeView;

/** What seat 1 takes for a loss. */
function lossesOf(checks: NodeChecks): Losses {
  const store = createMemoryStore();
  const signer = createSigner(keys[1] as (typeof keys)[number], store, noFailpoints);
  const random = seededRandom('losses');
  return createLosses({
    domain,
    committee,
    seat: 1,
    store,
    signer,
    random,
    failpoint: noFailpoints,
    log: () => undefined,
    checks,
    isRepaired: () => false,
  });
}

function signedLoss(seat: number, boot: bigint, by = seat): SignedLoss {
  const loss: LossParts = { committeeId, seat, boot, start: `0x${'33'.repeat(32)}` };
  return { ...loss, signature: signRecord(domain, LOSS, loss, keys[by]?.privateKey ?? new Uint8Array()) };
}

/** Three seats, of which the first lost its disk, and what the two others show of a state with one secret. */
const three = { ...committee, n: 3 } as unknown as CommitteeView;
const truth = 77n;

function backups(): { readonly stateRoot: Hex; readonly of: (seat: number) => Shown } {
  const random = seededRandom('backups');
  const all = [1, 2, 4].map((set) => {
    const [salt, mask, key] = [random(32), BigInt(set), random(16)];
    const piece = toHex(pieceHash({ set, salt, mask: vectorOf([mask]) }));
    const hashes = { set, piece, maskKey: toHex(maskKeyHash(set, key)) };
    const values = toHex(vectorToBytes(vectorOf([mask])));
    return { hashes, piece: { set, salt: toHex(salt), values }, key: { set, key: toHex(key) } };
  });
  const common = { version: 3n, next: 0n, head: committeeId, secretRoot: committeeId, fields: [] };
  const publicRoot = publicRootOf([], { next: common.next, head: common.head });
  return {
    stateRoot: stateRootOf({ publicRoot, secretRoot: common.secretRoot, ledgerRoot: ZERO_HASH }),
    of: (seat) => ({
      ...common,
      values: toHex(vectorToBytes(vectorOf([truth]))),
      hashes: all.map((one) => one.hashes),
      pieces: all.filter(({ piece }) => !inSet(piece.set, seat)).map((one) => one.piece),
      keys: all.filter(({ key }) => !inSet(key.set, seat)).map((one) => one.key),
    }),
  };
}

/** Whether seat 0 takes something for its share or its keys, where seat 1 shows what `lie` makes of the truth and seat 2 the truth, or nothing. */
function misled(checks: NodeChecks, lie: (shown: Shown) => Shown, root?: Hex): boolean {
  const recovery = createRecovery({ committee: three, seat: 0, checks });
  const { stateRoot, of } = backups();
  recovery.take(1, lie(of(1)));
  recovery.take(2, of(2));
  return recovery.recovered(root ?? stateRoot, committeeId) !== undefined;
}

export const REPAIR = {
  'boots.blank': async (checks) => {
    const old = createMemoryStore();
    old.put('committee/0x22/keys', Uint8Array.of(1));
    const newer = old.snapshot();
    newer.raiseMark('boot', 7);
    return starts(checks, newer, old);
  },
  'repair.claim': (checks) => lossesOf(checks).take(2, signedLoss(0, 1n, 2), 0),
  'repair.limit': (checks) => {
    const losses = lossesOf(checks);
    return (
      Array.from({ length: 20 }, (_, at) => losses.take(0, signedLoss(0, BigInt(at + 1)), 0)).filter(Boolean).length >
      claimsMax
    );
  },
  'repair.masks': async (checks) => {
    const { world, election, seat } = await withChecks(checks);
    const [giver, taker] = [seat, world.nodes[1]?.node?.seatOf(election.contractId)];
    const by = taker?.host.seat ?? -1;
    const { domain: of, committee: drawn } = giver.host;
    const loss: LossParts = { committeeId: drawn.committeeId, seat: by, boot: 99n, start: committeeId };
    const said = {
      ...loss,
      signature: signRecord(of, LOSS, loss, world.nodes[1]?.signer.privateKey ?? new Uint8Array()),
    };
    const under = (message: Uint8Array): Uint8Array => concat(fromHex(drawn.committeeId) ?? new Uint8Array(), message);
    const one = world.nodes[0];
    one?.node?.receive(1, under(encodeRepair({ kind: 'loss', message: said })), world.nowMs);
    const before = one?.sent.length ?? 0;
    one?.node?.receive(1, under(encodeRepair({ kind: 'want', message: { keysId: keysIdOf(loss) } })), world.nowMs);
    return (one?.sent.slice(before) ?? []).some(({ payload }) => {
      const told = payload[32] === CHANNEL.repair ? decodeRepair(payload.subarray(33)) : undefined;
      return told?.kind === 'masks' && told.message.keys.some(({ set }) => inSet(set, by));
    });
  },
  'repair.agree': (checks) => {
    const vote = createMaskVote({ committee, seat: 0, checks });
    // Of each set one holder alone says something.
    vote.take(
      1,
      setsHeldBy(4, 1, 1).map((set) => ({ set, key: toHex(new Uint8Array(16)) })),
    );
    vote.take(2, [{ set: 2, key: toHex(new Uint8Array(16)) }]);
    return vote.agreed() !== undefined;
  },
  'repair.fields': async (checks) => {
    // One peer tells other fields, before anybody tells the right ones: it holds the seat back for good if they are taken.
    const { world } = await withChecks(checks);
    const liar = 1;
    loseDisk(world, 0);
    world.passes = (from, to, payload) => {
      const told = to === 0 && payload[32] === CHANNEL.repair ? decodeRepair(payload.subarray(33)) : undefined;
      if (told?.kind !== 'state') return true;
      if (from !== liar) return false;
      const forged = encodeRepair({ kind: 'state', message: { ...told.message, next: told.message.next + 1n } });
      world.passes = () => true;
      world.nodes[0]?.node?.receive(liar, concat(payload.subarray(0, 32), forged), world.nowMs);
      return false;
    };
    return !(await repaired(world, 20_000));
  },
  'backup.agree': (checks) => misled(checks, (shown) => ({ ...shown, values: toHex(vectorToBytes(vectorOf([1n]))) })),
  'backup.root': (checks) => misled(checks, (shown) => shown, ZERO_HASH),
  'backup.piece': (checks) =>
    misled(checks, (shown) => ({
      ...shown,
      pieces: shown.pieces.map((piece) => ({ ...piece, values: toHex(vectorToBytes(vectorOf([1n << 64n]))) })),
    })),
  'backup.key': (checks) =>
    misled(checks, (shown) => ({
      ...shown,
      keys: shown.keys.map(({ set }) => ({ set, key: toHex(new Uint8Array(16)) })),
    })),
  'repair.current': (checks) =>
    answersTo(checks, ({ seat }) => {
      const { contract, store } = seat.host;
      const [genesis] = contract.settlements.values();
      if (genesis === undefined) throw new Error('no GENESIS');
      store.put(`committee/${committeeId}/keys`, new Uint8Array());
      contract.repairs.push({ ...genesis, receipt: { ...genesis.receipt, anchor: committeeId } });
    }),
} satisfies Partial<Record<NodeCheck, Cheat>>;
