// Seal, submit, await, open, verify: in the browser and under Node.js.

export {};
