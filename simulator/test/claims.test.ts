// What (4,1) promises of one cheating node, each in one assertion over several seeds and phases of the session, by real node code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hkdf, toHex, utf8 } from '@enigma/crypto';
import type { Attack } from '../src/attacks/attack.ts';
import { wrongProduct } from '../src/attacks/wrongProduct.ts';
import { run, type Outcome } from '../src/run.ts';
import { drawScenario, undisturbed } from '../src/scenario.ts';
import { MESSAGE, PRELUDE_BYTES } from '../src/wiretap.ts';
import type { SimulatedNode } from '../src/world.ts';

interface Line {
  readonly node: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

interface Story {
  readonly outcome: Outcome;
  readonly lines: readonly Line[];
  readonly honest: readonly number[];
  /** Nodes that this node has named. */
  named(by: number): readonly number[];
  /** Whether every honest node has named the cheater, and nobody else. */
  readonly namedByAll: boolean;
  /** Whether every honest node holds what shows it; that it does show the cheater, and nobody else, each run looks at by itself. */
  readonly shownByAll: boolean;
}

/** One election in which node `cheater` of four does this and nothing else goes wrong. */
async function story(attack: string, seed: string): Promise<Story> {
  const lines: Line[] = [];
  const scenario = undisturbed(drawScenario(seed, { attack, committee: [4, 1] }));
  const outcome = await run(scenario, (text) => {
    const [, node = '', code = '', rest = ''] = /^\S+ node (\d+) (\S+) ?(.*)$/.exec(text) ?? [];
    const facts = Object.fromEntries(
      [...rest.matchAll(/(\w+)=(\S*)/g)].map(([, key = '', value = '']) => [key, value]),
    );
    lines.push({ node: Number(node), code, facts });
  });
  const seatOf = new Map(
    lines.filter(({ code }) => code === 'seat.taken').map(({ node, facts }) => [facts['seat'] ?? '', node]),
  );
  const honest = [0, 1, 2, 3].filter((node) => node !== scenario.cheater);
  const named = (by: number): readonly number[] =>
    lines
      .filter(({ node, code }) => node === by && code === 'seat.blamed')
      .map(({ facts }) => seatOf.get(facts['seat'] ?? '') ?? -1);
  const namedByAll = honest.every((by) => {
    const names = named(by);
    return names.length > 0 && names.every((one) => one === scenario.cheater);
  });
  const shown = lines.filter(({ code }) => code === 'seat.blamed').map(({ facts }) => facts['evidence'] ?? '');
  const shownByAll = namedByAll && shown.every((name) => /^0x[0-9a-f]{32}$/.test(name));
  return { outcome, lines, honest, named, namedByAll, shownByAll };
}

/** Seeds differ in who cheats and where; in some he has no place to. */
const SEEDS_MAX = 16;

/** For each attack the first seeds in which it is told, so many. */
async function stories(attacks: readonly string[], count: number): Promise<readonly Story[]> {
  const all: Story[] = [];
  for (const attack of attacks) {
    const told: Story[] = [];
    for (let seed = 1; told.length < count; seed++) {
      assert.ok(seed <= SEEDS_MAX, `${attack} is told in ${told.length} of ${SEEDS_MAX} seeds`);
      const one = await story(attack, String(seed));
      if (one.outcome.told) told.push(one);
    }
    all.push(...told);
  }
  return all;
}

/** Settled with the right result, and no property broken. */
const right = ({ outcome }: Story): boolean => outcome.ending === 'opened' && outcome.violations.length === 0;
const about = ({ outcome, lines }: Story): string =>
  `${outcome.scenario.attack?.name} seed ${outcome.scenario.seed}: ${outcome.ending}, ${outcome.aborts} aborts, ${outcome.violations.map(({ what }) => what).join('; ')} ${lines
    .filter(({ code }) => /blamed|disputed|aborted|batchFailed/.test(code))
    .map(({ node, code }) => `${node}:${code}`)
    .join(' ')}`;

const logged = ({ honest, lines }: Story, code: string): boolean =>
  honest.every((node) => lines.some((line) => line.node === node && line.code === code));

test('equivocation by one node of (4,1): found and named by all at the next checkpoint, or clean abort and the next attempt settles', async () => {
  const told = [...(await stories(['equivocate-share', 'equivocate-checkpoint'], 3))];
  // A king's other sum is told in few seeds: the cheater must be king of a chunk that has a product.
  told.push(...(await stories(['equivocate-sum'], 1)));
  for (const one of told) assert.ok(right(one) && (one.namedByAll || logged(one, 'session.aborted')), about(one));
  assert.ok(
    told.some(({ namedByAll }) => namedByAll) && told.some(({ namedByAll }) => !namedByAll),
    'both endings come up',
  );
});

test('a wrong opening by one node of (4,1): corrected, named by all', async () => {
  for (const one of await stories(['wrong-share'], 3))
    assert.ok(right(one) && one.outcome.aborts === 0 && one.namedByAll && one.shownByAll, about(one));
  // Wrong bits are named alike; their attempt may end, and the next settles.
  for (const one of await stories(['wrong-bits'], 2))
    assert.ok(right(one) && one.namedByAll && one.outcome.aborts <= 4, about(one));
});

test('a wrong product in a pool: the batch is found and burnt, nobody uses it, the task settles', async () => {
  for (const one of await stories(['wrong-product', 'wrong-and'], 3)) {
    const dead = new Set(
      one.lines.filter(({ code }) => code === 'session.batchFailed').map(({ facts }) => facts['sessionId']),
    );
    // A seat that said FAIL itself tells of it once it has everybody's seeds; T + 1 do.
    const sayingSo = one.honest.filter((node) =>
      one.lines.some((line) => line.node === node && line.code === 'session.batchFailed'),
    );
    const used = one.lines.some(({ code, facts }) => code === 'session.batchReady' && dead.has(facts['sessionId']));
    assert.ok(right(one) && dead.size > 0 && !used && sayingSo.length > 1, about(one));
    assert.ok(
      one.honest.every((node) => one.named(node).every((name) => !one.honest.includes(name))),
      about(one),
    );
  }
});

test('seeds opened for a failed batch say nothing of later ones: neither they nor what the chain makes of them stand in anybody’s keys', async () => {
  const shown = new Set<string>();
  let nodes: readonly SimulatedNode[] = [];
  const attack: Attack = {
    ...wrongProduct,
    begin(facts) {
      const armed = wrongProduct.begin(facts);
      return {
        ...armed,
        arm(world) {
          armed.arm(world);
          nodes = world.nodes;
          world.network.taps.push((_from, _to, payload) => {
            if (payload[SESSION_AT] !== 0 || payload[PRELUDE_BYTES] !== MESSAGE.seeds) return;
            for (let at = PRELUDE_BYTES + 33; at + 16 <= payload.length; at++) {
              // As a seed of 16 bytes, as a chain's key of 32, and as the chain's next key.
              shown.add(toHex(payload.subarray(at, at + 16)));
              if (at + 32 > payload.length) continue;
              const next = hkdf(payload.subarray(at, at + 32), utf8('next'), 32);
              shown.add(toHex(next.subarray(0, 16)));
            }
          });
        },
      };
    },
  };
  for (let seed = 1; shown.size === 0; seed++) {
    assert.ok(seed <= SEEDS_MAX, 'seeds are shown');
    await run({ ...undisturbed(drawScenario(String(seed), { committee: [4, 1] })), attack });
  }
  for (const { store } of nodes)
    for (const name of store.names('committee/').filter((one) => one.endsWith('/keys'))) {
      const keys = store.get(name) ?? new Uint8Array();
      assert.ok(keys.length > 32);
      for (let at = 0; at + 16 <= keys.length; at++)
        assert.ok(!shown.has(toHex(keys.subarray(at, at + 16))) || isPlain(keys.subarray(at, at + 16)), `byte ${at}`);
    }
});

const SESSION_AT = 32;
/** Lengths, counts and sets are short numbers in wide fields; a key never has so many zeros. */
const isPlain = (bytes: Uint8Array): boolean => bytes.filter((byte) => byte === 0).length >= 6;
