// A small framework made by hand, with an input of every type and a judged item of every form, and
// short ways to read files with it.
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Department } from '../../src/input/department.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import type { Expression } from '../../src/model/expression.ts';
import type {
  Choice,
  Framework,
  Group,
  Indicator,
  Input,
  Item,
  JudgedForm,
  JudgedInput,
  Let,
  Node,
  ValueInput,
} from '../../src/model/framework.ts';
import type { Rational } from '../../src/number/rational.ts';
import { ZERO, rational } from '../../src/number/rational.ts';
import { createSource, textOf } from '../../src/text/source.ts';
import type { Range } from '../../src/types/range.ts';
import { EVERYTHING } from '../../src/types/range.ts';
import {
  ACTUAL,
  BOOLEAN,
  DATE,
  INTEGER,
  NUMBER,
  PERCENTAGE,
  SCORE,
  TARGET,
  TEXT,
} from '../../src/types/type.ts';
import type { NumberType, Type } from '../../src/types/type.ts';
import { MONEY_UNITS, countUnit } from '../../src/types/unit.ts';
import { numberValue } from '../../src/types/value.ts';

const SPAN = { file: 'fixture.chi', start: 0, end: 0 };
const NOTHING = {
  caps: { atLeast: undefined, atMost: undefined, uncapped: false },
  rounding: undefined,
  vetoes: [],
  exemptions: [],
  origins: [],
  source: undefined,
  about: undefined,
  span: SPAN,
  nameSpan: SPAN,
};

export function money(label: '元' | '万元' | '亿元'): NumberType {
  const unit = MONEY_UNITS.get(label);
  if (unit === undefined) throw new Error('no such unit');
  return { kind: 'number', unit, integer: false };
}

export function count(word: string): NumberType {
  return { kind: 'number', unit: countUnit(word), integer: true };
}

export const AT_LEAST_0: Range = { low: { value: ZERO, open: false }, high: undefined, integer: false };

export function valueInput(name: string, type: Type, more: Partial<ValueInput> = {}): ValueInput {
  const rest = { about: undefined, range: EVERYTHING, fieldRanges: new Map<string, Range>() };
  return { kind: 'value', name, type, default: undefined, origins: [], span: SPAN, ...rest, ...more };
}

export function judgedInput(name: string, points: Rational, form: JudgedForm): JudgedInput {
  return { kind: 'judged', name, about: undefined, points, form, span: SPAN };
}

export function choice(name: string, points: Rational): Choice {
  return { name, points, about: undefined, span: SPAN };
}

function constant(type: Type): Expression {
  return { kind: 'constant', type, value: numberValue(ZERO), text: '0', span: SPAN };
}

export function definition(name: string, scope: readonly string[], type: Type): Let {
  const id = [...scope, name].join('/');
  return { id, name, scope, about: undefined, value: constant(type), origins: [], span: SPAN };
}

export function group(path: readonly string[], children: readonly Node[]): Group {
  const name = path.at(-1) ?? '';
  return {
    ...NOTHING,
    kind: 'group',
    name,
    path,
    points: rational(10),
    standing: 'counted',
    children,
    notApplicable: undefined,
  };
}

export function indicator(path: readonly string[], items: readonly string[]): Indicator {
  const name = path.at(-1) ?? '';
  const rule = { kind: 'formula', value: constant(SCORE), span: SPAN } as const;
  const implicit = items.length === 0;
  const itemOf = (item: string): Item => ({
    ...NOTHING,
    name: item,
    path: implicit ? path : [...path, item],
    implicit,
    points: rational(1),
    rule,
  });
  const all = (implicit ? [name] : items).map(itemOf);
  return { ...NOTHING, kind: 'indicator', name, path, points: rational(2), items: all, notApplicable: undefined };
}

export function framework(inputs: readonly Input[], more: Partial<Framework> = {}): Framework {
  return {
    name: '示范部门整体支出绩效评价',
    period: '2022',
    about: undefined,
    source: undefined,
    total: rational(10),
    totalCaps: NOTHING.caps,
    roundings: { items: undefined, indicators: undefined, groups: undefined, total: undefined },
    grades: ['优', '良', '中', '差'].map((name) => ({ name, from: ZERO, exclusive: false, span: SPAN })),
    options: [],
    inputs,
    lets: new Map(LETS.map((one) => [one.id, one])),
    children: CHILDREN,
    vetoes: [],
    exemptions: [],
    ceilings: [],
    checks: [],
    examples: [],
    openTerms: [],
    files: ['fixture.chi'],
    hash: '00',
    ...more,
  };
}

const CHILDREN: readonly Node[] = [
  group(['管理'], [
    indicator(['管理', '采购执行'], ['执行率', '政策落实']),
    indicator(['管理', '财务合规'], []),
  ]),
  group(['绩效'], [indicator(['绩效', '预算执行'], ['执行率']), indicator(['绩效', '满意度'], [])]),
];

const LETS: readonly Let[] = [
  definition('采购率', ['管理', '采购执行'], NUMBER),
  definition('结余', [], money('万元')),
  definition('差额', ['管理', '采购执行'], NUMBER),
  definition('差额', ['绩效', '预算执行'], NUMBER),
  definition('合规', [], BOOLEAN),
];

export const GOALS: Type = {
  kind: 'record',
  fields: new Map<string, Type>([
    ['一级指标', { kind: 'enumeration', values: ['产出', '效益', '满意度'] }],
    ['目标值', TARGET],
    ['实际值', ACTUAL],
    ['权重', NUMBER],
  ]),
};

/** An input of every type. */
export const INPUTS: readonly Input[] = [
  valueInput('采购金额', money('万元'), { range: AT_LEAST_0, about: '政府采购实际支出' }),
  valueInput('调整率', PERCENTAGE),
  valueInput('系数', NUMBER),
  valueInput('次数', INTEGER),
  valueInput('在编人数', count('人')),
  valueInput('得分', SCORE),
  valueInput('违规', BOOLEAN),
  valueInput('截止日', DATE),
  valueInput('名称', TEXT),
  valueInput('类别', { kind: 'enumeration', values: ['一类', '二类', '优'] }),
  valueInput('目标', TARGET),
  valueInput('实际', ACTUAL),
  valueInput('季度支出', { kind: 'list', of: money('万元'), least: 4, most: 4 }, { range: AT_LEAST_0 }),
  valueInput('绩效目标', { kind: 'list', of: GOALS, least: 0, most: undefined }, {
    fieldRanges: new Map([['权重', AT_LEAST_0]]),
  }),
  judgedInput('政策落实', rational(1), { kind: 'free' }),
  judgedInput('公开', rational(3, 2), {
    kind: 'choice',
    choices: [choice('按要求公开', rational(3, 2)), choice('部分公开', rational(1)), choice('未公开', ZERO)],
  }),
  judgedInput('编制合理性', rational(2), {
    kind: 'checklist',
    entries: [choice('职责相符', rational(1, 2)), choice('分配合理', rational(1)), choice('细化', rational(1, 2))],
  }),
];

export const FRAMEWORK = framework(INPUTS);

/** What reading a text gave, with each diagnostic as its code and the text that it points at. */
export interface Outcome {
  readonly department: Department | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** `code|text at its span`, in order. */
  readonly problems: readonly string[];
}

export function read(text: string, by: Framework = FRAMEWORK): Outcome {
  const source = createSource('department.json', text);
  const { department, diagnostics } = readDepartment(by, source);
  const problems = diagnostics.map(({ code, span }) => `${code}|${textOf(source, span)}`);
  return { department, diagnostics, problems };
}

/** Reads a file with these inputs, written as JSON. */
export function readInputs(inputs: string, by: Framework = FRAMEWORK): Outcome {
  return read(`{ "department": "甲局", "year": 2022, "inputs": ${inputs} }`, by);
}

/** Reads a file with one part besides the necessary ones. */
export function readPart(part: string, by: Framework = FRAMEWORK): Outcome {
  return read(`{ "department": "甲局", "year": 2022, ${part} }`, by);
}

/** The department of a file that must be without fault. */
export function readFaultless(inputs: string, by: Framework = FRAMEWORK): Department {
  const { department, problems } = readInputs(inputs, by);
  if (department === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  return department;
}
