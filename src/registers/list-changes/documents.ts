import { BARE_DOCUMENT, chineseDay, type DocumentTemplate, type Json, listed, paragraph, type ShareOf, sheetTemplate } from '#law';
import { type AnnouncementFacts, TITLES } from './documents/issues.ts';

const SHARES: Readonly<Record<string, number>> = { 变化: 10, 事项编码: 20, 事项名称: 28, 自何日起: 16, 变化的内容: 36 };
const shareOf: ShareOf = (title) => SHARES[title] ?? 20;

const ANNOUNCEMENT: DocumentTemplate<AnnouncementFacts> = {
  template: 'list-announcement',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    ...(f.number === undefined ? {} : { number: f.number }),
    title: `${f.list}调整公布清单`,
    body: [
      paragraph(`现将本单位${f.list}的调整予以公布：${f.counts}。`),
      ...listed({ titles: TITLES, rows: f.rows }, shareOf),
      ...(f.more > 0 ? [paragraph(`另有${f.more}项，见平台公布的清单。`)] : []),
      paragraph(`公布载体：${f.place}。公布日期：${chineseDay(f.publishedOn)}。`),
    ],
    signature: { organisation: f.issuer, on: f.publishedOn },
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [sheetTemplate('list-change-approval', shareOf), ANNOUNCEMENT];
