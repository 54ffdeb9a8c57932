import type { ClockBinding, StatutoryClock } from '#law';
import type { Affair, CertificateAffair } from './model.ts';

/** KS-53: 三年一次审核注册, as an excerpt of 令96 has it. */
const KS_53: StatutoryClock = {
  id: 'KS-53',
  name: '证件审核注册',
  obligation: 'local.certificate-registration',
  startsOn: '发证或者上次审核注册',
  stopsOn: '单位报送审核注册报告书',
  ladder: { kind: 'days-before', days: [60, 30, 10] },
};
/** KS-32: 每六年换发，换发前三个月申领; the last day on the card governs. */
const KS_32: StatutoryClock = {
  id: 'KS-32',
  name: '证件换证',
  obligation: 'local.certificate-exchange',
  startsOn: '发证',
  stopsOn: '单位申领新证',
  ladder: { kind: 'days-before', days: [90, 60, 30] },
};

function bound(clock: StatutoryClock, affair: Affair): ClockBinding<CertificateAffair> {
  return {
    clock,
    runs: (s) =>
      s.affair !== affair || s.due === null
        ? []
        : [
            {
              key: s.card.number ?? '',
              startedOn: s.due.since,
              stoppedOn: s.filedOn ?? s.endedOn,
              issuerDate: s.due.on,
              boundId: s.unitId,
            },
          ],
  };
}

export const CLOCKS: readonly ClockBinding<CertificateAffair>[] = [bound(KS_53, 'registration'), bound(KS_32, 'exchange')];
