// A whole network in memory: the chain's own rules, and nodes that hold keys and answer as real ones do, with the plain evaluator in place of the engine. A test changes
// what it wants to see found on the way: in the transport, in the port, or in what a seat says. One file, though long: it is one closure over one chain, whose parts have no meaning apart.
import {
  evaluate,
  leavesOf,
  resultPlaces,
  resultsToBytes,
  toWord,
  valueToBytes,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { compile, type Compiled } from '@enigma/compiler';
import {
  concat,
  field,
  fieldToBytes,
  fromHex,
  keccak256,
  prf,
  randomElement,
  readLE,
  seal,
  seededRandom,
  setsHeldBy,
  signingKeyOf,
  thresholdSets,
  toHex,
  u16le,
  type Hex,
  type SigningKey,
} from '@enigma/crypto';
import * as protocol from '@enigma/protocol';
import type {
  ChainPort,
  Domain,
  EventFacts,
  MaskRequest,
  MaskRequestBody,
  PostedEntry,
  Receipt,
  Result,
} from '@enigma/protocol';
import { readFileSync } from 'node:fs';
import type { Answer, Ports, Request } from '../../src/index.ts';

export const N = 4;
export const T = 1;
const { RESULT_STATUS } = protocol;

export function votingProgram(): Compiled {
  const compiled = compile(readFileSync(new URL('../../../../samples/voting/contract.ts', import.meta.url), 'utf8'));
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join());
  return compiled;
}

export function keyOf(name: string): SigningKey {
  return signingKeyOf(keccak256(new TextEncoder().encode(name)));
}

interface Piece {
  readonly block: number;
  readonly set: number;
  readonly salt: Uint8Array;
  readonly values: readonly bigint[];
}

interface Journey {
  readonly receipt: Receipt;
  readonly receiptDigest: Hex;
  readonly signatures: readonly { readonly seat: number; readonly signature: Hex }[];
  readonly publicBytes: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly output: Uint8Array;
  readonly result: Result;
  readonly header: protocol.Task;
  readonly taskId: Hex;
}

/** What a cheating seat says instead; each sees the honest answer. */
export interface Cheats {
  readonly maskWord?: (seat: number, set: number, word: bigint) => bigint;
  readonly piece?: (seat: number, piece: Piece) => Piece;
  readonly signature?: (seat: number, signature: Hex) => Hex;
  readonly output?: (output: Uint8Array) => Uint8Array;
  /** Words of the result before they are masked: what only more than T seats together can change. */
  readonly word?: (word: bigint) => bigint;
  readonly publicBytes?: (seat: number, bytes: Uint8Array) => Uint8Array;
  readonly signerOf?: (seat: number) => SigningKey | undefined;
  /** The key of its API alone: what a node answers with whose keys have rotated. */
  readonly answersBy?: (seat: number) => SigningKey | undefined;
  /** Answers a seat never gives. */
  readonly silent?: (seat: number, path: string) => boolean;
  readonly status?: { readonly status: number; readonly code: number };
}

export interface Network {
  readonly chain: protocol.SimulatedChain;
  readonly ports: Ports;
  readonly domain: Domain;
  /** Everything that went over the wire, oldest first. */
  readonly wire: { readonly url: string; readonly request: Request; readonly answer: Answer }[];
  cheats: Cheats;
  /** Opens outputs on chain as the nodes do. */
  openOnChain: boolean;
  /** Whether the nodes work at all. */
  running: boolean;
  port(key: SigningKey): ChainPort;
  step(): Promise<void>;
  keyOfSeat(contractId: Hex, seat: number): SigningKey;
  /** The node of a seat gets another key, as its owner would do it. */
  rotate(contractId: Hex, seat: number, signer: SigningKey): Promise<void>;
}

export async function startNetwork(seed = 'network'): Promise<Network> {
  const random = seededRandom(seed);
  let nowMs = 1_700_000_000_000;
  const accounts = ['deployer', 'relayer', 'keeper', ...Array.from({ length: N }, (_, i) => `owner${i}`)].map(keyOf);
  const chain = protocol.createSimulatedChain(
    {
      balances: new Map(accounts.map((account) => [account.address, 10n ** 9n])),
      timestamp: nowMs / 1000,
      finalityBlocks: 2,
      autoMine: true,
      seed: `0x${'11'.repeat(32)}`,
    },
    { nowSeconds: () => Math.floor(nowMs / 1000) },
  );
  const { config } = chain.state();
  const domain: Domain = { chainId: config.chainId, verifyingContract: config.tasks };
  const signers = Array.from({ length: N }, (_, i) => keyOf(`signer${i}`));
  for (const [i, signer] of signers.entries()) await register(chain, keyOf(`owner${i}`), signer, i, domain);

  const keeper = chain.port(keyOf('keeper').address);
  const journeys = new Map<string, Journey>();
  const submitter = chain.port(keyOf('owner0').address);
  const maskKey = (set: number): Uint8Array =>
    keccak256(concat(new TextEncoder().encode(`${seed} mask`), Uint8Array.of(set))).slice(0, 16);
  const wire: Network['wire'] = [];

  const committeeOf = async (contractId: Hex): Promise<protocol.Committee> => {
    const head = await keeper.headOf(contractId);
    const committee = head && (await keeper.committeeOf(head.committeeId));
    if (committee === undefined) throw new Error('no committee');
    return committee;
  };

  const network: Network = {
    chain,
    domain,
    wire,
    cheats: {},
    openOnChain: false,
    running: true,
    ports: {
      chain: chain.port(keyOf('deployer').address),
      random,
      nowMs: () => nowMs,
      sleep: async (ms) => {
        nowMs += Math.max(ms, 1000);
        await network.step();
      },
      transport: async (url, request) => {
        const answer = await serve(url, request);
        wire.push({ url, request, answer });
        return answer;
      },
    },
    port: (key) => chain.port(key.address),
    keyOfSeat: (contractId, seat) => signers[nodesOf(contractId)[seat] as number] as SigningKey,
    async rotate(contractId, seat, signer) {
      const index = nodesOf(contractId)[seat] as number;
      await submitKeys(chain, keyOf(`owner${index}`), signer, index, domain, 'rotateKeys');
    },
    async step() {
      await keeper.submit({ name: 'advance' });
      if (!network.running) return;
      for (const [contractId, head] of chain.state().heads) {
        if (head.committeeId === protocol.ZERO_HASH) continue;
        if (head.status === protocol.CONTRACT_STATUS.NEW) await genesis(contractId);
        else await work(contractId);
      }
    },
  };

  const nodesOf = (contractId: Hex): readonly number[] => {
    const state = chain.state();
    return state.committees.get(state.heads.get(contractId)?.committeeId ?? '0x')?.seats ?? [];
  };

  const sign = (
    contractId: Hex,
    receipt: Receipt,
  ): { bitmap: number; sigs: Hex; signatures: Journey['signatures'] } => {
    const signatures = [0, 1, 2].map((seat) => ({
      seat,
      signature: protocol.signRecord(domain, protocol.RECEIPT, receipt, network.keyOfSeat(contractId, seat).privateKey),
    }));
    return {
      bitmap: 0b111,
      signatures,
      sigs: toHex(concat(...signatures.map(({ signature }) => fromHex(signature) as Uint8Array))),
    };
  };

  const eventOf = <N extends protocol.EventName>(
    name: N,
    contractId: Hex,
  ): readonly (EventFacts[N] & { blockNumber: bigint; blockHash: Hex })[] => {
    const found: (EventFacts[N] & { blockNumber: bigint; blockHash: Hex })[] = [];
    for (const log of logs)
      if (log.event.name === name && (log.event as { contractId?: Hex }).contractId === contractId)
        found.push({
          ...(log.event as unknown as EventFacts[N]),
          blockNumber: log.blockNumber,
          blockHash: log.blockHash,
        });
    return found;
  };
  let logs: readonly protocol.ChainLog[] = [];

  async function stateOf(
    contractId: Hex,
    after?: { readonly cursor: protocol.InboxCursor },
  ): Promise<{
    verified: Verified;
    values: readonly Value<bigint>[];
    roots: protocol.StateRoots;
    fields: readonly Hex[];
  }> {
    logs = await keeper.events(0n, chain.latest().number);
    const deployed = eventOf('ContractDeployed', contractId)[0];
    const { loadModule, argsFromBytes, fieldBytes } = await import('@enigma/bytecode');
    const loaded = loadModule(fromHex(deployed?.code ?? '0x') ?? new Uint8Array());
    if (!loaded.ok) throw new Error(loaded.code);
    const verified = loaded.value;
    const ctor = verified.module.functions.findIndex((fn) => fn.kind === 'ctor');
    const args = argsFromBytes<bigint>(
      verified.module,
      ctor,
      fromHex(deployed?.initArgs ?? '0x') ?? new Uint8Array(),
      () => 0n,
    );
    if (!args.ok) throw new Error(args.code);
    const { outcome } = evaluate(verified, ctor, {
      args: args.value,
      context: { sender: 0n, self: 0n, height: 0n, time: 0n, value: 0n, seats: N, threshold: T },
    });
    if (outcome.status !== 'ok') throw new Error(outcome.status);
    const leaves = [
      ...fieldBytes(verified.module, outcome.state),
      protocol.encodeCursor(after?.cursor ?? protocol.START_CURSOR),
    ];
    const publicRoot = toHex(protocol.merkleRoot(leaves.map(protocol.leafHash)));
    return {
      verified,
      values: outcome.state,
      fields: leaves.map(toHex),
      roots: { publicRoot, secretRoot: `0x${'5e'.repeat(32)}`, ledgerRoot: protocol.ZERO_HASH },
    };
  }

  async function genesis(contractId: Hex): Promise<void> {
    const committee = await committeeOf(contractId);
    const { roots } = await stateOf(contractId);
    const receipt: Receipt = {
      contractId,
      generation: 0,
      kind: protocol.RECEIPT_KIND.GENESIS,
      firstSeq: 0n,
      count: 0,
      committeeId: committee.committeeId,
      attempt: 0,
      abortsHash: protocol.ZERO_HASH,
      anchor: protocol.ZERO_HASH,
      prevRoot: protocol.ZERO_HASH,
      newRoot: protocol.stateRootOf(roots),
      resultsRoot: protocol.ZERO_HASH,
    };
    const { bitmap, sigs } = sign(contractId, receipt);
    const submitted = await submitter.submit({
      name: 'settle',
      receipt,
      headers: [],
      results: [],
      masked: [],
      bitmap,
      sigs,
    });
    if (!submitted.ok) throw new Error(submitted.refusal.name);
  }

  async function work(contractId: Hex): Promise<void> {
    await stateOf(contractId);
    for (const created of eventOf('TaskCreated', contractId)) {
      const { taskId } = created;
      const status = await keeper.taskStatusOf(taskId);
      if (status === protocol.TASK_STATUS.CREATED && created.blockNumber < chain.latest().number)
        await settle(contractId, created);
      if (status === protocol.TASK_STATUS.SETTLED && network.openOnChain)
        await open([...journeys.values()].find((one) => one.taskId === taskId));
    }
  }

  async function settle(
    contractId: Hex,
    created: EventFacts['TaskCreated'] & { blockNumber: bigint; blockHash: Hex },
  ): Promise<void> {
    const committee = await committeeOf(contractId);
    const head = await keeper.headOf(contractId);
    const before = await stateOf(contractId);
    const { verified } = before;
    const fn = verified.module.functions.findIndex((one) => one.selector === created.header.fn);
    const contract = await keeper.contractOf(contractId);
    const entries: PostedEntry[] = eventOf('InputsAppended', contractId).flatMap((event) =>
      event.bodies.map((body, i) => ({
        index: event.first + BigInt(i),
        height: event.height,
        body: fromHex(body) as Uint8Array,
      })),
    );
    const terms = {
      domain,
      contractId,
      committeeId: committee.committeeId,
      period: 0,
      policyHash: contract?.policyHash ?? '0x',
      admission: contract?.admission ?? '0x',
      widths: [5],
    };
    const { accepted } = protocol.siftEntries(terms, entries);
    const inbox = accepted.map((entry) => {
      const maskId = protocol.maskIdOf({
        committeeId: committee.committeeId,
        period: 0,
        contractId,
        sender: entry.sender,
        kind: protocol.MASK_KIND.INBOX,
        nonce: entry.nonce,
      });
      const values = entry.deltas.map((delta, position) =>
        BigInt.asUintN(
          5,
          thresholdSets(N, T).reduce((sum, set) => sum + word(set, maskId, position, 5), delta),
        ),
      );
      return { sender: BigInt(entry.sender), index: entry.index, height: entry.height, values };
    });
    const context = {
      sender: BigInt(created.header.sender),
      self: 0n,
      height: created.blockNumber,
      time: 0n,
      value: 0n,
      seats: N,
      threshold: T,
    };
    const { outcome } = evaluate(verified, fn, { state: before.values, inbox, context });
    if (outcome.status !== 'ok') throw new Error(outcome.status);
    const places = resultPlaces(verified.module, fn, verified.revealed, 'afterSettle');
    const failed = network.cheats.status;
    const publicBytes = failed
      ? new Uint8Array(32).fill(7, 31)
      : resultsToBytes(verified.module, fn, places, outcome.results);
    const leaves =
      verified.module.functions[fn]?.results.flatMap((result, i) =>
        leavesOf(verified.module.types, result.type, outcome.results[i] as Value<bigint>),
      ) ?? [];
    const words = leaves
      .map((leaf) =>
        toWord(verified.module.types, leaf.type, typeof leaf.scalar === 'bigint' ? leaf.scalar : leaf.scalar.scalar),
      )
      .map((word) => network.cheats.word?.(word) ?? word);
    const base = {
      contractId,
      generation: 0,
      kind: protocol.RECEIPT_KIND.TASKS,
      firstSeq: created.seq,
      count: 1,
      committeeId: committee.committeeId,
      attempt: 0,
    };
    const sessionId = protocol.sessionIdOf({
      ...base,
      kind: protocol.SESSION_KIND.TASKS,
      firstSeqOrBatch: created.seq,
      anchor: created.blockHash,
    });
    const pieces = thresholdSets(N, T).map((set): Piece => ({
      block: 0,
      set,
      salt: random(32),
      values: words.map(() => randomElement(random)),
    }));
    const slot = { sessionId, attempt: 0, taskIndex: 0, blockIndex: 0 };
    const block: protocol.MaskedBlock = {
      to: 0,
      recipient: protocol.ZERO_ADDRESS,
      values: words.map((y, k) => pieces.reduce((sum, piece) => field.add(sum, piece.values[k] as bigint), y)),
      commitments: pieces.map((piece) => protocol.outputCommitment(slot, piece.set, piece.salt, piece.values)),
    };
    const masked = failed ? new Uint8Array() : protocol.encodeBlocks([block]);
    const result: Result = {
      taskId: created.taskId,
      status: failed?.status ?? RESULT_STATUS.OK,
      code: failed?.code ?? 0,
      gasUsed: 2000n,
      publicHash: toHex(keccak256(publicBytes)),
      maskedHash: protocol.maskedHashOf(masked),
      effectsHash: protocol.ZERO_HASH,
    };
    const after = await stateOf(contractId, {
      cursor: { next: BigInt(entries.length), head: (await keeper.inboxOf(contractId)).head },
    });
    const receipt: Receipt = {
      ...base,
      abortsHash: protocol.ZERO_HASH,
      anchor: created.blockHash,
      prevRoot: head?.stateRoot ?? '0x',
      newRoot: protocol.stateRootOf(after.roots),
      resultsRoot: protocol.resultsRootOf([result]),
    };
    const { bitmap, sigs, signatures } = sign(contractId, receipt);
    const submitted = await submitter.submit({
      name: 'settle',
      receipt,
      headers: [created.header],
      results: [result],
      masked: [toHex(masked)],
      bitmap,
      sigs,
    });
    if (!submitted.ok) throw new Error(`${submitted.refusal.name} ${submitted.refusal.args.join()}`);
    const shown = (verified.module.functions[fn]?.results ?? []).map((one, i) =>
      valueToBytes(verified.module.types, one.type, plain(outcome.results[i] as Value<bigint>)),
    );
    const receiptDigest = protocol.digest(domain, protocol.RECEIPT, receipt);
    journeys.set(receiptDigest, {
      receipt,
      receiptDigest,
      signatures,
      publicBytes,
      pieces: failed ? [] : pieces,
      output: concat(...shown),
      result,
      header: created.header,
      taskId: created.taskId,
    });
    states.set(contractId, after.fields);
    rootsOf.set(contractId, after.roots);
  }
  const states = new Map<Hex, readonly Hex[]>();
  const rootsOf = new Map<Hex, protocol.StateRoots>();

  async function open(journey: Journey | undefined): Promise<void> {
    if (journey === undefined) return;
    const { receipt, receiptDigest, result } = journey;
    const output = network.cheats.output?.(journey.output) ?? journey.output;
    const record = { receiptDigest, index: 0, outputHash: protocol.outputHashOf(output) };
    const sigs = toHex(
      concat(
        ...[0, 1].map(
          (seat) =>
            fromHex(
              protocol.signRecord(
                domain,
                protocol.OPENING,
                record,
                network.keyOfSeat(receipt.contractId, seat).privateKey,
              ),
            ) as Uint8Array,
        ),
      ),
    );
    await submitter.submit({
      name: 'open',
      header: journey.header,
      index: 0,
      output: toHex(output),
      receipt,
      results: [result],
      bitmap: 0b11,
      sigs,
    });
  }

  function word(set: number, maskId: Hex, position: number, width: number): bigint {
    return BigInt.asUintN(width, readLE(prf(maskKey(set), concat(fromHex(maskId) as Uint8Array, u16le(position)), 16)));
  }

  async function serve(url: string, request: Request): Promise<Answer> {
    const { host, pathname } = new URL(url);
    const node = Number(host.slice('node'.length));
    for (const [contractId] of chain.state().heads) {
      const seat = nodesOf(contractId).indexOf(node);
      if (seat < 0) continue;
      if (network.cheats.silent?.(seat, pathname)) throw new Error('connection refused');
      const signer = network.cheats.signerOf?.(seat) ?? (signers[node] as SigningKey);
      const answering = network.cheats.answersBy?.(seat) ?? signer;
      if (pathname === protocol.API_PATH.mask)
        return mask(contractId, seat, signer, JSON.parse(request.body ?? '') as MaskRequestBody);
      const { status, body } = await route(contractId, seat, node, pathname);
      const text = JSON.stringify(body);
      const record = {
        requestHash: protocol.apiRequestHash(request.method, pathname, new Uint8Array()),
        status,
        bodyHash: protocol.apiBodyHash(text),
      };
      return {
        status,
        text,
        headers: {
          'x-enigma-signature': protocol.signRecord(domain, protocol.API_ANSWER, record, answering.privateKey),
        },
      };
    }
    throw new Error('nobody listens there');
  }

  function mask(contractId: Hex, seat: number, signer: SigningKey, body: MaskRequestBody): Answer {
    const { widths, signature, nonce, ...rest } = body;
    const record: MaskRequest = { ...rest, nonce: BigInt(nonce), widthsHash: protocol.widthsHashOf(widths) };
    const checked = protocol.verifyMaskRequest(domain, record, widths, signature);
    if (!checked.ok) return { status: 403, headers: {}, text: JSON.stringify({ code: 'BAD_SIGNATURE', message: '' }) };
    const maskId = protocol.maskIdOf(record);
    const pieces = setsHeldBy(N, T, seat).map((set) => ({
      set,
      words: widths.map((width, position) => {
        const honest = word(set, maskId, position, width);
        return network.cheats.maskWord?.(seat, set, honest) ?? honest;
      }),
    }));
    const sealed = seal(
      fromHex(body.requestKey) as Uint8Array,
      protocol.MASK_SEAL_INFO,
      protocol.maskAnswerContext(checked.value, seat),
      protocol.encodeMaskPieces(pieces, widths),
      random,
    );
    if (!(sealed instanceof Uint8Array)) throw new Error('bad request key');
    const answer = {
      seat,
      sealed: toHex(sealed),
      signature: protocol.signMaskAnswer(domain, checked.value, seat, sealed, signer.privateKey),
    };
    void contractId;
    return { status: 200, headers: {}, text: JSON.stringify(answer) };
  }

  async function route(
    contractId: Hex,
    seat: number,
    node: number,
    path: string,
  ): Promise<{ status: number; body: unknown }> {
    const [, first, id] = path.split('/');
    const journey = journeys.get(id ?? '');
    const missing = { status: 404, body: { code: 'NOT_FOUND', message: '' } };
    if (first === 'ready') return { status: network.running ? 200 : 503, body: { ready: network.running } };
    if (first === 'receipt') {
      if (journey === undefined) return missing;
      return {
        status: 200,
        body: {
          signatures: journey.signatures.map((one) => ({
            seat: one.seat,
            signature: network.cheats.signature?.(seat, one.signature) ?? one.signature,
          })),
        },
      };
    }
    if (first === 'open') {
      if (journey === undefined) return missing;
      const pieces = journey.pieces
        .filter((piece) => ((piece.set >>> seat) & 1) === 0)
        .map((piece) => network.cheats.piece?.(seat, piece) ?? piece);
      return {
        status: 200,
        body: {
          seat,
          publicBytes: toHex(network.cheats.publicBytes?.(seat, journey.publicBytes) ?? journey.publicBytes),
          events: '0x',
          pieces: pieces.map(({ block, set, salt, values }) => ({
            block,
            set,
            salt: toHex(salt),
            values: toHex(concat(...values.map(fieldToBytes))),
          })),
          sealed: [],
        },
      };
    }
    if (first === 'state') {
      const head = await keeper.headOf(contractId);
      return {
        status: 200,
        body: { version: String(head?.version), fields: states.get(contractId), ...rootsOf.get(contractId) },
      };
    }
    if (first === 'node')
      return {
        status: 200,
        body: {
          index: node,
          signer: signers[node]?.address,
          chainId: 31337,
          tasksAddress: config.tasks,
          committees: [],
          bytesIn: 1,
          bytesOut: 2,
        },
      };
    return missing;
  }
  return network;
}

function plain(value: Value<bigint>): Value<never> {
  if (typeof value === 'bigint') return value;
  if (value.kind === 'secret') return value.scalar;
  return value.kind === 'vector'
    ? { kind: 'vector', elements: value.elements.map(plain) }
    : { kind: 'record', members: value.members.map(plain) };
}

async function register(
  chain: protocol.SimulatedChain,
  owner: SigningKey,
  signer: SigningKey,
  index: number,
  domain: Domain,
): Promise<void> {
  const port = chain.port(owner.address);
  const { bank } = chain.state().config;
  await done(port, { name: 'approve', spender: bank, amount: 10n ** 9n });
  await done(port, { name: 'deposit', to: owner.address, amount: 10n ** 8n });
  await submitKeys(chain, owner, signer, index, domain, 'register');
}

async function submitKeys(
  chain: protocol.SimulatedChain,
  owner: SigningKey,
  signer: SigningKey,
  index: number,
  domain: Domain,
  name: 'register' | 'rotateKeys',
): Promise<void> {
  const facts = {
    owner: owner.address,
    sealingKey: `0x${'0'.repeat(63)}1` as Hex,
    tlsSpkiHash: `0x${'0'.repeat(63)}2` as Hex,
    payout: owner.address,
    operator: owner.address,
  };
  const proof = protocol.signRecord(domain, protocol.NODE_PROOF, facts, signer.privateKey);
  const { owner: _, ...rest } = facts;
  const keys = { ...rest, signer: signer.address, peerUrl: `tls://node${index}`, apiUrl: `http://node${index}` };
  await done(chain.port(owner.address), name === 'register' ? { name, keys, units: 10, proof } : { name, keys, proof });
}

async function done(port: protocol.ChainPort, call: protocol.ChainCall): Promise<void> {
  const submitted = await port.submit(call);
  if (!submitted.ok) throw new Error(`${call.name}: ${submitted.refusal.name} ${submitted.refusal.args.join()}`);
}
