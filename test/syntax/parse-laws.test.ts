import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { SyntaxFile, SyntaxNode } from '../../src/syntax/tree.ts';
import { partsOf, visit } from '../../src/syntax/visit.ts';
import type { Part } from '../../src/syntax/visit.ts';
import { createSource } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';
import { arbitraryRuleset } from './arbitrary-ruleset.ts';
import { tokenSoup } from './arbitrary-soup.ts';

const sample = readFileSync(new URL('samples/futian.chi', import.meta.url), 'utf8');

function read(text: string) {
  return parse(createSource('test.chi', text));
}

function isWithin(span: Span, text: string): boolean {
  return span.start >= 0 && span.start <= span.end && span.end <= text.length;
}

function spansOf(file: SyntaxFile, diagnostics: readonly Diagnostic[]): readonly Span[] {
  const spans: Span[] = [];
  const collect = (part: Part) => {
    spans.push(part.span);
    partsOf(part).forEach(collect);
  };
  collect(file);
  for (const { span, related, fix } of diagnostics) {
    spans.push(
      span,
      ...related.map((place) => place.span),
      ...(fix?.edits ?? []).map((edit) => edit.span),
    );
  }
  return spans;
}

function kindsOf(file: SyntaxFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (node: SyntaxNode) => counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1);
  visit(file, { node: count });
  return counts;
}

function expectSound(text: string): void {
  const { file, diagnostics } = read(text);
  expect(spansOf(file, diagnostics).filter((span) => !isWithin(span, text))).toEqual([]);
  for (const diagnostic of diagnostics) {
    expect(sentence(diagnostic, 'en')).not.toMatch(/undefined|NaN|\[object/);
    expect(sentence(diagnostic, 'zh')).not.toMatch(/undefined|NaN|\[object/);
  }
}

describe('parsing any text', () => {
  test.prop([tokenSoup])('gives a tree and diagnostics whose spans lie in the text', (soup) => {
    expectSound(soup);
  });

  test.prop([tokenSoup])('does so inside a ruleset too', (soup) => {
    expectSound(`ruleset 甲 {\n${soup}\n}`);
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 200 })])('does so for binary', (text) => {
    expectSound(text);
  });

  test.prop([arbitraryRuleset, fc.nat(), fc.nat({ max: 20 }), tokenSoup])(
    'does so for a ruleset with a piece replaced',
    (text, at, length, soup) => {
      const start = at % (text.length + 1);
      expectSound(text.slice(0, start) + soup.slice(0, 30) + text.slice(start + length));
    },
  );
});

describe('a text cut off anywhere', () => {
  test.prop([fc.nat({ max: sample.length })])(
    'keeps the statements that were complete',
    (length) => {
      const cut = sample.slice(0, length);
      expectSound(cut);
      const complete = read(sample).file.ruleset;
      const found = kindsOf(read(cut).file);
      const whole = new Map<string, number>();
      const count = (node: SyntaxNode) => {
        if (node.span.end <= length) whole.set(node.kind, (whole.get(node.kind) ?? 0) + 1);
      };
      if (complete) visit(complete, { node: count });
      for (const [kind, times] of whole) expect(found.get(kind) ?? 0).toBeGreaterThanOrEqual(times);
    },
  );

  test.prop([arbitraryRuleset, fc.nat()])('is sound', (text, at) => {
    expectSound(text.slice(0, at % (text.length + 1)));
  });

  test.prop([fc.nat({ max: sample.length })])('lacks its braces only once', (length) => {
    const { diagnostics } = read(sample.slice(0, length));
    const braces = diagnostics.filter(({ code }) => code === 'missing-closing-brace');
    expect(braces.length).toBeLessThanOrEqual(1);
    expect(diagnostics.length).toBeLessThanOrEqual(3);
  });
});
