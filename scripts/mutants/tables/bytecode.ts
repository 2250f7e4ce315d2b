// What holds each check of the verifier, the decoder and the layouts: the test that fails without it. `npm run mutants -- --room bytecode` takes them out one at a time, and docs/mutants.md says how.
import type { MutantTable } from '../table.ts';

export const MUTANTS: MutantTable = {
  room: 'bytecode',
  sources: ['packages/bytecode/src/**/*.ts'],
  killed: {
    'verify.checkWords: !isName(name)':
      'verify-structure.test.ts: words that no bytes can have are refused also in a module that was never bytes',
    'verify.checkWords: !isFieldName(name)':
      'verify-structure.test.ts: words that no bytes can have are refused also in a module that was never bytes',
    'verify.checkWords: !isText(text)':
      'verify-structure.test.ts: words that no bytes can have are refused also in a module that was never bytes',
    "verify.#checkPlace: kind === 'read' && state":
      'verify-structure.test.ts: effects: state inside each, a view that writes or releases, a read that writes',
    "verify.#checkPlace: kind === 'ctor' && draw":
      'forged-random.test.ts: a constructor, which everybody computes by himself, that draws',
    'typingVectors.sort: integerOf(elementsOf(typing, keys)) !== undefined':
      'forged-vectors.test.ts: elements sorted by keys that have no order',
    'verify.#checkPlace: this.#isDrawn(instruction.operands[1] as number)':
      "forged-random.test.ts: numbers of one's own for a permutation, with one of them twice",
    'typingRandom.rand.perm: needCount(typing, count)':
      'forged-random.test.ts: a permutation of fewer places than none',
    'typingRandom.rand.bits: type === bool || integerOf(type) !== undefined':
      'forged-random.test.ts: an address that nobody has, or a record, drawn',
    'typingRandom.rand.below: bound?.type === u32': 'forged-random.test.ts: a bound of another width',
    'call.decodeCall: delta >> BigInt(width) !== 0n':
      'layout.test.ts: a body that does not read names its argument, or itself',
    'call.decodeCall: !reader.atEnd()': 'layout.test.ts: a body that does not read names its argument, or itself',
    'call.eventsFromBytes: module.errors[error]?.facts.length !== count':
      'layout.test.ts: events: entry, count and facts; nothing told is no bytes; one encoding alone is read',
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
    "verify.#checkPlace: kind === 'view' && (state || release || draw)":
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
    'bound.dominates: (a.get(monomial) ?? 0n) < coefficient': 'report.test.ts: cost of the vote, symbolic and as gas',
    'call.decodeCall: params === undefined':
      'forged-values.test.ts: a body for a function that the module does not have is none',
    'call.decodeCall: body.length < argsAt':
      'forged-values.test.ts: a body too short for committee and period is none, also where no argument follows',
    'call.decodeCall: body.length > CALL_BODY_BYTES_MAX':
      'forged-values.test.ts: a body longer than any node takes is none, whatever its argument says',
    'decode.readModule: input.byte() !== byte': 'forged-bytes.test.ts: bytes of something else, read as a module',
    'decode.readModule: bytes.length > limits.MODULE_BYTES_MAX':
      'forged-bytes.test.ts: more bytes than any node has to read',
    'decode.readModule: version !== limits.FORMAT_VERSION':
      'forged-bytes.test.ts: a meaning of opcodes that this version does not run',
    'decode.readModule: gasVersion !== limits.GAS_VERSION':
      'forged-bytes.test.ts: prices that this version does not have',
    'decode.readType: max === 0n': 'forged-bytes.test.ts: a range of one number, which has no bits to mask',
    'decode.readType: type.length === 0':
      'forged-bytes.test.ts: an array of nothing, of which there may be any number for free',
    'decode.readType: members.length === 0':
      'forged-bytes.test.ts: a record of nothing, which no bound on leaves counts',
    'decode.readType: depthOf([...types, type], firstTableType + types.length) > limits.TYPE_DEPTH_MAX':
      'forged-bytes.test.ts: types nested deeper than the walks over them bear',
    'decode.readType: leavesOf([...types, type], firstTableType + types.length) > limits.TYPE_LEAVES_MAX':
      'forged-bytes.test.ts: arrays of arrays, few bytes that stand for many values',
    'decode.readTypeRef: !isType(types, ref)': 'forged-bytes.test.ts: a type that stands nowhere',
    'decode.readConstant: !isLeaf(types, type)': 'forged-bytes.test.ts: a constant that is no scalar',
    'decode.readConstant: value > most': 'forged-bytes.test.ts: a bool that is neither',
    'decode.readConstant: type === scalarRefs.address && value !== 0n':
      'forged-bytes.test.ts: an address by name in the code, which no report lists',
    'decode.region: depth > limits.NESTING_MAX': 'forged-bytes.test.ts: regions nested deeper than the passes bear',
    "decode.region: instructions.at(-1)?.op !== 'yield'": 'forged-bytes.test.ts: a region without an end',
    'decode.#instruction: ++this.#instructions > limits.INSTRUCTIONS_MAX':
      'forged-bytes.test.ts: more instructions than a function has, in two regions',
    'decode.#instruction: op === undefined': 'forged-bytes.test.ts: an opcode that is none',
    'decode.#instruction: opcodes[op].since === 0': 'forged-bytes.test.ts: an opcode that is reserved',
    "decode.#instruction: kind === 'type' && !isType(this.#types, value)":
      'forged-bytes.test.ts: an instruction of a type that stands nowhere',
    'decode.#instruction: operandCount < row.operands': 'forged-bytes.test.ts: a trap without a condition',
    'decode.#instruction: distance < 1': 'forged-bytes.test.ts: an operand that is the result itself',
    'decode.#instruction: distance > this.#next': 'forged-bytes.test.ts: an operand from before the first value',
    'decode.resultCountOf: count === undefined': 'forged-bytes.test.ts: a call of no function',
    'decode.pick: choice === undefined': 'forged-bytes.test.ts: a place that is neither public nor secret',
    'effects.visit: !fn': 'forged-memory.test.ts: a call of a function that is none',
    'reader.byte: value === undefined':
      'forged-bytes.test.ts: bytes that end too early are refused as that, at a place inside them',
    'reader.bytes: offset + length > bytes.length':
      'forged-bytes.test.ts: bytes that end too early are refused as that, at a place inside them',
    'reader.big: shift > 70n':
      'forged-bytes.test.ts: a number that does not end, whose reading costs the square of its length',
    'reader.big: value > max': 'forged-bytes.test.ts: a range wider than any integer of the engine',
    'reader.count: value > max': 'forged-bytes.test.ts: a record of more members than its bound',
    'reader.name: !isName(value)': 'forged-bytes.test.ts: a name with a space, which a report shows as two',
    'reader.fieldName: !isFieldName(value)': 'forged-bytes.test.ts: a field in what has no name',
    'reader.text: !isText(value)':
      'forged-bytes.test.ts: a reason with a line break, which forges a line of the report',
    'reader.end: offset !== bytes.length':
      'forged-bytes.test.ts: bytes behind the end: another code hash for the same contract',
    'layout.: --left < 0':
      'found.test.ts: a vector of secrets, which are not there, is no longer than its reader bears: a length of four bytes made a million rows',
    'layout.take: this.#at + count > this.#bytes.length':
      'forged-values.test.ts: four bytes that promise a million rows are refused at the first that is not there',
    "layout.resultPlaces: result.label === 's'":
      'forged-values.test.ts: a result that is secret, or holds a secret, stands in the caller’s block alone',
    'layout.resultPlaces: holdsSecret(module.types, result.type)':
      'forged-values.test.ts: a result that is secret, or holds a secret, stands in the caller’s block alone',
    'provenance.add: sources.length >= limits.SOURCES_MAX':
      'forged-modules.test.ts: more secret arguments than the sources that are told apart',
    'refusal.step: left < 0': 'forged-modules.test.ts: a module of few bytes whose verification keeps a node busy',
    "tables.checkFields: field.kind === 'inbox' && (field.label !== 's' || tableType(module.types, field.type)?.kind !== 'record')":
      'forged-modules.test.ts: an inbox whose entries are public before the poll closes',
    "tables.checkFields: field.kind === 'inbox' && !fixedSize(module, field.type)":
      'forged-modules.test.ts: an inbox whose entries take a number of masks that no seat knows',
    'tables.checkKind: fn.params.length > limits.PARAMS_MAX':
      'forged-memory.test.ts: more arguments than a function has',
    'tables.checkKind: fn.results.length > limits.RESULTS_MAX':
      'forged-memory.test.ts: more results than a function has',
    "tables.checkKind: (fn.kind === 'ctor') !== (fn.name === 'constructor')":
      'forged-modules.test.ts: a constructor’s name for what anybody may call',
    "tables.checkKind: fn.kind === 'ctor' && fn.results.length > 0":
      'forged-modules.test.ts: a constructor that answers, when there is nobody to answer',
    'tables.checkKind: field.type !== scalarRefs.u64':
      'forged-modules.test.ts: a height of 32 bits, where the chain has 64',
    "tables.checkKind: field.label !== 'p'": 'forged-modules.test.ts: a height that nobody knows',
    'tables.checkKind: fn.params.length > 0':
      'forged-modules.test.ts: a scheduled function with arguments, which the chain has none for',
    "tables.checkKind: fn.kind !== 'internal' && holdsSecret(module.types, place.type)":
      'forged-modules.test.ts: an argument that is half public and half masked',
    "tables.checkKind: fn.kind === 'internal' && result.release !== undefined":
      'forged-modules.test.ts: a return site on a helper: the report tells of a caller who gets nothing',
    'tables.checkKind: !secret && result.release !== undefined':
      'forged-modules.test.ts: a return site on what is public: the report tells of a secret that is none',
    "tables.checkKind: secret && fn.kind === 'scheduled'":
      'forged-modules.test.ts: a secret for the caller of a function that the chain calls',
    'tables.checkTables: !use.types.has(ref)': 'forged-modules.test.ts: a type that nothing uses',
    'tables.checkTables: byDepth < 0': 'forged-modules.test.ts: a deeper type before a shallower one',
    'tables.checkTables: byType < 0': 'forged-modules.test.ts: constants of a later type first',
    'tables.checkTables: (byType === 0 && byValue >= 0)':
      'forged-modules.test.ts: constants of one type, the greater first',
    'tables.inOrder: order.some((entry, i) => entry !== i)':
      'forged-modules.test.ts: reasons in another order than that of their use',
    'tables.distinct: seen.has(name)': 'forged-modules.test.ts: two fields of one name, of which a report shows one',
    "types.entryOf: key?.name !== 'key'": 'forged-modules.test.ts: a map whose first member is another than the key',
    "types.entryOf: value?.name !== 'value'":
      'forged-modules.test.ts: a map whose second member is another than the value',
    'types.entryOf: rest.length > 0':
      'forged-modules.test.ts: a map with a third member, which nothing reads and everybody pays for',
    "types.entryOf: key.label === 's'":
      'forged-modules.test.ts: a map by secret keys, whose order of insertion everybody sees',
    "types.isKey: type?.kind !== 'record'": 'forged-modules.test.ts: a map whose keys are no scalars',
    'types.isKey: type.members.length > KEY_MEMBERS_MAX':
      'forged-modules.test.ts: a map whose keys have more members than a step tells apart',
    "types.isKey: type.members.some((member) => member.label === 's')":
      'forged-modules.test.ts: a map by keys that are secret in part',
    'typing.vectorType: ref === undefined': 'forged-modules.test.ts: a vector of a type that is not in the table',
    'verify.verifyModule: encoded.length > limits.MODULE_BYTES_MAX':
      'forged-memory.test.ts: more bytes than the decoder takes',
    'verify.checkLimits: count > max': 'forged-bytes.test.ts: than a module has, as bytes and in memory',
    'verify.#region: depth > limits.NESTING_MAX': 'forged-memory.test.ts: more regions in regions than the walks bear',
    'verify.#region: region.firstParam !== this.#values.length':
      'forged-memory.test.ts: a region whose values begin at another number',
    'verify.#region: region.paramCount !== params.length':
      'forged-memory.test.ts: a region that counts another number of values',
    'verify.#region: yielded': 'forged-modules.test.ts: a function with two ends',
    'verify.#region: this.#instructions > limits.INSTRUCTIONS_MAX':
      'forged-memory.test.ts: more instructions than a body has',
    'verify.#region: !yielded': 'forged-memory.test.ts: a region that never ends',
    'verify.#operands: instruction.operands.length > limits.OPERANDS_MAX':
      'forged-memory.test.ts: more operands than an instruction has',
    'verify.#operands: value === undefined':
      'forged-memory.test.ts: an operand that is no value is refused whatever rule is off',
    'verify.#instruction: results.length > 0 && instruction.result !== this.#values.length':
      'forged-memory.test.ts: a result under the number of another value',
    'verify.#useRelease: release === undefined': 'forged-modules.test.ts: a reveal at a site that no report has',
    'verify.#add: !isType(this.#module.types, value.type)': 'forged-memory.test.ts: a value of a type behind the table',
    "tables.checkFields: distinct( 'field', module.fields.map((field) => field.name), )":
      'forged-modules.test.ts: two fields of one name, of which a report shows one',
    "tables.checkFields: distinct( 'member', type.members.map((member) => member.name), )":
      'forged-modules.test.ts: two members of one name, of which a report shows one',
    "tables.checkFields: atMost('inbox', module.fields.filter((field) => field.kind === 'inbox').length, 1)":
      'forged-modules.test.ts: two inboxes, where the chain has one',
    "tables.checkFields: atMost('constructor', module.functions.filter((fn) => fn.kind === 'ctor').length, 1)":
      'forged-modules.test.ts: two constructors, of which a deployment runs one',
    "tables.checkFields: atMost('scheduled', module.functions.filter((fn) => fn.kind === 'scheduled').length, limits.SCHEDULES_MAX)":
      'forged-modules.test.ts: more scheduled functions than the chain keeps',
    "tables.checkKind: distinct( 'parameter', fn.params.map((param) => param.name), )":
      'forged-modules.test.ts: two arguments of one name',
    'typing.elementOf: element !== undefined': 'forged-types.test.ts: the length of a number',
    'typing.integers2: a?.type === b?.type': 'forged-types.test.ts: a sum of two widths',
    'typing.integers2: integerOf(a?.type ?? bool) !== undefined': 'forged-types.test.ts: a sum of two bools',
    'typing.bitwise2: a?.type === b?.type': 'forged-types.test.ts: a number and a bool',
    'typing.bitwise2: isBits(a?.type)': 'forged-types.test.ts: the bits of two identities',
    'typing.multiplyDivide: integerOf(type ?? bool) !== undefined': 'forged-types.test.ts: a quotient of bools',
    'typing.multiplyDivide: operands.every((operand) => operand.type === type)':
      'forged-types.test.ts: a quotient of three widths',
    'typing.bits: integerOf(a?.type ?? bool) !== undefined': 'forged-types.test.ts: the bits of a bool',
    'typing.frombits: integerOf(to) !== undefined': 'forged-types.test.ts: a bool of bits',
    'typing.frombits: elementOf(typing, vector?.type ?? bool) === bool': 'forged-types.test.ts: a number of bytes',
    'typing.lut: needCount(typing, index)': 'forged-types.test.ts: an entry of a table below zero',
    'typing.lut: isBits(element)': 'forged-types.test.ts: a table of identities',
    'typing.isqrt: integer !== undefined': 'forged-types.test.ts: the root of a bool',
    'typing.isqrt: !integer.signed': 'forged-types.test.ts: the root of a number with a sign',
    'typing.shift: integerOf(a?.type ?? bool) !== undefined': 'forged-types.test.ts: a shifted bool',
    'typing.shift: amount?.type === u8': 'forged-types.test.ts: a shift by more than a u8',
    "typing.cast: integerOf(to) !== undefined || (op === 'cast.t' && toRange)":
      'forged-types.test.ts: a cast to a bool, of which there is none',
    'typing.cast: from !== address': 'forged-types.test.ts: an identity as a number',
    'typing.cast: isLeaf(typing.module.types, from)': 'forged-types.test.ts: a record as a number',
    "typing.recordMake: record?.kind === 'record'": 'forged-types.test.ts: a record of another type than a record',
    'typing.recordMake: record.members.length === operands.length': 'forged-types.test.ts: a record with a member more',
    'typing.recordMake: operand?.type === member.type': 'forged-types.test.ts: a record with a member of another type',
    'typing.recordGet: member !== undefined': 'forged-types.test.ts: a member that a record does not have',
    'typing.vectorMake: operand.type === element': 'forged-types.test.ts: a vector with an element of another type',
    "typing.vectorMake: array?.kind !== 'array' || array.length === operands.length":
      'forged-types.test.ts: an array with an element less than its type says',
    "typing.vectorFill: vector?.kind === 'vector'": 'forged-types.test.ts: an array as long as a count says',
    'typing.vectorFill: vector.element === value?.type': 'forged-types.test.ts: a vector filled with another type',
    'typing.vectorFill: needCount(typing, count)': 'forged-types.test.ts: a length below zero',
    'typing.needCount: integer !== undefined': 'forged-types.test.ts: a length of a bool',
    'typing.needCount: !integer.signed': 'forged-types.test.ts: a length below zero',
    'typing.compare: a?.type === b?.type': 'forged-types.test.ts: equality of two widths',
    'typing.compare: comparable': 'forged-types.test.ts: an order of bools',
    "typing.inboxTake: field?.kind === 'inbox'": 'forged-types.test.ts: entries of what is no inbox',
    'typing.inboxTake: height?.type === u64': 'forged-types.test.ts: a height of 32 bits',
    'typing.inboxTake: Object.values(filterNumbers).includes(immediates[2] as never)':
      'forged-types.test.ts: a filter that there is not',
    'typing.inboxTake: members.length === 3': 'forged-types.test.ts: entries with a member more',
    'typing.inboxTake: expected.every(({ name, type: t, label }, i) => { const member = members[i]; return member?.name === name && member.type === t && member.label === label; })':
      'forged-types.test.ts: entries that are public as they are taken',
    'typing.mapOf: entry !== undefined': 'forged-types.test.ts: a field that is no map',
    'typing.needKey: mapOf(typing, instruction).key.type === key?.type':
      'forged-types.test.ts: a key of another type, of what is there',
    "typing.growing: vector?.kind === 'vector'": 'forged-types.test.ts: a last element of a number',
    'typing.facts: error?.facts.length === given.length':
      'forged-types.test.ts: an event with a fact less than its name says',
    'typing.facts: given.every((fact, i) => fact.type === error.facts[i])':
      'forged-types.test.ts: an event with a fact of another type',
    'typing.foldAssociative: op !== undefined': 'forged-types.test.ts: a fold with an opcode that folds nothing',
    'typing.foldAssociative: wanted': 'forged-types.test.ts: a conjunction of numbers',
    'typing.const: constant !== undefined': 'forged-types.test.ts: a constant that is not in the table',
    'typing.not: isBits(a?.type)': 'forged-types.test.ts: an identity the other way round',
    'typing.select: condition?.type === bool': 'forged-types.test.ts: a choice by a number',
    'typing.select: a?.type === b?.type': 'forged-types.test.ts: a choice of two widths',
    'typing.at: needCount(typing, index)': 'forged-types.test.ts: an element at a place below zero',
    'typing.put: needCount(typing, index)': 'forged-types.test.ts: an element put below zero',
    'typing.put: elementOf(typing, vector?.type ?? bool) === value?.type':
      'forged-types.test.ts: an element of another type put into a vector',
    'typing.sum: integerOf(element) !== undefined': 'forged-types.test.ts: a sum of bools',
    "typingVectors.needVector: vector?.kind === 'vector'":
      'forged-vectors.test.ts: a part of a vector as an array, whose length its type says',
    'typingVectors.needVector: vector.element === element':
      'forged-vectors.test.ts: a part of a vector as one of another type',
    'typingVectors.slice: needCount(typing, start)': 'forged-vectors.test.ts: a part that begins below zero',
    'typingVectors.slice: needCount(typing, count)': 'forged-vectors.test.ts: a part of fewer elements than none',
    'typingVectors.gather: needCount(typing, elementIn(typing, indices))':
      'forged-vectors.test.ts: elements gathered from places below zero',
    'typingVectors.needFixed: isFixed(typing.module.types, type)':
      'forged-vectors.test.ts: a secret place of vectors, whose lengths differ',
    'typingVectors.oat: needCount(typing, index)': 'forged-vectors.test.ts: a place read below zero',
    'typingVectors.oput: needCount(typing, index)': 'forged-vectors.test.ts: a place written below zero',
    'typingVectors.oput: elementsOf(typing, vector) === value?.type':
      'forged-vectors.test.ts: a place written with another type',
    'typingVectors.onehot: needCount(typing, index)': 'forged-vectors.test.ts: flags of a place below zero',
    'typingVectors.onehot: needCount(typing, count)': 'forged-vectors.test.ts: fewer flags than none',
    'typingVectors.dot: elementsOf(typing, b) === element': 'forged-vectors.test.ts: a product of vectors of two types',
    'typingVectors.dot: integerOf(element) !== undefined': 'forged-vectors.test.ts: a product of bools',
    'typingVectors.argmax: integerOf(elementsOf(typing, vector)) !== undefined':
      'forged-vectors.test.ts: the largest of bools',
    'typingVectors.compact: elementsOf(typing, keep) === bool': 'forged-vectors.test.ts: elements kept as numbers say',
    'typingVectors.matmul: integerOf(integer) !== undefined': 'forged-vectors.test.ts: a product of matrices of bools',
    'typingVectors.matmul: elementOf(typing, elementsOf(typing, b)) === integer':
      'forged-vectors.test.ts: a product of matrices of two types',
    'typing.addr.eq: a?.type === address': 'forged-types.test.ts: a number as an identity',
    'typing.addr.eq: b?.type === address': 'forged-types.test.ts: an identity as a number’s equal',
    'typing.ctx: type !== undefined': 'forged-types.test.ts: something of the context that no version tells',
    "typing.st.get: field?.kind === 'state' || field?.kind === 'readonly'": 'forged-types.test.ts: a map as one value',
    "typing.st.set: field?.kind === 'state' || field?.kind === 'readonly'":
      'forged-types.test.ts: a map written as a whole, past its keys',
    'typing.st.set: field?.type === value?.type': 'forged-types.test.ts: a field written with another type',
    'typing.st.set: checkDeclared(typing, field, value, `field ${field.name}`)':
      'forged-types.test.ts: a secret in a public field',
    'typing.map.get: needKey(typing, instruction, key)':
      'forged-types.test.ts: a key of another type, of what is there',
    'typing.map.set: needKey(typing, instruction, key)': 'forged-types.test.ts: a key of another type, of what is put',
    'typing.map.set: place.type === value?.type': 'forged-types.test.ts: a value of another type in a map',
    "typing.map.set: checkDeclared(typing, place, value, 'value of the map')":
      'forged-types.test.ts: a secret in a map of public values',
    'typing.map.has: needKey(typing, instruction, key)':
      'forged-types.test.ts: a key of another type, of whether it is there',
    'typing.map.del: needKey(typing, instruction, key)':
      'forged-types.test.ts: a key of another type, of what is taken out',
    'typing.map.key: needCount(typing, index)': 'forged-types.test.ts: a key at a place below zero',
    'typing.arr.push: place.type === element?.type': 'forged-types.test.ts: an element of another type pushed',
    "typing.arr.push: checkDeclared(typing, place, element, 'element of the field')":
      'forged-types.test.ts: a secret in an array of public elements',
    'typing.trap: condition?.type === bool': 'forged-types.test.ts: a trap on a number',
    'typing.reveal: !isPublic(typing.module.types, value as Declared)':
      'forged-types.test.ts: a reveal of what is public: the report tells of a secret that is none',
    'verify.run: results.length === fn.results.length': 'forged-types.test.ts: a result more than the signature says',
    'verify.run: results[i]?.type === declared.type':
      'forged-types.test.ts: a result of another type than the signature says',
    'verify.run: checkDeclared(typing, declared, results[i], `result ${i}`)':
      'forged-types.test.ts: a secret as a public result',
    'verify.#if: operands[0]?.type === scalarRefs.bool': 'forged-types.test.ts: a condition that is a number',
    'verify.#if: whenTrue?.length === whenFalse?.length':
      'forged-types.test.ts: a side that yields less than the other',
    'verify.#if: other === undefined || other.type === value.type':
      'forged-types.test.ts: a side that yields another type',
    'verify.#results: needCount(typing, operands[0])': 'forged-types.test.ts: trips below zero',
    'leakage.leakageOf: verified.functions[fn]?.effects.draw === true':
      'leakage.test.ts: a run that draws is not counted',
    'leakage.leakageOf: cases > LEAKAGE_CASES_MAX': 'leakage.test.ts: inputs that are too many to try are not tried',
    'verify.#while: rounds < 1': 'while.test.ts: a loop without a maximum could not be paid for beforehand',
    'verify.#while: rounds > limits.WHILE_ROUNDS_MAX':
      'while.test.ts: more rounds than the limit are refused, in memory and as bytes',
    'verify.#while: condition?.type === scalarRefs.bool': 'while.test.ts: a condition that is a number',
    'verify.#while: next?.type === scalarRefs.bool': 'while.test.ts: a next condition that is a number',
    "verify.#while: this.#rules.mustBePublic && next?.label !== 'p'":
      'while.test.ts: a secret that decides whether there is another round tells itself by their number',
    'verify.check: values.length === declared.length': 'forged-types.test.ts: a loop that yields more than it carries',
    'verify.check: values[i]?.type === carried.type':
      'forged-types.test.ts: a loop that yields another type than it carries',
    'verify.#each: needCount(typing, count)': 'forged-types.test.ts: parallel trips below zero',
    'verify.#call: operands.length === callee.params.length': 'forged-types.test.ts: a call with an argument more',
    'verify.#call: operands[i]?.type === param.type': 'forged-types.test.ts: a call with an argument of another type',
    'verify.#call: checkDeclared(typing, param, operands[i], `argument ${param.name}`)':
      'forged-types.test.ts: a secret as the public argument of a helper',
    'verify.#checkShape: row.since === 0': 'forged-memory.test.ts: a reserved opcode that no bytes name',
    'verify.#checkShape: immediates.length !== row.immediates.length':
      'forged-memory.test.ts: an instruction with an immediate that no bytes of it have',
    'verify.#checkShape: (row.variadic ? operands.length < row.operands : operands.length !== row.operands)':
      'forged-memory.test.ts: an instruction with an operand that no bytes of it have',
    'verify.#checkShape: carried.length !== (shape.carried ?? 0)':
      'forged-memory.test.ts: an instruction that carries what no bytes of it do',
    'verify.#checkShape: regions.length !== shape.regions':
      'forged-memory.test.ts: an instruction with a region that no bytes of it have',
    'verify.#checkShape: instruction.resultCount !== resultCount':
      'forged-memory.test.ts: an instruction with more results than its opcode',
    'bound.remainder: rest.get(name) !== 1n':
      'report.test.ts: a field that a loop raises by so much a trip is priced by that, any other',
    'bound.remainder: [...rest.keys()].some((monomial) => namesOf(monomial).map(plainName).includes(name))':
      'growth.test.ts: what grows in any other way has the bound of its type, and only that',
    'bound.refuseTerms: count > max':
      'report.test.ts: loops in loops over sums of many sizes are refused, and none of their terms multiplied out',
    'costGrowth.stepsOf: others.length > 0':
      'growth.test.ts: what grows in any other way has the bound of its type, and only that',
    'costGrowth.stepsOf: step === undefined':
      'report.test.ts: a field that a loop raises by so much a trip is priced by that, any other',
    'costGrowth.mostThrough: own === undefined':
      'report.test.ts: a field that a loop raises by so much a trip is priced by that, any other',
    'neutralitySearch.#say: this.#found.size >= FINDINGS_MAX':
      'report.test.ts: more findings than anybody reads are no verdict',
    'typing.send: recipient?.type === address':
      'forged-types.test.ts: a recipient that is a number is refused also where nobody asks whether it is the sender',
  },
  spared: {
    "once.flagOf: instruction?.op !== 'eq'": 'for a report that people read: packages/compiler/test/repeats.test.ts',
    'renaming.biasShown: args.length !== (module.functions[ctor]?.params.length ?? 0)':
      'for a report that people read: packages/compiler/test/neutrality.test.ts',
    "renaming.biasShown: made !== undefined && made.outcome.status !== 'ok'":
      'a constructor that refuses its arguments leaves no state: nothing is played, in a report that people read',
    'renaming.biasShown: budget.steps >= STEPS_PLAYED_MAX / 2':
      'for a report that people read: packages/compiler/test/neutrality.test.ts',
    'renaming.stepOf: choices.length === 0':
      'a contract that nobody can call has no histories, and picking one of none is a mistake of ours',
    "renaming.difference: one[0]?.value !== other[0]?.value && world.refusing.has(steps[at]?.function ?? '')":
      'for a report that people read: packages/compiler/test/neutrality.test.ts',
  },
  planted: {
    'a text is read from one byte string alone': {
      file: 'packages/bytecode/src/internal/reader.ts',
      said: 'fatal: true',
      instead: 'fatal: false',
      killedBy: 'forged-bytes.test.ts: a text that is no UTF-8, which every reader mends in his own way',
    },
    'a byte order mark is a part of its text': {
      file: 'packages/bytecode/src/internal/reader.ts',
      said: 'ignoreBOM: true',
      instead: 'ignoreBOM: false',
      killedBy:
        'forged-bytes.test.ts: a text keeps its byte order mark, so that its bytes are the ones that were hashed',
    },
  },
};
