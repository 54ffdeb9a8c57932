import type { Session } from '#platform/session';
import { labelMaxOf } from '../world/people.ts';
import { worldPlaces } from '../world/places.ts';
import { accountId, officerId, organisationId, postId, type SeedWorld } from '../world/world.ts';

/** The session that signing in would give to the holder of a login, through the first post. */
export function seatsOf(world: SeedWorld): (login: string) => Session {
  const places = worldPlaces(world);
  const people = new Map(world.people.map((p) => [p.login, p]));
  return (login) => {
    const who = people.get(login);
    const post = who?.posts[0];
    const place = post === undefined ? undefined : places.get(post.unit);
    if (who === undefined || post === undefined || place === undefined) throw new Error(`nobody signs in as ${login}`);
    return {
      accountId: accountId(world.city, who.key),
      postId: postId(world.city, who.key, 0),
      officerId: who.officer ? officerId(world.city, who.key) : null,
      name: who.name,
      role: post.role,
      organisationId: organisationId(world.city, post.unit),
      city: world.city,
      region: place.reachRegion,
      line: place.reachLine,
      labelMax: labelMaxOf(post.role),
    };
  };
}
