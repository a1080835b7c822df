// Choices that nobody has made yet and on which several rules hang: a category, a yes or no. Each rule
// alone gives what any choice may give, and their sum would count the best of one with the best of
// another; so that the whole is scored for each choice, and what no choice gives is taken away.
import type { Input } from '../model/framework.ts';
import type { NodeScore, OutputResult } from '../model/sheet.ts';
import { isSingle } from '../types/enclosure.ts';
import type { Range } from '../types/range.ts';
import { encloses, hull, intersect } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, enumerationValue, isKnown, joinValues } from '../types/value.ts';
import type { FinishedNode } from './finished-node.ts';
import { finishedIn } from './finished-node.ts';
import { outputsOf } from './outputs.ts';
import type { Scoring } from './scoring.ts';
import { openReadsOf } from './strike.ts';
import type { TotalScore } from './total.ts';

/** What scoring came to, before or after choices were gone through. */
export interface Result {
  readonly nodes: readonly FinishedNode[];
  readonly total: TotalScore;
  /** Best first. */
  readonly grades: readonly string[];
  readonly outputs: readonly OutputResult[];
}

/** With more combinations of choices than this, further choices stay open in each. */
const MOST_CASES = 64;

/** The result, narrowed to what the choices that are open together can give. */
export function throughOpenChoices(scoring: Scoring, result: Result): Result {
  const cases = casesOf(scoring, result);
  if (cases.length === 0) return result;
  return {
    nodes: result.nodes.map(({ scored, sheet }, place) => ({
      scored,
      sheet: narrowedNode(
        sheet,
        cases.flatMap(({ framework, scores }) => {
          const node = framework.children[place];
          return node ? [scores().sheet(node)] : [];
        }),
      ),
    })),
    total: {
      ...result.total,
      ...narrowedScores(
        result.total,
        cases.map(({ scores }) => scores().total()),
      ),
    },
    grades: result.grades.filter((grade) =>
      cases.some(({ earned }) => earned().grades.includes(grade)),
    ),
    outputs: narrowedOutputs(result.outputs, cases.map(outputsOf)),
  };
}

// One scoring for each combination of the choices that are read in several places.
function casesOf(scoring: Scoring, result: Result): readonly Scoring[] {
  const choices = openChoices(scoring, result);
  if (choices.length === 0) return [];
  let cases: readonly ReadonlyMap<string, Value>[] = [new Map()];
  for (const { name, values } of choices) {
    if (cases.length * values.length > MOST_CASES) continue;
    cases = cases.flatMap((known) => values.map((value) => new Map(known).set(name, value)));
  }
  return cases.length === 1 ? [] : cases.map(scoring.supposing);
}

interface Choice {
  readonly name: string;
  readonly values: readonly Value[];
}

// Those of which most hangs first.
function openChoices({ framework, data }: Scoring, result: Result): Choice[] {
  const open: Choice[] = [];
  for (const input of framework.inputs) {
    if (!isChoice(input) || !data.isOpen(input.name)) continue;
    const values = choicesIn(data.value(input.name));
    if (values.length > 1) open.push({ name: input.name, values });
  }
  if (open.length === 0) return open;
  const places = openPlaces(result);
  return open
    .map(({ name, values }) => ({
      name,
      values,
      times: places.filter((reads) => reads.has(name)).length,
    }))
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times);
}

function isChoice(input: Input): boolean {
  return (
    input.kind === 'value' && (input.type.kind === 'enumeration' || input.type.kind === 'boolean')
  );
}

function choicesIn(value: Value): readonly Value[] {
  if (value.kind === 'enumeration') return [...value.possible].map(enumerationValue);
  return value.kind === 'boolean' && !isKnown(value) ? [TRUE, FALSE] : [];
}

// What is looked at for each result that is open, by where it stands.
function openPlaces({ nodes, total, grades, outputs }: Result): readonly ReadonlySet<string>[] {
  const inNode = ({ scored, sheet }: FinishedNode): readonly ReadonlySet<string>[] => {
    if (isSingle(sheet.score)) return [];
    if (scored.kind === 'indicator') {
      const items = scored.items.filter(({ sheet: item }) => !isSingle(item.score));
      const combined = scored.combined ? [scored.combined.reads] : [];
      return [scored.openReads, ...combined, ...items.map((item) => item.restsOn)];
    }
    if (sheet.kind !== 'group') return [];
    const inside = finishedIn(scored, sheet).flatMap(inNode);
    return [scored.openReads, ...(scored.group.combine ? [sheet.reads] : []), ...inside];
  };
  return [
    ...nodes.flatMap(inNode),
    new Set(openReadsOf(total.strikes)),
    ...(grades.length > 1 ? [total.reads] : []),
    ...outputs.filter(({ value }) => !isKnown(value)).map(({ reads }) => reads),
  ];
}

function narrowedNode(sheet: NodeScore, cases: readonly NodeScore[]): NodeScore {
  const scores = narrowedScores(sheet, cases);
  const points = narrowed(
    sheet.points,
    cases.map((each) => each.points),
  );
  if (sheet.kind === 'group') {
    const children = sheet.children.map((child, place) =>
      narrowedNode(
        child,
        cases.flatMap((each) => (each.kind === 'group' ? (each.children[place] ?? []) : [])),
      ),
    );
    return { ...sheet, ...scores, points, children };
  }
  const items = sheet.items.map((item) => {
    const alike = cases.flatMap((each) =>
      each.kind === 'indicator' ? each.items.filter((other) => other.item === item.item) : [],
    );
    // Where it does not exist in some case, what is said of it is said of the others.
    return alike.length < cases.length ? item : { ...item, ...narrowedScores(item, alike) };
  });
  return { ...sheet, ...scores, points, items };
}

type Scored = Pick<NodeScore, 'score' | 'standing'>;

function narrowedScores(whole: Scored, cases: readonly Scored[]): Scored {
  return {
    score: narrowed(
      whole.score,
      cases.map(({ score }) => score),
    ),
    standing: narrowed(
      whole.standing,
      cases.map(({ standing }) => standing),
    ),
  };
}

// Both hold every possible result; so does what they have in common.
function narrowed(whole: Range, cases: readonly Range[]): Range {
  const [first, ...rest] = cases;
  if (first === undefined || isSingle(whole)) return whole;
  const joined = rest.reduce(hull, first);
  return encloses(whole, joined) ? joined : (intersect(whole, joined) ?? whole);
}

function narrowedOutputs(
  outputs: readonly OutputResult[],
  cases: readonly (readonly OutputResult[])[],
): OutputResult[] {
  return outputs.map((output, place) => {
    const values = cases.flatMap((each) => each[place]?.value ?? []);
    const [first, ...rest] = values;
    if (first === undefined || isKnown(output.value)) return output;
    return { ...output, value: narrowedValue(output.value, rest.reduce(joinValues, first)) };
  });
}

function narrowedValue(whole: Value, joined: Value): Value {
  if (whole.kind === 'number' || whole.kind === 'date')
    return joined.kind === whole.kind
      ? { ...whole, range: narrowed(whole.range, [joined.range]) }
      : whole;
  if (whole.kind === 'enumeration' && joined.kind === 'enumeration') {
    const possible = new Set([...whole.possible].filter((word) => joined.possible.has(word)));
    return possible.size > 0 ? { kind: 'enumeration', possible } : whole;
  }
  if (whole.kind === 'boolean' && joined.kind === 'boolean') {
    const [canBeTrue, canBeFalse] = [
      whole.canBeTrue && joined.canBeTrue,
      whole.canBeFalse && joined.canBeFalse,
    ];
    return canBeTrue || canBeFalse ? { kind: 'boolean', canBeTrue, canBeFalse } : whole;
  }
  return whole;
}
