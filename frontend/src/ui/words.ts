/** Values as people write them. */
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2013-06-06 as June 6, 2013; a year or a month alone stays one. */
export function day(value: string): string {
  const [y, m, d] = value.slice(0, 10).split('-');
  const month = m && months[Number(m) - 1];
  return month ? (d ? `${month} ${Number(d)}, ${y}` : `${month} ${y}`) : value;
}

export const place = (r: { city?: string | null; state?: string | null }) => [r.city, r.state].filter(Boolean).join(', ');
