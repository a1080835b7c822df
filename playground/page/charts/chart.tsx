// Shows one drawing, follows the size of its place and the page's colours, and saves it as a picture.
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { download } from '../state/download.ts';
import { words } from '../words/words.ts';
import type { Drawing } from './drawing.ts';
import type * as echarts from './echarts.ts';

type Echarts = typeof echarts;

const library = signal<Echarts | undefined>(undefined);

function load(): void {
  if (library.peek() === undefined)
    void import('./echarts.ts').then((loaded) => (library.value = loaded));
}

function fileName(title: string): string {
  return title.replace(/[/\\:*?"<>|]/gu, ' ');
}

function saveSvg({ init }: Echarts, drawing: Drawing, width: number): void {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: drawing.height });
  chart.setOption(drawing.option);
  download(`${fileName(drawing.title)}.svg`, 'image/svg+xml', chart.renderToSVGString());
  chart.dispose();
}

function savePng({ init }: Echarts, drawing: Drawing, width: number): void {
  const place = document.createElement('div');
  const chart = init(place, null, { renderer: 'canvas', width, height: drawing.height });
  chart.setOption(drawing.option);
  const address = chart.getDataURL({ type: 'png', pixelRatio: 2 });
  chart.dispose();
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) =>
    sign.charCodeAt(0),
  );
  download(`${fileName(drawing.title)}.png`, 'image/png', bytes);
}

export function Chart({ drawing }: { drawing: Drawing }): VNode {
  const w = words.value;
  const place = useRef<HTMLDivElement>(null);
  const loaded = library.value;
  useEffect(load, []);
  useEffect(() => {
    const element = place.current;
    if (loaded === undefined || element === null) return;
    const chart = loaded.init(element, null, { renderer: 'svg' });
    chart.setOption(drawing.option);
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [loaded, drawing]);
  const width = () => place.current?.clientWidth ?? 800;
  return (
    <figure class="chart">
      <div class="tools">
        <button
          type="button"
          disabled={loaded === undefined}
          onClick={() => loaded && savePng(loaded, drawing, width())}
        >
          {w.exportPng}
        </button>
        <button
          type="button"
          disabled={loaded === undefined}
          onClick={() => loaded && saveSvg(loaded, drawing, width())}
        >
          {w.exportSvg}
        </button>
      </div>
      <div
        ref={place}
        role="img"
        aria-label={drawing.title}
        style={{ height: `${String(drawing.height)}px` }}
      >
        {loaded === undefined && <p class="empty">{w.chartLoading}</p>}
      </div>
      <details>
        <summary>{w.chartTable}</summary>
        <table class="plain-table">
          <thead>
            <tr>
              {drawing.table.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawing.table.rows.map((cells, at) => (
              <tr key={at}>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
