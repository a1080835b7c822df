// A text field that keeps what is being typed to itself until it pauses, so that an answer from the
// worker never overtakes the typing.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';

interface DraftInputProps {
  readonly value: string;
  readonly label: string;
  readonly write: (text: string) => void;
  readonly numeric?: boolean;
  readonly type?: 'text' | 'date';
  readonly placeholder?: string;
  readonly class?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

const PAUSE = 250;

export function DraftInput(props: DraftInputProps): VNode {
  const { value, label, write, numeric = false, type = 'text' } = props;
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => () => clearTimeout(timer.current), []);
  const commit = (text: string) => {
    clearTimeout(timer.current);
    if (text !== value) latest.current(text);
  };
  return (
    <input
      {...(type === 'date' ? { type: 'date' as const } : { type: 'text' as const })}
      class={`${numeric ? 'numeric ' : ''}${props.class ?? ''}`}
      inputMode={numeric ? 'decimal' : 'text'}
      aria-label={label}
      aria-invalid={props.invalid === true ? true : undefined}
      aria-describedby={props.describedBy}
      placeholder={props.placeholder}
      value={draft ?? value}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => commit(text), PAUSE);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.currentTarget.value);
      }}
      onBlur={(event) => {
        commit(event.currentTarget.value);
        setDraft(undefined);
      }}
    />
  );
}
