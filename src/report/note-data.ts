// What stands under a score sheet as titles with rows, for a page; sheet-notes.ts writes the same as
// lines of text.
import type { Language } from '../diagnostics/diagnose.ts';
import { absentRows } from './absent.ts';
import { forgoneText } from './outputs.ts';
import type { Scored } from './scored.ts';
import {
  checkRow,
  coverageText,
  defaultedTexts,
  entriesOf,
  gradeLimitTexts,
  optionRows,
} from './sheet-notes.ts';
import { sheetWords } from './sheet-words.ts';

/** One section of notes. */
export interface NoteData {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  readonly tone: 'bad' | 'warn' | 'plain';
}

// Long lists of names say less than how many there are.
const SHOWN_NAMES = 12;

/** All sections that say something; what is missing is told elsewhere. */
export function noteData(scored: Scored, language: Language): NoteData[] {
  const words = sheetWords[language];
  const { sheet, framework } = scored;
  const wording = { language, lets: framework.lets };
  const lines = (texts: readonly string[]) => texts.map((text) => [text]);
  const failed = sheet.checks.filter(({ outcome }) => outcome === 'fails');
  const undecided = sheet.checks.filter(({ outcome }) => outcome === 'undecided');
  const notes: NoteData[] = [
    ...comparedNote(scored, language),
    { title: words.failedChecks, rows: failed.map((each) => checkRow(each, wording)), tone: 'bad' },
    {
      title: words.openChecks,
      rows: lines(undecided.map(({ check }) => check.name)),
      tone: 'plain',
    },
    {
      title: words.forgoneGrades,
      rows: lines(sheet.forgone.map((each) => forgoneText(each, wording))),
      tone: 'warn',
    },
    { title: words.ceilings, rows: lines(gradeLimitTexts(sheet, language)), tone: 'warn' },
    { title: words.absent, rows: absentRows(scored, { language }), tone: 'plain' },
    { title: words.assumptions, rows: entriesOf('assumed', scored, language), tone: 'warn' },
    { title: words.rejected, rows: entriesOf('rejected', scored, language), tone: 'warn' },
    { title: words.defaulted, rows: lines(defaultedTexts(scored, language)), tone: 'plain' },
    { title: words.options, rows: optionRows(scored, language), tone: 'plain' },
    {
      title: words.coverage,
      rows: framework.scored ? [[coverageText(sheet, language)]] : [],
      tone: 'plain',
    },
  ];
  return notes.filter(({ rows }) => rows.length > 0);
}

function comparedNote({ sheet }: Scored, language: Language): NoteData[] {
  const words = sheetWords[language];
  const { cohort } = sheet;
  if (cohort === 'not-needed') return [];
  if (cohort === 'unknown') return [{ title: words.cohortUnknown, rows: [['']], tone: 'warn' }];
  const others = cohort.names.filter((name) => name !== sheet.departmentName);
  const shown = others.slice(0, SHOWN_NAMES);
  const names = shown.length < others.length ? [...shown, '…'] : shown;
  return [
    { title: words.compared(others.length), rows: [[names.join(words.list)]], tone: 'plain' },
  ];
}
