// Watch, select, execute, agree, settle, open; host/ alone touches network, disk, clock and randomness.

export {};
