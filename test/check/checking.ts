// Checks rulesets given as text, and says of each diagnostic which text it stands under.
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Framework } from '../../src/model/framework.ts';
import { parse } from '../../src/syntax/parse.ts';
import { createSource, textOf } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';

export interface Outcome {
  readonly framework: Framework | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Code and text under it, in the order of the text. */
  readonly said: readonly (readonly [code: string, text: string])[];
  readonly textAt: (span: Span) => string;
}

/** Checks the texts of a chain of amendments, oldest first. */
export function checkTexts(...texts: readonly string[]): Outcome {
  return outcomeOf(texts, true);
}

/** The same when nothing is known of syntax errors, which then say nothing either. */
export function checkTrees(...texts: readonly string[]): Outcome {
  return outcomeOf(texts, false);
}

function outcomeOf(texts: readonly string[], withSyntax: boolean): Outcome {
  const sources = texts.map((text, index) => createSource(`${index}.chi`, text));
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const parsed = sources.map((source) => ({ source, ...parse(source) }));
  const generations = parsed.map(({ source, file, diagnostics }) => ({
    source,
    file,
    mistakes: withSyntax ? diagnostics.map(({ span }) => span) : [],
  }));
  const { framework, diagnostics } = check(generations);
  const textAt = (span: Span) => textOf(byFile.get(span.file) ?? createSource(span.file, ''), span);
  const syntactic = withSyntax ? parsed.flatMap((one) => one.diagnostics) : [];
  const sorted = [...syntactic, ...diagnostics].sort(
    (a, b) => a.span.file.localeCompare(b.span.file) || a.span.start - b.span.start,
  );
  return {
    framework,
    diagnostics: sorted,
    said: sorted.map(({ code, span }) => [code, textAt(span)]),
    textAt,
  };
}

/** The framework of texts that must have no error. */
export function frameworkOf(...texts: readonly string[]): Framework {
  const { framework, said } = checkTexts(...texts);
  if (!framework) throw new Error(`the ruleset should be right, but ${JSON.stringify(said)}`);
  return framework;
}

/** The fixed part of most cases: a few inputs and one indicator with the given body. */
export function withRule(body: string, head = ''): string {
  return `ruleset 样例 for 2024 {
    total 10 points
    input 支出, 预算 : money in 万元 above 0
    input 人数, 编制 : count of 人 at least 0
    input 面积 : number in 平方米 at least 0
    input 完成率 : percent from 0% to 100%
    input 违规 : yes or no = no
    input 级别 : one of { 甲, 乙, 丙 }
    input 开工, 完工 : date
    input 季度 : list of 4 money in 万元
    input 任务 : list of { 名称 : text  权重 : percent  目标 : target  实际 : actual  完成 : yes or no }
    ${head}
    indicator 甲指标 10 points { ${body} }
  }`;
}
