// The form of the selected department, made from what the ruleset asks for: value, unit, what is
// unknown, status and source. Each change is written into the department's own file.
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { FieldView, FormView } from '../../answers.ts';
import type { JsonValue } from '../../protocol.ts';
import { departments, replaceDepartment, selected } from '../state/departments.ts';
import { useAnswer } from '../state/answer.ts';
import { askNow } from '../state/results.ts';
import { notify } from '../frame/dialogs.ts';
import { words } from '../words/words.ts';
import { DraftInput } from './draft-input.tsx';
import { Field } from './field.tsx';
import { RefusedText, Waiting } from './refused.tsx';

/** Writes one entry of a department's file; undefined takes it out. */
export type SetValue = (path: readonly (string | number)[], value: JsonValue | undefined) => void;

const search = signal('');
const onlyUnknown = signal(false);

/** Entries are written one after the other, each into the text that the one before it made. */
let writing: Promise<void> = Promise.resolve();

function writeEntry(department: number): SetValue {
  return (path, value) => {
    writing = writing.then(async () => {
      const answer = await askNow({ kind: 'set-value', department, path, value });
      if (answer.kind === 'refused') notify(answer.messages, 'bad');
      else replaceDepartment(department, answer.text);
    });
    writing = writing.catch((error: unknown) =>
      notify([words.peek().failed(String(error))], 'bad'),
    );
  };
}

export function DataPanel(): VNode {
  const w = words.value;
  const { file, member } = selected.value;
  const { answer, fault } = useAnswer({
    kind: 'form',
    department: file,
    ...(member === undefined ? {} : { member }),
  });
  if (file < 0) return <p class="empty">{w.noDepartment}</p>;
  if (answer === undefined) return <Waiting fault={fault} />;
  if (answer.kind === 'refused')
    return (
      <>
        <RefusedText refused={answer} />
        <JsonText key={file} file={file} />
      </>
    );
  return <Form key={`${String(file)}.${String(member)}`} form={answer} file={file} />;
}

function isMissing({ given }: FieldView): boolean {
  return given.state !== 'given';
}

function Form({ form, file }: { form: FormView; file: number }): VNode {
  const w = words.value;
  const set = writeEntry(file);
  const wanted = search.value.trim();
  const fields = form.fields.filter(
    (field) =>
      (wanted === '' || `${field.name}${field.about ?? ''}`.includes(wanted)) &&
      (!onlyUnknown.value || isMissing(field)),
  );
  const missing = form.fields.filter(isMissing).length;
  return (
    <div class="data">
      <div class="data-head">
        <label>
          {w.departmentName}
          <DraftInput
            label={w.departmentName}
            class="name-input"
            value={form.name}
            write={(text) => set([...form.at, 'department'], text)}
          />
        </label>
        <input
          type="search"
          aria-label={w.searchData}
          placeholder={w.searchData}
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={onlyUnknown.value}
            onChange={(event) => (onlyUnknown.value = event.currentTarget.checked)}
          />
          {w.onlyMissing} <span class="count">({w.fieldsMissing(missing)})</span>
        </label>
      </div>
      <table class="form-table data-form">
        <caption class="hidden">{w.data}</caption>
        <thead>
          <tr>
            <th scope="col">{w.inputName}</th>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.status}</th>
            <th scope="col">{w.source}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Field key={JSON.stringify(field.path)} field={field} set={set} />
          ))}
        </tbody>
      </table>
      {form.unknown.length > 0 && (
        <p class="hint">
          {w.unknownEntries}：{form.unknown.join('、')}
        </p>
      )}
      <JsonText file={file} />
    </div>
  );
}

/** The department's file itself, for what the form does not show. */
function JsonText({ file }: { file: number }): VNode {
  const w = words.value;
  const text = departments.value[file]?.text ?? '';
  const [draft, setDraft] = useState<string | undefined>(undefined);
  return (
    <details class="json">
      <summary>{w.jsonText}</summary>
      <textarea
        aria-label={w.jsonText}
        spellcheck={false}
        rows={18}
        value={draft ?? text}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <div class="tools">
        <button
          type="button"
          disabled={draft === undefined || draft === text}
          onClick={() => {
            if (draft !== undefined) replaceDepartment(file, draft);
            setDraft(undefined);
          }}
        >
          {w.jsonKeep}
        </button>
      </div>
    </details>
  );
}
