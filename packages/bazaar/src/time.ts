/** Dates and times of day as people on this computer read them: "2026-12-01" and "18:05", in its time zone. */
export function localDate(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

export function localTime(instant: Date): string {
  return `${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

/** The instant of a local date and minutes after its midnight. */
export function instantOf(date: string, minutes = 0): Date {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day, 0, minutes);
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** `date` and `days` more, across months and changes of the clock. */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return localDate(new Date(year, month - 1, day + days, 12));
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay();
}

/** "07:05" is 425. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** 425 is "07:05"; past midnight it starts again. */
export function timeOf(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, "0");
