// What is wrong with the rulesets and the data: where, why, and the ways out that can be taken at once.
import type { VNode } from 'preact';
import type { ProblemView } from '../../protocol.ts';
import { applyEdits, goTo } from '../editor/edit-text.ts';
import { problems } from '../state/results.ts';
import { openFile } from '../state/files.ts';
import { words } from '../words/words.ts';

const SEVERITIES = ['error', 'warning', 'note'] as const;

export function ProblemsPanel(): VNode {
  const w = words.value;
  const all = problems.value;
  const counts = SEVERITIES.map(
    (severity) => all.filter((problem) => problem.severity === severity).length,
  );
  const [errors = 0, warnings = 0, notes = 0] = counts;
  const summary = [
    ...(errors > 0 ? [w.errors(errors)] : []),
    ...(warnings > 0 ? [w.warnings(warnings)] : []),
    ...(notes > 0 ? [w.notes(notes)] : []),
  ];
  return (
    <section class="pane problems-pane" aria-label={w.problems} id="problems">
      <header class="pane-head">
        <h2>{w.problems}</h2>
        <span class={errors > 0 ? 'count bad' : 'count'} role="status">
          {summary.length === 0 ? w.noProblems : summary.join(' · ')}
        </span>
      </header>
      <ul class="problem-list" tabIndex={0} aria-label={w.problems}>
        {SEVERITIES.flatMap((severity) =>
          all
            .filter((problem) => problem.severity === severity)
            .map((problem, at) => <Problem key={`${severity}${String(at)}`} problem={problem} />),
        )}
      </ul>
    </section>
  );
}

function Problem({ problem }: { problem: ProblemView }): VNode {
  const w = words.value;
  const { severity, message, place, fixes, related, code } = problem;
  return (
    <li class={severity}>
      <button type="button" class="problem" onClick={() => goTo(place)}>
        <span class="severity">{w.severity[severity]}</span>
        <span class="message">{message}</span>
        <span class="where" title={code}>
          {place.file === openFile.value ? '' : `${place.file} `}
          {w.line(place.line)}
        </span>
      </button>
      {(fixes.length > 0 || related.length > 0) && (
        <div class="problem-more">
          {fixes.map(({ title, edits }) => (
            <button key={title} type="button" class="fix" onClick={() => applyEdits(edits)}>
              {w.fix}：{title}
            </button>
          ))}
          {related.map((other, at) => (
            <button key={at} type="button" class="link small" onClick={() => goTo(other.place)}>
              {other.message} ({w.line(other.place.line)})
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
