// The nouns of the network and their bytes, limits, and the pure rules: draw, agreement, fees, the state machine of the chain.

export {};
