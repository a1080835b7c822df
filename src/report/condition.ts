// Conditions with the facts that decide them: `实际采购金额 > 采购计划金额（743 万元 > 223.40 万元）`.
// Comparisons of figures show the figures; readings and yes-or-no facts show what was chosen or given.
import type { Expression } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Operands } from '../model/sheet.ts';
import type { Wording } from './expression.ts';
import { expressionText, substituted } from './expression.ts';
import { valueText } from './figure.ts';
import { stepWords } from './step-words.ts';

/** The conditions by name, then in brackets the facts that the names do not already say. */
export function conditionText(
  conditions: readonly Expression[],
  operands: Operands,
  wording: Wording,
): string {
  const { list } = stepWords[wording.language];
  const names = conditions.map((condition) => expressionText(condition, wording));
  const facts = new Set(conditions.flatMap((condition) => factsOf(condition, operands, wording)));
  for (const name of names) facts.delete(name);
  const said = names.join(list);
  if (facts.size === 0) return said;
  return wording.language === 'zh'
    ? `${said}（${[...facts].join(list)}）`
    : `${said} (${[...facts].join(list)})`;
}

/**
 * The facts alone, `季度得分封顶 = 否`, where readings and yes-or-no facts decide and all are known;
 * undefined where figures are compared.
 */
export function factsText(
  conditions: readonly Expression[],
  operands: Operands,
  wording: Wording,
): string | undefined {
  const parts = conditions.flatMap((condition) => [...within(condition)]);
  if (parts.some((part) => isFigure(part) || (isReference(part) && !isWord(part))))
    return undefined;
  const names = new Set(parts.flatMap((part) => (isReference(part) ? [part.name] : [])));
  const facts = new Set(conditions.flatMap((condition) => factsOf(condition, operands, wording)));
  if (facts.size === 0 || facts.size < names.size) return undefined;
  return [...facts].join(stepWords[wording.language].list);
}

function factsOf(condition: Expression, operands: Operands, wording: Wording): string[] {
  const parts = [...within(condition)];
  if (parts.some(isFigure)) return [substituted(condition, operands, wording)];
  return parts.flatMap((part) => {
    if (!isReference(part) || !isWord(part)) return [];
    const value = operands.get(part.name);
    const text = value && valueText(value, undefined, wording.language);
    return text === undefined ? [] : [`${part.name} = ${text}`];
  });
}

function isFigure({ type }: Expression): boolean {
  return type.kind === 'number' || type.kind === 'date';
}

function isWord({ type }: Expression): boolean {
  return type.kind === 'boolean' || type.kind === 'enumeration';
}

function isReference(
  part: Expression,
): part is Extract<Expression, { kind: 'input' | 'option' | 'let' }> {
  return part.kind === 'input' || part.kind === 'option' || part.kind === 'let';
}
