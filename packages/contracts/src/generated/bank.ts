// Generated from Bank.sol by scripts/generate.ts. Do not edit.
export const bankAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "token_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "stake_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "tasks_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "remedies_",
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
  "inputs": [],
  "name": "Reentered",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "token",
    "type": "address"
   }
  ],
  "name": "SafeERC20FailedOperation",
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
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint32",
    "name": "node",
    "type": "uint32"
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
  "name": "CreditClaimed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "from",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "Deposited",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "from",
    "type": "address"
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
  "name": "Withdrawn",
  "type": "event"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "availableOf",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "from",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "charge",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "node",
    "type": "uint32"
   }
  ],
  "name": "claimCredit",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "node",
    "type": "uint32"
   }
  ],
  "name": "creditOf",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "deposit",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "deadline",
    "type": "uint256"
   },
   {
    "internalType": "uint8",
    "name": "v",
    "type": "uint8"
   },
   {
    "internalType": "bytes32",
    "name": "r",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "s",
    "type": "bytes32"
   }
  ],
  "name": "depositWithPermit",
  "outputs": [],
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
    "internalType": "address",
    "name": "payer",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "lock",
  "outputs": [
   {
    "internalType": "bool",
    "name": "done",
    "type": "bool"
   },
   {
    "internalType": "uint256",
    "name": "have",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "node",
    "type": "uint32"
   },
   {
    "internalType": "uint256",
    "name": "toNode",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "toPot",
    "type": "uint256"
   }
  ],
  "name": "payLate",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "pendingTo",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "pendingTotal",
  "outputs": [
   {
    "internalType": "uint128",
    "name": "",
    "type": "uint128"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "pot",
  "outputs": [
   {
    "internalType": "uint128",
    "name": "",
    "type": "uint128"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "toAccount",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "toPot",
    "type": "uint256"
   }
  ],
  "name": "release",
  "outputs": [],
  "stateMutability": "nonpayable",
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
      "internalType": "uint32[]",
      "name": "nodes",
      "type": "uint32[]"
     },
     {
      "internalType": "uint256",
      "name": "perSeat",
      "type": "uint256"
     },
     {
      "internalType": "address",
      "name": "submitter",
      "type": "address"
     },
     {
      "internalType": "uint256",
      "name": "tip",
      "type": "uint256"
     },
     {
      "internalType": "uint256",
      "name": "toPot",
      "type": "uint256"
     },
     {
      "internalType": "uint256",
      "name": "used",
      "type": "uint256"
     },
     {
      "internalType": "address[]",
      "name": "accounts",
      "type": "address[]"
     },
     {
      "internalType": "uint256[]",
      "name": "amounts",
      "type": "uint256[]"
     }
    ],
    "internalType": "struct Payout",
    "name": "payout",
    "type": "tuple"
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
    "name": "owner",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "stakeFrom",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "name": "stakeToPending",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "stakeTotal",
  "outputs": [
   {
    "internalType": "uint128",
    "name": "",
    "type": "uint128"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   }
  ],
  "name": "sweep",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
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
  "name": "token",
  "outputs": [
   {
    "internalType": "contract IERC20",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "tokenAddress",
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
    "internalType": "uint256",
    "name": "amount",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   }
  ],
  "name": "withdraw",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 }
] as const;

export const bankBytecode: `0x${string}` =
  '0x6101003461012757601f6111a138819003918201601f19168301916001600160401b0383118484101761012b57808492608094604052833981010312610127576100488161013f565b906100556020820161013f565b61006d60606100666040850161013f565b930161013f565b6001600160a01b0390931660805260a05260c05260e05260405161104d9081610154823960805181818161014c01528181610522015281816109f001528181610bce01528181610c890152610f98015260a05181818161038c01528181610565015281816106a0015281816107160152610b6a015260c0518181816101a20152818161043d015281816104d4015281816107ca0152818161084d01528181610ac20152610d3b015260e05181818161026001526102b30152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036101275756fe60806040526004361015610011575f80fd5b5f5f3560e01c8062f714ce14610c535780630146f1e114610b11578063129d639514610aa257806312a62cff146109b95780632110577014610814578063282d3fdf146107ad578063286ea1261461077857806331a8aeb3146106f657806336a1b5a0146106cf5780633a4b66f11461068a578063452a93201461034557806347e7ef24146106485780634b5c8bdf146106275780634ba2363a1461060057806373854a3b146105515780639d76ea581461050c578063a3ffa9cd146104b4578063b8dc491b14610418578063bb24cdd91461036c578063c2b6b58c1461034a578063c305a6d914610345578063d546da901461030d578063e37fb36c1461028f578063ec4b55d01461024a578063f297be661461017e5763fc0c546a14610137575f80fd5b3461017b578060031936011261017b576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b80fd5b503461017b57606036600319011261017b57610198610cfd565b60443590602435907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610237578161020d575b5050806101e1575080f35b6001600160801b036101fa816002549316828416610e2f565b16906001600160801b0319161760025580f35b6001600160a01b031683526020839052604083208054909161022e91610dfa565b90555f806101d6565b63570870ef60e11b845233600452602484fd5b503461017b578060031936011261017b576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461017b57606036600319011261017b576102a9610d13565b60443590602435907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361023757816102f1575050806101e1575080f35b63ffffffff168352600160205261022e60408420918254610dfa565b503461017b57602036600319011261017b576020906040906001600160a01b03610335610cfd565b1681528083522054604051908152f35b610d26565b503461017b578060031936011261017b5760ff6020915c166040519015158152f35b503461017b57604036600319011261017b57610386610cfd565b602435907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610405576003546001600160801b036103d3818516828416610e92565b16906001600160801b0319161760035560018060a01b031682528160205261040060408320918254610dfa565b905580f35b63570870ef60e11b835233600452602483fd5b503461017b57604036600319011261017b57610432610cfd565b61043a610ce7565b907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610405576001600160a01b0390811680845260208481526040808620549286528582528086208690559390921684528382529190922080546104aa908390610dfa565b9055604051908152f35b503461017b57604036600319011261017b576104ce610cfd565b602435907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361040557816101e191610eb2565b503461017b578060031936011261017b576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461017b57602036600319011261017b577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036105ed576001600160801b03600435166002546001600160801b0380196105b9848460801c610e92565b60801b169116176002556001600160801b036105da60035492828416610e2f565b16906001600160801b0319161760035580f35b63570870ef60e11b815233600452602490fd5b503461017b578060031936011261017b5760206001600160801b0360025416604051908152f35b503461017b578060031936011261017b57602060025460801c604051908152f35b503461017b57604036600319011261017b57610662610cfd565b60ff825c1661067b576106789060243590610f76565b80f35b63b5dfd9e560e01b8252600482fd5b503461017b578060031936011261017b576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461017b578060031936011261017b5760206001600160801b0360035416604051908152f35b503461017b57604036600319011261017b57610710610cfd565b602435907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610405578161074e91610eb2565b6001600160801b036002549161076b82801992168460801c610e2f565b60801b1691161760025580f35b503461017b57602036600319011261017b57604060209163ffffffff61079c610d13565b168152600183522054604051908152f35b503461017b57604036600319011261017b576107c7610cfd565b907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036105ed57604061080660243584610e4f565b825191151582526020820152f35b503461017b57602036600319011261017b5760043567ffffffffffffffff81116109b5578060040161010060031983360301126109b1577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361040557602482013580610952575b50606482013580610920575b5060a48201359060e48301845b8381106108b557856084860135806101e1575080f35b806108cc6001926108c68587610da0565b90610dd6565b35806108da575b500161089f565b816109026108fd6108ee60c48b0189610da0565b878060a09693961b0394610dd6565b610e1b565b1688528760205261091860408920918254610dfa565b90555f6108d3565b6001600160a01b0361093460448501610e1b565b1684528360205261094a60408520918254610dfa565b90555f610892565b61095c8280610da0565b919050845b82811061096f575050610886565b61097d816108c68680610da0565b359063ffffffff82168092036109ad57600191875281602052604087206109a5848254610dfa565b905501610961565b8680fd5b8280fd5b5080fd5b5034610a8f5760c0366003190112610a8f576109d3610cfd565b9060243560643560ff8116809103610a8f5760ff5f5c16610a93577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15610a8f575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501528860448501526044356064850152608484015260843560a484015260a43560c48401525af1610a79575b506106789192610f76565b61067892505f610a8891610d6a565b5f91610a6e565b5f80fd5b63b5dfd9e560e01b5f5260045ffd5b34610a8f576020366003190112610a8f57600435801515809103610a8f577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610afe5760ff80195f5c169116175f5d005b63570870ef60e11b5f523360045260245ffd5b34610a8f576020366003190112610a8f57610b2a610d13565b60ff5f5c16610a935763ffffffff165f818152600160209081526040808320805493905551630e0974d560e21b81526004810184905291929190816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610c48575f91610c05575b50602081610bf2857fa7cbd83fe673bf4a0854f15c15afb2919e3da0afcd86b83ba034cd24ab750b1d947f0000000000000000000000000000000000000000000000000000000000000000610ef5565b6040519485526001600160a01b031693a3005b90506020813d602011610c40575b81610c2060209383610d6a565b81010312610a8f57516001600160a01b0381168103610a8f576020610ba2565b3d9150610c13565b6040513d5f823e3d90fd5b34610a8f576040366003190112610a8f57600435610c6f610ce7565b60ff5f5c16610a9357610c828233610eb2565b610cad82827f0000000000000000000000000000000000000000000000000000000000000000610ef5565b6040519182526001600160a01b03169033907fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb90602090a3005b602435906001600160a01b0382168203610a8f57565b600435906001600160a01b0382168203610a8f57565b6004359063ffffffff82168203610a8f57565b34610a8f575f366003190112610a8f576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b90601f8019910116810190811067ffffffffffffffff821117610d8c57604052565b634e487b7160e01b5f52604160045260245ffd5b903590601e1981360301821215610a8f570180359067ffffffffffffffff8211610a8f57602001918160051b36038313610a8f57565b9190811015610de65760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91908201809211610e0757565b634e487b7160e01b5f52601160045260245ffd5b356001600160a01b0381168103610a8f5790565b906001600160801b03809116911601906001600160801b038211610e0757565b6001600160a01b03165f81815260208190526040902054909291808210610e8b578103925f525f6020528260405f20558211610e075760019190565b505f925090565b906001600160801b03809116911603906001600160801b038211610e0757565b6001600160a01b03165f8181526020819052604090205490828210610edf575f525f6020520360405f2055565b5063cf47918160e01b5f5260045260245260445ffd5b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f5114821615610f55575b60405215610f355750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b906001811516610f6d57823b15153d15161690610f2a565b503d5f823e3d90fd5b60018060a01b0316805f525f60205260405f20610f94838254610dfa565b90557f000000000000000000000000000000000000000000000000000000000000000091604051926323b872dd60e01b5f5233600452306024528160445260205f60648180855af160015f5114811615611021575b846040525f60605215610f35575082527f8752a472e571a816aea92eec8dae9baf628e840f4929fbcc2d155e6233ff68a760203393a3565b600181151661103757813b15153d151616610fe9565b843d5f823e3d90fdfea164736f6c6343000825000a';
