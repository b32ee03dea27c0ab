import type { ConnectionStrings } from '../../strings/connection.ts'
import type { RendererStrings } from '../../strings/renderer.ts'
import type { ResultStrings } from '../../strings/result.ts'
import type { SkillStrings } from '../../strings/skill.ts'
import type { WorkflowStrings } from '../../strings/workflow.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('ar')

export const connection: ConnectionStrings = {
  region: (service) => `اتصال: ${service}`,
  title: (service) => (service === null ? 'اربط حسابك' : `اربط حسابك في ${service}`),
  account: (service) => (service === null ? 'حساب' : `حساب ${service}`),
  anyService: 'خدمة',
  why: 'مطلوب مرة واحدة ليتصرف المساعد نيابة عنك.',
  connect: 'الاتصال بحسابك',
  renew: 'الحصول على رابط جديد',
  tryAgain: 'إعادة المحاولة',
  skip: 'تخطٍّ',
  opens: (host) => `يفتح ${host}`,
  opening: 'رابط جديد في طريقه إلى النافذة التي فُتحت…',
  opened: 'تابع في النافذة التي فُتحت. تلاحظ هذه البطاقة متى انتهيت.',
  returned: 'هل انتهيت؟ نتحقق الآن.',
  openYourself: 'لا توجد نافذة؟ افتحها من هنا.',
  blocked: 'لم يسمح متصفحك بفتح نافذة. اتبع هذا الرابط بدلًا من ذلك؛ تتابع البطاقة من تلقاء نفسها.',
  openPage: (host) => `فتح ${host}`,
  copyLink: 'نسخ الرابط',
  copied: 'نُسخ',
  copyFailed: 'لم يُنسخ: لا يسمح المتصفح بذلك هنا.',
  expiresIn: (span) => `يعمل الرابط ${span} أخرى على الأكثر.`,
  expired: 'انتهت صلاحية هذا الرابط.',
  expiredWhileOpen:
    'انتهت صلاحية الرابط ونافذته مفتوحة. إن كنت قد انتهيت هناك فستلاحظ البطاقة ذلك؛ وإلا فاحصل على رابط جديد.',
  again: 'إليك رابطًا جديدًا. قد لا تعمل النافذة التي فتحتها من قبل.',
  noLink: 'لا يوجد رابط بعد.',
  renewing: 'جارٍ الحصول على رابط جديد…',
  renewFailed: 'لم يأت رابط جديد. حاول مرة أخرى بعد قليل.',
  renewSame: 'لا يوجد رابط أحدث من هذا.',
  notSecure: (host) => `لم يُفتح: الرابط إلى ${host} غير مشفّر (https).`,
  notAllowed: (host) => `لم يُفتح: ${host} ليس في قائمة مواقع تسجيل الدخول الموثوقة في هذا التطبيق.`,
  notAnAddress: 'لم يُفتح: الرابط ليس عنوان ويب.',
  authorized: (service) => `تم ربط ${service}.`,
  authorizedWaiting: 'يتابع المساعد بعد لحظة.',
  failed: 'لم يُربط الحساب.',
  skipped: 'تخطيت هذا.',
  closed: 'استمرت المحادثة دون هذا.',
  skipQuestion: 'هل تتابع دون الحساب؟ لن يُستخدم ما بدأته في النافذة.',
  keepWaiting: 'متابعة الانتظار',
  skipping: 'جارٍ التخطي…',
  skipUnknown: 'ربما وصل التخطي. يجري التحقق قبل إرساله من جديد.',
  skipFailed: 'لم يُرسل التخطي.',
}

export const skill: SkillStrings = {
  running: 'قيد التنفيذ',
  completed: 'تم',
  failed: 'أخفق',
  unknown: 'النتيجة غير معروفة',
  unknownNote: 'انتهى الدور ولم يقل أحد كيف انتهى هذا.',
  retry: 'إعادة المحاولة',
  label: (name) => `مهارة: ${name}`,
  skillId: 'معرّف المهارة',
  count: (skills) =>
    plural(skills, {
      one: 'مهارة واحدة',
      two: 'مهارتان',
      few: '# مهارات',
      many: '# مهارة',
      other: '# مهارة',
    }),
  progress: ({ done, running, failed, unknown }) =>
    [
      done > 0 ? `تم ${number(done)}` : '',
      failed > 0 ? `أخفق ${number(failed)}` : '',
      unknown > 0 ? `غير معروف ${number(unknown)}` : '',
      running > 0 ? `قيد التنفيذ ${number(running)}` : '',
    ]
      .filter((part) => part !== '')
      .join('، '),
}

export const result: ResultStrings = {
  loading: 'جارٍ جلب النتيجة…',
  failed: (reason) => `تعذّر جلب النتيجة. ${reason}`,
  retry: 'إعادة المحاولة',
  nothing: 'لا توجد نتيجة.',
  label: (name) => `نتيجة ${name}`,
  chart: 'رسم بياني',
  table: 'جدول',
  view: 'طريقة العرض',
  rows: (shown, count) => `${number(shown)} من ${number(count)} من الصفوف`,
  showMore: (rows) => `إظهار ${number(rows)} أخرى`,
  copyCsv: 'نسخ بصيغة CSV',
  copied: 'نُسخ',
  empty: 'لا قيمة',
  yes: 'نعم',
  no: 'لا',
  number,
}

export const workflow: WorkflowStrings = {
  region: (name) => `سير العمل: ${name}`,
  unnamed: 'سير العمل',
  progressLabel: (name) => `تقدّم ${name}`,
  progress: (done, total) => `${number(done)} من ${number(total)}`,
  position: (step, steps, message) => `الخطوة ${number(step)} من ${number(steps)}: ${message}`,
  steps: {
    pending: 'لم تبدأ',
    running: 'قيد التنفيذ',
    'awaiting-input': 'تنتظر بياناتك',
    completed: 'تمت',
    failed: 'أخفقت',
    cancelled: 'أُلغيت',
    unknown: 'النتيجة غير معروفة',
  },
  statuses: {
    running: 'قيد التنفيذ',
    'awaiting-input': 'ينتظرك',
    completed: 'اكتمل',
    halted: 'توقف',
    cancelled: 'أُلغي',
    ended: 'انتهى',
  },
  attempts: (count) => `المحاولة ${number(count)}`,
  stepsLabel: 'الخطوات',
  noSteps: 'لم تبدأ أي خطوة بعد.',
  retry: 'إعادة المحاولة',
  retrying: 'جارٍ المحاولة من جديد…',
  retryFailed: 'لم تُرسل إعادة المحاولة.',
  halted: 'توقف عند الخطوة التي أخفقت. لم يُنفَّذ شيء بعدها.',
  haltedWhole: 'توقف هذا قبل أن ينتهي. لم يُنفَّذ منه شيء آخر.',
  haltedNoWay: 'لا تمكن إعادة المحاولة هنا.',
  escalate: 'طلب المساعدة من شخص',
  ended: 'انتهى هذا. لم يقل أحد كيف انتهت الخطوة الأخيرة.',
  cancelled: 'أُلغي هذا. لن يُنفَّذ منه شيء آخر.',
  background: 'في الخلفية',
  backgroundOf: (step) => (step === '' ? 'في الخلفية' : `في الخلفية منذ «${step}»`),
  inBackground: (count) => `${number(count)} في الخلفية`,
  backgroundFailed: 'توقف هذا الجزء وحده. يستمر الباقي.',
}

export const renderer: RendererStrings = {
  broken: 'تعذّر عرض البطاقة الخاصة بالصفحة. هذه هي البطاقة المعتادة.',
  brokenField: 'تعذّر عرض الحقل الخاص بالصفحة. هذا هو الحقل المعتاد.',
}
