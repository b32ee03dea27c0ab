import type { ApprovalStrings } from '../../strings/approval.ts'
import { formatOf } from '../locale-format.ts'

const { number, money, plural, day, instant } = formatOf('ar')

const types = {
  text: 'نص',
  number: 'عدد',
  'whole-number': 'عدد صحيح',
  'yes-no': 'نعم أو لا',
  list: 'قائمة',
  group: 'مجموعة قيم',
} as const

const values = (count: number): string =>
  plural(count, { one: 'قيمة واحدة', two: 'قيمتان', few: '# قيم', many: '# قيمة', other: '# قيمة' })
const characters = (count: number): string =>
  plural(count, { one: 'حرف واحد', two: 'حرفان', few: '# أحرف', many: '# حرفًا', other: '# حرف' })
const requests = (count: number): string =>
  plural(count, { one: 'هذا الطلب', two: 'هذين الطلبين', few: 'هذه الطلبات (#)', other: 'هذه الطلبات (#)' })

export const approval: ApprovalStrings = {
  region: (skill, ordinal) => (ordinal === 1 ? `موافقة: ${skill}` : `موافقة: ${skill} (${ordinal})`),
  question: (skill) => ['هل توافق على «', skill, '»؟'],
  exactly: 'يريد المساعد تنفيذ هذا بهذه القيم بالضبط.',
  nothing: 'يُنفَّذ هذا دون أي قيم.',
  approve: 'موافقة',
  reject: 'رفض',
  decision: 'قرارك',
  retry: 'إعادة المحاولة',
  holdOn: 'تصبح الموافقة ممكنة بعد أن تثبت البطاقة لحظة.',
  showRaw: 'إظهار JSON الأصلي',
  hideRaw: 'إخفاء JSON الأصلي',
  raw: 'JSON الأصلي',
  tooDeep: 'هذه القيم متداخلة أكثر من أن تُكتب بصيغة JSON.',
  parameters: 'القيم',
  showAll: (total) => `إظهار الكل (${characters(total)})`,
  showMoreText: (next, hidden) => `إظهار ${number(next)} من أصل ${number(hidden)} من الأحرف المخفية`,
  showLess: 'إظهار أقل',
  showMoreRows: (next, hidden) =>
    next === hidden
      ? `إظهار القيم الباقية (${number(hidden)})`
      : `إظهار ${number(next)} من أصل ${number(hidden)} من القيم المخفية`,
  partlyShown: (count) => `لا تظهر كاملةً: ${values(count)}. افتحها قبل أن تقرر.`,
  entries: (count) =>
    plural(count, { one: 'عنصر واحد', two: 'عنصران', few: '# عناصر', many: '# عنصرًا', other: '# عنصر' }),
  members: values,
  entry: (position) => `رقم ${position}`,
  level: (depth) => `المستوى ${depth}`,
  missing: 'غير موجودة، مع أن المهارة تحتاجها',
  undescribed: 'لم تصفها المهارة',
  otherType: (expected, actual) => `${types[actual]}، بينما تصف المهارة: ${types[expected]}`,
  noChoice: 'ليست من الخيارات التي تصفها المهارة',
  rounded: 'أكبر من أن تُعرض بدقة',
  yesNo: (value) => (value ? 'نعم' : 'لا'),
  number,
  money,
  date: (at, hasTime) => (hasTime ? instant(at) : day(at)),
  leadsTo: (host) => `يؤدي إلى ${host}`,
  choice: (label) => ['يعني «', label, '»'],
  hiddenSigns: 'الرموز التي لا تُرى أو تشبه غيرها تُكتب ⟦U+…⟧ برقمها في يونيكود.',
  edit: 'تعديل القيم',
  editing: 'تغيير القيم',
  editHint: 'لا يُنفَّذ شيء حتى تراجع تغييراتك وتوافق عليها.',
  review: 'مراجعة التغييرات',
  cancelEdit: 'رجوع',
  loadingForm: 'جارٍ تحميل النموذج…',
  changes: (count) => `تغيّرت: ${values(count)}`,
  noChanges: 'لم يتغير شيء بعد.',
  before: 'قبل',
  after: 'بعد',
  changedValue: 'تغيّرت',
  removed: 'حُذفت',
  added: 'أُضيفت',
  approveChanged: 'الموافقة مع التغييرات',
  editAgain: 'تعديل من جديد',
  reset: 'العودة إلى القيم الأصلية',
  reason: 'السبب (اختياري)',
  reasonDefault: 'رفض المستخدم هذا الإجراء.',
  reasonWarning: 'يقرأ المساعد السبب وقد يقتبسه في المحادثة.',
  reasonPresets: ['القيم غير صحيحة.', 'ليس الآن.', 'لم يعد هذا مطلوبًا.', 'سأفعل ذلك بنفسي.'],
  presets: 'اقتراحات',
  confirmReject: 'رفض',
  cancelReject: 'رجوع',
  expiresIn: (seconds) =>
    `ينتهي خلال ${seconds > 90 ? `${number(Math.ceil(seconds / 60))} د` : `${number(seconds)} ث`}`,
  expiredNow: 'انتهت المهلة',
  expiredHint: 'انتهت مهلة القرار. لم يُنفَّذ شيء.',
  queued: 'حُفظ قرارك وسيُرسل عند عودة الاتصال.',
  sending: (choice) => (choice === 'approved' ? 'جارٍ إرسال موافقتك…' : 'جارٍ إرسال رفضك…'),
  sendUnknown: 'ربما وصل قرارك. يجري التحقق قبل إرساله من جديد.',
  sent: (choice) => (choice === 'approved' ? 'أُرسلت الموافقة.' : 'أُرسل الرفض.'),
  sendFailed: 'لم يُرسل قرارك.',
  approvedByMe: 'وافقت على هذا.',
  approvedChanged: 'وافقت على هذا مع تغييرات.',
  approvedElsewhere: 'تمت الموافقة في مكان آخر.',
  approved: 'تمت الموافقة.',
  rejectedByMe: 'رفضت هذا.',
  rejectedElsewhere: 'رُفض في مكان آخر.',
  rejected: 'مرفوض.',
  resolved: 'لم يعد ينتظر جوابًا.',
  resolvedElsewhere: 'أُجيب عنه في مكان آخر.',
  expired: 'انتهت المهلة قبل الجواب. لم يُنفَّذ شيء.',
  changed: 'ليس هذا ما كان سيُنفَّذ، لذا لم يُنفَّذ شيء. يسأل المساعد من جديد في الأسفل.',
  running: 'تمت الموافقة. قيد التنفيذ…',
  completed: 'تمت الموافقة والتنفيذ.',
  failed: 'تمت الموافقة، لكن التنفيذ أخفق.',
  unknown: 'تمت الموافقة. لم يقل أحد كيف انتهى الأمر.',
  tray: 'موافقات مفتوحة',
  waiting: (count) =>
    plural(count, {
      one: 'موافقة واحدة تنتظرك',
      two: 'موافقتان تنتظرانك',
      few: '# موافقات تنتظرك',
      many: '# موافقة تنتظرك',
      other: '# موافقة تنتظرك',
    }),
  position: (index, count, skill) => [`${number(index)} من ${number(count)}: `, skill],
  previous: 'الموافقة السابقة',
  next: 'الموافقة التالية',
  trayKeys: 'ينقلك Alt مع سهم أعلى أو أسفل من موافقة إلى أخرى.',
  readSoFar: (seen, count) => `شوهد كاملًا ${number(seen)} من ${number(count)}`,
  approveSeen: (count) => `الموافقة على ما شوهد (${number(count)})…`,
  rejectSeen: (count) => `رفض ما شوهد (${number(count)})…`,
  batchTitle: (choice, count) =>
    choice === 'approved' ? `هل توافق على ${requests(count)}؟` : `هل ترفض ${requests(count)}؟`,
  batchHint: 'فقط ما رأيت قيمه كاملة. كل واحد قرار قائم بذاته.',
  batchConfirm: (choice, count) =>
    choice === 'approved' ? `موافقة (${number(count)})` : `رفض (${number(count)})`,
  batchProgress: (arrived, failed, count) =>
    failed === 0
      ? `وصل ${number(arrived)} من ${number(count)} من القرارات.`
      : `وصل ${number(arrived)} من ${number(count)} من القرارات، ولم يصل ${number(failed)}.`,
  batchGone: 'أُجيب عنه في هذه الأثناء، لذا تُرك.',
  moreValues: (count) => `وأيضًا ${values(count)}`,
  moreCharacters: (count) => `… وأيضًا ${characters(count)}`,
  back: 'رجوع',
  close: 'إغلاق',
  show: 'إظهار',
}
