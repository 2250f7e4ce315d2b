// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Types.sol";
import {AuctionRecord} from "../../contracts/samples/AuctionRecord.sol";
import {create, vm} from "./Cheats.sol";
import {Network} from "./Network.sol";

/// The sample's callee keeps what Tasks tells of its own auction, and nothing that anybody else says.
contract AuctionRecordTest is Network {
    bytes32 private id;
    AuctionRecord private record;

    function setUp() public {
        deployNetwork();
        id = keccak256("auction");
        record = AuctionRecord(create("AuctionRecord", abi.encode(tasks, id)));
    }

    function test_keepsWinnerAndPriceOfTheTaskThatItExpects() public {
        bytes32 told = record.expect(_settlement());
        require(told == taskIdOf(_settlement()), "the id that Tasks gives");
        vm.prank(address(tasks));
        record.onEnigmaResult(told, _output());
        require(record.taskId() == told, "task");
        require(record.winner() == address(0xb0b), "winner");
        require(record.price() == 0x0807060504030201, "price, lowest byte first");
        require(record.bidders() == 50, "bidders");
        vm.expectRevert(abi.encodeWithSelector(AuctionRecord.RecordedAlready.selector, told));
        vm.prank(address(tasks));
        record.onEnigmaResult(told, _output());
    }

    function test_believesNobodyButTasks() public {
        bytes32 told = record.expect(_settlement());
        vm.expectRevert(abi.encodeWithSelector(AuctionRecord.NotTasks.selector, address(this)));
        record.onEnigmaResult(told, _output());
    }

    function test_believesNoTaskThatItDoesNotExpect() public {
        bytes32 told = taskIdOf(_settlement());
        vm.expectRevert(abi.encodeWithSelector(AuctionRecord.NotExpected.selector, told));
        vm.prank(address(tasks));
        record.onEnigmaResult(told, _output());
    }

    function test_expectsNothingOfAnotherContractOrFunctionOrCallee() public {
        for (uint256 which = 0; which < 3; ++which) {
            Task memory task = _settlement();
            if (which == 0) task.contractId = keccak256("another");
            if (which == 1) task.fn = bytes4(keccak256("bid(uint64)"));
            if (which == 2) task.callback = address(0xbad);
            vm.expectRevert(
                abi.encodeWithSelector(
                    AuctionRecord.NotOfTheAuction.selector, task.contractId, task.fn, task.callback
                )
            );
            record.expect(task);
        }
    }

    function test_refusesWhatIsNoResultOfAnAuction() public {
        bytes32 told = record.expect(_settlement());
        vm.expectRevert(abi.encodeWithSelector(AuctionRecord.BadOutput.selector, 31));
        vm.prank(address(tasks));
        record.onEnigmaResult(told, new bytes(31));
    }

    function _settlement() private view returns (Task memory task) {
        task = taskOf(id, address(0xa11ce), 1);
        task.fn = record.SETTLE();
        (task.callback, task.callbackGas) = (address(record), 200_000);
    }

    function _output() private pure returns (bytes memory) {
        return abi.encodePacked(address(0xb0b), bytes8(0x0102030405060708), bytes4(0x32000000));
    }
}
