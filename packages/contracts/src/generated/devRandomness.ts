// Generated from DevRandomness.sol by scripts/generate.ts. Do not edit.
export const devRandomnessAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "tasks_",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "blockNumber",
    "type": "uint256"
   }
  ],
  "name": "AlreadyAdvanced",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "chainId",
    "type": "uint256"
   }
  ],
  "name": "NotDevelopment",
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
    "internalType": "uint256",
    "name": "epoch",
    "type": "uint256"
   }
  ],
  "name": "UnknownSeed",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint32",
    "name": "epoch",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "seed",
    "type": "bytes32"
   }
  ],
  "name": "EpochAdvanced",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "CLOCK_MODE",
  "outputs": [
   {
    "internalType": "string",
    "name": "",
    "type": "string"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "advance",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "clock",
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
  "inputs": [],
  "name": "epoch",
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
    "internalType": "uint32",
    "name": "ofEpoch",
    "type": "uint32"
   }
  ],
  "name": "seedOf",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "seed",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "seedBlock",
    "type": "uint64"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const devRandomnessBytecode: `0x${string}` =
  '0x60a0346100ae57601f6104a438819003918201601f19168301916001600160401b038311848410176100b2578084926020946040528339810103126100ae57516001600160a01b03811681036100ae57600163ffffffff195f5416175f55608052617a69461415806100a2575b61008f576040516103dd90816100c7823960805181818161033201526103810152f35b63767ea81360e11b5f524660045260245ffd5b5061053946141561006c565b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c8063129d639514610361578063452a93201461031d5780634bf5d7e914610297578063900cf0cf1461027557806391ddadf414610253578063b90d0c19146101e6578063c2b6b58c146101c55763ea105ac714610071575f80fd5b346101c1575f3660031901126101c15760ff5f5c166101b2575f544367ffffffffffffffff8260201c161461019f57600163ffffffff82160163ffffffff811161018b5760405163ffffffff60208201924484521692836040830152604082526060820182811067ffffffffffffffff821117610177577f4c675deded22103a290ff25c916f67b320974902da9d877cd426fb9118a5a10a936020938692604052519020916bffffffffffffffff0000000043851b16906bffffffffffffffffffffffff191617175f55835f52600182528060405f2055835f526002825260405f2067ffffffffffffffff431667ffffffffffffffff19825416179055604051908152a2005b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b630341a6d560e61b5f524360045260245ffd5b63b5dfd9e560e01b5f5260045ffd5b5f80fd5b346101c1575f3660031901126101c157602060ff5f5c166040519015158152f35b346101c15760203660031901126101c15760043563ffffffff81168091036101c157805f52600260205267ffffffffffffffff60405f2054168015610240576040915f526001602052815f20549082519182526020820152f35b5063a711778160e01b5f5260045260245ffd5b346101c1575f3660031901126101c157602060405165ffffffffffff43168152f35b346101c1575f3660031901126101c157602063ffffffff5f5416604051908152f35b346101c1575f3660031901126101c1576040516040810181811067ffffffffffffffff82111761017757604052601d8152604060208201917f6d6f64653d626c6f636b6e756d6265722666726f6d3d64656661756c7400000083528151928391602083525180918160208501528484015e5f828201840152601f01601f19168101030190f35b346101c1575f3660031901126101c1576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346101c15760203660031901126101c1576004358015158091036101c1577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036103bd5760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffdfea164736f6c6343000825000a';
