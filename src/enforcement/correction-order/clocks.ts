import { announcementClock, type ClockBinding } from '#law';
import { correctionClock } from '#law/correcting/index';
import { CORRECTING_ROOM } from './lifecycle/checking.ts';
import type { OrderToCorrect } from './model.ts';

export const CLOCKS: readonly ClockBinding<OrderToCorrect>[] = [correctionClock(CORRECTING_ROOM), announcementClock()];
