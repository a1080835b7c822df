// Calendar dates as day numbers, so that dates compare and subtract exactly.

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number;

const WRITTEN = /^(\d{4})\s*(?:-|年|\/|\.)\s*(\d{1,2})\s*(?:-|月|\/|\.)\s*(\d{1,2})\s*日?$/;

/** Reads `2023-12-31`, `2023年12月31日` and `2023/12/31`; undefined when there is no such day. */
export function parseDate(text: string): DayNumber | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  const exists = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return exists ? Math.round(time.getTime() / 86_400_000) : undefined;
}

/** The date as `2023-12-31`. */
export function formatDate(day: DayNumber): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function yearOf(day: DayNumber): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

export function monthOf(day: DayNumber): number {
  return new Date(day * 86_400_000).getUTCMonth() + 1;
}
