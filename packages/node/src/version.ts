// What a node says that it is. The package's own version, which a test compares: a room that runs in one process with others does not read files for it.
export const nodeVersion = '0.1.0';
