// How a name must be written so that it reads as a name: as it is, or in quotes.

const PLAIN = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Words that are never names without quotes. */
const RESERVED: ReadonlySet<string> = new Set(
  'and or not yes no if then else when otherwise where over of 且 或 非 是 否 若 则 否则 当 其余 其中 于 的'.split(
    ' ',
  ),
);

/** The name as it may stand in a ruleset. */
export function writtenName(name: string): string {
  if (PLAIN.test(name) && !RESERVED.has(name)) return name;
  return name.includes('」') ? `\`${name}\`` : `「${name}」`;
}
