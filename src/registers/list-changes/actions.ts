import { isRefusal, type Refusal, refuse, shanghaiDay } from '#law';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { inTransaction, type Queryable } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import type { RowProblem, TableRow } from '#registers/loading';
import { LIST_LABELS, type ListColumn } from '#registers/power-lists';
import { countsOf, digestOf, heldAgainst, previewOf } from './actions-plan.ts';
import type { Preview, PreviewBody, ProposeBody, PublishBody, ReviseBody, SentLine, WorkbookAnswer, WorkbookBody } from './contract.ts';
import { MOST_LINES, MOST_PRINTED } from './forms.ts';
import { ART_8_9 } from './lifecycle/conditions.ts';
import { KEEPERS } from './lifecycle/who.ts';
import { changeById, issuesNumbers, linesOf } from './store.ts';

const KIND = 'list-change';
export type Asked = { readonly platform: Platform; readonly session: Session; readonly key: string };
type Db = Pick<Asked, 'platform' | 'session'>;

function reading<T>({ platform, session }: Db, read: (client: Queryable) => Promise<T>): Promise<T> {
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), read);
}

const subjectOf = ({ platform, session }: Db, list: PreviewBody['list']) => ({
  ...{ city: session.city, unitId: session.organisationId, list, today: shanghaiDay(platform.now()) },
});

/** What lines would change in the list of the asker's own unit; nothing is kept. */
export function preview(db: Db, { list, lines }: PreviewBody): Promise<Preview> {
  return reading(db, async (client) => previewOf((await heldAgainst(client, subjectOf(db, list), lines)).plan));
}

/** Opens a proposal with its lines. */
export async function propose(asked: Asked, { list, reason, grounds, lines }: ProposeBody): Promise<ActAnswer> {
  const kept = await keepLines(asked, list, lines);
  const { platform, session, key } = asked;
  const input = { list, reason, grounds, ...kept };
  return perform(platform, { by: session, kind: KIND, act: 'propose', matterId: null, idempotencyKey: key, input });
}

/** Saves the lines of a proposal anew; those of before stay on record. */
export async function revise(asked: Asked, id: string, { reason, grounds, lines, ifSeq }: ReviseBody): Promise<ActAnswer> {
  const { platform, session, key } = asked;
  const found = await reading(asked, (client) => changeById(client, id));
  if (found === null || found.state.unitId !== session.organisationId) return { ok: false, error: 'absent' };
  const kept = await keepLines(asked, found.state.list as ProposeBody['list'], lines);
  const input = { reason, grounds, ...kept };
  return perform(platform, { by: session, kind: KIND, act: 'revise', matterId: id, ifSeq, idempotencyKey: key, input });
}

/** Whoever may not propose leaves nothing behind: the act refuses by itself. */
const mayPropose = ({ session }: Db): boolean => KEEPERS.includes(session.role);

/** Lines that cannot stand yet are kept as well: what was typed is never lost, it only cannot be sent for review. */
async function keepLines(asked: Asked, list: ProposeBody['list'], sent: readonly SentLine[]) {
  return reading(asked, async (client) => {
    const { plan, lines } = await heldAgainst(client, subjectOf(asked, list), sent);
    const digest = digestOf(lines);
    if (mayPropose(asked))
      await client.query(
        `insert into list_change_text (organisation_id, sha256, city, lines, kept_at) values ($1, $2, $3, $4, $5)
       on conflict (organisation_id, sha256) do nothing`,
        [asked.session.organisationId, digest, asked.session.city, JSON.stringify(lines), new Date(asked.platform.now()).toISOString()],
      );
    return { digest, lines: lines.length, ...countsOf(plan), backdated: plan.backdated.length };
  });
}

/** Approves and publishes: the papers tell what the lines change at this moment, the register is written with the act. */
export async function publish(asked: Asked, id: string, { ifSeq, ...typed }: PublishBody): Promise<ActAnswer> {
  const { platform, session, key } = asked;
  const changes = await reading(asked, async (client) => {
    const found = await changeById(client, id);
    if (found === null || found.state.unitId !== session.organisationId) return null;
    const { state } = found;
    const lines = await linesOf(client, state.unitId, state.proposed.digest);
    if (lines === null) return TEXT_GONE;
    const { plan } = await heldAgainst(client, subjectOf(asked, state.list as ProposeBody['list']), lines);
    const numbered = await issuesNumbers(client, state.unitId, shanghaiDay(platform.now()));
    return { numbered, ...countsOf(plan), changes: plan.differences.slice(0, MOST_PRINTED).map(printed) };
  });
  if (changes === null) return { ok: false, error: 'absent' };
  if (isRefusal(changes)) return { ok: false, error: 'refused', refusal: changes };
  const input = { ...typed, ...changes };
  return perform(platform, { by: session, kind: KIND, act: 'publish', matterId: id, ifSeq, idempotencyKey: key, input });
}

export const TEXT_GONE: Refusal = refuse('text-gone', ART_8_9, '没有找到拟调整的事项，请重新保存');

function printed({ what, code, name, from, fields }: Preview['differences'][number]) {
  const words = fields.map((f) => `${f.label}：${f.before === '' ? '（空）' : f.before} → ${f.after === '' ? '（空）' : f.after}`);
  const text = words.join('；');
  return { what, code, name: name === '' ? code : name, from, words: text === '' ? null : text.slice(0, 4_000) };
}

/** An uploaded workbook of the reader, its titles recognised; null: there is none for it. */
export type SheetFile = {
  readonly name: string;
  readonly rows: readonly TableRow<ListColumn>[];
  readonly ignored: readonly string[];
  readonly problems: readonly RowProblem[];
};
export type SheetReader = (session: Session, file: string) => Promise<SheetFile | Refusal | null>;

/** The rows of a workbook as lines of a proposal; with one row that cannot stand none is taken over. */
export async function readWorkbook(db: Db, read: SheetReader, { list, file }: WorkbookBody): Promise<WorkbookAnswer | Refusal | null> {
  const sheet = await read(db.session, file);
  if (sheet === null || isRefusal(sheet)) return sheet;
  if (sheet.rows.length > MOST_LINES) return refuse('too-many-rows', null, `数据超过${MOST_LINES}行，请分成几次调整`);
  const lines: SentLine[] = sheet.rows.map(({ cells: { list: _, organisation: __, ...cells } }) => ({ what: 'set', cells, base: null }));
  const { plan, own } = await reading(db, async (client) => {
    const held = await heldAgainst(client, subjectOf(db, list), lines);
    return { plan: held.plan, own: await unitNames(client, db.session.organisationId) };
  });
  const lineOf = (n: number): number => sheet.rows[n - 1]?.line ?? n;
  const problems = [
    ...sheet.problems,
    ...sheet.rows.flatMap((row) => elsewhere(row, list, own)),
    ...plan.problems.map((p) => ({ ...p, line: lineOf(p.line) })),
  ].sort((a, b) => a.line - b.line);
  const idle = new Set(plan.idle);
  return {
    name: sheet.name,
    ignored: sheet.ignored,
    problems: problems.slice(0, 500),
    problemCount: problems.length,
    same: idle.size,
    lines: problems.length > 0 ? [] : lines.filter((_, i) => !idle.has(i + 1)),
  };
}

async function unitNames(client: Queryable, id: string): Promise<ReadonlySet<string>> {
  const { rows: found } = await client.query<{ name: string }>(
    `select unnest(array[r.name, r.short_name, o.code]) as name from organisation o
     join organisation_record r on r.organisation_id = o.id and upper_inf(r.known) where o.id = $1`,
    [id],
  );
  return new Set(found.map(({ name }) => name));
}

/** A row of another list or another unit is none of this change; rows that name neither are taken to be meant. */
function elsewhere({ line, cells }: TableRow<ListColumn>, list: ProposeBody['list'], own: ReadonlySet<string>): readonly RowProblem[] {
  const [written, unit] = [cells.list ?? '', cells.organisation ?? ''];
  return [
    ...(written === '' || written === LIST_LABELS[list] || written === list
      ? []
      : [{ line, column: '清单', value: written, reason: `本次调整的是${LIST_LABELS[list]}` }]),
    ...(unit === '' || own.has(unit) ? [] : [{ line, column: '单位', value: unit, reason: '不是本单位，只能录入本单位的清单' }]),
  ];
}
