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
    "internalType": "address",
    "name": "remedies_",
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
    "internalType": "address",
    "name": "target",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "callbackGas",
    "type": "uint256"
   }
  ],
  "name": "BadCallback",
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
    "name": "have",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "need",
    "type": "uint256"
   }
  ],
  "name": "CallbackGas",
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
  "name": "InsufficientBalance",
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
  "name": "NoCallback",
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
  "inputs": [],
  "name": "Reentered",
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
    "name": "taskId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "bitmap",
    "type": "uint32"
   }
  ],
  "name": "BodyAcked",
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
    "internalType": "bool",
    "name": "ok",
    "type": "bool"
   }
  ],
  "name": "CallbackDone",
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
    "internalType": "uint32",
    "name": "liable",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "refund",
    "type": "uint256"
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
    "indexed": false,
    "internalType": "uint8",
    "name": "index",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "code",
    "type": "uint8"
   }
  ],
  "name": "OrderSkipped",
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
    "internalType": "bytes32",
    "name": "receiptDigest",
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
   },
   {
    "internalType": "bytes",
    "name": "acks",
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
    "name": "orders",
    "type": "tuple[]"
   },
   {
    "internalType": "bytes[]",
    "name": "bodies",
    "type": "bytes[]"
   },
   {
    "internalType": "bytes[]",
    "name": "sigs",
    "type": "bytes[]"
   }
  ],
  "name": "createMany",
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
  "name": "eip712Domain",
  "outputs": [
   {
    "internalType": "bytes1",
    "name": "",
    "type": "bytes1"
   },
   {
    "internalType": "string",
    "name": "",
    "type": "string"
   },
   {
    "internalType": "string",
    "name": "",
    "type": "string"
   },
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   },
   {
    "internalType": "uint256[]",
    "name": "",
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
    "internalType": "uint72",
    "name": "price",
    "type": "uint72"
   },
   {
    "internalType": "uint96",
    "name": "appendFee",
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
  "inputs": [
   {
    "internalType": "bool",
    "name": "on",
    "type": "bool"
   }
  ],
  "name": "guard",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "guardian",
  "outputs": [
   {
    "internalType": "address",
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
  "inputs": [],
  "name": "isClosed",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
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
    "internalType": "uint32",
    "name": "signed",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "missing",
    "type": "uint32"
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
    "name": "taskId",
    "type": "bytes32"
   },
   {
    "internalType": "TaskWord",
    "name": "word",
    "type": "uint256"
   }
  ],
  "name": "mark",
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
    "name": "taskId",
    "type": "bytes32"
   }
  ],
  "name": "owedCallbacks",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "outputHash",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
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
  "inputs": [],
  "name": "remedies",
  "outputs": [
   {
    "internalType": "address",
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
    "name": "output",
    "type": "bytes"
   }
  ],
  "name": "retryCallback",
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
  "inputs": [],
  "name": "stake",
  "outputs": [
   {
    "internalType": "contract IStake",
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
  '0x6102208060405234610461576164c8803803809161001d8285610523565b8339810190610160818303126104615761003681610546565b9161004360208301610546565b9061005060408401610546565b9361005d60608501610546565b9061006a60808601610546565b928060bf87011215610461576040519560c087016001600160401b0381118882101761050f57604052869061016081019283116104615760a001905b8282106104f7575050509160049391602093466101e0526040516100cb604082610523565b600681528581019065456e69676d6160d01b82525190206040516100f0604082610523565b6001815286810190603160f81b825251902060405190878201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c082610523565b519020610200526001600160a01b03908116608081905293811660a081905297811660c0521660e052610100526040516313aedd4b60e31b815292839182905afa90811561046d575f916104bd575b5061012052604051634b2ba32b60e11b815290602082600481865afa91821561046d575f92610478575b5061023a6020916004936101405264ffffffffff8151166101605264ffffffffff60606102306102238685018481511661018052846080870151166101a0528460a0870151166101c05284808751169151169061056c565b836040860151169061056c565b920151169061056c565b92604051928380926318ad752360e01b82525afa801561046d575f9061042b575b64ffffffffff915016106103f257604051615f3a908161058e823960805181818161060801528181610d2a01528181611c7501528181611d99015281816129f80152818161353b0152818161411701528181614924015281816151280152818161527801528181615759015281816159b20152615d5a015260a051818181612d46015281816157b501528181615a0d0152615d28015260c0518181816112480152818161135d015281816117fb01528181612a3f01528181612fca01528181613eca0152818161581501528181615a6c0152615c14015260e0518181816101c101528181610387015281816129b1015281816148ab0152818161587501528181615acb0152615cbc015261010051818181610b9f015281816113180152818161391c0152615c8801526101205181615cf60152610140518181816158d501528181615b2a0152615c5701526101605181818161332d01528181614cc10152614f3a01526101805181611e8c01526101a051816113af01526101c0518161022701526101e051816146a6015261020051816146cc0152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d602011610465575b8161044560209383610523565b810103126104615761045c64ffffffffff9161055a565b61025b565b5f80fd5b3d9150610438565b6040513d5f823e3d90fd5b91506020823d6020116104b5575b8161049360209383610523565b810103126104615761023a6020916104ac600494610546565b935091506101cb565b3d9150610486565b90506020813d6020116104ef575b816104d860209383610523565b81010312610461576104e990610546565b5f6101a1565b3d91506104cb565b602080916105048461055a565b8152019101906100a6565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761050f57604052565b51906001600160a01b038216820361046157565b519064ffffffffff8216820361046157565b9190820180921161057957565b634e487b7160e01b5f52601160045260245ffdfe6101a0806040526004361015610013575f80fd5b5f610180525f3560e01c9081630838361714613960575080630f4f8cb614613900578063129d6395146138ba57806317a22571146137f857806317b196881461379f578063289e3694146133d25780632c93a739146133a257806334e85d7f14612d755780633a4b66f114612d2e578063452a932014612d11578063502e1a1614612cbd57806365c7d79d14612b095780636dc99d7c14612a6e5780637110d32e14612a2757806376cdb03b146129e05780637b103999146129995780637e1dcd841461154d57806384b0196e14611489578063877037f3146114165780638b83d8ee146113475780639c4a547014611200578063a5e360eb14610ffa578063af9569d714610cdb578063b61a4d6014610cab578063c2b6b58c14610c84578063c7df14e214610c51578063d3bc6e5a14610bce578063ec4b55d014610b87578063ed80ed831461092e578063f5f3f2bd14610310578063f698da25146102eb5763fc54c8a814610182575f80fd5b346102e45760603660031901126102e45760243560043568ffffffffffffffffff821682036102e457604435916001600160601b03831683036102e4577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036102cb578161018051526101805160205268ffffffffffffffffff60b81b9060b81b16600160b01b1760016040610180512001556102906102547f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff43166144fc565b610180805184905260036020525160409020600101805465ffffffffffff60701b191660709290921b65ffffffffffff60701b16919091179055565b6101808051919091526003602052516040812060010180546001600160a01b031660a09390931b6001600160a01b0319169290921790915580f35b63570870ef60e11b610180515233600452602461018051fd5b6101805180fd5b346102e457610180513660031901126102e45760206103086146a3565b604051908152f35b346102e45760603660031901126102e4576004356024356001600160e01b03198116908190036102e457604435916001600160401b038316908184036102e45760ff610180515c1661091957604051636574393b60e11b81526004810182905260248101849052604481018390529360c0856064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9485156107de57610180519561085e575b508243111561084557604051906101c082018281106001600160401b0382111761082b5760405260408201946101805186526060830190610180518252608084019061018051825263ffffffff60a08087019a610180518c526101805160c08901526101805160e08901528961010089019c8d6101805190526101208a01966101805188526101408b019d8e6101805190526101608c01976101805189528c61018080519101528c6101a0610180519101528d8d5260208d0152604051602081019085825260208152610496604082613b3f565b5190209052600180861b036104aa8d615446565b1690818a5252526001600160401b036040820151168c526001600160601b0360608201511685526001600160601b036080820151168b5201511664ffffffffff42160164ffffffffff81116107775764ffffffffff16905261054b60405160208101905f516020615f0e5f395f51905f52825261052a60408201886145ba565b6101e0815261053b61020082613b3f565b5190206105466146a3565b615631565b968561018051526101805160205260016040610180512001549861056f8a88615496565b83516105859086906001600160a01b03166154da565b610801576105b692916001600160601b03806001600160401b036105b1945116945116915116926142ff565b6142f2565b6001600160601b0381116107ec5781516040805163282d3fdf60e01b81526001600160a01b0392831660048201526001600160601b0393909316602484018190526101805190939283916044918391907f0000000000000000000000000000000000000000000000000000000000000000165af19081156107de57610180519061018051926107ac575b501561079157505060018060a01b039051166101805150610180515260026020526040610180512066ffffffffffffff8260081c166101805152602052600160ff6040610180512092161b815417905564ffffffffff8516906106aa64ffffffffff8314156153c2565b60018601918287116107775761076c86956101016020997f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def796886101805152610180518c526001604061018051200155610180515088610180515260018b5266ffffffffff000064ffffffffff60381b4260381b169160101b16171760406101805120556040519089820152888152610744604082613b3f565b61075860405194859485528a8501906145ba565b6102006101e0840152610200830190613a66565b0390a3604051908152f35b634e487b7160e01b61018051526011600452602461018051fd5b63cf47918160e01b6101805152600452602452604461018051fd5b90506107d0915060403d6040116107d7575b6107c88183613b3f565b81019061459a565b908a610640565b503d6107be565b6040513d61018051823e3d90fd5b63326cb98d60e21b6101805152600461018051fd5b835161018080516302af71f160e41b90526001600160a01b03909116600452602489905251604490fd5b634e487b7160e01b61018051526041600452602461018051fd5b82631f0cdcef60e01b6101805152600452602461018051fd5b90945060c0813d60c011610911575b8161087a60c09383613b3f565b810103126102e4576040519060c082016001600160401b0381118382101761082b5760405280516001600160e01b0319811681036102e4576109059160a09184526108c760208201614572565b60208501526108d860408201614572565b60408501526108e960608201614586565b60608501526108fa60808201614586565b608085015201613bbc565b60a082015293856103c2565b3d915061086d565b63b5dfd9e560e01b6101805152600461018051fd5b346102e45760603660031901126102e4576004356001600160401b0381116102e45761095e903690600401613a35565b906024356001600160401b0381116102e45761097e9036906004016139f1565b92906044356001600160401b0381116102e45761099f9036906004016139f1565b94909260ff610180515c166109195780158015610b7d575b610b3c57808214801590610b1f575b610acc57610180515b8181106109dd576101805180f35b6109e881838861451a565b906109fd6109f58361560c565b6105466146a3565b610a088286886142b1565b939091600184901b6001600160ff1b038516850361077757610a2b818d8c6142b1565b969094600183019283106107775760019760ff968f610a59958f91610a4f926142b1565b9490938789614d01565b9183831615610aac575b50501680610a73575b50016109cf565b60407fd0584cc11edec5eb83062b399d016239cbe1403d7ad01498cb60f598f00068179181519060ff851682526020820152a188610a6c565b610ac49250610abc85898b6142b1565b929091615255565b508a80610a63565b600181901b906001600160ff1b038116036107775760a4906101805150604051906329ded1a760e11b82526060600483015260046064830152637369677360e01b60848301528060248301526044820152fd5b506001600160ff1b0381168103610777578060011b8614156109c6565b6040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a481015b60016024830152604060448301520390fd5b50604081116109b7565b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e45760403660031901126102e45760043560243560ff610180515c16610919573361018051526002602052604061018051208261018051526020526040610180512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101805180f35b346102e45760203660031901126102e45760043561018051526001602052602060ff604061018051205416604051908152f35b346102e457610180513660031901126102e457602060ff610180515c166040519015158152f35b346102e45760203660031901126102e4576004356101805152600160205260206040610180512054604051908152f35b346102e45760203660031901126102e4576004356001600160401b0381116102e457610d0b903690600401613a35565b60ff610180515c166109195780158015610ff0575b610b3c57610180517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169291905b818110610d64576101805180f35b610d6f81838561451a565b90610d7c6109f58361560c565b610d85816153dd565b92803590816101805152610180516020526001604061018051200154610180515064ffffffffff8160281c1695610180515064ffffffffff8160101c16878103610fd45750610160830164ffffffffff610dde8261452b565b16421115610fac57505f196001600883901c1601610f9c575063ffffffff805b169081610f92576001600160601b03610e1a6101208501613cf4565b6103e891168181029182040361077757905b610ea3610e8883610e83876001600160601b03610e7b610e4f610100840161453d565b6001600160401b0383610e72610140610e6b6101208901613cf4565b9701613cf4565b951691166142ff565b9116906142f2565b614551565b6001600160801b03610e9c60c0880161455e565b16906142f2565b93866101805152600160205260036040610180512055610180515065010000000000820180921161077757610eef91866101805152610180516020526001604061018051200155615415565b908a3b156102e45760405163794bdf3360e11b81526001600160a01b0390921660048301526024820184905260448201526101805181606481838e5af180156107de57610f77575b506001957f435751470d6238db048cfa2a18431a7f398a19f4c8741b0d175f33e1efc2178b9260609260405192835260208301526040820152a301610d56565b61018051610f8491613b3f565b610180516102e45789610f37565b6101805190610e2c565b63ffffffff809160601c16610dfe565b610fbb64ffffffffff9161452b565b631f98655760e21b610180515216600452602461018051fd5b876319a0d83760e31b6101805152600452602452604461018051fd5b5060408111610d20565b346102e45736600319016101e081126102e4576101c0136102e4576101c4356001600160401b0381116102e457611035903690600401613994565b60ff610180515c166109195761104c6109f56155d5565b918261018051526004602052604061018051205480156111e757611071368484613b60565b60208151910120036111b85761018435916001600160a01b03831683036102e4576101a43563ffffffff8116908181036102e4576110cd926110db91506040519384916020830196632dcbe83b60e21b88528960248501614877565b03601f198101845283613b3f565b6110e361574b565b6110f0603f8204826142f2565b6001810190818111610777576114b581018092116107775761b0f501809111610777575a81811061119d5761018051845188917fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f12916020918a9181908b82858cf19061115a6159a7565b81611192575b5080611177575b6040519015158152a26101805180f35b83610180515260048252610180516040610180512055611167565b90503b151584611160565b6333f826af60e11b6101805152600452602452604461018051fd5b60405163705feb7760e01b81526020600482015260066024820152651bdd5d1c1d5d60d21b6044820152606490fd5b8363d098f33360e01b6101805152600452602461018051fd5b346102e45760603660031901126102e45760243563ffffffff811690600435908290036102e45760443563ffffffff8116908190036102e45760ff610180515c1661091957337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316141580611314575b6102cb57817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff06604061130d9583610180515261018051602052600182610180512001546101805150600160b21b9060ff60b01b191617846101805152610180516020526001836101805120015583610180515261018051602052600382610180512001549482519182526020820152a361488e565b6101805180f35b50337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415611278565b346102e45760403660031901126102e4576004357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036102cb578061130d9161018051526101805160205260243560036040610180512001556113dc7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff43166144fc565b9061018051526003602052600160406101805120019081549065ffffffffffff60701b9060701b169065ffffffffffff60701b1916179055565b346102e45760203660031901126102e457606060043580610180515261018051602052600160406101805120015490610180515060ff61ffff8360781c1692610180515060b01c169061018051526101805160205260036040610180512001549060405192835260208301526040820152f35b346102e457610180513660031901126102e4576114eb6114a76144b9565b6114af6144dd565b604051906020906114f9906114c48385613b3f565b6101805184525f368137604051958695600f60f81b875260e08588015260e0870190613a66565b908582036040870152613a66565b4660608501523060808501526101805160a085015283810360c0850152818084519283815201930191610180515b82811061153657505050500390f35b835185528695509381019392810192600101611527565b346102e457366003190161022081126102e457610180136102e457610184356001600160401b0381116102e457611588903690600401613a35565b6101a4356001600160401b0381116102e4576115a89036906004016139c1565b610100526080526101c4356001600160401b0381116102e4576115cf9036906004016139f1565b61012052610160526101e43561014081905263ffffffff811690036102e457610204356001600160401b0381116102e45761160e903690600401613994565b92909160ff610180515c16610919576004356101805152610180516020526040610180512093600185015493610180515060ff8560b01c1660038701548060a43514801590612991575b612974575061ffff61166861439c565b607888901c8216911681900361294b575060ff611683613ad6565b166128ec57600181036128d457506004356101805152600360205265ffffffffffff600160406101805120015460701c168043116128bc57505b600160ff6116c9613ad6565b161461285b5761ffff6116da6143ad565b1661273e575b855480610124350361283c575066ffffffffffffff6116fd6143cf565b602887901c64ffffffffff16911681900361280e5750600561ffff6117206143be565b1610156127cf5761ffff6117326143be565b161560e435150361279c5761ffff6117486143ad565b168314801590612784575b801561276c575b61273e5761176d61010051608051614777565b610164350361270a576117f79161018051506117cc60405160208101907f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a82526117bb604082016004614402565b6101a0815261053b6101c082613b3f565b60e0526040518093819262295ee560ea1b835261018051946101405160e05160a43560048701613cc8565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156107de5761018051916126e5575b506060810151519260408201518085106126c9575060208201928351851092600160ff611861613ad6565b1614611b3357505050611b16575061190f9163ffffffff915060ff60b01b198116600160b11b17906118916143be565b9160ff61189c613ad6565b16611b08576118d46118be61018051925b61ffff861696879160901c166142f2565b9463ffffffff8611159081611afc575b506153c2565b60501b60ff60501b169265ffffffffffff60881b1990911660889290921b61ffff60881b169190911760909190911b17600160b11b176142f2565b6001820155600261014435918281550180546040516020810191825260e051604082015260408152611942606082613b3f565b51902090556040519061020082019060e051835263ffffffff610140511660208401526004356040840152610180515060243561ffff81168091036102e457606084015260443560ff8116908190036102e457608084015260643566ffffffffffffff81168091036102e45760a084015260843561ffff8116908190036102e45760c084015260a43560e084015260c43561ffff8116908190036102e45761010084015260e4356101208401526101043561014084015261012435610160840152610180830152610164356101a08301526102006101c0830152610100519052610220810190608051610180515b610100518110611a8557837f73c4dcc8aac3e4b15be01f1468bfd6d0f6e4431473f40d6c19ed9a48740e9464848083036101e082015280611a7b600435946101205161016051614312565b0390a26101805180f35b909260e0806001928635815260ff611a9f602089016143f4565b16602082015261ffff611ab4604089016143e5565b1660408201526001600160401b03611ace60608901613a8a565b1660608201526080870135608082015260a087013560a082015260c087013560c08201520194019101611a30565b60ff91501115886118ce565b6118d46118be6001926118ad565b519063134a70cf60e11b6101805152600452602452604461018051fd5b9194509192506101805150610180519360405160c05260c05161010060c05101106001600160401b0361010060c05101111761082b5761010060c05101604052606060c0515261018051602060c051015261018051604060c051015261018051606060c051015261018051608060c05101526101805160a060c0510152606060c080510152606060e060c0510152606082015160c0515233604060c0510152600183018311610777579190611bea60018301613ba5565b611bf76040519182613b3f565b60018301808252601f1990611c0b90613ba5565b0136602083013760c080510152611c2460018301613ba5565b611c316040519182613b3f565b60018301808252601f1990611c4590613ba5565b0136602083013760e060c051015261018051926101805160a0525b8260a051106120105750505080611fb3575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156102e457604051630211057760e41b815260206004820152610124810160c05151906101006024840152815180915260206101448401920190610180515b818110611f9757505050602060c0510151604483015260018060a01b03604060c0510151166064830152606060c05101516084830152608060c051015160a483015260a060c051015160c483015260c080510151906023198382030160e484015260208083519283815201920190610180515b818110611f785750505060e060c0510151906023198382030161010484015260208083519283815201920190610180515b818110611f62575050610180519183915081900381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156107de57611f47575b50611e84575b50611df39066ffff0000000000611de96143ad565b60281b16906142f2565b611dfb6143be565b9061ffff8216611e2d611e1882609085901c63ffffffff166142f2565b9163ffffffff8311159081611e7857506153c2565b60901b9161ffff60881b9060881b169064ffffffffff60881b191617176101805150600160501b81018091111561190f57634e487b7160e01b61018051526011600452602461018051fd5b60ff91501115866118ce565b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690611eb782826142f2565b4210611f255750611df39160ff60b01b1916600360b01b179050611ed96143cf565b66ffffffffffffff6040519116815263ffffffff610140511660208201527f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b604060043592a290611dd4565b611f2f92506142f2565b633757166760e21b6101805152600452602461018051fd5b61018051611f5491613b3f565b610180516102e45784611dce565b8251845260209384019390920191600101611d81565b82516001600160a01b0316845260209384019390920191600101611d50565b825163ffffffff16845260209384019390920191600101611cdd565b611fbe600435615446565b611fd460c08051015160a060c051015190614763565b6001600160a01b03909116905260c05160e081015160a0919091015161200991611ffd826153b4565b60a060c0510152614763565b5284611c72565b909192945061202260a051848361451a565b61203460a05161010051608051613ab2565b906120416109f58261560c565b9682358089036126ad575060043582350361267a5761205f886153dd565b610180515064ffffffffff8160101c1661208b60a05166ffffffffffffff6120856143cf565b166142f2565b8103612649575064ffffffffff9060381c1697610160830164ffffffffff6120b28261452b565b16421161262157506120cd60a05161012051610160516142b1565b90600160ff6120de60208901613ae6565b16108015612609575b6125da576120f76060870161453d565b6001600160401b038061210d610100890161453d565b169116116125aa57612000821161256a57612129913691613b60565b6020815191012060a0850135036125375761018051526001602052600269ffffffffffffffffffff1960e0511669ffffffffff00000000004260281b1664ffffffff006101405160081b161717176040610180512055845192610180515061018051906121dd61219b60208301613ae6565b6121a76060840161453d565b600560ff6121b86101208a01613cf4565b93160361252057506001600160401b036001600160601b036103e8925b1691166142ff565b94801561250657808604906121f460208401613ae6565b906122026101408801613cf4565b6101805193600282901c6b3fffffffffffffffffffffff16856001600160601b038416801560038083028390041417156107775760ff61225d846122586001600160601b0360036001960260021c168099615e7b565b615e7b565b9716036124f457506001600160601b0390945b169361227f6101008b0161453d565b6001600160401b03166122956101208c01613cf4565b6001600160601b03166122a7916142ff565b958260c05160200151906122ba916142f2565b60c051602001528360c05160600151906122d3916142f2565b60c05160600152858c6122e687866142ff565b6122ef91614551565b906122f9916142f2565b60c051608001519061230a916142f2565b60c051608001526001600160601b03166123248c88614551565b9061232e916142f2565b9a8261233b868e956142ff565b926001600160601b03169561234f916142ff565b61235891614551565b612361916142f2565b9061236b916142f2565b90612375916142f2565b9061237f916142f2565b90612389916142f2565b906123976101408701613cf4565b6001600160601b03166123a9916142f2565b146123b3906153c2565b6020016123bf90613ae6565b60ff166001145f146124d157506123ea6001600160801b036123e360c0850161455e565b1692615415565b9260a060c05101519384151580612497575b1561244d575060e060c0510151905f19850194851161077757846124306124369261242a61243c9886614763565b516142f2565b92614763565b526142f2565b92600160a0510160a0529190611c60565b61245c8560c080510151614763565b6001600160a01b03909116905260c05160e0015161247b908590614763565b52600183018093116107775761243c9260a060c05101526142f2565b5060c080510151855f19810111610777576001600160a01b03906124bf905f19880190614763565b51166001600160a01b038216146123fc565b91926124ee6123ea916001600160801b03610e9c60c0880161455e565b93615415565b9495506001600160601b039095612270565b634e487b7160e01b61018051526012600452602461018051fd5b6001600160601b036001600160401b0391926121d5565b60405163031e2b2960e51b815260206004820152600a6024820152690dac2e6d6cac890c2e6d60b31b6044820152606490fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b6084820152610180516024820152612000604482015260a490fd5b60405163031e2b2960e51b815260206004820152600760248201526619d85cd55cd95960ca1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600660248201526573746174757360d01b6044820152606490fd5b50600560ff61261a60208901613ae6565b16116120e7565b61263064ffffffffff9161452b565b632d27b24760e21b610180515216600452602461018051fd5b61265f60a05166ffffffffffffff6120856143cf565b6319a0d83760e31b6101805152600452602452604461018051fd5b60405163031e2b2960e51b815260206004820152600a60248201526918dbdb9d1c9858dd125960b21b6044820152606490fd5b88630656d02b60e21b6101805152600452602452604461018051fd5b8463134a70cf60e11b6101805152600452602452604461018051fd5b61270491503d8061018051833e6126fc8183613b3f565b810190613bcd565b85611836565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b5061ffff6127786143ad565b1661012051141561175a565b5061ffff6127906143ad565b16610100511415611753565b60405163031e2b2960e51b815260206004820152600a6024820152690c2c4dee4e8e690c2e6d60b31b6044820152606490fd5b60a46040516329ded1a760e11b8152606060048201526007606482015266185d1d195b5c1d60ca1b608482015261018051602482015260046044820152fd5b66ffffffffffffff9061281f6143cf565b906319a0d83760e31b610180515260045216602452604461018051fd5b63a864586d60e01b610180515260045261012435602452604461018051fd5b61ffff6128666143ad565b161580156128a7575b156116e0576040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a48101610b6b565b50604061ffff6128b56143ad565b161161286f565b63678af2e360e11b6101805152600452602461018051fd5b63d472249760e01b6101805152600452602461018051fd5b600260ff6128f8613ad6565b16111561292b5760646040516332364aa160e11b81526020600482015260046024820152631ada5b9960e21b6044820152fd5b600281141580612940575b6128d457506116bd565b506003811415612936565b61ffff9061295761439c565b90636ade2f3960e01b610180515260045216602452604461018051fd5b62f0828760e11b610180515260045260a435602452604461018051fd5b508015611658565b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e45760203660031901126102e457604051612a8b81613b24565b6101805181526101805160208201526040610180519101526004356101805152600360205260606040610180512065ffffffffffff600182549201546001600160401b03604051612adb81613b24565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b346102e45760203660031901126102e457604051612b2681613af4565b6101805181526101805160208201526101805160408201526101805160608201526101805160808201526101805160a08201526101805160c08201526101805160e082015261018051610100820152610180519061012001526004356101805152610180516020526101805160409020600181015481549161018051508160281c64ffffffffff169161018051508060781c61ffff169061018051508060901c63ffffffff169061018051508060b01c60ff1692600285015494600301549560405190612bf282613af4565b8882526020820164ffffffffff851681526040830191825260608301928560501c64ffffffffff1684526080810194855260a081019560881c60ff16865260c0810196875260e08101978852610100810198895261012001988952604051998a525166ffffffffffffff1660208a01525166ffffffffffffff1660408901525166ffffffffffffff1660608801525161ffff1660808701525161ffff1660a08601525163ffffffff1660c08501525160ff1660e0840152516101008301525161012082015261014090f35b346102e45760403660031901126102e4576004356001600160a01b038116908190036102e4576101805152600260205260406101805120602435610180515260205260206040610180512054604051908152f35b346102e457610180513660031901126102e4576020604051308152f35b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e457366003190161024081126102e4576101c0136102e4576101c4356001600160401b0381116102e457612db0903690600401613994565b906101e4356001600160401b0381116102e457612dd1903690600401613994565b929091610204356001600160401b0381116102e457612df4903690600401613994565b90610224356001600160401b0381116102e457612e15903690600401613994565b96909260ff610180515c166109195760ff92612e3f92612e366109f56155d5565b9888888b6149f9565b16806130cc5750610180519480612f01575b505092612e619160ff94846150bd565b9216612e7257602090604051908152f35b50610104356001600160401b038116908181036102e45750610124356001600160601b038116908181036102e45750610144356001600160601b038116918282036102e457612ec5936105b192506142ff565b60c435906001600160801b038216908183036102e457612ee592506142f2565b9063cf47918160e01b6101805152600452602452604461018051fd5b90919450600435610180515261018051602052600360406101805120015490612f286146a3565b6004821061308f57816004116102e45783612fc6612f98953560e01c95869360405160208101907f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be282528b6040820152604435606082015260608152612f8f608082613b3f565b51902090615631565b916101805150604051958694859462295ee560ea1b8652600461018051986003190194019260048701613cc8565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156107de576101805191613072575b5060406060820151519101519081811061305757505092612e619160ff94847fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee6020604051848152a294819350612e51565b63134a70cf60e11b6101805152600452602452604461018051fd5b61308991503d8061018051833e6126fc8183613b3f565b85613005565b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b6001811461336f576002811461331757600381146132d1576004358061018051526101805160205261310960016040610180512001548092615496565b6007821461329b5750600881146107ec576009811461325957600a811461321257600b81146131d257600c81146131a357600d0361316d57613149613d08565b6101808051639a7d38d960e01b90526001600160a01b039190911660045251602490fd5b6084356001600160a01b0381168082036102e45761319e57506064356001600160a01b03811681036102e457613149565b613149565b60405163705feb7760e01b81526020600480830191909152602482015263626f647960e01b6044820152606490fd5b6040516329ded1a760e11b81526060600480830191909152606482015263626f647960e01b6084820152610180516024820152612000604482015260a490fd5b610184356001600160a01b038116908181036102e457506101a43563ffffffff811691908281036102e457506308d1816b60e31b6101805152600452602452604461018051fd5b613261613d08565b60a4356001600160401b03811691908281036102e457506302af71f160e41b610180515260018060a01b0316600452602452604461018051fd5b610124356001600160601b0381169160b81c908281036102e4575063b467f94560e01b6101805152600452602452604461018051fd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b600142018042116107775761335364ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016426142f2565b90635a262cfd60e01b6101805152600452602452604461018051fd5b6040516332364aa160e11b815260206004820152600a6024820152690cee4c2dce8e690c2e6d60b31b6044820152606490fd5b346102e45760203660031901126102e4576004356101805152600460205260206040610180512054604051908152f35b346135ee5760403660031901126135ee576004356024356001600160401b0381116135ee576134059036906004016139f1565b60ff5f5c1661379057825f525f60205260ff600160405f20015460b01c16801561377d57600281141580613772575b613760575080158015613756575b61371a57825f52600360205260405f209060018201908154926001600160401b038416928154915f5b84811061360657508290556001600160401b03831694858501916001600160401b0383116135f2576134d69285926001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171780915560a01c6142ff565b80613536575b5093611a7b917ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd956040519586958652602086015260408501526001600160401b034316606085015260a0608085015260a0840191614312565b9490917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156135ee5760405163a3ffa9cd60e01b815233600482015260248101979097525f908790604490829084905af19283156135e3577ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd96611a7b946135ce575b50919550916134dc565b5f6135d891613b3f565b5f61018052886135c4565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52601160045260245ffd5b9261361284868a6142b1565b60608193929310801561370f575b6136d35761362e86896142f2565b816014116135ee576001936136468d93369083613b60565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c081526136a760e082613b3f565b51902060405190602082019283526040820152604081526136c9606082613b3f565b519020930161346b565b60a46040516329ded1a760e11b8152606060048201526005606482015264656e74727960d81b6084820152606060248201526120006044820152fd5b506120008111613620565b60a46040516329ded1a760e11b8152606060048201526006606482015265626f6469657360d01b60848201526001602482015260406044820152fd5b5060408111613442565b63d472249760e01b5f5260045260245ffd5b506003811415613434565b836310aeede160e01b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b346135ee5760203660031901126135ee5760043560ff5f5c1661379057805f525f60205260ff600160405f20015460b01c1690600482036137e5576137e39061488e565b005b5063d472249760e01b5f5260045260245ffd5b346135ee5736600319016103e081126135ee576101c0136135ee576101c43563ffffffff811681036135ee576101e4356001600160401b0381116135ee57613844903690600401613994565b90610180366102031901126135ee57610384356001600160401b0381116135ee576138739036906004016139c1565b6103a4359163ffffffff831683036135ee576103c4356001600160401b0381116135ee576138a5903690600401613994565b95909460ff5f5c16613790576137e397613d32565b346135ee5760203660031901126135ee576004358015158091036135ee573033036138ed5760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b346135ee5760403660031901126135ee5760ff5f5c16613790577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036138ed576004355f52600160205260243560405f20555f80f35b346135ee5760203660031901126135ee576020906004355f526003825265ffffffffffff600160405f20015460701c168152f35b9181601f840112156135ee578235916001600160401b0383116135ee57602083818601950101116135ee57565b9181601f840112156135ee578235916001600160401b0383116135ee5760208085019460e085020101116135ee57565b9181601f840112156135ee578235916001600160401b0383116135ee576020808501948460051b0101116135ee57565b35906001600160a01b03821682036135ee57565b9181601f840112156135ee578235916001600160401b0383116135ee576020808501946101c085020101116135ee57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b35906001600160401b03821682036135ee57565b35906001600160601b03821682036135ee57565b9190811015613ac25760e0020190565b634e487b7160e01b5f52603260045260245ffd5b60443560ff811681036135ee5790565b3560ff811681036135ee5790565b61014081019081106001600160401b03821117613b1057604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b03821117613b1057604052565b90601f801991011681019081106001600160401b03821117613b1057604052565b9291926001600160401b038211613b105760405191613b89601f8201601f191660200184613b3f565b8294818452818301116135ee578281602093845f960137010152565b6001600160401b038111613b105760051b60200190565b519063ffffffff821682036135ee57565b6020818303126135ee578051906001600160401b0382116135ee5701906080828203126135ee5760405191608083018381106001600160401b03821117613b10576040528051835260208101516020840152604081015160408401526060810151906001600160401b0382116135ee57019080601f830112156135ee578151613c5581613ba5565b92613c636040519485613b3f565b81845260208085019260051b8201019283116135ee57602001905b828210613c9057505050606082015290565b60208091613c9d84613bbc565b815201910190613c7e565b908060209392818452848401375f828201840152601f01601f1916010190565b90613cf1959360809363ffffffff92845260208401521660408201528160608201520191613ca8565b90565b356001600160601b03811681036135ee5790565b6064356001600160a01b03811681036135ee5790565b356001600160a01b03811681036135ee5790565b95969496939092919360405160208101905f516020615f0e5f395f51905f528252613d61604082016004614f76565b6101e08152613d7261020082613b3f565b51902095613d835f976105466146a3565b98895f52600160205260405f20549360ff8516801561429e576002810361428c5750612000881161424f57613deb60405160208101907f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a82526117bb60408201610204614402565b998a60501c8660501c036142205763ffffffff169581871080159061420a575b61270a578b613e1b888484613ab2565b35036141e857613e3b6020613e358960019560ff95613ab2565b01613ae6565b16036125da575f91613ec6613ea7613e54368b8b613b60565b602081519101209b60405160208101917f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977835260408201528960608201528d60808201526080815261053b60a082613b3f565b60405162295ee560ea1b81529586948594926102a43560048701613cc8565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156135e3575f916141ce575b506040606082015151910151908181106141b9575050600490875f52600160205260ff19161760405f205561014435906001600160601b03821682036135ee57869160021c6b3fffffffffffffffffffffff1680614115575b507fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19906040519081526040602082015280613f9a604082018787613ca8565b0390a261018435936001600160a01b03851690818603614111578115614108578685526004602052604085205584036135ee576101a43563ffffffff811681036135ee5761401b63ffffffff8261400d935016936040519283916020830195632dcbe83b60e21b87528a60248501614877565b03601f198101835282613b3f565b61402361574b565b614030603f8404846142f2565b60018101908181116140f4576114b581018092116140f45761b0f5018091116140e0575a8181106140cb575050928085938193827fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f12986020985193f1916140956159a7565b826140c0575b50816140ae575b506040519015158152a2565b8481526004835260408120555f6140a2565b3b151591505f61409b565b6333f826af60e11b8652600452602452604484fd5b634e487b7160e01b85526011600452602485fd5b634e487b7160e01b86526011600452602486fd5b50505050505050565b8480fd5b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169250823b156135ee575f9260648492604051958693849263794bdf3360e11b845233600485015260248401528160448401525af19182156135e357879215613f5b575f91955061418f9250613b3f565b847fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb195f9490613f5b565b63134a70cf60e11b5f5260045260245260445ffd5b6141e291503d805f833e6126fc8183613b3f565b5f613f02565b868c926141f492613ab2565b35630656d02b60e21b5f5260045260245260445ffd5b506142158282614777565b610364351415613e0b565b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b6040516329ded1a760e11b81526060600482015260066064820152651bdd5d1c1d5d60d21b60848201525f6024820152612000604482015260a490fd5b63e5ee734160e01b5f5260045260245ffd5b8b632e3abafd60e01b5f5260045260245ffd5b9190811015613ac25760051b81013590601e19813603018212156135ee5701908135916001600160401b0383116135ee5760200182360381136135ee579190565b919082018092116135f257565b818102929181159184041417156135f257565b90602083828152019060208160051b85010193835f91601e1982360301905b848410614342575050505050505090565b90919293949596601f198282030187528735838112156135ee57840190602082359201916001600160401b0381116135ee5780360383136135ee5761438d6020928392600195613ca8565b99019701959401929190614331565b60243561ffff811681036135ee5790565b60843561ffff811681036135ee5790565b60c43561ffff811681036135ee5790565b60643566ffffffffffffff811681036135ee5790565b359061ffff821682036135ee57565b359060ff821682036135ee57565b8035825261ffff614415602083016143e5565b16602083015260ff614429604083016143f4565b166040830152606081013566ffffffffffffff81168091036135ee57610160918291606085015261ffff61445f608083016143e5565b16608085015260a081013560a085015261ffff61447e60c083016143e5565b1660c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b604051906144c8604083613b3f565b6006825265456e69676d6160d01b6020830152565b604051906144ec604083613b3f565b60018252603160f81b6020830152565b9065ffffffffffff8091169116019065ffffffffffff82116135f257565b9190811015613ac2576101c0020190565b3564ffffffffff811681036135ee5790565b356001600160401b03811681036135ee5790565b919082039182116135f257565b356001600160801b03811681036135ee5790565b51906001600160401b03821682036135ee57565b51906001600160601b03821682036135ee57565b91908260409103126135ee57815180151581036135ee5760209092015190565b63ffffffff6101a08092805185528260e01b60208201511660208601526040810151604086015260018060a01b03606082015116606086015260018060a01b0360808201511660808601526001600160401b0360a08201511660a08601526001600160801b0360c08201511660c086015260e081015160e08601526001600160401b03610100820151166101008601526001600160601b03610120820151166101208601526001600160601b036101408201511661014086015264ffffffffff6101608201511661016086015260018060a01b0361018082015116610180860152015116910152565b467f0000000000000000000000000000000000000000000000000000000000000000036146ee577f000000000000000000000000000000000000000000000000000000000000000090565b6146f66144b9565b602081519101206147056144dd565b602081519101206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261475d60c082613b3f565b51902090565b8051821015613ac25760209160051b010190565b919061478281613ba5565b906147906040519283613b3f565b808252601f1961479f82613ba5565b013660208401375f5b8181106147bc575050613cf191925061565c565b6147c7818387613ab2565b9060ff6147d660208401613ae6565b16604083013561ffff8116908181036135ee5760019460c091506001600160401b036148046060830161453d565b166040519360208501955f875283356021870152604186015260618501526081840152608081013560a184015260a081013560c1840152013560e182015260e1815261485261010182613b3f565b51902061485f8286614763565b52016147a8565b3563ffffffff811681036135ee5790565b604090613cf1949281528160208201520191613ca8565b604051637dd5641160e01b815260048101829052906020826024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9182156135e3575f926149b5575b506148ed81615446565b60405163b8dc491b60e01b81526001600160a01b039182166004820152928116602484018190529290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af19081156135e3575f91614982575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d6020116149ad575b8161499d60209383613b3f565b810103126135ee57516020614954565b3d9150614990565b9091506020813d6020116149f1575b816149d160209383613b3f565b810103126135ee57516001600160a01b03811681036135ee57905f6148e3565b3d91506149c4565b9295949360e435614cf5576101643564ffffffffff81168082036135ee5742811191821592614cb9575b5050614cad57610104356001600160401b0381168082036135ee576103e88110614c9f576004355f525f602052600160405f2001549160ff8360b01c1660028103614c77575061012435906001600160601b038216938483036135ee5760b81c8410614c67575050610144356001600160601b038116908181036135ee576001600160601b0393614ab8936105b192506142ff565b11614c5b57606435926001600160a01b038416928385036135ee5760a4356001600160401b03811681036135ee57614af090866154da565b614c4d57610184356001600160a01b03811681036135ee576101a4359063ffffffff8216908183036135ee57614b269250615bd7565b15614c3f5781614bfb575b50505f96338314159182614be3575b5050614bd85760846001600160a01b03614b5982613d1e565b16614bc95750614b696064613d1e565b915b6001600160a01b038316338114159790919088614bb2575b5050505084614b9e575b50505050614b99575f90565b600e90565b614ba89450615d9c565b155f808080614b8d565b9091929397506135ee57501415935f808080614b83565b614bd290613d1e565b91614b6b565b505050505050600d90565b5f9850614bf39250908585615d9c565b155f80614b40565b6120008211614c3157614c0f913691613b60565b6020815191012060443503614c25575f80614b31565b50505050505050600c90565b505050505050505050600b90565b505050505050505050600a90565b505050505050505050600990565b50505050505050600890565b5050505050505050505050600790565b99505050505050505050508015614c9957600303614c9457600590565b600690565b50600490565b505050505050505050600390565b50505050505050600290565b509050614ced7f000000000000000000000000000000000000000000000000000000000000000064ffffffffff16426142f2565b105f80614a23565b50505050505050600190565b929695949093919660e0840135614f69576101608401614d208161452b565b64ffffffffff4291161190811591614f24575b50614f175761010084016103e86001600160401b03614d518361453d565b1610614c9f5784355f525f602052600160405f2001549060ff8260b01c1660028103614c7757506101208601916001600160601b03614d8f84613cf4565b9160b81c911610614f08576001600160601b039182610e7b614dbc614db6614dd39561453d565b93613cf4565b926001600160401b0383610e726101408d01613cf4565b11614efb576060840197614dfb614de98a613d1e565b614df560a0880161453d565b906154da565b614c4d57614e28614e0f6101808701613d1e565b63ffffffff614e216101a08901614866565b1690615bd7565b15614c3f5781614ecf575b5050614e3e87613d1e565b6001600160a01b03163314159182614eb3575b5050614ea957614e6090615415565b6001600160a01b038116338114159586614e88575b505084614b9e5750505050614b99575f90565b919550906001600160a01b0390614e9e90613d1e565b161415935f80614e75565b5050505050600d90565b614ec7925084614ec289613d1e565b615d9c565b155f80614e51565b6120008211614c3157614ee3913691613b60565b60208151910120604084013503614c25575f80614e33565b5050505050505050600890565b50505050505050505050600790565b5050505050505050600290565b614f2e915061452b565b64ffffffffff614f60817f000000000000000000000000000000000000000000000000000000000000000016426142f2565b9116115f614d33565b5050505050505050600190565b80358252602081013563ffffffff60e01b81168091036135ee576020830152604081810135908301526001600160a01b03614fb360608301613a21565b1660608301526001600160a01b03614fcd60808301613a21565b1660808301526001600160401b03614fe760a08301613a8a565b1660a083015260c08101356001600160801b0381168091036135ee5760c083015260e081013560e08301526001600160401b036150276101008301613a8a565b166101008301526001600160601b036150436101208301613a9e565b166101208301526001600160601b0361505f6101408301613a9e565b166101408301526101608101359064ffffffffff82168092036135ee576101608301919091526101a0906001600160a01b0361509e6101808301613a21565b1661018084015201359063ffffffff82168092036135ee576101a00152565b5f94615123949093919260846001600160a01b036150da82613d1e565b16615245575060406150ec6064613d1e565b6150f6600461535d565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015296879081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156135e3575f965f91615220575b50809615615214575060043592835f525f602052600160405f200154916064359060018060a01b03821682036135ee5760a4356001600160401b03811681036135ee577f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def79566ffffffffffffff95898361520f966151e49550881515938c615512565b6040519416845283926151fb602085016004614f76565b6102006101e0850152610200840191613ca8565b0390a3565b600f9750955050505050565b905061523c91965060403d6040116107d7576107c88183613b3f565b9590955f615161565b615250604091613d1e565b6150ec565b92615273939492945f95604061526a83615415565b6150f68461535d565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156135e3575f965f91615338575b5080961561521457508161520f66ffffffffffffff927f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def7943595865f525f6020526151fb6153255f898b600160408420015461530f60608b01613d1e565b61531b60a08c0161453d565b9188151594615512565b6040519616865285946020860190614f76565b905061535491965060403d6040116107d7576107c88183613b3f565b9590955f6152b1565b613cf1906001600160801b03610e9c60c06153ad61537e610100860161453d565b6001600160601b03610e7b6153966101208901613cf4565b926001600160401b0383610e726101408c01613cf4565b930161455e565b5f1981146135f25760010190565b156153c957565b634e487b7160e01b5f52600160045260245ffd5b90815f52600160205260405f20549160ff831690811561540357506001810361428c5750565b632e3abafd60e01b5f5260045260245ffd5b608081016001600160a01b0361542a82613d1e565b1661543c57506060613cf19101613d1e565b613cf19150613d1e565b6040519060208201907f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c8252604083015260408252615486606083613b3f565b905190206001600160a01b031690565b9060ff9060b01c169081156154c85750600381146154b957600281036137605750565b637012946f60e01b5f5260045ffd5b6310aeede160e01b5f5260045260245ffd5b6001918291828060a01b03165f52600260205260405f2066ffffffffffffff8260081c165f5260205260ff60405f205491161c161490565b939496959192909260018060a01b03165f52600260205260405f2066ffffffffffffff8260081c165f52602052600160ff60405f2092161b815417905564ffffffffff82169561556964ffffffffff8814156153c2565b600183018084116135f2576001945f525f6020528460405f2001555f146155ce57610100935b5f528260205263ffffffff60601b9060601b169261ffff66ffffffffff000064ffffffffff60381b4260381b169360101b1691161717171760405f2055565b5f9361558f565b60405160208101905f516020615f0e5f395f51905f5282526155fb604082016004614f76565b6101e0815261475d61020082613b3f565b6040516155fb60208201925f516020615f0e5f395f51905f5284526040830190614f76565b9060405190602082019261190160f01b8452602283015260428201526042815261475d606282613b3f565b80518015615745575b6001811161567c5750805115613ac2576020015190565b8060011c80915f5b8281106156d0575060018082161461569f575b509050615665565b5f1981019081116135f2576156c16156ba6156c89286614763565b51926153b4565b9284614763565b52805f615697565b600181901b906001600160ff1b03811681036135f2576156f08287614763565b51600183018093116135f25761570860019388614763565b516040519060208201928560f81b84526021830152604182015260418152615731606182613b3f565b51902061573e8288614763565b5201615684565b50505f90565b5f805c60ff1916600117815d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156135ee575f809160246040518094819363129d639560e01b8352600160048401525af180156135e357615994575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b8352600160048401525af180156159465790829161597f575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b8352600160048401525af180156159465790829161596a575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b8352600160048401525af1801561594657908291615955575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b8352600160048401525af1801561594657615931575050565b61593c828092613b3f565b6159435750565b80fd5b6040513d84823e3d90fd5b5080fd5b8161595f91613b3f565b61594357805f6158d1565b8161597491613b3f565b61594357805f615871565b8161598991613b3f565b61594357805f615811565b6159a091505f90613b3f565b5f5f6157b2565b5f805c60ff1916815d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156135ee575f809160246040518094819363129d639560e01b83528160048401525af180156135e357615bc4575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b83528160048401525af1801561594657908291615baf575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b83528160048401525af1801561594657908291615b9a575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b83528160048401525af1801561594657908291615b85575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156159515781809160246040518094819363129d639560e01b83528160048401525af1801561594657615931575050565b81615b8f91613b3f565b61594357805f615b26565b81615ba491613b3f565b61594357805f615ac7565b81615bb991613b3f565b61594357805f615a68565b615bd091505f90613b3f565b5f5f615a0a565b6001600160a01b0316908115615d96578015908115615d89575b50615cee573081148015615d57575b8015615d25575b8015615cf3575b615cee577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159081615cba575b81615c86575b81615c55575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415919050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615c4c565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615c46565b505f90565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615c0e565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615c07565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615c00565b620f42409150115f615bf1565b90501590565b906001600160a01b03615db0858584615e4a565b168015159081615e37575b50615e2e57813b15615e2657602093615def5f9461400d60405193849289840196630b135d3f60e11b885260248501614877565b8380525191620249f0fa5f513d82615e1a575b5081615e0c575090565b630b135d3f60e11b14919050565b6020111591505f615e02565b505050505f90565b50505050600190565b6001600160a01b0384161490505f615dbb565b909160408103615e7457806020116135ee578235906040116135ee576020613cf193013591615e9b565b5050505f90565b906001600160601b03809116911603906001600160601b0382116135f257565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615e2657601b9060ff1c019060ff82116135f2576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa156135e3575f519056fe0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef50a164736f6c6343000825000a';
