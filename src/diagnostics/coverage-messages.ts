// Messages about the proofs: ranges, coverage, division.
export const coverageMessages = {};
