// Programs that a node will not run, and tasks that end without a result: each settles or is refused by rule, alike at every seat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costOf, functionNamed } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import { generateSigningKey, toHex } from '@enigma/crypto';
import { RESULT_STATUS, scheduledTask, type Contract } from '@enigma/protocol';
import {
  eventsOf,
  openElection,
  opened,
  sealBallot,
  trigger,
  vote,
  VOTING,
  type DeployOptions,
} from './support/election.ts';
import { createWorld, sendOk } from './support/world.ts';

const zero = `0x${'00'.repeat(32)}` as const;
const change = (fields: Partial<Contract>): DeployOptions => ({ change: (contract) => ({ ...contract, ...fields }) });
const refusals: readonly (readonly [string, DeployOptions])[] = [
  ['code', { code: (code) => code.map((byte, at) => (at === code.length - 1 ? byte ^ 1 : byte)) }],
  ['policyHash', change({ policyHash: zero })],
  ['constructor', { initArgs: new Uint8Array([1]) }],
];

for (const [what, options] of refusals) {
  test(`a contract whose ${what} is not what its record says gets no seat`, async () => {
    const world = await createWorld({ seed: `refused ${what}` });
    await openElection(world, { ...options, serve: false });
    await world.until(() => world.logged('contract.refused') === 4, 10_000);
    for (const one of world.nodes) {
      assert.equal(one.logs.find((line) => line.code === 'contract.refused')?.facts['what'], what);
      assert.equal(one.node?.seats().length, 0);
      assert.notEqual(one.node, undefined, 'the node goes on');
    }
  });
}

async function statusOf(options: DeployOptions, choices: readonly number[] = [1]): Promise<number | undefined> {
  const world = await createWorld({ seed: `status ${JSON.stringify(choices)}${options.source?.length ?? 0}` });
  const election = await openElection(world, options);
  if (choices.length > 0) await vote(world, election, choices);
  await trigger(world, election);
  let settled: Awaited<ReturnType<typeof eventsOf<'Settled'>>> = [];
  for (let seconds = 0; seconds < 60 && settled.length === 0; seconds++) {
    await world.until(() => false, 1_000);
    settled = (await eventsOf(world, 'Settled')).filter((event) => event.count === 1);
  }
  return settled[0]?.results[0]?.status;
}

test('a task whose gas does not suffice settles as OUT_OF_GAS', async () => {
  assert.equal(await statusOf({ gasLimit: 1_100n }), RESULT_STATUS.OUT_OF_GAS);
});

test('a task of a function that is too tangled to be priced settles as OUT_OF_GAS, and no seat falls over it', async () => {
  const names = Array.from({ length: 14 }, (_, k) => `p${k}`);
  const sum = names.map((name) => `u32(this.${name})`).join(' + ');
  const loops = [1, 2, 3, 4, 5].map((k) => `for (let i${k} = 0; i${k} < sum; i${k}++) `).join('');
  const source = VOTING.replace(
    'readonly closes',
    `${names.map((name) => `${name}: u8 = 0;`).join(' ')} readonly closes`,
  )
    .replace('const votes', `const sum: u32 = ${sum}; let count: u32 = 0; ${loops} count = 1; const votes`)
    .replace('this.candidates);', 'this.candidates); require(count === 0, "some");');
  const compiled = compile(source);
  if (!compiled.ok) return assert.fail(compiled.diagnostics.map(({ message }) => message).join());
  const cost = costOf(compiled.verified, functionNamed(compiled.verified, 'tally'));
  assert.equal(cost.ok ? undefined : cost.code, 'E-LIMIT');
  assert.equal(await statusOf({ source }), RESULT_STATUS.OUT_OF_GAS);
});

test('a task that reverts settles as REVERT', async () => {
  const source = VOTING.replace('const votes', 'require(this.candidates > 9, "too few");\n    const votes');
  if (!compile(source).ok) return assert.fail('the source does not compile');
  assert.equal(await statusOf({ source }), RESULT_STATUS.REVERT);
});

test('a tally without ballots settles with zeros', async () => {
  assert.equal(await statusOf({}, []), RESULT_STATUS.OK);
});

test('ballots appended after the trigger are of no task before them: every seat computes the same gas', async () => {
  const world = await createWorld({ seed: 'late ballots' });
  const election = await openElection(world);
  await vote(world, election, [1, 2]);
  const late = toHex(sealBallot(world, election, generateSigningKey(world.random), 3));
  // One seat hears of the trigger only after the late ballots are final.
  world.crash(3);
  await trigger(world, election);
  await sendOk(world, { name: 'append', contractId: election.contractId, bodies: [late] });
  await world.until(() => false, 3_000);
  world.start(3);
  assert.deepEqual(await opened(world), [1, 1, 0, 0]);
  await world.until(() => false, 20_000);
  const versions = world.nodes.map((one) => one.node?.seatOf(election.contractId)?.state()?.version);
  assert.deepEqual(versions, [1n, 1n, 1n, 1n]);
  assert.equal(world.logged('receipt.superseded'), 0);
});

test("a relayer's old ballot loses to a newer one, and garbage silences nobody", async () => {
  const world = await createWorld({ seed: 'relayer' });
  const election = await openElection(world);
  const voter = generateSigningKey(world.random);
  const other = generateSigningKey(world.random);
  const old = sealBallot(world, election, voter, 1, 0n);
  const recent = sealBallot(world, election, voter, 2, 1n);
  const good = sealBallot(world, election, other, 3, 0n);
  // The sender's name, the highest nonce, and a signature that is none: it must mark nothing.
  const garbage = good.slice();
  garbage.fill(0xff, 20, 28);
  await sendOk(world, {
    name: 'append',
    contractId: election.contractId,
    bodies: [recent, old, garbage, good].map(toHex),
  });
  await trigger(world, election);
  assert.deepEqual(await opened(world), [0, 1, 1, 0]);
});

test('an expired task is let go: the next stage of the node is free of it', async () => {
  const world = await createWorld({ seed: 'expired' });
  const election = await openElection(world, { windowSeconds: 60 });
  await vote(world, election, [1]);
  // Too few seats to compute anything.
  world.crash(1);
  world.crash(2);
  const taskId = await trigger(world, election);
  await world.until(() => false, 70_000);
  const { config, tasks } = world.chain.state();
  assert.ok(tasks.has(taskId) && config !== undefined && scheduledTask !== undefined);
  const header = world.nodes[0]?.node?.taskOf(taskId)?.task.header;
  assert.ok(header);
  await sendOk(world, { name: 'expire', headers: [header] });
  await world.until(() => world.nodes[0]?.node?.taskOf(taskId)?.task.status === 'expired', 20_000);
  await world.until(() => false, 2_000);
  const found = world.nodes[0]?.node?.taskOf(taskId);
  assert.equal(found?.seat.taskFacts(found.task).stage, 'Expired');
  assert.equal(found?.seat.inHand(), 0);
});
