// The difference between two rulesets for one department: to the left where the right one gives less. A
// known difference is a bar from zero, an open one the stretch that it may still lie in.
import type { ScoreView } from '../../protocol.ts';
import type { Words } from '../words/zh.ts';
import type { ChartColours } from './colours.ts';
import { figureAxis, frame, labelOf, nameAxis, pale, rowsHeight } from './drawing.ts';
import type { Drawing } from './drawing.ts';

interface Difference extends ScoreView {
  readonly name: string;
}

/** What a custom series is told about the row that it draws. */
interface Drawer {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
}

const THICK = 14;

function stretch(colours: ChartColours) {
  return (_row: unknown, drawer: Drawer) => {
    const [left, middle] = drawer.coord([drawer.value(0), drawer.value(2)]);
    const [right] = drawer.coord([drawer.value(1), drawer.value(2)]);
    const colour =
      drawer.value(1) <= 0 ? colours.down : drawer.value(0) >= 0 ? colours.up : colours.soft;
    return {
      type: 'rect',
      shape: { x: left, y: middle - THICK / 2, width: Math.max(right - left, 1), height: THICK },
      style: { fill: pale(colour) },
    };
  };
}

export function differences(
  rows: readonly Difference[],
  title: string,
  w: Words,
  colours: ChartColours,
): Drawing {
  const known = ({ low, high }: Difference) => low === high;
  return {
    title,
    height: rowsHeight(rows.length),
    option: {
      ...frame(title, colours),
      grid: { left: 8, right: 90, top: 40, bottom: 8, containLabel: true },
      xAxis: figureAxis(colours),
      yAxis: nameAxis(
        rows.map(({ name }) => name),
        colours,
      ),
      series: [
        {
          type: 'bar',
          barWidth: THICK,
          data: rows.map((row) => ({
            value: known(row) ? row.low : 0,
            itemStyle: { color: row.low < 0 ? colours.down : colours.up },
          })),
        },
        {
          type: 'custom',
          renderItem: stretch(colours),
          encode: { x: [0, 1], y: 2 },
          data: rows.flatMap((row, at) => (known(row) ? [] : [[row.low, row.high, at]])),
        },
        {
          // Carries the texts, to the right of whatever was drawn.
          type: 'scatter',
          symbolSize: 0.1,
          silent: true,
          label: labelOf(
            rows.map(({ text }) => text),
            colours,
          ),
          data: rows.map(({ high }, at) => [Math.max(high, 0), at]),
        },
      ],
    },
    table: { head: [w.indicator, w.difference], rows: rows.map(({ name, text }) => [name, text]) },
  };
}
