// Generated from Mirror.sol by scripts/generate.ts. Do not edit.
export const mirrorAbi = [
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "found",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "wanted",
    "type": "uint256"
   }
  ],
  "name": "DrawExhausted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "epoch",
    "type": "uint256"
   }
  ],
  "name": "EpochNotCurrent",
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
  "name": "TooFewNodes",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "UnitsOverflow",
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
    "name": "contractId",
    "type": "bytes32"
   }
  ],
  "name": "account",
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
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "bodyHash",
    "type": "bytes32"
   }
  ],
  "name": "ackHash",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "tasks",
    "type": "address"
   }
  ],
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
  "inputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "leaf",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "units",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     }
    ],
    "internalType": "struct Mirror.Change[]",
    "name": "changes",
    "type": "tuple[]"
   },
   {
    "internalType": "uint32",
    "name": "epoch",
    "type": "uint32"
   },
   {
    "internalType": "bytes32",
    "name": "seed",
    "type": "bytes32"
   },
   {
    "internalType": "uint256",
    "name": "n",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "standbysMax",
    "type": "uint256"
   }
  ],
  "name": "draw",
  "outputs": [
   {
    "internalType": "uint256[4]",
    "name": "totals",
    "type": "uint256[4]"
   },
   {
    "internalType": "uint32[]",
    "name": "nodes",
    "type": "uint32[]"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "seed",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "internalType": "uint16",
    "name": "generation",
    "type": "uint16"
   }
  ],
  "name": "drawSeed",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
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
    "internalType": "uint8",
    "name": "status",
    "type": "uint8"
   },
   {
    "internalType": "uint64",
    "name": "gasUsed",
    "type": "uint64"
   }
  ],
  "name": "money",
  "outputs": [
   {
    "internalType": "uint96",
    "name": "escrow",
    "type": "uint96"
   },
   {
    "internalType": "uint256",
    "name": "fee",
    "type": "uint256"
   },
   {
    "internalType": "uint96",
    "name": "toSubmitter",
    "type": "uint96"
   },
   {
    "internalType": "uint96",
    "name": "held",
    "type": "uint96"
   },
   {
    "internalType": "uint96",
    "name": "back",
    "type": "uint96"
   },
   {
    "internalType": "uint96",
    "name": "toPot",
    "type": "uint96"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "internalType": "uint32",
    "name": "index",
    "type": "uint32"
   },
   {
    "internalType": "bytes32",
    "name": "outputHash",
    "type": "bytes32"
   }
  ],
  "name": "openingHash",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
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
  "name": "orderLog",
  "outputs": [
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
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
   }
  ],
  "name": "receiptHash",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "digest",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "signature",
    "type": "bytes"
   }
  ],
  "name": "recover",
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
  "name": "resultsRoot",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "height",
    "type": "uint64"
   }
  ],
  "name": "scheduledBodyHash",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes",
    "name": "tasks",
    "type": "bytes"
   },
   {
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   },
   {
    "internalType": "bytes32",
    "name": "contractId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "domain",
    "type": "bytes32"
   }
  ],
  "name": "settledTasks",
  "outputs": [
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
    "internalType": "bytes",
    "name": "outcomes",
    "type": "bytes"
   }
  ],
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
  "name": "taskHash",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 }
] as const;

export const mirrorBytecode: `0x${string}` =
  '0x60808060405234601557611868908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c80630ffb4bad14610ff957806318d26b1914610fbe57806319045a2514610f6e57806347fececd14610eff5780636c2e8e0314610ed35780637a3585ee14610da95780638488a48514610d38578063882358ae14610ccf5780638b9d3efc14610bb257806390135fe414610af25780639e9762ad1461072e578063a588ad52146106c7578063c3164495146101a55763f272bff7146100b3575f80fd5b3461018d5761018036600319011261018d5760405161018081018181106001600160401b0382111761019157604052602081015f8152604082015f815260608301915f835260808401905f82525f60a086015260c085015f81525f60e08701525f6101008701525f6101208701525f6101408701525f610160870152610180600487375191519051171760101c905160081c17905160381c1761018d576101a0602091610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a83528483015e20604051908152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b3461018d57608036600319011261018d576004356001600160401b03811161018d576101d5903690600401611125565b9060243591604435926064359260405193608085018581106001600160401b03821117610191576040525f855260208501945f865260408101925f8452606082019560608752610110860290861591878104610110148317156106b357808210610631576102429161142a565b90818952606f870290878204606f1417156106b3576102609161140f565b9061028361026d836113e8565b9261027b6040519485611189565b8084526113e8565b602083019290601f190136843787528252835261029f846111df565b956102ad6040519788611189565b848752601f196102bc866111df565b015f5b81811061069c5750506102d18561126d565b975f5b8681106104a7578989895160405191606083016060845281518091526020608085019201905f5b8181106103a1575050508281036020840152602080855192838152019401905f5b81811061033b57848061033788878382036040850152611165565b0390f35b909194602060e060019260c089518051835260ff85820151168584015261ffff60408201511660408401526001600160401b0360608201511660608401526080810151608084015260a081015160a0840152015160c0820152019601910191909161031c565b90919260206101c060019263ffffffff6101a08851805184528260e01b86820151168685015260408101516040850152868060a01b036060820151166060850152868060a01b0360808201511660808501526001600160401b0360a08201511660a08501526fffffffffffffffffffffffffffffffff60c08201511660c085015260e081015160e08501526001600160401b03610100820151166101008501526001600160601b03610120820151166101208501526001600160601b036101408201511661014085015264ffffffffff61016082015116610160850152868060a01b03610180820151166101808501520151166101a082015201940191019190916102fb565b816104b2828b6112f7565b51526104be818a6112f7565b51906104ca818c6112f7565b519161010c865163ffffffff60e01b813516602084015260048101356040840152602481013560601c6060840152603881013560601c6080840152604c81013560c01c60a0840152605481013560801c60c0840152606481013560e0840152608481013560c01c610100840152608c81013560a01c610120840152609881013560a01c61014084015260a481013560d81c61016084015260a981013560601c61018084015260bd81013560e01c6101a084015260c181013560f81c602086015260c281013560f01c604086015260c481013560c01c606086015260cc810135608086015260ec81013560c0860152013560e01c612000811161065f5785518111610631576001936101108260426105e2606f966113b1565b6040519061190160f01b82528d6002830152602282015220928a51908d5194808652604f840160c184016020880137815260a083888701209101520101885281875103875201018752016102d4565b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b60848201525f6024820152612000604482015260a490fd5b6020906106a76111f6565b82828c010152016102bf565b634e487b7160e01b5f52601160045260245ffd5b3461018d57604036600319011261018d576020604051818101907f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be282526004356040820152602435606082015260608152610723608082611189565b519020604051908152f35b3461018d5760a036600319011261018d576004356001600160401b03811161018d573660238201121561018d578060040135906001600160401b03821161018d576024810190602436916060850201011161018d5761078b611152565b916044356064359360843592604051946107a6608087611189565b60803687375f5b828110610a9b5750505063ffffffff16936107c7856116a4565b602086015284526001850163ffffffff81116106b35763ffffffff6107ec91166116a4565b606086015260408501526107ff856116a4565b828195929510610a84579082828261081b83610831979661142a565b1015610a7c5761082b925061142a565b9061140f565b9161083b836111df565b916108496040519384611189565b838352610855846111df565b6020840190601f19013682375f95600386901b956001600160fd1b03811681036106b357604087018097116106b357939097925f96925b83881080610a73575b156109df576040516020810190838252896040820152604081526108ba606082611189565b51902083156109cb578390065f5f9160015f915b6005831061094a5750505063ffffffff915016995f5b8a811080610930575b156108fa576001016108e4565b9a8a600193969a92959894979c1461091c575b5001969298939094919861088c565b610929838c019b8a6112f7565b528b61090d565b508b63ffffffff610941838c6112f7565b511614156108ed565b8161095e8b8688979596970160011b611828565b925f93630fffffff81165b8085101561098d575050926001929360031b1795019260031b9301919392906108ce565b909391925060078510156109b75760019490940193900391849190601c1c630fffffff8116610969565b634e487b7160e01b5f52600160045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b86908a878b818110610a5e57604051808560a0820188875f855b60048210610a445750505060a060808501525180915260c0830191905f5b818110610a25575050500390f35b825163ffffffff16845285945060209384019390920191600101610a17565b8251815287965060209283019260019290920191016109f9565b63c8ba836360e01b5f5260045260245260445ffd5b50858910610895565b50509061140f565b9050636a0ae3c360e01b5f5260045260245260445ffd5b80610aec610ab4610aaf60019487876111aa565b6111ce565b610aca6020610ac48589896111aa565b016111ce565b9063ffffffff8080610ae26040610ac4898d8d6111aa565b1693169116611437565b016107ad565b3461018d57602036600319011261018d576004356001600160a01b0381169081900361018d576020906040906006838351610b2d8582611189565b8281520165456e69676d6160d01b815220906001848451610b4e8682611189565b82815201603160f81b81522090835191858301937f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f855285840152606083015246608083015260a082015260a08152610ba860c082611189565b5190209051908152f35b3461018d5736600319016101e0811261018d576101c01361018d576101c4356001600160401b03811161018d57610bf0610337913690600401611125565b610bf861133f565b916101a0604051938360c10185526020810151602086015260408101516024860152606081015160601b6044860152608081015160601b605886015260a081015160c01b606c86015260c081015160801b607486015260e0810151608486015261010081015160c01b60a486015261012081015160a01b60ac86015261014081015160a01b60b886015261016081015160d81b60c486015261018081015160601b60c9860152015160e01b60dd840152601f19610120838501011660405260e1830137604051918291602083526020830190611165565b3461018d57602036600319011261018d5760206040518181017f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c8152600435604083015260408252610d22606083611189565b905190206040516001600160a01b039091168152f35b3461018d57606036600319011261018d5760443561ffff811680910361018d57602090604051828101917fcf487ff8763623d2cd15826ed9d64074a4b1513d71f7d1c82c2433c35fcbe91d83526004356040830152602435606083015260808201526080815261072360a082611189565b3461018d5760a036600319011261018d57610dc261110f565b6024356001600160601b03811680910361018d57604435916001600160601b03831680840361018d576064359260ff841680940361018d57608435926001600160401b038416840361018d576001600160401b031681028201936001600160601b038511610ec45760c0956001600160601b03948593849160058503610ebf57506103e85b5f915f9260018560036b3fffffffffffffffffffffff8960021c169b0260021c1697145f14610eab57509083916001600160401b0389925b846040519d168d52160260208b01528560408b01521660608901521660808701520316031660a0820152f35b90849293506001600160401b038994610e7f565b610e47565b63326cb98d60e21b5f5260045ffd5b3461018d576101c036600319011261018d576020610ef7610ef261133f565b6113b1565b604051908152f35b3461018d57606036600319011261018d576020610f1a611152565b60405163ffffffff838201927f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e9778452600435604084015216606082015260443560808201526080815261072360a082611189565b3461018d57604036600319011261018d576024356001600160401b03811161018d57610fac610fa36020923690600401611125565b9060043561130b565b6040516001600160a01b039091168152f35b3461018d57602036600319011261018d576020610fd961110f565b6040516001600160401b0383820192168252828152610723604082611189565b3461018d57602036600319011261018d576004356001600160401b03811161018d573660238201121561018d578060040135906001600160401b03821161018d5736602460e084028301011161018d576110528261126d565b5f5b838110156110995761106681836112f7565b5160e0602481840286010182376060602082015160081c604083015160101c1791015160401c1761018d57600101611054565b508051906110a6826111df565b916110b46040519384611189565b8083526110c3601f19916111df565b013660208401375f5b8151811015611104578060e16110e4600193856112f7565b5160e0604051915f83538583015e206110fd82866112f7565b52016110cc565b6020610ef78461170b565b600435906001600160401b038216820361018d57565b9181601f8401121561018d578235916001600160401b03831161018d576020838186019501011161018d57565b6024359063ffffffff8216820361018d57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90601f801991011681019081106001600160401b0382111761019157604052565b91908110156111ba576060020190565b634e487b7160e01b5f52603260045260245ffd5b3563ffffffff8116810361018d5790565b6001600160401b0381116101915760051b60200190565b604051906101c082018281106001600160401b03821117610191576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b90611277826111df565b6112846040519182611189565b8281528092611295601f19916111df565b015f5b8181106112a457505050565b6040519060e08201918083106001600160401b03841117610191576020926040525f81525f838201525f60408201525f60608201525f60808201525f60a08201525f60c082015282828601015201611298565b80518210156111ba5760209160051b010190565b909160408103611338578060201161018d5782359060401161018d576020611335930135916117a3565b90565b5050505f90565b6113476111f6565b906101c060048337602082015160201b61018083015160808401516060850151171760a01c1761010083015160a08401511760401c1760c083015160801c176101408301516101208401511760601c1761016083015160281c176101a083015160201c1761018d57565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b6001600160401b03811161019157601f01601f191660200190565b80156106b3575f190190565b919082018092116106b357565b60040390600482116106b357565b919082039182116106b357565b90918160031c6102490180610249116106b357600181901b906001600160ff1b038116036106b3576124928110156111ba5760010154601c6007841681810292918304036106b357901c630fffffff1683811461169e57630fffffff8411611664576005926001830190818411908260e01b90866001975b61155d575050505f54956001600160401b0387169563ffffffff8860801c16966001600160401b038960401c169663ffffffff8a60a01c169960c01c1115611550575b85611500846115059361140f565b61142a565b941561153e575b501561152e575b6106b35760c01b9360a01b9260801b9160401b171717175f55565b9361153890611403565b93611513565b90955f1981146106b35701945f61150c565b96975087969550856114f2565b61156690611403565b806003026003810482036106b35788901b5f1981019081116106b3578160050390600582116106b357816003029160038304036106b3576007846115ac931c910461140f565b80891b906001600160ff1b038116036106b3576115c88261141c565b806003029060038204036106b357836007911c1680601c0290601c8204036106b3576124928210156111ba578982018054918c8a60e085901c8d101580611695575b611673575b61150061162492630fffffff87861c1661140f565b93630fffffff851161166457886106b35761249211156111ba57630fffffff811b199092166001600160e01b03169290911b9190911784179055806114af565b631cbb499760e21b5f5260045ffd5b50508b84018085116106b3576124928110156111ba578c018390558c8a61160f565b5084151561160a565b50505050565b905f54918260c01c818111156116f25760018201908183116106b357036116e0575063ffffffff6001600160401b038360401c169260a01c1690565b632e24b96760e11b5f5260045260245ffd5b505063ffffffff6001600160401b0383169260801c1690565b8051801561179d575b6001811161172b57508051156111ba576020015190565b8060011c80915f5b828110611772575060018082161461174e575b509050611714565b600161176061176a925f1901866112f7565b51920192846112f7565b52805f611746565b6001906041604051838153604060208460061b8a01018583015e2060208260051b8801015201611733565b50505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161182057601b9060ff1c019060ff82116106b3576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa15611815575f5190565b6040513d5f823e3d90fd5b505050505f90565b906001820154818160e01c11156118555760018201908183116106b35760e01c036116e057506002015490565b9150509056fea164736f6c6343000825000a';
