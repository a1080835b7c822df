// What a keystroke costs the playground's worker: Futian 2022 with 200 departments compiled, proved, scored
// and laid out again after a change of its text, with the baseline beside it.
import { readFileSync } from 'node:fs';
import { createSession, scoreProject } from '../../playground/worker/session.ts';
import type { Project } from '../../playground/protocol.ts';
import { pathOf } from './folder.ts';
import { median } from './rounds.ts';
import { table } from './table.ts';

const DEPARTMENTS = 200;
const WARM = 8;
const TIMES = 30;

const FUTIAN = 'futian/2022.chi';
const COMMON = 'shenzhen/common.chi';

type Edit = (files: Readonly<Record<string, string>>, turn: number) => Record<string, string>;

const EDITS: readonly (readonly [string, Edit])[] = [
  [
    'a letter in a comment',
    (files, turn) => changed(files, FUTIAN, (text) => `${text}// ${turn}\n`),
  ],
  [
    'two weights',
    (files, turn) =>
      changed(files, FUTIAN, (text) =>
        text.replace(
          /\}\s*$/,
          `  分值 重点工作完成情况 = ${8 + (turn % 3)}\n  分值 项目完成及时性 = ${6 - (turn % 3)}\n}\n`,
        ),
      ),
  ],
  [
    'a grade’s bound',
    (files, turn) =>
      changed(files, COMMON, (text) => text.replace('优 自 90', `优 自 ${90 + (turn % 5)}`)),
  ],
  [
    'a formula',
    (files, turn) =>
      changed(files, COMMON, (text) =>
        text.replace(/(定义 政府采购执行率 = [^\n]*)/, `$1 * ${(turn % 3) + 1}`),
      ),
  ],
];

function changed(
  files: Readonly<Record<string, string>>,
  file: string,
  edit: (text: string) => string,
): Record<string, string> {
  const before = files[file] ?? '';
  const text = edit(before);
  if (text === before) throw new Error(`nothing was changed in ${file}`);
  return { ...files, [file]: text };
}

export function keystroke(): string {
  const read = (path: string) => readFileSync(pathOf(`rulesets/${path}`), 'utf8');
  const files = { [FUTIAN]: read(FUTIAN), [COMMON]: read(COMMON) };
  const department = read('futian/departments/2022-investment-promotion-centre.json');
  const departments = Array.from({ length: DEPARTMENTS }, (_, place) => ({
    path: `departments/${place}.json`,
    text: varied(department, place),
  }));
  const session = createSession();
  const project: Project = {
    revision: 0,
    language: 'zh',
    files,
    open: FUTIAN,
    departments,
    selected: 0,
    baseline: files,
  };
  const time = (now: Project): number => {
    const start = performance.now();
    const { result } = scoreProject(now, session);
    const taken = performance.now() - start;
    if (result?.departments.length !== DEPARTMENTS) throw new Error('the text has an error');
    return taken;
  };
  const rows = [['the first time', time(project).toFixed(0), '', '']];
  for (const [name, edit] of EDITS) {
    const times: number[] = [];
    for (let turn = 0; turn < WARM + TIMES; turn++)
      times.push(time({ ...project, revision: turn, files: edit(files, turn) }));
    const warm = times.slice(WARM).sort((a, b) => a - b);
    const figures = [median(warm), warm[0] ?? 0, warm[Math.floor(warm.length * 0.95)] ?? 0];
    rows.push([name, ...figures.map((figure) => figure.toFixed(1))]);
  }
  return table(['changed', 'median, ms:', 'least, ms:', '95 % within, ms:'], rows);
}

// The same every time: people, purchases and spending differ from one to the next.
function varied(text: string, place: number): string {
  return text
    .replace('服务中心"', `服务中心${place}"`)
    .replace('"52"', `"${40 + (place % 20)}"`)
    .replace('"2.96"', `"${2 + (place % 17)}.96"`)
    .replace('142585.54', `${142585 - place * 100}.54`);
}
