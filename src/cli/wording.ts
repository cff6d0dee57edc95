/** Numbers, times and names as people read them. */

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "3 min", for ages and durations. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

export function ago(moment: Date | null, now: Date): string {
  if (!moment) return 'never';
  return `${duration(Math.max(0, (now.getTime() - moment.getTime()) / 1000))} ago`;
}

/** UTC to the second: the same on every machine that somebody compares logs on. */
export function moment(at: Date | null): string | null {
  return at && `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

export function byteSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const size = bytes / 1024 ** power;
  return `${power === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[power]}`;
}

/** Enough of an id to find the thing again; every command takes ids shortened like this. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

/** How far a head, for people: a hash has no other meaning than to be the same or another. */
export function shortHead(head: string | null): string | null {
  return head?.slice(0, 10) ?? null;
}
