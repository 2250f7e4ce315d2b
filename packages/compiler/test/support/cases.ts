// One text for each thing the compiler can say, with what it must say. `at` marks where: the text from the caret on.
import { contract } from './run.ts';

export interface Case {
  readonly key: string;
  readonly source: string;
  readonly says: string;
  readonly at: string;
}

const secretField = '  private b: Secret<u64> = 0;';
const run = (body: string, fields = ''): string => contract(fields, `  run(x: Secret<u8>, n: u64) { ${body} }`);

export const cases: readonly Case[] = [
  { key: 'syntax', source: 'export class C extends Contract { run( { }', says: "E-SYNTAX ')' expected.", at: '' },
  {
    key: 'typescript',
    source: run('const k = n.size;'),
    says: 'E-SUBSET `size` of u64 is not part of the contract language.',
    at: 'n.size',
  },
  {
    key: 'typescript',
    source: contract('', '  private unused(n: u64): Address { return n; }'),
    says: 'E-TYPE This is u64; Address is needed.',
    at: 'n; }',
  },
  {
    key: 'typescript',
    source: 'type A = Missing;\n' + run(''),
    says: "E-NAME Cannot find name 'Missing'.",
    at: 'Missing;',
  },
  {
    key: 'noMeeting',
    source: run('const k = n + (n > 3);'),
    says: 'E-TYPE `+` does not take u64 and bool.',
    at: 'n + (n',
  },
  {
    key: 'narrowing',
    source: run('this.k = n;', '  k: u8 = 0;'),
    says: 'E-TYPE u64 does not go into u8 by itself.',
    at: 'this.k = n',
  },
  {
    key: 'mismatch',
    source: run('if (n) this.k = 1;', '  k: u8 = 0;'),
    says: 'E-TYPE This is u64; bool is needed.',
    at: 'n) this',
  },
  {
    key: 'needsType',
    source: run('let k = 0; k++;'),
    says: 'E-TYPE `k` needs a type: a number alone does not say whether it is u8 or u64.',
    at: 'k = 0',
  },
  {
    key: 'noType',
    source: contract("  name = 'x';", ''),
    says: 'E-TYPE The type of `name` is not one a contract can hold: `string`.',
    at: "name = 'x'",
  },
  {
    key: 'untypedResult',
    source: contract('', '  run(n: u64) { return n + 1; }'),
    says: 'E-TYPE `run` returns a plain number, so its callers cannot know its width.',
    at: 'run(n',
  },
  {
    key: 'wrongField',
    source: contract('  h: u64 = 0;', "  @atBlock('h') run() {}"),
    says: 'E-TYPE @atBlock names `h`, which is not a public `readonly` field of type u64.',
    at: "'h') run",
  },
  {
    key: 'namelessField',
    source: contract('', "  @atBlock('h') run() {}"),
    says: 'E-NAME @atBlock names `h`, and the contract has no such field.',
    at: "'h') run",
  },
  {
    key: 'scheduledParams',
    source: contract('  readonly h: u64 = 9;', "  @atBlock('h') run(n: u8) {}"),
    says: 'E-TYPE A function marked @atBlock takes no arguments: whoever triggers it would choose them.',
    at: 'n: u8',
  },
  {
    key: 'readonlyField',
    source: run('this.h = 1;', '  readonly h: u64 = 9;'),
    says: 'E-TYPE `h` is readonly and is written by the constructor alone.',
    at: 'this.h',
  },
  { key: 'unknownName', source: run('const k = foo;'), says: 'E-NAME Nothing here is named `foo`.', at: 'foo' },
  {
    key: 'noContract',
    source: 'export class C {}',
    says: 'E-NAME The file exports no class that extends Contract.',
    at: '',
  },
  {
    key: 'twoContracts',
    source: `${run('')}class D extends Contract {}`,
    says: 'E-SUBSET A file holds one contract; `D` is the second.',
    at: 'D extends',
  },
  {
    key: 'notInLanguage',
    source: run('const k = typeof n;'),
    says: 'E-SUBSET `typeof` is not part of the contract language.',
    at: 'typeof n',
  },
  {
    key: 'notInLanguageHint',
    source: run('while (n > 3) {}'),
    says: 'E-SUBSET `while` is not part of the contract language.',
    at: 'while',
  },
  {
    key: 'notYet',
    source: run('const k = x / 2;'),
    says: 'E-SUBSET `/` on a secret is not available in this version.',
    at: 'x / 2',
  },
  {
    key: 'recursion',
    source: contract('', '  private f(n: u64): u64 { return this.f(n); }\n  run(n: u64): u64 { return this.f(n); }'),
    says: 'E-SUBSET `f` calls itself.',
    at: 'this.f(n); }\n  run',
  },
  {
    key: 'returnPlace',
    source: contract('', '  run(n: u64): u64 { for (let i = 0; i < n; i++) { return 1; } return 2; }'),
    says: 'E-SUBSET A `return` stands here where not every path after it ends the function.',
    at: 'return 1',
  },
  {
    key: 'arrowEffect',
    source: run('const v = zeros<u8>(3); const w = v.map((k) => { this.c = k; return k; });', '  c: u8 = 0;'),
    says: 'E-SUBSET The function given to `map` may compute, not write.',
    at: '(k) =>',
  },
  {
    key: 'revealInMap',
    source: run('const v = zeros<u8>(3); const w = v.map((k) => reveal(x, "x") + k);'),
    says: 'E-SUBSET Here `reveal` stands inside a larger expression of `map`.',
    at: 'v.map',
  },
  {
    key: 'loopVariable',
    source: run('for (let i = 0; i < 3; i++) i = 2;'),
    says: 'E-SUBSET `i` counts the loop and cannot be assigned inside it.',
    at: 'i = 0',
  },
  {
    key: 'twoInboxes',
    source: contract('  a = inbox<{ x: Secret<u8> }>(); c = inbox<{ x: Secret<u8> }>();', ''),
    says: 'E-SUBSET A contract has one inbox; `c` is the second.',
    at: 'c = inbox',
  },
  {
    key: 'literalRange',
    source: run('const k: u8 = 300;'),
    says: 'E-BOUND 300 does not fit u8, which goes from 0 to 255.',
    at: '300',
  },
  {
    key: 'rangeForm',
    source: contract('  k: Range<1, 5> = 1;', ''),
    says: 'E-BOUND A Range goes from 0 to a literal below 2^53.',
    at: 'k: Range',
  },
  {
    key: 'noMaximum',
    source: run('for (let i = 0; n > 3; i++) {}'),
    says: 'E-BOUND This loop has no stated maximum.',
    at: 'n > 3; i',
  },
  {
    key: 'boundChanges',
    source: run('let m = n; for (let i = 0; i < m; i++) m = 3;'),
    says: 'E-BOUND The loop changes `m`, and its bound depends on it.',
    at: 'm; i++',
  },
  { key: 'divisionByZero', source: run('const k = n / 0;'), says: 'E-BOUND This divides by zero.', at: 'n / 0' },
  {
    key: 'tooLong',
    source: ' '.repeat(262_145),
    says: 'E-BOUND The text has 262145 characters; at most 262144 are compiled.',
    at: ' '.repeat(262_145),
  },
  {
    key: 'tooDeep',
    source: run(`const k = ${'('.repeat(300)}n${')'.repeat(300)};`),
    says: 'E-BOUND The text is nested too deeply to be read.',
    at: '(((',
  },
  {
    key: 'alias',
    source: run('const v = zeros<u8>(3); const w = v;'),
    says: 'E-ALIAS This makes a second name for an existing array or record.',
    at: 'v;',
  },
  {
    key: 'aliasWrite',
    source: contract('', '  private f(v: u8[]) { v[0] = 1; }\n  run() { const v = zeros<u8>(3); this.f(v); }'),
    says: 'E-ALIAS `v` is a second name here and cannot be written through.',
    at: 'v[0]',
  },
  {
    key: 'flowField',
    source: run('this.k = x;', '  k: u8 = 0;'),
    says: 'E-FLOW `k` is public, and the value is secret.',
    at: 'this.k',
  },
  {
    key: 'flowBranch',
    source: run('if (x > 5) this.flag = true;', '  flag = false;'),
    says: 'E-FLOW `flag` is public, and a secret condition decides whether it is written.',
    at: 'this.flag',
  },
  {
    key: 'flowParameter',
    source: contract('', '  private f(k: u8) { const m = k; }\n  run(x: Secret<u8>) { this.f(x); }'),
    says: 'E-FLOW Parameter `k` is public, and the value is secret.',
    at: 'x); }',
  },
  {
    key: 'flowRelease',
    source: run('if (x > 5) { const k = reveal(x, "x"); }'),
    says: 'E-FLOW `reveal` under a secret condition would show which way it went.',
    at: 'reveal',
  },
  {
    key: 'publicReveal',
    source: run('const k = reveal(n, "n");'),
    says: 'E-FLOW This value is public already; there is nothing to release.',
    at: 'reveal',
  },
  {
    key: 'abortRequire',
    source: contract(secretField, '  run(amount: Secret<u64>) { require(this.b >= amount, "funds"); }'),
    says: 'E-ABORT A stopped task is seen by everyone, so `require` would tell the secret condition.',
    at: 'this.b >= amount',
  },
  {
    key: 'abortBranch',
    source: run('const v = zeros<u8>(3); if (x > 5) v[n] = 1;'),
    says: 'E-ABORT An index that may be outside can stop the task, and a secret condition decides whether it is meant to run.',
    at: 'n] = 1',
  },
  {
    key: 'shapeBound',
    source: run('for (let i = 0; i < x; i++) this.c += 1;', '  c: u32 = 0;'),
    says: 'E-SHAPE The number of rounds of a loop is seen by everyone, and this bound is secret.',
    at: 'x; i++',
  },
  {
    key: 'shapeLength',
    source: run('const v = zeros<u8>(x);'),
    says: 'E-SHAPE The length of an array is seen by everyone, and this one is secret.',
    at: 'x);',
  },
  {
    key: 'shapeIndex',
    source: run('const v = zeros<u8>(3); const k = v[x];'),
    says: 'E-SHAPE Which element is touched is seen by everyone, and this index is secret.',
    at: 'x];',
  },
  {
    key: 'shapeHeight',
    source: contract('  box = inbox<{ x: Secret<u8> }>();', '  run(h: Secret<u64>) { const e = this.box.upTo(h); }'),
    says: 'E-SHAPE Which entries are taken is seen by everyone, and this height is secret.',
    at: 'h); }',
  },
  {
    key: 'shapeBranch',
    source: contract(
      '  box = inbox<{ x: Secret<u8> }>();',
      '  run(h: u64, s: Secret<u8>) { if (s > 5) { const e = this.box.upTo(h); } }',
    ),
    says: 'E-SHAPE Taking entries changes what everyone sees, and a secret condition decides whether it is meant to run.',
    at: 'this.box',
  },
  {
    key: 'readerReturn',
    source: contract(secretField, '  run() { return this.b; }'),
    says: 'E-READER A secret is returned, and nothing says who may read it.',
    at: 'this.b; }',
  },
  {
    key: 'readerSend',
    source: contract('', '  run(to: Address, x: Secret<u8>) { sendTo(to, x, "x"); }'),
    says: 'E-READER In this version a value is sent to the sender of the task alone.',
    at: 'to, x',
  },
  {
    key: 'reasonMissing',
    source: run('const k = reveal(x, " ");'),
    says: 'E-REASON `reveal` needs a reason, as a literal text that is not empty.',
    at: '" "',
  },
  {
    key: 'reasonLong',
    source: run(`const k = reveal(x, "${'y'.repeat(257)}");`),
    says: 'E-REASON The reason has 257 bytes; at most 256 fit.',
    at: `"${'y'.repeat(257)}"`,
  },
  {
    key: 'openMode',
    source: run('this.k = reveal(x, "x");', '  k: u8 = 0;'),
    says: 'E-OPENMODE What is revealed here is used for more than the result, so it must be open before the task is settled.',
    at: 'reveal',
  },
  {
    key: 'openModeValue',
    source: contract('  static readonly openMode = "never";', ''),
    says: 'E-OPENMODE `openMode` is "afterSettle" or "beforeSettle".',
    at: 'static',
  },
  {
    key: 'underflow',
    source: contract(secretField, '  run(x: Secret<u64>) { this.b -= x; }'),
    says: 'E-UNDERFLOW Nothing proves that this.b − x stays at or above zero, and a secret difference wraps silently.',
    at: 'this.b -=',
  },
  {
    key: 'wrap',
    source: contract(secretField, '  run(x: Secret<u64>) { this.b += x; }'),
    says: 'W-WRAP This secret `+` can reach 36893488147419103230, and u64 wraps silently above 18446744073709551615.',
    at: 'this.b +=',
  },
  {
    key: 'divisionMayStop',
    source: contract('', '  run(a: u8, b: u8): u8 { return a / b; }'),
    says: 'W-DIV0 A zero here stops the task, and nothing proves that it is not zero.',
    at: 'a / b',
  },
  {
    key: 'tooMany',
    source: contract('  readonly h: u64 = 9;', [1, 2, 3, 4, 5].map((i) => `  @atBlock('h') f${i}() {}`).join('\n')),
    says: 'E-BOUND Functions marked @atBlock: 5, and at most 4 are possible.',
    at: 'C extends',
  },
  {
    key: 'mapKey',
    source: contract('  m = map<Secret<u64>, u64>();', ''),
    says: "E-SHAPE Which key is touched is seen by everyone, and a map's key is a public scalar; Secret<u64> is none.",
    at: 'Secret<u64>, u64',
  },
  {
    key: 'shapeKey',
    source: run('this.m.set(x, 1);', '  m = map<u64, u64>();'),
    says: 'E-SHAPE Which key is touched is seen by everyone, and this key is secret.',
    at: 'this.m.set',
  },
  {
    key: 'shapeArgument',
    source: contract('', '  run(v: Secret<u8>[]) {}'),
    says: 'E-SHAPE How many values are sealed is seen by everyone, and the array `v` has no fixed length.',
    at: 'v: Secret',
  },
  {
    key: 'secretResult',
    source: contract(secretField, '  @view run(): Secret<u64> { return this.b; }'),
    says: 'E-VIEW A view leaves no record, so it can give nothing secret.',
    at: 'run()',
  },
  {
    key: 'callerReason',
    source: contract(secretField, '  run(): Secret<u64> { const k = toCaller(this.b, "yours"); return k; }'),
    says: 'E-SUBSET `toCaller` stands here where its value goes on being computed with.',
    at: 'toCaller',
  },
  {
    key: 'eventForm',
    source: run('emit("not a name", { n });'),
    says: 'E-TYPE An event is a name and a record of public values.',
    at: '"not a name"',
  },
  {
    key: 'flowEvent',
    source: run('emit("Seen", { x });'),
    says: 'E-FLOW An event is seen by everyone, and `x` is secret.',
    at: '{ x }',
  },
  {
    key: 'wrapSigned',
    source: contract('', '  run(x: Secret<i8>): i8 { return reveal(x + x, "x"); }'),
    says: 'W-WRAP This secret `+` can go from -256 to 254, and i8 wraps silently outside its range.',
    at: 'x + x',
  },
];
