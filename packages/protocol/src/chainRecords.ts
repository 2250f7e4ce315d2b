// The records that the chain stores or emits but nobody signs: contracts, schedules, results, nodes.
import type { Hex } from '@enigma/crypto';
import { SCHEDULES_MAX } from './limits.ts';
import type { Struct } from './struct.ts';

/** A function that the chain itself makes due at a block height; fixed at deployment. */
export interface Schedule {
  readonly fn: Hex;
  readonly height: bigint;
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
  readonly windowSeconds: number;
}
export const SCHEDULE: Struct<Schedule> = {
  name: 'Schedule',
  fields: [
    ['fn', 'bytes4'],
    ['height', 'uint64'],
    ['gasLimit', 'uint64'],
    ['gasPrice', 'uint96'],
    ['tip', 'uint96'],
    ['windowSeconds', 'uint32'],
  ],
};

/** What a deployer gives. The chain adds deployer, registration epoch and `rentPaidUntil`. `price` = the floor of gasPrice. */
export interface Contract {
  readonly codeHash: Hex;
  readonly policyHash: Hex;
  readonly sourceHash: Hex;
  readonly initHash: Hex;
  readonly owner: Hex;
  readonly mode: number;
  readonly n: number;
  readonly T: number;
  readonly flags: number;
  readonly tenure: number;
  readonly openMode: number;
  readonly price: bigint;
  readonly priceClass: number;
  readonly cell: number;
  readonly admission: Hex;
  readonly appendFee: bigint;
  readonly schedules: readonly Schedule[];
}
export const CONTRACT: Struct<Contract> = {
  name: 'Contract',
  fields: [
    ['codeHash', 'bytes32'],
    ['policyHash', 'bytes32'],
    ['sourceHash', 'bytes32'],
    ['initHash', 'bytes32'],
    ['owner', 'address'],
    ['mode', 'uint8'],
    ['n', 'uint8'],
    ['T', 'uint8'],
    ['flags', 'uint16'],
    ['tenure', 'uint16'],
    ['openMode', 'uint8'],
    ['price', 'uint96'],
    ['priceClass', 'uint16'],
    ['cell', 'uint32'],
    ['admission', 'address'],
    ['appendFee', 'uint96'],
    ['schedules', { array: SCHEDULE, max: SCHEDULES_MAX }],
  ],
};

export interface Result {
  readonly taskId: Hex;
  readonly status: number;
  readonly code: number;
  readonly gasUsed: bigint;
  readonly publicHash: Hex;
  readonly maskedHash: Hex;
  readonly effectsHash: Hex;
}
export const RESULT: Struct<Result> = {
  name: 'Result',
  fields: [
    ['taskId', 'bytes32'],
    ['status', 'uint8'],
    ['code', 'uint16'],
    ['gasUsed', 'uint64'],
    ['publicHash', 'bytes32'],
    ['maskedHash', 'bytes32'],
    ['effectsHash', 'bytes32'],
  ],
};

/** What a node registers; the possession proof of `signer` is given beside it. */
export interface NodeKeys {
  readonly signer: Hex;
  readonly sealingKey: Hex;
  readonly tlsSpkiHash: Hex;
  readonly payout: Hex;
  readonly operator: Hex;
  readonly peerUrl: string;
  readonly apiUrl: string;
}
