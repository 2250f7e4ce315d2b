// The keys of a node, one file each, readable by its owner alone. Owner key (stake) is not among them: it never stands on the machine that serves.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  fromHex,
  generateSealingKey,
  generateSigningKey,
  sealingKeyOf,
  signingKeyOf,
  toHex,
  type Random,
  type SealingKey,
  type SigningKey,
} from '@enigma/crypto';
import { createTlsIdentity, type TlsIdentity } from './certificate.ts';

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

/** Makes what is missing and reads the rest. */
export async function openKeyring(folder: string, random: Random): Promise<NodeKeyring> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const tlsFile = join(folder, 'tls.json');
  if (!existsSync(tlsFile)) writeSecret(tlsFile, JSON.stringify(await createTlsIdentity(), null, 2));
  return {
    signer: signing(join(folder, 'signer.key'), random),
    sealing: sealingKeyOf(secret(join(folder, 'sealing.key'), () => generateSealingKey(random).privateKey)),
    operator: signing(join(folder, 'operator.key'), random),
    secret: secret(join(folder, 'node.key'), () => random(32)),
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

function writeSecret(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
}
