import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { evaluateTogether } from '../../src/evaluate/evaluate.ts';
import type { JsonSchema } from '../../src/input/json-schema.ts';
import { readDepartments } from '../../src/input/read-cohort.ts';
import type { Framework } from '../../src/model/framework.ts';
import { scoresJson } from '../../src/report/json.ts';
import { createSource } from '../../src/text/source.ts';
import { biaochi, folderWith } from '../cli/console.ts';
import { FUTIAN, ROOT, casesIn, fileOf, frameworkOf, generated, shipped } from './generating.ts';

// What a program would use that knows nothing of ours.
const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
});

function validator(schema: JsonSchema) {
  expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
  const validate = ajv.compile(schema);
  return (data: unknown) => (validate(data) ? [] : validate.errors);
}

async function schemaOf(framework: Framework, name: string): Promise<JsonSchema> {
  return JSON.parse(await fileOf(framework, 'schema', `${name}.schema.json`)) as JsonSchema;
}

/** The scores of a file's departments as JSON, without what the command line adds. */
function scored(framework: Framework, file: string): unknown {
  const source = createSource(file, readFileSync(path.join(ROOT, file), 'utf8'));
  const { departments = [] } = readDepartments(framework, source);
  const sheets = evaluateTogether(framework, departments);
  const results = departments.flatMap((department, place) => {
    const sheet = sheets[place];
    return sheet ? [{ framework, department, sheet, options: new Map<string, string>() }] : [];
  });
  expect(results.length).toBeGreaterThan(0);
  return JSON.parse(JSON.stringify(scoresJson(framework, results, 'en')));
}

async function scoresOf(ruleset: string, ...departments: string[]): Promise<unknown> {
  const argv = ['score', ruleset, ...departments, '--format', 'json'];
  return JSON.parse((await biaochi(ROOT, argv)).out);
}

/** The same schema without room for entries that it does not name. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, closed(value)]),
  );
  return inner['type'] === 'object' ? { ...inner, additionalProperties: false } : inner;
}

describe.each(casesIn('rulesets'))('the schemas of $ruleset', ({ ruleset, file, data }) => {
  const kind = 'departments' in data ? 'cohort' : 'department';

  it('take the departments that belong to it', async () => {
    const framework = shipped(ruleset);
    expect(validator(await schemaOf(framework, kind))(data)).toEqual([]);
    const other = kind === 'cohort' ? 'department' : 'cohort';
    expect(validator(await schemaOf(framework, other))(data)).not.toEqual([]);
  });

  it('say everything that their scores hold', async () => {
    const schema = await schemaOf(shipped(ruleset), 'scores');
    const errors = validator(closed(schema) as JsonSchema);
    expect(errors(scored(shipped(ruleset), file))).toEqual([]);
  });
});

it.each([FUTIAN.ruleset, 'rulesets/gallery/money.chi', 'rulesets/gallery/choice.chi'])(
  'the schema of scores of %s knows those of a department without any data',
  async (ruleset) => {
    const bare = JSON.stringify({ department: '无数据', year: 2024 });
    const file = path.join(folderWith({ 'bare.json': bare }), 'bare.json');
    const schema = await schemaOf(shipped(ruleset), 'scores');
    expect(validator(closed(schema) as JsonSchema)(await scoresOf(ruleset, file))).toEqual([]);
  },
);

const TEXT = `ruleset 示范 for 2024 {
  about "说明"
  total 10 points
  input 预算 : money in 万元 above 0 "全年"
  input 支出 : money in 元 from 0.5 to 1000000
  input 率 : percent from 0% to 100%
  input 人数 : count of 人 at least 1 = 3
  input 涉密 : yes or no = no
  input 类别 : one of { 一类, 二类 }
  input 起 : date = 2024-03-31
  input 季度 : list of 4 money in 万元 at least 0
  input 任务 : list of { 名称 : text  额 : number at most 9 }
  indicator 甲 6 points { judged }
  indicator 乙 4 points { score 率 * 4 points }
}
`;

describe('the schema of department files', () => {
  const inputs = async () => {
    const { $defs } = (await schemaOf(frameworkOf(TEXT), 'department')) as {
      $defs: { Inputs: { properties: Record<string, JsonSchema> } };
    };
    return $defs.Inputs.properties;
  };

  it('says unit, limits and default of each input', async () => {
    expect(await inputs()).toMatchObject({
      预算: {
        description: '全年; a figure in 万元, > 0 万元',
        $ref: '#/$defs/Money',
        exclusiveMinimum: 0,
      },
      支出: {
        description: 'a figure in 元, ≥ 0.5 元, ≤ 1000000 元',
        minimum: 0.5,
        maximum: 1000000,
      },
      率: { description: 'a percentage, ≥ 0%, ≤ 100%', $ref: '#/$defs/Percentage' },
      人数: { description: 'a figure in 人, ≥ 1 人', minimum: 1, multipleOf: 1, default: '3' },
      涉密: { $ref: '#/$defs/YesOrNo', default: false },
      起: { default: '2024-03-31' },
      季度: { $ref: '#/$defs/List', items: { minimum: 0 } },
      任务: { items: { properties: { 额: { maximum: 9 } } } },
      甲: { $ref: '#/$defs/Award', minimum: 0, maximum: 6, properties: { award: { maximum: 6 } } },
    });
  });

  it('leaves limits out where a figure must be written with its unit', async () => {
    expect(Object.keys((await inputs())['率'] ?? {})).toEqual(['description', '$ref']);
  });

  it('holds figures that are JSON numbers to the limits, plain and with evidence', async () => {
    const errors = validator(await schemaOf(frameworkOf(TEXT), 'department'));
    const with_ = (given: object) =>
      (errors({ department: '甲', year: 2024, inputs: given }) ?? []).length;
    expect(with_({ 预算: 0.01, 支出: '3', 人数: 2, 季度: [1, 2, null, '4'], 甲: 6 })).toBe(0);
    expect(with_({ 预算: { value: 3, source: '表' }, 任务: [{ 额: 9 }] })).toBe(0);
    for (const wrong of [
      { 预算: 0 },
      { 预算: { value: 0 } },
      { 支出: 1000001 },
      { 人数: 1.5 },
      { 季度: [1, 2, 3, -1] },
      { 季度: { value: [1, 2, 3, { value: -1 }] } },
      { 任务: [{ 额: 10 }] },
      { 甲: 7 },
      { 甲: { award: -1 } },
    ])
      expect(with_(wrong), JSON.stringify(wrong)).toBeGreaterThan(0);
  });

  it('has ASCII titles for everything that is a type, and no others', async () => {
    const titles: unknown[] = [];
    const collect = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      if ('title' in part && typeof part.title === 'string') titles.push(part.title);
      Object.values(part).forEach(collect);
    };
    for (const text of (await generated(shipped(FUTIAN.ruleset), 'schema')).values())
      collect(JSON.parse(text));
    expect(titles.length).toBeGreaterThan(30);
    expect(titles.filter((title) => !/^[A-Z][A-Za-z]*\d*$/.test(String(title)))).toEqual([]);
  });

  it('is described in the language that is asked for', async () => {
    const text = await fileOf(frameworkOf(TEXT), 'schema', 'department.schema.json', 'zh');
    expect(text).toContain('示范 2024：一个部门的数据文件\\n说明');
    expect(text).toContain('全年；以“万元”计的数，> 0 万元');
  });

  it('says in its first lines what it was made from', async () => {
    const framework = frameworkOf(TEXT);
    const text = await fileOf(framework, 'schema', 'scores.schema.json');
    expect(text.split('\n')[2]).toBe(
      `  "$comment": "Generated by biaochi 1.2.3 from 示范 2024 (sha256 ${framework.hash}). Do not edit.",`,
    );
  });
});
