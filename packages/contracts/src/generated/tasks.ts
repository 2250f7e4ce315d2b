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
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "AlreadyDeployed",
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
  '0x610220806040523461044557616058803803809161001d8285610507565b833981019061016081830312610445576100368161052a565b916100436020830161052a565b906100506040840161052a565b9361005d6060850161052a565b9061006a6080860161052a565b928060bf87011215610445576040519560c087016001600160401b038111888210176104f357604052869061016081019283116104455760a001905b8282106104db575050509160049391602093466101e0526040516100cb604082610507565b600681528581019065456e69676d6160d01b82525190206040516100f0604082610507565b6001815286810190603160f81b825251902060405190878201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c082610507565b519020610200526001600160a01b03908116608081905293811660a081905297811660c0521660e052610100526040516313aedd4b60e31b815292839182905afa908115610451575f916104a1575b5061012052604051634b2ba32b60e11b815290602082600481865afa918215610451575f9261045c575b5061023a6020916004936101405264ffffffffff8151166101605264ffffffffff60606102306102238685018481511661018052846080870151166101a0528460a0870151166101c052848087511691511690610550565b8360408601511690610550565b9201511690610550565b92604051928380926318ad752360e01b82525afa8015610451575f9061040f575b64ffffffffff915016106103d657604051615ae690816105728239608051818181610946015281816111dd01528181611248015281816117b3015281816122f001528181612414015281816133e701528181613eee015281816144f701528181614a9701528181614d2a01528181614f170152615938015260a051818181612efe015281816145520152615906015260c05181818161145601528181611564015281816117fa01528181611d6601528181613dee015281816145b0015281816150b501526157f2015260e05181818161054c015281816107540152818161176c0152818161460f01528181614a1e015261589a015261010051818181610eb40152818161151f015281816137be0152615866015261012051816158d401526101405181818161466e015261583501526101605181818161043d01526156b80152610180518181816110e901526124f201526101a051816115b601526101c051816105e701526101e051816142f0015261020051816143160152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d602011610449575b8161042960209383610507565b810103126104455761044064ffffffffff9161053e565b61025b565b5f80fd5b3d915061041c565b6040513d5f823e3d90fd5b91506020823d602011610499575b8161047760209383610507565b810103126104455761023a60209161049060049461052a565b935091506101cb565b3d915061046a565b90506020813d6020116104d3575b816104bc60209383610507565b81010312610445576104cd9061052a565b5f6101a1565b3d91506104af565b602080916104e88461053e565b8152019101906100a6565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176104f357604052565b51906001600160a01b038216820361044557565b519064ffffffffff8216820361044557565b9190820180921161055d57565b634e487b7160e01b5f52601160045260245ffdfe610220806040526004361015610013575f80fd5b5f610160525f3560e01c9081630838361714613802575080630f4f8cb6146137a2578063129d63951461375c57806317a225711461367657806317b196881461361d578063289e3694146132025780632c93a739146131d257806334e85d7f14612f2d5780633a4b66f114612ee6578063452a932014612ec9578063502e1a1614612e75578063646f9e2014611a7857806365c7d79d146118c45780636dc99d7c146118295780637110d32e146117e257806376cdb03b1461179b5780637b1039991461175457806384b0196e14611690578063877037f31461161d5780638b83d8ee1461154e5780639c4a54701461140e578063a5e360eb1461134d578063af9569d714610fd4578063b61a4d6014610fb6578063c2b6b58c14610f8f578063c7df14e214610f66578063d3bc6e5a14610ee3578063ec4b55d014610e9c578063ed80ed8314610c71578063f5f3f2bd146106e2578063f698da25146106bd578063fc54c8a81461050d5763fd5134d21461018d575f80fd5b346105065761019b366138b7565b60ff610160515c166104f1576101d2916101bd6101b66141f0565b8095614b87565b61016051918291829182918291829189614e1c565b60ff6101c051921690600f82146104cc5750806101f457602082604051908152f35b905060018114610499576002811461042757600381146103e15781516101605152610160516020526001604061016051200154610232818451615207565b600782146103ac575060088114610397576009811461036057600a811461032957600b81146102e157600c81146102aa57600d0361029c57606001516001600160a01b03165b6101608051639a7d38d960e01b90526001600160a01b039190911660045251602490fd5b6102a590614c31565b610278565b60405163705feb7760e01b815260206004820152806102dd602482016004815263626f647960e01b602082015260400190565b0390fd5b6040516329ded1a760e11b81526060600482015280610314606482016004815263626f647960e01b602082015260400190565b61016051602483015261200060448301520390fd5b5063ffffffff6101a060018060a01b036101808401511692015116906308d1816b60e31b6101605152600452602452604461016051fd5b506001600160401b0360a0600180821b0360608401511692015116906302af71f160e41b6101605152600452602452604461016051fd5b63326cb98d60e21b6101605152600461016051fd5b6001600160601b036101208492610160515060b81c920151169063b467f94560e01b6101605152600452602452604461016051fd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b6001420180421161047f5761046364ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261413d565b90635a262cfd60e01b6101605152600452602452604461016051fd5b634e487b7160e01b61016051526011600452602461016051fd5b6040516332364aa160e11b815260206004820152600a6024820152690cee4c2dce8e690c2e6d60b31b6044820152606490fd5b6104d584615444565b9063cf47918160e01b6101605152600452602452604461016051fd5b63b5dfd9e560e01b6101605152600461016051fd5b6101605180fd5b346105065760603660031901126105065760243560043568ffffffffffffffffff8216820361050657604435916001600160601b0383168303610506577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106a4578161016051526101605160205268ffffffffffffffffff60b81b9060b81b16600160b01b1760016040610160512001556001600160801b031981168061016051526002602052604061016051205461068b57610160515260026020528060406101605120556106506106147f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff43166141d2565b610160805184905260046020525160409020600101805465ffffffffffff60701b191660709290921b65ffffffffffff60701b16919091179055565b6101608051919091526004602052516040812060010180546001600160a01b031660a09390931b6001600160a01b0319169290921790915580f35b50630e55475160e41b6101605152600452602461016051fd5b63570870ef60e11b610160515233600452602461016051fd5b3461050657610160513660031901126105065760206106da6142ed565b604051908152f35b346105065760603660031901126105065760243563ffffffff60e01b8116809103610506576001600160401b03604435169081604435036105065760ff610160515c166104f157604051636574393b60e11b81526004803590820152602481018290526044810183905260c0816064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610b4e576101605191610b9e575b5082431115610b855760a063ffffffff916107a86141f0565b93600435855260208501526040516020810190868252602081526107cd6040826139dc565b51902060408501526107e06004356151b7565b600180841b0316806060860152608085015284828501526001600160401b036040820151166101008501526001600160601b036060820151166101208501526001600160601b0360808201511661014085015201511664ffffffffff42160164ffffffffff811161047f5764ffffffffff1661016082015261087161086482615311565b61086c6142ed565b615427565b90600435610160515261016051602052600160406101605120019283549061089b82600435615207565b60608301516108b690604435906001600160a01b031661524b565b909181835416610b5c57506001600160401b03610100850151166001600160601b03610120860151166001600160601b03610140870151169102016001600160601b0381116103975760608501516040805163282d3fdf60e01b81526001600160a01b0392831660048201526001600160601b0393909316602484018190526101605190939283916044918391907f0000000000000000000000000000000000000000000000000000000000000000165af1908115610b4e5761016051906101605192610b1c575b5015610b01575050815417905564ffffffffff81811691906109a290831415614b6c565b60018101811161047f57610af684938260209760017f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3950190556101605150856101605152600188526101016001600160801b0319600435169166ffffffffff000064ffffffffff60381b4260381b169160101b16171717604061016051205561016051506101a06040519160e18352888101518984015260408101516024840152606081015160601b6044840152608081015160601b605884015260a081015160c01b606c84015260c081015160801b607484015260e0810151608484015261010081015160c01b60a484015261012081015160a01b60ac84015261014081015160a01b60b884015261016081015160d81b60c484015261018081015160601b60c9840152015160e01b60dd820152601f1961014082011660405260443560e182015260405191829160043595836142cd565b0390a3604051908152f35b63cf47918160e01b6101605152600452602452604461016051fd5b9050610b40915060403d604011610b47575b610b3881836139dc565b8101906142ad565b908961097e565b503d610b2e565b6040513d61016051823e3d90fd5b84606060018060a01b03910151166302af71f160e41b6101605152600452602452604461016051fd5b82631f0cdcef60e01b6101605152600452602461016051fd5b905060c0813d60c011610c69575b81610bb960c093836139dc565b81010312610506576040519060c082016001600160401b03811183821017610c4f5760405280516001600160e01b03198116810361050657610c449160a0918452610c0660208201614285565b6020850152610c1760408201614285565b6040850152610c2860608201614299565b6060850152610c3960808201614299565b608085015201613a65565b60a08201528361078f565b634e487b7160e01b61016051526041600452602461016051fd5b3d9150610bac565b34610506576060366003190112610506576004356001600160401b03811161050657610ca19036906004016138f4565b6024356001600160401b03811161050657610cc0903690600401613863565b90916044356001600160401b03811161050657610ce1903690600401613863565b91909460ff610160515c166104f15781158015610e92575b610e5157818414801590610e34575b610de057610d146141f0565b93610160515b838110610d28576101605180f35b610d3c86610d37838787614267565b614b87565b610d478183896140fc565b909190600182901b906001600160ff1b038316830361047f57610d6b82898d6140fc565b9490926001810190811061047f5760019560ff94610d98948f8e948e610d90926140fc565b959094614c5a565b501680610da7575b5001610d1a565b60407fd0584cc11edec5eb83062b399d016239cbe1403d7ad01498cb60f598f00068179181519060ff851682526020820152a189610da0565b50600181901b906001600160ff1b0381160361047f5760a4906101605150604051906329ded1a760e11b82526060600483015260046064830152637369677360e01b60848301528060248301526044820152fd5b506001600160ff1b038216820361047f578160011b831415610d08565b6040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a481015b60016024830152604060448301520390fd5b5060408211610cf9565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065760403660031901126105065760043560243560ff610160515c166104f1573361016051526003602052604061016051208261016051526020526040610160512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101605180f35b3461050657602036600319011261050657602060ff610f866004356143ad565b16604051908152f35b34610506576101605136600319011261050657602060ff610160515c166040519015158152f35b346105065760203660031901126105065760206106da6004356143ad565b34610506576020366003190112610506576004356001600160401b038111610506576110049036906004016138f4565b60ff610160515c166104f15780158015611343575b610e5157906110266141f0565b9161016051906101008401915b818110611041576101605180f35b61105085610d37838588614267565b61105c61086486615311565b908551610160515261016051602052600160406101605120015491610160515064ffffffffff8360281c166110918183614bef565b90601082901c64ffffffffff16818103611327575064ffffffffff6101608a0151168042111561130f5750610160519164ffffffffff6101608b015116610160515061110f64ffffffffff8360381c1664ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169061413d565b11156112e1575b5063ffffffff82166112d8576001600160601b036101208a0151166101605150806103e802906103e882040361047f575b61118d611179826001600160401b038b51168d6001600160601b03610140816101208401511692015116910201614278565b6001600160801b0360c08d0151169061413d565b95846101605152600160205260036040610160512055610160515065010000000000810180911161047f578a5161016051526101605160205260016040610160512001556111da8a614c31565b907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156105065760405163794bdf3360e11b81526001600160a01b0392831660048201526024810188905260448101919091526101605190918290606490829084907f0000000000000000000000000000000000000000000000000000000000000000165af18015610b4e576112bd575b5060607f435751470d6238db048cfa2a18431a7f398a19f4c8741b0d175f33e1efc2178b9160019663ffffffff8c51956040519384521660208301526040820152a301611033565b610160516112ca916139dc565b610160516105065789611275565b61016051611147565b9091505f196001600883901c1601611301575063ffffffff5b9089611116565b60601c63ffffffff166112fa565b631f98655760e21b6101605152600452602461016051fd5b906319a0d83760e31b6101605152600452602452604461016051fd5b5060408111611019565b346105065761135b366138b7565b9060ff610160515c166104f15761137a6113736141f0565b8094614b87565b61138661086484615311565b8061016051526005602052604061016051205480156113f5576113aa368585613a18565b60208151910120036113c6576113bf93614495565b6101605180f35b60405163705feb7760e01b81526020600482015260066024820152651bdd5d1c1d5d60d21b6044820152606490fd5b5063d098f33360e01b6101605152600452602461016051fd5b346105065760603660031901126105065760243563ffffffff811690600435908290036105065760443563ffffffff8116908190036105065760ff610160515c166104f157337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614158061151b575b6106a457817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff0660406113bf9583610160515261016051602052600182610160512001546101605150600160b21b9060ff60b01b191617846101605152610160516020526001836101605120015583610160515261016051602052600382610160512001549482519182526020820152a3614a01565b50337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415611486565b34610506576040366003190112610506576004357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106a457806113bf9161016051526101605160205260243560036040610160512001556115e37f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff43166141d2565b9061016051526004602052600160406101605120019081549065ffffffffffff60701b9060701b169065ffffffffffff60701b1916179055565b3461050657602036600319011261050657606060043580610160515261016051602052600160406101605120015490610160515060ff61ffff8360781c1692610160515060b01c169061016051526101605160205260036040610160512001549060405192835260208301526040820152f35b346105065761016051366003190112610506576116f26116ae61415d565b6116b6614181565b60405190602090611700906116cb83856139dc565b6101605184525f368137604051958695600f60f81b875260e08588015260e0870190613893565b908582036040870152613893565b4660608501523060808501526101605160a085015283810360c0850152818084519283815201930191610160515b82811061173d57505050500390f35b83518552869550938101939281019260010161172e565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461050657602036600319011261050657604051611846816139a5565b6101605181526101605160208201526040610160519101526004356101605152600460205260606040610160512065ffffffffffff600182549201546001600160401b03604051611896816139a5565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b34610506576020366003190112610506576040516118e181613989565b6101605181526101605160208201526101605160408201526101605160608201526101605160808201526101605160a08201526101605160c08201526101605160e082015261016051610100820152610160519061012001526004356101605152610160516020526101605160409020600181015481549161016051508160281c64ffffffffff169161016051508060781c61ffff169061016051508060901c63ffffffff169061016051508060b01c60ff16926002850154946003015495604051906119ad82613989565b8882526020820164ffffffffff851681526040830191825260608301928560501c64ffffffffff1684526080810194855260a081019560881c60ff16865260c0810196875260e08101978852610100810198895261012001988952604051998a525166ffffffffffffff1660208a01525166ffffffffffffff1660408901525166ffffffffffffff1660608801525161ffff1660808701525161ffff1660a08601525163ffffffff1660c08501525160ff1660e0840152516101008301525161012082015261014090f35b346105065736600319016101e08112610506576101801361050657610184356001600160401b03811161050657611ab3903690600401613836565b6101a43561010081905290919063ffffffff81169003610506576101c4356001600160401b03811161050657611aed903690600401613836565b60ff610160939293515c166104f157604051610120819052611b0e906139c0565b6101605160206101205101526101605160406101205101526101605160606101205101526101605160806101205101526101605160a06101205101526101605160c06101205101526101605160e0610120510152610160516101006101205101526101605161012080510152610160516101406101205101526101605161016061012051015261012051506101806004610120513760c061012051015160806101205101516020610120510151171760101c604061012051015160081c17606061012051015160381c176105065761012051516101605152610160516020526040610160512093600185015493610160515060ff8560b01c16600387015460a061012051015190808214801590612e6d575b612e5357505061ffff602061012051015116610160515061ffff8760781c16808203612e38575050610120516040015160ff1680612de4575060018103612dcc575061012051516101605152600460205265ffffffffffff600160406101605120015460701c16804311612db457505b610120516040015160ff16600114612d5a5761ffff6080610120510151166120d1575b85546101208051015190808203612d3f575050610120516060015166ffffffffffffff16602886901c64ffffffffff16808203612d24575050600561ffff60c0610120510151161015612ce55761ffff60c0610120510151161560e06101205101511503612cb257611d6292611d2e61086461012051614447565b60e05260a061012051015191604051948592839262295ee560ea1b84526101605195610100519060e0519060048701613b61565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215610b4e576101605192612c8b575b50606082015151926040830151808510612c6f5750602083015184109161ffff6080610120510151169060405161014052611dde6101405161395a565b61016051610140515261016051602061014051015261016051604061014051015260608061014051015281610110810204610110148215171561047f57610110820281106120d157611e3590610110830290614278565b80602061014051015281606f810204606f148215171561047f57606f611e5c92029061413d565b90611e7f611e69836139fd565b92611e7760405194856139dc565b8084526139fd565b602083019290601f1901368437606061014051015261014051526040610140510152600160ff60406101205101511614155f146121735761215357505061016061012051015161211f576101205160c0810151604090910151611f659261ffff8316929160ff60b01b198216600160b11b179060ff1661210b57611f2a611f148563ffffffff61016051945b60901c1661413d565b9463ffffffff86111590816120ff575b50614b6c565b60501b60ff60501b169265ffffffffffff60881b1990911660889290921b61ffff60881b169190911760909190911b17600160b11b1761413d565b905b60206101405101516120d157600291600182015561014061012051015181550180546040516020810191825260e051604082015260408152611faa6060826139dc565b519020905561012051517f95bf37f7f14f8e9555df19178d293ef803df0197f3094e8a7ebacc06fc2cf18d6120c7606061014051015160405191829160e051835263ffffffff610100511660208401526101205151604084015261ffff602061012051015116606084015260ff604061012051015116608084015266ffffffffffffff60606101205101511660a084015261ffff60806101205101511660c084015260a061012051015160e084015261ffff60c06101205101511661010084015260e0610120510151610120840152610100610120510151610140840152610120805101516101608401526101406101205101516101808401526101606101205101516101a08401526101e06101c08401526101e0830190613893565b0390a26101605180f35b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b60ff9150111588611f24565b611f2a611f148563ffffffff600194611f0b565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b602001519063134a70cf60e11b6101605152600452602452604461016051fd5b9091506101605150610160519161ffff6080610120510151169060405160c05260c05161010060c05101106001600160401b0361010060c051011117610c4f5761010060c05101604052606060c0515261016051602060c051015261016051604060c051015261016051606060c051015261016051608060c05101526101605160a060c0510152606060c080510152606060e060c0510152606081015160c0515233604060c051015260018201821161047f579061223360018201613a4e565b61224060405191826139dc565b60018201808252601f199061225490613a4e565b0136602083013760c08051015261226d600182016141a0565b60e060c051015261227d816141a0565b6080526122886142ed565b906122916141f0565b90610120515182526122a1614401565b91610160519466ffffffffffffff60606101205101511660a05261016051945b83861061267f575050505050506122d9608051615390565b6101606101205101510361211f578061261d575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b1561050657604051630211057760e41b815260206004820152610124810160c05151906101006024840152815180915260206101448401920190610160515b81811061260157505050602060c0510151604483015260018060a01b03604060c0510151166064830152606060c05101516084830152608060c051015160a483015260a060c051015160c483015260c080510151906023198382030160e484015260208083519283815201920190610160515b8181106125e25750505060e060c0510151906023198382030161010484015260208083519283815201920190610160515b8181106125cc575050610160519183915081900381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610b4e576125b1575b506124ea575b5061246e9066ffff0000000000608061012051015160281b169061413d565b6101205160c001519061ffff82166124a861249382609085901c63ffffffff1661413d565b9163ffffffff83111590816124de5750614b6c565b60901b9161ffff60881b9060881b169064ffffffffff60881b191617176101605150600160501b810180911161047f5790611f67565b60ff9150111586611f24565b64ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169061251d828261413d565b421061258f5750506101205180516060909101516040805166ffffffffffffff9290921682526101005163ffffffff16602083015261246e9360ff60b01b1916600360b01b1792917f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b9190a29061244f565b612599925061413d565b633757166760e21b6101605152600452602461016051fd5b610160516125be916139dc565b610160516105065784612449565b82518452602093840193909201916001016123fc565b82516001600160a01b03168452602093840193909201916001016123cb565b825163ffffffff16845260209384019390920191600101612358565b61262a61012051516151b7565b61264060c08051015160a060c051015190613946565b6001600160a01b03909116905260c05160e081015160a091909101515f19811461047f57612678916001820160a060c0510152613946565b52846122ed565b9091929394959750610140515163ffffffff60e01b813516602085015260048101356040850152602481013560601c6060850152603881013560601c6080850152604c81013560c01c60a0850152605481013560801c60c0850152606481013560e0850152608481013560c01c610100850152608c81013560a01c610120850152609881013560a01c61014085015260a481013560d81c61016085015260a981013560601c61018085015260bd81013560e01c6101a085015260c181013560f81c602087015260c281013560f01c604087015260c481013560c01c606087015260cc810135608087015260ec81013560c087015261200061010c82013560e01c11612c2f57602061014051015161010c82013560e01c116120d157606f9061010c6127b26127ac87615311565b85615427565b916101106101405151604061014051015194808652604f8585013560e01c0160c1830160208801378b528383013560e01c8686012060a08c01528383013560e01c010161014051528181013560e01c6020610140510151036020610140510152013560e01c0101604061014051015261282a8561537b565b61283687608051613946565b5261284460a0518651614bef565b60a051601082901c64ffffffffff16908103612c11575064ffffffffff90610160515060381c169764ffffffffff61016085015116804211612bf9575060ff60208701511660018110908115612bee575b50612bbf576001600160401b036060870151166001600160401b036101008601511610612b8f578615612b43575b8251906101605150610160519060ff602089015116916001600160401b0360608a015116876001600160601b0361012082015116916101605150600586145f14612b3d57506103e8955b61014082015161016051966001600160601b0382169160021c6b3fffffffffffffffffffffff16908890600103612b2557506129896001600160601b0361296d83965b826101206001600160401b0361010084015116920151169061414a565b9916612984876001600160401b038d16028b614278565b61413d565b978315612b0b5760c0805160200180516001600160401b03909c169097028581049b8c01909752805160600180516003860260021c6001600160601b03908116918201909252915160800180519583900382169490940381169b909502968790039a909a019283019091526101408c0151600199612a19968a010194841694909401909101929091160114614b6c565b602089015160ff168403612af657506001600160801b0360c087015116915b612a4187614c31565b9060a060c05101519081151580612acb575b15612a925760c05160e001519250612a7b915f190190612a738285613946565b510192613946565b525b01968160a0510160a0520194939291906122c1565b8592612aa38360c080510151613946565b90848060a01b03169052612abd8260e060c0510151613946565b520160a060c0510152612a7d565b5060c080510151612ae6878060a01b03915f19850190613946565b5116868060a01b03841614612a53565b916001600160801b0360c08801511601612a38565b634e487b7160e01b61016051526012600452602461016051fd5b9397506129896001600160601b0361296d839a612950565b9561290d565b855161016051526001602052600269ffffffffffffffffffff1960e0511669ffffffffff00000000004260281b1664ffffffff006101005160081b1617171760406101605120556128c3565b60405163031e2b2960e51b815260206004820152600760248201526619d85cd55cd95960ca1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600660248201526573746174757360d01b6044820152606490fd5b60059150118c612895565b632d27b24760e21b6101605152600452602461016051fd5b6319a0d83760e31b610160515260a051600452602452604461016051fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b6084820152610160516024820152612000604482015260a490fd5b8463134a70cf60e11b6101605152600452602452604461016051fd5b612cab9192503d8061016051833e612ca381836139dc565b810190613a76565b9085611da1565b60405163031e2b2960e51b815260206004820152600a6024820152690c2c4dee4e8e690c2e6d60b31b6044820152606490fd5b60a46040516329ded1a760e11b8152606060048201526007606482015266185d1d195b5c1d60ca1b608482015261016051602482015260046044820152fd5b6319a0d83760e31b6101605152600452602452604461016051fd5b63a864586d60e01b6101605152600452602452604461016051fd5b61ffff6080610120510151168015908115612da9575b5015611cb3576040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a48101610e80565b604091501187612d70565b63678af2e360e11b6101605152600452602461016051fd5b63d472249760e01b6101605152600452602461016051fd5b60021015612e185760646040516332364aa160e11b81526020600482015260046024820152631ada5b9960e21b6044820152fd5b600281141580612e2d575b612dcc5750611c90565b506003811415612e23565b636ade2f3960e01b6101605152600452602452604461016051fd5b62f0828760e11b6101605152600452602452604461016051fd5b508015611c20565b34610506576040366003190112610506576004356001600160a01b03811690819003610506576101605152600360205260406101605120602435610160515260205260206040610160512054604051908152f35b346105065761016051366003190112610506576020604051308152f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065736600319016102408112610506576101c013610506576101c4356001600160401b03811161050657612f68903690600401613836565b906101e4356001600160401b03811161050657612f89903690600401613836565b9190610204356001600160401b03811161050657612fab903690600401613836565b9490610224356001600160401b03811161050657612fcd903690600401613836565b60ff610160969296515c166104f157612fe46141f0565b956101c060048837602087015160201b9861018088019485519a60808a01519b60608b019c8d51171760a01c17996101008a01519a60a08b019b8c511760401c1760c08b015160801c17986101408b0151996101208c019a8b511760601c176101608c015160281c17986101a08c01998a5160201c1761050657613068978c614e1c565b6101c0519660ff9092169490600f86146131c957508461308d57602087604051908152f35b87965060018514610499576002851461042757600385146103e157855161016051526101605160205260016040610160512001546130cc818851615207565b600786146131995750506008841461039757600984146131665750600a8314613137575050600b81146102e157600c81146102aa57600d0361312d5750516101608051639a7d38d960e01b90526001600160a01b0390911660045251602490fd5b6102a59150614c31565b51905161016080516308d1816b60e31b90526001600160a01b0390921660045263ffffffff1660245251604490fd5b8551905161016080516302af71f160e41b90526001600160a01b039092166004526001600160401b031660245251604490fd5b6001600160601b0390610160515060b81c9151169063b467f94560e01b6101605152600452602452604461016051fd5b6104d587615444565b34610506576020366003190112610506576004356101605152600560205260206040610160512054604051908152f35b3461346c57604036600319011261346c576004356024356001600160401b03811161346c57613235903690600401613863565b60ff5f5c1661360e57825f525f60205260ff600160405f20015460b01c1680156135fb576002811415806135f0575b6135de5750801580156135d4575b61359857825f52600460205260405f2091600183018054936001600160401b038516908054905f5b86811061348457508190556001600160401b03851695868301906001600160401b0382116134705786946133079286926001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171780915560a01c61414a565b806133e3575b506040519560a08701928752602087015260408601526001600160401b034316606086015260a060808601525260c0830160c08360051b85010192826101605190601e19813603015b83831061338b57887ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd8989038aa26101605180f35b90919293949560bf1988820301865286358281121561050657830190602082359201916001600160401b038111610506578036038313610506576133d56020928392600195613b41565b980196019493019190613356565b92507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561346c5760405163a3ffa9cd60e01b815233600482015260248101949094525f908490604490829084905af19283156134615785931561330d575f613456916139dc565b5f610160528761330d565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52601160045260245ffd5b916134908388886140fc565b60608193929310801561358d575b613551576134ac858761413d565b8160141161346c576001936134c48d93369083613a18565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c0815261352560e0826139dc565b51902060405190602082019283526040820152604081526135476060826139dc565b519020920161329a565b60a46040516329ded1a760e11b8152606060048201526005606482015264656e74727960d81b6084820152606060248201526120006044820152fd5b50612000811161349e565b60a46040516329ded1a760e11b8152606060048201526006606482015265626f6469657360d01b60848201526001602482015260406044820152fd5b5060408111613272565b63d472249760e01b5f5260045260245ffd5b506003811415613264565b836310aeede160e01b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b3461346c57602036600319011261346c5760043560ff5f5c1661360e57805f525f60205260ff600160405f20015460b01c1690600482036136635761366190614a01565b005b5063d472249760e01b5f5260045260245ffd5b3461346c5736600319016103e0811261346c576101c01361346c576101c43563ffffffff8116810361346c576101e4356001600160401b03811161346c576136c2903690600401613836565b906101803661020319011261346c5761038435926001600160401b03841161346c573660238501121561346c5783600401356001600160401b03811161346c5736602460e083028701011161346c576103a4359163ffffffff8316830361346c576103c4356001600160401b03811161346c57613743903690600401613836565b95909460ff5f5c1661360e576024613661980192613b8d565b3461346c57602036600319011261346c5760043580151580910361346c5730330361378f5760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b3461346c57604036600319011261346c5760ff5f5c1661360e577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361378f576004355f52600160205260243560405f20555f80f35b3461346c57602036600319011261346c576020906004355f526004825265ffffffffffff600160405f20015460701c168152f35b9181601f8401121561346c578235916001600160401b03831161346c576020838186019501011161346c57565b9181601f8401121561346c578235916001600160401b03831161346c576020808501948460051b01011161346c57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9060031982016101e0811261346c576101c01361346c576004916101c435906001600160401b03821161346c576138f091600401613836565b9091565b9181601f8401121561346c578235916001600160401b03831161346c576020808501946101c0850201011161346c57565b8051156139325760200190565b634e487b7160e01b5f52603260045260245ffd5b80518210156139325760209160051b010190565b608081019081106001600160401b0382111761397557604052565b634e487b7160e01b5f52604160045260245ffd5b61014081019081106001600160401b0382111761397557604052565b606081019081106001600160401b0382111761397557604052565b61018081019081106001600160401b0382111761397557604052565b90601f801991011681019081106001600160401b0382111761397557604052565b6001600160401b03811161397557601f01601f191660200190565b929192613a24826139fd565b91613a3260405193846139dc565b82948184528183011161346c578281602093845f960137010152565b6001600160401b0381116139755760051b60200190565b519063ffffffff8216820361346c57565b60208183031261346c578051906001600160401b03821161346c57019060808282031261346c5760405191613aaa8361395a565b8051835260208101516020840152604081015160408401526060810151906001600160401b03821161346c57019080601f8301121561346c578151613aee81613a4e565b92613afc60405194856139dc565b81845260208085019260051b82010192831161346c57602001905b828210613b2957505050606082015290565b60208091613b3684613a65565b815201910190613b17565b908060209392818452848401375f828201840152601f01601f1916010190565b90613b8a959360809363ffffffff92845260208401521660408201528160608201520191613b41565b90565b93979495909192965f94613b9f6141f0565b91613bab836004614b87565b613bb761086484615311565b93613bc1856143ad565b9160ff831680156140e957600281036140d75750612000881161409a57613be78d613a4e565b9a613bf56040519c8d6139dc565b8d8c52601f19613c048f613a4e565b018c5f5b828110614081575050508d5f905b811015613c5a578d60e0613c2b8f8490613946565b51918184020182376060602082015160081c604083015160101c1791015160401c1761346c576001018e613c16565b50919395989b509193969995989b5063ffffffff865195169480861090811591614011575b5061211f57604051613c90816139c0565b602081015f8152604082015f815260608301915f835260808401905f82525f60a086015260c085015f81525f60e08701525f6101008701525f6101208701525f6101408701525f61016087015261018061020487375191519051171760101c905160081c17905160381c1761346c57610864613d0b91614447565b95613d1581613925565b51515f52600160205260405f205460501c8760501c03613fe25788613d3a8783613946565b515103613fc05760ff6020613d5188600194613946565b5101511603612bbf575f91613dea613dcb613d6d368e8e613a18565b602081519101209860405160208101917f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977835260408201528960608201528a608082015260808152613dc060a0826139dc565b51902061086c6142ed565b60405162295ee560ea1b81529586948594926102a43560048701613b61565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115613461575f91613fa6575b50604060608201515191015190818110613f915750505f85815260016020526040902060ff19909116600417905561014083015184919060021c6b3fffffffffffffffffffffff1680613ee9575b507fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19906040519081526040602082015280613eb3604082018a8a613b41565b0390a26101808201516001600160a01b031615613ee15760408684613edf985260056020522055614495565b565b505050505050565b9091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b1561346c575f9160648392604051948593849263794bdf3360e11b845233600485015260248401528160448401525af1801561346157613f5c575b908491613e74565b613f699197505f906139dc565b5f957fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19613f54565b63134a70cf60e11b5f5260045260245260445ffd5b613fba91503d805f833e612ca381836139dc565b5f613e26565b613fcb868a92613946565b5151630656d02b60e21b5f5260045260245260445ffd5b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b61402991509c99969a9794929c9b989593919b6141a0565b9b5f5b8b5181101561405e57808e614057828f61404b60019661405192613946565b5161537b565b92613946565b520161402c565b509193969995989b614075909b919395989b615390565b6103643514155f613c7f565b602091828261408e614401565b92010152018d90613c08565b6040516329ded1a760e11b81526060600482015260066064820152651bdd5d1c1d5d60d21b60848201525f6024820152612000604482015260a490fd5b63e5ee734160e01b5f5260045260245ffd5b86632e3abafd60e01b5f5260045260245ffd5b91908110156139325760051b81013590601e198136030182121561346c5701908135916001600160401b03831161346c57602001823603811361346c579190565b9190820180921161347057565b8181029291811591840414171561347057565b6040519061416c6040836139dc565b6006825265456e69676d6160d01b6020830152565b604051906141906040836139dc565b60018252603160f81b6020830152565b906141aa82613a4e565b6141b760405191826139dc565b82815280926141c8601f1991613a4e565b0190602036910137565b9065ffffffffffff8091169116019065ffffffffffff821161347057565b604051906101c082018281106001600160401b03821117613975576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b9190811015613932576101c0020190565b9190820391821161347057565b51906001600160401b038216820361346c57565b51906001600160601b038216820361346c57565b919082604091031261346c578151801515810361346c5760209092015190565b60409066ffffffffffffff613b8a94931681528160208201520190613893565b467f000000000000000000000000000000000000000000000000000000000000000003614338577f000000000000000000000000000000000000000000000000000000000000000090565b61434061415d565b6020815191012061434f614181565b602081519101206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526143a760c0826139dc565b51902090565b5f52600160205260405f205490600160ff8316146143c757565b90613b8a906001600160801b031981165f52600260205260405f20545f525f60205264ffffffffff600160405f20015460281c1690615348565b6040519060e082018281106001600160401b03821117613975576040525f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b6101a090610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8352602083015e2090565b604090613b8a949281528160208201520191613b41565b929190926144dc610180820151926144ea63ffffffff6101a05f9660018060a01b031695015116956040519384916020830194632dcbe83b60e21b86528a6024850161447e565b03601f1981018452836139dc565b600160ff195f5c16175f5d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031694853b1561346c5760405163129d639560e01b8152600160048201525f81602481838b5af18015613461576149ec575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561490a5760405163129d639560e01b815260016004820152868160248183865af18015614923579087916149d7575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691823b1561492e5760405163129d639560e01b815260016004820152878160248183885af180156149cc579088916149b7575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b156149a85760405163129d639560e01b8152600160048201528881602481838a5af180156149ac57908991614993575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031695863b156149845760405163129d639560e01b8152600160048201528981602481838c5af1801561498857908a9161496f575b50506146d8603f84048461413d565b600181019081811161495b576114b5810180921161495b5761b0f501809111614947575a81811061493257505091889291838981945193f196865c60ff1916875d803b1561492e5786809160246040518094819363129d639560e01b83528160048401525af180156149235790879161490e575b5050803b1561490a5785809160246040518094819363129d639560e01b83528160048401525af180156148ff579086916148ea575b5050803b156148e65784809160246040518094819363129d639560e01b83528160048401525af180156148db579085916148c6575b5050803b156148c25783809160246040518094819363129d639560e01b83528160048401525af180156148b7579084916148a2575b5050803b1561489e5782809160246040518094819363129d639560e01b83528160048401525af180156148935761487a575b50916020917fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f12938261486f575b508161485d575b506040519015158152a2565b8481526005835260408120555f614851565b3b151591505f61484a565b6148858380926139dc565b61488f575f61481d565b5080fd5b6040513d85823e3d90fd5b8280fd5b816148ac916139dc565b61489e57825f6147eb565b6040513d86823e3d90fd5b8380fd5b816148d0916139dc565b6148c257835f6147b6565b6040513d87823e3d90fd5b8480fd5b816148f4916139dc565b6148e657845f614781565b6040513d88823e3d90fd5b8580fd5b81614918916139dc565b61490a57855f61474c565b6040513d89823e3d90fd5b8680fd5b6333f826af60e11b8b52600452602452604489fd5b634e487b7160e01b8a52601160045260248afd5b634e487b7160e01b8b52601160045260248bfd5b81614979916139dc565b61498457885f6146c9565b8880fd5b6040513d8c823e3d90fd5b8161499d916139dc565b6149a857875f61466a565b8780fd5b6040513d8b823e3d90fd5b816149c1916139dc565b61492e57865f61460b565b6040513d8a823e3d90fd5b816149e1916139dc565b61490a57855f6145ac565b6149f99195505f906139dc565b5f935f61454f565b604051637dd5641160e01b815260048101829052906020826024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215613461575f92614b28575b50614a60816151b7565b60405163b8dc491b60e01b81526001600160a01b039182166004820152928116602484018190529290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af1908115613461575f91614af5575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d602011614b20575b81614b10602093836139dc565b8101031261346c57516020614ac7565b3d9150614b03565b9091506020813d602011614b64575b81614b44602093836139dc565b8101031261346c57516001600160a01b038116810361346c57905f614a56565b3d9150614b37565b15614b7357565b634e487b7160e01b5f52600160045260245ffd5b6101c09082376101a0602082015160201b61018083015160808401516060850151171760a01c1761010083015160a08401511760401c1760c083015160801c176101408301516101208401511760601c1761016083015160281c1791015160201c1761346c57565b9190614c0790835f52600160205260405f2054615348565b9160ff8316908115614c1f5750600181036140d75750565b632e3abafd60e01b5f5260045260245ffd5b60808101516001600160a01b031680614c555750606001516001600160a01b031690565b905090565b92969490919395614cd6905f6101e052614c7661086486615311565b6101e05284515f525f60205260405f2092600184015498614cb160018060a01b036060890151166001600160401b0360a08a0151169061524b565b610200529a8b546101c05288878c8a6101e05191610200516101c05116151590615486565b9560ff8716614e1057614d2596976040614cef86614c31565b614cf887615444565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015298899081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613461575f985f91614deb575b50809815614ddd57505f614dd8937f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b39593614db493610200516101c051179055875190891515926101e05192615281565b94614dc1818651966156f4565b9160e18301376040519182916101e05196836142cd565b0390a3565b600f99509750505050505050565b9050614e0791985060403d604011610b4757610b3881836139dc565b9790975f614d63565b509495505f9450505050565b90614eb3929691999795949398996101a052610200525f6101c052614e466108646101a051615311565b6101c0526101a051515f525f60205260405f2093600185015493614e8a60018060a01b0360606101a0510151166001600160401b0360a06101a0510151169061524b565b6101e052998a546101805288610200516101c0516101a0516101e051610180511615158a615486565b9560ff8716614e10575f9388615002575b50614f129697506040614ed96101a051614c31565b614ee56101a051615444565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015297889081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613461575f975f91614fdd575b50809715614fd057506101e051610180511790556101a051516101c051614f7d9493861515939192615281565b907f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3614dd86101a0515192614fb5816101a0516156f4565b906102005160e18301376040519182916101c05196836142cd565b600f985096505050505050565b9050614ff991975060403d604011610b4757610b3881836139dc565b9690965f614f50565b9093506003830154976150136142ed565b9060406101a05101516004821061517a578160041161346c575f926150839160405160208101917f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be283526101c051604083015260608201526060815261507a6080826139dc565b51902090615427565b906150b16040519b8c93849362295ee560ea1b855260031901916004880191883560e01c9160048701613b61565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa978815613461575f9861515e575b506040606089015151980151978881106151475750614f12969750604051813560e01c81527fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee60206101c05192a23560e01c928796614ec4565b889063134a70cf60e11b5f5260045260245260445ffd5b6151739198503d805f833e612ca381836139dc565b965f6150ed565b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b6040519060208201907f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c82526040830152604082526151f76060836139dc565b905190206001600160a01b031690565b9060ff9060b01c1690811561523957506003811461522a57600281036135de5750565b637012946f60e01b5f5260045ffd5b6310aeede160e01b5f5260045260245ffd5b91909160018060a01b03165f52600360205260405f2066ffffffffffffff8360081c165f52602052600160ff60405f2093161b90565b95949392909564ffffffffff8316966152a164ffffffffff891415614b6c565b60018401918285116134705760019561ffff938766ffffffffff00009401555f1461530a57610100935b5f52856020526001600160801b0319169563ffffffff60601b9060601b1664ffffffffff60381b4260381b16179360101b1691161717171760405f2055565b5f936152cb565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b90600160ff8316149081615367575b5015613b8a5760ff191660021790565b905064ffffffffff8260101c16105f615357565b60e19060e0604051915f8353600183015e2090565b80518015615421575b600181116153af57506153ab90613925565b5190565b8060011c80915f5b8281106153f657506001808216146153d2575b509050615399565b60016153e46153ee925f190186613946565b5192019284613946565b52805f6153ca565b6001906041604051838153604060208460061b8a01018583015e2060208260051b88010152016153b7565b50505f90565b6042916040519161190160f01b8352600283015260228201522090565b6001600160801b0360c06001600160401b03610100840151166001600160601b03610120850151166001600160601b0361014086015116910201920151160190565b9897969895939194929560e08601516156e55764ffffffffff61016087015116428111908115916156ab575b5061569c576001600160401b03610100870151166103e8811061568c5760ff8260b01c166002810361566357506001600160601b03610120880151169160b81c8210615653576001600160601b0391826101408901511691020111615645576156385761553860018060a01b036101808601511663ffffffff6101a087015116906157b5565b1561562b57816155e7575b5050606082019560018060a01b0387511691843384141593846155d3575b505050506155c95761557290614c31565b6001600160a01b0381163381141595866155b4575b5050846155a0575b5050505061559b575f90565b600e90565b6155aa945061597a565b155f80808061558f565b516001600160a01b0316141594505f80615587565b5050505050600d90565b6155dd945061597a565b155f808481615561565b612000821161561e576155fb913691613a18565b60208151910120604083015103615613575f80615543565b505050505050600c90565b5050505050505050600b90565b5050505050505050600a90565b5050505050505050600990565b505050505050505050600890565b5050505050505050505050600790565b9a505050505050505050505080156156865760030361568157600590565b600690565b50600490565b5050505050505050505050600390565b50505050505050505050600290565b90506156de64ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261413d565b105f6154b2565b50505050505050505050600190565b91906101a0604051938260c10185526020810151602086015260408101516024860152606081015160601b6044860152608081015160601b605886015260a081015160c01b606c86015260c081015160801b607486015260e0810151608486015261010081015160c01b60a486015261012081015160a01b60ac86015261014081015160a01b60b886015261016081015160d81b60c486015261018081015160601b60c9860152015160e01b60dd840152610120601f199184010116604052565b6001600160a01b0316908115615974578015908115615967575b506158cc573081148015615935575b8015615903575b80156158d1575b6158cc577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159081615898575b81615864575b81615833575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415919050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316811415915061582a565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615824565b505f90565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146157ec565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146157e5565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146157de565b620f42409150115f6157cf565b90501590565b906001600160a01b0361598e858584615a36565b168015159081615a23575b50615a1a57813b15615a12576020936159db5f946159cd60405193849289840196630b135d3f60e11b88526024850161447e565b03601f1981018352826139dc565b8380525191620249f0fa5f513d82615a06575b50816159f8575090565b630b135d3f60e11b14919050565b6020111591505f6159ee565b505050505f90565b50505050600190565b6001600160a01b0384161490505f615999565b909160408103615a60578060201161346c5782359060401161346c576020613b8a93013591615a67565b5050505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615a1257601b9060ff1c019060ff8211613470576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa15613461575f519056fea164736f6c6343000825000a';
