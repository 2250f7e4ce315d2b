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
    "indexed": false,
    "internalType": "bytes",
    "name": "outcomes",
    "type": "bytes"
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
    "indexed": false,
    "internalType": "bytes",
    "name": "order",
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
    "name": "header",
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
    "name": "",
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
    "name": "header",
    "type": "tuple"
   },
   {
    "internalType": "bytes",
    "name": "body",
    "type": "bytes"
   }
  ],
  "name": "createOwn",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
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
    "name": "spent",
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
    "name": "header",
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
    "name": "given",
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
    "name": "header",
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
    "name": "given",
    "type": "tuple"
   },
   {
    "internalType": "bytes",
    "name": "tasks",
    "type": "bytes"
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
  '0x610220806040523461043757615f92803803809161001d82856104f9565b833981019061016081830312610437576100368161051c565b916100436020830161051c565b906100506040840161051c565b9361005d6060850161051c565b9061006a6080860161051c565b928060bf87011215610437576040519560c087016001600160401b038111888210176104e557604052869061016081019283116104375760a001905b8282106104cd575050509160049391602093466101e0526040516100cb6040826104f9565b600681528581019065456e69676d6160d01b82525190206040516100f06040826104f9565b6001815286810190603160f81b825251902060405190878201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c0826104f9565b519020610200526001600160a01b03908116608081905293811660a081905297811660c0521660e052610100526040516313aedd4b60e31b815292839182905afa908115610443575f91610493575b5061012052604051634b2ba32b60e11b815290602082600481865afa918215610443575f9261044e575b5061023a6020916004936101405264ffffffffff8151166101605264ffffffffff60606102306102238685018481511661018052846080870151166101a0528460a0870151166101c052848087511691511690610542565b8360408601511690610542565b9201511690610542565b92604051928380926318ad752360e01b82525afa8015610443575f90610401575b64ffffffffff915016106103c857604051615a2e90816105648239608051818181610914015281816110010152818161170e015281816121f80152818161231b0152818161331801528181613e460152818161442e015281816149ce01528181614ca501528181614e920152615880015260a051818181612e2f01528181614489015261584e015260c0518181816113b1015281816114bf0152818161175501528181611c9b01528181613d46015281816144e701528181615030015261573a015260e05181818161054a01528181610722015281816116c7015281816145460152818161495501526157e2015261010051818181610e820152818161147a015281816136ef01526157ae0152610120518161581c0152610140518181816145a5015261577d01526101605181818161043b0152615600015261018051816123f701526101a0518161151101526101c051816105ce01526101e051816142480152610200518161426e0152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d60201161043b575b8161041b602093836104f9565b810103126104375761043264ffffffffff91610530565b61025b565b5f80fd5b3d915061040e565b6040513d5f823e3d90fd5b91506020823d60201161048b575b81610469602093836104f9565b810103126104375761023a60209161048260049461051c565b935091506101cb565b3d915061045c565b90506020813d6020116104c5575b816104ae602093836104f9565b81010312610437576104bf9061051c565b5f6101a1565b3d91506104a1565b602080916104da84610530565b8152019101906100a6565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176104e557604052565b51906001600160a01b038216820361043757565b519064ffffffffff8216820361043757565b9190820180921161054f57565b634e487b7160e01b5f52601160045260245ffdfe6101e0806040526004361015610013575f80fd5b5f610120525f3560e01c9081630838361714613733575080630f4f8cb6146136d3578063129d63951461368d57806317a22571146135a757806317b196881461354e578063289e3694146131335780632c93a7391461310357806334e85d7f14612e5e5780633a4b66f114612e17578063452a932014612dfa578063502e1a1614612da6578063646f9e20146119d357806365c7d79d1461181f5780636dc99d7c146117845780637110d32e1461173d57806376cdb03b146116f65780637b103999146116af57806384b0196e146115eb578063877037f3146115785780638b83d8ee146114a95780639c4a547014611369578063a5e360eb146112a8578063af9569d714610fa2578063b61a4d6014610f84578063c2b6b58c14610f5d578063c7df14e214610f34578063d3bc6e5a14610eb1578063ec4b55d014610e6a578063ed80ed8314610c3f578063f5f3f2bd146106b0578063f698da251461068b578063fc54c8a81461050b5763fd5134d21461018d575f80fd5b346105045761019b366137e8565b60ff610120515c166104ef576101d2916101bd6101b6614148565b8095614abe565b61012051918291829182918291829189614d97565b60ff61018051921690600f82146104ca5750806101f457602082604051908152f35b905060018114610497576002811461042557600381146103df5781516101205152610120516020526001604061012051200154610232818451615182565b600782146103ac575060088114610397576009811461036057600a811461032957600b81146102e157600c81146102aa57600d0361029c57606001516001600160a01b03165b6101208051639a7d38d960e01b90526001600160a01b039190911660045251602490fd5b6102a590614b68565b610278565b60405163705feb7760e01b815260206004820152806102dd602482016004815263626f647960e01b602082015260400190565b0390fd5b6040516329ded1a760e11b81526060600482015280610314606482016004815263626f647960e01b602082015260400190565b61012051602483015261200060448301520390fd5b5063ffffffff6101a060018060a01b036101808401511692015116906308d1816b60e31b6101205152600452602452604461012051fd5b506001600160401b0360a0600180821b0360608401511692015116906302af71f160e41b6101205152600452602452604461012051fd5b63326cb98d60e21b6101205152600461012051fd5b6001600160601b03610120849281515060b81c920151169063b467f94560e01b6101205152600452602452604461012051fd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b6001420180421161047d5761046164ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614095565b90635a262cfd60e01b6101205152600452602452604461012051fd5b634e487b7160e01b61012051526011600452602461012051fd5b6040516332364aa160e11b815260206004820152600a6024820152690cee4c2dce8e690c2e6d60b31b6044820152606490fd5b6104d38461538c565b9063cf47918160e01b6101205152600452602452604461012051fd5b63b5dfd9e560e01b6101205152600461012051fd5b6101205180fd5b346105045760603660031901126105045760243560043568ffffffffffffffffff8216820361050457604435916001600160601b0383168303610504577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610672578161012051526101205160205268ffffffffffffffffff60b81b9060b81b16600160b01b1760016040610120512001556001600160801b03198116610120515260026020528060406101205120556106376105fb7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff431661412a565b610120805184905260046020525160409020600101805465ffffffffffff60701b191660709290921b65ffffffffffff60701b16919091179055565b6101208051919091526004602052516040812060010180546001600160a01b031660a09390931b6001600160a01b0319169290921790915580f35b63570870ef60e11b610120515233600452602461012051fd5b3461050457610120513660031901126105045760206106a8614245565b604051908152f35b346105045760603660031901126105045760243563ffffffff60e01b8116809103610504576001600160401b03604435169081604435036105045760ff610120515c166104ef57604051636574393b60e11b81526004803590820152602481018290526044810183905260c0816064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610b1c576101205191610b6c575b5082431115610b535760a063ffffffff91610776614148565b936004358552602085015260405160208101908682526020815261079b60408261390d565b51902060408501526107ae600435615132565b600180841b0316806060860152608085015284828501526001600160401b036040820151166101008501526001600160601b036060820151166101208501526001600160601b0360808201511661014085015201511664ffffffffff42160164ffffffffff811161047d5764ffffffffff1661016082015261083f6108328261528c565b61083a614245565b61536f565b90600435610120515261012051602052600160406101205120019283549061086982600435615182565b606083015161088490604435906001600160a01b03166151c6565b909181835416610b2a57506001600160401b03610100850151166001600160601b03610120860151166001600160601b03610140870151169102016001600160601b0381116103975760608501516040805163282d3fdf60e01b81526001600160a01b0392831660048201526001600160601b0393909316602484018190526101205190939283916044918391907f0000000000000000000000000000000000000000000000000000000000000000165af1908115610b1c5761012051906101205192610aea575b5015610acf575050815417905564ffffffffff818116919061097090831415614aa3565b60018101811161047d57610ac484938260209760017f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3950190556101205150856101205152600188526101016001600160801b0319600435169166ffffffffff000064ffffffffff60381b4260381b169160101b16171717604061012051205561012051506101a06040519160e18352888101518984015260408101516024840152606081015160601b6044840152608081015160601b605884015260a081015160c01b606c84015260c081015160801b607484015260e0810151608484015261010081015160c01b60a484015261012081015160a01b60ac84015261014081015160a01b60b884015261016081015160d81b60c484015261018081015160601b60c9840152015160e01b60dd820152601f1961014082011660405260443560e18201526040519182916004359583614225565b0390a3604051908152f35b63cf47918160e01b6101205152600452602452604461012051fd5b9050610b0e915060403d604011610b15575b610b06818361390d565b810190614205565b908961094c565b503d610afc565b6040513d61012051823e3d90fd5b84606060018060a01b03910151166302af71f160e41b6101205152600452602452604461012051fd5b82631f0cdcef60e01b6101205152600452602461012051fd5b905060c0813d60c011610c37575b81610b8760c0938361390d565b81010312610504576040519060c082016001600160401b03811183821017610c1d5760405280516001600160e01b03198116810361050457610c129160a0918452610bd4602082016141dd565b6020850152610be5604082016141dd565b6040850152610bf6606082016141f1565b6060850152610c07608082016141f1565b608085015201613996565b60a08201528361075d565b634e487b7160e01b61012051526041600452602461012051fd5b3d9150610b7a565b34610504576060366003190112610504576004356001600160401b03811161050457610c6f903690600401613825565b6024356001600160401b03811161050457610c8e903690600401613794565b90916044356001600160401b03811161050457610caf903690600401613794565b91909460ff610120515c166104ef5781158015610e60575b610e1f57818414801590610e02575b610dae57610ce2614148565b93610120515b838110610cf6576101205180f35b610d0a86610d058387876141bf565b614abe565b610d15818389614054565b909190600182901b906001600160ff1b038316830361047d57610d3982898d614054565b9490926001810190811061047d5760019560ff94610d66948f8e948e610d5e92614054565b959094614bd5565b501680610d75575b5001610ce8565b60407fd0584cc11edec5eb83062b399d016239cbe1403d7ad01498cb60f598f00068179181519060ff851682526020820152a189610d6e565b50600181901b906001600160ff1b0381160361047d5760a4906101205150604051906329ded1a760e11b82526060600483015260046064830152637369677360e01b60848301528060248301526044820152fd5b506001600160ff1b038216820361047d578160011b831415610cd6565b6040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a481015b60016024830152604060448301520390fd5b5060408211610cc7565b346105045761012051366003190112610504576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105045760403660031901126105045760043560243560ff610120515c166104ef573361012051526003602052604061012051208261012051526020526040610120512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101205180f35b3461050457602036600319011261050457602060ff610f54600435614b91565b16604051908152f35b34610504576101205136600319011261050457602060ff610120515c166040519015158152f35b346105045760203660031901126105045760206106a8600435614b91565b34610504576020366003190112610504576004356001600160401b03811161050457610fd2903690600401613825565b9060ff610120515c166104ef578115801561129e575b610e1f57610ff4614148565b61012080516101608301947f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316936101008101936101408201939192908301915b81811061104b576101205180f35b61105a84610d0583858c6141bf565b6110666108328561528c565b908451610120515261012051602052600160406101205120015491610120515064ffffffffff8360281c1661109b8183614b26565b601081901c64ffffffffff16828103611282575064ffffffffff8d51168042111561126a57505f196001600883901c160161125a575063ffffffff805b169081611234576001600160601b038751166101205150806103e802906103e882040361047d5761114061112c8c8a8d6001600160601b03806001600160401b0388955b51169351169151169102016141d0565b6001600160801b0360c08c01511690614095565b95846101205152600160205260036040610120512055610120515065010000000000810180911161047d578951610120515261012051602052600160406101205120015561118d89614b68565b908c3b15610504576040519163794bdf3360e11b835260018060a01b0316600483015286602483015260448201528b81606481610120519361012051905af18015610b1c57611219575b5060607f435751470d6238db048cfa2a18431a7f398a19f4c8741b0d175f33e1efc2178b916001968a519460405192835260208301526040820152a30161103d565b610120516112269161390d565b61012051610504578d6111d7565b6001600160401b0361114061112c8c8a8d6001600160601b03806101205197889561111c565b63ffffffff809160601c166110d8565b631f98655760e21b6101205152600452602461012051fd5b826319a0d83760e31b6101205152600452602452604461012051fd5b5060408211610fe8565b34610504576112b6366137e8565b9060ff610120515c166104ef576112d56112ce614148565b8094614abe565b6112e16108328461528c565b80610120515260056020526040610120512054801561135057611305368585613949565b60208151910120036113215761131a936143cc565b6101205180f35b60405163705feb7760e01b81526020600482015260066024820152651bdd5d1c1d5d60d21b6044820152606490fd5b5063d098f33360e01b6101205152600452602461012051fd5b346105045760603660031901126105045760243563ffffffff811690600435908290036105045760443563ffffffff8116908190036105045760ff610120515c166104ef57337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316141580611476575b61067257817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff06604061131a9583610120515261012051602052600182610120512001546101205150600160b21b9060ff60b01b191617846101205152610120516020526001836101205120015583610120515261012051602052600382610120512001549482519182526020820152a3614938565b50337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614156113e1565b34610504576040366003190112610504576004357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610672578061131a91610120515261012051602052602435600360406101205120015561153e7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff431661412a565b9061012051526004602052600160406101205120019081549065ffffffffffff60701b9060701b169065ffffffffffff60701b1916179055565b3461050457602036600319011261050457606060043580610120515261012051602052600160406101205120015490610120515060ff61ffff8360781c1692610120515060b01c169061012051526101205160205260036040610120512001549060405192835260208301526040820152f35b3461050457610120513660031901126105045761164d6116096140b5565b6116116140d9565b6040519060209061165b90611626838561390d565b6101205184525f368137604051958695600f60f81b875260e08588015260e08701906137c4565b9085820360408701526137c4565b4660608501523060808501526101205160a085015283810360c0850152818084519283815201930191610120515b82811061169857505050500390f35b835185528695509381019392810192600101611689565b346105045761012051366003190112610504576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105045761012051366003190112610504576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105045761012051366003190112610504576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610504576020366003190112610504576040516117a1816138d6565b6101205181526101205160208201526040610120519101526004356101205152600460205260606040610120512065ffffffffffff600182549201546001600160401b036040516117f1816138d6565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b346105045760203660031901126105045760405161183c816138ba565b6101205181526101205160208201526101205160408201526101205160608201526101205160808201526101205160a08201526101205160c08201526101205160e082015261012051610100820152610120519061012001526004356101205152610120516020526101205160409020600181015481549161012051508160281c64ffffffffff169161012051508060781c61ffff169061012051508060901c63ffffffff169061012051508060b01c60ff1692600285015494600301549560405190611908826138ba565b8882526020820164ffffffffff851681526040830191825260608301928560501c64ffffffffff1684526080810194855260a081019560881c60ff16865260c0810196875260e08101978852610100810198895261012001988952604051998a525166ffffffffffffff1660208a01525166ffffffffffffff1660408901525166ffffffffffffff1660608801525161ffff1660808701525161ffff1660a08601525163ffffffff1660c08501525160ff1660e0840152516101008301525161012082015261014090f35b346105045736600319016101e08112610504576101801361050457610184356001600160401b03811161050457611a0e903690600401613767565b6101a43560c081905290919063ffffffff81169003610504576101c4356001600160401b03811161050457611a47903690600401613767565b92909160ff610120515c166104ef5760405160e0819052611a67906138f1565b61012051602060e051015261012051604060e051015261012051606060e051015261012051608060e05101526101205160a060e05101526101205160c060e05101526101205160e0805101526101205161010060e05101526101205161012060e05101526101205161014060e05101526101205161016060e051015260e05150610180600460e0513760c060e0510151608060e0510151602060e0510151171760101c604060e051015160081c17606060e051015160381c176105045760e051516101205152610120516020526040610120512092600184015492610120515060ff8460b01c16600386015460a060e051015190808214801590612d9e575b612d8457505061ffff602060e051015116610120515061ffff8660781c16808203612d6957505060e0516040015160ff1680612d15575060018103612cfd575060e051516101205152600460205265ffffffffffff600160406101205120015460701c16804311612ce557505b60e0516040015160ff16600114612c8c5761ffff608060e051015116611ff1575b845461012060e051015190808203612c7157505060e0516060015166ffffffffffffff16602885901c64ffffffffff16808203612b61575050600561ffff60c060e0510151161015612c325761ffff60c060e0510151161560e0805101511503612bff57611c9791611c6a61083260e05161437e565b9660a060e051015191604051948592839262295ee560ea1b845261012051958c60c0519160048701613a92565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215610b1c576101205192612bd8575b50606082015151926040830151808510612bbc5750602083015184109161ffff608060e0510151169060405161010052611d126101005161388b565b61012051610100515261012051602061010051015261012051604061010051015260608061010051015281610110810204610110148215171561047d5761011082028110611ff157611d69906101108302906141d0565b80602061010051015281606f810204606f148215171561047d57606f611d90920290614095565b90611db3611d9d8361392e565b92611dab604051948561390d565b80845261392e565b602083019290601f1901368437606061010051015261010051526040610100510152600160ff604060e05101511614155f146120935761207357505061016060e051015161203f5760e05160c0810151604090910151611e969261ffff8316929160ff60b01b198216600160b11b179060ff1661202b57611e5b611e458563ffffffff61012051945b60901c16614095565b9463ffffffff861115908161201f575b50614aa3565b60501b60ff60501b169265ffffffffffff60881b1990911660889290921b61ffff60881b169190911760909190911b17600160b11b17614095565b905b6020610100510151611ff157600291600182015561014060e051015181550180546040516020810191825283604082015260408152611ed860608261390d565b51902090557f95bf37f7f14f8e9555df19178d293ef803df0197f3094e8a7ebacc06fc2cf18d60e0515191606061010051015190611fe7604051928392835263ffffffff60c05116602084015260e05151604084015261ffff602060e051015116606084015260ff604060e051015116608084015266ffffffffffffff606060e05101511660a084015261ffff608060e05101511660c084015260a060e051015160e084015261ffff60c060e05101511661010084015260e08051015161012084015261010060e051015161014084015261012060e051015161016084015261014060e051015161018084015261016060e05101516101a08401526101e06101c08401526101e08301906137c4565b0390a26101205180f35b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b60ff9150111589611e55565b611e5b611e458563ffffffff600194611e3c565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b602001519063134a70cf60e11b6101205152600452602452604461012051fd5b9091506101205150610120519161ffff608060e0510151169060405160a05260a05161010060a05101106001600160401b0361010060a051011117610c1d5761010060a05101604052606060a0515261012051602060a051015261012051604060a051015261012051606060a051015261012051608060a05101526101205160a080510152606060c060a0510152606060e060a0510152606081015160a0515233604060a051015260018201821161047d57906121526001820161397f565b61215f604051918261390d565b60018201808252601f19906121739061397f565b0136602083013760a05160c0015261218d600182016140f8565b60e060a051015261219d816140f8565b906121a6614245565b926121af614148565b60e0515181526121bd614338565b916101205195610120516080525b846080511061257d5750505050506121e2906152d8565b61016060e05101510361203f5780612520575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b1561050457604051630211057760e41b815260206004820152610124810160a05151906101006024840152815180915260206101448401920190610120515b81811061250457505060a0805160209081015160448601528151604001516001600160a01b03166064860152815160600151608486015281516080015160a4860152815182015160c4860152905160c001518484036023190160e4860152805180855261012051948301949190920192505b8181106124e55750505060e060a0510151906023198382030161010484015260208083519283815201920190610120515b8181106124cf575050610120519183915081900381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610b1c576124b4575b506123ef575b506123749066ffff0000000000608060e051015160281b1690614095565b60e05160c001519061ffff82166123ad61239882609085901c63ffffffff16614095565b9163ffffffff83111590816123e35750614aa3565b60901b9161ffff60881b9060881b169064ffffffffff60881b191617176101205150600160501b810180911161047d5790611e98565b60ff9150111587611e55565b64ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906124228282614095565b421061249257505060e05180516060909101516040805166ffffffffffffff92909216825260c05163ffffffff1660208301526123749360ff60b01b1916600360b01b1792917f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b9190a290612356565b61249c9250614095565b633757166760e21b6101205152600452602461012051fd5b610120516124c19161390d565b610120516105045785612350565b8251845260209384019390920191600101612303565b82516001600160a01b03168452602093840193909201916001016122d2565b825163ffffffff16845260209384019390920191600101612260565b61252c60e05151615132565b61254260c060a051015160a08051015190613877565b6001600160a01b03909116905260a0805160e08101519101515f19811461047d57612576916001820160a080510152613877565b52856121f5565b90919293959750610100515163ffffffff60e01b813516602085015260048101356040850152602481013560601c6060850152603881013560601c6080850152604c81013560c01c60a0850152605481013560801c60c0850152606481013560e0850152608481013560c01c610100850152608c81013560a01c610120850152609881013560a01c61014085015260a481013560d81c61016085015260a981013560601c61018085015260bd81013560e01c6101a085015260c181013560f81c602086015260c281013560f01c604086015260c481013560c01c606086015260cc810135608086015260ec81013560c086015261200061010c82013560e01c11612b7c57602061010051015161010c82013560e01c11611ff157606f9061010c6126af6126a98761528c565b8561536f565b916101106101005151604061010051015194808652604f8585013560e01c0160c1830160208801378a528383013560e01c8686012060a08b01528383013560e01c010161010051528181013560e01c6020610100510151036020610100510152013560e01c01016040610100510152612727846152c3565b61273360805187613877565b5261275a845161275460805166ffffffffffffff606060e051015116614095565b90614b26565b610120515064ffffffffff8160101c1661278560805166ffffffffffffff606060e051015116614095565b8103612b46575064ffffffffff9060381c169764ffffffffff61016085015116804211612b2e575060ff60208601511660018110908115612b23575b50612af4576001600160401b036060860151166001600160401b036101008601511610612ac45760805115612a7b575b8251906101205150610120519060ff602088015116916001600160401b03606089015116876001600160601b0361012082015116916101205150600586145f14612a7557506103e8955b61014082015161012051966001600160601b0382169160021c6b3fffffffffffffffffffffff16908890600103612a5d57506128b76001600160601b0361289b83965b826101206001600160401b036101008401511692015116906140a2565b99166128b2876001600160401b038d16028b6141d0565b614095565b978315612a435760a0805160200180516001600160401b03909c169097028581049b8c01909752805160600180516003860260021c6001600160601b03908116918201909252915160800180519583900382169490940381169b909502968790039a909a019283019091526101408c01516129b099612948968a010194841694909401909101929091160114614aa3565b602088015160ff16600103612a2e57506001600160801b0360c087015116915b61297187614b68565b9060a08051015190811515806129fd575b156129c35760a05160e0015192506129aa915f1901906129a28285613877565b510192613877565b52614095565b95600160805101608052939291906121cb565b6001926129d68360c060a0510151613877565b90848060a01b031690526129f08260e060a0510151613877565b520160a080510152614095565b5060a05160c001516001600160a01b0390612a1c905f19850190613877565b51166001600160a01b03841614612982565b916001600160801b0360c08801511601612968565b634e487b7160e01b61012051526012600452602461012051fd5b9397506128b76001600160601b0361289b839a61287e565b9561283b565b845161012051526001602052600269ffffffffffffffffffff198d1669ffffffffff00000000004260281b1664ffffffff0060c05160081b1617171760406101205120556127f1565b60405163031e2b2960e51b815260206004820152600760248201526619d85cd55cd95960ca1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600660248201526573746174757360d01b6044820152606490fd5b60059150118d6127c1565b632d27b24760e21b6101205152600452602461012051fd5b612b6160805166ffffffffffffff606060e051015116614095565b6319a0d83760e31b6101205152600452602452604461012051fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b6084820152610120516024820152612000604482015260a490fd5b8463134a70cf60e11b6101205152600452602452604461012051fd5b612bf89192503d8061012051833e612bf0818361390d565b8101906139a7565b9086611cd6565b60405163031e2b2960e51b815260206004820152600a6024820152690c2c4dee4e8e690c2e6d60b31b6044820152606490fd5b60a46040516329ded1a760e11b8152606060048201526007606482015266185d1d195b5c1d60ca1b608482015261012051602482015260046044820152fd5b63a864586d60e01b6101205152600452602452604461012051fd5b61ffff608060e0510151168015908115612cda575b5015611bf4576040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a48101610e4e565b604091501187612ca1565b63678af2e360e11b6101205152600452602461012051fd5b63d472249760e01b6101205152600452602461012051fd5b60021015612d495760646040516332364aa160e11b81526020600482015260046024820152631ada5b9960e21b6044820152fd5b600281141580612d5e575b612cfd5750611bd3565b506003811415612d54565b636ade2f3960e01b6101205152600452602452604461012051fd5b62f0828760e11b6101205152600452602452604461012051fd5b508015611b66565b34610504576040366003190112610504576004356001600160a01b03811690819003610504576101205152600360205260406101205120602435610120515260205260206040610120512054604051908152f35b346105045761012051366003190112610504576020604051308152f35b346105045761012051366003190112610504576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105045736600319016102408112610504576101c013610504576101c4356001600160401b03811161050457612e99903690600401613767565b906101e4356001600160401b03811161050457612eba903690600401613767565b9190610204356001600160401b03811161050457612edc903690600401613767565b9490610224356001600160401b03811161050457612efe903690600401613767565b60ff610120969296515c166104ef57612f15614148565b956101c060048837602087015160201b9861018088019485519a60808a01519b60608b019c8d51171760a01c17996101008a01519a60a08b019b8c511760401c1760c08b015160801c17986101408b0151996101208c019a8b511760601c176101608c015160281c17986101a08c01998a5160201c1761050457612f99978c614d97565b610180519660ff9092169490600f86146130fa575084612fbe57602087604051908152f35b87965060018514610497576002851461042557600385146103df5785516101205152610120516020526001604061012051200154612ffd818851615182565b600786146130ca5750506008841461039757600984146130975750600a8314613068575050600b81146102e157600c81146102aa57600d0361305e5750516101208051639a7d38d960e01b90526001600160a01b0390911660045251602490fd5b6102a59150614b68565b51905161012080516308d1816b60e31b90526001600160a01b0390921660045263ffffffff1660245251604490fd5b8551905161012080516302af71f160e41b90526001600160a01b039092166004526001600160401b031660245251604490fd5b6001600160601b0390610120515060b81c9151169063b467f94560e01b6101205152600452602452604461012051fd5b6104d38761538c565b34610504576020366003190112610504576004356101205152600560205260206040610120512054604051908152f35b3461339d57604036600319011261339d576004356024356001600160401b03811161339d57613166903690600401613794565b60ff5f5c1661353f57825f525f60205260ff600160405f20015460b01c16801561352c57600281141580613521575b61350f575080158015613505575b6134c957825f52600460205260405f2091600183018054936001600160401b038516908054905f5b8681106133b557508190556001600160401b03851695868301906001600160401b0382116133a15786946132389286926001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171780915560a01c6140a2565b80613314575b506040519560a08701928752602087015260408601526001600160401b034316606086015260a060808601525260c0830160c08360051b85010192826101205190601e19813603015b8383106132bc57887ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd8989038aa26101205180f35b90919293949560bf1988820301865286358281121561050457830190602082359201916001600160401b038111610504578036038313610504576133066020928392600195613a72565b980196019493019190613287565b92507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561339d5760405163a3ffa9cd60e01b815233600482015260248101949094525f908490604490829084905af19283156133925785931561323e575f6133879161390d565b5f610120528761323e565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52601160045260245ffd5b916133c1838888614054565b6060819392931080156134be575b613482576133dd8587614095565b8160141161339d576001936133f58d93369083613949565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c0815261345660e08261390d565b519020604051906020820192835260408201526040815261347860608261390d565b51902092016131cb565b60a46040516329ded1a760e11b8152606060048201526005606482015264656e74727960d81b6084820152606060248201526120006044820152fd5b5061200081116133cf565b60a46040516329ded1a760e11b8152606060048201526006606482015265626f6469657360d01b60848201526001602482015260406044820152fd5b50604081116131a3565b63d472249760e01b5f5260045260245ffd5b506003811415613195565b836310aeede160e01b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b3461339d57602036600319011261339d5760043560ff5f5c1661353f57805f525f60205260ff600160405f20015460b01c1690600482036135945761359290614938565b005b5063d472249760e01b5f5260045260245ffd5b3461339d5736600319016103e0811261339d576101c01361339d576101c43563ffffffff8116810361339d576101e4356001600160401b03811161339d576135f3903690600401613767565b906101803661020319011261339d5761038435926001600160401b03841161339d573660238501121561339d5783600401356001600160401b03811161339d5736602460e083028701011161339d576103a4359163ffffffff8316830361339d576103c4356001600160401b03811161339d57613674903690600401613767565b95909460ff5f5c1661353f576024613592980192613abe565b3461339d57602036600319011261339d5760043580151580910361339d573033036136c05760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b3461339d57604036600319011261339d5760ff5f5c1661353f577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036136c0576004355f52600160205260243560405f20555f80f35b3461339d57602036600319011261339d576020906004355f526004825265ffffffffffff600160405f20015460701c168152f35b9181601f8401121561339d578235916001600160401b03831161339d576020838186019501011161339d57565b9181601f8401121561339d578235916001600160401b03831161339d576020808501948460051b01011161339d57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9060031982016101e0811261339d576101c01361339d576004916101c435906001600160401b03821161339d5761382191600401613767565b9091565b9181601f8401121561339d578235916001600160401b03831161339d576020808501946101c0850201011161339d57565b8051156138635760200190565b634e487b7160e01b5f52603260045260245ffd5b80518210156138635760209160051b010190565b608081019081106001600160401b038211176138a657604052565b634e487b7160e01b5f52604160045260245ffd5b61014081019081106001600160401b038211176138a657604052565b606081019081106001600160401b038211176138a657604052565b61018081019081106001600160401b038211176138a657604052565b90601f801991011681019081106001600160401b038211176138a657604052565b6001600160401b0381116138a657601f01601f191660200190565b9291926139558261392e565b91613963604051938461390d565b82948184528183011161339d578281602093845f960137010152565b6001600160401b0381116138a65760051b60200190565b519063ffffffff8216820361339d57565b60208183031261339d578051906001600160401b03821161339d57019060808282031261339d57604051916139db8361388b565b8051835260208101516020840152604081015160408401526060810151906001600160401b03821161339d57019080601f8301121561339d578151613a1f8161397f565b92613a2d604051948561390d565b81845260208085019260051b82010192831161339d57602001905b828210613a5a57505050606082015290565b60208091613a6784613996565b815201910190613a48565b908060209392818452848401375f828201840152601f01601f1916010190565b90613abb959360809363ffffffff92845260208401521660408201528160608201520191613a72565b90565b93979495909192965f94613ad0614148565b91613adc836004614abe565b613ae86108328461528c565b93845f526001602052613b1960405f205485515f525f60205264ffffffffff600160405f20015460281c1690614305565b9160ff83168015614041576002810361402f57506120008811613ff257613b3f8d61397f565b9a613b4d6040519c8d61390d565b8d8c52601f19613b5c8f61397f565b018c5f5b828110613fd9575050508d5f905b811015613bb2578d60e0613b838f8490613877565b51918184020182376060602082015160081c604083015160101c1791015160401c1761339d576001018e613b6e565b50919395989b509193969995989b5063ffffffff865195169480861090811591613f69575b5061203f57604051613be8816138f1565b602081015f8152604082015f815260608301915f835260808401905f82525f60a086015260c085015f81525f60e08701525f6101008701525f6101208701525f6101408701525f61016087015261018061020487375191519051171760101c905160081c17905160381c1761339d57610832613c639161437e565b95613c6d81613856565b51515f52600160205260405f205460501c8760501c03613f3a5788613c928783613877565b515103613f185760ff6020613ca988600194613877565b5101511603612af4575f91613d42613d23613cc5368e8e613949565b602081519101209860405160208101917f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977835260408201528960608201528a608082015260808152613d1860a08261390d565b51902061083a614245565b60405162295ee560ea1b81529586948594926102a43560048701613a92565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115613392575f91613efe575b50604060608201515191015190818110613ee95750505f85815260016020526040902060ff19909116600417905561014083015184919060021c6b3fffffffffffffffffffffff1680613e41575b507fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19906040519081526040602082015280613e0b604082018a8a613a72565b0390a26101808201516001600160a01b031615613e395760408684613e379852600560205220556143cc565b565b505050505050565b9091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b1561339d575f9160648392604051948593849263794bdf3360e11b845233600485015260248401528160448401525af1801561339257613eb4575b908491613dcc565b613ec19197505f9061390d565b5f957fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19613eac565b63134a70cf60e11b5f5260045260245260445ffd5b613f1291503d805f833e612bf0818361390d565b5f613d7e565b613f23868a92613877565b5151630656d02b60e21b5f5260045260245260445ffd5b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b613f8191509c99969a9794929c9b989593919b6140f8565b9b5f5b8b51811015613fb657808e613faf828f613fa3600196613fa992613877565b516152c3565b92613877565b5201613f84565b509193969995989b613fcd909b919395989b6152d8565b6103643514155f613bd7565b6020918282613fe6614338565b92010152018d90613b60565b6040516329ded1a760e11b81526060600482015260066064820152651bdd5d1c1d5d60d21b60848201525f6024820152612000604482015260a490fd5b63e5ee734160e01b5f5260045260245ffd5b86632e3abafd60e01b5f5260045260245ffd5b91908110156138635760051b81013590601e198136030182121561339d5701908135916001600160401b03831161339d57602001823603811361339d579190565b919082018092116133a157565b818102929181159184041417156133a157565b604051906140c460408361390d565b6006825265456e69676d6160d01b6020830152565b604051906140e860408361390d565b60018252603160f81b6020830152565b906141028261397f565b61410f604051918261390d565b8281528092614120601f199161397f565b0190602036910137565b9065ffffffffffff8091169116019065ffffffffffff82116133a157565b604051906101c082018281106001600160401b038211176138a6576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b9190811015613863576101c0020190565b919082039182116133a157565b51906001600160401b038216820361339d57565b51906001600160601b038216820361339d57565b919082604091031261339d578151801515810361339d5760209092015190565b60409066ffffffffffffff613abb949316815281602082015201906137c4565b467f000000000000000000000000000000000000000000000000000000000000000003614290577f000000000000000000000000000000000000000000000000000000000000000090565b6142986140b5565b602081519101206142a76140d9565b602081519101206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526142ff60c08261390d565b51902090565b90600160ff8316149081614324575b5015613abb5760ff191660021790565b905064ffffffffff8260101c16105f614314565b6040519060e082018281106001600160401b038211176138a6576040525f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b6101a090610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8352602083015e2090565b604090613abb949281528160208201520191613a72565b929190926144136101808201519261442163ffffffff6101a05f9660018060a01b031695015116956040519384916020830194632dcbe83b60e21b86528a602485016143b5565b03601f19810184528361390d565b600160ff195f5c16175f5d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031694853b1561339d5760405163129d639560e01b8152600160048201525f81602481838b5af1801561339257614923575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156148415760405163129d639560e01b815260016004820152868160248183865af1801561485a5790879161490e575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691823b156148655760405163129d639560e01b815260016004820152878160248183885af18015614903579088916148ee575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b156148df5760405163129d639560e01b8152600160048201528881602481838a5af180156148e3579089916148ca575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031695863b156148bb5760405163129d639560e01b8152600160048201528981602481838c5af180156148bf57908a916148a6575b505061460f603f840484614095565b6001810190818111614892576114b581018092116148925761b0f50180911161487e575a81811061486957505091889291838981945193f196865c60ff1916875d803b156148655786809160246040518094819363129d639560e01b83528160048401525af1801561485a57908791614845575b5050803b156148415785809160246040518094819363129d639560e01b83528160048401525af1801561483657908691614821575b5050803b1561481d5784809160246040518094819363129d639560e01b83528160048401525af18015614812579085916147fd575b5050803b156147f95783809160246040518094819363129d639560e01b83528160048401525af180156147ee579084916147d9575b5050803b156147d55782809160246040518094819363129d639560e01b83528160048401525af180156147ca576147b1575b50916020917fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f1293826147a6575b5081614794575b506040519015158152a2565b8481526005835260408120555f614788565b3b151591505f614781565b6147bc83809261390d565b6147c6575f614754565b5080fd5b6040513d85823e3d90fd5b8280fd5b816147e39161390d565b6147d557825f614722565b6040513d86823e3d90fd5b8380fd5b816148079161390d565b6147f957835f6146ed565b6040513d87823e3d90fd5b8480fd5b8161482b9161390d565b61481d57845f6146b8565b6040513d88823e3d90fd5b8580fd5b8161484f9161390d565b61484157855f614683565b6040513d89823e3d90fd5b8680fd5b6333f826af60e11b8b52600452602452604489fd5b634e487b7160e01b8a52601160045260248afd5b634e487b7160e01b8b52601160045260248bfd5b816148b09161390d565b6148bb57885f614600565b8880fd5b6040513d8c823e3d90fd5b816148d49161390d565b6148df57875f6145a1565b8780fd5b6040513d8b823e3d90fd5b816148f89161390d565b61486557865f614542565b6040513d8a823e3d90fd5b816149189161390d565b61484157855f6144e3565b6149309195505f9061390d565b5f935f614486565b604051637dd5641160e01b815260048101829052906020826024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215613392575f92614a5f575b5061499781615132565b60405163b8dc491b60e01b81526001600160a01b039182166004820152928116602484018190529290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af1908115613392575f91614a2c575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d602011614a57575b81614a476020938361390d565b8101031261339d575160206149fe565b3d9150614a3a565b9091506020813d602011614a9b575b81614a7b6020938361390d565b8101031261339d57516001600160a01b038116810361339d57905f61498d565b3d9150614a6e565b15614aaa57565b634e487b7160e01b5f52600160045260245ffd5b6101c09082376101a0602082015160201b61018083015160808401516060850151171760a01c1761010083015160a08401511760401c1760c083015160801c176101408301516101208401511760601c1761016083015160281c1791015160201c1761339d57565b9190614b3e90835f52600160205260405f2054614305565b9160ff8316908115614b5657506001810361402f5750565b632e3abafd60e01b5f5260045260245ffd5b60808101516001600160a01b031680614b8c5750606001516001600160a01b031690565b905090565b5f526001602052613abb60405f20546001600160801b031981165f52600260205260405f20545f525f60205264ffffffffff600160405f20015460281c1690614305565b92969490919395614c51905f6101a052614bf16108328661528c565b6101a05284515f525f60205260405f2092600184015498614c2c60018060a01b036060890151166001600160401b0360a08a015116906151c6565b6101c0529a8b546101805288878c8a6101a051916101c05161018051161515906153ce565b9560ff8716614d8b57614ca096976040614c6a86614b68565b614c738761538c565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015298899081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613392575f985f91614d66575b50809815614d5857505f614d53937f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b39593614d2f936101c05161018051179055875190891515926101a051926151fc565b94614d3c8186519661563c565b9160e18301376040519182916101a0519683614225565b0390a3565b600f99509750505050505050565b9050614d8291985060403d604011610b1557610b06818361390d565b9790975f614cde565b509495505f9450505050565b90614e2e92969199979594939899610160526101c0525f61018052614dc16108326101605161528c565b6101805261016051515f525f60205260405f2093600185015493614e0560018060a01b036060610160510151166001600160401b0360a061016051015116906151c6565b6101a052998a5461014052886101c05161018051610160516101a051610140511615158a6153ce565b9560ff8716614d8b575f9388614f7d575b50614e8d9697506040614e5461016051614b68565b614e606101605161538c565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015297889081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613392575f975f91614f58575b50809715614f4b57506101a05161014051179055610160515161018051614ef894938615159391926151fc565b907f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3614d53610160515192614f30816101605161563c565b906101c05160e1830137604051918291610180519683614225565b600f985096505050505050565b9050614f7491975060403d604011610b1557610b06818361390d565b9690965f614ecb565b909350600383015497614f8e614245565b906040610160510151600482106150f5578160041161339d575f92614ffe9160405160208101917f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be28352610180516040830152606082015260608152614ff560808261390d565b5190209061536f565b9061502c6040519b8c93849362295ee560ea1b855260031901916004880191883560e01c9160048701613a92565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa978815613392575f986150d9575b506040606089015151980151978881106150c25750614e8d969750604051813560e01c81527fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee60206101805192a23560e01c928796614e3f565b889063134a70cf60e11b5f5260045260245260445ffd5b6150ee9198503d805f833e612bf0818361390d565b965f615068565b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b6040519060208201907f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c825260408301526040825261517260608361390d565b905190206001600160a01b031690565b9060ff9060b01c169081156151b45750600381146151a5576002810361350f5750565b637012946f60e01b5f5260045ffd5b6310aeede160e01b5f5260045260245ffd5b91909160018060a01b03165f52600360205260405f2066ffffffffffffff8360081c165f52602052600160ff60405f2093161b90565b95949392909564ffffffffff83169661521c64ffffffffff891415614aa3565b60018401918285116133a15760019561ffff938766ffffffffff00009401555f1461528557610100935b5f52856020526001600160801b0319169563ffffffff60601b9060601b1664ffffffffff60381b4260381b16179360101b1691161717171760405f2055565b5f93615246565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b60e19060e0604051915f8353600183015e2090565b80518015615369575b600181116152f757506152f390613856565b5190565b8060011c80915f5b82811061533e575060018082161461531a575b5090506152e1565b600161532c615336925f190186613877565b5192019284613877565b52805f615312565b6001906041604051838153604060208460061b8a01018583015e2060208260051b88010152016152ff565b50505f90565b6042916040519161190160f01b8352600283015260228201522090565b6001600160801b0360c06001600160401b03610100840151166001600160601b03610120850151166001600160601b0361014086015116910201920151160190565b9897969895939194929560e086015161562d5764ffffffffff61016087015116428111908115916155f3575b506155e4576001600160401b03610100870151166103e881106155d45760ff8260b01c16600281036155ab57506001600160601b03610120880151169160b81c821061559b576001600160601b039182610140890151169102011161558d576155805761548060018060a01b036101808601511663ffffffff6101a087015116906156fd565b15615573578161552f575b5050606082019560018060a01b03875116918433841415938461551b575b50505050615511576154ba90614b68565b6001600160a01b0381163381141595866154fc575b5050846154e8575b505050506154e3575f90565b600e90565b6154f294506158c2565b155f8080806154d7565b516001600160a01b0316141594505f806154cf565b5050505050600d90565b61552594506158c2565b155f8084816154a9565b612000821161556657615543913691613949565b6020815191012060408301510361555b575f8061548b565b505050505050600c90565b5050505050505050600b90565b5050505050505050600a90565b5050505050505050600990565b505050505050505050600890565b5050505050505050505050600790565b9a505050505050505050505080156155ce576003036155c957600590565b600690565b50600490565b5050505050505050505050600390565b50505050505050505050600290565b905061562664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614095565b105f6153fa565b50505050505050505050600190565b91906101a0604051938260c10185526020810151602086015260408101516024860152606081015160601b6044860152608081015160601b605886015260a081015160c01b606c86015260c081015160801b607486015260e0810151608486015261010081015160c01b60a486015261012081015160a01b60ac86015261014081015160a01b60b886015261016081015160d81b60c486015261018081015160601b60c9860152015160e01b60dd840152610120601f199184010116604052565b6001600160a01b03169081156158bc5780159081156158af575b5061581457308114801561587d575b801561584b575b8015615819575b615814577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681141590816157e0575b816157ac575b8161577b575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415919050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615772565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316811415915061576c565b505f90565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615734565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316811461572d565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615726565b620f42409150115f615717565b90501590565b906001600160a01b036158d685858461597e565b16801515908161596b575b5061596257813b1561595a576020936159235f9461591560405193849289840196630b135d3f60e11b8852602485016143b5565b03601f19810183528261390d565b8380525191620249f0fa5f513d8261594e575b5081615940575090565b630b135d3f60e11b14919050565b6020111591505f615936565b505050505f90565b50505050600190565b6001600160a01b0384161490505f6158e1565b9091604081036159a8578060201161339d5782359060401161339d576020613abb930135916159af565b5050505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161595a57601b9060ff1c019060ff82116133a1576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa15613392575f519056fea164736f6c6343000825000a';
