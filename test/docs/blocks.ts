// The code blocks of a document, with what their info strings ask for.

/** One fenced block: its language, the words after it, its text, and the line it starts on. */
export interface Block {
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

/** All fenced blocks of a Markdown text in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\S+)([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    words: (match[2] ?? '').trim().split(/\s+/).filter(Boolean),
    text: match[3] ?? '',
    line: markdown.slice(0, match.index).split('\n').length,
  }));
}
