// Records and addresses: a choice between records takes the rounds of one field, an address is its limbs, and the winner of an auction comes out with
// the address that was sealed with the highest bid.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BuiltValue,
  type InboxEntry,
  type Scalar,
  type Verified,
  evaluate,
  moduleBuilder,
  plainOf,
  scalarRefs,
  secret,
  verifyModule,
} from '@enigma/bytecode';
import { toBigints } from '@enigma/crypto';
import {
  type ReleasedTask,
  type SecretInput,
  type TaskInputs,
  releaseTasks,
  runTask,
} from '../src/executor/execute.ts';
import { planTasks } from '../src/executor/plan.ts';
import { unmask } from '../src/outputs.ts';
import { type Committee, all, committee, maskFor, run, shapes } from './committee.ts';
import { context } from './integerPrograms.ts';

const { address, bool, u8, u64 } = scalarRefs;
const LIMBS = [64, 64, 32];
const OWNER = (7n << 150n) | (9n << 70n) | 5n;

interface Bid {
  readonly amount: bigint;
  readonly bidder: bigint;
}

/** The highest bid wins, the first of equal ones; beside it whether OWNER won. `wide` says whether the record carries more than the amount. */
function auction(wide: boolean): Verified {
  const b = moduleBuilder();
  const members = [
    { name: 'amount', type: u64 },
    ...(wide
      ? [
          { name: 'bidder', type: address },
          { name: 'urgent', type: bool },
          { name: 'grade', type: u8 },
        ]
      : []),
  ];
  const bid = b.recordType(members);
  const inbox = b.field('bids', 'inbox', bid, 's');
  const taken = b.taken(bid);
  const site = b.release('reveal', 'the winning bid');
  const whose = wide ? b.release('reveal', 'whether it is the owner’s') : undefined;
  b.function(
    {
      name: 'close',
      kind: 'call',
      results: [{ type: bid, label: 'p' }, ...(wide ? [{ type: bool, label: 'p' as const }] : [])],
    },
    (r) => {
      const list = r.take(inbox, taken, r.constant(u64, 50), 'all');
      const zeros = members.map(({ type }) => r.emit('classify', [r.constant(type, 0)]));
      const [best] = r.fold(
        list,
        [{ initial: r.record(bid, zeros), declared: { type: bid, label: 's' } }],
        (inner, _, element, [carried]) => {
          const offer = inner.member(element, 2);
          const more = inner.emit('lt', [inner.member(carried as BuiltValue, 0), inner.member(offer, 0)]);
          return [inner.emit('select', [more, offer, carried as BuiltValue])];
        },
      );
      const won = whose
        ? [r.reveal(whose, r.emit('addr.eq', [r.member(best as BuiltValue, 1), r.constant(address, OWNER)]))]
        : [];
      return [r.reveal(site, best as BuiltValue), ...won];
    },
  );
  const outcome = verifyModule(b.finish());
  if (!outcome.ok) assert.fail(outcome.code);
  return outcome.value;
}

function entries<S>(
  bids: readonly Bid[],
  wide: boolean,
  leaf: (value: bigint, bid: number, place: number, width: number) => Scalar<S>,
): InboxEntry<S>[] {
  return bids.map(({ amount, bidder }, k) => {
    const limbs = [bidder & (2n ** 64n - 1n), (bidder >> 64n) & (2n ** 64n - 1n), bidder >> 128n];
    const values = wide ? [amount, ...limbs, BigInt(k % 2), BigInt(k)] : [amount];
    const sizes = wide ? [64, ...LIMBS, 1, 8] : [64];
    return {
      sender: BigInt(k + 1),
      index: BigInt(k),
      height: 1n,
      values: values.map((value, place) => leaf(value, k, place, sizes[place] as number)),
    };
  });
}

function inputsFor(c: Committee, module: Verified, bids: readonly Bid[], wide: boolean): TaskInputs {
  const inbox = entries<SecretInput>(bids, wide, (value, bid, place, width) =>
    secret(maskFor(c, value, `bid ${bid}`, place, width)),
  );
  return { module, fn: 0, args: [], state: [0n], inbox, context, openMode: 'afterSettle' };
}

const auctions: Readonly<Record<string, readonly Bid[]>> = {
  'a winner in the middle': [3n, 2n ** 64n - 1n, 7n, 2n ** 63n].map((amount, k) => ({
    amount,
    bidder: k === 1 ? OWNER : BigInt(k + 1) << 140n,
  })),
  'equal bids': [9n, 9n, 8n].map((amount, k) => ({ amount, bidder: OWNER - BigInt(k) })),
  'one bid': [{ amount: 1n, bidder: (1n << 160n) - 1n }],
  'no bid': [],
  'addresses that differ in one limb': [4n, 5n].map((amount) => ({ amount, bidder: OWNER ^ (amount << 64n) })),
};

for (const shape of shapes) {
  test(`(${shape.n},${shape.T}): the winner comes out with its address`, () => {
    const module = auction(true);
    for (const [name, bids] of Object.entries(auctions)) {
      const plan = planTasks(shape, [inputsFor(committee(shape), module, bids, true)]);
      const c = committee({ ...shape, triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
      const inputs = inputsFor(c, module, bids, true);
      const outcome = run(c, function* (engine) {
        return yield* releaseTasks([yield* runTask(engine, inputs, 0)]);
      });
      const tasks = all(outcome).map((released) => released.value[0] as ReleasedTask);
      const [block] = (tasks[0] as ReleasedTask).blocks;
      assert.ok(block);
      const masks = new Map(
        tasks.flatMap((task) => (task.blocks[0]?.pieces ?? []).map(({ set, mask }) => [set, mask] as const)),
      );
      const got = toBigints(unmask(c.kernel, block.values, [...masks.values()]));
      const plain = evaluate(module, 0, {
        inbox: entries<bigint>(bids, true, (value) => secret(value)),
        context,
      }).outcome;
      assert.ok(plain.status === 'ok');
      assert.deepEqual(
        got,
        plain.outputs.everyone.map(({ scalar }) => plainOf(scalar)),
        name,
      );
      assert.deepEqual(c.used[0]?.(), { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
    }
  });
}

test('a choice between records of six leaves takes the rounds of a choice between amounts', () => {
  const shape = { n: 4, T: 1 };
  const rounds = (wide: boolean, bids: readonly Bid[]): number =>
    planTasks(shape, [inputsFor(committee(shape), auction(wide), bids, wide)]).rounds;
  const bids = auctions['a winner in the middle'] as readonly Bid[];
  const doubled = [...bids, ...bids];
  assert.equal(rounds(true, doubled) - rounds(true, bids), rounds(false, doubled) - rounds(false, bids));
});
