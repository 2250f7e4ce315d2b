// A deployed network with nodes, a contract and a serving committee, for the tests of this room.
import { startAnvil, type Anvil } from '../src/host/anvil.ts';
import { type AddressBook, deployAll, type DeploymentTerms, openChainPort } from '../src/index.ts';
import {
  type ChainCall,
  type ChainEvent,
  type ChainPort,
  type Contract,
  digest,
  type Domain,
  type EventName,
  type EventOf,
  type Hex,
  type Included,
  leafHash,
  merkleRoot,
  NODE_PROOF,
  OPENING,
  RECEIPT,
  type Receipt,
  RESULT,
  type Result,
  signRecord,
  TASK,
  type Task,
  word,
} from '@enigma/protocol';
import { concat, keccak256, numberToHex, toBytes, toHex } from 'viem';
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts';
import { DEVELOPMENT_MNEMONIC } from '../src/host/anvil.ts';

export const ZERO: Hex = `0x${'00'.repeat(32)}`;
export const NOBODY: Hex = `0x${'00'.repeat(20)}`;
export const CODE: Hex = '0xc0de';
export const INIT: Hex = '0x1417';
export const TALLY: Hex = '0x12345678';

export function keyOf(name: string): Hex {
  return keccak256(toHex(`key of ${name}`));
}

/** The key of one of anvil's own accounts, which have ether. */
export function fundedKey(index: number): Hex {
  const { privateKey } = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: index }).getHdKey();
  return toHex(privateKey ?? new Uint8Array());
}

export function addressOf(key: Hex): Hex {
  return privateKeyToAccount(key).address.toLowerCase() as Hex;
}

export interface Network {
  readonly anvil: Anvil;
  readonly book: Required<AddressBook>;
  readonly domain: Domain;
  /** The deployer, who has all tokens. */
  readonly owner: ChainPort;
  readonly signerKeys: readonly Hex[];
  port(key: Hex): ChainPort;
  ok(port: ChainPort, call: ChainCall): Promise<Included>;
  /** Blocks without transactions. */
  mine(blocks: number): Promise<void>;
  rpc(method: string, params: readonly unknown[]): Promise<unknown>;
}

export async function startNetwork(nodes: number, terms: Partial<DeploymentTerms> = {}): Promise<Network> {
  const anvil = await startAnvil({ accounts: nodes + 4 });
  try {
    const book = await deployAll({ rpcUrl: anvil.url, privateKey: fundedKey(0), terms });
    const domain: Domain = { chainId: BigInt(book.chainId), verifyingContract: book.tasks };
    const port = (key: Hex): ChainPort => openChainPort({ rpcUrl: anvil.url, book, privateKey: key });
    const owner = port(fundedKey(0));
    await ok(owner, { name: 'approve', spender: book.bank, amount: 10n ** 27n });
    const signerKeys = Array.from({ length: nodes }, (_, i) => keyOf(`signer ${i}`));
    for (const [i, signerKey] of signerKeys.entries()) {
      const node = port(fundedKey(4 + i));
      await ok(owner, { name: 'deposit', to: node.account, amount: 10n * 1000n * 10n ** 18n });
      const keys = {
        signer: addressOf(signerKey),
        sealingKey: keyOf(`sealing ${i}`),
        tlsSpkiHash: keyOf(`tls ${i}`),
        payout: node.account,
        operator: node.account,
        peerUrl: `enigma://127.0.0.1:${4000 + i}`,
        apiUrl: `http://127.0.0.1:${5000 + i}`,
      };
      const proof = signRecord(domain, NODE_PROOF, { owner: node.account, ...keys }, toBytes(signerKey));
      await ok(node, { name: 'register', keys, units: 10, proof });
    }
    await ok(owner, { name: 'advance' });
    const rpc = async (method: string, params: readonly unknown[]): Promise<unknown> => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
      const answer = await fetch(anvil.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return ((await answer.json()) as { result: unknown }).result;
    };
    const mine = async (blocks: number): Promise<void> => void (await rpc('anvil_mine', [numberToHex(blocks)]));
    return { anvil, book, domain, owner, signerKeys, port, ok, mine, rpc };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

async function ok(port: ChainPort, call: ChainCall): Promise<Included> {
  const submitted = await port.submit(call);
  if (!submitted.ok) throw new Error(`${call.name}: ${submitted.refusal.name}(${submitted.refusal.args.join()})`);
  return submitted;
}

export function eventIn<N extends EventName>(included: Included, name: N): EventOf<N> {
  const found = included.events.find((event) => event.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${included.events.map((event) => event.name).join()}`);
  return found as ChainEvent as Extract<ChainEvent, { name: N }> & EventOf<N>;
}

export function contractTerms(owner: Hex, more: Partial<Contract> = {}): Contract {
  return {
    codeHash: keccak256(CODE),
    policyHash: keccak256('0x01'),
    sourceHash: keccak256('0x02'),
    initHash: keccak256(INIT),
    owner,
    mode: 0,
    n: 4,
    T: 1,
    flags: 0,
    tenure: 100,
    openMode: 0,
    price: 1n,
    priceClass: 0,
    cell: 0,
    admission: NOBODY,
    appendFee: 0n,
    schedules: [],
    ...more,
  };
}

export interface Serving {
  readonly contractId: Hex;
  readonly committeeId: Hex;
  readonly seats: readonly number[];
  readonly root: Hex;
}

export interface Started {
  readonly contractId: Hex;
  readonly committee: EventOf<'CommitteeOpened'>;
  /** Of the draw. */
  readonly gasUsed: bigint;
}

/** Deploys a contract and draws its committee. */
export async function startedCommittee(
  network: Network,
  more: Partial<Contract> = {},
  salt: Hex = ZERO,
): Promise<Started> {
  const { owner } = network;
  const contract = contractTerms(owner.account, more);
  const deployed = await network.ok(owner, { name: 'deploy', contract, salt, code: CODE, initArgs: INIT });
  const { contractId } = eventIn(deployed, 'ContractDeployed');
  await network.ok(owner, { name: 'advance' });
  await network.mine(1);
  const opened = await network.ok(owner, { name: 'openCommittee', contractId });
  return { contractId, committee: eventIn(opened, 'CommitteeOpened'), gasUsed: opened.gasUsed };
}

/** Deploys a contract, draws its committee and settles its GENESIS. */
export async function serve(network: Network, more: Partial<Contract> = {}, salt: Hex = ZERO): Promise<Serving> {
  const { contractId, committee } = await startedCommittee(network, more, salt);
  const { committeeId, seats } = committee;
  const root = keccak256('0x03');
  const receipt = receiptOf({ contractId, committeeId, kind: 0, newRoot: root });
  const sigs = seatSignatures(network, seats, 0b1011, receipt);
  const empty = { headers: [], results: [], masked: [] };
  await network.ok(network.owner, { name: 'settle', receipt, ...empty, bitmap: 0b1011, sigs });
  return { contractId, committeeId, seats, root };
}

/** From the record's table: abi.encode of a result is one word a field. */
export function resultsRootOf(results: readonly Result[]): Hex {
  const leaves = results.map((result) => {
    const values = result as unknown as Record<string, number | bigint | string>;
    const words = RESULT.fields.map(([name, type]) => toHex(word(type as 'bytes32', values[name] ?? 0)));
    return leafHash(toBytes(concat(words)));
  });
  return toHex(merkleRoot(leaves));
}

export function receiptOf(more: Partial<Receipt>): Receipt {
  return {
    contractId: ZERO,
    generation: 0,
    kind: 1,
    firstSeq: 0n,
    count: 0,
    committeeId: ZERO,
    attempt: 0,
    abortsHash: ZERO,
    anchor: ZERO,
    prevRoot: ZERO,
    newRoot: ZERO,
    resultsRoot: ZERO,
    ...more,
  };
}

/** Signatures of a bitmap's seats over a receipt, lowest seat first. */
export function seatSignatures(network: Network, seats: readonly number[], bitmap: number, receipt: Receipt): Hex {
  return signatures(network, seats, bitmap, (key) => signRecord(network.domain, RECEIPT, receipt, toBytes(key)));
}

export function openingSignatures(
  network: Network,
  seats: readonly number[],
  bitmap: number,
  opening: { receiptDigest: Hex; index: number; outputHash: Hex },
): Hex {
  return signatures(network, seats, bitmap, (key) => signRecord(network.domain, OPENING, opening, toBytes(key)));
}

function signatures(network: Network, seats: readonly number[], bitmap: number, sign: (key: Hex) => Hex): Hex {
  const parts = seats
    .filter((_, seat) => ((bitmap >> seat) & 1) === 1)
    .map((node) => sign(network.signerKeys[node] ?? ZERO).slice(2));
  return `0x${parts.join('')}`;
}

export function taskOf(more: Partial<Task>): Task {
  return {
    contractId: ZERO,
    fn: TALLY,
    bodyHash: ZERO,
    sender: NOBODY,
    payer: NOBODY,
    nonce: 0n,
    value: 0n,
    grantsHash: ZERO,
    gasLimit: 10_000n,
    gasPrice: 1n,
    tip: 100n,
    deadline: 0,
    callback: NOBODY,
    callbackGas: 0,
    ...more,
  };
}

export function taskIdOf(network: Network, task: Task): Hex {
  return digest(network.domain, TASK, task);
}

export function resultOf(taskId: Hex, masked: Hex, more: Partial<Result> = {}): Result {
  return {
    taskId,
    status: 1,
    code: 0,
    gasUsed: 5_003n,
    publicHash: ZERO,
    maskedHash: keccak256(masked),
    effectsHash: ZERO,
    ...more,
  };
}
