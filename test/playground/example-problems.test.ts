// A worked example that a change of the rules breaks is said at its line, with both figures.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleProblems } from '../../playground/worker/example-problems.ts';
import { compile } from '../../src/compile.ts';
import { createSource } from '../../src/text/source.ts';

const TEXT = readFileSync('rulesets/gallery/deductions.chi', 'utf8');

function problemsIn(text: string, language: 'en' | 'zh') {
  const host = { read: () => undefined, resolve: (_: string, path: string) => path };
  const { framework, sources } = compile(createSource('deductions.chi', text), host);
  if (!framework) throw new Error('the ruleset has errors');
  return exampleProblems(framework, sources, language);
}

test('rules that give their examples have no problem', () => {
  expect(problemsIn(TEXT, 'zh')).toEqual([]);
});

test('a rule that was changed is at odds with its example', () => {
  const changed = TEXT.replace('gives -5', 'gives -4');
  expect(changed).not.toBe(TEXT);
  const line = changed.slice(0, changed.indexOf('gives -4')).split('\n').length;
  const [problem, second] = problemsIn(changed, 'zh');
  expect(second).toBeUndefined();
  expect(problem?.severity).toBe('warning');
  expect(problem?.place.line).toBe(line);
  expect(problem?.message).toContain('写明 −4，按现在的规则得 −5');
  expect(problemsIn(changed, 'en')[0]?.message).toContain('says −4, and the rules give −5');
});
