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
      "name": "nextRead",
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
  '0x6102208060405234610445576163e2803803809161001d8285610507565b833981019061016081830312610445576100368161052a565b916100436020830161052a565b906100506040840161052a565b9361005d6060850161052a565b9061006a6080860161052a565b928060bf87011215610445576040519560c087016001600160401b038111888210176104f357604052869061016081019283116104455760a001905b8282106104db575050509160049391602093466101e0526040516100cb604082610507565b600681528581019065456e69676d6160d01b82525190206040516100f0604082610507565b6001815286810190603160f81b825251902060405190878201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c082610507565b519020610200526001600160a01b03908116608081905293811660a081905297811660c0521660e052610100526040516313aedd4b60e31b815292839182905afa908115610451575f916104a1575b5061012052604051634b2ba32b60e11b815290602082600481865afa918215610451575f9261045c575b5061023a6020916004936101405264ffffffffff8151166101605264ffffffffff60606102306102238685018481511661018052846080870151166101a0528460a0870151166101c052848087511691511690610550565b8360408601511690610550565b9201511690610550565b92604051928380926318ad752360e01b82525afa8015610451575f9061040f575b64ffffffffff915016106103d657604051615e709081610572823960805181818161095901528181611326015281816113910152818161195b0152818161256101528181612684015281816136e201528181614213015281816145d10152818161483301528181614f340152818161511d0152615cb0015260a0518181816131f90152818161488e0152615c7e015260c0518181816115fe0152818161170c015281816119a201528181611f6c01528181614113015281816148ec015281816152bc0152615b6a015260e05181818161054c0152818161075d01528181611914015281816145580152818161494b0152615c12015261010051818181611006015281816116c7015281816139d30152615bde01526101205181615c4c0152610140518181816149aa0152615bad01526101605181818161043d015261592d015261018051818181611255015261273d01526101a0518161175e01526101c051816105e701526101e0518161447e015261020051816144a40152f35b604051635cd39ca960e11b815260206004820152601060248201526f6578697444656c61795365636f6e647360801b6044820152606490fd5b506020813d602011610449575b8161042960209383610507565b810103126104455761044064ffffffffff9161053e565b61025b565b5f80fd5b3d915061041c565b6040513d5f823e3d90fd5b91506020823d602011610499575b8161047760209383610507565b810103126104455761023a60209161049060049461052a565b935091506101cb565b3d915061046a565b90506020813d6020116104d3575b816104bc60209383610507565b81010312610445576104cd9061052a565b5f6101a1565b3d91506104af565b602080916104e88461053e565b8152019101906100a6565b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176104f357604052565b51906001600160a01b038216820361044557565b519064ffffffffff8216820361044557565b9190820180921161055d57565b634e487b7160e01b5f52601160045260245ffdfe6102a0806040526004361015610013575f80fd5b5f610160525f3560e01c9081630838361714613a17575080630f4f8cb6146139b7578063129d63951461397157806317b1968814613918578063289e3694146134fd5780632c93a739146134cd57806334e85d7f146132285780633a4b66f1146131e1578063452a9320146131c4578063502e1a1614613170578063646f9e2014611c5f57806365c7d79d14611a6c5780636dc99d7c146119d15780637110d32e1461198a57806376cdb03b146119435780637b103999146118fc57806384b0196e14611838578063877037f3146117c55780638b83d8ee146116f65780639c4a5470146115b6578063a5e360eb146114fc578063af9569d714611126578063b61a4d6014611108578063c2b6b58c146110e1578063c7df14e2146110b8578063d3bc6e5a14611035578063ec4b55d014610fee578063ed80ed8314610dc6578063ee71f9e114610d06578063f5f3f2bd146106e2578063f698da25146106bd578063fc54c8a81461050d5763fd5134d21461018d575f80fd5b346105065761019b36613acc565b60ff610160515c166104f1576101d2916101bd6101b6613e43565b8095614d3d565b61016051918291829182918291829189615022565b60ff61024051921690600f82146104cc5750806101f457602082604051908152f35b905060018114610499576002811461042757600381146103e1578151610160515261016051602052600160406101605120015461023281845161540e565b600782146103ac575060088114610397576009811461036057600a811461032957600b81146102e157600c81146102aa57600d0361029c57606001516001600160a01b03165b6101608051639a7d38d960e01b90526001600160a01b039190911660045251602490fd5b6102a590614de7565b610278565b60405163705feb7760e01b815260206004820152806102dd602482016004815263626f647960e01b602082015260400190565b0390fd5b6040516329ded1a760e11b81526060600482015280610314606482016004815263626f647960e01b602082015260400190565b61016051602483015261200060448301520390fd5b5063ffffffff6101a060018060a01b036101808401511692015116906308d1816b60e31b6101605152600452602452604461016051fd5b506001600160401b0360a0600180821b0360608401511692015116906302af71f160e41b6101605152600452602452604461016051fd5b63326cb98d60e21b6101605152600461016051fd5b6001600160601b036101208492610160515060b81c920151169063b467f94560e01b6101605152600452602452604461016051fd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b6001420180421161047f5761046364ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001642613b8f565b90635a262cfd60e01b6101605152600452602452604461016051fd5b634e487b7160e01b61016051526011600452602461016051fd5b6040516332364aa160e11b815260206004820152600a6024820152690cee4c2dce8e690c2e6d60b31b6044820152606490fd5b6104d584615585565b9063cf47918160e01b6101605152600452602452604461016051fd5b63b5dfd9e560e01b6101605152600461016051fd5b6101605180fd5b346105065760603660031901126105065760243560043568ffffffffffffffffff8216820361050657604435916001600160601b0383168303610506577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106a4578161016051526101605160205268ffffffffffffffffff60b81b9060b81b16600160b01b1760016040610160512001556001600160801b031981168061016051526002602052604061016051205461068b57610160515260026020528060406101605120556106506106147f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316613e25565b610160805184905260046020525160409020600101805465ffffffffffff60701b191660709290921b65ffffffffffff60701b16919091179055565b6101608051919091526004602052516040812060010180546001600160a01b031660a09390931b6001600160a01b0319169290921790915580f35b50630e55475160e41b6101605152600452602461016051fd5b63570870ef60e11b610160515233600452602461016051fd5b3461050657610160513660031901126105065760206106da61447b565b604051908152f35b34610506576060366003190112610506576024356001600160e01b031981168103610506576001600160401b036044351680604435036105065760ff610160515c166104f157604051636574393b60e11b815260048035908201526001600160e01b031983166024820152604481018290529160c0836064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa928315610be1576101605193610c31575b5081431115610c185763ffffffff60a06107b0613e43565b9460043586528260e01b841660208701526040516020810190868252602081526107db604082613c1e565b51902060408701526107ee6004356153be565b600180841b0316806060880152608087015284828701526001600160401b036040820151166101008701526001600160601b036060820151166101208701526001600160601b03608082015116610140870152015116610160515064ffffffffff42160164ffffffffff811161047f5764ffffffffff1661016084015261088461087784615691565b61087f61447b565b6155c7565b9160043561016051526101605160205260406101605120916001830154916108ae8360043561540e565b60608601516108c990604435906001600160a01b0316615452565b909181835416610bef57506001600160401b03610100880151166001600160601b03610120890151166001600160601b036101408a0151169102016001600160601b0381116103975760608801516040805163282d3fdf60e01b81526001600160a01b0392831660048201526001600160601b0393909316602484018190526101605190939283916044918391907f0000000000000000000000000000000000000000000000000000000000000000165af1908115610be15761016051906101605192610baf575b5015610b9457505081541790556001600160f81b03196001600160e01b031990911610610b4c5750600481015464ffffffffff8116600160271b01600160271b1161047f575f516020615e445f395f51905f52610b416020958594600466ffffffffffffff64ffffffffff8716600160271b01169564ffffffffff610a17818316614421565b169064ffffffffff1916179101555b6101605150846101605152600187526001600160801b03196004351661010164ffffffffff60381b4260381b1668ffffffffffffff00008760101b16171717604061016051205561016051506101a06040519160e18352888101518984015260408101516024840152606081015160601b6044840152608081015160601b605884015260a081015160c01b606c84015260c081015160801b607484015260e0810151608484015261010081015160c01b60a484015261012081015160a01b60ac84015261014081015160a01b60b884015261016081015160d81b60c484015261018081015160601b60c9840152015160e01b60dd820152601f1961014082011660405260443560e1820152604051918291600435958361445b565b0390a3604051908152f35b929064ffffffffff841690610b67647fffffffff8310614745565b60018501851161047f57610b4184935f516020615e445f395f51905f529260018060209901910155610a26565b63cf47918160e01b6101605152600452602452604461016051fd5b9050610bd3915060403d604011610bda575b610bcb8183613c1e565b81019061443b565b908a610991565b503d610bc1565b6040513d61016051823e3d90fd5b87606060018060a01b03910151166302af71f160e41b6101605152600452602452604461016051fd5b50631f0cdcef60e01b6101605152600452602461016051fd5b90925060c0813d60c011610cfe575b81610c4d60c09383613c1e565b81010312610506576040519060c082016001600160401b03811183821017610ce45760405280516001600160e01b03198116810361050657610cd89160a0918452610c9a602082016143f9565b6020850152610cab604082016143f9565b6040850152610cbc6060820161440d565b6060850152610ccd6080820161440d565b608085015201613cda565b60a08201529183610798565b634e487b7160e01b61016051526041600452602461016051fd5b3d9150610c40565b346105065736600319016103c08112610506576101c013610506576101c4356001600160401b03811161050657610d41903690600401613a7b565b90610180366101e31901126105065761036435916001600160401b038311610506576101406003198436030112610506576103843563ffffffff81168103610506576103a4356001600160401b03811161050657610da3903690600401613a7b565b93909260ff610160515c166104f157610dbf9560040191613ee9565b6101605180f35b34610506576060366003190112610506576004356001600160401b03811161050657610df6903690600401613b09565b6024356001600160401b03811161050657610e15903690600401613a4b565b90916044356001600160401b03811161050657610e36903690600401613a4b565b91909460ff610160515c166104f15781158015610fe4575b610fa657818414801590610f89575b610f3557610e69613e43565b93610160515b838110610e7d576101605180f35b610e9186610e8c838787613eba565b614d3d565b610e9c818389613b3a565b909190600182901b906001600160ff1b038316830361047f57610ec082898d613b3a565b9490926001810190811061047f5760019560ff94610eed948f8e948e610ee592613b3a565b959094614e64565b501680610efc575b5001610e6f565b60407fd0584cc11edec5eb83062b399d016239cbe1403d7ad01498cb60f598f00068179181519060ff851682526020820152a189610ef5565b50600181901b906001600160ff1b0381160361047f5760a4906101605150604051906329ded1a760e11b82526060600483015260046064830152637369677360e01b60848301528060248301526044820152fd5b506001600160ff1b038216820361047f578160011b831415610e5d565b604080516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b608482015260016024820152604481019190915260a490fd5b5060408211610e4e565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065760403660031901126105065760043560243560ff610160515c166104f1573361016051526003602052604061016051208261016051526020526040610160512081815417905560405191825260208201527f553fd4f76f0871ec5b324e08d165e91b3928c3154e4ff372734bd80ab59bf49160403392a26101605180f35b3461050657602036600319011261050657602060ff6110d8600435614e10565b16604051908152f35b34610506576101605136600319011261050657602060ff610160515c166040519015158152f35b346105065760203660031901126105065760206106da600435614e10565b34610506576020366003190112610506576004356001600160401b03811161050657611156903690600401613b09565b9060ff610160515c166104f157811580156114f2575b610fa657611178613e43565b91610160515b81811061118c576101605180f35b61119b84610e8c838587613eba565b6111a761087785615691565b908451610160515261016051602052600160406101605120015491610160515064ffffffffff8360281c1692836111de8584614da5565b60208901516001600160f81b03196001600160e01b03199091161095909290866114bc5750601083901c64ffffffffff1691505b64ffffffffff6101608a015116804211156114a45750610160519264ffffffffff6101608b015116610160515061127b64ffffffffff8360381c1664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690613b8f565b1115611476575b5063ffffffff8316611459576001600160601b036101208a015116906101605150816103e802916103e883040361047f576112fe6112ea836001600160401b036101008e5b0151168d6001600160601b03610140816101208401511692015116910201613ecb565b6001600160801b0360c08d01511690613b8f565b9685610160515260016020526003604061016051205561142a575b5061132389614de7565b907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156105065760405163794bdf3360e11b81526001600160a01b0392831660048201526024810188905260448101919091526101605190918290606490829084907f0000000000000000000000000000000000000000000000000000000000000000165af18015610be15761140f575b5060607f435751470d6238db048cfa2a18431a7f398a19f4c8741b0d175f33e1efc2178b9160019663ffffffff8b519566ffffffffffffff604051941684521660208301526040820152a30161117e565b6101605161141c91613c1e565b6101605161050657886113be565b65010000000000810190811061047f578951610160515261016051602052600160406101605120015589611319565b61016051906112fe6112ea836001600160401b036101008e6112c7565b9092505f196001600883901c1601611496575063ffffffff5b9189611282565b60601c63ffffffff1661148f565b631f98655760e21b6101605152600452602461016051fd5b601084901c64ffffffffff16908082036114d7575050611212565b6319a0d83760e31b6101605152600452602452604461016051fd5b506040821161116c565b346105065761150a36613acc565b9060ff610160515c166104f157611529611522613e43565b8094614d3d565b61153561087784615691565b80610160515260056020526040610160512054801561159d57611559368585613c5a565b602081519101200361156e57610dbf936147d1565b60405163705feb7760e01b81526020600482015260066024820152651bdd5d1c1d5d60d21b6044820152606490fd5b5063d098f33360e01b6101605152600452602461016051fd5b346105065760603660031901126105065760243563ffffffff811690600435908290036105065760443563ffffffff8116908190036105065760ff610160515c166104f157337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415806116c3575b6106a457817f1276d6c45e4ac7e04bf9163ddf1b86ae60c6ddab4b905ada7a6355a7d0ddff066040610dbf9583610160515261016051602052600182610160512001546101605150600160b21b9060ff60b01b191617846101605152610160516020526001836101605120015583610160515261016051602052600382610160512001549482519182526020820152a361453b565b50337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316141561162e565b34610506576040366003190112610506576004357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106a45780610dbf91610160515261016051602052602435600360406101605120015561178b7f000000000000000000000000000000000000000000000000000000000000000065ffffffffffff4316613e25565b9061016051526004602052600160406101605120019081549065ffffffffffff60701b9060701b169065ffffffffffff60701b1916179055565b3461050657602036600319011261050657606060043580610160515261016051602052600160406101605120015490610160515060ff61ffff8360781c1692610160515060b01c169061016051526101605160205260036040610160512001549060405192835260208301526040820152f35b3461050657610160513660031901126105065761189a611856613de2565b61185e613e06565b604051906020906118a8906118738385613c1e565b6101605184525f368137604051958695600f60f81b875260e08588015260e0870190613aa8565b908582036040870152613aa8565b4660608501523060808501526101605160a085015283810360c0850152818084519283815201930191610160515b8281106118e557505050500390f35b8351855286955093810193928101926001016118d6565b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610506576020366003190112610506576040516119ee81613be7565b6101605181526101605160208201526040610160519101526004356101605152600460205260606040610160512065ffffffffffff600182549201546001600160401b03604051611a3e81613be7565b84815283604060208301928486168452019360401c1683526040519485525116602084015251166040820152f35b3461050657602036600319011261050657604051611a8981613bcb565b6101605181526101605160208201526101605160408201526101605160608201526101605160808201526101605160a08201526101605160c08201526101605160e0820152610160516101008201526101605161012082015261014061016051910152600435610160515261016051602052604061016051206001810154815491610160515064ffffffffff8260281c1664ffffffffff600483015416600160271b019283600160271b1161047f576002830154600390930154604051909460ff60b084901c169363ffffffff609085901c16939261ffff607885901c16929091611b7383613bcb565b8983526020830164ffffffffff8616815260408401918252606084019266ffffffffffffff16835260808401938660501c64ffffffffff16855260a0810195865260c081019660881c60ff16875260e0810197885261010081019889526101208101998a5261014001998a526040519a8b525166ffffffffffffff1660208b01525166ffffffffffffff1660408a01525166ffffffffffffff1660608901525166ffffffffffffff1660808801525161ffff1660a08701525161ffff1660c08601525163ffffffff1660e08501525160ff16610100840152516101208301525161014082015261016090f35b346105065736600319016101e08112610506576101801361050657610184356001600160401b03811161050657611c9a903690600401613a7b565b6101a4356101a081905263ffffffff81169003610506576101c4356001600160401b03811161050657611cd1903690600401613a7b565b919060ff610160515c166104f157604051610120819052611cf190613c02565b6101605160206101205101526101605160406101205101526101605160606101205101526101605160806101205101526101605160a06101205101526101605160c06101205101526101605160e0610120510152610160516101006101205101526101605161012080510152610160516101406101205101526101605161016061012051015261012051506101806004610120513760c061012051015160806101205101516020610120510151171760101c604061012051015160081c17606061012051015160381c17610506576101205151610160515261016051602052604061016051206101c05260016101c051015461010052610160515060ff6101005160b01c1660036101c051015460a061012051015190808214801590613168575b61314e57505061ffff602061012051015116610160515061ffff6101005160781c16808203613133575050610120516040015160ff16806130ca5750600181036130b2575061012051516101605152600460205265ffffffffffff600160406101605120015460701c1680431161309a57505b60ff60406101205101511660018114158061308f575b156130615761ffff6080610120510151166122aa576004905b036130195761014061012051015161012080510151808203612ffe57505066ffffffffffffff606061012051015116600160271b8110612fde57505b600561ffff60c0610120510151161015612f9f5761ffff60c0610120510151161560e06101205101511503612f6c57611f6892611f32610877610120516146a6565b6101805260a061012051015191604051948592839262295ee560ea1b845261016051956101a05190610180519060048701613db6565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215610be1576101605192612f45575b50606082015151926040830151808510612f295750602083015184109161ffff608061012051015116906040516101e052611fe46101e051613b9c565b610160516101e051526101605160206101e05101526101605160406101e05101526060806101e051015281610110810204610110148215171561047f57610110820281106122aa5761203b90610110830290613ecb565b8060206101e051015281606f810204606f148215171561047f57606f612062920290613b8f565b9061208561206f83613c3f565b9261207d6040519485613c1e565b808452613c3f565b602083019290601f190136843760606101e05101526101e0515260406101e051015260ff60406101205101511661014052600161014051141580612f1b575b15612335576123155750506101606101205101516122e157610100516101205160c081015160409091015161211b9260ff60b01b1916600160b11b179161ffff169060ff166122d85760ff610160515b1691614760565b610100525b60206101e05101516122aa576101005160016101c051015560046101405103612297575b60026101c051018054604051602081019182526101805160408201526040815261216f606082613c1e565b519020905561012051517f95bf37f7f14f8e9555df19178d293ef803df0197f3094e8a7ebacc06fc2cf18d61228d60606101e051015160405191829161018051835263ffffffff6101a0511660208401526101205151604084015261ffff602061012051015116606084015260ff604061012051015116608084015266ffffffffffffff60606101205101511660a084015261ffff60806101205101511660c084015260a061012051015160e084015261ffff60c06101205101511661010084015260e0610120510151610120840152610100610120510151610140840152610120805101516101608401526101406101205101516101808401526101606101205101516101a08401526101e06101c08401526101e0830190613aa8565b0390a26101605180f35b6101406101205101516101c05155612144565b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b60ff6001612114565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b602001519063134a70cf60e11b6101605152600452602452604461016051fd5b9091506101605150610160519161ffff60806101205101511660805260405160e05260e05161010060e05101106001600160401b0361010060e051011117610ce45761010060e05101604052606060e0515261016051602060e051015261016051604060e051015261016051606060e051015261016051608060e05101526101605160a060e0510152606060c060e0510152606060e080510152606081015160e0515233604060e05101526001608051016080511161047f576123fc600160805101613cc3565b6124096040519182613c1e565b6001608051018152601f19612422600160805101613cc3565b0136602083013760e05160c0015260805161243f90600101613cc3565b61244c6040519182613c1e565b6001608051018152601f19612465600160805101613cc3565b0136602083013760e08051015261248e612480608051613cc3565b60405160a05260a051613c1e565b60805160a05152601f196124a3608051613cc3565b0136602060a05101376124b461447b565b6124bc613e43565b90610120515182526124cc6146dd565b6101605161012051606081015166ffffffffffffff1660c0526040015190949193919060ff16600403612f0f57610120515161016051526101605160205264ffffffffff6001604061016051200154610160515060281c1691909392935b61016051945b60805186106128d45750505050505061254a60a0516155f9565b610160610120510151036122e15780612878575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b1561050657604051630211057760e41b815260206004820152610124810160e05151906101006024840152815180915260206101448401920190610160515b81811061285c57505060e0805160209081015160448601528151604001516001600160a01b03166064860152815160600151608486015281516080015160a4860152815160a0015160c4860152905160c001518484036023190160e4860152805180855261016051948301949190920192505b81811061283d5750505060e080510151906023198382030161010484015260208083519283815201920190610160515b818110612827575050610160519183915081900381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610be15761280c575b50612735575b506004610140510361270c575b6101205160c00151610140516126fa9161ffff16906004036127035760ff610160515b169061010051614760565b61010052612120565b60ff60016126ef565b61272c66ffff0000000000608061012051015160281b1661010051613b8f565b610100526126cc565b64ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000166127678183613b8f565b42106127eb57505060046101405103612781575b806126bf565b610100805160ff60b01b1916600360b01b179052610120518051606091909101516040805166ffffffffffffff9290921682526101a05163ffffffff1660208301527f4c9db38bcfce31e666fc6e1b36d37fe121f4d658e73bf9569825c6c20314675b91a261277b565b6127f491613b8f565b633757166760e21b6101605152600452602461016051fd5b6101605161281991613c1e565b6101605161050657826126b9565b825184526020938401939092019160010161266c565b82516001600160a01b031684526020938401939092019160010161263c565b825163ffffffff168452602093840193909201916001016125c9565b61288561012051516153be565b61289c60c060e051015160a060e051015190614723565b9060018060a01b031690526128cd60e08051015160a060e0510151906128c182614737565b60a060e0510152614723565b528261255e565b90919293949597506101e0515163ffffffff60e01b813516602085015260048101356040850152602481013560601c6060850152603881013560601c6080850152604c81013560c01c60a0850152605481013560801c60c0850152606481013560e0850152608481013560c01c610100850152608c81013560a01c610120850152609881013560a01c61014085015260a481013560d81c61016085015260a981013560601c61018085015260bd81013560e01c6101a085015260c181013560f81c602087015260c281013560f01c604087015260c481013560c01c606087015260cc810135608087015260ec81013560c087015261200061010c82013560e01c11612ecf5760206101e051015161010c82013560e01c116122aa57606f9061010c612a07612a0187615691565b856155c7565b916101106101e0515160406101e051015194808652604f8585013560e01c0160c1830160208801378b528383013560e01c8686012060a08c01528383013560e01c01016101e051528181013560e01c60206101e05101510360206101e0510152013560e01c010160406101e0510152612a7f856155e4565b612a8b8760a051614723565b52845160c051612aa49190861015612ec6578590614da5565b97610160515064ffffffffff8960101c1660c0518103612ea85750610160515064ffffffffff8960381c169864ffffffffff61016086015116804211612e90575060ff60208801511660018110908115612e85575b50612e56576001600160401b036060880151166001600160401b036101008701511610612e265787612def5750855161016051526001602052600269ffffffffffffffffffff19610180511669ffffffffff00000000004260281b1664ffffffff006101a05160081b1617171760406101605120555b8251906101605150610160519060ff602089015116916001600160401b0360608a015116876001600160601b0361012082015116916101605150600586145f14612de957506103e8955b61014082015161016051966001600160601b0382169160021c6b3fffffffffffffffffffffff16908890600103612dd15750612c356001600160601b03612c1983965b826101206001600160401b03610100840151169201511690613c90565b9916612c30876001600160401b038d16028b613ecb565b613b8f565b978315612db75760e0805160200180516001600160401b03909c169097028581049b8c01909752805160600180516003860260021c6001600160601b03908116918201909252915160800180519583900382169490940381169b909502968790039a909a019283019091526101408c0151600199612cc5968a010194841694909401909101929091160114614745565b602089015160ff168403612da257506001600160801b0360c087015116915b612ced87614de7565b9060a060e05101519081151580612d76575b15612d3d5760e0805101519250612d26915f190190612d1e8285614723565b510192614723565b525b01968160c0510160c052019493929190612530565b8592612d4f8360c060e0510151614723565b90848060a01b03169052612d688260e080510151614723565b520160a060e0510152612d28565b5060c060e0510151612d92878060a01b03915f19850190614723565b5116868060a01b03841614612cff565b916001600160801b0360c08801511601612ce4565b634e487b7160e01b61016051526012600452602461016051fd5b939750612c356001600160601b03612c19839a612bfc565b95612bb9565b600160271b60c0511015612e04575b50612b6f565b60029087516101605152600160205260ff191617604061016051205589612dfe565b60405163031e2b2960e51b815260206004820152600760248201526619d85cd55cd95960ca1b6044820152606490fd5b60405163031e2b2960e51b815260206004820152600660248201526573746174757360d01b6044820152606490fd5b60059150118b612af9565b632d27b24760e21b6101605152600452602461016051fd5b6319a0d83760e31b610160515260c051600452602452604461016051fd5b60c05190614da5565b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b6084820152610160516024820152612000604482015260a490fd5b9192915f19919061252a565b5060046101405114156120c4565b8463134a70cf60e11b6101605152600452602452604461016051fd5b612f659192503d8061016051833e612f5d8183613c1e565b810190613ceb565b9083611fa7565b60405163031e2b2960e51b815260206004820152600a6024820152690c2c4dee4e8e690c2e6d60b31b6044820152606490fd5b60a46040516329ded1a760e11b8152606060048201526007606482015266185d1d195b5c1d60ca1b608482015261016051602482015260046044820152fd5b6319a0d83760e31b6101605152600160271b600452602452604461016051fd5b63a864586d60e01b6101605152600452602452604461016051fd5b6101c051546101208051015190808203612ffe57505066ffffffffffffff606061012051015116610160515064ffffffffff6101005160281c168082036114d7575050611ef0565b61ffff6080610120510151168015908115613084575b50610fa657600490611eb4565b604091501186613077565b506004811415611e9b565b63678af2e360e11b6101605152600452602461016051fd5b63d472249760e01b6101605152600452602461016051fd5b600281119081613127575b50156131075760646040516332364aa160e11b81526020600482015260046024820152631ada5b9960e21b6044820152fd5b60028114158061311c575b6130b25750611e85565b506003811415613112565b600491501415866130d5565b636ade2f3960e01b6101605152600452602452604461016051fd5b62f0828760e11b6101605152600452602452604461016051fd5b508015611e12565b34610506576040366003190112610506576004356001600160a01b03811690819003610506576101605152600360205260406101605120602435610160515260205260206040610160512054604051908152f35b346105065761016051366003190112610506576020604051308152f35b346105065761016051366003190112610506576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346105065736600319016102408112610506576101c013610506576101c4356001600160401b03811161050657613263903690600401613a7b565b906101e4356001600160401b03811161050657613284903690600401613a7b565b9190610204356001600160401b038111610506576132a6903690600401613a7b565b9490610224356001600160401b038111610506576132c8903690600401613a7b565b60ff610160969296515c166104f1576132df613e43565b956101c060048837602087015160201b9861018088019485519a60808a01519b60608b019c8d51171760a01c17996101008a01519a60a08b019b8c511760401c1760c08b015160801c17986101408b0151996101208c019a8b511760601c176101608c015160281c17986101a08c01998a5160201c1761050657613363978c615022565b610240519660ff9092169490600f86146134c457508461338857602087604051908152f35b87965060018514610499576002851461042757600385146103e157855161016051526101605160205260016040610160512001546133c781885161540e565b600786146134945750506008841461039757600984146134615750600a8314613432575050600b81146102e157600c81146102aa57600d036134285750516101608051639a7d38d960e01b90526001600160a01b0390911660045251602490fd5b6102a59150614de7565b51905161016080516308d1816b60e31b90526001600160a01b0390921660045263ffffffff1660245251604490fd5b8551905161016080516302af71f160e41b90526001600160a01b039092166004526001600160401b031660245251604490fd5b6001600160601b0390610160515060b81c9151169063b467f94560e01b6101605152600452602452604461016051fd5b6104d587615585565b34610506576020366003190112610506576004356101605152600560205260206040610160512054604051908152f35b34613767576040366003190112613767576004356024356001600160401b03811161376757613530903690600401613a4b565b60ff5f5c1661390957825f525f60205260ff600160405f20015460b01c1680156138f6576002811415806138eb575b6138d95750801580156138cf575b61389357825f52600460205260405f2091600183018054936001600160401b038516908054905f5b86811061377f57508190556001600160401b03851695868301906001600160401b03821161376b5786946136029286926001600160401b036dffffffffffff00000000000000004360401b169216906dffffffffffffffffffffffffffff1916171780915560a01c613c90565b806136de575b506040519560a08701928752602087015260408601526001600160401b034316606086015260a060808601525260c0830160c08360051b85010192826101605190601e19813603015b83831061368657887ff466b2c8a39fd6e5731ce6621973a18e2a6732719d92d6ddbbab5db87f5143cd8989038aa26101605180f35b90919293949560bf1988820301865286358281121561050657830190602082359201916001600160401b038111610506578036038313610506576136d06020928392600195613ca3565b980196019493019190613651565b92507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b156137675760405163a3ffa9cd60e01b815233600482015260248101949094525f908490604490829084905af192831561375c57859315613608575f61375191613c1e565b5f6101605287613608565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52601160045260245ffd5b9161378b838888613b3a565b606081939293108015613888575b61384c576137a78587613b8f565b81601411613767576001936137bf8d93369083613c5a565b60208151910120906040519260208401947fde6f4b071f83ec4293e3af0c98e3cae4a9a144bb1cc5607643ff29df05b6b6e38652604085015260608401524360808401523560601c60a083015260c082015260c0815261382060e082613c1e565b5190206040519060208201928352604082015260408152613842606082613c1e565b5190209201613595565b60a46040516329ded1a760e11b8152606060048201526005606482015264656e74727960d81b6084820152606060248201526120006044820152fd5b506120008111613799565b60a46040516329ded1a760e11b8152606060048201526006606482015265626f6469657360d01b60848201526001602482015260406044820152fd5b506040811161356d565b63d472249760e01b5f5260045260245ffd5b50600381141561355f565b836310aeede160e01b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b346137675760203660031901126137675760043560ff5f5c1661390957805f525f60205260ff600160405f20015460b01c16906004820361395e5761395c9061453b565b005b5063d472249760e01b5f5260045260245ffd5b3461376757602036600319011261376757600435801515809103613767573033036139a45760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b346137675760403660031901126137675760ff5f5c16613909577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036139a4576004355f52600160205260243560405f20555f80f35b34613767576020366003190112613767576020906004355f526004825265ffffffffffff600160405f20015460701c168152f35b9181601f84011215613767578235916001600160401b038311613767576020808501948460051b01011161376757565b9181601f84011215613767578235916001600160401b038311613767576020838186019501011161376757565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9060031982016101e08112613767576101c013613767576004916101c435906001600160401b03821161376757613b0591600401613a7b565b9091565b9181601f84011215613767578235916001600160401b038311613767576020808501946101c0850201011161376757565b9190811015613b7b5760051b81013590601e19813603018212156137675701908135916001600160401b038311613767576020018236038113613767579190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161376b57565b608081019081106001600160401b03821117613bb757604052565b634e487b7160e01b5f52604160045260245ffd5b61016081019081106001600160401b03821117613bb757604052565b606081019081106001600160401b03821117613bb757604052565b61018081019081106001600160401b03821117613bb757604052565b90601f801991011681019081106001600160401b03821117613bb757604052565b6001600160401b038111613bb757601f01601f191660200190565b929192613c6682613c3f565b91613c746040519384613c1e565b829481845281830111613767578281602093845f960137010152565b8181029291811591840414171561376b57565b908060209392818452848401375f828201840152601f01601f1916010190565b6001600160401b038111613bb75760051b60200190565b519063ffffffff8216820361376757565b602081830312613767578051906001600160401b0382116137675701906080828203126137675760405191613d1f83613b9c565b8051835260208101516020840152604081015160408401526060810151906001600160401b03821161376757019080601f83011215613767578151613d6381613cc3565b92613d716040519485613c1e565b81845260208085019260051b82010192831161376757602001905b828210613d9e57505050606082015290565b60208091613dab84613cda565b815201910190613d8c565b90613ddf959360809363ffffffff92845260208401521660408201528160608201520191613ca3565b90565b60405190613df1604083613c1e565b6006825265456e69676d6160d01b6020830152565b60405190613e15604083613c1e565b60018252603160f81b6020830152565b9065ffffffffffff8091169116019065ffffffffffff821161376b57565b604051906101c082018281106001600160401b03821117613bb7576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b9190811015613b7b576101c0020190565b9190820391821161376b57565b3563ffffffff811681036137675790565b92949093915f95613ef8613e43565b92613f04846004614d3d565b613f1061087785615691565b94613f1a86614e10565b9160ff831680156143e657600281036143d45750612000891161439757613f4085613ed8565b93604051613f4d81613c02565b60208101905f825260408101905f8252606081015f815260808201925f84525f60a084015260c08301945f86525f60e08501525f6101008501525f6101208501525f6101408501526101608401955f87526101806101e48637519085519051171760101c905160081c17905160381c1761376757613fc96146dd565b9160e060408b0184376020830193845160081c604085015160101c17606085015160401c17613767578a63ffffffff9261ffff61400e614008886155e4565b93613ed8565b915116938491161092831593614334575b5050506122e157610877614032916146a6565b9763ffffffff61404182613ed8565b1661432b575080515b5f52600160205260405f205460501c8860501c036142fc57518981036142e5575060ff600191511603612e56575f9161410f6140f061408a368e8e613c5a565b602081519101209863ffffffff6040519960208b01927f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e977845260408c015216988960608201528a6080820152608081526140e560a082613c1e565b51902061087f61447b565b60405162295ee560ea1b81529586948594926102843560048701613db6565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa90811561375c575f916142cb575b506040606082015151910151908181106142b65750505f85815260016020526040902060ff19909116600417905561014083015184919060021c6b3fffffffffffffffffffffff168061420e575b507fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb199060405190815260406020820152806141d8604082018a8a613ca3565b0390a26101808201516001600160a01b03161561420657604086846142049852600560205220556147d1565b565b505050505050565b9091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613767575f9160648392604051948593849263794bdf3360e11b845233600485015260248401528160448401525af1801561375c57614281575b908491614199565b61428e9197505f90613c1e565b5f957fa75ebcbf680bc6ca471c13148ecb43c1d6da7455b42794ffcd1859aa09c3bb19614279565b63134a70cf60e11b5f5260045260245260445ffd5b6142df91503d805f833e612f5d8183613c1e565b5f61414b565b8990630656d02b60e21b5f5260045260245260445ffd5b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b6020013561404a565b909192506143418c613ed8565b916101208d0135368e9003601e1901811215613767578d01918235926001600160401b03841161376757602001918360051b360383136137675763ffffffff61438b951690615969565b905114155f808061401f565b6040516329ded1a760e11b81526060600482015260066064820152651bdd5d1c1d5d60d21b60848201525f6024820152612000604482015260a490fd5b63e5ee734160e01b5f5260045260245ffd5b87632e3abafd60e01b5f5260045260245ffd5b51906001600160401b038216820361376757565b51906001600160601b038216820361376757565b64ffffffffff60019116019064ffffffffff821161376b57565b919082604091031261376757815180151581036137675760209092015190565b60409066ffffffffffffff613ddf94931681528160208201520190613aa8565b467f0000000000000000000000000000000000000000000000000000000000000000036144c6577f000000000000000000000000000000000000000000000000000000000000000090565b6144ce613de2565b602081519101206144dd613e06565b602081519101206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261453560c082613c1e565b51902090565b604051637dd5641160e01b815260048101829052906020826024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa91821561375c575f92614662575b5061459a816153be565b60405163b8dc491b60e01b81526001600160a01b039182166004820152928116602484018190529290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af190811561375c575f9161462f575b5060207f6e927b760abb8e31c21c9b0c3efd8d34fed9ede626651cb8f6bc67386fe0b97591604051908152a3565b90506020813d60201161465a575b8161464a60209383613c1e565b8101031261376757516020614601565b3d915061463d565b9091506020813d60201161469e575b8161467e60209383613c1e565b8101031261376757516001600160a01b038116810361376757905f614590565b3d9150614671565b6101a090610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8352602083015e2090565b6040519060e082018281106001600160401b03821117613bb7576040525f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b8051821015613b7b5760209160051b010190565b5f19811461376b5760010190565b1561474c57565b634e487b7160e01b5f52600160045260245ffd5b90613ddf92916147798263ffffffff8360901c16613b8f565b9263ffffffff841115806147af575b61479190614745565b60501b9260901b9160881b9064ffffffffff60881b19161717613b8f565b5060ff831115614788565b604090613ddf949281528160208201520191613ca3565b929190926148186101808201519261482663ffffffff6101a05f9660018060a01b031695015116956040519384916020830194632dcbe83b60e21b86528a602485016147ba565b03601f198101845283613c1e565b600160ff195f5c16175f5d7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031694853b156137675760405163129d639560e01b8152600160048201525f81602481838b5af1801561375c57614d28575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b15614c465760405163129d639560e01b815260016004820152868160248183865af18015614c5f57908791614d13575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691823b15614c6a5760405163129d639560e01b815260016004820152878160248183885af18015614d0857908891614cf3575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b15614ce45760405163129d639560e01b8152600160048201528881602481838a5af18015614ce857908991614ccf575b50507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031695863b15614cc05760405163129d639560e01b8152600160048201528981602481838c5af18015614cc457908a91614cab575b5050614a14603f840484613b8f565b6001810190818111614c97576114b58101809211614c975761b0f501809111614c83575a818110614c6e57505091889291838981945193f196865c60ff1916875d803b15614c6a5786809160246040518094819363129d639560e01b83528160048401525af18015614c5f57908791614c4a575b5050803b15614c465785809160246040518094819363129d639560e01b83528160048401525af18015614c3b57908691614c26575b5050803b15614c225784809160246040518094819363129d639560e01b83528160048401525af18015614c1757908591614c02575b5050803b15614bfe5783809160246040518094819363129d639560e01b83528160048401525af18015614bf357908491614bde575b5050803b15614bda5782809160246040518094819363129d639560e01b83528160048401525af18015614bcf57614bb6575b50916020917fd0870e52fe4172e947dc0258ab541d57ac0061eea72d1af8d21ce6f54d501f129382614bab575b5081614b99575b506040519015158152a2565b8481526005835260408120555f614b8d565b3b151591505f614b86565b614bc1838092613c1e565b614bcb575f614b59565b5080fd5b6040513d85823e3d90fd5b8280fd5b81614be891613c1e565b614bda57825f614b27565b6040513d86823e3d90fd5b8380fd5b81614c0c91613c1e565b614bfe57835f614af2565b6040513d87823e3d90fd5b8480fd5b81614c3091613c1e565b614c2257845f614abd565b6040513d88823e3d90fd5b8580fd5b81614c5491613c1e565b614c4657855f614a88565b6040513d89823e3d90fd5b8680fd5b6333f826af60e11b8b52600452602452604489fd5b634e487b7160e01b8a52601160045260248afd5b634e487b7160e01b8b52601160045260248bfd5b81614cb591613c1e565b614cc057885f614a05565b8880fd5b6040513d8c823e3d90fd5b81614cd991613c1e565b614ce457875f6149a6565b8780fd5b6040513d8b823e3d90fd5b81614cfd91613c1e565b614c6a57865f614947565b6040513d8a823e3d90fd5b81614d1d91613c1e565b614c4657855f6148e8565b614d359195505f90613c1e565b5f935f61488b565b6101c09082376101a0602082015160201b61018083015160808401516060850151171760a01c1761010083015160a08401511760401c1760c083015160801c176101408301516101208401511760601c1761016083015160281c1791015160201c1761376757565b9190614dbd90835f52600160205260405f20546156c8565b9160ff8316908115614dd55750600181036143d45750565b632e3abafd60e01b5f5260045260245ffd5b60808101516001600160a01b031680614e0b5750606001516001600160a01b031690565b905090565b5f52600160205260405f205490600160ff831614614e2a57565b90613ddf906001600160801b031981165f52600260205260405f20545f525f60205264ffffffffff600160405f20015460281c16906156c8565b92969490919395614ee0905f61026052614e8061087786615691565b6102605284515f525f60205260405f2092600184015498614ebb60018060a01b036060890151166001600160401b0360a08a01511690615452565b610280529a8b546102405288878c8a61026051916102805161024051161515906156fb565b9560ff871661501657614f2f96976040614ef986614de7565b614f0287615585565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015298899081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1801561375c575f985f91614ff1575b50809815614fe357505f614fde935f516020615e445f395f51905f529593614fba93610280516102405117905587519063ffffffff60e01b60208a015116928a1515936102605193615488565b94614fc781865196615a6c565b9160e183013760405191829161026051968361445b565b0390a3565b600f99509750505050505050565b905061500d91985060403d604011610bda57610bcb8183613c1e565b9790975f614f6d565b509495505f9450505050565b906150b99296919997959493989961022052610280525f6102405261504c61087761022051615691565b6102405261022051515f525f60205260405f209360018501549361509060018060a01b036060610220510151166001600160401b0360a06102205101511690615452565b61026052998a54610200528861028051610240516102205161026051610200511615158a6156fb565b9560ff8716615016575f9388615209575b5061511896975060406150df61022051614de7565b6150eb61022051615585565b825163282d3fdf60e01b81526001600160a01b039092166004830152602482015297889081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1801561375c575f975f916151e4575b508097156151d7575090615197939291610260516102005117905561022051519063ffffffff60e01b60206102205101511692861515936102405193615488565b905f516020615e445f395f51905f52614fde6102205151926151bc8161022051615a6c565b906102805160e183013760405191829161024051968361445b565b600f985096505050505050565b905061520091975060403d604011610bda57610bcb8183613c1e565b9690965f615156565b90935060038301549761521a61447b565b906040610220510151600482106153815781600411613767575f9261528a9160405160208101917f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be28352610240516040830152606082015260608152615281608082613c1e565b519020906155c7565b906152b86040519b8c93849362295ee560ea1b855260031901916004880191883560e01c9160048701613db6565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa97881561375c575f98615365575b5060406060890151519801519788811061534e5750615118969750604051813560e01c81527fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee60206102405192a23560e01c9287966150ca565b889063134a70cf60e11b5f5260045260245260445ffd5b61537a9198503d805f833e612f5d8183613c1e565b965f6152f4565b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b6040519060208201907f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c82526040830152604082526153fe606083613c1e565b905190206001600160a01b031690565b9060ff9060b01c1690811561544057506003811461543157600281036138d95750565b637012946f60e01b5f5260045ffd5b6310aeede160e01b5f5260045260245ffd5b91909160018060a01b03165f52600360205260405f2066ffffffffffffff8360081c165f52602052600160ff60405f2093161b90565b9695949392906001600160f81b03196001600160e01b03199091161061555357506004019485549264ffffffffff84169687600160271b019485600160271b1161376b5764ffffffffff6154e766ffffffffffffff600198169a614421565b169064ffffffffff19161790555b1561554c57610100915b5f52826020526001600160801b0319169263ffffffff60601b9060601b1664ffffffffff60381b4260381b16179061ffff68ffffffffffffff00008760101b1691161717171760405f2055565b5f916154ff565b95909264ffffffffff87169661556f647fffffffff8910614745565b6001810180911161376b576001809501556154f5565b6001600160801b0360c06001600160401b03610100840151166001600160601b03610120850151166001600160601b0361014086015116910201920151160190565b6042916040519161190160f01b8352600283015260228201522090565b60e19060e0604051915f8353600183015e2090565b8051801561568b575b600181116156195750805115613b7b576020015190565b8060011c80915f5b828110615660575060018082161461563c575b509050615602565b600161564e615658925f190186614723565b5192019284614723565b52805f615634565b6001906041604051838153604060208460061b8a01018583015e2060208260051b8801015201615621565b50505f90565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b90600160ff83161490816156e7575b5015613ddf5760ff191660021790565b905064ffffffffff8260101c16105f6156d7565b9897969895939194929560e086015161595a5764ffffffffff6101608701511642811190811591615920575b50615911576001600160401b03610100870151166103e881106159015760ff8260b01c16600281036158d857506001600160601b03610120880151169160b81c82106158c8576001600160601b03918261014089015116910201116158ba576158ad576157ad60018060a01b036101808601511663ffffffff6101a08701511690615b2d565b156158a0578161585c575b5050606082019560018060a01b038751169184338414159384615848575b5050505061583e576157e790614de7565b6001600160a01b038116338114159586615829575b505084615815575b50505050615810575f90565b600e90565b61581f9450615cf2565b155f808080615804565b516001600160a01b0316141594505f806157fc565b5050505050600d90565b6158529450615cf2565b155f8084816157d6565b612000821161589357615870913691613c5a565b60208151910120604083015103615888575f806157b8565b505050505050600c90565b5050505050505050600b90565b5050505050505050600a90565b5050505050505050600990565b505050505050505050600890565b5050505050505050505050600790565b9a505050505050505050505080156158fb576003036158f657600590565b600690565b50600490565b5050505050505050505050600390565b50505050505050505050600290565b905061595364ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001642613b8f565b105f615727565b50505050505050505050600190565b94939290915f925b60018211615988575050500361598357565b5f9150565b6001810180821161376b578214801590615a61575b6159ba575b60011c906001810180911161376b5760011c90615971565b95848414615a57576159cb84614737565b9385811015613b7b5760051b83013560018816615a2257604051600160f81b6020820190815260218201939093526041810191909152615a1881606181015b03601f198101835282613c1e565b5190205b956159a2565b604051600160f81b602082019081526021820192909252604181019290925290615a4f8160618101615a0a565b519020615a1c565b505f955050505050565b50600182161561599d565b91906101a0604051938260c10185526020810151602086015260408101516024860152606081015160601b6044860152608081015160601b605886015260a081015160c01b606c86015260c081015160801b607486015260e0810151608486015261010081015160c01b60a486015261012081015160a01b60ac86015261014081015160a01b60b886015261016081015160d81b60c486015261018081015160601b60c9860152015160e01b60dd840152610120601f199184010116604052565b6001600160a01b0316908115615cec578015908115615cdf575b50615c44573081148015615cad575b8015615c7b575b8015615c49575b615c44577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159081615c10575b81615bdc575b81615bab575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161415919050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615ba2565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114159150615b9c565b505f90565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615b64565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615b5d565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168114615b56565b620f42409150115f615b47565b90501590565b906001600160a01b03615d06858584615da0565b168015159081615d8d575b50615d8457813b15615d7c57602093615d455f94615a0a60405193849289840196630b135d3f60e11b8852602485016147ba565b8380525191620249f0fa5f513d82615d70575b5081615d62575090565b630b135d3f60e11b14919050565b6020111591505f615d58565b505050505f90565b50505050600190565b6001600160a01b0384161490505f615d11565b909160408103615dca578060201161376757823590604011613767576020613ddf93013591615dd1565b5050505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615d7c57601b9060ff1c019060ff821161376b576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa1561375c575f519056fe28b48c443f53d184095477f5aa0b94ed1de8de3e177b93e07ca450139e8bf5b3a164736f6c6343000825000a';
