// How many departments have which total, as bars over the stretch that they stand for, with the bands of
// the grades behind them and the counts from before as outlines.
import type { BinView, GradeView } from '../../protocol.ts';
import type { Words } from '../words/zh.ts';
import type { ChartColours } from './colours.ts';
import { figureAxis, frame } from './drawing.ts';
import type { Drawing } from './drawing.ts';

/** What a custom series is told about the bar that it draws. */
interface Drawer {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
}

/** Totals closer together than this are still shown on a scale that means something. */
const LEAST_WIDTH = 10;

function bar(style: object, gap: number) {
  return (_row: unknown, drawer: Drawer) => {
    const [left, top] = drawer.coord([drawer.value(0), drawer.value(2)]);
    const [right, bottom] = drawer.coord([drawer.value(1), 0]);
    return {
      type: 'rect',
      shape: {
        x: left + gap,
        y: top,
        width: Math.max(right - left - 2 * gap, 2),
        height: bottom - top,
      },
      style,
    };
  };
}

export function distribution(
  bins: readonly BinView[],
  grades: readonly GradeView[],
  w: Words,
  colours: ChartColours,
): Drawing {
  const title = w.chartKinds.distribution;
  const from = bins[0]?.from ?? 0;
  const to = bins.at(-1)?.to ?? 100;
  const spare = Math.max(0, LEAST_WIDTH - (to - from)) / 2;
  const [least, most] = [Math.floor(from - spare), Math.ceil(to + spare)];
  const before = bins.filter((bin) => (bin.before ?? 0) > 0 && bin.before !== bin.count);
  const highest = Math.max(1, ...bins.flatMap((bin) => [bin.count, bin.before ?? 0]));
  return {
    title,
    height: 300,
    option: {
      ...frame(title, colours),
      grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
      xAxis: figureAxis(colours, { min: least, max: most, splitLine: { show: false } }),
      yAxis: figureAxis(colours, {
        minInterval: 1,
        max: highest + Math.max(1, Math.ceil(highest / 5)),
      }),
      series: [
        {
          type: 'scatter',
          data: [],
          markArea: {
            silent: true,
            label: { color: colours.ink, position: 'insideTop', fontSize: 12 },
            data: bands(grades, least, most, colours),
          },
        },
        {
          type: 'custom',
          renderItem: bar({ fill: colours.accent }, 2),
          encode: { x: [0, 1], y: 2 },
          data: bins.map((bin) => [bin.from, bin.to, bin.count]),
        },
        {
          type: 'custom',
          renderItem: bar({ fill: 'none', stroke: colours.ink, lineDash: [4, 3] }, 1),
          encode: { x: [0, 1], y: 2 },
          data: before.map((bin) => [bin.from, bin.to, bin.before]),
        },
      ],
    },
    table: {
      head: [w.total, w.countOf, w.department],
      rows: bins
        .filter(({ count }) => count > 0)
        .map((bin) => [
          `${String(bin.from)}–${String(bin.to)}`,
          String(bin.count),
          bin.names.join('、'),
        ]),
    },
  };
}

function bands(
  grades: readonly GradeView[],
  least: number,
  most: number,
  colours: ChartColours,
): readonly (readonly object[])[] {
  return grades.flatMap((grade, at) => {
    const start = Math.max(least, grade.from ?? least);
    const end = Math.min(most, grade.to ?? most);
    if (start >= end) return [];
    const color = at % 2 === 0 ? colours.band : colours.paper;
    return [[{ name: grade.name, xAxis: start, itemStyle: { color } }, { xAxis: end }]];
  });
}
