import { type RuleContext, shanghaiDay } from '#law';
import type { Judgement } from '#law/rules/judge';
import type { AfterAct } from '#platform/acts/after-act';
import { type Client, type Queryable, rows } from '#platform/db';
import { type JudgedMatter, writeFindings } from '#platform/findings/judge-write';
import { keptLaws } from '#registers/law-library';
import type { LoadingDeps } from './actions.ts';
import { certificatesNamed, joined, judgeDecision } from './loading/judge-rows.ts';
import { findOrgan } from './loading/organ-book.ts';
import { openWithheld, type Sealing, wholeRow } from './loading/person.ts';
import type { PenaltyRecord, PenaltyRow } from './model.ts';
import { ANSWERED_RULES, judgeUngrouped } from './rules/index.ts';
import { certificatesEver, readOrganBook, sealedParties } from './store.ts';

/** The day and the law by which records are judged. */
export type JudgingDay = { readonly city: number; readonly nowMs: number; readonly context: RuleContext };

/** The rules of a city today; null: no profile is loaded for it. */
export function judgingDay({ platform }: Pick<LoadingDeps, 'platform'>, city: number): JudgingDay | null {
  const law = platform.law();
  const profile = law.currentProfile(city);
  const nowMs = platform.now();
  return profile === null ? null : { city, nowMs, context: { profile, calendar: law.calendar, today: shanghaiDay(nowMs) } };
}

/** Behind every act on a record (change, second source, merging, correction): the rules judge it anew in the same transaction. */
export function followRecord(sealing: Sealing): AfterAct {
  return async (client, { kind, matterId, city, acts, profile, law, today, nowMs }) => {
    const last = acts.at(-1);
    if (kind !== 'penalty-record' || last === undefined) return null;
    const day = { city, nowMs, context: { profile, calendar: law.calendar, today } };
    await rejudge(client, sealing, day, [matterId], { actId: last.id, source: '' });
    return null;
  };
}

/**
 * Judges records anew by all that they and the registers say now, and brings their findings in line, in the caller's
 * transaction and under the caller's rights. A merged record is nobody's doubt any more.
 */
export async function rejudge(
  client: Client,
  sealing: Sealing,
  { city, nowMs, context }: JudgingDay,
  matterIds: readonly string[],
  by: JudgedMatter['by'],
): Promise<void> {
  const records = await rows<{ id: string; state: PenaltyRecord }>(
    client,
    `select id, state from matter where id = any($1::uuid[]) and kind = 'penalty-record'`,
    [matterIds],
  );
  const wholes = await wholeRecords(client, sealing, records);
  const book = await readOrganBook(client, city, NO_SOURCE);
  const registers = {
    laws: (await keptLaws(client)).sources,
    certificates: await certificatesEver(client, certificatesNamed(wholes.map((w) => w.row))),
    exportedOn: null,
  };
  await writeFindings(client, {
    rules: ANSWERED_RULES,
    nowMs,
    matters: wholes.map(({ id, state, row, otherwise }) => {
      const found = findOrgan(book, row.organ, row.decidedOn);
      const organ = found.is === 'organ' ? found.organ : (book.byId.get(state.organId)?.[0] ?? null);
      const exportedOn = row.source.fileKind === 'credit-export' ? context.today : null;
      const own = judgeDecision(row, organ, { ...registers, exportedOn }, otherwise, context);
      const judgement = state.mergedInto === null ? joined(own, judgeUngrouped(row, state, context)) : NOTHING_DOUBTED;
      return { matterId: id, organisationId: state.organId, by, judgement };
    }),
  });
}

const NO_SOURCE = '00000000-0000-0000-0000-000000000000';
const NOTHING_DOUBTED: Judgement = {
  doubts: [],
  notJudged: [],
  clean: ANSWERED_RULES.filter((rule) => rule.reach !== 'organisation').map((rule) => rule.id),
};

type Whole = { readonly id: string; readonly state: PenaltyRecord; readonly row: PenaltyRow; readonly otherwise: PenaltyRow | null };

async function wholeRecords(
  client: Queryable,
  sealing: Sealing,
  records: readonly { readonly id: string; readonly state: PenaltyRecord }[],
): Promise<readonly Whole[]> {
  const ids = records.flatMap(({ state }) => [state.party, state.otherwise?.party ?? null]).filter((id) => id !== null);
  const sealed = await sealedParties(client, ids);
  const whole = (row: PenaltyRow, party: string | null) => {
    const bytes = party === null ? undefined : sealed.get(party);
    return party === null || bytes === undefined ? row : wholeRow(row, openWithheld(sealing, bytes, party));
  };
  return records.map(({ id, state }) => ({
    id,
    state,
    row: whole(state.row, state.party),
    otherwise: state.otherwise === null ? null : whole(state.otherwise.row, state.otherwise.party),
  }));
}
