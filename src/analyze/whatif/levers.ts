// From a department's data to what can be changed about it. Lists are taken entry by entry and records
// field by field; what is told in words, or chosen from a pool, cannot be varied, and is named as such.
import { createChangeEvaluator } from '../../evaluate/change-inputs.ts';
import { dataOf, declarationsOf } from '../../evaluate/data.ts';
import type { EvaluateSettings } from '../../evaluate/data.ts';
import type { Department } from '../../input/department.ts';
import { unknownInput } from '../../interpret/unknown-input.ts';
import { poolsOf } from '../../model/pool.ts';
import type { Framework, Input, JudgedInput } from '../../model/framework.ts';
import type { ItemScore, NodeScore } from '../../model/sheet.ts';
import { decimalsOf } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import {
  ONE,
  ZERO,
  add,
  divide,
  equal,
  multiply,
  rational,
  subtract,
} from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { closed, hull, pointOf } from '../../types/range.ts';
import type { Type } from '../../types/type.ts';
import type { Unit } from '../../types/unit.ts';
import { POINTS, isMoney, isPlain } from '../../types/unit.ts';
import type { Value } from '../../types/value.ts';
import {
  FALSE,
  TRUE,
  enumerationValue,
  isKnown,
  numberValue,
  sameValue,
} from '../../types/value.ts';
import type { Alternative, Fixed, Lever, Moves } from './lever.ts';

/** Everything that can be changed, in the order of the inputs, and what cannot. */
export interface Levers {
  readonly levers: readonly Lever[];
  readonly fixed: readonly Fixed[];
}

/** What can be changed about a department. */
export function leversOf(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings,
): Levers {
  const data = dataOf(declarationsOf(framework), department, settings);
  const pools = new Set(poolsOf(framework).map(({ pool }) => pool.inputName));
  const levers: Lever[] = [];
  const fixed: Fixed[] = [];
  const bands = allowedBands(framework, department, settings);
  for (const input of framework.inputs) {
    const value = data.value(input.name);
    if (pools.has(input.name)) fixed.push({ input, why: 'pool' });
    else if (input.kind === 'judged')
      levers.push(ofAward(input, value, data.award(input.name)?.entries, bands.get(input.name)));
    else {
      const found = within({
        input,
        name: input.name,
        type: input.type,
        range: input.range,
        fieldRanges: input.fieldRanges,
        value,
        find: (whole) => whole,
        put: (changed) => changed,
        whole: value,
      });
      levers.push(...found.levers);
      if (found.levers.length === 0 && found.why) fixed.push({ input, why: found.why });
    }
  }
  return { levers, fixed };
}

interface Place {
  readonly input: Input;
  readonly name: string;
  readonly type: Type;
  readonly range: Range;
  readonly fieldRanges: ReadonlyMap<string, Range>;
  readonly value: Value;
  /** The whole input, what stands at the place in it, and it with something else there. */
  readonly whole: Value;
  readonly find: (whole: Value) => Value;
  readonly put: (value: Value, whole: Value) => Value;
}

interface Within {
  readonly levers: readonly Lever[];
  readonly why?: Fixed['why'];
}

function within(place: Place): Within {
  const { type, value, name } = place;
  switch (type.kind) {
    case 'number':
      return one(place, type.unit, {
        kind: 'grid',
        of: 'number',
        step: type.integer ? ONE : stepOf(type.unit, figureIn(value)),
        range: { ...place.range, integer: type.integer || place.range.integer },
        at: figureIn(value),
      });
    case 'date':
      return one(place, undefined, {
        kind: 'grid',
        of: 'date',
        step: ONE,
        range: { ...place.range, integer: true },
        at: figureIn(value),
      });
    case 'boolean':
      return one(place, undefined, otherWords(value, [TRUE, FALSE]));
    case 'enumeration':
      return one(place, undefined, otherWords(value, type.values.map(enumerationValue)));
    case 'list': {
      if (value.kind !== 'list') return { levers: [], why: 'no-entries' };
      const inside = value.entries.map((entry, index) =>
        within({
          ...place,
          name: `${name}[${index + 1}]`,
          type: type.of,
          value: entry,
          find: (whole) => entryIn(place.find(whole), index),
          put: (changed, whole) => place.put(withEntry(place.find(whole), index, changed), whole),
        }),
      );
      return together(inside, 'no-entries');
    }
    case 'record': {
      if (value.kind !== 'record') return { levers: [], why: 'no-entries' };
      const inside = [...type.fields].flatMap(([field, fieldType]) => {
        const held = value.fields.get(field);
        if (held === undefined) return [];
        return within({
          ...place,
          name: `${name}.${field}`,
          type: fieldType,
          range: place.fieldRanges.get(field) ?? {
            low: undefined,
            high: undefined,
            integer: false,
          },
          fieldRanges: new Map(),
          value: held,
          find: (whole) => fieldIn(place.find(whole), field),
          put: (changed, whole) => place.put(withField(place.find(whole), field, changed), whole),
        });
      });
      return together(inside, 'words');
    }
    case 'target':
    case 'actual':
      return { levers: [], why: 'goals' };
    case 'text':
    case 'error':
      return { levers: [], why: 'words' };
    default:
      return type satisfies never;
  }
}

function together(inside: readonly Within[], otherwise: Fixed['why']): Within {
  const why = inside.find((each) => each.why !== undefined)?.why ?? otherwise;
  return { levers: inside.flatMap(({ levers }) => levers), why };
}

function one(place: Place, unit: Unit | undefined, moves: Moves): Within {
  const { input, name, value, whole } = place;
  const put = (changed: Value, into = whole) => place.put(changed, into);
  return { levers: [{ input, name, unit, current: knownOf(value), moves, put }] };
}

function entryIn(list: Value, index: number): Value {
  const entry = list.kind === 'list' ? list.entries[index] : undefined;
  if (entry === undefined) throw new Error('there is no such entry');
  return entry;
}

function withEntry(list: Value, index: number, entry: Value): Value {
  if (list.kind !== 'list') throw new Error('this is no list');
  const entries = list.entries.map((each, place) => (place === index ? entry : each));
  return { ...list, entries };
}

function fieldIn(record: Value, name: string): Value {
  const field = record.kind === 'record' ? record.fields.get(name) : undefined;
  if (field === undefined) throw new Error('there is no such field');
  return field;
}

function withField(record: Value, name: string, field: Value): Value {
  if (record.kind !== 'record') throw new Error('this is no record');
  return { ...record, fields: new Map(record.fields).set(name, field) };
}

function knownOf(value: Value): Value | undefined {
  return isKnown(value) ? value : undefined;
}

function figureIn(value: Value): Rational | undefined {
  return value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
}

function otherWords(value: Value, all: readonly Value[]): Moves {
  const values = all
    .filter((each) => !sameValue(each, value))
    .map((each): Alternative => ({
      value: each,
      words: each.kind === 'enumeration' ? [...each.possible] : [],
    }));
  return { kind: 'alternatives', values };
}

const MONEY_STEP = rational(1, 100);
/** Decimals of percentages, points and measures; plain numbers, which are often ratios, have more. */
const DECIMALS = 2;
const PLAIN_DECIMALS = 4;

/** Money to the fen, all else to two decimals of its unit, or as many as the figure itself has. */
function stepOf(unit: Unit, at: Rational | undefined): Rational {
  const usual = isMoney(unit)
    ? divide(MONEY_STEP, unit.scale)
    : powerOfTen(isPlain(unit) && unit.label === '' ? PLAIN_DECIMALS : DECIMALS);
  const own = at && powerOfTen(decimalsOf(divide(at, unit.scale)) ?? 0);
  const finest = own && own.d > usual.d ? own : usual;
  return multiply(finest, unit.scale);
}

function powerOfTen(decimals: number): Rational {
  return rational(1n, 10n ** BigInt(decimals));
}

// ── Awards ──

function ofAward(
  input: JudgedInput,
  value: Value,
  entries: ReadonlyMap<string, Rational> | undefined,
  allowed: Range | undefined,
): Lever {
  const { form } = input;
  const current = knownOf(value);
  const at = figureIn(value);
  const base = { name: input.name, input, unit: POINTS, current, put: (changed: Value) => changed };
  if (form.kind === 'choice' && form.choices.every(({ least }) => least === undefined)) {
    const values = form.choices
      .filter(({ points }) => at === undefined || !equal(points, at))
      .map(({ name, points }): Alternative => ({ value: numberValue(points), words: [name] }));
    return { ...base, moves: { kind: 'alternatives', values } };
  }
  if (form.kind === 'checklist' && at !== undefined && entries !== undefined && entries.size > 0) {
    const values = byFindings(form.entries, entries, at);
    if (values) return { ...base, moves: { kind: 'alternatives', values } };
  }
  const step = stepOf(POINTS, at);
  const range = allowed ?? figures(unknownInput(input)) ?? closed(ZERO, input.points);
  return { ...base, moves: { kind: 'grid', of: 'number', step, range, at } };
}

function figures(value: Value): Range | undefined {
  return value.kind === 'number' ? value.range : undefined;
}

// With more findings than this that are not met, their combinations are too many.
const MOST_FINDINGS = 10;

// Any findings that are not met might be, and any that are might not.
function byFindings(
  declared: readonly { readonly name: string; readonly points: Rational }[],
  entries: ReadonlyMap<string, Rational>,
  at: Rational,
): readonly Alternative[] | undefined {
  const open = declared.filter(({ name, points }) => {
    const given = entries.get(name);
    return given !== undefined && !equal(given, points);
  });
  if (open.length > MOST_FINDINGS) return undefined;
  let met: readonly { readonly points: Rational; readonly words: readonly string[] }[] = [
    { points: at, words: [] },
  ];
  for (const { name, points } of open) {
    const more = subtract(points, entries.get(name) ?? ZERO);
    met = met.flatMap((each) => [
      each,
      { points: add(each.points, more), words: [...each.words, name] },
    ]);
  }
  return met
    .slice(1)
    .map(({ points, words }) => ({ value: numberValue(points), words }))
    .sort((a, b) => a.words.length - b.words.length);
}

// The awards that the rows leave which may fire for the department as it is.
function allowedBands(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings,
): ReadonlyMap<string, Range> {
  const hasBands = framework.inputs.some(
    (input) => input.kind === 'judged' && input.form.kind === 'banded',
  );
  const allowed = new Map<string, Range>();
  if (!hasBands) return allowed;
  const visit = (score: NodeScore): void => {
    if (score.kind === 'group') score.children.forEach(visit);
    else for (const item of score.items) note(item);
  };
  const note = ({ item, steps }: ItemScore): void => {
    if (item.rule.kind !== 'judged') return;
    const { name } = item.rule.input;
    for (const step of steps) {
      if (step.kind !== 'band') continue;
      const known = allowed.get(name);
      allowed.set(name, known ? hull(known, step.allowed) : step.allowed);
    }
  };
  createChangeEvaluator(framework, department, settings)(new Map()).children.forEach(visit);
  return allowed;
}
