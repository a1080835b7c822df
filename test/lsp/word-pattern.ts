// The word pattern of an editor's language configuration, as the editor applies it.

/** A function that gives the words of a text by the configuration's pattern. */
export function createTextMatcher(configuration: unknown): (text: string) => readonly string[] {
  const { wordPattern } = configuration as {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
  };
  const pattern = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`);
  return (text) => text.match(pattern) ?? [];
}
