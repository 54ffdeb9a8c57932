import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalDate } from '#law';
import { type ApiClient, signIn } from './client.ts';
import { BUREAUS, draftOf } from './document-writers.ts';
import { demonstrationAccount } from './hands.ts';

const PATIENCE = 60_000;
const { drafter, secondReader, reviewer, signatory } = BUREAUS.linhe;

/** An opinion of the banner bureau, drafted, signed, sealed, served and received over HTTP by the people whose turn it is. */
export async function receivedDocument(base: string, subject: string): Promise<{ readonly id: string; readonly subject: string }> {
  const id = await act(await as(base, drafter), 'draft', null, draftOf(BUREAUS.linhe, subject));
  await sendDocument(base, id);
  await act(await as(base, 'lh-scjg-sw'), 'receive', id);
  return { id, subject: `行政处罚程序问题${subject}` };
}

/** A drafted document of the banner bureau from 送核稿 to 送达. */
export async function sendDocument(base: string, id: string): Promise<void> {
  const own = await as(base, drafter);
  await act(own, 'submit', id);
  await act(await as(base, secondReader), 'check', id);
  await act(await as(base, reviewer), 'review', id);
  await act(await as(base, signatory), 'sign', id);
  const keeper = await as(base, 'lh-sf-wy');
  await until(keeper, id, 'rendered');
  await act(keeper, 'seal', id);
  await until(keeper, id, 'sealed');
  await act(own, 'serve', id);
}

/** The unit receives a served document, deals with its one problem on the day and has its report reviewed: 签发报告 is next. */
export async function handleDocument(base: string, id: string, on: LocalDate): Promise<void> {
  const unit = (role: string) => as(base, `lh-scjg-${role}`);
  await act(await unit('sw'), 'receive', id);
  await act(await unit('sw'), 'propose', id, { proposal: '拟请法制机构牵头，期限内书面报告。' });
  await act(await unit('jz'), 'assign', id, { order: '逐项核对，依法处理。' });
  const handler = await unit('cb1');
  const proof = [await handler.upload('整改证明.pdf', Buffer.from('%PDF-1.7\n整改证明\n%%EOF\n'), 'application/pdf')];
  await act(handler, 'handle', id, { results: [{ no: 1, result: 'done', way: 'correct', on, proof }] });
  await act(handler, 'submit-report', id, { summary: '已处理完毕。' });
  await act(await unit('fz'), 'legal-check', id, { opinion: '处理依据充分。' });
}

async function as(base: string, login: string): Promise<ApiClient> {
  return signIn(base, login, (await demonstrationAccount(base, login)).password);
}

async function act(client: ApiClient, name: string, id: string | null, input: unknown = {}): Promise<string> {
  const path = id === null ? name : `${id}/${name}`;
  const { status, body } = await client.post(`/api/supervision-document/${path}`, { input });
  if (status !== 200 || typeof body['matterId'] !== 'string') throw new Error(`${client.login} ${name}: ${JSON.stringify(body)}`);
  return body['matterId'];
}

/** Papers are made after the act that issues them: nothing is sealed or served before. */
async function until(client: ApiClient, id: string, state: 'rendered' | 'sealed'): Promise<void> {
  const ends = performance.now() + PATIENCE;
  while (performance.now() < ends) {
    const { body } = await client.get(`/api/matters/${id}`);
    const documents = body['documents'] as readonly { readonly kind: string; readonly state: string }[];
    if (documents.some((d) => d.kind === 'DOC-9' && d.state === state)) return;
    await sleep(200);
  }
  throw new Error(`the document was not ${state} in time`);
}
