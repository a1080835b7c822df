// What the rules of a part say, as texts of the ruleset, so that two of them can be laid side by side.
import type { Framework, Item, Rule } from '../../src/model/framework.ts';
import {
  expressionsOfItem,
  expressionsOfNode,
  readingThroughLets,
} from '../../src/prove/reading.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { Span } from '../../src/text/span.ts';
import { textOf } from '../../src/text/source.ts';
import type { TextPair } from '../answers.ts';
import type { Pair, Part } from './match-parts.ts';
import type { Sources } from './places.ts';
import type { CompareWords } from './compare-words.ts';

/** One of the two rulesets. */
export interface Side {
  readonly framework: Framework;
  readonly sources: Sources;
}

/** What differs in the rules of a pair: the rule, limits, strikes, and definitions that it reads. */
export function ruleDifferences(
  { left, right }: Pair,
  sides: readonly [Side, Side],
  words: CompareWords,
): TextPair[] {
  if (!left || !right) return [];
  const [a, b] = [statementsOf(left, sides[0], words), statementsOf(right, sides[1], words)];
  const own = pairsOf(a, b);
  return [
    ...own,
    ...pairsOf(definitionsOf(left, sides[0], words), definitionsOf(right, sides[1], words)),
  ];
}

/** Two lists of named texts as the pairs that differ; what one side lacks is empty there. */
export function pairsOf(
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
): TextPair[] {
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => {
    const pair = { name, left: left.get(name) ?? '', right: right.get(name) ?? '' };
    return sameText(pair.left, pair.right) ? [] : [pair];
  });
}

function sameText(a: string, b: string): boolean {
  return a.replace(/\s+/gu, ' ') === b.replace(/\s+/gu, ' ');
}

function statementsOf(part: Part, side: Side, words: CompareWords): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (name: string, spans: readonly (Span | undefined)[]) => {
    const said = spans.flatMap((span) => (span ? [written(span, side)] : []));
    if (said.length > 0)
      texts.set(name, [...(texts.has(name) ? [texts.get(name) ?? ''] : []), ...said].join('\n'));
  };
  for (const item of itemsOf(part)) add(words.rule, spansOf(item.rule));
  add(words.atLeast, [part.caps.atLeast?.span]);
  add(words.atMost, [part.caps.atMost?.span]);
  for (const { about, span } of part.vetoes) add(words.veto(about), [span]);
  for (const { about, span } of part.exemptions) add(words.exempt(about), [span]);
  add(words.applies, [part.applies?.span]);
  if ('kind' in part) {
    add(words.rule, [part.combine?.span]);
    add(words.notApplicable, [part.notApplicable?.span]);
  }
  return texts;
}

function itemsOf(part: Part): readonly Item[] {
  if (!('kind' in part)) return [part];
  return part.kind === 'indicator' ? part.items.filter(({ implicit }) => implicit) : [];
}

function spansOf(rule: Rule): readonly Span[] {
  return rule.kind === 'deduct' ? rule.deductions.map(({ span }) => span) : [rule.span];
}

function definitionsOf(
  part: Part,
  { framework, sources }: Side,
  words: CompareWords,
): Map<string, string> {
  const { lets, options } = framework;
  const expressions = expressionsIn(part);
  const reads = readingThroughLets(expressions, lets);
  const texts = new Map<string, string>();
  for (const id of reads.lets) {
    const named = lets.get(id);
    if (named) texts.set(words.definition(named.name), written(named.value.span, { sources }));
  }
  for (const { name, chosen } of options)
    if (reads.options.has(name)) texts.set(words.option(name), chosen);
  return texts;
}

function expressionsIn(part: Part): readonly Expression[] {
  if (!('kind' in part)) return expressionsOfItem(part);
  return part.kind === 'group'
    ? expressionsOfNode({ ...part, children: [] })
    : expressionsOfNode({ ...part, items: part.items.filter(({ implicit }) => implicit) });
}

function written(span: Span, { sources }: Pick<Side, 'sources'>): string {
  const source = sources.get(span.file);
  return source ? textOf(source, span).trim() : '';
}
