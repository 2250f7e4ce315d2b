// What holds each check of the rules and decoders: the test that fails without it. `npm run mutants -- --room protocol` takes them out one at a time, and docs/mutants.md says how.
import type { MutantTable } from '../table.ts';

export const MUTANTS: MutantTable = {
  room: 'protocol',
  sources: ['packages/protocol/src/**/*.ts'],
  killed: {
    'apply.apply: error instanceof Revert':
      'rules.test.ts: money is conserved, seqs are dense, and each task ends at most once',
    'bank.deposit: allowance < amount':
      'calls.test.ts: a permit pays a deposit once, and a spent one leaves what it allowed',
    'bank.take: have < amount':
      'refusals.test.ts: nobody takes out what he has not put in, or moves tokens that he has not',
    'bank.moveTokens: have < amount':
      'refusals.test.ts: nobody takes out what he has not put in, or moves tokens that he has not',
    'committees.openCommittee: head.status !== CONTRACT_STATUS.NEW':
      'refusals.test.ts: one is drawn once, of enough nodes, and given up after its tenure alone',
    'committees.openCommittee: head.committeeId !== ZERO_HASH':
      'refusals.test.ts: one is drawn once, of enough nodes, and given up after its tenure alone',
    'committees.openCommittee: state.epoch <= terms.registeredEpoch':
      'rules.test.ts: a draw needs a seed later than the registration, a key its possession, an id one deployment',
    "committees.openCommittee: 'refused' in drawn":
      'refusals.test.ts: one is drawn once, of enough nodes, and given up after its tenure alone',
    "committees.openCommittee: drawn.refused === 'TooFewNodes'":
      'refusals.test.ts: one is drawn once, of enough nodes, and given up after its tenure alone',
    'committees.forceLeave: committee === undefined':
      'refusals.test.ts: one is drawn once, of enough nodes, and given up after its tenure alone',
    'committees.forceLeave: committee.state !== COMMITTEE_STATE.SERVING':
      'refusals.test.ts: a committee is given up once, and its contract’s deposits go back where it is lost',
    'committees.forceLeave: state.epoch <= until':
      'refusals.test.ts: one is drawn once, of enough nodes, and given up after its tenure alone',
    'committees.signersOrRevert: bytes.length !== 64 * seats.length':
      'calls.test.ts: acknowledgements are of this task, its body and its seats, of enough of them, and in time',
    'committees.signersOrRevert: signer !== signerAt(state, node, committee.openedEpoch)':
      'rules.test.ts: register, deploy, open, GENESIS, append, trigger, settle, open',
    'deposits.returnDeposits: status !== CONTRACT_STATUS.LOST':
      'refusals.test.ts: a committee is given up once, and its contract’s deposits go back where it is lost',
    'inboxes.append: status === CONTRACT_STATUS.NONE':
      'refusals.test.ts: entries are of a contract that serves, and have their bounds',
    'inboxes.append: status !== CONTRACT_STATUS.SERVING && status !== CONTRACT_STATUS.DEGRADED':
      'refusals.test.ts: entries are of a contract that serves, and have their bounds',
    'inboxes.append: bodies.length === 0':
      'refusals.test.ts: entries are of a contract that serves, and have their bounds',
    'inboxes.append: bodies.length > BATCH_MAX':
      'refusals.test.ts: entries are of a contract that serves, and have their bounds',
    'inboxes.append: body.length < ENTRY_BYTES_MIN':
      'refusals.test.ts: entries are of a contract that serves, and have their bounds',
    'inboxes.append: body.length > BODY_BYTES_MAX':
      'refusals.test.ts: entries are of a contract that serves, and have their bounds',
    'late.claimLate: block.timestamp > until':
      'calls.test.ts: wait for their seat, once and in time, and are the pot’s afterwards',
    'late.claimLate: seat >= SEATS_MAX':
      'calls.test.ts: wait for their seat, once and in time, and are the pot’s afterwards',
    'late.claimLate: (word.paid & bit) !== 0':
      'calls.test.ts: wait for their seat, once and in time, and are the pot’s afterwards',
    'late.sweepLate: block.timestamp <= until':
      'calls.test.ts: wait for their seat, once and in time, and are the pot’s afterwards',
    'late.sweepLate: unpaid === 0':
      'calls.test.ts: wait for their seat, once and in time, and are the pot’s afterwards',
    'late.settledBy: result === undefined':
      'refusals.test.ts: a late claim shows the whole receipt of a task that was settled',
    'late.settledBy: headers.length !== receipt.count':
      'refusals.test.ts: a late claim shows the whole receipt of a task that was settled',
    'late.settledBy: results.length !== headers.length':
      'refusals.test.ts: a late claim shows the whole receipt of a task that was settled',
    'late.settledBy: resultsRootOf(results) !== receipt.resultsRoot':
      'calls.test.ts: wait for their seat, once and in time, and are the pot’s afterwards',
    "late.settledBy: word?.status !== 'settled' && word?.status !== 'opened'":
      'refusals.test.ts: a late claim shows the whole receipt of a task that was settled',
    'late.settledBy: word.receiptDigest !== receiptDigest':
      'refusals.test.ts: a late claim shows the whole receipt of a task that was settled',
    'late.shareOf: taskId !== result.taskId':
      'calls.test.ts: wait for their seat, once and in time, and are the pot’s afterwards',
    "openings.open: word.status !== 'settled'":
      'rules.test.ts: register, deploy, open, GENESIS, append, trigger, settle, open',
    'openings.open: output.length > OUTPUT_BYTES_MAX':
      'refusals.test.ts: an opening is of its place, its receipt and a result',
    'openings.open: result === undefined': 'refusals.test.ts: an opening is of its place, its receipt and a result',
    'openings.open: !whole': 'refusals.test.ts: an opening is of its place, its receipt and a result',
    'openings.open: receiptDigest !== word.receiptDigest':
      'refusals.test.ts: an opening is of its place, its receipt and a result',
    'openings.open: result.taskId !== taskId': 'refusals.test.ts: an opening is of its place, its receipt and a result',
    'openings.open: result.status !== RESULT_STATUS.OK':
      'refusals.test.ts: an opening is of its place, its receipt and a result',
    'openings.open: have < signed.committee.qLo':
      'rules.test.ts: register, deploy, open, GENESIS, append, trigger, settle, open',
    "openings.retryCallback: keccakHex(fromHex(output) ?? revert('Malformed')) !== owed":
      'calls.test.ts: are told once; a failed one is owed and can be told by anyone',
    'registry.deploy: codeBytes.length === 0':
      'refusals.test.ts: code and arguments have their bounds and are the ones hashed',
    'registry.deploy: codeBytes.length > CODE_BYTES_MAX':
      'refusals.test.ts: code and arguments have their bounds and are the ones hashed',
    'registry.deploy: initBytes.length > INIT_BYTES_MAX':
      'refusals.test.ts: code and arguments have their bounds and are the ones hashed',
    'registry.deploy: toHex(keccak256(codeBytes)) !== contract.codeHash':
      'rules.test.ts: a draw needs a seed later than the registration, a key its possession, an id one deployment',
    'registry.deploy: toHex(keccak256(initBytes)) !== contract.initHash':
      'refusals.test.ts: code and arguments have their bounds and are the ones hashed',
    'registry.deploy: state.contracts.has(contractId)':
      'rules.test.ts: a draw needs a seed later than the registration, a key its possession, an id one deployment',
    'registry.checkTerms: terms[field] !== 0': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.T === 0': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.n < fewest': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.n > SEATS_MAX': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.price > PRICE_MAX': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.tenure === 0': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.openMode > 1': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.owner === ZERO_ADDRESS': 'refusals.test.ts: each term has its bound',
    'registry.checkTerms: terms.schedules.length > SCHEDULES_MAX':
      'refusals.test.ts: schedules can be met, and no two fall together',
    'registry.checkTerms: schedule.height <= block.number':
      'refusals.test.ts: schedules can be met, and no two fall together',
    'registry.checkTerms: schedule.gasLimit < BASE_GAS':
      'refusals.test.ts: schedules can be met, and no two fall together',
    'registry.checkTerms: schedule.gasPrice < terms.price':
      'refusals.test.ts: schedules can be met, and no two fall together',
    'registry.checkTerms: schedule.windowSeconds === 0':
      'refusals.test.ts: schedules can be met, and no two fall together',
    'registry.checkTerms: schedule.windowSeconds > windowMax':
      'refusals.test.ts: schedules can be met, and no two fall together',
    'registry.checkTerms: terms.schedules.slice(0, i).some((other) => other.height === schedule.height)':
      'refusals.test.ts: schedules can be met, and no two fall together',
    'remedies.ackBodies: count === 0': 'refusals.test.ts: batches have their shape',
    'remedies.ackBodies: count > BATCH_MAX': 'refusals.test.ts: batches have their shape',
    'remedies.ackBodies: acks.length !== count': 'refusals.test.ts: batches have their shape',
    'remedies.ackBodies: block.timestamp + next.config.times.graceSeconds > header.deadline':
      'calls.test.ts: acknowledgements are of this task, its body and its seats, of enough of them, and in time',
    'remedies.postBody: word.liable': 'calls.test.ts: a body is posted once, whole, and while there is time to compute',
    'remedies.postBody: block.timestamp + state.config.times.graceSeconds > deadline':
      'calls.test.ts: a body is posted once, whole, and while there is time to compute',
    'remedies.postBody: bytes.length === 0':
      'calls.test.ts: a body is posted once, whole, and while there is time to compute',
    'remedies.postBody: bytes.length > BODY_BYTES_MAX': 'refusals.test.ts: a posted body has its bound',
    'remedies.postBody: keccakHex(bytes) !== header.bodyHash':
      'calls.test.ts: a body is posted once, whole, and while there is time to compute',
    'remedies.ackedBy: bytes.length < 4':
      'calls.test.ts: acknowledgements are of this task, its body and its seats, of enough of them, and in time',
    'remedies.ackedBy: have < signed.committee.qLo':
      'calls.test.ts: acknowledgements are of this task, its body and its seats, of enough of them, and in time',
    'remedies.declareLost: head.status !== CONTRACT_STATUS.NEW':
      'refusals.test.ts: only what never began is lost, and only its own GENESIS names who was missing',
    'remedies.declareLost: block.number <= newUntilBlock':
      'rules.test.ts: without GENESIS in time the contract is lost, its deposits return, and who was missing is said',
    'remedies.declareLost: bitmap !== 0 && other':
      'refusals.test.ts: only what never began is lost, and only its own GENESIS names who was missing',
    'settlement.settle: have < qLo':
      'rules.test.ts: fewer than qHi settle only after the grace, and then no further task enters',
    'settlement.settle: counts.some((count) => count !== receipt.count)':
      'rules.test.ts: each wrong field is refused by its own name',
    'settlement.settle: resultsRootOf(results) !== receipt.resultsRoot':
      'rules.test.ts: each wrong field is refused by its own name',
    'settlement.settle: context.block.timestamp < graceOver':
      'rules.test.ts: fewer than qHi settle only after the grace, and then no further task enters',
    'settlement.expire: headers.length === 0': 'refusals.test.ts: batches have their shape',
    'settlement.expire: headers.length > BATCH_MAX': 'refusals.test.ts: batches have their shape',
    'settlement.expire: word.seq !== seq':
      'refusals.test.ts: tasks are settled and expire in their order, with a status, within their gas',
    'settlement.expire: context.block.timestamp <= header.deadline':
      'rules.test.ts: a task ends once: settled is not expired, expired is not settled, and no receipt counts twice',
    'settlement.settleState: degraded':
      'rules.test.ts: a repair makes a new version of no task, takes qHi seats, and lets tasks enter again',
    'settlement.settleTasks: word.seq !== seq':
      'refusals.test.ts: tasks are settled and expire in their order, with a status, within their gas',
    'settlement.computed: bytes.length > MASKED_BYTES_MAX':
      'refusals.test.ts: tasks are settled and expire in their order, with a status, within their gas',
    'settlement.checkResult: block.timestamp > header.deadline':
      'rules.test.ts: a task ends once: settled is not expired, expired is not settled, and no receipt counts twice',
    'settlement.checkResult: result.status < RESULT_STATUS.OK':
      'refusals.test.ts: tasks are settled and expire in their order, with a status, within their gas',
    'settlement.checkResult: result.status > RESULT_STATUS.NO_GRANT':
      'refusals.test.ts: tasks are settled and expire in their order, with a status, within their gas',
    'settlement.checkResult: result.gasUsed > header.gasLimit':
      'refusals.test.ts: tasks are settled and expire in their order, with a status, within their gas',
    'settlement.checkReceipt: receipt.committeeId !== head.committeeId':
      'refusals.test.ts: nobody is no committee: a contract that has none takes no receipt',
    'settlement.checkReceipt: receipt.generation !== head.generation':
      'rules.test.ts: each wrong field is refused by its own name',
    'settlement.checkReceipt: head.status !== CONTRACT_STATUS.NEW':
      'refusals.test.ts: a receipt of another stage or shape is refused',
    'settlement.checkReceipt: block.number > newUntilBlock':
      'rules.test.ts: without GENESIS in time the contract is lost, its deposits return, and who was missing is said',
    'settlement.checkReads: newRoot !== prevRoot': 'refusals.test.ts: a receipt of another stage or shape is refused',
    'settlement.checkReads: !isReadSeq(firstSeq)': 'refusals.test.ts: a receipt of another stage or shape is refused',
    'settlement.checkReceipt: receipt.kind > RECEIPT_KIND.REPAIR && !reads':
      'rules.test.ts: what belongs to later stages is refused by name',
    'settlement.checkReceipt: head.status !== CONTRACT_STATUS.SERVING && head.status !== CONTRACT_STATUS.DEGRADED':
      'rules.test.ts: a repair makes a new version of no task, takes qHi seats, and lets tasks enter again',
    'settlement.checkReceipt: receipt.count === 0': 'refusals.test.ts: a receipt of another stage or shape is refused',
    'settlement.checkReceipt: receipt.count > BATCH_MAX':
      'refusals.test.ts: a receipt of another stage or shape is refused',
    'settlement.checkReceipt: receipt.prevRoot !== head.stateRoot':
      'rules.test.ts: a task ends once: settled is not expired, expired is not settled, and no receipt counts twice',
    'settlement.checkReceipt: receipt.firstSeq !== head.doneSeq':
      'rules.test.ts: a repair makes a new version of no task, takes qHi seats, and lets tasks enter again',
    'settlement.checkReceipt: receipt.attempt >= ATTEMPTS_MAX':
      'rules.test.ts: each wrong field is refused by its own name',
    'settlement.checkReceipt: (receipt.attempt === 0) !== (receipt.abortsHash === ZERO_HASH)':
      'rules.test.ts: each wrong field is refused by its own name',
    "settlement.createdOrRevert: word.status !== 'created'":
      'rules.test.ts: a task ends once: settled is not expired, expired is not settled, and no receipt counts twice',
    'stake.register: state.byOwner.has(from)':
      'refusals.test.ts: one owner has one node, whose keys are apart and whose bounds hold',
    'stake.register: units === 0':
      'refusals.test.ts: one owner has one node, whose keys are apart and whose bounds hold',
    'stake.register: units > unitsMax':
      'refusals.test.ts: one owner has one node, whose keys are apart and whose bounds hold',
    'stake.register: node === TREE_LEAVES':
      'refusals.test.ts: as many nodes as the tree has leaves, and no sum beyond its bits',
    'stake.addStake: units === 0': 'refusals.test.ts: stake moves in units that are there',
    'stake.addStake: sum > unitsMax': 'refusals.test.ts: stake moves in units that are there',
    'stake.requestExit: units === 0': 'refusals.test.ts: stake moves in units that are there',
    'stake.requestExit: units > record.units': 'refusals.test.ts: stake moves in units that are there',
    'stake.completeExit: units === 0': 'rules.test.ts: leaves after the delay, and never while a seat is held',
    'stake.completeExit: context.block.timestamp < record.withdrawableAt':
      'rules.test.ts: leaves after the delay, and never while a seat is held',
    'stake.completeExit: record.seatsHeld !== 0':
      'rules.test.ts: leaves after the delay, and never while a seat is held',
    'stake.rotateKeys: last >= from':
      'refusals.test.ts: keys rotate once an epoch, and a committee keeps those of its draw',
    'stake.advance: state.advancedAt === block.number':
      'refusals.test.ts: an epoch begins at most once in a block, and a seed that is not there draws nobody',
    "stake.withTree: 'refused' in tree":
      'refusals.test.ts: as many nodes as the tree has leaves, and no sum beyond its bits',
    'stake.checkKeys: keys.signer === keys.operator':
      'refusals.test.ts: one owner has one node, whose keys are apart and whose bounds hold',
    'stake.checkKeys: state.bySigner.has(keys.signer)':
      'rules.test.ts: a draw needs a seed later than the registration, a key its possession, an id one deployment',
    'stake.checkKeys: keys.payout === ZERO_ADDRESS':
      'refusals.test.ts: one owner has one node, whose keys are apart and whose bounds hold',
    'stake.checkKeys: recovered !== keys.signer':
      'rules.test.ts: a draw needs a seed later than the registration, a key its possession, an id one deployment',
    'stake.checkKeys: recovered === ZERO_ADDRESS': 'refusals.test.ts: nobody’s signature possesses nobody’s key',
    'stake.checkUrls: new TextEncoder().encode(urls[field]).length > URL_BYTES_MAX':
      'refusals.test.ts: one owner has one node, whose keys are apart and whose bounds hold',
    'tasks.create: flaw !== undefined':
      'calls.test.ts: an account of code signs by its own rule, and one without code only by its key',
    "tasks.create: !('entered' in flat)":
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.createMany: orders.length === 0': 'refusals.test.ts: batches have their shape',
    'tasks.createMany: orders.length > BATCH_MAX': 'refusals.test.ts: batches have their shape',
    'tasks.trigger: context.block.number <= height':
      'rules.test.ts: register, deploy, open, GENESIS, append, trigger, settle, open',
    'tasks.trigger: isSpent(state, sender, nonce)':
      'rules.test.ts: register, deploy, open, GENESIS, append, trigger, settle, open',
    "tasks.trigger: !('entered' in flat)":
      'refusals.test.ts: a schedule is triggered while its contract serves, from what was deposited for it',
    'tasks.flawOf: header.grantsHash !== ZERO_HASH': 'rules.test.ts: what belongs to later stages is refused by name',
    'tasks.flawOf: header.deadline <= now':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.flawOf: header.gasLimit < BASE_GAS':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.flawOf: head === undefined':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.flawOf: head.status === CONTRACT_STATUS.DEGRADED':
      'rules.test.ts: fewer than qHi settle only after the grace, and then no further task enters',
    'tasks.flawOf: head.status !== CONTRACT_STATUS.SERVING':
      'rules.test.ts: without GENESIS in time the contract is lost, its deposits return, and who was missing is said',
    'tasks.flawOf: header.gasPrice < price':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.flawOf: escrowOf(header) === undefined':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.flawOf: isSpent(state, sender, nonce)':
      'rules.test.ts: nobody creates in another name, or pays from another purse',
    'tasks.flawOf: !isCallable(state, header)':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.flawOfBody: bytes.length === 0':
      "calls.test.ts: are the contract's where the task succeeded, and the payer's again otherwise",
    'tasks.flawOfBody: bytes.length > BODY_BYTES_MAX':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.flawOfSignatures: sender !== from && !isSignedBy(state, sender, taskId, order.senderSig)':
      'calls.test.ts: an account of code signs by its own rule, and one without code only by its key',
    'tasks.flawOfSignatures: payer !== from && payer !== sender && !isSignedBy(state, payer, taskId, order.payerSig)':
      'rules.test.ts: nobody creates in another name, or pays from another purse',
    'tasks.isCallable: callbackGas > CALLBACK_GAS_MAX':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.enterOrFlaw: have < escrow':
      'calls.test.ts: a wrong one is skipped with the code of its refusal, and its neighbours are created',
    'tasks.checkServing: head.status !== CONTRACT_STATUS.SERVING':
      'refusals.test.ts: a schedule is triggered while its contract serves, from what was deposited for it',
    'acks.decodeAcks: bytes === undefined':
      'calls.test.ts: single seats join to one acknowledgement; what is not their own is left out',
    'acks.decodeAcks: bytes.length < 4':
      'calls.test.ts: single seats join to one acknowledgement; what is not their own is left out',
    'acks.decodeAcks: bytes.length !== 4 + 64 * seatsOf(bitmap).length':
      'calls.test.ts: single seats join to one acknowledgement; what is not their own is left out',
    'codec.decodeRecord: cursor.at !== bytes.length': 'records.test.ts: inputs',
    'codec.decodeList: length > max':
      'decoders.test.ts: a record: a list and bytes no longer than declared, nothing missing, nothing behind',
    'codec.take: end > cursor.bytes.length':
      'decoders.test.ts: a record: a list and bytes no longer than declared, nothing missing, nothing behind',
    'codec.bytesOfHex: bytes === undefined':
      'decoders.test.ts: a record: a list and bytes no longer than declared, nothing missing, nothing behind',
    'inbox.decodeEntry: bytes.length !== need':
      'inbox.test.ts: with an admission, an entry needs its voucher for this sender and contract',
    'inbox.decodeEntry: delta >> BigInt(width) !== 0n':
      'inbox.test.ts: bits of a δ above its width are malformed, though signed',
    'inbox.verifyEntry: rules.period && body.period !== terms.period':
      'inbox.test.ts: garbage silences nobody: what fails any other test marks nothing',
    'inbox.verifyEntry: rules.sender && !verifyRecord(terms.domain, INBOX_ENTRY, entryRecord(terms, body), body.signature, body.sender)':
      'inbox.test.ts: decoding survives any bytes',
    'inbox.verifyEntry: !verifyRecord(terms.domain, VOUCHER, record, body.voucher, terms.admission)':
      'inbox.test.ts: with an admission, an entry needs its voucher for this sender and contract',
    'masked.decodeBlocks: bytes.length > MASKED_BYTES_MAX':
      'decoders.test.ts: masked blocks: all together, each header, each kind, each count, and what follows them',
    'masked.decodeBlocks: !(Number.isInteger(sets) && sets >= 1 && sets <= SETS_MAX)':
      'decoders.test.ts: masked blocks: all together, each header, each kind, each count, and what follows them',
    'masked.decodeBlocks: to !== MASKED_TO.EVERYONE && to !== MASKED_TO.ADDRESS':
      'decoders.test.ts: masked blocks: all together, each header, each kind, each count, and what follows them',
    'masked.decodeBlocks: (to === MASKED_TO.EVERYONE) !== (recipient === ZERO_ADDRESS)':
      'masked.test.ts: a value of p or above, an unknown kind, and a named everyone are refused',
    'masked.decodeBlocks: count > ELEMENTS_MAX':
      'decoders.test.ts: masked blocks: all together, each header, each kind, each count, and what follows them',
    'masked.decodeBlocks: end > bytes.length':
      'decoders.test.ts: masked blocks: all together, each header, each kind, each count, and what follows them',
    'masked.decodeBlocks: value === undefined': 'masked.test.ts: decoding survives any bytes',
    'masked.checkOutputPiece: salt.length !== 32':
      'decoders.test.ts: a piece of an output’s mask: salt, whole elements, so many of them, each below p',
    'masked.checkOutputPiece: values.length % 16 !== 0':
      'decoders.test.ts: a piece of an output’s mask: salt, whole elements, so many of them, each below p',
    'masked.checkOutputPiece: values.length > 16 * ELEMENTS_MAX':
      'decoders.test.ts: a piece of an output’s mask: salt, whole elements, so many of them, each below p',
    'masked.checkOutputPiece: !equalBytes(outputCommitmentOfBytes(slot, set, salt, values), commitment)':
      'masked.test.ts: a piece counts only for its slot, set, salt and values',
    'masked.checkOutputPiece: value === undefined':
      'decoders.test.ts: a piece of an output’s mask: salt, whole elements, so many of them, each below p',
    'masks.decodeMaskPieces: sets.length > SETS_MAX':
      'decoders.test.ts: words of a mask: of sets and widths that there can be, in exactly their bytes',
    'masks.decodeMaskPieces: widths.some((width) => width < 1 || width > WIDTH_MAX)':
      'decoders.test.ts: words of a mask: of sets and widths that there can be, in exactly their bytes',
    'masks.decodeMaskPieces: bytes.length !== need':
      'masked.test.ts: pieces come back; others than the expected sets, or words beyond their width, do not',
    'masks.decodeMaskPieces: given !== set':
      'masked.test.ts: pieces come back; others than the expected sets, or words beyond their width, do not',
    'masks.decodeMaskPieces: value >> BigInt(width) !== 0n':
      'masked.test.ts: pieces come back; others than the expected sets, or words beyond their width, do not',
    'masks.verifyMaskRequest: request.kind !== MASK_KIND.CALL && request.kind !== MASK_KIND.INBOX':
      'decoders.test.ts: a request for a mask: a kind, some widths, each of them one',
    'masks.verifyMaskRequest: widths.length === 0':
      'decoders.test.ts: a request for a mask: a kind, some widths, each of them one',
    'masks.verifyMaskRequest: keccakHex(Uint8Array.from(widths)) !== request.widthsHash':
      'masked.test.ts: a mask is told to its sender alone',
    'masks.verifyMaskRequest: !verifyRecord(domain, MASK_REQUEST, request, signature, request.sender)':
      'masked.test.ts: a mask is told to its sender alone',
    'merkle.rootOfProof: sibling === undefined':
      'merkle.test.ts: each leaf of each tree proves its own place and no other',
    'times.timesHold: !all.every((seconds) => Number.isSafeInteger(seconds) && seconds > 0)':
      'outcomes.test.ts: periods that would let stake leave before evidence are refused',
    "draw.drawCommittee: 'refused' in totals":
      'draw.test.ts: sums do not overflow their 28 bits, and versions before the last two are gone',
    'draw.drawCommittee: totals.eligible < n':
      'draw.test.ts: too few nodes, and one dominant leaf, refuse by name instead of drawing badly',
    'draw.drawCommittee: drawn.length < wanted':
      'draw.test.ts: too few nodes, and one dominant leaf, refuse by name instead of drawing badly',
    'sumTree.totalAt: from !== epoch + 1':
      'draw.test.ts: sums do not overflow their 28 bits, and versions before the last two are gone',
    "committees.openCommittee: drawn.refused === 'DrawExhausted'":
      'refusals.test.ts: one dominant node exhausts the draw by name',
    'settlement.checkReceipt: receipt.count !== 0': 'refusals.test.ts: a receipt of another stage or shape is refused',
    'stake.checkKeys: keys.signer === owner':
      'refusals.test.ts: one owner has one node, whose keys are apart and whose bounds hold',
    'tasks.trigger: escrowOf(header) === undefined':
      'refusals.test.ts: a schedule whose price does not fit is not triggered',
    'tasks.flawOf: header.deadline > max':
      'refusals.test.ts: a task ends within the longest time, and a callee has some gas',
    'tasks.isCallable: callbackGas === 0':
      'refusals.test.ts: a task ends within the longest time, and a callee has some gas',
    'tasks.checkServing: head.status === CONTRACT_STATUS.DEGRADED':
      'refusals.test.ts: a schedule is triggered while its contract serves, from what was deposited for it',
    "eip712.typeName: 'bytesMax' in type":
      'records.test.ts: bytes and text have their EIP-712 types, and are hashed by their content',
    "eip712.typeName: 'textBytesMax' in type":
      'records.test.ts: bytes and text have their EIP-712 types, and are hashed by their content',
    'masked.decodeBlocks: header.length < 25':
      'decoders.test.ts: masked blocks: all together, each header, each kind, each count, and what follows them',
    'masks.verifyMaskRequest: widths.some((width) => !Number.isInteger(width) || width < 1 || width > WIDTH_MAX)':
      'decoders.test.ts: a request for a mask: a kind, some widths, each of them one',
    'merkle.rootOfProof: !(Number.isSafeInteger(count) && Number.isSafeInteger(index) && index >= 0 && index < count)':
      'decoders.test.ts: a proof: a place that there is, nodes of 32 bytes, as many as the place takes and no more than a tree has',
    'merkle.rootOfProof: proof.length > PROOF_NODES_MAX':
      'decoders.test.ts: a proof: a place that there is, nodes of 32 bytes, as many as the place takes and no more than a tree has',
    'merkle.rootOfProof: proof.some((node) => node.length !== 32)':
      'decoders.test.ts: a proof: a place that there is, nodes of 32 bytes, as many as the place takes and no more than a tree has',
    'merkle.rootOfProof: used !== proof.length':
      'decoders.test.ts: a proof: a place that there is, nodes of 32 bytes, as many as the place takes and no more than a tree has',
    'sealedPieces.decodePieces: elements < 1':
      'decoders.test.ts: pieces by their sets: whole ones, of some elements, of no more sets than there can be',
    'sealedPieces.decodePieces: elements > ELEMENTS_MAX':
      'decoders.test.ts: pieces by their sets: whole ones, of some elements, of no more sets than there can be',
    'sealedPieces.decodePieces: !Number.isInteger(count)':
      'decoders.test.ts: pieces by their sets: whole ones, of some elements, of no more sets than there can be',
    'sealedPieces.decodePieces: count > SETS_MAX':
      'decoders.test.ts: pieces by their sets: whole ones, of some elements, of no more sets than there can be',
    'sumTree.setUnits: (root.cur[childOf(leaf, 0)] as number) + change > UNITS_SUM_MAX':
      'draw.test.ts: sums do not overflow their 28 bits, and versions before the last two are gone',
  },
  spared: {
    'committees.forceLeave: head === undefined': 'without a head there is no committee either, which is refused alike',
    'committees.signersOrRevert: seats.some((seat) => seat >= committee.n)':
      'standbys are kept apart from seats here, so a seat beyond n has no key; in Solidity it has one',
    'committees.signersOrRevert: signer === undefined': 'every seat’s node has a key, which no failed recovery equals',
    'settlement.checkReceipt: receipt.committeeId === ZERO_HASH':
      'no committee is filed under zero, and who names it is told the same',
    'tasks.checkServing: head === undefined': 'a schedule is of a known contract, and that has a head',
  },
  planted: {
    'a nonce is spent by its task (rules)': {
      file: 'packages/protocol/src/rules/tasks.ts',
      said: 'nonces: withEntry(state.nonces, key, used),',
      instead: '',
      killedBy: 'rules.test.ts: nobody creates in another name, or pays from another purse',
    },
    'an output is opened once (rules)': {
      file: 'packages/protocol/src/rules/openings.ts',
      said: '{ ...state, tasks: withEntry(state.tasks, taskId, ended) }',
      instead: 'state; void ended',
      killedBy: 'rules.test.ts: register, deploy, open, GENESIS, append, trigger, settle, open',
    },
    'a callee is told once (rules)': {
      file: 'packages/protocol/src/rules/openings.ts',
      said: 'owed.delete(taskId);',
      instead: '',
      killedBy: 'calls.test.ts: are told once; a failed one is owed and can be told by anyone',
    },
    'a late share is paid once (rules)': {
      file: 'packages/protocol/src/rules/late.ts',
      said: 'paid: (word.paid | bit) >>> 0',
      instead: 'paid: word.paid',
      killedBy: 'calls.test.ts: wait for their seat, once and in time',
    },
    'unclaimed shares are swept once (rules)': {
      file: 'packages/protocol/src/rules/late.ts',
      said: 'paid: 2 ** n - 1',
      instead: 'paid: word.paid',
      killedBy: 'calls.test.ts: wait for their seat, once and in time',
    },
    'an expired task has ended (rules)': {
      file: 'packages/protocol/src/rules/settlement.ts',
      said: "tasks: withEntry(next.tasks, taskId, { status: 'expired' } as const),",
      instead: '',
      killedBy: 'rules.test.ts: a task ends once: settled is not expired',
    },
    'only an accepted entry marks its nonce': {
      file: 'packages/protocol/src/inbox.ts',
      said: 'if (!checked.ok) dropped.push({ index: entry.index, reason: checked });',
      instead:
        'if (!checked.ok) { dropped.push({ index: entry.index, reason: checked }); const read = decodeEntry(terms, entry.body); if (read.ok) marks.set(read.value.sender, read.value.nonce); }',
      killedBy: 'inbox.test.ts: garbage silences nobody: what fails any other test marks nothing',
    },
    'of one sender’s entries the last counts': {
      file: 'packages/protocol/src/inbox.ts',
      said: 'entry.nonce > known.nonce',
      instead: 'entry.nonce < known.nonce',
      killedBy: "inbox.test.ts: a relayer's old ballot loses to a newer one",
    },
  },
};
