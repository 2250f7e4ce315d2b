// The page's view of the network over good looks, failures and lies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClientError, LyingRpc, type NetworkView } from '@enigma/client';
import { FAILED_PAUSE_MS, LOOK_PAUSE_MS, liveNetwork, type Live } from '../src/live.ts';

const view = (number: bigint): NetworkView => ({ latest: { number } }) as unknown as NetworkView;
const unreachable = new ClientError('CHAIN_UNREACHABLE', 'no', {}, 'wait');

/** Plays what each look gives; answers with the states, the pauses, and how many explorers were made. */
async function play(looks: readonly (NetworkView | Error)[]): Promise<{
  readonly states: readonly Live[];
  readonly pauses: readonly number[];
  readonly explorers: number;
}> {
  const states: Live[] = [];
  const pauses: number[] = [];
  const rest = [...looks];
  let explorers = 0;
  await new Promise<void>((resolve) => {
    const live = liveNetwork({
      explorer: () => {
        explorers++;
        return {
          look() {
            const next = rest.shift() ?? unreachable;
            return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
          },
        };
      },
      sleep: (ms) => {
        pauses.push(ms);
        if (rest.length > 0) return Promise.resolve();
        stop();
        resolve();
        return Promise.resolve();
      },
      seen: () => Promise.resolve(),
    });
    assert.equal(live.get().kind, 'loading');
    const stop = live.subscribe(() => states.push(live.get()));
  });
  return { states, pauses, explorers };
}

test('good looks follow each other', async () => {
  const { states, pauses, explorers } = await play([view(1n), view(2n)]);
  assert.deepEqual(
    states.map((state) => state.kind === 'ready' && state.view.latest.number),
    [1n, 2n],
  );
  assert.deepEqual(pauses, [LOOK_PAUSE_MS, LOOK_PAUSE_MS]);
  assert.equal(explorers, 1);
});

test('a chain that does not answer keeps what was seen, and is asked again', async () => {
  const { states, pauses, explorers } = await play([unreachable, view(1n), unreachable, unreachable, view(2n)]);
  assert.deepEqual(
    states.map((state) => [state.kind, 'view' in state ? state.view?.latest.number : 'none']),
    [
      ['unreachable', undefined],
      ['ready', 1n],
      ['unreachable', 1n],
      ['unreachable', 1n],
      ['ready', 2n],
    ],
  );
  assert.equal(pauses[0], FAILED_PAUSE_MS);
  assert.equal(explorers, 1);
});

test('a lie leaves nothing to be shown, and nothing to go on from', async () => {
  const { states, explorers } = await play([view(1n), new LyingRpc('x'), unreachable]);
  assert.deepEqual(
    states.map((state) => [state.kind, 'view' in state && state.view !== undefined]),
    [
      ['ready', true],
      ['lying', false],
      ['unreachable', false],
    ],
  );
  assert.equal(explorers, 2);
});
