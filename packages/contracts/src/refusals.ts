// A contract's refusal, decoded: the Solidity error's name and arguments, whichever of the contracts raised it.
import type { ChainRefusal, Hex } from '@enigma/protocol';
import { BaseError, decodeErrorResult, isHex } from 'viem';
import { enigmaTokenAbi } from './generated/enigmaToken.ts';
import { errorsAbi } from './generated/errors.ts';
import { lowerHex } from './lowerHex.ts';

/** Standard errors that no contract declares: `require` with text, and arithmetic that would wrap. */
const BUILT_IN = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
] as const;
const ABI = [...errorsAbi, ...enigmaTokenAbi.filter((item) => item.type === 'error'), ...BUILT_IN];

export function decodeRefusal(data: Hex): ChainRefusal {
  try {
    const { errorName, args } = decodeErrorResult({ abi: ABI, data });
    return { name: errorName, args: lowerHex((args ?? []) as ChainRefusal['args']) };
  } catch {
    return { name: 'Unknown', args: [data] };
  }
}

/** The revert data inside a failed request; undefined where the request failed for another reason. */
export function revertDataOf(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined;
  let found: Hex | undefined;
  error.walk((cause) => {
    const data = (cause as { data?: unknown } | null)?.data;
    const inner = typeof data === 'object' && data !== null ? (data as { data?: unknown }).data : data;
    if (isHex(inner)) found ??= inner;
    return false;
  });
  if (found !== undefined) return found;
  return /execution reverted/i.test(error.message) ? '0x' : undefined;
}
