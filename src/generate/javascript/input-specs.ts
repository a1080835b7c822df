// What a module knows of its inputs, as the data that its decoder reads.
import { declaredEntry, declaredField, declaredOf, limitsOf } from '../../input/declared.ts';
import type { Declared } from '../../input/declared.ts';
import { notationOf } from '../../input/figure-notation.ts';
import type { Choice, Framework, Input, JudgedInput, ValueInput } from '../../model/framework.ts';
import { pointOf } from '../../types/range.ts';
import type { Range } from '../../types/range.ts';
import type { Rational } from '../../number/rational.ts';
import type { Value } from '../../types/value.ts';
import { inputsRead } from './exact-scoring.ts';
import { AWARD_STEPS, stepsPerUnit } from '../plan/steps.ts';
import type { ChoiceSpec, InputSpec, NumberSpec, ValueSpec } from './runtime/input-spec.ts';

/** `3/4`, `5`. */
export function fractionText({ n, d }: Rational): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** What the decoder must know of an input. */
export function inputSpec(input: Input): InputSpec {
  return input.kind === 'judged' ? awardSpec(input) : valueInputSpec(input);
}

function awardSpec({ points, form }: JudgedInput): InputSpec {
  const entries =
    form.kind === 'choice' ? form.choices : form.kind === 'checklist' ? form.entries : undefined;
  return {
    kind: form.kind === 'choice' || form.kind === 'checklist' ? form.kind : 'award',
    step: `1/${AWARD_STEPS}`,
    points: fractionText(points),
    ...(entries && { choices: entries.map(choiceSpec) }),
  };
}

function choiceSpec({ name, points, least }: Choice): ChoiceSpec {
  return { name, points: fractionText(points), ...(least && { least: fractionText(least) }) };
}

function valueInputSpec(input: ValueInput): ValueSpec {
  const spec = valueSpec(declaredOf(input));
  const { pool } = input;
  if (pool === undefined || !('of' in spec)) return spec;
  const parts = pool.parts.map(({ name, points }) => [name, fractionText(points)] as const);
  return {
    ...spec,
    kind: 'pool',
    points: fractionText(pool.points),
    scaled: pool.redistribute,
    parts,
  };
}

function valueSpec(declared: Declared): ValueSpec {
  const { type } = declared;
  switch (type.kind) {
    case 'number': {
      const { label, suffixes, bare } = notationOf(type.unit);
      const units = Object.fromEntries(
        [...suffixes].map(([name, scale]) => [name, fractionText(scale)]),
      );
      return {
        kind: 'number',
        ...(label !== '' && { unit: label }),
        step: stepText(stepsPerUnit(type)),
        ...(suffixes.size > 0 && { units }),
        ...(bare && { bare: fractionText(bare) }),
        ...(type.integer && { whole: true }),
        ...limits(limitsOf(declared)),
      };
    }
    case 'date':
      return { kind: 'date', step: '1', ...limits(declared.range) };
    case 'boolean':
    case 'text':
    case 'target':
    case 'actual':
      return { kind: type.kind };
    case 'enumeration':
      return { kind: 'word', words: type.values };
    case 'list':
      return {
        kind: 'list',
        fewest: type.least,
        ...(type.most !== undefined && { longest: type.most }),
        of: valueSpec(declaredEntry(declared, type.of)),
      };
    case 'record':
      return {
        kind: 'record',
        fields: [...type.fields].map(
          ([name, field]) => [name, valueSpec(declaredField(declared, name, field))] as const,
        ),
      };
    case 'error':
      throw new Error('a checked framework has no types in error');
    default:
      return type satisfies never;
  }
}

function stepText(steps: bigint): string {
  return steps === 1n ? '1' : `1/${steps}`;
}

function limits({ low, high }: Range): Pick<NumberSpec, 'least' | 'above' | 'most' | 'below'> {
  return {
    ...(low && { [low.open ? 'above' : 'least']: fractionText(low.value) }),
    ...(high && { [high.open ? 'below' : 'most']: fractionText(high.value) }),
  };
}

// A default as the decoder would give it.
export function decodedText(value: Value, spec: ValueSpec): string {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const figure = pointOf(value.range);
      if (figure === undefined || !('step' in spec)) throw new Error('a default is not known');
      const [, d = '1'] = spec.step.split('/');
      const steps = { n: figure.n * BigInt(d), d: figure.d };
      if (steps.n % steps.d === 0n) return String(steps.n / steps.d);
      return `{ n: ${figure.n}n, d: ${figure.d}n }`;
    }
    case 'boolean':
      return String(value.canBeTrue);
    case 'enumeration':
      return JSON.stringify([...value.possible][0]);
    case 'text':
      return JSON.stringify(value.text);
    case 'target':
      return JSON.stringify(value.target?.text);
    case 'actual':
      return JSON.stringify(value.actual?.text);
    case 'list': {
      if (!('of' in spec)) throw new Error('a default has the wrong shape');
      return `[${value.entries.map((entry) => decodedText(entry, spec.of)).join(', ')}]`;
    }
    case 'record': {
      if (spec.kind !== 'record') throw new Error('a default has the wrong shape');
      const fields = spec.fields.map(([name, of]) => {
        const field = value.fields.get(name);
        return `[${JSON.stringify(name)}]: ${field ? decodedText(field, of) : 'undefined'}`;
      });
      return `{ ${fields.join(', ')} }`;
    }
    default:
      return value satisfies never;
  }
}

/** What stands where nothing is given, as text; undefined where nothing does. */
export function defaultText(input: Input): string | undefined {
  if (input.kind === 'judged' || input.default === undefined) return undefined;
  return decodedText(input.default, valueInputSpec(input));
}

const READERS: Readonly<Record<InputSpec['kind'], string>> = {
  number: 'readFigure',
  date: 'readDate',
  boolean: 'readTruth',
  word: 'readWord',
  text: 'readText',
  target: 'readAchieved',
  actual: 'readAchieved',
  list: 'readList',
  pool: 'readPool',
  record: 'readRecord',
  award: 'readAward',
  choice: 'readChoice',
  checklist: 'readChecklist',
};

/**
 * The runtime pieces that read the inputs, by kind. Targets and actual values that no rule reads are kept
 * as they are written: telling figures, dates and words apart would take more text than all else.
 */
export function readersOf(framework: Framework): ReadonlyMap<InputSpec['kind'], string> {
  const readers = new Map<InputSpec['kind'], string>();
  const read = inputsRead(framework);
  const note = (spec: InputSpec, isRead: boolean): void => {
    const isKept = !isRead && READERS[spec.kind] === 'readAchieved';
    if (!isKept || !readers.has(spec.kind))
      readers.set(spec.kind, isKept ? 'keepAchieved' : READERS[spec.kind]);
    if ('of' in spec) note(spec.of, isRead);
    if ('fields' in spec) for (const [, field] of spec.fields) note(field, isRead);
  };
  for (const input of framework.inputs) note(inputSpec(input), read.has(input.name));
  return readers;
}
