import { addDays } from '#law';
import type { ReportsBody } from '../../../enforcement/case-reports/contract.ts';
import type { CaseParts } from './telling.ts';
import { FIRM } from './told-inquiry.ts';
import { type SummaryWay, toldSummaryCase } from './told-summary.ts';

/** A plant that is decided on the spot, with an item that no lenient list names. */
export function plantedOnTheSpot(way: SummaryWay, { ref, openedOn, officers }: CaseParts): ReportsBody['cases'][number] {
  return toldSummaryCase(way, {
    ...{ ref, on: openedOn, officers, party: FIRM, place: '演示路3号', court: '临河区人民法院', body: '临河区人民政府', day: addDays },
    ...{ itemCode: 'ZR-CF-002', conduct: '不履行土地复垦义务', facts: '临时用地期满后没有清理场地，现场照片二张，当事人没有异议。' },
    ...{ violated: '《中华人民共和国土地管理法》第四十三条', basis: '《中华人民共和国土地管理法》第七十六条', fine: 100_000 },
    ...{ number: `演示当罚〔${openedOn.slice(0, 4)}〕${ref.replace(/\D/g, '')}号`, time: '10时20分' },
  });
}
