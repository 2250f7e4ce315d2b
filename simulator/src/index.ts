// The whole network in one process from one seed.

export {};
