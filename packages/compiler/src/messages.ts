// Every sentence the compiler can say, as data. A key names one situation; a code names the page that explains the rule behind it.

export type DiagnosticCode =
  | 'E-SYNTAX'
  | 'E-TYPE'
  | 'E-SUBSET'
  | 'E-NAME'
  | 'E-IMPORT'
  | 'E-BOUND'
  | 'E-ALIAS'
  | 'E-FLOW'
  | 'E-ABORT'
  | 'E-SHAPE'
  | 'E-READER'
  | 'E-REASON'
  | 'E-OPENMODE'
  | 'E-VIEW'
  | 'E-READ'
  | 'E-LABEL'
  | 'E-UNDERFLOW'
  | 'W-WRAP'
  | 'W-DIV0'
  | 'W-GAS';

interface Message {
  readonly code: DiagnosticCode;
  /** `{name}` is replaced by a fact. */
  readonly text: string;
  readonly hint?: string;
}

const table = {
  syntax: { code: 'E-SYNTAX', text: '{text}' },
  tooLong: { code: 'E-BOUND', text: 'The text has {length} characters; at most {max} are compiled.' },
  tooDeep: {
    code: 'E-BOUND',
    text: 'The text is nested too deeply to be read.',
    hint: 'Split the expression into named constants.',
  },
  tooComplex: {
    code: 'E-BOUND',
    text: 'The contract takes more than {max} steps to compile.',
    hint: 'Fewer loops inside loops, or fewer helpers that call helpers.',
  },

  unknownText: { code: 'E-NAME', text: '{text}' },
  typescript: { code: 'E-TYPE', text: '{text}' },
  noMeeting: { code: 'E-TYPE', text: '`{operator}` does not take {left} and {right}.' },
  narrowing: {
    code: 'E-TYPE',
    text: '{from} does not go into {to} by itself.',
    hint: 'Convert it: `{to}(…)` stops the task if a public value does not fit and keeps the low bits of a secret one.',
  },
  mismatch: { code: 'E-TYPE', text: 'This is {from}; {to} is needed.' },
  needsType: {
    code: 'E-TYPE',
    text: '`{name}` needs a type: a number alone does not say whether it is u8 or u64.',
    hint: 'Write `{name}: u64`, or the smallest type that holds it.',
  },
  noType: {
    code: 'E-TYPE',
    text: 'The type of `{name}` is not one a contract can hold: `{type}`.',
    hint: 'bool, u8 to u64, Range<0, max>, Address, Secret<…> of them, records and arrays.',
  },
  chosenText: {
    code: 'E-TYPE',
    text: 'Which text it becomes, `{first}` or `{second}`, is decided while the contract runs, and nothing says its type.',
    hint: 'Write the type: `const phase: Phase = …`.',
  },
  untypedResult: {
    code: 'E-TYPE',
    text: '`{name}` returns a plain number, so its callers cannot know its width.',
    hint: 'Write the type of the result: `{name}(…): u64`.',
  },
  wrongField: { code: 'E-TYPE', text: '@atBlock names `{name}`, which is not a public `readonly` field of type u64.' },
  namelessField: { code: 'E-NAME', text: '@atBlock names `{name}`, and the contract has no such field.' },
  scheduledParams: {
    code: 'E-TYPE',
    text: 'A function marked @atBlock takes no arguments: whoever triggers it would choose them.',
  },

  unknownName: { code: 'E-NAME', text: 'Nothing here is named `{name}`.' },
  nameForm: {
    code: 'E-NAME',
    text: '`{name}` is a name that others see, in reports and forms: such a name has at most 64 letters and digits of ASCII, _ and $.',
  },
  noContract: {
    code: 'E-NAME',
    text: 'The file exports no class that extends Contract.',
    hint: '`export class Name extends Contract { … }`',
  },
  twoContracts: { code: 'E-SUBSET', text: 'A file holds one contract; `{name}` is the second.' },

  importForm: {
    code: 'E-IMPORT',
    text: 'An import lists by name what it takes; this is {what}.',
    hint: "`import { mean, type Ballot } from './stats.ts';`",
  },
  importPackage: {
    code: 'E-IMPORT',
    text: '`{path}` is no file of the project: the path of one begins with ./ or ../.',
    hint: "Put what is needed into a file of the project: `import { mean } from './stats.ts';`",
  },
  importPath: {
    code: 'E-IMPORT',
    text: '`{path}` is no path of a source file: parts of letters and digits of ASCII, _, - and ., and .ts at the end.',
    hint: '`./stats.ts`, `../shared/stats.ts`.',
  },
  importOutside: {
    code: 'E-IMPORT',
    text: '`{path}` leaves the project: the folder of the contract, where no other is named.',
    hint: 'Name the folder that holds all its files: `--root FOLDER`.',
  },
  importMissing: { code: 'E-IMPORT', text: 'There is no file `{path}` in the project.' },
  importCircle: {
    code: 'E-IMPORT',
    text: 'Files import each other in a circle: {way}.',
    hint: 'Put what both need into a file of its own.',
  },
  importContract: {
    code: 'E-IMPORT',
    text: '`{path}` holds a contract, which is no part of another.',
    hint: 'Put what both need into a file of its own.',
  },
  topLevel: {
    code: 'E-SUBSET',
    text: 'Outside of classes and functions a file declares types and constants; this would run by itself.',
    hint: 'Put it into a function.',
  },

  notInLanguage: { code: 'E-SUBSET', text: '{what} is not part of the contract language.' },
  notInLanguageHint: { code: 'E-SUBSET', text: '{what} is not part of the contract language.', hint: '{hint}' },
  notYet: { code: 'E-SUBSET', text: '{what} is not available in this version.', hint: '{hint}' },
  recursion: {
    code: 'E-SUBSET',
    text: '`{name}` calls itself.',
    hint: 'Keep a list of work in an array and a loop with a stated maximum.',
  },
  returnLoop: {
    code: 'E-SUBSET',
    text: 'A `return` stands in a loop, all of whose rounds run.',
    hint: 'Keep the result in a name and return it behind the loop: `let found: u8 = 0; for (…) if (…) found = …; return found;`.',
  },
  returnMissing: {
    code: 'E-SUBSET',
    text: 'Where this ends in no `return`, the function gives nothing, and elsewhere it gives a value.',
    hint: 'End the function with `return …;`.',
  },
  returnEffect: {
    code: 'E-FLOW',
    text: 'Whether this runs shows whether the `return` in line {line} did, which a secret condition decides.',
    hint: 'Do it before that `if`; or choose the result there and return it at the end: `const result = condition ? a : b; … return result;`.',
  },
  constantDraws: {
    code: 'E-SUBSET',
    text: '`{name}` stands outside of functions, and what it draws or opens would be another at each use.',
    hint: 'Draw inside the function: `const {name} = …;`.',
  },
  arrowEffect: {
    code: 'E-SUBSET',
    text: 'The function given to `{name}` may compute, not write.',
    hint: 'Use `for … of` to write.',
  },
  revealInMap: {
    code: 'E-SUBSET',
    text: 'Here `reveal` stands inside a larger expression of `map`.',
    hint: 'Make it the outermost call: `values.map((x) => reveal(…, "why"))`.',
  },
  loopVariable: { code: 'E-SUBSET', text: '`{name}` counts the loop and cannot be assigned inside it.' },
  mapKey: {
    code: 'E-SHAPE',
    text: "Which key is touched is seen by everyone, and a map's key is a public scalar or at most 32 public bytes; {type} is none.",
    hint: 'Use an Address, a number, a bool, a choice of texts or Bytes<32> as the key.',
  },
  notComponent: {
    code: 'E-SUBSET',
    text: '`new` makes a component, and `{name}` is no class of the project.',
    hint: 'Of the language there are `map<K, V>()`, `inbox<T>()`, `zeros<T>(n)` and records `{ … }`.',
  },
  componentForm: {
    code: 'E-SUBSET',
    text: 'A component is a class of fields and functions alone; `{name}` has {what}.',
    hint: 'Have it in the contract: a component has no `extends`, no inbox, no decorator and nothing static.',
  },
  componentInside: { code: 'E-SUBSET', text: 'The component `{name}` would hold itself.' },
  componentMade: {
    code: 'E-SUBSET',
    text: 'The component `{name}` is made once, where it is declared or by a statement of the constructor.',
    hint: '`private token = new Token();`, or `this.token = new Token(…);` in the constructor.',
  },
  componentUse: {
    code: 'E-SUBSET',
    text: 'A component is no value: its functions are called, and what is public in it is read.',
    hint: '`this.token.move(…)`.',
  },
  componentWrite: {
    code: 'E-SUBSET',
    text: '`{name}` belongs to a component, whose own functions alone write and use it.',
    hint: 'Give the component a function for it.',
  },
  chosenMap: {
    code: 'E-SUBSET',
    text: 'Which map or inbox a name stands for cannot be decided while the contract runs.',
    hint: 'Use each of them in a branch of its own.',
  },
  mapInMap: {
    code: 'E-SUBSET',
    text: 'A map in a map is not kept by itself, so it has no {what}.',
    hint: 'Keep what you count or list in a field of its own: `voters = map<u32, u32>()`.',
  },
  shapeKey: {
    code: 'E-SHAPE',
    text: 'Which key is touched is seen by everyone, and this key is secret.',
    hint: 'Keep an array of { key, value } and touch every element.',
  },
  shapeDraw: {
    code: 'E-SHAPE',
    text: 'Below what a random number stays is public, and this bound is secret.',
    hint: 'Draw below the largest bound there may be, or compute with random.bits<…>().',
  },
  orderNotDrawn: {
    code: 'E-TYPE',
    text: 'Arrays are put in orders that this function drew with random.permutation, and this is none.',
    hint: '`const order = random.permutation(values.length); permute(values, order)`; to put values in an order of your own use sortBy.',
  },
  drawInConstructor: {
    code: 'E-SUBSET',
    text: 'A constructor is computed in the open, so it cannot draw what nobody sees.',
    hint: 'Draw in the first call that needs it.',
  },
  secretResult: {
    code: 'E-VIEW',
    text: 'A view leaves no record, so it can give nothing secret.',
    hint: 'Mark it @read instead: then the caller gets it by a task, which waits for no other.',
  },
  viewWrites: {
    code: 'E-VIEW',
    text: '`{name}` is a view, which leaves no record: it can neither write, release nor draw random values.',
    hint: 'Mark it @read to release or draw, or leave the mark out to write.',
  },
  readWrites: {
    code: 'E-READ',
    text: '`{name}` is a read, which leaves the state as it is: it can neither write, emit nor take entries.',
    hint: 'Leave out @read: then its tasks have their place in the queue.',
  },
  viewAndRead: { code: 'E-VIEW', text: 'A function is a @view or a @read, not both.' },
  callerReason: {
    code: 'E-SUBSET',
    text: '`toCaller` stands here where its value goes on being computed with.',
    hint: '`return toCaller(value, "why")`, or as a member of the record that is returned.',
  },
  eventForm: {
    code: 'E-TYPE',
    text: 'An event is a name and a record of public values.',
    hint: 'emit("Closed", { winner, price }).',
  },
  flowEvent: {
    code: 'E-FLOW',
    text: 'An event is seen by everyone, and `{name}` is secret.',
    hint: 'Release it with a reason: reveal(value, "why").',
  },
  readonlyField: { code: 'E-TYPE', text: '`{name}` is readonly and is written by the constructor alone.' },
  twoInboxes: { code: 'E-SUBSET', text: 'A contract has one inbox; `{name}` is the second.' },

  literalRange: { code: 'E-BOUND', text: '{value} does not fit {type}, which goes from {low} to {high}.' },
  rangeForm: {
    code: 'E-BOUND',
    text: 'A Range goes from 0 to a literal below 2^53.',
    hint: '`Range<0, 31>`; add the offset in the contract.',
  },
  noMaximum: {
    code: 'E-BOUND',
    text: 'This loop has no stated maximum.',
    hint: '`for (let i = 0; i < bound; i++)` with a public bound, `for (const x of array)`, or `for (let i = 0; i < 64 && condition; i++)` with a number and a public condition.',
  },
  tooManyRounds: { code: 'E-BOUND', text: 'A loop that a condition ends has at most {max} rounds.' },
  boundActs: {
    code: 'E-BOUND',
    text: 'The bound of a loop is read once, and this one does something in front of each round.',
    hint: 'Do it before the loop: `const end = …;`.',
  },
  boundChanges: {
    code: 'E-BOUND',
    text: 'The loop changes `{name}`, and its bound depends on it.',
    hint: 'Copy the bound into a `const` before the loop.',
  },
  divisionByZero: { code: 'E-BOUND', text: 'This divides by zero.' },
  shiftAmount: {
    code: 'E-BOUND',
    text: 'A shift by {amount} is none of {type}: from 0 to {max} are.',
  },
  signedRoot: {
    code: 'E-TYPE',
    text: '`isqrt` takes unsigned integers, and {type} may be below zero.',
    hint: 'isqrt(max(x, 0)) has the root of zero there.',
  },
  signedShift: {
    code: 'E-TYPE',
    text: '`>>>` takes unsigned integers, and {type} has a sign.',
    hint: '`>>` copies the sign.',
  },
  tooMany: { code: 'E-BOUND', text: '{what}: {count}, and at most {max} are possible.' },

  alias: {
    code: 'E-ALIAS',
    text: 'This makes a second name for an existing array or record.',
    hint: 'Copy it: `[...{name}]`, or use `{name}` itself.',
  },
  hexForm: {
    code: 'E-TYPE',
    text: '`hex` takes a literal of two digits a byte, at most 256 bytes.',
    hint: "`hex('c0ffee')`.",
  },
  aliasStale: {
    code: 'E-ALIAS',
    text: '`{name}` is a second name here, and what it names has been written since.',
    hint: 'Copy it before that: `[...{name}]`, or `{ ...{name} }` of a record.',
  },
  aliasLoop: {
    code: 'E-ALIAS',
    text: 'The loop writes `{name}` while it goes over it.',
    hint: 'Go over a copy: `of [...{name}]`, or `of {name}.keys()` of a map.',
  },
  aliasWrite: {
    code: 'E-ALIAS',
    text: '`{name}` is a second name here and cannot be written through.',
    hint: 'Copy it first: `[...{name}]`.',
  },

  flowField: {
    code: 'E-FLOW',
    text: '`{name}` is public, and the value is secret.',
    hint: 'Declare it Secret<…>, or release the value with a reason: reveal(value, "why").',
  },
  flowBranch: {
    code: 'E-FLOW',
    text: '`{name}` is public, and a secret condition decides whether it is written.',
    hint: 'Declare it Secret<…>, or release the condition with a reason: reveal(condition, "why").',
  },
  flowParameter: {
    code: 'E-FLOW',
    text: 'Parameter `{name}` is public, and the value is secret.',
    hint: 'Declare the parameter Secret<…>.',
  },
  flowPlace: {
    code: 'E-FLOW',
    text: '`{name}` is public, or a member of its elements is, and a secret index decides which element is written.',
    hint: 'Declare all of it Secret<…>.',
  },
  flowRelease: {
    code: 'E-FLOW',
    text: '`{name}` under a secret condition would show which way it went.',
    hint: 'Choose the value first and release it outside: reveal(condition ? a : b, "why").',
  },
  publicReveal: {
    code: 'E-FLOW',
    text: 'This value is public already; there is nothing to release.',
    hint: 'Use the value itself.',
  },

  abortRequire: {
    code: 'E-ABORT',
    text: 'A stopped task is seen by everyone, so `require` would tell the secret condition.',
    hint: 'Let the value carry it: `const moved = ok ? amount : 0`, and return or reveal `ok` if someone may know.',
  },
  abortBranch: {
    code: 'E-ABORT',
    text: '{what} can stop the task, and a secret condition decides whether it is meant to run.',
    hint: 'Both sides of a secret condition always run. Do it before the condition, or make it unable to fail.',
  },

  shapeBound: {
    code: 'E-SHAPE',
    text: 'The number of rounds of a loop is seen by everyone, and this bound is secret.',
    hint: 'Loop to a public maximum and let the value decide: `for (let i = 0; i < MAX; i++) if (i < x) …`.',
  },
  shapeLength: {
    code: 'E-SHAPE',
    text: 'The length of an array is seen by everyone, and this one is secret.',
    hint: 'Use a public maximum and keep the count as a secret value.',
  },
  shapeInner: {
    code: 'E-SHAPE',
    text: 'The elements here hold arrays, whose lengths everyone sees, and a secret index decides which element it is.',
    hint: 'Give them one length: FixedArray<…, 8>.',
  },
  shapeArgument: {
    code: 'E-SHAPE',
    text: 'How many values are sealed is seen by everyone, and the array `{name}` has no fixed length.',
    hint: 'FixedArray<Secret<u64>, 8> has one; many entries go through an inbox.',
  },
  shapeHeight: { code: 'E-SHAPE', text: 'Which entries are taken is seen by everyone, and this height is secret.' },
  shapeBranch: {
    code: 'E-SHAPE',
    text: '{what} changes what everyone sees, and a secret condition decides whether it is meant to run.',
  },

  readerReturn: {
    code: 'E-READER',
    text: 'A secret is returned, and nothing says who may read it.',
    hint: 'reveal(value, "why") opens it to everyone; toCaller(value, "why") to the sender of the task alone.',
  },
  readerSend: {
    code: 'E-READER',
    text: 'In this version a value is sent to the sender of the task alone.',
    hint: 'sendTo(this.ctx.sender, value, "why")',
  },

  reasonMissing: {
    code: 'E-REASON',
    text: '`{name}` needs a reason, as a literal text that is not empty.',
    hint: 'People read it in the report: {name}(…, "votes of each candidate").',
  },
  reasonText: {
    code: 'E-REASON',
    text: 'The reason has a character that does not show, or half of one.',
    hint: 'Line breaks, tabs and marks of direction could make a report say something else: leave them out.',
  },
  reasonLong: { code: 'E-REASON', text: 'The reason has {length} bytes; at most {max} fit.' },

  openMode: {
    code: 'E-OPENMODE',
    text: 'What is revealed here is used for more than the result, so it must be open before the task is settled.',
    hint: 'Return it only, or write `static readonly openMode = "beforeSettle"`: then a minority of nodes can see it and stop the task.',
  },
  openModeValue: { code: 'E-OPENMODE', text: '`openMode` is "afterSettle" or "beforeSettle".' },

  verifier: {
    code: 'E-LABEL',
    text: 'The verifier refuses the bytecode: {reason}.',
    hint: 'The compiler and the verifier disagree; please report the contract.',
  },

  internal: {
    code: 'E-LABEL',
    text: 'The compiler failed on this text: {reason}.',
    hint: 'Please report the contract.',
  },

  underflow: {
    code: 'E-UNDERFLOW',
    text: 'Nothing proves that {left} − {right} stays at or above zero, and a secret difference wraps silently.',
    hint: 'satSub(a, b) stops at zero; `a >= b ? a - b : 0` decides; wrapping(a - b) says that it is meant.',
  },
  wrap: {
    code: 'W-WRAP',
    text: 'This secret `{operator}` can reach {high}, and {type} wraps silently above {max}.',
    hint: 'Use a wider type, bound the operands with Range or min, or say wrapping(…).',
  },
  wrapSigned: {
    code: 'W-WRAP',
    text: 'This secret `{operator}` can go from {low} to {high}, and {type} wraps silently outside its range.',
    hint: 'Use a wider type, bound the operands with min and max, or say wrapping(…).',
  },
  dear: {
    code: 'W-GAS',
    text: '`{name}` costs {gas} gas even where every array, map, inbox and number it depends on is 1; a task has {max} if nobody gives it more, and ends as out of gas.',
    hint: 'Loops in loops, arrays of no known length and arrays that grow by themselves cost most. Run fewer rounds, or give its tasks more with --gas-limit.',
  },
  unpriced: {
    code: 'W-GAS',
    text: '`{name}` is too tangled to be priced, and its tasks end as out of gas.',
    hint: 'Have fewer loops in loops, or bounds of fewer sizes.',
  },
  divisionMayVanish: {
    code: 'W-DIV0',
    text: 'A zero here makes the result zero, and nothing proves that it is not zero.',
    hint: 'max(x, 1), or choose what the result is then: `x === 0 ? … : a / max(x, 1)`.',
  },
  divisionMayStop: {
    code: 'W-DIV0',
    text: 'A zero here stops the task, and nothing proves that it is not zero.',
    hint: 'require(x !== 0, "…") or max(x, 1).',
  },
} as const;

export type MessageKey = keyof typeof table;

export const messages: Readonly<Record<MessageKey, Message>> = table;

/** Every code, in the order of its first message. */
export const diagnosticCodes: readonly DiagnosticCode[] = [
  ...new Set(Object.values(messages).map((entry) => entry.code)),
];
