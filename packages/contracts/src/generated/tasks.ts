// Generated from Tasks.sol by scripts/generate.ts. Do not edit.
export const tasksAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "bank_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "stake_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "committees_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "registry_",
    "type": "address"
   },
   {
    "internalType": "uint40[6]",
    "name": "settings",
    "type": "uint40[6]"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "AlreadyEnded",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "what",
    "type": "string"
   }
  ],
  "name": "BadDeployment",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "who",
    "type": "address"
   }
  ],
  "name": "BadSignature",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "min",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "max",
    "type": "uint256"
   }
  ],
  "name": "DeadlineOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "DeadlineOver",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Degraded",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "EscrowOverflow",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "untilBlock",
    "type": "uint256"
   }
  ],
  "name": "GenesisOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "atBlock",
    "type": "uint256"
   }
  ],
  "name": "GenesisOver",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "GraceNotOver",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "InvalidShortString",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "sender",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "nonce",
    "type": "uint256"
   }
  ],
  "name": "NonceUsed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "height",
    "type": "uint256"
   }
  ],
  "name": "NotDue",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "NotExpired",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "NotServing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "field",
    "type": "string"
   }
  ],
  "name": "NotYet",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "field",
    "type": "string"
   },
   {
    "internalType": "uint256",
    "name": "min",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "max",
    "type": "uint256"
   }
  ],
  "name": "OutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "min",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "PriceTooLow",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "have",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "need",
    "type": "uint256"
   }
  ],
  "name": "QuorumNotMet",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "str",
    "type": "string"
   }
  ],
  "name": "StringTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "caller",
    "type": "address"
   }
  ],
  "name": "Unauthorised",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "UnknownContract",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   }
  ],
  "name": "UnknownTask",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "current",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "WrongCommittee",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "current",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "WrongGeneration",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "what",
    "type": "string"
   }
  ],
  "name": "WrongHash",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "field",
    "type": "string"
   }
  ],
  "name": "WrongReceipt",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "head",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "WrongRoot",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "next",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "WrongSeq",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "expected",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "WrongTask",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint56",
    "name": "firstSeq",
    "type": "uint56"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "bitmap",
    "type": "uint32"
   }
  ],
  "name": "DegradedSet",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "DepositsReturned",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [],
  "name": "EIP712DomainChanged",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint56",
    "name": "seq",
    "type": "uint56"
   },
   {
    "indexed": false,
    "internalType": "bool",
    "name": "liability",
    "type": "bool"
   },
   {
    "indexed": false,
    "internalType": "uint96",
    "name": "refund",
    "type": "uint96"
   }
  ],
  "name": "Expired",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "first",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "head",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "height",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes[]",
    "name": "bodies",
    "type": "bytes[]"
   }
  ],
  "name": "InputsAppended",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "committeeId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "signed",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "missing",
    "type": "uint32"
   }
  ],
  "name": "Lost",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "sender",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "word",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "mask",
    "type": "uint256"
   }
  ],
  "name": "NoncesCancelled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "index",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "output",
    "type": "bytes"
   }
  ],
  "name": "Opened",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint56",
    "name": "firstSeq",
    "type": "uint56"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "count",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "newRoot",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "resultsRoot",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "bitmap",
    "type": "uint32"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "generation",
      "type": "uint16"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "uint56",
      "name": "firstSeq",
      "type": "uint56"
     },
     {
      "internalType": "uint16",
      "name": "count",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "committeeId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "attempt",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "abortsHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "anchor",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "prevRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "newRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "resultsRoot",
      "type": "bytes32"
     }
    ],
    "indexed": false,
    "internalType": "struct Receipt",
    "name": "receipt",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "taskId",
      "type": "bytes32"
     },
     {
      "internalType": "uint8",
      "name": "status",
      "type": "uint8"
     },
     {
      "internalType": "uint16",
      "name": "code",
      "type": "uint16"
     },
     {
      "internalType": "uint64",
      "name": "gasUsed",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "publicHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "maskedHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "effectsHash",
      "type": "bytes32"
     }
    ],
    "indexed": false,
    "internalType": "struct Result[]",
    "name": "results",
    "type": "tuple[]"
   },
   {
    "indexed": false,
    "internalType": "bytes[]",
    "name": "masked",
    "type": "bytes[]"
   }
  ],
  "name": "Settled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint56",
    "name": "seq",
    "type": "uint56"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "bytes32",
      "name": "bodyHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "sender",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "payer",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "value",
      "type": "uint128"
     },
     {
      "internalType": "bytes32",
      "name": "grantsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "gasLimit",
      "type": "uint64"
     },
     {
      "internalType": "uint96",
      "name": "gasPrice",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint40",
      "name": "deadline",
      "type": "uint40"
     },
     {
      "internalType": "address",
      "name": "callback",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "callbackGas",
      "type": "uint32"
     }
    ],
    "indexed": false,
    "internalType": "struct Task",
    "name": "header",
    "type": "tuple"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "body",
    "type": "bytes"
   }
  ],
  "name": "TaskCreated",
  "type": "event"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   }
  ],
  "name": "accountOf",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32[]",
    "name": "",
    "type": "bytes32[]"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "ackBodies",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes[]",
    "name": "bodies",
    "type": "bytes[]"
   }
  ],
  "name": "append",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32[]",
    "name": "",
    "type": "bytes32[]"
   }
  ],
  "name": "appendDigests",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "bank",
  "outputs": [
   {
    "internalType": "contract IBank",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "word",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "mask",
    "type": "uint256"
   }
  ],
  "name": "cancelNonces",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   },
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "claimLate",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "committees",
  "outputs": [
   {
    "internalType": "contract ICommittees",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "bytes32",
      "name": "bodyHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "sender",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "payer",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "value",
      "type": "uint128"
     },
     {
      "internalType": "bytes32",
      "name": "grantsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "gasLimit",
      "type": "uint64"
     },
     {
      "internalType": "uint96",
      "name": "gasPrice",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint40",
      "name": "deadline",
      "type": "uint40"
     },
     {
      "internalType": "address",
      "name": "callback",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "callbackGas",
      "type": "uint32"
     }
    ],
    "internalType": "struct Task",
    "name": "task",
    "type": "tuple"
   },
   {
    "internalType": "bytes",
    "name": "body",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "senderSig",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "payerSig",
    "type": "bytes"
   }
  ],
  "name": "create",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "bytes32",
      "name": "bodyHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "sender",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "payer",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "value",
      "type": "uint128"
     },
     {
      "internalType": "bytes32",
      "name": "grantsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "gasLimit",
      "type": "uint64"
     },
     {
      "internalType": "uint96",
      "name": "gasPrice",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint40",
      "name": "deadline",
      "type": "uint40"
     },
     {
      "internalType": "address",
      "name": "callback",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "callbackGas",
      "type": "uint32"
     }
    ],
    "internalType": "struct Task[]",
    "name": "",
    "type": "tuple[]"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "createMany",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "generation",
      "type": "uint16"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "uint56",
      "name": "firstSeq",
      "type": "uint56"
     },
     {
      "internalType": "uint16",
      "name": "count",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "committeeId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "attempt",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "abortsHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "anchor",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "prevRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "newRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "resultsRoot",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Receipt",
    "name": "receipt",
    "type": "tuple"
   },
   {
    "internalType": "uint32",
    "name": "bitmap",
    "type": "uint32"
   },
   {
    "internalType": "bytes",
    "name": "sigs",
    "type": "bytes"
   }
  ],
  "name": "declareLost",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "domainSeparator",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "drawBlocks",
  "outputs": [
   {
    "internalType": "uint48",
    "name": "",
    "type": "uint48"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "eip712Domain",
  "outputs": [
   {
    "internalType": "bytes1",
    "name": "fields",
    "type": "bytes1"
   },
   {
    "internalType": "string",
    "name": "name",
    "type": "string"
   },
   {
    "internalType": "string",
    "name": "version",
    "type": "string"
   },
   {
    "internalType": "uint256",
    "name": "chainId",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "verifyingContract",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "internalType": "uint256[]",
    "name": "extensions",
    "type": "uint256[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   },
   {
    "internalType": "uint96",
    "name": "price",
    "type": "uint96"
   }
  ],
  "name": "enroll",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "bytes32",
      "name": "bodyHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "sender",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "payer",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "value",
      "type": "uint128"
     },
     {
      "internalType": "bytes32",
      "name": "grantsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "gasLimit",
      "type": "uint64"
     },
     {
      "internalType": "uint96",
      "name": "gasPrice",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint40",
      "name": "deadline",
      "type": "uint40"
     },
     {
      "internalType": "address",
      "name": "callback",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "callbackGas",
      "type": "uint32"
     }
    ],
    "internalType": "struct Task[]",
    "name": "headers",
    "type": "tuple[]"
   }
  ],
  "name": "expire",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "generationOf",
  "outputs": [
   {
    "internalType": "uint16",
    "name": "",
    "type": "uint16"
   },
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   },
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "genesisBlocks",
  "outputs": [
   {
    "internalType": "uint48",
    "name": "",
    "type": "uint48"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "graceSeconds",
  "outputs": [
   {
    "internalType": "uint40",
    "name": "",
    "type": "uint40"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   }
  ],
  "name": "headOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "stateRoot",
      "type": "bytes32"
     },
     {
      "internalType": "uint56",
      "name": "nextSeq",
      "type": "uint56"
     },
     {
      "internalType": "uint56",
      "name": "doneSeq",
      "type": "uint56"
     },
     {
      "internalType": "uint56",
      "name": "version",
      "type": "uint56"
     },
     {
      "internalType": "uint16",
      "name": "generation",
      "type": "uint16"
     },
     {
      "internalType": "uint16",
      "name": "attempt",
      "type": "uint16"
     },
     {
      "internalType": "uint32",
      "name": "aborts",
      "type": "uint32"
     },
     {
      "internalType": "uint8",
      "name": "status",
      "type": "uint8"
     },
     {
      "internalType": "bytes32",
      "name": "receiptHead",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "committeeId",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Head",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   }
  ],
  "name": "inboxOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "head",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "uint48",
      "name": "lastBlock",
      "type": "uint48"
     }
    ],
    "internalType": "struct Inbox",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "lose",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   }
  ],
  "name": "newUntilBlockOf",
  "outputs": [
   {
    "internalType": "uint48",
    "name": "",
    "type": "uint48"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "sender",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "word",
    "type": "uint256"
   }
  ],
  "name": "nonces",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   },
   {
    "internalType": "uint32",
    "name": "index",
    "type": "uint32"
   },
   {
    "internalType": "bytes",
    "name": "output",
    "type": "bytes"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "generation",
      "type": "uint16"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "uint56",
      "name": "firstSeq",
      "type": "uint56"
     },
     {
      "internalType": "uint16",
      "name": "count",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "committeeId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "attempt",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "abortsHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "anchor",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "prevRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "newRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "resultsRoot",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Receipt",
    "name": "receipt",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "taskId",
      "type": "bytes32"
     },
     {
      "internalType": "uint8",
      "name": "status",
      "type": "uint8"
     },
     {
      "internalType": "uint16",
      "name": "code",
      "type": "uint16"
     },
     {
      "internalType": "uint64",
      "name": "gasUsed",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "publicHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "maskedHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "effectsHash",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Result[]",
    "name": "results",
    "type": "tuple[]"
   },
   {
    "internalType": "uint32",
    "name": "bitmap",
    "type": "uint32"
   },
   {
    "internalType": "bytes",
    "name": "sigs",
    "type": "bytes"
   }
  ],
  "name": "open",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "postBody",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "registry",
  "outputs": [
   {
    "internalType": "contract IRegistry",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "bytes32",
      "name": "bodyHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "sender",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "payer",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "value",
      "type": "uint128"
     },
     {
      "internalType": "bytes32",
      "name": "grantsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "gasLimit",
      "type": "uint64"
     },
     {
      "internalType": "uint96",
      "name": "gasPrice",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint40",
      "name": "deadline",
      "type": "uint40"
     },
     {
      "internalType": "address",
      "name": "callback",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "callbackGas",
      "type": "uint32"
     }
    ],
    "internalType": "struct Task",
    "name": "",
    "type": "tuple"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "retryCallback",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   }
  ],
  "name": "returnDeposits",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "committeeId",
    "type": "bytes32"
   }
  ],
  "name": "seat",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "generation",
      "type": "uint16"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "uint56",
      "name": "firstSeq",
      "type": "uint56"
     },
     {
      "internalType": "uint16",
      "name": "count",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "committeeId",
      "type": "bytes32"
     },
     {
      "internalType": "uint16",
      "name": "attempt",
      "type": "uint16"
     },
     {
      "internalType": "bytes32",
      "name": "abortsHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "anchor",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "prevRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "newRoot",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "resultsRoot",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Receipt",
    "name": "receipt",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "bytes32",
      "name": "bodyHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "sender",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "payer",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "value",
      "type": "uint128"
     },
     {
      "internalType": "bytes32",
      "name": "grantsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "gasLimit",
      "type": "uint64"
     },
     {
      "internalType": "uint96",
      "name": "gasPrice",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint40",
      "name": "deadline",
      "type": "uint40"
     },
     {
      "internalType": "address",
      "name": "callback",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "callbackGas",
      "type": "uint32"
     }
    ],
    "internalType": "struct Task[]",
    "name": "headers",
    "type": "tuple[]"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "taskId",
      "type": "bytes32"
     },
     {
      "internalType": "uint8",
      "name": "status",
      "type": "uint8"
     },
     {
      "internalType": "uint16",
      "name": "code",
      "type": "uint16"
     },
     {
      "internalType": "uint64",
      "name": "gasUsed",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "publicHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "maskedHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "effectsHash",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Result[]",
    "name": "results",
    "type": "tuple[]"
   },
   {
    "internalType": "bytes[]",
    "name": "masked",
    "type": "bytes[]"
   },
   {
    "internalType": "uint32",
    "name": "bitmap",
    "type": "uint32"
   },
   {
    "internalType": "bytes",
    "name": "sigs",
    "type": "bytes"
   }
  ],
  "name": "settle",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   }
  ],
  "name": "statusOf",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "contractId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "bytes32",
      "name": "bodyHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "sender",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "payer",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "value",
      "type": "uint128"
     },
     {
      "internalType": "bytes32",
      "name": "grantsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "gasLimit",
      "type": "uint64"
     },
     {
      "internalType": "uint96",
      "name": "gasPrice",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint40",
      "name": "deadline",
      "type": "uint40"
     },
     {
      "internalType": "address",
      "name": "callback",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "callbackGas",
      "type": "uint32"
     }
    ],
    "internalType": "struct Task",
    "name": "task",
    "type": "tuple"
   }
  ],
  "name": "taskIdOf",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "taskSecondsMax",
  "outputs": [
   {
    "internalType": "uint40",
    "name": "",
    "type": "uint40"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes4",
    "name": "fn",
    "type": "bytes4"
   },
   {
    "internalType": "uint64",
    "name": "height",
    "type": "uint64"
   }
  ],
  "name": "trigger",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   }
  ],
  "name": "wordOf",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const tasksBytecode: `0x${string}` =
  '0x61024080604052346103cd57615a01803803809161001d8285610410565b8339810190610140818303126103cd5761003681610433565b9161004360208301610433565b9261005060408401610433565b9061005d60608501610433565b9280609f860112156103cd576040519460c086016001600160401b038111878210176103fc57604052859061014081019283116103cd57608001905b8282106103e45787600460206101f98a8a8a8a6040516100ba604082610410565b600681528681019065456e69676d6160d01b8252604051916100dd604084610410565b6001835288830191603160f81b83526100f58161047a565b610120526101028461047a565b61014052519020918260e05251902080610100524660a05260405190888201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261016a60c082610410565b5190206080523060c05260018060a01b03166101605260018060a01b03166101805260018060a01b03166101a05264ffffffffff8151166101c05264ffffffffff60606101ef6101e2868501848151166101e05284608087015116610200528460a08701511661022052848087511691511690610459565b8360408601511690610459565b9201511690610459565b6040516318ad752360e01b815290939092839182906001600160a01b03165afa80156103d9575f90610397575b64ffffffffff9150161061035e5760405161551b90816104e68239608051816151ce015260a05181615285015260c0518161519f015260e0518161521d01526101005181615243015261012051816111d4015261014051816111fd01526101605181818161059c01528181610b680152818161194901528181611a890152818161261d01528181612e070152818161396101528181613d4f0152614d5f015261018051818181610f5601528181611093015281816115160152818161266301528181613513015261389601526101a051818181610261015281816125d7015281816128f101528181613c9d0152614cd501526101c05181818161092f0152612b0401526101e0518181816108eb0152611b940152610200518181816108a701526110db01526102205181818161105101526129be0152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d6020116103d1575b816103b160209383610410565b810103126103cd576103c864ffffffffff91610447565b610226565b5f80fd5b3d91506103a4565b6040513d5f823e3d90fd5b602080916103f184610447565b815201910190610099565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176103fc57604052565b51906001600160a01b03821682036103cd57565b519064ffffffffff821682036103cd57565b9190820180921161046657565b634e487b7160e01b5f52601160045260245ffd5b601f8151116104a5576020815191015160208210610496571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe610180806040526004361015610013575f80fd5b5f610160525f3560e01c908163083836171461413c575080630b61a8871461410d57806316a2952b1461408d57806317b196881461402a578063289e369414613b995780632f7d004b14613b22578063371f1e8e146136815780634c4fda6e146133e55780634ea017f1146133c2578063502e1a161461336e5780635ce8205e146129eb5780636583481b146128c057806365c7d79d146127225780636dc99d7c146126875780637110d32e1461264157806376cdb03b146125fb5780637b103999146125b55780637e1dcd84146112db57806384b0196e146111b9578063877037f3146111685780638b83d8ee146110755780638fe8a6ce14611030578063972da9de14610f38578063a21f5ffe14610ea0578063a5e360eb14610e1e578063af9569d714610b1b578063b61a4d6014610aeb578063b82d685014610a95578063bf2b9aa0146109fd578063c7df14e2146109ca578063d3bc6e5a14610953578063da24d7a81461090f578063e052b544146108cb578063f48b46ac14610886578063f5f3f2bd146101da5763f698da25146101ae575f80fd5b346101d357610160513660031901126101d35760206101cb615195565b604051908152f35b6101605180fd5b346101d35760603660031901126101d3576004356101f66142c3565b906044356001600160401b03811691908290036101d3576001600160e01b0319604051937fcae87276000000000000000000000000000000000000000000000000000000008552826004860152169081602485015282604485015260c0846064816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9384156106975761016051946107b1575b508243111561077f57604051926102aa8461439b565b60408401946101605186528460608101610160518152608082019561016051875263ffffffff60a0808501956101605187526101605160c08701526101605160e0870152610100860199610160518b5261012087019c8d61016051905261014088019561016051875260206101608a0199610160518b5261016051610180820152610160516101a08201528d8152015260405160208101908b8252602081526103546040826143b7565b51902090526001600160a01b0361036a8b614c49565b1690818752528787526001600160401b036040820151168a526001600160601b036060820151168c526001600160601b03608082015116845201511664ffffffffff42160164ffffffffff81116107655764ffffffffff1683526103d56103d089614f8e565b614e84565b966001600160a01b03835116946101605150895161016051526002602052600160406101605120019360ff855460e81c16801561074b576003811461071d57600281036107055750600160ff8351161b916001600160a01b03825116610160515260056020526040610160512066ffffffffffffff825160081c1661016051526020526040610160512054918383166106d3576001600160401b036104db9b9c9d9e956104f8956104fd98956001600160601b03956001600160a01b03879651166101605152600560205266ffffffffffffff60406101605120915160081c16610160515260205217604061016051205588549866ffffffffffffff808b169e8f6149c0565b1666ffffffffffffff198b16179055511694511691511692614431565b614343565b916001600160601b0383116106a5577e010000000000000000000000000000000000000000000000000000000000009164ffffffffff60a01b6001925160a01b169067ffffffffffffff0073ffffffffffffffffffffffff00000000000000008660401b169160081b161717176101605150876101605152600460205264ffffffffff60c81b4260c81b16171760406101605120556001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156101d3576001600160601b03906040519363282d3fdf60e01b8552600485015216602483015281604481610160519361016051905af1801561069757610676575b5060209484939261066b7f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def79360405190898201528881526106436040826143b7565b61065760405194859485528a850190614b4f565b6102006101e084015261020083019061429f565b0390a3604051908152f35b61016051929392610686916143b7565b610160516101d35785929192610601565b6040513d61016051823e3d90fd5b7fc9b2e634000000000000000000000000000000000000000000000000000000006101605152600461016051fd5b6001600160a01b036001600160401b03915116915116906302af71f160e41b6101605152600452602452604461016051fd5b63d472249760e01b6101605152600452602461016051fd5b7f7012946f000000000000000000000000000000000000000000000000000000006101605152600461016051fd5b8b516310aeede160e01b6101605152600452602461016051fd5b634e487b7160e01b61016051526011600452602461016051fd5b827f1f0cdcef000000000000000000000000000000000000000000000000000000006101605152600452602461016051fd5b90935060c0813d60c01161087e575b816107cd60c093836143b7565b810103126101d3576040519060c082016001600160401b038111838210176108645760405280516001600160e01b0319811681036101d3576108589160a091845261081a60208201614b3b565b602085015261082b60408201614b3b565b604085015261083c6060820161441d565b606085015261084d6080820161441d565b608085015201614540565b60a08201529284610294565b634e487b7160e01b61016051526041600452602461016051fd5b3d91506107c0565b346101d357610160513660031901126101d357602060405165ffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101d357610160513660031901126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101d357610160513660031901126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101d35760403660031901126101d3576004356024353361016051526005602052604061016051208261016051526020526040610160512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101605180f35b346101d35760203660031901126101d35760043561016051526004602052602060ff604061016051205416604051908152f35b346101d35760403660031901126101d3576004356001600160401b0381116101d357610a2d9036906004016141b3565b50506024356001600160401b0381116101d357610a4e903690600401614186565b505060646040516332364aa160e11b815260206004820152600960248201527f61636b426f6469657300000000000000000000000000000000000000000000006044820152fd5b346101d357610aa3366141e3565b50505060646040516332364aa160e11b815260206004820152600d60248201527f617070656e6444696765737473000000000000000000000000000000000000006044820152fd5b346101d35760203660031901126101d3576004356101605152600460205260206040610160512054604051908152f35b346101d35760203660031901126101d3576004356001600160401b0381116101d357610b4b90369060040161426e565b80158015610e14575b610dd3579061016051916001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925b818110610b98576101605180f35b610ba3818385614b0a565b9081358061016051526002602052600160406101605120019066ffffffffffffff825460381c1693610be06103d0610bdb36846147a3565b614f8e565b92610bec8685846150ec565b91610160810164ffffffffff610c0182614908565b16421115610d92575060f083901c6001161580159360401c6001600160601b03169190610d5657610c8590610c8061016051945b886101605152600460205260036040610160512055610c538b6149c0565b6dffffffffffffff0000000000000082549160381b16906dffffffffffffff000000000000001916179055565b6150bb565b610c8f8383614b1b565b8b3b156101d35760405163794bdf3360e11b81526001600160a01b039290921660048301526001600160601b039081166024830152831660448201526101605181606481838f5af1801561069757610d35575b50956001600160601b037fb109cccb7ac0ec6582ffdfc81719ec965f57cb89e53e258b2076c6f95a554f5593610d1c60609460019a614b1b565b906040519384526020840152166040820152a301610b8a565b6101605192979192610d46916143b7565b610160516101d35795908a610ce2565b6001600160601b03610d6b6101208301614945565b6103e89116818102929183040361076557610c806001600160601b03610c85931694610c35565b610da164ffffffffff91614908565b7f7e61955c00000000000000000000000000000000000000000000000000000000610160515216600452602461016051fd5b6040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a481015b60016024830152604060448301520390fd5b5060408111610b54565b346101d35736600319016101e081126101d3576101c0136101d3576101c4356001600160401b0381116101d357610e59903690600401614186565b505060646040516332364aa160e11b815260206004820152600d60248201527f726574727943616c6c6261636b000000000000000000000000000000000000006044820152fd5b346101d35760403660031901126101d3576004356001600160401b0381116101d357610ed090369060040161426e565b50506024356001600160401b0381116101d357610ef1903690600401614186565b505060646040516332364aa160e11b815260206004820152600a60248201527f6372656174654d616e79000000000000000000000000000000000000000000006044820152fd5b346101d35760203660031901126101d3576004356001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610ffe5780610ff7916101605152600260205260016040610160512001600160ea1b60ff60e81b1982541617905580610160515260026020526003604061016051200154817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff0660408051610160518152610160516020820152a3614c98565b6101605180f35b7fae10e1de00000000000000000000000000000000000000000000000000000000610160515233600452602461016051fd5b346101d357610160513660031901126101d357602060405165ffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101d35760403660031901126101d3576004356001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610ffe5780610ff7916101605152600260205260243560036040610160512001556111087f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316614959565b9061016051526003602052600160406101605120019079ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff000000000000000000000000000000000000000000000000000083549260d01b169116179055565b346101d35760203660031901126101d357600435610160515260026020526060604061016051206003600182015491015460ff6040519261ffff8160a81c16845260e81c1660208301526040820152f35b346101d357610160513660031901126101d3576112796111f87f0000000000000000000000000000000000000000000000000000000000000000615424565b6112217f0000000000000000000000000000000000000000000000000000000000000000615424565b604051906020906112879061123683856143b7565b6101605184525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e087019061429f565b90858203604087015261429f565b4660608501523060808501526101605160a085015283810360c0850152818084519283815201930191610160515b8281106112c457505050500390f35b8351855286955093810193928101926001016112b5565b346101d357366003190161022081126101d357610180136101d357610184356001600160401b0381116101d35761131690369060040161426e565b6101a4356001600160401b0381116101d357611336903690600401614216565b60e052916101c4356001600160401b0381116101d35761135a9036906004016141b3565b61010052610140526101e43560c081905263ffffffff811690036101d357610204356001600160401b0381116101d357611398903690600401614186565b9190600435610160515260026020526040610160512060a052600160a051015460ff8160e81c16600360a05101548060a435148015906125ab575b61258e575061ffff6113e3614977565b818460a81c16918291160361254c575060ff6113fd61450b565b166124795760018103610705575060043561016051526003602052600160406101605120015460d01c804311612448575061ffff611439614988565b166122eb575b60a05154806101243503612410575066ffffffffffffff90816114606149aa565b9160381c1691829116036123e25750600561ffff61147c614999565b16101561238d5761ffff61148e614999565b161560e43515036123485761ffff6114a4614988565b168414801590612331575b8015612319575b6122eb576114c660e05186614ed9565b61016435036122a55761150a926114de6103d0614e34565b610120526040518094819262295ee560ea1b8352610160519460c0516101205160a4356004870161462c565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa91821561069757610160519261227e575b5060608201515192604083015180851061226257506020830192835185109260ff61157261450b565b1661185a5750505061183d57505060a051600101805460ff60e81b19167d0200000000000000000000000000000000000000000000000000000000001790555b6115ba614999565b78ffff0000000000000000000000000000000000000000000000600160a05101549160b81b1661ffff6115eb614999565b1663ffffffff827fffffffffffffff0000ffffffffffffffffffffffffffffffffffffffffffffff85161760c81c160163ffffffff8111610765577cffffffff000000000000000000000000000000000000000000000000007fffffff000000000000ffffffffffffffffffffffffffffffffffffffffffffff9160c81b1692161717600160a0510155610144358060a05155600260a05101805460405160208101918252610120516040820152604081526116a86060826143b7565b51902090556116b56149aa565b6116bd614988565b9161ffff6040519366ffffffffffffff61028086019416855216602084015261012051604084015280606084015261016435608084015263ffffffff60c0511660a084015260043560c0840152610160515060243561ffff81168091036101d35760e084015260443560ff8116908190036101d35761010084015260643566ffffffffffffff81168091036101d35761012084015260843561ffff8116908190036101d35761014084015260a43561016084015260c43561ffff8116908190036101d35761018084015260e4356101a0840152610104356101c0840152610124356101e08401526102008301526101643561022083015261028061024083015260e05190526102a0810191610160515b60e051811061182157837f46bb0108f11dd6bfb5341d22ba78930991740aa39350164ea381fa33e17d8a368480830361026082015280611817600435946101005161014051614464565b0390a26101605180f35b909260e0808261183360019488614aa4565b01940191016117cd565b519063134a70cf60e11b6101605152600452602452604461016051fd5b6101605160805260405193955092935091906001600160401b0360e08501908111908511176108645760e0840160405260608452610160516020850152610160516040850152610160516060850152610160516080850152606060a0850152606060c0850152606083015184523360408501526118d681614529565b6118e360405191826143b7565b818152601f196118f283614529565b0136602083013760a085015261190781614529565b61191460405191826143b7565b818152601f1961192383614529565b0136602083013760c0850152610160515b818110611cfc57505050506001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163b156101d357604051907fa59dceb60000000000000000000000000000000000000000000000000000000082526020600483015261010482019080519160e06024850152825180915260206101248501930190610160515b818110611ce0575050506001600160601b0360208201511660448401526001600160a01b0360408201511660648401526001600160601b0360608201511660848401526001600160601b0360808201511660a484015260a0810151916023198482030160c485015260208084519283815201930190610160515b818110611cc15750505060c00151906023198382030160e484015260208083519283815201920190610160515b818110611ca257505050818061016051920381610160516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af1801561069757611c87575b50611b8c575b611ac46149aa565b66ffffffffffffff61ffff611ad7614988565b16916101605150160166ffffffffffffff811161076557611b2690600160a05101906dffffffffffffff0000000000000082549160381b16906dffffffffffffff000000000000001916179055565b600160a05101547fffffffffffffffffffffff00000000000000ffffffffffffffffffffffffffff74ffffffffffffff0000000000000000000000000000611b7966ffffffffffffff8460701c166149c0565b60701b16911617600160a05101556115b2565b64ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016611bc081608051614343565b4210611c4a575060a051600101805460ff60e81b19167d030000000000000000000000000000000000000000000000000000000000179055611c006149aa565b66ffffffffffffff6040519116815263ffffffff60c0511660208201527f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b604060043592a2611abc565b611c5690608051614343565b7fdd5c599c000000000000000000000000000000000000000000000000000000006101605152600452602461016051fd5b61016051611c94916143b7565b610160516101d35782611ab6565b82516001600160601b0316845260209384019390920191600101611a68565b82516001600160a01b0316855260209485019490920191600101611a3b565b825163ffffffff168552602094850194909201916001016119c1565b611d07818385614b0a565b90611d158160e0518a6144fb565b60043583350361221d5764ffffffffff611d4a611d428466ffffffffffffff611d3c6149aa565b16614343565b8335866150ec565b60c81c16608052610160830164ffffffffff611d6582614908565b1642116121dc5750600160ff611d7d6020840161451b565b161080156121c4575b61217957611d966060820161491a565b6001600160401b0380611dac610100870161491a565b1691161161213457612000611dc88361010051610140516142ee565b9050116120de57611dea611de38361010051610140516142ee565b36916143d8565b6020815191012060a082013503612099578551611e4e611e0c6020840161451b565b611e186060850161491a565b600560ff611e296101208a01614945565b93160361208257506001600160401b036001600160601b036103e8925b169116614431565b90801561206857810491611e646020820161451b565b611e716101408701614945565b610160519485916001600160601b0381169081156003808402849004141715610765578d97600160ff611ecd6b3fffffffffffffffffffffff8560021c16611ec86001600160601b036003890260021c1687614b1b565b614b1b565b97160361201e575060021c6b3fffffffffffffffffffffff1695611fbd60019a6002996001600160601b03611f69611f5d611fc29a83611f57611f51829c83611f4281611f579f6003905b8d602084611f2d818a16828486015116615404565b169101520260021c168260608d015116615404565b1660608a015288515190614431565b8a6144ee565b16615404565b82608085015116615404565b1660808201526001600160a01b03611f8e8d60a0611f86866150bb565b940151614ec5565b9116905284611fb66101206001600160401b03611fae610100860161491a565b169301614945565b1690614431565b6144ee565b6001600160601b03611fd88660c08d0151614ec5565b9116905235610160515260046020526cffffffffffffffffffffffff006cffffffffffffffffffffffffff1961012051169160081b161717604061016051205501611934565b96935060021c6b3fffffffffffffffffffffff1692611fbd60019a6002996001600160601b03611f69611f5d611fc29a83611f57611f51829c83611f4281611f579f600390611f18565b634e487b7160e01b61016051526012600452602461016051fd5b6001600160601b036001600160401b039192611e46565b606460405163031e2b2960e51b815260206004820152600a60248201527f6d61736b656448617368000000000000000000000000000000000000000000006044820152fd5b60a46040516329ded1a760e11b815260606004820152600660648201527f6d61736b6564000000000000000000000000000000000000000000000000000060848201526101605160248201526120006044820152fd5b606460405163031e2b2960e51b815260206004820152600760248201527f67617355736564000000000000000000000000000000000000000000000000006044820152fd5b60405163031e2b2960e51b815260206004820152600660248201527f7374617475730000000000000000000000000000000000000000000000000000604482015280606481015b0390fd5b50600560ff6121d56020840161451b565b1611611d86565b6121eb64ffffffffff91614908565b7fb49ec91c00000000000000000000000000000000000000000000000000000000610160515216600452602461016051fd5b606460405163031e2b2960e51b815260206004820152600a60248201527f636f6e74726163744964000000000000000000000000000000000000000000006044820152fd5b8463134a70cf60e11b6101605152600452602452604461016051fd5b61229e9192503d8061016051833e61229681836143b7565b810190614551565b9084611549565b60405163031e2b2960e51b815260206004820152600b60248201527f726573756c7473526f6f740000000000000000000000000000000000000000006044820152606490fd5b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b5061ffff612325614988565b166101005114156114b6565b5061ffff61233d614988565b1660e05114156114af565b606460405163031e2b2960e51b815260206004820152600a60248201527f61626f72747348617368000000000000000000000000000000000000000000006044820152fd5b60a46040516329ded1a760e11b815260606004820152600760648201527f617474656d707400000000000000000000000000000000000000000000000000608482015261016051602482015260046044820152fd5b66ffffffffffffff906123f36149aa565b906319a0d83760e31b610160515260045216602452604461016051fd5b7fa864586d00000000000000000000000000000000000000000000000000000000610160515260045261012435602452604461016051fd5b7fcf15e5c6000000000000000000000000000000000000000000000000000000006101605152600452602461016051fd5b600160ff61248561450b565b1603612507576002811415806124fc575b610705575061ffff6124a6614988565b161580156124e7575b1561143f576040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a48101610e02565b50604061ffff6124f5614988565b16116124af565b506003811415612496565b60646040516332364aa160e11b815260206004820152600460248201527f6b696e64000000000000000000000000000000000000000000000000000000006044820152fd5b61ffff90612558614977565b907f6ade2f3900000000000000000000000000000000000000000000000000000000610160515260045216602452604461016051fd5b62f0828760e11b610160515260045260a435602452604461016051fd5b5060a435156113d3565b346101d357610160513660031901126101d35760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101d357610160513660031901126101d35760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101d357610160513660031901126101d35760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101d35760203660031901126101d3576040516126a481614380565b6101605181526101605160208201526040610160519101526004356101605152600360205260606040610160512065ffffffffffff600182549201546001600160401b036040516126f481614380565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b346101d35760203660031901126101d35760405161273f81614350565b6101605181526101605160208201526101605160408201526101605160608201526101605160808201526101605160a08201526101605160c08201526101605160e082015261016051610100820152610160519061012001526004356101605152600260205261016051604090206040516127b981614350565b81549182825260018101546020830166ffffffffffffff82168152604084018260381c66ffffffffffffff168152606085018360701c66ffffffffffffff16815260808601908460a81c61ffff16825260a08701928560b81c61ffff16845260c08801948660c81c63ffffffff16865260e089019660e81c60ff1687526002880154976101008a01988952600301549861012001988952604051998a525166ffffffffffffff1660208a01525166ffffffffffffff1660408901525166ffffffffffffff1660608801525161ffff1660808701525161ffff1660a08601525163ffffffff1660c08501525160ff1660e0840152516101008301525161012082015261014090f35b346101d35760403660031901126101d3576024356004356001600160601b03821682036101d3576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610ffe57610ff7918161016051526002602052600160406101605120017d01000000000000000000000000000000000000000000000000000000000060ff60e81b19825416179055816101605152600360205260016040610160512001907fffffffffffff000000000000000000000000ffffffffffffffffffffffffffff79ffffffffffffffffffffffff000000000000000000000000000083549260701b1691161790556111087f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316614959565b346101d357366003190161022081126101d3576101c0136101d3576101c4356001600160401b0381116101d357612a26903690600401614186565b906101e4356001600160401b0381116101d357612a47903690600401614186565b919092610204356001600160401b0381116101d357612a6a903690600401614186565b946fffffffffffffffffffffffffffffffff60c4351660c435036101d3576fffffffffffffffffffffffffffffffff60c435166133295760e4356132e457610184356001600160a01b03811690036101d3576001600160a01b03610184351661329f5763ffffffff6101a435166101a435036101d35763ffffffff6101a4351661325a576001420180421161076557612b2a64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614343565b908064ffffffffff612b3a6148f3565b16108015613243575b61320f575050610104356001600160401b03811690036101d3576103e86001600160401b036101043516106131b557600435610160515260036020526001600160601b03600160406101605120015460701c16806001600160601b03612ba761492e565b161061316e5750612bbd6103d0610bdb36614658565b94612bc66148c9565b6001600160a01b0333911603613155575b50506084356001600160a01b038116141590816101d3576084356001600160a01b0316613149576064356001600160a01b03811690036101d357606435955b336001600160a01b038816141580613126575b613114575b50508161305b575b612c3f36614658565b946101605150855161016051526002602052600160406101605120019560ff875460e81c168015613041576003811461071d57600281036107055750600160ff60a0830151161b6001600160a01b03606083015116610160515260056020526040610160512066ffffffffffffff60a084015160081c1661016051526020526040610160512054818116613008576001600160a01b03606084015116610160515260056020526040610160512066ffffffffffffff60a085015160081c16610160515260205217604061016051205586549066ffffffffffffff82169766ffffffffffffff612d2d8a6149c0565b1666ffffffffffffff198416179055612d756001600160401b03610100830151166104f86001600160601b03610120850151166001600160601b036101408601511692614431565b916001600160601b0383116106a55764ffffffffff60a01b610160600193015160a01b169067ffffffffffffff0073ffffffffffffffffffffffff00000000000000008560401b169160081b1617171761016051508415155f14612fff5760015b876101605152600460205260f01b9064ffffffffff60c81b4260c81b16171760406101605120556001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156101d3576001600160601b03906001600160a01b036040519463282d3fdf60e01b865216600485015216602483015281604481610160519361016051905af1801561069757612fe4575b5060405194855260043560208601526001600160e01b0319612e956142c3565b16604086015260443560608601526064356001600160a01b03811681036101d3576001600160a01b031660808601526101d3576001600160a01b036084351660a085015260a4356001600160401b038116908190036101d35760c08501526fffffffffffffffffffffffffffffffff60c4351660e085015260e4356101008501526001600160401b036101043516610120850152610124356001600160601b038116908190036101d357610140850152610144356001600160601b038116908190036101d3576101608501526101643564ffffffffff8116908190036101d357610180850152610184356001600160a01b03166101a08501526101a43563ffffffff166101c08501526102006101e085018190526020948493600435937f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def793839261066b929184019190614444565b61016051612ff1916143b7565b610160516101d35785612e75565b61016051612dd6565b826001600160401b0360a06001600160a01b0360608401511692015116906302af71f160e41b6101605152600452602452604461016051fd5b50516310aeede160e01b6101605152600452602461016051fd5b61200082116130cb5761306f3683856143d8565b6020815191012060443514612c36576040517f705feb7700000000000000000000000000000000000000000000000000000000815260206004820152806121c0602482016040906004815263626f647960e01b60208201520190565b6040516329ded1a760e11b815260606004820152806130ff606482016040906004815263626f647960e01b60208201520190565b61016051602483015261200060448301520390fd5b61311f918688614fd7565b8580612c2e565b506001600160a01b036131376148c9565b166001600160a01b0388161415612c29565b608435955f9250612c16565b61316791866131626148c9565b614fd7565b8580612bd7565b6001600160601b039061317f61492e565b907fb467f94500000000000000000000000000000000000000000000000000000000610160515260045216602452604461016051fd5b60a46040516329ded1a760e11b815260606004820152600860648201527f6761734c696d697400000000000000000000000000000000000000000000000060848201526103e860248201526001600160401b036044820152fd5b7f5a262cfd000000000000000000000000000000000000000000000000000000006101605152600452602452604461016051fd5b508164ffffffffff6132536148f3565b1611612b43565b60646040516332364aa160e11b815260206004820152600b60248201527f63616c6c6261636b4761730000000000000000000000000000000000000000006044820152fd5b60646040516332364aa160e11b815260206004820152600860248201527f63616c6c6261636b0000000000000000000000000000000000000000000000006044820152fd5b60646040516332364aa160e11b815260206004820152600a60248201527f6772616e747348617368000000000000000000000000000000000000000000006044820152fd5b60646040516332364aa160e11b815260206004820152600560248201527f76616c75650000000000000000000000000000000000000000000000000000006044820152fd5b346101d35760403660031901126101d3576004356001600160a01b038116908190036101d3576101605152600560205260406101605120602435610160515260205260206040610160512054604051908152f35b346101d3576101c03660031901126101d35760206101cb6103d0610bdb36614658565b346101d35736600319016101c081126101d357610180136101d3576101843563ffffffff8116908181036101d3576101a4356001600160401b0381116101d357613433903690600401614186565b600492919235928361016051526002602052604061016051206001810160ff815460e81c166001810361070557508561016051526003602052600160406101605120015460d01c8043111561365057509081600160ea1b60ff60e81b1960039454161790550154926101605192846134e8575b5050507f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff066040610ff79563ffffffff86948351928352166020820152a3614c98565b9091925085151580613631575b61361357613555906135086103d0614e34565b906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001694604051938492839262295ee560ea1b84528761016051968b6004870161462c565b0381865afa80156106975760019161016051916135f6575b50511b5f1981019081116107655763ffffffff9119161690803b156101d357604051907f67d42a8b00000000000000000000000000000000000000000000000000000000825283600483015281602481610160519361016051905af18015610697576135db575b80806134a6565b610160516135e8916143b7565b610160516101d357846135d4565b61360d91503d8061016051833e61229681836143b7565b8761356d565b8362f0828760e11b610160515260045260a435602452604461016051fd5b5060ff61363c61450b565b161515806134f557508360a43514156134f5565b7f7878e8eb000000000000000000000000000000000000000000000000000000006101605152600452602461016051fd5b346101d3576102403660031901126101d35760043560243563ffffffff8116908190036101d3576044356001600160401b0381116101d3576136c7903690600401614186565b90916101803660631901126101d3576101e4356001600160401b0381116101d3576136f6903690600401614216565b906102043563ffffffff811681036101d357610224356001600160401b0381116101d357613728903690600401614186565b92886101605152600460205260406101605120549460ff86168015613b095760028103613af157506120008811613a9b5761016051506137b360405160208101907f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a825261379a6040820160646149ed565b6101a081526137ab6101c0826143b7565b519020614e84565b918660681c8360681c03613a5657818810801590613a40575b6122a5578a6137dc8984846144fb565b3503613a18576137fc60206137f68a60019560ff956144fb565b0161451b565b1603612179576138639061381136898b6143d8565b602081519101206040519060208201927f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977845260408301528860608301526080820152608081526137ab60a0826143b7565b9161388a604051948593849362295ee560ea1b85526101605196610104356004870161462c565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156106975761016051916139fb575b506040606082015151910151908181106139e057505060046001600160601b038260081c1691866101605152816020526cffffffffffffffffffffffffff191617604061016051205580613957575b506118177fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19936040519384938452604060208501526040840191614444565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156101d3576040519163794bdf3360e11b8352336004840152602483015261016051604483015281606481610160519361016051905af18015610697571561391857610160516139d2916143b7565b610160516101d35784613918565b63134a70cf60e11b6101605152600452602452604461016051fd5b613a1291503d8061016051833e61229681836143b7565b866138c9565b878b92613a24926144fb565b35630656d02b60e21b6101605152600452602452604461016051fd5b50613a4b8282614ed9565b6101c43514156137cc565b606460405163031e2b2960e51b815260206004820152600660248201527f64696765737400000000000000000000000000000000000000000000000000006044820152fd5b60a46040516329ded1a760e11b815260606004820152600660648201527f6f7574707574000000000000000000000000000000000000000000000000000060848201526101605160248201526120006044820152fd5b63e5ee734160e01b6101605152600452602461016051fd5b8a632e3abafd60e01b6101605152600452602461016051fd5b346101d35760403660031901126101d3576024356001600160401b0381116101d357613b52903690600401614186565b505060646040516332364aa160e11b815260206004820152600860248201527f706f7374426f64790000000000000000000000000000000000000000000000006044820152fd5b34613e1157613ba7366141e3565b825f52600260205260ff600160405f20015460e81c1680156140175760028114158061400c575b613ffa575080158015613ff0575b613f9d57825f52600360205260405f209060018201908154926001600160401b038416928154915f5b848110613e7157508290556001600160401b03831694858501906001600160401b038211613e5d576001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171790556040517f76698e0a0000000000000000000000000000000000000000000000000000000081528660048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115613e065783905f92613e15575b506001600160601b03613ce29216614431565b80613d42575b5093611817917ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd956040519586958652602086015260408501526001600160401b034316606085015260a0608085015260a0840191614464565b9490916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001695863b15613e11575f9660448892604051998a9384927fa3ffa9cd00000000000000000000000000000000000000000000000000000000845233600485015260248401525af1928315613e06577ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd9661181794613df1575b5091955091613ce8565b5f613dfb916143b7565b5f6101605288613de7565b6040513d5f823e3d90fd5b5f80fd5b9150506020813d602011613e55575b81613e31602093836143b7565b81010312613e1157826001600160601b03613e4e613ce29361441d565b9250613ccf565b3d9150613e24565b634e487b7160e01b5f52601160045260245ffd5b92613e7d84868a6142ee565b606081939293108015613f92575b613f3e57613e998689614343565b81601411613e1157600193613eb18d933690836143d8565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c08152613f1260e0826143b7565b5190206040519060208201928352604082015260408152613f346060826143b7565b5190209301613c05565b60a46040516329ded1a760e11b815260606004820152600560648201527f656e7472790000000000000000000000000000000000000000000000000000006084820152606060248201526120006044820152fd5b506120008111613e8b565b60a46040516329ded1a760e11b815260606004820152600660648201527f626f64696573000000000000000000000000000000000000000000000000000060848201526001602482015260406044820152fd5b5060408111613bdc565b63d472249760e01b5f5260045260245ffd5b506003811415613bce565b836310aeede160e01b5f5260045260245ffd5b34613e11576020366003190112613e1157600435805f526002602052600460ff600160405f20015460e81c16036140665761406490614c98565b005b5f52600260205260ff600160405f20015460e81c1663d472249760e01b5f5260045260245ffd5b34613e11576060366003190112613e11576140a6614168565b506044356001600160401b038111613e11576140c6903690600401614186565b505060646040516332364aa160e11b815260206004820152600960248201527f636c61696d4c61746500000000000000000000000000000000000000000000006044820152fd5b34613e11576020366003190112613e1157602061412b600435614c49565b6001600160a01b0360405191168152f35b34613e11576020366003190112613e11576020906004355f5260038252600160405f20015460d01c8152f35b6024359060ff82168203613e1157565b359060ff82168203613e1157565b9181601f84011215613e11578235916001600160401b038311613e115760208381860195010111613e1157565b9181601f84011215613e11578235916001600160401b038311613e11576020808501948460051b010111613e1157565b906040600319830112613e115760043591602435906001600160401b038211613e1157614212916004016141b3565b9091565b9181601f84011215613e11578235916001600160401b038311613e115760208085019460e08502010111613e1157565b35906001600160a01b0382168203613e1157565b35906001600160601b0382168203613e1157565b9181601f84011215613e11578235916001600160401b038311613e11576020808501946101c08502010111613e1157565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b602435906001600160e01b031982168203613e1157565b35906001600160401b0382168203613e1157565b919081101561432f5760051b81013590601e1981360301821215613e115701908135916001600160401b038311613e11576020018236038113613e11579190565b634e487b7160e01b5f52603260045260245ffd5b91908201809211613e5d57565b61014081019081106001600160401b0382111761436c57604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b0382111761436c57604052565b6101c081019081106001600160401b0382111761436c57604052565b90601f801991011681019081106001600160401b0382111761436c57604052565b9291926001600160401b03821161436c5760405191614401601f8201601f1916602001846143b7565b829481845281830111613e11578281602093845f960137010152565b51906001600160601b0382168203613e1157565b81810292918115918404141715613e5d57565b908060209392818452848401375f828201840152601f01601f1916010190565b90602083828152019060208160051b85010193835f91601e1982360301905b848410614494575050505050505090565b90919293949596601f19828203018752873583811215613e1157840190602082359201916001600160401b038111613e11578036038313613e11576144df6020928392600195614444565b99019701959401929190614483565b91908203918211613e5d57565b919081101561432f5760e0020190565b60443560ff81168103613e115790565b3560ff81168103613e115790565b6001600160401b03811161436c5760051b60200190565b519063ffffffff82168203613e1157565b602081830312613e11578051906001600160401b038211613e11570190608082820312613e115760405191608083018381106001600160401b0382111761436c576040528051835260208101516020840152604081015160408401526060810151906001600160401b038211613e1157019080601f83011215613e115781516145d981614529565b926145e760405194856143b7565b81845260208085019260051b820101928311613e1157602001905b82821061461457505050606082015290565b6020809161462184614540565b815201910190614602565b90614655959360809363ffffffff92845260208401521660408201528160608201520191614444565b90565b6101c0906003190112613e1157604051906146728261439b565b8160043581526024356001600160e01b031981168103613e1157602082015260443560408201526064356001600160a01b0381168103613e115760608201526084356001600160a01b0381168103613e1157608082015260a4356001600160401b0381168103613e115760a082015260c4356fffffffffffffffffffffffffffffffff81168103613e115760c082015260e43560e0820152610104356001600160401b0381168103613e1157610100820152610124356001600160601b0381168103613e1157610120820152610144356001600160601b0381168103613e11576101408201526101643564ffffffffff81168103613e1157610160820152610184356001600160a01b0381168103613e11576101808201526101a4359063ffffffff82168203613e11576101a00152565b9190826101c0910312613e11576040516147bc8161439b565b80928035825260208101356001600160e01b031981168103613e11576020830152604081013560408301526147f360608201614246565b606083015261480460808201614246565b608083015261481560a082016142da565b60a083015260c08101356fffffffffffffffffffffffffffffffff81168103613e115760c083015260e081013560e083015261485461010082016142da565b610100830152614867610120820161425a565b61012083015261487a610140820161425a565b6101408301526101608101359064ffffffffff82168203613e11576101a0916101608401526148ac6101808201614246565b61018084015201359063ffffffff82168203613e11576101a00152565b6064356001600160a01b0381168103613e115790565b356001600160a01b0381168103613e115790565b6101643564ffffffffff81168103613e115790565b3564ffffffffff81168103613e115790565b356001600160401b0381168103613e115790565b610124356001600160601b0381168103613e115790565b356001600160601b0381168103613e115790565b9065ffffffffffff8091169116019065ffffffffffff8211613e5d57565b60243561ffff81168103613e115790565b60843561ffff81168103613e115790565b60c43561ffff81168103613e115790565b60643566ffffffffffffff81168103613e115790565b66ffffffffffffff60019116019066ffffffffffffff8211613e5d57565b359061ffff82168203613e1157565b8035825261ffff614a00602083016149de565b16602083015260ff614a1460408301614178565b166040830152606081013566ffffffffffffff8116809103613e1157610160918291606085015261ffff614a4a608083016149de565b16608085015260a081013560a085015261ffff614a6960c083016149de565b1660c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b60c080918035845260ff614aba60208301614178565b16602085015261ffff614acf604083016149de565b1660408501526001600160401b03614ae9606083016142da565b1660608501526080810135608085015260a081013560a08501520135910152565b919081101561432f576101c0020190565b906001600160601b03809116911603906001600160601b038211613e5d57565b51906001600160401b0382168203613e1157565b63ffffffff6101a08092805185526001600160e01b03196020820151166020860152604081015160408601526001600160a01b0360608201511660608601526001600160a01b0360808201511660808601526001600160401b0360a08201511660a08601526fffffffffffffffffffffffffffffffff60c08201511660c086015260e081015160e08601526001600160401b03610100820151166101008601526001600160601b03610120820151166101208601526001600160601b036101408201511661014086015264ffffffffff610160820151166101608601526001600160a01b0361018082015116610180860152015116910152565b6001600160a01b039060405160208101917f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c8352604082015260408152614c916060826143b7565b5190201690565b604051907f7dd564110000000000000000000000000000000000000000000000000000000082528060048301526020826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215613e06575f92614df0575b506001600160a01b03614d1782614c49565b9281604051947fb8dc491b00000000000000000000000000000000000000000000000000000000865216600485015216918260248201526020816044815f6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af1908115613e06575f91614dbd575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d602011614de8575b81614dd8602093836143b7565b81010312613e1157516020614d8f565b3d9150614dcb565b9091506020813d602011614e2c575b81614e0c602093836143b7565b81010312613e1157516001600160a01b0381168103613e1157905f614d05565b3d9150614dff565b60405160208101907f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8252614e6d6040820160046149ed565b6101a08152614e7e6101c0826143b7565b51902090565b604290614e8f615195565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b805182101561432f5760209160051b010190565b614ee282614529565b91614ef060405193846143b7565b808352601f19614eff82614529565b013660208501375f5b818110614f1b57505050614655906152ab565b80614f2960019284866144fb565b60405190614f3b602083018092614aa4565b60e08252614f4b610100836143b7565b614f7a6021604051809360208201955f87525180918484015e81015f838201520301601f1981018352826143b7565b519020614f878287614ec5565b5201614f08565b604051614fc660208201927f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef5084526040830190614b4f565b6101e08152614e7e610200826143b7565b929190916001600160a01b03614fee8284866153d3565b1680151590816150a8575b506150a257833b15615086579160646150175f9360209536916143d8565b80519060405193630b135d3f60e11b855260048501526040602485015285820190604485015e8281018201849052601f01601f19160190845afa630b135d3f60e11b5f5114601f3d1116161561506a5750565b6001600160a01b0390639a7d38d960e01b5f521660045260245ffd5b6001600160a01b0384639a7d38d960e01b5f521660045260245ffd5b50505050565b90506001600160a01b038516145f614ff9565b608081016001600160a01b036150d0826148df565b166150e25750606061465591016148df565b61465591506148df565b6103d0610bdb615101929594939536906147a3565b83810361517e5750825f52600460205260405f20549260ff841690811561516c57506001810361515a575066ffffffffffffff8360081c1690808203615145575050565b6319a0d83760e31b5f5260045260245260445ffd5b63e5ee734160e01b5f5260045260245ffd5b632e3abafd60e01b5f5260045260245ffd5b8390630656d02b60e21b5f5260045260245260445ffd5b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480615282575b156151f0577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614e7e60c0826143b7565b507f000000000000000000000000000000000000000000000000000000000000000046146151c7565b805180156153cd575b600181116152cb575080511561432f576020015190565b8060011c80915f5b82811061532357506001808216146152ee575b5090506152b4565b5f198101908111613e5d576153039084614ec5565b51905f198114613e5d57600161531b91019284614ec5565b52805f6152e6565b8060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103613e5d5761535b8287614ec5565b5160018301809311613e5d5761537360019388614ec5565b516040519060208201927f0100000000000000000000000000000000000000000000000000000000000000845260218301526041820152604181526153b96061826143b7565b5190206153c68288614ec5565b52016152d3565b50505f90565b9091604081036153fd5780602011613e1157823590604011613e115760206146559301359161547b565b5050505f90565b906001600160601b03809116911601906001600160601b038211613e5d57565b60ff811690601f821161545357604051916154406040846143b7565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161550657601b9060ff1c019060ff8211613e5d576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa15613e06575f5190565b505050505f9056fea164736f6c6343000825000a';
