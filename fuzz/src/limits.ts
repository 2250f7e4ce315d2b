// What one input may cost, and how many are tried.

/** Longest input that is made, unless a decoder says otherwise. */
export const INPUT_BYTES_MAX: number = 32 * 1024;
/** Bytes that a decoder may allocate for one input: so much at once, and so many times the input's length. */
export const ALLOCATED_MAX: number = 2 * 1024 * 1024;
export const ALLOCATED_PER_BYTE = 512;
/** Processor time of one input; above it the decoder hangs as good as for ever. Each input has the least of three runs. */
export const CPU_MS_MAX = 1_500;
/** Wall time that makes an input worth measuring. */
export const SUSPECT_MS = 400;
/** Wall time after which a worker that is still at one input is ended. A machine with much else to do stays below. */
export const HANG_MS = 60_000;
/** Until a worker has loaded a decoder and made its samples. */
export const BEGIN_MS = 120_000;
/** Of the small inputs that are tried while a hanging one is shortened. */
export const HANG_AGAIN_MS = 3_000;
/** Heap of a worker. */
export const HEAP_MB = 512;
/** Inputs of one job: a worker answers after so many. */
export const JOB_INPUTS = 20_000;
/** Attempts to shorten a failing input. */
export const SHRINK_TRIES = 400;
export const SHRINK_HANGS = 25;
export const SHRINK_MS = 20_000;
/** Inputs of each decoder in the tests. */
export const TEST_INPUTS = 20_000;
/** And of the soak. */
export const SOAK_INPUTS = 1_000_000;
/** Where a run begins unless it is told. */
export const SEED = 'enigma';

if (SUSPECT_MS >= CPU_MS_MAX || CPU_MS_MAX >= HANG_MS) throw new Error('what is slow is measured before it is ended');
