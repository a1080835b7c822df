// Missing data: each score that is a range drawn as one, and what to find out next.
import type { VNode } from 'preact';
import type { ScoreView } from '../../protocol.ts';
import { result, sheetParts } from '../state/results.ts';
import { words } from '../words/words.ts';

export function MissingPanel(): VNode {
  const w = words.value;
  const sheet = result.value?.sheet;
  if (sheet === undefined) return <p class="empty">{w.noDepartment}</p>;
  const open = sheetParts.value.filter(
    ({ kind, score }) => kind === 'indicator' && score.low !== score.high,
  );
  const total = sheet.total;
  return (
    <div>
      <p class="hint">{w.missingIntro}</p>
      {sheet.missing.length === 0 && open.length === 0 && <p class="empty">{w.nothingMissing}</p>}
      {total !== undefined && total.low !== total.high && (
        <p class="range-row total-range">
          <span>{w.total}</span>
          <Range score={total} most={Math.max(100, total.high)} />
          <strong>{total.text}</strong>
          <span>{sheet.grades.join(' / ')}</span>
        </p>
      )}
      {sheet.missing.length > 0 && (
        <table class="form-table">
          <caption class="hidden">{w.missing}</caption>
          <thead>
            <tr>
              <th scope="col">{w.inputName}</th>
              <th scope="col">{w.indicator}</th>
              <th scope="col" class="figure">
                {w.decides}
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.missing.map(({ name, text, decides }) => (
              <tr key={name}>
                <th scope="row" class="indicator-cell">
                  {name}
                </th>
                <td class="reason">{text}</td>
                <td class="figure">{decides?.text ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open.length > 0 && (
        <section class="block">
          <h3>
            {w.range} <span class="mark">{w.rangeNote}</span>
          </h3>
          {open.map((part) => (
            <p key={JSON.stringify(part.path)} class="range-row">
              <span>{part.name}</span>
              <Range score={part.score} most={part.points.high} />
              <strong>{part.score.text}</strong>
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

/** A range on the scale from nothing to the full points. */
function Range({ score, most }: { score: ScoreView; most: number }): VNode {
  const least = Math.min(0, Number.isFinite(score.low) ? score.low : 0);
  const width = Math.max(most - least, 1e-9);
  const share = (value: number) => Math.min(100, Math.max(0, ((value - least) / width) * 100));
  const from = share(score.low);
  const to = share(score.high);
  return (
    <svg class="range" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="3" width="100" height="2" class="range-scale" />
      <rect x={from} y="1" width={Math.max(to - from, 0.8)} height="6" class="range-bar" />
    </svg>
  );
}
