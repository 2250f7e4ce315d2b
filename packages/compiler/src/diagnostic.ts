// What the compiler says about a text: a code, an exact sentence, where, and what to do. The sentences are a table (messages.ts); this
// file turns an entry and its facts into what people read.
import { messages, type DiagnosticCode, type MessageKey } from './messages.ts';
import { placeOf, shownPath, type SourceText } from './sources.ts';

export type Facts = Readonly<Record<string, string | number | bigint>>;

/** Offsets into a text, in UTF-16 units; `end` is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  /** Path of the code's page inside the repository and the documentation. */
  readonly page: string;
  /** Path from the folder of the contract's own file; absent where it is that file. */
  readonly file?: string;
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The line with a caret under what is meant. */
  readonly frame: string;
}

export interface Line {
  readonly line: number;
  readonly column: number;
}

/** Line and column, both from 1, of an offset. */
export function lineAt(source: string, offset: number): Line {
  const before = source.slice(0, Math.max(0, Math.min(offset, source.length)));
  const breaks = before.split(/\r\n|\r|\n/);
  return { line: breaks.length, column: (breaks.at(-1) ?? '').length + 1 };
}

/** `given` counts through all texts; what comes of it, through the one that it is in. */
export function diagnostic(texts: readonly SourceText[], key: MessageKey, given: Span, facts: Facts = {}): Diagnostic {
  const entry = messages[key];
  const { in: source, at } = placeOf(texts, given.start);
  const span = { start: at, end: given.end - source.start };
  const { line, column } = lineAt(source.text, at);
  const hint = 'hint' in entry ? fill(entry.hint, facts) : undefined;
  return {
    code: entry.code,
    severity: entry.code.startsWith('W-') ? 'warning' : 'error',
    message: fill(entry.text, facts),
    ...(hint === undefined ? {} : { hint }),
    page: `docs/errors/${entry.code}.md`,
    ...(source.path === '' ? {} : { file: source.path }),
    span,
    line,
    column,
    frame: frameOf(source.text, span, line, column),
  };
}

/** As a terminal shows it; no colour, which is the command line's business. `fileName` names the contract's own file. */
export function renderDiagnostic(entry: Diagnostic, fileName: string): string {
  const head = `${shownPath(fileName, entry.file ?? '')}:${entry.line}:${entry.column} ${entry.code} ${entry.message}`;
  const hint = entry.hint === undefined ? [] : [`  hint: ${entry.hint}`];
  return [head, entry.frame, ...hint, `  page: ${entry.page}`].join('\n');
}

function fill(template: string, facts: Facts): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    return fact === undefined ? whole : String(fact);
  });
}

const frameWidthMax = 160;

function frameOf(source: string, span: Span, line: number, column: number): string {
  const text = (source.split(/\r\n|\r|\n/)[line - 1] ?? '').slice(0, frameWidthMax);
  const number = String(line);
  const start = Math.min(column - 1, text.length);
  const length = Math.max(1, Math.min(span.end - span.start, text.length - start));
  // Tabs stay tabs below, so that the caret stands under its column whatever a tab is worth.
  const indent = text.slice(0, start).replaceAll(/[^\t]/g, ' ');
  return `  ${number} | ${text}\n  ${' '.repeat(number.length)} | ${indent}${'^'.repeat(length)}`;
}
