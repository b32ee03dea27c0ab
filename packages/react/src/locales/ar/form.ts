import type { FormStrings } from '../../strings/form.ts'
import { limitsOf, problemOf, type FormWords } from '../form-sentences.ts'
import { formatOf } from '../locale-format.ts'

const format = formatOf('ar')
const { number, plural, all, fileTypes, bytes, moment } = format

const characters = (count: number): string =>
  plural(count, { one: 'حرف واحد', two: 'حرفان', few: '# أحرف', many: '# حرفًا', other: '# حرف' })
const entries = (count: number): string =>
  plural(count, { one: 'عنصر واحد', two: 'عنصران', few: '# عناصر', many: '# عنصرًا', other: '# عنصر' })

const words: FormWords = {
  range: (min, max) => `من ${min} إلى ${max}.`,
  from: (min) => `ابتداءً من ${min}.`,
  upTo: (max) => `حتى ${max}.`,
  moreThan: (limit) => `أكثر من ${limit}.`,
  lessThan: (limit) => `أقل من ${limit}.`,
  wholeNumber: 'عدد صحيح.',
  multipleOf: (step) => `من مضاعفات ${step}.`,
  charactersExactly: (count) => `${characters(count)}.`,
  charactersBetween: (min, max) => `عدد الأحرف من ${number(min)} إلى ${number(max)}.`,
  charactersAtLeast: (count) => `${characters(count)} على الأقل.`,
  charactersAtMost: (count) => `${characters(count)} على الأكثر.`,
  exactly: (count) => `${count} بالضبط.`,
  atLeast: (count) => `${count} على الأقل.`,
  atMost: (count) => `${count} على الأكثر.`,
  problems: {
    required: 'املأ هذا الحقل.',
    email: 'أدخل عنوان بريد إلكتروني كاملًا، مثل name@example.com.',
    url: 'أدخل عنوان ويب كاملًا، مثل https://example.com.',
    phone: 'أدخل رقم هاتف، مثل ‎+971 4 123 4567.',
    number: 'أدخل عددًا.',
    whole: 'أدخل عددًا صحيحًا.',
    date: 'أدخل تاريخًا أو وقتًا كاملًا.',
    option: 'اختر أحد الخيارات.',
    consent: 'يلزم رضاك قبل الإرسال.',
    json: 'أدخل JSON صالحًا، والنصوص بين علامتي اقتباس مزدوجتين.',
    upload: 'انتظر حتى يصل الملف أو أزله.',
  },
  enterMultipleOf: (step) => `أدخل أحد مضاعفات ${step}.`,
  enterMoreThan: (limit) => `أدخل أكثر من ${limit}.`,
  enterLessThan: (limit) => `أدخل أقل من ${limit}.`,
  enterAtLeast: (limit) => `أدخل ${limit} أو أكثر.`,
  enterAtMost: (limit) => `أدخل ${limit} أو أقل.`,
  enterNotBefore: (at) => `أدخل ${at} أو ما بعده.`,
  enterNotAfter: (at) => `أدخل ${at} أو ما قبله.`,
  entriesAtLeast: (count) => `أدخل ${entries(count)} على الأقل.`,
  entriesAtMost: (count) => `أدخل ${entries(count)} على الأكثر.`,
  useAtLeast: (count) => `استخدم ${characters(count)} على الأقل.`,
  useAtMost: (count) => `استخدم ${characters(count)} على الأكثر.`,
  repeated: (entry) => `«${entry}» مكرر. أدخله مرة واحدة.`,
  formats: {
    uuid: 'أدخل UUID، مثل 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b.',
    ipv4: 'أدخل عنوان IPv4، مثل 192.0.2.7.',
    ipv6: 'أدخل عنوان IPv6، مثل 2001:db8::7.',
    hostname: 'أدخل اسم مضيف، مثل example.com.',
    duration: 'أدخل مدة، مثل P3D أو PT20M.',
  },
  otherFormat: (name) => `أدخل نصًا بصيغة «${name}».`,
}

export const form: FormStrings = {
  untitled: 'البيانات',
  send: 'إرسال البيانات',
  decline: 'رفض',
  cancel: 'إلغاء',
  sending: 'جارٍ إرسال بياناتك…',
  queued: 'حُفظت بياناتك وستُرسل عند عودة الاتصال.',
  sendAgain: 'إرسال من جديد',
  sendUnknown: 'ربما وصلت بياناتك. يجري التحقق قبل إرسالها من جديد.',
  sendFailed: 'لم تُرسل بياناتك.',
  draftKept({ hasSecrets, hasFiles }) {
    if (hasSecrets && hasFiles) return 'حُفظت المسودة على هذا الجهاز، دون الأسرار والملفات'
    if (hasSecrets) return 'حُفظت المسودة على هذا الجهاز، دون الأسرار'
    return hasFiles ? 'حُفظت المسودة على هذا الجهاز، دون الملفات' : 'حُفظت المسودة على هذا الجهاز'
  },
  optional: 'اختياري',
  choose: 'اختر…',
  clear: 'مسح',
  noMatch: 'لا شيء مطابق.',
  matches: (count) =>
    plural(count, { one: 'خيار واحد', two: 'خياران', few: '# خيارات', many: '# خيارًا', other: '# خيار' }),
  moreMatches: (count) => `خيارات أخرى (${number(count)}): اكتب لتضييق القائمة`,
  removeChoice: (label) => `إزالة ${label}`,
  chosenCount: (count) => `المختار: ${number(count)}`,
  unknownType: (type) => `ليس لـ«${type}» حقل خاص هنا، لذا يُكتب نص عادي.`,
  json: 'يُكتب هنا JSON.',
  lines: 'واحد في كل سطر.',
  limits: limitsOf(words, format),
  charactersLeft: (count) => (count < 0 ? `زائد: ${characters(-count)}` : `بقي: ${characters(count)}`),
  stars: (value, most) => `${number(value)} من ${number(most)}`,
  show: 'إظهار',
  hide: 'إخفاء',
  fileAsText: 'لا يمكن إرسال ملفات من هنا. صف الملف أو الصق رابطًا إليه.',
  pickFile: (isMultiple) => (isMultiple ? 'اختر ملفات أو أفلتها هنا' : 'اختر ملفًا أو أفلته هنا'),
  fileLimits(accept, maxBytes) {
    if (accept !== null && maxBytes !== null) return `${fileTypes(accept)}، حتى ${bytes(maxBytes)}`
    if (accept !== null) return fileTypes(accept)
    return maxBytes === null ? '' : `حتى ${bytes(maxBytes)}`
  },
  fileSize: bytes,
  uploading: (name) => `جارٍ رفع ${name}…`,
  uploaded: (name) => `رُفع ${name}.`,
  uploadFailed: 'أخفق الرفع.',
  tooLarge: (maxBytes) => `أكبر من ${bytes(maxBytes)}.`,
  wrongType: (accept) => `ليس من النوع ${fileTypes(accept)}.`,
  retryFile: (name) => `رفع ${name} من جديد`,
  removeFile: (name) => `إزالة ${name}`,
  files: (count) =>
    plural(count, { one: 'ملف واحد', two: 'ملفان', few: '# ملفات', many: '# ملفًا', other: '# ملف' }),
  askedToo: (labels) => `مطلوب الآن أيضًا: ${all(labels)}.`,
  notAsked: (labels) => `لم يعد مطلوبًا: ${all(labels)}.`,
  chosen: 'نعم',
  notChosen: 'لا',
  empty: 'تُرك فارغًا',
  secret: 'أُرسل، ولا يُحفظ هنا',
  moment,
  number,
  list: (items) => items.join('، '),
  summary: (count) =>
    plural(count, {
      one: 'حقل واحد يحتاج إلى مراجعة',
      two: 'حقلان يحتاجان إلى مراجعة',
      few: '# حقول تحتاج إلى مراجعة',
      many: '# حقلًا تحتاج إلى مراجعة',
      other: '# حقل تحتاج إلى مراجعة',
    }),
  definition: (count) => `أجزاء من هذا النموذج لا يمكن عرضها: ${number(count)}`,
  nothingToFill: 'لا يوجد ما يُملأ، لذا لا يوجد ما يُرسل.',
  submitted: 'أرسلت هذه البيانات.',
  answeredElsewhere: 'أُجيب عنه في مكان آخر.',
  declined: 'امتنعت عن إعطاء هذه البيانات.',
  cancelled: 'أغلقت هذا دون جواب.',
  closed: 'لم تعد هذه البيانات مطلوبة.',
  closedWhileTyping: 'لم يُرسل ما كنت قد كتبته.',
  position: (name, step, steps) => `${name}، الخطوة ${number(step)} من ${number(steps)}`,
  pattern: 'اكتبه بالصيغة المطلوبة.',
  patternLike: (example) => `اكتبه بالصيغة المطلوبة، مثل ${example}.`,
  problem: problemOf(words, format),
  loading: 'جارٍ تحميل النموذج…',
}
