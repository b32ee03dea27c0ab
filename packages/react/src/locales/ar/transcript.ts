import type { TranscriptStrings } from '../../strings/transcript.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('ar')

export const transcript: TranscriptStrings = {
  title: 'النص الكامل',
  hint: 'المحادثة كلها في صفحة واحدة، للبحث والطباعة والنسخ.',
  loading: 'جارٍ التحميل…',
  copyText: 'نسخ كنص',
  copyMarkdown: 'نسخ بصيغة Markdown',
  copied: 'نُسخ',
  print: 'طباعة',
  close: 'إغلاق',
  count: (items) =>
    plural(items, {
      one: 'مدخل واحد',
      two: 'مدخلان',
      few: '# مدخلات',
      many: '# مدخلًا',
      other: '# مدخل',
    }),
  progress: (drawn, items) => `${number(drawn)} من ${number(items)} من المدخلات`,
  empty: 'لم يُقل شيء بعد.',
  formSent: 'أُرسلت البيانات',
  formClosed: 'لم يعد مطلوبًا',
  searchHint: 'بحث متصفحك لا يرى إلا القريب. ابحث في المحادثة كلها من خلال نصها الكامل.',
  fact: (label, value) => `${label}: ${value}`,
}
