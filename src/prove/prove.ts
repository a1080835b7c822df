// Framework → diagnostics: proofs about every department that the declared inputs allow, under every
// choice of the options. Scores stay within their points, nothing divides by 0, tables and lists
// cover every case once, and nothing is declared in vain.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../model/expression.ts';
import type { AppliesWhen, Framework, Item, Node, NotApplicable } from '../model/framework.ts';
import { bandFindings } from './bands.ts';
import { awardUnit, checkUnits, conditionUnit, strikeUnits } from './conditions.ts';
import { conservationUnit, totalConservationUnit } from './conservation.ts';
import { endlessScores } from './endless.ts';
import { gradeConditionUnits } from './grade-conditions.ts';
import { irrationalScores } from './irrational.ts';
import type { ProofMemory } from './memory.ts';
import { recollectionOf } from './memory.ts';
import { monotoneFindings, outputCourse } from './monotone.ts';
import { expressionsOfPlace, expressionsOfRule } from './reading.ts';
import { itemFindings, problemFindings } from './score-range.ts';
import type { Study } from './study.ts';
import { commonTo } from './study.ts';
import { capsOf, itemStanding, nodeStanding, totalStanding } from './sums.ts';
import { tableFindings } from './tables.ts';
import { movedRoundings, sumUnit, totalUnit } from './totals.ts';
import type { Unit } from './unit.ts';
import { proveUnits } from './unit.ts';
import { unusedNames } from './unused.ts';

/**
 * Everything that can be shown to be wrong with a framework, or not shown to be right. With a memory,
 * only what has changed since is proved again.
 */
export function prove(framework: Framework, memory?: ProofMemory): Diagnostic[] {
  const recollection = recollectionOf(framework, memory);
  return [
    ...proveUnits(commonTo(framework, recollection), unitsOf(framework)),
    ...movedRoundings(framework),
    ...endlessScores(framework),
    ...irrationalScores(framework),
    ...unusedNames(framework),
  ];
}

function unitsOf(framework: Framework): Unit[] {
  return [
    ...letUnits(framework),
    ...framework.children.flatMap((node) => nodeUnits(node, [])),
    ...strikeUnits(
      {
        ...framework,
        points: framework.total,
        caps: framework.totalCaps,
        standingIn: (study) => totalStanding(study).standing,
      },
      { restsOnAll: true },
    ),
    ...framework.ceilings.map((ceiling) => conditionUnit('ceiling', ceiling.about, ceiling)),
    ...framework.gradeDowns.map((down) => conditionUnit('downgrade', down.about, down)),
    ...checkUnits(framework),
    ...totalConservationUnit(framework),
    ...(framework.scored ? [totalUnit(framework)] : []),
    ...gradeConditionUnits(framework),
    ...outputUnits(framework),
  ];
}

function letUnits(framework: Framework): Unit[] {
  return [...framework.lets.values()].map(({ value }) => ({
    about: ['let'],
    expressions: [value],
    prove: (study) => tableFindings(study, value, study.interpreter),
  }));
}

// The tables in outputs are looked at with those of the other definitions.
function outputUnits(framework: Framework): Unit[] {
  return framework.outputs.map((output) => ({
    about: ['output', output],
    restsOnAll: true,
    expressions: [output.value],
    prove: (study) => {
      const problems = study.problemsOf(() => study.interpreter.value(output.value));
      return problems.length > 0
        ? problemFindings(study, problems, output.value)
        : outputCourse(study, output);
    },
  }));
}

// What is inside a part is proved for the departments that have it and for which it applies.
function nodeUnits(node: Node, around: readonly Assumption[]): Unit[] {
  const { applies, notApplicable, name } = node;
  const existing = assume(around, applies, true);
  const applying = assume(existing, notApplicable, false);
  return [
    ...(node.kind === 'indicator'
      ? node.items.flatMap((item) => itemUnits(item, applying))
      : node.children.flatMap((child) => nodeUnits(child, applying))),
    ...strikeUnits(
      {
        ...node,
        caps: capsOf(node),
        standingIn: (study) => nodeStanding(study, node).standing,
      },
      { part: node },
    ).map((unit) => given(applying, unit)),
    ...(applies ? [given(around, conditionUnit('applies', name, applies))] : []),
    ...(notApplicable
      ? [given(existing, conditionUnit('not-applicable', name, notApplicable))]
      : []),
    ...awardUnit(node, capsOf(node)).map((unit) => given(existing, unit)),
    ...conservationUnit(node).map((unit) => given(applying, unit)),
    given(around, sumUnit(node)),
  ];
}

function itemUnits(item: Item, around: readonly Assumption[]): Unit[] {
  const written = expressionsOfRule(item);
  const unit: Unit = {
    about: ['item', item],
    expressions: [...written, ...expressionsOfPlace(item)],
    prove: (study) => [
      ...itemFindings(study, item),
      ...bandFindings(study, item),
      ...monotoneFindings(study, item),
      ...written.flatMap((expression) => tableFindings(study, expression, study.interpreter)),
    ],
  };
  const existing = assume(around, item.applies, true);
  const standingIn = (study: Study) => itemStanding(study, item);
  return [
    ...[unit, ...strikeUnits({ ...item, standingIn })].map((each) => given(existing, each)),
    ...(item.applies ? [given(around, conditionUnit('applies', item.name, item.applies))] : []),
  ];
}

/** A condition, and what it is taken to be. */
interface Assumption {
  readonly condition: Expression;
  readonly outcome: boolean;
}

function assume(
  around: readonly Assumption[],
  place: AppliesWhen | NotApplicable | undefined,
  outcome: boolean,
): readonly Assumption[] {
  return place ? [...around, { condition: place.condition, outcome }] : around;
}

function given(assumptions: readonly Assumption[], unit: Unit): Unit {
  if (assumptions.length === 0) return unit;
  return {
    ...unit,
    about: [unit.about, assumptions.map(({ outcome }) => outcome)],
    expressions: [...unit.expressions, ...assumptions.map(({ condition }) => condition)],
    prove: (study) => {
      const narrowed = assumptions.reduce<Study | undefined>(
        (open, { condition, outcome }) => open?.assuming(condition, outcome),
        study,
      );
      return narrowed ? unit.prove(narrowed) : [];
    },
  };
}
