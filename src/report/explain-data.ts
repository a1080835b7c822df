// What an explanation says last: the data that a score rests on with their evidence, and the document
// and the files that the rule comes from.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Citation, Input, Origin } from '../model/framework.ts';
import type { Source } from '../text/source.ts';
import { placeOf } from '../text/source.ts';
import { PLAIN } from '../types/unit.ts';
import { awardNotes } from './award.ts';
import { explanationWords } from './explanation-words.ts';
import { pointsText, rangeText, valueText } from './figure.ts';
import { hang, layList } from './layout.ts';
import { unitOf } from './ratio.ts';
import type { Scored } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';

export interface ExplanationSettings extends TextSettings {
  /** The texts of the ruleset's files, so that places can be given as lines. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** The data that were looked at, each with its evidence. */
export function dataLines(
  reads: ReadonlySet<string>,
  scored: Scored,
  { language, paint, width }: ExplanationSettings,
): string[] {
  const rows = dataRows(reads, scored, language);
  if (rows.length === 0) return [];
  return [
    `  ${paint.faint(explanationWords[language].data)}`,
    ...layList(rows, width, '    ').map(paint.faint),
  ];
}

/** The same as rows: the name, the figure, and its evidence or what it may be. */
export function dataRows(
  reads: ReadonlySet<string>,
  scored: Scored,
  language: Language,
): string[][] {
  const used = scored.framework.inputs.filter((input) => reads.has(input.name));
  return used.map((input) => dataRow(input, scored, language));
}

function dataRow(input: Input, scored: Scored, language: Language): string[] {
  const words = explanationWords[language];
  const { department, sheet } = scored;
  const value = department.values.get(input.name);
  const award = department.awards.get(input.name);
  const evidence = (value ?? award)?.evidence;
  const unit = input.kind === 'value' ? unitOf(input.type) : undefined;
  if (evidence) {
    const status = sheetWords[language].statuses[evidence.status];
    const figure = value
      ? (valueText(value.value, unit, language) ?? '…')
      : awardText(input, scored, language);
    return [
      input.name,
      figure,
      [status, evidence.source, evidence.note]
        .filter((part) => part !== undefined)
        .join(words.comma),
    ];
  }
  if (input.kind === 'value' && input.default && sheet.defaulted.includes(input.name))
    return [input.name, valueText(input.default, unit, language) ?? '…', words.byDefault];
  const possible =
    input.kind === 'value' && input.type.kind === 'number'
      ? rangeText(input.range, unit ?? PLAIN, language)
      : '';
  return [input.name, words.notGiven, possible];
}

function awardText(input: Input, { department, framework }: Scored, language: Language): string {
  const award = department.awards.get(input.name);
  if (input.kind !== 'judged' || !award) return '';
  // The reason stands with the award itself.
  const notes = awardNotes({ ...award, reason: undefined }, input, {
    language,
    lets: framework.lets,
  });
  return [pointsText(award.points, language), ...notes].join(explanationWords[language].comma);
}

/** The document and the files that a rule comes from. */
export function ruleLines(
  cited: Citation | undefined,
  origins: readonly Origin[],
  settings: ExplanationSettings,
): string[] {
  const { language, paint, width } = settings;
  const words = explanationWords[language];
  const document = citationText(cited);
  const distinct = [...new Set(origins.map((origin) => originText(origin, settings)))];
  const texts = [
    ...(document === '' ? [] : [document]),
    ...(distinct.length === 0 ? [] : [distinct.join(words.comma)]),
  ];
  if (texts.length === 0) return [];
  return [`  ${words.rule}`, ...texts.flatMap((text) => hang('    ', text, width))].map(
    paint.faint,
  );
}

/** The document and the place in it. */
export function citationText(cited: Citation | undefined): string {
  return [cited?.document, cited?.section].filter((part) => part !== undefined).join(' ');
}

/** `写于 futian/2022.chi:12` */
export function originText(
  { file, span, act }: Origin,
  { language, sources }: Pick<ExplanationSettings, 'language' | 'sources'>,
): string {
  const source = sources.get(file);
  const line = source ? `:${placeOf(source, span.start).line}` : '';
  return `${explanationWords[language].acts[act]} ${file}${line}`;
}
