// Which functions of the sources read bytes or text from outside, by their names and by what they call; so that one which nobody fuzzes does not go unseen.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sources of what runs: nodes, clients, the command, the page. */
const SOURCES = ['packages/*/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}'];
const NAME = /^(decode|parse|read|load|from(?=Hex|Bytes|Value|Json))|(FromBytes|FromHex|FromJson)$/;
/** What a function that reads outside bytes calls, whatever it is called itself. */
const CALLS = /\bJSON\.parse\(|\.json\(\)|new Reader\(|new TextDecoder\(/;
const FUNCTION = /^(?:export )?(?:async )?function\*? (\w+)/;

/** `path#name`, sorted: functions at the top of their file that are named like decoders, or in whose text (that of helpers inside them too) such a call stands. */
export function decodingFunctions(root: string): readonly string[] {
  const found = new Set<string>();
  for (const path of globSync(SOURCES, { cwd: root, exclude: (one) => /node_modules|\.d\.ts$|generated/.test(one) })) {
    let inside = '';
    for (const line of readFileSync(join(root, path), 'utf8').split('\n')) {
      const name = FUNCTION.exec(line)?.[1];
      if (name !== undefined) inside = name;
      const named = name !== undefined && line.startsWith('export') && NAME.test(name);
      const isComment = /^\s*(\/\/|\*|\/\*)/.test(line);
      if (named || (!isComment && CALLS.test(line))) found.add(`${path.replaceAll('\\', '/')}#${inside}`);
    }
  }
  return [...found].sort();
}
