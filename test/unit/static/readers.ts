import en from '../../../static/locales/en-US.json';
import zh from '../../../static/locales/zh-CN.json';
import { readerOf, type Reader } from '../../../static/app/src/text/reader';

export const inLondon: Reader = readerOf('en-GB', 'Europe/London', en);
export const inNewYork: Reader = readerOf('en-US', 'America/New_York', en);
export const inShanghai: Reader = readerOf('zh-CN', 'Asia/Shanghai', zh);
export const catalogues = { 'en-US': en, 'zh-CN': zh };
