// The contracts' logs as the protocol's events. A log of another event (a token transfer, say) is none of them.
import { type ChainEvent, decodeOrder, decodeOutcomes, type Hex } from '@enigma/protocol';
import { type DecodeEventLogReturnType, decodeEventLog, toBytes } from 'viem';
import { bankAbi } from './generated/bank.ts';
import { committeesAbi } from './generated/committees.ts';
import { devRandomnessAbi } from './generated/devRandomness.ts';
import { registryAbi } from './generated/registry.ts';
import { remediesAbi } from './generated/remedies.ts';
import { stakeAbi } from './generated/stake.ts';
import { tasksAbi } from './generated/tasks.ts';
import { inRange } from './inRange.ts';
import { lowerHex } from './lowerHex.ts';

export interface RawLog {
  readonly topics: readonly Hex[];
  readonly data: Hex;
}

const EVENTS_ABI = [
  ...bankAbi.filter((item) => item.type === 'event'),
  ...stakeAbi.filter((item) => item.type === 'event'),
  ...devRandomnessAbi.filter((item) => item.type === 'event'),
  ...registryAbi.filter((item) => item.type === 'event'),
  ...committeesAbi.filter((item) => item.type === 'event'),
  ...tasksAbi.filter((item) => item.type === 'event' && item.name !== 'EIP712DomainChanged'),
  ...remediesAbi.filter((item) => item.type === 'event'),
];

type Decoded = DecodeEventLogReturnType<typeof EVENTS_ABI>;

export function decodeEvent(log: RawLog): ChainEvent | undefined {
  let decoded: Decoded;
  try {
    decoded = decodeEventLog({ abi: EVENTS_ABI, topics: [...log.topics] as [Hex, ...Hex[]], data: log.data });
  } catch {
    return undefined;
  }
  const inputs = EVENTS_ABI.find(({ name }) => name === decoded.eventName)?.inputs ?? [];
  if (!inRange(inputs, decoded.args)) return undefined;
  const event = eventOf(decoded);
  return event === undefined ? undefined : lowerHex(event);
}

function eventOf(decoded: Decoded): ChainEvent | undefined {
  switch (decoded.eventName) {
    case 'ContractDeployed': {
      const { terms, ...facts } = decoded.args;
      return { name: 'ContractDeployed', ...facts, contract: terms };
    }
    case 'TaskCreated': {
      const { order, ...facts } = decoded.args;
      const logged = decodeOrder(toBytes(order), facts.contractId);
      return logged.ok ? { name: 'TaskCreated', ...facts, ...logged.value } : undefined;
    }
    case 'InputsAppended': {
      const count = Number(decoded.args.count);
      return Number.isSafeInteger(count) ? { name: 'InputsAppended', ...decoded.args, count } : undefined;
    }
    case 'Settled': {
      const { outcomes, ...facts } = decoded.args;
      const { firstSeq, count, newRoot, resultsRoot } = facts.receipt;
      const logged = decodeOutcomes(toBytes(outcomes), count);
      return logged.ok
        ? { name: 'Settled', ...facts, ...logged.value, firstSeq, count, newRoot, resultsRoot }
        : undefined;
    }
    case 'Expired':
      return { name: 'Expired', ...decoded.args, liability: decoded.args.liable !== 0 };
    case 'Deposited':
    case 'Withdrawn':
      return { name: decoded.eventName, ...decoded.args };
    default:
      // The others carry the protocol's facts under the protocol's names: the types above hold them to it.
      return { name: decoded.eventName, ...decoded.args } as ChainEvent;
  }
}
