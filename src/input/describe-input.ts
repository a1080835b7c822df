// What an input takes, in a few words for a schema's description or a template's note: unit, limits,
// choices.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Words } from '../diagnostics/message.ts';
import { typeWords } from '../diagnostics/words.ts';
import type { Choice, Input, JudgedInput, PoolTerms } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { divide } from '../number/rational.ts';
import { formatDate } from '../types/date.ts';
import type { End } from '../types/range.ts';
import type { Declared } from './declared.ts';
import { declaredEntry, declaredField, declaredOf, isCounted, limitsOf } from './declared.ts';

/** The limits in the declared unit: `≥ 0 万元, ≤ 100 万元`; empty where there are none. */
export function describeLimits(declared: Declared): string {
  const { low, high } = limitsOf(declared);
  const bound = (end: End | undefined, closed: string, open: string) =>
    end === undefined ? [] : [`${end.open ? open : closed} ${written(end.value, declared)}`];
  return [...bound(low, '≥', '>'), ...bound(high, '≤', '<')].join(', ');
}

function written(value: Rational, { type }: Declared): string {
  if (type.kind === 'date') return formatDate(Number(value.n));
  if (type.kind !== 'number') return formatExact(value);
  const { label, scale } = type.unit;
  const figure = formatExact(divide(value, scale));
  if (label === '' || label === '%') return figure + label;
  return `${figure} ${label}`;
}

/** What a person must know to fill an input in: its meaning, its unit, its limits or choices. */
export function describeInput(input: Input, language: Language): string {
  const what = whatIsTaken(input);
  const about = input.about === undefined ? [] : [input.about];
  return [...about, what[language]].join(language === 'zh' ? '；' : '; ');
}

/** Its unit, its limits or choices. */
export function whatIsTaken(input: Input): Words {
  if (input.kind === 'judged') return describeAward(input);
  return input.pool ? describePool(input.pool) : describeType(declaredOf(input));
}

function describePool({ points, redistribute, parts }: PoolTerms): Words {
  const all = formatExact(points);
  const names = parts.map(({ name, points: worth }) => `${name} = ${formatExact(worth)}`);
  return redistribute
    ? {
        en: `a list of the parts that are chosen, scaled to ${all} points: ${names.join(', ')}`,
        zh: `所选各项的列表，折算为 ${all} 分：${names.join('、')}（分）`,
      }
    : {
        en: `a list of the parts that are chosen, ${all} points in all: ${names.join(', ')}`,
        zh: `所选各项的列表，合计 ${all} 分：${names.join('、')}（分）`,
      };
}

function describeAward({ form, points }: JudgedInput): Words {
  const full = formatExact(points);
  const names = (entries: readonly Choice[]) =>
    entries.map(({ name, least, points: worth }) => {
      const from = least === undefined ? '' : `${formatExact(least)}..`;
      return `${name} = ${from}${formatExact(worth)}`;
    });
  switch (form.kind) {
    case 'free':
      return {
        en: `0 to ${full} points; less than ${full} needs a reason`,
        zh: `0 至 ${full} 分；不满 ${full} 分须写理由`,
      };
    case 'banded':
      return {
        en: `points within the row of the ruleset's table that applies; less than ${full} needs a reason`,
        zh: `在规则集所列、适用的一档之内评分；不满 ${full} 分须写理由`,
      };
    case 'choice':
      return {
        en: `one of: ${names(form.choices).join(', ')}`,
        zh: `选其一：${names(form.choices).join('、')}（分）`,
      };
    case 'checklist':
      return {
        en: `each met or not: ${names(form.entries).join(', ')}; less than ${full} needs a reason`,
        zh: `逐项填是或否：${names(form.entries).join('、')}（分）；不满 ${full} 分须写理由`,
      };
    default:
      return form satisfies never;
  }
}

function describeType(declared: Declared): Words {
  const { type } = declared;
  switch (type.kind) {
    case 'number':
    case 'date': {
      const limits = describeLimits(declared);
      const whole = type.kind === 'number' && type.integer && !isCounted(type);
      const name = whole ? { en: 'a whole number', zh: '整数' } : typeWords(type);
      return limits === '' ? name : { en: `${name.en}, ${limits}`, zh: `${name.zh}，${limits}` };
    }
    case 'enumeration':
      return { en: `one of: ${type.values.join(', ')}`, zh: `选其一：${type.values.join('、')}` };
    case 'boolean':
    case 'text':
    case 'target':
    case 'actual':
    case 'error':
      return typeWords(type);
    case 'list': {
      const entry = describeType(declaredEntry(declared, type.of));
      const { least, most } = type;
      if (most === least)
        return { en: `a list of ${least}: ${entry.en}`, zh: `${least} 项：${entry.zh}` };
      return { en: `a list: ${entry.en}`, zh: `若干项：${entry.zh}` };
    }
    case 'record': {
      const fields = [...type.fields].map(([name, field]) => {
        const words = describeType(declaredField(declared, name, field));
        return { en: `${name} (${words.en})`, zh: `${name}（${words.zh}）` };
      });
      return {
        en: fields.map(({ en }) => en).join(', '),
        zh: fields.map(({ zh }) => zh).join('、'),
      };
    }
    default:
      return type satisfies never;
  }
}
