import { BARE_DOCUMENT, type DocumentTemplate, type Json, lines, paragraph } from '#law';
import type { AnnouncementFacts } from './documents/issues.ts';

const ANNOUNCEMENT: DocumentTemplate<AnnouncementFacts> = {
  template: 'subject-announcement',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: `关于${f.unit}${f.change}的公告`,
    body: [
      paragraph(`依据${f.basis}${f.approval === '' ? '' : `，经${f.approval}`}，现将行政执法主体变更事项公告如下：`),
      ...lines(f.lines),
      paragraph('特此公告。'),
    ],
    signature: { organisation: f.issuer, on: f.signedOn },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [ANNOUNCEMENT];
