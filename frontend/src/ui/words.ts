/** Values as people write them. */
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2013-06-06 as June 6, 2013; a year or a month alone stays one. */
export function day(value: string): string {
  const [y, m, d] = value.slice(0, 10).split('-');
  const month = m && months[Number(m) - 1];
  return month ? (d ? `${month} ${Number(d)}, ${y}` : `${month} ${y}`) : value;
}

/** From when until when, as far as it is known. */
export const span = (x: { from?: string | null; to?: string | null }) =>
  [x.from && `from ${day(x.from)}`, x.to && `until ${day(x.to)}`].filter(Boolean).join(', ');

/** 2026-03-04T09:00 to 2026-03-05T12:00 as a person says it: the day again only where it is another. */
export function hours(starts: string, ends?: string | null): string {
  const at = (value: string) => `${day(value)}, ${value.slice(11)}`;
  if (!ends) return at(starts);
  return `${at(starts)} to ${ends.slice(0, 10) === starts.slice(0, 10) ? ends.slice(11) : at(ends)}`;
}

export const place = (r: { city?: string | null; state?: string | null }) => [r.city, r.state].filter(Boolean).join(', ');
