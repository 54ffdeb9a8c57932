import type { BaseState, MatterKind } from '#law';
import type { Session } from '../session.ts';
import { toldPaper } from './visible.ts';

/**
 * The number under which a matter is quoted, as a scalar: its own where its kind keeps one, else that of its first letter in
 * force. It stays the same while later letters go out. Its own is told to its house and to those whose range covers it, as the
 * columns of every kind are. `m` is the alias of the matter.
 */
export function quotedNumber(session: Session, m: string): string {
  const { organisationId, region, line } = session;
  const n = (value: number): string => String(Math.trunc(value));
  const own = `case when ${m}.home_id = '${organisationId}' or ${m}.region_ord between ${n(region.lo)} and ${n(region.hi)}
    or ${m}.line_ord between ${n(line.lo)} and ${n(line.hi)} then ${m}.own_number end`;
  const letter = `(select x.number from document x where x.matter_id = ${m}.id and x.number is not null and ${toldPaper(session, 'x')}
    order by ${IN_FORCE_FIRST} limit 1)`;
  return `coalesce(${own}, ${letter})`;
}

/** The same for a task, told to whoever it waits for. `t` is the alias of the task. */
export function quotedInTask(t: string): string {
  const own = `(select q.own_number from matter q where q.city = ${t}.city and q.cohort = ${t}.cohort and q.id = ${t}.matter_id
    and q.home_id = ${t}.organisation_id)`;
  const letter = `(select x.number from document x where x.matter_id = ${t}.matter_id and x.number is not null
    and (not x.withheld or x.state = 'served' or x.issuer_id = ${t}.organisation_id) order by ${IN_FORCE_FIRST} limit 1)`;
  return `coalesce(${own}, ${letter})`;
}

/** The same for one matter that has been read, from what its reader is shown of it. */
export function quotedOf(
  kind: MatterKind,
  state: BaseState | null,
  documents: readonly { readonly number: string | null; readonly state: string }[],
): string | null {
  const own = state === null ? null : kind.ownNumber?.(state);
  const numbered = documents.filter((document) => document.number !== null);
  return own ?? (numbered.find((document) => document.state !== 'void') ?? numbered[0])?.number ?? null;
}

const IN_FORCE_FIRST = `(x.state = 'void'), x.seq`;
