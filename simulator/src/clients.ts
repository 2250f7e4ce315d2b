// The client's own code in a simulated world: its requests go to nodes of the world, its pauses pass there.
import { type Ports } from '@enigma/client';
import { utf8 } from '@enigma/crypto';
import type { ChainPort } from '@enigma/protocol';
import type { World } from './world.ts';

const DRIVE_SECONDS_MAX = 900;

/** Lets the world run until the promise is kept. */
export async function drive<T>(world: World, promise: Promise<T>): Promise<T> {
  let over = false;
  const end = (): void => void (over = true);
  promise.then(end, end);
  for (let seconds = 0; !over && seconds < DRIVE_SECONDS_MAX; seconds++) await world.run(() => over, 1000);
  if (!over) throw new Error(`${DRIVE_SECONDS_MAX / 60} minutes passed`);
  return promise;
}

export function portsOf(world: World, chain: ChainPort = world.funder): Ports {
  return {
    chain,
    random: world.schedule.random,
    nowMs: () => world.schedule.nowMs(),
    sleep: (ms) => new Promise((resolve) => world.schedule.after(ms, resolve)),
    async transport(url, { method, body }) {
      const [, index, path] = /^sim:\/\/(\d+)(\/.*)$/.exec(url) ?? [];
      const answer =
        path === undefined ? undefined : world.ask(Number(index), { method, path, body: utf8(body ?? '') });
      if (answer === undefined) throw new Error('unreachable');
      return {
        status: answer.status,
        headers: answer.signature === undefined ? {} : { 'x-enigma-signature': answer.signature },
        text: JSON.stringify(answer.body),
      };
    },
  };
}
