import { type ClockBinding, DAYS_LADDER, type LocalDate, type StatutoryClock } from '#law';
import { isLetter, ownDateFrom, type SupervisionDocument } from './model.ts';

type S = SupervisionDocument;

/** A unit reports in writing, within the period counted from receipt, what it did about each problem (细则 22¶1). */
export const KS_01: StatutoryClock = {
  id: 'KS-01',
  name: '书面报告处理结果',
  obligation: 'local.document-reply',
  startsOn: '收文单位签收',
  stopsOn: '报告各项问题均已处理',
  ladder: DAYS_LADDER,
};
const KS_46: StatutoryClock = {
  id: 'KS-46',
  name: '平台签收',
  obligation: 'local.paper-service',
  startsOn: '平台送达',
  stopsOn: '签收或者纸质送达',
  ladder: DAYS_LADDER,
};
const KS_47: StatutoryClock = {
  id: 'KS-47',
  name: '整改核查',
  obligation: 'local.reply-check',
  startsOn: '收到报告',
  stopsOn: '核查完毕',
  ladder: DAYS_LADDER,
};
const KS_48: StatutoryClock = {
  id: 'KS-48',
  name: '逾期后作出处理',
  obligation: 'local.overdue-decision',
  startsOn: '逾期未处理',
  stopsOn: '作出处理决定',
  ladder: DAYS_LADDER,
};
const KS_58: StatutoryClock = {
  id: 'KS-58',
  name: '退回后再次报告',
  obligation: 'local.second-correction',
  startsOn: '退回整改',
  stopsOn: '再次报告各项问题均已处理',
  ladder: DAYS_LADDER,
};
const KS_27: StatutoryClock = {
  id: 'KS-27',
  name: '复核决定',
  obligation: 'local.review-decide',
  startsOn: '申请复核',
  stopsOn: '复核决定',
  ladder: DAYS_LADDER,
};
const KS_28: StatutoryClock = {
  id: 'KS-28',
  name: '报告履行情况',
  obligation: 'local.execution-report',
  startsOn: '处理决定签收',
  stopsOn: '报告履行情况',
  ladder: DAYS_LADDER,
};

/**
 * 22¶2 turns on 未在规定时间内作出处理, not on silence: only a report that all problems are handled stops the clock. A
 * report returned within the period has not stopped it.
 */
export function repliedOn(s: S): LocalDate | null {
  const counted = s.returned !== null && s.returned.until === null ? s.reports.slice(1) : s.reports;
  return counted.find((r) => r.allDone)?.on ?? s.closedOn;
}

function secondReplyOn(s: S): LocalDate | null {
  return s.reports.slice(1).find((r) => r.allDone)?.on ?? s.closedOn;
}

/** When the issuer has answered the lapse: measures, or the matter ended otherwise or passed to the bureau. */
function measuresOn(s: S): LocalDate | null {
  return s.decision?.signedOn ?? s.closedOn;
}

export const CLOCKS: readonly ClockBinding<S>[] = [
  {
    clock: KS_01,
    runs: (s) =>
      s.letter?.receipt == null || isLetter(s.draft.type)
        ? []
        : [
            {
              key: '',
              startedOn: s.letter.receipt.on,
              stoppedOn: repliedOn(s),
              issuerDate: ownDateFrom(s, s.letter.receipt.on),
              boundId: s.draft.addresseeId,
            },
          ],
    onOverdue: 'lapse',
  },
  {
    clock: KS_46,
    waitsFor: 'addressee',
    runs: (s) =>
      [s.letter, s.decision].flatMap((letter, i) =>
        letter?.servedOn == null
          ? []
          : [
              {
                key: i === 0 ? '' : '处理决定',
                startedOn: letter.servedOn,
                stoppedOn: letter.receipt?.on ?? s.closedOn,
                boundId: s.issuerId,
              },
            ],
      ),
  },
  {
    clock: KS_47,
    runs: (s) =>
      s.reports.map((r, i) => ({
        key: i === 0 ? '' : `第${i + 1}次`,
        startedOn: r.on,
        stoppedOn: r.checkedOn ?? s.closedOn,
        boundId: s.issuerId,
      })),
  },
  {
    clock: KS_48,
    runs: (s) => (s.lapsedOn === null ? [] : [{ key: '', startedOn: s.lapsedOn, stoppedOn: measuresOn(s), boundId: s.issuerId }]),
  },
  {
    clock: KS_58,
    runs: (s) =>
      s.returned?.until == null
        ? []
        : [
            {
              key: '',
              startedOn: s.returned.on,
              stoppedOn: secondReplyOn(s),
              issuerDate: s.returned.until,
              boundId: s.draft.addresseeId,
            },
          ],
    onOverdue: 'lapse',
  },
  {
    clock: KS_27,
    runs: (s) =>
      s.objection === null
        ? []
        : [{ key: '', startedOn: s.objection.on, stoppedOn: s.objection.decidedOn ?? s.closedOn, boundId: s.issuerId }],
  },
  {
    clock: KS_28,
    runs: (s) =>
      s.decision?.receipt == null
        ? []
        : [
            {
              key: '',
              startedOn: s.decision.receipt.on,
              stoppedOn: s.measures?.reportedOn ?? s.closedOn,
              boundId: s.draft.addresseeId,
            },
          ],
  },
];
