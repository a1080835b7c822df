// How far a long run has come, as a bar on standard error: only on a terminal, only after a while, on one
// line that is wiped when the run ends. The cursor is never hidden, so that a run that is cut short leaves
// nothing behind but that line.
import { performance } from 'node:perf_hooks';
import { widthOf } from '../report/wrap.ts';
import type { Session } from './session.ts';

export interface Progress {
  /** Says how much is done, of how much. */
  readonly report: (done: number, of: number) => void;
  /** Takes the bar away; to be called before anything else is printed. */
  readonly end: () => void;
}

// Who waits less than this need not be told.
const PATIENCE = 1000;
const BETWEEN = 100;
const WIPE = '\r\u001b[K';
const WIDEST_BAR = 30;

/** A bar that says what is being done. */
export function createProgress(
  what: string,
  { io, language }: Pick<Session, 'io' | 'language'>,
  now: () => number = () => performance.now(),
): Progress {
  const { errorColumns, environment } = io;
  if (errorColumns === undefined || environment['TERM'] === 'dumb')
    return { report: () => undefined, end: () => undefined };
  const started = now();
  let shown: number | undefined;
  return {
    report: (done, of) => {
      const time = now();
      if (time - (shown ?? started) < (shown === undefined ? PATIENCE : BETWEEN)) return;
      shown = time;
      const left = done === 0 ? undefined : ((time - started) * (of - done)) / done;
      io.writeError(WIPE + line(what, done, of, left, { language, errorColumns }));
    },
    end: () => {
      if (shown !== undefined) io.writeError(WIPE);
      shown = undefined;
    },
  };
}

function line(
  what: string,
  done: number,
  of: number,
  left: number | undefined,
  { language, errorColumns }: { readonly language: 'en' | 'zh'; readonly errorColumns: number },
): string {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  const seconds = left === undefined ? '' : String(Math.ceil(left / 1000));
  const rest =
    seconds === '' ? '' : language === 'zh' ? `，约剩 ${seconds} 秒` : `, about ${seconds} s left`;
  const text = ` ${Math.floor(share * 100)}% ${what}${rest}`;
  // A line that wraps could not be wiped.
  const room = errorColumns - widthOf(text) - 3;
  if (room < 5) return `${Math.floor(share * 100)}%`;
  const width = Math.min(WIDEST_BAR, room);
  const filled = Math.round(share * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]${text}`;
}
