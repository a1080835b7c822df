// What happens to a score after its rule or its parts gave it: limits, rounding, strikes, as lines of
// JavaScript over exact fractions.
import { readsStanding } from '../../interpret/rule-expression.ts';
import type { Caps, Exemption, Veto } from '../../model/framework.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Scope } from './exact-expression.ts';
import { expressionText } from './exact-expression.ts';
import { indent } from './lines.ts';

/** A score within its limits: first raised, then lowered. */
export function limitedText(score: string, { atLeast, atMost }: Caps, scope: Scope): string {
  const { use } = scope.writer;
  const raised = atLeast ? `${use('maximum')}(${score}, ${expressionText(atLeast, scope)})` : score;
  return atMost ? `${use('minimum')}(${raised}, ${expressionText(atMost, scope)})` : raised;
}

export function roundedText(score: string, rounding: Rounding | undefined, scope: Scope): string {
  const { writer } = scope;
  return rounding ? writer.rounded(score, rounding) : score;
}

/** What may strike a score, and what that needs to know. */
export interface Struck {
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  readonly full: string;
  readonly rounding: Rounding | undefined;
}

/**
 * The lines that return a score after it was struck. Of the strikes that hold, those of the highest
 * priority act alone; among them a veto beats an exemption, and the lowest veto stands.
 */
export function struckLines(standing: string, struck: Struck, scope: Scope): string[] {
  const { vetoes, exemptions, full, rounding } = struck;
  const all = [...vetoes, ...exemptions];
  if (all.length === 0) return [`return ${standing};`];
  const { writer } = scope;
  const inside: Scope = { ...scope, standing: 'standing' };
  // What a veto strikes may not even be known; it is worked out where it matters.
  const isRead = vetoes.some(({ score }) => readsStanding(score));
  const lines = isRead ? [`const standing = ${standing};`] : [];
  const scoreOf = ({ score }: Veto): string => {
    const text = expressionText(score, inside);
    return readsStanding(score) ? roundedText(text, rounding, scope) : text;
  };
  const condition = (strike: Veto | Exemption) => expressionText(strike.condition, scope);
  const priorities = [...new Set(all.map(({ priority }) => priority ?? 0))].sort((a, b) => b - a);
  for (const priority of priorities) {
    const acts = (strike: Veto | Exemption) => (strike.priority ?? 0) === priority;
    const [cuts, grants] = [vetoes.filter(acts), exemptions.filter(acts)];
    for (const { about } of cuts) lines.push(`// 一票否决 ${line(about)}`);
    const [only, ...more] = cuts;
    if (only && more.length === 0) lines.push(`if (${condition(only)}) return ${scoreOf(only)};`);
    if (only && more.length > 0) {
      const left = cuts.map((veto) => `...(${condition(veto)} ? [${scoreOf(veto)}] : []),`);
      const name = priorities.length > 1 ? `left${priority}` : 'left';
      lines.push(`const ${name} = [`, ...indent(left), '];');
      lines.push(`if (${name}.length > 0) return ${writer.use('lowest')}(${name});`);
    }
    for (const grant of grants) {
      lines.push(`// 免评 ${line(grant.about)}`);
      lines.push(`if (${condition(grant)}) return ${full};`);
    }
  }
  return [...lines, isRead ? 'return standing;' : `return ${standing};`];
}

/** A text on one line, as a comment takes it. */
export function line(text: string): string {
  return text.replace(/[\p{Zl}\p{Zp}\p{Cc}]+/gu, ' ');
}
