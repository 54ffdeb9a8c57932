import type { LawCalendar, LocalDate, NoticeDay, Profile } from '#law';
import { type Queryable, rows } from './db.ts';

/** Calendar and profiles as loaded; read by every decision, replaced as a whole when an administrator loads a notice. */
export type LawContext = {
  readonly calendar: LawCalendar;
  /** The newest version of a city's profile; null: the city is unknown. */
  currentProfile(city: number): Profile | null;
  /** The version under which a clock was opened. */
  profileVersion(id: string, version: number): Profile | null;
};

export async function loadLawContext(client: Queryable): Promise<LawContext> {
  const years = await rows<{ year: number }>(client, 'select year from calendar_year');
  const days = await rows<{ day: LocalDate; name: string; off: boolean }>(client, 'select day, name, off from calendar_day');
  const profiles = await rows<{ body: Profile }>(client, 'select body from profile order by version desc');
  const notice = new Map<LocalDate, NoticeDay>(days.map((d) => [d.day, { name: d.name, off: d.off }]));
  return lawContext(
    { loadedYears: new Set(years.map((y) => y.year)), notice },
    profiles.map((p) => p.body),
  );
}

export function lawContext(calendar: LawCalendar, profiles: readonly Profile[]): LawContext {
  const newestFirst = [...profiles].sort((a, b) => b.version - a.version);
  return {
    calendar,
    currentProfile: (city) => newestFirst.find((p) => p.city === city) ?? null,
    profileVersion: (id, version) => newestFirst.find((p) => p.id === id && p.version === version) ?? null,
  };
}
