// What a contract gives away and what it costs, with the lines of the source. Facts come from the verified bytes; only the lines come from
// the compiler, and only for the one who compiled the source himself.
import {
  biasShown,
  costOf,
  counterexampleText,
  costText,
  neutralityText,
  policyOf,
  policyText,
  type Counterexample,
  type NeutralityFinding,
  type Policy,
  type Verified,
} from '@enigma/bytecode';
import { amountsOf, amountText, type Trial } from './amounts.ts';
import type { Compiled } from './compile.ts';
import { instructionIndices } from './debug.ts';
import { sentence } from './difference.ts';
import { renderDiagnostic } from './diagnostic.ts';
import { shownPath } from './sources.ts';

export interface ReleaseLine {
  readonly function: string;
  readonly reason: string;
  /** Path from the folder of the contract's own file; empty for that file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Line of each release, in the order of the policy's sites. */
export function releaseLines(compiled: Compiled): readonly ReleaseLine[] {
  const { module } = compiled.verified;
  return policyOf(compiled.verified).sites.map((policySite, site) => {
    const index = module.functions.findIndex((fn) => fn.name === policySite.functionName);
    const [found] = instructionIndices(
      module,
      index,
      (op, immediates) => (op === 'reveal' || op === 'send') && immediates[0] === site,
    );
    const positions = compiled.debug.functions.find((fn) => fn.name === policySite.functionName)?.positions ?? [];
    const [line, column, file] = (found === undefined ? positions.at(-1) : positions[found]) ?? [1, 1, 0];
    return {
      function: policySite.functionName,
      reason: policySite.reason,
      file: compiled.debug.files[file] ?? '',
      line,
      column,
    };
  });
}

/** Where the instruction stands that shows a bias; nothing where the whole function does. */
function placeText({ verified, debug }: Compiled, fileName: string, { at }: NeutralityFinding): string {
  if (at === undefined) return '';
  const { name } = verified.module.functions[at.function] ?? { name: '' };
  const positions = debug.functions.find((fn) => fn.name === name)?.positions ?? [];
  const [line, column, file] = positions[at.instruction] ?? [1, 1, 0];
  return ` at ${shownPath(fileName, debug.files[file] ?? '')}:${line}:${column} in ${name}`;
}

/** What the bytes alone say, without a source. */
export interface ModuleReport extends Omit<Policy, 'bytes'> {
  /** Releases in short, the policy, and what each function costs. */
  readonly text: string;
}

export function moduleReport(verified: Verified): ModuleReport {
  const { bytes: _bytes, ...policy } = policyOf(verified);
  return { ...policy, text: [...policyLines(verified), ...costLines(verified)].join('\n') };
}

function policyLines(verified: Verified): readonly string[] {
  const policy = policyOf(verified);
  const sentences = policy.sites.map(sentence);
  const biases = policy.neutrality.findings
    .filter(({ biased }) => biased)
    .map((one) => `Not neutral: ${neutralityText(one)}.`);
  return [
    'in short',
    ...[...(sentences.length > 0 ? sentences : ['Nothing secret leaves.']), ...biases].map((line) => `  ${line}`),
    '',
    policyText(policy).trimEnd(),
    '',
  ];
}

function costLines(verified: Verified): readonly string[] {
  return verified.module.functions.flatMap((fn, index) => {
    const cost = costOf(verified, index);
    const lines = cost.ok ? costText(cost.value).trimEnd().split('\n') : [`${cost.code} ${JSON.stringify(cost.facts)}`];
    return ['', `cost of ${fn.name}`, ...lines.map((line) => `  ${line}`)];
  });
}

/** A history that goes otherwise under other names; for the report, and for whoever reads it as data. */
export function biasShownBy({ verified }: Pick<Compiled, 'verified'>, { args }: Trial): Counterexample | undefined {
  return biasShown(verified, { args });
}

function exchangedLines(compiled: Compiled, trial: Trial): readonly string[] {
  const found = biasShownBy(compiled, trial);
  return found === undefined
    ? ['in histories drawn at random it made no difference who was who, which proves nothing']
    : counterexampleText(found).split('\n');
}

/** The text of `enigma report FILE`; with the constructor's arguments also how much its functions tell. */
export function reportText(compiled: Compiled, fileName: string, trial?: Trial): string {
  const { verified } = compiled;
  const lines = [`contract ${compiled.name}`, `code     ${compiled.codeHash} (${compiled.bytes.length} bytes)`, ''];
  lines.push(...policyLines(verified));
  for (const release of releaseLines(compiled))
    lines.push(
      `release ${JSON.stringify(release.reason)} at ${shownPath(fileName, release.file)}:${release.line}:${release.column} in ${release.function}`,
    );
  for (const finding of policyOf(verified).neutrality.findings)
    if (finding.biased)
      lines.push(`bias ${JSON.stringify(neutralityText(finding))}${placeText(compiled, fileName, finding)}`);
  const amounts = trial && amountsOf(verified, trial);
  if (amounts !== undefined && amounts.length > 0)
    lines.push('', 'how much', ...amounts.map((amount) => `  ${amountText(amount)}`));
  if (trial !== undefined)
    lines.push('', 'names exchanged', ...exchangedLines(compiled, trial).map((line) => `  ${line}`));
  lines.push(...costLines(verified));
  for (const warning of compiled.warnings) lines.push('', renderDiagnostic(warning, fileName));
  return `${lines.join('\n')}\n`;
}
