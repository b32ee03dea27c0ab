import { Suspense, useState, type ReactNode } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import type { EditApprovalProps } from './EditApproval.tsx'

const lateEdit: LateComponent<EditApprovalProps> = lateComponent(
  async () => (await import('./EditApproval.tsx')).EditApproval,
)

/** The form for an approval's values, which comes with the form engine when somebody asks for it. */
export const LateEdit = (props: EditApprovalProps): ReactNode => {
  const [Edit] = useState(() => lateEdit.take())
  return (
    <Suspense
      fallback={
        <p className="twk-card__body twk-hint">{useWords('approval', englishApprovalCard).loadingForm}</p>
      }
    >
      <Edit {...props} />
    </Suspense>
  )
}
