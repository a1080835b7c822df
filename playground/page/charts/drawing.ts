// What a chart panel hands over to be drawn: an ECharts option, and the same figures as a table for
// whoever cannot see the picture.
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './colours.ts';

export interface Drawing {
  readonly title: string;
  readonly height: number;
  readonly option: EChartsCoreOption;
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

export const FONT = "system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

/** Height of a chart with one horizontal bar a row. */
export function rowsHeight(rows: number): number {
  return Math.max(140, rows * 24 + 90);
}

/** A chart's frame: title, font, grid, and tooltips of plain text, in which names are never markup. */
export function frame(title: string, colours: ChartColours): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: colours.paper,
    textStyle: { fontFamily: FONT, color: colours.ink },
    title: {
      text: title,
      left: 0,
      textStyle: { fontSize: 14, fontWeight: 600, color: colours.ink, fontFamily: FONT },
    },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.paper,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontFamily: FONT, fontSize: 12 },
    },
    grid: { left: 8, right: 40, top: 40, bottom: 8, containLabel: true },
  };
}

/** An axis of names, the first on top. */
export function nameAxis(names: readonly string[], colours: ChartColours): EChartsCoreOption {
  return {
    type: 'category',
    data: names,
    inverse: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.ink, width: 170, overflow: 'truncate', fontSize: 12 },
  };
}

export function figureAxis(colours: ChartColours, more: EChartsCoreOption = {}): EChartsCoreOption {
  return {
    type: 'value',
    splitLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.soft, fontSize: 11 },
    ...more,
  };
}

/** Text beside the n-th bar. */
export function labelOf(texts: readonly string[], colours: ChartColours, position = 'right') {
  return {
    show: true,
    position,
    color: colours.ink,
    fontSize: 12,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => texts[dataIndex] ?? '',
  };
}

/** A colour for what is not known yet: the same, half as strong. */
export function pale(colour: string): string {
  return `${colour}73`;
}
