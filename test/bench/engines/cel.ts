// The Common Expression Language, planned once by its two implementations in JavaScript: an expression for each
// score, then one for the total and one for the grade over the scores.
import { celEnv, parse as parseCel, plan } from '@bufbuild/cel';
import { parse } from '@marcbachmann/cel-js';
import type { Contender, Running } from '../contender.ts';
import { oneByOne } from '../contender.ts';
import type { Doubles, Scored, ScoreName, Steps } from '../ten/department.ts';
import { SCORES, doublesOf } from '../ten/department.ts';
import { toldInPoints } from '../ten/told.ts';

const rounded = (points: string) => `double(int((${points}) * 100.0 + 0.5)) / 100.0`;
const control = (rate: string) => `${rate} < 0.9 ? 10.0 : ${rate} <= 1.0 ? 7.0 : 0.0`;
const change =
  '(budgetAdjusted > budgetInitial ? budgetAdjusted - budgetInitial : budgetInitial - budgetAdjusted) / budgetInitial';
const left = `10.0 - (${change} - 0.1) / 0.01`;
const rates =
  '(spent1 / budget1 / 0.25 + spent2 / budget2 / 0.5 + spent3 / budget3 / 0.75 + spent4 / budget4)';
const execution = `${rates} * 3.0 + ${rates} / 4.0 * 6.0`;

const EXPRESSIONS: Readonly<Record<ScoreName | 'total' | 'grade', string>> = {
  procurement: `procured > procurementPlan ? 0.0 : ${rounded('procured / procurementPlan * 10.0')}`,
  adjustment: `${change} <= 0.1 ? 10.0 : ${left} <= 0.0 ? 0.0 : ${rounded(left)}`,
  assetUse:
    'assetsInUse / assets >= 0.9 ? 10.0 : assetsInUse / assets >= 0.75 ? 7.0 : assetsInUse / assets >= 0.6 ? 4.0 : 0.0',
  staffing: 'staff / posts <= 1.0 ? 5.0 : 0.0',
  contracting:
    'contractors / (staff + contractors) < 0.05 ? 5.0 : contractors / (staff + contractors) <= 0.1 ? 2.5 : 0.0',
  hospitalityControl: control('hospitality / hospitalityBudget'),
  officeControl: control('office / officeBudget'),
  execution: `${execution} >= 18.0 ? 18.0 : ${rounded(execution)}`,
  timeliness: `projectsDone >= projects ? 12.0 : ${rounded('projectsDone / projects * 12.0')}`,
  satisfactionScore:
    'satisfaction >= 0.95 ? 10.0 : satisfaction >= 0.9 ? 7.0 : satisfaction >= 0.8 ? 4.0 : 1.0',
  total: rounded(SCORES.join(' + ')),
  grade: "total >= 90.0 ? '优' : total >= 80.0 ? '良' : total >= 60.0 ? '中' : '差'",
};

type Expression = (bindings: Record<string, string | number>) => unknown;

export const CEL: readonly Contender<Steps>[] = [
  {
    name: 'CEL (@bufbuild/cel), planned',
    family: 'rule engine',
    timed: 1000,
    prepare: (departments) =>
      running(departments, (text) => {
        const planned = plan(celEnv(), parseCel(text));
        return (bindings) => planned(bindings);
      }),
  },
  {
    name: 'CEL (@marcbachmann/cel-js), parsed once',
    family: 'rule engine',
    timed: 1000,
    prepare: (departments) => running(departments, (text) => parse(text) as Expression),
  },
];

function running(departments: readonly Steps[], made: (text: string) => Expression): Running {
  const expressions = SCORES.map((name) => [name, made(EXPRESSIONS[name])] as const);
  const [total, grade] = [made(EXPRESSIONS.total), made(EXPRESSIONS.grade)];
  const score = (doubles: Doubles): Scored => {
    const scored: Record<string, string | number> = {};
    for (const [name, expression] of expressions) scored[name] = expression(doubles) as number;
    scored['total'] = total(scored) as number;
    scored['grade'] = grade(scored) as string;
    return scored as Scored;
  };
  return oneByOne(departments.map(doublesOf), score, toldInPoints);
}
