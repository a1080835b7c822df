// Coverage as lines of text and for programs: for each indicator how many of its branches are taken, and
// each branch that nobody takes with the place where it is written.
import type { Branch } from '../analyze/coverage/branch.ts';
import type { CoveredBranch, Coverage } from '../analyze/coverage/coverage.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import { indicatorsOf } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import { rational } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import { placeOf } from '../text/source.ts';
import { coverageWords } from './coverage-words.ts';
import type { Sources } from './diagnostics.ts';
import { position } from './diagnostics.ts';
import { hang } from './layout.ts';
import { plainTable } from './plain-table.ts';
import type { TextSettings } from './text-settings.ts';

interface Counts {
  readonly all: number;
  readonly departments: number;
  readonly examples: number;
  readonly missing: number;
  readonly unreachable: number;
}

function countsOf(branches: readonly CoveredBranch[]): Counts {
  const count = (holds: (each: CoveredBranch) => boolean) => branches.filter(holds).length;
  return {
    all: branches.length,
    departments: count(({ departments }) => departments.length > 0),
    examples: count(({ examples }) => examples > 0),
    missing: count(isMissing),
    unreachable: count(({ unreachable }) => unreachable),
  };
}

function isMissing({ departments, examples, unreachable }: CoveredBranch): boolean {
  return departments.length === 0 && examples === 0 && !unreachable;
}

/** Of the branches that somebody can take. */
function shareText({ all, unreachable, missing }: Counts): string {
  const possible = all - unreachable;
  if (missing === 0 || missing === possible) return missing === 0 ? '100%' : '0%';
  const percent = rational((possible - missing) * 100, possible);
  return `${formatExact(round(percent, { step: rational(1, 10), mode: 'down' }))}%`;
}

/** The path of the indicator or group that a branch is counted with; of an output its name. */
function holderOf({ place, output }: Branch, framework: Framework): string {
  if (output !== undefined) return `\n${output}`;
  const indicator = indicatorsOf(framework.children).find(({ path }) =>
    path.every((name, at) => place[at] === name),
  );
  return (indicator?.path ?? place).join(' / ');
}

/** The coverage as lines of text; `path` is how the ruleset was named. */
export function coverageText(
  { branches, notFollowed }: Coverage,
  framework: Framework,
  sources: Sources,
  path: string,
  settings: TextSettings,
): string[] {
  const { language, paint, width } = settings;
  const words = coverageWords[language];
  const groups = new Map<string, CoveredBranch[]>();
  for (const each of branches) {
    const holder = holderOf(each.branch, framework);
    groups.set(holder, [...(groups.get(holder) ?? []), each]);
  }
  const labelOf = (holder: string) =>
    holder.startsWith('\n')
      ? words.output(holder.slice(1))
      : (holder.split(' / ').at(-1) ?? '') || words.whole;
  const cells = (label: string, counts: Counts) => [
    label,
    String(counts.all),
    String(counts.departments),
    String(counts.examples),
    String(counts.missing),
    counts.unreachable === 0 ? '' : String(counts.unreachable),
    shareText(counts),
  ];
  const right = (text: string) => ({ text, align: 'right' }) as const;
  const table = plainTable(
    [
      { text: words.indicator, align: 'left' },
      ...[
        words.branches,
        words.byDepartments,
        words.byExamples,
        words.never,
        words.impossible,
        words.share,
      ].map(right),
    ],
    [
      ...[...groups].map(([holder, inside]) => cells(labelOf(holder), countsOf(inside))),
      cells(words.sum, countsOf(branches)),
    ],
    settings,
  );
  const listed = (head: string, found: readonly CoveredBranch[]) =>
    found.length === 0
      ? []
      : [
          '',
          paint.strong(head),
          ...found.flatMap(({ branch }) =>
            hang('  ', branchText(branch, framework, sources, language), width),
          ),
        ];
  const missing = branches.filter(isMissing);
  const title = framework.period === '' ? framework.name : `${framework.name} ${framework.period}`;
  return [
    paint.strong(words.title(title)),
    ...table,
    ...(notFollowed.length > 0 ? [words.notFollowed(notFollowed.length)] : []),
    ...(missing.length === 0 ? ['', words.all] : []),
    ...listed(words.missing, missing),
    ...listed(
      words.unreachable,
      branches.filter(({ unreachable }) => unreachable),
    ),
    ...(missing.length > 0 ? ['', words.tryExamples(path)] : []),
  ];
}

// Where, which, and as it is written.
function branchText(
  branch: Branch,
  framework: Framework,
  sources: Sources,
  language: Language,
): string {
  const words = coverageWords[language];
  const where = position(branch.span, sources);
  const holder = holderOf(branch, framework);
  const part = holder.startsWith('\n')
    ? words.output(holder.slice(1))
    : (branch.place.at(-1) ?? words.whole);
  const what = words.kind[branch.kind](branch.number);
  const written = branch.name ?? writtenText(branch, sources);
  return language === 'zh'
    ? `${where}  ${part}，${what}：${written}`
    : `${where}  ${part}, ${what}: ${written}`;
}

const LONGEST = 60;

/** The text of the rule, on one line and cut where it is long. */
function writtenText({ span }: Branch, sources: Sources): string {
  const text = sources.get(span.file)?.text.slice(span.start, span.end) ?? '';
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** The coverage for programs. */
export function coverageJson(
  { branches, notFollowed }: Coverage,
  framework: Framework,
  sources: Sources,
): object {
  const { name, period, hash, files } = framework;
  const { all, missing, unreachable, departments, examples } = countsOf(branches);
  const placeIn = ({ file, start }: Branch['span']) => {
    const source = sources.get(file);
    return { file, ...(source && placeOf(source, start)) };
  };
  return {
    ruleset: { name, year: period, hash, files },
    counts: {
      branches: all,
      takenByDepartments: departments,
      takenByExamples: examples,
      missing,
      impossible: unreachable,
      notFollowed: notFollowed.length,
    },
    branches: branches.map(
      ({ branch, departments: taking, examples: count, unreachable: never }) => ({
        path: branch.place,
        ...(branch.output === undefined ? {} : { output: branch.output }),
        kind: branch.kind,
        ...(branch.number === undefined ? {} : { number: branch.number }),
        ...(branch.name === undefined ? {} : { name: branch.name }),
        written: writtenText(branch, sources),
        place: placeIn(branch.span),
        departments: taking,
        examples: count,
        impossible: never,
      }),
    ),
  };
}
