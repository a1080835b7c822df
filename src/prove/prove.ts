// Framework → diagnostics: proofs about every department that the declared inputs allow, under every
// choice of the options. Scores stay within their points, nothing divides by 0, tables and lists
// cover every case once, and nothing is declared in vain.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework, Indicator, Node } from '../model/framework.ts';
import { checkUnits, conditionUnit, strikeUnits } from './conditions.ts';
import { gradeConditionUnits } from './grade-conditions.ts';
import { endlessScores } from './endless.ts';
import { expressionsOfPlace, expressionsOfRule, nodesOf } from './reading.ts';
import { orderFindings } from './output-order.ts';
import { itemFindings, problemFindings } from './score-range.ts';
import type { Setting, Study } from './study.ts';
import { createStudy } from './study.ts';
import { tableFindings } from './tables.ts';
import { movedRoundings, sumUnit, totalUnit } from './totals.ts';
import type { Unit } from './unit.ts';
import { proveUnit } from './unit.ts';
import { unusedNames } from './unused.ts';

/** Everything that can be shown to be wrong with a framework, or not shown to be right. */
export function prove(framework: Framework): Diagnostic[] {
  const studies = new Map<string, Study>();
  const studyOf = (setting: Setting): Study => {
    const key = JSON.stringify([...setting].sort(([a], [b]) => (a < b ? -1 : 1)));
    let study = studies.get(key);
    if (study === undefined) {
      study = createStudy(framework, setting);
      studies.set(key, study);
    }
    return study;
  };
  return [
    ...unitsOf(framework).flatMap((unit) => proveUnit(framework, unit, studyOf)),
    ...movedRoundings(framework),
    ...endlessScores(framework),
    ...unusedNames(framework),
  ];
}

function unitsOf(framework: Framework): Unit[] {
  return [
    ...letUnits(framework),
    ...nodesOf(framework.children).flatMap((node) => [
      ...(node.kind === 'indicator' ? itemUnits(node) : []),
      ...nodeUnits(node),
    ]),
    ...strikeUnits({ ...framework, points: framework.total }),
    ...framework.ceilings.map((ceiling) => conditionUnit('ceiling', ceiling.about, ceiling)),
    ...checkUnits(framework),
    ...(framework.scored ? [totalUnit(framework)] : []),
    ...gradeConditionUnits(framework),
    ...outputUnits(framework),
  ];
}

function letUnits(framework: Framework): Unit[] {
  return [...framework.lets.values()].map(({ value }) => ({
    expressions: [value],
    prove: (study) => tableFindings(study, value, study.interpreter),
  }));
}

// The tables in outputs are looked at with those of the other definitions.
function outputUnits(framework: Framework): Unit[] {
  return framework.outputs.map((output) => ({
    expressions: [output.value],
    prove: (study) => {
      const problems = study.problemsOf(() => study.interpreter.value(output.value));
      return problems.length > 0
        ? problemFindings(study, problems, output.value)
        : orderFindings(study, output);
    },
  }));
}

function itemUnits(indicator: Indicator): Unit[] {
  return indicator.items.flatMap((item) => {
    const written = expressionsOfRule(item);
    const unit: Unit = {
      expressions: [...written, ...expressionsOfPlace(item)],
      prove: (study) => [
        ...itemFindings(study, item),
        ...written.flatMap((expression) => tableFindings(study, expression, study.interpreter)),
      ],
    };
    return [unit, ...strikeUnits(item)];
  });
}

function nodeUnits(node: Node): Unit[] {
  const applicability = node.notApplicable
    ? [conditionUnit('not-applicable', node.name, node.notApplicable)]
    : [];
  return [...strikeUnits(node), ...applicability, sumUnit(node)];
}
