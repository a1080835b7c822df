// The rulesets and departments that come with the page, by their paths below rulesets/, and the order
// in which a newcomer would read them.

const TEXTS = import.meta.glob<string>('../../../rulesets/**/*.{chi,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const ROOT = '../../../rulesets/';

/** Every shipped file by its path, such as `futian/2022.chi`. */
export const shipped: ReadonlyMap<string, string> = new Map(
  Object.entries(TEXTS).map(([path, text]) => [path.slice(ROOT.length), text]),
);

/** Rulesets that are in use. */
export const OFFICIAL: readonly string[] = [
  'shenzhen/common.chi',
  'futian/2022.chi',
  'futian/2020.chi',
  'nanshan/2023.chi',
  'longhua/2021.chi',
];

/** The gallery from easy to hard. */
export const EXAMPLES: readonly string[] = [
  'gallery/deductions.chi',
  'gallery/targets.chi',
  'gallery/years.chi',
  'gallery/bonus.chi',
  'gallery/vetoes.chi',
  'gallery/choice.chi',
  'gallery/structure-category.chi',
  'gallery/structure-thresholds.chi',
  'gallery/money.chi',
  'gallery/aggregation-levels.chi',
  'gallery/aggregation-letters.chi',
  'gallery/aggregation-efficacy.chi',
  'gallery/aggregation-geometric.chi',
  'gallery/cohort-departments.chi',
  'gallery/cohort-procurement.chi',
  'gallery/cohort-two-passes.chi',
];

export const FIRST_FILE = 'futian/2022.chi';

/** The department files that lie beside a shipped ruleset and begin with its name. */
export function shippedDepartments(ruleset: string): readonly string[] {
  const slash = ruleset.lastIndexOf('/');
  const folder = `${ruleset.slice(0, slash)}/departments/`;
  const stem = ruleset.slice(slash + 1).replace(/\.chi$/, '');
  return [...shipped.keys()]
    .filter((path) => path.startsWith(`${folder}${stem}-`))
    .sort((a, b) => (a < b ? -1 : 1));
}
