import { Tag } from 'antd';
import { STANDING_LABELS, type Standing } from '../standing.ts';

const COLOURS: Readonly<Record<Standing, string>> = {
  valid: 'green',
  suspended: 'red',
  revoked: 'red',
  cancelled: 'default',
  void: 'default',
  'not-yet': 'gold',
  expired: 'default',
};

/** 有效, 暂扣, 注销, … in a word and a colour. */
export function StandingTag({ standing }: { standing: Standing }) {
  return <Tag color={COLOURS[standing]}>{STANDING_LABELS[standing]}</Tag>;
}
