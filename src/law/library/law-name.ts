/**
 * The form in which names are compared: 《中华人民共和国水法（2016年修正）》 → 水法, but （试行） and （暂行） stay,
 * because such a text is another one.
 */
export function lawName(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》\u200b]/g, '')
    .replace(/\([^()]{0,40}(?:\d{4}|修正|修订|修改)[^()]{0,20}\)$/, '')
    .replace(/^中华人民共和国(?=.)/, '');
}
