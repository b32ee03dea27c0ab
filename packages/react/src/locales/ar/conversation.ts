import type { ConversationListStrings } from '../../strings/conversation-list.ts'
import type { InspectorStrings } from '../../strings/inspector.ts'
import type { KeysStrings } from '../../strings/keys.ts'
import type { LauncherStrings } from '../../strings/launcher.ts'
import type { StatusStrings } from '../../strings/status.ts'
import type { ThreadStrings } from '../../strings/thread.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('ar')
const day = new Intl.DateTimeFormat('ar', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const status: StatusStrings = {
  label: 'حالة المحادثة',
  phases: {
    idle: 'جاهز',
    sending: 'جارٍ الإرسال',
    'ai-running': 'يفكر',
    'skill-running': 'ينفذ مهارة',
    'awaiting-approval': 'ينتظر موافقتك',
    'awaiting-connection': 'ينتظر حسابك',
    'awaiting-input': 'ينتظر بياناتك',
    failed: 'أخفق',
  },
  links: { live: 'متصل', recovering: 'يعيد الاتصال', offline: 'غير متصل' },
  typing: 'المساعد يعمل',
}

export const thread: ThreadStrings = {
  label: 'المحادثة',
  today: 'اليوم',
  yesterday: 'أمس',
  day: (at) => day.format(at),
  jump: 'الانتقال إلى الأحدث',
  newItems: (count) => `${number(count)} جديد`,
  unread: 'جديد',
  older: 'تحميل الأقدم',
  olderLoading: 'جارٍ التحميل…',
  olderFailed: 'تعذّر تحميل الأقدم.',
  emptyTitle: 'كيف يمكنني مساعدتك؟',
  emptyText: 'اطرح سؤالًا أو صف ما ينبغي أن يحدث. سترى كل خطوة.',
  loading: 'جارٍ تحميل المحادثة…',
  loadingCard: 'جارٍ التحميل…',
  failed: 'تعذّر تحميل المحادثة.',
  closed: 'هذه المحادثة مغلقة. ربما حُذفت في مكان آخر.',
  retry: 'إعادة المحاولة',
  recovering: 'انقطع الاتصال. ما تراه محفوظ.',
  recoveringNow: 'جارٍ إعادة الاتصال…',
  retryIn: (seconds) => `المحاولة التالية خلال ${number(seconds)} ث.`,
  offline: 'أنت غير متصل. ما تراه محفوظ، وما ترسله ينتظر.',
  stopped: 'توقفت عن الاستماع. قد يستمر التنفيذ نفسه.',
  listenAgain: 'الاستماع من جديد',
  waiting: (count) =>
    plural(count, {
      one: 'بطاقة واحدة تنتظرك',
      two: 'بطاقتان تنتظرانك',
      few: '# بطاقات تنتظرك',
      many: '# بطاقة تنتظرك',
      other: '# بطاقة تنتظرك',
    }),
  showWaiting: 'إظهار',
  requestId: (id) => `الطلب ${id}`,
}

export const conversationList: ConversationListStrings = {
  label: 'المحادثات',
  create: 'محادثة جديدة',
  untitled: 'بلا عنوان',
  today: 'اليوم',
  yesterday: 'أمس',
  week: 'آخر 7 أيام',
  older: 'أقدم',
  running: 'قيد التنفيذ',
  needsYou: 'تحتاج إليك',
  failedRun: 'أخفقت',
  loading: 'جارٍ تحميل المحادثات…',
  empty: 'لا توجد محادثات بعد. ستظهر الأولى هنا.',
  failed: 'تعذّر تحميل المحادثات.',
  retry: 'إعادة المحاولة',
  delete: 'حذف',
  deleteForGood: 'حذف نهائي',
  confirmDelete: (title) => `هل تحذف المحادثة «${title}»؟`,
  forGood: 'تزول رسائلها وسجلها نهائيًا. لا يمكن التراجع.',
  keep: 'الاحتفاظ بها',
  deleteFailed: (reason) => `لم تُحذف. ${reason}`,
  showOlder: 'إظهار محادثات أقدم',
  count: (count) =>
    plural(count, {
      one: 'محادثة واحدة',
      two: 'محادثتان',
      few: '# محادثات',
      many: '# محادثة',
      other: '# محادثة',
    }),
}

export const inspector: InspectorStrings = {
  label: 'الأحداث',
  empty: 'لم يصل شيء بعد.',
  kinds: {
    event: 'حدث',
    ping: 'نبضة',
    ignored: 'متجاهل',
    malformed: 'معطوب',
    interrupted: 'منقطع',
    request: 'طلب',
    problem: 'مشكلة',
  },
  link: (transport, link) => `${transport}، ${link}`,
  bytes: (count) => `${number(count)} بايت`,
  malformed: 'تعذّرت قراءته',
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'سهم أعلى',
  ArrowDown: 'سهم أسفل',
  ArrowLeft: 'سهم أيسر',
  ArrowRight: 'سهم أيمن',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

export const keys: KeysStrings = {
  title: 'اختصارات لوحة المفاتيح',
  close: 'إغلاق',
  groups: {
    anywhere: 'في أي مكان من الدردشة',
    thread: 'في المحادثة',
    composer: 'في حقل الرسالة',
    page: 'في هذه الصفحة',
  },
  commands: {
    showKeys: 'إظهار هذه الاختصارات',
    nextRegion: 'الانتقال إلى الجزء التالي من الصفحة',
    previousRegion: 'الانتقال إلى الجزء السابق من الصفحة',
    nextWaiting: 'الانتقال إلى البطاقة التالية التي تنتظرك',
    toLatest: 'الانتقال إلى أحدث رسالة',
    toComposer: 'الانتقال إلى حقل الرسالة',
    previousItem: 'الرسالة أو البطاقة السابقة',
    nextItem: 'الرسالة أو البطاقة التالية',
    previousPage: 'صفحة إلى أعلى',
    nextPage: 'صفحة إلى أسفل',
    firstItem: 'أول رسالة',
    lastItem: 'آخر رسالة',
    leave: 'العودة إلى البطاقة ثم إلى حقل الرسالة',
  },
  send: 'إرسال الرسالة',
  breakLine: 'بدء سطر جديد',
  characters: 'استخدام اختصارات الحروف والرموز',
  charactersHint: 'أوقفها إن كنت تملي أو تضغط المفاتيح سهوًا. تبقى المفاتيح الأخرى.',
  modifiers: {
    apple: { Control: 'Control', Alt: 'Option', Shift: 'Shift', Meta: 'Command' },
    other: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Windows' },
  },
  keyName: (key) => keyNames[key] ?? key,
  nothingWaits: 'لا شيء ينتظرك.',
  chat: (title) => (title === null ? 'دردشة' : `دردشة: ${title}`),
  header: 'رأس الدردشة',
  composer: 'كتابة رسالة',
}

const news: LauncherStrings['news'] = ({ unread, waiting }) =>
  [
    unread > 0
      ? plural(unread, {
          one: 'رسالة جديدة',
          two: 'رسالتان جديدتان',
          few: '# رسائل جديدة',
          many: '# رسالة جديدة',
          other: '# رسالة جديدة',
        })
      : '',
    waiting > 0 ? thread.waiting(waiting) : '',
  ]
    .filter((part) => part !== '')
    .join('، ')

export const launcher: LauncherStrings = {
  panel: 'دردشة',
  news,
  open: (now) => {
    const words = news(now)
    return words === '' ? 'فتح الدردشة' : `فتح الدردشة: ${words}`
  },
  close: 'إغلاق الدردشة',
  loading: 'جارٍ تحميل الدردشة…',
  failed: 'تعذّر تحميل الدردشة. جارٍ المحاولة من جديد…',
}
