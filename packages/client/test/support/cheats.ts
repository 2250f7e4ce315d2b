// One cheat for each check of the client: a lie told by an otherwise honest network. Each says whether the client took it.
import { readFileSync } from 'node:fs';
import { functionNamed, initialState } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import { keccak256, toHex, type Hex } from '@enigma/crypto';
import {
  ACK,
  API_ANSWER,
  apiBodyHash,
  apiRequestHash,
  digest,
  signRecord,
  TASK,
  type ChainLog,
  type ChainPort,
  type Task,
} from '@enigma/protocol';
import { callbackOf } from '../../src/callbacks.ts';
import { withChecks, type ClientCheck } from '../../src/defences.ts';
import { connect, memoryJournal, type Transport } from '../../src/index.ts';
import { giveBody } from '../../src/bodies.ts';
import { readOpen } from '../../src/pieces.ts';
import { bytesOf } from '../../src/reading.ts';
import { checkState } from '../../src/state.ts';
import { runView } from '../../src/views.ts';
import { ballot, program, start, startTallied, VOTES } from './election.ts';
import {
  type Cheat,
  another,
  serving,
  settled,
  succeeds,
  through,
  altering,
  reading,
  settlement,
  resigned,
  carrying,
  cheating,
  flipped,
  masksUnder,
  misdeployed,
} from './lying.ts';
import { keyOf, type Network } from './network.ts';

const OTHER_COUNT = readFileSync(new URL('../../../../samples/voting/contract.ts', import.meta.url), 'utf8').replace(
  'ballot.choice === c + 1',
  'ballot.choice === c',
);
const EARLY =
  'export class A extends Contract { static readonly openMode = "beforeSettle"; k: u8 = 0; s: Secret<u8> = 3; constructor() { super(); } go() { this.k = reveal(this.s, "x"); } }';

const BLANK_TASK: Omit<Task, 'contractId' | 'bodyHash'> = {
  fn: '0x00000000',
  sender: `0x${'01'.repeat(20)}`,
  payer: `0x${'01'.repeat(20)}`,
  nonce: 0n,
  value: 0n,
  grantsHash: `0x${'00'.repeat(32)}`,
  gasLimit: 1000n,
  gasPrice: 1n,
  tip: 0n,
  deadline: 1,
  callback: `0x${'00'.repeat(20)}`,
  callbackGas: 0,
};

export const CHEATS: Readonly<Record<ClientCheck, Cheat>> = {
  'answer.signature': async (checks) => {
    const fixture = await settled();
    const transport = carrying(fixture, '/node', (answer) => ({
      ...answer,
      text: answer.text.replace('"bytesOut":2', '"bytesOut":9'),
    }));
    const reports = await (await through(fixture, checks, { transport })).nodes(fixture.task.taskId);
    return reports.some((report) => report.info?.bytesOut === 9);
  },
  'answer.length': async (checks) => {
    const fixture = await settled();
    const { network, voting } = fixture;
    const transport = carrying(fixture, '/node', (answer, url) => {
      const text = answer.text + ' '.repeat(300_000);
      const seat = voting.committee.seats.find((one) => url.startsWith(one.apiUrl))?.seat ?? 0;
      const record = {
        requestHash: apiRequestHash('GET', new URL(url).pathname, new Uint8Array()),
        status: answer.status,
        bodyHash: apiBodyHash(text),
      };
      const key = network.keyOfSeat(voting.contractId, seat).privateKey;
      const signature = signRecord(network.domain, API_ANSWER, record, key);
      return { ...answer, text, headers: { 'x-enigma-signature': signature } };
    });
    const reports = await (await through(fixture, checks, { transport })).nodes(fixture.task.taskId);
    return reports.some((report) => report.info !== undefined);
  },
  // Every seat wants to be asked again in a year.
  'retry.bound': async (checks) => {
    const fixture = await serving();
    let waitedMs = 0;
    const { ports } = fixture.network;
    const text = JSON.stringify({ code: 'BUSY', message: 'later', retryAfterMs: 31_536_000_000 });
    const patient = {
      ...ports,
      transport: async () => ({ status: 503, headers: {}, text }),
      sleep: async (ms: number) => void (waitedMs += ms),
    };
    const network = { ...fixture.network, ports: patient };
    await masksUnder({ ...fixture, network }, checks, 'voter2').catch(() => undefined);
    return waitedMs > 120_000;
  },
  'mask.signature': async (checks) => {
    const fixture = await serving();
    const stranger = { signerOf: (seat: number) => (seat === 2 ? keyOf('stranger') : undefined) };
    return cheating(fixture, stranger, async () => (await masksUnder(fixture, checks, 'voter2')).answered.includes(2));
  },
  // Two seats of which one is played by a stranger: the task would rest on one seat's word.
  'ack.signature': async (checks) => {
    const { network, voting } = await serving();
    const body: Hex = '0x0102';
    const header: Task = { ...BLANK_TASK, contractId: voting.contractId, bodyHash: toHex(keccak256(bytesOf(body))) };
    const taskId = digest(network.domain, TASK, header);
    const ack = { taskId, bodyHash: header.bodyHash };
    const keys = [network.keyOfSeat(voting.contractId, 0), keyOf('stranger')];
    const transport: Transport = async (url) => {
      const seat = voting.committee.seats.findIndex((one) => url.startsWith(one.apiUrl));
      const key = keys[seat];
      if (key === undefined) throw new Error('away');
      return {
        status: 200,
        headers: {},
        text: JSON.stringify({ seat, signature: signRecord(network.domain, ACK, ack, key.privateKey) }),
      };
    };
    const call = { fn: 'tally', taskId, header, body, senderSig: '0x', liars: [] } as const;
    const ports = withChecks({ ...network.ports, transport, sleep: async () => undefined }, checks);
    return (await giveBody(ports, voting.committee, call)).acks !== undefined;
  },
  'mask.agreement': async (checks) => {
    const fixture = await serving();
    const honest = (await masksUnder(fixture, checks, 'voter0')).values[0];
    let shifted = false;
    for (const liar of [0, 1, 2, 3]) {
      const maskWord = (seat: number, _: number, word: bigint): bigint => (seat === liar ? word ^ 1n : word);
      const told = await cheating(fixture, { maskWord }, () => masksUnder(fixture, checks, 'voter0'));
      shifted ||= told.values[0] !== honest;
    }
    return shifted;
  },
  'mask.once': async (checks) => {
    const fixture = await serving();
    const voting = await through(fixture, checks);
    const journal = memoryJournal();
    const first = await ballot(voting, 0, 2, journal);
    return succeeds(async () => (await ballot(voting, 0, 3, journal)).body !== first.body);
  },
  voucher: async (checks) => {
    const fixture = await serving();
    const voting = await through(fixture, checks);
    const voucher = voting.admit(keyOf('voter1').address, keyOf('admission'));
    const entry = { values: { choice: 1 }, sender: keyOf('voter0'), nonce: 0n, voucher, journal: memoryJournal() };
    return succeeds(() => voting.sealEntry(entry).then(() => true));
  },
  'abi.code': async (checks) => {
    const { network, voting } = await serving();
    const abi = { ...program.abi, codeHash: another };
    const client = connect(withChecks(network.ports, checks));
    return succeeds(() => client.contract(voting.contractId, { abi }).then(() => true));
  },
  'program.hash': async (checks) => {
    const { network } = await serving();
    const client = connect(withChecks(network.ports, checks));
    const terms = { args: [4, 999n], n: 4, T: 1, tenure: 9, salt: another, price: 1n } as const;
    const tally = { gasLimit: 5000n, gasPrice: 1n, tip: 0n, windowSeconds: 60 };
    const named = { bytes: program.bytes, policyHash: another };
    return succeeds(() => client.deploy({ ...terms, program: named, schedules: { tally } }).then(() => true));
  },
  'deploy.same': async (checks) => {
    const { network, voting } = await start();
    const { chain } = network.ports;
    const older = (await chain.events(0n, (await chain.latest()).number)).filter(
      ({ event }) => event.name === 'ContractDeployed',
    );
    const answering: ChainPort = {
      ...chain,
      submit: async (call) => {
        const submitted = await chain.submit(call);
        return call.name === 'deploy' && submitted.ok
          ? { ...submitted, blockNumber: 0n, events: older.map((log) => log.event) }
          : submitted;
      },
    };
    const client = connect(withChecks({ ...network.ports, chain: answering }, checks));
    const terms = { program, args: [3, 999n], n: 4, T: 1, tenure: 9, salt: another, price: 1n } as const;
    const tally = { gasLimit: 5000n, gasPrice: 1n, tip: 0n, windowSeconds: 60 };
    return succeeds(
      async () => (await client.deploy({ ...terms, schedules: { tally } })).contractId === voting.contractId,
    );
  },
  'contract.id': reading('ContractDeployed', (facts) => ({ ...facts, deployer: keyOf('stranger').address })),
  'contract.code': async (checks) => {
    const fixture = await serving();
    // It counts the blank ballots as votes for the first, and reveals the same.
    const compiled = compile(OTHER_COUNT);
    if (!compiled.ok || compiled.policyHash !== program.policyHash)
      throw new Error('the forged code has another policy');
    const code = toHex(compiled.bytes);
    return succeeds(() =>
      through(fixture, checks, { chain: altering(fixture, 'ContractDeployed', (facts) => ({ ...facts, code })) }).then(
        () => true,
      ),
    );
  },
  'contract.args': reading('ContractDeployed', (facts) => ({ ...facts, initArgs: flipped(facts.initArgs) })),
  'contract.policy': (checks) => misdeployed(checks, undefined, { policyHash: another }),
  'contract.openMode': (checks) => misdeployed(checks, EARLY, { openMode: 0 }),
  'committee.id': reading('CommitteeOpened', (facts) => ({ ...facts, seats: facts.seats.toReversed() })),
  'committee.shape': reading('CommitteeOpened', (facts) => ({ ...facts, T: 2 })),
  'committee.quorums': reading('CommitteeOpened', (facts) => ({ ...facts, qLo: 1 })),
  'witness.contract': async (checks) => {
    const fixture = await serving();
    const { chain } = fixture.network.ports;
    const contractOf: ChainPort['contractOf'] = async (id) => {
      const contract = await chain.contractOf(id);
      return contract && { ...contract, codeHash: another };
    };
    return succeeds(() => through(fixture, checks, { witnesses: [{ ...chain, contractOf }] }).then(() => true));
  },
  'witness.signer': async (checks) => {
    const fixture = await serving();
    const { chain } = fixture.network.ports;
    const stranger = keyOf('stranger').address;
    const nodeOf: ChainPort['nodeOf'] = async (index) => {
      const record = await chain.nodeOf(index);
      return record && { ...record, signer: stranger };
    };
    return succeeds(async () => {
      const signerAt = async (): Promise<Hex> => stranger;
      const voting = await through(fixture, checks, { chain: { ...chain, nodeOf, signerAt }, witnesses: [chain] });
      return voting.committee.seats.every((seat) => seat.signer === stranger);
    });
  },
  'witness.block': async (checks) => {
    const fixture = await settled();
    const { chain } = fixture.network.ports;
    const fork: ChainPort = {
      ...chain,
      block: async (number) => {
        const block = await chain.block(number);
        return block && { ...block, hash: another };
      },
    };
    return succeeds(async () => {
      const voting = await through(fixture, checks, { witnesses: [fork] });
      await voting.waitForTask(fixture.task.taskId);
    });
  },
  'events.blocks': async (checks) => {
    const fixture = await settled();
    const { chain } = fixture.network.ports;
    const all = await chain.events(0n, (await chain.latest()).number);
    // Everything, whatever was asked for: so also what is not final yet.
    const telling = withChecks<ChainPort>({ ...chain, events: async () => all }, checks);
    return succeeds(() => through(fixture, checks, { chain: telling }).then(() => true));
  },
  inbox: async (checks) => {
    const fixture = await settled();
    const chain = altering(fixture, 'InputsAppended', (facts) => ({ ...facts, bodies: facts.bodies.map(flipped) }));
    return succeeds(async () => (await (await through(fixture, checks, { chain })).inbox()).length > 0);
  },
  'entry.included': async (checks) => {
    const fixture = await start();
    const voting = await through(fixture, checks);
    const entries = [await ballot(voting, 0, 1), await ballot(voting, 1, 2)];
    const honest = fixture.network.port(keyOf('relayer'));
    const relayer: ChainPort = {
      ...honest,
      submit: (call) => honest.submit(call.name === 'append' ? { ...call, bodies: call.bodies.slice(1) } : call),
    };
    return succeeds(() => voting.append(entries, { relayer }).then(() => true));
  },
  'task.id': async (checks) => {
    const fixture = await settled();
    const chain = altering(fixture, 'TaskCreated', (facts) => ({
      ...facts,
      header: { ...facts.header, gasLimit: 1n },
    }));
    return succeeds(async () => {
      const voting = await through(fixture, checks, { chain });
      return (await voting.waitForTask(fixture.task.taskId)).header.gasLimit === 1n;
    });
  },
  'task.contract': async (checks) => {
    const fixture = await settled();
    const chain = altering(fixture, 'TaskCreated', (facts) => {
      const header = { ...facts.header, contractId: another };
      return { ...facts, header, taskId: digest(fixture.network.domain, TASK, header) };
    });
    return succeeds(async () => {
      const voting = await through(fixture, checks, { chain });
      const keeper = { ...chain, submit: fixture.network.port(keyOf('keeper')).submit };
      return (await voting.trigger('tally', { keeper })).header.contractId === another;
    });
  },
  'settled.place': settlement(
    (event, fixture) => resigned(event, fixture, { firstSeq: 7n }),
    (task) => task.receipt.firstSeq === 7n,
  ),
  'settled.anchor': settlement(
    (event, fixture) => resigned(event, fixture, { anchor: another }),
    (task) => task.receipt.anchor === another,
  ),
  'callback.owed': async (checks) => {
    const { network, task } = await settled();
    const { chain } = network.ports;
    const { taskId, blockNumber, blockHash } = task;
    const header = { ...task.header, callback: `0x${'ca'.repeat(20)}` as const, callbackGas: 100_000 };
    const lie: ChainLog = {
      event: { name: 'CallbackDone', taskId, ok: true },
      blockNumber,
      blockHash,
      txHash: another,
      logIndex: 0,
    };
    // The event says done; what the chain holds says owed.
    const lying = { ...chain, events: async () => [lie], owedCallbackOf: async () => another };
    const ports = withChecks({ ...network.ports, chain: withChecks(lying, checks) }, checks);
    return succeeds(async () => (await callbackOf(ports, { taskId, header, blockNumber })).status === 'done');
  },
  'settled.digest': settlement(
    (event) => ({ ...event, receipt: { ...event.receipt, attempt: 3 } }),
    (task) => task.receipt.attempt === 3,
  ),
  'settled.results': settlement(
    (event) => ({ ...event, results: event.results.map((result) => ({ ...result, gasUsed: 1n })) }),
    (task) => task.result.gasUsed === 1n,
  ),
  'settled.masked': settlement(
    (event) => ({ ...event, masked: event.masked.map(flipped) }),
    (task, honest) => task.masked !== honest.masked,
  ),
  'settled.committee': settlement(
    (event, fixture) => resigned(event, fixture, { committeeId: another }),
    (task) => task.receipt.committeeId === another,
  ),
  'receipt.signatures': async (checks) => {
    const fixture = await settled();
    const voting = await through(fixture, checks);
    return cheating(fixture, { signature: (_, signature) => flipped(signature) }, () =>
      succeeds(async () => (await voting.openOutput(fixture.task)).proof.signers.length > 0),
    );
  },
  'receipt.quorum': async (checks) => {
    const fixture = await settled();
    const voting = await through(fixture, checks);
    const right = (await voting.verifyReceipt(fixture.task)).signatures[0]?.signature;
    const signature = (_: number, given: Hex): Hex => (given === right ? given : flipped(given));
    return cheating(fixture, { signature }, () =>
      succeeds(async () => (await voting.verifyReceipt(fixture.task)).signers.length === 1),
    );
  },
  'open.publicBytes': async (checks) => {
    const { network, voting } = await start();
    network.cheats = { status: { status: 2, code: 1 }, publicBytes: () => new Uint8Array(32).fill(9, 31) };
    const through_ = await through({ network, voting }, checks);
    const task = await through_.trigger('tally', { keeper: network.port(keyOf('keeper')) });
    const settledTask = await through_.waitForTask(task);
    try {
      await through_.openOutput(settledTask);
      return false;
    } catch (error) {
      return (error as { facts?: Record<string, unknown> }).facts?.['fact0'] === 9n;
    }
  },
  'open.events': async (checks) => {
    const { voting, task } = await settled();
    const seat = voting.committee.seats[0];
    if (seat === undefined) throw new Error('a committee has seats');
    // The voting contract tells no events; a seat tells one all the same.
    const body = { seat: 0, publicBytes: '0x', events: '0x0001000000', pieces: [], sealed: [] };
    const own = { ...task, result: { ...task.result, publicHash: toHex(keccak256(new Uint8Array())) } };
    return readOpen(own, seat, [], body, checks) !== undefined;
  },
  'open.piece': async (checks) => {
    const fixture = await settled();
    const voting = await through(fixture, checks);
    const lie: Network['cheats'] = {
      piece: (seat, piece) =>
        seat === 0 && piece.set === 2 ? { ...piece, values: piece.values.map((value) => value - 1n) } : piece,
    };
    return cheating(fixture, lie, () =>
      succeeds(async () => (await voting.openOutput(fixture.task)).value.join() !== VOTES.join()),
    );
  },
  'open.width': async (checks) => {
    const { network, voting } = await start();
    network.cheats = { word: (word) => word + (1n << 40n) };
    const reader = await through({ network, voting }, checks);
    const task = await reader.trigger('tally', { keeper: network.port(keyOf('keeper')) });
    return succeeds(async () => {
      const { value } = await reader.openOutput(await reader.waitForTask(task));
      return value.length > 0;
    });
  },
  'open.chain': async (checks) => {
    const fixture = await startTallied();
    const { network } = fixture;
    network.cheats = { output: (output) => output.map((byte, i) => (i === 4 ? byte ^ 1 : byte)) };
    network.openOnChain = true;
    const voting = await through(fixture, checks);
    await voting.waitForTask(fixture.task, { until: 'opened' });
    return succeeds(async () => (await voting.openOutput(fixture.task)).onChain);
  },
  // A page shows what a stranger's contract says of itself, and stands still.
  'view.gas': (checks) =>
    succeeds(async () => {
      const compiled = compile(
        'export class A extends Contract { n: u32 = 0; @view all(a: u64): u32 { let n: u32 = 0; if (a > 5) { for (let i = 0; i < 1000000; i++) for (let j = 0; j < 1000000; j++) n = n + 1; } return n; } }',
      );
      if (!compiled.ok) throw new Error('it compiles');
      const { verified } = compiled;
      const index = functionNamed(verified, 'all');
      const context = { sender: 0n, self: 0n, height: 1n, time: 0n, value: 0n, seats: 4, threshold: 1 };
      // One by which it ends early: what it costs is known by its bound.
      const inputs = { args: [1n], state: initialState(verified), context, openMode: 'afterSettle' } as const;
      return runView(verified, index, inputs, checks).status === 'ok';
    }),
  'state.root': async (checks) => {
    const { network, voting } = await settled();
    const head = await network.ports.chain.headOf(voting.contractId);
    const answer = await network.ports.transport(`${voting.committee.seats[0]?.apiUrl}/state/${voting.contractId}`, {
      method: 'GET',
      headers: {},
    });
    const body = JSON.parse(answer.text) as { fields: Hex[] };
    const fields = body.fields.map((one, at) => (at === 0 ? flipped(one) : one));
    return checkState(voting.deployed, head?.stateRoot ?? another, { ...body, fields }, checks).ok;
  },
};
