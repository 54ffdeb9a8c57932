import type { ThemeConfig } from 'antd';

/** Every text colour stands at 4.5:1 or more on white and on the page grey; Ant Design's own greys do not. */
export const COLOURS = {
  brand: '#1a5fb4',
  header: '#12355f',
  page: '#f5f6f8',
  text: '#1d2129',
  secondary: '#444b55',
  quiet: '#5a616c',
  line: '#d5d9e0',
  red: '#b3261e',
  orange: '#9a4a00',
  yellow: '#7a5b00',
  green: '#17693a',
} as const;

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.brand,
    colorLink: COLOURS.brand,
    colorLinkHover: '#134a8e',
    colorLinkActive: '#0f3c74',
    colorInfo: COLOURS.brand,
    colorError: COLOURS.red,
    colorSuccess: COLOURS.green,
    colorWarning: COLOURS.orange,
    colorText: COLOURS.text,
    colorTextSecondary: COLOURS.secondary,
    colorTextTertiary: COLOURS.quiet,
    colorTextQuaternary: COLOURS.quiet,
    colorTextDescription: COLOURS.quiet,
    colorTextPlaceholder: '#636a75',
    colorTextDisabled: '#636a75',
    colorIcon: COLOURS.quiet,
    colorBgLayout: COLOURS.page,
    colorBorder: '#8b93a1',
    colorBorderSecondary: COLOURS.line,
    colorSplit: '#e3e6eb',
    fontSize: 14,
    borderRadius: 4,
    controlHeight: 34,
    fontFamily:
      "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif",
    motion: false,
  },
  components: {
    Table: { headerBg: '#eef1f5', headerColor: COLOURS.text, cellPaddingBlock: 8, cellPaddingInline: 10, rowHoverBg: '#eef4fc' },
    Menu: { itemHeight: 38, darkItemBg: 'transparent' },
    Tabs: { horizontalMargin: '0 0 8px 0', horizontalItemPadding: '8px 4px' },
    Card: { bodyPadding: 16, headerHeight: 44 },
    Form: { itemMarginBottom: 16 },
  },
};
