// What TypeScript itself gives for a contract: the same text without its types, run as JavaScript. Numbers are JavaScript's, so a program that is compared
// stays inside its types and divides by nothing that leaves a rest.
import assert from 'node:assert/strict';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { compiled, deployed, run } from './run.ts';

export interface Call {
  readonly name: string;
  readonly args: readonly bigint[];
}

const prelude = `
class Contract { ctx = { sender: 1, value: 0 }; block = { height: 10, time: 0 }; }
class KeyedMap {
  inner = new Map();
  get(key) { return this.inner.get(key) ?? 0; }
  has(key) { return this.inner.has(key); }
  set(key, value) { this.inner.set(key, value); }
  delete(key) { this.inner.delete(key); }
  get size() { return this.inner.size; }
  keys() { return [...this.inner.keys()]; }
  [Symbol.iterator]() { return this.inner[Symbol.iterator](); }
}
const map = () => new KeyedMap();
const zeros = (length) => Array(length).fill(0);
const require = (condition, text) => { if (!condition) throw new Error(text); };
const reveal = (value) => value;
const toCaller = (value) => value;
const emit = () => {};
const wrapping = (value) => value;
const min = Math.min, max = Math.max, abs = Math.abs;
const satSub = (a, b) => Math.max(0, a - b);
const [u8, u16, u32, u64] = Array(4).fill((value) => Number(value));
const [i8, i16, i32, i64] = Array(4).fill((value) => Number(value));
`;

/** The results of calls of a fresh contract, one behind the other, as JavaScript gives them. */
export function asJavaScript(source: string, calls: readonly Call[]): readonly unknown[] {
  const text = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
  }).outputText;
  const script = `(calls, plain) => { ${prelude}\n${text.replaceAll(/^export /gm, '')}\nconst it = new C();\nreturn calls.map(({ name, args }) => plain(it[name](...args.map(Number)))); }`;
  const made = runInThisContext(script) as (of: readonly Call[], as: typeof plain) => readonly unknown[];
  // At once: what a call gave may be an array that the next one writes.
  return made(calls, plain);
}

/** Numbers and booleans as bigints, records as the values of their members. */
function plain(value: unknown): unknown {
  if (value === undefined) return [];
  if (typeof value === 'number' || typeof value === 'boolean') return [BigInt(value)];
  if (Array.isArray(value)) return [value.map((one) => inside(plain(one)))];
  return Object.values(value as object).map((one) => inside(plain(one)));
}

function inside(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** The same calls as the evaluator runs the compiled text. */
export function asCompiled(source: string, calls: readonly Call[]): readonly unknown[] {
  const of = compiled(source);
  let state = deployed(of);
  return calls.map(({ name, args }) => {
    const ran = run(of, name, { args, state });
    assert.equal(ran.status, 'ok', `${name} ended as ${ran.status}`);
    state = ran.state;
    return ran.results;
  });
}
