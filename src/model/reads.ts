// Which inputs were looked at, as texts, so that sets of them are easily joined: an input of the
// department itself is its name; one of another department says whose it is.

/** The name of departments that may be any; no file can give it to one. */
export const UNKNOWN_DEPARTMENT = '\n';

/** An input that was looked at. */
export interface Read {
  readonly input: string;
  /** The other department; undefined for the department itself. */
  readonly department: string | undefined;
}

// No name holds it: names end where a line does.
const SEPARATOR = '\n';

/** The text for an input of another department. */
export function readOfOther(department: string, input: string): string {
  return `${input}${SEPARATOR}${department}`;
}

/** Whether a text stands for an input of another department. */
export function isOfOther(text: string): boolean {
  return text.includes(SEPARATOR);
}

/** What a text stands for. */
export function readIn(text: string): Read {
  const end = text.indexOf(SEPARATOR);
  if (end < 0) return { input: text, department: undefined };
  return { input: text.slice(0, end), department: text.slice(end + SEPARATOR.length) };
}
