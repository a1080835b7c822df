// Strikes that name what they hit, `veto on (A / B) …`: found by path once the whole tree is built. A
// path may be cut down to its last names, and an inherited one may use names from before a renaming.
import type { Aim, AimedLevel, Building } from './building.ts';
import { matching, readPath, resolvePath } from './merge-path.ts';

/** Attaches every strike that waits to the part that its path means. */
export function resolveAims({ gathered, report }: Building): void {
  const candidates = gathered.levels.map(({ level }) => ({ path: level.path, value: level }));
  for (const aim of gathered.aims) {
    const names = readPath(aim.path);
    if (aim.inherited && names && matching(candidates, names).length === 0) {
      strikeFormer(aim, names, gathered.levels);
      continue;
    }
    const found = resolvePath(candidates, aim.path, report);
    if (found) aim.strike(found.value);
  }
}

// Where the part was removed by an amendment, nothing is left to strike.
function strikeFormer(aim: Aim, names: readonly string[], levels: readonly AimedLevel[]): void {
  const found = levels.filter((level) => {
    const start = level.names.length - names.length;
    return start >= 0 && names.every((name, at) => level.names[start + at]?.includes(name));
  });
  const [only] = found;
  if (only && found.length === 1) aim.strike(only.level);
}
