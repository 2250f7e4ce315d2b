// The real outside of a node: disk, links, API, keys, configuration.
export { createTlsIdentity, spkiHashOf, type TlsIdentity } from './certificate.ts';
export { ConfigError, readConfig, writeConfig, type NodeConfig } from './config.ts';
export { KeyError, openKeyring, type NodeKeyring } from './keys.ts';
export { runNode, type RunningNode, type RunOptions } from './run.ts';
export { openStore } from './sqlite.ts';
