// Generated from Registry.sol by scripts/generate.ts. Do not edit.
export const registryAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "clock_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "tasks_",
    "type": "address"
   },
   {
    "internalType": "uint40",
    "name": "taskSecondsMax_",
    "type": "uint40"
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
  "inputs": [],
  "name": "Reentered",
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
  "name": "ScheduleClash",
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
    "internalType": "bytes4",
    "name": "fn",
    "type": "bytes4"
   },
   {
    "internalType": "uint256",
    "name": "height",
    "type": "uint256"
   }
  ],
  "name": "UnknownSchedule",
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
    "name": "deployer",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "registeredEpoch",
    "type": "uint32"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "codeHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "policyHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "sourceHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "initHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "owner",
      "type": "address"
     },
     {
      "internalType": "uint8",
      "name": "mode",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "n",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "T",
      "type": "uint8"
     },
     {
      "internalType": "uint16",
      "name": "flags",
      "type": "uint16"
     },
     {
      "internalType": "uint16",
      "name": "tenure",
      "type": "uint16"
     },
     {
      "internalType": "uint8",
      "name": "openMode",
      "type": "uint8"
     },
     {
      "internalType": "uint96",
      "name": "price",
      "type": "uint96"
     },
     {
      "internalType": "uint16",
      "name": "priceClass",
      "type": "uint16"
     },
     {
      "internalType": "uint32",
      "name": "cell",
      "type": "uint32"
     },
     {
      "internalType": "address",
      "name": "admission",
      "type": "address"
     },
     {
      "internalType": "uint96",
      "name": "appendFee",
      "type": "uint96"
     },
     {
      "components": [
       {
        "internalType": "bytes4",
        "name": "fn",
        "type": "bytes4"
       },
       {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
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
        "internalType": "uint32",
        "name": "windowSeconds",
        "type": "uint32"
       }
      ],
      "internalType": "struct Schedule[]",
      "name": "schedules",
      "type": "tuple[]"
     }
    ],
    "indexed": false,
    "internalType": "struct Contract",
    "name": "terms",
    "type": "tuple"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "code",
    "type": "bytes"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "initArgs",
    "type": "bytes"
   }
  ],
  "name": "ContractDeployed",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "clock",
  "outputs": [
   {
    "internalType": "contract IClock",
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
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "contractOf",
  "outputs": [
   {
    "components": [
     {
      "components": [
       {
        "internalType": "bytes32",
        "name": "codeHash",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "policyHash",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "sourceHash",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "initHash",
        "type": "bytes32"
       },
       {
        "internalType": "address",
        "name": "owner",
        "type": "address"
       },
       {
        "internalType": "uint8",
        "name": "mode",
        "type": "uint8"
       },
       {
        "internalType": "uint8",
        "name": "n",
        "type": "uint8"
       },
       {
        "internalType": "uint8",
        "name": "T",
        "type": "uint8"
       },
       {
        "internalType": "uint16",
        "name": "flags",
        "type": "uint16"
       },
       {
        "internalType": "uint16",
        "name": "tenure",
        "type": "uint16"
       },
       {
        "internalType": "uint8",
        "name": "openMode",
        "type": "uint8"
       },
       {
        "internalType": "uint96",
        "name": "price",
        "type": "uint96"
       },
       {
        "internalType": "uint16",
        "name": "priceClass",
        "type": "uint16"
       },
       {
        "internalType": "uint32",
        "name": "cell",
        "type": "uint32"
       },
       {
        "internalType": "address",
        "name": "admission",
        "type": "address"
       },
       {
        "internalType": "uint96",
        "name": "appendFee",
        "type": "uint96"
       },
       {
        "components": [
         {
          "internalType": "bytes4",
          "name": "fn",
          "type": "bytes4"
         },
         {
          "internalType": "uint64",
          "name": "height",
          "type": "uint64"
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
          "internalType": "uint32",
          "name": "windowSeconds",
          "type": "uint32"
         }
        ],
        "internalType": "struct Schedule[]",
        "name": "schedules",
        "type": "tuple[]"
       }
      ],
      "internalType": "struct Contract",
      "name": "terms",
      "type": "tuple"
     },
     {
      "internalType": "address",
      "name": "deployer",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "registeredEpoch",
      "type": "uint32"
     },
     {
      "internalType": "uint40",
      "name": "rentPaidUntil",
      "type": "uint40"
     }
    ],
    "internalType": "struct ContractRecord",
    "name": "out",
    "type": "tuple"
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
      "name": "codeHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "policyHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "sourceHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "initHash",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "owner",
      "type": "address"
     },
     {
      "internalType": "uint8",
      "name": "mode",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "n",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "T",
      "type": "uint8"
     },
     {
      "internalType": "uint16",
      "name": "flags",
      "type": "uint16"
     },
     {
      "internalType": "uint16",
      "name": "tenure",
      "type": "uint16"
     },
     {
      "internalType": "uint8",
      "name": "openMode",
      "type": "uint8"
     },
     {
      "internalType": "uint96",
      "name": "price",
      "type": "uint96"
     },
     {
      "internalType": "uint16",
      "name": "priceClass",
      "type": "uint16"
     },
     {
      "internalType": "uint32",
      "name": "cell",
      "type": "uint32"
     },
     {
      "internalType": "address",
      "name": "admission",
      "type": "address"
     },
     {
      "internalType": "uint96",
      "name": "appendFee",
      "type": "uint96"
     },
     {
      "components": [
       {
        "internalType": "bytes4",
        "name": "fn",
        "type": "bytes4"
       },
       {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
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
        "internalType": "uint32",
        "name": "windowSeconds",
        "type": "uint32"
       }
      ],
      "internalType": "struct Schedule[]",
      "name": "schedules",
      "type": "tuple[]"
     }
    ],
    "internalType": "struct Contract",
    "name": "terms",
    "type": "tuple"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "code",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "initArgs",
    "type": "bytes"
   }
  ],
  "name": "deploy",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "stateMutability": "nonpayable",
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
    "internalType": "address",
    "name": "deployer",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "codeHash",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "policyHash",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "initHash",
    "type": "bytes32"
   },
   {
    "internalType": "uint32",
    "name": "registeredEpoch",
    "type": "uint32"
   }
  ],
  "name": "idOf",
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
   }
  ],
  "name": "ownerOf",
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
    "name": "",
    "type": "bytes32"
   },
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "name": "payRent",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "restart",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "name": "retire",
  "outputs": [],
  "stateMutability": "pure",
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
  "name": "scheduleOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bytes4",
      "name": "fn",
      "type": "bytes4"
     },
     {
      "internalType": "uint64",
      "name": "height",
      "type": "uint64"
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
      "internalType": "uint32",
      "name": "windowSeconds",
      "type": "uint32"
     }
    ],
    "internalType": "struct Schedule",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "taskSecondsMax",
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
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "termsOf",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   },
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   },
   {
    "internalType": "uint16",
    "name": "",
    "type": "uint16"
   },
   {
    "internalType": "uint32",
    "name": "",
    "type": "uint32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const registryBytecode: `0x${string}` =
  '0x60e0346100d157601f611dac38819003918201601f19168301916001600160401b038311848410176100d5578084926060946040528339810103126100d157610047816100e9565b906040610056602083016100e9565b9101519164ffffffffff831683036100d1576001600160a01b039081166080521660a05260c052604051611cae90816100fe82396080518181816103020152611638015260a0518181816106b8015281816111b2015281816117b40152611951015260c051818181610c1b01528181610c6201526111220152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036100d15756fe60806040526004361015610011575f80fd5b5f5f3560e01c8063129d6395146117945780631f2b6f23146117545780632bf1f9da146116f2578063452a93201461119d57806353a0d1a5146116995780637dd564111461166757806391ddadf414611623578063be5170c0146115c5578063c22779d014611202578063c2b6b58c146111e1578063c305a6d91461119d578063cae8727614611146578063da24d7a814611105578063e843c85f146100ff5763fbe164c3146100bf575f80fd5b346100fc5760403660031901126100fc5760646040516332364aa160e11b81526020600482015260046024820152631c995b9d60e21b6044820152fd5b80fd5b5034610689576080366003190112610689576001600160401b03600435116106895761022060043536036003190112610689576044356001600160401b03811161068957610151903690600401611803565b916064356001600160401b03811161068957610171903690600401611803565b919060ff5f5c166110f657841580156110eb575b6110ad57611000831161106e5761019d368686611b33565b60208151910120600435600401350361103f576101bb368483611b33565b60208151910120606460043501350361100e5760ff6101de60a460043501611c06565b16610fe25761ffff6101f561010460043501611c14565b16610fb45761ffff61020c61018460043501611c14565b16610f815763ffffffff6102256101a460043501611c23565b16610f555760ff61023a60e460043501611c06565b16158015610f1c575b8015610f02575b610eab5768ffffffffffffffffff6001600160601b0361026f61016460043501611b78565b1611610e685761ffff61028761012460043501611c14565b1615610e2a57600160ff6102a061014460043501611c06565b1611610dec576001600160a01b036102bc600435608401611c34565b1615610daa576102d761020460043501600435600401611c48565b905060048111610d6c575f5b818110610abd57505060405163900cf0cf60e01b8152926020846004817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa938415610a5e575f94610a7c575b5061035d846064600435013560246004350135600435600401356024353361190b565b92835f525f60205260405f20968754610a695760048035908101358955602481013560018a0155604481013560028a0155606481013560038a01556103a490608401611c34565b600489810180546001600160a01b0319166001600160a01b039093169290921782556103d3903560c401611c06565b6103e160e460043501611c06565b6103f061012460043501611c14565b91835460ff60d81b61040761014460043501611c06565b60a89390931b60ff60a81b16600163ffff000160a81b0390921660c89590951b61ffff60c81b169490941760b09390931b60ff60b01b16929092179190911760d89190911b919091161760e088901b6001600160e01b03191617905561047260043561016401611b78565b6001600160601b0360058a0191166001600160601b031982541617905561049e6101c460043501611c34565b6006890180546001600160a01b0319166001600160a01b03929092169190911790556104f96104d26004356101e401611b78565b60068a0180546001600160a01b031660a09290921b6001600160a01b031916919091179055565b6007880180546001600160a01b031916331790555f5b61052461020460043501600435600401611c48565b90508110156106b45761054c8161054661020460043501600435600401611c48565b90611c7d565b9060088a0154680100000000000000008110156106a057806001610579920160088d015560088c01611a20565b92909261068d5780356001600160e01b0319811681036106895760a0600180956106659360e01c8154908063ffffffff1983161783556bffffffffffffffff000000006105c860208901611c8d565b60201b169081816001600160601b03198516171784556001600160401b0360601b6105f560408a01611c8d565b60601b16926001600160601b03871b16171717815561063961061960608701611b78565b82546001600160a01b031660a09190911b6001600160a01b031916178255565b01926001600160601b0361064f60808301611b78565b166001600160601b031985541617845501611c23565b815463ffffffff60601b191660609190911b63ffffffff60601b161790550161050f565b5f80fd5b634e487b7160e01b5f525f60045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b50867f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031668ffffffffffffffffff6106f960043561016401611b78565b169061070a6101e460043501611b78565b91813b15610689576064895f80946001600160601b036040519788968795631f8a991560e31b8752600487015260248601521660448401525af18015610a5e57610a49575b5063ffffffff60405197602435895216602088015260a060408801526004356004013560a08801526024600435013560c08801526044600435013560e08801526064600435013561010088015260018060a01b036107b1608460043501611830565b1661012088015260ff6107c860a460043501611b8c565b1661014088015260ff6107df60c460043501611b8c565b1661016088015260ff6107f660e460043501611b8c565b1661018088015261ffff61080f61010460043501611b9a565b166101a088015261ffff61082861012460043501611b9a565b166101c088015260ff61084061014460043501611b8c565b166101e08801526001600160601b0361085e61016460043501611ba9565b1661020088015261ffff61087761018460043501611b9a565b1661022088015263ffffffff6108926101a460043501611844565b166102408801526001600160a01b036108b06004356101c401611830565b166102608801526001600160601b036108ce6101e460043501611ba9565b1661028088015260043561020481013590360360221901811215610a45576004350192602460048501359401936001600160401b038111610a415760c0810236038513610a4157906102206102a08a0152816102c08a01526102e089019491815b818310610992575050505095610987869461097785849560209b867fe5e934a877b72241e507a166393f8f19e3d05ba19084484026bccd2bd798135799036060880152611bbd565b9083820360808501523397611bbd565b0390a3604051908152f35b90919295863563ffffffff60e01b8116809103610a3d5760c0828192600194526001600160401b036109c660208c016118bb565b1660208201526001600160401b036109e060408c016118bb565b1660408201526001600160601b036109fa60608c01611ba9565b1660608201526001600160601b03610a1460808c01611ba9565b16608082015263ffffffff610a2b60a08c01611844565b1660a08201520197019301919061092f565b8280fd5b5080fd5b8380fd5b610a569193505f906118ea565b5f918761074f565b6040513d5f823e3d90fd5b84630e55475160e41b5f5260045260245ffd5b9093506020813d602011610ab5575b81610a98602093836118ea565b81010312610689575163ffffffff8116810361068957925f61033a565b3d9150610a8b565b610ad68161054661020460043501600435600401611c48565b436001600160401b03610aeb60208401611c8d565b161115610d0b576103e86001600160401b03610b0960408401611c8d565b1610610cc55760608101610b1c81611b78565b6001600160601b0380610b3461016460043501611b78565b16911610610c8b575060a0810163ffffffff610b4f82611c23565b1615908115610c4b575b50610be1575f5b828110610b715750506001016102e3565b610b956020610b8f8361054661020460043501600435600401611c48565b01611c8d565b6001600160401b0380610baa60208601611c8d565b16911614610bba57600101610b60565b6001600160401b03610bce60208401611c8d565b633d1af70f60e21b5f521660045260245ffd5b6040516329ded1a760e11b815260606004820152600d60648201526c77696e646f775365636f6e647360981b6084820152600160248201527f000000000000000000000000000000000000000000000000000000000000000064ffffffffff16604482015260a490fd5b610c559150611c23565b63ffffffff64ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169116115f610b59565b6001600160601b039081610cad610ca761016460043501611b78565b92611b78565b9163b467f94560e01b5f52166004521660245260445ffd5b6040516329ded1a760e11b815260606004820152600860648201526719d85cd31a5b5a5d60c21b60848201526103e860248201526001600160401b03604482015260a490fd5b60014301804311610d585760a490604051906329ded1a760e11b82526060600483015260066064830152651a195a59da1d60d21b608483015260248201526001600160401b036044820152fd5b634e487b7160e01b5f52601160045260245ffd5b60a46040516329ded1a760e11b81526060600482015260096064820152687363686564756c657360b81b60848201525f602482015260046044820152fd5b6040516329ded1a760e11b815260606004820152600560648201526437bbb732b960d91b6084820152600160248201526001600160a01b03604482015260a490fd5b6040516329ded1a760e11b81526060600482015260086064820152676f70656e4d6f646560c01b60848201525f60248201526001604482015260a490fd5b6040516329ded1a760e11b815260606004820152600660648201526574656e75726560d01b60848201526001602482015261ffff604482015260a490fd5b6040516329ded1a760e11b8152606060048201526005606482015264707269636560d81b60848201525f602482015268ffffffffffffffffff604482015260a490fd5b610eb960e460043501611c06565b60011b6101fe1660018101809111610d585760a490604051906329ded1a760e11b82526060600483015260016064830152603760f91b60848301526024820152601f6044820152fd5b50601f60ff610f1560c460043501611c06565b161161024a565b50610f2b60c460043501611c06565b610f3960e460043501611c06565b60011b6101fe169060018201809211610d585760ff1610610243565b60646040516332364aa160e11b815260206004820152600460248201526318d95b1b60e21b6044820152fd5b6040516332364aa160e11b815260206004820152600a6024820152697072696365436c61737360b01b6044820152606490fd5b6040516332364aa160e11b8152602060048201526005602482015264666c61677360d81b6044820152606490fd5b60646040516332364aa160e11b81526020600482015260046024820152636d6f646560e01b6044820152fd5b60405163705feb7760e01b8152602060048201526008602482015267696e69744172677360c01b6044820152606490fd5b60405163705feb7760e01b81526020600480830191909152602482015263636f646560e01b6044820152606490fd5b6040516329ded1a760e11b8152606060048201526008606482015267696e69744172677360c01b60848201525f6024820152611000604482015260a490fd5b6040516329ded1a760e11b81526060600480830191909152606482015263636f646560e01b608482015260016024820152616000604482015260a490fd5b506160008511610185565b63b5dfd9e560e01b5f5260045ffd5b34610689575f36600319011261068957602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610689576060366003190112610689576024356001600160e01b03198116810361068957604435906001600160401b03821682036106895760c09161118e91600435611a4d565b61119b6040518092611855565bf35b34610689575f366003190112610689576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610689575f36600319011261068957602060ff5f5c166040519015158152f35b3461068957602036600319011261068957604051608081018181106001600160401b038211176106a05760405260405161022081018181106001600160401b038211176106a0576040525f81525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e082015260606102008201528152602081015f815260408201915f835260608101915f83526112dd600435611bdd565b9382519480548652600181015460208701526002810154604087015260038101546060870152600481015460018060a01b038116608088015261ffff8160b81c1661010088015260ff8160b01c1660e088015260ff8160a81c1660c088015260ff8160a01c1660a08801526005820154916001600160601b03831661016089015260ff8260d81c1661014089015261ffff8260c81c1661012089015263ffffffff8360981c166101a089015261ffff8360881c1661018089015260068101548060a01c6101e08a015260018060a01b03166101c089015260088101978854906001600160401b0382116106a057604051916113de60208260051b01846118ea565b808352602083019a5f5260205f209a5f905b8282106115a6575050509061020064ffffffffff959493920152600760018060a01b0391015416855260e01c835260601c16845260405192602084525191608060208501526102006102c0850193805160a0870152602081015160c0870152604081015160e0870152606081015161010087015260018060a01b0360808201511661012087015260ff60a08201511661014087015260ff60c08201511661016087015260ff60e08201511661018087015261ffff610100820151166101a087015261ffff610120820151166101c087015260ff610140820151166101e08701526001600160601b03610160820151168287015261ffff6101808201511661022087015263ffffffff6101a08201511661024087015260018060a01b036101c0820151166102608701526001600160601b036101e0820151166102808701520151926102206102a0860152835180915260206102e086019401905f5b81811061158657505090516001600160a01b03166040850152505163ffffffff166060830152915164ffffffffff1660808201529081900390f35b909194602060c08261159b6001948a51611855565b01960192910161154b565b600260206001928f6115b7906119b6565b8152019d019101909b6113f0565b346106895760203660031901126106895760a060046115e48135611bdd565b015460405190600180841b038116825260ff8160a81c16602083015260ff8160b01c16604083015261ffff8160c81c16606083015260e01c6080820152f35b34610689575f366003190112610689576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346106895760203660031901126106895760206001600160a01b03600461168e8135611bdd565b015416604051908152f35b346106895760c0366003190112610689576004356001600160a01b03811681036106895760a4359063ffffffff82168203610689576020916116ea916084359060643590604435906024359061190b565b604051908152f35b34610689576040366003190112610689576024356001600160401b03811161068957611722903690600401611803565b50506040516332364aa160e11b81526020600482015260076024820152661c995cdd185c9d60ca1b6044820152606490fd5b34610689576020366003190112610689576040516332364aa160e11b815260206004820152600660248201526572657469726560d01b6044820152606490fd5b3461068957602036600319011261068957600435801515809103610689577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036117f05760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b9181601f84011215610689578235916001600160401b038311610689576020838186019501011161068957565b35906001600160a01b038216820361068957565b359063ffffffff8216820361068957565b63ffffffff60a080928260e01b81511685526001600160401b0360208201511660208601526001600160401b0360408201511660408601526001600160601b0360608201511660608601526001600160601b036080820151166080860152015116910152565b35906001600160401b038216820361068957565b60c081019081106001600160401b038211176106a057604052565b90601f801991011681019081106001600160401b038211176106a057604052565b94919263ffffffff939491946040519560208701977e50c357a736a7156c5e921dd70a954158346189dd1a4bb7cb9db5b73f981b54895246604089015260018060a01b037f000000000000000000000000000000000000000000000000000000000000000016606089015260018060a01b0316608088015260a087015260c086015260e08501526101008401521661012082015261012081526119b0610140826118ea565b51902090565b906040516119c3816118cf565b60a063ffffffff6001839580548360e01b8160e01b1686526001600160401b038160201c1660208701526001600160401b038160601c166040870152841c606086015201546001600160601b038116608085015260601c16910152565b8054821015611a39575f5260205f209060011b01905f90565b634e487b7160e01b5f52603260045260245ffd5b611a8a60089194929394604051611a63816118cf565b5f81525f60208201525f60408201525f60608201525f60808201525f60a082015250611bdd565b01925f936001600160401b0381549216945b828110611ac757630e7a8e9960e31b5f9081526001600160e01b031986166004526024879052604490fd5b856001600160401b03611ada8385611a20565b505460201c161480611b0e575b611af357600101611a9c565b9150611b05929450611b0b9350611a20565b506119b6565b90565b50611b198183611a20565b505460e01b6001600160e01b031990811690861614611ae7565b9291926001600160401b0382116106a05760405191611b5c601f8201601f1916602001846118ea565b829481845281830111610689578281602093845f960137010152565b356001600160601b03811681036106895790565b359060ff8216820361068957565b359061ffff8216820361068957565b35906001600160601b038216820361068957565b908060209392818452848401375f828201840152601f01601f1916010190565b90815f525f60205260405f2091825415611bf45750565b6310aeede160e01b5f5260045260245ffd5b3560ff811681036106895790565b3561ffff811681036106895790565b3563ffffffff811681036106895790565b356001600160a01b03811681036106895790565b903590601e198136030182121561068957018035906001600160401b038211610689576020019160c082023603831361068957565b9190811015611a395760c0020190565b356001600160401b0381168103610689579056fea164736f6c6343000825000a';
