/** When the user wants to be told, and what counts as being there. All off but the warning. */
export interface Habits {
  /** Tell when the budget runs low, and when the connector is lost. */
  readonly notifications: boolean
  /** Pay nobody while the user is away from the computer. */
  readonly idlePause: boolean
  /** Go on paying a hidden page whose tab plays audio. */
  readonly payAudible: boolean
  /** Warn where one site takes more than this of the month; percent, 1 to 100, and 100 never warns. */
  readonly siteShare: number
}

export const DEFAULT_HABITS: Habits = {
  notifications: false,
  idlePause: false,
  payAudible: false,
  siteShare: 50,
}

/** Anything that is not ours counts as not set. */
export const habitsFromJson = (value: unknown): Habits => {
  const { notifications, idlePause, payAudible, siteShare } = (value ?? {}) as Record<
    string,
    unknown
  >
  const share = Number(siteShare)
  const sound = Number.isInteger(siteShare) && share >= 1 && share <= 100
  return {
    notifications: notifications === true,
    idlePause: idlePause === true,
    payAudible: payAudible === true,
    siteShare: sound ? share : DEFAULT_HABITS.siteShare,
  }
}
