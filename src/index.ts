// The public API. Everything here runs in Node, in browsers and in workers: it takes texts and gives
// data; reading files is the caller's.
export { compile, createMemory } from './compile.ts';
export type { Compilation, CompileMemory, Host } from './compile.ts';
export { createEvaluator, evaluate, evaluateTogether } from './evaluate/evaluate.ts';
export type { EvaluateSettings, Evaluator } from './evaluate/evaluate.ts';
export { runExamples } from './evaluate/run-examples.ts';
export { runExpected, runExpectedTogether } from './evaluate/run-expected.ts';
export { generate, TARGETS } from './generate/generate.ts';
export type { Target } from './generate/generate.ts';
export type { GenerateSettings, Generated, GeneratedFile } from './generate/generated.ts';
export { createDepartmentReader, readDepartment } from './input/read-department.ts';
export { readDepartments } from './input/read-cohort.ts';
export type { Department, EvidenceStatus } from './input/department.ts';
export { cohortSchema, departmentSchema } from './input/schema.ts';
export { parse } from './syntax/parse.ts';
export { functionWords } from './builtins/function-words.ts';
export { print } from './syntax/print.ts';
export { sentence } from './diagnostics/diagnose.ts';
export type { Language } from './diagnostics/diagnose.ts';
export type { Diagnostic, Edit, Fix, Severity } from './diagnostics/diagnostic.ts';
export type { Framework, Group, Indicator, Item, Node } from './model/framework.ts';
export type { NodeScore, ScoreSheet } from './model/sheet.ts';
export { formatExact, parseDecimal } from './number/decimal.ts';
export type { Rational } from './number/rational.ts';
export { createSource, placeOf } from './text/source.ts';
export type { Source } from './text/source.ts';
export type { Place, Span } from './text/span.ts';
