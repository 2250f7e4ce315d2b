// Every limit of the room, with the relations between them.

/** Seats of a committee at most; a set of seats is a bitmask in 32 bits, and bit 31 stays clear so that it is a positive number. */
export const SEATS_MAX = 31;

/** Sets A of a committee at most: PRSS needs a key for each, so larger (n, T) must use another source of randomness. */
export const THRESHOLD_SETS_MAX: number = 4096;

/** Elements the kernel takes at once; longer vectors are cut. 4 operands of 2^12 × 16 bytes stay inside an L2 cache. */
export const KERNEL_CHUNK_ELEMENTS: number = 1 << 12;

/** Vectors in one linear combination. The kernel adds products without reducing, so the number is bounded (kernels/field.ts). */
export const COMBINE_VECTORS_MAX: number = 1 << 10;

/** Signers whose keys are remembered: the seats of some committees. Their tables take 0.1 MB each. */
export const KNOWN_SIGNERS_MAX = 64;
/** A table takes as long as ten signatures. */
export const TABLE_AFTER_SIGNATURES = 16;

/** Lagrange and PRSS coefficients remembered, of each kind: committees are few, and an entry is small. */
export const MEMO_ENTRIES_MAX = 8192;

/** Bytes of one prf answer: AES-CTR under one key and IV stays far below the birthday bound of 2^64 blocks. */
export const PRF_BYTES_MAX: number = 1 << 30;

/** Bytes of one HKDF-SHA256 answer (RFC 5869 §2.3: 255 blocks). */
export const HKDF_BYTES_MAX: number = 255 * 32;

/** Bytes of one sealed plaintext: keys, masks and openings, never bulk data. */
export const SEAL_BYTES_MAX: number = 1 << 24;

if (KERNEL_CHUNK_ELEMENTS > 1 << 14 || COMBINE_VECTORS_MAX > 1 << 14)
  throw new Error('the kernel adds 2^14 unreduced products at most');
