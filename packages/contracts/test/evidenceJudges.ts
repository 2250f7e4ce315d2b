// The same evidence before both judges: the contract's, on a chain, and mpc's `verifyEvidence`.
import { verifyEvidence } from '@enigma/mpc/session';
import { domainSeparator, type Hex } from '@enigma/protocol';
import { encodeFunctionData, type PublicClient } from 'viem';
import { equivocationArgs, evidenceSaid, type EvidenceSaid, wrongOpeningArg } from '../src/evidence.ts';
import { startAnvil } from '../src/host/anvil.ts';
import { rpcClient } from '../src/rpc.ts';
import { createSender } from '../src/sender.ts';
import { type EvidenceCase, evidenceCase } from './evidenceCases.ts';
import { mirrorAbi, mirrorBytecode } from './generated/mirror.ts';
import { fundedKey } from './network.ts';

export interface Judges {
  /** Both verdicts on the cases from..to−1 of a seed. */
  judge(seed: number, from: number, to: number): Promise<readonly Judged[]>;
  stop(): Promise<void>;
}

export interface Judged {
  readonly number: number;
  readonly told: EvidenceCase;
  readonly ours: EvidenceSaid;
  readonly chains: EvidenceSaid;
}

export async function startJudges(): Promise<Judges> {
  const anvil = await startAnvil();
  try {
    const client = rpcClient(anvil.url);
    const sender = createSender(client, fundedKey(0), 31337);
    const sent = await sender.send({ data: mirrorBytecode, gas: 16_000_000n, repeatable: false });
    const { contractAddress } = await sender.receiptOf(sent);
    if (typeof contractAddress !== 'string') throw new Error('the mirror was not deployed');
    return {
      judge: (seed, from, to) =>
        Promise.all(
          Array.from({ length: to - from }, async (_, k): Promise<Judged> => {
            const number = from + k;
            const told = evidenceCase(seed, number);
            return { number, told, ours: oursOf(told), chains: await chainsOf(client, contractAddress, told) };
          }),
        ),
      stop: () => anvil.stop(),
    };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

function oursOf({ accused, evidence }: EvidenceCase): EvidenceSaid {
  const verdict = verifyEvidence(accused, evidence);
  return verdict.ok ? 'SHOWN' : verdict.code;
}

async function chainsOf(client: PublicClient, to: Hex, { accused, evidence }: EvidenceCase): Promise<EvidenceSaid> {
  const { domain, ...rest } = accused;
  const of = { domain: domainSeparator(domain), ...rest };
  const data =
    evidence.kind === 'equivocation'
      ? encodeFunctionData({ abi: mirrorAbi, functionName: 'equivocation', args: [of, ...equivocationArgs(evidence)] })
      : encodeFunctionData({ abi: mirrorAbi, functionName: 'wrongOpening', args: [of, wrongOpeningArg(evidence)] });
  const { data: said } = await client.call({ to, data });
  return evidenceSaid(BigInt(said ?? '0xff'));
}
