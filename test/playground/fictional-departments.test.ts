// Every fictional department of the examples is scored by its framework, and they spread over the grades.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fictionalBeside } from '../../playground/files/fictional-departments.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { rulesetNamed } from '../generate/rulesets.ts';

test.each([
  [
    'futian/2022.chi',
    'futian/departments/2022-investment-promotion-centre.json',
    25,
    ['优', '优', '良', '中', '中', '优 良'],
  ],
  [
    'longhua/2021.chi',
    'longhua/departments/2021-industry-bureau.json',
    20,
    ['优', '优', '良', '良', '中', '优 良'],
  ],
  [
    'nanshan/2023.chi',
    'nanshan/departments/2023-industry-bureau.json',
    25,
    ['优', '优', '良', '中', '中', '优 良'],
  ],
] as const)('%s', (file, path, benefitPoints, grades) => {
  const framework = rulesetNamed(file);
  const real = { path, text: readFileSync(`rulesets/${path}`, 'utf8') };
  const scored = fictionalBeside(real, benefitPoints).map(({ path: at, text }) => {
    const { department, diagnostics } = readDepartment(framework, createSource(at, text));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (!department) throw new Error(`${at} cannot be read`);
    return evaluate(framework, department).grades.join(' ');
  });
  expect(scored).toEqual(grades);
});
