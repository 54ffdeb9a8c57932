import { allBanked, allRectified, type Folds, isSettledAll, type Lifecycle, openDisputes, publicationHandled } from '#law';
import { closingIssues } from '../documents/execution.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_28, ART_54, ART_73 } from './articles.ts';
import { form, handlersNeeded, law } from './conditions.ts';
import { STAGES_RECORDED } from './custody.ts';
import { EXECUTING_ROOM } from './execution.ts';
import { GOODS_DISPOSED } from './goods.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { close, archive } = FORMS;
const CLOSING_FORMS = { close, archive };
type ClosingForms = typeof CLOSING_FORMS;

const PUBLICATION_HANDLED = publicationHandled(EXECUTING_ROOM);
const ALL_BANKED = allBanked(EXECUTING_ROOM);
const CORRECTIONS_CHECKED = law<null>('责令改正均已复查', ART_28, ({ state }) => {
  const open = state.corrections.filter(
    (c) => c.checkedOn === null && state.letters.some((l) => l.no === c.letterNo && l.receivedOn !== null),
  );
  return open.length === 0 ? null : ['not-checked', `第${open.map((c) => c.no).join('、')}次责令改正还没有复查`];
});
const DISPUTES_ENDED = form<null>('复议、诉讼均已结束，结果均已落实', ART_73, ({ state }) => {
  if (openDisputes(state).length > 0) return ['disputed', '还有行政复议、行政诉讼没有结束'];
  if (state.amendment !== null) return ['amending', '撤销、变更决定书还没有送达'];
  return isSettledAll(state)
    ? null
    : ['not-settled', '复议、诉讼结果或者纠错的后续（撤回公示、退还款物、报告、恢复执行、重新作出决定）还没有办完'];
});

export const CLOSING: Lifecycle<S, ClosingForms> = {
  close: {
    ...office(LEADERS, ART_54, [
      ...[PUBLICATION_HANDLED, ALL_BANKED, CORRECTIONS_CHECKED, DISPUTES_ENDED, GOODS_DISPOSED, STAGES_RECORDED],
      allRectified<S>(),
    ]),
    does: 'step',
    label: '批准结案',
    from: ['ended'],
    to: 'closed',
    needs: handlersNeeded,
    issues: (s, input, frame, facts) => closingIssues(s, input, frame, facts),
    says: () => '本案结案；整理案卷归档。',
  },
  archive: {
    ...office(HANDLERS, ART_54),
    does: 'step',
    label: '归档',
    from: ['closed'],
    to: 'archived',
    says: (s) => `本案已归档，案卷号${s.archiveNumber ?? ''}。`,
  },
};

export const CLOSING_FOLDS: Folds<S, ClosingForms> = {
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  archive: (s, input, frame) => ({ ...s, archivedOn: frame.legalDate, archiveNumber: input.number }),
};
