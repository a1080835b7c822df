// `score of A`, `total score`, `scores of parts` and `rates of parts` → whose scores they are: paths
// become whole, and words that mean nothing where they stand are said.
import type { Expression } from '../model/expression.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { PERCENTAGE, SCORE } from '../types/type.ts';
import type { Candidate } from './merge-path.ts';
import { matching, nearPath } from './merge-path.ts';
import type { Gone } from './merged.ts';
import { repathFix } from './suggest.ts';
import type { Typing } from './typing.ts';
import { mistake } from './typing.ts';

type Node<K extends Syntax.Expression['kind']> = Extract<Syntax.Expression, { kind: K }>;

/** Everything with a score, and what amendments took away or gave another name. */
export interface ScoredPlaces {
  readonly places: readonly Candidate<unknown>[];
  readonly gone: readonly Gone[];
}

/** `score of A`, `score of (A / B)`, `total score` */
export function typeScoreOf(typing: Typing, { path, isWhole, span }: Node<'score-of'>): Expression {
  const { report, scope, scored } = typing;
  if (path === 'total') {
    if (scope.seesTotal) return { kind: 'score', path, type: SCORE, span };
    report.say('total-score-outside', span, {});
    return mistake(span);
  }
  const names = path.names.map((name) => name.text);
  if (names.includes('')) {
    report.leaveOut();
    return mistake(span);
  }
  const ending = matching(scored.places, names);
  const found = isWhole ? ending.filter((place) => place.path.length === names.length) : ending;
  const [first, ...others] = found;
  if (first === undefined) sayUnknown(typing, names, path.span, isWhole);
  else if (others.length > 0) {
    const candidates = found.map((place) => place.path.join(' / '));
    report.say('ambiguous-path', path.span, { path: names.join(' / '), candidates });
  } else return { kind: 'score', path: first.path, type: SCORE, span };
  return mistake(span);
}

/** `total grade`: one of the grades, which are ranked as they stand. */
export function typeTotalGrade({ report, scope }: Typing, span: Span): Expression {
  const { grades } = scope;
  if (grades !== undefined && grades.length > 0)
    return { kind: 'grade', type: { kind: 'enumeration', values: grades, ranked: true }, span };
  report.say('total-grade-outside', span, { hasGrades: grades === undefined });
  return mistake(span);
}

function sayUnknown(
  { report, scored }: Typing,
  names: readonly string[],
  span: Span,
  isWhole: boolean,
): void {
  const gone = scored.gone.findLast(({ path }) => speaksOf(path, names, isWhole));
  const near = nearPath(scored.places, names);
  const suggestion = gone?.renamedTo ?? near?.join(' / ');
  const related =
    gone === undefined
      ? []
      : [
          gone.renamedTo === undefined
            ? { span: gone.span, note: { en: 'removed here', zh: '在这里移除' } }
            : { span: gone.span, note: { en: 'renamed here', zh: '在这里改名' } },
        ];
  const facts = { path: names.join(' / '), suggestion, act: gone?.act };
  const fix = gone === undefined ? repathFix(span, near) : undefined;
  report.say('unknown-score', span, facts, { related, fix });
}

// What was inside something that is gone is gone with it.
function speaksOf(gone: readonly string[], names: readonly string[], isWhole: boolean): boolean {
  const starts = isWhole ? [0] : gone.map((_, start) => start);
  return starts.some((start) => {
    const rest = gone.slice(start);
    return rest.length <= names.length && rest.every((name, place) => name === names[place]);
  });
}

/** `scores of parts`, `rates of parts` */
export function typeParts({ report, scope }: Typing, { of, span }: Node<'parts'>): Expression {
  const { combining } = scope;
  if (combining === undefined) {
    report.say('parts-outside', span, { of });
    return mistake(span);
  }
  const { path, count } = combining;
  const entry = of === 'scores' ? SCORE : PERCENTAGE;
  // Any part may come not to apply, so none of them has a place that is sure.
  return {
    kind: 'parts',
    of,
    path,
    type: { kind: 'list', of: entry, least: 0, most: count },
    span,
  };
}
