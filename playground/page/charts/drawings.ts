// The charts of a scored ruleset, each from the plain figures that the worker sends.
import type { PairView, ShareView, WaterfallStep } from '../../protocol.ts';
import type { Words } from '../words/zh.ts';
import type { ChartColours } from './colours.ts';
import { figureAxis, frame, labelOf, nameAxis, pale, rowsHeight } from './drawing.ts';
import type { Drawing } from './drawing.ts';

const PLAIN_TOOLTIP = { trigger: 'axis', axisPointer: { type: 'shadow' } } as const;

/** From full points down to the total, one step for each indicator that lost or gained. */
export function waterfall(
  steps: readonly WaterfallStep[],
  name: string,
  w: Words,
  colours: ChartColours,
): Drawing {
  const title = `${name} · ${w.chartKinds.waterfall}`;
  const lowest = Math.min(
    ...steps.map(({ from, to, kind }) =>
      kind === 'start' || kind === 'end' ? to : Math.min(from, to),
    ),
  );
  // Losses are small beside the points, so the axis begins a little below the total.
  const least = lowest < 0 ? Math.floor(lowest) : Math.max(0, Math.floor(lowest / 10) * 10 - 10);
  const label = ({ kind, name: step }: WaterfallStep) =>
    kind === 'start' ? w.fullPoints : kind === 'end' ? w.finalScore : step;
  const edges = steps.map(({ kind, from, to }) =>
    kind === 'start' || kind === 'end' ? [least, to] : [Math.min(from, to), Math.max(from, to)],
  );
  return {
    title,
    height: rowsHeight(steps.length),
    option: {
      ...frame(title, colours),
      xAxis: figureAxis(colours, { min: least }),
      yAxis: nameAxis(steps.map(label), colours),
      series: [
        {
          type: 'bar',
          stack: 'step',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: edges.map(([low = 0]) => low),
        },
        {
          type: 'bar',
          stack: 'step',
          barMaxWidth: 16,
          label: labelOf(
            steps.map(({ text }) => text),
            colours,
          ),
          data: steps.map(({ kind, open }, at) => ({
            value: (edges[at]?.[1] ?? 0) - (edges[at]?.[0] ?? 0),
            itemStyle: {
              color: open ? pale(stepColour(kind, colours)) : stepColour(kind, colours),
            },
          })),
        },
      ],
    },
    table: {
      head: [w.indicator, w.change],
      rows: steps.map((step) => [label(step), step.text]),
    },
  };
}

function stepColour(kind: WaterfallStep['kind'], colours: ChartColours): string {
  switch (kind) {
    case 'loss':
      return colours.down;
    case 'gain':
      return colours.up;
    case 'start':
    case 'end':
      return colours.accent;
    default:
      return kind satisfies never;
  }
}

/** What each top part reached of its points; what is not known yet is drawn paler. */
export function groupShares(
  shares: readonly ShareView[],
  name: string,
  w: Words,
  colours: ChartColours,
): Drawing {
  const title = `${name} · ${w.chartKinds.groups}`;
  return {
    title,
    height: rowsHeight(shares.length),
    option: {
      ...frame(title, colours),
      xAxis: figureAxis(colours, {
        min: 0,
        max: 1,
        axisLabel: {
          formatter: (share: number) => `${String(Math.round(share * 100))}%`,
          color: colours.soft,
        },
      }),
      yAxis: nameAxis(
        shares.map((share) => share.name),
        colours,
      ),
      series: [
        {
          type: 'bar',
          stack: 'share',
          barMaxWidth: 18,
          itemStyle: { color: colours.accent },
          data: shares.map(({ low }) => low),
        },
        {
          type: 'bar',
          stack: 'share',
          barMaxWidth: 18,
          itemStyle: { color: pale(colours.accent) },
          label: labelOf(
            shares.map(({ text, score, points }) => `${score.text} / ${points.text}  ${text}`),
            colours,
            'insideRight',
          ),
          data: shares.map(({ low, high }) => high - low),
        },
        {
          // A bar of nothing at the full points carries the label, so that it stands outside.
          type: 'bar',
          stack: 'share',
          silent: true,
          data: shares.map(() => 0),
        },
      ],
    },
    table: {
      head: [w.group, w.score, w.points, w.scoreRate],
      rows: shares.map(({ name: group, score, points, text }) => [
        group,
        score.text,
        points.text,
        text,
      ]),
    },
  };
}

/** Totals before and now, one row for each department. */
export function changes(pairs: readonly PairView[], w: Words, colours: ChartColours): Drawing {
  const title = w.changesTitle;
  const middle = ({ low, high }: { readonly low: number; readonly high: number }) =>
    (low + high) / 2;
  const all = pairs.flatMap(({ before, after }) => [middle(before), middle(after)]);
  const least = Math.floor(Math.min(...all) - 1);
  return {
    title,
    height: rowsHeight(pairs.length),
    option: {
      ...frame(title, colours),
      tooltip: {
        ...(frame(title, colours)['tooltip'] as object),
        ...PLAIN_TOOLTIP,
        formatter: (points: readonly { readonly dataIndex: number }[]) => {
          const pair = pairs[points[0]?.dataIndex ?? 0];
          return pair === undefined
            ? ''
            : `${pair.name}\n${pair.before.text} → ${pair.after.text}  ${pair.text}`;
        },
      },
      xAxis: figureAxis(colours, { min: least, max: Math.ceil(Math.max(...all) + 1) }),
      yAxis: nameAxis(
        pairs.map(({ name }) => name),
        colours,
      ),
      series: [
        {
          type: 'bar',
          stack: 'move',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: pairs.map(({ before, after }) => Math.min(middle(before), middle(after))),
        },
        {
          type: 'bar',
          stack: 'move',
          barWidth: 4,
          data: pairs.map(({ before, after, direction }) => ({
            value: Math.abs(middle(after) - middle(before)),
            itemStyle: { color: direction === -1 ? colours.down : colours.up },
          })),
        },
        {
          type: 'scatter',
          symbolSize: 9,
          itemStyle: { color: colours.paper, borderColor: colours.soft, borderWidth: 1.5 },
          data: pairs.map(({ before }, at) => [middle(before), at]),
        },
        {
          type: 'scatter',
          symbolSize: 9,
          data: pairs.map(({ after, direction }, at) => ({
            value: [middle(after), at],
            label: { position: direction === -1 ? 'left' : 'right' },
            itemStyle: {
              color:
                direction === 1 ? colours.up : direction === -1 ? colours.down : colours.accent,
            },
          })),
          label: labelOf(
            pairs.map(({ text }) => text),
            colours,
          ),
        },
      ],
    },
    table: {
      head: [w.department, w.before, w.after, w.change],
      rows: pairs.map(({ name, before, after, text }) => [name, before.text, after.text, text]),
    },
  };
}
