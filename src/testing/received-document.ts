import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, signIn } from './client.ts';
import { BUREAUS, draftOf } from './document-writers.ts';
import { demonstrationAccount } from './hands.ts';

const PATIENCE = 60_000;

/** An opinion of the banner bureau, drafted, signed, sealed, served and received over HTTP by the people whose turn it is. */
export async function receivedDocument(base: string, subject: string): Promise<{ readonly id: string; readonly subject: string }> {
  const draft = draftOf(BUREAUS.linhe, subject);
  const id = await act(await as(base, BUREAUS.linhe.drafter), 'draft', null, draft);
  await act(await as(base, BUREAUS.linhe.drafter), 'submit', id);
  await act(await as(base, BUREAUS.linhe.secondReader), 'check', id);
  await act(await as(base, BUREAUS.linhe.reviewer), 'review', id);
  await act(await as(base, BUREAUS.linhe.signatory), 'sign', id);
  const keeper = await as(base, 'lh-sf-wy');
  await until(keeper, id, 'rendered');
  await act(keeper, 'seal', id);
  await until(keeper, id, 'sealed');
  await act(await as(base, BUREAUS.linhe.drafter), 'serve', id);
  await act(await as(base, 'lh-scjg-sw'), 'receive', id);
  return { id, subject: `行政处罚程序问题${subject}` };
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
