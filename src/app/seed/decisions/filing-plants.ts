/** Major penalties whose filing is told by stories of their own: nothing of it stands in what the department reports. */
export type FilingPlant = {
  readonly id: string;
  readonly unit: string;
  /** Days from the anchor. */
  readonly decided: number;
  readonly what: string;
  readonly serial: number;
  readonly yuan: number;
};

const emergency = '市应急局';
const market = '临河市场监管局';

export const FILING_PLANTS: readonly FilingPlant[] = [
  { id: 'filing-in-time', unit: emergency, decided: -101, what: '未按规定设置安全警示标志', serial: 9061, yuan: 60_000 },
  { id: 'filing-last-day', unit: emergency, decided: -102, what: '未按规定组织应急演练', serial: 9062, yuan: 50_000 },
  { id: 'filing-day-late', unit: market, decided: -103, what: '销售不符合安全标准的产品', serial: 9063, yuan: 50_000 },
  { id: 'filing-one-side', unit: market, decided: -100, what: '未按规定保存进货凭证', serial: 9067, yuan: 70_000 },
  { id: 'filing-not-filed', unit: emergency, decided: -64, what: '未对承包单位统一管理', serial: 9064, yuan: 50_000 },
  { id: 'filing-still-due', unit: market, decided: -13, what: '使用未经检验的特种设备', serial: 9065, yuan: 80_000 },
  { id: 'filing-fen-below', unit: emergency, decided: -99, what: '未如实记录安全培训', serial: 9066, yuan: 49_999.99 },
];
