// What the figures of a ruleset can come to over all departments that its inputs allow, under the
// choices that it makes: of a score, of a definition, of an input. Known while the ruleset compiles;
// while it does not, what was known of it before.
import { formatApproximate } from '../number/decimal.ts';
import { divide } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Framework, Input } from '../model/framework.ts';
import type { Type } from '../types/type.ts';
import type { Unit } from '../types/unit.ts';
import { POINTS } from '../types/unit.ts';
import type { Range } from '../types/range.ts';
import { commonTo, createStudy } from '../prove/study.ts';
import type { Study } from '../prove/study.ts';
import { recollectionOf } from '../prove/memory.ts';
import { scoreRange } from '../prove/score-figures.ts';
import { partAt } from '../prove/reading.ts';
import type { Workspace } from './workspace.ts';

function studyOf({ memory }: Workspace, framework: Framework) {
  const known = memory.studies.get(framework);
  if (known) return known;
  const study = createStudy(commonTo(framework, recollectionOf(framework, undefined)), new Map());
  const begun = { study, ranges: new Map<string, string | undefined>() };
  memory.studies.set(framework, begun);
  return begun;
}

/** What a study finds, in words; found once for each framework. */
function found(
  workspace: Workspace,
  framework: Framework,
  key: string,
  ask: (study: Study) => string | undefined,
): string | undefined {
  const { study, ranges } = studyOf(workspace, framework);
  if (!ranges.has(key))
    ranges.set(
      key,
      study.aside(() => ask(study)),
    );
  return ranges.get(key);
}

/** What the score of a part can be. */
export function rangeOfScore(
  workspace: Workspace,
  framework: Framework,
  path: readonly string[],
): string | undefined {
  if (path.length > 0 && !partAt(framework.children, path)) return undefined;
  const of = path.length > 0 ? path : 'total';
  return found(workspace, framework, `score ${JSON.stringify(of)}`, (study) =>
    rangeWords(scoreRange(study, of), POINTS),
  );
}

/** What a definition that is seen from the path can come to. */
export function rangeOfLet(
  workspace: Workspace,
  framework: Framework,
  name: string,
  path: readonly string[],
): { readonly type: Type; readonly range: string | undefined } | undefined {
  const all = [...framework.lets.values()].filter((each) => each.name === name);
  const own = all.find(({ scope }) => scope.join('\0') === path.join('\0')) ?? all[0];
  if (!own) return undefined;
  const { value: expression } = own;
  const { type } = expression;
  if (type.kind !== 'number') return { type, range: undefined };
  const range = found(workspace, framework, `let ${own.id}`, ({ interpreter }) => {
    const value = interpreter.value(expression);
    return value.kind === 'number' ? rangeWords(value.range, type.unit) : undefined;
  });
  return { type, range };
}

/** What an input can be. */
export function rangeOfInput({ inputs }: Framework, name: string): string | undefined {
  const input: Input | undefined = inputs.find((each) => each.name === name);
  if (input?.kind !== 'value') return undefined;
  const type = input.type.kind === 'list' ? input.type.of : input.type;
  return type.kind === 'number' ? rangeWords(input.range, type.unit) : undefined;
}

/** A range as bounds; undefined where there is none. */
export function rangeWords({ low, high }: Range, unit: Unit): string | undefined {
  const figure = (value: Rational) => {
    const digits = formatApproximate(divide(value, unit.scale), 4).replace('-', '−');
    return unit.label === '' || unit.label === '%'
      ? `${digits}${unit.label}`
      : `${digits} ${unit.label}`;
  };
  if (low && high && !low.open && !high.open) return `${figure(low.value)} – ${figure(high.value)}`;
  const bounds = [
    ...(low ? [`${low.open ? '>' : '≥'} ${figure(low.value)}`] : []),
    ...(high ? [`${high.open ? '<' : '≤'} ${figure(high.value)}`] : []),
  ];
  return bounds.length > 0 ? bounds.join(', ') : undefined;
}
