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

export type LawKeeper = {
  readonly law: () => LawContext;
  /** Reads again what another process has loaded since the last look; true when there was something. */
  readonly refresh: () => Promise<boolean>;
};

/** The law as loaded, kept for a running server; the first `refresh` always answers true. */
export async function keepLawContext(client: Queryable): Promise<LawKeeper> {
  let current = await loadLawContext(client);
  let seen = '';
  const refresh = async (): Promise<boolean> => {
    const [row] = await rows<{ mark: string }>(client, LOADED);
    if (row === undefined || row.mark === seen) return false;
    current = await loadLawContext(client);
    seen = row.mark;
    return true;
  };
  return { law: () => current, refresh };
}

const LOADED = `select concat_ws(' ', (select count(*) from calendar_year), (select max(loaded_at) from calendar_year),
  (select count(*) from profile), (select max(recorded_at) from profile)) as mark`;

export function lawContext(calendar: LawCalendar, profiles: readonly Profile[]): LawContext {
  const newestFirst = [...profiles].sort((a, b) => b.version - a.version);
  return {
    calendar,
    currentProfile: (city) => newestFirst.find((p) => p.city === city) ?? null,
    profileVersion: (id, version) => newestFirst.find((p) => p.id === id && p.version === version) ?? null,
  };
}
