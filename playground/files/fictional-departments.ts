// Fictional departments beside the real one of a framework, so that a change of the rules can be seen to
// move several: each is the real one with figures of its own, and its name says that it is made up.
import type { DepartmentFile } from '../protocol.ts';

interface Fictional {
  readonly name: string;
  /** Figures by the names that the frameworks of Shenzhen share; those that a framework lacks are left out. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** Of a hundred parts of the points for benefits, how many it was awarded. */
  readonly benefits: number;
}

const PROCUREMENT = (done: string) => ({ 采购计划金额: '1000.00', 实际采购金额: done });
const STAFF = (permanent: string, posts: string, others: string) => ({
  在编人数: permanent,
  核定编制数: posts,
  编外人数: others,
});
const PROJECTS = (done: string) => ({ 计划完成项目数: '40', 按时完成项目数: done });
const SPENDING = (...quarters: readonly string[]) => ({
  年初预算: '50000.00',
  调整后预算: '50000.00',
  季度累计支出: quarters,
  季度预算: ['50000.00', '50000.00', '50000.00', '50000.00'],
});

const DEPARTMENTS: readonly Fictional[] = [
  {
    name: '甲局（虚构）',
    figures: {
      ...SPENDING('13000.00', '25600.00', '38000.00', '49500.00'),
      ...PROCUREMENT('985.00'),
      ...STAFF('60', '62', '2'),
      ...PROJECTS('40'),
      剔除后调整调剂率: '3.2%',
      公众满意度: '97%',
    },
    benefits: 96,
  },
  {
    name: '乙局（虚构）',
    figures: {
      ...SPENDING('10500.00', '22100.00', '36000.00', '47800.00'),
      ...PROCUREMENT('902.50'),
      ...STAFF('48', '50', '4'),
      ...PROJECTS('39'),
      剔除后调整调剂率: '10.5%',
      公众满意度: '93%',
      重点工作未完成数: '0',
    },
    benefits: 84,
  },
  {
    name: '丙街道办事处（虚构）',
    figures: {
      ...SPENDING('9800.00', '20300.00', '33500.00', '46000.00'),
      ...PROCUREMENT('870.00'),
      ...STAFF('75', '75', '9'),
      ...PROJECTS('38'),
      剔除后调整调剂率: '12.4%',
      公众满意度: '91%',
      重点工作未完成数: '1',
    },
    benefits: 84,
  },
  {
    name: '丁中心（虚构）',
    figures: {
      ...SPENDING('6000.00', '17500.00', '29000.00', '43500.00'),
      ...PROCUREMENT('640.00'),
      ...STAFF('41', '40', '5'),
      ...PROJECTS('36'),
      剔除后调整调剂率: '21%',
      公众满意度: '88%',
      重点工作未完成数: '1',
    },
    benefits: 72,
  },
  {
    name: '戊局（虚构）',
    figures: {
      ...SPENDING('3500.00', '11000.00', '22000.00', '36500.00'),
      ...PROCUREMENT('410.00'),
      ...STAFF('33', '30', '12'),
      ...PROJECTS('30'),
      剔除后调整调剂率: '46%',
      公众满意度: '79%',
      重点工作未完成数: '3',
      违规支出: true,
    },
    benefits: 48,
  },
  {
    name: '己局（虚构，数据不全）',
    figures: {
      ...SPENDING('11800.00', '23900.00', '36900.00', '48200.00'),
      ...PROCUREMENT('950.00'),
      ...STAFF('55', '58', '3'),
      ...PROJECTS('40'),
      剔除后调整调剂率: null,
      公众满意度: null,
    },
    benefits: 76,
  },
];

/** The fictional departments that take after a real one; benefits are worth so many points there. */
export function fictionalBeside(
  { path, text }: DepartmentFile,
  benefitPoints: number,
): readonly DepartmentFile[] {
  const real = JSON.parse(text) as { year: unknown; inputs: Readonly<Record<string, unknown>> };
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return DEPARTMENTS.map((fictional, at) => {
    const inputs = Object.entries(real.inputs).flatMap(([name, given]) => {
      const value = valueOf(fictional, name, given, benefitPoints);
      return value === undefined ? [] : [[name, value] as const];
    });
    const department = {
      department: fictional.name,
      year: real.year,
      note: '虚构的单位，数据是编的，用来看规则改了以后谁受影响。',
      inputs: Object.fromEntries(inputs),
    };
    return {
      path: `${folder}fictional-${at + 1}.json`,
      text: `${JSON.stringify(department, null, 2)}\n`,
    };
  });
}

// Without the sources of the real one; what only its own tables say is not known of the others.
function valueOf(
  { figures, benefits }: Fictional,
  name: string,
  given: unknown,
  benefitPoints: number,
): unknown {
  if (Object.hasOwn(figures, name)) return figures[name];
  if (/^年度任务|^任务|^绩效目标表/.test(name)) return undefined;
  if (/^年初|^调整后|^实际基本|^实际项目/.test(name)) return undefined;
  if (typeof given !== 'object' || given === null) return given;
  const { value, award, entries, choice } = given as Readonly<Record<string, unknown>>;
  if (value !== undefined) return value;
  if (name.startsWith('社会效益'))
    return {
      award: String((benefits * benefitPoints) / 100),
      reason: '虚构的评定',
      status: 'judged',
    };
  return Object.fromEntries(
    Object.entries({ award, entries, choice, status: 'judged' }).filter(
      ([, part]) => part !== undefined,
    ),
  );
}
