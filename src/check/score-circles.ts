// Scores that need each other in a circle, and conditions that decide which parts apply by looking at
// scores: neither has an order in which it could be worked out.
import type { Framework, Node } from '../model/framework.ts';
import type { ScoredPlace, ScoreUse } from '../model/score-uses.ts';
import { placeKey, scoredPlaces, scoreUses } from '../model/score-uses.ts';
import type { Expression, ScoreName } from '../model/expression.ts';
import type { Report } from './report.ts';

/** Says what is wrong with the order in which scores need each other. */
export function checkScoreOrder(framework: Omit<Framework, 'hash'>, report: Report): void {
  const whole = scoredPlaces(framework);
  findCircles(whole, report);
  for (const node of framework.children) checkApplicability(node, framework, report);
}

function checkApplicability(node: Node, framework: Omit<Framework, 'hash'>, report: Report): void {
  const conditions = [node.applies?.condition, node.notApplicable?.condition];
  sayReadsScore(node.name, conditions, framework, report);
  if (node.kind === 'group')
    for (const child of node.children) checkApplicability(child, framework, report);
  else
    for (const { name, applies } of node.items)
      sayReadsScore(name, [applies?.condition], framework, report);
}

function sayReadsScore(
  name: string,
  conditions: readonly (Expression | undefined)[],
  { lets }: Omit<Framework, 'hash'>,
  report: Report,
): void {
  for (const condition of conditions) {
    const [use] = scoreUses(condition, lets);
    if (use) report.say('score-in-applicability', use.span, { name });
  }
}

interface Step {
  readonly place: ScoredPlace;
  /** The expression by which the place before it needs it; undefined where it is a part of that. */
  readonly use: ScoreUse | undefined;
}

function findCircles(whole: ScoredPlace, report: Report): void {
  const places = new Map(placesIn(whole).map((place) => [placeKey(place.name), place]));
  const finished = new Set<ScoredPlace>();
  const underway: Step[] = [];
  const visit = (step: Step): void => {
    const { place } = step;
    if (finished.has(place)) return;
    const start = underway.findIndex((earlier) => earlier.place === place);
    if (start >= 0) {
      sayCircle([...underway.slice(start), step], report);
      return;
    }
    underway.push(step);
    for (const use of place.uses) {
      const needed = use.kind === 'score' ? places.get(placeKey(use.path)) : undefined;
      if (needed) visit({ place: needed, use });
    }
    for (const part of place.parts) visit({ place: part, use: undefined });
    underway.pop();
    finished.add(place);
  };
  visit({ place: whole, use: undefined });
}

function placesIn(place: ScoredPlace): ScoredPlace[] {
  return [place, ...place.parts.flatMap(placesIn)];
}

// The way from a place back to itself; every circle has at least one `score of` in it.
function sayCircle(circle: readonly Step[], report: Report): void {
  const uses = circle.slice(1).flatMap(({ use }) => use ?? []);
  const [first, ...others] = uses;
  if (first === undefined) return;
  const names = circle.map(({ place }) => nameOf(place.name));
  const related = others.map(({ span }) => ({ span, note: { en: 'and this', zh: '以及这里' } }));
  report.say('score-circle', first.span, { names }, { related });
}

function nameOf(name: ScoreName): string {
  return name === 'total' ? name : name.join(' / ');
}
