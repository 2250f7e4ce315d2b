// Free ports of the loopback for what runs beside a development chain. A node's urls are registered before it starts, so it cannot choose while it binds. They lie below the ports that systems give to
// outgoing connections (from 32,768 on Linux, 49,152 elsewhere): one of those may be taken between the look and the start, or while a node that was killed is started again.
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

const FIRST = 10_000;
const LAST = 32_000;
/** Processes that look at one time begin apart, by their ids. */
const STRIDE = 20;

let cursor = FIRST + ((process.pid * STRIDE) % (LAST - FIRST));

/** `count` ports on which nobody listens; never the same twice in a process before all were tried. Rejects where there are not so many. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held: { readonly port: number; readonly server: Server }[] = [];
  try {
    for (let tried = FIRST; held.length < count; tried++) {
      if (tried === LAST) throw new Error(`there are no ${count} free ports from ${FIRST} to ${LAST} on 127.0.0.1`);
      const port = cursor++;
      if (cursor === LAST) cursor = FIRST;
      const server = createServer().listen(port, '127.0.0.1');
      const free = await once(server, 'listening').then(
        () => true,
        () => false,
      );
      if (free) held.push({ port, server });
    }
    return held.map(({ port }) => port);
  } finally {
    await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  }
}
