// One row of the form: the name of an input, the control that its type wants, and its evidence.
import type { VNode } from 'preact';
import type { FieldView } from '../../answers.ts';
import { words } from '../words/words.ts';
import { Control } from './control.tsx';
import type { SetValue } from './data-panel.tsx';
import { DraftInput } from './draft-input.tsx';

const STATUSES = ['', 'disclosed', 'verified', 'judged', 'assumed', 'rejected'] as const;

export function Field({ field, set }: { field: FieldView; set: SetValue }): VNode {
  const w = words.value;
  const { name, path, about, takes, usedIn, given, problems } = field;
  const isUnknown = given.state !== 'given';
  const firstProblem = problems[0];
  return (
    <tr class={isUnknown ? 'unknown' : ''}>
      <th scope="row" class="field-name">
        <span title={usedIn.length === 0 ? undefined : w.usedIn(usedIn.join('、'))}>{name}</span>
        {about !== undefined && <span class="about">{about}</span>}
      </th>
      <td class="field-value">
        <Control field={field} set={set} />
        <span class="takes">{takes}</span>
        {firstProblem !== undefined && (
          <span class={firstProblem.severity === 'error' ? 'field-problem bad' : 'field-problem'}>
            {firstProblem.message}
          </span>
        )}
      </td>
      <td>
        <select
          aria-label={`${name}：${w.status}`}
          value={isUnknown ? 'unknown' : given.status}
          onChange={(event) => {
            const status = event.currentTarget.value;
            if (status === 'unknown') set(path, null);
            else set([...path, 'status'], status === '' ? undefined : status);
          }}
        >
          <option value="unknown">{w.unknown}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status} disabled={isUnknown && status !== 'rejected'}>
              {w.statuses[status]}
            </option>
          ))}
        </select>
      </td>
      <td class="field-source">
        <DraftInput
          label={`${name}：${w.source}`}
          value={given.source}
          write={(text) => set([...path, 'source'], text === '' ? undefined : text)}
        />
        {given.note !== '' && <span class="about">{given.note}</span>}
      </td>
    </tr>
  );
}
