import { EXECUTION_WAYS } from './ways/execution.ts';
import { INQUIRY_WAYS } from './ways/inquiry.ts';
import { LEAVING_WAYS } from './ways/leaving.ts';
import { NOTICE_WAYS } from './ways/notice.ts';
import { PENALTY_WAYS } from './ways/penalty.ts';
import { REDRESS_WAYS } from './ways/redress.ts';
import type { Way } from './ways/way.ts';
import { WEIGHED_WAYS } from './ways/weighed.ts';

/** Each breach with the lawful case just beside it, by what of the case they are about. */
export const WAYS: Readonly<Record<string, Way>> = {
  ...INQUIRY_WAYS,
  ...NOTICE_WAYS,
  ...PENALTY_WAYS,
  ...WEIGHED_WAYS,
  ...EXECUTION_WAYS,
  ...LEAVING_WAYS,
  ...REDRESS_WAYS,
};
