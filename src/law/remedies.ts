import type { OrganisationFact, RegisterFacts } from './matter-kind.ts';

type Decider = Pick<OrganisationFact, 'kind' | 'leadKind' | 'superiorId' | 'lineSuperiorId'>;

/** Organs that belong to a department, and may decide in their own name by a law. */
const WITHIN: readonly OrganisationFact['kind'][] = ['subordinate', 'authorised', 'stationed', 'justice-office'];

/**
 * To whom a party may apply for 行政复议 (复议法 24, 27, 28): against a department to the government of its level, against what
 * belongs to a department to that government as well, against a sumu or town to the banner's, against a vertical organ to its
 * superior in the line, against a 司法行政部门 to either. null: the register does not tell.
 */
export function reconsiderationOrgan(organ: Decider, facts: Pick<RegisterFacts, 'organisations'>): string | null {
  const name = (id: string | null): string | null => facts.organisations.get(id ?? '')?.name ?? null;
  if (isVertical(organ)) return name(organ.lineSuperiorId);
  const superior = facts.organisations.get(organ.superiorId ?? '');
  if (superior !== undefined && WITHIN.includes(organ.kind) && superior.kind !== 'government' && !isVertical(superior))
    return reconsiderationOrgan({ ...superior, kind: 'department' }, facts);
  const own = superior?.name ?? null;
  const line = name(organ.lineSuperiorId);
  if (organ.kind === 'bureau' && own !== null && line !== null) return `${own}或者${line}`;
  return own;
}

function isVertical({ leadKind, kind }: Decider): boolean {
  return leadKind === 'vertical' || kind === 'vertical';
}

/**
 * The remedies of a decision made on the spot (复议法 20, 23, 行政诉讼法 45): first 行政复议 within sixty days, then suit within
 * fifteen; the decision must say so.
 */
export function remediesFirst(organId: string, court: string, facts: RegisterFacts): string {
  return `如不服本决定，应当自收到本决定书之日起六十日内先向${applyTo(organId, facts)}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向${court}提起行政诉讼。`;
}

/**
 * The remedies of every other decision (复议法 20, 行政诉讼法 46): 行政复议 within sixty days, or a suit within six months. `paper`:
 * what the decision is called in its own words.
 */
export function remediesEither(organId: string, court: string, facts: RegisterFacts, paper: '决定' | '通知' = '决定'): string {
  return `你（单位）如不服本${paper}，可以自收到本${paper}书之日起六十日内向${applyTo(organId, facts)}申请行政复议，也可以自收到本${paper}书之日起六个月内向${court}提起行政诉讼。`;
}

function applyTo(organId: string, facts: RegisterFacts): string {
  const organ = facts.organisations.get(organId);
  return (organ === undefined ? null : reconsiderationOrgan(organ, facts)) ?? '有管辖权的行政复议机关';
}
