// A settlement's tasks in bytes, as they are passed and as they are logged.
import { concat, type Random, toHex } from '@enigma/crypto';
import {
  digest,
  domainSeparator,
  type Domain,
  encodeSettledTasks,
  type Hex,
  hexBytes,
  keccakHex,
  recordBytes,
  type Result,
  TASK,
  type Task,
} from '../../src/index.ts';

export function settlementOf(domain: Domain, random: Random, count: number): unknown {
  const h = (bytes = 32): Hex => toHex(random(bytes));
  const contractId = h();
  const headers = Array.from({ length: count }, (_, i): Task => ({
    contractId,
    fn: h(4),
    bodyHash: h(),
    sender: h(20),
    payer: h(20),
    nonce: BigInt(h(8)),
    value: BigInt(h(16)),
    grantsHash: h(),
    gasLimit: BigInt(h(8)),
    gasPrice: BigInt(h(12)),
    tip: BigInt(h(12)),
    deadline: Number(h(5)),
    callback: h(20),
    callbackGas: 1000 + i,
  }));
  const masked = headers.map((_, i) => h(40 * i));
  const results = headers.map((header, i): Result => ({
    taskId: digest(domain, TASK, header),
    status: 1 + i,
    code: 300 + i,
    gasUsed: BigInt(h(8)),
    publicHash: h(),
    maskedHash: keccakHex(hexBytes(masked[i] as Hex)),
    effectsHash: h(),
  }));
  const headerBytes = recordBytes(TASK) - 32;
  const logged = headers.flatMap((header, i) => [
    hexBytes((results[i] as Result).taskId),
    encodeSettledTasks([header], [results[i] as Result], [masked[i] as Hex]).subarray(headerBytes),
  ]);
  return {
    domainSeparator: domainSeparator(domain),
    contractId,
    headers,
    results,
    masked,
    tasks: toHex(encodeSettledTasks(headers, results, masked)),
    outcomes: toHex(concat(...logged)),
  };
}
