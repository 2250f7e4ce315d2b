// Every limit of the room, with the relations between them asserted when it is loaded.

// ---- records
/** Ranges that one SessionOpen may burn: one per kind is usual, a task batch may touch several. */
export const RANGES_MAX = 64;
export const SCHEDULES_MAX = 4;

// ---- committees
export const SEATS_MAX = 31;
export const STANDBYS_MAX = 4;
export const TREE_LEVELS = 5;
export const TREE_LEAVES = 32768;
/** Largest sum under one branch of the stake tree: 28 bits. */
export const UNITS_SUM_MAX: number = 2 ** 28 - 1;

// ---- tasks
/** Tasks of one receipt, headers of one `expire`, bodies of one `append`. */
export const BATCH_MAX = 64;
export const ATTEMPTS_MAX = 5;
/** The seq of a contract's first read; those of its other tasks stay below. */
export const READ_SEQ: bigint = 1n << 39n;
/** Gas that a task pays for being handled at all. */
export const BASE_GAS = 1000n;
export const BODY_BYTES_MAX = 8192;
/** EVM gas that a callback may ask for. */
export const CALLBACK_GAS_MAX = 1_000_000;
/** The floor of a gasPrice shares a word with the head. */
export const PRICE_MAX: bigint = 2n ** 72n - 1n;
export const MASKED_BYTES_MAX = 8192;
export const OUTPUT_BYTES_MAX = 8192;
export const CODE_BYTES_MAX = 24576;
export const INIT_BYTES_MAX = 4096;
export const URL_BYTES_MAX = 256;

// ---- evidence
/** Characters of one file: what nodes keep, and what anybody reads. */
export const EVIDENCE_CHARACTERS_MAX: number = 64 * 1024;
/** Files that one node keeps. */
export const EVIDENCE_KEPT_MAX = 32;

// ---- inbox
export const SENDER_BYTES = 20;
export const NONCE_BYTES = 8;
export const PERIOD_BYTES = 4;
export const SIGNATURE_BYTES = 64;
/** sender, nonce, period and signature are in every entry. */
export const ENTRY_BYTES_MIN: number = SENDER_BYTES + NONCE_BYTES + PERIOD_BYTES + SIGNATURE_BYTES;
/** Widest value that one δ can mask: limbs of wider types are values of their own. */
export const WIDTH_MAX = 64;
export const VALUES_MAX = 256;

// ---- masked outputs
/** T-sets of one committee whose output can be masked on chain: C(31, 1) … C(9, 4) = 126, C(10, 4) = 210. */
export const SETS_MAX = 256;
export const ELEMENTS_MAX = 384;

// ---- state roots
/** Elements in one chunk of a seat's secret state. */
export const CHUNK_ELEMENTS = 256;
export const PROOF_NODES_MAX = 64;

// ---- gas. Worst cases of the loops, by formula; EIP-7825 caps one transaction.
export const TRANSACTION_GAS_MAX = 16_777_216;
const GAS_PER_SIGNATURE = 13_000;
const GAS_PER_SETTLED_TASK = 40_000;
const GAS_PER_CALLDATA_BYTE = 40;
const GAS_PER_APPENDED_BYTE = 60;

function relation(holds: boolean, text: string): void {
  if (!holds) throw new Error(`limits: ${text}`);
}

relation(8 ** TREE_LEVELS === TREE_LEAVES, 'the tree has a leaf for each path');
relation(TREE_LEAVES <= 0xffffffff, 'a node index fits 32 bits');
relation(SEATS_MAX + STANDBYS_MAX <= 5 * 8, 'seats and standbys fit five words');
relation(SEATS_MAX <= 32, 'a bitmap of seats fits 32 bits');
relation(
  ENTRY_BYTES_MIN + VALUES_MAX * 8 + SIGNATURE_BYTES <= BODY_BYTES_MAX,
  'the widest entry with voucher fits a body',
);
relation(CODE_BYTES_MAX * GAS_PER_CALLDATA_BYTE + 21_000 < TRANSACTION_GAS_MAX, 'the longest code can be deployed');
relation(
  SEATS_MAX * GAS_PER_SIGNATURE + BATCH_MAX * GAS_PER_SETTLED_TASK + 21_000 < TRANSACTION_GAS_MAX,
  'the largest receipt can be settled by the largest committee',
);
relation(
  BATCH_MAX * 4096 * GAS_PER_APPENDED_BYTE < TRANSACTION_GAS_MAX,
  'a full batch of half-size bodies can be appended',
);
relation((8 * (SEATS_MAX + STANDBYS_MAX) + 64) * 35_000 < TRANSACTION_GAS_MAX, 'the longest draw ends');
relation(1 + SENDER_BYTES + 4 + ELEMENTS_MAX * 16 + 62 * 32 <= MASKED_BYTES_MAX, 'a masked block is bounded');
