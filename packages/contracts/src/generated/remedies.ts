// Generated from Remedies.sol by scripts/generate.ts. Do not edit.
export const remediesAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "bank_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "committees_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "tasks_",
    "type": "address"
   },
   {
    "internalType": "uint40",
    "name": "graceSeconds_",
    "type": "uint40"
   },
   {
    "internalType": "uint40",
    "name": "lateSeconds_",
    "type": "uint40"
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
    "internalType": "uint256",
    "name": "seat",
    "type": "uint256"
   }
  ],
  "name": "AlreadyPaid",
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
  "name": "BodyKnown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "untilTime",
    "type": "uint256"
   }
  ],
  "name": "BodyLate",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "untilTime",
    "type": "uint256"
   }
  ],
  "name": "ClaimOpen",
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
  "name": "ClaimOver",
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
    "internalType": "bytes",
    "name": "body",
    "type": "bytes"
   }
  ],
  "name": "BodyPosted",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "seat",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "node",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "LateClaimed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "LateSwept",
  "type": "event"
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
   },
   {
    "internalType": "bytes[]",
    "name": "acks",
    "type": "bytes[]"
   }
  ],
  "name": "ackBodies",
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
    "internalType": "uint8",
    "name": "seat",
    "type": "uint8"
   },
   {
    "internalType": "bytes",
    "name": "sig",
    "type": "bytes"
   }
  ],
  "name": "claimLate",
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
  "inputs": [],
  "name": "lateSeconds",
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
   }
  ],
  "name": "postBody",
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
   }
  ],
  "name": "sweepLate",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "tasks",
  "outputs": [
   {
    "internalType": "contract ITasks",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const remediesBytecode: `0x${string}` =
  '0x6101203461015457601f61237938819003918201601f19168301916001600160401b038311848410176101585780849260a094604052833981010312610154576100488161016c565b906100556020820161016c565b6100616040830161016c565b9061007a608061007360608601610180565b9401610180565b6001600160a01b0394851660805290841660a052921660c05260e052610100526040516121e69081610193823960805181818161070801528181610932015261150e015260a0518181816106320152818161097701528181610b2901528181610c7f01528181610f4d0152611470015260c05181818160d6015281816104b40152818161054e01528181610a0701528181610eb00152818161137d01528181611c02015261202f015260e05181818161020c0152818161047a0152610f180152610100518181816105c4015281816108f801526113f40152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b038216820361015457565b519064ffffffffff821682036101545756fe6080806040526004361015610012575f80fd5b5f905f3560e01c9081630dbe104d146112dd575080634716f21014610e305780634c4fda6e146109a65780637110d32e1461096157806376cdb03b1461091c578063a915551c146108da578063b0726be6146104e3578063c305a6d91461049e578063e052b5441461045c5763f1529ce81461008c575f80fd5b346104595736600319016101e08112610457576101c013610459576101c4356001600160401b038111610457576100c7903690600401611731565b6040516330adad6360e21b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169290602081600481875afa90811561044c57859161041d575b5061040e57610125836119e2565b604051906101328261175e565b8560208301818152816040850152606084018281526080850183815260a0860184815260c08701908582528560e0890152610100880190868252886101208101948886526101408201968988526101608301988a8a526101c060046101808601958d87526101a081019d8e52375160201b925191519051171760a01c17915190511760401c17905160801c17915190511760601c17905160281c17905160201c1761040a576101e36101e992611fbd565b90611ff4565b926101f384612011565b906001808360081c16146103f65761023264ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016426117e3565b64ffffffffff61024061198a565b16106103d557831580156103ca575b61038c576001600160401b03841161037857604051610278601f8601601f1916602001826117aa565b848152602081019036868601116103745785858337876020878301015251902060443503610345578591813b1561034157610100604484928360405195869485936307a7c65b60e11b85528c60048601521760248401525af180156103365761031d575b50507fa063957fc37a2f6749f90ead52d239e0f368411820baf19aa703e290dac3efd9916103176040519283926020845260208401916118fc565b0390a280f35b81610327916117aa565b61033257835f6102dc565b8380fd5b6040513d84823e3d90fd5b8280fd5b60405163705feb7760e01b81526020600480830191909152602482015263626f647960e01b6044820152606490fd5b8780fd5b634e487b7160e01b86526041600452602486fd5b6040516329ded1a760e11b81526060600480830191909152606482015263626f647960e01b608482015260016024820152612000604482015260a490fd5b50612000841161024f565b60248664ffffffffff6103e661198a565b634b80d40360e11b835216600452fd5b63fe12fae560e01b86526004859052602486fd5b8580fd5b63b5dfd9e560e01b8452600484fd5b61043f915060203d602011610445575b61043781836117aa565b8101906117cb565b5f610117565b503d61042d565b6040513d87823e3d90fd5b505b80fd5b5034610459578060031936011261045957602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346104595780600319360112610459576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b50346104595736600319016101c08112610457576101801361045957610184356001600160401b0381116104575761051f9036906004016116d0565b6101a4356001600160401b0381116103325761053f903690600401611701565b6040516330adad6360e21b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169190602081600481865afa9081156108cf5787916108b0575b506108a15761059d826119e2565b926105ab8282878988611a7e565b9590966105ea64ffffffffff8860281c1664ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906117e3565b8042111561088f575060405162295ee560ea1b815260a43560048201528860248201528960448201526080606482015289608482015260a481018a8080378a9052898160a4817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610884578a91610862575b5051946001861b975f19890198891161084e578a9863ffffffff808360081c1619821616805b610806575089156107f25786156107de579064ffffffff00808d949360081b161617813b156103415782916044839260405194859384926307a7c65b60e11b84528b35600485015260248401525af18015610336576107c5575b50506106f595611dd5565b8181029181830414901517156107b157827f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b15610457578180916064604051809481936338dfecdb60e21b83528160048401528160248401528860448401525af180156103365761079c575b505060207f5f6c92a8b74da1acf49c9754ce3d7853fe6a1805ef727159af3022c3e4ed9e3b91604051908152a280f35b816107a6916117aa565b61034157825f61076c565b634e487b7160e01b83526011600452602483fd5b816107cf916117aa565b6107da57885f6106ea565b8880fd5b634e487b7160e01b8c52603260045260248cfd5b630c25d88760e31b8c52600488905260248cfd5b995f19811461083a57600101995f19810190808211610826571680610690565b634e487b7160e01b8e52601160045260248efd5b634e487b7160e01b8d52601160045260248dfd5b634e487b7160e01b8b52601160045260248bfd5b61087e91503d808c833e61087681836117aa565b81019061181b565b5f61066a565b6040513d8c823e3d90fd5b63539d32e160e01b8a52600452602489fd5b63b5dfd9e560e01b8652600486fd5b6108c9915060203d6020116104455761043781836117aa565b5f61058f565b6040513d89823e3d90fd5b5034610459578060031936011261045957602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346104595780600319360112610459576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b50346104595780600319360112610459576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b50346104595736600319016101c08112610457576101801361045957610184359063ffffffff8216808303610457576101a4356001600160401b038111610341576109f5903690600401611731565b6040516330adad6360e21b81529192917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690602081600481855afa908115610e25578691610e06575b50610df757600435926040519463877037f360e01b8652846004870152606086602481865afa9586156108cf5787908897610dc1575b5060ff1660018103610daf5750604051630838361760e01b815260048101869052602081602481875afa8015610da4578890610d5d575b65ffffffffffff91501680431115610d4b575086908615159485610bb8575b5050869750823b15610bb457606487928363ffffffff9560405196879586946309c4a54760e41b86528b600487015260248601521660448401525af190811561044c578591610b9f575b5050610b27575050f35b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691823b15610b9a5760448492836040519586948593632af8b64560e01b8552600485015260248401525af1801561033657610b895750f35b81610b93916117aa565b6104595780f35b505050fd5b81610ba9916117aa565b610b9a57835f610b1d565b8680fd5b90915082151580610d27575b610d0e57610bd1846119e2565b604051610bdd8161178e565b602081018a8152604082018b815260608301918c835260808401908d82528d60a08601528d60c08601908082528060e0880152806101008801528061012088015280610140880152610160870152610180600487375191519051171760101c905160081c17905160381c17610d0a5791610c7b610c5f8c936101e38d966120c5565b60405162295ee560ea1b81529586948594928d6004870161191c565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156108cf57906001918891610cf0575b50511b965f198801978811610cdc57869763ffffffff911916165f80610ad3565b634e487b7160e01b87526011600452602487fd5b610d0491503d808a833e61087681836117aa565b5f610cbb565b8980fd5b62f0828760e11b8852600487905260a435602452604488fd5b5060443560ff811690818103610d0a5750151580610bc457508660a4351415610bc4565b637878e8eb60e01b8852600452602487fd5b506020813d602011610d9c575b81610d77602093836117aa565b81010312610374575165ffffffffffff811681036103745765ffffffffffff90610ab4565b3d9150610d6a565b6040513d8a823e3d90fd5b63d472249760e01b8852600452602487fd5b60ff9750610de7915060603d606011610df0575b610ddf81836117aa565b8101906119b1565b97915090610a7d565b503d610dd5565b63b5dfd9e560e01b8552600485fd5b610e1f915060203d6020116104455761043781836117aa565b5f610a47565b6040513d88823e3d90fd5b5034610459576040366003190112610459576004356001600160401b03811161045757610e619036906004016116d0565b906024356001600160401b0381116103325736602382011215610332578060040135906001600160401b0382116112d9573660248360051b830101116112d9576040516330adad6360e21b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169190602081600481865afa9081156108cf5787916112ba575b506108a157841580156112b0575b80156112a6575b61126857610f16829594956119e2565b7f000000000000000000000000000000000000000000000000000000000000000064ffffffffff16949093903683900360421901907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690895b818110610f83578a80f35b610f8e81838c611979565b610fa8610fa2610f9d83611f08565b611fbd565b8a611ff4565b90610fb282612011565b90610fbd8c426117e3565b61016082019064ffffffffff610fd28361199f565b1610611256575060405163877037f360e01b8152813560048201528e91906060816024818f5afa9283156111d65792611233575b508885101561121f578e60248660051b8c01013589811215610457578b01926024840135936001600160401b038511610341576044810190853603821361033257600486106111e25785600411610332578f956110df6048926110bc879535998c8b60e01c9a604080519160208301937f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be285528284015201356060820152606081526110b36080826117aa565b51902090611ff4565b60405162295ee560ea1b81529687958695600319019301918a916004870161191c565b03818c5afa9182156111d65780926111bb575b505060406060820151519101519081811061119f57505090838f94939260207fb2d718b7f4752ca4297f47e739fcb8f260f6bfd140479c74e1fb102cd055a3ee91604051908152a28a3b15610332576040516307a7c65b60e11b8152600481019390935260801c63ffffffff60601b161760248201528181604481838d5af1801561033657611186575b5050600101610f78565b81611190916117aa565b61119b578a5f61117c565b8a80fd5b9091508f92506044935063134a70cf60e11b8352600452602452fd5b6111cf92503d8091833e61087681836117aa565b8f806110f2565b604051903d90823e3d90fd5b60a46040516329ded1a760e11b815260606004820152600460648201526361636b7360e01b60848201526004602482015263ffffffff6044820152fd5b634e487b7160e01b8f52603260045260248ffd5b61124c91925060603d8111610df057610ddf81836117aa565b915050905f611006565b8e64ffffffffff6103e660249361199f565b604080516329ded1a760e11b815260606004820152600560648201526418dbdd5b9d60da1b608482015260016024820152604481019190915260a490fd5b5084831415610f06565b5060408511610eff565b6112d3915060203d6020116104455761043781836117aa565b5f610ef1565b8480fd5b82346116115736600319016102008112611611576101801361161157610184356001600160401b038111611611576113199036906004016116d0565b90926101a4356001600160401b0381116116115761133b903690600401611701565b90916101c4359160ff8316809303611611576101e4356001600160401b0381116116115761136d903690600401611731565b6330adad6360e21b8452909590947f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693909190602081600481885afa908115611606575f916116b1575b506116a2576113ce846119e2565b936113dc8484848d89611a7e565b909861141a64ffffffffff8360281c1664ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906117e3565b8042116116915750601f881015611658576001881b90600883901c821663ffffffff16611645575f908b61146c6040519c8d93849362295ee560ea1b855263ffffffff88169060a4356004870161191c565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa988915611606575f99611629575b5085156116155760081b64ffffffff001617813b15611611575f916044839260405194859384926307a7c65b60e11b84528935600485015260248401525af18015611606576115ea575b508596979861150395965194611dd5565b6060909201805185907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063ffffffff9061154690611958565b5116813b156103415782916064839260405194859384926338dfecdb60e21b845260048401528a60248401528160448401525af18015610336576115d1575b5050907fb2a402ffdf1380ba26a033a57e82aafab475011ab1e2f96cdfd4207e426358f09263ffffffff6115bb60609451611958565b511660405192835260208301526040820152a280f35b816115de919493946117aa565b6112d957908486611585565b61150395969798505f6115fc916117aa565b5f979695946114f2565b6040513d5f823e3d90fd5b5f80fd5b634e487b7160e01b5f52603260045260245ffd5b61163e9199503d805f833e61087681836117aa565b978c6114a8565b88630c25d88760e31b5f5260045260245ffd5b60a46040516329ded1a760e11b81526060600482015260046064820152631cd9585d60e21b60848201525f6024820152601e6044820152fd5b623ae7f560e51b5f5260045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b6116ca915060203d6020116104455761043781836117aa565b8a6113c0565b9181601f84011215611611578235916001600160401b038311611611576020808501946101c0850201011161161157565b9181601f84011215611611578235916001600160401b0383116116115760208085019460e0850201011161161157565b9181601f84011215611611578235916001600160401b038311611611576020838186019501011161161157565b6101c081019081106001600160401b0382111761177a57604052565b634e487b7160e01b5f52604160045260245ffd5b61018081019081106001600160401b0382111761177a57604052565b90601f801991011681019081106001600160401b0382111761177a57604052565b90816020910312611611575180151581036116115790565b919082018092116117f057565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b03811161177a5760051b60200190565b602081830312611611578051906001600160401b0382116116115701906080828203126116115760405191608083018381106001600160401b0382111761177a576040528051835260208101516020840152604081015160408401526060810151906001600160401b03821161161157019080601f83011215611611578151906118a482611804565b926118b260405194856117aa565b82845260208085019360051b82010191821161161157602001915b8183106118df57505050606082015290565b825163ffffffff81168103611611578152602092830192016118cd565b908060209392818452848401375f828201840152601f01601f1916010190565b90611945959360809363ffffffff928452602084015216604082015281606082015201916118fc565b90565b91908110156116155760e0020190565b8051156116155760200190565b80518210156116155760209160051b010190565b9190811015611615576101c0020190565b6101643564ffffffffff811681036116115790565b3564ffffffffff811681036116115790565b9081606091031261161157805161ffff811681036116115791602082015160ff811681036116115760409092015190565b6040906006602083516119f585826117aa565b8281520165456e69676d6160d01b81522090600160208451611a1786826117aa565b82815201603160f81b81522083519260208401947f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8652840152606083015246608083015260018060a01b031660a082015260a08152611a7860c0826117aa565b51902090565b9391801591508115611dbb575b8115611db0575b50611d8257611aa081611804565b93611aae60405195866117aa565b818552601f19611abd83611804565b015f5b818110611d6b5750505f5b828110611d155750845192611adf84611804565b93611aed60405195866117aa565b808552611afc601f1991611804565b013660208601375f5b8651811015611b3d578060e1611b1d6001938a611965565b5160e0604051915f83538583015e20611b368288611965565b5201611b05565b5092611b4c9194929550612142565b6101643503611ce15760405190611b628261178e565b602082015f8152604083015f815260608401915f835260808501905f82525f60a087015260c086015f81525f60e08801525f6101008801525f6101208801525f6101408801525f610160880152610180600488375191519051171760101c905160081c17905160381c17611611576101e3611bdc926120c5565b9215611615576040516305b0d26b60e51b815290356004820181905291906020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115611606575f91611caf575b50809260ff821660028114159081611ca3575b50611c9157508360501c9060501c03611c6257565b60405163031e2b2960e51b8152602060048201526006602482015265191a59d95cdd60d21b6044820152606490fd5b632e3abafd60e01b5f5260045260245ffd5b6004915014155f611c4d565b90506020813d602011611cd9575b81611cca602093836117aa565b8101031261161157515f611c3a565b3d9150611cbd565b60405163031e2b2960e51b815260206004820152600b60248201526a1c995cdd5b1d1cd49bdbdd60aa1b6044820152606490fd5b611d20818486611948565b9060e0611d2b6120fc565b928337602082015160081c604083015160101c17606083015160401c1761161157600191611d598289611965565b52611d648188611965565b5001611acb565b602090611d766120fc565b82828a01015201611ac0565b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b90508114155f611a92565b905060843561ffff81168091036116115781141590611a8b565b9195949390935f965f958215935b828810611df4575050505050505050565b9091929394959698611e1b611e15610f9d611e108d8888611979565b611f08565b88611ff4565b611e268b848b611948565b358103611ee657506020611e3b8b848b611948565b01359060ff82169182810361161157506060611e588c858c611948565b0135906001600160401b038216820361161157610120611e798d8888611979565b0135916bffffffffffffffffffffffff8316809303611611578893600503611ee057506103e8925b611ecc5786611ebe926001600160401b03600195160204906117e3565b990196959493929190611de3565b634e487b7160e01b5f52601260045260245ffd5b92611ea1565b611ef18b848b611948565b3590630656d02b60e21b5f5260045260245260445ffd5b905f60405192611f178461175e565b60208401828152826040860152606085018381526080860184815260a087019085825260c08801918683528660e08a0152886101008101928884526101208201958987526101408301978a89526101c061016085019a8c8c526101808601958d87526101a081019d8e529e375160201b925191519051171760a01c17915190511760401c17905160801c17915190511760601c17905160281c17905160201c1761161157565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b6042916040519161190160f01b8352600283015260228201522090565b6040516305b0d26b60e51b81526004810182905291906020836024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa928315611606575f93612091575b5060ff8316908115611c9157506001810361207f5750565b63e5ee734160e01b5f5260045260245ffd5b9092506020813d6020116120bd575b816120ad602093836117aa565b810103126116115751915f612067565b3d91506120a0565b6101a090610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8352602083015e2090565b6040519060e082018281106001600160401b0382111761177a576040525f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b805180156121d3575b60018111612161575061215d90611958565b5190565b8060011c80915f5b8281106121a85750600180821614612184575b50905061214b565b60016121966121a0925f190186611965565b5192019284611965565b52805f61217c565b6001906041604051838153604060208460061b8a01018583015e2060208260051b8801015201612169565b50505f9056fea164736f6c6343000825000a';
