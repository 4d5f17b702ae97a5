import browser from '../native-browser.ts'
import type { Surroundings } from './facts.ts'

const isGranted = (name: string): Promise<boolean> =>
  name.includes('://')
    ? browser.permissions.contains({ origins: [name] })
    : browser.permissions.contains({ permissions: [name] })

/** Asks the browser alone: nothing leaves it. */
export const lookAround = async (): Promise<Surroundings> => {
  const manifest = browser.runtime.getManifest()
  const { permissions = [], optional_permissions = [], host_permissions = [] } = manifest
  const { os, arch } = await browser.runtime.getPlatformInfo()
  const names = [...permissions, ...optional_permissions, ...host_permissions]
  return {
    version: manifest.version,
    userAgent: navigator.userAgent,
    platform: `${os}, ${arch}`,
    language: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    permissions: await Promise.all(
      names.map(async (name) => ({ name, granted: await isGranted(name) })),
    ),
  }
}
