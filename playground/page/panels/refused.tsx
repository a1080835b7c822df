// Why there is nothing to show, in the worker's words.
import type { VNode } from 'preact';
import type { Refused } from '../../answers.ts';
import { goTo } from '../editor/edit-text.ts';
import { words } from '../words/words.ts';

export function RefusedText({ refused }: { refused: Refused }): VNode {
  const w = words.value;
  return (
    <div class="empty">
      {refused.messages.map((message, at) => (
        <p key={at}>{message}</p>
      ))}
      <ul>
        {refused.problems.map(({ message, place, severity }, at) => (
          <li key={at} class={severity}>
            <button type="button" class="link" onClick={() => goTo(place)}>
              {message} ({w.line(place.line)})
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Loading, or what went wrong while asking. */
export function Waiting({ fault }: { fault: string | undefined }): VNode {
  const w = words.value;
  return <p class="empty">{fault === undefined ? w.loading : w.failed(fault)}</p>;
}
