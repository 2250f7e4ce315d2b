// One node's endpoint lies to it, at each phase: the node stalls, follows or is back; it signs nothing on a lie, names nobody, and the others settle with the right result.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainEvent, ChainLog } from '@enigma/protocol';
import { drawEndpointFault, LIES, mustFollow, type EndpointFault } from '../src/faults/endpoints.ts';
import { changed, factsOf, forge } from '../src/faults/lies.ts';
import { run, type Outcome } from '../src/run.ts';
import { chanceOf, drawScenario, undisturbed } from '../src/scenario.ts';

const said = ({ violations }: Outcome): string =>
  violations.map(({ property, what }) => `${property}: ${what}`).join('\n');

interface Told {
  readonly outcome: Outcome;
  /** Codes of what the node said that was lied to. */
  readonly codes: ReadonlySet<string>;
}

async function withLies(seed: string, fault: Partial<EndpointFault>): Promise<Told> {
  const endpoint = { ...drawEndpointFault(chanceOf(seed), 4), ...fault };
  const codes = new Set<string>();
  const outcome = await run(
    { ...undisturbed(drawScenario(seed, { committee: [4, 1] })), attack: undefined, endpoint },
    (line) => {
      const [, , node, code] = line.split(' ');
      if (node === String(endpoint.node)) codes.add(code ?? '');
    },
  );
  return { outcome, codes };
}

for (const [at, lie] of LIES.entries()) {
  const phase = at % 2 === 0 ? 'served' : 'triggered';
  test(`an endpoint that is ${lie}, once the committee has ${phase}: nothing is signed on it, the others settle`, async () => {
    const events = lie === 'forge' || lie === 'withhold' || lie === 'fickle' ? { event: 'TaskCreated' as const } : {};
    const { outcome } = await withLies(`${lie} ${phase}`, { lie, at: { phase, ms: 0 }, forMs: 15_000, ...events });
    assert.equal(said(outcome), '');
    assert.equal(outcome.ending, 'opened');
    // Nothing stands in another order where there is but one.
    assert.ok(outcome.lies.length > 0 || lie === 'reorder', 'it lied');
  });
}

test('lies from the first event on: a committee may not come to serve, and nothing else', async () => {
  for (const event of ['NodeRegistered', 'ContractDeployed', 'CommitteeOpened', 'Settled'] as const) {
    const { outcome } = await withLies(`from the start ${event}`, {
      lie: 'forge',
      event,
      at: { phase: 'start', ms: 0 },
      forMs: undefined,
    });
    assert.equal(said(outcome), '');
    assert.ok(['opened', 'lost'].includes(outcome.ending), outcome.ending);
  }
});

test('what is no answer passes: the node is back when it ends', async () => {
  for (const lie of ['garbage', 'old'] as const) {
    const fault = { lie, at: { phase: 'served', ms: 0 } as const, forMs: 8_000 };
    assert.ok(mustFollow({ ...drawEndpointFault(chanceOf(lie), 4), ...fault }));
    const { outcome, codes } = await withLies(lie, fault);
    assert.equal(said(outcome), '');
    assert.ok(!codes.has('contract.stalled') && !codes.has('node.ended'));
  }
});

test('a contract whose heads were lied about, or with an event that fitted nothing, goes on once the endpoint tells the truth, without a restart', async () => {
  const lied = { at: { phase: 'served', ms: 0 }, forMs: 6_000 } as const;
  for (const lie of [{ lie: 'heads' }, { lie: 'forge', event: 'InputsAppended' }] as const) {
    const { outcome, codes } = await withLies('resumes', { ...lie, ...lied });
    assert.equal(said(outcome), '');
    assert.ok(codes.has('contract.stalled') && codes.has('contract.resumed'), [...codes].join());
    assert.equal(outcome.ending, 'opened');
  }
});

test('a lie changes one fact of an event, whichever there is', () => {
  const event: ChainEvent = { name: 'Opened', taskId: `0x${'1a'.repeat(32)}`, index: 0, output: '0x01' };
  const log: ChainLog = { event, blockNumber: 1n, blockHash: '0x', txHash: '0x', logIndex: 0 };
  const places = factsOf(event).map((path) => path.join('.'));
  assert.deepEqual(places, ['name', 'taskId', 'index', 'output']);
  for (const path of [['taskId'], ['index'], ['output']])
    assert.notDeepEqual(changed(event, path, chanceOf('lie')), event);
  const { what, log: forged } = forge(log, chanceOf('which'));
  assert.match(what, /^Opened\.(taskId|index|output)$/);
  assert.notDeepEqual(forged?.event, event);
});
