// A cohort file: departments in a list, with the inputs that are common to all of them once for all.
import {
  CLOSE,
  COMMA,
  OPEN,
  OPEN_LIST,
  QUOTE,
  UNUSUAL,
  afterColon,
  afterSpace,
  afterText,
  afterValue,
  byteAt,
} from './bytes.ts';
import { carefulAt, carefulValue } from './careful.ts';
import { afterList } from './lists.ts';
import type { Reading } from './reading.ts';

const OTHERS = ['year', 'ruleset', 'note', '$schema'];

/** Behind a cohort file, whose brace stands there; UNUSUAL where it is no JSON. */
export function afterCohort(reading: Reading, start: number): number {
  const { bytes, end } = reading;
  const seen = new Set<string>();
  let list = UNUSUAL;
  let place = afterSpace(bytes, start + 1, end);
  for (;;) {
    if (byteAt(bytes, place) !== QUOTE) return UNUSUAL;
    const at = place;
    const behind = afterText(bytes, at + 1);
    place = afterColon(bytes, behind, end);
    if (place === UNUSUAL) return UNUSUAL;
    const name = String(carefulValue(carefulAt(bytes, at, behind)));
    if (seen.has(name)) report(reading, at, '', 'twice', `has “${name}” twice`);
    else if (name === 'departments') list = place;
    else if (name !== 'common' && !OTHERS.includes(name))
      report(reading, at, name, 'shape', 'is no entry of a cohort file');
    const hasCommon = name === 'common' && !seen.has(name);
    if (hasCommon) takeCommon(reading, place);
    // What is common may stand behind the departments.
    if (hasCommon && list !== UNUSUAL) {
      startAgain(reading);
      if (afterList(reading, list) === UNUSUAL) return UNUSUAL;
    }
    const isList = place === list && byteAt(bytes, place) === OPEN_LIST;
    if (place === list && !isList) report(reading, place, name, 'shape', 'is no list');
    place = isList ? afterList(reading, place) : afterValue(bytes, place, end);
    seen.add(name);
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
    const byte = byteAt(bytes, place);
    if (byte === CLOSE) return place + 1;
    if (byte !== COMMA) return UNUSUAL;
    place = afterSpace(bytes, place + 1, end);
  }
}

function report(
  { errors }: Reading,
  offset: number,
  path: string,
  code: 'twice' | 'shape',
  message: string,
): void {
  errors.push({ row: undefined, offset, path, code, message });
}

function takeCommon(reading: Reading, at: number): void {
  const careful = carefulAt(reading.bytes, at, reading.end);
  const common = carefulValue(careful);
  if (careful.flaw) return;
  if (careful.twice)
    report(reading, careful.twice.offset, 'common', 'twice', careful.twice.message);
  if (byteAt(reading.bytes, at) === OPEN) reading.common = common as Record<string, unknown>;
  else report(reading, at, 'common', 'shape', 'is no object of inputs');
}

function startAgain(reading: Reading): void {
  reading.row = 0;
  reading.apart.length = 0;
  reading.spelt.clear();
  const kept = reading.errors.filter(({ row }) => row === undefined);
  reading.errors.splice(0, reading.errors.length, ...kept);
}
