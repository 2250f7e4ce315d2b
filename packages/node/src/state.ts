// One version of a contract's state as this seat holds it: public fields in clear, this seat's shares of the secret ones, and how far the inbox was read.
import {
  costOf,
  evaluate,
  argsFromBytes,
  gasOf,
  fieldBytes,
  initialState,
  sizesOf,
  stateFromBytes,
  stateSecrets,
  secret,
  type Module,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { concat, fieldToBytes, P, fromHex, hkdf, toHex, utf8, u32be, u64be, type Hex } from '@enigma/crypto';
import type { SecretInput, SecretShare } from '@enigma/mpc';
import { chunkLeafHash, publicRootOf, seatRootOf, START_CURSOR, type InboxCursor } from '@enigma/protocol';
import type { ContractView } from './view.ts';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import { constructorGasMax } from './limits.ts';
import { bytesOf } from './hex.ts';

export interface ContractState {
  readonly version: bigint;
  /** Canonical bytes by field, the inbox left out. */
  readonly fields: readonly Uint8Array[];
  readonly cursor: InboxCursor;
  /** This seat's shares, in the order in which `stateFromBytes` asks for them. */
  readonly shares: readonly bigint[];
}

/** Elements under one leaf. */
const chunkElements = 256;

/** What the constructor leaves, computed in the open: its arguments are public. Every seat's share of a public constant is the constant. */
export function genesisState(
  verified: Verified,
  contract: ContractView,
  checks: NodeChecks = ALL_CHECKS,
): ContractState {
  const { module } = verified;
  const ctor = module.functions.findIndex((fn) => fn.kind === 'ctor');
  const start = { version: 0n, cursor: START_CURSOR };
  if (ctor < 0) return { ...start, ...split(module, initialState(verified)) };
  const args = argsFromBytes<never>(module, ctor, bytesOf(contract.initArgs), () => 0n);
  if (!args.ok) throw new GenesisRefused(args.code);
  const cost = costOf(verified, ctor);
  if (!cost.ok) throw new GenesisRefused(cost.code);
  const context = {
    sender: 0n,
    self: 0n,
    height: contract.blockNumber,
    time: 0n,
    value: 0n,
    seats: contract.contract.n,
    threshold: contract.contract.T,
  };
  const sizes = sizesOf(verified, ctor, { args: args.value, state: initialState(verified), inbox: [], context });
  if (checks.constructorGas && gasOf(cost.value, sizes) > constructorGasMax)
    throw new GenesisRefused('the constructor costs too much');
  const { outcome } = evaluate(verified, ctor, { args: args.value as readonly Value<bigint>[], context });
  if (outcome.status !== 'ok') throw new GenesisRefused(outcome.status);
  const state = outcome.state.map((value) => value as Value<SecretShare>);
  return { ...start, ...split(module, state) };
}

/** The constructor does not run on the arguments it was deployed with: the contract has no first state. */
export class GenesisRefused extends Error {
  readonly code = 'GENESIS_REFUSED';
}

/** The state after a task, from the values that its run left. */
export function nextState(
  module: Module,
  before: ContractState,
  values: readonly Value<SecretShare>[],
  cursor: InboxCursor,
): ContractState {
  return { version: before.version + 1n, cursor, ...split(module, values) };
}

/** Values for the engine, each secret scalar a share. */
export function valuesOf(module: Module, state: ContractState): readonly Value<SecretInput>[] {
  let next = 0;
  const values = stateFromBytes<SecretInput>(module, state.fields, () =>
    secret({ share: state.shares[next++] as bigint }),
  );
  if (!values.ok) throw new Error(`own state does not decode: ${values.code}`);
  return values.value;
}

export function publicRootOfState(state: ContractState): Hex {
  return publicRootOf(state.fields, state.cursor);
}

/**
 * This seat's part of secretRoot: one salted leaf per 256 elements, and one for a contract without secrets. Salts come from a secret of the node, bound to session,
 * attempt and version: an attempt that failed shows nothing of the next one.
 */
export function leafRootOfState(
  state: ContractState,
  place: { readonly committeeId: Hex; readonly seat: number; readonly slot: Uint8Array; readonly secret: Uint8Array },
  checks: NodeChecks = ALL_CHECKS,
): Hex {
  const count = Math.max(1, Math.ceil(state.shares.length / chunkElements));
  const leaves = Array.from({ length: count }, (_, at) =>
    chunkLeafHash({
      committeeId: place.committeeId,
      seat: place.seat,
      version: state.version,
      salt: checks.salts
        ? hkdf(place.secret, concat(utf8('enigma.state.salt.v1'), place.slot, u64be(state.version), u32be(at)), 32)
        : new Uint8Array(32),
      chunk: concat(...state.shares.slice(at * chunkElements, (at + 1) * chunkElements).map(fieldToBytes)),
    }),
  );
  return seatRootOf(leaves);
}

export function encodeState(state: ContractState): Uint8Array {
  return utf8(
    JSON.stringify({
      version: String(state.version),
      fields: state.fields.map(toHex),
      cursor: { next: String(state.cursor.next), head: state.cursor.head },
      shares: state.shares.map(String),
    }),
  );
}

/** Reads what `encodeState` wrote: our own bytes, whose checksum the store has compared. */
export function decodeState(bytes: Uint8Array): ContractState {
  const read = JSON.parse(new TextDecoder().decode(bytes)) as {
    version: string;
    fields: Hex[];
    cursor: { next: string; head: Hex };
    shares: string[];
  };
  return {
    version: BigInt(read.version),
    fields: read.fields.map((field) => fromHex(field) ?? new Uint8Array()),
    cursor: { next: BigInt(read.cursor.next), head: read.cursor.head },
    shares: read.shares.map(BigInt),
  };
}

function split(
  module: Module,
  values: readonly Value<SecretShare>[] | readonly Value<never>[],
): Pick<ContractState, 'fields' | 'shares'> {
  const shares = stateSecrets<SecretShare>(module, values as readonly Value<SecretShare>[]).map(({ scalar }) =>
    typeof scalar === 'bigint' ? (scalar < 0n ? P + scalar : scalar) : scalar.scalar.share,
  );
  return { fields: fieldBytes(module, values as readonly Value<SecretShare>[]), shares };
}
