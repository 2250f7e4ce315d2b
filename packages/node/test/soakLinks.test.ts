// The soak of links in small, by real processes; and that each fault of its proxy bites.
import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { CASES, linksRun } from '../soak/linksRun.ts';
import { startWeb, type Fault } from '../soak/proxy.ts';
import { until } from './support/processes.ts';

// Sockets of a process are told apart by /proc.
const skip = process.platform !== 'linux';
const closing: (() => unknown)[] = [];
after(async () => {
  for (const close of closing.toReversed()) await close();
});

interface Ends {
  readonly near: Socket;
  readonly far: Socket;
  readonly heardNear: () => number;
  readonly heardFar: () => number;
  set(fault: Fault | undefined): void;
}

/** A connection of this process through a proxy, with all bytes counted at both ends. */
async function ends(): Promise<Ends> {
  const web = startWeb([{ name: 'a', pid: () => process.pid }]);
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy = await web.before('b', (server.address() as AddressInfo).port);
  const welcomed = new Promise<Socket>((resolve) => void server.once('connection', resolve));
  const near = connect(proxy.port, '127.0.0.1');
  const far = await welcomed;
  closing.push(
    () => server.close(),
    () => web.close(),
    () => near.destroy(),
    () => far.destroy(),
  );
  const count = (socket: Socket): (() => number) => {
    let bytes = 0;
    socket.on('data', (part: Uint8Array) => (bytes += part.length)).on('error', () => undefined);
    return () => bytes;
  };
  const [heardNear, heardFar] = [count(near), count(far)];
  await until(() => web.count('a', 'b') === 1, 'the connection under its name', 5_000);
  return { near, far, heardNear, heardFar, set: (fault) => web.set('a', 'b', fault) };
}

test('bytes pass, and a reset ends both sides', { skip }, async () => {
  const { near, far, heardFar, heardNear, set } = await ends();
  near.write(new Uint8Array(1_000));
  far.write(new Uint8Array(2_000));
  await until(() => heardFar() === 1_000 && heardNear() === 2_000, 'the bytes', 5_000);
  set({ kind: 'reset' });
  await until(() => near.destroyed && far.destroyed, 'the end', 5_000);
});

test('what is silent passes nothing, ends nothing, and goes on where it stopped', { skip }, async () => {
  const { near, far, heardFar, heardNear, set } = await ends();
  set({ kind: 'silent' });
  near.write(new Uint8Array(1_000));
  far.write(new Uint8Array(1_000));
  await sleep(300);
  assert.deepEqual([heardFar(), heardNear(), near.destroyed, far.destroyed], [0, 0, false, false]);
  set(undefined);
  await until(() => heardFar() === 1_000 && heardNear() === 1_000, 'the bytes', 5_000);
});

test('one way is one way', { skip }, async () => {
  const { near, far, heardFar, heardNear, set } = await ends();
  set({ kind: 'oneWay', to: 'dialler' });
  near.write(new Uint8Array(1_000));
  far.write(new Uint8Array(1_000));
  await until(() => heardFar() === 1_000, 'the bytes', 5_000);
  await sleep(200);
  assert.equal(heardNear(), 0);
});

test('half open: the listener is told, the dialler never', { skip }, async () => {
  const { near, far, set } = await ends();
  set({ kind: 'halfOpen' });
  await until(() => far.destroyed || far.readableEnded, 'the end of one side', 5_000);
  near.write(new Uint8Array(1_000));
  await sleep(300);
  assert.ok(!near.destroyed && !near.readableEnded);
});

test('throttled and delayed bytes all come, in order and later', { skip }, async () => {
  for (const fault of [
    { kind: 'throttled', bytesPerSecond: 20_000 },
    { kind: 'delayed', fromMs: 40, toMs: 80 },
  ] as const) {
    const { near, far, heardFar, set } = await ends();
    set(fault);
    const parts: Uint8Array[] = [];
    far.on('data', (part: Uint8Array) => parts.push(part));
    near.write(Uint8Array.from({ length: 5_000 }, (_, at) => at % 251));
    assert.equal(heardFar(), 0);
    await until(() => heardFar() === 5_000, 'the bytes', 10_000);
    assert.ok(Buffer.concat(parts).every((byte, at) => byte === at % 251));
  }
});

test('the last bytes of a connection are lost, though they were taken', { skip }, async () => {
  const { near, far, heardFar, set } = await ends();
  set({ kind: 'tail', bytes: 300 });
  near.write(new Uint8Array(1_000));
  await until(() => heardFar() === 700, 'all but the last', 5_000);
  await sleep(100);
  assert.equal(heardFar(), 700);
  set(undefined);
  await until(() => near.destroyed && far.destroyed, 'the end', 5_000);
  assert.equal(heardFar(), 700);
});

test(
  'links of one node reset while it signs, and another that stands still in a round: each result carries on from the one before, paid once',
  { skip, timeout: 300_000 },
  async () => {
    const { outcomes, wrong } = await linksRun(
      {
        cases: CASES.filter(({ name }) => ['reset-all', 'stopped-round'].includes(name)),
        holdMs: 1_000,
        setUpPauseMs: 500,
        readyMax: Infinity,
        caughtUpMax: Infinity,
      },
      { note: () => undefined, onStop: () => undefined, goesOn: () => true },
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      outcomes.map(({ name, atPoint }) => [name, atPoint]),
      [
        ['reset-all', true],
        ['stopped-round', true],
      ],
    );
  },
);
