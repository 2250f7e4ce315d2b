// Every check of this room that protects something, by name, so that a test can switch off one at a time and show what the cheat then gains. They are on wherever nobody says
// otherwise: a production build has no way to say it (host/run.ts passes none, and nothing that a process is started with reaches them). test/defences.test.ts holds one cheat for each name.

/** What each check keeps. The names before a dot are those of events, and of what a line of the log calls what does not fit. */
export const DEFENCES = {
  // checks.ts: an event, from everything that the events before it said.
  'NodeRegistered.node': 'nodes are numbered without a gap, so that a seat means the node that was drawn',
  'KeysRotated.signer': 'a key is one node’s for ever: a rotation told as another’s, or again, counts for nothing',
  'KeysRotated.effectiveEpoch': 'a rotation takes over after everything before it',
  'ContractDeployed.twice': 'a contract is deployed once: a second event would put an empty state in its place',
  'ContractDeployed.contractId': 'code, policy and arguments are those that the contract’s id names',
  'CommitteeOpened.committeeId': 'seats are those that the committee’s id names',
  'CommitteeOpened.seats': 'n, T and the seats are of the contract’s shape, each seat another known node',
  'InputsAppended.first': 'no entry is left out or told twice',
  'InputsAppended.height': 'an entry is of the block that holds it',
  'InputsAppended.head': 'entries fold to the head that the chain keeps',
  'TaskCreated.seq': 'no task is left out of the order',
  'TaskCreated.header': 'a task is of the contract that it is filed under',
  'TaskCreated.taskId': 'a task has the terms that its id names',
  'TaskCreated.body': 'a body hashes to what the task names',
  'Settled.receiptDigest': 'a receipt hashes to its digest',
  'Settled.receipt': 'a settlement is of the contract, place and length that its receipt says',
  'Settled.root': 'a receipt goes on from the state that the chain has',
  'Settled.read': 'a read is answered from the state of its own block',
  'Settled.results': 'results hash to their receipt',
  'Settled.taskId': 'a receipt settles the tasks of its place, each once',
  'Settled.maskedHash': 'a masked output hashes to its result',
  'BodyPosted.body': 'a posted body hashes to what its task names',
  'Expired.taskId': 'what expires is the task of that place',
  'events.known': 'an event of something unknown enters no view',
  // watch.ts
  'watch.order': 'events are of the blocks that were asked for, in their order',
  'watch.anchor': 'a task’s block is the chain’s own',
  'watch.finality': 'a final block stays',
  'watch.remembered': 'a final block stays also while this node is down',
  'watch.behind': 'an endpoint that falls behind tells nothing as news that is known',
  'heads.inbox': 'inbox events are all that the chain counts',
  'heads.receiptHead': 'settlements are all that the chain took, and of reads too, which move no state',
  'heads.nextSeq': 'tasks are all that the chain counts',
  'heads.nextRead': 'reads are all that the chain counts',
  'heads.committeeId': 'the committee is the one that the chain has',
  'heads.contract':
    'committee, admission, schedules and time of opening are those of the chain’s own record: no id holds them',
  'heads.signers': 'a seat’s key is the one in the chain’s own record',
  'heads.rotation': 'keys that take over are those in the chain’s own record of the node',
  // boots.ts
  'boots.folder': 'a folder serves one node of one deployment',
  'boots.later': 'a folder that is older than what its peers have seen refuses',
  'boots.twin': 'of two processes on copies of one folder one refuses',
  'boots.blank': 'a folder that holds something of a committee takes no later number: it is an old one',
  'boots.settles': 'a blank folder that is not in its first start acts after its number has stood for a while',
  'boots.blankAgain': 'a blank folder that is not in its first start may have taken part in what stands on chain',
  'boots.above': 'a process whose number another of its node rose above refuses, blank or not',
  'boots.forGood': 'a folder that was found old stays refused',
  'boots.counts': 'a folder that was copied while a process ran, and put back after it ended, refuses',
  'boots.again': 'a copy that started and refused silences the node for a moment and not for good',
  'boots.rotated': 'a key that was rotated away says nothing more of its node’s starts',
  'boots.signature': 'a start number counts with the signature of the node that it is about',
  'boots.name': 'a start number of somebody else says nothing about us',
  // node.ts
  'boots.cleared': 'nothing of a session is signed before T + 1 others know of no later start',
  'keys.registered': 'keys are those that the chain has of this node',
  'keys.drawn': 'a seat is taken with the key of its draw, or not at all',
  'boots.current': 'a peer whose start is not the latest that we know is not listened to',
  stalled: 'nothing is done for a contract whose events contradict each other',
  faultLines: 'a peer’s faults fill no disk',
  // failure.ts
  contained: 'an error of ours in what one contract asks for ends that contract’s seat, and no other with it',
  // signer.ts
  signOnce: 'a slot takes one digest for ever',
  // agreement.ts, receipts.ts, journeys.ts
  signatures: 'a signature counts for the seat whose key made it',
  forkLock: 'one receipt of a version is called final, whatever its attempt and anchor',
  openAfterFinal: 'no piece of an output’s mask leaves before qHi seats call its receipt final',
  ownFinal: 'a seat that would not call a receipt final serves nothing of it, whatever the others say',
  reader: 'what opens a block for one reader leaves under his seal alone',
  pieces: 'a piece of a mask is the one that the receipt commits to',
  audit: 'a folder that does not remember a signature which the chain shows refuses',
  superseded: 'what becomes the state is what the chain took, not what this seat computed',
  askRate: 'a peer that asks faster than askers do is answered once',
  // losses.ts, maskVote.ts, backup.ts, repair.ts, tenure.ts
  'repair.claim': 'a disk is lost that its own seat says is',
  'repair.limit': 'a seat that claims its loss again and again is not repaired for ever',
  'repair.masks': 'a seat that claims a loss gets no key that it did not have',
  'repair.agree': 'a mask key is what T + 1 of its holders say, so that a liar changes no input',
  'repair.fields': 'public fields that a peer tells are those of the receipt',
  'backup.agree': 'what a lost share is made from is what T + 1 seats say',
  'backup.root': 'a lost share is made again of the state that the chain has',
  'backup.piece': 'a piece of a lost share is the one that the others have the hash of',
  'backup.key': 'a mask key that one holder hands on is the one that the others have the hash of',
  'repair.current': 'a seat whose keys the chain has replaced signs and serves nothing under them',
  // order.ts
  compared: 'nothing is computed before the chain’s own heads confirm the events',
  sifted: 'nothing is computed before every entry that it takes is sifted',
  // pending.ts, by the rules of protocol
  'entry.sender': 'an entry is signed by its sender, for this committee, contract and policy',
  'entry.admission': 'an entry carries admission’s voucher for its sender',
  'entry.period': 'an entry is of the period whose masks it uses',
  'entry.nonce': 'an older entry does not win over a newer one',
  // execute.ts
  gas: 'a run that costs more than its task pays for is not even planned',
  callable: 'a task runs a function that is there to be called',
  'call.value': 'what a function reads of its pay is all of it',
  'output.length': 'a task that leaves more than a receipt can carry ends alone, and no node with it',
  'call.committee': 'the masks of a call are of the committee and period that compute it',
  // batch.ts
  'batch.alone': 'a task that may be late, or whose body may not come, holds up no neighbour’s receipt',
  // bodies.ts
  'body.hash': 'a body is the one that its task names',
  'body.sender': 'a body is kept for a caller who signed its task',
  'body.room': 'bodies that nobody has paid for fill no disk',
  'body.wanted': 'a body from a peer is looked at if this seat lacks it',
  'inbox.height': 'a task takes the inbox as of its own block',
  'inbox.once': 'an entry is taken once',
  // program.ts, state.ts
  'program.mode': 'a contract runs in the mode that its record names',
  'program.shape': 'a committee has no more keys than messages and memory hold',
  'program.codeHash': 'the code is what its record names',
  'program.policyHash': 'what the code reveals is what its record says',
  'program.initHash': 'the constructor’s arguments are what its record names',
  'program.openMode': 'nothing opens after settlement that the run needs before it',
  constructorGas: 'a constructor, which nobody pays for, costs little',
  salts: 'a root over guessable shares tells nothing of them',
  // api.ts, masks.ts
  'mask.form': 'bytes of a client trip no assertion',
  'mask.committee': 'a mask is told for the committee and period that this node serves',
  'mask.signer': 'a mask is told to the one who signed for it and to nobody else',
  queue: 'clients are sent away while a contract’s queue is full',
  // host/links.ts
  'link.key': 'a peer is who its key on chain says',
  'link.rotated': 'a link that was made under a key which has been rotated away ends',
  'link.network': 'nodes of two networks do not talk',
  'link.greeting': 'a stranger’s first frame is short',
  'link.handshake': 'who never says a word keeps no place on the peer port',
  'link.sockets': 'one address does not hold every place on the peer port',
  'link.silent': 'a link whose other end is gone without a word is made anew',
  'link.lines': 'who knocks again and again fills no disk',
  // host/http.ts
  'http.sockets': 'one address does not hold every connection',
  'http.size': 'a request has an end',
  'http.wait': 'who would wait too long is told so at once, and the others are answered in time',
  'http.rate': 'one address does not use up the node',
  // host/sqlite.ts
  'store.checksum': 'damaged bytes are not read as state',
  'store.halves': 'half a store signs nothing',
  'store.older': 'of two files neither may have forgotten what the other saw',
  // host/storeFile.ts
  'store.total': 'a signature or mark that is not as it was written is not believed',
  'store.pages': 'pages that contradict each other are not believed',
  'store.lock': 'two processes do not run on one folder',
} as const;

export type NodeCheck = keyof typeof DEFENCES;
export type NodeChecks = Readonly<Record<NodeCheck, boolean>>;

const NAMES = Object.keys(DEFENCES) as readonly NodeCheck[];

export const ALL_CHECKS: NodeChecks = Object.fromEntries(NAMES.map((name) => [name, true])) as Record<
  NodeCheck,
  boolean
>;
