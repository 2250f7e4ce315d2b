// The enigma command.

export {};
