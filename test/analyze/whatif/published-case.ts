// The departments whose published documents come with the rulesets.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '../../../src/compile.ts';
import { readDepartment } from '../../../src/input/read-department.ts';
import type { Department } from '../../../src/input/department.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { createSource } from '../../../src/text/source.ts';

const FILES = {
  'futian/2022': 'futian/departments/2022-investment-promotion-centre.json',
  'longhua/2021': 'longhua/departments/2021-industry-bureau.json',
  'nanshan/2023': 'nanshan/departments/2023-industry-bureau.json',
} as const;

const folder = new URL('../../../rulesets/', import.meta.url);
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, folder)), 'utf8');

/** A ruleset of the repository with its published department. */
export function publishedCase(name: keyof typeof FILES): {
  readonly framework: Framework;
  readonly department: Department;
} {
  const path = `${name}.chi`;
  const host = {
    read,
    resolve: (from: string, relative: string) =>
      new URL(relative, new URL(from, folder)).href.slice(folder.href.length),
  };
  const { framework } = compile(createSource(path, read(path)), host);
  if (framework === undefined) throw new Error(`${path} is not sound`);
  const file = FILES[name];
  const { department } = readDepartment(framework, createSource(file, read(file)));
  if (department === undefined) throw new Error(`${file} cannot be read`);
  return { framework, department };
}
