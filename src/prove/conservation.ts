// Conservation of points where parts exist only for some departments: in every case the parts that
// exist add up to the whole, and where a rule combines them there is at least one. Where it is not
// so, the case is named.
import type { CaseFact } from '../diagnostics/choice-messages.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Words } from '../diagnostics/message.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import type { AppliesWhen, Framework, Input, Node } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import { sameRange } from '../types/range.ts';
import { SCORE } from '../types/type.ts';
import type { Case, Cluster } from './cases.ts';
import { MOST_CASES, casesOf } from './cases.ts';
import { readingOf } from './reading.ts';
import { showStretch } from './show.ts';
import type { Finding, Study } from './study.ts';
import type { Unit } from './unit.ts';
import { findWitness } from './witness.ts';

/** How many cases a message names. */
const SHOWN_CASES = 3;
/** How many combinations of cases are tried to find those that fail. */
const MOST_TRIED = 2000;

interface Whole {
  /** Empty for the total. */
  readonly path: readonly string[];
  readonly points: Rational;
  readonly span: Span;
  /** A rule combines the parts, which need not add up. */
  readonly isCombined: boolean;
}

interface Part {
  readonly points: Rational;
  readonly applies: AppliesWhen | undefined;
}

/** The proof that a node's parts add up; none where every part exists for every department. */
export function conservationUnit(node: Node): Unit[] {
  if (node.kind === 'group' && node.pool) return [];
  const parts: readonly Part[] = node.kind === 'group' ? node.children : node.items;
  const { path, points, nameSpan: span, combine } = node;
  return unitOf({ path, points, span, isCombined: combine !== undefined }, parts);
}

/** The same for the total. */
export function totalConservationUnit(framework: Framework): Unit[] {
  const counted = framework.children.filter(
    (node) => node.kind === 'indicator' || node.standing === 'counted',
  );
  const { total: points, nameSpan: span, combine } = framework;
  return unitOf({ path: [], points, span, isCombined: combine !== undefined }, counted);
}

function unitOf(whole: Whole, parts: readonly Part[]): Unit[] {
  const conditions = parts.flatMap(({ applies }) => applies?.condition ?? []);
  if (conditions.length === 0) return [];
  if (whole.isCombined && conditions.length < parts.length) return [];
  const about = ['conservation', whole, parts.map(({ points, applies }) => [points, applies])];
  return [{ about, expressions: conditions, prove: (study) => findings(study, whole, parts) }];
}

function findings(study: Study, whole: Whole, parts: readonly Part[]): Finding[] {
  const { path: names, points, span } = whole;
  const path = names.join(' / ');
  const key = `conserved ${span.file} ${span.start}`;
  const cases = casesOf(study, parts);
  if (cases === undefined) {
    const facts = { path, most: String(MOST_CASES) };
    const say = () => diagnose('points-cases-too-many', span, facts);
    return [{ key, quantifier: 'some', say }];
  }
  const failing = failingCases(cases.clusters, sumOf(cases.always), whole);
  if (failing.length === 0) return [];
  const facts = {
    path,
    declared: formatExact(points),
    cases: failing.slice(0, SHOWN_CASES).map(({ together, sum }): CaseFact => ({
      holds: together.flatMap(({ cluster, one }) => wordsOf(study, cluster, one)),
      sum: formatExact(sum),
    })),
    more: Math.max(0, failing.length - SHOWN_CASES),
  };
  const say: Finding['say'] = (under) =>
    diagnose('points-not-conserved-in-case', span, { ...facts, under });
  return [{ key, quantifier: 'some', say }];
}

function sumOf(parts: readonly Part[]): Rational {
  return Q.sum(parts.map(({ points }) => points));
}

/** A case of a cluster. */
interface Chosen {
  readonly cluster: Cluster<Part>;
  readonly one: Case<Part>;
}

interface Failing {
  /** Of every cluster whose cases differ, the case that it is in. */
  readonly together: readonly Chosen[];
  readonly sum: Rational;
}

// Where the cases of a cluster all have the same sum, it does not matter which one it is in.
function failingCases(
  clusters: readonly Cluster<Part>[],
  base: Rational,
  { points, isCombined }: Whole,
): Failing[] {
  let open: Failing[] = [{ together: [], sum: base }];
  for (const cluster of clusters) {
    const sums = cluster.cases.map((one) => ({ one, sum: sumOf(one.present) }));
    const [first] = sums;
    if (first === undefined) continue;
    const isEven = sums.every(({ sum }) => Q.equal(sum, first.sum));
    const ways = isEven ? [first] : sums;
    open = open
      .flatMap(({ together, sum }) =>
        ways.map((way) => ({
          together: isEven ? together : [...together, { cluster, one: way.one }],
          sum: Q.add(sum, way.sum),
        })),
      )
      .slice(0, MOST_TRIED);
  }
  return open.filter(({ sum }) => (isCombined ? Q.signOf(sum) === 0 : !Q.equal(sum, points)));
}

// What is left of each input that the conditions read; where they compare inputs with each other, one
// department of the case.
function wordsOf(study: Study, cluster: Cluster<Part>, one: Case<Part>): Words[] {
  const conditions = cluster.parts.flatMap(({ applies }) => applies?.condition ?? []);
  const relates = conditions.some(
    (condition) => readingOf([condition], study.framework).inputs.size > 1,
  );
  if (relates) {
    const shown = witnessOf(study, cluster, one);
    if (shown) return shown;
  }
  return [...cluster.inputs].flatMap((name) => {
    const input = study.inputs.get(name);
    return input ? remaining(study.interpreter, one.interpreter, input) : [];
  });
}

function witnessOf(
  study: Study,
  { parts }: Cluster<Part>,
  { present }: Case<Part>,
): Words[] | undefined {
  const conditions = parts.flatMap((part) => part.applies?.condition ?? []);
  const witness = findWitness(study, conditions, (concrete) => {
    const agrees = parts.every((part) => {
      const truth = part.applies && concrete.truth(part.applies.condition);
      return present.includes(part) ? truth?.canBeFalse === false : truth?.canBeTrue === false;
    });
    return agrees ? true : undefined;
  });
  return witness?.givens.map(({ name, value }) => ({
    en: `${name} = ${value.en}`,
    zh: `${name} = ${value.zh}`,
  }));
}

// `类别 = 街道`, `人数 below 50 人`; nothing where the case leaves the input as it is declared.
function remaining(before: Interpreter, after: Interpreter, input: Input): Words[] {
  const type = input.kind === 'value' ? input.type : SCORE;
  const reference: Expression = { kind: 'input', name: input.name, type, span: input.span };
  const { name } = input;
  const [declared, left] = [before.value(reference), after.value(reference)];
  switch (left.kind) {
    case 'enumeration': {
      if (declared.kind !== left.kind || declared.possible.size === left.possible.size) return [];
      const values = [...left.possible];
      return values.length === 1
        ? [{ en: `${name} = ${values.join('')}`, zh: `${name} = ${values.join('')}` }]
        : [
            {
              en: `${name} in { ${values.join(', ')} }`,
              zh: `${name} 属于 { ${values.join('、')} }`,
            },
          ];
    }
    case 'boolean': {
      if (left.canBeTrue && left.canBeFalse) return [];
      return [
        {
          en: `${name} = ${left.canBeTrue ? 'yes' : 'no'}`,
          zh: `${name} = ${left.canBeTrue ? '是' : '否'}`,
        },
      ];
    }
    case 'number':
    case 'date': {
      if (declared.kind !== left.kind || sameRange(declared.range, left.range)) return [];
      const stretch = showStretch(left.range, type);
      return [{ en: `${name} ${stretch.en}`, zh: `${name} ${stretch.zh}` }];
    }
    default:
      return [];
  }
}
