// Rulesets that were written to break out of the program that checks departments' files: no text of
// theirs may become a part of it, and each name still means what it says.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { compile } from '../../src/compile.ts';
import { generate } from '../../src/generate/generate.ts';
import { neutralName, neutralSchema, ownName } from '../../src/input/neutral-names.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { departmentSchema } from '../../src/input/schema.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';

const BREAKING = '"+(globalThis.stolen=1)+"';
const NAMES = [
  BREAKING,
  "'];globalThis.stolen=1;['",
  '${globalThis.stolen=1}',
  '\\"); globalThis.stolen = 1; //',
  '*/globalThis.stolen=1/*',
  '</script><img src=x onerror=stolen()>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'X005f',
  'a/b~1c',
  'x\u0000y',
  '换行',
];

function frameworkOf(text: string): Framework {
  const { framework, diagnostics } = compile(createSource('a.chi', text), {
    read: () => undefined,
    resolve: (_, path) => path,
  });
  if (!framework) throw new Error(diagnostics.map(({ code }) => code).join());
  return framework;
}

const quoted = (name: string) => `「${name}」`;

/** A ruleset that takes an input of every kind under a name. */
function rulesetOf(name: string): string {
  return `规则集 甲 {
  总分 4 分
  输入 ${quoted(name)} : 计数 ${quoted(`${name}个`)}
  输入 甲类 : 选自 { ${quoted(name)}, 其他 }
  输入 表 : 列表 { ${quoted(name)} : 数 }
  指标 一 1 分 { 扣 1 分 每 ${quoted(name)} }
  指标 二 1 分 { 扣 1 分 当 甲类 = 其他 }
  指标 三 1 分 { 扣 1 分 当 (求和 ${quoted(name)} 于 表) > 1 }
  指标 四 1 分 { 清单 { ${quoted(name)} 1 分 } }
}
`;
}

function read(framework: Framework, inputs: Readonly<Record<string, unknown>>) {
  const text = JSON.stringify({ department: '局', year: 2024, inputs });
  return readDepartment(framework, createSource('d.json', text));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('hostile names', () => {
  test.each(NAMES)('%j is an ordinary name', (name) => {
    const programs: string[] = [];
    const original = Function;
    vi.stubGlobal(
      'Function',
      new Proxy(original, {
        construct: (target, given: string[]) => {
          programs.push(given.join('\n'));
          return Reflect.construct(target, given);
        },
      }),
    );
    const framework = frameworkOf(rulesetOf(name));
    const given = {
      [name]: '2',
      甲类: name,
      表: [Object.fromEntries([[name, '1']])],
      四: { entries: Object.fromEntries([[name, true]]) },
    };
    // A literal would set the prototype instead of an entry.
    const own = Object.fromEntries(Object.entries({ ...given }).concat([[name, '2']]));
    const { department, diagnostics } = read(framework, own);
    expect(diagnostics).toEqual([]);
    expect(department?.values.get(name)?.value).toMatchObject({ kind: 'number' });
    expect(programs.length).toBeGreaterThan(0);
    for (const program of programs) {
      expect(program).not.toContain('stolen');
      expect(program).not.toMatch(/[^\n -~]/u);
    }
    expect('stolen' in globalThis).toBe(false);
  });

  test('in a file, what the ruleset does not know is named as it is written', () => {
    const framework = frameworkOf(rulesetOf('次数'));
    for (const name of NAMES.filter((each) => !/[\0/~]/u.test(each))) {
      const { diagnostics } = read(framework, Object.fromEntries([[name, 1]]));
      expect(diagnostics.map(({ code, facts }) => [code, facts])).toMatchObject([
        ['unknown-input', { name }],
      ]);
    }
  });
});

test('files for other programs are made without running anything of the names', async () => {
  for (const name of NAMES.filter((each) => each.includes('stolen')).slice(0, 4))
    for (const target of ['validator', 'schema', 'reader'] as const) {
      const made = await generate(frameworkOf(rulesetOf(name)), {
        target,
        language: 'zh',
        version: '0',
      });
      expect(made.kind).not.toBe('refused');
      expect('stolen' in globalThis).toBe(false);
    }
});

describe('neutral names', () => {
  test.each([...NAMES, 'value', 'inputs', '', '0', '\u2028', '\ud83d\ude00', '\ud83d'])(
    '%j comes back as it was',
    (name) => {
      const neutral = neutralName(name);
      expect(neutral).toMatch(/^(?:[a-z]+|X[0-9a-f]*)$/);
      expect(ownName(neutral)).toBe(name);
    },
  );

  test('a schema holds no name of the ruleset but in the words that it lists', () => {
    const schema = neutralSchema(departmentSchema(frameworkOf(rulesetOf(BREAKING))));
    const keys: string[] = [];
    JSON.stringify(schema, (key, value: unknown) => {
      keys.push(key);
      return value;
    });
    expect(keys.filter((key) => !/^[A-Za-z0-9$]*$/.test(key))).toEqual([]);
  });
});
