// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Types.sol";
import {Network} from "./Network.sol";

/// What must be true of the contracts, kept beside them by the handler's calls.
contract Ghosts is Network {
    uint256 internal constant NODES = 7;
    uint256 internal constant ACTORS = 3;
    uint256 internal constant NONCES = 48;

    struct Ghost {
        Task header;
        bytes32 id;
        uint8 status;
        uint56 seq;
        uint96 escrow;
        uint96 held;
    }

    struct Chain {
        bytes32 id;
        uint256 created;
        uint256 ended;
        uint256 versions;
        bytes32 root;
        bytes32 receiptHead;
        bytes32 inbox;
        uint256 entries;
        uint256 reads;
        bool degraded;
    }

    string public broken;
    uint256 public succeeded;
    Chain[2] internal chains;
    Ghost[] internal ghosts;
    mapping(bytes32 contractId => uint256[]) internal order;
    mapping(bytes32 contractId => uint256[]) internal readOrder;
    mapping(address actor => mapping(uint256 nonce => bool)) internal spent;
    uint256 internal triggers;
    uint64 internal height;
    uint256[NODES] internal unitsNow;
    uint256[NODES] internal unitsNext;
    uint256[NODES] internal pending;
    // The last receipt that can still be opened.
    Receipt internal lastReceipt;
    Result[] internal lastResults;
    Task[] internal lastHeaders;
    uint256 internal lastShare;
    uint32 internal lastPaid;
    uint256 internal lastAt;
    /// Shares of seats that did not sign, not yet claimed.
    uint256 public reserved;
    uint256 public claims;
}
