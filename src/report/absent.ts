// The parts that a department does not have: what they are, why, and which inputs nobody needs to give
// because only such parts read them.
import type { Expression } from '../model/expression.ts';
import type { Node } from '../model/framework.ts';
import type { ItemScore, NodeScore, Step } from '../model/sheet.ts';
import { expressionsOfNode, readingOf } from '../prove/reading.ts';
import type { Wording } from './expression.ts';
import { expressionText } from './expression.ts';
import type { Scored } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import { stepWords } from './step-words.ts';

type AbsentStep = Extract<Step, { kind: 'absent' }>;

/** The condition under which the part exists, as the ruleset says it; undefined for a pool. */
export function absenceText({ absence }: AbsentStep, wording: Wording): string | undefined {
  return absence.kind === 'condition'
    ? expressionText(absence.applies.condition, wording)
    : undefined;
}

/** Whether the department certainly does not have a part. */
export function isAbsent({ applicability }: NodeScore | ItemScore): boolean {
  return applicability === 'absent';
}

/** One row for each part that the department does not have, its inner parts left unsaid. */
export function absentRows({ sheet, framework }: Scored, wording: Omit<Wording, 'lets'>): string[][] {
  const words = stepWords[wording.language];
  const rows: string[][] = [];
  const unchosen = new Map<string, string[]>();
  const note = (name: string, steps: readonly Step[]) => {
    const step = steps.find((each): each is AbsentStep => each.kind === 'absent');
    if (step?.absence.kind === 'not-chosen') {
      const pool = step.absence.path.at(-1) ?? '';
      unchosen.set(pool, [...(unchosen.get(pool) ?? []), name]);
    } else if (step)
      rows.push([name, words.onlyWhere(absenceText(step, { ...wording, lets: framework.lets }) ?? '')]);
  };
  const visit = (score: NodeScore): void => {
    if (isAbsent(score)) note(nameOf(score), score.steps);
    else if (score.kind === 'group') score.children.forEach(visit);
    else
      for (const item of score.items)
        if (isAbsent(item)) note(`${nameOf(score)} / ${item.item.name}`, item.steps);
  };
  sheet.children.forEach(visit);
  const { list } = sheetWords[wording.language];
  return [
    ...rows,
    ...[...unchosen].map(([pool, names]) => [pool, words.notChosen(names.join(list))]),
  ];
}

function nameOf(score: NodeScore): string {
  return score.kind === 'group' ? score.group.name : score.indicator.name;
}

/** The inputs that only absent parts read. */
export function inputsOfAbsent({ sheet, framework }: Scored): ReadonlySet<string> {
  const { lets } = framework;
  const [absent, present] = [new Set<string>(), new Set<string>()];
  const readBy = (expressions: readonly Expression[], into: Set<string>) => {
    for (const name of readingOf(expressions, lets).inputs) into.add(name);
  };
  const visit = (score: NodeScore): void => {
    const node = score.kind === 'group' ? score.group : score.indicator;
    if (isAbsent(score)) {
      readBy(expressionsOfNode(node), absent);
      for (const name of awardsIn(node)) absent.add(name);
      return;
    }
    if (score.kind === 'group') {
      score.children.forEach(visit);
      readBy(expressionsOfNode({ ...score.group, children: [] }), present);
      if (score.group.pool) present.add(score.group.pool.inputName);
      return;
    }
    readBy(expressionsOfNode(node), present);
    for (const name of awardsIn(node)) present.add(name);
  };
  sheet.children.forEach(visit);
  const { checks, ceilings, vetoes, exemptions } = framework;
  const beside = [...checks, ...ceilings, ...vetoes, ...exemptions];
  readBy(
    beside.map(({ condition }) => condition),
    present,
  );
  return new Set([...absent].filter((name) => !present.has(name)));
}

function awardsIn(node: Node): string[] {
  if (node.kind === 'group')
    return [
      ...(node.pool ? [node.pool.inputName] : []),
      ...node.children.flatMap(awardsIn),
    ];
  return node.items.flatMap(({ rule }) => (rule.kind === 'judged' ? [rule.input.name] : []));
}
