// Links as TLS over TCP has them, and what may befall them. Each fault is shown to bite before it is shown to be borne.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NetworkFault } from '../src/faults/network.ts';
import { BUSY, createNetwork, FAIR, FAR, type Network, type Weather } from '../src/network.ts';
import { run, type Outcome } from '../src/run.ts';
import { createSchedule, type Schedule } from '../src/schedule.ts';
import { drawScenario, undisturbed } from '../src/scenario.ts';

interface Bench {
  readonly schedule: Schedule;
  readonly network: Network;
  readonly heard: string[];
  send(from: number, to: number, ...numbers: readonly number[]): boolean;
  pass(ms: number): Promise<boolean>;
}

function bench(weather: Weather = FAIR, nodes = 3): Bench {
  const schedule = createSchedule('links');
  const network = createNetwork(schedule, weather);
  const heard: string[] = [];
  for (let index = 0; index < nodes; index++)
    network.receiveAt(index, (from, payload) => void heard.push(`${from}>${index} ${payload[0]}`));
  const links = Array.from({ length: nodes }, (_, index) => network.links(index));
  return {
    schedule,
    network,
    heard,
    send: (from, to, ...numbers) =>
      numbers.map((one) => links[from]?.send(to, Uint8Array.of(one)) === true).every(Boolean),
    pass(ms) {
      // Time goes on though nothing is on the way.
      schedule.after(ms, () => undefined);
      return schedule.runUntil(() => false, ms);
    },
  };
}

const told = (from: number, to: number, ...numbers: readonly number[]): string[] =>
  numbers.map((one) => `${from}>${to} ${one}`);

for (const [name, weather] of Object.entries({ FAIR, FAR, BUSY })) {
  test(`${name}: frames of one direction arrive once and in order; those of others overtake them`, async () => {
    const { send, pass, heard } = bench(weather);
    const numbers = Array.from({ length: 200 }, (_, at) => at);
    for (const one of numbers) {
      send(0, 1, one);
      send(2, 1, one);
      await pass(1);
    }
    await pass(60_000);
    for (const from of [0, 2])
      assert.deepEqual(
        heard.filter((line) => line.startsWith(`${from}>`)),
        told(from, 1, ...numbers),
      );
    assert.notDeepEqual(
      heard,
      numbers.flatMap((one) => [...told(0, 1, one), ...told(2, 1, one)]),
    );
  });
}

test('delays have the tail that they are said to have', async () => {
  const slowest = async (weather: Weather): Promise<number> => {
    const { network, schedule } = bench(weather, 400);
    let last = 0;
    network.arrivals.push(() => (last = schedule.nowMs()));
    const begun = schedule.nowMs();
    for (let to = 1; to < 400; to++) network.links(0).send(to, Uint8Array.of(1));
    await schedule.runUntil(() => false, 60_000);
    return (last - begun) / weather.delayMs[1];
  };
  assert.ok((await slowest(FAIR)) <= 2);
  assert.ok((await slowest(FAR)) > 2);
  assert.ok((await slowest(BUSY)) > 10);
});

test('a connection that breaks loses what is on the way, in both directions, and the next one begins empty', async () => {
  const { send, pass, network, heard } = bench();
  send(0, 1, 1, 2);
  send(1, 0, 3);
  network.cut(0, 1, 500);
  assert.equal(send(0, 1, 4), false, 'down: the sender is told');
  assert.deepEqual(network.links(0).connected(), [2]);
  await pass(600);
  assert.deepEqual(heard, []);
  assert.equal(send(0, 1, 5), true);
  await pass(100);
  assert.deepEqual(heard, told(0, 1, 5));
});

test('an end that has not noticed sends into nothing', async () => {
  const { send, pass, network, heard } = bench();
  network.cut(0, 1, 500, 0, 300);
  assert.deepEqual([send(0, 1, 1), send(1, 0, 2)], [true, false]);
  assert.deepEqual([network.links(0).connected(), network.links(1).connected()], [[1, 2], [2]]);
  await pass(350);
  assert.equal(send(0, 1, 3), false);
  await pass(300);
  assert.equal(send(0, 1, 4), true);
  await pass(100);
  assert.deepEqual(heard, told(0, 1, 4));
});

test('what is held arrives in order when it is let go, once nothing holds it', async () => {
  const { send, pass, network, heard } = bench();
  network.hold(0, 1);
  network.hold(0, 1);
  assert.equal(send(0, 1, 1, 2), true);
  send(1, 0, 9);
  await pass(5_000);
  assert.deepEqual(heard, told(1, 0, 9), 'the other direction passes');
  network.release(0, 1);
  send(0, 1, 3);
  await pass(100);
  assert.deepEqual(heard, told(1, 0, 9));
  network.release(0, 1);
  send(0, 1, 4);
  await pass(100);
  assert.deepEqual(heard, [...told(1, 0, 9), ...told(0, 1, 1, 2, 3, 4)]);
});

test('a machine without power is missed late, and a process that starts hears nothing that was meant for the one before', async () => {
  const { send, pass, network, heard } = bench();
  network.receiveAt(1, undefined);
  network.ghost(1, 1_000);
  assert.equal(send(0, 1, 1), true);
  network.receiveAt(1, (from, payload) => void heard.push(`${from}>1 ${payload[0]}`));
  await pass(100);
  assert.deepEqual(heard, []);
  network.receiveAt(1, undefined);
  assert.equal(send(0, 1, 2), false, 'a process that ends says goodbye');
});

/** A calm election but for these faults. */
function suffer(
  seed: string,
  network: readonly NetworkFault[],
  committee: readonly [number, number] = [4, 1],
): Promise<Outcome> {
  const calm = undisturbed(drawScenario(seed, { committee }));
  return run({ ...calm, attack: undefined, faults: { ...calm.faults, network } });
}

test('a partition without end that leaves no quorum on either side ends in the refund', async () => {
  const at = { phase: 'triggered', ms: 0 } as const;
  const outcome = await suffer('for ever', [
    { kind: 'partition', side: [0, 1], oneWay: false, at, forMs: 3_600_000, breaks: false },
  ]);
  assert.equal(outcome.ending, 'expired');
  assert.deepEqual(
    outcome.violations.map(({ property }) => property),
    ['settles'],
  );
});

const borne: readonly (readonly [string, NetworkFault])[] = [
  [
    'halves that find together again',
    {
      kind: 'partition',
      side: [0, 1],
      oneWay: false,
      at: { phase: 'triggered', ms: 500 },
      forMs: 12_000,
      breaks: true,
    },
  ],
  [
    'a seat that is heard by nobody and hears all',
    { kind: 'partition', side: [2], oneWay: true, at: { phase: 'triggered', ms: 500 }, forMs: 30_000, breaks: false },
  ],
  [
    'a node whose links come and go',
    { kind: 'flap', node: 1, at: { phase: 'triggered', ms: 200 }, times: 20, everyMs: 700, downMs: 300 },
  ],
  [
    'a link whose end has not noticed',
    { kind: 'cut', between: [0, 3], at: { phase: 'triggered', ms: 900 }, downMs: 20_000, blindMs: 15_000 },
  ],
  [
    'a seat just inside the time-outs',
    { kind: 'slow', node: 0, at: { phase: 'start', ms: 0 }, forMs: 600_000, lagMs: 1_400 },
  ],
];

for (const [name, fault] of borne) {
  test(`${name}: opened with the right result`, async () => {
    const outcome = await suffer(`borne ${name}`, [fault]);
    assert.deepEqual(outcome.violations, []);
    assert.equal(outcome.ending, 'opened');
  });
}
