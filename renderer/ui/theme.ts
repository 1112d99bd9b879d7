import type { ThemeConfig } from 'antd'

/** One accent, neutral greys, colour only where it means something, no motion worth the name. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1b4b72',
    colorInfo: '#1b4b72',
    colorSuccess: '#2f6f4f',
    colorSuccessBg: '#e8f3ec',
    colorSuccessBorder: '#9cc3ac',
    colorWarning: '#9a6200',
    colorWarningBg: '#fbf3e2',
    colorWarningBorder: '#dcc08a',
    colorError: '#a8322a',
    colorErrorBg: '#fbeceb',
    colorErrorBorder: '#e0a9a5',
    colorBgLayout: '#eef1f3',
    colorBorder: '#c3ccd3',
    colorBorderSecondary: '#dde3e7',
    colorText: '#1c2730',
    colorTextSecondary: '#4c5b67',
    borderRadius: 3,
    fontSize: 14,
    fontFamily: "'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
    controlHeight: 34,
    motion: false,
    wireframe: false,
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#e6ebef' },
    Card: { headerHeightSM: 36, bodyPaddingSM: 12 },
    Descriptions: { itemPaddingBottom: 4 },
  },
}
