// Writes lib/enigma.d.ts, what editors read, from the text the compiler itself uses. The tests compare the two.
import { writeFileSync } from 'node:fs';
import { libraryText } from '../src/library.ts';

writeFileSync(new URL('../lib/enigma.d.ts', import.meta.url), libraryText);
