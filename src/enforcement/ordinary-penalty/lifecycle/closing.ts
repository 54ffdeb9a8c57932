import { type Folds, type InputOf, isSettledAll, type Lifecycle, type LifecycleRow, openDisputes } from '#law';
import { closingIssues } from '../documents/execution.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { NOT_PUBLIC_LABELS } from '../model-execution.ts';
import { ART_28, ART_48, ART_54, ART_73 } from './articles.ts';
import { form, handlersNeeded, law } from './conditions.ts';
import { STAGES_RECORDED } from './custody.ts';
import { GOODS_DISPOSED } from './goods.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { publish, 'not-public': notPublic, close, archive } = FORMS;
const CLOSING_FORMS = { publish, 'not-public': notPublic, close, archive };
type ClosingForms = typeof CLOSING_FORMS;

const DECIDED = form<null>('已经作出处罚决定', ART_48, ({ state }) =>
  state.decision?.outcome === 'penalty' && state.ending !== 'revoked' ? null : ['no-decision', '本案没有有效的处罚决定，不需要公示'],
);
const NOT_PUBLISHED = form<null>('还没有办理公示', ART_48, ({ state }) =>
  state.publication === null ? null : ['published', '处罚决定的公示已经办理'],
);
const PUBLISHED_ON = form<InputOf<ClosingForms['publish']>>('公示日期在决定之后', ART_48, ({ state, input, legalDate }) => {
  const from = state.decision?.on ?? input.on;
  return input.on < from || input.on > legalDate ? ['published-on', '公示日期应当在决定日期和登记日期之间'] : null;
});
const PUBLICATION_HANDLED = law<null>('处罚决定的公示已经办理', ART_48, ({ state }) =>
  state.decision?.outcome !== 'penalty' || state.publication !== null || state.ending === 'revoked'
    ? null
    : ['not-published', '处罚决定还没有公示，也没有写明不公示的理由'],
);
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

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
const AFTER_DECISION = ['decided', 'performing', 'urged', 'court', 'ended'] as const;

export const CLOSING: Lifecycle<S, ClosingForms> = {
  publish: {
    ...office(HANDLERS, ART_48, [DECIDED, NOT_PUBLISHED]),
    ...ENTRY,
    from: AFTER_DECISION,
    group: '公示',
    label: '登记公示',
    inputGuards: [PUBLISHED_ON],
    says: () => '处罚决定的公示已登记。',
  },
  'not-public': {
    ...office(LEADERS, ART_48, [DECIDED, NOT_PUBLISHED]),
    ...ENTRY,
    from: AFTER_DECISION,
    group: '公示',
    label: '决定不公示',
    says: () => '不公示的理由已记明。',
  },
  close: {
    ...office(LEADERS, ART_54, [PUBLICATION_HANDLED, CORRECTIONS_CHECKED, DISPUTES_ENDED, GOODS_DISPOSED, STAGES_RECORDED]),
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
  publish: (s, { on, where }) => ({ ...s, publication: { on, where } }),
  'not-public': (s, input, frame) => ({
    ...s,
    publication: { on: frame.legalDate, notBecause: `${NOT_PUBLIC_LABELS[input.reason]}：${input.words}` },
  }),
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  archive: (s, input, frame) => ({ ...s, archivedOn: frame.legalDate, archiveNumber: input.number }),
};
