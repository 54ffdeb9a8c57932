import { type RuleContext, shanghaiDay } from '#law';
import type { Judgement } from '#law/rules/judge';
import { type Client, inTransaction, type Queryable, rows } from '#platform/db';
import { type JudgedMatter, writeFindings } from '#platform/findings/judge-write';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { LoadingDeps } from './actions.ts';
import { certificatesNamed, judgeDecision } from './loading/judge-rows.ts';
import { findOrgan } from './loading/organ-book.ts';
import { openWithheld, wholeRow } from './loading/person.ts';
import type { PenaltyRecord, PenaltyRow } from './model.ts';
import { ANSWERED_RULES } from './rules/index.ts';
import { certificatesEver, readLaws, readOrganBook, sealedParties } from './store.ts';

/** The rule context of a city today; null: no profile is loaded for it. */
export function ruleContext({ platform }: Pick<LoadingDeps, 'platform'>, city: number): RuleContext | null {
  const law = platform.law();
  const profile = law.currentProfile(city);
  return profile === null ? null : { profile, calendar: law.calendar, today: shanghaiDay(platform.now()) };
}

/**
 * Judges records anew by all that they and the registers say now, and brings their findings in line: after a change, a
 * second source, a correction. A merged record is nobody's doubt any more.
 */
export async function rejudge(deps: LoadingDeps, city: number, matterIds: readonly string[], by: JudgedMatter['by']): Promise<void> {
  await inTransaction(deps.platform.pool, SYSTEM_PREAMBLE, (client) => rejudgeIn(client, deps, city, matterIds, by));
}

/** The same in the caller's transaction, under the caller's rights. */
export async function rejudgeIn(
  client: Client,
  deps: LoadingDeps,
  city: number,
  matterIds: readonly string[],
  by: JudgedMatter['by'],
): Promise<void> {
  const context = ruleContext(deps, city);
  if (context === null) return;
  const records = await rows<{ id: string; state: PenaltyRecord }>(
    client,
    `select id, state from matter where id = any($1::uuid[]) and kind = 'penalty-record'`,
    [matterIds],
  );
  const wholes = await wholeRecords(client, deps, records);
  const book = await readOrganBook(client, city, NO_SOURCE);
  const registers = {
    laws: await readLaws(client),
    certificates: await certificatesEver(client, certificatesNamed(wholes.map((w) => w.row))),
    exportedOn: null,
  };
  await writeFindings(client, {
    rules: ANSWERED_RULES,
    nowMs: deps.platform.now(),
    matters: wholes.map(({ id, state, row, otherwise }) => {
      const found = findOrgan(book, row.organ, row.decidedOn);
      const organ = found.is === 'organ' ? found.organ : (book.byId.get(state.organId)?.[0] ?? null);
      const exportedOn = row.source.fileKind === 'credit-export' ? context.today : null;
      const judgement = judgeDecision(row, organ, { ...registers, exportedOn }, otherwise, context);
      return { matterId: id, organisationId: state.organId, by, judgement: state.mergedInto === null ? judgement : NOTHING_DOUBTED };
    }),
  });
}

const NO_SOURCE = '00000000-0000-0000-0000-000000000000';
const NOTHING_DOUBTED: Judgement = { doubts: [], notJudged: [], clean: ANSWERED_RULES.map((rule) => rule.id) };

type Whole = { readonly id: string; readonly state: PenaltyRecord; readonly row: PenaltyRow; readonly otherwise: PenaltyRow | null };

async function wholeRecords(
  client: Queryable,
  { sealing }: LoadingDeps,
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
