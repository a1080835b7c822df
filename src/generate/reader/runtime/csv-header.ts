// The first row of CSV: which cells belong to which input. `季度预算[2]` is an entry of a list of fixed
// length, `监管机制.reason` what else is said of an input, `预算编制合理性.资金分配合理` one entry of a checklist.
import type { Cells } from './csv-cells.ts';
import { cellText } from './csv-cells.ts';
import type { Reading, Slot } from './reading.ts';

/** The cells of one input. */
export interface Binding {
  readonly slot: Slot;
  /** The cell that states it; -1 where there is none. */
  whole: number;
  /** The cells of the entries of its list, or of its checklist. */
  readonly entries: Map<string, number>;
  /** The cells of its reason, status, source and note. */
  readonly remarks: Map<string, number>;
}

export interface Header {
  readonly bindings: readonly Binding[];
  /** The cell with the name of the department; -1 where there is none. */
  readonly name: number;
  readonly count: number;
}

const NAMES = ['department', 'name', '部门', '部门名称', '单位名称'];
const REMARKS = ['reason', 'status', 'source', 'note'];

/** What the first row says; undefined where it leaves open what a cell means. */
export function headerOf(reading: Reading, cells: Cells): Header | undefined {
  const { bytes, byName, marks, errors } = reading;
  const bindings = new Map<Slot, Binding>();
  const seen = new Set<string>();
  let name = -1;
  for (let index = 0; index < cells.count; index++) {
    const offset = cells.from[index] ?? 0;
    const title = cellText(bytes, cells, index)?.trim();
    if (title === undefined) {
      reading.flaw = { offset, code: 'encoding', message: 'is not UTF-8' };
      return undefined;
    }
    if (seen.has(title) && title !== '') {
      reading.flaw = { offset, code: 'twice', message: `has the column “${title}” twice` };
      return undefined;
    }
    seen.add(title);
    const place = placeOf(reading, title);
    if (place) {
      const { slot } = place;
      const binding: Binding = bindings.get(slot) ?? {
        slot,
        whole: -1,
        entries: new Map(),
        remarks: new Map(),
      };
      bindings.set(slot, binding);
      if (place.part === undefined) binding.whole = index;
      else
        (REMARKS.includes(place.part) ? binding.remarks : binding.entries).set(place.part, index);
      if (binding.whole >= 0 && binding.entries.size > 0) {
        const message = `has “${slot.field.name}” as a whole and entry by entry`;
        reading.flaw = { offset, code: 'twice', message };
        return undefined;
      }
    } else if (NAMES.includes(title) && name < 0) name = index;
    else if (title !== '' && (byName.has(title) || !marks.some((mark) => mark.name === title)))
      errors.push({
        row: undefined,
        offset,
        path: title,
        code: 'column',
        message: 'is no input of this ruleset',
      });
  }
  return { bindings: [...bindings.values()], name, count: cells.count };
}

interface Place {
  readonly slot: Slot;
  readonly part: string | undefined;
}

// The longest input that a title begins with, and what follows.
function placeOf({ byName }: Reading, title: string): Place | undefined {
  const whole = byName.get(title);
  if (whole) return { slot: whole, part: undefined };
  const [, list = '', entry = ''] = /^(.*)\[([1-9]\d*)\]$/su.exec(title) ?? [];
  const listed = byName.get(list);
  if (listed?.kind === 'figures' && Number(entry) <= listed.figures.length)
    return { slot: listed, part: entry };
  for (let dot = title.lastIndexOf('.'); dot > 0; dot = title.lastIndexOf('.', dot - 1)) {
    const slot = byName.get(title.slice(0, dot));
    const part = title.slice(dot + 1);
    if (!slot) continue;
    const isEntry = slot.kind === 'checklist' && slot.words.some(({ word }) => word === part);
    if (isEntry || REMARKS.includes(part)) return { slot, part };
  }
  return undefined;
}
