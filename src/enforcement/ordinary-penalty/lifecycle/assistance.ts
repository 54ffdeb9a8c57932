import { cite, type Folds, type InputOf, type Lifecycle, type LocalDate, notBefore } from '#law';
import { gather } from '#law/evidence/index';
import type { ASSISTANCE_FORMS } from '../forms-assistance.ts';
import type { OrdinaryPenalty } from '../model.ts';
import type { AssistanceAnswer } from '../model-assistance.ts';
import { ART_46 } from './articles.ts';
import { form, notRecused, twoOfficers } from './conditions.ts';
import { LATE_EXPLAINED, WHILE_OPEN } from './custody.ts';
import { HANDLERS, office } from './who.ts';

type S = OrdinaryPenalty;
type AssistanceForms = typeof ASSISTANCE_FORMS;
const ART_26 = cite('行政处罚法', 26);

export const answersOf = (s: S): readonly AssistanceAnswer[] => s.assistance ?? [];
/** Answers with a result that nobody has looked at yet as evidence. */
export const untakenAnswers = (s: S): readonly AssistanceAnswer[] =>
  answersOf(s).filter((a) => a.outcome === 'given' && a.evidenceNo === null && a.files.length > 0);

const UNTAKEN = form<InputOf<AssistanceForms['take-assistance']>>('所填的协助答复附有材料，还没有列为证据', ART_46, ({ state, input }) =>
  untakenAnswers(state).some(({ no }) => no === input.no) ? null : ['no-answer', `没有附有材料、尚未列为证据的第${input.no}项协助答复`],
);

const ANSWERED_ON = (s: S, { no }: { readonly no: number }): LocalDate | null => answersOf(s).find((a) => a.no === no)?.on ?? null;

export const ASSISTANCE: Lifecycle<S, AssistanceForms> = {
  'note-assistance': {
    label: '收到协助答复',
    does: 'entry',
    from: ['clue', 'filing', ...WHILE_OPEN, 'closed'],
    to: 'stays',
    by: [{ as: 'system' }],
    cite: ART_26,
    roomOnly: true,
    says: (s) => `已收到第${answersOf(s).length}项协助答复。`,
  },
  'take-assistance': {
    ...office(HANDLERS, ART_46),
    does: 'entry',
    from: ['investigating'],
    to: 'stays',
    group: '调查取证',
    label: '将协助答复列为证据',
    inputGuards: [
      UNTAKEN,
      twoOfficers((i) => i.officers),
      notRecused((i) => i.officers),
      LATE_EXPLAINED,
      notBefore('收到协助答复', ART_46, ANSWERED_ON),
    ],
    says: (s) => `已列为第${s.evidence.length}号证据；查证属实后才能作为认定事实的根据。`,
  },
};

export const ASSISTANCE_FOLDS: Folds<S, AssistanceForms> = {
  'note-assistance': (s, { request, organ, letter, outcome, number, words }, frame) => {
    const files = frame.files.map(({ name, sha256 }) => ({ name, sha256 }));
    const told = { requestId: request, organ, letter, outcome, number, words, on: frame.legalDate, files, evidenceNo: null };
    return { ...s, assistance: [...answersOf(s), { no: answersOf(s).length + 1, ...told }] };
  },
  'take-assistance': (s, { no, kind, name, officers, late }, frame) => {
    const answer = answersOf(s).find((a) => a.no === no);
    if (answer === undefined) return s;
    const source = `${answer.organ}${answer.number === null ? '' : `（${answer.number}）`}`;
    const piece = { kind, name, source, collectorIds: officers, how: 'obtained', unsigned: null, late } as const;
    const taken = gather(s, { ...frame, files: [] }, piece);
    const evidenceNo = taken.evidence.length;
    return {
      ...taken,
      evidence: taken.evidence.map((e) => (e.no === evidenceNo ? { ...e, files: answer.files } : e)),
      assistance: answersOf(s).map((a) => (a.no === no ? { ...a, evidenceNo } : a)),
    };
  },
};
