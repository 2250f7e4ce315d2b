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
      "internalType": "uint32",
      "name": "index",
      "type": "uint32"
     },
     {
      "internalType": "bytes32",
      "name": "first",
      "type": "bytes32"
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
      "internalType": "struct Result",
      "name": "result",
      "type": "tuple"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct Place",
    "name": "place",
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
  '0x6102208060405234610445576160ef803803809161001d8285610507565b833981019061016081830312610445576100368161052a565b916100436020830161052a565b906100506040840161052a565b9361005d6060850161052a565b9061006a6080860161052a565b928060bf87011215610445576040519560c087016001600160401b038111888210176104f357604052869061016081019283116104455760a001905b8282106104db575050509160049391602093466101e0526040516100cb604082610507565b600681528581019065456e69676d6160d01b82525190206040516100f0604082610507565b6001815286810190603160f81b825251902060405190878201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c082610507565b519020610200526001600160a01b03908116608081905293811660a081905297811660c0521660e052610100526040516313aedd4b60e31b815292839182905afa908115610451575f916104a1575b5061012052604051634b2ba32b60e11b815290602082600481865afa918215610451575f9261045c575b5061023a6020916004936101405264ffffffffff8151166101605264ffffffffff60606102306102238685018481511661018052846080870151166101a0528460a0870151166101c052848087511691511690610550565b8360408601511690610550565b9201511690610550565b92604051928380926318ad752360e01b82525afa8015610451575f9061040f575b64ffffffffff915016106103d657604051615b7d908161057282396080518181816109460152818161129d015281816113080152818161186c015281816123f90152818161251d015281816134ed0152818161401e015281816143c2015281816145ca01528181614ccb01528181614eb801526159dd015260a0518181816130040152818161462501526159ab015260c05181818161150f0152818161161d015281816118b301528181611e1f01528181613f1e01528181614683015281816150560152615897015260e05181818161054c015281816107540152818161182501528181614349015281816146e2015261593f015261010051818181610f74015281816115d8015281816137de015261590b0152610120518161597901526101405181818161474101526158da01526101605181818161043d015261565a0152610180518181816111a901526125fb01526101a0518161166f01526101c051816105e701526101e0518161426f015261020051816142950152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d602011610449575b8161042960209383610507565b810103126104455761044064ffffffffff9161053e565b61025b565b5f80fd5b3d915061041c565b6040513d5f823e3d90fd5b91506020823d602011610499575b8161047760209383610507565b810103126104455761023a60209161049060049461052a565b935091506101cb565b3d915061046a565b90506020813d6020116104d3575b816104bc60209383610507565b81010312610445576104cd9061052a565b5f6101a1565b3d91506104af565b602080916104e88461053e565b8152019101906100a6565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176104f357604052565b51906001600160a01b038216820361044557565b519064ffffffffff8216820361044557565b9190820180921161055d57565b634e487b7160e01b5f52601160045260245ffdfe610220806040526004361015610013575f80fd5b5f610160525f3560e01c9081630838361714613822575080630f4f8cb6146137c2578063129d63951461377c57806317b1968814613723578063289e3694146133085780632c93a739146132d857806334e85d7f146130335780633a4b66f114612fec578063452a932014612fcf578063502e1a1614612f7b578063646f9e2014611b3157806365c7d79d1461197d5780636dc99d7c146118e25780637110d32e1461189b57806376cdb03b146118545780637b1039991461180d57806384b0196e14611749578063877037f3146116d65780638b83d8ee146116075780639c4a5470146114c7578063a5e360eb1461140d578063af9569d714611094578063b61a4d6014611076578063c2b6b58c1461104f578063c7df14e214611026578063d3bc6e5a14610fa3578063ec4b55d014610f5c578063ed80ed8314610d31578063ee71f9e114610c71578063f5f3f2bd146106e2578063f698da25146106bd578063fc54c8a81461050d5763fd5134d21461018d575f80fd5b346105065761019b366138d7565b60ff610160515c166104f1576101d2916101bd6101b6613c4e565b8095614ad4565b61016051918291829182918291829189614dbd565b60ff6101c051921690600f82146104cc5750806101f457602082604051908152f35b905060018114610499576002811461042757600381146103e157815161016051526101605160205260016040610160512001546102328184516151a8565b600782146103ac575060088114610397576009811461036057600a811461032957600b81146102e157600c81146102aa57600d0361029c57606001516001600160a01b03165b6101608051639a7d38d960e01b90526001600160a01b039190911660045251602490fd5b6102a590614b7e565b610278565b60405163705feb7760e01b815260206004820152806102dd602482016004815263626f647960e01b602082015260400190565b0390fd5b6040516329ded1a760e11b81526060600482015280610314606482016004815263626f647960e01b602082015260400190565b61016051602483015261200060448301520390fd5b5063ffffffff6101a060018060a01b036101808401511692015116906308d1816b60e31b6101605152600452602452604461016051fd5b506001600160401b0360a0600180821b0360608401511692015116906302af71f160e41b6101605152600452602452604461016051fd5b63326cb98d60e21b6101605152600461016051fd5b6001600160601b036101208492610160515060b81c920151169063b467f94560e01b6101605152600452602452604461016051fd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b6001420180421161047f5761046364ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261399a565b90635a262cfd60e01b6101605152600452602452604461016051fd5b634e487b7160e01b61016051526011600452602461016051fd5b6040516332364aa160e11b815260206004820152600a6024820152690cee4c2dce8e690c2e6d60b31b6044820152606490fd5b6104d5846152b2565b9063cf47918160e01b6101605152600452602452604461016051fd5b63b5dfd9e560e01b6101605152600461016051fd5b6101605180fd5b346105065760603660031901126105065760243560043568ffffffffffffffffff8216820361050657604435916001600160601b0383168303610506577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106a4578161016051526101605160205268ffffffffffffffffff60b81b9060b81b16600160b01b1760016040610160512001556001600160801b031981168061016051526002602052604061016051205461068b57610160515260026020528060406101605120556106506106147f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316613c30565b610160805184905260046020525160409020600101805465ffffffffffff60701b191660709290921b65ffffffffffff60701b16919091179055565b6101608051919091526004602052516040812060010180546001600160a01b031660a09390931b6001600160a01b0319169290921790915580f35b50630e55475160e41b6101605152600452602461016051fd5b63570870ef60e11b610160515233600452602461016051fd5b3461050657610160513660031901126105065760206106da61426c565b604051908152f35b346105065760603660031901126105065760243563ffffffff60e01b8116809103610506576001600160401b03604435169081604435036105065760ff610160515c166104f157604051636574393b60e11b81526004803590820152602481018290526044810183905260c0816064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610b4e576101605191610b9e575b5082431115610b855760a063ffffffff916107a8613c4e565b93600435855260208501526040516020810190868252602081526107cd604082613a29565b51902060408501526107e0600435615158565b600180841b0316806060860152608085015284828501526001600160401b036040820151166101008501526001600160601b036060820151166101208501526001600160601b0360808201511661014085015201511664ffffffffff42160164ffffffffff811161047f5764ffffffffff16610160820152610871610864826153be565b61086c61426c565b6152f4565b90600435610160515261016051602052600160406101605120019283549061089b826004356151a8565b60608301516108b690604435906001600160a01b03166151ec565b909181835416610b5c57506001600160401b03610100850151166001600160601b03610120860151166001600160601b03610140870151169102016001600160601b0381116103975760608501516040805163282d3fdf60e01b81526001600160a01b0392831660048201526001600160601b0393909316602484018190526101605190939283916044918391907f0000000000000000000000000000000000000000000000000000000000000000165af1908115610b4e5761016051906101605192610b1c575b5015610b01575050815417905564ffffffffff81811691906109a290831415614536565b60018101811161047f57610af684938260209760017f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3950190556101605150856101605152600188526101016001600160801b0319600435169166ffffffffff000064ffffffffff60381b4260381b169160101b16171717604061016051205561016051506101a06040519160e18352888101518984015260408101516024840152606081015160601b6044840152608081015160601b605884015260a081015160c01b606c84015260c081015160801b607484015260e0810151608484015261010081015160c01b60a484015261012081015160a01b60ac84015261014081015160a01b60b884015261016081015160d81b60c484015261018081015160601b60c9840152015160e01b60dd820152601f1961014082011660405260443560e1820152604051918291600435958361424c565b0390a3604051908152f35b63cf47918160e01b6101605152600452602452604461016051fd5b9050610b40915060403d604011610b47575b610b388183613a29565b81019061422c565b908961097e565b503d610b2e565b6040513d61016051823e3d90fd5b84606060018060a01b03910151166302af71f160e41b6101605152600452602452604461016051fd5b82631f0cdcef60e01b6101605152600452602461016051fd5b905060c0813d60c011610c69575b81610bb960c09383613a29565b81010312610506576040519060c082016001600160401b03811183821017610c4f5760405280516001600160e01b03198116810361050657610c449160a0918452610c0660208201614204565b6020850152610c1760408201614204565b6040850152610c2860608201614218565b6060850152610c3960808201614218565b608085015201613ae5565b60a08201528361078f565b634e487b7160e01b61016051526041600452602461016051fd5b3d9150610bac565b346105065736600319016103c08112610506576101c013610506576101c4356001600160401b03811161050657610cac903690600401613886565b90610180366101e31901126105065761036435916001600160401b038311610506576101406003198436030112610506576103843563ffffffff81168103610506576103a4356001600160401b03811161050657610d0e903690600401613886565b93909260ff610160515c166104f157610d2a9560040191613cf4565b6101605180f35b34610506576060366003190112610506576004356001600160401b03811161050657610d61903690600401613914565b6024356001600160401b03811161050657610d80903690600401613856565b90916044356001600160401b03811161050657610da1903690600401613856565b91909460ff610160515c166104f15781158015610f52575b610f1157818414801590610ef4575b610ea057610dd4613c4e565b93610160515b838110610de8576101605180f35b610dfc86610df7838787613cc5565b614ad4565b610e07818389613945565b909190600182901b906001600160ff1b038316830361047f57610e2b82898d613945565b9490926001810190811061047f5760019560ff94610e58948f8e948e610e5092613945565b959094614bfb565b501680610e67575b5001610dda565b60407fd0584cc11edec5eb83062b399d016239cbe1403d7ad01498cb60f598f00068179181519060ff851682526020820152a189610e60565b50600181901b906001600160ff1b0381160361047f5760a4906101605150604051906329ded1a760e11b82526060600483015260046064830152637369677360e01b60848301528060248301526044820152fd5b506001600160ff1b038216820361047f578160011b831415610dc8565b6040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a481015b60016024830152604060448301520390fd5b5060408211610db9565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065760403660031901126105065760043560243560ff610160515c166104f1573361016051526003602052604061016051208261016051526020526040610160512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101605180f35b3461050657602036600319011261050657602060ff611046600435614ba7565b16604051908152f35b34610506576101605136600319011261050657602060ff610160515c166040519015158152f35b346105065760203660031901126105065760206106da600435614ba7565b34610506576020366003190112610506576004356001600160401b038111610506576110c4903690600401613914565b60ff610160515c166104f15780158015611403575b610f1157906110e6613c4e565b9161016051906101008401915b818110611101576101605180f35b61111085610df7838588613cc5565b61111c610864866153be565b908551610160515261016051602052600160406101605120015491610160515064ffffffffff8360281c166111518183614b3c565b90601082901c64ffffffffff168181036113e7575064ffffffffff6101608a015116804211156113cf5750610160519164ffffffffff6101608b01511661016051506111cf64ffffffffff8360381c1664ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169061399a565b11156113a1575b5063ffffffff8216611398576001600160601b036101208a0151166101605150806103e802906103e882040361047f575b61124d611239826001600160401b038b51168d6001600160601b03610140816101208401511692015116910201613cd6565b6001600160801b0360c08d0151169061399a565b95846101605152600160205260036040610160512055610160515065010000000000810180911161047f578a51610160515261016051602052600160406101605120015561129a8a614b7e565b907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156105065760405163794bdf3360e11b81526001600160a01b0392831660048201526024810188905260448101919091526101605190918290606490829084907f0000000000000000000000000000000000000000000000000000000000000000165af18015610b4e5761137d575b5060607f435751470d6238db048cfa2a18431a7f398a19f4c8741b0d175f33e1efc2178b9160019663ffffffff8c51956040519384521660208301526040820152a3016110f3565b6101605161138a91613a29565b610160516105065789611335565b61016051611207565b9091505f196001600883901c16016113c1575063ffffffff5b90896111d6565b60601c63ffffffff166113ba565b631f98655760e21b6101605152600452602461016051fd5b906319a0d83760e31b6101605152600452602452604461016051fd5b50604081116110d9565b346105065761141b366138d7565b9060ff610160515c166104f15761143a611433613c4e565b8094614ad4565b611446610864846153be565b8061016051526005602052604061016051205480156114ae5761146a368585613a65565b602081519101200361147f57610d2a93614568565b60405163705feb7760e01b81526020600482015260066024820152651bdd5d1c1d5d60d21b6044820152606490fd5b5063d098f33360e01b6101605152600452602461016051fd5b346105065760603660031901126105065760243563ffffffff811690600435908290036105065760443563ffffffff8116908190036105065760ff610160515c166104f157337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415806115d4575b6106a457817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff066040610d2a9583610160515261016051602052600182610160512001546101605150600160b21b9060ff60b01b191617846101605152610160516020526001836101605120015583610160515261016051602052600382610160512001549482519182526020820152a361432c565b50337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316141561153f565b34610506576040366003190112610506576004357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106a45780610d2a91610160515261016051602052602435600360406101605120015561169c7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316613c30565b9061016051526004602052600160406101605120019081549065ffffffffffff60701b9060701b169065ffffffffffff60701b1916179055565b3461050657602036600319011261050657606060043580610160515261016051602052600160406101605120015490610160515060ff61ffff8360781c1692610160515060b01c169061016051526101605160205260036040610160512001549060405192835260208301526040820152f35b346105065761016051366003190112610506576117ab611767613bed565b61176f613c11565b604051906020906117b9906117848385613a29565b6101605184525f368137604051958695600f60f81b875260e08588015260e08701906138b3565b9085820360408701526138b3565b4660608501523060808501526101605160a085015283810360c0850152818084519283815201930191610160515b8281106117f657505050500390f35b8351855286955093810193928101926001016117e7565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610506576020366003190112610506576040516118ff816139f2565b6101605181526101605160208201526040610160519101526004356101605152600460205260606040610160512065ffffffffffff600182549201546001600160401b0360405161194f816139f2565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b346105065760203660031901126105065760405161199a816139d6565b6101605181526101605160208201526101605160408201526101605160608201526101605160808201526101605160a08201526101605160c08201526101605160e082015261016051610100820152610160519061012001526004356101605152610160516020526101605160409020600181015481549161016051508160281c64ffffffffff169161016051508060781c61ffff169061016051508060901c63ffffffff169061016051508060b01c60ff1692600285015494600301549560405190611a66826139d6565b8882526020820164ffffffffff851681526040830191825260608301928560501c64ffffffffff1684526080810194855260a081019560881c60ff16865260c0810196875260e08101978852610100810198895261012001988952604051998a525166ffffffffffffff1660208a01525166ffffffffffffff1660408901525166ffffffffffffff1660608801525161ffff1660808701525161ffff1660a08601525163ffffffff1660c08501525160ff1660e0840152516101008301525161012082015261014090f35b346105065736600319016101e08112610506576101801361050657610184356001600160401b03811161050657611b6c903690600401613886565b6101a43561010081905290919063ffffffff81169003610506576101c4356001600160401b03811161050657611ba6903690600401613886565b60ff610160939293515c166104f157604051610120819052611bc790613a0d565b6101605160206101205101526101605160406101205101526101605160606101205101526101605160806101205101526101605160a06101205101526101605160c06101205101526101605160e0610120510152610160516101006101205101526101605161012080510152610160516101406101205101526101605161016061012051015261012051506101806004610120513760c061012051015160806101205101516020610120510151171760101c604061012051015160081c17606061012051015160381c176105065761012051516101605152610160516020526040610160512093600185015493610160515060ff8560b01c16600387015460a061012051015190808214801590612f73575b612f5957505061ffff602061012051015116610160515061ffff8760781c16808203612f3e575050610120516040015160ff1680612eea575060018103612ed2575061012051516101605152600460205265ffffffffffff600160406101605120015460701c16804311612eba57505b610120516040015160ff16600114612e605761ffff60806101205101511661218a575b85546101208051015190808203612e45575050610120516060015166ffffffffffffff16602886901c64ffffffffff16808203612e2a575050600561ffff60c0610120510151161015612deb5761ffff60c0610120510151161560e06101205101511503612db857611e1b92611de761086461012051614497565b60e05260a061012051015191604051948592839262295ee560ea1b84526101605195610100519060e0519060048701613bc1565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215610b4e576101605192612d91575b50606082015151926040830151808510612d755750602083015184109161ffff6080610120510151169060405161014052611e97610140516139a7565b61016051610140515261016051602061014051015261016051604061014051015260608061014051015281610110810204610110148215171561047f576101108202811061218a57611eee90610110830290613cd6565b80602061014051015281606f810204606f148215171561047f57606f611f1592029061399a565b90611f38611f2283613a4a565b92611f306040519485613a29565b808452613a4a565b602083019290601f1901368437606061014051015261014051526040610140510152600160ff60406101205101511614155f1461222c5761220c5750506101606101205101516121d8576101205160c081015160409091015161201e9261ffff8316929160ff60b01b198216600160b11b179060ff166121c457611fe3611fcd8563ffffffff61016051945b60901c1661399a565b9463ffffffff86111590816121b8575b50614536565b60501b60ff60501b169265ffffffffffff60881b1990911660889290921b61ffff60881b169190911760909190911b17600160b11b1761399a565b905b602061014051015161218a57600291600182015561014061012051015181550180546040516020810191825260e051604082015260408152612063606082613a29565b519020905561012051517f95bf37f7f14f8e9555df19178d293ef803df0197f3094e8a7ebacc06fc2cf18d612180606061014051015160405191829160e051835263ffffffff610100511660208401526101205151604084015261ffff602061012051015116606084015260ff604061012051015116608084015266ffffffffffffff60606101205101511660a084015261ffff60806101205101511660c084015260a061012051015160e084015261ffff60c06101205101511661010084015260e0610120510151610120840152610100610120510151610140840152610120805101516101608401526101406101205101516101808401526101606101205101516101a08401526101e06101c08401526101e08301906138b3565b0390a26101605180f35b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b60ff9150111588611fdd565b611fe3611fcd8563ffffffff600194611fc4565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b602001519063134a70cf60e11b6101605152600452602452604461016051fd5b9091506101605150610160519161ffff6080610120510151169060405160c05260c05161010060c05101106001600160401b0361010060c051011117610c4f5761010060c05101604052606060c0515261016051602060c051015261016051604060c051015261016051606060c051015261016051608060c05101526101605160a060c0510152606060c080510152606060e060c0510152606081015160c0515233604060c051015260018201821161047f57906122ec60018201613ace565b6122f96040519182613a29565b60018201808252601f199061230d90613ace565b0136602083013760c08051015261232660018201613ace565b6123336040519182613a29565b60018201808252601f199061234790613ace565b0136602083013760e060c051015261236f61236182613ace565b604051608052608051613a29565b8060805152601f1961238082613ace565b01366020608051013761239161426c565b9061239a613c4e565b90610120515182526123aa6144ce565b91610160519466ffffffffffffff60606101205101511660a05261016051945b838610612785575050505050506123e2608051615326565b610160610120510151036121d85780612726575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b1561050657604051630211057760e41b815260206004820152610124810160c05151906101006024840152815180915260206101448401920190610160515b81811061270a57505050602060c0510151604483015260018060a01b03604060c0510151166064830152606060c05101516084830152608060c051015160a483015260a060c051015160c483015260c080510151906023198382030160e484015260208083519283815201920190610160515b8181106126eb5750505060e060c0510151906023198382030161010484015260208083519283815201920190610160515b8181106126d5575050610160519183915081900381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610b4e576126ba575b506125f3575b506125779066ffff0000000000608061012051015160281b169061399a565b6101205160c001519061ffff82166125b161259c82609085901c63ffffffff1661399a565b9163ffffffff83111590816125e75750614536565b60901b9161ffff60881b9060881b169064ffffffffff60881b191617176101605150600160501b810180911161047f5790612020565b60ff9150111586611fdd565b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612626828261399a565b42106126985750506101205180516060909101516040805166ffffffffffffff9290921682526101005163ffffffff1660208301526125779360ff60b01b1916600360b01b1792917f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b9190a290612558565b6126a2925061399a565b633757166760e21b6101605152600452602461016051fd5b610160516126c791613a29565b610160516105065784612552565b8251845260209384019390920191600101612505565b82516001600160a01b03168452602093840193909201916001016124d4565b825163ffffffff16845260209384019390920191600101612461565b6127336101205151615158565b61274960c08051015160a060c051015190614514565b6001600160a01b03909116905260c05160e081015160a0919091015161277e9161277282614528565b60a060c0510152614514565b52846123f6565b9091929394959750610140515163ffffffff60e01b813516602085015260048101356040850152602481013560601c6060850152603881013560601c6080850152604c81013560c01c60a0850152605481013560801c60c0850152606481013560e0850152608481013560c01c610100850152608c81013560a01c610120850152609881013560a01c61014085015260a481013560d81c61016085015260a981013560601c61018085015260bd81013560e01c6101a085015260c181013560f81c602087015260c281013560f01c604087015260c481013560c01c606087015260cc810135608087015260ec81013560c087015261200061010c82013560e01c11612d3557602061014051015161010c82013560e01c1161218a57606f9061010c6128b86128b2876153be565b856152f4565b916101106101405151604061014051015194808652604f8585013560e01c0160c1830160208801378b528383013560e01c8686012060a08c01528383013560e01c010161014051528181013560e01c6020610140510151036020610140510152013560e01c0101604061014051015261293085615311565b61293c87608051614514565b5261294a60a0518651614b3c565b60a051601082901c64ffffffffff16908103612d17575064ffffffffff90610160515060381c169764ffffffffff61016085015116804211612cff575060ff60208701511660018110908115612cf4575b50612cc5576001600160401b036060870151166001600160401b036101008601511610612c95578615612c49575b8251906101605150610160519060ff602089015116916001600160401b0360608a015116876001600160601b0361012082015116916101605150600586145f14612c4357506103e8955b61014082015161016051966001600160601b0382169160021c6b3fffffffffffffffffffffff16908890600103612c2b5750612a8f6001600160601b03612a7383965b826101206001600160401b03610100840151169201511690613a9b565b9916612a8a876001600160401b038d16028b613cd6565b61399a565b978315612c115760c0805160200180516001600160401b03909c169097028581049b8c01909752805160600180516003860260021c6001600160601b03908116918201909252915160800180519583900382169490940381169b909502968790039a909a019283019091526101408c0151600199612b1f968a010194841694909401909101929091160114614536565b602089015160ff168403612bfc57506001600160801b0360c087015116915b612b4787614b7e565b9060a060c05101519081151580612bd1575b15612b985760c05160e001519250612b81915f190190612b798285614514565b510192614514565b525b01968160a0510160a0520194939291906123ca565b8592612ba98360c080510151614514565b90848060a01b03169052612bc38260e060c0510151614514565b520160a060c0510152612b83565b5060c080510151612bec878060a01b03915f19850190614514565b5116868060a01b03841614612b59565b916001600160801b0360c08801511601612b3e565b634e487b7160e01b61016051526012600452602461016051fd5b939750612a8f6001600160601b03612a73839a612a56565b95612a13565b855161016051526001602052600269ffffffffffffffffffff1960e0511669ffffffffff00000000004260281b1664ffffffff006101005160081b1617171760406101605120556129c9565b60405163031e2b2960e51b815260206004820152600760248201526619d85cd55cd95960ca1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600660248201526573746174757360d01b6044820152606490fd5b60059150118c61299b565b632d27b24760e21b6101605152600452602461016051fd5b6319a0d83760e31b610160515260a051600452602452604461016051fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b6084820152610160516024820152612000604482015260a490fd5b8463134a70cf60e11b6101605152600452602452604461016051fd5b612db19192503d8061016051833e612da98183613a29565b810190613af6565b9085611e5a565b60405163031e2b2960e51b815260206004820152600a6024820152690c2c4dee4e8e690c2e6d60b31b6044820152606490fd5b60a46040516329ded1a760e11b8152606060048201526007606482015266185d1d195b5c1d60ca1b608482015261016051602482015260046044820152fd5b6319a0d83760e31b6101605152600452602452604461016051fd5b63a864586d60e01b6101605152600452602452604461016051fd5b61ffff6080610120510151168015908115612eaf575b5015611d6c576040516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b60848201528060a48101610f40565b604091501187612e76565b63678af2e360e11b6101605152600452602461016051fd5b63d472249760e01b6101605152600452602461016051fd5b60021015612f1e5760646040516332364aa160e11b81526020600482015260046024820152631ada5b9960e21b6044820152fd5b600281141580612f33575b612ed25750611d49565b506003811415612f29565b636ade2f3960e01b6101605152600452602452604461016051fd5b62f0828760e11b6101605152600452602452604461016051fd5b508015611cd9565b34610506576040366003190112610506576004356001600160a01b03811690819003610506576101605152600360205260406101605120602435610160515260205260206040610160512054604051908152f35b346105065761016051366003190112610506576020604051308152f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065736600319016102408112610506576101c013610506576101c4356001600160401b0381116105065761306e903690600401613886565b906101e4356001600160401b0381116105065761308f903690600401613886565b9190610204356001600160401b038111610506576130b1903690600401613886565b9490610224356001600160401b038111610506576130d3903690600401613886565b60ff610160969296515c166104f1576130ea613c4e565b956101c060048837602087015160201b9861018088019485519a60808a01519b60608b019c8d51171760a01c17996101008a01519a60a08b019b8c511760401c1760c08b015160801c17986101408b0151996101208c019a8b511760601c176101608c015160281c17986101a08c01998a5160201c176105065761316e978c614dbd565b6101c0519660ff9092169490600f86146132cf57508461319357602087604051908152f35b87965060018514610499576002851461042757600385146103e157855161016051526101605160205260016040610160512001546131d28188516151a8565b6007861461329f57505060088414610397576009841461326c5750600a831461323d575050600b81146102e157600c81146102aa57600d036132335750516101608051639a7d38d960e01b90526001600160a01b0390911660045251602490fd5b6102a59150614b7e565b51905161016080516308d1816b60e31b90526001600160a01b0390921660045263ffffffff1660245251604490fd5b8551905161016080516302af71f160e41b90526001600160a01b039092166004526001600160401b031660245251604490fd5b6001600160601b0390610160515060b81c9151169063b467f94560e01b6101605152600452602452604461016051fd5b6104d5876152b2565b34610506576020366003190112610506576004356101605152600560205260206040610160512054604051908152f35b34613572576040366003190112613572576004356024356001600160401b0381116135725761333b903690600401613856565b60ff5f5c1661371457825f525f60205260ff600160405f20015460b01c168015613701576002811415806136f6575b6136e45750801580156136da575b61369e57825f52600460205260405f2091600183018054936001600160401b038516908054905f5b86811061358a57508190556001600160401b03851695868301906001600160401b03821161357657869461340d9286926001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171780915560a01c613a9b565b806134e9575b506040519560a08701928752602087015260408601526001600160401b034316606086015260a060808601525260c0830160c08360051b85010192826101605190601e19813603015b83831061349157887ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd8989038aa26101605180f35b90919293949560bf1988820301865286358281121561050657830190602082359201916001600160401b038111610506578036038313610506576134db6020928392600195613aae565b98019601949301919061345c565b92507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156135725760405163a3ffa9cd60e01b815233600482015260248101949094525f908490604490829084905af192831561356757859315613413575f61355c91613a29565b5f6101605287613413565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52601160045260245ffd5b91613596838888613945565b606081939293108015613693575b613657576135b2858761399a565b81601411613572576001936135ca8d93369083613a65565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c0815261362b60e082613a29565b519020604051906020820192835260408201526040815261364d606082613a29565b51902092016133a0565b60a46040516329ded1a760e11b8152606060048201526005606482015264656e74727960d81b6084820152606060248201526120006044820152fd5b5061200081116135a4565b60a46040516329ded1a760e11b8152606060048201526006606482015265626f6469657360d01b60848201526001602482015260406044820152fd5b5060408111613378565b63d472249760e01b5f5260045260245ffd5b50600381141561336a565b836310aeede160e01b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b346135725760203660031901126135725760043560ff5f5c1661371457805f525f60205260ff600160405f20015460b01c169060048203613769576137679061432c565b005b5063d472249760e01b5f5260045260245ffd5b3461357257602036600319011261357257600435801515809103613572573033036137af5760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b346135725760403660031901126135725760ff5f5c16613714577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036137af576004355f52600160205260243560405f20555f80f35b34613572576020366003190112613572576020906004355f526004825265ffffffffffff600160405f20015460701c168152f35b9181601f84011215613572578235916001600160401b038311613572576020808501948460051b01011161357257565b9181601f84011215613572578235916001600160401b038311613572576020838186019501011161357257565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9060031982016101e08112613572576101c013613572576004916101c435906001600160401b0382116135725761391091600401613886565b9091565b9181601f84011215613572578235916001600160401b038311613572576020808501946101c0850201011161357257565b91908110156139865760051b81013590601e19813603018212156135725701908135916001600160401b038311613572576020018236038113613572579190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161357657565b608081019081106001600160401b038211176139c257604052565b634e487b7160e01b5f52604160045260245ffd5b61014081019081106001600160401b038211176139c257604052565b606081019081106001600160401b038211176139c257604052565b61018081019081106001600160401b038211176139c257604052565b90601f801991011681019081106001600160401b038211176139c257604052565b6001600160401b0381116139c257601f01601f191660200190565b929192613a7182613a4a565b91613a7f6040519384613a29565b829481845281830111613572578281602093845f960137010152565b8181029291811591840414171561357657565b908060209392818452848401375f828201840152601f01601f1916010190565b6001600160401b0381116139c25760051b60200190565b519063ffffffff8216820361357257565b602081830312613572578051906001600160401b0382116135725701906080828203126135725760405191613b2a836139a7565b8051835260208101516020840152604081015160408401526060810151906001600160401b03821161357257019080601f83011215613572578151613b6e81613ace565b92613b7c6040519485613a29565b81845260208085019260051b82010192831161357257602001905b828210613ba957505050606082015290565b60208091613bb684613ae5565b815201910190613b97565b90613bea959360809363ffffffff92845260208401521660408201528160608201520191613aae565b90565b60405190613bfc604083613a29565b6006825265456e69676d6160d01b6020830152565b60405190613c20604083613a29565b60018252603160f81b6020830152565b9065ffffffffffff8091169116019065ffffffffffff821161357657565b604051906101c082018281106001600160401b038211176139c2576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b9190811015613986576101c0020190565b9190820391821161357657565b3563ffffffff811681036135725790565b92949093915f95613d03613c4e565b92613d0f846004614ad4565b613d1b610864856153be565b94613d2586614ba7565b9160ff831680156141f157600281036141df575061200089116141a257613d4b85613ce3565b93604051613d5881613a0d565b60208101905f825260408101905f8252606081015f815260808201925f84525f60a084015260c08301945f86525f60e08501525f6101008501525f6101208501525f6101408501526101608401955f87526101806101e48637519085519051171760101c905160081c17905160381c1761357257613dd46144ce565b9160e060408b0184376020830193845160081c604085015160101c17606085015160401c17613572578a63ffffffff9261ffff613e19613e1388615311565b93613ce3565b91511693849116109283159361413f575b5050506121d857610864613e3d91614497565b9763ffffffff613e4c82613ce3565b16614136575080515b5f52600160205260405f205460501c8860501c0361410757518981036140f0575060ff600191511603612cc5575f91613f1a613efb613e95368e8e613a65565b602081519101209863ffffffff6040519960208b01927f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977845260408c015216988960608201528a608082015260808152613ef060a082613a29565b51902061086c61426c565b60405162295ee560ea1b81529586948594926102843560048701613bc1565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115613567575f916140d6575b506040606082015151910151908181106140c15750505f85815260016020526040902060ff19909116600417905561014083015184919060021c6b3fffffffffffffffffffffff1680614019575b507fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19906040519081526040602082015280613fe3604082018a8a613aae565b0390a26101808201516001600160a01b031615614011576040868461400f985260056020522055614568565b565b505050505050565b9091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613572575f9160648392604051948593849263794bdf3360e11b845233600485015260248401528160448401525af180156135675761408c575b908491613fa4565b6140999197505f90613a29565b5f957fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19614084565b63134a70cf60e11b5f5260045260245260445ffd5b6140ea91503d805f833e612da98183613a29565b5f613f56565b8990630656d02b60e21b5f5260045260245260445ffd5b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b60200135613e55565b9091925061414c8c613ce3565b916101208d0135368e9003601e1901811215613572578d01918235926001600160401b03841161357257602001918360051b360383136135725763ffffffff614196951690615696565b905114155f8080613e2a565b6040516329ded1a760e11b81526060600482015260066064820152651bdd5d1c1d5d60d21b60848201525f6024820152612000604482015260a490fd5b63e5ee734160e01b5f5260045260245ffd5b87632e3abafd60e01b5f5260045260245ffd5b51906001600160401b038216820361357257565b51906001600160601b038216820361357257565b919082604091031261357257815180151581036135725760209092015190565b60409066ffffffffffffff613bea949316815281602082015201906138b3565b467f0000000000000000000000000000000000000000000000000000000000000000036142b7577f000000000000000000000000000000000000000000000000000000000000000090565b6142bf613bed565b602081519101206142ce613c11565b602081519101206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261432660c082613a29565b51902090565b604051637dd5641160e01b815260048101829052906020826024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215613567575f92614453575b5061438b81615158565b60405163b8dc491b60e01b81526001600160a01b039182166004820152928116602484018190529290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af1908115613567575f91614420575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d60201161444b575b8161443b60209383613a29565b81010312613572575160206143f2565b3d915061442e565b9091506020813d60201161448f575b8161446f60209383613a29565b8101031261357257516001600160a01b038116810361357257905f614381565b3d9150614462565b6101a090610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8352602083015e2090565b6040519060e082018281106001600160401b038211176139c2576040525f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b80518210156139865760209160051b010190565b5f1981146135765760010190565b1561453d57565b634e487b7160e01b5f52600160045260245ffd5b604090613bea949281528160208201520191613aae565b929190926145af610180820151926145bd63ffffffff6101a05f9660018060a01b031695015116956040519384916020830194632dcbe83b60e21b86528a60248501614551565b03601f198101845283613a29565b600160ff195f5c16175f5d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031694853b156135725760405163129d639560e01b8152600160048201525f81602481838b5af1801561356757614abf575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156149dd5760405163129d639560e01b815260016004820152868160248183865af180156149f657908791614aaa575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691823b15614a015760405163129d639560e01b815260016004820152878160248183885af18015614a9f57908891614a8a575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b15614a7b5760405163129d639560e01b8152600160048201528881602481838a5af18015614a7f57908991614a66575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031695863b15614a575760405163129d639560e01b8152600160048201528981602481838c5af18015614a5b57908a91614a42575b50506147ab603f84048461399a565b6001810190818111614a2e576114b58101809211614a2e5761b0f501809111614a1a575a818110614a0557505091889291838981945193f196865c60ff1916875d803b15614a015786809160246040518094819363129d639560e01b83528160048401525af180156149f6579087916149e1575b5050803b156149dd5785809160246040518094819363129d639560e01b83528160048401525af180156149d2579086916149bd575b5050803b156149b95784809160246040518094819363129d639560e01b83528160048401525af180156149ae57908591614999575b5050803b156149955783809160246040518094819363129d639560e01b83528160048401525af1801561498a57908491614975575b5050803b156149715782809160246040518094819363129d639560e01b83528160048401525af180156149665761494d575b50916020917fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f129382614942575b5081614930575b506040519015158152a2565b8481526005835260408120555f614924565b3b151591505f61491d565b614958838092613a29565b614962575f6148f0565b5080fd5b6040513d85823e3d90fd5b8280fd5b8161497f91613a29565b61497157825f6148be565b6040513d86823e3d90fd5b8380fd5b816149a391613a29565b61499557835f614889565b6040513d87823e3d90fd5b8480fd5b816149c791613a29565b6149b957845f614854565b6040513d88823e3d90fd5b8580fd5b816149eb91613a29565b6149dd57855f61481f565b6040513d89823e3d90fd5b8680fd5b6333f826af60e11b8b52600452602452604489fd5b634e487b7160e01b8a52601160045260248afd5b634e487b7160e01b8b52601160045260248bfd5b81614a4c91613a29565b614a5757885f61479c565b8880fd5b6040513d8c823e3d90fd5b81614a7091613a29565b614a7b57875f61473d565b8780fd5b6040513d8b823e3d90fd5b81614a9491613a29565b614a0157865f6146de565b6040513d8a823e3d90fd5b81614ab491613a29565b6149dd57855f61467f565b614acc9195505f90613a29565b5f935f614622565b6101c09082376101a0602082015160201b61018083015160808401516060850151171760a01c1761010083015160a08401511760401c1760c083015160801c176101408301516101208401511760601c1761016083015160281c1791015160201c1761357257565b9190614b5490835f52600160205260405f20546153f5565b9160ff8316908115614b6c5750600181036141df5750565b632e3abafd60e01b5f5260045260245ffd5b60808101516001600160a01b031680614ba25750606001516001600160a01b031690565b905090565b5f52600160205260405f205490600160ff831614614bc157565b90613bea906001600160801b031981165f52600260205260405f20545f525f60205264ffffffffff600160405f20015460281c16906153f5565b92969490919395614c77905f6101e052614c17610864866153be565b6101e05284515f525f60205260405f2092600184015498614c5260018060a01b036060890151166001600160401b0360a08a015116906151ec565b610200529a8b546101c05288878c8a6101e05191610200516101c05116151590615428565b9560ff8716614db157614cc696976040614c9086614b7e565b614c99876152b2565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015298899081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613567575f985f91614d8c575b50809815614d7e57505f614d79937f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b39593614d5593610200516101c051179055875190891515926101e05192615222565b94614d6281865196615799565b9160e18301376040519182916101e051968361424c565b0390a3565b600f99509750505050505050565b9050614da891985060403d604011610b4757610b388183613a29565b9790975f614d04565b509495505f9450505050565b90614e54929691999795949398996101a052610200525f6101c052614de76108646101a0516153be565b6101c0526101a051515f525f60205260405f2093600185015493614e2b60018060a01b0360606101a0510151166001600160401b0360a06101a051015116906151ec565b6101e052998a546101805288610200516101c0516101a0516101e051610180511615158a615428565b9560ff8716614db1575f9388614fa3575b50614eb39697506040614e7a6101a051614b7e565b614e866101a0516152b2565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015297889081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015613567575f975f91614f7e575b50809715614f7157506101e051610180511790556101a051516101c051614f1e9493861515939192615222565b907f28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3614d796101a0515192614f56816101a051615799565b906102005160e18301376040519182916101c051968361424c565b600f985096505050505050565b9050614f9a91975060403d604011610b4757610b388183613a29565b9690965f614ef1565b909350600383015497614fb461426c565b9060406101a05101516004821061511b5781600411613572575f926150249160405160208101917f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be283526101c051604083015260608201526060815261501b608082613a29565b519020906152f4565b906150526040519b8c93849362295ee560ea1b855260031901916004880191883560e01c9160048701613bc1565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa978815613567575f986150ff575b506040606089015151980151978881106150e85750614eb3969750604051813560e01c81527fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee60206101c05192a23560e01c928796614e65565b889063134a70cf60e11b5f5260045260245260445ffd5b6151149198503d805f833e612da98183613a29565b965f61508e565b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b6040519060208201907f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c8252604083015260408252615198606083613a29565b905190206001600160a01b031690565b9060ff9060b01c169081156151da5750600381146151cb57600281036136e45750565b637012946f60e01b5f5260045ffd5b6310aeede160e01b5f5260045260245ffd5b91909160018060a01b03165f52600360205260405f2066ffffffffffffff8360081c165f52602052600160ff60405f2093161b90565b95949392909564ffffffffff83169661524264ffffffffff891415614536565b60018401918285116135765760019561ffff938766ffffffffff00009401555f146152ab57610100935b5f52856020526001600160801b0319169563ffffffff60601b9060601b1664ffffffffff60381b4260381b16179360101b1691161717171760405f2055565b5f9361526c565b6001600160801b0360c06001600160401b03610100840151166001600160601b03610120850151166001600160601b0361014086015116910201920151160190565b6042916040519161190160f01b8352600283015260228201522090565b60e19060e0604051915f8353600183015e2090565b805180156153b8575b600181116153465750805115613986576020015190565b8060011c80915f5b82811061538d5750600180821614615369575b50905061532f565b600161537b615385925f190186614514565b5192019284614514565b52805f615361565b6001906041604051838153604060208460061b8a01018583015e2060208260051b880101520161534e565b50505f90565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b90600160ff8316149081615414575b5015613bea5760ff191660021790565b905064ffffffffff8260101c16105f615404565b9897969895939194929560e08601516156875764ffffffffff610160870151164281119081159161564d575b5061563e576001600160401b03610100870151166103e8811061562e5760ff8260b01c166002810361560557506001600160601b03610120880151169160b81c82106155f5576001600160601b03918261014089015116910201116155e7576155da576154da60018060a01b036101808601511663ffffffff6101a0870151169061585a565b156155cd5781615589575b5050606082019560018060a01b038751169184338414159384615575575b5050505061556b5761551490614b7e565b6001600160a01b038116338114159586615556575b505084615542575b5050505061553d575f90565b600e90565b61554c9450615a1f565b155f808080615531565b516001600160a01b0316141594505f80615529565b5050505050600d90565b61557f9450615a1f565b155f808481615503565b61200082116155c05761559d913691613a65565b602081519101206040830151036155b5575f806154e5565b505050505050600c90565b5050505050505050600b90565b5050505050505050600a90565b5050505050505050600990565b505050505050505050600890565b5050505050505050505050600790565b9a505050505050505050505080156156285760030361562357600590565b600690565b50600490565b5050505050505050505050600390565b50505050505050505050600290565b905061568064ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261399a565b105f615454565b50505050505050505050600190565b94939290915f925b600182116156b557505050036156b057565b5f9150565b6001810180821161357657821480159061578e575b6156e7575b60011c90600181018091116135765760011c9061569e565b95848414615784576156f884614528565b93858110156139865760051b8301356001881661574f57604051600160f81b602082019081526021820193909352604181019190915261574581606181015b03601f198101835282613a29565b5190205b956156cf565b604051600160f81b60208201908152602182019290925260418101929092529061577c8160618101615737565b519020615749565b505f955050505050565b5060018216156156ca565b91906101a0604051938260c10185526020810151602086015260408101516024860152606081015160601b6044860152608081015160601b605886015260a081015160c01b606c86015260c081015160801b607486015260e0810151608486015261010081015160c01b60a486015261012081015160a01b60ac86015261014081015160a01b60b886015261016081015160d81b60c486015261018081015160601b60c9860152015160e01b60dd840152610120601f199184010116604052565b6001600160a01b0316908115615a19578015908115615a0c575b506159715730811480156159da575b80156159a8575b8015615976575b615971577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316811415908161593d575b81615909575b816158d8575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415919050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681141591506158cf565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681141591506158c9565b505f90565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615891565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316811461588a565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615883565b620f42409150115f615874565b90501590565b906001600160a01b03615a33858584615acd565b168015159081615aba575b50615ab157813b15615aa957602093615a725f9461573760405193849289840196630b135d3f60e11b885260248501614551565b8380525191620249f0fa5f513d82615a9d575b5081615a8f575090565b630b135d3f60e11b14919050565b6020111591505f615a85565b505050505f90565b50505050600190565b6001600160a01b0384161490505f615a3e565b909160408103615af7578060201161357257823590604011613572576020613bea93013591615afe565b5050505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615aa957601b9060ff1c019060ff8211613576576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa15613567575f519056fea164736f6c6343000825000a';
