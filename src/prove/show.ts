// Figures and values in the words of a message: in the unit that an input is declared in, dates as
// dates, and stretches of figures as bounds.
import type { Words } from '../diagnostics/message.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { divide } from '../number/rational.ts';
import { formatDate } from '../types/date.ts';
import type { Range } from '../types/range.ts';
import { pointOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';

/** A figure as one would write it: `12 万元`, `2.5%`, `2023-12-31`. */
export function showFigure(value: Rational, type: Type): string {
  if (type.kind === 'date') return formatDate(Number(value.n));
  if (type.kind !== 'number') return formatExact(value);
  const { scale, label } = type.unit;
  const figure = formatExact(divide(value, scale));
  return label === '' || label === '%' ? `${figure}${label}` : `${figure} ${label}`;
}

/** A known value as one would write it. */
export function showValue(value: Value, type: Type): Words {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const figure = pointOf(value.range);
      return same(figure ? showFigure(figure, type) : '…');
    }
    case 'boolean':
      return value.canBeTrue ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' };
    case 'enumeration':
      return same([...value.possible].join('|'));
    case 'text':
      return same(`"${value.text ?? '…'}"`);
    case 'target':
      return same(value.target?.text ?? '…');
    case 'actual':
      return same(value.actual?.text ?? '…');
    case 'list': {
      const of = type.kind === 'list' ? type.of : type;
      return join(
        value.entries.map((entry) => showValue(entry, of)),
        '[',
        ']',
      );
    }
    case 'record': {
      const fields = [...value.fields].map(([name, field]) => {
        const of = type.kind === 'record' ? (type.fields.get(name) ?? type) : type;
        const words = showValue(field, of);
        return { en: `${name} = ${words.en}`, zh: `${name} = ${words.zh}` };
      });
      return join(fields, '{ ', ' }');
    }
    default:
      return value satisfies never;
  }
}

function same(text: string): Words {
  return { en: text, zh: text };
}

function join(parts: readonly Words[], before: string, after: string): Words {
  const text = (language: keyof Words) =>
    `${before}${parts.map((part) => part[language]).join(', ')}${after}`;
  return { en: text('en'), zh: text('zh') };
}

/** A stretch of figures: `above 2.5% and below 5%`. */
export function showStretch(range: Range, type: Type): Words {
  const single = pointOf(range);
  if (single)
    return { en: `exactly ${showFigure(single, type)}`, zh: `等于 ${showFigure(single, type)}` };
  const { low, high } = range;
  const en: string[] = [];
  const zh: string[] = [];
  if (low) {
    const figure = showFigure(low.value, type);
    en.push(`${low.open ? 'above' : 'from'} ${figure}`);
    zh.push(`${low.open ? '高于' : '不低于'} ${figure}`);
  }
  if (high) {
    const figure = showFigure(high.value, type);
    en.push(`${high.open ? 'below' : 'up to'} ${figure}`);
    zh.push(`${high.open ? '低于' : '不高于'} ${figure}`);
  }
  return en.length === 0
    ? { en: 'any figure', zh: '任意数' }
    : { en: en.join(' and '), zh: zh.join('且') };
}
