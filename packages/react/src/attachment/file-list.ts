/** The files that a drag or a paste carries. */
export const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])]

/** Whether a drag carries files: their names and bytes are not told before the drop. */
export const carriesFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false

/** Files that were pasted. Office programs put a picture beside the text that was copied: then the text is meant. */
export const pastedFiles = (data: DataTransfer | null): readonly File[] =>
  data?.types.includes('text/plain') ? [] : filesOf(data)
