// The first example: a ruleset small enough to be read at once, and departments that differ enough for a
// change to be seen. The street offices are invented.
import type { DepartmentFile } from '../protocol.ts';

export const STREET: DepartmentFile = {
  path: 'examples/street.chi',
  text: `// 入门示例。改一改分值、扣分或档次，右边的得分随之而变。
规则集 街道办事处绩效评价 适用 2024 {
  来源 "2024年度绩效评价工作方案（示例）" 章节 "附件 2"
  总分 10 分
  得分保留到 0.01 四舍五入
  等级 { 优 自 9   良 自 8   中 自 6   差 自 0 }

  输入 预算数 : 金额 万元 高于 0 "全年预算"
  输入 支出数 : 金额 万元 至少 0 "全年支出"
  输入 逾期事项 : 计数 项 "逾期办结的事项"
  输入 满意度 : 百分比 自 0% 到 100% "群众满意度"

  分组 预算管理 6 分 {
    指标 预算执行率 6 分 {
      说明 "全年支出占预算的比例"
      得分 支出数 / 预算数 * 满分
      至多 满分

      示例 { 预算数 = 300 万元; 支出数 = 280 万元 } 应得 5.60
    }
  }
  分组 服务效果 4 分 {
    指标 办理及时性 2 分 {
      扣 0.5 分 每 逾期事项

      示例 { 逾期事项 = 3 } 应得 0.5
    }
    指标 群众满意度 2 分 {
      分档 满意度 { >= 95% : 2   >= 85% : 1   其余 : 0 }
    }
  }
}
`,
};

interface Figures {
  readonly name: string;
  readonly file: string;
  readonly budget: string;
  readonly spent: string;
  readonly late: string;
  readonly content: string | null;
}

const FIGURES: readonly Figures[] = [
  {
    name: '东湖街道',
    file: 'donghu',
    budget: '300.00',
    spent: '280.00',
    late: '1',
    content: '96%',
  },
  {
    name: '西山街道',
    file: 'xishan',
    budget: '450.00',
    spent: '441.00',
    late: '0',
    content: '97.5%',
  },
  {
    name: '南桥街道',
    file: 'nanqiao',
    budget: '260.00',
    spent: '221.00',
    late: '2',
    content: '88%',
  },
  {
    name: '北苑街道',
    file: 'beiyuan',
    budget: '380.00',
    spent: '376.20',
    late: '3',
    content: '84.9%',
  },
  {
    name: '中和街道',
    file: 'zhonghe',
    budget: '520.00',
    spent: '494.00',
    late: '0',
    content: null,
  },
];

export const STREET_DEPARTMENTS: readonly DepartmentFile[] = FIGURES.map(
  ({ name, file, budget, spent, late, content }) => ({
    path: `examples/departments/street-${file}.json`,
    text: `{
  "department": "${name}",
  "year": 2024,
  "inputs": {
    "预算数": { "value": "${budget}", "source": "部门预算", "status": "disclosed" },
    "支出数": { "value": "${spent}", "source": "部门决算", "status": "verified" },
    "逾期事项": ${late},
    "满意度": ${content === null ? 'null' : `"${content}"`}
  }
}
`,
  }),
);
