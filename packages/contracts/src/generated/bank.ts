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
  "inputs": [],
  "name": "escrowTotal",
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
  "inputs": [
   {
    "components": [
     {
      "internalType": "uint32[]",
      "name": "nodes",
      "type": "uint32[]"
     },
     {
      "internalType": "uint96",
      "name": "perSeat",
      "type": "uint96"
     },
     {
      "internalType": "address",
      "name": "submitter",
      "type": "address"
     },
     {
      "internalType": "uint96",
      "name": "tip",
      "type": "uint96"
     },
     {
      "internalType": "uint96",
      "name": "toPot",
      "type": "uint96"
     },
     {
      "internalType": "address[]",
      "name": "payers",
      "type": "address[]"
     },
     {
      "internalType": "uint96[]",
      "name": "refunds",
      "type": "uint96[]"
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
  '0x60e0346100f957601f61112338819003918201601f19168301916001600160401b038311848410176100fd578084926060946040528339810103126100f95761004781610111565b90610060604061005960208401610111565b9201610111565b6001600160a01b0390921660805260a05260c052604051610ffd9081610126823960805181818161011f01528181610a2601528181610bb201528181610c640152610f2f015260a0518181816102e10152818161073101528181610843015281816108d70152610b46015260c051818181610171015281816102950152818161039801528181610440015281816106e501526109940152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036100f95756fe60806040526004361015610011575f80fd5b5f5f3560e01c8062f714ce14610c2f5780630146f1e114610ada57806312a62cff146109f0578063282d3fdf1461096c578063286ea1261461093357806331a8aeb3146108af5780633546bf281461088857806336a1b5a0146108675780633a4b66f11461082357806347e7ef24146107fa5780634b5c8bdf146107d35780634ba2363a146107b257806373854a3b14610715578063a3ffa9cd146106bd578063a59dceb614610400578063b8dc491b1461036b578063bb24cdd9146102b9578063c305a6d914610275578063d546da901461023e578063f297be66146101465763fc0c546a14610100575f80fd5b3461014357806003193601126101435760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461014357606036600319011261014357610160610cce565b602435604435916001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361022b576001600160a01b03906001600160801b036101b28585610dbd565b166001600160801b03196001600160801b036101d360025493828516610d4e565b16911617600255168352826020526101f060408420918254610dbd565b9055806101fb575080f35b6001600160801b036001600160801b031961021e8260025494168460801c610d1a565b60801b1691161760025580f35b60248463570870ef60e11b815233600452fd5b50346101435760203660031901126101435760406020916001600160a01b03610265610cce565b1681528083522054604051908152f35b503461014357806003193601126101435760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b5034610143576040366003190112610143576102d3610cce565b602435906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610358576001600160a01b03906003546001600160801b036001600160801b03196103338287168460801c610d4e565b60801b169116176003551682528160205261035360408320918254610dbd565b905580f35b60248363570870ef60e11b815233600452fd5b503461014357604036600319011261014357610385610cce565b61038d610cb8565b906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610358576020926001600160a01b03806040931693848352828652838320549483528286528284812055168152808452206103f6828254610dbd565b9055604051908152f35b50346101435760203660031901126101435760043567ffffffffffffffff81116106b9578060040160e060031983360301126106b5576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610358576104708180610d6e565b9390506bffffffffffffffffffffffff61048c60248501610da4565b168085028581048214861517156106a1576104c260648601916bffffffffffffffffffffffff6104bb84610da4565b1690610dbd565b956104e160848701976bffffffffffffffffffffffff6104bb8a610da4565b9280610650575b50506bffffffffffffffffffffffff61050082610da4565b16610607575b509392819060c460a482019101955b61051f8286610d6e565b90508310156105ae576bffffffffffffffffffffffff61055161054c856105468b8a610d6e565b90610dca565b610da4565b169081156105a45760019161059b916001600160a01b0361057e61057988610546898d610d6e565b610dee565b1687528660205260408720610594838254610dbd565b9055610dbd565b925b0191610515565b926001915061059d565b6105f06001600160801b03196105fc869389836bffffffffffffffffffffffff6001600160801b036105e7816002549616828716610d4e565b16968793610da4565b1692161760801c610d1a565b60801b161760025580f35b61061d6bffffffffffffffffffffffff91610da4565b166001600160a01b0361063260448701610dee565b1683528260205261064860408420918254610dbd565b90555f610506565b845b82811061065f57506104e8565b61066d816105468980610d6e565b3563ffffffff811680910361069d579060019187528160205260408720610695848254610dbd565b905501610652565b8680fd5b602483634e487b7160e01b81526011600452fd5b8280fd5b5080fd5b5034610143576040366003190112610143576106d7610cce565b602435906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361035857816101fb91610e02565b5034610143576020366003190112610143576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361079f576001600160801b0319806107946001600160801b03600435166003546001600160801b0361078783828416610d4e565b169416841760801c610d1a565b60801b161760035580f35b8063570870ef60e11b6024925233600452fd5b5034610143578060031936011261014357602060025460801c604051908152f35b503461014357806003193601126101435760206001600160801b0360035416604051908152f35b503461014357604036600319011261014357610820610817610cce565b60243590610f0c565b80f35b503461014357806003193601126101435760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b5034610143578060031936011261014357602060035460801c604051908152f35b503461014357806003193601126101435760206001600160801b0360025416604051908152f35b5034610143576040366003190112610143576108c9610cce565b602435906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610358578161090791610e02565b6001600160801b03196001600160801b03610929816003549416828516610d1a565b1691161760035580f35b50346101435760203660031901126101435760043563ffffffff81168091036106b9578160409160209352600183522054604051908152f35b503461014357604036600319011261014357610986610cce565b602435906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361035857816109c491610e02565b6001600160801b03196001600160801b036109e6816002549416828516610d1a565b1691161760025580f35b5034610ad65760c0366003190112610ad657610a0a610cce565b9060243560643560ff8116809103610ad6576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b15610ad6575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528860448501526044356064850152608484015260843560a484015260a43560c48401525af1610ac0575b506108209192610f0c565b61082092505f610acf91610ce4565b5f91610ab5565b5f80fd5b34610ad6576020366003190112610ad65760043563ffffffff8116809103610ad6575f8181526001602090815260408083208054939055517f3825d3540000000000000000000000000000000000000000000000000000000081526004810184905291929190816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610c24575f91610be1575b5060206001600160a01b0382610bd6867fa7cbd83fe673bf4a0854f15c15afb2919e3da0afcd86b83ba034cd24ab750b1d957f0000000000000000000000000000000000000000000000000000000000000000610e5c565b6040519586521693a3005b90506020813d602011610c1c575b81610bfc60209383610ce4565b81010312610ad657516001600160a01b0381168103610ad6576020610b7e565b3d9150610bef565b6040513d5f823e3d90fd5b34610ad6576040366003190112610ad6576004356001600160a01b03610c53610cb8565b610c5d8333610e02565b610c8883827f0000000000000000000000000000000000000000000000000000000000000000610e5c565b60405192835216907fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a3005b602435906001600160a01b0382168203610ad657565b600435906001600160a01b0382168203610ad657565b90601f8019910116810190811067ffffffffffffffff821117610d0657604052565b634e487b7160e01b5f52604160045260245ffd5b906001600160801b03809116911601906001600160801b038211610d3a57565b634e487b7160e01b5f52601160045260245ffd5b906001600160801b03809116911603906001600160801b038211610d3a57565b903590601e1981360301821215610ad6570180359067ffffffffffffffff8211610ad657602001918160051b36038313610ad657565b356bffffffffffffffffffffffff81168103610ad65790565b91908201809211610d3a57565b9190811015610dda5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b356001600160a01b0381168103610ad65790565b6001600160a01b0316805f525f60205260405f205490828210610e2d575f525f6020520360405f2055565b507fcf479181000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b916001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615610eeb575b60405215610eb65750565b6001600160a01b03907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b906001811516610f0357823b15153d15161690610eab565b503d5f823e3d90fd5b6001600160a01b0316805f525f60205260405f20610f2b838254610dbd565b90557f000000000000000000000000000000000000000000000000000000000000000091604051927f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528160445260205f60648180855af160015f5114811615610fd1575b846040525f60605215610eb6575082527f8752a472e571a816aea92eec8dae9baf628e840f4929fbcc2d155e6233ff68a760203393a3565b6001811516610fe757813b15153d151616610f99565b843d5f823e3d90fdfea164736f6c6343000825000a';
