// Outputs in words: a section of the score sheet, and the explanation of each with its rule worked
// out. Also why a better grade, which the total reaches, was not given.
import type { ForgoneGrade, OutputResult } from '../model/sheet.ts';
import type { Value } from '../types/value.ts';
import { conditionText } from './condition.ts';
import { explanationWords } from './explanation-words.ts';
import type { Wording } from './expression.ts';
import { hang, layList } from './layout.ts';
import type { Scored } from './scored.ts';
import { judgedInputs, missingName } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import { stepWords } from './step-words.ts';
import { traceLines } from './step.ts';
import type { TextSettings } from './text-settings.ts';
import { equals, outcomeText } from './working.ts';

/** What came out, in the output's unit: `90%`, `A`, `未定（A 或 B）`. */
export function outputText(
  { output }: Pick<OutputResult, 'output'>,
  value: Value,
  wording: Wording,
) {
  return outcomeText(output.value, value, wording, true);
}

/** The section of a score sheet; nothing where the ruleset has no outputs. */
export function outputLines(scored: Scored, { language, paint, width }: TextSettings): string[] {
  const { outputs } = scored.sheet;
  if (outputs.length === 0) return [];
  const wording = { language, lets: scored.framework.lets };
  const { list, missing } = stepWords[language];
  const rows = outputs.map(({ output, value }) => {
    const open = scored.sheet.missing.filter((each) => each.outputs.includes(output.name));
    const notes = [
      ...(output.about === undefined ? [] : [output.about]),
      ...(open.length === 0
        ? []
        : [missing(open.map((each) => missingName(each, language)).join(list))]),
    ];
    return [
      output.name,
      outputText({ output }, value, wording),
      notes.join(language === 'zh' ? '；' : '; '),
    ];
  });
  return [paint.strong(sheetWords[language].outputs), ...layList(rows, width)];
}

/** `优：总分够，但 实得分 管理（17）>= 18 不成立` */
export function forgoneText(
  { grade, condition, certainty, operands }: ForgoneGrade,
  wording: Wording,
) {
  const words = sheetWords[wording.language];
  const reason = conditionText([condition], operands, wording);
  return words.forgone(grade.name, reason, certainty === 'possible');
}

/** The value and how it came about; the data and the rule's origin are the caller's to add. */
export function explainOutput(
  result: OutputResult,
  scored: Scored,
  { language, paint, width }: TextSettings,
): string[] {
  const { output, value, steps } = result;
  const wording = { language, lets: scored.framework.lets };
  const outcome = equals(outputText(result, value, wording));
  const lines = traceLines(steps, undefined, wording, judgedInputs(scored.framework));
  return [
    paint.strong(`${explanationWords[language].output} ${output.name}`),
    ...hang('  ', `${output.name} ${outcome}`, width).map(paint.strong),
    ...(output.about === undefined ? [] : hang('  ', output.about, width).map(paint.faint)),
    ...lines.flatMap(({ text }) => hang('  · ', text, width)),
  ];
}
