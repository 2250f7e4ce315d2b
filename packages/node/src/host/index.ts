// The real outside of a node: disk, links, API, keys, configuration.
export { createTlsIdentity, spkiHashOf, type TlsIdentity } from './certificate.ts';
export { ConfigError, readConfig, writeConfig, type NodeConfig } from './config.ts';
export {
  KeyError,
  keySets,
  openKeyring,
  prepareKeys,
  signerKeys,
  type KeySet,
  type ListedSet,
  type NodeKeyring,
} from './keys.ts';
export { runNode, type RunningNode, type RunOptions } from './run.ts';
export { openStore, type OpenStore } from './sqlite.ts';
export { ArchiveError, restoreArchive, writeArchive, type ArchiveFacts } from './archive.ts';
export {
  exportProtection,
  importProtection,
  InterchangeError,
  type Interchange,
  type ProtectionOf,
  type Taken,
} from './interchange.ts';
export { nodeVersion } from '../version.ts';
export { type DutiesBody } from '../duties.ts';
export { BOOT } from '../boots.ts';
export { describeEnd } from './ending.ts';
export { readRunning, type RunningFile } from './running.ts';
export { readSettings, SETTING_NAMES, SETTINGS, valueOf, type Given, type Settings, type Source } from './settings.ts';
export { askRpc, etherOf } from './money.ts';
export { quantile } from './quantile.ts';
