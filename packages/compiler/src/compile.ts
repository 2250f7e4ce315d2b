// Source text in, verified bytecode or diagnostics out. Nothing a text contains makes this throw.
import ts from 'typescript';
import { checkOpenMode, policyTermsOf, verifyModule, type Module, type Verified } from '@enigma/bytecode';
import { abiOf, type Abi } from './abi.ts';
import { assemble, type Assembled } from './assemble.ts';
import { readContract, type ContractShape } from './contract.ts';
import { warnOfDear } from './dear.ts';
import { debugMapOf, type DebugMap } from './debug.ts';
import { diagnostic, type Diagnostic, type Facts, type Span } from './diagnostic.ts';
import { diagnosticsMax, schedulesMax, sourceLengthMax, stepsMax } from './limits.ts';
import { TooComplex, type Report } from './lower/context.ts';
import { lowerConstructor, lowerMethod, type LoweredFunction } from './lower/function.ts';
import { messages, type MessageKey } from './messages.ts';
import { checkSyntax } from './permits.ts';
import { programOf, type Program } from './program.ts';
import { gather, sourceBundle, type ParsedText, type SourceReader, type SourceText } from './sources.ts';
import { verdictOf } from './verdict.ts';

export interface Compiled {
  readonly ok: true;
  readonly name: string;
  readonly module: Module;
  readonly verified: Verified;
  readonly bytes: Uint8Array;
  readonly codeHash: `0x${string}`;
  readonly policy: Uint8Array;
  readonly policyHash: `0x${string}`;
  readonly openMode: 'afterSettle' | 'beforeSettle';
  readonly abi: Abi;
  readonly debug: DebugMap;
  /** The contract's own file first. */
  readonly sources: readonly SourceText[];
  /** Bytes of all of them, whose keccak is the source hash on chain. */
  readonly sourceBytes: Uint8Array;
  readonly warnings: readonly Diagnostic[];
}

export interface Failed {
  readonly ok: false;
  /** At least one error; warnings too. In the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
}

export type Compilation = Compiled | Failed;

const alone: SourceReader = { read: () => undefined };

/** `files` gives what the contract imports; without it there are no other files. */
export function compile(source: string, files: SourceReader = alone): Compilation {
  const found: Diagnostic[] = [];
  let texts: readonly SourceText[] = [{ path: '', text: source, start: 0 }];
  const say = (key: MessageKey, span: Span, facts?: Facts): void => {
    const entry = diagnostic(texts, key, span, facts);
    if (
      !found.some(
        (other) =>
          other.code === entry.code &&
          other.file === entry.file &&
          other.span.start === entry.span.start &&
          other.message === entry.message,
      )
    )
      found.push(entry);
  };
  const whole: Span = { start: 0, end: 0 };
  if (source.length > sourceLengthMax) {
    say('tooLong', whole, { length: source.length, max: sourceLengthMax });
    return failed(found);
  }
  try {
    const sources = gather(source, files);
    ({ texts } = sources);
    const program = programOf(sources.texts, files.above ?? 0);
    for (const entry of program.syntax) say('syntax', spanOf(entry), { text: textOf(entry) });
    if (program.syntax.length > 0) return failed(found);
    for (const { key, span, facts } of sources.faults) say(key, span, facts);
    if (sources.faults.length > 0) return failed(found);
    const compiled = compileTexts(sources.texts, program, say);
    const errors = found.some((entry) => entry.severity === 'error');
    return compiled === undefined || errors ? failed(found) : { ...compiled, warnings: ordered(found) };
  } catch (error) {
    if (error instanceof TooComplex) say('tooComplex', whole, { max: stepsMax });
    // The parser and the checker recurse on the text; a text nested deep enough exhausts the stack, wherever that is.
    else if (error instanceof RangeError) say('tooDeep', whole);
    else say('internal', whole, { reason: error instanceof Error ? error.message : 'unknown' });
    return failed(found);
  }
}

function failed(found: readonly Diagnostic[]): Failed {
  return { ok: false, diagnostics: ordered(found) };
}

function ordered(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const byFile = (a: Diagnostic, b: Diagnostic): number => ((a.file ?? '') < (b.file ?? '') ? -1 : 1);
  return found
    .toSorted((a, b) => (a.file === b.file ? a.span.start - b.span.start || a.span.end - b.span.end : byFile(a, b)))
    .slice(0, diagnosticsMax);
}

type Say = (key: MessageKey, span: Span, facts?: Facts) => void;

function compileTexts(
  texts: readonly ParsedText[],
  program: Program,
  say: Say,
): Omit<Compiled, 'warnings'> | undefined {
  let errors = 0;
  const lines = new Set<string>();
  const lineOf = (file: ts.SourceFile, offset: number): string =>
    `${file.getLineAndCharacterOfPosition(offset).line} ${file.fileName}`;
  const report: Report = (key, node, facts) => {
    const span = { start: node.getStart(), end: node.getEnd() };
    if (!messages[key].code.startsWith('W-')) errors++;
    lines.add(lineOf(node.getSourceFile(), span.start));
    say(key, span, facts);
  };
  const clean = texts.map(({ file }) => checkSyntax(file, report)).every(Boolean);
  const contract = clean ? readContract(program.file, program.checker, report) : undefined;
  const functions = contract === undefined ? [] : lowerAll(program, contract, report);
  // Where the language's own checks spoke, TypeScript's view of the same line adds nothing.
  for (const entry of program.semantics()) {
    if (entry.category !== ts.DiagnosticCategory.Error || entry.file === undefined) continue;
    const span = spanOf(entry);
    if (judgedByLowering(entry) || lines.has(lineOf(entry.file, span.start))) continue;
    errors++;
    say(unknownNames.has(entry.code) ? 'unknownText' : 'typescript', span, { text: textOf(entry) });
  }
  if (errors > 0 || contract === undefined) return undefined;
  return judge(texts, contract, functions, assemble(contract, functions), say);
}

/** A name that is not there, or that a file does not export. */
const unknownNames: ReadonlySet<number> = new Set([2304, 2305, 2459, 2614, 2724]);
const assignability: ReadonlySet<number> = new Set([2322, 2345]);
const plainType = String.raw`(?:number|boolean|bool|[ui](?:8|16|32|64)|Range<[^>]*>|(?:number|boolean) & \{ readonly '~'[^}]*\}|true|false|\d+)`;
const plainAssignment: RegExp = new RegExp(
  `Type '${plainType}' is not assignable to type '${plainType}'|type '${plainType}' is not assignable to parameter of type '${plainType}'`,
);

/**
 * Whether a number or bool may go where it goes is decided while lowering, which knows what a name holds at that point: TypeScript, which
 * knows only what it was declared with, would refuse `let t = secret; t = 0; this.open = t`.
 */
function judgedByLowering(entry: ts.Diagnostic): boolean {
  return assignability.has(entry.code) && plainAssignment.test(textOf(entry));
}

function lowerAll(program: Program, contract: ContractShape, report: Report): readonly LoweredFunction[] {
  const shared = { checker: program.checker, contract, report, meter: { steps: 0, writes: 0 } };
  const scheduled = [...contract.methods.values()].filter((method) => method.kind === 'scheduled');
  if (scheduled.length > schedulesMax)
    report('tooMany', contract.node.name ?? contract.node, {
      what: 'Functions marked @atBlock',
      count: scheduled.length,
      max: schedulesMax,
    });
  const methods = [...contract.methods.values()].map((method) => ({ method, fn: lowerMethod(shared, method) }));
  // A private method is lowered by itself for its mistakes only; where it is called, it is inlined.
  return [lowerConstructor(shared), ...methods.flatMap(({ method, fn }) => (method.kind === 'private' ? [] : [fn]))];
}

/** The compiler's work is judged like anybody's: by the verifier. */
function judge(
  texts: readonly SourceText[],
  contract: ContractShape,
  functions: readonly LoweredFunction[],
  assembled: Assembled,
  say: Say,
): Omit<Compiled, 'warnings'> | undefined {
  const outcome = verifyModule(assembled.module);
  if (!outcome.ok) {
    verdictOf(outcome, assembled, functions, say);
    return undefined;
  }
  const verified = outcome.value;
  const mode = checkOpenMode(verified, contract.openMode);
  if (!mode.ok) {
    verdictOf(mode, assembled, functions, say);
    return undefined;
  }
  warnOfDear(verified, functions, say);
  const policy = policyTermsOf(verified);
  return {
    ok: true,
    name: contract.name,
    module: verified.module,
    verified,
    bytes: verified.bytes,
    codeHash: verified.codeHash,
    policy: policy.bytes,
    policyHash: policy.policyHash,
    openMode: contract.openMode,
    abi: abiOf(contract, functions, verified, policy),
    debug: debugMapOf(texts, assembled),
    sources: texts.map(({ path, text, start }) => ({ path, text, start })),
    sourceBytes: sourceBundle(texts),
  };
}

function spanOf(entry: ts.Diagnostic): Span {
  const start = entry.start ?? 0;
  return { start, end: start + (entry.length ?? 0) };
}

function textOf(entry: ts.Diagnostic): string {
  const text = typeof entry.messageText === 'string' ? entry.messageText : entry.messageText.messageText;
  return /[.?]$/.test(text) ? text : `${text}.`;
}
