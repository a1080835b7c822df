// How generated code is set in lines.

const WIDTH = 100;

/** Lines set in by two. */
export function indent(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => (line === '' ? '' : `  ${line}`));
}

/** Entries of an object or of a pattern, as many to a line as it takes. */
export function filled(entries: readonly string[]): string[] {
  const lines: string[] = [];
  let width = WIDTH;
  for (const entry of entries) {
    const more = widthOf(entry) + 2;
    if (width + more > WIDTH) lines.push(`${entry},`);
    else lines.push(`${lines.pop() ?? ''} ${entry},`);
    width = width + more > WIDTH ? more : width + more;
  }
  return lines;
}

// Chinese characters are twice as wide as the others.
function widthOf(text: string): number {
  return text.replace(/[^\x20-\x7e]/g, '  ').length;
}
