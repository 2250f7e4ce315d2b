// Functions that read what others wrote, by their names or calls (functions.ts), and that no decoder is there to break: each with its reason. A test holds this to the sources.

/** `path#name` → why. */
export const EXEMPT: Readonly<Record<string, string>> = {
  // Of the compiler: from a syntax tree that TypeScript's own parser made. Its texts are broken in `packages/compiler/test/language.test.ts`.
  'packages/compiler/src/contract.ts#readContract': 'reads a syntax tree',
  'packages/compiler/src/lower/access.ts#readElement': 'reads a syntax tree',
  'packages/compiler/src/lower/access.ts#readIdentifier': 'reads a syntax tree',
  'packages/compiler/src/lower/access.ts#readProperty': 'reads a syntax tree',
  'packages/compiler/src/lower/assigned.ts#readsChanged': 'reads a syntax tree',
  'packages/compiler/src/lower/field.ts#loadField': 'reads a syntax tree',
  'packages/compiler/src/lower/field.ts#readField': 'reads a syntax tree',
  'packages/testing/src/values.ts#fromValue': 'values of the evaluator, in a test of a contract',

  // Reads what another decoder has read.
  'packages/bytecode/src/effects.ts#readsValue': 'looks at a verified module',
  'packages/node/src/calls.ts#readCall': 'decodeCall reads the bytes',
  'packages/node/src/program.ts#loadProgram': 'loadModule reads the bytes',
  'packages/client/src/inbox.ts#readInbox':
    'events that decodeEvent has read; lies in them: packages/client/test/lies.test.ts',
  'apps/cli/src/commands/evidence.ts#asked':
    'read within a catch; what it holds: mpc/evidence and apps/cli/test/evidence.test.ts',
  'packages/client/src/nodeHealth.ts#readHealth': 'looks at the kind of an answer that askSeat has read',
  'packages/client/src/nodeHealth.ts#readStanding': 'records that the chain port has read',
  'packages/client/src/reading.ts#readCommittee':
    'events and records that the chain port has read; lies in them: packages/client/test/lies.test.ts',
  'packages/client/src/reading.ts#readContract':
    'events that the chain port has read, code by loadModule; lies in them: packages/client/test/lies.test.ts',
  'packages/client/src/state.ts#readState': 'checkState reads the answer',
  'packages/client/src/tasks.ts#readTask':
    'events that the chain port has read; lies in them: packages/client/test/lies.test.ts',
  'packages/client/src/views.ts#readView': 'runs verified code on a state that checkState has read',

  // Blobs of our own, whose checksum the store has compared where they are read: damage is seen before (packages/node/test/sqlite.test.ts, node/store-files).
  'packages/mpc/src/session/batch.ts#concludeBatch': 'a blob of our own',
  'packages/mpc/src/session/keyContributions.ts#loadKeys': 'a blob of our own',
  'packages/mpc/src/session/keyContributions.ts#ownContributions': 'a blob of our own',
  'packages/mpc/src/session/keyState.ts#createKeySetup': 'a blob of our own; its messages: mpc/machine-keys',
  'packages/mpc/src/session/pools.ts#decodeItems': 'a blob of our own',
  'packages/mpc/src/session/session.ts#loadSession': 'a blob of our own',
  'packages/mpc/src/session/session.ts#takeSeeds': 'a blob of our own, by decodeSeeds',
  'packages/node/src/evidence.ts#createEvidence': 'a blob of our own',
  'packages/node/src/repair.ts#createRepair': 'a blob of our own; its messages: node/repair',
  'packages/node/src/tenure.ts#createTenure': 'a blob of our own; its messages: node/repair',

  // Of whoever types the command, on his own machine.
  'apps/cli/src/doctor/local.ts#disk': 'what the operating system says of a disk, read within a catch',
  'apps/cli/src/doctor/peers.ts#ownAddress': 'only compared with an index; no answer where it is none',
  'apps/cli/src/doctor/peers.ts#peersOf': 'figures of peers, read within a catch; only their versions are shown',
  'apps/cli/src/operator/process.ts#processOf': 'asks the node of its own folder, read within a catch',
  'packages/node/src/host/archive.ts#readFolder':
    'a folder of its own, which readConfig has read when the node started',
  'apps/cli/src/network/folder.ts#isLeftOver': 'a note of its own, read within a catch that leaves the folder alone',
  'apps/cli/src/network/localNodes.ts#nodeInfo': 'asks a node that it has started itself',
  'apps/cli/src/network/rpc.ts#rpc': 'asks a development chain that it has started itself',
  'packages/contracts/src/auctionRecord.ts#readAuctionRecord': 'a sample’s own contract, by viem',

  'packages/node/src/host/money.ts#askRpc': 'its own endpoint, for a figure: whatever it throws leaves the figure out',

  // No readers, in spite of their names.
  'packages/mpc/src/session/keyChecks.ts#readyBytes': 'writes',
};
