// A deployed contract as this node is willing to run it. The bytes come from the chain; hashes, verification and policy are recomputed here, because neither compiler nor
// deployer is trusted.
import { checkOpenMode, entryWidths, loadModule, policyTermsOf, type OpenMode, type Verified } from '@enigma/bytecode';
import { keccak256, toHex } from '@enigma/crypto';
import { MODE, OPEN_MODE, setCount, SETS_MAX, widthsFit, type Domain, type InboxTerms } from '@enigma/protocol';
import type { CommitteeView } from './committee.ts';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import { bytesOf } from './hex.ts';
import { genesisState, GenesisRefused, type ContractState } from './state.ts';
import type { ContractView } from './view.ts';

/** First walk: one period of masks is the committee's whole tenure. */
export const onlyPeriod = 0;

export interface Program {
  readonly verified: Verified;
  readonly openMode: OpenMode;
  /** What an entry of the inbox must match; undefined for a contract without an inbox. */
  readonly inbox: InboxTerms | undefined;
  /** What its constructor leaves. */
  readonly start: ContractState;
}

/** Why a contract is not run: `what` differs from what its record says. */
export interface ProgramRefused {
  readonly refused:
    | 'mode'
    | 'shape'
    | 'code'
    | 'codeHash'
    | 'policyHash'
    | 'initHash'
    | 'openMode'
    | 'inbox'
    | 'constructor';
  readonly why: string;
}

export function loadProgram(
  domain: Domain,
  contract: ContractView,
  committee: CommitteeView,
  checks: NodeChecks = ALL_CHECKS,
): Program | ProgramRefused {
  const record = contract.contract;
  if (checks['program.mode'] && record.mode !== MODE.MPC)
    return { refused: 'mode', why: `mode ${record.mode} is not served` };
  if (checks['program.shape'] && setCount(record.n, record.T) > SETS_MAX)
    return { refused: 'shape', why: `committees of (${record.n},${record.T}) have too many keys` };
  const loaded = loadModule(bytesOf(contract.code));
  if (!loaded.ok) return { refused: 'code', why: loaded.code };
  const verified = loaded.value;
  if (checks['program.codeHash'] && verified.codeHash !== record.codeHash)
    return { refused: 'codeHash', why: verified.codeHash };
  const { policyHash } = policyTermsOf(verified);
  if (checks['program.policyHash'] && policyHash !== record.policyHash)
    return { refused: 'policyHash', why: policyHash };
  if (checks['program.initHash'] && toHex(keccak256(bytesOf(contract.initArgs))) !== record.initHash)
    return { refused: 'initHash', why: 'the arguments hash to something else' };
  const openMode: OpenMode = record.openMode === OPEN_MODE.AFTER_SETTLE ? 'afterSettle' : 'beforeSettle';
  const allowed = checkOpenMode(verified, openMode);
  if (checks['program.openMode'] && !allowed.ok) return { refused: 'openMode', why: allowed.code };
  const start = startOf(verified, contract, checks);
  if (!('state' in start)) return { refused: 'constructor', why: start.why };
  const widths = entryWidths(verified.module);
  if (widths === undefined) return { verified, openMode, inbox: undefined, start: start.state };
  const inbox: InboxTerms = {
    domain,
    contractId: contract.contractId,
    committeeId: committee.committeeId,
    period: onlyPeriod,
    policyHash,
    admission: record.admission,
    widths,
  };
  return widthsFit(inbox)
    ? { verified, openMode, inbox, start: start.state }
    : { refused: 'inbox', why: 'an entry does not fit' };
}

/** A constructor that does not run on the arguments it was deployed with leaves nothing to serve. */
function startOf(
  verified: Verified,
  contract: ContractView,
  checks: NodeChecks,
): { readonly state: ContractState } | { readonly why: string } {
  try {
    return { state: genesisState(verified, contract, checks) };
  } catch (error) {
    if (!(error instanceof GenesisRefused)) throw error;
    return { why: error.message };
  }
}

export function isRefused(program: Program | ProgramRefused): program is ProgramRefused {
  return 'refused' in program;
}
