import { addDays, type LocalDate, shanghaiDay } from '#law';
import type { Platform } from '../acts/perform.ts';
import type { Session } from '../session.ts';
import { listClocks } from './clocks.ts';

/** The reader's clocks of the next 180 days as calendar events (RFC 5545), for a phone. Titles of matters stay out, sealed ones wholly: kind, clock and unit only. */
export async function clockCalendar(platform: Platform, session: Session): Promise<string> {
  const today = shanghaiDay(platform.now());
  const { items } = await listClocks(platform, session, today, addDays(today, 180), { sealed: false });
  const stamp = new Date(platform.now()).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const events = items.flatMap((c) => [
    'BEGIN:VEVENT',
    `UID:${c.matterId}-${c.clockId}@faheng`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(c.dueOn)}`,
    `DTEND;VALUE=DATE:${compact(addDays(c.dueOn, 1))}`,
    ...folded(`SUMMARY:${escaped(`${c.name}期限 · ${platform.kinds.get(c.kind)?.name ?? ''} · ${c.waitsForName ?? c.boundName}`)}`),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//faheng//clocks//ZH',
    'CALSCALE:GREGORIAN',
    ...folded('X-WR-CALNAME:法衡期限'),
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function compact(day: LocalDate): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** Lines are at most 75 octets; a continuation begins with a space. Never cut inside a character. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > 74) {
      lines.push(current);
      current = ` ${character}`;
    } else current += character;
  }
  return [...lines, current];
}
