// The client API and what peers say: every path, every refusal, and bytes that mean nothing.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { generateSigningKey, seededRandom, toHex, utf8, type Hex } from '@enigma/crypto';
import {
  API_ANSWER,
  API_PATH,
  EVIDENCE_KEPT_MAX,
  ZERO_HASH,
  type ChainLog,
  apiBodyHash,
  apiRequestHash,
  digest,
  verifyRecord,
  type ApiError,
  type EvidenceBody,
  type EvidenceListBody,
  type NodeInfo,
  type OpenBody,
  type OpeningBody,
  type ReceiptBody,
  type StateBody,
  type TaskBody,
} from '@enigma/protocol';
import { judgeEvidence, type Node } from '../src/index.ts';
import { decodeGossip, encodeGossip } from '../src/journeys.ts';
import { GOSSIP } from '../src/gossip.ts';
import { evidencePerSignerMax } from '../src/limits.ts';
import { decodeRepair, encodeRepair } from '../src/repairGossip.ts';
import { addressOf } from '../src/node.ts';
import { addSignature, newAgreement } from '../src/agreement.ts';
import { takePiece, turnOf, type JourneyContext } from '../src/receipts.ts';
import { ask, maskRequest, openElection, opened, trigger, vote, wordsFrom, type Election } from './support/election.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
let election: Election;
let taskId: Hex;
let receiptDigest: Hex;
let node: Node;
/** What the API said while the receipt was settled and not yet final at enough seats. */
let early: { open: number; pieces: number };

before(async () => {
  world = await createWorld({ seed: 'api' });
  election = await openElection(world);
  await vote(world, election, [1, 2, 2, 4]);
  // Nobody hears of finality: no seat may show a piece.
  world.passes = (_from, _to, payload) => !(payload[32] === 1 && payload[33] === 2);
  taskId = await trigger(world, election);
  node = world.nodes[0]?.node as Node;
  await world.until(() => node.taskOf(taskId)?.task.status === 'settled', 60_000);
  await world.until(() => false, 5_000);
  receiptDigest = (ask(node, 'GET', `${API_PATH.task}/${taskId}`).body as TaskBody).receiptDigest ?? '0x';
  early = {
    open: ask(node, 'GET', `${API_PATH.open}/${receiptDigest}/0`).status,
    pieces: world.nodes.reduce(
      (sum, one) => sum + one.sent.filter(({ payload }) => payload[32] === 1 && payload[33] === 3).length,
      0,
    ),
  };
  world.passes = () => true;
  assert.deepEqual(await opened(world), [1, 2, 0, 1]);
  await world.until(() => (node.taskOf(taskId)?.task.opened.size ?? 0) > 0, 20_000);
});

test('before qHi seats say that a receipt is final no piece leaves, by no path', () => {
  assert.deepEqual(early, { open: 425, pieces: 0 });
});

test('every path answers, signed over the request by the signer key', () => {
  const paths = [
    API_PATH.health,
    API_PATH.ready,
    API_PATH.node,
    `${API_PATH.state}/${election.contractId}`,
    `${API_PATH.task}/${taskId}`,
    `${API_PATH.open}/${receiptDigest}/0`,
    `${API_PATH.opening}/${receiptDigest}/0`,
    `${API_PATH.receipt}/${receiptDigest}`,
    API_PATH.evidence,
  ];
  for (const path of paths) {
    const answer = ask(node, 'GET', path);
    assert.equal(answer.status, 200, path);
    const record = {
      requestHash: apiRequestHash('GET', path, new Uint8Array()),
      status: 200,
      bodyHash: apiBodyHash(JSON.stringify(answer.body)),
    };
    assert.ok(verifyRecord(node.domain, API_ANSWER, record, answer.signature ?? '0x', node.signer.address), path);
    assert.ok(
      !verifyRecord(node.domain, API_ANSWER, { ...record, status: 404 }, answer.signature ?? '0x', node.signer.address),
    );
  }
  assert.equal((ask(node, 'GET', API_PATH.node).body as NodeInfo).committees[0]?.serving, true);
  assert.equal((ask(node, 'GET', `${API_PATH.state}/${election.contractId}`).body as StateBody).version, '1');
  assert.ok((ask(node, 'GET', `${API_PATH.receipt}/${receiptDigest}`).body as ReceiptBody).signatures.length >= 3);
  const task = ask(node, 'GET', `${API_PATH.task}/${taskId}`).body as TaskBody;
  assert.ok(task.stage === 'Opened' || task.stage === 'Closed');
  assert.ok(task.openings > 0 && task.maskedEntries === 4);
});

test('openings of all seats are the same output, and T + 1 of them stand on chain', () => {
  const outputs = world.nodes.map(
    (one) => (ask(one.node as Node, 'GET', `${API_PATH.opening}/${receiptDigest}/0`).body as OpeningBody).output,
  );
  assert.equal(new Set(outputs).size, 1);
});

test('evidence is told to anybody, by its name', () => {
  const { seats } = node.seats()[0]!.host.committee;
  const signers = seats.map(({ signer }) => signer.toLowerCase() as Hex);
  const file = { accused: { domain: node.domain, n: 4, T: 1, signers, seat: 2 }, committeeId: ZERO_HASH };
  const slot = { sessionId: ZERO_HASH, attempt: 0, phase: 0, round: 0, position: 0 };
  const sizes = { fieldLength: 1, pieceBytes: 0, set: 0, index: 0 };
  assert.deepEqual(ask(node, 'GET', API_PATH.evidence).body, { evidence: [] });
  const signature = `0x${'00'.repeat(64)}` as const;
  const shown = signers.map((_, seat) => ({ seat, chunk: new Uint8Array(16), proof: [], signature }));
  const evidence = { kind: 'wrongOpening', slot, viewHash: ZERO_HASH, ...sizes, shown } as const;
  const event = { type: 'blame', seat: 2, reason: 1, slot, evidence } as const;
  const { committee } = node.seats()[0]!.host;
  const kept = (): readonly string[] => (ask(node, 'GET', API_PATH.evidence).body as EvidenceListBody).evidence;
  const name = node.evidence.keep(committee, event);
  assert.equal(node.evidence.keep(committee, event), name);
  assert.deepEqual(kept(), [name]);
  const { text } = ask(node, 'GET', `${API_PATH.evidence}/${name}`).body as EvidenceBody;
  assert.deepEqual(judgeEvidence(text), {
    file: { ...file, committeeId: committee.committeeId, evidence: event.evidence },
    verdict: { ok: false, code: 'BAD_SIGNATURE' },
  });

  const inRound = (round: number): typeof event => ({
    ...event,
    evidence: { ...event.evidence, slot: { ...slot, round } as unknown as typeof slot },
  });
  // One seat's many lies leave room for others'.
  for (let round = 1; round < 5; round++) assert.notEqual(node.evidence.keep(committee, inRound(round)), undefined);
  assert.equal(kept().length, evidencePerSignerMax);
  const elsewhere = (k: number): typeof committee => ({ ...committee, committeeId: toHex(new Uint8Array(32).fill(k)) });
  for (let k = 1; k < 5; k++) assert.equal(node.evidence.keep(elsewhere(k), event), name, 'nor in other committees');
  const of = (k: number): typeof committee => ({
    ...committee,
    seats: seats.map((one, seat) => (seat === 2 ? { ...one, signer: toHex(new Uint8Array(20).fill(k)) } : one)),
  });
  for (let k = 1; k < EVIDENCE_KEPT_MAX - 1; k++) assert.notEqual(node.evidence.keep(of(k), event), undefined);
  assert.equal(node.evidence.keep(of(255), event), undefined);
  assert.equal(kept().length, EVIDENCE_KEPT_MAX);
  assert.deepEqual(kept(), [...kept()].sort());
});

test('what is not there is refused with a reason', () => {
  const refusals: readonly (readonly [string, string, unknown, number, ApiError['code']])[] = [
    ['GET', '/', undefined, 404, 'NOT_FOUND'],
    ['GET', '/nothing', undefined, 404, 'NOT_FOUND'],
    ['GET', `${API_PATH.evidence}/0x12`, undefined, 404, 'NOT_FOUND'],
    ['GET', `${API_PATH.evidence}/0x${'12'.repeat(16)}`, undefined, 404, 'NOT_FOUND'],
    ['POST', API_PATH.node, undefined, 404, 'NOT_FOUND'],
    ['DELETE', API_PATH.mask, undefined, 404, 'NOT_FOUND'],
    ['GET', API_PATH.mask, undefined, 404, 'NOT_FOUND'],
    ['GET', `${API_PATH.task}/0x00`, undefined, 404, 'NOT_FOUND'],
    ['GET', `${API_PATH.task}/__proto__`, undefined, 404, 'NOT_FOUND'],
    ['GET', `${API_PATH.open}/${receiptDigest}/7`, undefined, 404, 'NOT_FOUND'],
    ['GET', `${API_PATH.open}/${receiptDigest}/x`, undefined, 404, 'NOT_FOUND'],
    ['POST', API_PATH.mask, {}, 400, 'BAD_REQUEST'],
    ['POST', API_PATH.mask, [], 400, 'BAD_REQUEST'],
    ['POST', API_PATH.mask, utf8('{'), 400, 'BAD_REQUEST'],
    ['POST', API_PATH.mask, new Uint8Array([0xff, 0xfe]), 400, 'BAD_REQUEST'],
  ];
  for (const [method, path, body, status, code] of refusals) {
    const answer = ask(node, method, path, body);
    assert.equal(answer.status, status, `${method} ${path}`);
    assert.equal((answer.body as ApiError).code, code);
    // Whoever hands in what is wrong must not make the node sign for it.
    assert.equal(answer.signature === undefined, method !== 'GET', `${method} ${path}`);
  }
});

test('a mask is told to the signer of the request alone, and the same words each time', () => {
  const voter = generateSigningKey(world.random);
  const stranger = generateSigningKey(world.random);
  const first = wordsFrom(world, election, 0, maskRequest(world, election, voter, 5n));
  const second = wordsFrom(world, election, 0, maskRequest(world, election, voter, 5n));
  assert.equal(first.size, 3);
  assert.deepEqual(first, second);
  assert.notDeepEqual(first, wordsFrom(world, election, 0, maskRequest(world, election, stranger, 5n)));
  const stolen = ask(node, 'POST', API_PATH.mask, maskRequest(world, election, voter, 5n, stranger).body);
  assert.equal(stolen.status, 403);
  assert.equal((stolen.body as ApiError).code, 'BAD_SIGNATURE');
  const elsewhere = ask(node, 'POST', API_PATH.mask, { ...maskRequest(world, election, voter, 5n).body, period: 1 });
  assert.equal((elsewhere.body as ApiError).code, 'WRONG_COMMITTEE');
  const wide = ask(node, 'POST', API_PATH.mask, { ...maskRequest(world, election, voter, 5n).body, widths: [4] });
  assert.notEqual(wide.status, 200, 'widths that were not signed');
});

test('a contract with a full queue sends clients away for a while, before anything is signed or checked', () => {
  const contract = node.seatOf(election.contractId)?.host.contract;
  assert.ok(contract);
  const { waiting } = contract;
  contract.waiting = 256;
  const answer = ask(node, 'POST', API_PATH.mask, {
    ...maskRequest(world, election, generateSigningKey(world.random), 0n).body,
    signature: `0x${'00'.repeat(64)}`,
  });
  contract.waiting = waiting;
  assert.equal(answer.signature, undefined);
  assert.equal((answer.body as ApiError).code, 'BUSY');
  assert.ok(((answer.body as ApiError).retryAfterMs ?? 0) > 0);
});

test('tasks in blocks that are not final yet are in the queue too, until they are settled there', () => {
  const seat = node.seatOf(election.contractId);
  assert.ok(seat);
  const { contractId } = election;
  const logOf = (event: object): ChainLog => ({ event, blockNumber: 0n }) as unknown as ChainLog;
  const created = Array.from({ length: 256 }, () => logOf({ name: 'TaskCreated', contractId }));
  const others = Array.from({ length: 256 }, () => logOf({ name: 'TaskCreated', contractId: ZERO_HASH }));
  const settled = logOf({ name: 'Settled', contractId, count: 1, firstSeq: 0n });
  const isFull = (recent: readonly ChainLog[]): boolean => {
    seat.step({ ...node.watch(), recent }, 0, true);
    return seat.full();
  };
  assert.deepEqual([created, [...created, settled], others, []].map(isFull), [true, false, false, false]);
});

test('five thousand requests that mean nothing: never a 500, never a throw', () => {
  const random = seededRandom('api fuzz');
  const pieces = [
    '/',
    'mask',
    'body',
    'open',
    'task',
    'state',
    'opening',
    'receipt',
    'node',
    receiptDigest,
    taskId,
    election.contractId,
    '0',
    '-1',
    '1e9',
    '..',
    '%00',
    '?a=b',
    'ü',
    '__proto__',
    'constructor',
  ];
  const values: readonly unknown[] = [
    null,
    '',
    0,
    -1,
    1e300,
    true,
    [],
    {},
    '0x',
    receiptDigest,
    taskId,
    '1'.repeat(500),
    [1, 2],
    [65],
    'NaN',
  ];
  const body = maskRequest(world, election, generateSigningKey(random), 1n).body as unknown as Record<string, unknown>;
  const fields = Object.keys(body);
  for (let count = 0; count < 5_000; count++) {
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    const path =
      a < 128
        ? API_PATH.mask
        : `/${pieces[a % pieces.length]}/${pieces[b % pieces.length]}/${pieces[c % pieces.length]}`;
    const changed = { ...body, [fields[b % fields.length] ?? '']: values[c % values.length] };
    const sent = d < 16 ? random(d * 8) : changed;
    const { status } = ask(node, a % 3 === 0 ? 'GET' : 'POST', path, sent);
    assert.ok(status === 200 || (status >= 400 && status < 500), `${status} for ${path}`);
  }
});

test('a piece of a mask counts only if it is the one that the receipt commits to', () => {
  const seat = node.seatOf(election.contractId);
  const journey = seat?.journeyOf(receiptDigest);
  assert.ok(seat !== undefined && journey !== undefined);
  const context = { ...seat.host } as unknown as JourneyContext;
  const piece = (ask(node, 'GET', `${API_PATH.open}/${receiptDigest}/0`).body as OpenBody).pieces[0];
  assert.ok(piece);
  const fresh = { ...journey, pieces: new Map<string, readonly bigint[]>() };
  const wrong = { ...piece, values: `${piece.values.slice(0, -1)}${piece.values.endsWith('0') ? '1' : '0'}` as Hex };
  assert.equal(takePiece(context, fresh, { index: 0, ...wrong }), false);
  assert.equal(takePiece(context, fresh, { index: 0, ...piece, salt: `0x${'11'.repeat(32)}` }), false);
  assert.equal(takePiece(context, fresh, { index: 0, ...piece, set: 15 }), false);
  assert.equal(takePiece(context, fresh, { index: 9, ...piece }), false);
  assert.equal(takePiece(context, fresh, { index: 0, ...piece, values: '0x' }), false);
  assert.equal(fresh.pieces.size, 0);
  assert.equal(takePiece(context, fresh, { index: 0, ...piece }), true);
});

test('a signature counts for the seat whose key made it, once', () => {
  const seat = node.seatOf(election.contractId);
  const journey = seat?.journeyOf(receiptDigest);
  assert.ok(seat !== undefined && journey !== undefined);
  const { committee } = seat.host;
  const [[by, signature] = [0, '0x' as Hex]] = [...journey.receipt.signatures];
  const agreement = newAgreement(receiptDigest);
  assert.equal(addSignature(agreement, committee, (by + 1) % 4, signature), false);
  assert.equal(addSignature(agreement, committee, 9, signature), false);
  assert.equal(addSignature(agreement, committee, by, `0x${'00'.repeat(64)}`), false);
  assert.equal(addSignature(agreement, committee, by, signature), true);
  assert.equal(addSignature(agreement, committee, by, `0x${'00'.repeat(64)}`), true);
  assert.deepEqual([...agreement.signatures], [[by, signature]]);
  assert.deepEqual(
    [0, 1, 2, 3].map((one) => turnOf(committee, one, 6n)),
    [2n, 3n, 0n, 1n],
  );
});

test('twenty thousand messages of a peer that mean nothing: none throws, none changes what is held', () => {
  const random = seededRandom('gossip fuzz');
  const seat = node.seatOf(election.contractId);
  assert.ok(seat);
  const journey = seat.journeyOf(receiptDigest);
  const before = JSON.stringify(
    [
      journey?.receipt.signatures.size,
      journey?.final.signatures.size,
      journey?.pieces.size,
      node.watch().finalizedNumber,
    ],
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
  const sound = encodeGossip({ kind: 'final', message: { receiptDigest, signature: `0x${'01'.repeat(64)}` } }).subarray(
    1,
  );
  const { committeeId } = seat.host.committee;
  const loss = { committeeId, seat: 1, boot: 9n, start: receiptDigest, signature: `0x${'07'.repeat(64)}` as Hex };
  const claim = encodeRepair({ kind: 'loss', message: loss });
  const committee = new Uint8Array(Buffer.from(seat.host.committee.committeeId.slice(2), 'hex'));
  for (let count = 0; count < 20_000; count++) {
    const [a = 0, b = 0, c = 0] = random(3);
    const payload = a < 64 ? random(b) : sound.slice();
    if (a >= 64) payload[b % payload.length] = c;
    decodeGossip(payload);
    const repair = a < 64 ? payload : claim.slice();
    if (a >= 64) repair[b % repair.length] = c;
    decodeRepair(repair.subarray(1));
    if (count % 4 === 2) node.receive(a % 5, new Uint8Array([...committee, ...repair]), world.nowMs);
    if (count % 4 === 0) node.receive(a % 5, new Uint8Array([...committee, a % 4, ...payload]), world.nowMs);
  }
  const after = JSON.stringify(
    [
      journey?.receipt.signatures.size,
      journey?.final.signatures.size,
      journey?.pieces.size,
      node.watch().finalizedNumber,
    ],
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
  assert.equal(after, before);
  // Lines double in distance: five thousand faults are some dozens of lines.
  assert.ok(world.logged('peer.fault', 0) < 150);
  assert.equal(GOSSIP.length, 5);
});

test('no secret stands in a log line', () => {
  const secrets = world.nodes
    .flatMap((one) => [
      toHex(one.signer.privateKey),
      ...(one.node?.seats() ?? []).flatMap((seat) => [...seat.maskKeys().values()].map(toHex)),
    ])
    .map((hex) => hex.slice(2));
  const lines = world.nodes.flatMap((one) =>
    one.logs.map((line) =>
      JSON.stringify(line.facts, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ),
  );
  assert.ok(secrets.length > 8 && lines.length > 20);
  for (const line of lines) for (const secret of secrets) assert.ok(!line.includes(secret));
});

test('a registered address that is none is not dialled', () => {
  const key: Hex = '0x00';
  assert.deepEqual(addressOf(1, 'tls://[::1]:70', key), { index: 1, host: '::1', port: 70, spkiHash: key });
  for (const url of [
    '',
    'x',
    'tls://',
    'tls://a',
    'tls://a:0',
    'tls://a:65536',
    'tls://a:-1',
    'tls://a b:1',
    'tls://a:1/x',
  ])
    assert.equal(addressOf(1, url, key), undefined, url);
  assert.notEqual(digest, undefined);
});
