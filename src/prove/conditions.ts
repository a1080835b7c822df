// Conditions that stand beside the rules: vetoes, exemptions, applicability, ceilings and checks.
// One that always or never holds says nothing, and evaluating it must not divide by 0.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { ConditionRole } from '../diagnostics/coverage-messages.ts';
import type { Expression } from '../model/expression.ts';
import { limitedExpression, readsStanding } from '../interpret/rule-expression.ts';
import type {
  AppliesWhen,
  Caps,
  Exemption,
  Framework,
  GradeCeiling,
  GradeDown,
  Node,
  NotApplicable,
  Veto,
} from '../model/framework.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import type { Range } from '../types/range.ts';
import { closed, encloses } from '../types/range.ts';
import { ZERO, compare } from '../number/rational.ts';
import { problemFindings } from './score-range.ts';
import type { Finding, Study } from './study.ts';
import { tableFindings } from './tables.ts';
import { allowedRange, vetoRange } from './struck.ts';
import type { Unit } from './unit.ts';

/** Where vetoes and exemptions strike. */
export interface Struck {
  readonly name: string;
  readonly points: Rational;
  readonly caps: Caps;
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  /** What is struck, under what a study knows. */
  readonly standingIn: (study: Study) => Range;
}

/** The conditions on one place, and the scores that its vetoes set. */
export function strikeUnits(place: Struck): Unit[] {
  const about = { ...place, standingIn: undefined };
  const isWhole = 'children' in place || 'items' in place;
  const vetoes = place.vetoes.map((veto): Unit => ({
    about: ['veto', veto, about],
    // What stands in a whole is what its parts come to.
    ...(isWhole ? { restsOnAll: true } : {}),
    expressions: [veto.condition, veto.score],
    prove: (study) => [
      ...conditionFindings(study, 'veto', veto.about, veto),
      ...vetoScore(study, place, veto),
    ],
  }));
  return [
    ...vetoes,
    ...place.exemptions.map((exemption) => conditionUnit('exemption', exemption.about, exemption)),
  ];
}

/** One condition to prove. */
export function conditionUnit(
  role: ConditionRole,
  name: string,
  place: Exemption | NotApplicable | AppliesWhen | GradeCeiling | GradeDown,
): Unit {
  return {
    about: [role, name, place],
    expressions: [place.condition],
    prove: (study) => conditionFindings(study, role, name, place),
  };
}

/** What a part is awarded while it does not apply must be a score that it may have. */
export function awardUnit(node: Node, caps: Caps): Unit[] {
  const { condition, award } = node.notApplicable ?? {};
  if (!award) return [];
  const limited = limitedExpression(award, caps, undefined);
  const prove: Unit['prove'] = (around) => {
    const study = condition && around.assuming(condition, true);
    if (!study) return [];
    const problems = study.problemsOf(() => study.interpreter.range(limited));
    if (problems.length > 0) return problemFindings(study, problems, limited);
    const found = tableFindings(study, award, study.interpreter);
    const range = study.interpreter.range(limited);
    if (caps.uncapped || encloses(closed(ZERO, node.points), range)) return found;
    const [low, high] = [range.low, range.high].map((end) =>
      end ? formatApproximate(end.value, 4) : '…',
    );
    const facts = { name: node.name, points: formatExact(node.points) };
    const ends = { low: low ?? '…', high: high ?? '…' };
    const say: Finding['say'] = (under) =>
      diagnose('award-outside-points', award.span, { ...facts, ...ends, under });
    return [
      ...found,
      { key: `award ${award.span.file} ${award.span.start}`, quantifier: 'some', say },
    ];
  };
  return [
    {
      about: ['award', node.name, node.points, caps, node.notApplicable],
      expressions: [limited],
      prove,
    },
  ];
}

/** The checks of the framework. */
export function checkUnits(framework: Framework): Unit[] {
  return framework.checks.map((check) => ({
    about: ['check', check],
    expressions: check.tolerance ? [check.condition, check.tolerance] : [check.condition],
    prove: (study) => conditionFindings(study, 'check', check.name, check),
  }));
}

function conditionFindings(
  study: Study,
  role: ConditionRole,
  name: string,
  { condition, span }: { readonly condition: Expression; readonly span: Span },
): Finding[] {
  const { interpreter } = study;
  const problems = study.problemsOf(() => interpreter.truth(condition));
  if (problems.length > 0) return problemFindings(study, problems, condition);
  const found = tableFindings(study, condition, interpreter);
  const truth = interpreter.truth(condition);
  if (truth.canBeTrue && truth.canBeFalse) return found;
  if (role === 'applies' && !truth.canBeTrue) {
    const say: Finding['say'] = (under) => diagnose('part-never-exists', span, { name, under });
    return [...found, { key: `never exists ${span.file} ${span.start}`, quantifier: 'every', say }];
  }
  const code = truth.canBeTrue ? 'condition-always-holds' : 'condition-never-holds';
  const key = `${code} ${span.file} ${span.start}`;
  return [...found, { key, quantifier: 'every', say: () => diagnose(code, span, { role, name }) }];
}

function vetoScore(study: Study, place: Struck, veto: Veto): Finding[] {
  const { name, points, caps, standingIn } = place;
  const problems = study.problemsOf(() => vetoRange(study, veto, standingIn));
  if (problems.length > 0) return problemFindings(study, problems, veto.score);
  const range = vetoRange(study, veto, standingIn);
  const allowed = allowedRange(study, points, caps);
  if (range === undefined || encloses(allowed, range)) return [];
  const tooLow = allowed.low && (!range.low || compare(range.low.value, allowed.low.value) < 0);
  const end = tooLow ? range.low : range.high;
  const score = end ? formatApproximate(end.value, 4) : '…';
  const share = readsStanding(veto.score);
  const facts = { name, points: formatExact(points), score, share };
  return [
    {
      key: `veto ${veto.span.file} ${veto.span.start}`,
      quantifier: 'some',
      say: (under) => diagnose('strike-outside-points', veto.score.span, { ...facts, under }),
    },
  ];
}
