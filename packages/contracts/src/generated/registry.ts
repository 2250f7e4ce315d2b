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
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "appendFeeOf",
  "outputs": [
   {
    "internalType": "uint96",
    "name": "",
    "type": "uint96"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
  '0x60e0346100ca57601f611fce38819003918201601f19168301916001600160401b038311848410176100ce578084926060946040528339810103126100ca57610047816100e2565b906040610056602083016100e2565b9101519164ffffffffff831683036100ca576001600160a01b039081166080521660a05260c052604051611ed790816100f782396080518181816102fd01526118b4015260a051818181610765015281816113e10152611b4c015260c051818181610d0d01528181610d4b01526112de0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036100ca5756fe6080806040526004361015610012575f80fd5b5f905f3560e01c9081631f2b6f2314611a0a575080632bf1f9da1461199257806353a0d1a51461193957806376698e0a1461190a5780637dd56411146118d857806391ddadf414611895578063be5170c014611835578063c22779d014611405578063c305a6d9146113c2578063cae8727614611302578063da24d7a8146112c1578063e843c85f146101065763fbe164c3146100ad575f80fd5b346101035760403660031901126101035760646040516332364aa160e11b815260206004820152600460248201527f72656e74000000000000000000000000000000000000000000000000000000006044820152fd5b80fd5b503461072e57608036600319011261072e5767ffffffffffffffff6004351161072e576102206004353603600319011261072e5760443567ffffffffffffffff811161072e5761015a903690600401611a5e565b9160643567ffffffffffffffff811161072e5761017b903690600401611a5e565b9190841580156112b6575b61126f5761100083116112305761019e368686611d40565b6020815191012060043560040135036111fc576101bc368483611d40565b6020815191012060646004350135036111c65760ff6101df60a460043501611e2d565b166111815761ffff6101f661010460043501611e3b565b1661113c5761ffff61020d61018460043501611e3b565b166110f75763ffffffff6102266101a460043501611e4a565b166110b25760ff61023b60e460043501611e2d565b16158015611079575b801561105f575b610fec5761ffff61026161012460043501611e3b565b1615610f9857600160ff61027a61014460043501611e2d565b1611610f46576001600160a01b03610296608460043501611e5b565b1615610eed576102b161020460043501600435600401611e6f565b905060048111610e9b575f5b818110610b7a575050604051927f900cf0cf0000000000000000000000000000000000000000000000000000000084526020846004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa938415610b02575f94610b39575b506103508460646004350135602460043501356004356004013560243533611b04565b92835f525f60205260405f20968754610b0d5760048035908101358955602481013560018a0155604481013560028a0155606481013560038a015561039790608401611e5b565b6001600160a01b0360048a0191166001600160a01b03198254161781556103c260c460043501611e2d565b876103d160e460043501611e2d565b9175ff0000000000000000000000000000000000000000007bffffffffffffffffffffffffffffffffffffffffffffffffffffffff61041561012460043501611e3b565b9476ff000000000000000000000000000000000000000000007fffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffff88547fffffffffff0000ffff0000ffffffffffffffffffffffffffffffffffffffffff7affff000000000000000000000000000000000000000000000000006001600160e01b03197bff0000000000000000000000000000000000000000000000000000006104c361014460043501611e2d565b60d81b169a60e01b169a60c81b16911617169160b01b1617169160a81b1617171790556104f561016460043501611d86565b6001600160601b0360058a0191166001600160601b03198254161790556001600160a01b036105296101c460043501611e5b565b166001600160a01b031960068a0154161760068901556105756105516101e460043501611d86565b60068a01906001600160a01b036001600160a01b031983549260a01b169116179055565b6007880180546001600160a01b031916331790555f5b6105a061020460043501600435600401611e6f565b9050811015610759576105c8816105c261020460043501600435600401611e6f565b90611ea5565b9060088a015468010000000000000000811015610745578060016105f5920160088d015560088c01611c1b565b9290926107325780356001600160e01b03198116810361072e5760a0600180956106ea9360e01c8154908063ffffffff1983161783556bffffffffffffffff0000000061064460208901611eb5565b60201b169081816001600160601b03198516171784556001600160a01b031973ffffffffffffffff00000000000000000000000061068460408b01611eb5565b60601b16931617171781556106be61069e60608701611d86565b82546001600160a01b031660a09190911b6001600160a01b031916178255565b01926001600160601b036106d460808301611d86565b166001600160601b031985541617845501611e4a565b7fffffffffffffffffffffffffffffffff00000000ffffffffffffffffffffffff6fffffffff00000000000000000000000083549260601b1691161790550161058b565b5f80fd5b634e487b7160e01b5f525f60045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b50866001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001661079461016460043501611d86565b90803b1561072e576001600160601b03916044895f809460405196879586947f6583481b00000000000000000000000000000000000000000000000000000000865260048601521660248401525af18015610b0257610aed575b5063ffffffff60405197602435895216602088015260a060408801526004356004013560a08801526024600435013560c08801526044600435013560e0880152606460043501356101008801526001600160a01b03610851608460043501611a8c565b1661012088015260ff61086860a460043501611d9a565b1661014088015260ff61087f60c460043501611d9a565b1661016088015260ff61089660e460043501611d9a565b1661018088015261ffff6108af61010460043501611da8565b166101a088015261ffff6108c861012460043501611da8565b166101c088015260ff6108e061014460043501611d9a565b166101e08801526001600160601b036108fe61016460043501611db7565b1661020088015261ffff61091761018460043501611da8565b1661022088015263ffffffff6109326101a460043501611aa0565b166102408801526001600160a01b036109506101c460043501611a8c565b166102608801526001600160601b0361096e6101e460043501611db7565b1661028088015260043561020481013590360360221901811215610ae95760043501926024600485013594019367ffffffffffffffff8111610ae55760c0810236038513610ae557906102206102a08a0152816102c08a01526102e089019491815b818310610a33575050505095610a288694610a1885849560209b867fe5e934a877b72241e507a166393f8f19e3d05ba19084484026bccd2bd798135799036060880152611dcb565b9083820360808501523397611dcb565b0390a3604051908152f35b9091929586356001600160e01b03198116809103610ae15760c08281926001945267ffffffffffffffff610a6960208c01611ab1565b16602082015267ffffffffffffffff610a8460408c01611ab1565b1660408201526001600160601b03610a9e60608c01611db7565b1660608201526001600160601b03610ab860808c01611db7565b16608082015263ffffffff610acf60a08c01611aa0565b1660a0820152019701930191906109d0565b8280fd5b5080fd5b8380fd5b610afa9193505f90611ae2565b5f91876107ee565b6040513d5f823e3d90fd5b847fe5547510000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9093506020813d602011610b72575b81610b5560209383611ae2565b8101031261072e575163ffffffff8116810361072e57925f61032d565b3d9150610b48565b610b93816105c261020460043501600435600401611e6f565b4367ffffffffffffffff610ba960208401611eb5565b161115610e22576103e867ffffffffffffffff610bc860408401611eb5565b1610610dc75760608101610bdb81611d86565b6001600160601b0380610bf361016460043501611d86565b16911610610d74575060a0810163ffffffff610c0e82611e4a565b1615908115610d34575b50610cbb575f5b828110610c305750506001016102bd565b610c546020610c4e836105c261020460043501600435600401611e6f565b01611eb5565b67ffffffffffffffff80610c6a60208601611eb5565b16911614610c7a57600101610c1f565b67ffffffffffffffff610c8f60208401611eb5565b7ff46bdc3c000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60a46040516329ded1a760e11b815260606004820152600d60648201527f77696e646f775365636f6e64730000000000000000000000000000000000000060848201526001602482015264ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000166044820152fd5b610d3e9150611e4a565b63ffffffff64ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169116115f610c18565b6001600160601b039081610d96610d9061016460043501611d86565b92611d86565b917fb467f945000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b60a46040516329ded1a760e11b815260606004820152600860648201527f6761734c696d697400000000000000000000000000000000000000000000000060848201526103e8602482015267ffffffffffffffff6044820152fd5b60014301804311610e875760a490604051906329ded1a760e11b825260606004830152600660648301527f68656967687400000000000000000000000000000000000000000000000000006084830152602482015267ffffffffffffffff6044820152fd5b634e487b7160e01b5f52601160045260245ffd5b60a46040516329ded1a760e11b815260606004820152600960648201527f7363686564756c6573000000000000000000000000000000000000000000000060848201525f602482015260046044820152fd5b60a46040516329ded1a760e11b815260606004820152600560648201527f6f776e65720000000000000000000000000000000000000000000000000000006084820152600160248201526001600160a01b036044820152fd5b60a46040516329ded1a760e11b815260606004820152600860648201527f6f70656e4d6f646500000000000000000000000000000000000000000000000060848201525f602482015260016044820152fd5b60a46040516329ded1a760e11b815260606004820152600660648201527f74656e757265000000000000000000000000000000000000000000000000000060848201526001602482015261ffff6044820152fd5b610ffa60e460043501611e2d565b60011b6101fe1660018101809111610e875760a490604051906329ded1a760e11b825260606004830152600160648301527f6e0000000000000000000000000000000000000000000000000000000000000060848301526024820152601f6044820152fd5b50601f60ff61107260c460043501611e2d565b161161024b565b5061108860c460043501611e2d565b61109660e460043501611e2d565b60011b6101fe169060018201809211610e875760ff1610610244565b60646040516332364aa160e11b815260206004820152600460248201527f63656c6c000000000000000000000000000000000000000000000000000000006044820152fd5b60646040516332364aa160e11b815260206004820152600a60248201527f7072696365436c617373000000000000000000000000000000000000000000006044820152fd5b60646040516332364aa160e11b815260206004820152600560248201527f666c6167730000000000000000000000000000000000000000000000000000006044820152fd5b60646040516332364aa160e11b815260206004820152600460248201527f6d6f6465000000000000000000000000000000000000000000000000000000006044820152fd5b60405163705feb7760e01b8152602060048201526008602482015267696e69744172677360c01b604482015280606481015b0390fd5b60405163705feb7760e01b815260206004820152806111f8602482016040906004815263636f646560e01b60208201520190565b6040516329ded1a760e11b8152606060048201526008606482015267696e69744172677360c01b60848201525f6024820152611000604482015260a490fd5b6040516329ded1a760e11b815260606004820152806112a3606482016040906004815263636f646560e01b60208201520190565b6001602483015261600060448301520390fd5b506160008511610186565b3461072e575f36600319011261072e57602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461072e57606036600319011261072e576024356001600160e01b03198116810361072e576044359067ffffffffffffffff8216820361072e5760c09161134b91600435611c48565b6113c0604051809263ffffffff60a080926001600160e01b0319815116855267ffffffffffffffff602082015116602086015267ffffffffffffffff60408201511660408601526001600160601b0360608201511660608601526001600160601b036080820151166080860152015116910152565bf35b3461072e575f36600319011261072e5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461072e57602036600319011261072e576040516080810181811067ffffffffffffffff82111761074557604052604051610220810181811067ffffffffffffffff821117610745576040525f81525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e08201526060610200820152815260208101905f825260408101915f835260608201925f84526114e3600435611deb565b835190805482526001810154602083015260028101546040830152600381015460608301526004810154906001600160a01b038216608084015261ffff8260b81c1661010084015260ff8260b01c1660e084015260ff8260a81c1660c084015260ff8260a01c1660a08401526005810154926001600160601b03841661016082015260ff8360d81c1661014082015261ffff8360c81c1661012082015263ffffffff8460981c166101a082015261ffff8460881c166101808201526001600160a01b0360068301548060a01c6101e0840152166101c08201526008820190815467ffffffffffffffff811161074557604051926115e660208360051b0185611ae2565b81845260208401905f5260205f205f915b838310611817575050505064ffffffffff9493926001600160a01b03926102006007930152015416855260e01c835260601c16845260405192602084525191608060208501526102006102c0850193805160a0870152602081015160c0870152604081015160e087015260608101516101008701526001600160a01b0360808201511661012087015260ff60a08201511661014087015260ff60c08201511661016087015260ff60e08201511661018087015261ffff610100820151166101a087015261ffff610120820151166101c087015260ff610140820151166101e08701526001600160601b03610160820151168287015261ffff6101808201511661022087015263ffffffff6101a0820151166102408701526001600160a01b036101c0820151166102608701526001600160601b036101e0820151166102808701520151926102206102a0860152835180915260206102e086019401905f5b81811061178f575050509363ffffffff64ffffffffff926001600160a01b0386975116604087015251166060850152511660808301520390f35b909194602060c08261180c6001948a5163ffffffff60a080926001600160e01b0319815116855267ffffffffffffffff602082015116602086015267ffffffffffffffff60408201511660408601526001600160601b0360608201511660608601526001600160601b036080820151166080860152015116910152565b019601929101611755565b6002602060019261182785611baa565b8152019201920191906115f7565b3461072e57602036600319011261072e5760a060046118548135611deb565b0154604051906001600160a01b038116825260ff8160a81c16602083015260ff8160b01c16604083015261ffff8160c81c16606083015260e01c6080820152f35b3461072e575f36600319011261072e5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461072e57602036600319011261072e5760206001600160a01b0360046118ff8135611deb565b015416604051908152f35b3461072e57602036600319011261072e576004355f525f6020526020600660405f20015460a01c604051908152f35b3461072e5760c036600319011261072e576004356001600160a01b038116810361072e5760a4359063ffffffff8216820361072e5760209161198a9160843590606435906044359060243590611b04565b604051908152f35b3461072e57604036600319011261072e5760243567ffffffffffffffff811161072e576119c3903690600401611a5e565b505060646040516332364aa160e11b815260206004820152600760248201527f72657374617274000000000000000000000000000000000000000000000000006044820152fd5b3461072e57602036600319011261072e57806332364aa160e11b6064925260206004820152600660248201527f72657469726500000000000000000000000000000000000000000000000000006044820152fd5b9181601f8401121561072e5782359167ffffffffffffffff831161072e576020838186019501011161072e57565b35906001600160a01b038216820361072e57565b359063ffffffff8216820361072e57565b359067ffffffffffffffff8216820361072e57565b60c0810190811067ffffffffffffffff82111761074557604052565b90601f8019910116810190811067ffffffffffffffff82111761074557604052565b94919263ffffffff93949194604051956001600160a01b0360208801987e50c357a736a7156c5e921dd70a954158346189dd1a4bb7cb9db5b73f981b548a524660408a0152817f00000000000000000000000000000000000000000000000000000000000000001660608a015216608088015260a087015260c086015260e0850152610100840152166101208201526101208152611ba461014082611ae2565b51902090565b90604051611bb781611ac6565b60a063ffffffff6001839580546001600160e01b03198160e01b16865267ffffffffffffffff8160201c16602087015267ffffffffffffffff8160601c166040870152841c606086015201546001600160601b038116608085015260601c16910152565b8054821015611c34575f5260205f209060011b01905f90565b634e487b7160e01b5f52603260045260245ffd5b611c81600891604051611c5a81611ac6565b5f81525f60208201525f60408201525f60608201525f60808201525f60a082015250611deb565b01915f9267ffffffffffffffff81549216935b828110611cd557846001600160e01b0319857f73d474c8000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b8467ffffffffffffffff611ce98385611c1b565b505460201c161480611d1c575b611d0257600101611c94565b9150611d199350611d139250611c1b565b50611baa565b90565b50611d278183611c1b565b505460e01b6001600160e01b0319808616911614611cf6565b92919267ffffffffffffffff82116107455760405191611d6a601f8201601f191660200184611ae2565b82948184528183011161072e578281602093845f960137010152565b356001600160601b038116810361072e5790565b359060ff8216820361072e57565b359061ffff8216820361072e57565b35906001600160601b038216820361072e57565b908060209392818452848401375f828201840152601f01601f1916010190565b90815f525f60205260405f2091825415611e025750565b7f10aeede1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3560ff8116810361072e5790565b3561ffff8116810361072e5790565b3563ffffffff8116810361072e5790565b356001600160a01b038116810361072e5790565b903590601e198136030182121561072e570180359067ffffffffffffffff821161072e576020019160c082023603831361072e57565b9190811015611c345760c0020190565b3567ffffffffffffffff8116810361072e579056fea164736f6c6343000825000a';
