// Each property sees its violation: all are planted in one run of an honest network, in what properties look at, and each must say so; without them none does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, fromHex, u8, type Hex } from '@enigma/crypto';
import { SESSION_KIND, sessionIdOf, type ChainEvent, type ChainLog, type Committee } from '@enigma/protocol';
import type { Attack } from '../src/attacks/index.ts';
import { PROPERTIES } from '../src/properties/index.ts';
import { run } from '../src/run.ts';
import { drawScenario, undisturbed, type Scenario } from '../src/scenario.ts';
import { GOSSIP, MESSAGE } from '../src/wiretap.ts';
import type { World } from '../src/world.ts';

const CHEATER = 3;
const HONEST = 0;
const hash = (byte: string): Hex => `0x${byte.repeat(32)}`;
const bytes = (length: number, fill = 0): Uint8Array => new Uint8Array(length).fill(fill);

/** committee ‖ channel ‖ type ‖ session, then a SessionOpen with one range of triples. */
function proposal(attempt: number, start: number): Uint8Array {
  const range = concat(u8(1), bytes(7), u8(start), bytes(7), u8(10));
  const open = concat(bytes(32, 7), bytes(1), u8(attempt), bytes(2), bytes(32), bytes(4), bytes(1), u8(1), range);
  return concat(bytes(32), u8(0), u8(MESSAGE.proposal), bytes(32, 7), open);
}

/** For the attempt after three that nobody ended. */
function hello(): Uint8Array {
  return concat(bytes(32, 5), u8(0), u8(MESSAGE.hello), bytes(32, 7), bytes(1), u8(3), bytes(2));
}

function frame(attempt: number): Uint8Array {
  return concat(bytes(32), u8(0), u8(MESSAGE.frame), bytes(32, 7), bytes(1), u8(attempt), bytes(2), bytes(4));
}

const log = (event: ChainEvent): ChainLog => ({
  event,
  blockNumber: 1n,
  blockHash: hash('b0'),
  txHash: hash('70'),
  logIndex: 0,
});
const expired: ChainEvent = {
  name: 'Expired',
  contractId: hash('c0'),
  taskId: hash('7a'),
  seq: 0n,
  liability: false,
  liable: 0,
  refund: 0n,
};

function raise<K>(map: ReadonlyMap<K, bigint>, key: K): void {
  (map as Map<K, bigint>).set(key, (map.get(key) ?? 0n) + 1n);
}

const PLANTS: Readonly<Record<string, (world: World) => void>> = {
  'honest never blamed'(world) {
    const [committee, { seats }] = [...world.chain.state().committees][0] as [
      Hex,
      { readonly seats: readonly number[] },
    ];
    const facts = { committee, seat: seats.findIndex((node) => node !== CHEATER && node !== HONEST) };
    world.logs.push({ node: HONEST, code: 'seat.blamed', facts });
  },
  'each task ends once'(world) {
    for (const see of world.finals) see([log(expired), log(expired)]);
  },
  'money conserved'(world) {
    raise(world.chain.state().token, hash('ee'));
  },
  'every account exact'(world) {
    raise(world.chain.state().available, world.funder.account);
  },
  'sign once'(world) {
    for (const see of world.signatures)
      for (const digest of [hash('01'), hash('02')]) see(HONEST, 'slot', digest, bytes(64));
  },
  'material used once'(world) {
    for (const see of world.network.taps)
      for (const [attempt, start] of [
        [0, 5],
        [1, 9],
      ] as const) {
        see(HONEST, 1, proposal(attempt, start));
        see(HONEST, 1, frame(attempt));
      }
  },
  'nothing unmasked before finality'(world) {
    for (const see of world.network.taps) see(HONEST, 1, concat(bytes(32), u8(1), u8(GOSSIP.piece), bytes(32, 9)));
  },
  'durable before sent'(world) {
    const process = world.nodes[HONEST];
    if (process !== undefined) for (const see of world.sends) see(process, 1, hello());
  },
  'a start ends its attempts'(world) {
    const process = world.nodes[HONEST];
    if (process === undefined) return;
    for (const life of [1001, 1002]) for (const see of world.sends) see({ ...process, life }, 1, frame(0));
  },
  'nobody falls silent'(world) {
    // It is there, and does nothing any more.
    const process = world.nodes[HONEST];
    if (process?.node !== undefined) process.node = { ...process.node };
  },
  'the heads come first'(world) {
    const process = world.nodes[HONEST];
    const { committeeId, generation } = [...world.chain.state().committees.values()][0] as Committee;
    const facts = { contractId: hash('c1'), anchor: log(expired).blockHash, count: 1 };
    const session = sessionIdOf({ ...facts, committeeId, generation, kind: SESSION_KIND.TASKS, firstSeqOrBatch: 0n });
    const created = { name: 'TaskCreated', taskId: hash('7b'), contractId: facts.contractId, seq: 0n } as ChainEvent;
    // Of a block that no head was asked at.
    for (const see of world.finals) see([{ ...log(created), blockNumber: 1_000_000n }]);
    const payload = proposal(9, 200);
    payload.set(fromHex(committeeId) ?? bytes(32));
    payload.set(fromHex(session) ?? bytes(32), 34);
    if (process !== undefined) for (const see of world.sends) see({ ...process, life: 1003 }, 1, payload);
  },
  'lost only where void'(world) {
    const { committeeId, n } = [...world.chain.state().committees.values()][0] as Committee;
    const lost: ChainEvent = {
      name: 'Lost',
      contractId: [...world.chain.state().contracts.keys()][0] as Hex,
      committeeId,
      signed: 0,
      missing: 2 ** n - 1,
    };
    // Late enough, and it serves.
    for (const see of world.finals) see([{ ...log(lost), blockNumber: 1_000_000n }]);
  },
  'signs on final blocks alone'(world) {
    const slot = ['receipt', hash('aa'), 0, hash('cc'), 1, 0, 0, hash('dd'), hash('ee')].join('/');
    for (const see of world.signatures) see(HONEST, slot, hash('03'), bytes(64));
  },
};

/** Says nothing wrong itself; when the task is on chain, the plants are set. */
function planting(plants: readonly ((world: World) => void)[]): Attack {
  return {
    name: 'planted',
    what: 'is as honest as the others',
    phases: ['tally'],
    settles: () => true,
    named: () => false,
    begin: () => ({
      arm(world) {
        let set = false;
        world.blocks.push(() => {
          if (set || world.chain.state().tasks.size === 0) return;
          set = true;
          for (const plant of plants) plant(world);
        });
      },
      told: () => true,
    }),
  };
}

const scenario = (attack: Attack): Scenario => ({
  ...undisturbed(drawScenario('planted', { committee: [4, 1], calls: false })),
  attack,
  cheater: CHEATER,
});

test('every property says what was planted for it, and nothing where nothing was', async () => {
  assert.deepEqual(
    PROPERTIES.map(({ name }) => name).sort(),
    Object.keys(PLANTS).sort(),
    'a property without a plant, or a plant without one',
  );
  const clean = await run(scenario(planting([])));
  assert.deepEqual(clean.violations, []);
  const { violations } = await run(scenario(planting(Object.values(PLANTS))));
  const said = new Set(violations.map(({ property }) => property));
  assert.deepEqual(
    PROPERTIES.map(({ name }) => name).filter((name) => !said.has(name)),
    [],
  );
  assert.ok(
    violations.some(({ what }) => what.startsWith('used twice')),
    'over all nodes together',
  );
});
