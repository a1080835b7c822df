// Colour, as functions that a caller passes in. Reports say what stands out; whether a terminal shows
// it in colour is decided where the terminal is known.

export type Painter = (text: string) => string;

/** One painter for each way in which a report sets text off. */
export interface Paint {
  readonly strong: Painter;
  readonly faint: Painter;
  readonly good: Painter;
  readonly warn: Painter;
  readonly bad: Painter;
}

const same: Painter = (text) => text;

/** No colour at all: for pipes, files and tests. */
export const PLAIN_PAINT: Paint = { strong: same, faint: same, good: same, warn: same, bad: same };
