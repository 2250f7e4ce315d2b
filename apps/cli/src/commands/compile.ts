// `enigma compile` and `enigma report`: source to bytecode, and what it would give away and cost.
import { writeFileSync } from 'node:fs';
import { prepareProgram } from '@enigma/client';
import {
  amountsOf,
  biasShownBy,
  differenceOf,
  differenceText,
  moduleReport,
  releaseLines,
  renderDiagnostic,
  reportText,
  type Compiled,
  type Trial,
} from '@enigma/compiler';
import type { CommandContext } from '../command.ts';
import { CliError } from '../errors.ts';
import { compileFile, type ProjectOptions } from '../files.ts';
import { constructorArgs, typeText } from '../values.ts';

export interface CompileOptions extends ProjectOptions {
  readonly out?: string;
}

export async function compileCommand(file: string, options: CompileOptions, { output }: CommandContext): Promise<void> {
  const compiled = compileFile(file, options);
  const { abi, bytes, warnings } = compiled;
  for (const warning of warnings) output.note(renderDiagnostic(warning, file));
  if (options.out !== undefined) writeFileSync(options.out, bytes);
  const functions = abi.functions.map(
    (fn) =>
      `  ${fn.kind.padEnd(11)} ${fn.signature}${fn.params.length === 0 ? '' : `  (${fn.params.map((param) => `${param.name}: ${typeText(param.type)}`).join(', ')})`}`,
  );
  const text = [
    `contract ${abi.name}: ${bytes.length} bytes${options.out === undefined ? '' : `, written to ${options.out}`}`,
    `  code   ${compiled.codeHash}`,
    `  policy ${compiled.policyHash}`,
    ...functions,
    'What it releases and costs: enigma report FILE',
  ].join('\n');
  output.result(
    {
      ok: true,
      file,
      name: abi.name,
      codeHash: compiled.codeHash,
      policyHash: compiled.policyHash,
      openMode: compiled.openMode,
      bytes: Buffer.from(bytes).toString('hex'),
      abi,
      warnings,
    },
    text,
  );
}

export interface ReportOptions extends ProjectOptions {
  readonly entries?: number;
  readonly upTo?: number;
}

export async function report(
  file: string,
  args: readonly string[],
  options: ReportOptions,
  { output }: CommandContext,
): Promise<void> {
  const compiled = compileFile(file, options);
  const trial = trialOf(compiled, args, options);
  const uncounted =
    trial === undefined
      ? `\nhow much is told is counted with the constructor’s arguments: ${paramsOf(compiled)}\n`
      : '';
  const text = `${reportText(compiled, file, trial)}${uncounted}`;
  output.result(
    {
      file,
      name: compiled.name,
      codeHash: compiled.codeHash,
      policyHash: compiled.policyHash,
      openMode: compiled.openMode,
      releases: releaseLines(compiled),
      neutrality: moduleReport(compiled.verified).neutrality,
      counterexample: trial === undefined ? null : (biasShownBy(compiled, trial) ?? null),
      amounts: trial === undefined ? null : (amountsOf(compiled.verified, trial) ?? null),
      text,
    },
    text,
  );
}

/** `enigma diff`: what leaves the one and not the other, and what is told to others, or of others. */
export async function difference(
  before: string,
  after: string,
  options: ProjectOptions,
  { output }: CommandContext,
): Promise<void> {
  const found = differenceOf(compileFile(before, options).verified, compileFile(after, options).verified);
  output.result({ before, after, ...found }, differenceText(found));
}

const entriesDefault = 3;

/** Undefined where the constructor takes arguments and none are given: what is asked of how much is told then asks for them. */
function trialOf(compiled: Compiled, texts: readonly string[], { entries, upTo }: ReportOptions): Trial | undefined {
  const { abi, bytes } = compiled;
  const takes = paramsOf(compiled);
  if (takes !== '' && texts.length === 0) {
    if (entries === undefined && upTo === undefined) return undefined;
    throw new CliError(
      'ARGUMENT_INVALID',
      `--entries and --up-to are of how many bits are told, which is counted with the constructor’s arguments: ${takes}.`,
      'Give them after the file, in this order; or leave these options out.',
    );
  }
  const given = constructorArgs(abi, texts, 0n);
  const { args } = prepareProgram({ program: { bytes }, args: given });
  return { args, entries: entries ?? entriesDefault, ...(upTo === undefined ? {} : { upTo: BigInt(upTo) }) };
}

/** The constructor's, for people; empty for none. */
function paramsOf({ abi }: Compiled): string {
  const params = abi.functions.find(({ kind }) => kind === 'constructor')?.params ?? [];
  return params.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ');
}
