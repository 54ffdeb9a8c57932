import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Json } from '#law';
import type { WalkedCity } from './walked-city.ts';

/** A matter by its kind and the path of its page. */
export type At = { readonly kind: string; readonly path: string };

/** What the page of a matter would send: routine steps of a walk, whose forms are walked elsewhere. */
export async function sentAct(
  { as, base }: Pick<WalkedCity, 'as' | 'base'>,
  { kind, path }: At,
  login: string,
  name: string,
  input: Readonly<Record<string, Json>> = {},
): Promise<void> {
  const page = await as(login);
  const answer = await page.request.post(`${base}/api/${kind}/${path.split('/').at(-1)}/${name}`, {
    data: { input },
    headers: { origin: base, 'x-faheng': '1', 'idempotency-key': randomUUID() },
  });
  expect(`${answer.status()} ${answer.ok() ? '' : await answer.text()}`, `${login} ${name}`).toBe('200 ');
}

/** A file of somebody's, attached to nothing yet. */
export async function sentFile({ as, base }: Pick<WalkedCity, 'as' | 'base'>, login: string, name: string): Promise<string> {
  const page = await as(login);
  const answer = await page.request.post(`${base}/api/files`, {
    multipart: { file: { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`) } },
    headers: { origin: base, 'x-faheng': '1' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}
