// Laws of combining over random rulesets: a range holds every completion of the data, what is known
// is scored exactly, scores stay where proofs say, and the order of the document changes nothing.
import { expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { compile } from '../../src/compile.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { placesIn } from '../../src/evaluate/sheet-places.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';
import { contains, pointOf } from '../../src/types/range.ts';
import type { Range } from '../../src/types/range.ts';
import { show } from './framework-builder.ts';

const compiled = new Map<string, Framework>();

function frameworkOf(text: string): Framework {
  const known = compiled.get(text);
  if (known) return known;
  const source = createSource('r.chi', text);
  const files = { read: () => undefined, resolve: (_: string, path: string) => path };
  const { framework, diagnostics } = compile(source, files);
  if (!framework || diagnostics.some(({ severity }) => severity === 'error'))
    throw new Error(
      `${text}\n${JSON.stringify(diagnostics.map(({ code, facts }) => [code, facts]))}`,
    );
  compiled.set(text, framework);
  return framework;
}

type Givens = Readonly<Record<string, string | boolean | number>>;

function scores(text: string, inputs: Givens): ReadonlyMap<string, Range> {
  const framework = frameworkOf(text);
  const file = JSON.stringify({ department: '某局', year: 2024, inputs });
  const { department } = readDepartment(framework, createSource('d.json', file));
  if (!department) throw new Error('the department should be readable');
  const sheet = evaluate(framework, department);
  return new Map([
    ...placesIn(sheet).map(({ path, score }) => [path.join(' / '), score.score] as const),
    ['total', sheet.total] as const,
  ]);
}

const groupRules = [
  'sum of scores of parts',
  'min of rates of parts * full points',
  'max of rates of parts * full points',
  '(mean of rates of parts) * full points',
  '(count of rates of parts where each >= 60%) / 3 * full points',
  'when score of (G / 甲) < 2 : 0 otherwise : min of rates of parts * full points',
  '(score of (G / 甲) * 40% + score of (G / 乙) * 40% + score of (G / 丙) * 20%)',
];
const readers = [
  'score of G / 12 * 8',
  'when score of (G / 乙) >= 2 and score of G > 3 : 8 otherwise : score of (G / 丙)',
  'min(8, score of (G / 甲) + score of (G / 丙))',
];
const tops = ['', 'score min of rates of parts * 20', 'score (sum of scores of parts)'];
const policy = fc.constantFrom('redistribute within group', 'award in full');

const rulesets = fc
  .record({
    rule: fc.constantFrom(...groupRules),
    reader: fc.constantFrom(...readers),
    top: fc.constantFrom(...tops),
    policies: fc.tuple(policy, policy),
  })
  .map(({ rule, reader, top, policies: [one, two] }) => {
    const reading = `indicator 读 8 points at most 8 { score ${reader} }`.replace(
      /score when/,
      'when',
    );
    const group = `group G 12 points at most 12 { score ${rule}
      indicator 甲 4 points { not applicable when 无甲 ${one} score 率甲 * 4 }
      indicator 乙 4 points { not applicable when 无乙 ${two} score 率乙 * 4 rounded to 0.1 half up }
      indicator 丙 4 points { score 率丙 * 4 }
    }`.replace(/score when/, 'when');
    const text = (parts: readonly string[]) => `ruleset R { total 20 points at most 20
      input 率甲, 率乙, 率丙 : percent from 0% to 100%
      input 无甲, 无乙 : yes or no
      ${top} ${parts.join('\n')} }`;
    return { text: text([group, reading]), turned: text([reading, group]) };
  });

const rate = fc.constantFrom('0%', '33%', '50%', '60%', '100%');
const complete = fc.record({
  率甲: rate,
  率乙: rate,
  率丙: rate,
  无甲: fc.boolean(),
  无乙: fc.boolean(),
});
const hidden = fc.subarray(['率甲', '率乙', '率丙', '无甲', '无乙']);

test.prop([rulesets, complete, hidden], { numRuns: 60 })(
  'a range holds what every completion gives, and complete data give one figure',
  ({ text }, inputs, gone) => {
    const exact = scores(text, inputs);
    for (const [name, range] of exact)
      expect([name, pointOf(range) !== undefined]).toEqual([name, true]);
    const known = Object.fromEntries(
      Object.entries(inputs).filter(([name]) => !gone.includes(name)),
    );
    const open = scores(text, known);
    for (const [name, range] of open) {
      const known = exact.get(name);
      const figure = known && pointOf(known);
      expect([name, show(range), figure !== undefined && contains(range, figure)]).toEqual([
        name,
        show(range),
        true,
      ]);
    }
  },
);

test.prop([rulesets, complete], { numRuns: 40 })(
  'where the parts stand changes no score',
  ({ text, turned }, inputs) => {
    const shown = (found: ReadonlyMap<string, Range>) =>
      [...found].map(([name, range]) => `${name} ${show(range)}`).sort();
    expect(shown(scores(turned, inputs))).toEqual(shown(scores(text, inputs)));
  },
);

test.prop([complete], { numRuns: 15 })(
  'a sum of the scores of all parts is what the parts add up to without a rule',
  (inputs) => {
    const parts = `indicator 甲 4 points { not applicable when 无甲 redistribute within group score 率甲 * 4 }
      indicator 乙 4 points { not applicable when 无乙 award in full score 率乙 * 4 }
      indicator 丙 4 points { score 率丙 * 4 }`;
    const text = (rule: string) => `ruleset R { total 12 points
      input 率甲, 率乙, 率丙 : percent from 0% to 100%
      input 无甲, 无乙 : yes or no
      group G 12 points { ${rule} ${parts} } }`;
    const total = (rule: string, known: Givens) => {
      const found = scores(text(rule), known).get('total');
      return found && show(found);
    };
    expect(total('score sum of scores of parts', inputs)).toBe(total('', inputs));
    const { 率甲, 率乙, 率丙 } = inputs;
    const open = { 率甲, 率乙, 率丙 };
    expect(total('score sum of scores of parts', open)).toBe(total('', open));
  },
);
