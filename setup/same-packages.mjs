/**
 * Whether what is installed is what the lock file asks for. npm leaves out optional packages that are for other
 * machines; all else has to be there, in exactly that version, and nothing beside it.
 * @param wanted `packages` of package-lock.json
 * @param installed `packages` of node_modules/.package-lock.json, which npm writes when it is done
 */
export const samePackages = (wanted, installed) => {
  const complete = Object.entries(wanted).every(
    ([path, { optional }]) => path === '' || optional || installed[path] !== undefined,
  )
  const exact = Object.entries(installed).every(
    ([path, { version, integrity }]) =>
      wanted[path]?.version === version && wanted[path].integrity === integrity,
  )
  return complete && exact
}
