// Departments or scores of a project as a file to download.
import { decimalsFor } from '../../src/report/score-sheet.ts';
import { scoresJson } from '../../src/report/json.ts';
import { scoreText } from '../../src/report/figure.ts';
import { indicatorScores, stillMatters } from '../../src/report/scored.ts';
import type { Scored } from '../../src/report/scored.ts';
import type { Framework } from '../../src/model/framework.ts';
import { indicatorsOf } from '../../src/model/framework.ts';
import { entryOf } from '../../src/input/document.ts';
import type { DocumentNode } from '../../src/input/document.ts';
import { readDocument } from '../../src/input/read-document.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { ExportView } from '../answers.ts';
import { departmentRows, tableFile } from '../files/export-file.ts';
import { safeName } from '../files/import-file.ts';
import { plainOf } from '../files/json-edit.ts';
import { tableWords } from '../files/table-words.ts';
import type { Member } from './departments.ts';
import { keyOf } from './part-views.ts';
import { scoredOf } from './result.ts';
import type { ScoredMember } from './score-members.ts';

type Format = 'json' | 'csv' | 'xlsx';

/** The departments' data. */
export async function exportDepartments(
  framework: Framework,
  members: readonly Member[],
  format: Format,
  language: Language,
): Promise<ExportView> {
  const name = safeName(framework.name);
  const departments = members.map((member) => {
    const { root } = readDocument(member.source);
    const list = member.member === undefined ? undefined : entryOf(root, 'departments');
    const own: DocumentNode | undefined =
      list?.kind === 'list' ? list.entries[member.member ?? 0] : root;
    const common = entryOf(root, 'common');
    return {
      own,
      name: member.department?.name ?? '',
      year: member.department?.year ?? '',
      inputs: together(common, entryOf(own, 'inputs')),
      department: member.department,
    };
  });
  if (format === 'json') {
    const all = departments.map(({ own }) => plainOf(own));
    const content = `${JSON.stringify(all, null, 2)}\n`;
    return { kind: 'file', name: `${name}.json`, type: 'application/json', content };
  }
  const rows = departmentRows(departments, framework, language);
  return tableFile(name, tableWords[language].department, rows, format);
}

function together(
  common: DocumentNode | undefined,
  own: DocumentNode | undefined,
): DocumentNode | undefined {
  if (common?.kind !== 'object' || own?.kind !== 'object') return own;
  return { ...own, entries: new Map([...common.entries, ...own.entries]) };
}

/** The scores of all departments: JSON as the command line gives it, or a table. */
export async function exportScores(
  framework: Framework,
  members: readonly ScoredMember[],
  format: Format,
  language: Language,
): Promise<ExportView> {
  const words = tableWords[language];
  const name = `${safeName(framework.name)}-${words.scores}`;
  const scored = members.flatMap((member) => scoredOf(framework, member) ?? []);
  if (format === 'json') {
    const content = `${JSON.stringify(scoresJson(framework, scored, language), null, 2)}\n`;
    return { kind: 'file', name: `${name}.json`, type: 'application/json', content };
  }
  const indicators = indicatorsOf(framework.children);
  const head = [
    words.department,
    words.year,
    ...(framework.scored ? [words.total, words.grade] : []),
    ...indicators.map((indicator) => indicator.path.join(' / ')),
    words.missing,
  ];
  const rows = scored.map((each) => scoreRow(each, framework));
  return tableFile(name, words.scores, [head, ...rows], format);
}

function scoreRow(scored: Scored, framework: Framework): string[] {
  const { sheet } = scored;
  const decimals = decimalsFor(scored);
  const byPath = new Map(
    indicatorScores(sheet.children).map((score) => [keyOf(score.indicator.path), score]),
  );
  const figures = indicatorsOf(framework.children).map(({ path }) => {
    const score = byPath.get(keyOf(path));
    return score && score.applicability !== 'absent' ? scoreText(score.score, decimals) : '';
  });
  const missing = sheet.missing.filter(stillMatters).length;
  return [
    sheet.departmentName,
    sheet.departmentYear,
    ...(framework.scored ? [scoreText(sheet.total, decimals), sheet.grades.join('/')] : []),
    ...figures,
    missing === 0 ? '' : String(missing),
  ];
}
