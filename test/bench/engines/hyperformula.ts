// HyperFormula, a spreadsheet without a screen: a row for each department, figures on the left, formulas on the
// right. New figures for all rows are set in one step, and the sheet works out what depends on them.
import { HyperFormula } from 'hyperformula';
import type { Contender } from '../contender.ts';
import type { Figure, Steps } from '../ten/department.ts';
import { FIGURES, SCORES, doublesOf } from '../ten/department.ts';

/** The letters of a column. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const HELPERS = ['change', 'use', 'outside', 'rates'] as const;
type Cell = Figure | (typeof HELPERS)[number] | (typeof SCORES)[number] | 'total' | 'grade';
const CELLS: readonly Cell[] = [
  ...FIGURES.map(([name]) => name),
  ...HELPERS,
  ...SCORES,
  'total',
  'grade',
];
const FIRST_SCORE = FIGURES.length + HELPERS.length;

/** Formulas with the names of cells of the same row in brackets. */
const FORMULAS: Readonly<Record<Exclude<Cell, Figure>, string>> = {
  change: '=ABS([budgetAdjusted]-[budgetInitial])/[budgetInitial]',
  use: '=[assetsInUse]/[assets]',
  outside: '=[contractors]/([staff]+[contractors])',
  rates:
    '=[spent1]/[budget1]/0.25+[spent2]/[budget2]/0.5+[spent3]/[budget3]/0.75+[spent4]/[budget4]',
  procurement: '=IF([procured]>[procurementPlan],0,ROUND([procured]/[procurementPlan]*10,2))',
  adjustment: '=ROUND(MAX(0,10-MAX(0,[change]-0.1)/0.01),2)',
  assetUse: '=IF([use]>=0.9,10,IF([use]>=0.75,7,IF([use]>=0.6,4,0)))',
  staffing: '=IF([staff]/[posts]<=1,5,0)',
  contracting: '=IF([outside]<0.05,5,IF([outside]<=0.1,2.5,0))',
  hospitalityControl:
    '=IF([hospitality]/[hospitalityBudget]<0.9,10,IF([hospitality]/[hospitalityBudget]<=1,7,0))',
  officeControl: '=IF([office]/[officeBudget]<0.9,10,IF([office]/[officeBudget]<=1,7,0))',
  execution: '=ROUND(MIN([rates]*3+[rates]/4*6,18),2)',
  timeliness: '=IF([projectsDone]>=[projects],12,ROUND([projectsDone]/[projects]*12,2))',
  satisfactionScore:
    '=IF([satisfaction]>=0.95,10,IF([satisfaction]>=0.9,7,IF([satisfaction]>=0.8,4,1)))',
  total: `=ROUND(SUM([${SCORES[0]}]:[${SCORES[9]}]),2)`,
  grade: '=IF([total]>=90,"优",IF([total]>=80,"良",IF([total]>=60,"中","差")))',
};

export const HYPERFORMULA: readonly Contender<Steps>[] = [
  {
    name: 'HyperFormula, a row for each department',
    family: 'rule engine',
    timed: 500,
    prepare: (departments) => {
      const figures = departments.map(doublesOf).map((d) => FIGURES.map(([name]) => d[name]));
      const rows = figures.map((row, at) => [...row, ...formulasOf(at + 1)]);
      const sheet = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' });
      const start = { sheet: 0, col: 0, row: 0 };
      // The sheet leaves cells alone whose content does not change, so two sets of figures take turns.
      const turned = [...figures.slice(1), ...figures.slice(0, 1)];
      let turn = 0;
      return {
        scored: departments.length,
        pass: () => {
          sheet.setCellContents(start, turn++ % 2 === 0 ? turned : figures);
        },
        told: () => {
          sheet.setCellContents(start, figures);
          return sheet.getSheetValues(0).map((row) => ({
            scores: SCORES.map((_, at) => Math.round(Number(row[FIRST_SCORE + at]) * 100)),
            total: Math.round(Number(row[FIRST_SCORE + SCORES.length]) * 100),
            grade: String(row[FIRST_SCORE + SCORES.length + 1]),
          }));
        },
        close: () => sheet.destroy(),
      };
    },
  },
];

function formulasOf(row: number): string[] {
  return CELLS.slice(FIGURES.length).map((cell) =>
    FORMULAS[cell as Exclude<Cell, Figure>].replace(/\[(\w+)\]/g, (_, name: string) => {
      const column = CELLS.indexOf(name as Cell);
      if (column < 0) throw new Error(`no cell ${name}`);
      return `${letters(column)}${row}`;
    }),
  );
}
