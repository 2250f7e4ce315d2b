// Who may import whom, as data. `scripts/layering.ts` enforces it; ARCHITECTURE.md shows the same table to readers.

export type Room = {
  /** Folder of the room, from the root. */
  readonly folder: string;
  /** Rooms of ours that its sources may import. */
  readonly ours: readonly string[];
  /** Packages of others that its sources may import. */
  readonly outside: readonly string[];
  /** Folder (or single file) under the room whose files may import `node:` modules: '' for all of it, `undefined` for none. */
  readonly host?: string;
  /** `true` where clock, randomness, network and disk are parameters, so that the ambient ones are refused outside `host`. */
  readonly pure: boolean;
  /** Dependencies that are not imported by name: Solidity sources, a binary that is spawned. */
  readonly unimported?: readonly string[];
};

export const ROOMS: Readonly<Record<string, Room>> = {
  crypto: {
    folder: 'packages/crypto',
    ours: [],
    // `node:crypto` for its types alone: the module itself is looked up at run time, so that a browser can do without.
    outside: ['@noble/ciphers', '@noble/curves', '@noble/hashes', 'node:crypto'],
    pure: true,
  },
  protocol: { folder: 'packages/protocol', ours: ['crypto'], outside: [], pure: true },
  bytecode: { folder: 'packages/bytecode', ours: ['protocol', 'crypto'], outside: [], pure: true },
  compiler: { folder: 'packages/compiler', ours: ['bytecode', 'protocol'], outside: ['typescript'], pure: true },
  testing: {
    folder: 'packages/testing',
    // The same test on parties of the real engine, on shares in the field.
    ours: ['compiler', 'mpc', 'bytecode', 'crypto'],
    outside: [],
    // It reads the contract that is tested.
    host: 'src/local.ts',
    pure: false,
  },
  mpc: { folder: 'packages/mpc', ours: ['bytecode', 'protocol', 'crypto'], outside: [], pure: true },
  contracts: {
    folder: 'packages/contracts',
    ours: ['protocol'],
    outside: ['@foundry-rs/anvil', 'viem'],
    // A local chain for development and tests, behind a door of its own.
    host: 'src/host',
    pure: false,
    unimported: ['@foundry-rs/anvil', '@openzeppelin/contracts'],
  },
  client: {
    folder: 'packages/client',
    ours: ['contracts', 'bytecode', 'protocol', 'crypto'],
    outside: ['viem'],
    // A journal in a file, behind a door of its own; everything else runs in browsers.
    host: 'src/journalFile.ts',
    pure: false,
  },
  node: {
    folder: 'packages/node',
    ours: ['contracts', 'mpc', 'bytecode', 'protocol', 'crypto'],
    // An assertion neither reads nor writes anything.
    outside: ['@peculiar/x509', 'node:assert/strict', 'reflect-metadata', 'viem'],
    host: 'src/host',
    pure: true,
  },
  cli: {
    folder: 'apps/cli',
    // The local network deploys the contracts and registers nodes, in the protocol's nouns.
    ours: ['client', 'compiler', 'contracts', 'node', 'protocol'],
    outside: ['commander', 'viem'],
    host: '',
    pure: false,
  },
  web: {
    folder: 'apps/web',
    // The client checks; the contracts' door opens the chain port that it is given, as for the command; the protocol has the names of what is shown. Bytecode is read by the
    // client, which tells a contract's policy.
    ours: ['client', 'contracts', 'protocol'],
    outside: ['react', 'react-dom'],
    pure: false,
  },
  // The contracts' door opens the chain port that the client is given, and has the callee that a sample is told by.
  samples: { folder: 'samples', ours: ['client', 'contracts'], outside: [], host: '', pure: false },
  simulator: {
    folder: 'simulator',
    ours: ['client', 'fuzz', 'node', 'contracts', 'mpc', 'compiler', 'bytecode', 'protocol', 'crypto'],
    outside: ['tiny-secp256k1', 'viem'],
    host: '',
    pure: false,
  },
  // Rooms import it from their `fuzz` folders, where their decoders are handed to it (it finds those by their names), and from `soak` for the options of their commands, as the simulator does.
  fuzz: { folder: 'fuzz', ours: [], outside: [], host: '', pure: false },
};

/** Rooms that nobody may import, not even a test. */
export const LEAVES: readonly string[] = ['simulator', 'samples'];

/** What every test, bench and room script may import besides its own room's development dependencies. */
export const TEST_OUTSIDE: readonly string[] = ['fast-check'];

/** Ambient sources of time, randomness, network and output: refused where a room is pure. */
export const AMBIENT: readonly string[] = [
  'Math.random',
  'Date.now',
  'new Date',
  'performance.now',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'WebSocket',
  'XMLHttpRequest',
  'localStorage',
  'console',
  'process',
];
