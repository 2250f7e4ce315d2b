// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

// The records of docs/formats.md, field for field in its order: the order is part of every hash.

struct Task {
    bytes32 contractId;
    bytes4 fn;
    bytes32 bodyHash;
    address sender;
    address payer;
    uint64 nonce;
    uint128 value;
    bytes32 grantsHash;
    uint64 gasLimit;
    uint96 gasPrice;
    uint96 tip;
    uint40 deadline;
    address callback;
    uint32 callbackGas;
}

struct Receipt {
    bytes32 contractId;
    uint16 generation;
    uint8 kind;
    uint56 firstSeq;
    uint16 count;
    bytes32 committeeId;
    uint16 attempt;
    bytes32 abortsHash;
    bytes32 anchor;
    bytes32 prevRoot;
    bytes32 newRoot;
    bytes32 resultsRoot;
}

struct Result {
    bytes32 taskId;
    uint8 status;
    uint16 code;
    uint64 gasUsed;
    bytes32 publicHash;
    bytes32 maskedHash;
    bytes32 effectsHash;
}

/// A result's place in its receipt, proved by its siblings from the leaf up; a step without sibling has none.
struct Place {
    uint32 index;
    /// The receipt's first task, whose word says which receipt was settled; nothing where that is the task itself.
    bytes32 first;
    Result result;
    bytes32[] proof;
}

/// A function that becomes due at a block height; fixed at deployment.
struct Schedule {
    bytes4 fn;
    uint64 height;
    uint64 gasLimit;
    uint96 gasPrice;
    uint96 tip;
    uint32 windowSeconds;
}

/// What a deployer gives. `price` is the floor of a task's gasPrice.
struct Contract {
    bytes32 codeHash;
    bytes32 policyHash;
    bytes32 sourceHash;
    bytes32 initHash;
    address owner;
    uint8 mode;
    uint8 n;
    uint8 T;
    uint16 flags;
    uint16 tenure;
    uint8 openMode;
    uint96 price;
    uint16 priceClass;
    uint32 cell;
    address admission;
    uint96 appendFee;
    Schedule[] schedules;
}

/// What the chain adds to a deployed contract.
struct ContractRecord {
    Contract terms;
    address deployer;
    uint32 registeredEpoch;
    uint40 rentPaidUntil;
}

/// What a node registers.
struct NodeKeys {
    address signer;
    bytes32 sealingKey;
    bytes32 tlsSpkiHash;
    address payout;
    address operator;
    string peerUrl;
    string apiUrl;
}

struct NodeRecord {
    address owner;
    uint8 status;
    uint32 units;
    uint32 exitEpoch;
    NodeKeys keys;
    uint32 signerFrom;
    uint32 pendingUnits;
    uint40 withdrawableAt;
    uint16 seatsHeld;
    uint32 lastSeatEnd;
}

/// Whose it is, the head of the contract and the event of the draw say.
struct Committee {
    uint16 generation;
    uint8 n;
    uint8 T;
    uint8 qHi;
    uint8 qLo;
    uint8 state;
    uint32 openedEpoch;
    uint32 tenureEnd;
    uint8 replacements;
    uint32[] seats;
    uint32[] standbys;
}

/// Where a contract stands. `nextSeq` = the seq the next task gets, `doneSeq` = the first seq that has not ended, `nextRead`
/// = the seq the next read gets.
struct Head {
    bytes32 stateRoot;
    uint56 nextSeq;
    uint56 doneSeq;
    uint56 nextRead;
    uint56 version;
    uint16 generation;
    uint16 attempt;
    uint32 aborts;
    uint8 status;
    bytes32 receiptHead;
    bytes32 committeeId;
}

struct Inbox {
    bytes32 head;
    uint64 count;
    uint48 lastBlock;
}

/// One settlement's money, handed from Tasks to Bank in one call.
struct Payout {
    uint32[] nodes;
    uint256 perSeat;
    address submitter;
    uint256 tip;
    uint256 toPot;
    /// How many of the following two are meant.
    uint256 used;
    address[] accounts;
    uint256[] amounts;
}

// Receipt kinds.
uint8 constant GENESIS = 0;
uint8 constant TASKS = 1;
uint8 constant REPAIR = 2;
// 3 is kept for the handover between committees.
uint8 constant READS = 4;

// Result statuses.
uint8 constant RESULT_OK = 1;
uint8 constant RESULT_NO_GRANT = 5;

// Contract statuses (Head.status).
uint8 constant CONTRACT_NONE = 0;
uint8 constant CONTRACT_NEW = 1;
uint8 constant CONTRACT_SERVING = 2;
uint8 constant CONTRACT_DEGRADED = 3;
uint8 constant CONTRACT_LOST = 4;

// Task statuses.
uint8 constant TASK_NONE = 0;
uint8 constant TASK_CREATED = 1;
uint8 constant TASK_SETTLED = 2;
uint8 constant TASK_EXPIRED = 3;
uint8 constant TASK_OPENED = 4;

// Committee states.
uint8 constant COMMITTEE_SERVING = 1;
uint8 constant COMMITTEE_RELEASED = 2;

// Node statuses.
uint8 constant NODE_ACTIVE = 1;
uint8 constant NODE_EXITED = 2;

// Limits. Each loop is bounded by one of them, so that its worst case stays far below EIP-7825's 16.78M gas.
uint256 constant BATCH_MAX = 64;
uint256 constant BODIES_MAX = 64;
uint256 constant BODY_BYTES_MAX = 8192;
// sender 20, nonce 8, period 4 and a signature of 64 bytes are in every inbox entry.
uint256 constant ENTRY_BYTES_MIN = 96;
uint256 constant MASKED_BYTES_MAX = 8192;
uint256 constant OUTPUT_BYTES_MAX = 8192;
uint256 constant CODE_BYTES_MAX = 24576;
uint256 constant INIT_BYTES_MAX = 4096;
uint256 constant URL_BYTES_MAX = 256;
uint256 constant SCHEDULES_MAX = 4;
uint256 constant SEATS_MAX = 31;
// T-sets of a committee: each has a key, so no larger sharing is used.
uint256 constant SETS_MAX = 4096;
uint256 constant STANDBYS_MAX = 4;
uint256 constant ATTEMPTS_MAX = 5;
// Gas that a task pays for being handled at all.
uint64 constant BASE_GAS = 1000;
// EVM gas that a callback may ask for.
uint256 constant CALLBACK_GAS_MAX = 1_000_000;
// EVM gas of one ERC-1271 question: enough for a P-256 wallet, and 64 of them fit a transaction.
uint256 constant WALLET_GAS_MAX = 150_000;
// Functions from here on change no state (the bytecode says so, and nodes hold it to that): their tasks are reads, which have
// an order of their own, beside the queue, and end in any order.
bytes4 constant READ_FN = 0xff000000;
// The seq of a contract's first read; those of its other tasks stay below.
uint256 constant READ_SEQ = 1 << 39;
// The floor of a gasPrice shares a word with the head.
uint256 constant PRICE_MAX = type(uint72).max;

// Why createMany skipped an order: what `create` would have said.
uint8 constant ORDER_NOT_YET = 1;
uint8 constant ORDER_DEADLINE = 2;
uint8 constant ORDER_GAS_LIMIT = 3;
uint8 constant ORDER_UNKNOWN_CONTRACT = 4;
uint8 constant ORDER_DEGRADED = 5;
uint8 constant ORDER_NOT_SERVING = 6;
uint8 constant ORDER_PRICE = 7;
uint8 constant ORDER_ESCROW = 8;
uint8 constant ORDER_NONCE = 9;
uint8 constant ORDER_CALLBACK = 10;
uint8 constant ORDER_BODY_LENGTH = 11;
uint8 constant ORDER_BODY_HASH = 12;
uint8 constant ORDER_SENDER = 13;
uint8 constant ORDER_PAYER = 14;
uint8 constant ORDER_BALANCE = 15;
