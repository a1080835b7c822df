// The list of keys, and the keys that belong to the page rather than to the editor.
import { editorHandle } from '../editor/edit-text.ts';
import { keepAsBaseline } from '../state/project.ts';
import { TABS, tab } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { notify, show } from './dialogs.ts';

export function openShortcuts(): void {
  show(words.peek().shortcuts, () => (
    <table class="plain-table">
      <tbody>
        {words.value.shortcutList.map(([keys, does]) => (
          <tr key={keys}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Listens for the page's own keys. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 's') {
      event.preventDefault();
      keepAsBaseline();
      notify([words.peek().kept]);
    } else if (event.altKey && !command && event.code === 'KeyE') {
      event.preventDefault();
      editorHandle.value?.focus();
    } else if (event.altKey && !command && /^Digit[1-9]$/.test(event.code)) {
      const name = TABS[Number(event.code.slice(5)) - 1];
      if (name === undefined) return;
      event.preventDefault();
      tab.value = name;
    } else if (event.key === '?' && !isTyping(event.target)) openShortcuts();
  });
}
