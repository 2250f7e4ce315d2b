// node:crypto where there is one; the same source runs in a browser, where noble does the work.

type NodeCrypto = typeof import('node:crypto');
type Host = { readonly process?: { readonly getBuiltinModule?: (name: string) => unknown } };

/** node:crypto, or undefined outside Node. */
export const nodeCrypto: NodeCrypto | undefined = (globalThis as Host).process?.getBuiltinModule?.('node:crypto') as
  | NodeCrypto
  | undefined;
