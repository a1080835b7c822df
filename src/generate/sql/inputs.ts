// The inputs of a framework as columns of a table of departments, added as rules ask for them: lists of
// fixed length and records have a column for each entry and field, choices from a pool one for each part.
import { chosenNode } from './choice.ts';
import { declaredEntry, declaredField, declaredOf, limitsOf } from '../../input/declared.ts';
import type { Declared } from '../../input/declared.ts';
import { notationOf } from '../../input/figure-notation.ts';
import type { Choice, Input, JudgedInput, PoolTerms } from '../../model/framework.ts';
import { rational } from '../../number/rational.ts';
import { pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { mostSteps, stepsPerUnit } from '../plan/steps.ts';
import { withinAward } from './award.ts';
import { compareFigures } from './decide.ts';
import { constant, total } from './figure.ts';
import type { ColumnPlace, ColumnSheet } from './input-columns.ts';
import { awardColumn, dayColumn, figureColumn, truthColumn, wordColumn } from './input-columns.ts';
import type { Meaning } from './meaning.ts';
import { nullNode, truthNode, wordsNode } from './sheet.ts';

/** What an input means; undefined where no columns can hold it. */
export function inputMeaning(input: Input, context: ColumnSheet): Meaning | undefined {
  const place = { input: input.name, path: [] };
  if (input.kind === 'judged') return awardMeaning(input, context);
  if (input.pool) return poolMeaning(place, input.pool, context);
  return declaredMeaning(place, declaredOf(input), input.default, context);
}

function declaredMeaning(
  place: ColumnPlace,
  declared: Declared,
  preset: Value | undefined,
  context: ColumnSheet,
): Meaning | undefined {
  const { type } = declared;
  const inner = (step: number | string) => ({ ...place, path: [...place.path, step] });
  switch (type.kind) {
    case 'number': {
      const { low, high } = limitsOf(declared);
      return figureColumn(context, place, {
        label: notationOf(type.unit).label,
        scale: type.unit.scale,
        steps: stepsPerUnit(type),
        most: mostSteps(type),
        low,
        high,
        preset: preset?.kind === 'number' ? pointOf(preset.range) : undefined,
      });
    }
    case 'date': {
      const { low, high } = declared.range;
      const day = preset?.kind === 'date' ? pointOf(preset.range) : undefined;
      return dayColumn(context, place, { low, high, preset: day });
    }
    case 'boolean': {
      const known = preset?.kind === 'boolean' ? preset.canBeTrue : undefined;
      return { kind: 'truth', node: truthColumn(context, place, known) };
    }
    case 'enumeration': {
      const word = preset?.kind === 'enumeration' ? [...preset.possible][0] : undefined;
      return { kind: 'word', node: wordColumn(context, place, type.values, word) };
    }
    case 'text': {
      const word = preset?.kind === 'text' ? preset.text : undefined;
      return { kind: 'word', node: wordColumn(context, place, undefined, word) };
    }
    case 'list': {
      if (type.most !== type.least) return undefined;
      const there = truthNode(context.sheet, true);
      const entries = Array.from({ length: type.least }, (_, at) => {
        const own = preset?.kind === 'list' ? preset.entries[at] : undefined;
        return declaredMeaning(inner(at + 1), declaredEntry(declared, type.of), own, context);
      });
      const known = entries.flatMap((meaning) => (meaning ? [{ there, meaning }] : []));
      return known.length === entries.length ? { kind: 'list', entries: known } : undefined;
    }
    case 'record': {
      const fields = [...type.fields].flatMap(([field, of]) => {
        const own = preset?.kind === 'record' ? preset.fields.get(field) : undefined;
        const meaning = declaredMeaning(
          inner(field),
          declaredField(declared, field, of),
          own,
          context,
        );
        return meaning ? [[field, meaning] as const] : [];
      });
      return { kind: 'record', fields: new Map(fields) };
    }
    case 'target':
    case 'actual':
    case 'error':
      return undefined;
    default:
      return type satisfies never;
  }
}

// Whether each part is chosen; unknown where what is chosen together is not admissible.
function poolMeaning(place: ColumnPlace, terms: PoolTerms, context: ColumnSheet): Meaning {
  const { sheet } = context;
  const chosen = terms.parts.map(({ name, points }) => {
    const node = truthColumn(context, { ...place, path: [name] }, undefined);
    return { name, points, node };
  });
  const zero = constant(rational(0));
  const points = total(
    chosen.map(({ node, points: own }) => ({
      kind: 'chosen',
      rows: [{ when: node, figure: constant(own) }],
      otherwise: zero,
    })),
  );
  const isFree = terms.redistribute && terms.points.n !== 0n;
  const admissible = terms.redistribute
    ? isFree
      ? compareFigures(sheet, '!=', points, zero)
      : compareFigures(sheet, '>=', points, zero)
    : compareFigures(sheet, '=', points, constant(terms.points));
  const fields = chosen.map(({ name, node }) => {
    const truth = chosenNode(sheet, [{ when: admissible, value: node }], nullNode(sheet, 'truth'));
    return [name, { kind: 'truth', node: truth }] as const;
  });
  return { kind: 'record', fields: new Map(fields) };
}

function awardMeaning(input: JudgedInput, context: ColumnSheet): Meaning | undefined {
  const { name, form, points } = input;
  switch (form.kind) {
    case 'free':
    case 'banded':
    case 'checklist':
      return awardColumn(context, { input: name, path: [] }, points);
    case 'choice':
      return choiceMeaning(input, form.choices, context);
    default:
      return form satisfies never;
  }
}

/** The column of points beside a choice that leaves a range. */
export const AWARD_COLUMN = '分值';

// The word that was chosen; where it leaves a range, the award stands in a column of its own.
function choiceMeaning(
  { name, points }: JudgedInput,
  choices: readonly Choice[],
  context: ColumnSheet,
): Meaning | undefined {
  const { sheet } = context;
  const place = { input: name, path: [] };
  const word = wordColumn(
    context,
    place,
    choices.map((choice) => choice.name),
    undefined,
  );
  const ranged = choices.some(({ least }) => least !== undefined);
  const award = ranged
    ? awardColumn(context, { ...place, path: [AWARD_COLUMN] }, points)
    : undefined;
  const figures = choices.map((choice) => {
    const when = sheet.make('=', 'truth', [word, wordsNode(sheet, choice.name)]);
    const fixed = constant(choice.points);
    if (choice.least === undefined || award?.kind !== 'figure') return { when, figure: fixed };
    return { when, figure: withinAward(sheet, award.figure, choice.least, choice.points) };
  });
  const last = figures.pop();
  return (
    last && { kind: 'figure', figure: { kind: 'chosen', rows: figures, otherwise: last.figure } }
  );
}
