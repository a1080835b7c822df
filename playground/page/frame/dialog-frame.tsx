// Draws the open dialog and the notices.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { words } from '../words/words.ts';
import { dismiss, notices, openDialog } from './dialogs.ts';

export function DialogFrame(): VNode | null {
  const open = openDialog.value;
  const element = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (open === undefined) return;
    setTyped(open.dialog.kind === 'prompt' ? open.dialog.initial : '');
    if (element.current?.open === false) element.current.showModal();
  }, [open]);
  if (open === undefined) return null;
  const w = words.value;
  const { dialog, answer } = open;
  const title = dialog.kind === 'show' ? dialog.title : dialog.text;
  return (
    <dialog
      ref={element}
      class={dialog.kind === 'show' ? 'dialog wide' : 'dialog'}
      aria-labelledby="dialog-title"
      onClose={() => answer(undefined)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(dialog.kind === 'prompt' ? typed : '');
        }}
      >
        <h2 id="dialog-title">{title}</h2>
        {dialog.kind === 'show' && <div class="dialog-body">{dialog.body()}</div>}
        {dialog.kind === 'prompt' && (
          <input
            class="wide-input"
            aria-label={dialog.text}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <div class="dialog-foot">
          {dialog.kind === 'show' ? (
            <button type="button" class="primary" onClick={() => answer(undefined)}>
              {w.close}
            </button>
          ) : (
            <>
              <button type="button" onClick={() => answer(undefined)}>
                {w.cancel}
              </button>
              <button type="submit" class="primary">
                {w.confirm}
              </button>
            </>
          )}
        </div>
      </form>
    </dialog>
  );
}

export function Notices(): VNode {
  const w = words.value;
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map(({ id, tone, texts }) => (
        <div key={id} class={`notice ${tone}`}>
          <div>
            {texts.map((text, at) => (
              <p key={at}>{text}</p>
            ))}
          </div>
          <button type="button" aria-label={w.close} onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
