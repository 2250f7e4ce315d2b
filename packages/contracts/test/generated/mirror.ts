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
    "internalType": "bytes32",
    "name": "leaf",
    "type": "bytes32"
   },
   {
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   },
   {
    "internalType": "bytes32[]",
    "name": "proof",
    "type": "bytes32[]"
   }
  ],
  "name": "rootOf",
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
  '0x60808060405234601557611a07908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c80630ffb4bad1461106c57806318d26b191461103157806319045a2514610fe157806347fececd14610f725780636c2e8e0314610f4e5780637a3585ee14610e245780638488a48514610db3578063882358ae14610d4a5780638b9d3efc14610c2d5780638ec8023c14610bbd57806390135fe414610afd5780639e9762ad14610739578063a588ad52146106d2578063c3164495146101b05763f272bff7146100be575f80fd5b34610198576101803660031901126101985760405161018081018181106001600160401b0382111761019c57604052602081015f8152604082015f815260608301915f835260808401905f82525f60a086015260c085015f81525f60e08701525f6101008701525f6101208701525f6101408701525f610160870152610180600487375191519051171760101c905160081c17905160381c17610198576101a0602091610180604051917f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a83528483015e20604051908152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b34610198576080366003190112610198576004356001600160401b038111610198576101e09036906004016111ac565b9060243591604435926064359260405193608085018581106001600160401b0382111761019c576040525f855260208501945f865260408101925f8452606082019560608752610110860290861591878104610110148317156106be5780821061063c5761024d916115cd565b90818952606f870290878204606f1417156106be5761026b9161147a565b9061028e61027883611598565b926102866040519485611210565b808452611598565b602083019290601f19013684378752825283526102aa84611266565b956102b86040519788611210565b848752601f196102c786611266565b015f5b8181106106a75750506102dc8561133a565b975f5b8681106104b2578989895160405191606083016060845281518091526020608085019201905f5b8181106103ac575050508281036020840152602080855192838152019401905f5b818110610346578480610342888783820360408501526111ec565b0390f35b909194602060e060019260c089518051835260ff85820151168584015261ffff60408201511660408401526001600160401b0360608201511660608401526080810151608084015260a081015160a0840152015160c08201520196019101919091610327565b90919260206101c060019263ffffffff6101a08851805184528260e01b86820151168685015260408101516040850152868060a01b036060820151166060850152868060a01b0360808201511660808501526001600160401b0360a08201511660a08501526fffffffffffffffffffffffffffffffff60c08201511660c085015260e081015160e08501526001600160401b03610100820151166101008501526001600160601b03610120820151166101208501526001600160601b036101408201511661014085015264ffffffffff61016082015116610160850152868060a01b03610180820151166101808501520151166101a08201520194019101919091610306565b816104bd828b611389565b51526104c9818a611389565b51906104d5818c611389565b519161010c865163ffffffff60e01b813516602084015260048101356040840152602481013560601c6060840152603881013560601c6080840152604c81013560c01c60a0840152605481013560801c60c0840152606481013560e0840152608481013560c01c610100840152608c81013560a01c610120840152609881013560a01c61014084015260a481013560d81c61016084015260a981013560601c61018084015260bd81013560e01c6101a084015260c181013560f81c602086015260c281013560f01c604086015260c481013560c01c606086015260cc810135608086015260ec81013560c0860152013560e01c612000811161066a578551811161063c576001936101108260426105ed606f96611443565b6040519061190160f01b82528d6002830152602282015220928a51908d5194808652604f840160c184016020880137815260a083888701209101520101885281875103875201018752016102df565b60405163031e2b2960e51b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b6040516329ded1a760e11b81526060600482015260066064820152651b585cdad95960d21b60848201525f6024820152612000604482015260a490fd5b6020906106b261127d565b82828c010152016102ca565b634e487b7160e01b5f52601160045260245ffd5b34610198576040366003190112610198576020604051818101907f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be28252600435604082015260243560608201526060815261072e608082611210565b519020604051908152f35b346101985760a0366003190112610198576004356001600160401b0381116101985736602382011215610198578060040135906001600160401b0382116101985760248101906024369160608502010111610198576107966111d9565b916044356064359360843592604051946107b1608087611210565b60803687375f5b828110610aa65750505063ffffffff16936107d285611843565b602086015284526001850163ffffffff81116106be5763ffffffff6107f79116611843565b6060860152604085015261080a85611843565b828195929510610a8f57908282826108268361083c97966115cd565b1015610a875761083692506115cd565b9061147a565b9161084683611266565b916108546040519384611210565b83835261086084611266565b6020840190601f19013682375f95600386901b956001600160fd1b03811681036106be57604087018097116106be57939097925f96925b83881080610a7e575b156109ea576040516020810190838252896040820152604081526108c5606082611210565b51902083156109d6578390065f5f9160015f915b600583106109555750505063ffffffff915016995f5b8a81108061093b575b15610905576001016108ef565b9a8a600193969a92959894979c14610927575b50019692989390949198610897565b610934838c019b8a611389565b528b610918565b508b63ffffffff61094c838c611389565b511614156108f8565b816109698b8688979596970160011b6119c7565b925f93630fffffff81165b80851015610998575050926001929360031b1795019260031b9301919392906108d9565b909391925060078510156109c25760019490940193900391849190601c1c630fffffff8116610974565b634e487b7160e01b5f52600160045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b86908a878b818110610a6957604051808560a0820188875f855b60048210610a4f5750505060a060808501525180915260c0830191905f5b818110610a30575050500390f35b825163ffffffff16845285945060209384019390920191600101610a22565b825181528796506020928301926001929092019101610a04565b63c8ba836360e01b5f5260045260245260445ffd5b508589106108a0565b50509061147a565b9050636a0ae3c360e01b5f5260045260245260445ffd5b80610af7610abf610aba6001948787611231565b611255565b610ad56020610acf858989611231565b01611255565b9063ffffffff8080610aed6040610acf898d8d611231565b16931691166115da565b016107b8565b34610198576020366003190112610198576004356001600160a01b03811690819003610198576020906040906006838351610b388582611210565b8281520165456e69676d6160d01b815220906001848451610b598682611210565b82815201603160f81b81522090835191858301937f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f855285840152606083015246608083015260a082015260a08152610bb360c082611210565b5190209051908152f35b34610198576080366003190112610198576064356001600160401b0381116101985736602382011215610198578060040135906001600160401b038211610198573660248360051b83010111610198576020916024610c259201604435602435600435611495565b604051908152f35b346101985736600319016101e08112610198576101c013610198576101c4356001600160401b03811161019857610c6b6103429136906004016111ac565b610c736113d1565b916101a0604051938360c10185526020810151602086015260408101516024860152606081015160601b6044860152608081015160601b605886015260a081015160c01b606c86015260c081015160801b607486015260e0810151608486015261010081015160c01b60a486015261012081015160a01b60ac86015261014081015160a01b60b886015261016081015160d81b60c486015261018081015160601b60c9860152015160e01b60dd840152601f19610120838501011660405260e18301376040519182916020835260208301906111ec565b346101985760203660031901126101985760206040518181017f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c8152600435604083015260408252610d9d606083611210565b905190206040516001600160a01b039091168152f35b346101985760603660031901126101985760443561ffff811680910361019857602090604051828101917fcf487ff8763623d2cd15826ed9d64074a4b1513d71f7d1c82c2433c35fcbe91d83526004356040830152602435606083015260808201526080815261072e60a082611210565b346101985760a036600319011261019857610e3d611196565b6024356001600160601b03811680910361019857604435916001600160601b038316808403610198576064359260ff841680940361019857608435926001600160401b0384168403610198576001600160401b031681028201936001600160601b038511610f3f5760c0956001600160601b03948593849160058503610f3a57506103e85b5f915f9260018560036b3fffffffffffffffffffffff8960021c169b0260021c1697145f14610f2657509083916001600160401b0389925b846040519d168d52160260208b01528560408b01521660608901521660808701520316031660a0820152f35b90849293506001600160401b038994610efa565b610ec2565b63326cb98d60e21b5f5260045ffd5b34610198576101c0366003190112610198576020610c25610f6d6113d1565b611443565b34610198576060366003190112610198576020610f8d6111d9565b60405163ffffffff838201927f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e9778452600435604084015216606082015260443560808201526080815261072e60a082611210565b34610198576040366003190112610198576024356001600160401b0381116101985761101f61101660209236906004016111ac565b9060043561139d565b6040516001600160a01b039091168152f35b3461019857602036600319011261019857602061104c611196565b6040516001600160401b038382019216825282815261072e604082611210565b34610198576020366003190112610198576004356001600160401b03811161019857366023820112156101985780600401356001600160401b0381116101985736602460e0830284010111610198576110c48161133a565b5f5b82811015611120576110d66112f4565b9060e060248183028701018337602082015160081c604083015160101c17606083015160401c176101985760019161110e8285611389565b526111198184611389565b50016110c6565b5080519061112d82611266565b9161113b6040519384611210565b80835261114a601f1991611266565b013660208401375f5b815181101561118b578060e161116b60019385611389565b5160e0604051915f83538583015e206111848286611389565b5201611153565b6020610c25846118aa565b600435906001600160401b038216820361019857565b9181601f84011215610198578235916001600160401b038311610198576020838186019501011161019857565b6024359063ffffffff8216820361019857565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90601f801991011681019081106001600160401b0382111761019c57604052565b9190811015611241576060020190565b634e487b7160e01b5f52603260045260245ffd5b3563ffffffff811681036101985790565b6001600160401b03811161019c5760051b60200190565b604051906101c082018281106001600160401b0382111761019c576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b6040519060e082018281106001600160401b0382111761019c576040525f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b9061134482611266565b6113516040519182611210565b8281528092611362601f1991611266565b01905f5b82811061137257505050565b60209061137d6112f4565b82828501015201611366565b80518210156112415760209160051b010190565b9091604081036113ca5780602011610198578235906040116101985760206113c793013591611942565b90565b5050505f90565b6113d961127d565b906101c060048337602082015160201b61018083015160808401516060850151171760a01c1761010083015160a08401511760401c1760c083015160801c176101408301516101208401511760601c1761016083015160281c176101a083015160201c1761019857565b6101e0906101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508352602083015e2090565b919082018092116106be57565b5f1981146106be5760010190565b94939290915f925b600182116114b457505050036114af57565b5f9150565b600181018082116106be57821480159061158d575b6114e6575b60011c90600181018091116106be5760011c9061149d565b95848414611583576114f784611487565b93858110156112415760051b8301356001881661154e57604051600160f81b602082019081526021820193909352604181019190915261154481606181015b03601f198101835282611210565b5190205b956114ce565b604051600160f81b60208201908152602182019290925260418101929092529061157b8160618101611536565b519020611548565b505f955050505050565b5060018216156114c9565b6001600160401b03811161019c57601f01601f191660200190565b80156106be575f190190565b60040390600482116106be57565b919082039182116106be57565b918260031c6102490180610249116106be57600181901b906001600160ff1b038116036106be576124928110156112415760010154601c6007851681810292918304036106be57901c630fffffff1682811461183d57630fffffff83116118035760056001830190818411958260e01b90826001935b6116fc57505050505f54946001600160401b0386169463ffffffff8760801c16956001600160401b038860401c169563ffffffff8960a01c169860c01c11156116ef575b846116a2836116a79361147a565b6115cd565b93156116df575b156116cf575b6106be5760c01b9360a01b9260801b9160401b171717175f55565b936116d9906115b3565b936116b4565b946116e990611487565b946116ae565b9596508695945084611694565b611705906115b3565b806003026003810482036106be5784901b5f1981019081116106be578160050390600582116106be57816003029160038304036106be5760078461174b931c910461147a565b80851b906001600160ff1b038116036106be57611767826115bf565b806003029060038204036106be57836007911c1680601c0290601c8204036106be57612492821015611241578582018054918b8a60e085901c8d101580611834575b611812575b6116a26117c392630fffffff87861c1661147a565b93630fffffff8511611803578d6106be57612492111561124157630fffffff811b199092166001600160e01b03169290911b919091178417905580611650565b631cbb499760e21b5f5260045ffd5b50508784018085116106be576124928110156112415788018390558b8a6117ae565b508415156117a9565b50505050565b905f54918260c01c818111156118915760018201908183116106be570361187f575063ffffffff6001600160401b038360401c169260a01c1690565b632e24b96760e11b5f5260045260245ffd5b505063ffffffff6001600160401b0383169260801c1690565b8051801561193c575b600181116118ca5750805115611241576020015190565b8060011c80915f5b82811061191157506001808216146118ed575b5090506118b3565b60016118ff611909925f190186611389565b5192019284611389565b52805f6118e5565b6001906041604051838153604060208460061b8a01018583015e2060208260051b88010152016118d2565b50505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116119bf57601b9060ff1c019060ff82116106be576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa156119b4575f5190565b6040513d5f823e3d90fd5b505050505f90565b906001820154818160e01c11156119f45760018201908183116106be5760e01c0361187f57506002015490565b9150509056fea164736f6c6343000825000a';
