// Bytes and text of anybody: hex, field elements, vectors, shares, seals, signatures.
import { accepted, REFUSED, type Chance, type Decoder, type Sample } from '@enigma/fuzz';
import {
  concat,
  decode,
  decodeVectors,
  fieldFromBytes,
  fieldToBytes,
  fromHex,
  generateSealingKey,
  generateSigningKey,
  inconsistentPlace,
  open,
  plainKernel,
  randomElement,
  recoverAddress,
  reconstructVectors,
  Refusal,
  seal,
  seededRandom,
  shareVectors,
  sign,
  signedBy,
  sliceOf,
  toHex,
  utf8,
  vectorFromBytes,
  vectorOf,
  vectorToBytes,
  type Random,
} from '../src/index.ts';
import { elementAt } from '../src/vector.ts';

const FOLDER = 'packages/crypto/src';
const randomOf = (chance: Chance): Random => seededRandom(String(chance.word()));
const many = (count: number, make: () => Uint8Array): readonly Sample[] =>
  Array.from({ length: count }, () => ({ bytes: make() }));

/** Points of a curve on BigInt leave some megabytes behind, whatever the input. */
const CURVE_BYTES = 1 << 26;

const hex: Decoder = {
  name: 'crypto/hex',
  form: 'text',
  covers: [`${FOLDER}/bytes.ts#fromHex`],
  samples: (chance) => many(20, () => utf8(toHex(chance.bytes(chance.below(70))))),
  decode(bytes) {
    const text = new TextDecoder().decode(bytes);
    const read = fromHex(text);
    if (read === undefined) return REFUSED;
    // Both cases of a digit are the same number; nothing else is.
    return accepted(toHex(read) === text.toLowerCase() ? undefined : utf8(toHex(read)));
  },
};

const element: Decoder = {
  name: 'crypto/element',
  form: 'bytes',
  covers: [`${FOLDER}/field.ts#fieldFromBytes`],
  samples: (chance) => many(20, () => fieldToBytes(randomElement(randomOf(chance)))),
  decode(bytes) {
    const value = fieldFromBytes(bytes);
    return value === undefined ? REFUSED : accepted(bytes.length === 16 ? fieldToBytes(value) : undefined);
  },
};

const vector: Decoder = {
  name: 'crypto/vector',
  form: 'bytes',
  covers: [`${FOLDER}/vector.ts#vectorFromBytes`],
  samples: (chance) =>
    many(20, () => {
      const random = randomOf(chance);
      return vectorToBytes(vectorOf(Array.from({ length: chance.below(9) }, () => randomElement(random))));
    }),
  decode(bytes) {
    const read = vectorFromBytes(bytes);
    return read instanceof Refusal ? REFUSED : accepted(vectorToBytes(read).slice());
  },
};

const SEATS = 7;
const DEGREE = 2;

/** Shares of seven seats, one vector behind the other. */
const shares: Decoder = {
  name: 'crypto/shares',
  form: 'bytes',
  covers: [`${FOLDER}/sharedVectors.ts#decodeVectors`, `${FOLDER}/shamir.ts#decode`],
  every: 40,
  bytesMax: SEATS * 16 * 40,
  samples: (chance) =>
    many(8, () => {
      const random = randomOf(chance);
      const secrets = vectorOf(Array.from({ length: 1 + chance.below(4) }, () => randomElement(random)));
      return concat(...shareVectors(secrets, SEATS, DEGREE, random, plainKernel).map((one) => vectorToBytes(one)));
    }),
  decode(bytes) {
    const all = vectorFromBytes(bytes);
    if (all instanceof Refusal) return REFUSED;
    const each = Math.floor(all.length / 2 / SEATS);
    const given = new Map(
      Array.from({ length: SEATS }, (_, seat) => [seat, sliceOf(all, seat * each, (seat + 1) * each)]),
    );
    const one = each > 0 ? new Map([...given].map(([seat, values]) => [seat, elementAt(values, 0)])) : undefined;
    const single = one && decode(one, DEGREE);
    inconsistentPlace(given, DEGREE, plainKernel);
    reconstructVectors(given, DEGREE, plainKernel);
    const decoded = decodeVectors(given, DEGREE, plainKernel);
    return decoded instanceof Refusal || single instanceof Refusal ? REFUSED : accepted();
  },
};

const sealedKey = generateSealingKey(seededRandom('fuzz'));
const context = utf8('context');

const sealed: Decoder = {
  name: 'crypto/seal',
  form: 'bytes',
  covers: [`${FOLDER}/sealing.ts#open`],
  every: 40,
  allocatesMax: CURVE_BYTES,
  samples: (chance) =>
    many(12, () => {
      const plain = chance.bytes(chance.below(80));
      return seal(sealedKey.publicKey, utf8('info'), context, plain, randomOf(chance)) as Uint8Array;
    }),
  decode: (bytes) => (open(sealedKey, utf8('info'), context, bytes) instanceof Refusal ? REFUSED : accepted()),
};

const digest = new Uint8Array(32).fill(7);
const signer = generateSigningKey(seededRandom('fuzz'));

/** One statement has one signature form: recovery and the check under a known key agree on each. */
const signature: Decoder = {
  name: 'crypto/signature',
  form: 'bytes',
  covers: [`${FOLDER}/signatures.ts#recoverAddress`, `${FOLDER}/signatures.ts#signedBy`],
  every: 40,
  allocatesMax: CURVE_BYTES,
  bytesMax: 80,
  samples: (chance) => [
    { bytes: sign(digest, signer.privateKey) },
    ...many(6, () => sign(chance.bytes(32), signer.privateKey)),
  ],
  decode(bytes) {
    const recovered = recoverAddress(digest, bytes);
    if ((recovered === signer.address) !== signedBy(digest, bytes, signer.address))
      throw new Error('recovery and check differ');
    return recovered === undefined ? REFUSED : accepted();
  },
};

export const decoders: readonly Decoder[] = [hex, element, vector, shares, sealed, signature];
