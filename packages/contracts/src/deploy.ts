// Puts the nine contracts on a chain. Each holds its siblings' addresses for good, so these are computed beforehand from
// the deployer's nonce; a deployment whose addresses come out otherwise is refused.
import type { Hex } from '@enigma/protocol';
import { encodeDeployData, getContractAddress } from 'viem';
import type { AddressBook } from './addressBook.ts';
import { bankAbi, bankBytecode } from './generated/bank.ts';
import { committeesAbi, committeesBytecode } from './generated/committees.ts';
import { devRandomnessAbi, devRandomnessBytecode } from './generated/devRandomness.ts';
import { enigmaTokenAbi, enigmaTokenBytecode } from './generated/enigmaToken.ts';
import { evidenceAbi, evidenceBytecode } from './generated/evidence.ts';
import { registryAbi, registryBytecode } from './generated/registry.ts';
import { remediesAbi, remediesBytecode } from './generated/remedies.ts';
import { stakeAbi, stakeBytecode } from './generated/stake.ts';
import { tasksAbi, tasksBytecode } from './generated/tasks.ts';
import { rpcClient } from './rpc.ts';
import { createSender } from './sender.ts';

export interface DeploymentTerms {
  /** The whole supply goes to the deployer. */
  readonly supply: bigint;
  readonly unitTokens: bigint;
  readonly unitsMax: number;
  readonly exitDelaySeconds: number;
  readonly taskSecondsMax: number;
  /** How long after the creation of a task a receipt needs all of qHi. */
  readonly graceSeconds: number;
  readonly handoverSeconds: number;
  readonly disputeSeconds: number;
  /** Blocks from the draw to GENESIS. */
  readonly genesisBlocks: number;
  /** Blocks from registration to the draw. */
  readonly drawBlocks: number;
  readonly tenureGraceEpochs: number;
  /** After settlement, in which a seat whose signature was left out may claim its share. */
  readonly lateSeconds: number;
}

export const DEVELOPMENT_TERMS: DeploymentTerms = {
  supply: 10n ** 27n,
  unitTokens: 1000n * 10n ** 18n,
  unitsMax: 1_000_000,
  exitDelaySeconds: 7 * 86_400,
  taskSecondsMax: 86_400,
  graceSeconds: 60,
  handoverSeconds: 86_400,
  disputeSeconds: 2 * 86_400,
  genesisBlocks: 64,
  drawBlocks: 4096,
  tenureGraceEpochs: 2,
  lateSeconds: 86_400,
};

export interface DeployOptions {
  readonly rpcUrl: string;
  readonly privateKey: Hex;
  readonly terms?: Partial<DeploymentTerms>;
}

export class DeploymentError extends Error {
  readonly code = 'DeploymentFailed';
  readonly contract: string;
  constructor(contract: string, why: string) {
    super(`${contract} was not deployed: ${why}`);
    this.contract = contract;
  }
}

/** EIP-7825's limit of one transaction. */
const GAS = 16_000_000n;
const ORDER = [
  'token',
  'randomness',
  'bank',
  'stake',
  'committees',
  'registry',
  'tasks',
  'remedies',
  'evidence',
] as const;
type Name = (typeof ORDER)[number];

export async function deployAll(options: DeployOptions): Promise<Required<AddressBook>> {
  const client = rpcClient(options.rpcUrl);
  const terms = { ...DEVELOPMENT_TERMS, ...options.terms };
  const chainId = await client.getChainId();
  const sender = createSender(client, options.privateKey, chainId);
  const first = await client.getTransactionCount({ address: sender.address, blockTag: 'pending' });
  const addresses = Object.fromEntries(
    ORDER.map((name, i) => [
      name,
      getContractAddress({ from: sender.address, nonce: BigInt(first + i) }).toLowerCase(),
    ]),
  ) as Record<Name, Hex>;
  const code = creationCode(addresses, sender.address, terms);
  const sent: Hex[] = [];
  for (const name of ORDER) sent.push(await sender.send({ data: code[name], gas: GAS, repeatable: false }));
  const receipts = await Promise.all(sent.map((hash) => sender.receiptOf(hash)));
  for (const [i, name] of ORDER.entries()) {
    const receipt = receipts[i];
    if (receipt?.status !== 'success') throw new DeploymentError(name, 'the chain refused it');
    if (receipt.contractAddress?.toLowerCase() !== addresses[name]) {
      throw new DeploymentError(
        name,
        'it has another address than computed: the account sent something else meanwhile',
      );
    }
  }
  return { chainId, deployedBlock: Number(receipts[0]?.blockNumber ?? 0n), ...addresses };
}

function creationCode(book: Record<Name, Hex>, holder: Hex, terms: DeploymentTerms): Record<Name, Hex> {
  return {
    token: encodeDeployData({ abi: enigmaTokenAbi, bytecode: enigmaTokenBytecode, args: [holder, terms.supply] }),
    randomness: encodeDeployData({ abi: devRandomnessAbi, bytecode: devRandomnessBytecode, args: [book.tasks] }),
    bank: encodeDeployData({
      abi: bankAbi,
      bytecode: bankBytecode,
      args: [book.token, book.stake, book.tasks, book.remedies],
    }),
    stake: encodeDeployData({
      abi: stakeAbi,
      bytecode: stakeBytecode,
      args: [
        book.bank,
        book.randomness,
        book.committees,
        book.tasks,
        terms.unitTokens,
        terms.unitsMax,
        terms.exitDelaySeconds,
      ],
    }),
    committees: encodeDeployData({
      abi: committeesAbi,
      bytecode: committeesBytecode,
      args: [
        book.stake,
        book.randomness,
        book.randomness,
        book.registry,
        book.tasks,
        book.remedies,
        terms.tenureGraceEpochs,
      ],
    }),
    registry: encodeDeployData({
      abi: registryAbi,
      bytecode: registryBytecode,
      args: [book.randomness, book.tasks, terms.taskSecondsMax],
    }),
    tasks: encodeDeployData({
      abi: tasksAbi,
      bytecode: tasksBytecode,
      args: [
        book.bank,
        book.stake,
        book.committees,
        book.registry,
        book.remedies,
        [
          terms.taskSecondsMax,
          terms.graceSeconds,
          terms.handoverSeconds,
          terms.disputeSeconds,
          terms.genesisBlocks,
          terms.drawBlocks,
        ],
      ],
    }),
    remedies: encodeDeployData({
      abi: remediesAbi,
      bytecode: remediesBytecode,
      args: [book.bank, book.committees, book.tasks, terms.graceSeconds, terms.lateSeconds],
    }),
    evidence: encodeDeployData({
      abi: evidenceAbi,
      bytecode: evidenceBytecode,
      args: [book.committees, book.stake, book.tasks],
    }),
  };
}
