// node:crypto where there is one; the same source runs in a browser, where noble does the work. The few functions that are used are
// declared here, so that a build without Node's types reads this room too.

interface Running {
  update(bytes: Uint8Array): Running;
  digest(): Uint8Array;
  copy(): Running;
}

declare const keyObject: unique symbol;
type KeyObject = { readonly [keyObject]: true };
type DerKey<Type> = { readonly key: Uint8Array; readonly format: 'der'; readonly type: Type };

interface NodeCrypto {
  getHashes(): readonly string[];
  hash(algorithm: 'sha256' | 'keccak-256', bytes: Uint8Array, encoding: 'buffer'): Uint8Array;
  createHash(algorithm: 'sha256'): Running;
  createHmac(algorithm: 'sha256', key: Uint8Array): Pick<Running, 'update' | 'digest'>;
  createCipheriv(
    algorithm: 'aes-128-ctr',
    key: Uint8Array,
    counter: Uint8Array,
  ): { update(bytes: Uint8Array): Uint8Array<ArrayBuffer> };
  createPrivateKey(key: DerKey<'pkcs8'>): KeyObject;
  createPublicKey(key: DerKey<'spki'>): KeyObject;
  diffieHellman(keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }): Uint8Array;
}

interface Host {
  readonly process?: { readonly getBuiltinModule?: (name: string) => unknown };
}

/** node:crypto, or undefined outside Node. */
export const nodeCrypto: NodeCrypto | undefined = (globalThis as Host).process?.getBuiltinModule?.('node:crypto') as
  | NodeCrypto
  | undefined;

/** Whether its OpenSSL (3.2 and later) has Keccak with Ethereum's padding: a fifth of the time that noble takes. */
export const hasKeccak: boolean = nodeCrypto?.getHashes().includes('keccak-256') === true;
