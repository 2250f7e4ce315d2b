// The plain TypeScript compiler over three texts in memory: the contract, the language's declarations and what is left of the
// JavaScript library. No file is opened; a path that is not one of the three does not exist.
import ts from 'typescript';
import { baseText, libraryText } from './library.ts';

export interface Program {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly syntax: readonly ts.DiagnosticWithLocation[];
  /** Asked for only once the syntax is right. */
  semantics(): readonly ts.Diagnostic[];
}

const contractPath = '/contract.ts';

const options: ts.CompilerOptions = {
  noLib: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  strict: true,
  noImplicitOverride: true,
  noEmit: true,
};

// Parsed once; TypeScript does not change a source file that it has bound under the same options.
const libraries: ReadonlyMap<string, ts.SourceFile> = new Map(
  [
    ['/base.d.ts', baseText],
    ['/enigma.d.ts', libraryText],
  ].map(([path, text]) => [path!, ts.createSourceFile(path!, text!, ts.ScriptTarget.ESNext, true)]),
);

export function programOf(source: string): Program {
  const file = ts.createSourceFile(contractPath, source, ts.ScriptTarget.ESNext, true);
  const host: ts.CompilerHost = {
    getSourceFile: (path) => (path === contractPath ? file : libraries.get(path)),
    getDefaultLibFileName: () => '/base.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => path === contractPath || libraries.has(path),
    readFile: (path) => (path === contractPath ? source : libraries.get(path)?.text),
    directoryExists: () => false,
    getDirectories: () => [],
  };
  const program = ts.createProgram([...libraries.keys(), contractPath], options, host);
  return {
    file,
    checker: program.getTypeChecker(),
    syntax: program.getSyntacticDiagnostics(file),
    semantics: () => program.getSemanticDiagnostics(file),
  };
}
