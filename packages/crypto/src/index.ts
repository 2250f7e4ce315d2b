// Fields, sharing, sealing, signatures and transcripts: plain and readable, the slow twin that fast code is checked against.

export {};
