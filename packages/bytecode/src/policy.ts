/**
 * The policy: what leaves a contract, as bytes that are hashed on chain beside the code, and as a report for people. Both are functions of the verified bytecode
 * alone, so that a deployer cannot word them.
 */
import { keccak256, toHex } from '@enigma/crypto';
import { writer } from './internal/writer.ts';
import { releaseKinds } from './encode.ts';
import { instructionsOf } from './effects.ts';
import { POLICY_VERSION } from './limits.ts';
import { tableType, type Module, type ReleaseKind } from './module.ts';
import { neutralityOf, neutralityText, type Neutrality } from './neutrality.ts';
import { openModeOf, type OpenMode } from './openMode.ts';
import { repeatsOf, type Repeats } from './repeats.ts';
import { isPublic, typeName } from './types.ts';
import type { Verified } from './verify.ts';

export interface PolicySite {
  /** Selector of the function whose code holds the site. */
  readonly function: `0x${string}`;
  readonly functionName: string;
  /** Number of the site inside its function, in the order of the bytes. */
  readonly index: number;
  readonly kind: ReleaseKind;
  /** all: everyone. caller: the sender of the task. */
  readonly recipient: 'all' | 'caller';
  readonly reason: string;
  /** Types of what leaves, as signatures spell them. */
  readonly types: readonly string[];
  readonly openMode: OpenMode;
  /** Names of the secrets that reach it: part of the report, not of the hashed bytes. */
  readonly sources: readonly { readonly name: string; readonly owner: string }[];
  /** What it tells beyond one answer, where it can be asked for again. */
  readonly repeats: Repeats;
  /** Functions through which it can be reached, and by whom they can be started. */
  readonly reachedBy: readonly { readonly name: string; readonly kind: string; readonly when: string }[];
}

export interface Policy {
  readonly openMode: OpenMode;
  readonly sites: readonly PolicySite[];
  readonly bytes: Uint8Array;
  readonly policyHash: `0x${string}`;
  /** What anybody sees besides: public fields, arguments and who appends when. */
  readonly publicShape: readonly string[];
  readonly neutrality: Neutrality;
}

export function policyOf(verified: Verified): Policy {
  const neutrality = neutralityOf(verified);
  const repeats = repeatsOf(verified);
  const sites = verified.module.releases.map((_, site) => siteOf(verified, site, neutrality, repeats[site] as Repeats));
  return {
    openMode: openModeOf(verified),
    sites,
    ...policyTermsOf(verified),
    publicShape: publicShape(verified.module),
    neutrality,
  };
}

/** What is put on chain of it. Nodes and clients ask for no more: what is only read by people takes longer. */
export function policyTermsOf(verified: Verified): Pick<Policy, 'bytes' | 'policyHash'> {
  const bytes = policyBytes(verified.module.releases.map((_, site) => termsOf(verified, site)));
  return { bytes, policyHash: toHex(keccak256(bytes)) };
}

type SiteTerms = Pick<
  PolicySite,
  'function' | 'functionName' | 'index' | 'kind' | 'recipient' | 'reason' | 'types' | 'openMode'
>;

/** policyVersion u16 | count | sites {selector 4, index, kind u8, recipient u8, reason, types, openMode u8}; numbers LEB128, text length first, as in a module. */
function policyBytes(sites: readonly SiteTerms[]): Uint8Array {
  const out = writer();
  out.u16(POLICY_VERSION);
  out.number(sites.length);
  for (const site of sites) {
    for (let i = 2; i < 10; i += 2) out.byte(Number.parseInt(site.function.slice(i, i + 2), 16));
    out.number(site.index);
    out.byte(releaseKinds.indexOf(site.kind));
    out.byte(site.recipient === 'all' ? 0 : 1);
    out.text(site.reason);
    out.number(site.types.length);
    for (const type of site.types) out.text(type);
    out.byte(site.openMode === 'afterSettle' ? 0 : 1);
  }
  return out.done();
}

function siteOf(verified: Verified, site: number, neutrality: Neutrality, repeats: Repeats): PolicySite {
  const { module, provenance } = verified;
  const place = provenance.sites[site];
  return {
    ...termsOf(verified, site),
    sources: (place?.sources ?? []).flatMap((i) => provenance.sources[i] ?? []),
    repeats,
    reachedBy: reachedBy(module, place?.function ?? 0, neutrality),
  };
}

function termsOf(verified: Verified, site: number): SiteTerms {
  const { module, provenance } = verified;
  const index = provenance.sites[site]?.function ?? 0;
  const fn = module.functions[index];
  const release = module.releases[site];
  if (!fn || !release) throw new Error('the verifier lets no site be unused');
  const types: string[] = [];
  for (const { op, immediates, operands } of instructionsOf(fn.body))
    if ((op === 'reveal' || op === 'send') && immediates[0] === site)
      types.push(typeName(module.types, verified.functions[index]?.values[operands.at(-1) as number]?.type ?? 0));
  for (const result of fn.results) if (result.release === site) types.push(typeName(module.types, result.type));
  return {
    function: fn.selector,
    functionName: fn.name,
    index: indexInside(verified, site, index),
    kind: release.kind,
    recipient: release.kind === 'reveal' ? 'all' : 'caller',
    reason: release.reason,
    types,
    openMode: verified.openModes[site] ?? 'beforeSettle',
  };
}

/** Sites are numbered through the module in the order of use, so those of one function are neighbours. */
function indexInside(verified: Verified, site: number, fn: number): number {
  return verified.provenance.sites.slice(0, site).filter((other) => other.function === fn).length;
}

function reachedBy(module: Module, target: number, { findings }: Neutrality): PolicySite['reachedBy'] {
  // Remembered, since a diamond of calls has exponentially many paths and anybody may deploy one.
  const known = new Map<number, boolean>([[target, true]]);
  const reaches = (index: number): boolean => {
    const answer = known.get(index);
    if (answer !== undefined) return answer;
    const fn = module.functions[index];
    const found =
      fn !== undefined &&
      [...instructionsOf(fn.body)].some(({ op, immediates }) => op === 'call' && reaches(immediates[0] as number));
    known.set(index, found);
    return found;
  };
  return module.functions.flatMap((fn, i) => {
    if (fn.kind === 'internal' || !reaches(i)) return [];
    const when =
      fn.kind === 'scheduled'
        ? `once, after the block that ${module.fields[fn.atBlock ?? 0]?.name} names, by anyone`
        : `whenever ${callersOf(fn.name, findings)} calls it`;
    return [{ name: fn.name, kind: fn.kind, when }];
  });
}

/** Who may call it, as far as its code names them. */
function callersOf(name: string, findings: Neutrality['findings']): string {
  const guard = findings.find(
    (one) => one.function === name && (one.rule === 'role' || one.rule === 'gate') && one.at === undefined,
  );
  return guard === undefined ? 'somebody' : `whom ${guard.field} names`;
}

/** A source of secrets as people read it. */
export function sourceText({ name, owner }: PolicySite['sources'][number]): string {
  if (owner === 'nobody') return `${name}, which nobody knows`;
  const [fn, argument] = name.split('.', 2);
  return owner === 'sender' && argument !== undefined ? `${argument} of whoever calls ${fn}` : `${name} of ${owner}`;
}

function publicShape(module: Module): readonly string[] {
  const lines: string[] = [];
  for (const field of module.fields) {
    if (field.kind === 'inbox') lines.push(`${field.name}: who appends an entry, when, and in which order`);
    else if (field.kind === 'map')
      lines.push(`${field.name}: who or what has an entry (its keys), since when, and each time that one is looked up`);
    else if (field.label === 's' && tableType(module.types, field.type)?.kind === 'vector')
      lines.push(`${field.name}: its length`);
    else if (field.label === 'p')
      lines.push(`${field.name}: ${field.kind === 'readonly' ? 'constant of the deployment' : 'public state'}`);
  }
  for (const fn of module.functions) {
    if (fn.kind === 'call' || fn.kind === 'read') lines.push(`${fn.name}: who calls it and when`);
    for (const { op, immediates } of instructionsOf(fn.body))
      if (op === 'emit') lines.push(`${fn.name}: event ${module.errors[immediates[0] as number]?.text}`);
    for (const param of fn.params)
      if (fn.kind !== 'internal' && isPublic(module.types, param))
        lines.push(`${fn.name}.${param.name}: public argument`);
  }
  return lines;
}

/** Who learns what, when and why, as text. */
export function policyText(policy: Policy): string {
  const opens =
    policy.openMode === 'afterSettle' ? 'once its receipt is final' : 'while the task runs, before it is settled';
  const lines: string[] = [`policy ${policy.policyHash}`, `what is released opens ${opens}`];
  if (policy.openMode === 'beforeSettle') {
    lines.push('  a minority of n−T seats can see what is opened and stop the task');
    // The next attempt draws anew (docs/protocols/randomness.md).
    if (policy.sites.some(({ sources }) => sources.some(({ owner }) => owner === 'nobody')))
      lines.push('  and have what was drawn at random drawn again, as often as attempts last');
  }
  if (policy.sites.length === 0) lines.push('nothing secret leaves');
  for (const site of policy.sites) {
    lines.push(`${site.functionName} #${site.index} ${site.kind} ${JSON.stringify(site.reason)}`);
    lines.push(`  who learns   ${site.recipient === 'all' ? 'everyone' : 'the caller alone'}`);
    lines.push(`  what         ${site.types.join(', ')}`);
    lines.push(`  computed from ${site.sources.map(sourceText).join(', ') || 'no secret'}`);
    for (const way of site.reachedBy) lines.push(`  when         ${way.name}: ${way.when}`);
    if (site.repeats.again)
      lines.push('  again        after every change: what results differ by tells what came between');
    if (site.repeats.steered) lines.push('  tried        with other arguments, as often as its caller likes');
    lines.push(
      `  opened       ${site.openMode === 'afterSettle' ? 'after the receipt is final' : 'while the task runs'}`,
    );
  }
  lines.push('anybody sees');
  for (const line of policy.publicShape) lines.push(`  ${line}`);
  lines.push(`neutrality: ${policy.neutrality.verdict}`);
  for (const finding of policy.neutrality.findings)
    lines.push(`  ${finding.biased ? 'BIASED ' : ''}${neutralityText(finding)}`);
  lines.push('  no address is named in the code, and none is read as a number');
  lines.push('  no upgrade: the code is fixed');
  return `${lines.join('\n')}\n`;
}
