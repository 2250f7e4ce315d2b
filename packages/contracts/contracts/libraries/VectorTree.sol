// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Whose full vector it is, of which committee's sharing, and how it is cut.
struct VectorPlace {
    uint256 n;
    uint256 T;
    uint256 seat;
    /// Elements opened in the round.
    uint256 fieldLength;
    /// Bytes of one T-set's piece.
    uint256 pieceBytes;
}

/// Where a chunk stands among the leaves of a vector, and how long it is.
struct ChunkPlace {
    uint256 index;
    uint256 count;
    /// None where the vector has no such chunk.
    uint256 size;
}

/// A full vector as the leaves of a tree: chunks of the seat's shares, then of its piece of each T-set that it holds. Mirrored in mpc
/// (session/vectorTree); docs/protocols/evidence.md.
library VectorTree {
    uint256 internal constant ELEMENT_BYTES = 16;
    uint256 internal constant CHUNK_ELEMENTS = 64;
    uint256 internal constant CHUNK_BYTES = CHUNK_ELEMENTS * ELEMENT_BYTES;
    /// The set that stands for the shares.
    uint256 internal constant SHARES = 0;

    bytes32 private constant CONTENT = keccak256(
        "VectorContent(uint8 n,uint8 T,uint8 seat,uint32 fieldLength,uint32 pieceBytes,bytes32 root)"
    );

    /// What a seat signs of its vector.
    function hashOfRoot(VectorPlace memory place, bytes32 root) internal pure returns (bytes32) {
        return keccak256(abi.encode(CONTENT, place.n, place.T, place.seat, place.fieldLength, place.pieceBytes, root));
    }

    /// The chunk `chunk` of the shares, or of the piece of one T-set.
    function chunkPlace(VectorPlace memory place, uint256 set, uint256 chunk) internal pure returns (ChunkPlace memory leaf) {
        uint256 sizeOfPart = place.pieceBytes;
        uint256 shareBytes = ELEMENT_BYTES * place.fieldLength;
        uint256 before = 0;
        if (set == SHARES) {
            sizeOfPart = shareBytes;
        } else {
            if (!_isHeld(place, set)) return leaf;
            before = _chunksOf(shareBytes) + rankOf(place, set) * _chunksOf(place.pieceBytes);
        }
        uint256 from = chunk * CHUNK_BYTES;
        if (from >= sizeOfPart) return leaf;
        leaf.index = before + chunk;
        leaf.count = _chunksOf(shareBytes) + binomial(place.n - 1, place.T) * _chunksOf(place.pieceBytes);
        leaf.size = sizeOfPart - from < CHUNK_BYTES ? sizeOfPart - from : CHUNK_BYTES;
    }

    /// How many T-sets without the seat come before `set`, which is one, in the order of their ascending lists of seats.
    /// @dev Without the seat there are m = n − 1, and those after it move down by one. What comes after {s_0 < … < s_(T−1)} agrees with it
    /// before some place j and has a larger seat there: the T − j seats from there on are any of the m − 1 − s_j larger ones.
    function rankOf(VectorPlace memory place, uint256 set) internal pure returns (uint256 rank) {
        uint256 m = place.n - 1;
        uint256 missing = place.T;
        uint256 bits = (set & ((1 << place.seat) - 1)) | ((set >> (place.seat + 1)) << place.seat);
        rank = binomial(m, missing) - 1;
        for (uint256 s = 0; s < m; ++s) {
            if ((bits >> s) & 1 == 1) rank -= binomial(m - 1 - s, missing--);
        }
    }

    /// Sets of k among m ≤ 31.
    function binomial(uint256 m, uint256 k) internal pure returns (uint256 sets) {
        if (k > m) return 0;
        sets = 1;
        for (uint256 i = 1; i <= k; ++i) sets = (sets * (m - k + i)) / i;
    }

    function _chunksOf(uint256 size) private pure returns (uint256) {
        return (size + CHUNK_BYTES - 1) / CHUNK_BYTES;
    }

    /// Whether it is a T-set of the committee's that the seat is not in.
    function _isHeld(VectorPlace memory place, uint256 set) private pure returns (bool) {
        if (set >> place.n != 0 || (set >> place.seat) & 1 == 1 || _sizeOf(set) != place.T) return false;
        return true;
    }

    function _sizeOf(uint256 set) private pure returns (uint256 count) {
        for (; set != 0; set &= set - 1) ++count;
    }
}
