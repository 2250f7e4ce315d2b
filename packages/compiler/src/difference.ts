// What another version of a contract would change in what leaves it: from the policies of both, which follow from their bytecode alone.
import { neutralityText, policyOf, sourceText, type Policy, type PolicySite, type Verified } from '@enigma/bytecode';

export interface ReleaseChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly function: string;
  readonly reason: string;
  /** One sentence each; of a change, what differs. */
  readonly says: readonly string[];
}

export interface Difference {
  readonly same: boolean;
  readonly releases: readonly ReleaseChange[];
  /** What anybody sees besides. */
  readonly seenMore: readonly string[];
  readonly seenLess: readonly string[];
  /** What the code shows of who is treated otherwise, one sentence each. */
  readonly biasesGone: readonly string[];
  readonly biasesNew: readonly string[];
  /** When results open, where that changes. */
  readonly opens: { readonly before: string; readonly after: string } | undefined;
}

/** Sites of the two are the same where function, kind and reason are: the third of such that are alike is compared with the third. */
export function differenceOf(before: Verified, after: Verified): Difference {
  const [old, next] = [policyOf(before), policyOf(after)];
  const [known, made] = [keyed(old), keyed(next)];
  const releases: ReleaseChange[] = [];
  for (const [key, site] of known) {
    const other = made.get(key);
    if (other === undefined) releases.push(change('removed', site, [sentence(site)]));
    else {
      const says = differing(site, other);
      if (says.length > 0) releases.push(change('changed', other, says));
    }
  }
  for (const [key, site] of made) if (!known.has(key)) releases.push(change('added', site, [sentence(site)]));
  const seenMore = next.publicShape.filter((line) => !old.publicShape.includes(line));
  const seenLess = old.publicShape.filter((line) => !next.publicShape.includes(line));
  const biases = ({ neutrality }: Policy): readonly string[] =>
    neutrality.findings.filter(({ biased }) => biased).map(neutralityText);
  const [biased, nowBiased] = [biases(old), biases(next)];
  const biasesGone = biased.filter((line) => !nowBiased.includes(line));
  const biasesNew = nowBiased.filter((line) => !biased.includes(line));
  const opens = old.openMode === next.openMode ? undefined : { before: old.openMode, after: next.openMode };
  return {
    same:
      [releases, seenMore, seenLess, biasesGone, biasesNew].every((list) => list.length === 0) && opens === undefined,
    releases,
    seenMore,
    seenLess,
    biasesGone,
    biasesNew,
    opens,
  };
}

function keyed(policy: Policy): ReadonlyMap<string, PolicySite> {
  const found = new Map<string, PolicySite>();
  for (const site of policy.sites) {
    let copy = 0;
    const key = (): string => JSON.stringify([site.functionName, site.kind, site.reason, copy]);
    while (found.has(key())) copy++;
    found.set(key(), site);
  }
  return found;
}

function change(kind: ReleaseChange['kind'], site: PolicySite, says: readonly string[]): ReleaseChange {
  return { kind, function: site.functionName, reason: site.reason, says };
}

/** Who learns what of whom, and when, as one sentence. */
export function sentence(site: PolicySite): string {
  const whom = site.recipient === 'all' ? 'Everyone' : 'The caller alone';
  const when = site.reachedBy.map(({ name, when: said }) => `${name} (${said})`).join(', ');
  const reason = site.reason === '' ? '' : ` (${JSON.stringify(site.reason)})`;
  return `${whom} learns ${site.types.map(typeText).join(', ')}${reason}, computed from ${sourcesOf(site)}, by ${when}.`;
}

function typeText(type: string): string {
  if (type === 'bool') return 'yes or no (bool)';
  if (/^[ui]\d+$/.test(type)) return `a number (${type})`;
  return type.endsWith('[]') ? `a list (${type})` : type;
}

/** Sorted: their order in a module is that of its functions. */
function sourcesOf({ sources }: PolicySite): string {
  const names = sources.map(sourceText);
  return names.toSorted().join(', ') || 'no secret';
}

const yes = (holds: boolean): string => (holds ? 'yes' : 'no');

function differing(a: PolicySite, b: PolicySite): readonly string[] {
  const when = (site: PolicySite): string =>
    site.reachedBy.map(({ name, when: said }) => `${name}: ${said}`).join(', ');
  const rows: readonly (readonly [what: string, before: string, after: string])[] = [
    ['who learns it', a.recipient, b.recipient],
    ['what', a.types.join(', '), b.types.join(', ')],
    ['computed from', sourcesOf(a), sourcesOf(b)],
    ['when', when(a), when(b)],
    ['opened', a.openMode, b.openMode],
    ['seen again after changes', yes(a.repeats.again), yes(b.repeats.again)],
    ['tried with other arguments', yes(a.repeats.steered), yes(b.repeats.steered)],
  ];
  return rows.flatMap(([what, before, after]) => (before === after ? [] : [`${what}: ${before} → ${after}`]));
}

export function differenceText(difference: Difference): string {
  const { same, releases, seenMore, seenLess, biasesGone, biasesNew, opens } = difference;
  if (same) return 'Nothing changes in what leaves the contract, in what anybody sees, or in whom it treats otherwise.';
  const sign = { added: '+', removed: '-', changed: '~' };
  return [
    ...releases.flatMap(({ kind, function: name, reason, says }) => [
      `${sign[kind]} ${name} ${JSON.stringify(reason)}`,
      ...says.map((line) => `    ${line}`),
    ]),
    ...(opens === undefined ? [] : [`~ opens ${opens.before} → ${opens.after}`]),
    ...seenMore.map((line) => `+ anybody sees ${line}`),
    ...seenLess.map((line) => `- anybody sees ${line}`),
    ...biasesNew.map((line) => `+ not neutral: ${line}`),
    ...biasesGone.map((line) => `- not neutral: ${line}`),
  ].join('\n');
}
