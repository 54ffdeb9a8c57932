import type { CitedText, Json, MatterKind, NamedFacts, Participant } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { tasks } from './lifecycle/tasks.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type NormativeFiling, STATUS_LABELS } from './model.ts';

const isWithBureau = (s: NormativeFiling): boolean =>
  s.submittedOn !== null || s.isEntered || s.status === 'demanded' || s.status === 'excused';

/** Until it is submitted it is the maker's own; the bureau and the government read it from then on. */
function participants(s: NormativeFiling): readonly Participant[] {
  return [
    { organisationId: s.makerId, as: 'maker' },
    ...(isWithBureau(s) ? [{ organisationId: s.bureauId, as: 'bureau' }] : []),
    ...(isWithBureau(s) && s.recipientId !== null ? [{ organisationId: s.recipientId, as: 'recipient' }] : []),
  ];
}

/** What the review will say is the bureau's own until its letter has gone out; opinions sought are its own for good. */
function shown(s: NormativeFiling, mayLookInside: (party: string) => boolean): Json {
  const whole = s as unknown as Json;
  if (mayLookInside('bureau')) return whole;
  if (!mayLookInside('maker') && !mayLookInside('recipient')) return { status: s.status };
  const { conclusion, letter, renderings: _, ...open } = { ...s, opinions: [], suggestions: [] };
  const isOut = letter?.servedOn != null;
  return { ...open, conclusion: isOut ? conclusion : null, letter: isOut ? letter : null } as unknown as Json;
}

function named(s: NormativeFiling): NamedFacts {
  return { type: null, about: [s.makerId], isIssued: s.catalogue.length > 0 };
}

/** What the opinion cites is looked up before it is signed. */
function citesIn({ status, conclusion }: NormativeFiling): readonly CitedText[] {
  if (conclusion === null || (status !== 'reviewing' && status !== 'signing')) return [];
  return [
    { where: '“审查情况”', text: conclusion.opinion },
    ...conclusion.grounds.flatMap(({ norm, words }, i) => [
      { where: `第${i + 1}项“所依据的上位规定”`, text: norm ?? '', tellsOf: words },
      { where: `第${i + 1}项“问题说明”`, text: words, tellsOf: words },
    ]),
  ].filter(({ text }) => text !== '');
}

/** 规范性文件备案审查 (SM-C10, 细则 8(6), 18). */
export const NORMATIVE_FILING: MatterKind<NormativeFiling, typeof FORMS> = {
  kind: 'normative-filing',
  name: '规范性文件备案',
  room: 'normative-filings',
  statuses: STATUS_LABELS,
  mainLine: ['draft', 'checking', 'reviewing', 'signing', 'sealing', 'serving', 'filed'],
  closed: ['lapsed', 'repealed', 'revoked', 'declined', 'withdrawn', 'excused'],
  parties: { maker: '制定机关', bureau: '承办审查的司法行政部门', recipient: '备案机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `规范性文件备案：${s.document.title}`,
  homeId: (s) => (isWithBureau(s) ? s.bureauId : s.makerId),
  label: () => 2,
  participants,
  tasks,
  shown,
  citesIn,
  columns,
  named,
  directedTo: { column: 'maker_id', title: '制定机关' },
};
