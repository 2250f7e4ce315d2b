// A small network on the simulated chain: four staked nodes and one deployed contract, driven by typed calls.
import { keccak256, type SigningKey, signingKeyOf, sign, toHex, utf8 } from '@enigma/crypto';
import {
  type ChainCall,
  type ChainConfig,
  type ChainPort,
  type Committee,
  type Contract,
  createSimulatedChain,
  DEVELOPMENT_CONFIG,
  digest,
  type Domain,
  type EventName,
  type EventOf,
  functionIdOf,
  type Head,
  hexBytes,
  type Hex,
  keccakHex,
  NODE_PROOF,
  OPENING,
  type Receipt,
  RECEIPT,
  type Result,
  resultsRootOf,
  seatsOf,
  signRecord,
  type SimulatedChain,
  type Submitted,
  type Task,
  TASK,
  ZERO_ADDRESS,
  ZERO_HASH,
} from '../../src/index.ts';

export const DOMAIN: Domain = { chainId: DEVELOPMENT_CONFIG.chainId, verifyingContract: DEVELOPMENT_CONFIG.tasks };
export const FN: Hex = functionIdOf('tally()');
const SUPPLY = 1_000_000_000n;
const CODE = utf8('code of the contract');

export interface World {
  readonly chain: SimulatedChain;
  readonly contractId: Hex;
  readonly now: { seconds: number };
  port(account: Hex): ChainPort;
  submit(account: Hex, call: ChainCall): Promise<Submitted>;
  /** Submits and asserts success. */
  does(account: Hex, call: ChainCall): Promise<Extract<Submitted, { readonly ok: true }>>;
  head(): Promise<Head>;
  committee(): Promise<Committee>;
}

export function keyOf(name: string): SigningKey {
  return signingKeyOf(keccak256(utf8(name)));
}

export const [client, relayer, deployer] = ['client', 'relayer', 'deployer'].map(keyOf) as [
  SigningKey,
  SigningKey,
  SigningKey,
];
export const NODES = [0, 1, 2, 3, 4, 5].map((i) => ({
  owner: keyOf(`owner ${i}`),
  signer: keyOf(`signer ${i}`),
  units: 6 + (i % 3),
}));
const ACCOUNTS = [client, relayer, deployer, ...NODES.map((node) => node.owner)];

/** Up to a drawn committee; with `genesis`, up to the contract's first state. */
export async function openWorld(
  options: {
    readonly genesis?: boolean;
    readonly terms?: Partial<Contract>;
    readonly config?: Partial<ChainConfig>;
  } = {},
): Promise<World> {
  const now = { seconds: 1_000_000 };
  const chain = createSimulatedChain(
    {
      config: { ...DEVELOPMENT_CONFIG, ...options.config },
      balances: new Map(ACCOUNTS.map((key) => [key.address, SUPPLY])),
      timestamp: now.seconds,
      finalityBlocks: 2,
      autoMine: true,
      seed: `0x${'5e'.repeat(32)}`,
    },
    { nowSeconds: () => now.seconds },
  );
  const submit: World['submit'] = (account, call) => chain.port(account).submit(call);
  const does: World['does'] = async (account, call) => {
    const done = await submit(account, call);
    if (!done.ok) throw new Error(`${call.name}: ${done.refusal.name}(${done.refusal.args.join()})`);
    return done;
  };
  for (const key of ACCOUNTS) {
    await does(key.address, { name: 'approve', spender: DEVELOPMENT_CONFIG.bank, amount: SUPPLY });
    await does(key.address, { name: 'deposit', to: key.address, amount: SUPPLY / 2n });
  }
  for (const node of NODES) await does(node.owner.address, registration(node));
  await does(relayer.address, { name: 'advance' });
  const terms = { ...baseTerms(), ...options.terms };
  const deployed = await does(deployer.address, {
    name: 'deploy',
    contract: terms,
    salt: ZERO_HASH,
    code: toHex(CODE),
    initArgs: '0x',
  });
  const { contractId } = eventOf(deployed, 'ContractDeployed');
  await does(relayer.address, { name: 'advance' });
  await does(relayer.address, { name: 'openCommittee', contractId });
  const world: World = {
    chain,
    contractId,
    now,
    port: (account) => chain.port(account),
    submit,
    does,
    head: async () => (await chain.port(ZERO_ADDRESS).headOf(contractId)) as Head,
    committee: async () => {
      const port = chain.port(ZERO_ADDRESS);
      return (await port.committeeOf(((await port.headOf(contractId)) as Head).committeeId)) as Committee;
    },
  };
  if (options.genesis !== false) await does(relayer.address, await settlement(world, [], { kind: 0 }));
  return world;
}

export function registration(node: (typeof NODES)[number], proofKey: SigningKey = node.signer): ChainCall {
  const keys = {
    signer: node.signer.address,
    sealingKey: toHex(keccak256(node.signer.publicKey)),
    tlsSpkiHash: ZERO_HASH,
    payout: node.owner.address,
    operator: node.owner.address,
    peerUrl: 'tls://127.0.0.1:1',
    apiUrl: 'http://127.0.0.1:2',
  };
  const { sealingKey, tlsSpkiHash, payout, operator } = keys;
  const record = { owner: node.owner.address, sealingKey, tlsSpkiHash, payout, operator };
  return {
    name: 'register',
    keys,
    units: node.units,
    proof: signRecord(DOMAIN, NODE_PROOF, record, proofKey.privateKey),
  };
}

export function baseTerms(): Contract {
  return {
    codeHash: keccakHex(CODE),
    policyHash: `0x${'90'.repeat(32)}`,
    sourceHash: ZERO_HASH,
    initHash: keccakHex(new Uint8Array()),
    owner: deployer.address,
    mode: 0,
    n: 4,
    T: 1,
    flags: 0,
    tenure: 100,
    openMode: 0,
    price: 1n,
    priceClass: 0,
    cell: 0,
    admission: ZERO_ADDRESS,
    appendFee: 3n,
    schedules: [{ fn: FN, height: 60n, gasLimit: 5000n, gasPrice: 2n, tip: 101n, windowSeconds: 600 }],
  };
}

export function taskOf(world: World, nonce: bigint, changes: Partial<Task> = {}): Task {
  return {
    contractId: world.contractId,
    fn: FN,
    bodyHash: ZERO_HASH,
    sender: client.address,
    payer: ZERO_ADDRESS,
    nonce,
    value: 0n,
    grantsHash: ZERO_HASH,
    gasLimit: 10_000n,
    gasPrice: 3n,
    tip: 103n,
    deadline: world.chain.latest().timestamp + 100,
    callback: ZERO_ADDRESS,
    callbackGas: 0,
    ...changes,
  };
}

export function createCall(header: Task): ChainCall {
  return { name: 'create', header, body: '0x', senderSig: '0x', payerSig: '0x' };
}

export function taskId(header: Task): Hex {
  return digest(DOMAIN, TASK, header);
}

/** A receipt over tasks, signed by the seats of `bitmap`. */
export async function settlement(
  world: World,
  headers: readonly Task[],
  changes: Partial<Receipt> = {},
  bitmap = 0b1111,
  status = 1,
): Promise<Extract<ChainCall, { readonly name: 'settle' }>> {
  const head = await world.head();
  const results: Result[] = headers.map((header) => ({
    taskId: taskId(header),
    status,
    code: 0,
    gasUsed: header.gasLimit - 777n,
    publicHash: ZERO_HASH,
    maskedHash: keccakHex(new Uint8Array()),
    effectsHash: ZERO_HASH,
  }));
  const receipt: Receipt = {
    contractId: world.contractId,
    generation: head.generation,
    kind: 1,
    firstSeq: head.doneSeq,
    count: headers.length,
    committeeId: head.committeeId,
    attempt: 0,
    abortsHash: ZERO_HASH,
    anchor: world.chain.latest().hash,
    prevRoot: head.stateRoot,
    newRoot: keccakHex(hexBytes(head.stateRoot), Uint8Array.of(headers.length)),
    resultsRoot: resultsRootOf(results),
    ...changes,
  };
  const sigs = await signatures(world, digest(DOMAIN, RECEIPT, receipt), bitmap);
  return { name: 'settle', receipt, headers, results, masked: headers.map(() => '0x' as const), bitmap, sigs };
}

export async function opening(
  world: World,
  settled: Extract<ChainCall, { readonly name: 'settle' }>,
  index: number,
  output: Hex,
  bitmap = 0b0011,
): Promise<Extract<ChainCall, { readonly name: 'open' }>> {
  const { receipt, results } = settled;
  const record = { receiptDigest: digest(DOMAIN, RECEIPT, receipt), index, outputHash: keccakHex(hexBytes(output)) };
  const sigs = await signatures(world, digest(DOMAIN, OPENING, record), bitmap);
  const header = settled.headers[index] ?? settled.headers[0] ?? taskOf(world, 999n);
  return { name: 'open', header, index, output, receipt, results, bitmap, sigs };
}

export async function signatures(world: World, hash: Hex, bitmap: number): Promise<Hex> {
  const { seats } = await world.committee();
  const all = seatsOf(bitmap).map((seat) => {
    const node = NODES[seats[seat] ?? -1];
    return node === undefined ? new Uint8Array(64) : sign(hexBytes(hash), node.signer.privateKey);
  });
  return toHex(Uint8Array.from(all.flatMap((bytes) => [...bytes])));
}

export function eventOf<N extends EventName>(done: Extract<Submitted, { readonly ok: true }>, name: N): EventOf<N> {
  const found = done.events.find((event) => event.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found as unknown as EventOf<N>;
}

export function refusalOf(done: Submitted): string {
  return done.ok ? 'done' : done.refusal.name;
}
