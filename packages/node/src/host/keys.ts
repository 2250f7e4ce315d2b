// The keys of a node, one file each, readable by its owner alone. Owner key (stake) is not among them: it never stands on the machine that serves.
// Signer, sealing key and TLS identity rotate together: the first set lies in the folder, each later one in a folder of its own, named by its signer; the file `present` has the sets in the order in which they
// were the present one. Which that is the chain decides; the file only remembers it for the next start.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  fromHex,
  generateSealingKey,
  generateSigningKey,
  sealingKeyOf,
  signingKeyOf,
  toHex,
  type Hex,
  type Random,
  type SealingKey,
  type SigningKey,
} from '@enigma/crypto';
import { createTlsIdentity, type TlsIdentity } from './certificate.ts';
import { makeFolder, sync } from './durable.ts';

export interface NodeKeyring {
  /** Signs records and answers; registered on chain. */
  readonly signer: SigningKey;
  /** Opens what is sealed to this node. */
  readonly sealing: SealingKey;
  /** Pays gas; holds no stake. */
  readonly operator: SigningKey;
  /** Root of salts and other values that only this node must be able to derive. 32 bytes. */
  readonly secret: Uint8Array;
  readonly tls: TlsIdentity;
}

export class KeyError extends Error {
  readonly code = 'KEY_UNREADABLE';
}

/** Makes what is missing and reads the rest. The keys that rotate are those of the present set. */
export async function openKeyring(folder: string, random: Random): Promise<NodeKeyring> {
  makeFolder(folder);
  const present = setFolder(folder, presentSet(folder));
  return {
    ...(await openSet(present, random)),
    operator: signing(join(folder, 'operator.key'), random),
    secret: secret(join(folder, 'node.key'), () => random(32)),
  };
}

/** The keys that rotate together. */
export type KeySet = Pick<NodeKeyring, 'signer' | 'sealing' | 'tls'>;

export interface ListedSet {
  /** Of the keys' folder; empty for the first set, which lies in it. */
  readonly name: string;
  readonly keys: KeySet;
  readonly use: 'present' | 'earlier' | 'next';
}

/** Sets are never changed or removed: a committee's records are signed with the key of its draw for its whole tenure. */
export async function keySets(folder: string, random: Random): Promise<readonly ListedSet[]> {
  const lines = setLines(folder);
  const names = [
    '',
    ...readdirSync(folder)
      .filter((name) => setName.test(name))
      .toSorted(),
  ];
  return Promise.all(
    names.map(async (name): Promise<ListedSet> => {
      const use = name === lines.at(-1) ? 'present' : lines.includes(name) ? 'earlier' : 'next';
      return { name, use, keys: await openSet(setFolder(folder, name), random) };
    }),
  );
}

/** All signing keys of the folder. */
export function signerKeys(folder: string): readonly SigningKey[] {
  const names = ['', ...readdirSync(folder).filter((name) => setName.test(name))];
  const none: Random = () => {
    throw new KeyError(`${folder}: a set of keys has no signer.key: restore it from a backup.`);
  };
  return names.map((name) => signing(join(setFolder(folder, name), 'signer.key'), none));
}

/** A set beside the present one, durable before its rotation is sent anywhere; the one that is there already, where there is one. */
export async function prepareKeys(folder: string, random: Random): Promise<KeySet> {
  const ready = (await keySets(folder, random)).find(({ use }) => use === 'next');
  if (ready !== undefined) return ready.keys;
  const made = mkdtempSync(join(folder, 'making-'));
  const keys = await openSet(made, random);
  renameSync(made, join(folder, keys.signer.address));
  sync(folder);
  return keys;
}

/** Makes the set of this signer the present one; what it was before stays known. Durable when it returns. */
export function usePreparedKeys(folder: string, signer: Hex): TlsIdentity {
  const first = signing(join(folder, 'signer.key'), () => new Uint8Array());
  const name = signer === first.address ? '' : signer;
  const tls = readTls(join(setFolder(folder, name), 'tls.json'));
  const lines = setLines(folder);
  if (lines.at(-1) === name) return tls;
  const next = join(folder, `${presentFile}.next`);
  writeFileSync(next, [...lines, name].map((line) => `${line}\n`).join(''), { mode: 0o600 });
  sync(next);
  renameSync(next, join(folder, presentFile));
  sync(folder);
  return tls;
}

const presentFile = 'present';
const setName = /^0x[0-9a-f]{40}$/;

/** Names of the sets that have been the present one, in order; the first is the one in the folder itself. */
function setLines(folder: string): readonly string[] {
  const file = join(folder, presentFile);
  if (!existsSync(file)) return [''];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  if (lines[0] !== '' || !lines.slice(1).every((line) => line === '' || setName.test(line)))
    throw new KeyError(`${file} does not say which keys are the present ones: restore it from a backup.`);
  return lines;
}

function presentSet(folder: string): string {
  return setLines(folder).at(-1) ?? '';
}

function setFolder(folder: string, name: string): string {
  return name === '' ? folder : join(folder, name);
}

async function openSet(folder: string, random: Random): Promise<KeySet> {
  const tlsFile = join(folder, 'tls.json');
  if (!existsSync(tlsFile)) writeSecret(tlsFile, JSON.stringify(await createTlsIdentity(), null, 2));
  return {
    signer: signing(join(folder, 'signer.key'), random),
    sealing: sealingKeyOf(secret(join(folder, 'sealing.key'), () => generateSealingKey(random).privateKey)),
    tls: readTls(tlsFile),
  };
}

function readTls(file: string): TlsIdentity {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<TlsIdentity>;
    if ([read.key, read.certificate, read.spkiHash].every((one) => typeof one === 'string')) return read as TlsIdentity;
  } catch {
    // Falls through: unreadable and incomplete are the same to whoever has to mend it.
  }
  throw new KeyError(
    `${file} is not a TLS identity: restore it from a backup. A new one is another node: the one on chain is known by it.`,
  );
}

/** Not every 32 bytes are one: zero, for instance, which a disk leaves where a file was lost. */
function signing(file: string, random: Random): SigningKey {
  const bytes = secret(file, () => generateSigningKey(random).privateKey);
  try {
    return signingKeyOf(bytes);
  } catch {
    throw new KeyError(`${file} does not hold a private key of secp256k1: restore it from a backup.`);
  }
}

function secret(file: string, make: () => Uint8Array): Uint8Array {
  if (!existsSync(file)) writeSecret(file, `${toHex(make())}\n`);
  const bytes = fromHex(readFileSync(file, 'utf8').trim());
  if (bytes?.length !== 32)
    throw new KeyError(`${file} does not hold a key of 32 bytes in hex: restore it from a backup.`);
  return bytes;
}

/** Durable when it returns: what the chain is told of a key must not outlive the key. */
function writeSecret(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  sync(file);
  sync(dirname(file));
}
