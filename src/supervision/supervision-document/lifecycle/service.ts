import { type ActFrame, condition, type Folds, type Lifecycle, type Outgoing, type Receipt, scanOf, sealing } from '#law';
import { receiptIssues, serviceIssues } from '../documents/issues.ts';
import { FORMS } from '../forms.ts';
import { isLetter, outgoing, type Status, type SupervisionDocument } from '../model.ts';
import { ART_22_1 } from './articles.ts';
import { LETTER } from './conditions.ts';
import { partiesNeeded } from './drafting.ts';
import { BY } from './people.ts';

type S = SupervisionDocument;

const { seal, 'seal-by-hand': sealByHand, serve, withdraw, receive, 'serve-on-paper': serveOnPaper } = FORMS;
export const SERVICE_FORMS = { seal, 'seal-by-hand': sealByHand, serve, withdraw, receive, 'serve-on-paper': serveOnPaper };
type ServiceForms = typeof SERVICE_FORMS;

/** The same steps serve the document itself and, later, the decision on measures. */
const ofLetter = (letter: Status, decision: Status) => (s: S) => (s.decision === null ? letter : decision);

/** From receipt on a document is to be handled, a decision to be performed, a letter to be answered. */
function afterReceipt(s: S): Status {
  if (s.decision !== null) return 'performing';
  return isLetter(s.draft.type) ? 'answering' : 'proposing';
}

const WITNESSED = condition<S, { mode: string; witness: string | null }>('留置送达有见证人', 'law', ART_22_1, ({ input }) =>
  input.mode === 'left' && input.witness === null ? ['no-witness', '留置送达应当填明见证人'] : null,
);

const saysReceived = (s: S): string => {
  if (s.decision !== null) return '处理决定已送达；等待收文单位履行并报告履行情况。';
  return isLetter(s.draft.type) ? '已签收；等待复函。' : '已签收，书面报告的期限自次日起计算；等待拟办。';
};

const SEALING = sealing<S>({
  cite: ART_22_1,
  by: BY.sealKeeper,
  from: ['sealing', 'measures-sealing'],
  to: ofLetter('serving', 'measures-serving'),
  letterOf: outgoing,
  next: '送达',
});

export const SERVICE: Lifecycle<S, ServiceForms> = {
  ...SEALING,
  'seal-by-hand': { ...SEALING['seal-by-hand'], reportedBy: BY.sealKeeper },
  serve: {
    label: '送达',
    does: 'step',
    from: ['serving', 'measures-serving'],
    to: ofLetter('receiving', 'measures-receiving'),
    by: BY.sender,
    reportedBy: BY.sender,
    cite: ART_22_1,
    guards: [LETTER.sealed],
    needs: partiesNeeded,
    issues: (s, _, frame, facts) => serviceIssues(s, frame, facts),
    documents: 'served',
    says: (s) => `${outgoing(s)?.number ?? ''}已送达；等待收文单位签收。`,
  },
  withdraw: {
    label: '撤回',
    does: 'step',
    from: ['draft', 'checking', 'reviewing', 'signing', 'sealing', 'serving'],
    to: 'withdrawn',
    by: BY.signatory,
    cite: ART_22_1,
    documents: 'void',
    aside: true,
    says: (s) => (s.letter === null ? '已撤回，未曾编号。' : `已撤回，文号${s.letter.number}作废。`),
  },
  receive: {
    label: '签收',
    does: 'step',
    from: ['receiving', 'measures-receiving'],
    to: afterReceipt,
    by: BY.receiver,
    cite: ART_22_1,
    issues: (s, _, frame, facts) => receiptIssues(s, frame, facts),
    says: saysReceived,
  },
  'serve-on-paper': {
    label: '纸质送达',
    does: 'step',
    from: ['receiving', 'measures-receiving'],
    to: afterReceipt,
    by: BY.sender,
    reportedBy: BY.sender,
    cite: ART_22_1,
    inputGuards: [WITNESSED],
    says: (s) => `送达回证已存。${saysReceived(s)}`,
  },
};

/** Changes the letter that is on its way, whichever of the two it is. */
function withOutgoing(s: S, change: Partial<Outgoing>): S {
  if (s.decision !== null) return { ...s, decision: { ...s.decision, ...change } };
  return s.letter === null ? s : { ...s, letter: { ...s.letter, ...change } };
}

const received = (frame: ActFrame, mode: Receipt['mode'], receiver: string): Partial<Outgoing> => ({
  receipt: { mode, receiver, on: frame.legalDate },
});

export const SERVICE_FOLDS: Folds<S, ServiceForms> = {
  seal: (s) => s,
  'seal-by-hand': (s, _, frame) => withOutgoing(s, { scan: scanOf(frame) }),
  serve: (s, _, frame) => withOutgoing(s, { servedOn: frame.legalDate }),
  withdraw: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  receive: (s, _, frame) => withOutgoing(s, received(frame, 'system', frame.actor.name)),
  'serve-on-paper': (s, input, frame) => withOutgoing(s, received(frame, input.mode, input.receiver)),
};
