// Words for the things that messages speak of: kinds of statements and kinds of values. Facts name
// them by key or by shape; the sentences take their words from here.
import type { Words } from './message.ts';

/** What a statement, or a place for statements, is called. */
export const statementWords = {
  ruleset: { en: 'the ruleset', zh: '规则集' },
  about: { en: '`about`', zh: '说明' },
  source: { en: '`source`', zh: '来源' },
  total: { en: '`total`', zh: '总分' },
  rounding: { en: 'a rounding of all scores', zh: '统一的保留规则' },
  grades: { en: '`grades`', zh: '等级' },
  option: { en: 'an option', zh: '选项' },
  type: { en: 'a type', zh: '类型' },
  input: { en: 'an input', zh: '输入' },
  let: { en: 'a definition (`let`)', zh: '定义' },
  output: { en: 'an output', zh: '输出' },
  group: { en: 'a group', zh: '分组' },
  indicator: { en: 'an indicator', zh: '指标' },
  item: { en: 'an item', zh: '得分项' },
  rule: { en: 'a rule', zh: '得分规则' },
  cap: { en: 'a limit (`at most`, `at least`, `uncapped`)', zh: '封顶、至少或不封顶' },
  rounded: { en: '`rounded to`', zh: '保留到' },
  veto: { en: 'a veto', zh: '一票否决' },
  exempt: { en: 'an exemption', zh: '免评' },
  'not-applicable': { en: '`not applicable`', zh: '不适用' },
  'not-monotone': { en: '`not monotone`', zh: '不单调' },
  applies: { en: '`applies when`', zh: '仅当' },
  pool: { en: '`chosen by department`', zh: '由单位自选' },
  check: { en: 'a check', zh: '核对' },
  example: { en: 'an example', zh: '示例' },
} as const satisfies Record<string, Words>;

/** The key of a statement kind in messages. */
export type StatementWord = keyof typeof statementWords;

/** Several statement kinds in one phrase: “a group or an indicator”. */
export function alternatives(kinds: readonly StatementWord[]): Words {
  return {
    en: kinds.map((kind) => statementWords[kind].en).join(' or '),
    zh: kinds.map((kind) => statementWords[kind].zh).join('或'),
  };
}

/** A kind of value, as far as messages tell them apart; the language's types have this shape. */
export type TypeFact =
  | {
      readonly kind: 'number';
      readonly unit: { readonly label: string };
      readonly integer?: boolean;
    }
  | {
      readonly kind:
        | 'boolean'
        | 'enumeration'
        | 'date'
        | 'text'
        | 'target'
        | 'actual'
        | 'list'
        | 'record'
        | 'error';
    };

const typeNames = {
  boolean: { en: 'a yes-or-no value', zh: '是或否' },
  enumeration: { en: 'one of a list of words', zh: '选自若干项的值' },
  date: { en: 'a date', zh: '日期' },
  text: { en: 'a text', zh: '文本' },
  target: { en: 'a target value', zh: '目标值' },
  actual: { en: 'an actual value', zh: '实际值' },
  list: { en: 'a list', zh: '列表' },
  record: { en: 'a record', zh: '一组字段' },
  error: { en: 'something unknown', zh: '未知的值' },
} as const satisfies Record<string, Words>;

/** What a value of this type is called. */
export function typeWords(type: TypeFact): Words {
  return type.kind === 'number' ? unitWords(type.unit.label) : typeNames[type.kind];
}

/** The same, and whether only whole numbers are meant. */
export function wholeTypeWords(type: TypeFact): Words {
  const { en, zh } = typeWords(type);
  const whole = type.kind === 'number' && type.integer === true;
  return whole ? { en: `${en} (whole)`, zh: `${zh}（整数）` } : { en, zh };
}

/** What a figure with this unit label is called. */
export function unitWords(label: string): Words {
  if (label === '') return { en: 'a plain number', zh: '不带单位的数' };
  if (label === '%') return { en: 'a percentage', zh: '百分比' };
  if (label === '分') return { en: 'points', zh: '分' };
  return { en: `a figure in ${englishLabel(label)}`, zh: `以“${label}”计的数` };
}

// The language's own word in a unit that is made of several: `人·分`.
function englishLabel(label: string): string {
  return label.replace(/(?<=^|[·/])分(?=$|[·/^])/g, 'points');
}

/** A figure as an English sentence has it: `60 分` is 60 points. */
export function englishFigure(figure: string): string {
  return figure.replace(/^(-?[\d./]+) 分$/, (_, digits: string) =>
    digits === '1' ? '1 point' : `${digits} points`,
  );
}

/** “, did you mean X?” where there is something near, otherwise nothing. */
export function nearMiss(suggestion: string | undefined): Words {
  if (suggestion === undefined) return { en: '', zh: '' };
  return { en: ` Did you mean “${suggestion}”?`, zh: `是不是“${suggestion}”？` };
}
