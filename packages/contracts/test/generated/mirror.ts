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
  '0x608080604052346015576112b0908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c80630ffb4bad14610b8457806318d26b1914610b4957806319045a2514610ad857806347fececd14610a695780636c2e8e03146108d85780637a3585ee1461077e5780638488a4851461070d578063882358ae146106a457806390135fe4146105e55780639e9762ad14610203578063a588ad52146101a75763f272bff71461009d575f80fd5b346101a3576101803660031901126101a357604051602081017f851a20876799270454882e4a80748eede73c0c44d32672b858423b51ed39a37a8152600435604083015260243561ffff81168091036101a357606083015260443560ff81168091036101a357608083015260643566ffffffffffffff81168091036101a35760a083015260843561ffff81168091036101a35760c083015260a43560e083015260c4359161ffff83168093036101a35760209261010082015260e435610120820152610104356101408201526101243561016082015261014435610180820152610164356101a08201526101a081526101986101c082610cee565b519020604051908152f35b5f80fd5b346101a35760403660031901126101a3576020604051818101907f6912803af0710cae8899987bcf51a8b2d8dc1b1c2368abca980c57762bbf4be282526004356040820152602435606082015260608152610198608082610cee565b346101a35760a03660031901126101a3576004356001600160401b0381116101a357366023820112156101a3578060040135906001600160401b0382116101a357602481019060243691606085020101116101a357610260610cdb565b9160443560643593608435926040519461027b608087610cee565b60803687375f5b82811061058e5750505063ffffffff169361029c85611087565b602086015284526001850163ffffffff811161055b5763ffffffff6102c19116611087565b606086015260408501526102d485611087565b82819592951061057757908282826102f0836103069796610e11565b101561056f576103009250610e11565b90610df6565b9161031083610d58565b9161031e6040519384610cee565b83835261032a84610d58565b6020840190601f19013682375f95600386901b956001600160fd1b038116810361055b576040870180971161055b57939097925f96925b83881080610552575b156104be5760405160208101908382528960408201526040815261038f606082610cee565b51902083156104aa578390065f5f9160015f915b6005831061041f5750505063ffffffff915016995f5b8a811080610405575b156103cf576001016103b9565b9a8a600193969a92959894979c146103f1575b50019692989390949198610361565b6103fe838c019b8a610d6f565b528b6103e2565b508b63ffffffff610416838c610d6f565b511614156103c2565b816104338b8688979596970160011b611270565b5f93906001600160e01b03811690630fffffff165b8085101561046c575050926001929360031b1795019260031b9301919392906103a3565b909391925060078510156104965760019490940193900391849190601c1c630fffffff8116610448565b634e487b7160e01b5f52600160045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b86908a878b81811061053d57604051808560a0820188875f855b600482106105235750505060a060808501525180915260c0830191905f5b818110610504575050500390f35b825163ffffffff168452859450602093840193909201916001016104f6565b8251815287965060209283019260019290920191016104d8565b63c8ba836360e01b5f5260045260245260445ffd5b5085891061036a565b634e487b7160e01b5f52601160045260245ffd5b505090610df6565b9050636a0ae3c360e01b5f5260045260245260445ffd5b806105df6105a76105a26001948787610d23565b610d47565b6105bd60206105b7858989610d23565b01610d47565b9063ffffffff80806105d560406105b7898d8d610d23565b1693169116610e1e565b01610282565b346101a35760203660031901126101a3576004356001600160a01b038116908190036101a35760209060405161061c604082610cee565b600681528281019065456e69676d6160d01b825251902090604051610642604082610cee565b6001815283810190603160f81b82525190209060405191848301937f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f85526040840152606083015246608083015260a082015260a0815261019860c082610cee565b346101a35760203660031901126101a35760206040518181017f03a8884c4e3f010cd3af52e7bb7b2b1ced1e34cd008f80e66bb64346eeb35f6c81526004356040830152604082526106f7606083610cee565b905190206040516001600160a01b039091168152f35b346101a35760603660031901126101a35760443561ffff81168091036101a357602090604051828101917fcf487ff8763623d2cd15826ed9d64074a4b1513d71f7d1c82c2433c35fcbe91d83526004356040830152602435606083015260808201526080815261019860a082610cee565b346101a35760a03660031901126101a357610797610cc5565b6024356001600160601b0381168091036101a357604435916001600160601b038316908184036101a3576064359060ff82168092036101a357608435906001600160401b03821682036101a357836107fb866001600160401b036108009416610db7565b610df6565b936001600160601b0385116108c95761082e91600584036108bb57506001600160401b036103e85b16610db7565b915f925f6b3fffffffffffffffffffffff8760021c169160038402938085046003149015171561055b5760c0976001600160601b039660016108808661087b8b809a60021c168096610dca565b610dca565b97036108b25750849293915b8360405199168952602089015260408801521660608601521660808401521660a0820152f35b8593509161088c565b6001600160401b0390610828565b63326cb98d60e21b5f5260045ffd5b346101a3576101c03660031901126101a357604051602081017f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef508152600435604083015260243563ffffffff60e01b81168091036101a357606083015260443560808301526064356001600160a01b038116908190036101a35760a08301526084356001600160a01b038116908190036101a35760c083015260a4356001600160401b0381168091036101a35760e083015260c4356fffffffffffffffffffffffffffffffff81168091036101a35761010083015260e435610120830152610104356001600160401b0381168091036101a357610140830152610124356001600160601b0381168091036101a357610160830152610144356001600160601b0381168091036101a3576101808301526101643564ffffffffff81168091036101a3576101a0830152610184356001600160a01b038116908190036101a3576101c08301526101a4359163ffffffff83168093036101a3576020926101e08201526101e0815261019861020082610cee565b346101a35760603660031901126101a3576020610a84610cdb565b60405163ffffffff838201927f99c71f89bdf73f675ced9adf5d4ec6b8412d4f26136a1c088dd7350a0b65e9778452600435604084015216606082015260443560808201526080815261019860a082610cee565b346101a35760403660031901126101a3576024356001600160401b0381116101a357366023820112156101a3578060040135906001600160401b0382116101a35736602483830101116101a3576020916024610b379201600435610d83565b6040516001600160a01b039091168152f35b346101a35760203660031901126101a3576020610b64610cc5565b6040516001600160401b0383820192168252828152610198604082610cee565b346101a35760203660031901126101a3576004356001600160401b0381116101a357366023820112156101a35780600401356001600160401b0381116101a35736602460e08302840101116101a357610bdc81610d58565b91610bea6040519384610cee565b818352601f19610bf983610d58565b013660208501375f5b82811015610cb25760e08102820190604482013560ff81168091036101a357606483013561ffff81168091036101a35760848401356001600160401b0381168091036101a35760019460e4916040519360208501955f87526024840135602187015260418601526061850152608184015260a481013560a184015260c481013560c1840152013560e182015260e18152610c9e61010182610cee565b519020610cab8287610d6f565b5201610c02565b6020610cbd856110fc565b604051908152f35b600435906001600160401b03821682036101a357565b6024359063ffffffff821682036101a357565b90601f801991011681019081106001600160401b03821117610d0f57604052565b634e487b7160e01b5f52604160045260245ffd5b9190811015610d33576060020190565b634e487b7160e01b5f52603260045260245ffd5b3563ffffffff811681036101a35790565b6001600160401b038111610d0f5760051b60200190565b8051821015610d335760209160051b010190565b909160408103610db057806020116101a3578235906040116101a3576020610dad930135916111eb565b90565b5050505f90565b8181029291811591840414171561055b57565b906001600160601b03809116911603906001600160601b03821161055b57565b801561055b575f190190565b9190820180921161055b57565b600403906004821161055b57565b9190820391821161055b57565b918260031c61024901806102491161055b57600181901b906001600160ff1b0381160361055b57612492811015610d335760010154601c60078516818102929183040361055b57901c630fffffff1682811461108157630fffffff83116110475760056001830190818411958260e01b90826001935b610f4057505050505f54946001600160401b0386169463ffffffff8760801c16956001600160401b038860401c169563ffffffff8960a01c169860c01c1115610f33575b84610ee683610eeb93610df6565b610e11565b9315610f23575b15610f13575b61055b5760c01b9360a01b9260801b9160401b171717175f55565b93610f1d90610dea565b93610ef8565b94610f2d906110ee565b94610ef2565b9596508695945084610ed8565b610f4990610dea565b8060030260038104820361055b5784901b5f19810190811161055b5781600503906005821161055b578160030291600383040361055b57600784610f8f931c9104610df6565b80851b906001600160ff1b0381160361055b57610fab82610e03565b8060030290600382040361055b57836007911c1680601c0290601c82040361055b57612492821015610d33578582018054918b8a60e085901c8d101580611078575b611056575b610ee661100792630fffffff87861c16610df6565b93630fffffff8511611047578d61055b576124921115610d3357630fffffff811b199092166001600160e01b03169290911b919091178417905580610e94565b631cbb499760e21b5f5260045ffd5b505087840180851161055b57612492811015610d335788018390558b8a610ff2565b50841515610fed565b50505050565b905f54918260c01c818111156110d557600182019081831161055b57036110c3575063ffffffff6001600160401b038360401c169260a01c1690565b632e24b96760e11b5f5260045260245ffd5b505063ffffffff6001600160401b0383169260801c1690565b5f19811461055b5760010190565b805180156111e5575b6001811161111c5750805115610d33576020015190565b8060011c80915f5b828110611170575060018082161461113f575b509050611105565b5f19810190811161055b5761116161115a6111689286610d6f565b51926110ee565b9284610d6f565b52805f611137565b600181901b906001600160ff1b038116810361055b576111908287610d6f565b516001830180931161055b576111a860019388610d6f565b516040519060208201928560f81b845260218301526041820152604181526111d1606182610cee565b5190206111de8288610d6f565b5201611124565b50505f90565b6001600160ff1b038316927f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161126857601b9060ff1c019060ff821161055b576020935f9360ff60809460405194855216868401526040830152606082015282805260015afa1561125d575f5190565b6040513d5f823e3d90fd5b505050505f90565b906001820154818160e01c111561129d57600182019081831161055b5760e01c036110c357506002015490565b9150509056fea164736f6c6343000825000a';
