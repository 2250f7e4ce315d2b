// Every bound of the format and of the passes over it, in one place. Bounds on bytes and counts are what a decoder accepts from anyone.

/** Version of the format and of the meaning of opcodes that this room runs. */
export const FORMAT_VERSION = 1;
/** Version of the price table in `price.ts`: 2 prices wide products and addresses. */
export const GAS_VERSION = 3;
export const POLICY_VERSION = 1;

export const MODULE_BYTES_MAX: number = 128 * 1024;
export const FUNCTIONS_MAX = 128;
export const INSTRUCTIONS_MAX = 32_768;
/** Regions inside regions, the function's own not counted. */
export const NESTING_MAX = 8;
/** Built-in scalars and table entries together fit one byte. */
export const TABLE_TYPES_MAX: number = 255 - 32;
export const TYPE_DEPTH_MAX = 8;
/** Scalars in one value, vectors counted as one element. */
export const TYPE_LEAVES_MAX = 256;
export const MEMBERS_MAX = 64;
/** Members of a record that is the key of a map: one look at a map takes a step, whatever its key is. */
export const KEY_MEMBERS_MAX = 8;
/** Bytes of a key, or of one part of it, that is an array of bytes: a hash. */
export const KEY_BYTES_MAX = 32;
export const CONSTS_MAX = 4096;
export const FIELDS_MAX = 256;
export const RELEASES_MAX = 64;
export const ERRORS_MAX = 1024;
export const FACTS_MAX = 8;
export const PARAMS_MAX = 64;
export const RESULTS_MAX = 64;
export const OPERANDS_MAX = 1024;
export const SCHEDULES_MAX = 4;
export const SOURCES_MAX = 256;
export const NAME_BYTES_MAX = 64;
export const TEXT_BYTES_MAX = 256;

/** A call's body: beyond it nodes take none, on chain or off. */
export const CALL_BODY_BYTES_MAX: number = 64 * 1024;
/** A fact of an event in a task's effects. */
export const EMIT_FACT_BYTES = 32;
/** Events of one task. */
export const EVENTS_MAX = 256;

/** Elements of one vector, and so the most that a trip count may be worth pricing. */
export const VECTOR_LENGTH_MAX: number = 1 << 20;
/** Rounds of a loop that a condition ends: what it may take is paid for beforehand. */
export const WHILE_ROUNDS_MAX: number = 1 << 16;
/** Values that the results of one task leave masked: the blocks of a receipt have room for so many. */
export const MASKED_RESULTS_MAX = 512;
/** Scalars alive at once in one task, secret and public. */
export const LIVE_ELEMENTS_MAX: number = 1 << 24;
/** Inputs that are tried to count what a run can tell. */
export const LEAKAGE_CASES_MAX: number = 1 << 20;
/** Steps of the interpreter for one task (an instruction, or one element of a vector it makes). */
export const STEPS_MAX = 50_000_000;
/** Steps of the verifier and of each analysis, counted per operand, instruction and type leaf. */
export const VERIFY_STEPS_MAX = 8_000_000;
/** Of following who is treated otherwise: reports and explorers do it for anybody's contract. */
export const NEUTRALITY_STEPS_MAX = 2_000_000;

if (FUNCTIONS_MAX * 4 > MODULE_BYTES_MAX) throw new Error('a module of many functions must fit its bytes');
if (TYPE_LEAVES_MAX < MEMBERS_MAX) throw new Error('a flat record must fit the leaf bound');
