// The plain TypeScript compiler over texts in memory: the contract, what it imports, the language's declarations and what is left of the
// JavaScript library. No file is opened; a path that is none of them does not exist.
import ts from 'typescript';
import { baseText, libraryText } from './library.ts';
import { importedPath, programPath, type ParsedText } from './sources.ts';

export interface Program {
  /** The contract's own file. */
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly syntax: readonly ts.DiagnosticWithLocation[];
  /** Asked for only once the syntax is right. */
  semantics(): readonly ts.Diagnostic[];
}

const options: ts.CompilerOptions = {
  noLib: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  strict: true,
  noImplicitOverride: true,
  noEmit: true,
  allowImportingTsExtensions: true,
};

// Parsed once; TypeScript does not change a source file that it has bound under the same options.
const libraries: ReadonlyMap<string, ts.SourceFile> = new Map(
  [
    ['/base.d.ts', baseText],
    ['/enigma.d.ts', libraryText],
  ].map(([path, text]) => [path!, ts.createSourceFile(path!, text!, ts.ScriptTarget.ESNext, true)]),
);

export function programOf(texts: readonly ParsedText[], above: number): Program {
  const files: ReadonlyMap<string, ParsedText> = new Map(texts.map((text) => [text.file.fileName, text]));
  const own = texts[0]!.file;
  const host: ts.CompilerHost = {
    getSourceFile: (path) => files.get(path)?.file ?? libraries.get(path),
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => {
        const target = importedPath(files.get(containing)?.path ?? '', text, above);
        const name = 'no' in target ? undefined : programPath(target.path);
        if (name === undefined || !files.has(name)) return { resolvedModule: undefined };
        return {
          resolvedModule: { resolvedFileName: name, extension: ts.Extension.Ts, isExternalLibraryImport: false },
        };
      }),
    getDefaultLibFileName: () => '/base.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => files.has(path) || libraries.has(path),
    readFile: (path) => (files.get(path)?.file ?? libraries.get(path))?.text,
    directoryExists: () => false,
    getDirectories: () => [],
  };
  const program = ts.createProgram([...libraries.keys(), own.fileName], options, host);
  return {
    file: own,
    checker: program.getTypeChecker(),
    syntax: texts.flatMap(({ file }) => program.getSyntacticDiagnostics(file)),
    semantics: () => texts.flatMap(({ file }) => program.getSemanticDiagnostics(file)),
  };
}
