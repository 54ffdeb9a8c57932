/** What must never stand in a published text (处罚法 50, 个保法 28, 信息公开条例 15). */
export const PERSONAL_DATA_LABELS = {
  identity: '身份证号码',
  mobile: '手机号码',
  'bank-card': '银行卡号',
  plate: '车牌号码',
  address: '家庭住址',
  email: '电子邮箱',
  wechat: '微信号',
  health: '健康信息',
  'third-party': '证人、举报人等的姓名',
} as const;
export type PersonalDataKind = keyof typeof PERSONAL_DATA_LABELS;

/** Told by words rather than by the form of a number. `word` is looked for first: most texts hold none and are done. */
type Worded = { readonly kind: PersonalDataKind; readonly word: RegExp; readonly pattern: RegExp };

/** Who is spoken of without a full name, and what of the kind a text about goods, animals or plants would not say of itself. */
const PERSON = '(?:某[某甲乙丙丁]?|当事人|本人|其(?:妻|夫|子|女|母|父)(?:子|亲)?)';
const ILLNESS = '(?:病|症|癌|瘤|炎|高血压|艾滋|梅毒|乙肝|结核|障碍)';
/** Of an animal, or of what is said to be good against it. */
const NOT_OF_A_PERSON = '(?:[猪牛羊鸡鸭犬驼马禽畜苗木]|动物|作物|宣[传称]|广告|声称|疗效|治疗|预防)';

const SURNAME =
  '(?:欧阳|上官|司马|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚文])';
const WITNESS = '(?:证人|举报人|投诉人|见证人|报案人|知情人|目击者|受害人|被害人|邻居|鉴定人)(?:为|是)?[：:]?';
/** Words that begin like a surname and go on like none. */
const NO_NAME = '(?!何时|何人|任何|任意|马上|周边|周围|高度|方面|万元|金额|文书|文件|白天|江边|程序|许多|许可|曾经|曾多次|易于|钱款|石料)';
const AFTER_NAME = '(?=[，,、。；;：:（(）)\\s]|证[实明言]|陈述|反映|[指宣自]?称|提供|举报|投诉|的|系|在|到|$)';

export const WORDED: readonly Worded[] = [
  {
    // The public addresses of organs are meant to be found; names in front say whose they are.
    kind: 'email',
    word: /@/,
    pattern:
      /(?<![0-9A-Za-z._%+-])(?<!(?:举报|投诉|监督|公开|办公|政务|本机关|本局|单位)(?:电子)?(?:邮箱|邮件|信箱)(?:地址)?[为是：:\s]{0,3})[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}@(?![0-9A-Za-z.-]{0,80}gov\.cn)[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,4}/g,
  },
  {
    kind: 'wechat',
    word: /微信/,
    pattern: /(?<=微信(?:号码?|账号|帐号|ID)?[为是：:\s（(“"]{0,3})[A-Za-z][0-9A-Za-z_-]{5,19}(?![0-9A-Za-z])(?!小程序|公众号|支付)/g,
  },
  {
    kind: 'health',
    word: /患|确诊|诊断为|感染/,
    pattern: new RegExp(
      `(?<!${NOT_OF_A_PERSON}[^。；;\\n]{0,12})${PERSON}(?:[^，,。；;\\n猪牛羊鸡鸭犬驼禽畜]{0,6}?)(?:患有?(?!者)|罹患|确诊(?:为|患)?|诊断为|感染了?)[^，,。；;\\n]{0,12}?${ILLNESS}`,
      'g',
    ),
  },
  {
    kind: 'third-party',
    word: /证人|举报人|投诉人|见证人|报案人|知情人|目击者|受害人|被害人|邻居|鉴定人/,
    pattern: new RegExp(`(?<=${WITNESS})${NO_NAME}${SURNAME}[\\u4e00-\\u9fa5](?<!某)(?:[\\u4e00-\\u9fa5](?<!某))?${AFTER_NAME}`, 'g'),
  },
];
