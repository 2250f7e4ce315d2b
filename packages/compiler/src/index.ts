// Source text to program and diagnostics; no files, no network.

export {};
