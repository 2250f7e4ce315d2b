// Every limit of the room, with the relations between them asserted at load.

/** Ranges that one SessionOpen may burn: one per kind is usual, a task batch may touch several. */
export const RANGES_MAX = 64;
export const SCHEDULES_MAX = 4;
