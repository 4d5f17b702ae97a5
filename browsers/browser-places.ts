import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { BrowserKind } from './browser-kind.ts'

const COMMANDS: Readonly<Record<BrowserKind, readonly string[]>> = {
  // Last the ones that are Google's own on most machines, but Chrome for Testing on some.
  chrome: ['chromium', 'chromium-browser', 'chrome-for-testing', 'chrome', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
}

const MAC_APPS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chrome: ['Chromium', 'Google Chrome for Testing', 'Google Chrome'],
  firefox: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'],
}

const WINDOWS_FILES: Readonly<Record<BrowserKind, readonly string[]>> = {
  chrome: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
}

function onPath(kind: BrowserKind): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return COMMANDS[kind].flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
}

function usualPlaces(kind: BrowserKind): string[] {
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(homedir(), 'Applications')]
    return MAC_APPS[kind].flatMap((app) =>
      roots.map((root) => {
        const binary = kind === 'firefox' ? 'firefox' : app
        return join(root, `${app}.app`, 'Contents', 'MacOS', binary)
      }),
    )
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = process.env
    const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
    return WINDOWS_FILES[kind].flatMap((file) =>
      roots.filter((root) => root !== undefined).map((root) => join(root, file)),
    )
  }
  return kind === 'firefox'
    ? ['/opt/firefox/firefox', '/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox']
    : ['/usr/lib/chromium/chromium', '/opt/chromium/chrome', '/opt/google/chrome/chrome']
}

function cacheFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? homedir()
  return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
}

/** The Chromiums that `playwright install` left, the newest first. Its Firefox speaks another protocol. */
function playwrightPlaces(): string[] {
  const root = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(cacheFolder(), 'ms-playwright')
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
      `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ]),
  ]
  try {
    const revision = (name: string) => Number(name.slice('chromium-'.length))
    const folders = readdirSync(root).filter((name) => /^chromium-\d+$/.test(name))
    folders.sort((a, b) => revision(b) - revision(a))
    return folders.flatMap((folder) => inside.map((file) => join(root, folder, file)))
  } catch {
    // Playwright never installed anything here.
    return []
  }
}

/** Where a browser of that kind may be, the likeliest first. */
export function browserPlaces(kind: BrowserKind): readonly string[] {
  const cached = kind === 'chrome' ? playwrightPlaces() : []
  return [...onPath(kind), ...usualPlaces(kind), ...cached]
}
