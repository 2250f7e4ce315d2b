// Typed calls as transactions: which contract, which function, which arguments.
import { type ChainCall, encodeSettledTasks, type Hex, resultPlace } from '@enigma/protocol';
import { encodeFunctionData, numberToHex, slice, toHex } from 'viem';
import type { AddressBook } from './addressBook.ts';
import { bankAbi } from './generated/bank.ts';
import { committeesAbi } from './generated/committees.ts';
import { devRandomnessAbi } from './generated/devRandomness.ts';
import { enigmaTokenAbi } from './generated/enigmaToken.ts';
import { registryAbi } from './generated/registry.ts';
import { remediesAbi } from './generated/remedies.ts';
import { stakeAbi } from './generated/stake.ts';
import { tasksAbi } from './generated/tasks.ts';

export interface EncodedCall {
  readonly to: Hex;
  readonly data: Hex;
}

export function encodeCall(book: AddressBook, call: ChainCall): EncodedCall {
  switch (call.name) {
    case 'transferToken':
      return {
        to: book.token,
        data: encodeFunctionData({ abi: enigmaTokenAbi, functionName: 'transfer', args: [call.to, call.amount] }),
      };
    case 'approve':
      return {
        to: book.token,
        data: encodeFunctionData({ abi: enigmaTokenAbi, functionName: 'approve', args: [call.spender, call.amount] }),
      };
    case 'deposit':
      return {
        to: book.bank,
        data: encodeFunctionData({ abi: bankAbi, functionName: 'deposit', args: [call.to, call.amount] }),
      };
    case 'depositWithPermit': {
      const { r, s, v } = parts(call.permitSig);
      return {
        to: book.bank,
        data: encodeFunctionData({
          abi: bankAbi,
          functionName: 'depositWithPermit',
          args: [call.to, call.amount, call.deadline, v, r, s],
        }),
      };
    }
    case 'withdraw':
      return {
        to: book.bank,
        data: encodeFunctionData({ abi: bankAbi, functionName: 'withdraw', args: [call.amount, call.to] }),
      };
    case 'register':
      return {
        to: book.stake,
        data: encodeFunctionData({
          abi: stakeAbi,
          functionName: 'register',
          args: [call.keys, call.units, call.proof],
        }),
      };
    case 'addStake':
      return { to: book.stake, data: encodeFunctionData({ abi: stakeAbi, functionName: 'add', args: [call.units] }) };
    case 'requestExit':
      return {
        to: book.stake,
        data: encodeFunctionData({ abi: stakeAbi, functionName: 'requestExit', args: [call.units] }),
      };
    case 'completeExit':
      return { to: book.stake, data: encodeFunctionData({ abi: stakeAbi, functionName: 'completeExit' }) };
    case 'setUrls':
      return {
        to: book.stake,
        data: encodeFunctionData({ abi: stakeAbi, functionName: 'setUrls', args: [call.peerUrl, call.apiUrl] }),
      };
    case 'rotateKeys':
      return {
        to: book.stake,
        data: encodeFunctionData({ abi: stakeAbi, functionName: 'rotateKeys', args: [call.keys, call.proof] }),
      };
    case 'claimCredit':
      return {
        to: book.bank,
        data: encodeFunctionData({ abi: bankAbi, functionName: 'claimCredit', args: [call.node] }),
      };
    case 'advance':
      return { to: book.randomness, data: encodeFunctionData({ abi: devRandomnessAbi, functionName: 'advance' }) };
    case 'deploy':
      return {
        to: book.registry,
        data: encodeFunctionData({
          abi: registryAbi,
          functionName: 'deploy',
          args: [call.contract, call.salt, call.code, call.initArgs],
        }),
      };
    case 'openCommittee':
      return {
        to: book.committees,
        data: encodeFunctionData({ abi: committeesAbi, functionName: 'open', args: [call.contractId] }),
      };
    case 'forceLeave':
      return {
        to: book.committees,
        data: encodeFunctionData({ abi: committeesAbi, functionName: 'forceLeave', args: [call.contractId] }),
      };
    case 'returnDeposits':
      return {
        to: book.tasks,
        data: encodeFunctionData({ abi: tasksAbi, functionName: 'returnDeposits', args: [call.contractId] }),
      };
    case 'declareLost':
      return {
        to: book.remedies,
        data: encodeFunctionData({
          abi: remediesAbi,
          functionName: 'declareLost',
          args: [call.receipt, call.bitmap, call.sigs],
        }),
      };
    case 'create': {
      const { header, body, senderSig, payerSig, acks = '0x' } = call;
      const own = [senderSig, payerSig, acks].every((bytes) => bytes === '0x');
      return {
        to: book.tasks,
        data: own
          ? encodeFunctionData({ abi: tasksAbi, functionName: 'createOwn', args: [header, body] })
          : encodeFunctionData({
              abi: tasksAbi,
              functionName: 'create',
              args: [header, body, senderSig, payerSig, acks],
            }),
      };
    }
    case 'createMany':
      return {
        to: book.tasks,
        data: encodeFunctionData({
          abi: tasksAbi,
          functionName: 'createMany',
          args: [
            call.orders.map(({ header }) => header),
            call.orders.map(({ body }) => body),
            call.orders.flatMap(({ senderSig, payerSig }) => [senderSig, payerSig]),
          ],
        }),
      };
    case 'ackBodies':
      return {
        to: book.remedies,
        data: encodeFunctionData({ abi: remediesAbi, functionName: 'ackBodies', args: [call.headers, call.acks] }),
      };
    case 'postBody':
      return {
        to: book.remedies,
        data: encodeFunctionData({ abi: remediesAbi, functionName: 'postBody', args: [call.header, call.body] }),
      };
    case 'claimLate':
      return {
        to: book.remedies,
        data: encodeFunctionData({
          abi: remediesAbi,
          functionName: 'claimLate',
          args: [call.receipt, call.headers, call.results, call.seat, call.sig],
        }),
      };
    case 'sweepLate':
      return {
        to: book.remedies,
        data: encodeFunctionData({
          abi: remediesAbi,
          functionName: 'sweepLate',
          args: [call.receipt, call.headers, call.results],
        }),
      };
    case 'retryCallback':
      return {
        to: book.tasks,
        data: encodeFunctionData({ abi: tasksAbi, functionName: 'retryCallback', args: [call.header, call.output] }),
      };
    case 'append':
      return {
        to: book.tasks,
        data: encodeFunctionData({ abi: tasksAbi, functionName: 'append', args: [call.contractId, call.bodies] }),
      };
    case 'trigger':
      return {
        to: book.tasks,
        data: encodeFunctionData({
          abi: tasksAbi,
          functionName: 'trigger',
          args: [call.contractId, call.fn, call.height],
        }),
      };
    case 'settle':
      return {
        to: book.tasks,
        data: encodeFunctionData({
          abi: tasksAbi,
          functionName: 'settle',
          args: [
            call.receipt,
            toHex(encodeSettledTasks(call.headers, call.results, call.masked)),
            call.bitmap,
            call.sigs,
          ],
        }),
      };
    case 'open':
      return {
        to: book.tasks,
        data: encodeFunctionData({
          abi: tasksAbi,
          functionName: 'open',
          args: [call.header, call.output, call.receipt, resultPlace(call.results, call.index), call.bitmap, call.sigs],
        }),
      };
    case 'expire':
      return {
        to: book.tasks,
        data: encodeFunctionData({ abi: tasksAbi, functionName: 'expire', args: [call.headers] }),
      };
    case 'cancelNonces':
      return {
        to: book.tasks,
        data: encodeFunctionData({ abi: tasksAbi, functionName: 'cancelNonces', args: [call.word, call.mask] }),
      };
  }
}

/** A 64-byte signature (EIP-2098) as the token takes it. */
function parts(signature: Hex): { readonly r: Hex; readonly s: Hex; readonly v: number } {
  const vs = BigInt(slice(signature, 32, 64));
  const parity = vs >> 255n;
  const s = numberToHex(vs - (parity << 255n), { size: 32 });
  return { r: slice(signature, 0, 32), s, v: 27 + Number(parity) };
}
