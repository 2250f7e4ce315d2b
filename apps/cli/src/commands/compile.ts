// `enigma compile` and `enigma report`: source to bytecode, and what it would give away and cost.
import { writeFileSync } from 'node:fs';
import { releaseLines, renderDiagnostic, reportText } from '@enigma/compiler';
import type { CommandContext } from '../command.ts';
import { compileFile, type ProjectOptions } from '../files.ts';
import { typeText } from '../values.ts';

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

export async function report(file: string, options: ProjectOptions, { output }: CommandContext): Promise<void> {
  const compiled = compileFile(file, options);
  const text = reportText(compiled, file);
  output.result(
    {
      file,
      name: compiled.name,
      codeHash: compiled.codeHash,
      policyHash: compiled.policyHash,
      openMode: compiled.openMode,
      releases: releaseLines(compiled),
      text,
    },
    text,
  );
}
