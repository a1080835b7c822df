// Columns scored in loops of JavaScript: over typed arrays, block by block, a few scores after the other; and by
// itself each row that loops do not fit.
import { hasGrades } from './column-inputs.ts';
import type { FastBody } from './fast-body.ts';
import type { LoopSource, ResultColumn } from './score-loops.ts';
import { scoreLoops } from './score-loops.ts';
import type { Writer } from './writer.ts';

/** So many rows are scored at a time: their columns fit into the cache. */
const BLOCK = 512;

/** The loops, and the function that scores a row by itself; without a body, that alone. */
export function loopsText(
  body: FastBody | undefined,
  writer: Writer,
  sources: readonly LoopSource[],
  results: readonly ResultColumn[],
): string {
  const { typed } = writer;
  const loops = body ? scoreLoops(body, writer, sources, results) : [];
  return [
    `function scoreInLoops(columns${typed(': Columns')}, into${typed(': ColumnResult')}, from${typed(': number')}, to${typed(': number')})${typed(': void')} {`,
    ...(body
      ? [
          '  // Rows with a figure outside of its limits are marked, and scored by themselves.',
          `  const fits = new Uint8Array(${BLOCK});`,
          `  for (let first = from; first < to; first += ${BLOCK}) {`,
          `    const last = Math.min(first + ${BLOCK}, to);`,
          '    fits.fill(1);',
          ...loops.map(({ name }) => `    ${name}(columns, into, fits, first, last);`),
          '    for (let row = first; row < last; row++)',
          '      if (fits[row - first] === 0) scoreSlowly(columns, into, row);',
          '  }',
        ]
      : ['  for (let row = from; row < to; row++) scoreSlowly(columns, into, row);']),
    '}',
    ...loops.flatMap(({ lines }) => ['', ...lines]),
    '',
    ...slowLines(writer, results),
  ].join('\n');
}

// Rows with figures that are finer, larger or not known, or too near a tie for the kernel.
function slowLines(writer: Writer, results: readonly ResultColumn[]): readonly string[] {
  const { framework, typed, use } = writer;
  const total = results.find(({ place }) => place === 'into.total');
  const words = writer.words(framework.grades.map(({ name }) => name));
  const hasScores = framework.children.length > 0;
  const whole = (column: string, score: string) =>
    `${use('storeScore')}(${column}, row, ${score});`;
  return [
    `function scoreSlowly(columns${typed(': Columns')}, into${typed(': ColumnResult')}, row${typed(': number')})${typed(': void')} {`,
    `  const { scores, ${total ? 'total, ' : ''}${hasGrades(writer) ? 'grade, ' : ''}undecided } = into;`,
    '  try {',
    '    const result = evaluate(inputAt(columns, row));',
    ...(hasScores
      ? [
          `    for (const [name] of columnArrays.scores) ${whole('scores[name]', 'result.scores[name]')}`,
        ]
      : []),
    ...(total ? [`    ${whole('total', 'result.total')}`] : []),
    ...(hasGrades(writer)
      ? [`    grade[row] = result.grade === undefined ? 255 : ${words}.indexOf(result.grade);`]
      : []),
    '  } catch (error) {',
    "    undecided[row] = error instanceof Error && error.name === 'Undecided' ? 1 : 2;",
    ...(hasScores
      ? [
          `    for (const [name] of columnArrays.scores) scores[name][row] = ${use('noScore')}(scores[name]);`,
        ]
      : []),
    ...(total ? [`    total[row] = ${use('noScore')}(total);`] : []),
    ...(hasGrades(writer) ? ['    grade[row] = 255;'] : []),
    '  }',
    '}',
  ];
}
