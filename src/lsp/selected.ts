// A scored department → its figures beside the rules, written as reports write them: scores out of
// points, definitions as they were worked out on the way, inputs as they were given.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Selected } from '../edit/workspace.ts';
import type { Department } from '../input/department.ts';
import type { Framework } from '../model/framework.ts';
import type { ItemScore, NodeScore, ScoreSheet, Step } from '../model/sheet.ts';
import { rangeText, scoreText, valueText } from '../report/figure.ts';
import type { Range } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Unit } from '../types/unit.ts';
import { POINTS } from '../types/unit.ts';
import type { Value } from '../types/value.ts';

/** What was scored: the department's data and its sheet, by the ruleset of a file. */
export interface Scored {
  readonly file: string;
  readonly framework: Framework;
  readonly department: Department;
  readonly sheet: ScoreSheet;
}

/** The figures of a department as an editor shows them. */
export function selectedFigures(scored: Scored, language: Language): Selected {
  const { file, framework, department, sheet } = scored;
  const scores = new Map<string, string>([['', scoreText(sheet.total)]]);
  const lets = new Map<string, string>();
  noteSteps(lets, [], sheet.totalSteps, language);
  for (const child of sheet.children) noteNode(child, scores, lets, language);
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  const options = new Map(framework.options.map(({ name, chosen }) => [name, chosen]));
  const outputs = new Map(
    sheet.outputs.map(({ output, value }) => [output.name, { output, value }]),
  );
  return {
    department: department.name,
    file,
    score: (path) => scores.get(keyOf(path)),
    value: (name, path) => {
      const input = inputs.get(name);
      if (input?.kind === 'value')
        return shown(department.values.get(name)?.value, input.type, language);
      const output = outputs.get(name);
      if (output) return shown(output.value, output.output.value.type, language);
      return options.get(name) ?? letSeenFrom(lets, name, path);
    },
  };
}

function keyOf(path: readonly string[]): string {
  return path.join('\0');
}

// A definition is worked out where something reads it: in the part itself, or in one inside of it.
function letSeenFrom(
  lets: ReadonlyMap<string, string>,
  name: string,
  path: readonly string[],
): string | undefined {
  const around = keyOf(path);
  for (const [key, text] of lets) {
    const [let_, at = ''] = key.split('\n');
    if (let_ === name && (around === '' || at === around || at.startsWith(`${around}\0`)))
      return text;
  }
  return undefined;
}

function noteNode(
  node: NodeScore,
  scores: Map<string, string>,
  lets: Map<string, string>,
  language: Language,
): void {
  const { path } = node.kind === 'group' ? node.group : node.indicator;
  scores.set(keyOf(path), outOf(node.score, node.points, language));
  noteSteps(lets, path, node.steps, language);
  if (node.kind === 'group')
    for (const child of node.children) noteNode(child, scores, lets, language);
  else for (const item of node.items) noteItem(item, scores, lets, language);
}

function noteItem(
  { item, score, points, steps }: ItemScore,
  scores: Map<string, string>,
  lets: Map<string, string>,
  language: Language,
): void {
  if (!item.implicit) scores.set(keyOf(item.path), outOf(score, points, language));
  noteSteps(lets, item.path, steps, language);
}

function outOf(score: Range, points: Range, language: Language): string {
  return `${scoreText(score)} / ${rangeText(points, POINTS, language)}`;
}

function noteSteps(
  lets: Map<string, string>,
  path: readonly string[],
  steps: readonly Step[],
  language: Language,
): void {
  for (const step of steps) {
    if (step.kind !== 'let') continue;
    const text = shown(step.value, step.expression.type, language);
    const key = `${step.name}\n${keyOf(path)}`;
    if (text !== undefined && !lets.has(key)) lets.set(key, text);
  }
}

function shown(value: Value | undefined, type: Type, language: Language): string | undefined {
  if (value === undefined) return undefined;
  const unit = unitOf(type);
  if (value.kind === 'number' && unit) return rangeText(value.range, unit, language);
  return valueText(value, unit, language);
}

function unitOf(type: Type): Unit | undefined {
  if (type.kind === 'list') return unitOf(type.of);
  return type.kind === 'number' ? type.unit : undefined;
}
