// An input of which nothing is known but its declaration, as a value.
import { ZERO } from '../number/rational.ts';
import type { Input } from '../model/framework.ts';
import { closed, hull } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { rangeValue, unknownOf } from '../types/value.ts';
import type { Range } from '../types/range.ts';

/** Everything that the declaration of an input allows; for a judged input, every award. */
export function unknownInput(input: Input): Value {
  if (input.kind === 'judged') {
    if (input.form.kind !== 'choice') return rangeValue(closed(ZERO, input.points));
    const awards = input.form.choices.map(({ least, points }) => closed(least ?? points, points));
    const [first = closed(ZERO, input.points), ...rest] = awards;
    return rangeValue(rest.reduce(hull, first));
  }
  return unknownWithFields(input.type, input.range, input.fieldRanges);
}

// Field ranges belong to the fields of the input's record, or of the records in its list.
function unknownWithFields(
  type: Type,
  range: Range,
  fieldRanges: ReadonlyMap<string, Range>,
): Value {
  if (type.kind === 'list') {
    const entry = unknownWithFields(type.of, range, fieldRanges);
    const further = type.most === type.least ? undefined : entry;
    return { kind: 'list', entries: Array.from({ length: type.least }, () => entry), further };
  }
  if (type.kind === 'record') {
    const fields = [...type.fields].map(
      ([name, field]) => [name, unknownOf(field, fieldRanges.get(name))] as const,
    );
    return { kind: 'record', fields: new Map(fields) };
  }
  return unknownOf(type, range);
}
