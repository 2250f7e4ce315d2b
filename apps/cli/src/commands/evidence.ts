// `enigma evidence`: what nodes hold against seats of their committees, and whether it shows that a seat lied. Anybody may judge it: all that counts was signed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askEvidence, type EvidenceSaid } from '@enigma/contracts';
import { evidenceName, judgeEvidence } from '@enigma/node';
import {
  API_PATH,
  EVIDENCE_CHARACTERS_MAX,
  EVIDENCE_KEPT_MAX,
  type EvidenceBody,
  type EvidenceListBody,
  type Hex,
} from '@enigma/protocol';
import type { CommandContext } from '../command.ts';
import { CliError, throwIfStopped } from '../errors.ts';
import { answerOverheadBytesMax, requestTimeoutMs } from '../limits.ts';
import { readNetwork } from '../network/file.ts';
import { openSession } from '../session.ts';
import { readText } from '../textFile.ts';

export interface VerifyOptions {
  readonly network?: string;
  readonly onChain: boolean;
}

export interface ListOptions {
  readonly network?: string;
  readonly url?: readonly string[];
  readonly save?: string;
}

/** Why a file that reads as evidence shows nothing. */
const FAULTS: Readonly<Record<Exclude<EvidenceSaid, 'SHOWN'>, string>> = {
  COMMITTEE: 'names a seat or a committee that no chain draws',
  MALFORMED: 'has a record that nobody can have signed',
  BAD_SIGNATURE: 'has a signature that is not the seat’s',
  OTHER_SLOT: 'has two records of different slots, of which an honest seat signs one each',
  SAME_RECORD: 'has the same record twice',
  TOO_FEW: 'lacks the vectors of some seats, or is of a committee in which nobody can be named by them',
  MISMATCH: 'has vectors that do not lie so that a seat can be named',
  NOT_WRONG: 'shows a round in which this seat’s vector is where it should be',
};

export async function evidenceVerify(file: string, options: VerifyOptions, { output }: CommandContext): Promise<void> {
  const read = judgeEvidence(readText(file, EVIDENCE_CHARACTERS_MAX));
  if (read === undefined) throw showsNothing(file, 'is no evidence file');
  const { verdict } = read;
  const chain = options.onChain ? await onChain(options, read) : undefined;
  if (!verdict.ok) throw showsNothing(file, `${FAULTS[verdict.code]}${chain === undefined ? '' : CONTRACT_AGREES}`);
  const { accused, committeeId } = read.file;
  const lines = [
    `shown: ${saysOf(read.file)}`,
    `  seat ${accused.seat} of committee ${committeeId}, signer ${accused.signers[accused.seat]}`,
    `  chain ${accused.domain.chainId}, contract ${accused.domain.verifyingContract}`,
    ...(chain === undefined
      ? ['  whether these are that committee’s signers was not asked: --on-chain compares them']
      : [
          `  the chain knows this committee, and its seat as node ${chain.node}`,
          `  the contract that judges evidence says the same (${chain.contract})`,
        ]),
  ];
  output.result(
    {
      shown: true,
      reason: read.file.evidence.kind,
      seat: accused.seat,
      committeeId,
      signer: accused.signers[accused.seat],
      chain: chain ?? null,
    },
    lines.join('\n'),
  );
}

const CONTRACT_AGREES = ', and the contract that judges evidence says the same';

function showsNothing(file: string, why: string): CliError {
  return new CliError(
    'EVIDENCE_WRONG',
    `${file} ${why}: it shows nothing.`,
    'Ask whoever gave it to you for the file as their node wrote it.',
  );
}

type Read = NonNullable<ReturnType<typeof judgeEvidence>>;
type File = Read['file'];

interface Judged {
  readonly file: File;
  readonly says: string;
}

/** Why it shows nothing, where it shows nothing. */
function judged(text: string): Judged | string {
  const read = judgeEvidence(text);
  if (read === undefined) return 'is no evidence file';
  const { file, verdict } = read;
  return verdict.ok ? { file, says: saysOf(file) } : FAULTS[verdict.code];
}

function saysOf({ accused, evidence }: File): string {
  return evidence.kind === 'equivocation'
    ? `one seat signed two different records (${evidence.name}) in one slot`
    : `of the ${accused.n} vectors of round ${evidence.slot.round} one is off what all others lie on`;
}

interface OnChain {
  readonly node: number;
  /** The contract's verdict, which is ours too. */
  readonly contract: EvidenceSaid;
}

/** Compares committee and signers with the chain’s record of them, and our verdict with its contract's. */
async function onChain(options: VerifyOptions, { file, verdict }: Read): Promise<OnChain> {
  const { chain, network } = await openSession(options, 'deployer');
  const { accused, committeeId, evidence } = file;
  const foreign = (why: string): CliError =>
    new CliError(
      'EVIDENCE_WRONG',
      `The chain of this network ${why}.`,
      'Name the network that the committee is of with --network FILE.',
    );
  if (chain.chainId !== accused.domain.chainId || chain.tasks.toLowerCase() !== accused.domain.verifyingContract)
    throw foreign('is another one than the evidence is of');
  const committee = await chain.committeeOf(committeeId);
  if (committee === undefined || committee.n !== accused.n || committee.T !== accused.T)
    throw foreign('knows no such committee');
  // The keys of the draw, whatever key a node has taken since.
  const signers = await Promise.all(committee.seats.map((node) => chain.signerAt(node, committee.openedEpoch)));
  const differs = signers.findIndex((signer, seat) => signer.toLowerCase() !== accused.signers[seat]);
  if (differs >= 0) throw foreign(`has another signer for seat ${differs}`);
  const judge = network.book.evidence;
  if (judge === undefined) throw foreign('has no contract that judges evidence: it was deployed before there was one');
  const contract = await askEvidence(network.rpcUrl, judge, { committeeId, seat: accused.seat, evidence });
  const ours = verdict.ok ? 'SHOWN' : verdict.code;
  if (contract !== ours)
    throw new CliError(
      'EVIDENCE_DISPUTED',
      `Judged here it is ${ours}, and the contract that judges evidence says ${contract}.`,
      'Ask another endpoint; if it says the same, report it with the file.',
    );
  return { node: committee.seats[accused.seat] ?? -1, contract };
}

interface HeldLine {
  readonly url: string;
  readonly name: Hex;
  readonly says: string;
  readonly seat: number;
  readonly committeeId: Hex;
  readonly signer: Hex;
  /** Whoever made the file wrote down whose signer it is. */
  readonly compared: false;
}

export async function evidenceList(options: ListOptions, { output, signal }: CommandContext): Promise<void> {
  const urls = options.url ?? readNetwork(options.network).nodes.map(({ apiUrl }) => apiUrl);
  const held: HeldLine[] = [];
  const silent: string[] = [];
  /** A node may say anything, and what one says hides nothing that the others hold. */
  const wrong: { readonly url: string; readonly name: Hex; readonly why: string }[] = [];
  /** Names beyond those that a node keeps: whoever lists more makes them up, and each would cost a request. */
  const unasked: { readonly url: string; readonly names: number }[] = [];
  if (options.save !== undefined) mkdirSync(options.save, { recursive: true });
  for (const url of urls) {
    const list = namesIn(await asked(`${url}${API_PATH.evidence}`, signal));
    if (list === undefined) silent.push(url);
    const names = list?.slice(0, EVIDENCE_KEPT_MAX) ?? [];
    if (list !== undefined && list.length > names.length) unasked.push({ url, names: list.length - names.length });
    for (const name of names) {
      const text = textIn(await asked(`${url}${API_PATH.evidence}/${name}`, signal));
      const read = readAs(name, text);
      if (typeof read === 'string') {
        wrong.push({ url, name, why: read });
        continue;
      }
      const { accused, committeeId } = read.file;
      const signer = accused.signers[accused.seat] ?? '0x';
      held.push({ url, name, says: read.says, seat: accused.seat, committeeId, signer, compared: false });
      if (options.save !== undefined) writeFileSync(join(options.save, `${name}.json`), read.text);
    }
  }
  if (silent.length === urls.length)
    throw new CliError('NODE_UNREACHABLE', 'No node answers.', 'Start the network with "npm run enigma -- up".');
  output.result(
    { evidence: held, wrong, unasked, silent },
    [
      ...held.flatMap(({ url, name, says, seat, committeeId, signer }) => [
        `  ${name}  ${says}  (${url})`,
        `    said to be seat ${seat}, signer ${signer}, of committee ${committeeId}: not compared with the chain`,
      ]),
      ...(held.length === 0 ? [] : ['Save the files and compare each: enigma evidence verify FILE --on-chain']),
      ...(held.length === 0 ? ['No node shows anything against anybody.'] : []),
      ...wrong.map(({ url, name, why }) => `  ${name}  ${why}: it shows nothing  (${url})`),
      ...unasked.map(
        ({ url, names }) =>
          `  ${url}  lists ${names} more than the ${EVIDENCE_KEPT_MAX} that a node keeps: not asked for`,
      ),
      ...silent.map((url) => `  ${url}  no answer`),
    ].join('\n'),
  );
}

/** What was given under a name, judged; why it shows nothing, where it shows nothing. */
function readAs(name: Hex, text: string | undefined): (Judged & { readonly text: string }) | string {
  if (text === undefined) return 'was listed, and its text did not come';
  if (evidenceName(text) !== name) return 'is not the text of that name';
  const read = judged(text);
  return typeof read === 'string' ? read : { ...read, text };
}

/** What it answers, of no more than the longest evidence; a node may say anything. */
async function asked(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]) });
    if (!response.ok || response.body === null) return undefined;
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      parts.push(part);
      if ((size += part.length) > EVIDENCE_CHARACTERS_MAX + answerOverheadBytesMax) return undefined;
    }
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throwIfStopped(signal);
    return undefined;
  }
}

function namesIn(answer: unknown): readonly Hex[] | undefined {
  const names = (answer as Partial<EvidenceListBody> | undefined)?.evidence;
  return Array.isArray(names) ? names.filter((name): name is Hex => /^0x[0-9a-f]{32}$/.test(String(name))) : undefined;
}

function textIn(answer: unknown): string | undefined {
  const text = (answer as Partial<EvidenceBody> | undefined)?.text;
  return typeof text === 'string' ? text : undefined;
}
