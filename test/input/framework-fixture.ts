// A small framework with an input of every type and a judged item of every form, and short ways to
// read department files with it.
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Department, GivenAward, GivenValue } from '../../src/input/department.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import type { Choice, Framework, Input, Let, ValueInput } from '../../src/model/framework.ts';
import { createSource, textOf } from '../../src/text/source.ts';
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
import * as model from '../model-builder.ts';

export function money(label: '元' | '万元' | '亿元'): NumberType {
  const unit = MONEY_UNITS.get(label);
  if (unit === undefined) throw new Error('no such unit');
  return { kind: 'number', unit, integer: false };
}

export function count(word: string): NumberType {
  return { kind: 'number', unit: countUnit(word), integer: true };
}

export function choice(name: string, points: string): Choice {
  return { name, points: model.q(points), about: undefined, span: model.nextSpan() };
}

/** An input of a type, without a range where none is given. */
export function valueInput(
  name: string,
  type: Type,
  range = '(, )',
  more: Partial<ValueInput> = {},
): ValueInput {
  return { ...model.input(name, range, type), ...more };
}

function definition(name: string, scope: readonly string[], type: Type): Let {
  const value = { ...model.num(0), type };
  return { ...model.letOf(name, value), id: [...scope, name].join('/'), scope };
}

const RULE = model.formula(0);

function indicator(path: readonly string[], items: readonly string[]) {
  const name = path.at(-1) ?? '';
  const parts = items.map((item) => model.item(item, 1, RULE, { path: [...path, item] }));
  if (parts.length > 0) return model.indicator(name, 2, parts, { path });
  return model.indicator(name, 2, [model.item(name, 2, RULE, { path, implicit: true })], { path });
}

const CHILDREN = [
  model.group('管理', 5, [
    indicator(['管理', '采购执行'], ['执行率', '政策落实']),
    indicator(['管理', '财务合规'], []),
  ]),
  model.group('绩效', 5, [
    indicator(['绩效', '预算执行'], ['执行率']),
    indicator(['绩效', '满意度'], []),
  ]),
];

const LETS: readonly Let[] = [
  definition('采购率', ['管理', '采购执行'], NUMBER),
  definition('结余', [], money('万元')),
  definition('差额', ['管理', '采购执行'], NUMBER),
  definition('差额', ['绩效', '预算执行'], NUMBER),
  definition('合规', [], BOOLEAN),
];

export function framework(inputs: readonly Input[], more: Partial<Framework> = {}): Framework {
  const grades = ['优', '良', '中', '差'].map((name) => ({
    name,
    from: model.q(0),
    exclusive: false,
    condition: undefined,
    span: model.nextSpan(),
  }));
  const lets = new Map(LETS.map((one) => [one.id, one]));
  return model.framework(CHILDREN, {
    name: '示范评价',
    period: '2022',
    grades,
    inputs,
    lets,
    ...more,
  });
}

const GOAL: Type = {
  kind: 'record',
  fields: new Map<string, Type>([
    ['一级指标', { kind: 'enumeration', values: ['产出', '效益', '满意度'] }],
    ['目标值', TARGET],
    ['实际值', ACTUAL],
    ['权重', NUMBER],
  ]),
};

/** An input of every type and every judged form. */
export const INPUTS: readonly Input[] = [
  valueInput('采购金额', money('万元'), '[0, )', { about: '政府采购实际支出' }),
  valueInput('调整率', PERCENTAGE, '(, 200%]'),
  valueInput('系数', NUMBER),
  valueInput('次数', INTEGER),
  valueInput('在编人数', count('人')),
  valueInput('得分', SCORE),
  valueInput('违规', BOOLEAN),
  valueInput('截止日', DATE, '[18993, 19357]'),
  valueInput('名称', TEXT),
  valueInput('类别', { kind: 'enumeration', values: ['一类', '二类', '优'] }),
  valueInput('目标', TARGET),
  valueInput('实际', ACTUAL),
  valueInput('季度支出', { kind: 'list', of: money('万元'), least: 4, most: 4 }, '[0, )'),
  valueInput('绩效目标', { kind: 'list', of: GOAL, least: 0, most: undefined }, '(, )', {
    fieldRanges: new Map([['权重', model.r('[0, )')]]),
  }),
  model.judgedInput('政策落实', 1),
  model.judgedInput('公开', '1.5', {
    kind: 'choice',
    choices: [choice('按要求公开', '1.5'), choice('部分公开', '1'), choice('未公开', '0')],
  }),
  model.judgedInput('编制合理性', 2, {
    kind: 'checklist',
    entries: [choice('职责相符', '0.5'), choice('分配合理', '1'), choice('细化', '0.5')],
  }),
];

export const FRAMEWORK = framework(INPUTS);

/** What reading a text gave. */
export interface Outcome {
  readonly department: Department | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** `code at text`, in order: the text is what the diagnostic's span covers. */
  readonly problems: readonly string[];
}

const reader = createDepartmentReader(FRAMEWORK);

export function read(text: string, by: Framework = FRAMEWORK): Outcome {
  const source = createSource('department.json', text);
  const readBy = by === FRAMEWORK ? reader : createDepartmentReader(by);
  const { department, diagnostics } = readBy(source);
  const problems = diagnostics.map(({ code, span }) => `${code} at ${textOf(source, span)}`);
  return { department, diagnostics, problems };
}

/** Reads a file with one part, such as `"inputs": {…}`, besides the necessary ones. */
export function readPart(part: string, by: Framework = FRAMEWORK): Outcome {
  return read(`{ "department": "甲局", "year": 2022, ${part} }`, by);
}

/** Reads a file with one input. */
export function readInput(name: string, written: string, by: Framework = FRAMEWORK): Outcome {
  return readPart(`"inputs": { ${JSON.stringify(name)}: ${written} }`, by);
}

/** The department of a file that must be without fault. */
export function faultless({ department, problems }: Outcome): Department {
  if (department === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  return department;
}

export function valueGiven(name: string, written: string): GivenValue | undefined {
  return faultless(readInput(name, written)).values.get(name);
}

export function awardGiven(name: string, written: string): GivenAward | undefined {
  return faultless(readInput(name, written)).awards.get(name);
}

/** A known figure as exact text, in base units. */
export function figureGiven(name: string, written: string): string | undefined {
  const value = valueGiven(name, written)?.value;
  return value?.kind === 'number' || value?.kind === 'date'
    ? model.showRange(value.range)
    : undefined;
}
