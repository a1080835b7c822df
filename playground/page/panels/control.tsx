// The control for each type of input. Figures stay the text that was typed, so that no decimal is lost;
// an emptied control makes the value unknown, never zero.
import type { VNode } from 'preact';
import type { ControlView, FieldView, PointsChoice } from '../../answers.ts';
import type { JsonValue } from '../../protocol.ts';
import { words } from '../words/words.ts';
import type { SetValue } from './data-panel.tsx';
import { DraftInput } from './draft-input.tsx';

export function Control({ field, set }: { field: FieldView; set: SetValue }): VNode {
  const { control, given, name, path } = field;
  const w = words.value;
  switch (control.kind) {
    case 'award':
      return (
        <>
          <DraftInput
            numeric
            label={name}
            value={textOf(given.value)}
            write={(text) => set([...path, 'award'], text === '' ? null : text)}
          />
          <span class="unit">{w.awardPoints(control.points)}</span>
          <Reason field={field} set={set} />
        </>
      );
    case 'award-choice': {
      const ranged = control.choices.some(({ least }) => least !== undefined);
      return (
        <>
          <Select
            label={name}
            options={control.choices.map((choice) => ({
              value: choice.name,
              text: `${choice.name} (${pointsOf(choice)})`,
            }))}
            value={textOf(given.value)}
            write={(choice) => set([...path, 'choice'], choice === '' ? null : choice)}
          />
          {ranged && (
            <DraftInput
              numeric
              label={`${name}：${w.awardLabel}`}
              placeholder={w.awardLabel}
              value={textOf(given.award)}
              write={(text) => set([...path, 'award'], text === '' ? undefined : text)}
            />
          )}
          {(ranged || given.reason !== '') && <Reason field={field} set={set} />}
        </>
      );
    }
    case 'checklist':
      return (
        <ul class="checklist">
          {control.entries.map((entry) => (
            <ChecklistEntry key={entry.name} entry={entry} field={field} set={set} />
          ))}
        </ul>
      );
    case 'pool':
      return <Pool field={field} parts={control.parts} set={set} />;
    default:
      return (
        <Plain
          control={control}
          label={name}
          value={given.value}
          write={(value) => set([...path, 'value'], value)}
        />
      );
  }
}

function Reason({ field, set }: { field: FieldView; set: SetValue }): VNode {
  const w = words.value;
  return (
    <DraftInput
      class="reason-input"
      label={`${field.name}：${w.reasonLabel}`}
      placeholder={w.reasonLabel}
      value={field.given.reason}
      write={(text) => set([...field.path, 'reason'], text === '' ? undefined : text)}
    />
  );
}

type PlainControl = Exclude<
  ControlView,
  { readonly kind: 'award' | 'award-choice' | 'checklist' | 'pool' }
>;

interface PlainProps {
  readonly control: ControlView;
  readonly label: string;
  readonly value: JsonValue;
  readonly write: (value: JsonValue) => void;
}

/** A value that is written as it is: figures, texts, dates, choices, lists and records of these. */
function Plain({ control, label, value, write }: PlainProps): VNode {
  const w = words.value;
  const plain = control as PlainControl;
  switch (plain.kind) {
    case 'number':
      return (
        <>
          <DraftInput
            numeric
            label={label}
            value={textOf(value)}
            write={(text) => write(figure(text, plain.unit))}
          />
          <span class="unit">{plain.unit}</span>
        </>
      );
    case 'boolean':
      return (
        <Select
          label={label}
          options={[
            { value: 'true', text: w.yes },
            { value: 'false', text: w.no },
          ]}
          value={value === true || value === false ? String(value) : ''}
          write={(text) => write(text === '' ? null : text === 'true')}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          options={plain.options.map((option) => ({ value: option, text: option }))}
          value={textOf(value)}
          write={(text) => write(text === '' ? null : text)}
        />
      );
    case 'date':
    case 'text':
    case 'target':
    case 'actual':
      return (
        <DraftInput
          type={plain.kind === 'date' ? 'date' : 'text'}
          label={label}
          value={textOf(value)}
          write={(text) => write(text === '' ? null : text)}
        />
      );
    case 'list':
      return <List control={plain} label={label} value={value} write={write} />;
    case 'record':
      return <Record control={plain} label={label} value={value} write={write} />;
    default:
      return plain satisfies never;
  }
}

type ListControl = Extract<ControlView, { readonly kind: 'list' }>;
type RecordControl = Extract<ControlView, { readonly kind: 'record' }>;

function List(props: PlainProps & { readonly control: ListControl }): VNode {
  const { control, label, value, write } = props;
  const w = words.value;
  const entries: readonly JsonValue[] = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  const shown = [
    ...entries,
    ...Array.from({ length: Math.max(0, control.least - entries.length) }, () => null),
  ];
  const replace = (at: number, entry: JsonValue) =>
    write(shown.map((old, index) => (index === at ? entry : old)));
  return (
    <div class="list">
      {shown.map((entry, at) => (
        <div key={at} class="list-entry">
          <span class="entry-number">{at + 1}</span>
          <Plain
            control={control.entry}
            label={`${label} ${w.entry(at + 1)}`}
            value={entry}
            write={(next) => replace(at, next)}
          />
          {control.most !== control.least && (
            <button
              type="button"
              class="remove"
              aria-label={`${label} ${w.entry(at + 1)}：${w.rowRemove}`}
              title={w.rowRemove}
              onClick={() => write(shown.filter((_, index) => index !== at))}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {(control.most === undefined || shown.length < control.most) && (
        <button type="button" onClick={() => write([...shown, emptyOf(control.entry)])}>
          {w.rowAdd}
        </button>
      )}
    </div>
  );
}

function Record(props: PlainProps & { readonly control: RecordControl }): VNode {
  const { control, label, value, write } = props;
  const given = isRecord(value) ? value : {};
  return (
    <div class="record">
      {control.fields.map(({ name, control: inner }) => (
        <label key={name}>
          <span>{name}</span>
          <Plain
            control={inner}
            label={`${label}：${name}`}
            value={Object.hasOwn(given, name) ? (given[name] ?? null) : null}
            write={(next) =>
              write(
                Object.fromEntries([
                  ...Object.entries(given).filter(([old]) => old !== name),
                  [name, next],
                ]),
              )
            }
          />
        </label>
      ))}
    </div>
  );
}

function ChecklistEntry(props: { entry: PointsChoice; field: FieldView; set: SetValue }): VNode {
  const { entry, field, set } = props;
  const w = words.value;
  const entries = isRecord(field.given.value) ? field.given.value : {};
  const now = Object.hasOwn(entries, entry.name) ? (entries[entry.name] ?? null) : null;
  const path = [...field.path, 'entries', entry.name];
  const isPart = typeof now === 'string';
  return (
    <li>
      <Select
        label={`${field.name}：${entry.name}`}
        options={[
          { value: 'true', text: w.yes },
          { value: 'false', text: w.no },
          ...(isPart ? [{ value: now, text: now }] : []),
        ]}
        value={textOf(now)}
        write={(text) =>
          set(path, text === '' ? null : text === 'true' ? true : text === 'false' ? false : text)
        }
      />
      <span title={entry.about}>{entry.name}</span>
      <span class="unit">{entry.points}</span>
    </li>
  );
}

function Pool(props: { field: FieldView; parts: readonly PointsChoice[]; set: SetValue }): VNode {
  const { field, parts, set } = props;
  const chosen = Array.isArray(field.given.value)
    ? (field.given.value as readonly JsonValue[])
    : [];
  return (
    <ul class="checklist">
      {parts.map(({ name, points, about }) => (
        <li key={name}>
          <label title={about}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) =>
                set(
                  [...field.path, 'value'],
                  event.currentTarget.checked
                    ? [...chosen, name]
                    : chosen.filter((other) => other !== name),
                )
              }
            />
            {name} <span class="unit">{points}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

interface SelectProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly write: (value: string) => void;
}

function Select({ label, options, value, write }: SelectProps): VNode {
  return (
    <select aria-label={label} value={value} onChange={(event) => write(event.currentTarget.value)}>
      <option value="">{words.value.unknown}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function pointsOf({ least, points }: PointsChoice): string {
  return least === undefined ? points : `${least}–${points}`;
}

function textOf(value: JsonValue): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}

function isRecord(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A percentage is only one with its sign; whoever types a bare figure in such a field means it. */
function figure(text: string, unit: string): JsonValue {
  const typed = text.trim();
  if (typed === '') return null;
  return unit === '%' && !/[%％‰]$/u.test(typed) ? `${typed}%` : typed;
}

function emptyOf(control: ControlView): JsonValue {
  return control.kind === 'record' ? {} : null;
}
