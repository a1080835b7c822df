// `judged` and `checklist` → the input that holds a person's award.
import type { Choice, JudgedForm, JudgedInput } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { buildBands } from './build-bands.ts';
import type { Part } from './points.ts';
import { conserve, readPoints } from './points.ts';
import type { Typing } from './typing.ts';

/** What the award is for. */
export interface Awarded {
  readonly name: string;
  readonly about: string | undefined;
  readonly path: readonly string[];
  readonly points: Q.Rational | undefined;
  readonly written: Syntax.Expression;
}

/** The award as an input of the department's data. */
export function buildJudged(
  typing: Typing,
  { form, span }: Syntax.RuleNode & { kind: 'judged' },
  awarded: Awarded,
): JudgedInput {
  return {
    kind: 'judged',
    name: awarded.name,
    about: awarded.about,
    points: awarded.points ?? Q.ZERO,
    form: formOf(typing, form, awarded),
    span,
  };
}

function formOf(typing: Typing, form: Syntax.JudgedFormNode, awarded: Awarded): JudgedForm {
  switch (form.kind) {
    case 'free':
      return { kind: 'free' };
    case 'choice': {
      const choices = readChoices(typing, form.choices);
      for (const { choice, written } of choices)
        withinPoints(typing, choice, written, awarded.points);
      return { kind: 'choice', choices: choices.map(({ choice }) => choice) };
    }
    case 'checklist': {
      const entries = readChoices(typing, form.entries);
      conserve(typing.report, awarded.path, awarded, entries.map(partOf));
      return { kind: 'checklist', entries: entries.map(({ choice }) => choice) };
    }
    case 'banded':
      return buildBands(typing, form.table) ?? { kind: 'free' };
    default:
      return form satisfies never;
  }
}

interface ReadChoice {
  readonly choice: Choice;
  readonly known: Q.Rational | undefined;
  readonly written: Syntax.Expression;
}

function readChoices(typing: Typing, nodes: readonly Syntax.ChoiceNode[]): ReadChoice[] {
  const seen = new Map<string, Syntax.Name>();
  return nodes.map(({ name, points, most, about }) => {
    const earlier = seen.get(name.text);
    if (name.text === '') typing.report.leaveOut();
    else if (earlier) {
      const related = [{ span: earlier.span, note: { en: 'the first one', zh: '第一个在这里' } }];
      typing.report.say(
        'duplicate-name',
        name.span,
        { name: name.text, inherited: false },
        { related },
      );
    }
    seen.set(name.text, name);
    const written = most ?? points;
    const least = most && readPoints(typing, points);
    const known = readPoints(typing, written);
    if (least && known && Q.compare(least, known) > 0) {
      const facts = { low: formatExact(least), high: formatExact(known) };
      typing.report.say('band-reversed', written.span, facts);
    }
    const choice = {
      name: name.text,
      points: known ?? Q.ZERO,
      least,
      about: about?.text,
      span: name.span,
    };
    return { choice, known, written };
  });
}

function partOf({ choice, known, written }: ReadChoice): Part {
  return { name: choice.name, points: known, written, inside: undefined };
}

function withinPoints(
  typing: Typing,
  choice: Choice,
  written: Syntax.Expression,
  points: Q.Rational | undefined,
): void {
  if (points && Q.compare(choice.points, points) > 0) {
    const facts = { name: choice.name, points: formatExact(points) };
    typing.report.say('choice-outside-points', written.span, facts);
  }
}
