// What clients, endpoints, files and people say.
import { describeRooms, ROOMS } from './rooms.ts';

await describeRooms(ROOMS.outside);
