// Departments that are compared with each other: one scoring for each, made when a rule first looks
// at it and once for all that look. Where nobody says who the others are, any number of departments
// may be among them, of each of which nothing is known.
import { cohortHash } from '../input/department-hash.ts';
import type { Department } from '../input/department.ts';
import type { CohortView, Member, MemberValue, WorkedOut } from '../interpret/environment.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework } from '../model/framework.ts';
import { UNKNOWN_DEPARTMENT } from '../model/reads.ts';
import type { ComparedCohort } from '../model/sheet.ts';
import type { Data, Declarations, EvaluateSettings } from './data.ts';
import { dataOf, declarationsOf, unknownData } from './data.ts';
import type { References } from './operands.ts';
import { createReferences } from './operands.ts';
import type { Scores } from './scores.ts';
import { createScores } from './scores.ts';
import type { Scoring } from './scoring.ts';
import { createScoring } from './scoring.ts';

/** A framework made ready for any number of departments. */
export interface Prepared {
  readonly framework: Framework;
  readonly declarations: Declarations;
  readonly references: References;
  /** Whether the steps on the way are wanted, or only what they lead to. */
  readonly isTraced: boolean;
  /**
   * The scoring made last, which nobody asks for. Functions are made anew for each department, and V8
   * throws away what it compiled of functions of which none is left when it collects garbage.
   */
  latest: Scoring | undefined;
}

const ready = new WeakMap<Framework, Prepared>();

/** Collects what scoring needs of a framework, once. */
export function prepare(framework: Framework): Prepared {
  return remembered(ready, framework, () => ({
    framework,
    declarations: declarationsOf(framework),
    references: createReferences(framework.lets),
    isTraced: true,
    latest: undefined,
  }));
}

/** What the scorings of one cohort share. */
export interface Cohort {
  /** As one of them sees it. */
  readonly viewOf: (name: string) => CohortView;
  /** The data of one of them; of an unknown one for any other name. */
  readonly dataOf: (name: string) => Data;
  /** Whose data are known; undefined where nobody says who the others are. */
  readonly known: ComparedCohort | undefined;
  /** Who takes part in comparisons that are the same for all, by expression. */
  readonly compared: Map<Expression, readonly MemberValue[]>;
}

// What is meant for one department alone.
const FOR_OTHERS: EvaluateSettings = { inputs: new Map(), scores: new Map() };

interface Place {
  readonly member: Member;
  readonly scoring: Scoring;
}

/**
 * The scorings of departments by name. Settings for single inputs are meant for the first alone.
 * `isOpen`: others that are not named may be compared too. `scoresIn` says how the parts of one of
 * them are scored.
 */
export function createCohort(
  prepared: Prepared,
  departments: readonly Department[],
  settings: EvaluateSettings,
  isOpen: boolean,
  scoresIn: (name: string, scoring: Scoring) => Scores = (_, scoring) => createScores(scoring),
): (name: string) => Scoring {
  const { declarations } = prepared;
  const first = departments[0];
  const byName = new Map(departments.map((department) => [department.name, department]));
  if (byName.size < departments.length)
    throw new Error('departments that are compared need names of their own');
  const data = new Map<string, Data>();
  const dataFor = (name: string): Data =>
    remembered(data, name, () => {
      const department = byName.get(name);
      if (department === undefined) return unknownData(declarations, settings);
      const own = department === first ? settings : { ...settings, ...FOR_OTHERS };
      return dataOf(declarations, department, own);
    });
  const places = new Map<string, Place>();
  const placeOf = (name: string): Place =>
    remembered(places, name, () => {
      const scoring = createScoring(prepared, dataFor(name), { name, cohort }, (own) =>
        scoresIn(name, own),
      );
      prepared.latest = scoring;
      return { member: { name, environment: scoring.environment }, scoring };
    });
  const workedOut = new Map<Expression, WorkedOut>();
  const cohort: Cohort = {
    viewOf: (name) => ({
      own: placeOf(name).member,
      others: [...byName.keys()]
        .filter((each) => each !== name)
        .map((each) => placeOf(each).member),
      further: isOpen ? placeOf(UNKNOWN_DEPARTMENT).member : undefined,
      // An unknown department sees one more than the others do: itself.
      ...(byName.has(name) && { workedOut }),
    }),
    dataOf: dataFor,
    known: isOpen ? undefined : { names: [...byName.keys()], hash: cohortHash(departments) },
    compared: new Map(),
  };
  return (name) => placeOf(name).scoring;
}

function remembered<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
