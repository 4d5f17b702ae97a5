import type { Wallet } from '../../src/wallet/wallet.ts'
import type { ConnectFailure } from '../../src/wallet/connection-commands.ts'
import type { OneTimeFailure } from '../../src/wallet/one-time.ts'
import type { AmountFailure } from '../../src/money/parse-amount.ts'
import type { AmountField, CommandFailure, FromPopup } from '../messages/popup-port.ts'

type Command = Extract<FromPopup, { kind: 'command' }>

const connectFailure = (code: ConnectFailure, origin: string): CommandFailure => {
  if (typeof code === 'object') return { ...code, field: 'address' }
  switch (code) {
    case 'token-missing':
    case 'token-refused':
      return { code, field: 'token' }
    case 'origin-refused':
      return { code, field: 'address', origin }
    case 'address-malformed':
    case 'address-insecure':
    case 'unreachable':
    case 'no-asset':
    case 'not-a-connector':
    case 'too-many-connections':
      return { code, field: 'address' }
  }
}

const amountFailure = (
  code: AmountFailure | 'not-now',
  field: AmountField,
  scale: number,
): CommandFailure => {
  if (code === 'not-now') return { code, field: null }
  return code === 'amount-too-fine' ? { code, field, scale } : { code, field }
}

const oneTimeFailure = (failure: OneTimeFailure, scale: number): CommandFailure => {
  switch (failure.code) {
    case 'amount-malformed':
    case 'amount-too-fine':
    case 'amount-too-large':
      return amountFailure(failure.code, 'amount', scale)
    case 'amount-zero':
    case 'beyond-budget':
    case 'beyond-site-cap':
    case 'already-paying':
    case 'page-changed':
    case 'not-payable':
    case 'not-now':
      return failure
  }
}

const notNowOf = (code: 'not-now' | null): CommandFailure | null => code && { code, field: null }

/** For commands that fail in this one way, and for no field. */
const notNow = async (command: Promise<'not-now' | null>): Promise<CommandFailure | null> =>
  notNowOf(await command)

/** Carries out what the popup asks for, which speaks of `tab`. `origin`: ours, as a connector's operator has to allow it. */
export const runCommand = async (
  wallet: Wallet,
  command: Command,
  tab: number | null,
  origin: string,
): Promise<CommandFailure | null> => {
  const { commands } = wallet
  const scale = wallet.snapshot(null).connection?.asset.scale ?? 0
  switch (command.name) {
    case 'connect': {
      const failure = await commands.connect(command.payload)
      return failure && connectFailure(failure, origin)
    }
    case 'start': {
      const failure = await commands.start(command.payload.budget)
      return failure && amountFailure(failure, 'budget', scale)
    }
    case 'setBudget': {
      const failure = await commands.setBudget(command.payload.budget)
      return failure && amountFailure(failure, 'budget', scale)
    }
    case 'setRate': {
      const failure = await commands.setRate(command.payload.perHour)
      return failure && amountFailure(failure, 'perHour', scale)
    }
    case 'setRateTolerance': {
      const failure = await commands.setRateTolerance(command.payload.percent)
      if (failure === 'tolerance-too-large') return { code: failure, field: 'percent' }
      return failure && amountFailure(failure, 'percent', 2)
    }
    case 'payOnce': {
      const { origin: site, amount } = command.payload
      if (tab === null) return { code: 'page-changed', field: null }
      const failure = await commands.payOnce(tab, site, amount)
      return failure && oneTimeFailure(failure, scale)
    }
    case 'setSiteRule': {
      const failure = await commands.setSiteRule(command.payload)
      if (failure?.field === 'perHour' || failure?.field === 'monthlyCap')
        return amountFailure(failure.code, failure.field, scale)
      return failure
    }
    case 'setSiteRules': {
      const failure = await commands.setSiteRules(command.payload)
      return failure?.field === 'amount' ? amountFailure(failure.code, 'amount', scale) : failure
    }
    case 'setPayments':
      return commands.setPayments(command.payload.on)
    case 'setDeveloperMode':
      return commands.setDeveloperMode(command.payload.on)
    case 'pause':
      return commands.pause()
    case 'setNotifications':
      return commands.setHabits({ notifications: command.payload.on })
    case 'setIdlePause':
      return commands.setHabits({ idlePause: command.payload.on })
    case 'setPayAudible':
      return commands.setHabits({ payAudible: command.payload.on })
    case 'setSiteShare': {
      const failure = await commands.setSiteShare(command.payload.percent)
      return failure && { code: failure, field: 'percent' }
    }
    case 'forgetConnection':
      return commands.forgetConnection()
    case 'repairBook':
      return notNow(commands.repairBook())
    case 'acceptAccount':
      return notNow(commands.acceptAccount())
    case 'confirmDate':
      return notNow(commands.confirmDate())
    case 'setPageDays':
      return notNow(commands.setPageDays(command.payload.days))
    case 'forgetHistory':
      return notNow(commands.forgetHistory(command.payload.what, command.payload.site))
    case 'testConnection': {
      const failure = await commands.testConnection(command.payload.id)
      if (failure === 'not-now') return notNowOf(failure)
      if (failure === 'other-account') return { code: failure, field: 'address' }
      return failure && connectFailure(failure, origin)
    }
    case 'addConnection': {
      const failure = await commands.addConnection(command.payload)
      return failure && connectFailure(failure, origin)
    }
    case 'useConnection':
      return notNow(commands.useConnection(command.payload.id))
    case 'renameConnection': {
      const { id, name } = command.payload
      const failure = await commands.renameConnection(id, name)
      return failure === 'name-too-long' ? { code: failure, field: 'name' } : notNowOf(failure)
    }
    case 'removeConnection':
      return notNow(commands.removeConnection(command.payload.id))
    case 'importSettings': {
      const failure = await commands.importSettings(command.payload.text)
      return failure && { code: failure, field: 'file' }
    }
  }
}
