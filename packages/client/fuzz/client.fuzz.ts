// Answers of a node as the client reads them, and its journal. Signatures and roots are not asked for here (defences.ts): what nobody signed goes no further, and what is fuzzed is what comes then.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldBytes, initialState, loadModule, type Verified } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import {
  concat,
  fieldToBytes,
  generateSealingKey,
  generateSigningKey,
  seal,
  seededRandom,
  thresholdSets,
  toHex,
  utf8,
  type Hex,
} from '@enigma/crypto';
import { accepted, REFUSED, type Chance, type Decoder, type Sample, type Verdict } from '@enigma/fuzz';
import {
  encodeCursor,
  MASK_KIND,
  START_CURSOR,
  ZERO_ADDRESS,
  type ChainPort,
  type MaskedBlock,
  type Receipt,
} from '@enigma/protocol';
import { askSeat, postSeat } from '../src/asking.ts';
import { ALL_CHECKS, withChecks, type ClientChecks } from '../src/defences.ts';
import { isClientError, LyingNode } from '../src/errors.ts';
import { openFileJournal } from '../src/journalFile.ts';
import { requestMasks } from '../src/masks.ts';
import { readOpen } from '../src/pieces.ts';
import type { Ports } from '../src/ports.ts';
import { proveReceipt } from '../src/receipt.ts';
import type { CommitteeFacts, Deployed, Seat } from '../src/reading.ts';
import { readReports } from '../src/reports.ts';
import { checkState } from '../src/state.ts';
import type { SettledTask } from '../src/tasks.ts';

const FOLDER = 'packages/client/src';
const ID: Hex = `0x${'ab'.repeat(32)}`;
const ADDRESS: Hex = `0x${'11'.repeat(20)}`;
const SIGNATURE: Hex = `0x${'22'.repeat(64)}`;
const CHECKS: ClientChecks = {
  ...ALL_CHECKS,
  'answer.signature': false,
  'mask.signature': false,
  'state.root': false,
  'open.publicBytes': false,
  'open.events': false,
  'receipt.signatures': false,
};
const json = (...values: readonly unknown[]): readonly Sample[] =>
  values.map((one) => ({ bytes: utf8(JSON.stringify(one)) }));

const seats: readonly Seat[] = [0, 1, 2, 3].map((seat) => ({
  seat,
  node: seat,
  signer: ADDRESS,
  nodeSigner: ADDRESS,
  apiUrl: 'http://node',
}));
const committee: CommitteeFacts = {
  committeeId: ID,
  generation: 0,
  n: 4,
  T: 1,
  qHi: 3,
  qLo: 2,
  seats,
  sets: thresholdSets(4, 1),
};

/** Ports whose every request is answered with these bytes, and whose time passes by itself. */
function portsOf(bytes: Uint8Array, status = 200): Ports {
  let nowMs = 0;
  const text = new TextDecoder().decode(bytes);
  const ports: Ports = {
    chain: { chainId: 31337n, tasks: ADDRESS } as ChainPort,
    transport: () => Promise.resolve({ status, headers: {}, text }),
    random: seededRandom('ports'),
    nowMs: () => (nowMs += 20_000),
    sleep: () => Promise.resolve(),
  };
  return withChecks(ports, CHECKS);
}

/** Errors of the client have a code and say what to do; any other is none of an answer's doing. */
async function told(read: () => unknown): Promise<Verdict> {
  try {
    return (await read()) === undefined ? REFUSED : accepted();
  } catch (error) {
    if (isClientError(error) || error instanceof LyingNode) return REFUSED;
    throw error;
  }
}

const answer: Decoder = {
  name: 'client/answer',
  form: 'json',
  covers: [`${FOLDER}/asking.ts#read`],
  every: 10,
  samples: () => json({ live: true, degraded: false }, { code: 'NOT_YET', message: 'later', retryAfterMs: 1000 }),
  async decode(bytes) {
    const domain = { chainId: 1n, verifyingContract: ADDRESS };
    const refused = await postSeat(portsOf(bytes, 503), seats[0] as Seat, '/mask', {});
    if (refused.kind === 'refused' && typeof refused.code !== 'string') throw new TypeError('a refusal without a code');
    const got = await askSeat(portsOf(bytes), domain, seats[0] as Seat, '/health');
    return got.kind === 'body' ? accepted() : REFUSED;
  },
};

const INFO = {
  index: 0,
  signer: ADDRESS,
  chainId: 31337,
  tasksAddress: ADDRESS,
  committees: [{ committeeId: ID, contractId: ID, seat: 0, serving: true, state: 'Serving' }],
  bytesIn: 5,
  bytesOut: 6,
};
const TASK_SAID = { stage: 'Running', attempt: 0, openings: 1, rounds: 2, maskedEntries: 3, receiptDigest: ID };

const reports: Decoder = {
  name: 'client/reports',
  form: 'json',
  covers: [`${FOLDER}/reports.ts#readReports`],
  every: 20,
  samples: () => json(INFO, TASK_SAID, { ...TASK_SAID, receiptDigest: null }),
  async decode(bytes) {
    const [report] = await readReports(portsOf(bytes), { ...committee, seats: seats.slice(0, 1) }, ID);
    // As rooms that show it do.
    const shown = report?.info?.committees.map(({ contractId, state }) => contractId.length + state.length) ?? [];
    const counts = report?.task === undefined ? [] : [report.task.attempt, report.task.stage.length];
    if (![...shown, ...counts].every(Number.isSafeInteger)) throw new TypeError('a report that cannot be shown');
    return report?.info === undefined && report?.task === undefined ? REFUSED : accepted();
  },
};

let voting: Verified | undefined;

function verified(): Verified {
  if (voting !== undefined) return voting;
  const compiled = compile(readFileSync(new URL('../../../samples/voting/contract.ts', import.meta.url), 'utf8'));
  const loaded = compiled.ok ? loadModule(compiled.bytes) : undefined;
  if (loaded?.ok !== true) throw new Error('the sample does not compile');
  return (voting = loaded.value);
}

const state: Decoder = {
  name: 'client/state',
  form: 'json',
  covers: [`${FOLDER}/state.ts#checkState`, `${FOLDER}/values.ts#fromValue`],
  every: 4,
  samples: () => {
    const fields = [...fieldBytes(verified().module, initialState(verified())), encodeCursor(START_CURSOR)].map(toHex);
    return json({ version: '1', fields, publicRoot: ID, secretRoot: ID, ledgerRoot: ID });
  },
  decode(bytes) {
    const deployed = { verified: verified() } as Deployed;
    const body = parsed(bytes);
    return checkState(deployed, ID, body, CHECKS).ok ? accepted() : REFUSED;
  },
};

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const block: MaskedBlock = {
  to: 0,
  recipient: ZERO_ADDRESS,
  values: [1n, 2n],
  commitments: committee.sets.map(() => new Uint8Array(32)),
};
const settled = {
  receiptDigest: ID,
  index: 0,
  result: { publicHash: ID, effectsHash: ID },
  header: { sender: ADDRESS },
} as unknown as SettledTask;
const replyKey = generateSealingKey(seededRandom('reply'));

const open: Decoder = {
  name: 'client/open',
  form: 'json',
  covers: [`${FOLDER}/pieces.ts#readOpen`],
  every: 20,
  allocatesMax: 1 << 26,
  samples: () => {
    const values = toHex(concat(fieldToBytes(3n), fieldToBytes(4n)));
    const sealed = seal(
      replyKey.publicKey,
      utf8('enigma.output'),
      new Uint8Array(4),
      new Uint8Array(68),
      seededRandom('sealed'),
    );
    return json({
      seat: 0,
      publicBytes: '0x0102',
      events: '0x',
      pieces: [2, 4, 8].map((set) => ({ block: 0, set, salt: ID, values })),
      sealed: [{ block: 1, sealed: toHex(sealed as Uint8Array) }],
    });
  },
  decode(bytes) {
    const wanted = [
      { at: 0, block },
      { at: 1, block, key: replyKey },
    ];
    return readOpen(settled, seats[0] as Seat, wanted, parsed(bytes), CHECKS) === undefined ? REFUSED : accepted();
  },
};

const sender = generateSigningKey(seededRandom('sender'));

/** One answer for every seat: of those that are another seat's, none counts. */
const masks: Decoder = {
  name: 'client/masks',
  form: 'json',
  covers: [`${FOLDER}/masks.ts#requestMasks`],
  every: 200,
  allocatesMax: 1 << 28,
  samples: () => json({ seat: 0, sealed: `0x${'33'.repeat(90)}`, signature: SIGNATURE }),
  decode: (bytes) =>
    told(() =>
      requestMasks(
        portsOf(bytes),
        {
          domain: { chainId: 1n, verifyingContract: ADDRESS },
          committee,
          contractId: ID,
          kind: MASK_KIND.CALL,
          nonce: 1n,
          widths: [8],
        },
        sender,
      ),
    ),
  takesNone: true,
};

const RECEIPT = {
  contractId: ID,
  committeeId: ID,
  generation: 0,
  kind: 1,
  firstSeq: 0n,
  count: 1,
  attempt: 0,
  anchor: ID,
  prevRoot: ID,
  newRoot: ID,
  resultsRoot: ID,
  abortsHash: ID,
} as unknown as Receipt;

const receipts: Decoder = {
  name: 'client/receipt',
  form: 'json',
  covers: [`${FOLDER}/receipt.ts#takeSignatures`],
  every: 40,
  allocatesMax: 1 << 24,
  samples: () => json({ signatures: [0, 1, 2].map((seat) => ({ seat, signature: SIGNATURE })) }),
  decode: (bytes) => told(() => proveReceipt(portsOf(bytes), committee, RECEIPT, 7)),
};

let folder: string | undefined;

function journalPath(): string {
  if (folder === undefined) {
    const made = (folder = mkdtempSync(join(tmpdir(), 'enigma-fuzz-')));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  return join(folder, 'journal');
}

function lines(chance: Chance): string {
  const hex = (): Hex => toHex(chance.bytes(32));
  return Array.from(
    { length: chance.below(4) },
    () => `${JSON.stringify({ maskId: hex(), valuesHash: hex() })}\n`,
  ).join('');
}

const journal: Decoder = {
  name: 'client/journal',
  form: 'text',
  covers: [`${FOLDER}/journalFile.ts#readLine`],
  every: 100,
  samples: (chance) => Array.from({ length: 6 }, () => ({ bytes: utf8(lines(chance)) })),
  decode(bytes) {
    writeFileSync(journalPath(), bytes);
    return told(async () => {
      const opened = await openFileJournal(journalPath());
      await opened.close();
      return opened;
    });
  },
};

export const decoders: readonly Decoder[] = [answer, reports, state, open, masks, receipts, journal];
