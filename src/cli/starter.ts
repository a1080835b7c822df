// The files that `biaochi init` writes: a small framework with one of each common rule, and a
// department that it scores. Written by hand in each language, comments and all.
import type { Language } from '../diagnostics/diagnose.ts';

export interface Starter {
  readonly rulesetFile: string;
  readonly ruleset: string;
  readonly departmentFile: string;
  readonly department: string;
}

const en: Starter = {
  rulesetFile: '2025.chi',
  ruleset: `// A small framework to start from. Change a rule and run \`biaochi test\`: the examples say what breaks.
ruleset Office_Performance for 2025 {
  source "Office performance evaluation, 2025" section "Annex 1"
  total 100 points
  scores rounded to 0.01 half up
  grades {
    excellent from 90
    good from 80
    fair from 60
    poor from 0
  }

  // Where the text can be read in more than one way, an option makes the choice visible.
  option early_spending_counts : yes or no = no
    "whether spending ahead of plan earns more than the full points"

  input planned, spent : money in 万元 above 0 "budget and expenditure of the year"
  input adjustment_rate : percent at least 0% "funds moved between items, against the budget"
  input late_reports : count of 份 at least 0
  input satisfaction : percent from 0% to 100%
  input misuse : yes or no = no "funds diverted or embezzled"

  group Budget 60 points {
    indicator Execution 40 points {
      about "expenditure of the year against its budget"
      let execution_rate = spent / planned
      score (if early_spending_counts then execution_rate else min(execution_rate, 100%)) * 40 points
      at most 40 points

      example "half spent" { planned = 200 万元; spent = 100 万元 } gives 20
      example "more than planned" { planned = 100 万元; spent = 120 万元 } gives 40
    }
    indicator Compliance 20 points {
      item Adjustments 10 points {
        // Every deduction says how a part of a step counts.
        deduct 1 point per 1% of adjustment_rate above 10% prorated
      }
      item Accounting 10 points { judged }
      veto "misuse of funds" when misuse : 0

      example { adjustment_rate = 12.5%; Accounting = 10; misuse = no } gives 17.5
      example "veto" { adjustment_rate = 0%; Accounting = 10; misuse = yes } gives 0
    }
  }

  group Results 40 points {
    indicator Reporting 15 points {
      deduct 5 points per late_reports
      example "four late: nothing is left" { late_reports = 4 } gives 0
    }
    indicator Satisfaction 25 points {
      tiers of satisfaction {
        >= 95% : 25 points
        >= 90% : 20 points
        >= 80% : 10 points
        otherwise : 0 points
      }
      example "just under a tier" { satisfaction = 94.99% } gives 20
    }
  }
}
`,
  departmentFile: 'departments/2025-example-office.json',
  department: `{
  "department": "Example Office",
  "year": 2025,
  "inputs": {
    "planned": "1200.00",
    "spent": { "value": "1104.60", "source": "final accounts, table 2", "status": "verified" },
    "adjustment_rate": { "value": "12.5%", "source": "budget report, section 3" },
    "late_reports": 1,
    "satisfaction": "93.2%",
    "Accounting": { "award": "9.5", "reason": "two vouchers without a signature" }
  },
  "expected": { "total": "83.82", "grade": "good" }
}
`,
};

const zh: Starter = {
  rulesetFile: '2025.chi',
  ruleset: `// 一份可以着手的小框架。改一条规则，再运行 biaochi test：示例会说出哪里变了。
规则集 示范单位整体支出绩效评价 适用 2025 {
  来源 "2025年度部门整体支出绩效评价工作方案" 章节 "附件 1"
  总分 100 分
  得分保留到 0.01 四舍五入
  等级 {
    优 自 90
    良 自 80
    中 自 60
    差 自 0
  }

  // 原文不止一种读法的地方，用选项把所取的读法写明。
  选项 超进度计分 : 是或否 = 否 "支出快于计划时，得分是否可以不止于满分的比例"

  输入 预算数, 支出数 : 金额 万元 高于 0 "全年预算与支出"
  输入 调整调剂率 : 百分比 至少 0% "调整、调剂资金占预算的比率"
  输入 逾期报告数 : 计数 份 至少 0
  输入 满意度 : 百分比 自 0% 到 100%
  输入 违规支出 : 是或否 = 否 "截留、挤占、挪用等"

  分组 预算管理 60 分 {
    指标 预算执行情况 40 分 {
      说明 "全年支出占预算的比例"
      定义 执行率 = 支出数 / 预算数
      得分 (若 超进度计分 则 执行率 否则 较小值(执行率, 100%)) * 40 分
      至多 40 分

      示例 "支出一半" { 预算数 = 200 万元; 支出数 = 100 万元 } 应得 20
      示例 "超出预算" { 预算数 = 100 万元; 支出数 = 120 万元 } 应得 40
    }
    指标 财务合规性 20 分 {
      得分项 资金调整规范性 10 分 {
        // 按比率扣分的，都要写明零头怎样算。
        扣 1 分 每 1% 的 调整调剂率 高于 10% 按比例
      }
      得分项 会计核算规范性 10 分 { 评定 }
      一票否决 "有违规支出" 当 违规支出 : 0

      示例 { 调整调剂率 = 12.5%; 会计核算规范性 = 10; 违规支出 = 否 } 应得 17.5
      示例 "一票否决" { 调整调剂率 = 0%; 会计核算规范性 = 10; 违规支出 = 是 } 应得 0
    }
  }

  分组 履职效果 40 分 {
    指标 报告及时性 15 分 {
      扣 5 分 每 逾期报告数
      示例 "四份逾期，扣完为止" { 逾期报告数 = 4 } 应得 0
    }
    指标 公众满意度 25 分 {
      分档 满意度 {
        >= 95% : 25 分
        >= 90% : 20 分
        >= 80% : 10 分
        其余 : 0 分
      }
      示例 "略低于一档" { 满意度 = 94.99% } 应得 20
    }
  }
}
`,
  departmentFile: 'departments/2025-示范单位.json',
  department: `{
  "department": "示范单位",
  "year": 2025,
  "inputs": {
    "预算数": "1200.00",
    "支出数": { "value": "1104.60", "source": "部门决算 表2", "status": "verified" },
    "调整调剂率": { "value": "12.5%", "source": "预算执行报告 三" },
    "逾期报告数": 1,
    "满意度": "93.2%",
    "会计核算规范性": { "award": "9.5", "reason": "两张凭证缺签字" }
  },
  "expected": { "total": "83.82", "grade": "良" }
}
`,
};

export const starters: Readonly<Record<Language, Starter>> = { en, zh };
