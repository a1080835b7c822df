// What the table of departments holds: figures in the units in which the ruleset writes them, or whole numbers
// of each figure's smallest step, which a database works with at once.

/** Figures as decimals in written units, or as whole numbers of steps. */
export type InputForm = 'decimals' | 'steps';

export const INPUT_FORMS: readonly InputForm[] = ['decimals', 'steps'];
