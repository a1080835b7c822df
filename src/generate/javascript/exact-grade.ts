// The grade that a total earns, as lines over exact fractions: the best band that it reaches and whose
// condition holds, lowered by downgrades, and then no better than ceilings allow.
import type { Priority } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import type { Scope } from './exact-expression.ts';
import { expressionText } from './exact-expression.ts';
import { indent } from './lines.ts';
import { line } from './exact-score.ts';

/** The lines that return the name of the grade; nothing where no band is reached. */
export function gradeLines(scope: Scope): string[] {
  const { writer } = scope;
  const { framework, names, use } = writer;
  const { grades, ceilings, gradeDowns } = framework;
  const total = `${names.exactScores.get(placeKey('total')) ?? ''}()`;
  const bands = grades.map(({ name, from, exclusive, condition }, place) => {
    const sign = exclusive ? '>' : '>=';
    const reached = `${use('compare')}(${total}, ${writer.figure(from)}) ${sign} 0`;
    const holds = condition ? ` && (${expressionText(condition, scope)})` : '';
    return { name, place, when: `${reached}${holds}` };
  });
  if (ceilings.length + gradeDowns.length === 0)
    return [
      ...bands.map(({ name, when }) => `if (${when}) return ${JSON.stringify(name)};`),
      'return undefined;',
    ];
  const last = grades.length - 1;
  const reach = bands.map(({ when, place }) => `${when} ? ${place} :`);
  return [
    `const place = ${reach.join('\n  ')} -1;`,
    'if (place < 0) return undefined;',
    'let down = 0;',
    ...byPriority(
      gradeDowns,
      scope,
      ({ bands: by }) => `down += Number(${expressionText(by, scope)}.n);`,
    ),
    'let top = 0;',
    ...byPriority(ceilings, scope, ({ grade }) => {
      const ceiling = grades.findIndex(({ name }) => name === grade);
      return `top = Math.max(top, ${ceiling});`;
    }),
    `return ${writer.words(grades.map(({ name }) => name))}[Math.max(Math.min(place + down, ${last}), top)];`,
  ];
}

interface Strike {
  readonly about: string;
  readonly condition: Parameters<typeof expressionText>[0];
  readonly priority: Priority;
}

// Of those that hold, the ones of the highest priority act.
function byPriority<S extends Strike>(
  strikes: readonly S[],
  scope: Scope,
  act: (strike: S) => string,
): string[] {
  const priorities = [...new Set(strikes.map(({ priority }) => priority ?? 0))].sort(
    (a, b) => b - a,
  );
  const [only] = priorities;
  if (only === undefined) return [];
  const linesOf = (level: readonly S[], holds: readonly string[]) =>
    level.flatMap((strike, at) => [
      `// ${line(strike.about)}`,
      `if (${holds[at] ?? ''}) ${act(strike)}`,
    ]);
  const levels = priorities.map((priority) => {
    const level = strikes.filter((strike) => (strike.priority ?? 0) === priority);
    return { level, holds: level.map(({ condition }) => expressionText(condition, scope)) };
  });
  if (levels.length === 1) return levels.flatMap(({ level, holds }) => linesOf(level, holds));
  return levels.flatMap(({ level, holds }, at) => [
    `${at === 0 ? '' : '} else '}if (${holds.map((hold) => `(${hold})`).join(' || ')}) {`,
    ...indent(linesOf(level, holds)),
    ...(at === levels.length - 1 ? ['}'] : []),
  ]);
}
