// Runs every block of the language reference, in both languages: rulesets compile without a word and
// their examples come out, the ones that show an error give that error, and the department's file
// scores as it says. What can be checked of the text is: the rules in its table of sentences, its links.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { Host } from '../../src/compile.ts';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import { runExpected, runExpectedTogether } from '../../src/evaluate/run-expected.ts';
import { readDepartments } from '../../src/input/read-cohort.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import type { Block } from './blocks.ts';
import { blocksOf } from './blocks.ts';

const DOCUMENTS = ['docs/language.md', 'docs/language.zh-CN.md'];

function textOf(document: string): string {
  return readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8');
}

function headingsOf(text: string): { level: number; title: string }[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title,
  }));
}

/** What a link to a heading is made of. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

it('both documents have the same sections and the same kinds of blocks', () => {
  const [english, chinese] = DOCUMENTS.map((document) => {
    const text = textOf(document);
    return {
      levels: headingsOf(text).map(({ level }) => level),
      blocks: blocksOf(text).map(({ language, words }) => [language, ...words]),
    };
  });
  expect(chinese).toEqual(english);
});

describe.each(DOCUMENTS)('%s', (document) => {
  const blocks = blocksOf(textOf(document));
  const files = new Map<string, string>();
  for (const block of blocks)
    if (block.words[0] === 'file') files.set(block.words[1] ?? '', block.text);
  const host: Host = { read: (path) => files.get(path), resolve: (_from, path) => path };
  const run = (block: Block) =>
    compile(createSource(`${document}:${block.line}`, block.text), host);

  const rulesets = blocks.filter((block) => block.language === 'chi');
  const sound = rulesets.filter((block) => block.words.length === 0);
  const parents = rulesets.filter((block) => block.words[0] === 'file');
  const broken = rulesets.filter((block) => block.words[0] === 'error');
  const warned = rulesets.filter((block) => block.words[0] === 'warning');

  it('has no block that is not run', () => {
    const shown = [sound, parents, broken, warned].flat();
    expect(shown).toHaveLength(rulesets.length);
    expect(sound.length).toBeGreaterThan(15);
  });

  it.each(sound.map((block) => [block.line, block] as const))(
    'line %i is sound and its examples come out',
    (_line, block) => {
      const { framework, diagnostics } = run(block);
      expect(diagnostics.map(({ code, facts }) => ({ code, facts }))).toEqual([]);
      if (framework === undefined) throw new Error('no framework');
      const results = runExamples(framework);
      expect(results.filter((result) => !result.agrees)).toEqual([]);
      expect(results).toHaveLength(
        block.text.match(/^\s*(?:example|示例)\b|^\s*示例 /gm)?.length ?? 0,
      );
    },
  );

  it.each(broken.map((block) => [block.words[1], block] as const))('shows %s', (code, block) => {
    const errors = run(block).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it.each(warned.map((block) => [block.words[1], block] as const))(
    'shows the warning %s and nothing else',
    (code, block) => {
      expect(run(block).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    },
  );

  it('tries every rule of the table of sentences in one of its rulesets', () => {
    const section = textOf(document).split(/^## /m)[2] ?? '';
    const rows = [...section.matchAll(/^\| (?!---).*\| (`.*`) \|$/gm)];
    const rules = rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)]);
    const oneSpaced = (text: string) => text.replace(/\s+/g, ' ');
    const tried = oneSpaced(sound.map((block) => block.text).join('\n'));
    expect(rows.length).toBeGreaterThan(50);
    expect(rules.length).toBeGreaterThanOrEqual(rows.length);
    expect(rules.filter(([, rule = '']) => !tried.includes(oneSpaced(rule)))).toEqual([]);
  });

  it('links only to sections that it has', () => {
    const text = textOf(document);
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    const anchors = headingsOf(text).map(({ title }) => anchorOf(title));
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((link) => !anchors.includes(link ?? ''))).toEqual([]);
  });

  it('scores the department of the reference as it says', () => {
    const first = sound[0];
    const file = blocks.find((block) => block.words[0] === 'department');
    if (first === undefined || file === undefined) throw new Error('the blocks are gone');
    const { framework } = run(first);
    if (framework === undefined) throw new Error('no framework');
    const { department, diagnostics } = readDepartment(
      framework,
      createSource('department.json', file.text),
    );
    expect(diagnostics).toEqual([]);
    if (department === undefined) throw new Error('no department');
    const results = runExpected(framework, department);
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter((result) => !result.agrees)).toEqual([]);
  });

  it('scores the cohort of the reference as it says', () => {
    const file = blocks.find((block) => block.words[0] === 'cohort');
    const named = /"ruleset": "([^"]+)"/.exec(file?.text ?? '')?.[1] ?? '';
    const block = sound.find(({ text }) => text.split('\n')[0]?.includes(named));
    if (file === undefined || block === undefined) throw new Error('the blocks are gone');
    const { framework } = run(block);
    if (framework === undefined) throw new Error('no framework');
    const read = readDepartments(framework, createSource('cohort.json', file.text));
    expect(read.diagnostics).toEqual([]);
    const results = runExpectedTogether(framework, read.departments ?? []);
    const all = results.flatMap((each) => each.results);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((result) => !result.agrees)).toEqual([]);
  });
});
