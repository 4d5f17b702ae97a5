import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BrowserDriver } from '../driver.ts'
import { readExtensionManifest } from '../extension-manifest.ts'
import type { LaunchOptions } from '../launch-options.ts'
import { OwnedProcess } from '../owned-process.ts'
import { dropProfile, openProfile } from '../profile.ts'
import { BidiClient } from './bidi-client.ts'
import { evaluateInChrome } from './chrome-scope.ts'
import { startConnectProxy } from './connect-proxy.ts'
import { FirefoxDriver } from './firefox-driver.ts'
import { firefoxPrefs } from './firefox-prefs.ts'
import { internalUuid } from './internal-uuid.ts'
import { startFirefox } from './start-firefox.ts'
import { trustCa, trustServer } from './trust.ts'

/** Without its language pack Firefox's own interface stays as it is; extensions follow. */
async function speak(bidi: BidiClient, language: string): Promise<void> {
  const set = (list: string, locales: readonly string[]) =>
    `Services.locale.${list} = ${JSON.stringify(locales)}`
  const available = set('availableLocales', [language, 'en-US'])
  await evaluateInChrome(bidi, `(${available}, ${set('requestedLocales', [language])}, true)`)
}

/** Starts Firefox with the extension installed for as long as it runs. */
export async function launchFirefox(
  executable: string,
  options: LaunchOptions,
): Promise<BrowserDriver> {
  const extensionDir = resolve(options.extensionDir)
  const extensionId = readExtensionManifest(extensionDir).browser_specific_settings?.gecko?.id
  if (extensionId === undefined) throw new Error(`${extensionDir}: the manifest has no gecko id`)
  const uuid = internalUuid(extensionId)
  const profile = openProfile(options.profileDir)
  const proxy = options.hostMap && (await startConnectProxy(options.hostMap))
  const prefs = { extensionId, uuid, proxyPort: proxy?.port, extra: options.extraPrefs }
  writeFileSync(join(profile.dir, 'user.js'), firefoxPrefs(prefs))
  const { pid, ready } = startFirefox(executable, profile.dir, options)
  const owned = pid === undefined ? undefined : new OwnedProcess(pid, profile)
  try {
    const bidi = await BidiClient.connect(await ready)
    for (const certPem of options.trustedCas ?? []) await trustCa(bidi, certPem)
    if (options.trustedServer) await trustServer(bidi, options.trustedServer)
    await speak(bidi, options.language ?? 'en-US')
    for (const folder of [extensionDir, ...(options.besides ?? [])]) {
      const extensionData = { type: 'path', path: resolve(folder) }
      await bidi.send('webExtension.install', { extensionData })
    }
    const version = await evaluateInChrome<string>(bidi, 'Services.appinfo.version')
    if (!owned) throw new Error('Firefox has no process')
    return new FirefoxDriver({ bidi, owned, proxy, extensionId, uuid, version })
  } catch (error) {
    proxy?.close()
    await (owned?.kill() ?? dropProfile(profile))
    throw error
  }
}
