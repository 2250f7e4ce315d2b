// What holds each check of the verifier, the decoder and the layouts: the test that fails without it. `npm run mutants -- --room bytecode` takes them out one at a time, and docs/mutants.md says how.
import type { MutantTable } from '../table.ts';

export const MUTANTS: MutantTable = {
  room: 'bytecode',
  sources: ['packages/bytecode/src/**/*.ts'],
  killed: {
    'verify.checkWords: !isName(name)':
      'verify-structure.test.ts: words that no bytes can have are refused also in a module that was never bytes',
    'verify.checkWords: !isText(text)':
      'verify-structure.test.ts: words that no bytes can have are refused also in a module that was never bytes',
    "verify.#checkPlace: kind === 'read' && state":
      'verify-structure.test.ts: effects: state inside each, a view that writes or releases, a read that writes',
    'call.decodeCall: delta >> BigInt(width) !== 0n':
      'layout.test.ts: a body that does not read names its argument, or itself',
    'call.decodeCall: !reader.atEnd()': 'layout.test.ts: a body that does not read names its argument, or itself',
    'call.eventsFromBytes: module.errors[error]?.facts.length !== count':
      'layout.test.ts: events: entry, count and facts; nothing told is no bytes; one encoding alone is read',
    'decode.readModule: input.byte() !== byte':
      'state.test.ts: rule 3: a secret in a map or array of public values, and a public one without classify in one of secrets',
    'decode.readTypeRef: !isType(types, ref)': 'fuzz.test.ts: random and mutated modules',
    'decode.readConstant: !isLeaf(types, type)': 'fuzz.test.ts: random and mutated modules',
    'decode.#instruction: op === undefined': 'fuzz.test.ts: random and mutated modules',
    'effects.visit: rules.acyclicCalls': 'verify-structure.test.ts: rule 6: functions that call each other in a circle',
    'reader.big: minimal && byte === 0 && shift > 0n':
      'verify-structure.test.ts: rule 8: a number spelt longer than needed',
    'layout.value: length > VECTOR_LENGTH_MAX':
      'layout.test.ts: a body that does not read names its argument, or itself',
    'layout.end: !this.atEnd()': 'layout.test.ts: canonical bytes: little endian, lengths first, addresses as written',
    'layout.#scalar: value > most':
      'layout.test.ts: canonical bytes: little endian, lengths first, addresses as written',
    "tables.checkFields: (field.label === 's' || field.kind === 'inbox') && holdsSecret(module.types, field.type)":
      'state.test.ts: fields: a map has public keys that are scalars, what is secret as a whole marks no member',
    "tables.checkFields: field.kind === 'map' && (field.label !== 'p' || entryOf(module.types, field.type) === undefined)":
      'state.test.ts: fields: a map has public keys that are scalars, what is secret as a whole marks no member',
    'tables.checkKind: selectorOf(signatureOf(module.types, fn.name, fn.params), fn.kind) !== fn.selector':
      'verify-readers.test.ts: a selector that is not the hash of the signature, two inboxes, a height field that can change',
    "tables.checkKind: fn.kind === 'ctor' && fn.params.some((param) => !isPublic(module.types, param))":
      'verify-structure.test.ts: a constructor neither releases nor takes entries, and has public arguments',
    "tables.checkKind: field?.kind !== 'readonly'":
      'verify-readers.test.ts: a selector that is not the hash of the signature, two inboxes, a height field that can change',
    "tables.checkKind: fn.kind !== 'internal' && param.label === 's' && !fixedSize(module, param.type)":
      'state.test.ts: a secret argument has a fixed size, so that the masks it takes follow from the function',
    "tables.checkKind: secret && fn.kind === 'view'":
      'verify-readers.test.ts: a secret result without a site, and any in a view or scheduled function',
    "tables.checkKind: secret && (fn.kind === 'call' || fn.kind === 'read') && result.release === undefined":
      'verify-readers.test.ts: a secret result without a site, and any in a view or scheduled function',
    "tables.fixedSize: type?.kind === 'vector'":
      'state.test.ts: a secret argument has a fixed size, so that the masks it takes follow from the function',
    'tables.checkTables: (byDepth === 0 && compareBytes(typeBytes(before), typeBytes(type)) >= 0)':
      'verify-structure.test.ts: rule 8: tables out of order, twice or unused',
    'tables.checkTables: !use.constants.has(i)':
      'verify-structure.test.ts: rule 8: tables out of order, twice or unused',
    'tables.checkTables: (module.functions[i - 1] as ModuleFunction).selector >= (module.functions[i] as ModuleFunction).selector':
      'verify-structure.test.ts: rule 8: tables out of order, twice or unused',
    "tables.checkTables: fn.kind === 'internal' && !use.called.has(i)":
      'verify-structure.test.ts: rule 8: tables out of order, twice or unused',
    'tables.checkReaders: !facts?.ownerOnly':
      'verify-readers.test.ts: readers: a stored secret goes back to a caller only with a reason, his own argument without one',
    'tables.inOrder: order.length !== count': 'verify-structure.test.ts: rule 8: tables out of order, twice or unused',
    'tables.atMost: count > max':
      'verify-readers.test.ts: a selector that is not the hash of the signature, two inboxes, a height field that can change',
    'typing.need: !condition && typing.rules.operandTypes':
      'verify-readers.test.ts: types that only a decoder or a careful author avoids',
    'verify.checkReleases: use.releases[site] !== 1':
      'verify-structure.test.ts: rule 7: a site used twice, a site of another kind, a reveal without a reason',
    "verify.checkReleases: release.kind === 'reveal' && release.reason.trim() === ''":
      'verify-structure.test.ts: rule 7: a site used twice, a site of another kind, a reveal without a reason',
    'verify.#operands: (this.#rules.dominance && !visible)':
      'verify.test.ts: rule 1: an operand from a region that has closed',
    'verify.check: this.#rules.carriedLabels && values[i]?.label !== carried.label':
      'verify-structure.test.ts: rule 5: a loop declares its carried value public and yields a secret (P13)',
    "verify.#call: callee.kind !== 'internal' && this.#rules.effects":
      'verify-structure.test.ts: effects: state inside each, a view that writes or releases, a read that writes, a readonly field written late, a call of a callable',
    'verify.#useRelease: (this.#rules.releaseSites && release.kind !== kind)':
      'verify-structure.test.ts: rule 7: a site used twice, a site of another kind, a reveal without a reason',
    'verify.#checkPublic: operand && !isPublic(this.#module.types, operand)':
      'state.test.ts: rule 4: a secret key or place, and a secret fact of an event',
    'verify.#checkPlace: this.#parallel > 0 && state':
      'verify-structure.test.ts: effects reach through helpers: state inside each by a call',
    "verify.#checkPlace: kind === 'view' && (state || release)":
      'state.test.ts: effects: maps, arrays and events in a view, inside each, in a constructor',
    "verify.#checkPlace: kind === 'ctor' && (release || op === 'inbox.take' || effects?.inbox)":
      'verify-structure.test.ts: a constructor neither releases nor takes entries, and has public arguments',
    "verify.#checkPlace: kind === 'ctor' && (op === 'emit' || effects?.emit)":
      'state.test.ts: effects: maps, arrays and events in a view, inside each, in a constructor',
    "verify.#checkPlace: op === 'st.set' && kind !== 'ctor' && this.#module.fields[immediates[0] as number]?.kind === 'readonly'":
      'verify-structure.test.ts: effects: state inside each, a view that writes or releases, a read that writes, a readonly field written late, a call of a callable',
    "verify.#checkPlace: this.#rules.readers && op === 'send' && !this.#isSender(instruction.operands[0] as number)":
      'verify-readers.test.ts: readers: sends go to ctx sender, and a scheduled function has none',
    "verify.#checkPlace: this.#rules.readers && kind === 'scheduled' && (op === 'send' || effects?.send)":
      'verify-readers.test.ts: readers: sends go to ctx sender, and a scheduled function has none',
  },
  spared: {},
  planted: {},
  open: [
    'bound.dominates: (a.get(monomial) ?? 0n) < coefficient',
    'call.decodeCall: params === undefined',
    'call.decodeCall: body.length < argsAt',
    'call.decodeCall: body.length > CALL_BODY_BYTES_MAX',
    'decode.readModule: bytes.length > limits.MODULE_BYTES_MAX',
    'decode.readModule: version !== limits.FORMAT_VERSION',
    'decode.readModule: gasVersion !== limits.GAS_VERSION',
    'decode.readType: max === 0n',
    'decode.readType: type.length === 0',
    'decode.readType: members.length === 0',
    'decode.readType: depthOf([...types, type], firstTableType + types.length) > limits.TYPE_DEPTH_MAX',
    'decode.readType: leavesOf([...types, type], firstTableType + types.length) > limits.TYPE_LEAVES_MAX',
    'decode.readConstant: value < least',
    'decode.readConstant: value > most',
    'decode.readConstant: type === scalarRefs.address && value !== 0n',
    'decode.region: depth > limits.NESTING_MAX',
    "decode.region: instructions.at(-1)?.op !== 'yield'",
    'decode.#instruction: ++this.#instructions > limits.INSTRUCTIONS_MAX',
    'decode.#instruction: opcodes[op].since === 0',
    "decode.#instruction: kind === 'type' && !isType(this.#types, value)",
    'decode.#instruction: operandCount < row.operands',
    'decode.#instruction: distance < 1',
    'decode.#instruction: distance > this.#next',
    'decode.resultCountOf: count === undefined',
    'decode.pick: choice === undefined',
    'effects.visit: !fn',
    'reader.string: !equalBytes(utf8(value), raw)',
    'reader.byte: value === undefined',
    'reader.bytes: offset + length > bytes.length',
    'reader.big: shift > 70n',
    'reader.big: value > max',
    'reader.count: value > max',
    'reader.name: !isName(value)',
    'reader.text: !isText(value)',
    'reader.end: offset !== bytes.length',
    'layout.: --left < 0',
    'layout.#scalar: value < least',
    'layout.take: this.#at + count > this.#bytes.length',
    "layout.resultPlaces: result.label === 's'",
    'layout.resultPlaces: holdsSecret(module.types, result.type)',
    'provenance.add: sources.length >= limits.SOURCES_MAX',
    'refusal.step: left < 0',
    "tables.checkFields: field.kind === 'inbox' && (field.label !== 's' || tableType(module.types, field.type)?.kind !== 'record')",
    "tables.checkFields: field.kind === 'inbox' && !fixedSize(module, field.type)",
    'tables.checkKind: fn.params.length > limits.PARAMS_MAX',
    'tables.checkKind: fn.results.length > limits.RESULTS_MAX',
    "tables.checkKind: (fn.kind === 'ctor') !== (fn.name === 'constructor')",
    "tables.checkKind: fn.kind === 'ctor' && fn.results.length > 0",
    'tables.checkKind: field.type !== scalarRefs.u64',
    "tables.checkKind: field.label !== 'p'",
    'tables.checkKind: fn.params.length > 0',
    "tables.checkKind: fn.kind !== 'internal' && holdsSecret(module.types, place.type)",
    "tables.checkKind: fn.kind === 'internal' && result.release !== undefined",
    'tables.checkKind: !secret && result.release !== undefined',
    "tables.checkKind: secret && fn.kind === 'scheduled'",
    'tables.checkTables: !use.types.has(ref)',
    'tables.checkTables: byDepth < 0',
    'tables.checkTables: byType < 0',
    'tables.checkTables: (byType === 0 && byValue >= 0)',
    'tables.inOrder: order.some((entry, i) => entry !== i)',
    'tables.distinct: seen.has(name)',
    "types.entryOf: key?.name !== 'key'",
    "types.entryOf: value?.name !== 'value'",
    'types.entryOf: rest.length > 0',
    "types.entryOf: key.label === 's'",
    'typing.vectorType: ref === undefined',
    'verify.verifyModule: encoded.length > limits.MODULE_BYTES_MAX',
    'verify.checkLimits: count > max',
    'verify.#region: depth > limits.NESTING_MAX',
    'verify.#region: region.firstParam !== first',
    'verify.#region: region.paramCount !== params.length',
    'verify.#region: first !== this.#values.length',
    'verify.#region: yielded',
    'verify.#region: this.#instructions > limits.INSTRUCTIONS_MAX',
    'verify.#region: !yielded',
    'verify.#operands: instruction.operands.length > limits.OPERANDS_MAX',
    'verify.#operands: value === undefined',
    'verify.#instruction: results.length !== instruction.resultCount',
    'verify.#instruction: (results.length > 0 && instruction.result !== this.#values.length)',
    'verify.#results: !row',
    'verify.#call: callee === undefined',
    'verify.#checkShape: !right',
    'verify.#useRelease: release === undefined',
    'verify.#add: value.type >= firstTableType && tableType(this.#module.types, value.type) === undefined',
  ],
};
