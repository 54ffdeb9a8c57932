import {
  type ActFrame,
  type DocumentIssue,
  dayWords,
  type InputOf,
  isDemonstration,
  LIST_LABELS,
  type LocalDate,
  nameOf,
  numberedLetter,
  paper,
  type RegisterFacts,
  type SheetFacts,
  short,
  signingWords,
  wide,
} from '#law';
import { CHANGE_LABELS, type Forms, MOST_PRINTED } from '../forms.ts';
import { countWords, type ListChange } from '../model.ts';

type Published = InputOf<Forms['publish']>;

/** 公布清单: what of a list has changed, for everybody. */
export type AnnouncementFacts = {
  readonly issuer: string;
  readonly list: string;
  /** Missing in announcements that were published before numbers were given. */
  readonly number?: string;
  readonly counts: string;
  readonly rows: readonly (readonly string[])[];
  /** Changes that the paper does not list; the published list has them all. */
  readonly more: number;
  readonly place: string;
  readonly publishedOn: LocalDate;
  readonly demonstration: boolean;
};

export const TITLES = ['变化', '事项编码', '事项名称', '自何日起', '变化的内容'] as const;

/** The inner 审批表 and the public announcement, from the lines as they were published. */
export function publicationPapers(s: ListChange, input: Published, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const issuer = nameOf(facts, s.unitId);
  const demonstration = isDemonstration(facts, [s.unitId]);
  const rows = input.changes.map((c) => [CHANGE_LABELS[c.what], c.code, c.name, c.from, c.words ?? '']);
  const total = input.added + input.changed + input.ended;
  const more = total - rows.length;
  const announcement: AnnouncementFacts = {
    ...{ issuer, list: LIST_LABELS[s.list], counts: countWords(input), rows, more, place: input.place },
    ...{ publishedOn: input.publishedOn, demonstration },
    ...(frame.number === null ? {} : { number: frame.number.text }),
  };
  // Without a number there is nothing to ask by: the announcement stands on the public page of the lists all the same.
  const published = frame.number === null ? paper : numberedLetter;
  return [
    {
      ...paper({
        kind: 'LIST-1',
        name: '清单调整内部审批表',
        template: 'list-change-approval',
        facts: approval(s, input, frame, { issuer, demonstration, rows, more }),
      }),
      inside: true,
    },
    published({ kind: 'LIST-2', name: '公布清单', template: 'list-announcement', facts: announcement }),
  ];
}

type Common = Pick<SheetFacts, 'issuer' | 'demonstration'> & { readonly rows: AnnouncementFacts['rows']; readonly more: number };

function approval(s: ListChange, input: Published, frame: ActFrame, { issuer, demonstration, rows, more }: Common): SheetFacts {
  return {
    issuer,
    title: '清单调整内部审批表',
    number: null,
    rows: [
      short('清单', LIST_LABELS[s.list]),
      short('变化', countWords(input)),
      wide('调整事由', s.reason),
      wide('追溯生效的依据', s.grounds),
      wide('拟制人', [...new Set(s.proposers.map((p) => p.name))].join('、')),
      short('公布日期', dayWords(input.publishedOn)),
      short('公布载体', input.place),
      ...(more > 0 ? [wide('说明', `下表列前${MOST_PRINTED}项，另有${more}项见平台公布的清单。`)] : []),
    ],
    list: { titles: TITLES, rows },
    opinions: [
      { label: '法制机构审核意见', text: s.reviewed?.opinion ?? '', name: s.reviewed?.by.name ?? '', on: s.reviewed?.on ?? null },
      { label: '批准意见', text: signingWords(input.opinion, input.alone) ?? '同意公布。', name: frame.actor.name, on: frame.legalDate },
    ],
    on: null,
    demonstration,
  };
}
