// Every lie of a node or of the RPC that the client has to find. Each is told by an otherwise honest network; without the check the test gets a result and fails.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHex, toHex, type Hex } from '@enigma/crypto';
import {
  digest,
  RECEIPT,
  ZERO_ADDRESS,
  type ChainLog,
  type ChainPort,
  type EventFacts,
  type EventName,
} from '@enigma/protocol';
import {
  isClientError,
  LyingNode,
  LyingRpc,
  memoryJournal,
  requestMasks,
  verifyReceipt,
  verifyState,
  type Answer,
  type ClientErrorCode,
  type Ports,
  type Request,
} from '../src/index.ts';
import { askSeat } from '../src/asking.ts';
import type { Seat } from '../src/reading.ts';
import { ballot, cast, readThrough, start, startTallied, tallied, VOTES, type Voting } from './support/election.ts';
import { keyOf, type Network } from './support/network.ts';

function lyingRpc(what: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof LyingRpc, String(error));
    assert.match(error.what, what);
    return true;
  };
}

function failing(code: ClientErrorCode): (error: unknown) => boolean {
  return (error) => {
    assert.ok(isClientError(error, code), `expected ${code}, got ${String(error)}`);
    return true;
  };
}

type Change<N extends EventName> = (facts: EventFacts[N]) => EventFacts[N] | undefined;

/** An RPC that alters (or, by undefined, withholds) the events of one name. */
function altering<N extends EventName>(network: Network, name: N, change: Change<N>): ChainPort {
  const { chain } = network.ports;
  return {
    ...chain,
    events: async (from, to) =>
      (await chain.events(from, to)).flatMap((log): readonly ChainLog[] => {
        if (log.event.name !== name) return [log];
        const changed = change(log.event as unknown as EventFacts[N]);
        return changed === undefined ? [] : [{ ...log, event: { name, ...changed } as unknown as ChainLog['event'] }];
      }),
  };
}

/** A transport that changes answers on the way. */
function tampering(
  network: Network,
  change: (url: string, request: Request, answer: Answer) => Answer | Promise<Answer>,
): Ports['transport'] {
  return async (url, request) => change(url, request, await network.ports.transport(url, request));
}

function flipped(hex: Hex): Hex {
  const bytes = fromHex(hex) ?? new Uint8Array();
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return toHex(bytes);
}

async function tallyOf(network: Network, voting: Voting): Promise<readonly number[]> {
  const task = await voting.trigger('tally', { keeper: network.port(keyOf('keeper')) });
  return (await voting.openOutput(await voting.waitForTask(task))).value;
}

// ---- nodes: masks

for (const liar of [0, 1, 2, 3]) {
  test(`a wrong mask word from seat ${liar} is outvoted, and the seat named`, async () => {
    const { network, voting } = await start();
    network.cheats = { maskWord: (seat, _, word) => (seat === liar ? word ^ 1n : word) };
    const sealed = await Promise.all([1, 3, 3, 0, 4].map((choice, i) => ballot(voting, i, choice)));
    // Whoever asked the liar knows it; the others did not need it.
    const named = sealed.flatMap((one) => one.liars);
    assert.ok(named.length > 0 && named.every((one) => one.seat === liar));
    await voting.append(sealed, { relayer: network.port(keyOf('relayer')) });
    assert.deepEqual(await tallyOf(network, voting), VOTES);
  });
}

test('more than T liars give no mask instead of a wrong one', async () => {
  const { network, voting } = await start();
  network.cheats = { maskWord: (seat, set, word) => BigInt.asUintN(5, word + BigInt(seat * 7 + set)) };
  await assert.rejects(
    ballot(voting, 0, 1),
    (error) => isClientError(error, 'MASKS_DISPUTED') && error.facts['suspects'] === '0,1,2,3',
  );
});

test('a mask answer signed by another key is refused', async () => {
  const { network, voting } = await start();
  network.cheats = {
    signerOf: (seat) => (seat === 2 ? keyOf('stranger') : undefined),
    maskWord: (seat, _, word) => (seat === 2 ? word ^ 1n : word),
  };
  const masks = await requestMasks(
    network.ports,
    {
      domain: network.domain,
      committee: voting.committee,
      contractId: voting.contractId,
      kind: 2,
      nonce: 0n,
      widths: [5],
    },
    keyOf('voter2'),
  );
  assert.ok(!masks.answered.includes(2));
  assert.deepEqual(masks.liars, []);
});

test('a replayed mask answer is refused', async () => {
  const { network, voting } = await start();
  const kept = new Map<string, Answer>();
  const replaying = tampering(network, (url, _, answer) => {
    const first = kept.get(url);
    if (first === undefined) kept.set(url, answer);
    return first ?? answer;
  });
  const through = await readThrough(network, voting, { transport: replaying });
  await ballot(through, 0, 1);
  await assert.rejects(ballot(through, 0, 1, memoryJournal(), 1n), failing('NODES_UNREACHABLE'));
});

test('one silent node of four delays nobody', async () => {
  const { network, voting } = await start();
  network.cheats = { silent: (seat) => seat === 1 };
  await cast(network, voting);
  assert.deepEqual(await tallyOf(network, voting), VOTES);
});

// ---- nodes: receipts and openings

test('a wrong piece of an output mask is refused, and its seat named', async () => {
  const { network, voting, task } = await startTallied();
  network.cheats = {
    piece: (seat, piece) => (seat === 0 ? { ...piece, values: piece.values.map((value) => value + 1n) } : piece),
  };
  const opened = await voting.openOutput(task);
  assert.deepEqual(opened.value, VOTES);
  assert.deepEqual(
    opened.liars.map((one) => one.seat),
    [0],
  );
  assert.ok(!opened.openedBy.includes(0));
});

test('T seats cannot deny an opening, T + 1 can, and are named', async () => {
  const { network, voting, task } = await startTallied();
  network.cheats = { silent: (seat, path) => seat === 3 && path.startsWith('/open') };
  assert.deepEqual((await voting.openOutput(task)).value, VOTES);
  network.cheats = { piece: (_, piece) => ({ ...piece, salt: new Uint8Array(32) }) };
  await assert.rejects(voting.openOutput(task), failing('OPENING_WITHHELD'));
});

test('an answer about an opening counts for that opening alone', async () => {
  const { network, voting, task } = await startTallied();
  // Same seat, same key, another path: what seat 0 signed for /node is no answer to /open.
  const info = await network.ports.transport(`${voting.committee.seats[0]?.apiUrl}/node`, {
    method: 'GET',
    headers: {},
  });
  const through = await readThrough(network, voting, {
    transport: tampering(network, (url, _, answer) => (url.includes('/open') ? info : answer)),
  });
  await assert.rejects(through.openOutput(task, { timeoutMs: 20_000 }), failing('TIMED_OUT'));
});

test('an altered answer of a node is as none', async () => {
  const { network, voting, task } = await startTallied();
  const altered = tampering(network, (url, _, answer) =>
    url.includes('/open') ? { ...answer, text: answer.text.replace('"set":1', '"set":2') } : answer,
  );
  const through = await readThrough(network, voting, { transport: altered });
  await assert.rejects(through.openOutput(task, { timeoutMs: 20_000 }), failing('TIMED_OUT'));
});

test('receipt signatures are the seats’ own', async () => {
  const { network, voting, task } = await startTallied();
  network.cheats = { signature: (seat, signature) => (seat === 1 ? flipped(signature) : signature) };
  const proof = await voting.verifyReceipt(task);
  assert.deepEqual(proof.signers, [0, 1, 2]);
  assert.deepEqual(
    proof.liars.map((one) => one.seat),
    [],
  );
  const forged = proof.signatures.map(({ seat, signature }) => ({
    seat,
    signature: seat === 0 ? signature : flipped(signature),
  }));
  assert.throws(
    () => verifyReceipt(network.domain, voting.committee, task.receipt, forged),
    failing('RECEIPT_UNPROVEN'),
  );
  const twice = [proof.signatures[0], proof.signatures[0]].filter((one) => one !== undefined);
  assert.throws(
    () => verifyReceipt(network.domain, voting.committee, task.receipt, twice),
    failing('RECEIPT_UNPROVEN'),
  );
  assert.equal(
    verifyReceipt(network.domain, voting.committee, task.receipt, proof.signatures.slice(0, 2)).degraded,
    true,
  );
});

test('a receipt that no seat signed is not believed', async () => {
  const { network, voting, task } = await startTallied();
  network.cheats = { signature: (_, signature) => flipped(signature) };
  await assert.rejects(voting.openOutput(task), (error) => error instanceof LyingNode);
});

test('a state is believed by its root alone', async () => {
  const { network, voting } = await startTallied();
  const head = await network.ports.chain.headOf(voting.contractId);
  const seat = voting.committee.seats[0];
  const answer = await network.ports.transport(`${seat?.apiUrl}/state/${voting.contractId}`, {
    method: 'GET',
    headers: {},
  });
  const body = JSON.parse(answer.text) as { fields: Hex[] };
  assert.equal(verifyState(voting.deployed, head?.stateRoot ?? '0x', body).ok, true);
  for (const i of body.fields.keys()) {
    const fields = body.fields.map((one, k) => (k === i ? flipped(one) : one));
    assert.equal(verifyState(voting.deployed, head?.stateRoot ?? '0x', { ...body, fields }).ok, false);
  }
  assert.equal(
    verifyState(voting.deployed, head?.stateRoot ?? '0x', { ...body, fields: body.fields.slice(1) }).ok,
    false,
  );
  for (const odd of [null, [], 'x', {}, { fields: [1] }])
    assert.equal(verifyState(voting.deployed, head?.stateRoot ?? '0x', odd).ok, false);
});

test('the chain’s own opening is compared with the receipt', async () => {
  const { network, voting, task } = await startTallied();
  network.cheats = { output: (output) => output.map((byte, i) => (i === 4 ? byte ^ 1 : byte)) };
  network.openOnChain = true;
  await voting.waitForTask(task, { until: 'opened' });
  await assert.rejects(voting.openOutput(task), failing('OPENED_DIFFERS'));
});

// ---- the chain's RPC

test('a forged contract record is found', async () => {
  const { network, voting } = await start();
  const altered: readonly [RegExp, Change<'ContractDeployed'>][] = [
    [/does not hash to its id/, (facts) => ({ ...facts, deployer: keyOf('stranger').address })],
    [
      /does not hash to its id/,
      (facts) => ({ ...facts, contract: { ...facts.contract, policyHash: flipped(facts.contract.policyHash) } }),
    ],
    [/code does not hash/, (facts) => ({ ...facts, code: flipped(facts.code) })],
    [/arguments do not hash/, (facts) => ({ ...facts, initArgs: flipped(facts.initArgs) })],
    [/registered contract is missing/, () => undefined],
  ];
  for (const [what, change] of altered) {
    await assert.rejects(
      readThrough(network, voting, { chain: altering(network, 'ContractDeployed', change) }),
      lyingRpc(what),
    );
  }
});

test('a forged committee is found', async () => {
  const { network, voting } = await start();
  const altered: readonly [RegExp, Change<'CommitteeOpened'>][] = [
    [/does not hash to its id/, (facts) => ({ ...facts, seats: facts.seats.toReversed() })],
    [/contract’s shape/, (facts) => ({ ...facts, T: 2 })],
    [/quorums/, (facts) => ({ ...facts, qHi: 1 })],
    [/sitting committee is missing/, () => undefined],
  ];
  for (const [what, change] of altered) {
    await assert.rejects(
      readThrough(network, voting, { chain: altering(network, 'CommitteeOpened', change) }),
      lyingRpc(what),
    );
  }
});

test('keys that no hash binds are asked of a witness', async () => {
  const { network, voting } = await start();
  const { chain } = network.ports;
  const forged: ChainPort = {
    ...chain,
    nodeOf: async (index) => {
      const record = await chain.nodeOf(index);
      return record && { ...record, signer: keyOf('stranger').address };
    },
  };
  await assert.rejects(readThrough(network, voting, { chain: forged, witnesses: [chain] }), lyingRpc(/node’s signer/));
  const seated: ChainPort = { ...chain, signerAt: async () => keyOf('stranger').address };
  await assert.rejects(readThrough(network, voting, { chain: seated, witnesses: [chain] }), lyingRpc(/node’s signer/));
  const none: ChainPort = { ...chain, signerAt: async () => ZERO_ADDRESS };
  await assert.rejects(readThrough(network, voting, { chain: none }), lyingRpc(/does not exist/));
  const fork: ChainPort = {
    ...chain,
    block: async (number) => {
      const block = await chain.block(number);
      return block && { ...block, hash: flipped(block.hash) };
    },
  };
  const through = await readThrough(network, voting, { witnesses: [fork] });
  const task = await through.trigger('tally', { keeper: network.port(keyOf('keeper')) });
  await assert.rejects(through.waitForTask(task), lyingRpc(/differ on block/));
});

test('a seat signs with the key of its draw and its node answers with the present one; a key of neither counts for nothing', async () => {
  const { network, voting } = await start();
  const { contractId } = voting;
  const old = network.keyOfSeat(contractId, 2);
  await network.rotate(contractId, 2, keyOf('rotated'));
  const through = await readThrough(network, voting, {});
  const [seat] = through.committee.seats.slice(2);
  assert.deepEqual([seat?.signer, seat?.nodeSigner], [old.address, keyOf('rotated').address]);
  const answers: string[] = [];
  for (const key of [keyOf('rotated'), old, keyOf('impostor')]) {
    network.cheats = { answersBy: (at) => (at === 2 ? key : undefined) };
    const answer = await askSeat(network.ports, network.domain, seat as Seat, '/node');
    answers.push(answer.kind === 'silent' ? answer.why : answer.kind);
  }
  // One who read of the seat before the rotation reads again.
  network.cheats = { answersBy: () => keyOf('rotated') };
  const before = voting.committee.seats[2] as Seat;
  assert.equal(before.nodeSigner, old.address);
  answers.push((await askSeat(network.ports, network.domain, before, '/node')).kind);
  assert.deepEqual(answers, ['body', 'body', 'unsigned', 'body']);
  // Everything that the seat signs of its committee is still judged by the old one.
  network.cheats = { answersBy: (at) => (at === 2 ? keyOf('rotated') : undefined) };
  await tallied(network, through);
});

test('inbox entries that are altered, withheld or doubled are found', async () => {
  const { network, voting } = await start();
  await cast(network, voting);
  await cast(network, voting);
  let seen = 0;
  const altered: readonly [RegExp, Change<'InputsAppended'>][] = [
    [/fold to their event/, (facts) => ({ ...facts, bodies: facts.bodies.map(flipped) })],
    [/fold to their event/, (facts) => ({ ...facts, bodies: facts.bodies.toReversed() })],
    [/contradicts itself/, (facts) => ({ ...facts, bodies: facts.bodies.slice(1) })],
    [/missing or doubled/, (facts) => (seen++ % 2 === 0 ? undefined : facts)],
    [/withheld/, (facts) => (facts.first === 0n ? facts : undefined)],
    [/withheld/, () => undefined],
  ];
  for (const [what, change] of altered) {
    const through = await readThrough(network, voting, { chain: altering(network, 'InputsAppended', change) });
    await assert.rejects(through.inbox(), lyingRpc(what));
  }
  const { chain } = network.ports;
  const inboxOf: ChainPort['inboxOf'] = async (id, at) => {
    const inbox = await chain.inboxOf(id, at);
    return { ...inbox, head: flipped(inbox.head) };
  };
  const through = await readThrough(network, voting, { witnesses: [{ ...chain, inboxOf }] });
  await assert.rejects(through.inbox(), lyingRpc(/chain’s head/));
});

test('a relayer that drops or alters an entry is found by its voter', async () => {
  const { network, voting } = await start();
  const entries = await Promise.all([1, 2, 3].map((choice, i) => ballot(voting, i, choice)));
  const honest = network.port(keyOf('relayer'));
  const dropping: ChainPort = {
    ...honest,
    submit: (call) => honest.submit(call.name === 'append' ? { ...call, bodies: call.bodies.slice(1) } : call),
  };
  await assert.rejects(
    voting.append(entries, { relayer: dropping }),
    (error) => isClientError(error, 'NOT_INCLUDED') && error.facts['altered'] === false,
  );
  const altering_: ChainPort = {
    ...honest,
    submit: (call) => honest.submit(call.name === 'append' ? { ...call, bodies: call.bodies.map(flipped) } : call),
  };
  await assert.rejects(
    voting.append(entries, { relayer: altering_ }),
    (error) => isClientError(error, 'NOT_INCLUDED') && error.facts['altered'] === true,
  );
  // The same sealed entries through somebody else.
  await voting.append(entries, { relayer: honest });
  assert.deepEqual(await tallyOf(network, voting), [1, 1, 1, 0]);
});

test('a task under a false id is found', async () => {
  const { network, voting } = await start();
  const forged: Change<'TaskCreated'> = (facts) => ({ ...facts, header: { ...facts.header, gasLimit: 1n } });
  const through = await readThrough(network, voting, { chain: altering(network, 'TaskCreated', forged) });
  await assert.rejects(
    through.trigger('tally', {
      keeper: { ...altering(network, 'TaskCreated', forged), submit: network.port(keyOf('keeper')).submit },
    }),
    lyingRpc(/does not hash to its id/),
  );
  const hiding = await readThrough(network, voting, { chain: altering(network, 'TaskCreated', () => undefined) });
  const task = await voting.trigger('tally');
  await assert.rejects(hiding.waitForTask(task.taskId), lyingRpc(/task that exists is missing/));
});

test('a forged settlement is found', async () => {
  const { network, voting, task } = await startTallied();
  const first = <T>(list: readonly T[], change: (one: T) => T): readonly T[] =>
    list.map((one, i) => (i === 0 ? change(one) : one));
  const altered: readonly [RegExp, Change<'Settled'>][] = [
    [
      /hash to its digest/,
      (facts) => ({ ...facts, receipt: { ...facts.receipt, newRoot: flipped(facts.receipt.newRoot) } }),
    ],
    [/hash to its digest/, (facts) => ({ ...facts, receiptDigest: flipped(facts.receiptDigest) })],
    [/contradicts its receipt/, (facts) => ({ ...facts, newRoot: flipped(facts.newRoot) })],
    [
      /results do not hash/,
      (facts) => ({ ...facts, results: first(facts.results, (result) => ({ ...result, gasUsed: 1n })) }),
    ],
    [/masked output does not hash/, (facts) => ({ ...facts, masked: first(facts.masked, flipped) })],
    [/receipt’s count/, (facts) => ({ ...facts, masked: facts.count === 0 ? ['0x'] : [] })],
    [/event is withheld/, () => undefined],
  ];
  for (const [what, change] of altered) {
    const through = await readThrough(network, voting, { chain: altering(network, 'Settled', change) });
    await assert.rejects(through.waitForTask(task.taskId), lyingRpc(what));
  }
});

test('a receipt computed on another history than its task’s is found; a task that a reorganisation moved is read again', async () => {
  const { network, voting, task } = await startTallied();
  const elsewhere: Change<'Settled'> = (facts) => {
    const receipt = { ...facts.receipt, anchor: flipped(facts.receipt.anchor) };
    return facts.count === 0 ? facts : { ...facts, receipt, receiptDigest: digest(network.domain, RECEIPT, receipt) };
  };
  const through = await readThrough(network, voting, { chain: altering(network, 'Settled', elsewhere) });
  await assert.rejects(through.waitForTask(task.taskId), lyingRpc(/not of the block that holds its last task/));
  const moved = { ...task, blockHash: flipped(task.blockHash) };
  assert.equal((await voting.waitForTask(moved)).receiptDigest, task.receiptDigest);
});

test('a whole receipt made up by the RPC has no signatures', async () => {
  const { voting, task } = await startTallied();
  const forged = { ...task, receipt: { ...task.receipt, newRoot: flipped(task.receipt.newRoot) } };
  await assert.rejects(voting.verifyReceipt(forged, { timeoutMs: 20_000 }), failing('RECEIPT_UNPROVEN'));
});

test('an opening that is withheld is found', async () => {
  const { network, voting, task } = await startTallied();
  network.openOnChain = true;
  await voting.waitForTask(task, { until: 'opened' });
  const through = await readThrough(network, voting, { chain: altering(network, 'Opened', () => undefined) });
  await assert.rejects(through.openOutput(task), lyingRpc(/event is withheld/));
});
