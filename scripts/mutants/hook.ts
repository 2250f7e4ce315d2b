// Preloaded into a test's process: one source is read with a fault in it. What fault, ENIGMA_MUTANT says.
import { registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What stands in the file from `from` to `to`, and what is read in its place. */
export interface Fault {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly instead: string;
}

const said = process.env['ENIGMA_MUTANT'];
if (said !== undefined) {
  const fault = JSON.parse(said) as Fault;
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || fileURLToPath(url) !== fault.path) return next(url, context);
      const text = readFileSync(fault.path, 'utf8');
      if (text.slice(fault.from, fault.to) !== fault.said) throw new Error('the source has changed meanwhile');
      const source = text.slice(0, fault.from) + fault.instead + text.slice(fault.to);
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}
