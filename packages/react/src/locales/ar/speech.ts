import type { AnnouncementStrings } from '../../strings/announcement.ts'
import type { MarkdownStrings } from '../../strings/markdown.ts'
import type { MessageStrings } from '../../strings/message.ts'
import { formatOf } from '../locale-format.ts'
import { skill as skillWords } from './cards.ts'

const { number, plural, few } = formatOf('ar')

const withReason = (sentence: string, reason: string | null): string =>
  reason === null ? `${sentence}.` : `${sentence}: ${reason}`

const lines = (count: number): string =>
  plural(count, { one: 'سطر واحد', two: 'سطران', few: '# أسطر', many: '# سطرًا', other: '# سطر' })
const rowCount = (count: number): string =>
  plural(count, { one: 'صف واحد', two: 'صفان', few: '# صفوف', many: '# صفًا', other: '# صف' })
const columnCount = (count: number): string =>
  plural(count, { one: 'عمود واحد', two: 'عمودان', few: '# أعمدة', many: '# عمودًا', other: '# عمود' })

export const announcement: AnnouncementStrings = {
  message: (agent, text) => `${agent}: ${text}`,
  messages: (count, agent) =>
    `${plural(count, { one: 'رسالة جديدة', two: 'رسالتان جديدتان', few: '# رسائل جديدة', many: '# رسالة جديدة', other: '# رسالة جديدة' })} من ${agent}.`,
  continues: '… تتبع بقية الرسالة.',
  codeBlock: (language, count) => `مقطع برمجي، ${language === null ? '' : `${language}، `}${lines(count)}.`,
  table: (rows, columns) => `جدول، ${rowCount(rows)}، ${columnCount(columns)}.`,
  working: (agent) => `${agent} يعمل.`,
  notSent: (problem) => withReason('لم تُرسل رسالتك', problem),
  skillsRunning: (skills) => `قيد التنفيذ: ${few(skills, skillWords.count(skills.length))}.`,
  skillsDone: (skills) => `تم: ${few(skills, skillWords.count(skills.length))}.`,
  skillFailed: (skill, error) => withReason(`أخفق ${skill}`, error),
  approval: (skill) => `مطلوب موافقتك على ${skill}.`,
  answeredElsewhere: (skill) => `أُجيب عن ${skill} في مكان آخر.`,
  expired: (skill) => `انتهت مهلة الجواب عن ${skill}.`,
  connection: (service) => (service ? `مطلوب حسابك في ${service}.` : 'مطلوب أحد حساباتك.'),
  connected: (service) => (service ? `تم ربط ${service}.` : 'تم ربط الحساب.'),
  connectionFailed: (service) => (service ? `تعذّر ربط ${service}.` : 'تعذّر ربط الحساب.'),
  form: (message) => `مطلوب بيانات: ${message}`,
  needs: (count) =>
    plural(count, {
      one: 'بطاقة واحدة تحتاج إليك.',
      two: 'بطاقتان تحتاجان إليك.',
      few: '# بطاقات تحتاج إليك.',
      many: '# بطاقة تحتاج إليك.',
      other: '# بطاقة تحتاج إليك.',
    }),
  failures: (count) =>
    plural(count, {
      one: 'أخفق أمر واحد.',
      two: 'أخفق أمران.',
      few: 'أخفقت # أمور.',
      many: 'أخفق # أمرًا.',
      other: 'أخفق # أمر.',
    }),
  step: ({ workflow, step, steps, message }) =>
    `${workflow || 'سير العمل'}، الخطوة ${number(step)} من ${number(steps)}: ${message}`,
  halted: ({ workflow, step, error }) => {
    const name = workflow || 'سير العمل'
    return withReason(step === null ? `توقف ${name}` : `توقف ${name} عند «${step}»`, error)
  },
  completed: (workflow) => `اكتمل ${workflow || 'سير العمل'}.`,
  cancelled: (workflow) => `أُلغي ${workflow || 'سير العمل'}.`,
  ended: (workflow) => `انتهى ${workflow || 'سير العمل'}.`,
  background: ({ workflow, message }) => `${workflow || 'سير العمل'}، في الخلفية: ${message}`,
  backgroundFailed: ({ workflow, step, error }) =>
    withReason(`أخفقت «${step}» في خلفية ${workflow || 'سير العمل'}`, error),
  scripted: 'هذه إجابة مُعدّة مسبقًا.',
  links: {
    live: 'عاد الاتصال.',
    recovering: 'انقطع الاتصال. جارٍ إعادة الاتصال.',
    offline: 'أنت غير متصل.',
  },
  stopped: 'توقفت عن الاستماع. قد يستمر التنفيذ نفسه.',
}

export const message: MessageStrings = {
  you: 'أنت',
  assistant: 'المساعد',
  label: (writer, time) => (time === null ? writer : `${writer}، ${time}`),
  queued: 'تنتظر الإرسال',
  sending: 'جارٍ الإرسال…',
  unknown: 'ربما وصلت. يجري التحقق قبل إرسالها من جديد.',
  failed: 'لم تُرسل.',
  retry: 'إعادة المحاولة',
  copy: 'نسخ الرسالة',
  copied: 'نُسخت',
  good: 'رد جيد',
  bad: 'رد سيئ',
  whatWasWrong: 'ما الخطأ؟ (اختياري)',
  sendFeedback: 'إرسال الرأي',
  thanks: 'شكرًا لإخبارنا.',
  feedbackFailed: (reason) => `لم يُرسل رأيك. ${reason}`,
  discard: 'تجاهل',
  eventsExpired: 'لم يعد نشاط المهارات قبل هذه النقطة محفوظًا.',
  conversationClosed: 'هذه المحادثة مغلقة.',
  scripted: 'مُعدّ مسبقًا',
  scriptedHint: 'حكم في هذا النموذج المُعدّ مسبقًا. لم يُسأل أي نموذج حقيقي.',
  offers: 'إجابات وروابط مقترحة',
  sends: (text) => `يرسل «${text}»`,
  moreOffers: (count) => `عرض ${number(count)} أخرى`,
  fewerOffers: 'عرض أقل',
  unsafeLink: 'لا يمكن فتح هذا الرابط بأمان.',
}

export const markdown: MarkdownStrings = {
  copy: 'نسخ',
  copied: 'نُسخ',
  code: 'شيفرة',
  codeIn: (language) => (language === null ? 'شيفرة' : `شيفرة ${language}`),
  table: 'جدول',
  image: 'صورة',
  imageNamed: (alternative) => `صورة: ${alternative}`,
  loadImage: (host) => `تحميل الصورة من ${host}`,
  imageBlocked: (host) => `لم تُحمَّل من ${host}`,
  imageFailed: (host) => `تعذّر تحميلها هنا من ${host}`,
  openImage: 'فتح الصورة',
  opens: (host) => `يفتح ${host} في علامة تبويب جديدة`,
  writesTo: (address) => `يكتب إلى ${address}`,
  formula: 'معادلة',
  formulaFailed: 'تعذّر رسمها معادلةً',
  diagram: 'مخطط',
  diagramNamed: (title) => (title === '' ? 'مخطط' : `مخطط: ${title}`),
  diagramDrawing: 'جارٍ رسم المخطط…',
  diagramFailed: 'تعذّر رسم هذا المخطط. مصدره:',
  showSource: 'إظهار المصدر',
  hideSource: 'إخفاء المصدر',
  taskDone: 'تم:',
  taskOpen: 'للتنفيذ:',
  notes: 'حواشٍ',
  note: (count) => `حاشية ${number(count)}`,
  backToText: (count, place) =>
    place === 1
      ? `العودة إلى المرجع ${number(count)}`
      : `العودة إلى المرجع ${number(count)}، الموضع ${number(place)}`,
  broken: 'تعذّر رسم هذه الرسالة. نصها:',
}
