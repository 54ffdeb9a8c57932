import { isRefusal, type Json, type LocalDate, type Refusal, refuse } from '#law';
import type { BenchmarkContent } from '#law/discretion/benchmark';
import { isSameItem } from '#law/discretion/choosing';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import type { DraftBody, EnterBody, EnterVersionBody, ReviseBody } from './contract.ts';
import { ART_34 } from './model-conditions.ts';
import { inputOf } from './model-content.ts';
import { ownBenchmark, sameViolation, versionById } from './store.ts';

const KIND = 'discretion-benchmark';
/** A request, or what stands for one in a file. */
type AsRead<B> = Omit<B, 'content'> & { readonly content: BenchmarkContent };
type Asked = { readonly platform: Platform; readonly session: Session; readonly key: string };

/** Saves a draft: opens it, or revises the one that lies before the organ. */
export async function saveDraft({ platform, session, key }: Asked, body: DraftBody): Promise<ActAnswer> {
  const input = await withUpper(platform, session, body);
  if (isRefusal(input)) return { ok: false, error: 'refused', refusal: input };
  return perform(platform, {
    ...{ by: session, kind: KIND, act: 'draft', matterId: null, idempotencyKey: key },
    input: { violation: body.violation, ...input },
  });
}

export async function reviseDraft({ platform, session, key }: Asked, id: string, body: ReviseBody): Promise<ActAnswer> {
  const input = await withUpper(platform, session, body);
  if (isRefusal(input)) return { ok: false, error: 'refused', refusal: input };
  return perform(platform, { by: session, kind: KIND, act: 'revise', matterId: id, ifSeq: body.ifSeq, idempotencyKey: key, input });
}

/** Enters what was published elsewhere, as it is: what the law would have refused becomes a finding. */
export async function enterExisting({ platform, session, key }: Asked, body: AsRead<EnterBody>): Promise<ActAnswer> {
  const others = await othersOf(platform, session, { ...body, notIn: null });
  const input = await existingInput(platform, session, body, others);
  if (isRefusal(input)) return { ok: false, error: 'refused', refusal: input };
  return perform(platform, {
    ...{ by: session, kind: KIND, act: 'enter', matterId: null, idempotencyKey: key, reported: { source: body.source } },
    input: { violation: body.violation, ...input },
  });
}

export async function enterVersion({ platform, session, key }: Asked, id: string, body: AsRead<EnterVersionBody>): Promise<ActAnswer> {
  const own = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) => ownBenchmark(client, session, id));
  if (own === null) return { ok: false, error: 'absent' };
  const others = await othersOf(platform, session, { violation: own.state.violation, content: body.content, notIn: id });
  const input = await existingInput(platform, session, body, others);
  if (isRefusal(input)) return { ok: false, error: 'refused', refusal: input };
  return perform(platform, {
    ...{ by: session, kind: KIND, act: 'enter-version', matterId: id, idempotencyKey: key, reported: { source: body.source } },
    input,
  });
}

type Input = Readonly<Record<string, Json>>;

/** What an organ has published beside this benchmark for the same 违法行为 and item, as the form of the act carries it. */
export type Others = readonly { readonly name: string; readonly from: LocalDate; readonly until: LocalDate | null }[];

type Made = { readonly violation: string; readonly content: Pick<BenchmarkContent, 'itemCode'>; readonly notIn: string | null };

async function othersOf(platform: Platform, session: Session, { violation, content, notIn }: Made): Promise<Others> {
  const found = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
    sameViolation(client, session.organisationId, [violation], notIn),
  );
  const ofSame = found.filter(({ itemCode }) => isSameItem(itemCode, content.itemCode));
  return ofSame.map(({ documentNumber, from, until }) => ({ name: documentNumber, from, until }));
}

async function existingInput(
  platform: Platform,
  session: Session,
  body: AsRead<EnterVersionBody>,
  others: Others,
): Promise<Input | Refusal> {
  const content = await withUpper(platform, session, body);
  if (isRefusal(content)) return content;
  const { documentNumber, publishedOn, place, from, lastDay } = body;
  return { ...content, documentNumber, publishedOn, place, from, lastDay, others };
}

/** The upper benchmark is read from the register, never taken from the request. */
async function withUpper(
  platform: Platform,
  session: Session,
  body: { readonly content: BenchmarkContent; readonly upper: string | null },
): Promise<Input | Refusal> {
  const own = contentInput(body.content);
  const { upper } = body;
  if (upper === null) return { ...own, upper: null };
  const found = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
    versionById(client, session, upper),
  );
  if (found === null) return refuse('upper-absent', ART_34, '所选的上级基准已不是现行版本，请重新选择');
  if (found.makerId === session.organisationId) return refuse('upper-own', ART_34, '上级基准应当是上级机关制定的，不能选择本机关的基准');
  const name = `${found.maker} ${found.documentNumber}`;
  return { ...own, upper: [{ versionId: upper, name, ...contentInput(found.content) }] };
}

/** A benchmark as the payload of an act. */
export function contentInput(content: BenchmarkContent): Input {
  return inputOf(content) as unknown as Input;
}
