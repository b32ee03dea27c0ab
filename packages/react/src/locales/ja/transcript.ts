import type { TranscriptStrings } from '../../strings/transcript.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('ja')

export const transcript: TranscriptStrings = {
  title: '全文の記録',
  hint: '会話の全体を一つのページに表示します。検索、印刷、コピーができます。',
  loading: '読み込み中…',
  copyText: 'テキストとしてコピー',
  copyMarkdown: 'Markdown としてコピー',
  copied: 'コピーしました',
  print: '印刷',
  close: '閉じる',
  count: (items) => plural(items, { one: '# 件', other: '# 件' }),
  progress: (drawn, items) => `${number(items)} 件中 ${number(drawn)} 件`,
  empty: 'まだ何も話されていません。',
  formSent: '詳細を送信しました',
  formClosed: 'もう必要ありません',
  searchHint: 'ブラウザーの検索は近くのものしか見つけません。会話全体は全文の記録で検索してください。',
  fact: (label, value) => `${label}: ${value}`,
}
