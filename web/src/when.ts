/** Moments as staff read them: in the practice's own zone, since that is the day the office lives in. */
let zone: string | undefined;
export const showIn = (timeZone: string): void => {
  zone = timeZone;
};

/** The server's clock minus ours: a desk demo can jump ahead, and laptops run wrong. */
let ahead = 0;
export const clockIs = (iso: string): void => {
  ahead = Date.parse(iso) - Date.now();
};
const nowThere = (): number => Date.now() + ahead;

const format = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
  new Intl.DateTimeFormat('en-US', { ...options, ...(zone ? { timeZone: zone } : {}) }).format(new Date(iso));

export const clockTime = format({ hour: 'numeric', minute: '2-digit' });
export const shortDate = format({ weekday: 'short', month: 'short', day: 'numeric' });
export const fullDate = format({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
export const dateTime = (iso: string): string => `${shortDate(iso)}, ${clockTime(iso)}`;

/** The practice's calendar day of a moment, "2026-12-01". */
export const localDay = (at: Date = new Date(nowThere())): string =>
  new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone ? { timeZone: zone } : {}),
  }).format(at);

/** Another calendar day, counted at noon so that no clock change moves it. */
/** The last day that can be planned; the server refuses later ones and names the year. */
export const lastDay = (today: string = localDay()): string => `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A calendar day without a zone. */
export const dayText = (
  day: string,
  options: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' },
): string => new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

/** "14:30" as 2:30 PM. */
export const timeText = (time: string): string =>
  new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(`2026-01-01T${time}:00Z`),
  );

/** "in 3 h", "2 days ago". */
export function fromNow(iso: string, now: number = nowThere()): string {
  const minutes = Math.round((Date.parse(iso) - now) / 60_000);
  const say = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto', style: 'long' });
  if (Math.abs(minutes) < 60) return minutes === 0 ? 'just now' : say.format(minutes, 'minute');
  if (Math.abs(minutes) < 36 * 60) return say.format(Math.round(minutes / 60), 'hour');
  return say.format(Math.round(minutes / 1440), 'day');
}

/** The moment a wall clock in the practice's zone shows, for times that staff type in. */
export function momentAt(day: string, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shown = (at: number) => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(zone ? { timeZone: zone } : {}),
    }).formatToParts(at);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
    return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`);
  };
  // Twice, because the first step may cross a clock change.
  const once = wanted + (wanted - shown(wanted));
  return new Date(once + (wanted - shown(once))).toISOString();
}
