// What `npm start` shows: the main job, done on the four real departments in rulesets/. Runs the
// built program the way anyone would and prints each command before its output.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const program = join('dist', 'cli.js');

const departments = [
  ['rulesets/futian/2022.chi', 'rulesets/futian/departments/2022-investment-promotion-centre.json'],
  ['rulesets/futian/2020.chi', 'rulesets/futian/departments/2020-enterprise-service-centre.json'],
  ['rulesets/nanshan/2023.chi', 'rulesets/nanshan/departments/2023-industry-bureau.json'],
  ['rulesets/longhua/2021.chi', 'rulesets/longhua/departments/2021-industry-bureau.json'],
];

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const words = /^zh/i.test(locale)
  ? {
      build: '还没有构建，请先运行：npm run build',
      score: '一、给四个部门评分',
      explain: '二、说明一项得分的由来',
      audit: '三、把各部门公布的得分和数据与规则核对',
      next: '接下来可以试：node dist/cli.js init 我的框架，或 node dist/cli.js --help',
    }
  : {
      build: 'Not built yet. Run first: npm run build',
      score: '1. Score four departments',
      explain: '2. Explain one score',
      audit: '3. Compare what the departments published with what the rules give',
      next: 'Try next: node dist/cli.js init my-framework, or node dist/cli.js --help',
    };

// 0 and 1 are results (1: something was found); anything else is a failure of this demonstration.
function show(...args) {
  console.log(`\n$ biaochi ${args.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
}

function title(text) {
  console.log(`\n${'━'.repeat(100)}\n${text}`);
}

if (!existsSync(join(root, program))) {
  console.error(words.build);
  process.exit(2);
}

const [futian, , nanshan] = departments;
title(words.score);
for (const [ruleset, department] of departments) show('score', ruleset, department);
title(words.explain);
show('explain', ...futian, '政府采购执行情况');
title(words.audit);
for (const [ruleset, department] of [nanshan, ...departments.filter((each) => each !== nanshan)])
  show('audit', ruleset, department);
console.log(`\n${words.next}`);
