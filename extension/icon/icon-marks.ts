import type { IconState } from './icon-look.ts'

const RIVER =
  'M2.8 -1C3.2 4.6 6.4 5.2 6.4 9.6C6.4 12 5.4 13.4 5.2 17H9.6C9.4 13.6 9.8 12.2 9.4 9.6C8.8 5.4 5.6 4.2 5.4 -1Z'
const STREAM = 'M17 3.6C12.4 3.4 9.6 5.6 8.6 11'
/** Reads on a light toolbar (3.6 : 1 on white) and on a dark one (4.5 : 1 on #202124). */
const STONE = '#688e87'

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${body}</svg>`
const inTile = (body: string): string =>
  `<clipPath id="tile"><rect width="16" height="16" rx="3.6"/></clipPath><g clip-path="url(#tile)">${body}</g>`
/** An empty tile, so that what is in it has to be a line. */
const frame = (body: string): string =>
  `<g fill="none" stroke="${STONE}"><rect x="0.75" y="0.75" width="14.5" height="14.5" rx="3" stroke-width="1.5"/>${body}</g>`

/**
 * One shape for each state, so that they are told apart without colour: a full tile with the river, an empty
 * tile with its bed, two bars, a tile struck through, a tile that stands on its corner.
 */
export const ICON_MARKS: Readonly<Record<IconState, string>> = {
  paying: svg(
    inTile(
      `<rect width="16" height="16" fill="#0c857a"/><path d="${STREAM}" fill="none" stroke="#8fe0cf" stroke-width="2"/><path d="${RIVER}" fill="#fff"/>`,
    ),
  ),
  nothing: svg(
    frame('<path d="M5 1.5C5.4 5.4 8 6.2 8 9.6C8 11.6 7.6 13 7.4 14.5" stroke-width="2"/>'),
  ),
  paused: svg(
    inTile(
      `<rect width="16" height="16" fill="${STONE}"/><path d="M5.5 4V12M10.5 4V12" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>`,
    ),
  ),
  off: svg(frame('<path d="M3.6 12.4L12.4 3.6" stroke-width="2.2" stroke-linecap="round"/>')),
  // The exclamation mark is its badge.
  attention: svg(
    '<rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.8" fill="#c26a00" transform="rotate(45 8 8)"/><path d="M7 2.6C7.2 6 9.4 7 9.2 13.4" fill="none" stroke="#fff" stroke-width="2.4"/>',
  ),
}
