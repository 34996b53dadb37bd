import en from '../../static/locales/en-US.json';
import zh from '../../static/locales/zh-CN.json';
import type { Wording } from '../app/notices/send-notices';
import type { NoticeLanguage, Told } from '../domain/review/notices';
import type { ReviewPeriod } from '../domain/review/review-period';
import { dayNumberOf, type LocalDate } from '../domain/time/local-date';
import { DAY } from '../domain/time/wall-clock';
import { fill } from './fill';

/** So many are named; of all others it is said that there are more. */
const MOST_NAMED = 20;

const texts: Readonly<Record<NoticeLanguage, Pick<typeof en, 'notices' | 'reports'>>> = {
  'en-US': en,
  'zh-CN': zh,
};

/** What a message about the reviews and service reports of an agreement says. */
export const noticeWords: Wording = (language, { agreement, told }) => {
  const words = texts[language].notices.mail;
  const [late, ready] = [
    told.filter(({ stage }) => stage === 'late'),
    told.filter(({ stage }) => stage === 'ready'),
  ];
  const named = [...late, ...ready].slice(0, MOST_NAMED);
  const lines = named.map((each) => `• ${lineOf(each, language)}`);
  const more = told.length - named.length;
  return {
    subject: fill(late.length > 0 ? words.subject.late : words.subject.ready, { agreement }),
    text: [
      fill(late.length > 0 ? words.intro.late : words.intro.ready, { agreement }),
      '',
      ...lines,
      ...(more > 0 ? [fill(words.more, { count: more })] : []),
      '',
      words.where,
    ].join('\n'),
  };
};

const lineOf = ({ kind, stage, period, dueOn }: Told, language: NoticeLanguage): string =>
  fill(texts[language].notices.mail[kind][stage], {
    period: periodText(period, language),
    due: dates(language, { dateStyle: 'long' }).format(midnightOf(dueOn)),
  });

function periodText({ kind, from }: ReviewPeriod, language: NoticeLanguage): string {
  if (kind === 'month') return dates(language, { month: 'long', year: 'numeric' }).format(midnightOf(from));
  const [year = '', month] = from.split('-');
  return kind === 'year'
    ? dates(language, { year: 'numeric' }).format(midnightOf(from))
    : fill(texts[language].reports.quarter, { year, quarter: Math.ceil(Number(month) / 3) });
}

const dates = (language: NoticeLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });

const midnightOf = (day: LocalDate): number => (dayNumberOf(day) ?? 0) * DAY;
