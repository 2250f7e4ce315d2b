// What the contracts say when asked, as the protocol's records. "Unknown" is an answer, not an error.
import type { ChainReads } from '@enigma/protocol';
import { type Abi, BaseError, ContractFunctionRevertedError, type PublicClient } from 'viem';
import type { AddressBook } from './addressBook.ts';
import { BadAnswer } from './answers.ts';
import { bankAbi } from './generated/bank.ts';
import { committeesAbi } from './generated/committees.ts';
import { devRandomnessAbi } from './generated/devRandomness.ts';
import { registryAbi } from './generated/registry.ts';
import { stakeAbi } from './generated/stake.ts';
import { tasksAbi } from './generated/tasks.ts';
import { inRange } from './inRange.ts';
import { lowerHex } from './lowerHex.ts';

export function createReads(endpoint: PublicClient, book: AddressBook): ChainReads {
  const client = strict(endpoint);
  const when = (at: bigint | undefined): { blockNumber?: bigint } => (at === undefined ? {} : { blockNumber: at });
  return {
    headOf: async (contractId, at) => {
      const head = await client.readContract({
        address: book.tasks,
        abi: tasksAbi,
        functionName: 'headOf',
        args: [contractId],
        ...when(at),
      });
      return head.status === 0 ? undefined : lowerHex(head);
    },
    contractOf: async (contractId, at) => {
      const record = await known(() =>
        client.readContract({
          address: book.registry,
          abi: registryAbi,
          functionName: 'contractOf',
          args: [contractId],
          ...when(at),
        }),
      );
      if (record === undefined) return undefined;
      const { terms, deployer, registeredEpoch } = record;
      return lowerHex({ ...terms, deployer, registeredEpoch });
    },
    committeeOf: async (committeeId, at) => {
      const record = await client.readContract({
        address: book.committees,
        abi: committeesAbi,
        functionName: 'committeeOf',
        args: [committeeId],
        ...when(at),
      });
      return record.n === 0 ? undefined : lowerHex({ committeeId, ...record });
    },
    nodeOf: async (index, at) => {
      const record = await known(() =>
        client.readContract({
          address: book.stake,
          abi: stakeAbi,
          functionName: 'nodeOf',
          args: [index],
          ...when(at),
        }),
      );
      if (record === undefined) return undefined;
      const { keys, owner, units, pendingUnits, withdrawableAt, seatsHeld } = record;
      return lowerHex({ ...keys, index, owner, units, pendingUnits, withdrawableAt, seatsHeld });
    },
    signerAt: async (node, epoch, at) =>
      lowerHex(
        await client.readContract({
          address: book.stake,
          abi: stakeAbi,
          functionName: 'signerAt',
          args: [node, epoch],
          ...when(at),
        }),
      ),
    inboxOf: async (contractId, at) => {
      const { head, count, lastBlock } = await client.readContract({
        address: book.tasks,
        abi: tasksAbi,
        functionName: 'inboxOf',
        args: [contractId],
        ...when(at),
      });
      return { head, count, lastBlock: BigInt(lastBlock) };
    },
    newUntilOf: async (contractId, at) =>
      BigInt(
        await client.readContract({
          address: book.tasks,
          abi: tasksAbi,
          functionName: 'newUntilBlockOf',
          args: [contractId],
          ...when(at),
        }),
      ),
    availableOf: (account, at) =>
      client.readContract({
        address: book.bank,
        abi: bankAbi,
        functionName: 'availableOf',
        args: [account],
        ...when(at),
      }),
    creditOf: (node, at) =>
      client.readContract({
        address: book.bank,
        abi: bankAbi,
        functionName: 'creditOf',
        args: [node],
        ...when(at),
      }),
    taskStatusOf: (taskId, at) =>
      client.readContract({
        address: book.tasks,
        abi: tasksAbi,
        functionName: 'statusOf',
        args: [taskId],
        ...when(at),
      }),
    noncesOf: (sender, word, at) =>
      client.readContract({
        address: book.tasks,
        abi: tasksAbi,
        functionName: 'nonces',
        args: [sender, word],
        ...when(at),
      }),
    owedCallbackOf: async (taskId, at) => {
      const owed = await client.readContract({
        address: book.tasks,
        abi: tasksAbi,
        functionName: 'owedCallbacks',
        args: [taskId],
        ...when(at),
      });
      return BigInt(owed) === 0n ? undefined : owed;
    },
    epoch: (at) =>
      client.readContract({ address: book.randomness, abi: devRandomnessAbi, functionName: 'epoch', ...when(at) }),
  };
}

type Reader = Pick<PublicClient, 'readContract'>;

/** The same function, which rejects numbers that are none of their type. */
function strict(endpoint: PublicClient): Reader {
  const readContract = async (question: Parameters<Reader['readContract']>[0]): Promise<unknown> => {
    const given = await endpoint.readContract(question);
    const asked = (question.abi as Abi).find((item) => item.type === 'function' && item.name === question.functionName);
    const outputs = asked?.type === 'function' ? asked.outputs : [];
    if (!inRange(outputs, outputs.length === 1 ? [given] : given))
      throw new BadAnswer(`The endpoint's answer to ${question.functionName} is none.`);
    return given;
  };
  return { readContract: readContract as Reader['readContract'] };
}

/** undefined where the contract answered that it knows no such thing. */
async function known<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const cause = error instanceof BaseError ? error.walk((e) => e instanceof ContractFunctionRevertedError) : null;
    const name = cause instanceof ContractFunctionRevertedError ? cause.data?.errorName : undefined;
    if (name === 'UnknownContract' || name === 'UnknownNode') return undefined;
    throw error;
  }
}
