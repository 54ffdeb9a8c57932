import { type Folds, type InputOf, joinedBy, type Lifecycle, type May, personOf, type Role } from '#law';
import { publicationPapers } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import {
  ANOTHER_REVIEWER,
  ART_8_3,
  ART_8_9,
  HAS_CHANGES,
  HAS_GROUNDS,
  NOT_PROPOSER,
  OWN_LIST,
  PUBLISHED_PAST,
} from './lifecycle/conditions.ts';
import { KEEPERS, LEADERS, REVIEWERS } from './lifecycle/who.ts';
import { countWords, type ListChange, type Proposed } from './model.ts';

type S = ListChange;

const unit = (...roles: readonly Role[]): readonly May[] => [{ as: 'unit', roles: [...new Set(roles)] }];
const STEP = { does: 'step', cite: ART_8_9, inside: 'unit' } as const;
const BY_REVISING = { putRightBy: '由“修改拟调整的事项”改正' } as const;

/** 拟制 → 法制机构审核 → 领导批准并公布. What is published stands in the register in the same transaction. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  propose: {
    ...STEP,
    ...BY_REVISING,
    label: '拟制清单调整',
    from: 'start',
    to: 'drafting',
    by: [{ as: 'opener', roles: KEEPERS }],
    inputGuards: [OWN_LIST],
    roomOnly: true,
    elsewhere: true,
    says: (s) => `已保存（${countWords(s.proposed)}）；核对以后送审。`,
  },
  revise: {
    ...STEP,
    ...BY_REVISING,
    does: 'entry',
    label: '修改拟调整的事项',
    from: ['drafting', 'returned'],
    to: 'stays',
    by: unit(...KEEPERS),
    roomOnly: true,
    says: (s) => `已保存（${countWords(s.proposed)}）；核对以后送审。`,
  },
  submit: {
    ...STEP,
    label: '送审',
    from: ['drafting', 'returned'],
    to: 'reviewing',
    by: unit(...KEEPERS),
    guards: [HAS_CHANGES, HAS_GROUNDS],
    says: () => '已送法制机构审核。',
  },
  review: {
    ...STEP,
    label: '审核通过',
    from: ['reviewing'],
    to: 'approving',
    by: unit(...REVIEWERS),
    guards: [NOT_PROPOSER],
    says: () => '审核通过；等待负责人批准并公布。',
  },
  return: {
    ...STEP,
    label: '退回补正',
    from: ['reviewing', 'approving'],
    to: 'returned',
    by: unit(...REVIEWERS, ...LEADERS),
    guards: [NOT_PROPOSER],
    aside: true,
    says: () => '已退回补正；拟调整的事项原样保留，由拟制人修改后重新送审。',
  },
  publish: {
    does: 'step',
    cite: ART_8_3,
    label: '批准并公布',
    from: ['approving'],
    to: 'published',
    by: unit(...LEADERS),
    guards: [NOT_PROPOSER, HAS_GROUNDS],
    inputGuards: [ANOTHER_REVIEWER, PUBLISHED_PAST],
    needs: (s) => (s === null ? [] : [{ register: 'organisation', key: s.unitId }]),
    number: (s, input) => (s === null || input.numbered !== true ? null : { issuerId: s.unitId, series: '清单告' }),
    issues: (s, input, frame, facts) => publicationPapers(s, input, frame, facts),
    putRightBy: '已公布的事项由另一次清单调整改变',
    roomOnly: true,
    says: (s) =>
      `已公布（${s.publication === null ? '' : countWords(s.publication)}${s.publication?.number == null ? '' : `，${s.publication.number}`}），清单已按各事项的日期登记。`,
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['drafting', 'reviewing', 'returned', 'approving'],
    to: 'withdrawn',
    by: unit(...KEEPERS, ...LEADERS),
    aside: true,
    says: () => '已撤回；清单没有变化。',
  },
};

function proposedIn(input: InputOf<Forms['revise']>): Proposed {
  const { digest, lines, added, changed, ended, backdated } = input;
  return { digest, lines, added, changed, ended, backdated };
}

export const FOLDS: Folds<S, Forms> = {
  propose: (_, input, frame) => ({
    status: 'drafting',
    unitId: frame.actor.organisationId ?? '',
    list: input.list,
    reason: input.reason,
    grounds: input.grounds,
    proposed: proposedIn(input),
    proposers: [personOf(frame.actor)],
    reviewed: null,
    publication: null,
    endedOn: null,
  }),
  revise: (s, input, frame) => ({
    ...s,
    reason: input.reason,
    grounds: input.grounds,
    proposed: proposedIn(input),
    proposers: joinedBy(s.proposers, frame.actor),
  }),
  // Whoever sends it for review stands for it as whoever typed it does.
  submit: (s, _, frame) => ({ ...s, proposers: joinedBy(s.proposers, frame.actor), reviewed: null }),
  review: (s, { opinion }, frame) => ({ ...s, reviewed: { by: personOf(frame.actor), opinion, on: frame.legalDate } }),
  return: (s) => ({ ...s, reviewed: null }),
  publish: (s, { publishedOn, place, added, changed, ended }, frame) => ({
    ...s,
    publication: { on: publishedOn, place, added, changed, ended, number: frame.number?.text ?? null },
    endedOn: frame.legalDate,
  }),
  withdraw: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
};
