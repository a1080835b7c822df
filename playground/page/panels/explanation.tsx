// The whole working of one score: steps with formulas, rows of tables with the one that fired, the
// figures that were read with their sources, and the document that the rule is from.
import type { VNode } from 'preact';
import type { ExplanationView, PartView, StepView } from '../../protocol.ts';
import { goTo } from '../editor/edit-text.ts';
import { words } from '../words/words.ts';

export function Explanation({ part }: { part: PartView }): VNode {
  const items = part.children.filter(({ kind }) => kind === 'item');
  return (
    <div class="explanation">
      {part.explanation !== undefined && <Working explanation={part.explanation} />}
      {items.map((item) => (
        <section key={item.name} class="item">
          <h4>
            {item.name}
            <span class="item-score">
              {item.score.text} / {item.points.text}
            </span>
          </h4>
          <p class="reason">{item.reason}</p>
          {item.explanation !== undefined && <Working explanation={item.explanation} />}
        </section>
      ))}
    </div>
  );
}

function Working({ explanation }: { explanation: ExplanationView }): VNode {
  const w = words.value;
  return (
    <>
      <p class="verdict">{explanation.verdict}</p>
      {explanation.steps.length > 0 && (
        <ol class="steps">
          {explanation.steps.map((step, at) => (
            <Step key={at} step={step} />
          ))}
        </ol>
      )}
      {explanation.inputs.length > 0 && (
        <table class="plain-table">
          <caption>{w.inputsUsed}</caption>
          <thead>
            <tr>
              <th scope="col">{w.inputName}</th>
              <th scope="col" class="figure">
                {w.inputValue}
              </th>
              <th scope="col">{w.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {explanation.inputs.map(({ name, value, evidence, missing }) => (
              <tr key={name} class={missing ? 'missing' : ''}>
                <td>{name}</td>
                <td class="figure">{value}</td>
                <td class="evidence">{evidence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {explanation.origins.length > 1 && (
        <ul class="origins">
          {explanation.origins.map(({ text, place }, at) => (
            <li key={at}>
              {text}
              {place !== undefined && (
                <button type="button" class="link small" onClick={() => goTo(place)}>
                  {w.goToLine}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {explanation.source !== '' && (
        <p class="rule-source">
          <span>{w.ruleSource}</span> {explanation.source}
        </p>
      )}
    </>
  );
}

function Step({ step }: { step: StepView }): VNode {
  const w = words.value;
  const { place } = step;
  return (
    <li>
      <div class="step-title">
        <span>{step.title}</span>
        {step.result !== undefined && <strong class="step-result">{step.result}</strong>}
        {place !== undefined && (
          <button type="button" class="link small" onClick={() => goTo(place)}>
            {w.goToLine}
          </button>
        )}
      </div>
      {step.withNames !== undefined && (
        <p class="formula">
          <span class="formula-label">{w.formula}</span>
          <code>{step.withNames}</code>
        </p>
      )}
      {step.withNumbers !== undefined && step.withNumbers !== step.withNames && (
        <p class="formula">
          <span class="formula-label">{w.withNumbers}</span>
          <code>{step.withNumbers}</code>
        </p>
      )}
      {step.rows.length > 0 && (
        <ul class="table-rows">
          {step.rows.map((row, at) => (
            <li key={at} class={`fired-${row.fired}`}>
              <code>{row.text}</code>
              {row.fired !== 'no' && <span class="mark">{w.fired[row.fired]}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
