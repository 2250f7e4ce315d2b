// Tasks as the chain takes and logs them: canonical bytes without what can be computed. An order's log leaves contractId to
// the log's topic. A settlement passes neither contractId (the receipt's) nor a result's taskId and maskedHash (of the header,
// of the masked output); its log keeps the taskId, because headers are not in it. How many tasks there are, the receipt says.
import { concat, type Hex, toHex, u16be } from '@enigma/crypto';
import { hexBytes, keccakHex } from './abi.ts';
import { RESULT, type Result } from './chainRecords.ts';
import { decodeRecord, encodeRecord, recordBytes } from './codec.ts';
import { BATCH_MAX, MASKED_BYTES_MAX } from './limits.ts';
import { TASK, type Task } from './records.ts';
import { accept, type Outcome } from './refusal.ts';
import type { Struct } from './struct.ts';

type Header = Omit<Task, 'contractId'>;
type Outcomes = Omit<Result, 'maskedHash'> & { readonly masked: Hex };
type SettledTask = Header & Omit<Outcomes, 'taskId'>;

const HEADER: Struct<Header> = {
  name: 'Header',
  fields: TASK.fields.filter(([name]) => name !== 'contractId') as Struct<Header>['fields'],
};
const HEADER_BYTES = recordBytes(HEADER);
const OUTCOME_FIELDS = [
  ...RESULT.fields.filter(([name]) => name !== 'taskId' && name !== 'maskedHash'),
  ['masked', { bytesMax: MASKED_BYTES_MAX }],
] as const;
const SETTLED_TASKS = listOf<SettledTask>('SettledTask', [...HEADER.fields, ...OUTCOME_FIELDS]);
const OUTCOMES = listOf<Outcomes>('Outcome', [['taskId', 'bytes32'], ...OUTCOME_FIELDS]);

/** A list's u16 count: settlement and log leave it to the receipt. */
const COUNT_BYTES = 2;

/** What the log of a creation says: the header, and the body if it was given. Takes an RPC's bytes. */
export function decodeOrder(
  bytes: Uint8Array,
  contractId: Hex,
): Outcome<{ readonly header: Task; readonly body: Hex }> {
  const decoded = decodeRecord(HEADER, bytes.subarray(0, HEADER_BYTES));
  if (!decoded.ok) return decoded;
  return accept({ header: { contractId, ...decoded.value }, body: toHex(bytes.subarray(HEADER_BYTES)) });
}

/** What `settle` takes: as many headers, results and masked outputs. */
export function encodeSettledTasks(
  headers: readonly Task[],
  results: readonly Result[],
  masked: readonly Hex[],
): Uint8Array {
  if (results.length !== headers.length || masked.length !== headers.length) {
    throw new RangeError('a settlement needs one result and one masked output for each header');
  }
  const items = headers.map((header, i) => ({ ...header, ...(results[i] as Result), masked: masked[i] as Hex }));
  return encodeRecord(SETTLED_TASKS, { items }).subarray(COUNT_BYTES);
}

/** What the log of a settlement says of `count` tasks. Takes an RPC's bytes. */
export function decodeOutcomes(
  bytes: Uint8Array,
  count: number,
): Outcome<{ readonly results: readonly Result[]; readonly masked: readonly Hex[] }> {
  const decoded = decodeRecord(OUTCOMES, concat(u16be(count), bytes));
  if (!decoded.ok) return decoded;
  const { items } = decoded.value;
  return accept({
    results: items.map(({ masked, ...result }) => ({ ...result, maskedHash: keccakHex(hexBytes(masked)) })),
    masked: items.map(({ masked }) => masked),
  });
}

function listOf<T>(name: string, fields: readonly unknown[]): Struct<{ readonly items: readonly T[] }> {
  const item = { name, fields } as Struct<T>;
  return { name: `${name}s`, fields: [['items', { array: item, max: BATCH_MAX }]] } as unknown as Struct<{
    readonly items: readonly T[];
  }>;
}
