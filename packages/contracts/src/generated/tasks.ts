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
  '0x610220806040523461046157616455803803809161001d8285610523565b8339810190610160818303126104615761003681610546565b9161004360208301610546565b9061005060408401610546565b9361005d60608501610546565b9061006a60808601610546565b928060bf87011215610461576040519560c087016001600160401b0381118882101761050f57604052869061016081019283116104615760a001905b8282106104f7575050509160049391602093466101e0526040516100cb604082610523565b600681528581019065456e69676d6160d01b82525190206040516100f0604082610523565b6001815286810190603160f81b825251902060405190878201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c082610523565b519020610200526001600160a01b03908116608081905293811660a081905297811660c0521660e052610100526040516313aedd4b60e31b815292839182905afa90811561046d575f916104bd575b5061012052604051634b2ba32b60e11b815290602082600481865afa91821561046d575f92610478575b5061023a6020916004936101405264ffffffffff8151166101605264ffffffffff60606102306102238685018481511661018052846080870151166101a0528460a0870151166101c05284808751169151169061056c565b836040860151169061056c565b920151169061056c565b92604051928380926318ad752360e01b82525afa801561046d575f9061042b575b64ffffffffff915016106103f257604051615ec7908161058e823960805181818161060801528181610d2a01528181611c2901528181611d4d01528181612985015281816134c8015281816140a4015281816148b1015281816150b501528181615205015281816156e60152818161593f0152615ce7015260a051818181612cd3015281816157420152818161599a0152615cb5015260c0518181816112480152818161135d015281816117e8015281816129cc01528181612f5701528181613e57015281816157a2015281816159f90152615ba1015260e0518181816101c1015281816103870152818161293e015281816148380152818161580201528181615a580152615c49015261010051818181610b9f01528181611318015281816138a90152615c1501526101205181615c8301526101405181818161586201528181615ab70152615be40152610160518181816132ba01528181614c4e0152614ec701526101805181611e1f01526101a051816113af01526101c0518161022701526101e05181614633015261020051816146590152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d602011610465575b8161044560209383610523565b810103126104615761045c64ffffffffff9161055a565b61025b565b5f80fd5b3d9150610438565b6040513d5f823e3d90fd5b91506020823d6020116104b5575b8161049360209383610523565b810103126104615761023a6020916104ac600494610546565b935091506101cb565b3d9150610486565b90506020813d6020116104ef575b816104d860209383610523565b81010312610461576104e990610546565b5f6101a1565b3d91506104cb565b602080916105048461055a565b8152019101906100a6565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761050f57604052565b51906001600160a01b038216820361046157565b519064ffffffffff8216820361046157565b9190820180921161057957565b634e487b7160e01b5f52601160045260245ffdfe6101a0806040526004361015610013575f80fd5b5f610180525f3560e01c90816308383617146138ed575080630f4f8cb61461388d578063129d63951461384757806317a225711461378557806317b196881461372c578063289e36941461335f5780632c93a7391461332f57806334e85d7f14612d025780633a4b66f114612cbb578063452a932014612c9e578063502e1a1614612c4a57806365c7d79d14612a965780636dc99d7c146129fb5780637110d32e146129b457806376cdb03b1461296d5780637b103999146129265780637e1dcd841461154d57806384b0196e14611489578063877037f3146114165780638b83d8ee146113475780639c4a547014611200578063a5e360eb14610ffa578063af9569d714610cdb578063b61a4d6014610cab578063c2b6b58c14610c84578063c7df14e214610c51578063d3bc6e5a14610bce578063ec4b55d014610b87578063ed80ed831461092e578063f5f3f2bd14610310578063f698da25146102eb5763fc54c8a814610182575f80fd5b346102e45760603660031901126102e45760243560043568ffffffffffffffffff821682036102e457604435916001600160601b03831683036102e4577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036102cb578161018051526101805160205268ffffffffffffffffff60b81b9060b81b16600160b01b1760016040610180512001556102906102547f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316614489565b610180805184905260036020525160409020600101805465ffffffffffff60701b191660709290921b65ffffffffffff60701b16919091179055565b6101808051919091526003602052516040812060010180546001600160a01b031660a09390931b6001600160a01b0319169290921790915580f35b63570870ef60e11b610180515233600452602461018051fd5b6101805180fd5b346102e457610180513660031901126102e4576020610308614630565b604051908152f35b346102e45760603660031901126102e4576004356024356001600160e01b03198116908190036102e457604435916001600160401b038316908184036102e45760ff610180515c1661091957604051636574393b60e11b81526004810182905260248101849052604481018390529360c0856064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9485156107de57610180519561085e575b508243111561084557604051906101c082018281106001600160401b0382111761082b5760405260408201946101805186526060830190610180518252608084019061018051825263ffffffff60a08087019a610180518c526101805160c08901526101805160e08901528961010089019c8d6101805190526101208a01966101805188526101408b019d8e6101805190526101608c01976101805189528c61018080519101528c6101a0610180519101528d8d5260208d0152604051602081019085825260208152610496604082613acc565b5190209052600180861b036104aa8d6153d3565b1690818a5252526001600160401b036040820151168c526001600160601b0360608201511685526001600160601b036080820151168b5201511664ffffffffff42160164ffffffffff81116107775764ffffffffff16905261054b60405160208101905f516020615e9b5f395f51905f52825261052a6040820188614547565b6101e0815261053b61020082613acc565b519020610546614630565b6155be565b968561018051526101805160205260016040610180512001549861056f8a88615423565b83516105859086906001600160a01b0316615467565b610801576105b692916001600160601b03806001600160401b036105b19451169451169151169261428c565b61427f565b6001600160601b0381116107ec5781516040805163282d3fdf60e01b81526001600160a01b0392831660048201526001600160601b0393909316602484018190526101805190939283916044918391907f0000000000000000000000000000000000000000000000000000000000000000165af19081156107de57610180519061018051926107ac575b501561079157505060018060a01b039051166101805150610180515260026020526040610180512066ffffffffffffff8260081c166101805152602052600160ff6040610180512092161b815417905564ffffffffff8516906106aa64ffffffffff83141561534f565b60018601918287116107775761076c86956101016020997f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def796886101805152610180518c526001604061018051200155610180515088610180515260018b5266ffffffffff000064ffffffffff60381b4260381b169160101b16171760406101805120556040519089820152888152610744604082613acc565b61075860405194859485528a850190614547565b6102006101e08401526102008301906139f3565b0390a3604051908152f35b634e487b7160e01b61018051526011600452602461018051fd5b63cf47918160e01b6101805152600452602452604461018051fd5b90506107d0915060403d6040116107d7575b6107c88183613acc565b810190614527565b908a610640565b503d6107be565b6040513d61018051823e3d90fd5b63326cb98d60e21b6101805152600461018051fd5b835161018080516302af71f160e41b90526001600160a01b03909116600452602489905251604490fd5b634e487b7160e01b61018051526041600452602461018051fd5b82631f0cdcef60e01b6101805152600452602461018051fd5b90945060c0813d60c011610911575b8161087a60c09383613acc565b810103126102e4576040519060c082016001600160401b0381118382101761082b5760405280516001600160e01b0319811681036102e4576109059160a09184526108c7602082016144ff565b60208501526108d8604082016144ff565b60408501526108e960608201614513565b60608501526108fa60808201614513565b608085015201613b49565b60a082015293856103c2565b3d915061086d565b63b5dfd9e560e01b6101805152600461018051fd5b346102e45760603660031901126102e4576004356001600160401b0381116102e45761095e9036906004016139c2565b906024356001600160401b0381116102e45761097e90369060040161397e565b92906044356001600160401b0381116102e45761099f90369060040161397e565b94909260ff610180515c166109195780158015610b7d575b610b3c57808214801590610b1f575b610acc57610180515b8181106109dd576101805180f35b6109e88183886144a7565b906109fd6109f583615599565b610546614630565b610a0882868861423e565b939091600184901b6001600160ff1b038516850361077757610a2b818d8c61423e565b969094600183019283106107775760019760ff968f610a59958f91610a4f9261423e565b9490938789614c8e565b9183831615610aac575b50501680610a73575b50016109cf565b60407fd0584cc11edec5eb83062b399d016239cbe1403d7ad01498cb60f598f00068179181519060ff851682526020820152a188610a6c565b610ac49250610abc85898b61423e565b9290916151e2565b508a80610a63565b600181901b906001600160ff1b038116036107775760a4906101805150604051906329ded1a760e11b82526060600483015260046064830152637369677360e01b60848301528060248301526044820152fd5b506001600160ff1b0381168103610777578060011b8614156109c6565b6040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a481015b60016024830152604060448301520390fd5b50604081116109b7565b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e45760403660031901126102e45760043560243560ff610180515c16610919573361018051526002602052604061018051208261018051526020526040610180512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101805180f35b346102e45760203660031901126102e45760043561018051526001602052602060ff604061018051205416604051908152f35b346102e457610180513660031901126102e457602060ff610180515c166040519015158152f35b346102e45760203660031901126102e4576004356101805152600160205260206040610180512054604051908152f35b346102e45760203660031901126102e4576004356001600160401b0381116102e457610d0b9036906004016139c2565b60ff610180515c166109195780158015610ff0575b610b3c57610180517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169291905b818110610d64576101805180f35b610d6f8183856144a7565b90610d7c6109f583615599565b610d858161536a565b92803590816101805152610180516020526001604061018051200154610180515064ffffffffff8160281c1695610180515064ffffffffff8160101c16878103610fd45750610160830164ffffffffff610dde826144b8565b16421115610fac57505f196001600883901c1601610f9c575063ffffffff805b169081610f92576001600160601b03610e1a6101208501613c81565b6103e891168181029182040361077757905b610ea3610e8883610e83876001600160601b03610e7b610e4f61010084016144ca565b6001600160401b0383610e72610140610e6b6101208901613c81565b9701613c81565b9516911661428c565b91169061427f565b6144de565b6001600160801b03610e9c60c088016144eb565b169061427f565b93866101805152600160205260036040610180512055610180515065010000000000820180921161077757610eef918661018051526101805160205260016040610180512001556153a2565b908a3b156102e45760405163794bdf3360e11b81526001600160a01b0390921660048301526024820184905260448201526101805181606481838e5af180156107de57610f77575b506001957f435751470d6238db048cfa2a18431a7f398a19f4c8741b0d175f33e1efc2178b9260609260405192835260208301526040820152a301610d56565b61018051610f8491613acc565b610180516102e45789610f37565b6101805190610e2c565b63ffffffff809160601c16610dfe565b610fbb64ffffffffff916144b8565b631f98655760e21b610180515216600452602461018051fd5b876319a0d83760e31b6101805152600452602452604461018051fd5b5060408111610d20565b346102e45736600319016101e081126102e4576101c0136102e4576101c4356001600160401b0381116102e457611035903690600401613921565b60ff610180515c166109195761104c6109f5615562565b918261018051526004602052604061018051205480156111e757611071368484613aed565b60208151910120036111b85761018435916001600160a01b03831683036102e4576101a43563ffffffff8116908181036102e4576110cd926110db91506040519384916020830196632dcbe83b60e21b88528960248501614804565b03601f198101845283613acc565b6110e36156d8565b6110f0603f82048261427f565b6001810190818111610777576114b581018092116107775761b0f501809111610777575a81811061119d5761018051845188917fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f12916020918a9181908b82858cf19061115a615934565b81611192575b5080611177575b6040519015158152a26101805180f35b83610180515260048252610180516040610180512055611167565b90503b151584611160565b6333f826af60e11b6101805152600452602452604461018051fd5b60405163705feb7760e01b81526020600482015260066024820152651bdd5d1c1d5d60d21b6044820152606490fd5b8363d098f33360e01b6101805152600452602461018051fd5b346102e45760603660031901126102e45760243563ffffffff811690600435908290036102e45760443563ffffffff8116908190036102e45760ff610180515c1661091957337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316141580611314575b6102cb57817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff06604061130d9583610180515261018051602052600182610180512001546101805150600160b21b9060ff60b01b191617846101805152610180516020526001836101805120015583610180515261018051602052600382610180512001549482519182526020820152a361481b565b6101805180f35b50337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415611278565b346102e45760403660031901126102e4576004357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036102cb578061130d9161018051526101805160205260243560036040610180512001556113dc7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316614489565b9061018051526003602052600160406101805120019081549065ffffffffffff60701b9060701b169065ffffffffffff60701b1916179055565b346102e45760203660031901126102e457606060043580610180515261018051602052600160406101805120015490610180515060ff61ffff8360781c1692610180515060b01c169061018051526101805160205260036040610180512001549060405192835260208301526040820152f35b346102e457610180513660031901126102e4576114eb6114a7614446565b6114af61446a565b604051906020906114f9906114c48385613acc565b6101805184525f368137604051958695600f60f81b875260e08588015260e08701906139f3565b9085820360408701526139f3565b4660608501523060808501526101805160a085015283810360c0850152818084519283815201930191610180515b82811061153657505050500390f35b835185528695509381019392810192600101611527565b346102e457366003190161022081126102e457610180136102e457610184356001600160401b0381116102e4576115889036906004016139c2565b6101a4356001600160401b0381116102e4576115a890369060040161394e565b610100526080526101c4356001600160401b0381116102e4576115cf90369060040161397e565b61012052610160526101e43561014081905263ffffffff811690036102e457610204356001600160401b0381116102e45761160e903690600401613921565b92909160ff610180515c16610919576004356101805152610180516020526040610180512093600185015493610180515060ff8560b01c1660038701548060a4351480159061291e575b612901575061ffff611668614329565b607888901c821691168190036128d8575060ff611683613a63565b1661281e576001810361280657506004356101805152600360205265ffffffffffff600160406101805120015460701c168043116127ee575061ffff6116c761433a565b166126d1575b85548061012435036127cf575066ffffffffffffff6116ea61435c565b602887901c64ffffffffff1691168190036127a15750600561ffff61170d61434b565b1610156127625761ffff61171f61434b565b161560e435150361272f5761ffff61173561433a565b168314801590612717575b80156126ff575b6126d15761175a61010051608051614704565b610164350361269d576117e49161018051506117b960405160208101907f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a82526117a860408201600461438f565b6101a0815261053b6101c082613acc565b60e0526040518093819262295ee560ea1b835261018051946101405160e05160a43560048701613c55565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156107de576101805191612678575b5060608101515192604082015180851061265c57506020820192835185109260ff61184c613a63565b16611ae757505050611aca57505060ff60b01b198116600160b11b179063ffffffff6118a461188e61187c61434b565b9461ffff861693849160901c1661427f565b9163ffffffff8311159081611abe575b5061534f565b65ffffffffffff60881b1990911660889290921b61ffff60881b169190911760909190911b17600160b11b175b6001820155600261014435918281550180546040516020810191825260e051604082015260408152611904606082613acc565b51902090556040519061020082019060e051835263ffffffff610140511660208401526004356040840152610180515060243561ffff81168091036102e457606084015260443560ff8116908190036102e457608084015260643566ffffffffffffff81168091036102e45760a084015260843561ffff8116908190036102e45760c084015260a43560e084015260c43561ffff8116908190036102e45761010084015260e4356101208401526101043561014084015261012435610160840152610180830152610164356101a08301526102006101c0830152610100519052610220810190608051610180515b610100518110611a4757837f73c4dcc8aac3e4b15be01f1468bfd6d0f6e4431473f40d6c19ed9a48740e9464848083036101e082015280611a3d60043594610120516101605161429f565b0390a26101805180f35b909260e0806001928635815260ff611a6160208901614381565b16602082015261ffff611a7660408901614372565b1660408201526001600160401b03611a9060608901613a17565b1660608201526080870135608082015260a087013560a082015260c087013560c082015201940191016119f2565b60ff915011158661189e565b519063134a70cf60e11b6101805152600452602452604461018051fd5b9194509192506101805150610180519360405160c05260c05161010060c05101106001600160401b0361010060c05101111761082b5761010060c05101604052606060c0515261018051602060c051015261018051604060c051015261018051606060c051015261018051608060c05101526101805160a060c0510152606060c080510152606060e060c0510152606082015160c0515233604060c0510152600183018311610777579190611b9e60018301613b32565b611bab6040519182613acc565b60018301808252601f1990611bbf90613b32565b0136602083013760c080510152611bd860018301613b32565b611be56040519182613acc565b60018301808252601f1990611bf990613b32565b0136602083013760e060c051015261018051926101805160a0525b8260a05110611fa35750505080611f46575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156102e457604051630211057760e41b815260206004820152610124810160c05151906101006024840152815180915260206101448401920190610180515b818110611f2a57505050602060c0510151604483015260018060a01b03604060c0510151166064830152606060c05101516084830152608060c051015160a483015260a060c051015160c483015260c080510151906023198382030160e484015260208083519283815201920190610180515b818110611f0b5750505060e060c0510151906023198382030161010484015260208083519283815201920190610180515b818110611ef5575050610180519183915081900381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156107de57611eda575b50611e17575b50611da79066ffff0000000000611d9d61433a565b60281b169061427f565b611daf61434b565b9061ffff8216611dcc61188e82609085901c63ffffffff1661427f565b60901b9161ffff60881b9060881b169064ffffffffff60881b191617176101805150600160501b8101809111156118d157634e487b7160e01b61018051526011600452602461018051fd5b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690611e4a828261427f565b4210611eb85750611da79160ff60b01b1916600360b01b179050611e6c61435c565b66ffffffffffffff6040519116815263ffffffff610140511660208201527f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b604060043592a290611d88565b611ec2925061427f565b633757166760e21b6101805152600452602461018051fd5b61018051611ee791613acc565b610180516102e45784611d82565b8251845260209384019390920191600101611d35565b82516001600160a01b0316845260209384019390920191600101611d04565b825163ffffffff16845260209384019390920191600101611c91565b611f516004356153d3565b611f6760c08051015160a060c0510151906146f0565b6001600160a01b03909116905260c05160e081015160a09190910151611f9c91611f9082615341565b60a060c05101526146f0565b5284611c26565b9091929450611fb560a05184836144a7565b611fc760a05161010051608051613a3f565b90611fd46109f582615599565b968235808903612640575060043582350361260d57611ff28861536a565b610180515064ffffffffff8160101c1661201e60a05166ffffffffffffff61201861435c565b1661427f565b81036125dc575064ffffffffff9060381c1697610160830164ffffffffff612045826144b8565b1642116125b4575061206060a051610120516101605161423e565b90600160ff61207160208901613a73565b1610801561259c575b61256d5761208a606087016144ca565b6001600160401b03806120a061010089016144ca565b1691161161253d5761200082116124fd576120bc913691613aed565b6020815191012060a0850135036124ca5761018051526001602052600269ffffffffffffffffffff1960e0511669ffffffffff00000000004260281b1664ffffffff006101405160081b1617171760406101805120558451926101805150610180519061217061212e60208301613a73565b61213a606084016144ca565b600560ff61214b6101208a01613c81565b9316036124b357506001600160401b036001600160601b036103e8925b16911661428c565b948015612499578086049061218760208401613a73565b906121956101408801613c81565b6101805193600282901c6b3fffffffffffffffffffffff16856001600160601b038416801560038083028390041417156107775760ff6121f0846121eb6001600160601b0360036001960260021c168099615e08565b615e08565b97160361248757506001600160601b0390945b16936122126101008b016144ca565b6001600160401b03166122286101208c01613c81565b6001600160601b031661223a9161428c565b958260c051602001519061224d9161427f565b60c051602001528360c05160600151906122669161427f565b60c05160600152858c612279878661428c565b612282916144de565b9061228c9161427f565b60c051608001519061229d9161427f565b60c051608001526001600160601b03166122b78c886144de565b906122c19161427f565b9a826122ce868e9561428c565b926001600160601b0316956122e29161428c565b6122eb916144de565b6122f49161427f565b906122fe9161427f565b906123089161427f565b906123129161427f565b9061231c9161427f565b9061232a6101408701613c81565b6001600160601b031661233c9161427f565b146123469061534f565b60200161235290613a73565b60ff166001145f14612464575061237d6001600160801b0361237660c085016144eb565b16926153a2565b9260a060c0510151938415158061242a575b156123e0575060e060c0510151905f19850194851161077757846123c36123c9926123bd6123cf98866146f0565b5161427f565b926146f0565b5261427f565b92600160a0510160a0529190611c14565b6123ef8560c0805101516146f0565b6001600160a01b03909116905260c05160e0015161240e9085906146f0565b5260018301809311610777576123cf9260a060c051015261427f565b5060c080510151855f19810111610777576001600160a01b0390612452905f198801906146f0565b51166001600160a01b0382161461238f565b919261248161237d916001600160801b03610e9c60c088016144eb565b936153a2565b9495506001600160601b039095612203565b634e487b7160e01b61018051526012600452602461018051fd5b6001600160601b036001600160401b039192612168565b60405163031e2b2960e51b815260206004820152600a6024820152690dac2e6d6cac890c2e6d60b31b6044820152606490fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b6084820152610180516024820152612000604482015260a490fd5b60405163031e2b2960e51b815260206004820152600760248201526619d85cd55cd95960ca1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600660248201526573746174757360d01b6044820152606490fd5b50600560ff6125ad60208901613a73565b161161207a565b6125c364ffffffffff916144b8565b632d27b24760e21b610180515216600452602461018051fd5b6125f260a05166ffffffffffffff61201861435c565b6319a0d83760e31b6101805152600452602452604461018051fd5b60405163031e2b2960e51b815260206004820152600a60248201526918dbdb9d1c9858dd125960b21b6044820152606490fd5b88630656d02b60e21b6101805152600452602452604461018051fd5b8463134a70cf60e11b6101805152600452602452604461018051fd5b61269791503d8061018051833e61268f8183613acc565b810190613b5a565b85611823565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b5061ffff61270b61433a565b16610120511415611747565b5061ffff61272361433a565b16610100511415611740565b60405163031e2b2960e51b815260206004820152600a6024820152690c2c4dee4e8e690c2e6d60b31b6044820152606490fd5b60a46040516329ded1a760e11b8152606060048201526007606482015266185d1d195b5c1d60ca1b608482015261018051602482015260046044820152fd5b66ffffffffffffff906127b261435c565b906319a0d83760e31b610180515260045216602452604461018051fd5b63a864586d60e01b610180515260045261012435602452604461018051fd5b63678af2e360e11b6101805152600452602461018051fd5b63d472249760e01b6101805152600452602461018051fd5b600160ff61282a613a63565b16036128ac576002811415806128a1575b612806575061ffff61284b61433a565b1615801561288c575b156116cd576040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a48101610b6b565b50604061ffff61289a61433a565b1611612854565b50600381141561283b565b60646040516332364aa160e11b81526020600482015260046024820152631ada5b9960e21b6044820152fd5b61ffff906128e4614329565b90636ade2f3960e01b610180515260045216602452604461018051fd5b62f0828760e11b610180515260045260a435602452604461018051fd5b508015611658565b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e45760203660031901126102e457604051612a1881613ab1565b6101805181526101805160208201526040610180519101526004356101805152600360205260606040610180512065ffffffffffff600182549201546001600160401b03604051612a6881613ab1565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b346102e45760203660031901126102e457604051612ab381613a81565b6101805181526101805160208201526101805160408201526101805160608201526101805160808201526101805160a08201526101805160c08201526101805160e082015261018051610100820152610180519061012001526004356101805152610180516020526101805160409020600181015481549161018051508160281c64ffffffffff169161018051508060781c61ffff169061018051508060901c63ffffffff169061018051508060b01c60ff1692600285015494600301549560405190612b7f82613a81565b8882526020820164ffffffffff851681526040830191825260608301928560501c64ffffffffff1684526080810194855260a081019560881c60ff16865260c0810196875260e08101978852610100810198895261012001988952604051998a525166ffffffffffffff1660208a01525166ffffffffffffff1660408901525166ffffffffffffff1660608801525161ffff1660808701525161ffff1660a08601525163ffffffff1660c08501525160ff1660e0840152516101008301525161012082015261014090f35b346102e45760403660031901126102e4576004356001600160a01b038116908190036102e4576101805152600260205260406101805120602435610180515260205260206040610180512054604051908152f35b346102e457610180513660031901126102e4576020604051308152f35b346102e457610180513660031901126102e4576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102e457366003190161024081126102e4576101c0136102e4576101c4356001600160401b0381116102e457612d3d903690600401613921565b906101e4356001600160401b0381116102e457612d5e903690600401613921565b929091610204356001600160401b0381116102e457612d81903690600401613921565b90610224356001600160401b0381116102e457612da2903690600401613921565b96909260ff610180515c166109195760ff92612dcc92612dc36109f5615562565b9888888b614986565b16806130595750610180519480612e8e575b505092612dee9160ff948461504a565b9216612dff57602090604051908152f35b50610104356001600160401b038116908181036102e45750610124356001600160601b038116908181036102e45750610144356001600160601b038116918282036102e457612e52936105b1925061428c565b60c435906001600160801b038216908183036102e457612e72925061427f565b9063cf47918160e01b6101805152600452602452604461018051fd5b90919450600435610180515261018051602052600360406101805120015490612eb5614630565b6004821061301c57816004116102e45783612f53612f25953560e01c95869360405160208101907f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be282528b6040820152604435606082015260608152612f1c608082613acc565b519020906155be565b916101805150604051958694859462295ee560ea1b8652600461018051986003190194019260048701613c55565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156107de576101805191612fff575b50604060608201515191015190818110612fe457505092612dee9160ff94847fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee6020604051848152a294819350612dde565b63134a70cf60e11b6101805152600452602452604461018051fd5b61301691503d8061018051833e61268f8183613acc565b85612f92565b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b600181146132fc57600281146132a4576003811461325e576004358061018051526101805160205261309660016040610180512001548092615423565b600782146132285750600881146107ec57600981146131e657600a811461319f57600b811461315f57600c811461313057600d036130fa576130d6613c95565b6101808051639a7d38d960e01b90526001600160a01b039190911660045251602490fd5b6084356001600160a01b0381168082036102e45761312b57506064356001600160a01b03811681036102e4576130d6565b6130d6565b60405163705feb7760e01b81526020600480830191909152602482015263626f647960e01b6044820152606490fd5b6040516329ded1a760e11b81526060600480830191909152606482015263626f647960e01b6084820152610180516024820152612000604482015260a490fd5b610184356001600160a01b038116908181036102e457506101a43563ffffffff811691908281036102e457506308d1816b60e31b6101805152600452602452604461018051fd5b6131ee613c95565b60a4356001600160401b03811691908281036102e457506302af71f160e41b610180515260018060a01b0316600452602452604461018051fd5b610124356001600160601b0381169160b81c908281036102e4575063b467f94560e01b6101805152600452602452604461018051fd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b60014201804211610777576132e064ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261427f565b90635a262cfd60e01b6101805152600452602452604461018051fd5b6040516332364aa160e11b815260206004820152600a6024820152690cee4c2dce8e690c2e6d60b31b6044820152606490fd5b346102e45760203660031901126102e4576004356101805152600460205260206040610180512054604051908152f35b3461357b57604036600319011261357b576004356024356001600160401b03811161357b5761339290369060040161397e565b60ff5f5c1661371d57825f525f60205260ff600160405f20015460b01c16801561370a576002811415806136ff575b6136ed5750801580156136e3575b6136a757825f52600360205260405f209060018201908154926001600160401b038416928154915f5b84811061359357508290556001600160401b03831694858501916001600160401b03831161357f576134639285926001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171780915560a01c61428c565b806134c3575b5093611a3d917ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd956040519586958652602086015260408501526001600160401b034316606085015260a0608085015260a084019161429f565b9490917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561357b5760405163a3ffa9cd60e01b815233600482015260248101979097525f908790604490829084905af1928315613570577ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd96611a3d9461355b575b5091955091613469565b5f61356591613acc565b5f6101805288613551565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52601160045260245ffd5b9261359f84868a61423e565b60608193929310801561369c575b613660576135bb868961427f565b8160141161357b576001936135d38d93369083613aed565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c0815261363460e082613acc565b5190206040519060208201928352604082015260408152613656606082613acc565b51902093016133f8565b60a46040516329ded1a760e11b8152606060048201526005606482015264656e74727960d81b6084820152606060248201526120006044820152fd5b5061200081116135ad565b60a46040516329ded1a760e11b8152606060048201526006606482015265626f6469657360d01b60848201526001602482015260406044820152fd5b50604081116133cf565b63d472249760e01b5f5260045260245ffd5b5060038114156133c1565b836310aeede160e01b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b3461357b57602036600319011261357b5760043560ff5f5c1661371d57805f525f60205260ff600160405f20015460b01c169060048203613772576137709061481b565b005b5063d472249760e01b5f5260045260245ffd5b3461357b5736600319016103e0811261357b576101c01361357b576101c43563ffffffff8116810361357b576101e4356001600160401b03811161357b576137d1903690600401613921565b906101803661020319011261357b57610384356001600160401b03811161357b5761380090369060040161394e565b6103a4359163ffffffff8316830361357b576103c4356001600160401b03811161357b57613832903690600401613921565b95909460ff5f5c1661371d5761377097613cbf565b3461357b57602036600319011261357b5760043580151580910361357b5730330361387a5760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b3461357b57604036600319011261357b5760ff5f5c1661371d577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361387a576004355f52600160205260243560405f20555f80f35b3461357b57602036600319011261357b576020906004355f526003825265ffffffffffff600160405f20015460701c168152f35b9181601f8401121561357b578235916001600160401b03831161357b576020838186019501011161357b57565b9181601f8401121561357b578235916001600160401b03831161357b5760208085019460e0850201011161357b57565b9181601f8401121561357b578235916001600160401b03831161357b576020808501948460051b01011161357b57565b35906001600160a01b038216820361357b57565b9181601f8401121561357b578235916001600160401b03831161357b576020808501946101c0850201011161357b57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b35906001600160401b038216820361357b57565b35906001600160601b038216820361357b57565b9190811015613a4f5760e0020190565b634e487b7160e01b5f52603260045260245ffd5b60443560ff8116810361357b5790565b3560ff8116810361357b5790565b61014081019081106001600160401b03821117613a9d57604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b03821117613a9d57604052565b90601f801991011681019081106001600160401b03821117613a9d57604052565b9291926001600160401b038211613a9d5760405191613b16601f8201601f191660200184613acc565b82948184528183011161357b578281602093845f960137010152565b6001600160401b038111613a9d5760051b60200190565b519063ffffffff8216820361357b57565b60208183031261357b578051906001600160401b03821161357b57019060808282031261357b5760405191608083018381106001600160401b03821117613a9d576040528051835260208101516020840152604081015160408401526060810151906001600160401b03821161357b57019080601f8301121561357b578151613be281613b32565b92613bf06040519485613acc565b81845260208085019260051b82010192831161357b57602001905b828210613c1d57505050606082015290565b60208091613c2a84613b49565b815201910190613c0b565b908060209392818452848401375f828201840152601f01601f1916010190565b90613c7e959360809363ffffffff92845260208401521660408201528160608201520191613c35565b90565b356001600160601b038116810361357b5790565b6064356001600160a01b038116810361357b5790565b356001600160a01b038116810361357b5790565b95969496939092919360405160208101905f516020615e9b5f395f51905f528252613cee604082016004614f03565b6101e08152613cff61020082613acc565b51902095613d105f97610546614630565b98895f52600160205260405f20549360ff8516801561422b5760028103614219575061200088116141dc57613d7860405160208101907f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a82526117a86040820161020461438f565b998a60501c8660501c036141ad5763ffffffff1695818710801590614197575b61269d578b613da8888484613a3f565b350361417557613dc86020613dc28960019560ff95613a3f565b01613a73565b160361256d575f91613e53613e34613de1368b8b613aed565b602081519101209b60405160208101917f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977835260408201528960608201528d60808201526080815261053b60a082613acc565b60405162295ee560ea1b81529586948594926102a43560048701613c55565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115613570575f9161415b575b50604060608201515191015190818110614146575050600490875f52600160205260ff19161760405f205561014435906001600160601b038216820361357b57869160021c6b3fffffffffffffffffffffff16806140a2575b507fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19906040519081526040602082015280613f27604082018787613c35565b0390a261018435936001600160a01b0385169081860361409e5781156140955786855260046020526040852055840361357b576101a43563ffffffff8116810361357b57613fa863ffffffff82613f9a935016936040519283916020830195632dcbe83b60e21b87528a60248501614804565b03601f198101835282613acc565b613fb06156d8565b613fbd603f84048461427f565b6001810190818111614081576114b581018092116140815761b0f50180911161406d575a818110614058575050928085938193827fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f12986020985193f191614022615934565b8261404d575b508161403b575b506040519015158152a2565b8481526004835260408120555f61402f565b3b151591505f614028565b6333f826af60e11b8652600452602452604484fd5b634e487b7160e01b85526011600452602485fd5b634e487b7160e01b86526011600452602486fd5b50505050505050565b8480fd5b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169250823b1561357b575f9260648492604051958693849263794bdf3360e11b845233600485015260248401528160448401525af191821561357057879215613ee8575f91955061411c9250613acc565b847fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb195f9490613ee8565b63134a70cf60e11b5f5260045260245260445ffd5b61416f91503d805f833e61268f8183613acc565b5f613e8f565b868c9261418192613a3f565b35630656d02b60e21b5f5260045260245260445ffd5b506141a28282614704565b610364351415613d98565b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b6040516329ded1a760e11b81526060600482015260066064820152651bdd5d1c1d5d60d21b60848201525f6024820152612000604482015260a490fd5b63e5ee734160e01b5f5260045260245ffd5b8b632e3abafd60e01b5f5260045260245ffd5b9190811015613a4f5760051b81013590601e198136030182121561357b5701908135916001600160401b03831161357b57602001823603811361357b579190565b9190820180921161357f57565b8181029291811591840414171561357f57565b90602083828152019060208160051b85010193835f91601e1982360301905b8484106142cf575050505050505090565b90919293949596601f1982820301875287358381121561357b57840190602082359201916001600160401b03811161357b57803603831361357b5761431a6020928392600195613c35565b990197019594019291906142be565b60243561ffff8116810361357b5790565b60843561ffff8116810361357b5790565b60c43561ffff8116810361357b5790565b60643566ffffffffffffff8116810361357b5790565b359061ffff8216820361357b57565b359060ff8216820361357b57565b8035825261ffff6143a260208301614372565b16602083015260ff6143b660408301614381565b166040830152606081013566ffffffffffffff811680910361357b57610160918291606085015261ffff6143ec60808301614372565b16608085015260a081013560a085015261ffff61440b60c08301614372565b1660c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b60405190614455604083613acc565b6006825265456e69676d6160d01b6020830152565b60405190614479604083613acc565b60018252603160f81b6020830152565b9065ffffffffffff8091169116019065ffffffffffff821161357f57565b9190811015613a4f576101c0020190565b3564ffffffffff8116810361357b5790565b356001600160401b038116810361357b5790565b9190820391821161357f57565b356001600160801b038116810361357b5790565b51906001600160401b038216820361357b57565b51906001600160601b038216820361357b57565b919082604091031261357b578151801515810361357b5760209092015190565b63ffffffff6101a08092805185528260e01b60208201511660208601526040810151604086015260018060a01b03606082015116606086015260018060a01b0360808201511660808601526001600160401b0360a08201511660a08601526001600160801b0360c08201511660c086015260e081015160e08601526001600160401b03610100820151166101008601526001600160601b03610120820151166101208601526001600160601b036101408201511661014086015264ffffffffff6101608201511661016086015260018060a01b0361018082015116610180860152015116910152565b467f00000000000000000000000000000000000000000000000000000000000000000361467b577f000000000000000000000000000000000000000000000000000000000000000090565b614683614446565b6020815191012061469261446a565b602081519101206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526146ea60c082613acc565b51902090565b8051821015613a4f5760209160051b010190565b919061470f81613b32565b9061471d6040519283613acc565b808252601f1961472c82613b32565b013660208401375f5b818110614749575050613c7e9192506155e9565b614754818387613a3f565b9060ff61476360208401613a73565b16604083013561ffff81169081810361357b5760019460c091506001600160401b03614791606083016144ca565b166040519360208501955f875283356021870152604186015260618501526081840152608081013560a184015260a081013560c1840152013560e182015260e181526147df61010182613acc565b5190206147ec82866146f0565b5201614735565b3563ffffffff8116810361357b5790565b604090613c7e949281528160208201520191613c35565b604051637dd5641160e01b815260048101829052906020826024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215613570575f92614942575b5061487a816153d3565b60405163b8dc491b60e01b81526001600160a01b039182166004820152928116602484018190529290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af1908115613570575f9161490f575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d60201161493a575b8161492a60209383613acc565b8101031261357b575160206148e1565b3d915061491d565b9091506020813d60201161497e575b8161495e60209383613acc565b8101031261357b57516001600160a01b038116810361357b57905f614870565b3d9150614951565b9295949360e435614c82576101643564ffffffffff811680820361357b5742811191821592614c46575b5050614c3a57610104356001600160401b03811680820361357b576103e88110614c2c576004355f525f602052600160405f2001549160ff8360b01c1660028103614c04575061012435906001600160601b0382169384830361357b5760b81c8410614bf4575050610144356001600160601b0381169081810361357b576001600160601b0393614a45936105b1925061428c565b11614be857606435926001600160a01b0384169283850361357b5760a4356001600160401b038116810361357b57614a7d9086615467565b614bda57610184356001600160a01b038116810361357b576101a4359063ffffffff82169081830361357b57614ab39250615b64565b15614bcc5781614b88575b50505f96338314159182614b70575b5050614b655760846001600160a01b03614ae682613cab565b16614b565750614af66064613cab565b915b6001600160a01b038316338114159790919088614b3f575b5050505084614b2b575b50505050614b26575f90565b600e90565b614b359450615d29565b155f808080614b1a565b90919293975061357b57501415935f808080614b10565b614b5f90613cab565b91614af8565b505050505050600d90565b5f9850614b809250908585615d29565b155f80614acd565b6120008211614bbe57614b9c913691613aed565b6020815191012060443503614bb2575f80614abe565b50505050505050600c90565b505050505050505050600b90565b505050505050505050600a90565b505050505050505050600990565b50505050505050600890565b5050505050505050505050600790565b99505050505050505050508015614c2657600303614c2157600590565b600690565b50600490565b505050505050505050600390565b50505050505050600290565b509050614c7a7f000000000000000000000000000000000000000000000000000000000000000064ffffffffff164261427f565b105f806149b0565b50505050505050600190565b929695949093919660e0840135614ef6576101608401614cad816144b8565b64ffffffffff4291161190811591614eb1575b50614ea45761010084016103e86001600160401b03614cde836144ca565b1610614c2c5784355f525f602052600160405f2001549060ff8260b01c1660028103614c0457506101208601916001600160601b03614d1c84613c81565b9160b81c911610614e95576001600160601b039182610e7b614d49614d43614d60956144ca565b93613c81565b926001600160401b0383610e726101408d01613c81565b11614e88576060840197614d88614d768a613cab565b614d8260a088016144ca565b90615467565b614bda57614db5614d9c6101808701613cab565b63ffffffff614dae6101a089016147f3565b1690615b64565b15614bcc5781614e5c575b5050614dcb87613cab565b6001600160a01b03163314159182614e40575b5050614e3657614ded906153a2565b6001600160a01b038116338114159586614e15575b505084614b2b5750505050614b26575f90565b919550906001600160a01b0390614e2b90613cab565b161415935f80614e02565b5050505050600d90565b614e54925084614e4f89613cab565b615d29565b155f80614dde565b6120008211614bbe57614e70913691613aed565b60208151910120604084013503614bb2575f80614dc0565b5050505050505050600890565b50505050505050505050600790565b5050505050505050600290565b614ebb91506144b8565b64ffffffffff614eed817f0000000000000000000000000000000000000000000000000000000000000000164261427f565b9116115f614cc0565b5050505050505050600190565b80358252602081013563ffffffff60e01b811680910361357b576020830152604081810135908301526001600160a01b03614f40606083016139ae565b1660608301526001600160a01b03614f5a608083016139ae565b1660808301526001600160401b03614f7460a08301613a17565b1660a083015260c08101356001600160801b03811680910361357b5760c083015260e081013560e08301526001600160401b03614fb46101008301613a17565b166101008301526001600160601b03614fd06101208301613a2b565b166101208301526001600160601b03614fec6101408301613a2b565b166101408301526101608101359064ffffffffff821680920361357b576101608301919091526101a0906001600160a01b0361502b61018083016139ae565b1661018084015201359063ffffffff821680920361357b576101a00152565b5f946150b0949093919260846001600160a01b0361506782613cab565b166151d2575060406150796064613cab565b61508360046152ea565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015296879081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613570575f965f916151ad575b508096156151a1575060043592835f525f602052600160405f200154916064359060018060a01b038216820361357b5760a4356001600160401b038116810361357b577f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def79566ffffffffffffff95898361519c966151719550881515938c61549f565b604051941684528392615188602085016004614f03565b6102006101e0850152610200840191613c35565b0390a3565b600f9750955050505050565b90506151c991965060403d6040116107d7576107c88183613acc565b9590955f6150ee565b6151dd604091613cab565b615079565b92615200939492945f9560406151f7836153a2565b615083846152ea565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613570575f965f916152c5575b508096156151a157508161519c66ffffffffffffff927f3af2e15b151a4ee5d55f01c3e329d68bd27196029fbce373cf2fbda67ef3def7943595865f525f6020526151886152b25f898b600160408420015461529c60608b01613cab565b6152a860a08c016144ca565b918815159461549f565b6040519616865285946020860190614f03565b90506152e191965060403d6040116107d7576107c88183613acc565b9590955f61523e565b613c7e906001600160801b03610e9c60c061533a61530b61010086016144ca565b6001600160601b03610e7b6153236101208901613c81565b926001600160401b0383610e726101408c01613c81565b93016144eb565b5f19811461357f5760010190565b1561535657565b634e487b7160e01b5f52600160045260245ffd5b90815f52600160205260405f20549160ff83169081156153905750600181036142195750565b632e3abafd60e01b5f5260045260245ffd5b608081016001600160a01b036153b782613cab565b166153c957506060613c7e9101613cab565b613c7e9150613cab565b6040519060208201907f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c8252604083015260408252615413606083613acc565b905190206001600160a01b031690565b9060ff9060b01c1690811561545557506003811461544657600281036136ed5750565b637012946f60e01b5f5260045ffd5b6310aeede160e01b5f5260045260245ffd5b6001918291828060a01b03165f52600260205260405f2066ffffffffffffff8260081c165f5260205260ff60405f205491161c161490565b939496959192909260018060a01b03165f52600260205260405f2066ffffffffffffff8260081c165f52602052600160ff60405f2092161b815417905564ffffffffff8216956154f664ffffffffff88141561534f565b6001830180841161357f576001945f525f6020528460405f2001555f1461555b57610100935b5f528260205263ffffffff60601b9060601b169261ffff66ffffffffff000064ffffffffff60381b4260381b169360101b1691161717171760405f2055565b5f9361551c565b60405160208101905f516020615e9b5f395f51905f528252615588604082016004614f03565b6101e081526146ea61020082613acc565b60405161558860208201925f516020615e9b5f395f51905f5284526040830190614f03565b9060405190602082019261190160f01b845260228301526042820152604281526146ea606282613acc565b805180156156d2575b600181116156095750805115613a4f576020015190565b8060011c80915f5b82811061565d575060018082161461562c575b5090506155f2565b5f19810190811161357f5761564e61564761565592866146f0565b5192615341565b92846146f0565b52805f615624565b600181901b906001600160ff1b038116810361357f5761567d82876146f0565b516001830180931161357f57615695600193886146f0565b516040519060208201928560f81b845260218301526041820152604181526156be606182613acc565b5190206156cb82886146f0565b5201615611565b50505f90565b5f805c60ff1916600117815d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561357b575f809160246040518094819363129d639560e01b8352600160048401525af1801561357057615921575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b8352600160048401525af180156158d35790829161590c575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b8352600160048401525af180156158d3579082916158f7575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b8352600160048401525af180156158d3579082916158e2575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b8352600160048401525af180156158d3576158be575050565b6158c9828092613acc565b6158d05750565b80fd5b6040513d84823e3d90fd5b5080fd5b816158ec91613acc565b6158d057805f61585e565b8161590191613acc565b6158d057805f6157fe565b8161591691613acc565b6158d057805f61579e565b61592d91505f90613acc565b5f5f61573f565b5f805c60ff1916815d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561357b575f809160246040518094819363129d639560e01b83528160048401525af1801561357057615b51575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b83528160048401525af180156158d357908291615b3c575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b83528160048401525af180156158d357908291615b27575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b83528160048401525af180156158d357908291615b12575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156158de5781809160246040518094819363129d639560e01b83528160048401525af180156158d3576158be575050565b81615b1c91613acc565b6158d057805f615ab3565b81615b3191613acc565b6158d057805f615a54565b81615b4691613acc565b6158d057805f6159f5565b615b5d91505f90613acc565b5f5f615997565b6001600160a01b0316908115615d23578015908115615d16575b50615c7b573081148015615ce4575b8015615cb2575b8015615c80575b615c7b577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159081615c47575b81615c13575b81615be2575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415919050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615bd9565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615bd3565b505f90565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615b9b565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615b94565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615b8d565b620f42409150115f615b7e565b90501590565b906001600160a01b03615d3d858584615dd7565b168015159081615dc4575b50615dbb57813b15615db357602093615d7c5f94613f9a60405193849289840196630b135d3f60e11b885260248501614804565b8380525191620249f0fa5f513d82615da7575b5081615d99575090565b630b135d3f60e11b14919050565b6020111591505f615d8f565b505050505f90565b50505050600190565b6001600160a01b0384161490505f615d48565b909160408103615e01578060201161357b5782359060401161357b576020613c7e93013591615e28565b5050505f90565b906001600160601b03809116911603906001600160601b03821161357f57565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615db357601b9060ff1c019060ff821161357f576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa15613570575f519056fe0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef50a164736f6c6343000825000a';
