// A real network on loopback: anvil, the contracts, four node processes. Every child is ended by its id, whatever happens.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { argsToBytes } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import { deployAll, DEVELOPMENT_TERMS, openChainPort, type AddressBook } from '@enigma/contracts';
import { freePorts, startAnvil } from '@enigma/contracts/anvil';
import {
  fromHex,
  generateSealingKey,
  generateSigningKey,
  keccak256,
  open,
  setsHeldBy,
  toHex,
  utf8,
  type Hex,
  type SigningKey,
} from '@enigma/crypto';
import {
  contractAccountOf,
  decodeMaskPieces,
  deltaOf,
  digest,
  MASK_KIND,
  MASK_REQUEST,
  MASK_SEAL_INFO,
  maskAnswerContext,
  NODE_PROOF,
  signEntry,
  signRecord,
  signVoucher,
  widthsHashOf,
  ZERO_HASH,
  type ChainCall,
  type ChainPort,
  type EventOf,
  type MaskRequest,
  type NodeKeys,
  type Submitted,
} from '@enigma/protocol';
import { openKeyring, writeConfig } from '../../src/host/index.ts';
import { VOTING } from './election.ts';

export const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));
const funderKey: Hex = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
/** Slow until GENESIS, which must come within 64 blocks however busy the machine is. */
const firstPauseMs = 1_000;
const minerPauseMs = 300;

export interface ProcessNode {
  readonly index: number;
  readonly folder: string;
  readonly apiUrl: string;
  /** Where it listens for other nodes. */
  readonly peerPort: number;
  /** The chain as its owner sees it, whose key is not in its folder. */
  readonly owner: ChainPort;
  child: ChildProcess;
  /** How it ended: code or signal; undefined while it runs. */
  ended: number | string | undefined;
}

export interface ProcessNetwork {
  readonly rpcUrl: string;
  readonly book: AddressBook;
  readonly funder: ChainPort;
  readonly nodes: readonly ProcessNode[];
  start(node: ProcessNode, env?: NodeJS.ProcessEnv): void;
  log(node: ProcessNode): string;
  /** So many blocks at once. */
  mine(blocks: bigint): Promise<void>;
  /** Blocks come so often from here on. */
  pace(pauseMs: number): void;
  /** Blocks come faster from here on. */
  hurry(): void;
  stop(): Promise<void>;
}

export async function until<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  what: string,
  limitMs = 100_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await sleep(50);
  }
  throw new Error(`waited too long for ${what}`);
}

export async function ok(answer: Promise<Submitted>): Promise<Submitted & { ok: true }> {
  const got = await answer;
  if (!got.ok) throw new Error(`the chain refused: ${got.refusal.name}(${got.refusal.args.join(', ')})`);
  return got;
}

/** Where others are told to find what listens elsewhere: a proxy before a node's peer port, or between a node and the chain. */
export interface Detours {
  /** The port at which the others dial the node that is the `at`-th and listens on `port`. */
  peer(at: number, port: number): Promise<number>;
  /** The chain's endpoint for the `at`-th node. */
  chain(at: number, url: string): Promise<string>;
}

/** `more` = what nodes have besides, told the folder in which theirs are. */
export async function startNetwork(
  count = 4,
  more: (root: string) => NodeJS.ProcessEnv = () => ({}),
  detours?: Detours,
): Promise<ProcessNetwork> {
  const root = mkdtempSync(join(tmpdir(), 'enigma-node-test-'));
  const anvil = await startAnvil({ slotsInAnEpoch: 1 });
  const nodes: ProcessNode[] = [];
  let mining: ReturnType<typeof setInterval> | undefined;
  const rpc = (method: string, params: readonly unknown[]): Promise<unknown> =>
    fetch(anvil.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    }).then((answer) => answer.json());

  function start(node: ProcessNode, env: NodeJS.ProcessEnv = {}): void {
    const log = openSync(join(node.folder, 'log'), 'a');
    const main = fileURLToPath(new URL('../../src/host/main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, '--folder', node.folder, '--until-stdin-ends'], {
      stdio: ['pipe', log, log],
      env: {
        ...process.env,
        ENIGMA_TEST_BUILD: '1',
        ENIGMA_SMALL_BATCHES: '1',
        ENIGMA_FAILPOINTS: '1',
        ...more(root),
        ...env,
      },
    });
    closeSync(log);
    node.child = child;
    node.ended = undefined;
    child.once('exit', (code, signal) => (node.ended = signal ?? code ?? 'unknown'));
  }

  async function stop(): Promise<void> {
    clearInterval(mining);
    for (const node of nodes) if (node.ended === undefined) node.child.kill('SIGKILL');
    await until(() => nodes.every((node) => node.ended !== undefined), 'the end of every child', 5_000).catch(
      () => undefined,
    );
    await anvil.stop();
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }

  try {
    const book = await deployAll({ rpcUrl: anvil.url, privateKey: funderKey });
    const funder = openChainPort({ rpcUrl: anvil.url, book, privateKey: funderKey });
    const domain = { chainId: BigInt(book.chainId), verifyingContract: book.tasks };
    await ok(funder.submit({ name: 'approve', spender: book.bank, amount: 10n ** 26n }));
    for (let at = 0; at < count; at++) {
      const folder = join(root, `node-${at}`);
      const keyring = await openKeyring(join(folder, 'keys'), random);
      const owner = generateSigningKey(random);
      const [peer, api] = (await freePorts(2)) as [number, number];
      for (const { address } of [owner, keyring.operator])
        await rpc('anvil_setBalance', [address, '0x8ac7230489e80000']);
      await ok(funder.submit({ name: 'deposit', to: owner.address, amount: 100n * DEVELOPMENT_TERMS.unitTokens }));
      const keys = {
        signer: keyring.signer.address,
        sealingKey: toHex(keyring.sealing.publicKey),
        tlsSpkiHash: keyring.tls.spkiHash,
        payout: owner.address,
        operator: keyring.operator.address,
        peerUrl: `tls://127.0.0.1:${(await detours?.peer(at, peer)) ?? peer}`,
        apiUrl: `http://127.0.0.1:${api}`,
      } as NodeKeys;
      const proof = signRecord(
        domain,
        NODE_PROOF,
        {
          owner: owner.address,
          sealingKey: keys.sealingKey,
          tlsSpkiHash: keys.tlsSpkiHash,
          payout: keys.payout,
          operator: keys.operator,
        },
        keyring.signer.privateKey,
      );
      const port = openChainPort({ rpcUrl: anvil.url, book, privateKey: toHex(owner.privateKey) });
      const { events } = await ok(port.submit({ name: 'register', keys, proof, units: 100 }));
      const { node: index } = events.find(
        (event): event is EventOf<'NodeRegistered'> => event.name === 'NodeRegistered',
      ) as EventOf<'NodeRegistered'>;
      writeConfig(folder, {
        rpcUrl: (await detours?.chain(at, anvil.url)) ?? anvil.url,
        book,
        index,
        peer: { host: '127.0.0.1', port: peer },
        api: { host: '127.0.0.1', port: api },
      });
      const node: ProcessNode = {
        index,
        folder,
        apiUrl: keys.apiUrl,
        peerPort: peer,
        owner: port,
        child: undefined as unknown as ChildProcess,
        ended: 0,
      };
      nodes.push(node);
      start(node);
    }
    await ok(funder.submit({ name: 'advance' }));
    const pace = (pauseMs: number): void => {
      clearInterval(mining);
      mining = setInterval(() => void rpc('evm_mine', []).catch(() => undefined), pauseMs);
    };
    pace(firstPauseMs);
    const mine = async (blocks: bigint): Promise<void> => void (await rpc('anvil_mine', [`0x${blocks.toString(16)}`]));
    return {
      rpcUrl: anvil.url,
      book,
      funder,
      nodes,
      start,
      mine,
      pace,
      hurry: () => pace(minerPauseMs),
      log: (node) => readFileSync(join(node.folder, 'log'), 'utf8'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function getJson(
  url: string,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> } | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  } catch {
    return undefined;
  }
}

export interface ProcessElection {
  readonly contractId: Hex;
  trigger(): Promise<Hex>;
  opened(limitMs?: number): Promise<readonly number[]>;
  settlements(): Promise<number>;
}

/** Deploys the voting contract, waits for GENESIS, and has a voter for each choice. */
export async function runElection(
  network: ProcessNetwork,
  choices: readonly number[],
  openBlocks: number,
): Promise<ProcessElection> {
  const { funder } = network;
  const send = (call: ChainCall): Promise<Submitted & { ok: true }> => ok(funder.submit(call));
  const compiled = compile(VOTING);
  if (!compiled.ok) throw new Error('the contract does not compile');
  const { module } = compiled.verified;
  const admission = generateSigningKey(random);
  const closes = (await funder.latest()).number + BigInt(openBlocks);
  const initArgs = argsToBytes(
    module,
    module.functions.findIndex((fn) => fn.kind === 'ctor'),
    [4n, closes],
  );
  const fn = module.functions.find((one) => one.kind === 'scheduled')?.selector ?? '0x';
  const contract = {
    codeHash: compiled.codeHash,
    policyHash: compiled.policyHash,
    sourceHash: toHex(keccak256(utf8(VOTING))),
    initHash: toHex(keccak256(initArgs)),
    owner: funder.account,
    mode: 0,
    n: 4,
    T: 1,
    flags: 0,
    tenure: 1000,
    openMode: 0,
    price: 1n,
    priceClass: 0,
    cell: 0,
    admission: admission.address,
    appendFee: 0n,
    schedules: [{ fn, height: closes, gasLimit: 10_000_000n, gasPrice: 1n, tip: 1000n, windowSeconds: 600 }],
  };
  const { events } = await send({
    name: 'deploy',
    contract,
    salt: ZERO_HASH,
    code: toHex(compiled.bytes),
    initArgs: toHex(initArgs),
  });
  const { contractId } = events.find(
    (event): event is EventOf<'ContractDeployed'> => event.name === 'ContractDeployed',
  ) as EventOf<'ContractDeployed'>;
  await send({ name: 'deposit', to: contractAccountOf(contractId), amount: 20_000_000n });
  await send({ name: 'advance' });
  await send({ name: 'advance' });
  await until(
    async () =>
      (await Promise.all(network.nodes.map((node) => getJson(`${node.apiUrl}/health`)))).every(
        (answer) => answer?.status === 200,
      ),
    'every node',
  );
  await send({ name: 'openCommittee', contractId });
  await until(async () => (await funder.headOf(contractId))?.status === 2, 'GENESIS');
  network.hurry();
  const head = await funder.headOf(contractId);
  const committee = head && (await funder.committeeOf(head.committeeId));
  if (head === undefined || committee === undefined) throw new Error('no committee');
  const domain = { chainId: funder.chainId, verifyingContract: funder.tasks };
  const terms = {
    domain,
    contractId,
    committeeId: head.committeeId,
    period: 0,
    policyHash: compiled.policyHash,
    admission: admission.address,
    widths: [5],
  };

  async function seal(voter: SigningKey, choice: number): Promise<Hex> {
    const requestKey = generateSealingKey(random);
    const request: MaskRequest = {
      committeeId: terms.committeeId,
      period: 0,
      contractId,
      sender: voter.address,
      kind: MASK_KIND.INBOX,
      nonce: 0n,
      widthsHash: widthsHashOf([5]),
      requestKey: toHex(requestKey.publicKey),
    };
    const body = JSON.stringify({
      ...request,
      nonce: '0',
      widths: [5],
      signature: signRecord(domain, MASK_REQUEST, request, voter.privateKey),
    });
    const words = new Map<number, bigint>();
    for (const [seat, index] of (committee?.seats ?? []).entries()) {
      const apiUrl = network.nodes.find((node) => node.index === index)?.apiUrl ?? '';
      const answer = await fetch(`${apiUrl}/mask`, { method: 'POST', body });
      const { sealed } = (await answer.json()) as { sealed: Hex };
      const opened = open(
        requestKey,
        MASK_SEAL_INFO,
        maskAnswerContext(digest(domain, MASK_REQUEST, request), seat),
        fromHex(sealed) ?? new Uint8Array(),
      );
      const pieces = opened instanceof Uint8Array ? decodeMaskPieces(opened, setsHeldBy(4, 1, seat), [5]) : undefined;
      if (pieces?.ok !== true) throw new Error('a mask does not open');
      for (const piece of pieces.value) words.set(piece.set, piece.words[0] ?? 0n);
    }
    const voucher = signVoucher(domain, contractId, voter.address, admission.privateKey);
    return toHex(
      signEntry(
        terms,
        { sender: voter.address, nonce: 0n, deltas: [deltaOf(BigInt(choice), [...words.values()], 5)], voucher },
        voter.privateKey,
      ),
    );
  }

  const bodies: Hex[] = [];
  for (const choice of choices) bodies.push(await seal(generateSigningKey(random), choice));
  const appended = await send({ name: 'append', contractId, bodies });
  if (appended.blockNumber > closes) throw new Error('the ballots came after the close');
  const eventsNow = async (): Promise<readonly { readonly event: { readonly name: string } }[]> =>
    funder.events(0n, (await funder.latest()).number);
  return {
    contractId,
    async trigger() {
      const { number } = await funder.latest();
      if (number <= closes) await network.mine(closes - number + 1n);
      const { events: made } = await send({ name: 'trigger', contractId, fn, height: closes });
      return (made.find((event) => event.name === 'TaskCreated') as EventOf<'TaskCreated'>).taskId;
    },
    async opened(limitMs = 100_000) {
      const output = await until(
        async () =>
          ((await eventsNow()).find(({ event }) => event.name === 'Opened')?.event as EventOf<'Opened'> | undefined)
            ?.output,
        'the opening',
        limitMs,
      );
      const bytes = fromHex(output) ?? new Uint8Array(4);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      return Array.from({ length: view.getUint32(0, true) }, (_, at) => view.getUint32(4 + 4 * at, true));
    },
    settlements: async () =>
      (await eventsNow()).filter(({ event }) => event.name === 'Settled' && (event as EventOf<'Settled'>).count === 1)
        .length,
  };
}
