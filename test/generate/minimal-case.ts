// A failing ruleset and department made small: statements are left out, expressions give way to parts of
// themselves, figures lose digits, as long as the difference remains. What is left can be pasted as a
// regression case.
import { parse } from '../../src/syntax/parse.ts';
import { print } from '../../src/syntax/print.ts';
import type { Json } from './random-department.ts';
import type { Statement, SyntaxFile } from '../../src/syntax/tree.ts';
import { createSource } from '../../src/text/source.ts';
import { comparing, frameworkOf } from './differences.ts';
import type { Difference } from './differences.ts';
import type { Inputs } from './figure-slots.ts';

export interface Case {
  readonly text: string;
  readonly departments: readonly Inputs[];
}

/** Whether a case still fails, and how; undefined where it does not. */
export type Fails = (found: Case) => Promise<string | undefined>;

/** Fails as long as a back end differs from the reference. */
export const differsIn =
  (backEnd: string): Fails =>
  async ({ text, departments }) => {
    const framework = frameworkOf(text);
    if (!framework) return undefined;
    const known = new Set(framework.inputs.map(({ name }) => name));
    const asked = departments.map((inputs) =>
      Object.fromEntries(Object.entries(inputs).filter(([name]) => known.has(name))),
    );
    const { firstDifference } = await comparing(framework);
    const found = await firstDifference(asked);
    return found?.backEnd === backEnd ? found.why : undefined;
  };

/** The smallest case that a search by leaving out finds, within so many attempts. */
export async function minimal(start: Case, fails: Fails, attempts = 1500): Promise<Case> {
  let best = start;
  let left = attempts;
  const keeps = async (candidate: Case): Promise<boolean> => {
    if (left-- <= 0) return false;
    try {
      return (await fails(candidate)) !== undefined;
    } catch {
      return false;
    }
  };
  for (let isSmaller = true; isSmaller && left > 0;) {
    isSmaller = false;
    for (let from = 0; left > 0;) {
      const candidates = textsBelow(best.text);
      let found = false;
      for (let at = from; at < candidates.length; at++) {
        const text = candidates[at] ?? '';
        if (!(await keeps({ ...best, text }))) continue;
        best = { ...best, text };
        [found, isSmaller, from] = [true, true, at];
        break;
      }
      if (!found) break;
    }
    for (let found = true; found && left > 0;) {
      found = false;
      for (const departments of departmentsBelow(best.departments)) {
        if (!(await keeps({ ...best, departments }))) continue;
        best = { ...best, departments };
        [found, isSmaller] = [true, true];
        break;
      }
    }
  }
  return tidied(best);
}

// Without inputs that the ruleset no longer asks for, and laid out.
function tidied({ text, departments }: Case): Case {
  const framework = frameworkOf(text);
  const known = new Set(framework?.inputs.map(({ name }) => name));
  return {
    text: printed(text),
    departments: departments.map((inputs) =>
      Object.fromEntries(Object.entries(inputs).filter(([name]) => known.has(name))),
    ),
  };
}

function printed(text: string): string {
  const source = createSource('r.chi', text);
  return print(parse(source).file, source, { keywords: 'keep' });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const size = ({ start, end }: Stretch) => end - start;

/** The ruleset with one of its groups or indicators in place of all of them. */
function partsAlone(text: string, { ruleset }: SyntaxFile): readonly string[] {
  if (!ruleset) return [];
  const isPart = ({ kind }: Statement) => kind === 'group' || kind === 'indicator';
  const parts = (statements: readonly Statement[]): Statement[] =>
    statements.flatMap((each) =>
      'statements' in each && Array.isArray(each.statements)
        ? [each, ...parts(each.statements as readonly Statement[])]
        : [each],
    );
  const written = ({ start, end }: Stretch) => text.slice(start, end);
  const rest = ruleset.statements.filter((each) => !isPart(each) && each.kind !== 'total');
  const all = parts(ruleset.statements).filter(isPart);
  if (all.length < 2) return [];
  return all.flatMap((each) => {
    if (!('points' in each)) return [];
    const points = written(each.points.span);
    const words = [...rest.map(({ span }) => written(span)), written(each.span)];
    return `ruleset R {\n total ${points}\n${words.join('\n')}\n}`;
  });
}

/** The texts with one part left out, or replaced by a part of itself, the largest parts first. */
function textsBelow(text: string): readonly string[] {
  const { file } = parse(createSource('r.chi', text));
  const spans: { readonly own: Stretch; readonly inside: readonly Stretch[] }[] = [];
  const visit = (value: unknown): Stretch[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inside = Object.entries(value).flatMap(([key, part]) =>
      key === 'span' ? [] : visit(part),
    );
    const span = (value as { span?: Stretch }).span;
    if (!span || span.end <= span.start) return inside;
    spans.push({ own: span, inside });
    return [span, ...inside];
  };
  visit(file);
  const bySize = spans.sort((a, b) => size(b.own) - size(a.own));
  const found = new Set<string>(partsAlone(text, file));
  for (const { own } of bySize) {
    const rest = text.slice(own.end);
    found.add(text.slice(0, own.start) + rest);
    if (/^\s*,/u.test(rest)) found.add(text.slice(0, own.start) + rest.replace(/^\s*,/u, ''));
  }
  for (const { own, inside } of bySize) {
    const parts = [...inside].sort((a, b) => size(b) - size(a)).slice(0, 12);
    for (const part of parts)
      if (size(part) < size(own))
        found.add(
          text.slice(0, own.start) + text.slice(part.start, part.end) + text.slice(own.end),
        );
  }
  found.delete(text);
  return [...found];
}

function* departmentsBelow(departments: readonly Inputs[]): Generator<readonly Inputs[]> {
  if (departments.length > 1)
    for (const gone of departments.keys()) yield departments.filter((_, at) => at !== gone);
  for (const [at, inputs] of departments.entries())
    for (const [name, value] of Object.entries(inputs))
      for (const simpler of simplerThan(value))
        yield departments.map((each, place) =>
          place === at ? { ...each, [name]: simpler } : each,
        );
}

function simplerThan(value: Json): readonly Json[] {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return list.flatMap((entry, at) =>
      simplerThan(entry).map((simpler) =>
        list.map((each, place) => (place === at ? simpler : each)),
      ),
    );
  }
  if (typeof value !== 'string') return value === true ? [false] : [];
  const [, sign = '', digits = '', suffix = ''] = /^(-?)([\d.]+)(\D*)$/u.exec(value) ?? [];
  if (digits === '' || digits.split('.').length > 2) return [];
  const simpler = ['0', '1', '2', '10', digits.slice(0, -1), digits.replace(/\..*$/u, '')]
    .map((each) => each.replace(/\.$/u, ''))
    .filter(
      (each) =>
        each !== '' &&
        (each.length < digits.length || (each.length === digits.length && each < digits)),
    );
  return [...new Set(simpler)].map((each) => `${sign}${each}${suffix}`);
}

/** A difference as a test would hold it: the ruleset, the departments, and what differs. */
export function shownCase(
  { text, departments }: Case,
  why: string,
  { backEnd }: Difference,
): string {
  return [
    `${backEnd} differs from the reference: ${why}`,
    '',
    text.trim(),
    '',
    ...departments.map((inputs) => JSON.stringify(inputs)),
  ].join('\n');
}
