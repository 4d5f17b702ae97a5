import { changedFiles, isCheckout } from './checkout.ts'

/** As many as one looks at. */
const NAMED = 10

const sayChanged = (changed: readonly string[]): string =>
  [
    'Files are not as they were committed, and nobody could build the same again.',
    'Commit them, or put them away (git stash --include-untracked; delete those that git ignores):',
    ...changed.slice(0, NAMED).map((file) => `  ${file}`),
    ...(changed.length > NAMED ? [`  and ${changed.length - NAMED} more`] : []),
  ].join('\n')

const sayFailed = (error: Error): string =>
  [
    'Nobody can tell whether files are as they were committed: git fails. It says:',
    ...error.message.split('\n').map((line) => `  ${line}`),
    'Mend that until git status works in this folder.',
  ].join('\n')

/** What is wrong with the working copy of a git checkout, with what to do; where there is no git, nothing. */
export const treeProblems = (root: string): readonly string[] => {
  if (!isCheckout(root)) return []
  try {
    const changed = changedFiles(root)
    return changed.length === 0 ? [] : [sayChanged(changed)]
  } catch (error) {
    return [sayFailed(error as Error)]
  }
}
