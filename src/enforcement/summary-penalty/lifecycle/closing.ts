import { allRectified, type Folds, isSettledAll, type Lifecycle } from '#law';
import { closingIssues } from '../documents/records.ts';
import type { Forms } from '../forms.ts';
import type { SummaryPenalty } from '../model.ts';
import { ART_52 } from './articles.ts';
import { form } from './conditions.ts';
import { STAGES_RECORDED } from './evidence.ts';
import { officersNeeded } from './on-site.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;
export type Closing = Pick<Forms, 'close' | 'archive'>;

const DISPUTES_SETTLED = form<null>('复议、诉讼均已结束，结果均已落实', ART_52, ({ state }) =>
  isSettledAll(state) && state.amendment === null
    ? null
    : ['not-settled', '复议、诉讼还没有结束，撤销、变更决定书还没有送达，或者其后续（撤回公示、退还罚款、报告、恢复执行）还没有办完'],
);

export const CLOSING: Lifecycle<S, Closing> = {
  close: {
    ...office(LEADERS, ART_52, [DISPUTES_SETTLED, allRectified<S>(), STAGES_RECORDED]),
    label: '结案',
    does: 'step',
    from: ['settled'],
    to: 'closed',
    needs: officersNeeded,
    issues: closingIssues,
    says: () => '已结案；请归档。',
  },
  archive: {
    ...office(HANDLERS, ART_52),
    label: '归档',
    does: 'step',
    from: ['closed'],
    to: 'archived',
    says: (s) => `已归档，案卷号${s.archive?.number ?? ''}。`,
  },
};

export const CLOSING_FOLDS: Folds<S, Closing> = {
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  archive: (s, { number }, frame) => ({ ...s, archive: { on: frame.legalDate, number } }),
};
