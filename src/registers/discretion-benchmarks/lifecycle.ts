import { addDays, cite, type Folds, type InputOf, joinedBy, type Lifecycle, type May, personOf, type Role, reviewedByAnother } from '#law';
import type { Forms } from './forms.ts';
import type { DiscretionBenchmark, PublishedVersion } from './model.ts';
import {
  AFTER_LAST,
  ART_8_8,
  ART_34,
  DAYS_IN_ORDER,
  DRAFT_LAW,
  ENDS_AHEAD,
  ENDS_LATER,
  NO_OVERLAP,
  NOT_DRAFTER,
  NOT_RETROACTIVE,
  PUBLISHED_PAST,
  REPORTED_ONLY,
  TYPED_FORM,
  TYPED_LAW,
} from './model-conditions.ts';
import { contentOf, upperOf } from './model-content.ts';

type S = DiscretionBenchmark;

const ART_19 = cite('实施细则', 19, 1);

export const DRAFTER_ROLES: readonly Role[] = ['handler', 'legal-office', 'supervisor'];
export const REVIEWER_ROLES: readonly Role[] = ['legal-office', 'checker', 'supervisor'];
export const LEADER_ROLES_OF_ORGAN: readonly Role[] = ['deputy-head', 'head'];

const maker = (roles: readonly Role[]): readonly May[] => [{ as: 'maker', roles }];
const opener: readonly May[] = [{ as: 'opener', roles: DRAFTER_ROLES }];
const DRAFTERS = maker(DRAFTER_ROLES);
const LEADERS = maker(LEADER_ROLES_OF_ORGAN);
const ANYBODY = maker([...new Set([...DRAFTER_ROLES, ...REVIEWER_ROLES, ...LEADER_ROLES_OF_ORGAN])]);
const INSIDE = { does: 'step', inside: 'maker', cite: ART_34 } as const;
const OPEN = { does: 'step', cite: ART_34 } as const;
const BY_NEW_VERSION = { putRightBy: '公布以后由“修改”形成新版本' } as const;

const ANOTHER_REVIEWER = reviewedByAnother<S>(ART_34, (s) => s.draft?.reviewedBy ?? null);

/** 拟制 → 合法性审核 → 集体讨论或者负责人批准 → 公布 → 修改 or 废止; what exists already is entered as 补录. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  draft: {
    ...INSIDE,
    label: '拟制',
    from: 'start',
    to: 'drafting',
    by: opener,
    inputGuards: TYPED_FORM,
    roomOnly: true,
    elsewhere: true,
    says: () => '已保存拟稿；完成后送合法性审核。',
  },
  revise: {
    ...INSIDE,
    does: 'entry',
    label: '修改拟稿',
    from: ['drafting'],
    to: 'stays',
    by: DRAFTERS,
    inputGuards: TYPED_FORM,
    roomOnly: true,
    says: () => '已保存拟稿；完成后送合法性审核。',
  },
  submit: {
    ...INSIDE,
    label: '送合法性审核',
    from: ['drafting'],
    to: 'reviewing',
    by: DRAFTERS,
    guards: DRAFT_LAW,
    says: () => '已送合法性审核。',
  },
  review: {
    ...INSIDE,
    label: '合法性审核',
    from: ['reviewing'],
    to: 'deciding',
    by: maker(REVIEWER_ROLES),
    guards: [NOT_DRAFTER],
    says: () => '已通过合法性审核；等待集体讨论或者负责人批准。',
  },
  'return-draft': {
    ...INSIDE,
    label: '退回修改',
    from: ['reviewing', 'deciding', 'publishing'],
    to: 'drafting',
    by: ANYBODY,
    aside: true,
    says: () => '已退回修改。',
  },
  decide: {
    ...INSIDE,
    label: '集体讨论或批准',
    from: ['deciding'],
    to: 'publishing',
    by: LEADERS,
    guards: [NOT_DRAFTER],
    inputGuards: [ANOTHER_REVIEWER],
    says: () => '已决定；等待公布。',
  },
  publish: {
    ...OPEN,
    label: '公布',
    from: ['publishing'],
    to: 'in-force',
    by: maker([...DRAFTER_ROLES, ...LEADER_ROLES_OF_ORGAN]),
    guards: DRAFT_LAW,
    inputGuards: [PUBLISHED_PAST, NOT_RETROACTIVE, AFTER_LAST],
    ...BY_NEW_VERSION,
    says: (s) => `已公布，自${s.versions.at(-1)?.from ?? ''}起施行；以后每年评估。`,
  },
  'withdraw-draft': {
    ...INSIDE,
    label: '撤回拟稿',
    from: ['drafting', 'reviewing', 'deciding', 'publishing'],
    to: (s) => (s.versions.length > 0 ? 'in-force' : 'withdrawn'),
    by: ANYBODY,
    aside: true,
    says: () => '拟稿已撤回；已公布的版本不变。',
  },
  enter: {
    ...OPEN,
    label: '补录已有基准',
    cite: ART_8_8,
    from: 'start',
    to: 'in-force',
    by: opener,
    reportedBy: opener,
    inputGuards: [...TYPED_FORM, REPORTED_ONLY, PUBLISHED_PAST, DAYS_IN_ORDER, ...TYPED_LAW, NOT_RETROACTIVE, NO_OVERLAP],
    roomOnly: true,
    elsewhere: true,
    says: () => '已补录；以后每年评估。',
  },
  'enter-version': {
    ...OPEN,
    does: 'entry',
    label: '补录版本',
    cite: ART_8_8,
    from: ['in-force'],
    to: 'stays',
    by: DRAFTERS,
    reportedBy: DRAFTERS,
    inputGuards: [...TYPED_FORM, REPORTED_ONLY, PUBLISHED_PAST, DAYS_IN_ORDER, ...TYPED_LAW, NOT_RETROACTIVE, NO_OVERLAP],
    roomOnly: true,
    says: () => '已补录版本。',
  },
  amend: {
    ...INSIDE,
    label: '修改',
    cite: ART_8_8,
    from: ['in-force'],
    to: 'drafting',
    by: DRAFTERS,
    says: () => '已开始修改；现行版本在新版本施行以前继续适用。',
  },
  evaluate: {
    ...OPEN,
    does: 'entry',
    label: '登记年度评估',
    cite: ART_19,
    from: ['in-force'],
    to: 'stays',
    by: maker([...DRAFTER_ROLES, ...LEADER_ROLES_OF_ORGAN]),
    says: () => '评估已登记。',
  },
  abolish: {
    ...OPEN,
    label: '废止',
    cite: ART_8_8,
    from: ['in-force'],
    to: 'abolished',
    by: LEADERS,
    reportedBy: LEADERS,
    inputGuards: [ENDS_LATER, ENDS_AHEAD],
    aside: true,
    putRightBy: '另行公布新的基准',
    says: (s) => `已废止，自${s.abolished?.from ?? ''}起不再适用；各版本保留。`,
  },
};

/** In the order of their days; each ends at the latest where the next begins, so that a day has one version. */
export function inOrder(versions: readonly PublishedVersion[]): readonly PublishedVersion[] {
  const sorted = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.map((v, i) => {
    const next = sorted[i + 1];
    const until = next !== undefined && (v.until === null || next.from < v.until) ? next.from : v.until;
    return { ...v, no: i + 1, until };
  });
}

function entered(input: InputOf<Forms['enter-version']>): PublishedVersion {
  const { documentNumber, publishedOn, place, from, lastDay } = input;
  const until = lastDay === null ? null : addDays(lastDay, 1);
  return { no: 1, content: contentOf(input), upper: upperOf(input.upper), from, until, documentNumber, publishedOn, place, reported: true };
}

export const FOLDS: Folds<S, Forms> = {
  draft: (_, input, frame) => ({
    status: 'drafting',
    makerId: frame.actor.organisationId ?? '',
    violation: input.violation,
    draft: { content: contentOf(input), upper: upperOf(input.upper), drafters: [personOf(frame.actor)], reviewedBy: null },
    versions: [],
    evaluations: [],
    abolished: null,
  }),
  revise: (s, input, frame) => ({
    ...s,
    draft: {
      content: contentOf(input),
      upper: upperOf(input.upper),
      drafters: joinedBy(s.draft?.drafters ?? [], frame.actor),
      reviewedBy: null,
    },
  }),
  submit: (s) => s,
  review: (s, _, frame) => (s.draft === null ? s : { ...s, draft: { ...s.draft, reviewedBy: personOf(frame.actor) } }),
  'return-draft': (s) => (s.draft === null ? s : { ...s, draft: { ...s.draft, reviewedBy: null } }),
  decide: (s) => s,
  publish: (s, { documentNumber, publishedOn, place, from }) => {
    if (s.draft === null) return s;
    const { content, upper } = s.draft;
    const version = { no: s.versions.length + 1, content, upper, from, until: null, documentNumber, publishedOn, place, reported: false };
    return { ...s, draft: null, versions: inOrder([...s.versions, version]) };
  },
  'withdraw-draft': (s) => ({ ...s, draft: null }),
  enter: (_, input, frame) => ({
    status: 'in-force',
    makerId: frame.actor.organisationId ?? '',
    violation: input.violation,
    draft: null,
    versions: [entered(input)],
    evaluations: [],
    abolished: null,
  }),
  'enter-version': (s, input) => ({ ...s, versions: inOrder([...s.versions, entered(input)]) }),
  amend: (s, _, frame) => {
    const last = s.versions.at(-1);
    return last === undefined
      ? s
      : { ...s, draft: { content: last.content, upper: last.upper, drafters: [personOf(frame.actor)], reviewedBy: null } };
  },
  evaluate: (s, { result, words }, frame) => ({ ...s, evaluations: [...s.evaluations, { on: frame.legalDate, result, words }] }),
  abolish: (s, { from, reason }) => ({
    ...s,
    abolished: { from, reason },
    versions: s.versions.map((v) => (v.until === null || from < v.until ? { ...v, until: from } : v)),
  }),
};
