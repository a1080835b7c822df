// What a contender is: a way of scoring the departments of one piece of work. `pass` is what is timed;
// `told` is what it says of each department, in one form for all, so that it can be judged.

/** Scores of one department as every contender must give them: in hundredths of a point. */
export interface Told {
  readonly scores: readonly number[];
  readonly total: number;
  readonly grade: string;
  /** Whether it says itself that it cannot tell. */
  readonly undecided?: boolean;
}

export type Family = 'ours' | 'by hand' | 'rule engine' | 'database';

/** One way of scoring, ready to run. */
export interface Running {
  /** How many departments a pass scores. */
  readonly scored: number;
  /** Scores every department once. */
  readonly pass: () => void | Promise<void>;
  readonly told: () => readonly Told[] | Promise<readonly Told[]>;
  readonly close?: () => void;
}

export interface Contender<Department> {
  readonly name: string;
  readonly family: Family;
  /** How many departments it is judged by; all unless said. */
  readonly judged?: number;
  /** How many departments it scores in a pass; slow ones get fewer, so that turns stay short. */
  readonly timed?: number;
  readonly prepare: (departments: readonly Department[]) => Running | Promise<Running>;
}

/** How many results are kept alive at once: each is handed on, as an application would, and then dropped. */
const HANDED_ON = 64;

/**
 * Scores departments one by one. All contenders that take one department at a time share this loop, so none
 * gains by having its body unrolled into it.
 */
export function oneByOne<Input, Result>(
  inputs: readonly Input[],
  score: (input: Input) => Result,
  told: (result: Result) => Told,
): Running {
  const handedOn = new Array<Result | undefined>(HANDED_ON).fill(undefined);
  return {
    scored: inputs.length,
    pass: () => {
      for (let at = 0; at < inputs.length; at++)
        handedOn[at % HANDED_ON] = score(inputs[at] as Input);
    },
    told: () => inputs.map((input) => told(score(input))),
  };
}

/** The same for those that answer later: one at a time, each awaited. */
export function oneByOneLater<Input, Result>(
  inputs: readonly Input[],
  score: (input: Input) => Promise<Result>,
  told: (result: Result) => Told,
): Running {
  const handedOn = new Array<Result | undefined>(HANDED_ON).fill(undefined);
  return {
    scored: inputs.length,
    pass: async () => {
      for (const [at, input] of inputs.entries()) handedOn[at % HANDED_ON] = await score(input);
    },
    told: async () => {
      const all: Told[] = [];
      for (const input of inputs) all.push(told(await score(input)));
      return all;
    },
  };
}

/** How many departments are not as they should be, and how many of them have the wrong grade. */
export interface Judged {
  readonly of: number;
  readonly wrong: number;
  readonly gradeWrong: number;
  /** Not wrong, since it is said: departments that a contender leaves open. */
  readonly undecided: number;
}

export function judge(told: readonly Told[], truth: readonly Told[]): Judged {
  let wrong = 0;
  let gradeWrong = 0;
  let undecided = 0;
  for (const [at, { scores, total, grade, ...rest }] of told.entries()) {
    if (rest.undecided === true) {
      undecided++;
      continue;
    }
    const right = truth[at];
    if (right === undefined) throw new Error('more departments were scored than there are');
    const same =
      total === right.total &&
      grade === right.grade &&
      right.scores.every((score, place) => score === scores[place]);
    if (!same) wrong++;
    if (grade !== right.grade) gradeWrong++;
  }
  return { of: told.length, wrong, gradeWrong, undecided };
}
