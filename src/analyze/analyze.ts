// The public API of the analyses, `biaochi/analyze`: published scores recomputed, frameworks compared, what a
// goal would take, what moves a total, other weights, what examples reach, and a ruleset rolled over to the
// next year. It runs in browsers and workers as in Node.
export { audit } from './audit.ts';
export type { Audit } from './audit-result.ts';
export { whatif } from './whatif/whatif.ts';
export type { WhatIf, WhatIfLimits } from './whatif/whatif.ts';
export type { Goal } from './whatif/goal.ts';
export { sensitivity } from './sensitivity/sensitivity.ts';
export type { Sensitivity, SensitivityLimits } from './sensitivity/sensitivity.ts';
export { compareFrameworks } from './compare/compare.ts';
export type { Comparison, IndicatorComparison } from './compare/compare.ts';
export { effectOn } from './compare/effect.ts';
export type { Compared, DepartmentEffect } from './compare/effect.ts';
export { createTransfer } from './compare/transfer.ts';
export { scenarios } from './scenarios/scenarios.ts';
export type { ScenarioRequest, Scenarios } from './scenarios/scenarios.ts';
export { coverage } from './coverage/coverage.ts';
export type { Coverage } from './coverage/coverage.ts';
export { missingExamples } from './coverage/cases.ts';
export type { Cases } from './coverage/cases.ts';
export { flatten } from './rollover/flatten.ts';
export type { Flattened } from './rollover/flatten.ts';
export { deriveFromEdited, deriveFromWishes } from './rollover/derive.ts';
export type { Derivation, Derived } from './rollover/derive.ts';
export type { Wishes } from './rollover/wishes.ts';
export type { Difference } from './rollover/differences.ts';
export { mergeRulesets } from './rollover/merge.ts';
export type { Merged, MergeInput } from './rollover/merge.ts';
export type { Conflict } from './rollover/merge-outlines.ts';
