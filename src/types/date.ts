// Calendar dates as day numbers, so that dates compare and subtract exactly.

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number;

const WRITTEN = /^(\d{4})\s*(?:-|年|\/|\.)\s*(\d{1,2})\s*(?:-|月|\/|\.)\s*(\d{1,2})\s*日?$/;

/** Reads `2023-12-31`, `2023年12月31日` and `2023/12/31`; undefined when there is no such day. */
export function parseDate(text: string): DayNumber | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const number = dayNumber(year, month, day);
  const read = calendarDay(number);
  return read.month === month && read.day === day ? number : undefined;
}

/** The date as `2023-12-31`; years beyond four digits keep all of them. */
export function formatDate(day: DayNumber): string {
  const { year, month, day: ofMonth } = calendarDay(day);
  const digits = String(Math.abs(year)).padStart(4, '0');
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(ofMonth)}`;
}

export function yearOf(day: DayNumber): number {
  return calendarDay(day).year;
}

export function monthOf(day: DayNumber): number {
  return calendarDay(day).month;
}

// The calendar repeats every 400 years; counting years from March puts the leap day at their end.
// `Date` would do only for years that it holds, and arithmetic on dates may leave them.
const DAYS_IN_CYCLE = 146_097;
const DAYS_BEFORE_1970 = 719_468;

function dayNumber(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_IN_CYCLE + dayOfCycle - DAYS_BEFORE_1970;
}

function calendarDay(number: DayNumber): { year: number; month: number; day: number } {
  const days = number + DAYS_BEFORE_1970;
  const cycle = Math.floor(days / DAYS_IN_CYCLE);
  const dayOfCycle = days - cycle * DAYS_IN_CYCLE;
  const leaps =
    Math.floor(dayOfCycle / 1460) -
    Math.floor(dayOfCycle / 36_524) +
    Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leaps) / 365);
  const before = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  const dayOfYear = dayOfCycle - before;
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day };
}
