import type { Json, LocalDate } from '#law';
import type { Town } from '../town/town.ts';

/** A step of a story: it waits for days and ends with something that later steps need. */
export type Step<T = void> = AsyncGenerator<LocalDate, T>;

/** People of a bureau by their part in a document's way. */
export type Bureau = {
  readonly drafter: string;
  readonly second: string;
  readonly checker: string;
  readonly deputy: string;
  readonly head: string;
  readonly sealer: string;
};

const bureau = (code: string): Bureau => ({
  drafter: `${code}-jd1`,
  second: `${code}-jd2`,
  checker: `${code}-sh`,
  deputy: `${code}-fg`,
  head: `${code}-jz`,
  sealer: `${code}-wy`,
});
export const CITY = bureau('sf');
export const LINHE = bureau('lh-sf');
export const URAD = bureau('wz-sf');

export const DOCUMENT = 'supervision-document';

export type Wanting = {
  readonly facts: string;
  readonly norm: string;
  readonly demand: string;
  readonly subject?: string;
  readonly caseNo?: number;
};
export type Draft = Readonly<Record<string, Json>>;

/** What a document to a unit says, down to the telephone. */
export function draftTo(town: Town, from: Bureau, unit: string, subject: string, problems: readonly Wanting[], more: Draft = {}): Draft {
  return {
    type: 'opinion',
    subject,
    addressee: town.unit(unit),
    background: `本机关在行政执法监督中查阅案卷、核对平台数据，发现你单位在“${subject}”方面存在下列问题。`,
    problems: problems as unknown as Json,
    handlers: [town.officer(from.drafter), town.officer(from.second)],
    contact: '行政执法协调监督科 0478-0000000',
    ...more,
  };
}

/** 拟稿、送核稿、核稿: a document waits for its reviewer. */
export async function* upToReview(town: Town, from: Bureau, draft: Draft, offset: number): Step<string> {
  yield town.day(offset);
  const { matterId } = await town.act(from.drafter, DOCUMENT, 'draft', null, draft);
  await town.act(from.drafter, DOCUMENT, 'submit', matterId);
  await town.act(from.second, DOCUMENT, 'check', matterId, { opinion: '事实清楚，条文引用准确。' });
  return matterId;
}

/** … 审核: it waits for its signature. */
export async function* upToSignature(town: Town, from: Bureau, draft: Draft, offset: number): Step<string> {
  const id = yield* upToReview(town, from, draft, offset);
  await town.act(from.checker, DOCUMENT, 'review', id, { opinion: '同意。' });
  return id;
}

/** … 签发: numbered, it waits for its seal. */
export async function* signed(town: Town, from: Bureau, draft: Draft, offset: number, signer = from.deputy): Step<string> {
  const id = yield* upToSignature(town, from, draft, offset);
  yield town.day(offset + 1);
  await town.act(signer, DOCUMENT, 'sign', id, { opinion: '同意制发。' });
  return id;
}

/** … 用印、送达: it waits for the unit. */
export async function* served(town: Town, from: Bureau, draft: Draft, offset: number, signer = from.deputy): Step<string> {
  const id = yield* signed(town, from, draft, offset, signer);
  await town.act(from.sealer, DOCUMENT, 'seal', id);
  await town.act(from.drafter, DOCUMENT, 'serve', id);
  return id;
}

/** … 签收 on the very day `receipt` from the anchor, whatever day of the week: the period counts from it. */
export async function* received(town: Town, from: Bureau, draft: Draft, unit: string, receipt: LocalDate, before = 4): Step<string> {
  const id = yield* served(town, from, draft, town.offset(receipt) - before);
  yield receipt;
  await town.act(`${unit}-sw`, DOCUMENT, 'receive', id);
  return id;
}

/** 拟办、批办: with the handler. `unit` is the first part of its people's logins. */
export async function assigned(town: Town, unit: string, id: string): Promise<void> {
  await town.act(`${unit}-sw`, DOCUMENT, 'propose', id, { proposal: '拟请法制机构牵头、业务科室承办，期限内书面报告。' });
  await town.act(`${unit}-jz`, DOCUMENT, 'assign', id, { order: '逐项核对，依法处理，按期报告。' });
}

export type Result = Readonly<Record<string, Json>>;

/** A problem that has been dealt with, with its proof. */
export async function dealtWith(
  town: Town,
  unit: string,
  no: number,
  on: LocalDate,
  more: { readonly way?: string; readonly by?: string } = {},
): Promise<Result> {
  const { way = 'correct', by = `${unit}-cb1` } = more;
  return { no, result: 'done', way, on, proof: [await town.upload(by, `第${no}项整改证明.pdf`)] };
}

/** 填写处理情况、送法制审核. */
export async function handled(town: Town, unit: string, id: string, results: readonly Result[], summary: string): Promise<void> {
  await town.act(`${unit}-cb1`, DOCUMENT, 'handle', id, { results: results as unknown as Json });
  await town.act(`${unit}-cb1`, DOCUMENT, 'submit-report', id, { summary });
}

/** 法制审核、签发报告. */
export async function reported(town: Town, unit: string, id: string): Promise<void> {
  await town.act(`${unit}-fz`, DOCUMENT, 'legal-check', id, { opinion: '处理依据充分，同意上报。' });
  await town.act(`${unit}-jz`, DOCUMENT, 'report', id);
}
