// Ports for what runs beside a chain: free, apart, and none that an outgoing connection could take.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePorts } from '../src/host/anvil.ts';

test('ports are free, given once, and below those of outgoing connections; one that is taken is passed over', async () => {
  const [first] = await freePorts(1);
  const taken = createServer().listen((first as number) + 1, '127.0.0.1');
  // Where another has it, it is taken as well.
  await once(taken, 'listening').catch(() => undefined);
  try {
    const ports = await freePorts(30);
    assert.equal(new Set([first, ...ports]).size, 31);
    assert.ok(ports.every((port) => port >= 10_000 && port < 32_768));
    assert.ok(!ports.includes((first as number) + 1));
    for (const port of ports) {
      const server = createServer().listen(port, '127.0.0.1');
      await once(server, 'listening');
      server.close();
    }
  } finally {
    taken.close();
  }
});
