// Whether a framework compares departments with each other anywhere: in a score, a limit, a strike, a
// check. Looks through the whole model, so that no place where an expression may stand is forgotten.
import type { Expression } from './expression.ts';
import type { Framework } from './framework.ts';

const COMPARING: ReadonlySet<unknown> = new Set<Expression['kind']>(['cohort', 'rank']);

const known = new WeakMap<Framework, boolean>();

/** True where some rule looks at other departments. */
export function isComparative(framework: Framework): boolean {
  const found = known.get(framework) ?? mentionsCohort(framework);
  known.set(framework, found);
  return found;
}

function mentionsCohort(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (part instanceof Map) return [...part.values()].some(mentionsCohort);
  if ('kind' in part && COMPARING.has(part.kind)) return true;
  return Object.values(part).some(mentionsCohort);
}
