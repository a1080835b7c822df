// The gallery: fictional rulesets, one for each way of scoring, with departments whose scores were
// computed apart from this program, with exact fractions. Every file that is put there is tested.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import { runExpected, runExpectedTogether } from '../../src/evaluate/run-expected.ts';
import type { ExpectedResult } from '../../src/evaluate/run-expected.ts';
import { entryOf } from '../../src/input/document.ts';
import { readDepartments } from '../../src/input/read-cohort.ts';
import { readDocument } from '../../src/input/read-document.ts';
import type { Framework } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { parse } from '../../src/syntax/parse.ts';
import { print } from '../../src/syntax/print.ts';
import { createSource } from '../../src/text/source.ts';
import type { Range } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';

const ROOT = path.resolve(import.meta.dirname, '../../rulesets/gallery');
const DEPARTMENTS = path.join(ROOT, 'departments');

const HOST = {
  read: (file: string) => readFileSync(path.join(ROOT, file), 'utf8'),
  resolve: (from: string, relative: string) => path.posix.join(path.posix.dirname(from), relative),
};

const rulesets = readdirSync(ROOT).filter((file) => file.endsWith('.chi'));
const departments = existsSync(DEPARTMENTS) ? readdirSync(DEPARTMENTS) : [];

const compiled = new Map<string, Framework>();

function frameworkOf(file: string): Framework {
  const before = compiled.get(file);
  if (before) return before;
  const { framework, diagnostics } = compile(createSource(file, HOST.read(file)), HOST);
  expect(diagnostics).toEqual([]);
  if (!framework) throw new Error(`${file} gives no framework`);
  compiled.set(file, framework);
  return framework;
}

/** The ruleset that the file names, as `biaochi test` finds it. */
function rulesetOf(file: string): string {
  const { root } = readDocument(createSource(file, HOST.read(`departments/${file}`)));
  const named = entryOf(root, 'ruleset');
  if (named?.kind !== 'text') throw new Error(`${file} names no ruleset`);
  return path.posix.join('departments', named.text);
}

function resultsOf(file: string): ExpectedResult[] {
  const framework = frameworkOf(rulesetOf(file));
  const source = createSource(file, HOST.read(`departments/${file}`));
  const { departments: read, isCohort, diagnostics } = readDepartments(framework, source);
  expect(diagnostics).toEqual([]);
  if (!read) throw new Error(`${file} gives no departments`);
  return isCohort
    ? runExpectedTogether(framework, read).flatMap(({ results }) => results)
    : read.flatMap((department) => runExpected(framework, department));
}

function shown(value: Value | Range | readonly string[] | undefined): string {
  if (value !== undefined && 'kind' in value)
    return value.kind === 'number' ? shown(value.range) : JSON.stringify(value);
  if (value === undefined || !('low' in value)) return String(value);
  const ends = [value.low, value.high].map((end) => (end ? formatExact(end.value) : '∞'));
  return ends[0] === ends[1] ? String(ends[0]) : ends.join('..');
}

describe.each(rulesets)('%s', (file) => {
  test('compiles without a word', () => {
    expect(frameworkOf(file).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives what its examples say', () => {
    const wrong = runExamples(frameworkOf(file)).filter(({ agrees }) => !agrees);
    expect(wrong.map(({ example, actual }) => [example.path, example.name, shown(actual)])).toEqual(
      [],
    );
  });

  test('has departments', () => {
    expect(departments.map(rulesetOf)).toContain(file);
  });

  test('stands in the standard form', () => {
    const source = createSource(file, HOST.read(file));
    expect(print(parse(source).file, source, { keywords: 'keep' })).toBe(source.text);
  });

  test.each(['README.md', 'README.zh-CN.md'])('is described in %s', (readme) => {
    expect(HOST.read(readme)).toContain(`\`${file}\``);
  });
});

describe('a share to pay that falls as the total grows', () => {
  const share = '    >= 90 : 100%';
  const mistaken = HOST.read('money.chi').replace(share, '    >= 90 : 95%');

  test('is found, with the two totals that the READMEs name', () => {
    expect(HOST.read('money.chi')).toContain(share);
    const { diagnostics } = compile(createSource('money.chi', mistaken), HOST);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      Array(3).fill('warning output-not-monotone'),
    );
    const [first] = diagnostics;
    if (!first) throw new Error('no warning');
    expect(HOST.read('README.md')).toContain(sentence(first, 'en'));
    expect(HOST.read('README.zh-CN.md')).toContain(sentence(first, 'zh'));
  });
});

describe.each(departments)('departments/%s', (file) => {
  test('gives what it expects', () => {
    const results = resultsOf(file);
    expect(results.length).toBeGreaterThan(0);
    const wrong = results.filter(({ agrees }) => !agrees);
    expect(wrong.map(({ wanted, actual }) => [shown(wanted), shown(actual)])).toEqual([]);
  });
});
