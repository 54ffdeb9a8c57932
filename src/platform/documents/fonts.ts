import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Families by use, in the order of preference; the last of each comes with the program and always exists. */
export type FontFamilies = {
  readonly fang: readonly string[];
  readonly song: readonly string[];
  readonly hei: readonly string[];
  readonly kai: readonly string[];
  readonly title: readonly string[];
};

const SHIPPED = 'Noto Serif SC';
const BEHIND = [SHIPPED, 'Noto Serif CJK SC', 'Noto Sans CJK SC'];

/** Fandol lacks rare characters of names (淏喆昇堃翀); each list therefore ends with Noto, glyph by glyph. */
export const FONT_FAMILIES: FontFamilies = {
  fang: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', 'FandolFang R', 'FandolFang', ...BEHIND],
  song: ['宋体', 'SimSun', 'STSong', 'FandolSong', ...BEHIND],
  hei: ['黑体', 'SimHei', 'STHeiti', 'FandolHei', 'Noto Sans CJK SC', 'Source Han Sans SC', SHIPPED],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti', 'FandolKai', ...BEHIND],
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05', 'FandolSong', ...BEHIND],
};

/** Folders searched besides the fonts installed on the machine: FONT_DIR first, then the font that comes with the program. */
export function fontFolders(): readonly string[] {
  const given = process.env['FONT_DIR'];
  const shipped = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  const folders = [join(shipped, '400Regular'), join(shipped, '700Bold')];
  return given !== undefined && existsSync(given) ? [given, ...folders] : folders;
}
