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
  '0x610220806040523461043757615fa0803803809161001d82856104f9565b833981019061016081830312610437576100368161051c565b916100436020830161051c565b906100506040840161051c565b9361005d6060850161051c565b9061006a6080860161051c565b928060bf87011215610437576040519560c087016001600160401b038111888210176104e557604052869061016081019283116104375760a001905b8282106104cd575050509160049391602093466101e0526040516100cb6040826104f9565b600681528581019065456e69676d6160d01b82525190206040516100f06040826104f9565b6001815286810190603160f81b825251902060405190878201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c0826104f9565b519020610200526001600160a01b03908116608081905293811660a081905297811660c0521660e052610100526040516313aedd4b60e31b815292839182905afa908115610443575f91610493575b5061012052604051634b2ba32b60e11b815290602082600481865afa918215610443575f9261044e575b5061023a6020916004936101405264ffffffffff8151166101605264ffffffffff60606102306102238685018481511661018052846080870151166101a0528460a0870151166101c052848087511691511690610542565b8360408601511690610542565b9201511690610542565b92604051928380926318ad752360e01b82525afa8015610443575f90610401575b64ffffffffff915016106103c857604051615a3c90816105648239608051818181610916015281816110010152818161170e0152818161224b0152818161236f0152818161333d01528181613e440152818161444d015281816149ed01528181614c8001528181614e6d015261588e015260a051818181612e54015281816144a8015261585c015260c0518181816113b1015281816114bf0152818161175501528181611cc101528181613d44015281816145060152818161500b0152615748015260e05181818161054c01528181610724015281816116c7015281816145650152818161497401526157f0015261010051818181610e840152818161147a0152818161371401526157bc0152610120518161582a0152610140518181816145c4015261578b01526101605181818161043d015261560e0152610180518161244d01526101a0518161151101526101c051816105d001526101e051816142460152610200518161426c0152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d60201161043b575b8161041b602093836104f9565b810103126104375761043264ffffffffff91610530565b61025b565b5f80fd5b3d915061040e565b6040513d5f823e3d90fd5b91506020823d60201161048b575b81610469602093836104f9565b810103126104375761023a60209161048260049461051c565b935091506101cb565b3d915061045c565b90506020813d6020116104c5575b816104ae602093836104f9565b81010312610437576104bf9061051c565b5f6101a1565b3d91506104a1565b602080916104da84610530565b8152019101906100a6565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176104e557604052565b51906001600160a01b038216820361043757565b519064ffffffffff8216820361043757565b9190820180921161054f57565b634e487b7160e01b5f52601160045260245ffdfe610220806040526004361015610013575f80fd5b5f610160525f3560e01c9081630838361714613758575080630f4f8cb6146136f8578063129d6395146136b257806317a22571146135cc57806317b1968814613573578063289e3694146131585780632c93a7391461312857806334e85d7f14612e835780633a4b66f114612e3c578063452a932014612e1f578063502e1a1614612dcb578063646f9e20146119d357806365c7d79d1461181f5780636dc99d7c146117845780637110d32e1461173d57806376cdb03b146116f65780637b103999146116af57806384b0196e146115eb578063877037f3146115785780638b83d8ee146114a95780639c4a547014611369578063a5e360eb146112a8578063af9569d714610fa4578063b61a4d6014610f86578063c2b6b58c14610f5f578063c7df14e214610f36578063d3bc6e5a14610eb3578063ec4b55d014610e6c578063ed80ed8314610c41578063f5f3f2bd146106b2578063f698da251461068d578063fc54c8a81461050d5763fd5134d21461018d575f80fd5b346105065761019b3661380d565b60ff610160515c166104f1576101d2916101bd6101b6614146565b8095614add565b61016051918291829182918291829189614d72565b60ff6101c051921690600f82146104cc5750806101f457602082604051908152f35b905060018114610499576002811461042757600381146103e1578151610160515261016051602052600160406101605120015461023281845161515d565b600782146103ac575060088114610397576009811461036057600a811461032957600b81146102e157600c81146102aa57600d0361029c57606001516001600160a01b03165b6101608051639a7d38d960e01b90526001600160a01b039190911660045251602490fd5b6102a590614b87565b610278565b60405163705feb7760e01b815260206004820152806102dd602482016004815263626f647960e01b602082015260400190565b0390fd5b6040516329ded1a760e11b81526060600482015280610314606482016004815263626f647960e01b602082015260400190565b61016051602483015261200060448301520390fd5b5063ffffffff6101a060018060a01b036101808401511692015116906308d1816b60e31b6101605152600452602452604461016051fd5b506001600160401b0360a0600180821b0360608401511692015116906302af71f160e41b6101605152600452602452604461016051fd5b63326cb98d60e21b6101605152600461016051fd5b6001600160601b036101208492610160515060b81c920151169063b467f94560e01b6101605152600452602452604461016051fd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b6001420180421161047f5761046364ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614093565b90635a262cfd60e01b6101605152600452602452604461016051fd5b634e487b7160e01b61016051526011600452602461016051fd5b6040516332364aa160e11b815260206004820152600a6024820152690cee4c2dce8e690c2e6d60b31b6044820152606490fd5b6104d58461539a565b9063cf47918160e01b6101605152600452602452604461016051fd5b63b5dfd9e560e01b6101605152600461016051fd5b6101605180fd5b346105065760603660031901126105065760243560043568ffffffffffffffffff8216820361050657604435916001600160601b0383168303610506577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610674578161016051526101605160205268ffffffffffffffffff60b81b9060b81b16600160b01b1760016040610160512001556001600160801b03198116610160515260026020528060406101605120556106396105fd7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316614128565b610160805184905260046020525160409020600101805465ffffffffffff60701b191660709290921b65ffffffffffff60701b16919091179055565b6101608051919091526004602052516040812060010180546001600160a01b031660a09390931b6001600160a01b0319169290921790915580f35b63570870ef60e11b610160515233600452602461016051fd5b3461050657610160513660031901126105065760206106aa614243565b604051908152f35b346105065760603660031901126105065760243563ffffffff60e01b8116809103610506576001600160401b03604435169081604435036105065760ff610160515c166104f157604051636574393b60e11b81526004803590820152602481018290526044810183905260c0816064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610b1e576101605191610b6e575b5082431115610b555760a063ffffffff91610778614146565b936004358552602085015260405160208101908682526020815261079d604082613932565b51902060408501526107b060043561510d565b600180841b0316806060860152608085015284828501526001600160401b036040820151166101008501526001600160601b036060820151166101208501526001600160601b0360808201511661014085015201511664ffffffffff42160164ffffffffff811161047f5764ffffffffff1661016082015261084161083482615267565b61083c614243565b61537d565b90600435610160515261016051602052600160406101605120019283549061086b8260043561515d565b606083015161088690604435906001600160a01b03166151a1565b909181835416610b2c57506001600160401b03610100850151166001600160601b03610120860151166001600160601b03610140870151169102016001600160601b0381116103975760608501516040805163282d3fdf60e01b81526001600160a01b0392831660048201526001600160601b0393909316602484018190526101605190939283916044918391907f0000000000000000000000000000000000000000000000000000000000000000165af1908115610b1e5761016051906101605192610aec575b5015610ad1575050815417905564ffffffffff818116919061097290831415614ac2565b60018101811161047f57610ac684938260209760017f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3950190556101605150856101605152600188526101016001600160801b0319600435169166ffffffffff000064ffffffffff60381b4260381b169160101b16171717604061016051205561016051506101a06040519160e18352888101518984015260408101516024840152606081015160601b6044840152608081015160601b605884015260a081015160c01b606c84015260c081015160801b607484015260e0810151608484015261010081015160c01b60a484015261012081015160a01b60ac84015261014081015160a01b60b884015261016081015160d81b60c484015261018081015160601b60c9840152015160e01b60dd820152601f1961014082011660405260443560e18201526040519182916004359583614223565b0390a3604051908152f35b63cf47918160e01b6101605152600452602452604461016051fd5b9050610b10915060403d604011610b17575b610b088183613932565b810190614203565b908961094e565b503d610afe565b6040513d61016051823e3d90fd5b84606060018060a01b03910151166302af71f160e41b6101605152600452602452604461016051fd5b82631f0cdcef60e01b6101605152600452602461016051fd5b905060c0813d60c011610c39575b81610b8960c09383613932565b81010312610506576040519060c082016001600160401b03811183821017610c1f5760405280516001600160e01b03198116810361050657610c149160a0918452610bd6602082016141db565b6020850152610be7604082016141db565b6040850152610bf8606082016141ef565b6060850152610c09608082016141ef565b6080850152016139bb565b60a08201528361075f565b634e487b7160e01b61016051526041600452602461016051fd5b3d9150610b7c565b34610506576060366003190112610506576004356001600160401b03811161050657610c7190369060040161384a565b6024356001600160401b03811161050657610c909036906004016137b9565b90916044356001600160401b03811161050657610cb19036906004016137b9565b91909460ff610160515c166104f15781158015610e62575b610e2157818414801590610e04575b610db057610ce4614146565b93610160515b838110610cf8576101605180f35b610d0c86610d078387876141bd565b614add565b610d17818389614052565b909190600182901b906001600160ff1b038316830361047f57610d3b82898d614052565b9490926001810190811061047f5760019560ff94610d68948f8e948e610d6092614052565b959094614bb0565b501680610d77575b5001610cea565b60407fd0584cc11edec5eb83062b399d016239cbe1403d7ad01498cb60f598f00068179181519060ff851682526020820152a189610d70565b50600181901b906001600160ff1b0381160361047f5760a4906101605150604051906329ded1a760e11b82526060600483015260046064830152637369677360e01b60848301528060248301526044820152fd5b506001600160ff1b038216820361047f578160011b831415610cd8565b6040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a481015b60016024830152604060448301520390fd5b5060408211610cc9565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065760403660031901126105065760043560243560ff610160515c166104f1573361016051526003602052604061016051208261016051526020526040610160512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101605180f35b3461050657602036600319011261050657602060ff610f56600435614303565b16604051908152f35b34610506576101605136600319011261050657602060ff610160515c166040519015158152f35b346105065760203660031901126105065760206106aa600435614303565b34610506576020366003190112610506576004356001600160401b03811161050657610fd490369060040161384a565b9060ff610160515c166104f1578115801561129e575b610e2157610ff6614146565b6101608051908201937f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316926101008101926101408201926101208301915b81811061104b576101605180f35b61105a84610d0783858c6141bd565b61106661083485615267565b908451610160515261016051602052600160406101605120015491610160515064ffffffffff8360281c1661109b8183614b45565b601081901c64ffffffffff16828103611282575064ffffffffff8d51168042111561126a57505f196001600883901c160161125a575063ffffffff805b169081611234576001600160601b038751166101605150806103e802906103e882040361047f5761114061112c8c8a8d6001600160601b03806001600160401b0388955b51169351169151169102016141ce565b6001600160801b0360c08c01511690614093565b95846101605152600160205260036040610160512055610160515065010000000000810180911161047f578951610160515261016051602052600160406101605120015561118d89614b87565b908c3b15610506576040519163794bdf3360e11b835260018060a01b0316600483015286602483015260448201528b81606481610160519361016051905af18015610b1e57611219575b5060607f435751470d6238db048cfa2a18431a7f398a19f4c8741b0d175f33e1efc2178b916001968a519460405192835260208301526040820152a30161103d565b6101605161122691613932565b61016051610506578d6111d7565b6001600160401b0361114061112c8c8a8d6001600160601b03806101605197889561111c565b63ffffffff809160601c166110d8565b631f98655760e21b6101605152600452602461016051fd5b826319a0d83760e31b6101605152600452602452604461016051fd5b5060408211610fea565b34610506576112b63661380d565b9060ff610160515c166104f1576112d56112ce614146565b8094614add565b6112e161083484615267565b8061016051526005602052604061016051205480156113505761130536858561396e565b60208151910120036113215761131a936143eb565b6101605180f35b60405163705feb7760e01b81526020600482015260066024820152651bdd5d1c1d5d60d21b6044820152606490fd5b5063d098f33360e01b6101605152600452602461016051fd5b346105065760603660031901126105065760243563ffffffff811690600435908290036105065760443563ffffffff8116908190036105065760ff610160515c166104f157337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316141580611476575b61067457817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff06604061131a9583610160515261016051602052600182610160512001546101605150600160b21b9060ff60b01b191617846101605152610160516020526001836101605120015583610160515261016051602052600382610160512001549482519182526020820152a3614957565b50337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614156113e1565b34610506576040366003190112610506576004357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610674578061131a91610160515261016051602052602435600360406101605120015561153e7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316614128565b9061016051526004602052600160406101605120019081549065ffffffffffff60701b9060701b169065ffffffffffff60701b1916179055565b3461050657602036600319011261050657606060043580610160515261016051602052600160406101605120015490610160515060ff61ffff8360781c1692610160515060b01c169061016051526101605160205260036040610160512001549060405192835260208301526040820152f35b3461050657610160513660031901126105065761164d6116096140b3565b6116116140d7565b6040519060209061165b906116268385613932565b6101605184525f368137604051958695600f60f81b875260e08588015260e08701906137e9565b9085820360408701526137e9565b4660608501523060808501526101605160a085015283810360c0850152818084519283815201930191610160515b82811061169857505050500390f35b835185528695509381019392810192600101611689565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610506576020366003190112610506576040516117a1816138fb565b6101605181526101605160208201526040610160519101526004356101605152600460205260606040610160512065ffffffffffff600182549201546001600160401b036040516117f1816138fb565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b346105065760203660031901126105065760405161183c816138df565b6101605181526101605160208201526101605160408201526101605160608201526101605160808201526101605160a08201526101605160c08201526101605160e082015261016051610100820152610160519061012001526004356101605152610160516020526101605160409020600181015481549161016051508160281c64ffffffffff169161016051508060781c61ffff169061016051508060901c63ffffffff169061016051508060b01c60ff1692600285015494600301549560405190611908826138df565b8882526020820164ffffffffff851681526040830191825260608301928560501c64ffffffffff1684526080810194855260a081019560881c60ff16865260c0810196875260e08101978852610100810198895261012001988952604051998a525166ffffffffffffff1660208a01525166ffffffffffffff1660408901525166ffffffffffffff1660608801525161ffff1660808701525161ffff1660a08601525163ffffffff1660c08501525160ff1660e0840152516101008301525161012082015261014090f35b346105065736600319016101e08112610506576101801361050657610184356001600160401b03811161050657611a0e90369060040161378c565b6101a43561010081905290919063ffffffff81169003610506576101c4356001600160401b03811161050657611a4890369060040161378c565b60ff610160939293515c166104f157604051610120819052611a6990613916565b6101605160206101205101526101605160406101205101526101605160606101205101526101605160806101205101526101605160a06101205101526101605160c06101205101526101605160e0610120510152610160516101006101205101526101605161012080510152610160516101406101205101526101605161016061012051015261012051506101806004610120513760c061012051015160806101205101516020610120510151171760101c604061012051015160081c17606061012051015160381c176105065761012051516101605152610160516020526040610160512093600185015493610160515060ff8560b01c16600387015460a061012051015190808214801590612dc3575b612da957505061ffff602061012051015116610160515061ffff8760781c16808203612d8e575050610120516040015160ff1680612d3a575060018103612d22575061012051516101605152600460205265ffffffffffff600160406101605120015460701c16804311612d0a57505b610120516040015160ff16600114612cb05761ffff60806101205101511661202c575b85546101208051015190808203612c95575050610120516060015166ffffffffffffff16602886901c64ffffffffff16808203612c7a575050600561ffff60c0610120510151161015612c3b5761ffff60c0610120510151161560e06101205101511503612c0857611cbd92611c896108346101205161439d565b60e05260a061012051015191604051948592839262295ee560ea1b84526101605195610100519060e0519060048701613ab7565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215610b1e576101605192612be1575b50606082015151926040830151808510612bc55750602083015184109161ffff6080610120510151169060405161014052611d39610140516138b0565b61016051610140515261016051602061014051015261016051604061014051015260608061014051015281610110810204610110148215171561047f576101108202811061202c57611d90906101108302906141ce565b80602061014051015281606f810204606f148215171561047f57606f611db7920290614093565b90611dda611dc483613953565b92611dd26040519485613932565b808452613953565b602083019290601f1901368437606061014051015261014051526040610140510152600160ff60406101205101511614155f146120ce576120ae57505061016061012051015161207a576101205160c0810151604090910151611ec09261ffff8316929160ff60b01b198216600160b11b179060ff1661206657611e85611e6f8563ffffffff61016051945b60901c16614093565b9463ffffffff861115908161205a575b50614ac2565b60501b60ff60501b169265ffffffffffff60881b1990911660889290921b61ffff60881b169190911760909190911b17600160b11b17614093565b905b602061014051015161202c57600291600182015561014061012051015181550180546040516020810191825260e051604082015260408152611f05606082613932565b519020905561012051517f95bf37f7f14f8e9555df19178d293ef803df0197f3094e8a7ebacc06fc2cf18d612022606061014051015160405191829160e051835263ffffffff610100511660208401526101205151604084015261ffff602061012051015116606084015260ff604061012051015116608084015266ffffffffffffff60606101205101511660a084015261ffff60806101205101511660c084015260a061012051015160e084015261ffff60c06101205101511661010084015260e0610120510151610120840152610100610120510151610140840152610120805101516101608401526101406101205101516101808401526101606101205101516101a08401526101e06101c08401526101e08301906137e9565b0390a26101605180f35b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b60ff9150111588611e7f565b611e85611e6f8563ffffffff600194611e66565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b602001519063134a70cf60e11b6101605152600452602452604461016051fd5b9091506101605150610160519161ffff6080610120510151169060405160c05260c05161010060c05101106001600160401b0361010060c051011117610c1f5761010060c05101604052606060c0515261016051602060c051015261016051604060c051015261016051606060c051015261016051608060c05101526101605160a060c0510152606060c080510152606060e060c0510152606081015160c0515233604060c051015260018201821161047f579061218e600182016139a4565b61219b6040519182613932565b60018201808252601f19906121af906139a4565b0136602083013760c0805101526121c8600182016140f6565b60e060c05101526121d8816140f6565b6080526121e3614243565b906121ec614146565b90610120515182526121fc614357565b91610160519466ffffffffffffff60606101205101511660a05261016051945b8386106125da575050505050506122346080516152e6565b6101606101205101510361207a5780612578575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b1561050657604051630211057760e41b815260206004820152610124810160c05151906101006024840152815180915260206101448401920190610160515b81811061255c57505050602060c0510151604483015260018060a01b03604060c0510151166064830152606060c05101516084830152608060c051015160a483015260a060c051015160c483015260c080510151906023198382030160e484015260208083519283815201920190610160515b81811061253d5750505060e060c0510151906023198382030161010484015260208083519283815201920190610160515b818110612527575050610160519183915081900381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610b1e5761250c575b50612445575b506123c99066ffff0000000000608061012051015160281b1690614093565b6101205160c001519061ffff82166124036123ee82609085901c63ffffffff16614093565b9163ffffffff83111590816124395750614ac2565b60901b9161ffff60881b9060881b169064ffffffffff60881b191617176101605150600160501b810180911161047f5790611ec2565b60ff9150111586611e7f565b64ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906124788282614093565b42106124ea5750506101205180516060909101516040805166ffffffffffffff9290921682526101005163ffffffff1660208301526123c99360ff60b01b1916600360b01b1792917f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b9190a2906123aa565b6124f49250614093565b633757166760e21b6101605152600452602461016051fd5b6101605161251991613932565b6101605161050657846123a4565b8251845260209384019390920191600101612357565b82516001600160a01b0316845260209384019390920191600101612326565b825163ffffffff168452602093840193909201916001016122b3565b612585610120515161510d565b61259b60c08051015160a060c05101519061389c565b6001600160a01b03909116905260c05160e081015160a091909101515f19811461047f576125d3916001820160a060c051015261389c565b5284612248565b9091929394959750610140515163ffffffff60e01b813516602085015260048101356040850152602481013560601c6060850152603881013560601c6080850152604c81013560c01c60a0850152605481013560801c60c0850152606481013560e0850152608481013560c01c610100850152608c81013560a01c610120850152609881013560a01c61014085015260a481013560d81c61016085015260a981013560601c61018085015260bd81013560e01c6101a085015260c181013560f81c602087015260c281013560f01c604087015260c481013560c01c606087015260cc810135608087015260ec81013560c087015261200061010c82013560e01c11612b8557602061014051015161010c82013560e01c1161202c57606f9061010c61270d61270787615267565b8561537d565b916101106101405151604061014051015194808652604f8585013560e01c0160c1830160208801378b528383013560e01c8686012060a08c01528383013560e01c010161014051528181013560e01c6020610140510151036020610140510152013560e01c01016040610140510152612785856152d1565b6127918760805161389c565b5261279f60a0518651614b45565b60a051601082901c64ffffffffff16908103612b67575064ffffffffff9060381c169764ffffffffff61016085015116804211612b4f575060ff60208701511660018110908115612b44575b50612b15576001600160401b036060870151166001600160401b036101008601511610612ae5578615612a99575b8251906101605150610160519060ff602089015116916001600160401b0360608a015116876001600160601b0361012082015116916101605150600586145f14612a9357506103e8955b61014082015161016051966001600160601b0382169160021c6b3fffffffffffffffffffffff16908890600103612a7b57506128df6001600160601b036128c383965b826101206001600160401b036101008401511692015116906140a0565b99166128da876001600160401b038d16028b6141ce565b614093565b978315612a615760c0805160200180516001600160401b03909c169097028581049b8c01909752805160600180516003860260021c6001600160601b03908116918201909252915160800180519583900382169490940381169b909502968790039a909a019283019091526101408c015160019961296f968a010194841694909401909101929091160114614ac2565b602089015160ff168403612a4c57506001600160801b0360c087015116915b61299787614b87565b9060a060c05101519081151580612a21575b156129e85760c05160e0015192506129d1915f1901906129c9828561389c565b51019261389c565b525b01968160a0510160a05201949392919061221c565b85926129f98360c08051015161389c565b90848060a01b03169052612a138260e060c051015161389c565b520160a060c05101526129d3565b5060c080510151612a3c878060a01b03915f1985019061389c565b5116868060a01b038416146129a9565b916001600160801b0360c0880151160161298e565b634e487b7160e01b61016051526012600452602461016051fd5b9397506128df6001600160601b036128c3839a6128a6565b95612863565b855161016051526001602052600269ffffffffffffffffffff1960e0511669ffffffffff00000000004260281b1664ffffffff006101005160081b161717176040610160512055612819565b60405163031e2b2960e51b815260206004820152600760248201526619d85cd55cd95960ca1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600660248201526573746174757360d01b6044820152606490fd5b60059150118c6127eb565b632d27b24760e21b6101605152600452602461016051fd5b6319a0d83760e31b610160515260a051600452602452604461016051fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b6084820152610160516024820152612000604482015260a490fd5b8463134a70cf60e11b6101605152600452602452604461016051fd5b612c019192503d8061016051833e612bf98183613932565b8101906139cc565b9085611cfc565b60405163031e2b2960e51b815260206004820152600a6024820152690c2c4dee4e8e690c2e6d60b31b6044820152606490fd5b60a46040516329ded1a760e11b8152606060048201526007606482015266185d1d195b5c1d60ca1b608482015261016051602482015260046044820152fd5b6319a0d83760e31b6101605152600452602452604461016051fd5b63a864586d60e01b6101605152600452602452604461016051fd5b61ffff6080610120510151168015908115612cff575b5015611c0e576040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a48101610e50565b604091501187612cc6565b63678af2e360e11b6101605152600452602461016051fd5b63d472249760e01b6101605152600452602461016051fd5b60021015612d6e5760646040516332364aa160e11b81526020600482015260046024820152631ada5b9960e21b6044820152fd5b600281141580612d83575b612d225750611beb565b506003811415612d79565b636ade2f3960e01b6101605152600452602452604461016051fd5b62f0828760e11b6101605152600452602452604461016051fd5b508015611b7b565b34610506576040366003190112610506576004356001600160a01b03811690819003610506576101605152600360205260406101605120602435610160515260205260206040610160512054604051908152f35b346105065761016051366003190112610506576020604051308152f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065736600319016102408112610506576101c013610506576101c4356001600160401b03811161050657612ebe90369060040161378c565b906101e4356001600160401b03811161050657612edf90369060040161378c565b9190610204356001600160401b03811161050657612f0190369060040161378c565b9490610224356001600160401b03811161050657612f2390369060040161378c565b60ff610160969296515c166104f157612f3a614146565b956101c060048837602087015160201b9861018088019485519a60808a01519b60608b019c8d51171760a01c17996101008a01519a60a08b019b8c511760401c1760c08b015160801c17986101408b0151996101208c019a8b511760601c176101608c015160281c17986101a08c01998a5160201c1761050657612fbe978c614d72565b6101c0519660ff9092169490600f861461311f575084612fe357602087604051908152f35b87965060018514610499576002851461042757600385146103e1578551610160515261016051602052600160406101605120015461302281885161515d565b600786146130ef5750506008841461039757600984146130bc5750600a831461308d575050600b81146102e157600c81146102aa57600d036130835750516101608051639a7d38d960e01b90526001600160a01b0390911660045251602490fd5b6102a59150614b87565b51905161016080516308d1816b60e31b90526001600160a01b0390921660045263ffffffff1660245251604490fd5b8551905161016080516302af71f160e41b90526001600160a01b039092166004526001600160401b031660245251604490fd5b6001600160601b0390610160515060b81c9151169063b467f94560e01b6101605152600452602452604461016051fd5b6104d58761539a565b34610506576020366003190112610506576004356101605152600560205260206040610160512054604051908152f35b346133c25760403660031901126133c2576004356024356001600160401b0381116133c25761318b9036906004016137b9565b60ff5f5c1661356457825f525f60205260ff600160405f20015460b01c16801561355157600281141580613546575b61353457508015801561352a575b6134ee57825f52600460205260405f2091600183018054936001600160401b038516908054905f5b8681106133da57508190556001600160401b03851695868301906001600160401b0382116133c657869461325d9286926001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171780915560a01c6140a0565b80613339575b506040519560a08701928752602087015260408601526001600160401b034316606086015260a060808601525260c0830160c08360051b85010192826101605190601e19813603015b8383106132e157887ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd8989038aa26101605180f35b90919293949560bf1988820301865286358281121561050657830190602082359201916001600160401b0381116105065780360383136105065761332b6020928392600195613a97565b9801960194930191906132ac565b92507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156133c25760405163a3ffa9cd60e01b815233600482015260248101949094525f908490604490829084905af19283156133b757859315613263575f6133ac91613932565b5f6101605287613263565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52601160045260245ffd5b916133e6838888614052565b6060819392931080156134e3575b6134a7576134028587614093565b816014116133c25760019361341a8d9336908361396e565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c0815261347b60e082613932565b519020604051906020820192835260408201526040815261349d606082613932565b51902092016131f0565b60a46040516329ded1a760e11b8152606060048201526005606482015264656e74727960d81b6084820152606060248201526120006044820152fd5b5061200081116133f4565b60a46040516329ded1a760e11b8152606060048201526006606482015265626f6469657360d01b60848201526001602482015260406044820152fd5b50604081116131c8565b63d472249760e01b5f5260045260245ffd5b5060038114156131ba565b836310aeede160e01b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b346133c25760203660031901126133c25760043560ff5f5c1661356457805f525f60205260ff600160405f20015460b01c1690600482036135b9576135b790614957565b005b5063d472249760e01b5f5260045260245ffd5b346133c25736600319016103e081126133c2576101c0136133c2576101c43563ffffffff811681036133c2576101e4356001600160401b0381116133c25761361890369060040161378c565b90610180366102031901126133c25761038435926001600160401b0384116133c257366023850112156133c25783600401356001600160401b0381116133c25736602460e08302870101116133c2576103a4359163ffffffff831683036133c2576103c4356001600160401b0381116133c25761369990369060040161378c565b95909460ff5f5c166135645760246135b7980192613ae3565b346133c25760203660031901126133c2576004358015158091036133c2573033036136e55760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b346133c25760403660031901126133c25760ff5f5c16613564577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036136e5576004355f52600160205260243560405f20555f80f35b346133c25760203660031901126133c2576020906004355f526004825265ffffffffffff600160405f20015460701c168152f35b9181601f840112156133c2578235916001600160401b0383116133c257602083818601950101116133c257565b9181601f840112156133c2578235916001600160401b0383116133c2576020808501948460051b0101116133c257565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9060031982016101e081126133c2576101c0136133c2576004916101c435906001600160401b0382116133c2576138469160040161378c565b9091565b9181601f840112156133c2578235916001600160401b0383116133c2576020808501946101c085020101116133c257565b8051156138885760200190565b634e487b7160e01b5f52603260045260245ffd5b80518210156138885760209160051b010190565b608081019081106001600160401b038211176138cb57604052565b634e487b7160e01b5f52604160045260245ffd5b61014081019081106001600160401b038211176138cb57604052565b606081019081106001600160401b038211176138cb57604052565b61018081019081106001600160401b038211176138cb57604052565b90601f801991011681019081106001600160401b038211176138cb57604052565b6001600160401b0381116138cb57601f01601f191660200190565b92919261397a82613953565b916139886040519384613932565b8294818452818301116133c2578281602093845f960137010152565b6001600160401b0381116138cb5760051b60200190565b519063ffffffff821682036133c257565b6020818303126133c2578051906001600160401b0382116133c25701906080828203126133c25760405191613a00836138b0565b8051835260208101516020840152604081015160408401526060810151906001600160401b0382116133c257019080601f830112156133c2578151613a44816139a4565b92613a526040519485613932565b81845260208085019260051b8201019283116133c257602001905b828210613a7f57505050606082015290565b60208091613a8c846139bb565b815201910190613a6d565b908060209392818452848401375f828201840152601f01601f1916010190565b90613ae0959360809363ffffffff92845260208401521660408201528160608201520191613a97565b90565b93979495909192965f94613af5614146565b91613b01836004614add565b613b0d61083484615267565b93613b1785614303565b9160ff8316801561403f576002810361402d57506120008811613ff057613b3d8d6139a4565b9a613b4b6040519c8d613932565b8d8c52601f19613b5a8f6139a4565b018c5f5b828110613fd7575050508d5f905b811015613bb0578d60e0613b818f849061389c565b51918184020182376060602082015160081c604083015160101c1791015160401c176133c2576001018e613b6c565b50919395989b509193969995989b5063ffffffff865195169480861090811591613f67575b5061207a57604051613be681613916565b602081015f8152604082015f815260608301915f835260808401905f82525f60a086015260c085015f81525f60e08701525f6101008701525f6101208701525f6101408701525f61016087015261018061020487375191519051171760101c905160081c17905160381c176133c257610834613c619161439d565b95613c6b8161387b565b51515f52600160205260405f205460501c8760501c03613f385788613c90878361389c565b515103613f165760ff6020613ca78860019461389c565b5101511603612b15575f91613d40613d21613cc3368e8e61396e565b602081519101209860405160208101917f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977835260408201528960608201528a608082015260808152613d1660a082613932565b51902061083c614243565b60405162295ee560ea1b81529586948594926102a43560048701613ab7565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156133b7575f91613efc575b50604060608201515191015190818110613ee75750505f85815260016020526040902060ff19909116600417905561014083015184919060021c6b3fffffffffffffffffffffff1680613e3f575b507fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19906040519081526040602082015280613e09604082018a8a613a97565b0390a26101808201516001600160a01b031615613e375760408684613e359852600560205220556143eb565b565b505050505050565b9091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156133c2575f9160648392604051948593849263794bdf3360e11b845233600485015260248401528160448401525af180156133b757613eb2575b908491613dca565b613ebf9197505f90613932565b5f957fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19613eaa565b63134a70cf60e11b5f5260045260245260445ffd5b613f1091503d805f833e612bf98183613932565b5f613d7c565b613f21868a9261389c565b5151630656d02b60e21b5f5260045260245260445ffd5b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b613f7f91509c99969a9794929c9b989593919b6140f6565b9b5f5b8b51811015613fb457808e613fad828f613fa1600196613fa79261389c565b516152d1565b9261389c565b5201613f82565b509193969995989b613fcb909b919395989b6152e6565b6103643514155f613bd5565b6020918282613fe4614357565b92010152018d90613b5e565b6040516329ded1a760e11b81526060600482015260066064820152651bdd5d1c1d5d60d21b60848201525f6024820152612000604482015260a490fd5b63e5ee734160e01b5f5260045260245ffd5b86632e3abafd60e01b5f5260045260245ffd5b91908110156138885760051b81013590601e19813603018212156133c25701908135916001600160401b0383116133c25760200182360381136133c2579190565b919082018092116133c657565b818102929181159184041417156133c657565b604051906140c2604083613932565b6006825265456e69676d6160d01b6020830152565b604051906140e6604083613932565b60018252603160f81b6020830152565b90614100826139a4565b61410d6040519182613932565b828152809261411e601f19916139a4565b0190602036910137565b9065ffffffffffff8091169116019065ffffffffffff82116133c657565b604051906101c082018281106001600160401b038211176138cb576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b9190811015613888576101c0020190565b919082039182116133c657565b51906001600160401b03821682036133c257565b51906001600160601b03821682036133c257565b91908260409103126133c257815180151581036133c25760209092015190565b60409066ffffffffffffff613ae0949316815281602082015201906137e9565b467f00000000000000000000000000000000000000000000000000000000000000000361428e577f000000000000000000000000000000000000000000000000000000000000000090565b6142966140b3565b602081519101206142a56140d7565b602081519101206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526142fd60c082613932565b51902090565b5f52600160205260405f205490600160ff83161461431d57565b90613ae0906001600160801b031981165f52600260205260405f20545f525f60205264ffffffffff600160405f20015460281c169061529e565b6040519060e082018281106001600160401b038211176138cb576040525f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b6101a090610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8352602083015e2090565b604090613ae0949281528160208201520191613a97565b929190926144326101808201519261444063ffffffff6101a05f9660018060a01b031695015116956040519384916020830194632dcbe83b60e21b86528a602485016143d4565b03601f198101845283613932565b600160ff195f5c16175f5d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031694853b156133c25760405163129d639560e01b8152600160048201525f81602481838b5af180156133b757614942575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156148605760405163129d639560e01b815260016004820152868160248183865af180156148795790879161492d575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691823b156148845760405163129d639560e01b815260016004820152878160248183885af180156149225790889161490d575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b156148fe5760405163129d639560e01b8152600160048201528881602481838a5af18015614902579089916148e9575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031695863b156148da5760405163129d639560e01b8152600160048201528981602481838c5af180156148de57908a916148c5575b505061462e603f840484614093565b60018101908181116148b1576114b581018092116148b15761b0f50180911161489d575a81811061488857505091889291838981945193f196865c60ff1916875d803b156148845786809160246040518094819363129d639560e01b83528160048401525af1801561487957908791614864575b5050803b156148605785809160246040518094819363129d639560e01b83528160048401525af1801561485557908691614840575b5050803b1561483c5784809160246040518094819363129d639560e01b83528160048401525af180156148315790859161481c575b5050803b156148185783809160246040518094819363129d639560e01b83528160048401525af1801561480d579084916147f8575b5050803b156147f45782809160246040518094819363129d639560e01b83528160048401525af180156147e9576147d0575b50916020917fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f1293826147c5575b50816147b3575b506040519015158152a2565b8481526005835260408120555f6147a7565b3b151591505f6147a0565b6147db838092613932565b6147e5575f614773565b5080fd5b6040513d85823e3d90fd5b8280fd5b8161480291613932565b6147f457825f614741565b6040513d86823e3d90fd5b8380fd5b8161482691613932565b61481857835f61470c565b6040513d87823e3d90fd5b8480fd5b8161484a91613932565b61483c57845f6146d7565b6040513d88823e3d90fd5b8580fd5b8161486e91613932565b61486057855f6146a2565b6040513d89823e3d90fd5b8680fd5b6333f826af60e11b8b52600452602452604489fd5b634e487b7160e01b8a52601160045260248afd5b634e487b7160e01b8b52601160045260248bfd5b816148cf91613932565b6148da57885f61461f565b8880fd5b6040513d8c823e3d90fd5b816148f391613932565b6148fe57875f6145c0565b8780fd5b6040513d8b823e3d90fd5b8161491791613932565b61488457865f614561565b6040513d8a823e3d90fd5b8161493791613932565b61486057855f614502565b61494f9195505f90613932565b5f935f6144a5565b604051637dd5641160e01b815260048101829052906020826024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9182156133b7575f92614a7e575b506149b68161510d565b60405163b8dc491b60e01b81526001600160a01b039182166004820152928116602484018190529290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af19081156133b7575f91614a4b575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d602011614a76575b81614a6660209383613932565b810103126133c257516020614a1d565b3d9150614a59565b9091506020813d602011614aba575b81614a9a60209383613932565b810103126133c257516001600160a01b03811681036133c257905f6149ac565b3d9150614a8d565b15614ac957565b634e487b7160e01b5f52600160045260245ffd5b6101c09082376101a0602082015160201b61018083015160808401516060850151171760a01c1761010083015160a08401511760401c1760c083015160801c176101408301516101208401511760601c1761016083015160281c1791015160201c176133c257565b9190614b5d90835f52600160205260405f205461529e565b9160ff8316908115614b7557506001810361402d5750565b632e3abafd60e01b5f5260045260245ffd5b60808101516001600160a01b031680614bab5750606001516001600160a01b031690565b905090565b92969490919395614c2c905f6101e052614bcc61083486615267565b6101e05284515f525f60205260405f2092600184015498614c0760018060a01b036060890151166001600160401b0360a08a015116906151a1565b610200529a8b546101c05288878c8a6101e05191610200516101c051161515906153dc565b9560ff8716614d6657614c7b96976040614c4586614b87565b614c4e8761539a565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015298899081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156133b7575f985f91614d41575b50809815614d3357505f614d2e937f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b39593614d0a93610200516101c051179055875190891515926101e051926151d7565b94614d178186519661564a565b9160e18301376040519182916101e0519683614223565b0390a3565b600f99509750505050505050565b9050614d5d91985060403d604011610b1757610b088183613932565b9790975f614cb9565b509495505f9450505050565b90614e09929691999795949398996101a052610200525f6101c052614d9c6108346101a051615267565b6101c0526101a051515f525f60205260405f2093600185015493614de060018060a01b0360606101a0510151166001600160401b0360a06101a051015116906151a1565b6101e052998a546101805288610200516101c0516101a0516101e051610180511615158a6153dc565b9560ff8716614d66575f9388614f58575b50614e689697506040614e2f6101a051614b87565b614e3b6101a05161539a565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015297889081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156133b7575f975f91614f33575b50809715614f2657506101e051610180511790556101a051516101c051614ed394938615159391926151d7565b907f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3614d2e6101a0515192614f0b816101a05161564a565b906102005160e18301376040519182916101c0519683614223565b600f985096505050505050565b9050614f4f91975060403d604011610b1757610b088183613932565b9690965f614ea6565b909350600383015497614f69614243565b9060406101a0510151600482106150d057816004116133c2575f92614fd99160405160208101917f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be283526101c0516040830152606082015260608152614fd0608082613932565b5190209061537d565b906150076040519b8c93849362295ee560ea1b855260031901916004880191883560e01c9160048701613ab7565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9788156133b7575f986150b4575b5060406060890151519801519788811061509d5750614e68969750604051813560e01c81527fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee60206101c05192a23560e01c928796614e1a565b889063134a70cf60e11b5f5260045260245260445ffd5b6150c99198503d805f833e612bf98183613932565b965f615043565b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b6040519060208201907f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c825260408301526040825261514d606083613932565b905190206001600160a01b031690565b9060ff9060b01c1690811561518f57506003811461518057600281036135345750565b637012946f60e01b5f5260045ffd5b6310aeede160e01b5f5260045260245ffd5b91909160018060a01b03165f52600360205260405f2066ffffffffffffff8360081c165f52602052600160ff60405f2093161b90565b95949392909564ffffffffff8316966151f764ffffffffff891415614ac2565b60018401918285116133c65760019561ffff938766ffffffffff00009401555f1461526057610100935b5f52856020526001600160801b0319169563ffffffff60601b9060601b1664ffffffffff60381b4260381b16179360101b1691161717171760405f2055565b5f93615221565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b90600160ff83161490816152bd575b5015613ae05760ff191660021790565b905064ffffffffff8260101c16105f6152ad565b60e19060e0604051915f8353600183015e2090565b80518015615377575b6001811161530557506153019061387b565b5190565b8060011c80915f5b82811061534c5750600180821614615328575b5090506152ef565b600161533a615344925f19018661389c565b519201928461389c565b52805f615320565b6001906041604051838153604060208460061b8a01018583015e2060208260051b880101520161530d565b50505f90565b6042916040519161190160f01b8352600283015260228201522090565b6001600160801b0360c06001600160401b03610100840151166001600160601b03610120850151166001600160601b0361014086015116910201920151160190565b9897969895939194929560e086015161563b5764ffffffffff6101608701511642811190811591615601575b506155f2576001600160401b03610100870151166103e881106155e25760ff8260b01c16600281036155b957506001600160601b03610120880151169160b81c82106155a9576001600160601b039182610140890151169102011161559b5761558e5761548e60018060a01b036101808601511663ffffffff6101a0870151169061570b565b15615581578161553d575b5050606082019560018060a01b038751169184338414159384615529575b5050505061551f576154c890614b87565b6001600160a01b03811633811415958661550a575b5050846154f6575b505050506154f1575f90565b600e90565b61550094506158d0565b155f8080806154e5565b516001600160a01b0316141594505f806154dd565b5050505050600d90565b61553394506158d0565b155f8084816154b7565b61200082116155745761555191369161396e565b60208151910120604083015103615569575f80615499565b505050505050600c90565b5050505050505050600b90565b5050505050505050600a90565b5050505050505050600990565b505050505050505050600890565b5050505050505050505050600790565b9a505050505050505050505080156155dc576003036155d757600590565b600690565b50600490565b5050505050505050505050600390565b50505050505050505050600290565b905061563464ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614093565b105f615408565b50505050505050505050600190565b91906101a0604051938260c10185526020810151602086015260408101516024860152606081015160601b6044860152608081015160601b605886015260a081015160c01b606c86015260c081015160801b607486015260e0810151608486015261010081015160c01b60a486015261012081015160a01b60ac86015261014081015160a01b60b886015261016081015160d81b60c486015261018081015160601b60c9860152015160e01b60dd840152610120601f199184010116604052565b6001600160a01b03169081156158ca5780159081156158bd575b5061582257308114801561588b575b8015615859575b8015615827575b615822577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681141590816157ee575b816157ba575b81615789575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415919050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615780565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316811415915061577a565b505f90565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615742565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316811461573b565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615734565b620f42409150115f615725565b90501590565b906001600160a01b036158e485858461598c565b168015159081615979575b5061597057813b15615968576020936159315f9461592360405193849289840196630b135d3f60e11b8852602485016143d4565b03601f198101835282613932565b8380525191620249f0fa5f513d8261595c575b508161594e575090565b630b135d3f60e11b14919050565b6020111591505f615944565b505050505f90565b50505050600190565b6001600160a01b0384161490505f6158ef565b9091604081036159b657806020116133c2578235906040116133c2576020613ae0930135916159bd565b5050505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161596857601b9060ff1c019060ff82116133c6576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa156133b7575f519056fea164736f6c6343000825000a';
