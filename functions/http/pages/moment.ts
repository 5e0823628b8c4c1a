/** A moment as people of that zone say it: "Monday, November 30, 10:00 AM". */
export const moment = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
    .format(at)
    // Node joins date and time with " at " in some versions and with a narrow space before AM in others.
    .replace(' at ', ', ')
    .replaceAll('\u202f', ' ');
