import type { AttachmentStrings } from '../../strings/attachment.ts'
import type { ComposerStrings } from '../../strings/composer.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural, all, anyOf, bytes: size } = formatOf('ar')

const running = 'لا يزال المساعد يعمل. نصك محفوظ حتى ينتهي.'

const afterTurn = 'يخرج عندما ينتهي المساعد.'
const afterAnswer = 'يخرج عندما تجيب في الأعلى وينتهي المساعد.'

export const composer: ComposerStrings = {
  label: 'رسالة',
  placeholder: 'اكتب إلى المساعد…',
  send: 'إرسال',
  stop: 'إيقاف',
  stopHearing: 'إيقاف الاستماع',
  stopListening: 'يوقف الاستماع فقط؛ ويستمر التنفيذ.',
  cancels: 'ينهي التنفيذ.',
  hint: 'Enter للإرسال، وShift مع Enter لسطر جديد',
  offline: 'يُحفظ ما ترسله ويخرج عندما تعود متصلًا.',
  busy: {
    idle: null,
    failed: null,
    sending: 'رسالتك الأخيرة في الطريق. نصك محفوظ حتى ذلك الحين.',
    'ai-running': running,
    'skill-running': running,
    'awaiting-approval': 'ينتظر المساعد موافقتك في الأعلى. نصك محفوظ حتى ذلك الحين.',
    'awaiting-connection': 'ينتظر المساعد حسابك في الأعلى. نصك محفوظ حتى ذلك الحين.',
    'awaiting-input': 'ينتظر سير العمل بياناتك في الأعلى. نصك محفوظ حتى ذلك الحين.',
  },
  queued: {
    idle: null,
    failed: null,
    sending: 'يخرج بعد رسالتك الأخيرة.',
    'ai-running': afterTurn,
    'skill-running': afterTurn,
    'awaiting-approval': afterAnswer,
    'awaiting-connection': afterAnswer,
    'awaiting-input': afterAnswer,
  },
  closed: 'هذه المحادثة مغلقة. ابدأ محادثة جديدة للمتابعة.',
  suggestions: 'اقتراحات',
  charactersLeft: (count) => `الأحرف الباقية: ${number(count)}`,
  tooLong: (by) => `الأحرف الزائدة: ${number(by)}. اختصر النص لإرساله.`,
  queue: 'رسائل منتظرة',
  waiting: (count) =>
    plural(count, {
      one: 'رسالة واحدة تنتظر',
      two: 'رسالتان تنتظران',
      few: '# رسائل تنتظر',
      many: '# رسالة تنتظر',
      other: '# رسالة تنتظر',
    }),
  waitsAfterFailure: 'أخفق شيء ما. أرسل الآن ما ينتظر، أو استرجعه.',
  edit: 'تعديل',
  editLabel: 'رسالة منتظرة',
  save: 'حفظ',
  cancel: 'إلغاء',
  remove: 'إزالة',
  sendNow: 'الإرسال الآن',
}

const files = (count: number): string =>
  plural(count, { one: 'ملفًا واحدًا', two: 'ملفين', few: '# ملفات', many: '# ملفًا', other: '# ملف' })

export const attachment: AttachmentStrings = {
  attach: 'إرفاق ملف',
  list: 'الملفات المرفقة',
  sent: 'ملفات',
  file: 'ملف',
  size,
  remove: (name) => `إزالة ${name}`,
  retry: (name) => `إعادة محاولة ${name}`,
  uploading: (name) => `جارٍ رفع ${name}`,
  tooLarge: (file, limit) => `«${file.name}» كبير جدًا: حجمه ${size(file.size)}، والحد الأقصى ${size(limit)}.`,
  refusedType: (name, accepted) => `«${name}» من نوع لا يُقبل هنا. استخدم ${anyOf(accepted)}.`,
  tooMany: (name, limit) => `«${name}» زائد: تأخذ الرسالة ${files(limit)}. أزل غيره أولًا.`,
  empty: (name) => `«${name}» فارغ.`,
  failed: 'لم يُرفع.',
  lost: (names) => `أُعيد تحميل الصفحة قبل وصول ${all(names)}. أرفقه من جديد.`,
  status({ count, size: bytes, uploading, failed }) {
    if (count === 0) return ''
    const attached = `المرفق: ${files(count)}، ${size(bytes)}`
    if (failed > 0) return `${attached}; لم يُرفع ${number(failed)}.`
    return uploading > 0 ? `${attached}; قيد الرفع ${number(uploading)}.` : `${attached}.`
  },
  uploadFirst: (count) => `يمكن الإرسال عند انتهاء الرفع (${number(count)}).`,
  mendFirst: (count) => `لم يُرفع: ${files(count)}. أعد المحاولة أو أزل.`,
  textFirst: 'اكتب بضع كلمات مع الملف.',
  drop: 'أفلت الملفات هنا لإرفاقها',
  dropLimit: (limit) => `حتى ${size(limit)} لكل ملف`,
}
