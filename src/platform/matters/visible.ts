import type { MatterKind } from '#law';
import { isAdministrator, isUuid, NO_RANGE, type Session } from '../session.ts';

/**
 * Who may see a row of a matter or of its children, as a condition for the WHERE: own range in one of the two trees,
 * participation of the own organisation, or a grant to the account; and always the label. The same three terms stand
 * in row security as the second wall. `alias` is a table with city, cohort, region_ord, line_ord and label; `id` its
 * matter-id column.
 */
export function visible(session: Session, alias: string, id: 'id' | 'matter_id'): string {
  const { organisationId, accountId } = session;
  if (!isUuid(organisationId) || !isUuid(accountId)) throw new Error('session ids must be UUIDs');
  const { region, line } = isAdministrator(session) ? { region: NO_RANGE, line: NO_RANGE } : session;
  const label = isAdministrator(session) ? 0 : Math.min(3, session.labelMax);
  const n = (value: number): string => String(Math.trunc(value));
  return `((${alias}.label <= ${n(label)} and (${alias}.region_ord between ${n(region.lo)} and ${n(region.hi)}
    or ${alias}.line_ord between ${n(line.lo)} and ${n(line.hi)}
    or exists (select 1 from participant vp where vp.city = ${alias}.city and vp.cohort = ${alias}.cohort and vp.matter_id = ${alias}.${id} and vp.organisation_id = '${organisationId}')))
    or exists (select 1 from access_grant vg where vg.matter_id = ${alias}.${id} and vg.account_id = '${accountId}' and vg.held @> (select app_now())))`;
}

/**
 * Which clocks of a matter in sight a reader is told of, as a condition for the WHERE: a period that is a party's inner
 * business only whoever is bound by it, and those whose range covers the home. `alias` is the clock.
 */
export function toldClock({ organisationId, region, line }: Session, kinds: ReadonlyMap<string, MatterKind>, alias: string): string {
  const inner = [...kinds.values()].flatMap((kind) => kind.clocks.filter((b) => b.inside !== undefined).map((b) => `'${b.clock.id}'`));
  if (inner.length === 0) return 'true';
  if (!isUuid(organisationId)) throw new Error('session ids must be UUIDs');
  const n = (value: number): string => String(Math.trunc(value));
  return `(${alias}.clock_id not in (${inner.join(', ')}) or ${alias}.bound_id = '${organisationId}'
    or ${alias}.region_ord between ${n(region.lo)} and ${n(region.hi)} or ${alias}.line_ord between ${n(line.lo)} and ${n(line.hi)})`;
}

/** Clocks that somebody here is bound to keep, as a condition for the WHERE: a period of the party's own makes no organ late. `alias` is the clock. */
export function ownClock(kinds: ReadonlyMap<string, MatterKind>, alias: string): string {
  const theirs = [...kinds.values()].flatMap((kind) => kind.clocks.filter((b) => b.outsider !== undefined).map((b) => `'${b.clock.id}'`));
  return theirs.length === 0 ? 'true' : `${alias}.clock_id not in (${[...new Set(theirs)].join(', ')})`;
}

/**
 * Which papers of a matter in sight a reader is told of, as a condition for the WHERE: an internal one, and a letter that is
 * withheld until it has been served, only whoever acts for the issuer, those whose range covers it, and a grant. The same
 * stands in row security. `alias` is the document.
 */
export function toldPaper(session: Session, alias: string): string {
  const { organisationId, accountId } = session;
  if (!isUuid(organisationId) || !isUuid(accountId)) throw new Error('session ids must be UUIDs');
  const { region, line } = isAdministrator(session) ? { region: NO_RANGE, line: NO_RANGE } : session;
  const n = (value: number): string => String(Math.trunc(value));
  return `((not ${alias}.inside and (not ${alias}.withheld or ${alias}.state = 'served')) or ${alias}.issuer_id = '${organisationId}'
    or exists (select 1 from organisation vo where vo.id = ${alias}.issuer_id
      and (vo.region_ord between ${n(region.lo)} and ${n(region.hi)} or vo.line_ord between ${n(line.lo)} and ${n(line.hi)}))
    or exists (select 1 from access_grant vg where vg.matter_id = ${alias}.matter_id and vg.account_id = '${accountId}' and vg.held @> (select app_now())))`;
}

/**
 * Which files of a matter in sight a reader is told of: what a paper was printed to follows the paper, and a stored archive
 * package goes out by its own way alone. `alias` is the file.
 */
export function toldFile(session: Session, alias: string): string {
  return `(${alias}.matter_id is null or (not is_of_document(${alias}.id, ${alias}.matter_id)
      and not exists (select from act va where va.city = ${alias}.city and va.cohort = ${alias}.cohort and va.matter_id = ${alias}.matter_id
        and va.seq = ${alias}.seq and va.type = 'platform.packed'))
    or exists (select 1 from document vd where vd.matter_id = ${alias}.matter_id
      and ${alias}.id in (vd.pdf_file, vd.docx_file, vd.sealed_file) and ${toldPaper(session, 'vd')}))`;
}
