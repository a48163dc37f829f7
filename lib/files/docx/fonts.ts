import type {Locale} from '@/lib/instrument/schema';

type Font = {
  /** Other names of the same face, then what comes nearest, in the order to look for them. */
  readonly alternatives: readonly string[];
  readonly family: 'roman' | 'swiss' | 'modern' | 'script';
  /** Character set as Word numbers it: 86 for simplified Chinese, 00 for Latin. */
  readonly charset: '00' | '86';
};

/** Every font that a report names, with its fallbacks; a name that is not here is used nowhere. */
export const FONTS = {
  仿宋: {alternatives: ['仿宋_GB2312', 'FangSong', 'FangSong_GB2312', 'STFangsong'], family: 'modern', charset: '86'},
  楷体: {alternatives: ['楷体_GB2312', 'KaiTi', 'KaiTi_GB2312', 'STKaiti'], family: 'modern', charset: '86'},
  黑体: {alternatives: ['SimHei', 'STHeiti', 'Microsoft YaHei'], family: 'modern', charset: '86'},
  宋体: {alternatives: ['SimSun', 'NSimSun', 'STSong'], family: 'roman', charset: '86'},
  方正小标宋简体: {alternatives: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun'], family: 'script', charset: '86'},
  'Times New Roman': {alternatives: ['Liberation Serif'], family: 'roman', charset: '00'},
  Arial: {alternatives: ['Liberation Sans'], family: 'swiss', charset: '00'},
} as const satisfies Record<string, Font>;

type FontName = keyof typeof FONTS;

/** What a face is used for; what is in a table is set like the page number. */
export type FontRole = 'body' | 'title' | 'heading1' | 'heading2' | 'heading3' | 'table';

type Face = {readonly latin: FontName; readonly eastAsia: FontName};

/** The faces of a report by language, after GB/T 9704-2012 in Chinese; names in Chinese have a face in English too. */
export const FACES: Readonly<Record<Locale, Readonly<Record<FontRole, Face>>>> = {
  'zh-CN': {
    body: {latin: 'Times New Roman', eastAsia: '仿宋'},
    title: {latin: 'Times New Roman', eastAsia: '方正小标宋简体'},
    heading1: {latin: 'Times New Roman', eastAsia: '黑体'},
    heading2: {latin: 'Times New Roman', eastAsia: '楷体'},
    heading3: {latin: 'Times New Roman', eastAsia: '仿宋'},
    table: {latin: 'Times New Roman', eastAsia: '宋体'},
  },
  en: {
    body: {latin: 'Times New Roman', eastAsia: '宋体'},
    title: {latin: 'Arial', eastAsia: '黑体'},
    heading1: {latin: 'Arial', eastAsia: '黑体'},
    heading2: {latin: 'Arial', eastAsia: '黑体'},
    heading3: {latin: 'Arial', eastAsia: '黑体'},
    table: {latin: 'Times New Roman', eastAsia: '宋体'},
  },
};

/** The language of Latin text, as Word marks it; text in Chinese is always marked zh-CN. */
export const LATIN_LANGUAGE: Readonly<Record<Locale, string>> = {'zh-CN': 'zh-CN', en: 'en-GB'};
