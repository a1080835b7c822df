// What a department reported of itself beside what the rules give, and what is to be said of it.
import type { VNode } from 'preact';
import { selected } from '../state/departments.ts';
import { useAnswer } from '../state/answer.ts';
import { words } from '../words/words.ts';
import { RefusedText, Waiting } from './refused.tsx';

export function AuditPanel(): VNode {
  const w = words.value;
  const { file, member } = selected.value;
  const { answer, fault } = useAnswer({
    kind: 'audit',
    ...(file < 0 ? {} : { department: file }),
    ...(member === undefined ? {} : { member }),
  });
  if (file < 0) return <p class="empty">{w.noDepartment}</p>;
  if (answer === undefined) return <Waiting fault={fault} />;
  if (answer.kind === 'refused') return <RefusedText refused={answer} />;
  return (
    <div>
      <p class="hint">{w.auditIntro}</p>
      <p class="movement">
        {answer.department}：{answer.tally}
      </p>
      {answer.findings.length > 0 && (
        <section class="block">
          <h3>{w.findings}</h3>
          <ul class="findings">
            {answer.findings.map(({ severity, label, texts }, at) => (
              <li key={at} class={severity}>
                <p>
                  <strong>{label}</strong> {texts[0]}
                </p>
                {texts.slice(1).map((text, line) => (
                  <p key={line} class="faint">
                    {text}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {answer.rows.length === 0 ? (
        <p class="empty">{w.auditNothing}</p>
      ) : (
        <table class="form-table">
          <caption class="hidden">{w.audit}</caption>
          <thead>
            <tr>
              <th scope="col">{w.indicator}</th>
              <th scope="col" class="figure">
                {w.published}
              </th>
              <th scope="col" class="figure">
                {w.recomputed}
              </th>
              <th scope="col" class="figure">
                {w.difference}
              </th>
              <th scope="col">{w.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row, at) => (
              <tr key={at} class={`outcome-${row.outcome}`}>
                <th scope="row" class="indicator-cell">
                  {row.name}
                </th>
                <td class="figure">{row.published}</td>
                <td class="figure">{row.recomputed}</td>
                <td class="figure">{row.difference}</td>
                <td title={row.text}>{w.outcomes[row.outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
