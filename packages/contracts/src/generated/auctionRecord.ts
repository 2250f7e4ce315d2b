// Generated from AuctionRecord.sol by scripts/generate.ts. Do not edit.
export const auctionRecordAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "tasks_",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "auction_",
    "type": "bytes32"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "BadOutput",
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
  "name": "NotExpected",
  "type": "error"
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
    "internalType": "address",
    "name": "callback",
    "type": "address"
   }
  ],
  "name": "NotOfTheAuction",
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
  "name": "NotTasks",
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
  "name": "RecordedAlready",
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
   }
  ],
  "name": "Expected",
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
    "internalType": "address",
    "name": "winner",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "price",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "bidders",
    "type": "uint32"
   }
  ],
  "name": "Recorded",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "SETTLE",
  "outputs": [
   {
    "internalType": "bytes4",
    "name": "",
    "type": "bytes4"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "auction",
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
  "name": "bidders",
  "outputs": [
   {
    "internalType": "uint32",
    "name": "",
    "type": "uint32"
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
   }
  ],
  "name": "expect",
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
    "internalType": "bytes32",
    "name": "taskId",
    "type": "bytes32"
   }
  ],
  "name": "expected",
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
    "internalType": "bytes",
    "name": "output",
    "type": "bytes"
   }
  ],
  "name": "onEnigmaResult",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "price",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "taskId",
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
  "name": "tasks",
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
  "inputs": [],
  "name": "winner",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const auctionRecordBytecode: `0x${string}` =
  '0x60c03461009057601f6108c138819003918201601f19168301916001600160401b03831184841017610094578084926040948552833981010312610090578051906001600160a01b038216820361009057602001519060805260a05260405161081890816100a9823960805181818161017f015281816104b40152610536015260a05181818160a1015261077e0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c9081633322b23d146107a1575080637d9f6db5146107675780638766252114610739578063a035b1fe1461070f578063b72fa0ec146104e3578063c305a6d91461049f578063cc0b0cfb1461047f578063d84f01df1461045d578063dfbf53ae146104355763e8277c1a1461008a575f80fd5b3461039f576101c036600319011261039f576004357f00000000000000000000000000000000000000000000000000000000000000008114801590610413575b80156103f9575b6103b7576040516100e36040826107e9565b6006815265456e69676d6160d01b602090910152604080517fba83be9d4f169561f32dcb185273e3b59336406003211080ed463fe7723a7d3c9161012790826107e9565b600181526020810190603160f81b82525190206040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f84526040830152606082015246608082015260018060a01b037f00000000000000000000000000000000000000000000000000000000000000001660a082015260a081526101b360c0826107e9565b51902090604051906101c0820182811067ffffffffffffffff8211176103a35760405281526024356001600160e01b03198116810361039f57602082015260443560408201526064356001600160a01b038116810361039f5760608201526084356001600160a01b038116810361039f57608082015260a43567ffffffffffffffff8116810361039f5760a082015260c4356fffffffffffffffffffffffffffffffff8116810361039f5760c082015260e43560e08201526101043567ffffffffffffffff8116810361039f57610100820152610124356bffffffffffffffffffffffff8116810361039f57610120820152610144356bffffffffffffffffffffffff8116810361039f576101408201526101643564ffffffffff8116810361039f57610160820152610184356001600160a01b038116810361039f576101808201526101a4359163ffffffff8316830361039f576101e0826020946101a060429501526101c0604051917f0186eff29ab70a4fd26b39fb5485114a12735d81a2b4afc7b2fe924e0daeef5083528683015e206040519161190160f01b83526002830152602282015220805f525f825260405f20600160ff1982541617905560405190807f2e21581b9782abfbd4f8e6dd4738969b3ceb53ce43a882e4fd22a1e26ffddfe35f80a28152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b6103bf6107bb565b6103c76107d2565b62bda6ed60e21b5f9081526004939093526001600160e01b0319919091166024526001600160a01b0316604452606490fd5b506104026107d2565b6001600160a01b03163014156100d1565b50630476982d60e21b6001600160e01b031961042d6107bb565b1614156100ca565b3461039f575f36600319011261039f576002546040516001600160a01b039091168152602090f35b3461039f575f36600319011261039f57604051630476982d60e21b8152602090f35b3461039f575f36600319011261039f57602060025460e01c604051908152f35b3461039f575f36600319011261039f576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461039f57604036600319011261039f5760043560243567ffffffffffffffff811161039f573660238201121561039f57806004013567ffffffffffffffff811161039f57366024828401011161039f577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106fc57825f525f60205260ff60405f205416156106e957600154806106d75750602081036106c557826001558060141161039f5780601c1161039f575f906008805b610693575060201161039f575f916004805b610639575060a091821b67ffffffffffffffff60a01b16602490910135606090811c91821760e094851b6001600160e01b031916176002819055604080519384529381901c67ffffffffffffffff16602084015290931c918101919091527f8fa1bfdb0415a0943f79e39ffbb22ee76c731a97dfb1b27991b3403e2320e2fb9190a2005b925f19840184811161066b576004111561067f5760081b603f828501013560f81c1792801561066b575f1901806105b5565b634e487b7160e01b5f52601160045260245ffd5b634e487b7160e01b5f52603260045260245ffd5b915f19830183811161066b576008111561067f5760081b6037848401013560f81c1791801561066b575f1901806105a3565b6397a0f8c760e01b5f5260045260245ffd5b63d420e36960e01b5f5260045260245ffd5b826302654dc560e31b5f5260045260245ffd5b63ad2722ab60e01b5f523360045260245ffd5b3461039f575f36600319011261039f57602067ffffffffffffffff60025460a01c16604051908152f35b3461039f57602036600319011261039f576004355f525f602052602060ff60405f2054166040519015158152f35b3461039f575f36600319011261039f5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461039f575f36600319011261039f576020906001548152f35b6024356001600160e01b03198116810361039f5790565b610184356001600160a01b038116810361039f5790565b90601f8019910116810190811067ffffffffffffffff8211176103a35760405256fea164736f6c6343000825000a';
