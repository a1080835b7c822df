// A small framework with one of every kind of rule, and departments scored by it: what the tests of
// the reports start from.
import { compile } from '../../src/compile.ts';
import type { EvidenceStatus } from '../../src/input/department.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { PLAIN_PAINT } from '../../src/report/paint.ts';
import type { Scored } from '../../src/report/scored.ts';
import type { TextSettings } from '../../src/report/text-settings.ts';
import { createSource } from '../../src/text/source.ts';
import type { Source } from '../../src/text/source.ts';

export const zh: TextSettings = { language: 'zh', paint: PLAIN_PAINT, width: 100 };
export const en: TextSettings = { language: 'en', paint: PLAIN_PAINT, width: 100 };

const RULESET = `ruleset 示范区绩效评价 for 2024 {
  source "评价办法" section "附表"
  total 30 points
  scores rounded to 0.01 half up
  grades { 优 from 27  良 from 24  差 from 0 }
  option 零头 : one of { 照实, 舍去 } = 照实
  input 计划, 支出 : money in 万元 above 0
  input 在编, 编外 : count of 人 at least 1
  input 差错 : count of 项 at least 0
  input 调整率 : percent at least 0%
  input 违规 : yes or no = no
  input 无采购 : yes or no = no

  group 管理 20 points {
    group 资金 12 points {
      indicator 执行率 6 points {
        let 比率 = 支出 / 计划
        item 采购 4 points {
          when 支出 > 计划 : 0
          otherwise : 比率 * 4 points
        }
        item 落实 2 points { judged }
        not applicable when 无采购 redistribute within group
      }
      indicator 合规 6 points {
        item 调整 3 points { deduct 0.1 per 1% of 调整率 above 10% prorated }
        item 核算 3 points { deduct 1 point per 差错 }
        veto "挪用资金" when 违规 : 0
      }
    }
    group 人员 8 points {
      indicator 编外控制率 4 points {
        tiers of 编外 / (在编 + 编外) { < 5% : 4  5%..10% : 2  otherwise : 0 }
      }
      indicator 公开 4 points {
        item 预算公开 2 points { judged one of { 按要求 : 2  不合要求 : 1  未公开 : 0 } }
        item 制度 2 points { checklist { 有制度 1 point  已执行 1 point } }
      }
    }
  }
  indicator 满意度 10 points { judged }
  check "支出不超过计划" : 支出 <= 计划
}
`;

export const COMPLETE = {
  计划: '19.50',
  支出: { value: '2.96', source: '报告 一（四）', status: 'verified' },
  在编: 52,
  编外: 16,
  差错: 2,
  调整率: { value: '15.4%', status: 'assumed', note: '由得分倒推' },
  落实: 2,
  预算公开: { choice: '不合要求', reason: '迟了十天' },
  制度: { entries: { 有制度: true, 已执行: false }, reason: '没有记录' },
  满意度: { award: '9.5', reason: '两次投诉' },
};

/** The inputs but one. */
export function without(inputs: object, name: string): object {
  return Object.fromEntries(Object.entries(inputs).filter(([each]) => each !== name));
}

/** What scoring was asked for besides the data. */
export interface Choices {
  readonly without?: readonly EvidenceStatus[];
  readonly options?: ReadonlyMap<string, string>;
}

interface Compiled {
  readonly framework: Framework;
  readonly source: Source;
}

const compiled = new Map<string, Compiled>();

/** The framework and its source; fails the test when it does not compile. */
export function framework(text = RULESET): Compiled {
  const known = compiled.get(text);
  if (known) return known;
  const source = createSource('rules.chi', text);
  const { framework: rules, diagnostics } = compile(source, {
    read: () => undefined,
    resolve: (_, path) => path,
  });
  if (!rules)
    throw new Error(
      diagnostics.map((each) => `${each.code} ${JSON.stringify(each.facts)}`).join('\n'),
    );
  compiled.set(text, { framework: rules, source });
  return { framework: rules, source };
}

/** A department with these inputs, scored. */
export function score(inputs: object, choices: Choices = {}, text = RULESET): Scored {
  const { framework: rules } = framework(text);
  const file = JSON.stringify({ department: '示范局', year: 2024, inputs });
  const { department, diagnostics } = readDepartment(rules, createSource('d.json', file));
  if (!department)
    throw new Error(
      diagnostics.map((each) => `${each.code} ${JSON.stringify(each.facts)}`).join('\n'),
    );
  const options = choices.options ?? new Map<string, string>();
  const sheet = evaluate(rules, department, { options, without: new Set(choices.without ?? []) });
  return { framework: rules, department, sheet, options };
}
