// The columns of a table with a row per department: which heading speaks of which part of which input.
// `预算数` is its value, `季度支出[2]` an entry of a list, `制度[账实相符]` an entry of a checklist,
// `满意度.理由` the reason of an award; `.来源`, `.状态` and `.备注` are its evidence.
import { notationOf } from '../../src/input/figure-notation.ts';
import type { Framework, Input } from '../../src/model/framework.ts';

/** What a column holds. */
export type Column =
  | { readonly kind: 'department'; readonly heading: string }
  | { readonly kind: 'year'; readonly heading: string }
  | {
      readonly kind: 'value';
      readonly heading: string;
      readonly input: Input;
      /** What the heading says that bare figures beneath it are counted in. */
      readonly unit?: string;
    }
  | {
      readonly kind: 'entry';
      readonly heading: string;
      readonly input: Input;
      /** From 0 for lists, the name for checklists and records. */
      readonly entry: number | string;
      readonly unit?: string;
    }
  | {
      readonly kind: 'evidence';
      readonly heading: string;
      readonly input: Input;
      readonly part: EvidencePart;
    };

export type EvidencePart = 'reason' | 'source' | 'status' | 'note' | 'award';

const PARTS: readonly (readonly [EvidencePart, string, string])[] = [
  ['reason', '理由', 'reason'],
  ['source', '来源', 'source'],
  ['status', '状态', 'status'],
  ['note', '备注', 'note'],
  ['award', '评分', 'award'],
];

const DEPARTMENT = [
  '部门',
  '单位',
  '部门名称',
  '单位名称',
  '预算单位',
  '评价单位',
  '被评价单位',
  'department',
];
const YEAR = ['年度', '年份', 'year'];

/** A heading as the column that it names; undefined where the ruleset knows nothing of the kind. */
export function columnOf(
  heading: string,
  { inputs }: Pick<Framework, 'inputs'>,
): Column | undefined {
  const text = heading.trim();
  const input = inputs.find(({ name }) => name === text);
  if (input) return { kind: 'value', heading: text, input };
  if (DEPARTMENT.includes(text.toLowerCase())) return { kind: 'department', heading: text };
  if (YEAR.includes(text.toLowerCase())) return { kind: 'year', heading: text };
  return partOf(text, inputs) ?? withUnit(heading, { inputs });
}

// `年初预算（万元）` and `调整率(%)`: the unit belongs to the figures, not to the name.
function withUnit(heading: string, framework: Pick<Framework, 'inputs'>): Column | undefined {
  const found = /^(.+?)\s*[(（]\s*(?:单位\s*[:：]\s*)?([^()（）]{1,6}?)\s*[)）]$/.exec(
    heading.trim(),
  );
  const [, name = '', unit = ''] = found ?? [];
  const input = framework.inputs.find((each) => each.name === name);
  const column: Column | undefined = input
    ? { kind: 'value', heading: name, input }
    : found
      ? partOf(name, framework.inputs)
      : undefined;
  if (column?.kind !== 'value' && column?.kind !== 'entry') return undefined;
  const sign = unit.replace('％', '%');
  return isUnitOf(column.input, sign) ? { ...column, unit: sign } : undefined;
}

// Only units that a figure of the input may be written in: other words in brackets are no unit.
function isUnitOf(input: Input, unit: string): boolean {
  if (input.kind === 'judged') return unit === '分';
  const type = input.type.kind === 'list' ? input.type.of : input.type;
  return type.kind === 'number' && notationOf(type.unit).suffixes.has(unit);
}

function partOf(text: string, inputs: readonly Input[]): Column | undefined {
  for (const input of inputs) {
    if (!text.startsWith(input.name)) continue;
    const rest = text.slice(input.name.length).trim();
    const part = PARTS.find((names) =>
      names
        .slice(1)
        .some(
          (name) =>
            rest === `.${name}` ||
            rest === `．${name}` ||
            rest === `(${name})` ||
            rest === `（${name}）`,
        ),
    );
    if (part) return { kind: 'evidence', heading: text, input, part: part[0] };
    const entry = /^[[［【](.+)[\]］】]$/.exec(rest)?.[1]?.trim();
    const place = entry === undefined ? undefined : entryOf(input, entry);
    if (place !== undefined) return { kind: 'entry', heading: text, input, entry: place };
  }
  return undefined;
}

function entryOf(input: Input, written: string): number | string | undefined {
  if (input.kind === 'judged')
    return input.form.kind === 'checklist' &&
      input.form.entries.some(({ name }) => name === written)
      ? written
      : undefined;
  const { type } = input;
  if (type.kind === 'record') return type.fields.has(written) ? written : undefined;
  if (type.kind !== 'list' || !/^[1-9]\d{0,3}$/.test(written)) return undefined;
  return Number(written) - 1;
}

/** The headings of the value of an input: one, or one for each entry where their number is fixed. */
export function valueColumns(input: Input): Column[] {
  const entry = (name: number | string, label: string): Column => ({
    kind: 'entry',
    heading: `${input.name}[${label}]`,
    input,
    entry: name,
  });
  if (input.kind === 'judged')
    return input.form.kind === 'checklist'
      ? input.form.entries.map(({ name }) => entry(name, name))
      : [{ kind: 'value', heading: input.name, input }];
  const { type } = input;
  if (type.kind === 'record') return [...type.fields.keys()].map((name) => entry(name, name));
  if (type.kind === 'list' && type.most === type.least && !isDeep(type.of.kind))
    return Array.from({ length: type.least }, (_, index) => entry(index, String(index + 1)));
  return [{ kind: 'value', heading: input.name, input }];
}

function isDeep(kind: string): boolean {
  return kind === 'list' || kind === 'record';
}

/** The column of one part of the evidence, headed in a language. */
export function evidenceColumn(input: Input, part: EvidencePart, language: 'en' | 'zh'): Column {
  const [, chinese = '', english = ''] = PARTS.find(([name]) => name === part) ?? [];
  const heading = `${input.name}.${language === 'zh' ? chinese : english}`;
  return { kind: 'evidence', heading, input, part };
}

/** `A`, `Z`, `AA`: what a spreadsheet calls the column at a place, counted from 0. */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (place % 26));
}
