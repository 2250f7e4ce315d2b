// What other nodes say, and what a node keeps.
import { describeRooms, ROOMS } from './rooms.ts';

await describeRooms(ROOMS.peers);
