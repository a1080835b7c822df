// What scoring knows of one department under given settings: for every input its value, whether it
// is missing or stands by default, and what it is worth as evidence. The one place that decides
// which given figures count.
import type { Department, EvidenceStatus, GivenAward, GivenValue } from '../input/department.ts';
import { unknownInput } from '../interpret/unknown-input.ts';
import type { Framework, Input, Option } from '../model/framework.ts';
import { placeKey } from '../model/score-uses.ts';
import type { Rational } from '../number/rational.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, enumerationValue, isKnown, rangeValue } from '../types/value.ts';

/** How to score, beyond the framework and the department. */
export interface EvaluateSettings {
  /** Choices that take the place of the ruleset's own, by option name. */
  readonly options?: ReadonlyMap<string, string>;
  /** Values and awards of these statuses count as missing; rejected ones always do. */
  readonly without?: ReadonlySet<EvidenceStatus>;
  /** Values that take the place of the department's, by input name (for a judged input: points). */
  readonly inputs?: ReadonlyMap<string, Value>;
  /**
   * All the other departments that this one is compared with; their names differ from its own and
   * from each other. Left out, any others may exist, and comparisons give what that leaves open.
   */
  readonly cohort?: readonly Department[];
  /** Final scores that take the place of those worked out, by `placeKey`. */
  readonly scores?: ReadonlyMap<string, Rational>;
}

/** What a score that reads an input rests on. */
export type Footing = 'given' | 'judged' | 'assumed' | 'missing';

/** One department's inputs as scoring sees them. */
export interface Data {
  readonly value: (name: string) => Value;
  readonly option: (name: string) => Value;
  /** The award that counts, with its reason; undefined when there is none. */
  readonly award: (name: string) => GivenAward | undefined;
  /** Undefined for what the framework does not declare. */
  readonly footing: (name: string) => Footing | undefined;
  /** Whether something of an input is open. */
  readonly isOpen: (name: string) => boolean;
  readonly isDefaulted: (input: Input) => boolean;
  /** Nobody has said anything of the input, so that it may be what its declaration says. */
  readonly isUnsaid: (name: string) => boolean;
  /** A list whose entries are given, whatever their fields leave open. */
  readonly isGivenList: (name: string) => boolean;
  /** The score that is to stand at a path instead of the one worked out. */
  readonly score: (path: readonly string[]) => Rational | undefined;
}

/** The inputs that are not known figures given on sound evidence. */
interface Exceptions {
  readonly open: ReadonlySet<string>;
  readonly footings: ReadonlyMap<string, Footing>;
}

/** The parts of a framework that every department's data is looked up against. */
export interface Declarations {
  readonly inputs: ReadonlyMap<string, Input>;
  /** What an input may be while nothing is said of it: its default or everything declared. */
  readonly unsaid: ReadonlyMap<string, Value>;
  readonly options: ReadonlyMap<string, Option>;
}

const collected = new WeakMap<Framework, Declarations>();

/** Collects a framework's declarations once for any number of departments. */
export function declarationsOf(framework: Framework): Declarations {
  let declarations = collected.get(framework);
  if (declarations === undefined) collected.set(framework, (declarations = collect(framework)));
  return declarations;
}

function collect(framework: Framework): Declarations {
  return {
    inputs: new Map(framework.inputs.map((input) => [input.name, input])),
    unsaid: new Map(framework.inputs.map((input) => [input.name, unsaid(input)])),
    options: new Map(framework.options.map((option) => [option.name, option])),
  };
}

function unsaid(input: Input): Value {
  return (input.kind === 'value' ? input.default : undefined) ?? unknownInput(input);
}

/** Looks a department's inputs up under the settings. */
export function dataOf(
  declarations: Declarations,
  department: Department,
  settings: EvaluateSettings,
): Data {
  const without = settings.without;
  const counts = <Given extends GivenValue | GivenAward>(given: Given | undefined) => {
    if (given === undefined) return undefined;
    const { status } = given.evidence;
    return status === 'rejected' || without?.has(status) === true ? undefined : given;
  };
  const replaced = (name: string) => settings.inputs?.get(name);
  const given = (name: string) => counts(department.values.get(name));
  const award = (name: string) =>
    replaced(name) === undefined ? counts(department.awards.get(name)) : undefined;
  const replacesNone = settings.inputs === undefined || settings.inputs.size === 0;
  // What was given is as quickly looked up anew.
  let others: Map<string, Value> | undefined;
  const value = (name: string): Value => {
    const figure = replacesNone ? given(name) : undefined;
    if (figure !== undefined) return figure.value;
    others ??= new Map();
    let known = others.get(name);
    if (known === undefined) others.set(name, (known = lookedUp(name)));
    return known;
  };
  const lookedUp = (name: string): Value => {
    const instead = replaced(name);
    if (instead !== undefined) return instead;
    const figure = given(name);
    if (figure !== undefined) return figure.value;
    const points = counts(department.awards.get(name))?.points;
    if (points !== undefined) return rangeValue(points);
    // A figure that was given and does not count is unknown; a default is for what nobody spoke of.
    const withheld = department.values.has(name) ? declarations.inputs.get(name) : undefined;
    const otherwise = withheld ? unknownInput(withheld) : declarations.unsaid.get(name);
    if (otherwise === undefined) throw new Error(`the framework declares no input “${name}”`);
    return otherwise;
  };
  const isDefaulted = (input: Input) =>
    input.kind === 'value' &&
    input.default !== undefined &&
    replaced(input.name) === undefined &&
    !department.values.has(input.name);
  let options: Map<string, Value> | undefined;
  const option = (name: string): Value => {
    options ??= new Map();
    let known = options.get(name);
    if (known === undefined) {
      known = optionValue(declarations.options.get(name), settings.options?.get(name));
      options.set(name, known);
    }
    return known;
  };
  const footingOf = (
    input: Input,
    figure: GivenValue | undefined,
    isKnownNow: boolean,
  ): Footing => {
    const evidence = figure ? figure.evidence : award(input.name)?.evidence;
    if (evidence?.status === 'assumed') return 'assumed';
    if (!figure && isDefaulted(input)) return 'assumed';
    if (!isKnownNow) return 'missing';
    return input.kind === 'judged' ? 'judged' : 'given';
  };
  // Asked of every input several times over, and of most there is nothing to say.
  let exceptions: Exceptions | undefined;
  const exceptional = (): Exceptions => {
    if (exceptions) return exceptions;
    const open = new Set<string>();
    const footings = new Map<string, Footing>();
    for (const input of declarations.inputs.values()) {
      const figure = given(input.name);
      const isKnownNow = isKnown(figure && replacesNone ? figure.value : value(input.name));
      if (!isKnownNow) open.add(input.name);
      const footing = footingOf(input, figure, isKnownNow);
      if (footing !== 'given') footings.set(input.name, footing);
    }
    return (exceptions = { open, footings });
  };
  return {
    value,
    option,
    award,
    isDefaulted,
    isUnsaid: (name) =>
      replaced(name) === undefined && !department.values.has(name) && !department.awards.has(name),
    isGivenList: (name) => {
      const list = given(name)?.value;
      return list?.kind === 'list' && list.further === undefined;
    },
    score: (path) => settings.scores?.get(placeKey(path)),
    footing: (name) =>
      exceptional().footings.get(name) ?? (declarations.inputs.has(name) ? 'given' : undefined),
    isOpen: (name) => exceptional().open.has(name),
  };
}

/** The data of a department that may be any: not even defaults hold for it. */
export function unknownData(declarations: Declarations, settings: EvaluateSettings): Data {
  const values = new Map<string, Value>();
  const unknown = (name: string): Value => {
    const known = values.get(name);
    if (known) return known;
    const input = declarations.inputs.get(name);
    if (input === undefined) throw new Error(`the framework declares no input “${name}”`);
    const value = unknownInput(input);
    values.set(name, value);
    return value;
  };
  return {
    value: unknown,
    option: (name) => optionValue(declarations.options.get(name), settings.options?.get(name)),
    award: () => undefined,
    footing: (name) => (declarations.inputs.has(name) ? 'missing' : undefined),
    isOpen: (name) => !isKnown(unknown(name)),
    isDefaulted: () => false,
    // Not even defaults hold.
    isUnsaid: () => false,
    isGivenList: () => false,
    score: () => undefined,
  };
}

function optionValue(option: Option | undefined, instead: string | undefined): Value {
  if (option === undefined) throw new Error('an expression names an option that is not declared');
  const choice = instead ?? option.chosen;
  if (option.kind === 'enumeration') return enumerationValue(choice);
  return choice === 'yes' ? TRUE : FALSE;
}
