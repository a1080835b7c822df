// Two versions of one statement into one: each value, bound and row for itself. Rows go by name, others by
// place between rows that nobody touched; a row that both sides rewrote is a conflict.
import { align } from './align.ts';
import type { Version } from './differences.ts';
import { version } from './differences.ts';
import type { OutlineStatement } from './outline.ts';
import type { Row, Slot, SlotName } from './slots.ts';
import { slotsOf } from './slots.ts';
import type { Written } from './written.ts';
import { extract, putIn, splice } from './written.ts';

/** A part of the statement that both sides changed. */
export interface StatementConflict {
  readonly slot: SlotName | 'row' | undefined;
  readonly base: Version | undefined;
  readonly ours: Version | undefined;
  readonly theirs: Version | undefined;
}

export interface MergedStatementText {
  readonly merged: OutlineStatement;
  readonly conflicts: readonly StatementConflict[];
}

/** Merges statements that differ from each other and from what they were. */
export function mergeStatement(
  base: OutlineStatement,
  ours: OutlineStatement,
  theirs: OutlineStatement,
): MergedStatementText {
  const whole: MergedStatementText = {
    merged: ours,
    conflicts: [
      {
        slot: undefined,
        base: version(base.written),
        ours: version(ours.written),
        theirs: version(theirs.written),
      },
    ],
  };
  const [before, mine, yours] = [base, ours, theirs].map(({ tree }) => slotsOf(tree));
  if (!before || !mine || !yours) return whole;
  // The frame is the one that was changed; values are put into it.
  if (mine.rest !== before.rest && yours.rest !== before.rest && mine.rest !== yours.rest)
    return whole;
  if (mine.rest !== yours.rest || (mine.rows === undefined) !== (yours.rows === undefined))
    return whole;
  const conflicts: StatementConflict[] = [];
  let written: Written | undefined = ours.written;
  const names = new Set([...before.fields.keys(), ...mine.fields.keys(), ...yours.fields.keys()]);
  for (const slot of names) {
    const [old, own, other] = [before, mine, yours].map(({ fields }) => fields.get(slot));
    if (own?.said === other?.said || other?.said === old?.said) continue;
    if (own?.said !== old?.said) {
      conflicts.push({
        slot,
        base: slotVersion(base, old),
        ours: slotVersion(ours, own),
        theirs: slotVersion(theirs, other),
      });
      continue;
    }
    const text = other && extract(theirs.written, other.span);
    if (own && text) written = written && splice(written, own.span, text);
    else if (!own && text && slot === 'about')
      written = written && [...written, putIn(' ', text[0] ?? ours.tree.span), ...text];
    else return whole;
  }
  if (mine.rows && yours.rows && before.rows) {
    const merged = mergeRows(
      { part: base, rows: before.rows },
      { part: ours, rows: mine.rows },
      { part: theirs, rows: yours.rows },
    );
    conflicts.push(...merged.conflicts);
    const first = mine.rows[0];
    const last = mine.rows.at(-1);
    if (!first || !last || !merged.text) return whole;
    const span = { ...first.span, end: last.span.end };
    if (merged.isOther) written = written && splice(written, span, merged.text);
  }
  return written ? { merged: { ...ours, said: '', written, joint: undefined }, conflicts } : whole;
}

interface Rows {
  readonly part: OutlineStatement;
  readonly rows: readonly Row[];
}

interface MergedRows {
  readonly text: Written | undefined;
  /** Whether anything has to be written anew. */
  readonly isOther: boolean;
  readonly conflicts: readonly StatementConflict[];
}

function mergeRows(base: Rows, ours: Rows, theirs: Rows): MergedRows {
  const [mine, yours] = [align(base.rows, ours.rows), align(base.rows, theirs.rows)];
  const conflicts: StatementConflict[] = [];
  const say = (old?: Row, own?: Row, other?: Row) =>
    conflicts.push({
      slot: 'row',
      base: slotVersion(base.part, old),
      ours: slotVersion(ours.part, own),
      theirs: slotVersion(theirs.part, other),
    });
  const kept: { readonly from: Rows; readonly row: Row }[] = [];
  const [ownTaken, otherTaken] = [new Set(mine.values()), new Set(yours.values())];
  const addedAfter = (side: Rows, taken: ReadonlySet<number>, at: number): readonly Row[] => {
    const end = side.rows.findIndex((_, place) => place > at && taken.has(place));
    return side.rows.slice(at + 1, end < 0 ? undefined : end);
  };
  const addRows = (own: readonly Row[], other: readonly Row[]) => {
    const isSame = own.map(({ said }) => said).join() === other.map(({ said }) => said).join();
    const isApart = own.every(
      ({ name }) => name !== undefined && !other.some((row) => row.name === name),
    );
    if (own.length > 0 && other.length > 0 && !isSame && !isApart) say(undefined, own[0], other[0]);
    kept.push(...own.map((row) => ({ from: ours, row })));
    if (own.length === 0 || (!isSame && isApart))
      kept.push(...other.map((row) => ({ from: theirs, row })));
  };
  addRows(addedAfter(ours, ownTaken, -1), addedAfter(theirs, otherTaken, -1));
  base.rows.forEach((old, at) => {
    const [ownAt, otherAt] = [mine.get(at), yours.get(at)];
    const own = ownAt === undefined ? undefined : ours.rows[ownAt];
    const other = otherAt === undefined ? undefined : theirs.rows[otherAt];
    const isOwn = own?.said !== old.said;
    const isTheirs = other?.said !== old.said;
    if (isOwn && isTheirs && own?.said !== other?.said) say(old, own, other);
    const chosen = isTheirs && !isOwn ? { from: theirs, row: other } : { from: ours, row: own };
    if (chosen.row) kept.push({ from: chosen.from, row: chosen.row });
    addRows(
      ownAt === undefined ? [] : addedAfter(ours, ownTaken, ownAt),
      otherAt === undefined ? [] : addedAfter(theirs, otherTaken, otherAt),
    );
  });
  const texts = kept.map(({ from, row }) => extract(from.part.written, row.span));
  const text = texts.reduce<Written | undefined>(
    (all, next) => all && next && [...all, ...(all.length > 0 ? [newline(next)] : []), ...next],
    [],
  );
  const isOther = kept.some(({ from }) => from !== ours) || kept.length !== ours.rows.length;
  return { text, isOther, conflicts };
}

function newline(text: Written) {
  return putIn('\n', text[0] ?? { file: '', start: 0 });
}

function slotVersion(part: OutlineStatement, slot: Slot | undefined): Version | undefined {
  if (!slot) return undefined;
  const found = extract(part.written, slot.span);
  return found ? version(found) : undefined;
}
