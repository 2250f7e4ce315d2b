// A chain with four staked nodes that no process runs, and a contract whose committee is drawn: what commands say of a chain alone. The signer keys are ours, so its seats sign what a test wants.
import { join } from 'node:path';
import { signingKeyOf, type SigningKey } from '@enigma/client';
import { deployAll, DEVELOPMENT_TERMS, openChainPort } from '@enigma/contracts';
import { startAnvil } from '@enigma/contracts/anvil';
import {
  MODE,
  NODE_PROOF,
  OPEN_MODE,
  signRecord,
  ZERO_ADDRESS,
  ZERO_HASH,
  type ChainPort,
  type Contract,
  type Domain,
  type Hex,
} from '@enigma/protocol';
import { keccak256, numberToHex, toHex } from 'viem';
import { accountsFor, ownerKey, roleKey } from '../src/network/accounts.ts';
import { writeNetwork } from '../src/network/file.ts';
import { rpc } from '../src/network/rpc.ts';
import { eventOf, submit } from '../src/network/submit.ts';

export interface Drawn {
  /** The network file. */
  readonly network: string;
  readonly domain: Domain;
  readonly contractId: Hex;
  readonly committeeId: Hex;
  /** By seat. */
  readonly signers: readonly SigningKey[];
  /** Node of each seat. */
  readonly seats: readonly number[];
  readonly deployer: ChainPort;
  mine(blocks: number): Promise<void>;
  stop(): Promise<void>;
}

const nodes = 4;
const units = 10;

/** `code`, without a constructor, is whatever a test wants: no node reads it here. */
export async function startDrawn(
  folder: string,
  { code = '0xc0de', policyHash = keccak256('0x01') }: { readonly code?: Hex; readonly policyHash?: Hex } = {},
): Promise<Drawn> {
  const anvil = await startAnvil({ accounts: accountsFor(nodes) });
  try {
    const book = await deployAll({ rpcUrl: anvil.url, privateKey: roleKey('deployer') });
    const port = (privateKey: Hex): ChainPort => openChainPort({ rpcUrl: anvil.url, book, privateKey });
    const deployer = port(roleKey('deployer'));
    const domain: Domain = { chainId: BigInt(book.chainId), verifyingContract: book.tasks };
    await submit(deployer, { name: 'approve', spender: book.bank, amount: 10n ** 26n });
    const keys = Array.from({ length: nodes }, (_, node) => signingKeyOf(new Uint8Array(32).fill(node + 1)));
    for (const [node, { address, privateKey }] of keys.entries()) {
      const owner = port(ownerKey(node));
      await submit(deployer, {
        name: 'deposit',
        to: owner.account,
        amount: BigInt(units) * DEVELOPMENT_TERMS.unitTokens,
      });
      const record = {
        signer: address,
        sealingKey: keccak256(toHex(`sealing ${node}`)),
        tlsSpkiHash: keccak256(toHex(`tls ${node}`)),
        payout: owner.account,
        operator: owner.account,
        peerUrl: `tls://127.0.0.1:${4000 + node}`,
        apiUrl: `http://127.0.0.1:${5000 + node}`,
      };
      const proof = signRecord(domain, NODE_PROOF, { owner: owner.account, ...record }, privateKey);
      await submit(owner, { name: 'register', keys: record, units, proof });
    }
    await submit(deployer, { name: 'advance' });
    const contract: Contract = {
      codeHash: keccak256(code),
      policyHash,
      sourceHash: ZERO_HASH,
      initHash: keccak256('0x'),
      owner: deployer.account,
      mode: MODE.MPC,
      n: nodes,
      T: 1,
      flags: 0,
      tenure: 100,
      openMode: OPEN_MODE.AFTER_SETTLE,
      price: 1n,
      priceClass: 0,
      cell: 0,
      admission: ZERO_ADDRESS,
      appendFee: 0n,
      schedules: [],
    };
    const { contractId } = eventOf(
      await submit(deployer, { name: 'deploy', contract, salt: ZERO_HASH, code, initArgs: '0x' }),
      'ContractDeployed',
    );
    await submit(deployer, { name: 'advance' });
    const mine = async (blocks: number): Promise<void> =>
      void (await rpc(anvil.url, 'anvil_mine', [numberToHex(blocks)]));
    await mine(1);
    const { committeeId, seats } = eventOf(
      await submit(deployer, { name: 'openCommittee', contractId }),
      'CommitteeOpened',
    );
    const network = join(folder, 'drawn.json');
    writeNetwork(network, { version: 1, rpcUrl: anvil.url, book, pid: process.pid, chainPid: anvil.pid, nodes: [] });
    const signers = seats.map((node) => keys[node] as SigningKey);
    const stop = (): Promise<void> => anvil.stop();
    return { network, domain, contractId, committeeId, signers, seats, deployer, mine, stop };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}
