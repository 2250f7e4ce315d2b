// What is in public bytes: records, modules, values.
import { describeRooms, ROOMS } from './rooms.ts';

await describeRooms(ROOMS.formats);
