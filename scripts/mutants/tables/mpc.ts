// The engine’s refusals, and faults by hand for what neither a switch nor a refusal takes out (README.md, "What each rule is held by"): `npm run mutants -- --room mpc`. What has a switch is in `Checks` and `SessionChecks` too. A list, and as long as there are checks.
import type { MutantTable } from '../table.ts';

export const MUTANTS: MutantTable = {
  room: 'mpc',
  sources: ['packages/mpc/src/**/*.ts'],
  killed: {
    'aborts.receiveAbort: !r.done()': 'sessionForms.test.ts: a seat that falls silent',
    'batch.receiveSeedCommit: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'batch.receiveVerdict: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'batch.receiveSeeds: !r.done()': 'sessionForms.test.ts: a batch that all say FAIL to',
    'checkpoints.decodeCheckpoint: !r.done()': 'sessionForms.test.ts: a checkpoint with a byte too many is none',
    'complaint.receiveVector: !r.done()': 'sessionForms.test.ts: a wrong share',
    'complaint.receiveEcho: !r.done()': 'sessionForms.test.ts: a wrong share',
    'following.receiveFinal: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'following.serveRecord: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'following.receivePart: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'hellos.receiveHello: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'keyChecks.receiveCheck: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'keyChecks.receiveReady: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'keyContributions.receiveContribution: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'keyEnd.receiveShow: !r.done()': 'sessionForms.test.ts: keys that differ',
    'keyEnd.receiveKeyAbort: !r.done()': 'sessionForms.test.ts: keys that differ',
    'proposals.receiveProposal: !r.done()': 'sessionForms.test.ts: keys, a batch of triples',
    'openings.decodeFieldOpening: n < 3 * T + 1': 'framing.test.ts: no colluders up to T',
    'openings.decodePiece: versions.size < 2 * T + 1': 'cheats.test.ts: a wrong piece or witness of opened bits',
    'aborts.isSound: record.sessionId !== session.id':
      'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.isSound: !Object.values(ABORT_REASON).some((reason) => reason === record.reason)':
      'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.isSound: record.reason === ABORT_REASON.silent':
      'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.isSound: record.reason === ABORT_REASON.timeout':
      'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.isSound: !dispute': 'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.isSound: record.seatA === record.seatB':
      'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.isSound: record.seatB >= seat.facts.n':
      'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.receiveAbort: !isSound(seat, session, certificate)':
      'refusedAborts.test.ts: names stand on the accuser’s own dispute over contents, and',
    'aborts.receiveAbort: pending.signatures.size === 0':
      'refusedAborts.test.ts: a record that nobody signed is a fault of who sends it, and',
    'aborts.mayCosign: pending.signatures.has(seat.facts.seat)':
      'refusedAborts.test.ts: a record that we have signed is not told again to each who',
    "aborts.mayCosign: session.stage === 'dead'":
      'refusedAborts.test.ts: a dead session and a closed one sign for the end of no',
    'aborts.mayCosign: session.closed': 'refusedAborts.test.ts: a dead session and a closed one sign for the end of no',
    'aborts.mayReplace: aborts.ending':
      'refusedAborts.test.ts: no chain takes the place of ours while we end an attempt,',
    'aborts.mayReplace: session.closed':
      'refusedAborts.test.ts: no chain takes the place of ours while we end an attempt,',
    'aborts.mayReplace: session.batch.settled':
      'refusedAborts.test.ts: no chain takes the place of ours while we end an attempt,',
    'aborts.replaceChain: !mayReplace(session)':
      'refusedAborts.test.ts: no chain takes the place of ours while we end an attempt,',
    'aborts.replaceChain: chain.length !== state.certificates.length':
      'refusedAborts.test.ts: a chain of records takes the place of ours only if it is as',
    'aborts.replaceChain: at < 0': 'refusedAborts.test.ts: a chain of records takes the place of ours only if it is as',
    'aborts.replaceChain: keyOf(seat, theirs.record) > keyOf(seat, ours.record)':
      'refusedAborts.test.ts: a chain of records takes the place of ours only if it is as',
    'aborts.replaceChain: !chain.slice(at).every((one, i) => one.record.attempt === at + i && quorumOf(session, one) !== undefined)':
      'refusedAborts.test.ts: a chain of records takes the place of ours only if it is as',
    'aborts.quorumOf: !isSound(seat, session, certificate)':
      'refusedAborts.test.ts: a chain of records takes the place of ours only if it is as',
    'checkpointRounds.compareCheckpoints: a.by !== b.by':
      'refusedRounds.test.ts: two signed checkpoints name a seat only if they are of one',
    'checkpointRounds.compareCheckpoints: a.record.index !== b.record.index':
      'refusedRounds.test.ts: two signed checkpoints name a seat only if they are of one',
    'checkpointRounds.compareCheckpoints: a.record.attempt !== b.record.attempt':
      'refusedRounds.test.ts: two signed checkpoints name a seat only if they are of one',
    'checkpointRounds.compareCheckpoints: equalBytes(digestOf(run.seat, CHECKPOINT, a.record), digestOf(run.seat, CHECKPOINT, b.record))':
      'refusedRounds.test.ts: two signed checkpoints name a seat only if they are of one',
    'checkpointRounds.enterBarrier: !signature':
      'refusedRounds.test.ts: a seat whose slot is taken by another digest says nothing,',
    'checkpointRounds.finishCheckpoint: !signed':
      'refusedRounds.test.ts: a checkpoint that nobody signed, or another than who sends',
    'checkpointRounds.finishCheckpoint: signed.by !== from':
      'refusedRounds.test.ts: a checkpoint that nobody signed, or another than who sends',
    "checkpointRounds.finishCheckpoint: verdict === 'disputed'":
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    "checkpointRounds.finishCheckpoint: verdict === 'bad'":
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpointRounds.judgeCheckpoint: !same':
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpointRounds.judgeCheckpoint: record.live !== own.live':
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpointRounds.judgeCheckpoint: round !== run.round':
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpointRounds.judgeCheckpoint: proposal !== run.proposal':
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpointRounds.judgeCheckpoint: run.seat.checks.views && record.viewHash !== own.viewHash':
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpointRounds.judgeCheckpoint: leaves.length !== run.seat.facts.n':
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpointRounds.judgeCheckpoint: toHex(sentRoot(leaves)) !== record.sentRoot':
      'refusedRounds.test.ts: a checkpoint is of this place, over our view, and over what',
    'checkpoints.decodeCheckpoint: r.uint(1) !== MESSAGE.checkpoint':
      'refusedRounds.test.ts: a frame of an opening has the header of its round and a',
    'checkpoints.decodeCheckpoint: !verifyRecord(seat, by, CHECKPOINT, record, signature)':
      'refusedRounds.test.ts: a checkpoint that nobody signed, or another than who sends',
    'contributions.sectionsOf: !share':
      'refusedRounds.test.ts: a frame of an opening has the header of its round and a',
    'contributions.sectionsOf: !part':
      'refusedRounds.test.ts: a term for a king, and a king’s sum, are canonical and of',
    'frame.splitFrame: bytes.length < HEADER_BYTES + VIEW_BYTES':
      'refusedRounds.test.ts: a frame of an opening has the header of its round and a',
    'frame.placeOf: bytes.length < 41':
      'refusedRounds.test.ts: what has no place in the round is dropped as a fault of who',
    'kingSums.chunkFromBytes: bytes.length !== chunkByteSize(plan, king, kings)':
      'refusedRounds.test.ts: a term for a king, and a king’s sum, are canonical and of',
    'kingSums.chunkFromBytes: field instanceof Refusal':
      'refusedRounds.test.ts: a term for a king, and a king’s sum, are canonical and of',
    'kingSums.chunkFromBytes: !words':
      'refusedRounds.test.ts: a term for a king, and a king’s sum, are canonical and of',
    'kingSums.finishSums: !run.kings.includes(from) && frame.body.length > 0':
      'refusedRounds.test.ts: a term for a king, and a king’s sum, are canonical and of',
    'kingSums.finishSums: !part': 'refusedRounds.test.ts: a term for a king, and a king’s sum, are canonical and of',
    'openingRound.finishOpenings: !cut':
      'refusedRounds.test.ts: a frame of an opening has the header of its round and a',
    'openingRound.resolveOpenings: !opened':
      'refusedRounds.test.ts: bits that are opened have nothing beyond their length',
    'plan.bytesOfHopA: !words': 'refusedRounds.test.ts: bits that are opened have nothing beyond their length',
    'run.receiveRound: !place': 'refusedRounds.test.ts: what has no place in the round is dropped as a fault of who',
    'run.receiveRound: !has(run.live, from)':
      'refusedRounds.test.ts: what has no place in the round is dropped as a fault of who',
    'run.receiveRound: place.round > run.round + 1':
      'refusedRounds.test.ts: what has no place in the round is dropped as a fault of who',
    'run.checkHeader: !frame': 'refusedRounds.test.ts: a frame of an opening has the header of its round and a',
    'run.checkHeader: !equalBytes(frame.header, headerOf(run))':
      'refusedRounds.test.ts: a frame of an opening has the header of its round and a',
    'run.checkHeader: run.seat.checks.views && !equalBytes(frame.view, run.view)':
      'refusedRounds.test.ts: a frame of another view ends the attempt: in its first round',
    'run.viewsDiffer: !run.kept.has(before)':
      'refusedRounds.test.ts: a frame of another view ends the attempt: in its first round',
    'run.closeRound: run.round > ROUNDS_MAX':
      'refusedRounds.test.ts: a round that is overdue ends the attempt, and so do more',
    'run.viewsDiffer: run.complaints.get(before)?.decided === true':
      'refusedComplaints.test.ts: (4,1): a wrong piece is named, and where its seat goes on',
    'run.tickRun: waited > run.seat.timings.roundMs':
      'refusedRounds.test.ts: a round that is overdue ends the attempt, and so do more',
    'seat.emitBlame: seat.named.has(key)': 'refusedRounds.test.ts: a seat is named once for one place',
    'complaint.complaintAt: run.complaints.size >= COMPLAINTS_MAX':
      'refusedComplaints.test.ts: more complaints than an attempt answers end it',
    'complaint.complainAbout: !complaint': 'refusedComplaints.test.ts: more complaints than an attempt answers end it',
    'complaint.complainAbout: !kept': 'refusedComplaints.test.ts: of a round that is not kept nothing can be shown',
    'complaint.complainAbout: !signature':
      'refusedComplaints.test.ts: a seat that cannot sign its complaint or its vector ends the',
    'complaint.receiveComplaint: !complaint':
      'refusedComplaints.test.ts: more complaints than an attempt answers end it',
    'complaint.showVector: !signature':
      'refusedComplaints.test.ts: a seat that cannot sign its complaint or its vector ends the',
    'complaint.receiveVector: !verifyRecord(run.seat, from, SIGNED_VECTOR, vectorRecord(run, kept, complaint.round, view, vectorHash), signature)':
      'refusedComplaints.test.ts: a vector that nobody signed, or too long a one, is a fault',
    'complaint.receiveEcho: new Set(list.map((one) => one.by)).size !== run.others.length + 1':
      'refusedComplaints.test.ts: an echo has one entry for each live seat',
    'complaint.decide: run.seat.checks.views && [...complaint.vectors.values()].some((one) => !equalBytes(one.view, kept.view))':
      'refusedComplaints.test.ts: a signed vector of another size, with what is no element, or',
    'complaint.decide: run.viewSeat !== null':
      'refusedComplaints.test.ts: after a difference of views the attempt ends, whatever the',
    "complaint.decideOpenings: judged.kind !== 'values'":
      'refusedComplaints.test.ts: (3,1): vectors that lie on no polynomial, and pieces that',
    'evidenceFile.readEvidence: text.length > EVIDENCE_CHARACTERS_MAX':
      'evidence.test.ts: a text that is too long is not looked at',
    'evidenceFile.readEvidence: error instanceof NotEvidence': 'evidence.test.ts: a file is read as it was written',
    'evidenceFile.readEvidence: error instanceof SyntaxError': 'evidence.test.ts: a file is read as it was written',
    'evidence.faultOfChunk: at === undefined':
      'evidence.test.ts: with fewer others, where nobody may be named, at another place or under another',
    'evidence.faultOfChunk: one.chunk.length !== at.bytes':
      'evidence.test.ts: with fewer others, where nobody may be named, at another place or under another',
    'evidence.faultOfChunk: !root.ok':
      'evidence.test.ts: with fewer others, where nobody may be named, at another place or under another',
    'evidence.faultOfChunk: signed === undefined':
      'evidence.test.ts: with fewer others, where nobody may be named, at another place or under another',
    'vectorTree.chunkPlace: set !== SHARES && rank < 0':
      'evidence.test.ts: a vector has no chunk beyond its shares and pieces, and no piece of a set that',
    'vectorTree.chunkPlace: !(Number.isInteger(chunk) && chunk >= 0 && at < size)':
      'evidence.test.ts: a vector has no chunk beyond its shares and pieces, and no piece of a set that',
    'vectors.cutVector: field instanceof Refusal':
      'refusedComplaints.test.ts: a signed vector of another size, with what is no element, or',
    'vectors.cutVector: body.length !== fieldBytes + held.length * pieceBytes':
      'refusedComplaints.test.ts: a signed vector of another size, with what is no element, or',
    'hellos.standingHello: !own': 'refusedOpenings.test.ts: a hello is its sender’s own, of a proposal that there may',
    'hellos.refreshHello: standingHello(session)':
      'refusedOpenings.test.ts: a proposer waits for hellos of enough seats, and proposes',
    'hellos.receiveHello: hello.seat !== from':
      'refusedOpenings.test.ts: a hello is its sender’s own, of a proposal that there may',
    'hellos.receiveHello: proposal >= PROPOSALS_MAX':
      'refusedOpenings.test.ts: a hello is its sender’s own, of a proposal that there may',
    'hellos.receiveHello: !helloIsSigned(seat, session.id, attempt, proposal, hello)':
      'refusedOpenings.test.ts: a hello is its sender’s own, of a proposal that there may',
    'judgement.chooseLive: here.length < least':
      'refusedOpenings.test.ts: a proposer waits for hellos of enough seats, and proposes',
    'judgement.objection: (open.live & ~allSeats(seat.facts)) !== 0':
      'refusedOpenings.test.ts: what has too few live seats, or lacks a hello, is refused',
    'judgement.objection: countOf(open.live) < least':
      'refusedOpenings.test.ts: what has too few live seats, or lacks a hello, is refused',
    'judgement.objection: open.abortsHash !== abortsHashOf(seat, session.aborts)':
      'refusedOpenings.test.ts: what has too few live seats, or lacks a hello, is refused',
    'judgement.objection: live.length !== countOf(open.live)':
      'refusedOpenings.test.ts: what has too few live seats, or lacks a hello, is refused',
    'judgement.objection: (open.live & named) !== 0':
      'refusedOpenings.test.ts: against a proposal stands whom it takes or leaves out, and',
    'judgement.objection: !mine': 'refusedOpenings.test.ts: against a proposal stands whom it takes or leaves out, and',
    'judgement.objection: others.length >= least':
      'refusedOpenings.test.ts: against a proposal stands whom it takes or leaves out, and',
    'judgement.objection: !has(open.live, by) && !mayLeaveOut(session, by, nowMs)':
      'refusedOpenings.test.ts: against a proposal stands whom it takes or leaves out, and',
    'judgement.objection: !step': 'refusedOpenings.test.ts: against a proposal stands whom it takes or leaves out, and',
    'judgement.objection: !ring': 'refusedOpenings.test.ts: against a proposal stands whom it takes or leaves out, and',
    'judgement.objection: !stepInReach(ring, purposeOf(session), step.start, mark)':
      'refusedOpenings.test.ts: against a proposal stands whom it takes or leaves out, and',
    'opening.markCounts: !proof.open.ranges.some((range) => range.kind === kind && range.start + range.length === mark)':
      'refusedOpenings.test.ts: a mark counts with a proposal that ends there, and with no',
    'opening.judgeRanges: ranges.some((range) => range.start < ownOf(range.kind))':
      'refusedOpenings.test.ts: ranges are what the plan asks, from our mark on, in batches',
    'opening.judgeRanges: !ranges.every(known)':
      'refusedOpenings.test.ts: ranges are what the plan asks, from our mark on, in batches',
    'opening.judgeRanges: !fits':
      'refusedOpenings.test.ts: ranges are what the plan asks, from our mark on, in batches',
    'opening.judgeRanges: !step': 'refusedOpenings.test.ts: what has too few live seats, or lacks a hello, is refused',
    'opening.judgeRanges: step.kind !== MATERIAL[chain]':
      'refusedOpenings.test.ts: ranges are what the plan asks, from our mark on, in batches',
    'opening.judgeRanges: step.length !== 1n':
      'refusedOpenings.test.ts: ranges are what the plan asks, from our mark on, in batches',
    'opening.judgeRanges: !starts(MATERIAL[chain]).includes(step.start)':
      'refusedOpenings.test.ts: ranges are what the plan asks, from our mark on, in batches',
    'opening.rangesOf: !items': 'refusedOpenings.test.ts: nothing is proposed that the pools do not hold, or that',
    'opening.rangesOf: items.length + 1 > RANGES_MAX':
      'refusedOpenings.test.ts: nothing is proposed that the pools do not hold, or that',
    'opening.restingSeat: !last':
      'sessionLiveness.test.ts: (4,1) with a seat away: a proposer that dies before anybody',
    'pools.allocate: missing > 0n':
      'refusedOpenings.test.ts: ranges are what the plan asks, from our mark on, in batches',
    'promise.promise: !signature': 'refusedOpenings.test.ts: a proposal whose slot is taken by another digest is not',
    'proposals.receiveProposal: open.proposal >= PROPOSALS_MAX':
      'refusedOpenings.test.ts: a proposal is of this session, its proposer’s own and signed',
    'proposals.receiveProposal: open.sessionId !== session.id':
      'refusedOpenings.test.ts: a proposal is of this session, its proposer’s own and signed',
    'proposals.receiveProposal: proposerOf(seat, session.index, open.attempt, open.proposal) !== from':
      'refusedOpenings.test.ts: a proposal is of this session, its proposer’s own and signed',
    'proposals.receiveProposal: !verifyRecord(seat, from, SESSION_OPEN, open, signature)':
      'refusedOpenings.test.ts: a proposal is of this session, its proposer’s own and signed',
    'proposals.receiveProposal: carried.size <= seat.facts.T':
      'refusedOpenings.test.ts: one seat’s word does not bring us to a later proposal',
    'proposals.receiveProposal: against':
      'refusedOpenings.test.ts: what has too few live seats, or lacks a hello, is refused',
    'proposals.refuse: FAULTY.has(why)':
      'refusedOpenings.test.ts: what has too few live seats, or lacks a hello, is refused',
    'proposals.receiveOpenSignature: !r.done()':
      'refusedOpenings.test.ts: a signature over a proposal has its size, and is of one that',
    'proposals.receiveOpenSignature: proposal >= PROPOSALS_MAX':
      'refusedOpenings.test.ts: a signature over a proposal has its size, and is of one that',
    'opening.restingSeat: n < 3 * T + 1':
      'sessionLiveness.test.ts: after aborts without names every seat rests once before the',
    'opening.restingSeat: last.seatB < n && aborts.length < ATTEMPTS_MAX - 1':
      'sessionLiveness.test.ts: after aborts without names every seat rests once before the',
    'following.receiveFinal: !one':
      'refusedRecords.test.ts: that a session is over say T + 1 of its seats, over one view',
    'following.receiveFinal: one.record.sessionId !== session.id':
      'refusedRecords.test.ts: that a session is over say T + 1 of its seats, over one view',
    'following.receiveFinal: ![...views.values()].some((signers) => signers.size > seat.facts.T)':
      'refusedRecords.test.ts: that a session is over say T + 1 of its seats, over one view',
    'following.receivePart: bytes.length === 0':
      'refusedRecords.test.ts: a part of a record has bytes, and belongs to one that there',
    'following.receivePart: total > RECORD_BYTES_MAX':
      'refusedRecords.test.ts: a part of a record has bytes, and belongs to one that there',
    'following.followRecord: !record':
      'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'following.followRecord: open.sessionId !== session.id':
      'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'following.followRecord: seat.checks.records && !openIsComplete(seat, record.signedOpen)':
      'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'following.followRecord: !session.shared.ring()':
      'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'following.followRecord: !seeds':
      'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'following.followRecord: !hasMaterial(seat.ports, open.ranges)':
      'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'following.followRecord: !followed':
      'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'record.follow: seat.checks.records && !openIsComplete(seat, record.signedOpen)':
      'refusedRecords.test.ts: another value, another open or too few signatures are not',
    'record.take: !next': 'refusedRecords.test.ts: a record that lacks a round, has one too many, or one of',
    'record.take: next.kind !== kind':
      'refusedRecords.test.ts: a record that lacks a round, has one too many, or one of',
    'record.take: (size !== undefined && next.bytes.length !== size)':
      'refusedRecords.test.ts: the shape of a record is the plan’s even where its',
    'record.follow: round !== record.rounds.length':
      'refusedRecords.test.ts: a record that lacks a round, has one too many, or one of',
    'record.follow: !last': 'refusedRecords.test.ts: a session that ends without a signed checkpoint has nothing',
    'record.follow: !good': 'refusedRecords.test.ts: another value, another open or too few signatures are not',
    'record.follow: !opened': 'refusedRecords.test.ts: a record that lacks a round, has one too many, or one of',
    'record.follow: !sums': 'refusedRecords.test.ts: a record that lacks a round, has one too many, or one of',
    "record.follow: plan.barrier && !plan.barrier.signed && !take('echo', 0)":
      'refusedRecords.test.ts: the record that the live seats signed is followed to their',
    'record.follow: !last #2': 'refusedRecords.test.ts: a record that lacks a round, has one too many, or one of',
    "record.follow: !take('confirm', 0)":
      'refusedRecords.test.ts: the record that the live seats signed is followed to their',
    'record.readCheckpoints: !r.done()':
      'refusedRecords.test.ts: signed checkpoints are read whole, and each is signed',
    'record.readCheckpoints: list.some((one) => one === undefined)':
      'refusedRecords.test.ts: signed checkpoints are read whole, and each is signed',
    'session.takeSeeds: !step': 'refusedRecords.test.ts: seeds come from a step of the chain that is named, from keys',
    'session.takeSeeds: !ring': 'refusedRecords.test.ts: seeds come from a step of the chain that is named, from keys',
    'session.takeSeeds: !keys': 'refusedRecords.test.ts: a record is followed, waits or is bad; for a bad one nothing',
    'record.decodeRecord: count > ROUNDS_MAX':
      'refusedRecords.test.ts: a record of more rounds than an attempt has is not read',
    'keyChecks.receiveCheck: attempt >= KEY_ATTEMPTS_MAX':
      'refusedKeys.test.ts: nothing is heard of an attempt that there cannot be',
    'keyChecks.receiveCheck: expected.length === 0':
      'refusedKeys.test.ts: the checks of a seat are of all its keys and no others, each',
    'keyChecks.receiveCheck: checks.length !== expected.length':
      'refusedKeys.test.ts: the checks of a seat are of all its keys and no others, each',
    'keyChecks.receiveCheck: expected.some((set) => !given.has(set))':
      'refusedKeys.test.ts: the checks of a seat are of all its keys and no others, each',
    'keyChecks.receiveCheck: !isSigned(set, one)':
      'refusedKeys.test.ts: the checks of a seat are of all its keys and no others, each',
    'keyChecks.receiveReady: attempt >= KEY_ATTEMPTS_MAX':
      'refusedKeys.test.ts: nothing is heard of an attempt that there cannot be',
    'keyContributions.receiveContribution: attempt >= KEY_ATTEMPTS_MAX':
      'refusedKeys.test.ts: nothing is heard of an attempt that there cannot be',
    'keyContributions.receiveContribution: !groups.get(set)?.includes(from)':
      'refusedKeys.test.ts: a contribution is to a key that its seat holds with us, and',
    'keyContributions.receiveContribution: !verifyRecord(seat, from, KEY_CONTRIBUTION, contributionRecord(setup, attempt, set, from, bytes), signature)':
      'refusedKeys.test.ts: a contribution is to a key that its seat holds with us, and',
    'keyContributions.loadKeys: !bytes': 'refusedKeys.test.ts: a disk without keys has none',
    'keyEnd.receiveShow: attempt >= KEY_ATTEMPTS_MAX':
      'refusedKeys.test.ts: nothing is heard of an attempt that there cannot be',
    'keyEnd.receiveKeyAbort: attempt >= KEY_ATTEMPTS_MAX':
      'refusedKeys.test.ts: nothing is heard of an attempt that there cannot be',
    'keyring.loadKeyring: !bytes': 'refusedKeys.test.ts: a disk without keys has none',
    'batch.startBatch: !signature': 'refusedBatches.test.ts: a seat that cannot sign its commitments ends the attempt',
    'batch.receiveSeedCommit: !verifyRecord(seat, from, SEED_COMMIT, record, one.signature)':
      'refusedBatches.test.ts: a batch begins when all have committed to the seeds that',
    'batch.beginIfCommitted: holds && other < n && batch.commits.get(other)?.get(set) !== hash':
      'refusedBatches.test.ts: a batch begins when all have committed to the seeds that',
    'batch.receiveSeeds: set >= 0x8000_0000 ? bytes.length !== KEY_BYTES : !setSeedsFromBytes(bytes)':
      'refusedBatches.test.ts: seeds that are shown have their size, are those that were',
    'batch.receiveSeeds: committed?.get(set) !== hashOfSeed(set, bytes)':
      'refusedBatches.test.ts: seeds that are shown have their size, are those that were',
    'batch.receiveSeeds: !equalBytes(known, bytes)':
      'refusedBatches.test.ts: seeds that are shown have their size, are those that were',
    'replay.replaySuspects: !traced':
      'refusedBatches.test.ts: who sent what its seeds do not give is found once every seed',
    'replay.replaySuspects: !signed':
      'refusedBatches.test.ts: who sent what its seeds do not give is found once every seed',
    'replay.replaySuspects: thresholdSets(n, T).some((set) => !seeds.has(set))':
      'refusedBatches.test.ts: who sent what its seeds do not give is found once every seed',
    'replay.replaySuspects: a < b && !seeds.has(pairId(a, b))':
      'refusedBatches.test.ts: who sent what its seeds do not give is found once every seed',
    'bits.bitsFromBytes: bytes.length !== wordsOf(length) * 4':
      'refusedMessages.test.ts: bits have the words of their length, and nothing beyond it',
    'bits.bitsFromBytes: unused !== 0 && (words.at(-1) as number) >>> unused !== 0':
      'refusedMessages.test.ts: bits have the words of their length, and nothing beyond it',
    'openings.decodeFieldOpening: vectors.size !== n':
      'refusedMessages.test.ts: values are corrected from the vectors of all n alone',
    'machine.receive: bytes.length < 33':
      'refusedMessages.test.ts: a message has its type and its session, and no more bytes',
    'machine.receive: bytes.length > MESSAGE_BYTES_MAX':
      'refusedMessages.test.ts: a message has its type and its session, and no more bytes',
    'machine.isEvidence: bytes[0] !== MESSAGE.checkpoint':
      'refusedMessages.test.ts: of an attempt that we ended another’s signed checkpoint is',
    'machine.isEvidence: bytes[41] === from':
      'refusedMessages.test.ts: of an attempt that we ended another’s signed checkpoint is',
    'machine.deliverRound: bytes.length < 41':
      'refusedMessages.test.ts: what belongs to a round says which, and one of an attempt',
    'machine.deliverRound: attempt < attemptOf(session)':
      'refusedMessages.test.ts: what belongs to a round says which, and one of an attempt',
    'session.loadSession: !bytes': 'refusedMessages.test.ts: a message has its type and its session, and no more bytes',
    'session.loadSession: finished': 'refusedMessages.test.ts: what a seat has promised in an attempt it knows after a',
    'session.loadSession: attemptOf(session) >= ATTEMPTS_MAX':
      'refusedMessages.test.ts: what a seat has promised in an attempt it knows after a',
    'batches.makeDaBits: !right': 'integerCheats.test.ts: wrong daBits are never usable; without their check a',
    'following.backing: !list': 'refusedRecords.test.ts: where T + 1 seats do not say how a session ended',
    'following.backing: (counts.get(endOf(seat, list)) ?? 0) > seat.facts.T':
      'refusedRecords.test.ts: a record with a second root of a live seat is followed by nobody',
    'following.backing: [...counts.values()].some((count) => count > seat.facts.T)':
      'refusedRecords.test.ts: a record with a second root of a live seat is followed by nobody',
    "following.followRecord: stands === 'contradicted'":
      'refusedRecords.test.ts: a record with a second root of a live seat is followed by nobody',
    "following.followRecord: stands === 'open'":
      'refusedRecords.test.ts: where T + 1 seats do not say how a session ended',
  },
  spared: {
    'columns.carryOut: columns.length === 0': 'chooses how something is computed; nothing that another said is refused',
    'engine.additiveZeros: !engine.sends': 'chooses how something is computed; nothing that another said is refused',
    'engine.additiveZeroBits: !engine.sends': 'chooses how something is computed; nothing that another said is refused',
    'choices.publicDifference: !isSecret(x)': 'chooses how something is computed; nothing that another said is refused',
    'choices.publicDifference: !isSecret(y)': 'chooses how something is computed; nothing that another said is refused',
    'integers.crowds: shape.bits > HALF': 'chooses how something is computed; nothing that another said is refused',
    'integers.crowds: !terms.some(([x]) => x.summands > 1)':
      'chooses how something is computed; nothing that another said is refused',
    'integers.crowds: !terms.some(([x]) => !inType(x))':
      'chooses how something is computed; nothing that another said is refused',
    "schedule.localValue: operation.kind !== 'linear'":
      'chooses how something is computed; nothing that another said is refused',
    'plan.mergedBarrier: barriers.length === 0':
      'chooses how something is computed; nothing that another said is refused',
    "hellos.isShort: session.work.kind === 'pool'":
      'saves the look at the hellos: a batch asks for no items, and then the answer is no anyway',
    "following.backing: session.work.kind === 'pool'":
      'the checkpoints of a batch carry no roots, so of two of one seat none is better: this saves the wait',
  },
  planted: {
    'a draw has a place of its own among those of the session': {
      file: 'packages/mpc/src/draws.ts',
      said: 'const label = concat(u32le(task), u32le(draw));',
      instead: 'const label = concat(u32le(draw));',
      killedBy: 'random.test.ts: no two draws, tasks or slots share a value',
    },
    'a task draws in a place of its own': {
      file: 'packages/mpc/src/executor/random.ts',
      said: '({ task, draw: draw++ })',
      instead: '({ task: 0, draw: draw++ })',
      killedBy: 'random.test.ts: two tasks of one session draw each for themselves',
    },
    'a task knows which one of the session it is when it draws': {
      file: 'packages/mpc/src/executor/execute.ts',
      said: 'taskDraws(engine, machine.graph, index)',
      instead: 'taskDraws(engine, machine.graph, 0)',
      killedBy: 'random.test.ts: two tasks of one session draw each for themselves',
    },
    'what is shuffled is reduced to its type before': {
      file: 'packages/mpc/src/executor/shuffling.ts',
      said: 'isSecret(value) ? reduced(graph, value) : value',
      instead: 'value',
      killedBy: 'shuffling.test.ts: places and elements stand in the order that the tape says',
    },
    'what moves in a sort is reduced to its type before': {
      file: 'packages/mpc/src/executor/sorting.ts',
      said: 'return asField(graph, isSecret(value) ? reduced(graph, value) : value);',
      instead: 'return asField(graph, value);',
      killedBy: 'sorting.test.ts: elements stand in the order of their keys, equal ones as they stood',
    },
    'what is drawn comes from seeds of its own kind': {
      file: 'packages/mpc/src/executor/random.ts',
      said: "seatDraws(engine.context.setKeys('draw'))",
      instead: "seatDraws(engine.context.setKeys('random'))",
      killedBy: 'random.test.ts: a holder who draws another piece than the others is found',
    },
    'the nearest threshold is taken, and not the one below': {
      file: 'packages/mpc/src/laplace.ts',
      said: 'return (twice + 1n) >> 1n;',
      instead: 'return twice >> 1n;',
      killedBy: 'laplace.test.ts: a threshold is the nearest to its probability: e computed another way',
    },
    'noise has as many digits as its tail asks for': {
      file: 'packages/mpc/src/laplace.ts',
      said: 'const TAIL = 46n;',
      instead: 'const TAIL = 20n;',
      killedBy: 'laplace.test.ts: the coins together are as near to discrete Laplace as the page says',
    },
    'the sign of noise has a word of its own': {
      file: 'packages/mpc/src/executor/noise.ts',
      said: 'const [first, ...digits] = words as [Node, ...Node[]];',
      instead: 'const [first, digits] = [words[1] as Node, words.slice(1)];',
      killedBy: 'laplace.test.ts: the engine makes of its words what the plain twin says',
    },
    'what runs along a segment stops where the next begins': {
      file: 'packages/mpc/src/executor/segments.ts',
      said: 'open[to] = and(graph, BOOL, open[from] as Operand, open[to] as Operand);',
      instead: 'open[to] = open[from] as Operand;',
      killedBy: 'segments.test.ts: values run along segments as one place after the other says',
    },
    'values that would pass the wall together are reduced before they run along a segment': {
      file: 'packages/mpc/src/executor/segments.ts',
      said: ': secrets.map((secret) => reduced(graph, secret));',
      instead: ': secrets;',
      killedBy: 'segments.test.ts: sums that pass every type wrap in theirs: of the greatest numbers, over one segment',
    },
    'a row behind the last key is zero': {
      file: 'packages/mpc/src/executor/segments.ts',
      said: 'product(graph, present[k] as Operand, asField(graph, before))',
      instead: 'asField(graph, before)',
      killedBy:
        'segments.test.ts: of sorted elements comes one row for each key, and of cohorts those that are large enough',
    },
    'a quotient by zero is zero, whatever sign it would have': {
      file: 'packages/mpc/src/circuits/division.ts',
      said: 'quotient.slice(0, width).map((plane) => xorShared(plane, flip))',
      instead: 'quotient.slice(0, width).map((plane) => xorShared(plane, below))',
      killedBy: 'fixed.test.ts: a quotient is the floor of the exact one, zero by zero',
    },
    'a fixed-point product is that of values within their types': {
      file: 'packages/mpc/src/executor/fixed.ts',
      said: 'if (within(hi, bounds)) return { lo, hi };',
      instead: 'return { lo, hi };',
      killedBy: 'fixed.test.ts: what was not reduced is taken as the value of its type: sums, products, and a square',
    },
    'what is negative is floored by a multiple of the divisor': {
      file: 'packages/mpc/src/executor/fixed.ts',
      said: 'linearNode(graph, [[node, 1n]], -lift)',
      instead: 'linearNode(graph, [[node, 1n]], 1n - lift)',
      killedBy: 'fixed.test.ts: a product is the floor of the exact one, whatever the scale',
    },
    'every set of seats has a part in a drawn order': {
      file: 'packages/mpc/src/executor/shuffling.ts',
      said: 'const moved = networks.reduce<readonly Node[]>(',
      instead: 'const moved = networks.slice(1).reduce<readonly Node[]>(',
      killedBy: 'shuffling.test.ts: what seats open of a drawn order is that order',
    },
    'a key that is sorted has its place below it': {
      file: 'packages/mpc/src/executor/sorting.ts',
      said: 'value: BigInt(place), width: places',
      instead: 'value: 0n, width: places',
      killedBy: 'sorting.test.ts: elements stand in the order of their keys, equal ones as they stood',
    },
    'an opening of 2T + 1 shares is taken where they lie on one polynomial alone': {
      file: 'packages/mpc/src/openings.ts',
      said: 'return off.length === 0 ? predict(0n, scratch)',
      instead: 'return off.length >= 0 ? predict(0n, scratch)',
      killedBy: 'cheats.test.ts: stops an opening of (3,1) and changes none of (4,1)',
    },
    'opened pieces are what every witness says': {
      file: 'packages/mpc/src/openings.ts',
      said: "return off.length === 0 ? undefined : { code: 'MISMATCH', seats: off };",
      instead: 'return undefined;',
      killedBy: 'cheats.test.ts: a wrong piece or witness of opened bits',
    },
    'a piece is what more than T holders say': {
      file: 'packages/mpc/src/openings.ts',
      said: 'if (wrong.length <= T) return { piece, wrong };',
      instead: 'return { piece, wrong };',
      killedBy: 'framing.test.ts: of the bytes of one set no holder is named',
    },
    'each fold of a batch has a coin of its own': {
      file: 'packages/mpc/src/verification.ts',
      said: 'const zeta = elementAt(yield* coin(engine), 0);',
      instead: 'yield* coin(engine); const zeta = rho;',
      killedBy: 'smallField.test.ts: succeeds at its rate',
    },
    'errors of a batch are weighed by powers of the coin': {
      file: 'packages/mpc/src/verification.ts',
      said: 'const powers = kernel.powers(rho, m);\n  kernel.scale(powers, rho, powers);',
      instead: 'const powers = kernel.powers(1n, m);',
      killedBy: 'smallField.test.ts: succeeds at its rate',
    },
    'AND triples that are shown are looked at': {
      file: 'packages/mpc/src/andTriples.ts',
      said: '(wrongShown || wrongBuckets)',
      instead: 'wrongBuckets',
      killedBy: 'cheats.test.ts: wrong AND triples pass at the rate of the bound',
    },
    'AND triples of a bucket are compared': {
      file: 'packages/mpc/src/andTriples.ts',
      said: '(wrongShown || wrongBuckets)',
      instead: 'wrongShown',
      killedBy: 'cheats.test.ts: wrong AND triples pass at the rate of the bound',
    },
    'the places of AND triples are chosen after they are made': {
      file: 'packages/mpc/src/andTriples.ts',
      said: 'const mixed = permuted({ ...made, c }, block, seed);',
      instead: 'const mixed = { ...made, c }; void seed;',
      killedBy: 'smallField.test.ts: succeeds at its rate',
    },
    'additive zeros are of pairwise keys, which a seat outside D has none of': {
      file: 'packages/mpc/src/engine.ts',
      said: 'const streams = others.map((other) => prfField(pairKeys.get(other) as Uint8Array, label, count));',
      instead:
        "const streams = others.map((other) => prfField([...engine.context.setKeys('product').values()][0] as Uint8Array, label, count)); void pairKeys;",
      killedBy: 'cheats.test.ts: additive zeros come from pairwise keys alone',
    },
    'a piece of an output’s mask opens its own commitment alone': {
      file: 'packages/mpc/src/outputs.ts',
      said: 'equalBytes(outputCommitment(slot, place, piece), commitment)',
      instead: 'commitment.length === COMMITMENT_BYTES',
      killedBy: 'outputs.test.ts: a piece with another value, salt, set or place',
    },
    'a seat burns its ranges before its signature leaves': {
      file: 'packages/mpc/src/session/promise.ts',
      said: 'seat.ports.burn(open.ranges.map((range) => ({ ...range, kind: range.kind as MaterialKind })));',
      instead: '',
      killedBy: 'sessionAttacks.test.ts: two proposals of one attempt never share a position',
    },
    'a verdict counts in the name of who signed it': {
      file: 'packages/mpc/src/session/batch.ts',
      said: 'if (!verifyRecord(seat, one.by, BATCH_VERDICT, record, one.signature)) {',
      instead: 'if (one.signature.length !== 64) {',
      killedBy: 'refusedSignatures.test.ts: a batch is dead with a FAIL that a live seat signed',
    },
    'a verdict is a live seat’s': {
      file: 'packages/mpc/src/session/batch.ts',
      said: 'if (batch.verdicts.has(one.by) || !has(batch.live, one.by)) continue;',
      instead: 'if (batch.verdicts.has(one.by)) continue;',
      killedBy: 'refusedSignatures.test.ts: a batch is dead with a FAIL that a live seat signed',
    },
    'an OK is over the view of the batch': {
      file: 'packages/mpc/src/session/batch.ts',
      said: 'verdicts.filter((one) => one.viewHash === batch.viewHash).length',
      instead: 'verdicts.length',
      killedBy: 'refusedSignatures.test.ts: a batch is usable with the signed OK of every live seat',
    },
    'seeds are a live seat’s': {
      file: 'packages/mpc/src/session/batch.ts',
      said: '!has(batch.live, from) || batch.seedsFrom.has(from)',
      instead: 'batch.seedsFrom.has(from)',
      killedBy: 'refusedSignatures.test.ts: seeds of a seat outside the batch',
    },
    'a complaint is signed by who complains': {
      file: 'packages/mpc/src/session/complaint.ts',
      said: '!verifyRecord(run.seat, from, COMPLAIN, { accuser: from, slot }, signature)',
      instead: 'signature.length !== 64',
      killedBy: 'refusedComplaints.test.ts: a complaint that its seat did not sign',
    },
    'a vector in an echo is signed by whose it is': {
      file: 'packages/mpc/src/session/complaint.ts',
      said: 'if (!verifyRecord(run.seat, one.by, SIGNED_VECTOR, record, one.signature)) continue;',
      instead: 'void record;',
      killedBy: 'refusedComplaints.test.ts: an echo has one entry for each live seat',
    },
    'a shown contribution names who signed it alone': {
      file: 'packages/mpc/src/session/keyEnd.ts',
      said: 'if (!verifyRecord(seat, by, KEY_CONTRIBUTION, contributionRecord(setup, attempt, set, by, bytes), signature))\n      continue;',
      instead: '',
      killedBy: 'refusedSignatures.test.ts: a seat is named for two contributions that it signed',
    },
    'an attempt at keys ends by signed records': {
      file: 'packages/mpc/src/session/keyEnd.ts',
      said: ' && verifyRecord(seat, by, ABORT_RECORD, abortRecordOf(setup, attempt), signature)',
      instead: '',
      killedBy: 'refusedSignatures.test.ts: an attempt at keys ends by records that their seats signed',
    },
    'a signature over a proposal is its seat’s': {
      file: 'packages/mpc/src/session/proposals.ts',
      said: 'if (verifyRecord(session.shared.seat, by, SESSION_OPEN, known.open, signature)) known',
      instead: 'if (signature.length === 64) known',
      killedBy: 'refusedSignatures.test.ts: a proposal carries hellos that their seats signed',
    },
    'a proposal runs with the signature of every live seat': {
      file: 'packages/mpc/src/session/proposals.ts',
      said: 'if (proposal.signatures.size !== countOf(proposal.open.live)) return;',
      instead: '',
      killedBy: 'refusedSignatures.test.ts: a proposal carries hellos that their seats signed',
    },
    'a hello in a proposal is signed by its seat': {
      file: 'packages/mpc/src/session/proposals.ts',
      said: 'helloIsSigned(seat, session.id, open.attempt, open.proposal, hello)',
      instead: 'hello.signature.length === 64',
      killedBy: 'refusedSignatures.test.ts: a proposal carries hellos that their seats signed',
    },
    'who stands behind a signed proposal has signed it': {
      file: 'packages/mpc/src/session/opening.ts',
      said: 'has(signed.open.live, by) && verifyRecord(seat, by, SESSION_OPEN, signed.open, signature)',
      instead: 'has(signed.open.live, by) && signature.length === 64',
      killedBy: 'refusedSignatures.test.ts: a mark counts by signatures of the proposal',
    },
    'who stands behind a signed proposal is live in it': {
      file: 'packages/mpc/src/session/opening.ts',
      said: 'has(signed.open.live, by) && verifyRecord(seat, by, SESSION_OPEN, signed.open, signature)',
      instead: 'verifyRecord(seat, by, SESSION_OPEN, signed.open, signature)',
      killedBy: 'refusedSignatures.test.ts: a mark counts by signatures of the proposal',
    },
    'a record of an end counts signatures that were made under it': {
      file: 'packages/mpc/src/session/aborts.ts',
      said: 'if (verifyRecord(seat, by, ABORT_RECORD, record, signature)) pending.signatures.set(by, signature);',
      instead: 'pending.signatures.set(by, signature);',
      killedBy: 'refusedAborts.test.ts: a record that nobody signed',
    },
    'a chain of ends counts signatures that were made under it': {
      file: 'packages/mpc/src/session/aborts.ts',
      said: 'verifyRecord(seat, by, ABORT_RECORD, certificate.record, signature),',
      instead: 'by >= 0 && signature.length === 64,',
      killedBy: 'refusedAborts.test.ts: a chain of records takes the place of ours only if',
    },
    'one peer is served so many parts of records': {
      file: 'packages/mpc/src/session/following.ts',
      said: 'if (served > PARTS_SERVED_MAX) return;',
      instead: '',
      killedBy: 'refusedSignatures.test.ts: one peer is served so many parts',
    },
    'a record has a last checkpoint of every live seat': {
      file: 'packages/mpc/src/session/record.ts',
      said: 'list.length === countOf(live) && signers === live',
      instead: 'signers !== 0',
      killedBy: 'refusedRecords.test.ts: another value, another open or too few signatures',
    },
    'the last checkpoints of a record are over its view': {
      file: 'packages/mpc/src/session/record.ts',
      said: 'record.live === live && equalBytes(bytesOf(record.viewHash), view)',
      instead: 'record.live === live && view.length === 32',
      killedBy: 'refusedRecords.test.ts: another value, another open or too few signatures',
    },
    'the last checkpoints of a record are of its live seats': {
      file: 'packages/mpc/src/session/record.ts',
      said: 'record.live === live && equalBytes(bytesOf(record.viewHash), view)',
      instead: 'equalBytes(bytesOf(record.viewHash), view)',
      killedBy: 'refusedRecords.test.ts: another value, another open or too few signatures',
    },
    'a seat tells us of so many ends of an attempt': {
      file: 'packages/mpc/src/session/aborts.ts',
      said: 'if (!state.pending.has(key) && !makeRoom(session, from)) return;',
      instead: 'if (!state.pending.has(key)) makeRoom(session, from);',
      killedBy: 'refusedAborts.test.ts: of one seat no more records are kept and signed',
    },
    'a verdict that was heard stands': {
      file: 'packages/mpc/src/session/batch.ts',
      said: 'if (batch.verdicts.has(one.by) || !has(batch.live, one.by)) continue;',
      instead: 'if (!has(batch.live, one.by)) continue;',
      killedBy: 'refusedSignatures.test.ts: a batch is dead with a FAIL that a live seat signed',
    },
    'what a seat has committed to stands': {
      file: 'packages/mpc/src/session/batch.ts',
      said: 'run.proposal !== proposal || session.batch.commits.has(from)) return;',
      instead: 'run.proposal !== proposal) return;',
      killedBy: 'refusedBatches.test.ts: what a seat has committed to stands',
    },
    'a complaint is a live seat’s': {
      file: 'packages/mpc/src/session/complaint.ts',
      said: 'if (run.end || !has(run.live, from)) return;',
      instead: 'if (run.end) return;',
      killedBy: 'refusedComplaints.test.ts: a seat outside the run complains of nothing',
    },
  },
};
