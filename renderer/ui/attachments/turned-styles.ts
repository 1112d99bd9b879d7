import type { CSSProperties } from 'react'

interface TurnedStyles {
  readonly sheet: CSSProperties
  readonly picture: CSSProperties
}

/**
 * The whole picture in the room there is, times the zoom, turned clockwise by quarters. One that lies on its side takes
 * the room's other edge. For a `.scan-sheet` in a `.scan-shown`.
 */
export function turnedStyles(quarters: number, zoom = 1): TurnedStyles {
  const [across, down] = [`${zoom * 100}cqw`, `${zoom * 100}cqh`]
  const [width, height] = quarters % 2 === 0 ? [across, down] : [down, across]
  return {
    sheet: { width: across, height: down },
    picture: { width, height, transform: `rotate(${quarters * 90}deg)` },
  }
}
