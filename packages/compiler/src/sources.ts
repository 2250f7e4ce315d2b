// The texts of one contract: its own file and those it imports, each once. No file is opened here; a reader gives texts by their paths.
//
// Every text has a place behind the ones found before it, so that an offset alone says file and position (`placeOf`).
import ts from 'typescript';
import type { Facts, Span } from './diagnostic.ts';
import { filesMax, sourceLengthMax } from './limits.ts';
import type { MessageKey } from './messages.ts';

/** Other files of the project that a contract may import. */
export interface SourceReader {
  /**
   * The text of a file by its path from the folder of the contract's own file, parts joined by `/`: `stats.ts`, `../shared/stats.ts`;
   * undefined where there is none.
   */
  read(path: string): string | undefined;
  /** How many folders above the contract's own belong to the project too; none where it is not said. */
  readonly above?: number;
}

export interface SourceText {
  /** From the folder of the contract's own file; empty for that file itself. */
  readonly path: string;
  readonly text: string;
  /** Offset of its first character among all texts. */
  readonly start: number;
}

export interface ParsedText extends SourceText {
  readonly file: ts.SourceFile;
}

export interface ImportFault {
  readonly key: MessageKey;
  readonly span: Span;
  readonly facts: Facts;
}

export interface Sources {
  /** The contract's own file first, then as they were found. */
  readonly texts: readonly ParsedText[];
  readonly faults: readonly ImportFault[];
}

/** Follows the imports of a contract's file and of what it imports. */
export function gather(source: string, { read, above = 0 }: SourceReader): Sources {
  const own = parsed('', source, 0);
  const texts: ParsedText[] = [own];
  const faults: ImportFault[] = [];
  const finished = new Set<string>();
  const visit = (from: ParsedText, open: readonly string[]): void => {
    for (const statement of from.file.statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const place = statement.moduleSpecifier;
      const given = place.text;
      const say = (key: MessageKey, facts: Facts = {}, at: ts.Node = place): void =>
        void faults.push({ key, span: { start: at.getStart(), end: at.getEnd() }, facts: { path: given, ...facts } });
      const what = unnamed(statement);
      if (what !== undefined) {
        say('importForm', { what }, statement);
        continue;
      }
      const target = importedPath(from.path, given, above);
      if ('no' in target) {
        say(target.no);
        continue;
      }
      const { path } = target;
      if (open.includes(path)) {
        say('importCircle', { way: [...open.slice(open.indexOf(path)), path].join(' → ') });
        continue;
      }
      if (finished.has(path)) continue;
      finished.add(path);
      const text = read(path);
      if (text === undefined) {
        say('importMissing');
        continue;
      }
      const last = texts.at(-1)!;
      const start = last.start + last.text.length + 1;
      const length = start - texts.length + text.length;
      if (texts.length >= filesMax) {
        say('tooMany', { what: 'Files of a contract', count: texts.length + 1, max: filesMax });
        return;
      }
      if (length > sourceLengthMax) {
        say('tooLong', { length, max: sourceLengthMax });
        return;
      }
      const found = parsed(path, text, start);
      if (holdsContract(found.file)) {
        say('importContract');
        continue;
      }
      texts.push(found);
      visit(found, [...open, path]);
    }
  };
  visit(own, []);
  return { texts, faults };
}

/** Blanks in front put a text at its place, so that each node of the tree says where it stands among all texts. */
function parsed(path: string, text: string, start: number): ParsedText {
  const file = ts.createSourceFile(programPath(path), ' '.repeat(start) + text, ts.ScriptTarget.ESNext, true);
  return { path, text, start, file };
}

/** The name of a file among those TypeScript sees; no part of an imported path has a `^`. */
export function programPath(path: string): string {
  return path === '' ? '/contract.ts' : `/files/${path.replaceAll('../', '^/')}`;
}

/** What an import is that does not list names; undefined where it does. */
function unnamed({ importClause: clause }: ts.ImportDeclaration): string | undefined {
  if (clause === undefined) return 'an import for its effects';
  if (clause.name !== undefined) return 'a default import';
  if (clause.namedBindings === undefined || !ts.isNamedImports(clause.namedBindings)) return 'a namespace import';
  return clause.namedBindings.elements.length === 0 ? 'an import of nothing' : undefined;
}

function holdsContract(file: ts.SourceFile): boolean {
  return file.statements.some(
    (statement) =>
      ts.isClassDeclaration(statement) &&
      (statement.heritageClauses?.some((clause) => clause.types.some((type) => type.getText() === 'Contract')) ??
        false),
  );
}

// A path has one spelling: on every file system, and among all characters that look alike.
const part = String.raw`[A-Za-z0-9_-][A-Za-z0-9_.-]*`;
const pathForm: RegExp = new RegExp(String.raw`^(?:\./|(?:\.\./)+)(?:${part}/)*${part}\.ts$`);
const pathLengthMax = 256;

/** Where an import leads, from the folder of the contract's own file; or why it leads nowhere. */
export function importedPath(
  from: string,
  given: string,
  above: number,
): { readonly path: string } | { readonly no: MessageKey } {
  if (!/^\.\.?\//.test(given)) return { no: 'importPackage' };
  if (given.length > pathLengthMax || !pathForm.test(given) || given.endsWith('.d.ts')) return { no: 'importPath' };
  const parts = from.split('/').slice(0, -1);
  for (const step of given.split('/')) {
    if (step === '.') continue;
    if (step === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(step);
  }
  return parts.filter((step) => step === '..').length > above ? { no: 'importOutside' } : { path: parts.join('/') };
}

/** The text that an offset is in, and the offset inside it. */
export function placeOf(
  texts: readonly SourceText[],
  offset: number,
): { readonly in: SourceText; readonly at: number } {
  const found = texts.findLast(({ start }) => start <= offset) ?? texts[0]!;
  return { in: found, at: offset - found.start };
}

const BUNDLE = 'enigma.sources.v1';

/**
 * The bytes whose hash stands for a contract's source on chain (docs/formats.md, §4): of one file its text in UTF-8. Of several a byte ff, which no
 * UTF-8 has, a tag, their number u16, and for each, the contract's own first and then in the order of the paths' bytes, length u32 and
 * UTF-8 of path and text.
 */
export function sourceBundle(texts: readonly SourceText[]): Uint8Array {
  const [own, ...others] = texts;
  if (own === undefined) throw new Error('a contract has a file');
  if (others.length === 0) return new TextEncoder().encode(own.text);
  // Paths are ASCII, so that this is the order of their bytes.
  const sorted = [own, ...others.toSorted((a, b) => (a.path < b.path ? -1 : 1))];
  const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
  const pieces = [
    Uint8Array.of(0xff, ...utf8(BUNDLE), sorted.length >> 8, sorted.length & 0xff),
    ...sorted.flatMap(({ path, text }) => [path, text].flatMap((words) => [lengthOf(utf8(words)), utf8(words)])),
  ];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

/** A file as people know it: beside the contract's own, whose name they gave. */
export function shownPath(fileName: string, path: string): string {
  if (path === '') return fileName;
  const parts = fileName.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    const last = parts.at(-1);
    if (step === '..' && last !== undefined && !['', '.', '..'].includes(last)) parts.pop();
    else parts.push(step);
  }
  return parts.join('/');
}
