import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:net';
import { createTlsIdentity, type TlsIdentity } from '../src/host/certificate.ts';
import { openLinks, type ListeningLinks } from '../src/host/links.ts';
import { FrameReader, frameHeader } from '../src/host/frames.ts';
import { frameBytesMax } from '../src/limits.ts';
import type { PeerAddress } from '../src/ports.ts';

interface Node {
  links: ListeningLinks;
  frames: { from: number; payload: Uint8Array }[];
  logs: string[];
  /** Each change of the link. */
  ups: boolean[];
  address: PeerAddress;
}

const network = new Uint8Array(32).fill(7);
const open = new Set<ListeningLinks>();
afterEach(async () => {
  await Promise.all([...open].map((links) => links.close()));
  open.clear();
});

async function start(
  index: number,
  identity: TlsIdentity,
  useNetwork = network,
  silentMs?: number,
  graceMs = 10_000,
): Promise<Node> {
  const frames: Node['frames'] = [];
  const logs: string[] = [];
  const ups: boolean[] = [];
  const links = await openLinks({
    identity,
    index,
    network: useNetwork,
    ...(silentMs === undefined ? {} : { silentMs }),
    host: '127.0.0.1',
    port: 0,
    onFrame: (from, payload) => frames.push({ from, payload: new Uint8Array(payload) }),
    onChange: (_, up) => ups.push(up),
    log: (code) => logs.push(code),
    graceMs,
  });
  open.add(links);
  return {
    links,
    frames,
    logs,
    ups,
    address: { index, host: '127.0.0.1', port: links.port, spkiHash: identity.spkiHash },
  };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (condition()) return;
    await sleep(10);
  }
  assert.fail(`waited too long for ${what}`);
}

test('frames pass both ways between nodes that know each other', async () => {
  const [a, b] = await Promise.all([start(0, await createTlsIdentity()), start(1, await createTlsIdentity())]);
  a.links.know([b.address]);
  b.links.know([a.address]);
  await until(() => a.links.connected().length === 1 && b.links.connected().length === 1, 'the link');
  const large = new Uint8Array(3_000_000).map((_, at) => at);
  assert.ok(a.links.send(1, large));
  assert.ok(a.links.send(1, new Uint8Array([9])));
  assert.ok(b.links.send(0, new Uint8Array([1, 2, 3])));
  await until(() => b.frames.length === 2 && a.frames.length === 1, 'the frames');
  assert.ok(Buffer.from(large).equals(b.frames[0]?.payload ?? new Uint8Array()));
  assert.deepEqual(b.frames[1]?.payload, new Uint8Array([9]));
  assert.deepEqual(a.frames[0], { from: 1, payload: new Uint8Array([1, 2, 3]) });
  assert.equal(a.links.stats().bytesOut, b.links.stats().bytesIn);
});

test('a peer with another key than the one on chain is cut off before a frame of it is read', async () => {
  const [a, b] = await Promise.all([start(0, await createTlsIdentity()), start(1, await createTlsIdentity())]);
  const another = await createTlsIdentity();
  a.links.know([b.address]);
  b.links.know([{ ...a.address, spkiHash: another.spkiHash }]);
  await until(() => b.logs.includes('link.stranger'), 'the refusal');
  assert.deepEqual(b.links.connected(), []);
  assert.deepEqual(b.frames, []);
});

test('a peer of another network is cut off', async () => {
  const [a, b] = await Promise.all([
    start(0, await createTlsIdentity()),
    start(1, await createTlsIdentity(), new Uint8Array(32).fill(8)),
  ]);
  a.links.know([b.address]);
  b.links.know([a.address]);
  await until(() => b.logs.includes('link.stranger'), 'the refusal');
  assert.deepEqual(a.links.connected(), []);
});

test('a link comes back after its peer was away', async () => {
  const identity = await createTlsIdentity();
  const [a, b] = await Promise.all([start(0, await createTlsIdentity()), start(1, identity)]);
  a.links.know([b.address]);
  b.links.know([a.address]);
  await until(() => a.links.connected().length === 1, 'the link');
  await b.links.close();
  open.delete(b.links);
  await until(() => a.links.connected().length === 0, 'the loss');
  assert.equal(a.links.send(1, new Uint8Array(1)), false);
  const again = await start(1, identity);
  again.links.know([a.address]);
  a.links.know([again.address]);
  await until(() => a.links.connected().length === 1, 'the link again');
});

test('a link that nobody has anything to say on stays, and its words reach nobody above', async () => {
  const silentMs = 200;
  const [a, b] = await Promise.all([
    start(0, await createTlsIdentity(), network, silentMs),
    start(1, await createTlsIdentity(), network, silentMs),
  ]);
  a.links.know([b.address]);
  b.links.know([a.address]);
  await until(() => a.links.connected().length === 1 && b.links.connected().length === 1, 'the link');
  await sleep(5 * silentMs);
  assert.ok(![...a.logs, ...b.logs].includes('link.silent'));
  assert.deepEqual([a.frames, b.frames], [[], []]);
});

for (const [rotating, first] of [
  [0, 'peer'],
  [0, 'itself'],
  [1, 'peer'],
  [1, 'itself'],
] as const)
  test(`keys of node ${rotating} rotate under traffic, followed first by ${first}: no frame is lost or overtaken, and the link is under the new key`, async () => {
    const [a, b] = await Promise.all([start(0, await createTlsIdentity()), start(1, await createTlsIdentity())]);
    a.links.know([b.address]);
    b.links.know([a.address]);
    await until(() => a.links.connected().length === 1 && b.links.connected().length === 1, 'the link');
    const [own, peer] = rotating === 0 ? [a, b] : [b, a];
    const next = await createTlsIdentity();
    let sent = 0;
    let down = 0;
    const talk = setInterval(() => {
      // Long enough that some of it is on its way whenever the connection changes.
      const payload = new Uint8Array(200_000);
      new DataView(payload.buffer).setUint32(0, sent++);
      for (const said of [a.links.send(1, payload), b.links.send(0, payload)]) if (!said) down++;
    }, 1);
    try {
      await until(() => a.frames.length > 5 && b.frames.length > 5, 'the first frames');
      const address = { ...own.address, spkiHash: next.spkiHash };
      const steps = [() => peer.links.know([address]), () => own.links.use(next)];
      for (const step of first === 'peer' ? steps : steps.toReversed()) {
        step();
        await sleep(150);
      }
      // Two lines of a link each: it came up, and came up again.
      await until(() => own.ups.length > 1 && peer.ups.length > 1, 'the link under the new key');
      const at = sent;
      await until(() => a.frames.length > at && b.frames.length > at, 'frames on it');
    } finally {
      clearInterval(talk);
    }
    assert.equal(down, 0, 'the link was down');
    await until(() => a.frames.length === sent && b.frames.length === sent, 'all frames');
    for (const { frames } of [a, b])
      for (const [at, { payload }] of frames.entries()) assert.equal(new DataView(payload.buffer).getUint32(0), at);
    assert.deepEqual(
      [a.ups, b.ups],
      [
        [true, true],
        [true, true],
      ],
      'the link was never down',
    );
  });

test('of a key that has rotated away nobody is let in, and its old link ends', async () => {
  const stolen = await createTlsIdentity();
  const [a, b] = await Promise.all([start(0, stolen), start(1, await createTlsIdentity(), network, undefined, 100)]);
  a.links.know([b.address]);
  b.links.know([a.address]);
  await until(() => b.links.connected().length === 1, 'the link');
  b.links.know([{ ...a.address, spkiHash: (await createTlsIdentity()).spkiHash }]);
  await until(() => b.links.connected().length === 0, 'the end of the old link');
  await until(() => b.logs.includes('link.stranger'), 'the refusal');
  assert.deepEqual(b.ups, [true, false]);
});

test('bytes that are no TLS do not disturb the listener', async () => {
  const a = await start(0, await createTlsIdentity());
  const socket = connect(a.links.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.end('GET / HTTP/1.1\r\n\r\n');
  await until(() => a.logs.includes('link.refused'), 'the refusal');
});

test('a frame reader finds frames in any chunks and refuses an oversize one at its header', () => {
  const payloads = [new Uint8Array(0), new Uint8Array([1]), new Uint8Array(1000).fill(3)];
  const stream = Buffer.concat(payloads.flatMap((payload) => [frameHeader(payload.length), payload]));
  for (const step of [1, 2, 3, 7, 500, stream.length]) {
    const reader = new FrameReader(1000);
    const found: Uint8Array[] = [];
    for (let at = 0; at < stream.length; at += step) {
      const frames = reader.push(stream.subarray(at, at + step));
      assert.notEqual(frames, 'oversize');
      found.push(...(frames as Uint8Array[]));
    }
    assert.deepEqual(
      found.map((frame) => [...frame]),
      payloads.map((payload) => [...payload]),
    );
  }
  assert.equal(new FrameReader(frameBytesMax).push(frameHeader(frameBytesMax + 1)), 'oversize');
});
