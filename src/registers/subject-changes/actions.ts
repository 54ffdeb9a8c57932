import { createHash } from 'node:crypto';
import { type LocalDate, OTHER_SIDE, type Refusal, shanghaiMidnight } from '#law';
import type { AfterAct, DoneInMatter } from '#platform/acts/after-act';
import { type Client, inTransaction, type Pool, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import {
  type BasisPaper,
  type ChangeBy,
  endPosts,
  type NewContent,
  organisationFacts,
  refusalOfChange,
  registerChange,
  settleTrees,
  type UnitChange,
} from '#registers/organisations';
import { endsUnit, type SubjectChange, type Wanted } from './model.ts';

/** Outbox topic of the day on which a recorded change takes effect. */
export const EFFECT_DUE = 'subject-change.due';

/**
 * What a change does to the register, in the transaction of its act: what the register would refuse is refused at the
 * application and again before the announcement; the platform's own acts record it and let it take effect.
 */
export function followSubjectChange(matterTables: readonly string[]): AfterAct {
  return async (client, done) => {
    const act = done.acts.at(-1);
    if (done.kind !== 'subject-change' || act === undefined) return null;
    const state = done.state as SubjectChange;
    const change = unitChangeOf(done.matterId, state.wanted);
    const by: ChangeBy = { actId: act.id, city: done.city, today: done.today, nowMs: done.nowMs, matterTables };
    switch (act.type) {
      case 'apply':
      case 'resubmit':
      case 'apply-new':
      case 'resubmit-new':
      case 'sign':
      case 'publish':
        return refusalOfChange(client, done.city, change, done.today);
      case 'register':
        return (await registerChange(client, change, by)) ?? queueEffect(client, done, act.seq, state.wanted.effectiveOn);
      case 'take-effect':
        // Announced late, the posts were held until today: what was done through them stays lawful.
        if (endsUnit(state.wanted) && state.wanted.unitId !== null) await endPosts(client, state.wanted.unitId, done.today);
        return settleTrees(client, by);
      default:
        return null;
    }
  };
}

async function queueEffect(client: Client, done: DoneInMatter, seq: number, on: LocalDate): Promise<Refusal | null> {
  const at = new Date(Math.max(done.nowMs, shanghaiMidnight(on))).toISOString();
  await client.query(`insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at) values ($1, $2, $3, $4, $5, '{}', $6)`, [
    done.city,
    done.cohort,
    done.matterId,
    seq,
    EFFECT_DUE,
    at,
  ]);
  return null;
}

/** What the change asks of the register. */
export function unitChangeOf(matterId: string, w: Wanted): UnitChange {
  const basis: BasisPaper = { ...w.basis, matterId };
  const at = { unitId: w.unitId ?? partId(matterId, 0), effectiveOn: w.effectiveOn, basis };
  switch (w.change) {
    case 'establish':
      return { ...at, is: 'set-up', code: w.unit?.code ?? null, content: contentOf(w) };
    case 'rename': {
      const prefix = w.documentPrefix === null ? {} : { documentPrefix: w.documentPrefix };
      return { ...at, is: 'amended', content: { name: w.name ?? '', shortName: w.shortName ?? '', ...prefix } };
    }
    case 'move': {
      const line = w.lineSuperiorId === null ? {} : { lineSuperiorId: w.lineSuperiorId };
      return { ...at, is: 'amended', content: { ...(w.superiorId === null ? {} : { superiorId: w.superiorId }), ...line } };
    }
    case 'qualify':
      return { ...at, is: 'amended', content: w.qualification === null ? {} : { qualification: w.qualification } };
    case 'relate':
      return { ...at, is: 'amended', content: relatedContent(w, basis) };
    case 'unrelate':
      return { ...at, is: 'amended', content: w.relates === undefined ? {} : { [OTHER_SIDE[w.relates.relation]]: null } };
    case 'merge':
    case 'abolish':
      return { ...at, is: 'ended', successorId: w.successorId ?? '' };
    case 'split':
      return { ...at, is: 'split', ends: w.ends, parts: w.parts.map((part, i) => ({ ...part, id: partId(matterId, i) })) };
  }
}

/** A relation of which the other side stays is recorded with its paper alone. */
function relatedContent({ relates }: Wanted, basis: BasisPaper): Extract<UnitChange, { is: 'amended' }>['content'] {
  if (relates === undefined) return {};
  const other = relates.otherId === null ? {} : { [OTHER_SIDE[relates.relation]]: relates.otherId };
  return { ...other, bases: { [relates.relation]: basis } };
}

/** What the register will say of a unit that is set up. */
function contentOf({ unit, bureauId }: Wanted): NewContent {
  if (unit === null) throw new Error('nothing is set up');
  const { code: _, powers: __, ...said } = unit;
  return { ...said, qualification: 'confirmed', bureauId, phone: null, email: null };
}

/** Who goes on with the open matters; null where the unit itself does. */
export function successorOf(matterId: string, w: Wanted): string | null {
  if (!endsUnit(w)) return null;
  return w.change === 'split' ? partId(matterId, 0) : w.successorId;
}

/** The same in every attempt: a part is named before it is recorded. */
function partId(matterId: string, n: number): string {
  const hex = createHash('sha256').update(`${matterId}/part/${n}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

export type OpenMatter = { readonly id: string; readonly kind: string; readonly label: number };

/** Everything open in which a unit still stands, this change itself left out. */
export async function openMattersWith(pool: Pool, unitId: string, but: string): Promise<readonly OpenMatter[]> {
  return inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
    rows<OpenMatter>(
      client,
      `select m.id, m.kind, m.label from matter m where m.closed_on is null and m.id <> $2 and (m.home_id = $1
         or exists (select from participant p where p.matter_id = m.id and p.cohort = m.cohort and p.organisation_id = $1)
         or exists (select from task t where t.matter_id = m.id and t.cohort = m.cohort and t.organisation_id = $1 and t.closed_at is null))
       order by m.id`,
      [unitId, but],
    ),
  );
}

/** Names of the unit that ends (on its last day) and of its successor (on the first). */
export async function succession(
  pool: Pool,
  from: string,
  to: string,
  lastDay: LocalDate,
  firstDay: LocalDate,
): Promise<{ readonly fromName: string; readonly toName: string }> {
  return inTransaction(pool, SYSTEM_PREAMBLE, async (client) => ({
    fromName: (await organisationFacts(client, [from], lastDay)).get(from)?.name ?? '',
    toName: (await organisationFacts(client, [to], firstDay)).get(to)?.name ?? '',
  }));
}
