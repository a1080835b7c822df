// What an input takes as the control that a form shows for it.
import type { Choice, Input, JudgedInput } from '../../src/model/framework.ts';
import type { Declared } from '../../src/input/declared.ts';
import { declaredEntry, declaredField, declaredOf, limitsOf } from '../../src/input/declared.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { divide } from '../../src/number/rational.ts';
import { formatDate } from '../../src/types/date.ts';
import type { End } from '../../src/types/range.ts';
import type { ControlView, PointsChoice } from '../answers.ts';

export function controlOf(input: Input): ControlView {
  if (input.kind === 'judged') return awardControl(input);
  if (!input.pool) return valueControl(declaredOf(input));
  const parts = input.pool.parts.map(({ name, points }) => ({
    name,
    about: undefined,
    points: formatExact(points),
    least: undefined,
  }));
  return { kind: 'pool', parts, points: formatExact(input.pool.points) };
}

function valueControl(declared: Declared): ControlView {
  const { type } = declared;
  switch (type.kind) {
    case 'number': {
      const { low, high } = limitsOf(declared);
      const figure = (end: End | undefined) =>
        end && formatExact(divide(end.value, type.unit.scale));
      return {
        kind: 'number',
        unit: type.unit.label,
        integer: type.integer,
        low: figure(low),
        high: figure(high),
      };
    }
    case 'date': {
      const { low, high } = limitsOf(declared);
      const day = (end: End | undefined) => end && formatDate(Number(end.value.n));
      return { kind: 'date', low: day(low), high: day(high) };
    }
    case 'enumeration':
      return { kind: 'choice', options: type.values };
    case 'list': {
      const entry = valueControl(declaredEntry(declared, type.of));
      return { kind: 'list', entry, least: type.least, most: type.most };
    }
    case 'record': {
      const fields = [...type.fields].map(([name, field]) => ({
        name,
        control: valueControl(declaredField(declared, name, field)),
      }));
      return { kind: 'record', fields };
    }
    case 'boolean':
    case 'text':
    case 'target':
    case 'actual':
      return { kind: type.kind };
    case 'error':
      return { kind: 'text' };
    default:
      return type satisfies never;
  }
}

function awardControl({ form, points: full }: JudgedInput): ControlView {
  const points = formatExact(full);
  switch (form.kind) {
    case 'free':
    case 'banded':
      return { kind: 'award', points };
    case 'choice':
      return { kind: 'award-choice', points, choices: form.choices.map(choiceView) };
    case 'checklist':
      return { kind: 'checklist', points, entries: form.entries.map(choiceView) };
    default:
      return form satisfies never;
  }
}

function choiceView({ name, about, points, least }: Choice): PointsChoice {
  return { name, about, points: formatExact(points), least: least && formatExact(least) };
}
