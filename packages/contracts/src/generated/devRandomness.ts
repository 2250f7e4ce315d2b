// Generated from DevRandomness.sol by scripts/generate.ts. Do not edit.
export const devRandomnessAbi = [
 {
  "inputs": [],
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
  '0x60808060405234604f57600163ffffffff195f5416175f55617a69461415806044575b60315761030290816100548239f35b63767ea81360e11b5f524660045260245ffd5b506105394614156022565b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c9081634bf5d7e91461027257508063900cf0cf1461025057806391ddadf41461022e578063b90d0c19146101a85763ea105ac714610053575f80fd5b346101a4575f3660031901126101a4575f544367ffffffffffffffff8260201c161461017857600163ffffffff82160163ffffffff81116101645760405163ffffffff60208201924484521692836040830152604082526060820182811067ffffffffffffffff821117610150577f4c675deded22103a290ff25c916f67b320974902da9d877cd426fb9118a5a10a936020938692604052519020916bffffffffffffffff0000000043851b16906bffffffffffffffffffffffff191617175f55835f52600182528060405f2055835f526002825260405f2067ffffffffffffffff431667ffffffffffffffff19825416179055604051908152a2005b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b7fd069b540000000000000000000000000000000000000000000000000000000005f524360045260245ffd5b5f80fd5b346101a45760203660031901126101a45760043563ffffffff81168091036101a457805f52600260205267ffffffffffffffff60405f2054168015610202576040915f526001602052815f20549082519182526020820152f35b507fa7117781000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b346101a4575f3660031901126101a457602060405165ffffffffffff43168152f35b346101a4575f3660031901126101a457602063ffffffff5f5416604051908152f35b346101a4575f3660031901126101a4576040810181811067ffffffffffffffff82111761015057604052601d8152604060208201917f6d6f64653d626c6f636b6e756d6265722666726f6d3d64656661756c7400000083528151928391602083525180918160208501528484015e5f828201840152601f01601f19168101030190f3fea164736f6c6343000825000a';
