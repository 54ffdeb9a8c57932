import type { OfficerHit } from '../api/types.ts';

/** How an officer is told apart in a list: name, certificate, unit. */
export function officerWords({ name, certificate, organisationName }: OfficerHit): string {
  return [name, certificate ?? '', organisationName ?? ''].filter((word) => word !== '').join(' · ');
}
