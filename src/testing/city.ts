import { BAYANNUR_2026, type LocalDate, localDate, type Profile, SECOND_CITY, shanghaiMidnight } from '#law';
import type { Queryable } from '#platform/db';
import type { Session } from '#platform/session';
import { loadHolidays, shippedNotices } from '../app/seed/holidays.ts';
import { seedCity } from '../app/seed/seed-city.ts';
import { labelMaxOf, person } from '../app/seed/world/people.ts';
import { worldPlaces } from '../app/seed/world/places.ts';
import { accountId, officerId, organisationId, organisationRecordId, postId, type SeedWorld } from '../app/seed/world/world.ts';
import { secondCityUnits, smallCityUnits, type TestPost, type TestUnit } from './city-units.ts';

/** The day on which the test world stands; a Monday in March. */
export const ANCHOR: LocalDate = localDate('2026-03-16');
/** 09:00 of the anchor day in Shanghai, epoch milliseconds. */
export const ANCHOR_MORNING: number = shanghaiMidnight(ANCHOR) + 9 * 3_600_000;
/** The registers were loaded 400 days before, so that back-dated matters find them known. */
export const REGISTERS_KNOWN: number = shanghaiMidnight(ANCHOR) - 400 * 86_400_000;

export type Person = {
  readonly name: string;
  readonly login: string;
  readonly accountId: string;
  readonly postId: string;
  readonly officerId: string;
  /** The session of this post, as sign-in would give it. */
  readonly session: Session;
  /** The same person through the second post, where there is one (borrowed supervisors). */
  readonly secondSession: Session | null;
};
export type Organisation = {
  readonly id: string;
  readonly recordId: string;
  readonly name: string;
  readonly documentPrefix: string | null;
  readonly place: { readonly region: { lo: number; hi: number }; readonly line: { lo: number; hi: number } };
};
type CityOf<U extends Record<string, TestUnit>> = { readonly world: SeedWorld } & {
  readonly [K in keyof U]: Organisation & { readonly [P in keyof U[K]['posts']]: Person };
};

/** Reads aloud: `city.市司法局.supervisorA.session`, `city.区市场监管局.id`. Ids are the same in every run. */
export type TestCity = CityOf<ReturnType<typeof smallCityUnits>>;
export type OtherCity = CityOf<ReturnType<typeof secondCityUnits>>;

export function smallCity(anchor: LocalDate = ANCHOR): TestCity {
  return assemble({ city: 1508, name: '巴彦淖尔市', block: 0, profile: BAYANNUR_2026 }, anchor, smallCityUnits(anchor));
}

/** 磴洲: other article numbers, a 15-day reply, no branch of 司法所. */
export function otherCity(anchor: LocalDate = ANCHOR): OtherCity {
  return assemble({ city: 9901, name: '磴洲市', block: 1, profile: SECOND_CITY }, anchor, secondCityUnits(anchor));
}

/**
 * Both cities in an empty migrated database, with people, certificates, accounts (no passwords), posts, profiles and
 * the calendar 2020–2026. Run as the owner, not under a session.
 */
export async function seedTestCity(client: Queryable, anchor: LocalDate = ANCHOR): Promise<{ city: TestCity; other: OtherCity }> {
  const city = smallCity(anchor);
  const other = otherCity(anchor);
  const known = shanghaiMidnight(anchor) - 400 * 86_400_000;
  await seedCity(client, city.world, known);
  await seedCity(client, other.world, known);
  await loadHolidays(client, await shippedNotices(), known);
  return { city, other };
}

type Frame = { readonly city: number; readonly name: string; readonly block: number; readonly profile: Profile };

function assemble<U extends Record<string, TestUnit>>(frame: Frame, anchor: LocalDate, units: U): CityOf<U> {
  const world: SeedWorld = {
    ...frame,
    anchor,
    units: Object.values(units).map((u) => u.unit),
    people: Object.entries(units).flatMap(([key, u]) =>
      Object.entries(u.posts).map(([name, post]) => seedPerson(frame, anchor, key, name, post)),
    ),
  };
  const places = worldPlaces(world);
  const made = Object.entries(units).map(([key, u]) => [key, { ...organisation(world, places, u), ...people(world, places, key, u) }]);
  // The entries were made one by one from `units`; the compiler cannot follow Object.entries.
  return { world, ...Object.fromEntries(made) } as CityOf<U>;
}

function seedPerson(frame: Frame, anchor: LocalDate, unitKey: string, name: string, post: TestPost) {
  return person(anchor, {
    key: `${unitKey}/${name}`,
    unit: unitKey,
    role: post.role,
    name: `${unitKey}${post.name}`,
    login: `${frame.city}-${unitKey}-${name}`,
    certificates: post.certificates,
    ...(post.alsoAt === undefined ? {} : { alsoAt: post.alsoAt }),
  });
}

type Places = ReturnType<typeof worldPlaces>;

function organisation(world: SeedWorld, places: Places, { unit }: TestUnit): Organisation {
  const place = places.get(unit.key);
  if (place === undefined) throw new Error(`no place for ${unit.key}`);
  return {
    id: organisationId(world.city, unit.key),
    recordId: organisationRecordId(world.city, unit.key),
    name: unit.name,
    documentPrefix: unit.documentPrefix,
    place: { region: { lo: place.region.ord, hi: place.region.hi }, line: { lo: place.line.ord, hi: place.line.hi } },
  };
}

function people(world: SeedWorld, places: Places, unitKey: string, { posts }: TestUnit): Record<string, Person> {
  const made = Object.keys(posts).map((name): [string, Person] => {
    const key = `${unitKey}/${name}`;
    const first = sessionOf(world, places, key, 0);
    if (first === null) throw new Error(`no post for ${key}`);
    return [
      name,
      {
        name: first.name,
        login: `${world.city}-${unitKey}-${name}`,
        accountId: first.accountId,
        postId: first.postId,
        officerId: officerId(world.city, key),
        session: first,
        secondSession: sessionOf(world, places, key, 1),
      },
    ];
  });
  return Object.fromEntries(made);
}

function sessionOf(world: SeedWorld, places: Places, key: string, n: number): Session | null {
  const who = world.people.find((p) => p.key === key);
  const post = who?.posts[n];
  const place = post === undefined ? undefined : places.get(post.unit);
  if (who === undefined || post === undefined || place === undefined) return null;
  return {
    accountId: accountId(world.city, key),
    postId: postId(world.city, key, n),
    officerId: officerId(world.city, key),
    name: who.name,
    role: post.role,
    organisationId: organisationId(world.city, post.unit),
    city: world.city,
    region: place.reachRegion,
    line: place.reachLine,
    labelMax: labelMaxOf(post.role),
  };
}
